#include "document/pdf/page_text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace citegraph::document::pdf {
namespace {

class Writer {
 public:
  Writer(const std::vector<Paragraph>& paragraphs, std::size_t pages) : paragraphs_(paragraphs) {
    out_.pages.resize(pages);
    find_note_calls();
  }

  PageText run() {
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      if (written_.contains(i)) continue;
      write_whole(i);
    }
    close_marks();
    std::stable_sort(out_.marks.begin(), out_.marks.end(),
                     [](const Mark& a, const Mark& b) { return a.span.start < b.span.start; });
    return std::move(out_);
  }

 private:
  // A paragraph with its rest in the next columns; the notes between come behind it.
  void write_whole(std::size_t first) {
    begin(paragraphs_[first]);
    write_lines(paragraphs_[first]);
    std::size_t part = first;
    while (paragraphs_[part].goes_on) {
      std::size_t rest = part + 1;
      while (rest < paragraphs_.size() && paragraphs_[rest].role == Role::note) ++rest;
      if (rest == paragraphs_.size()) break;
      write_lines(paragraphs_[rest]);
      written_.insert(rest);
      part = rest;
    }
    last_ = &paragraphs_[part];
    for (std::size_t i = first + 1; i < part; ++i) {
      if (!written_.insert(i).second) continue;
      begin(paragraphs_[i]);
      write_lines(paragraphs_[i]);
    }
  }

  void begin(const Paragraph& paragraph) {
    close_marks();
    if (!out_.text.empty()) {
      const bool page_ends = last_ != nullptr && last_->page != paragraph.page;
      put(page_ends ? "\f" : "\n", last_page_);
    }
    last_ = &paragraph;
    if (paragraph.role == Role::text && paragraph.layout == Layout::flush) return;
    out_.blocks.push_back({size(), paragraph.role, paragraph.level, static_cast<std::uint32_t>(paragraph.label.size()),
                           paragraph.begins_by_indent});
    if (!paragraph.label.empty()) put(paragraph.label + " ", paragraph.page);
  }

  void write_lines(const Paragraph& paragraph) {
    page_ = paragraph.page;
    for (const Line& line : paragraph.lines) {
      for (std::size_t i = 0; i < line.words.size(); ++i) {
        if (i > 0 && !line.words[i].glued) put(" ", page_);
        write_word(line.words[i], paragraph);
      }
      put("\n", page_);
    }
  }

  void write_word(const Word& word, const Paragraph& paragraph) {
    const std::uint32_t start = size();
    put(word.text, page_);
    extend(emphasis_, word.italic, MarkKind::emphasis, start);
    extend(strong_, word.bold && paragraph.role == Role::text, MarkKind::strong, start);
    if (word.raise == Raise::none) return;
    Mark mark{word.raise == Raise::superscript ? MarkKind::superscript : MarkKind::subscript, {start, size()}, {}};
    if (word.raise == Raise::superscript && paragraph.role == Role::text) mark.target = target_of(word.text);
    out_.marks.push_back(std::move(mark));
  }

  // A run of words in one style is one mark, over the ends of lines.
  void extend(Mark& run, bool goes_on, MarkKind kind, std::uint32_t start) {
    if (!goes_on) return close(run);
    if (run.span.empty()) run = {kind, {start, size()}, {}};
    run.span.end = size();
  }
  void close(Mark& run) {
    if (!run.span.empty()) out_.marks.push_back(run);
    run = {};
  }
  void close_marks() {
    close(emphasis_);
    close(strong_);
  }

  // ---- notes

  void find_note_calls() {
    for (const Paragraph& paragraph : paragraphs_)
      if (paragraph.role == Role::note) notes_.insert({paragraph.page, paragraph.label});
    for (const Paragraph& paragraph : paragraphs_) {
      if (paragraph.role != Role::text) continue;
      for (const Line& line : paragraph.lines)
        for (const Word& word : line.words)
          if (word.raise == Raise::superscript) ++calls_[{paragraph.page, word.text}];
    }
  }

  // A sign that is raised once on its page calls the note there.
  std::string target_of(const std::string& sign) const {
    const auto calls = calls_.find({page_, sign});
    return notes_.contains({page_, sign}) && calls != calls_.end() && calls->second == 1 ? "^" + sign : std::string{};
  }

  void put(std::string_view text, std::uint32_t page) {
    std::string& lines = out_.pages[page];
    const auto start = static_cast<std::uint32_t>(lines.size());
    lines += text;
    out_.text += text;
    out_.map.append(static_cast<std::uint32_t>(text.size()),
                    {start, static_cast<std::uint32_t>(lines.size()), page + 1});
    last_page_ = page;
  }
  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(out_.text.size()); }

  const std::vector<Paragraph>& paragraphs_;
  PageText out_;
  std::set<std::size_t> written_;  // out of their turn
  const Paragraph* last_ = nullptr;
  std::uint32_t page_ = 0;
  std::uint32_t last_page_ = 0;
  Mark emphasis_;
  Mark strong_;
  using Sign = std::pair<std::uint32_t, std::string>;  // with its page
  std::set<Sign> notes_;
  std::map<Sign, std::uint32_t> calls_;
};

}  // namespace

PageText write_pages(const std::vector<Paragraph>& paragraphs, std::size_t pages) {
  return Writer(paragraphs, pages).run();
}

}  // namespace citegraph::document::pdf
