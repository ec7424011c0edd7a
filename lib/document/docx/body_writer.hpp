// The stories of a document as an article in the vocabulary of JATS: paragraphs, headings, lists, tables, notes where
// they are called, citations and entries as the fields tag them.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/docx/inline_writer.hpp"
#include "document/docx/numbering.hpp"
#include "document/docx/story.hpp"
#include "document/docx/styles.hpp"
#include "document/jats/builder.hpp"

namespace citegraph::document::docx {

// What paragraphs of certain styles say of the document itself.
struct Head {
  std::string title;
  std::vector<std::string> authors;
  std::string date;
};

class BodyWriter {
 public:
  struct Sources {
    const Story& text;
    const Story& footnotes;
    const Story& endnotes;
    const Styles& styles;
    Numbering& numbering;
  };
  BodyWriter(const Sources& sources, jats::Builder& builder);

  void run();
  [[nodiscard]] const Head& head() const noexcept { return head_; }

 private:
  struct Paragraph {
    std::size_t depth = 0;  // of the builder, before it
    bool is_entry = false;
    InlineWriter text;
  };
  // A table, a row or a cell.
  struct Frame {
    std::size_t depth = 0;
    bool holds_entries = false;  // the table is one only to the eye: its rows are entries
    bool is_entry = false;
  };
  struct OpenField {
    std::uint32_t field = 0;
    bool shown = false;  // its result has begun
  };
  struct Note {
    const Story* story = nullptr;
    pugi::xml_node node;
    std::string label;
  };

  void write(const Story& story, pugi::xml_node root);
  bool enter(pugi::xml_node node);
  bool enter_inline(pugi::xml_node node, std::string_view name);
  void leave(pugi::xml_node node);
  void characters(pugi::xml_node node);

  void enter_paragraph(pugi::xml_node node);
  void open_paragraph(const ParagraphFormat& format, Paragraph& paragraph);
  void leave_paragraph();
  void note_head(pugi::xml_node node, ParagraphRole role);
  void heading(std::size_t level, Paragraph& paragraph);
  void list_item(ListPlace place);
  void put_label(const std::string& label);
  void open_entry(std::uint32_t offset, const std::string& number);
  void enter_frame(pugi::xml_node node, std::string_view name);
  void leave_frame();

  void follow(const FieldSign& sign);
  void end_field(std::uint32_t field);
  void show_field(std::uint32_t number, InlineWriter& text);
  void open_link(pugi::xml_node node);
  void call_note(pugi::xml_node node, const Story& notes);
  void write_notes();
  [[nodiscard]] bool is_flat() const noexcept { return builder_.depth() == body_ + sections_; }
  [[nodiscard]] bool is_shown() const noexcept { return hidden_fields_ == 0 && !paragraphs_.empty(); }

  const Sources sources_;
  jats::Builder& builder_;
  Head head_;
  const Story* story_ = nullptr;
  std::vector<Paragraph> paragraphs_;  // one inside another: in boxes
  std::vector<Frame> frames_;
  std::vector<std::size_t> boxes_;  // depths of the builder before them
  std::vector<OpenField> fields_;
  std::vector<Note> notes_;                                   // called, to be written behind the paragraph
  std::unordered_map<std::size_t, std::string> note_labels_;  // of those called, by node; asked only
  std::size_t body_ = 0;                                      // depth of the builder
  std::size_t sections_ = 0;
  std::size_t hidden_fields_ = 0;  // open fields whose result has not begun
  std::uint32_t footnotes_ = 0;
  std::uint32_t endnotes_ = 0;
  bool in_note_ = false;
  bool in_entry_ = false;
};

}  // namespace citegraph::document::docx
