// Reads LaTeX as far as the text of a document needs: groups, environments, the commands of commands.hpp, and macros
// that the document defines, which are expanded. Nothing calls itself: what is to be read next lies on a stack. The
// walk is in scanner.cpp, each kind of thing it meets in a scanner_*.cpp of its own.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/document.hpp"

#include "document/block_writer.hpp"
#include "document/latex/commands.hpp"
#include "document/latex/text.hpp"
#include "document/raw_document.hpp"
#include "document/readers.hpp"

namespace citegraph::document::latex {

// What was read beside the text.
struct Scanned {
  std::vector<NamedFile> bibliographies;  // places in the space of offsets
  std::vector<std::string> listed;        // \nocite
  std::string title;
  std::vector<std::string> authors;
  std::string date;
  struct Finding {
    std::string_view code;
    TextSpan place;  // in the space of offsets
    std::string message;
  };
  std::vector<Finding> findings;
};

class Scanner {
 public:
  // `document` is to be filled; it has path, source and lines.
  Scanner(const Input& input, Document& document);

  // All but the list of references.
  void run();
  // The list made by BibTeX, at the end of the text.
  void read_list(std::string text, const SourceMap& map, const std::string& path, std::string source);
  [[nodiscard]] const std::vector<NamedFile>& bibliographies() const noexcept { return out_.bibliographies; }
  [[nodiscard]] bool has_list() const noexcept { return !entries_.empty(); }
  // The content of a file that the document itself holds (`filecontents`), or null.
  [[nodiscard]] const std::string* held_file(std::string_view name) const;
  // From the space of offsets to the decoded main file and the other files.
  [[nodiscard]] const SourceMap& map() const noexcept { return texts_.map(); }
  // Fills text, blocks, marks, what is tagged, files, and the map to the files.
  Scanned finish();

 private:
  static constexpr std::uint32_t longest_formula = 20000;  // bytes
  static constexpr std::size_t deepest_frames = 300;
  static constexpr std::size_t nearest_environments = 200;  // an "\end" looks that far for its "\begin"

  enum class Then : std::uint8_t {
    nothing,
    end_heading,
    end_note,
    end_title,
    open_citation,
    begin_prefix,
    end_prefix,
    write_keys,
    begin_suffix,
    end_suffix,
    close_citation,
  };
  // What is being read, and what happens at its end.
  struct Frame {
    const Text* text = nullptr;
    std::uint32_t at = 0;
    std::uint32_t end = 0;
    Then then = Then::nothing;
    std::uint32_t citation = 0;  // of `cites_`
    std::uint32_t item = 0;      // of that
    std::size_t groups = 0;      // that were open before; those above end with the frame
    bool closes_groups = false;
  };
  // A stretch of a text.
  struct Range {
    const Text* text = nullptr;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    [[nodiscard]] bool empty() const noexcept { return end <= start; }
    [[nodiscard]] std::string_view view() const noexcept {
      return text == nullptr ? std::string_view{} : text->view.substr(start, end - start);
    }
  };
  enum class GroupEnd : std::uint8_t { nothing, mark, link, quote, caption, heading };
  struct Group {
    GroupEnd on_end = GroupEnd::nothing;
    MarkKind mark = MarkKind::emphasis;
    bool environment = false;
    std::string name;  // of an environment; of a link its target
    Surrounding kind = Surrounding::none;
    std::uint32_t place = 0;
    std::vector<MarkKind> switches;  // \it and the like, each with an open run
  };
  struct CiteItem {
    Range before;
    Range behind;
    std::vector<Range> keys;
    std::string prefix;
    std::string suffix;
    std::size_t first = 0;  // of `citations_`
  };
  struct Cite {
    CiteCommand command;
    std::vector<CiteItem> items;
    std::uint32_t place = 0;  // of the command, in the space of offsets
    std::uint32_t group = 0;  // in the text
  };
  struct Macro {
    Range body;
    std::uint8_t parameters = 0;
    std::optional<std::string> standard;  // of the first parameter, which is optional then
    std::string alias;                    // \let: another name
  };
  struct Note {
    Range range;
    std::string label;
  };

