#include "document/jats/compose.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "document/xml.hpp"

namespace citegraph::document::jats {
namespace {

// How a field follows what is before it, in the order of printing.
struct Step {
  Label label;
  std::string_view before;
  std::string_view after;
  std::string_view between = ", ";  // two fields of the label
};

constexpr Step steps[] = {
    {Label::author, ". ", ""},
    {Label::date, " (", ")"},
    {Label::title, ". ", ""},
    {Label::translator, ". Translated by ", ""},
    {Label::editor, ". In: ", " (eds.)"},
    {Label::container_title, ". ", ""},
    {Label::volume, ", ", ""},
    {Label::issue, "(", ")"},
    {Label::pages, ", ", ""},
    {Label::collection_title, ". ", ""},
    {Label::edition, ". ", ""},
    {Label::genre, ". ", ""},
    {Label::event, ". ", ""},
    {Label::publisher_place, ". ", ""},
    {Label::publisher, ". ", ""},
    {Label::isbn, ". ISBN ", ""},
    {Label::note, ". ", "", ". "},
    {Label::doi, ". ", ""},
    {Label::eprint, ". ", ""},
    {Label::url, ". ", ""},
    {Label::accessed, ". ", ""},
};

bool ends_sentence(std::string_view text) { return text.ends_with('.') || text.ends_with('?') || text.ends_with('!'); }

class Composer {
 public:
  Composer(const Fields& fields, Flow::Watched& watched, Flow& flow)
      : fields_(fields), watched_(watched), flow_(flow), writer_(flow.writer()), start_(writer_.size()) {}

  void run() {
    for (const Step& step : steps) print(step);
    if (writer_.size() > start_ && !ends_sentence(writer_.text()) && !ends_with_address_) put(".");
  }

 private:
  void print(const Step& step) {
    bool any = false;
    for (const Field& field : fields_.fields) {
      if (field.label != step.label || is_printed(field.nodes.front())) continue;
      offset_ = offset_of(field.nodes.front());
      any ? put(step.between) : lead(step);
      any = true;
      for (std::size_t i = 0; i < field.nodes.size(); ++i) {
        if (i > 0) put(field.label == Label::pages ? "-" : " ");
        const std::uint32_t before = writer_.size();
        flow_.inline_content(field.nodes[i], watched_);
        if (writer_.size() == before) put(field.value);  // an address that is an attribute only
      }
      ends_with_address_ = field.label == Label::url;
    }
    if (any) put(step.after);
  }

  // A remark may hold two identifiers.
  bool is_printed(pugi::xml_node node) const {
    const auto found = std::lower_bound(watched_.begin(), watched_.end(), node.hash_value(),
                                        [](const auto& each, std::size_t value) { return each.first < value; });
    return found != watched_.end() && found->first == node.hash_value() && !found->second.empty();
  }

  void lead(const Step& step) {
    if (writer_.size() == start_) return put(step.label == Label::date ? "(" : "");
    std::string_view before = step.before;
    if (before.starts_with(". ") && ends_sentence(writer_.text())) before.remove_prefix(1);
    put(before);
  }

  void put(std::string_view generated) { writer_.put(generated, offset_); }

  const Fields& fields_;
  Flow::Watched& watched_;
  Flow& flow_;
  BlockWriter& writer_;
  std::uint32_t start_;
  std::uint32_t offset_ = 0;
  bool ends_with_address_ = false;
};

}  // namespace

void compose(const Fields& fields, Flow::Watched& watched, Flow& flow) { Composer(fields, watched, flow).run(); }

}  // namespace citegraph::document::jats
