"""The same papers as text, HTML, DOCX, LaTeX, JATS, TEI and PDF: which listed works each cites must agree.

    format_matrix.py COMMAND [--every N] [--pdf] PAPER...

Pandoc makes the other forms; nothing in them is tagged, so that each reader hands its text to the same rules. With --pdf,
WeasyPrint sets the HTML in one column and in two (a command that reads PDF is needed). For each form it prints the F1 of
the works cited, over all papers, against those of the paper as it is, and ends with 1 where one is below LEAST. Ends with
77, which ctest takes for "skipped", where pandoc is not installed.
"""

import argparse
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

LEAST = 98.0  # percent
FORMS = {"html": "html", "docx": "docx", "latex": "tex", "jats": "xml", "tei": "xml"}
SHEETS = {"pdf": "one_column.css", "pdf in columns": "two_columns.css"}
HERE = pathlib.Path(__file__).parent


def cited_works(command, path):
    """The printed entries that the paper cites, by the letters and digits they begin with; commands of LaTeX left out."""
    out = subprocess.run([command, "read", str(path), "--to", "json"], capture_output=True, check=True)
    paper = json.loads(out.stdout)["papers"][0]
    entries = [re.sub(r"\W+", "", re.sub(r"\\\w+", "", reference["text"].lower()))[:30] for reference in paper["references"]]
    return {
        entries[target["reference"]]
        for citation in paper["citations"]
        for target in citation["targets"]
        if target.get("reference") is not None
    }


def source_for_pandoc(paper, folder):
    """Plain text as paragraphs, a line each; Markdown, which may have notes, as it is."""
    text = paper.read_text(encoding="utf-8")
    if paper.suffix == ".md" or "[^" in text or paper.name.startswith("fn-"):
        return paper, "markdown-smart+hard_line_breaks"
    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.split("\n") if line.strip())
    source = folder / "source.html"
    source.write_text(f"<!DOCTYPE html><html><body>{lines}</body></html>", encoding="utf-8")
    return source, "html"


def copies(paper, folder, pdf):
    """The forms of a paper, each with its file."""
    source, form_of_source = source_for_pandoc(paper, folder)
    pandoc = ["pandoc", "-s", "--quiet", "-f", form_of_source, "--metadata", "title=T"]
    for form, ending in FORMS.items():
        copy = folder / f"paper.{ending}"
        subprocess.run([*pandoc, "-t", form, "-o", copy, source], check=True)
        yield form, copy
    if not pdf:
        return
    page = folder / "page.html"
    notes = ["--lua-filter", HERE / "notes_at_foot.lua"]
    subprocess.run([*pandoc, "-t", "html5", "--metadata", "document-css=false", "--metadata", "lang=en", *notes, "-o", page, source], check=True)
    for form, sheet in SHEETS.items():
        copy = folder / "paper.pdf"
        subprocess.run(["weasyprint", "-q", "-s", HERE / sheet, page, copy], check=True, stderr=subprocess.DEVNULL)
        yield form, copy


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("command")
    arguments.add_argument("--every", type=int, default=1)
    arguments.add_argument("--pdf", action="store_true")
    arguments.add_argument("papers", nargs="+", type=pathlib.Path)
    given = arguments.parse_args()
    if shutil.which("pandoc") is None:
        print("pandoc is not installed")
        return 77
    pdf = given.pdf and shutil.which("weasyprint") is not None
    if given.pdf and not pdf:
        print("weasyprint is not installed: no PDF")
    forms = [*FORMS, *(SHEETS if pdf else ())]
    common, expected, found = (dict.fromkeys(forms, 0) for _ in range(3))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for paper in given.papers[:: given.every]:
            works = cited_works(given.command, paper)
            for form, copy in copies(paper, folder, pdf):
                again = cited_works(given.command, copy)
                common[form] += len(works & again)
                expected[form] += len(works)
                found[form] += len(again)
                if works != again:
                    print(f"{paper.name} as {form}: {len(works)} works cited, {len(again)}, {len(works & again)} in common")
    low = False
    for form in forms:
        f1 = 200.0 * common[form] / max(1, expected[form] + found[form])
        low |= f1 < LEAST
        print(f"{form:14} {f1:.2f}  ({expected[form]} works cited)")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