  void scan();
  void step();
  void step_command();
  void end_frame();
  void push(Range range, Then then = Then::nothing, std::uint32_t citation = 0, std::uint32_t item = 0);

  // ---- places
  [[nodiscard]] Frame& frame() noexcept { return frames_.back(); }
  [[nodiscard]] char peek(std::uint32_t ahead = 0) noexcept;
  [[nodiscard]] std::uint32_t offset(std::uint32_t at) noexcept { return frame().text->base + at; }
  void report(std::string_view code, std::uint32_t at, std::uint32_t size, std::string message);

  // ---- arguments
  void skip_white();
  void swallow_blanks();  // behind a command of letters
  bool next_is(char c);
  bool skip_star();
  std::optional<Range> enclosed(char open, char close);  // "[...]", if it comes next
  std::optional<Range> braced();                         // "{...}", if it comes next
  Range argument();                                      // the same, or one token
  void drop(unsigned count);

  // ---- text
  void characters(std::uint32_t size);
  void skip(std::uint32_t size);
  void blanks();
  void line_break();
  void put(std::string_view generated);
  void replace(std::string_view generated, std::uint32_t start, std::uint32_t end);
  void put_for(std::string_view generated, std::uint32_t size);
  void ensure_block();
  bool flush_notes(std::uint32_t start);
  void begin_note_frame();
  void note_mark(const std::string& label);
  void switch_mark(MarkKind kind);
  void quoted();
  void open_mark_group(MarkKind kind);
  bool open_group(Group group);
  void close_group();
  void close_groups(std::size_t floor);
  void brace_closed();
  void mathematics(std::string_view closer, std::uint32_t opener_size, bool display);
  void reopen_mathematics(std::string_view closer, bool display);
  void accent(const std::string& name, char32_t mark);
  void verbatim_to(std::string_view end_tag, bool shown);

  // ---- commands
  void unknown(const std::string& name);
  void act(Command command, std::uint32_t start);
  void heading(std::uint8_t level);
  void caption(std::uint8_t dropped);
  void close_entry();
  void enter(Surrounding kind);
  void leave(Surrounding kind);
  void footnote(bool marked);
  void item();
  void entry();
  void begin_environment();
  void end_environment();
  void take_in(bool two);
  std::string macro_name();
  void keep_macro(const std::string& name, Macro macro);
  void define();
  void define_tex();
  void define_document();
  void let();
  void expand(const Macro& macro, std::uint32_t start);
  void title();
  void emit_title();
  void add_authors();
  void name_bibliography();
  void nocite();
  void verb();
  void skip_conditional();
  void url(bool with_text);

  // ---- citations
  bool cite(CiteCommand command, std::uint32_t start);
  bool cite_item(CiteCommand command, CiteItem& item);
  static void add_keys(Range keys, CiteItem& item);
  void schedule(std::uint32_t number);
  void citation_step(const Frame& done);
  void write_keys(Cite& cite, CiteItem& item);

  const Input& input_;
  Document& document_;
  Texts texts_;
  BlockWriter writer_;
  Scanned out_;
  std::vector<Frame> frames_;
  std::vector<Group> groups_;
  std::deque<Cite> cites_;
  std::vector<TaggedCitation> citations_;
  std::vector<TaggedReference> entries_;
  std::map<std::string, Macro, std::less<>> macros_;
  std::map<std::string, std::string, std::less<>> filecontents_;
  std::deque<Note> notes_;
  std::vector<BlockKind> contexts_;
  Range title_;
  bool in_body_ = false;
  bool in_entry_ = false;
  bool in_note_ = false;
  bool titled_ = false;
  bool ended_ = false;
  unsigned lists_ = 0;
  unsigned tables_ = 0;
  unsigned note_count_ = 0;
  std::uint64_t expansions_ = 0;
  std::uint64_t expanded_ = 0;  // bytes
  bool expansions_reported_ = false;
  std::uint32_t place_ = 0;  // of the command at work, in the space of offsets
  std::set<std::string, std::less<>> entry_ids_;
  bool item_begins_ = false;
};

}  // namespace citegraph::document::latex
