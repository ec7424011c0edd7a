#include "document/jats/entry.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/block_writer.hpp"
#include "document/jats/compose.hpp"
#include "document/jats/elements.hpp"
#include "document/jats/fields.hpp"
#include "document/jats/locate.hpp"
#include "document/xml.hpp"

namespace citegraph::document::jats {
namespace {

bool is_citation(std::string_view name) {
  return name == "mixed-citation" || name == "element-citation" || name == "nlm-citation" || name == "citation";
}

// What stands in a reference: citations with punctuation, citations of fields only, and text beside them.
struct Parts {
  std::vector<pugi::xml_node> all;  // in the order of the file
  std::vector<pugi::xml_node> printed;
  std::vector<pugi::xml_node> tagged;
};

bool has_own_text(pugi::xml_node node) {
  return std::any_of(node.begin(), node.end(), [](pugi::xml_node each) {
    return is_text(each) && std::string_view(each.value()).find_first_not_of(" \t\r\n") != std::string_view::npos;
  });
}

// Text beside the fields, or in a group of names.
bool is_printed(pugi::xml_node citation) {
  if (has_own_text(citation)) return true;
  const auto elements = std::count_if(citation.begin(), citation.end(), is_element);
  return elements > 0 && std::all_of(citation.begin(), citation.end(), [](pugi::xml_node each) {
           return !is_element(each) || role_of(local_name(each)) != Role::inline_text ||
                  local_name(each) == "styled-content";
         });
}

bool is_blank(pugi::xml_node node) {
  return is_text(node) && std::string_view(node.value()).find_first_not_of(" \t\r\n") == std::string_view::npos;
}

Parts parts_of(pugi::xml_node ref) {
  Parts parts;
  for (pugi::xml_node node = ref.first_child(); node;) {
    const std::string_view name = local_name(node);
    if (name == "citation-alternatives") {
      node = next_inside(node, ref);
      continue;
    }
    const bool skipped = is_blank(node) || (is_element(node) && role_of(name) == Role::skipped) || name == "label";
    if (!skipped) parts.all.push_back(node);
    if (is_citation(name)) (is_printed(node) ? parts.printed : parts.tagged).push_back(node);
    node = next_beyond(node, ref);
  }
  return parts;
}

class EntryWriter {
 public:
  EntryWriter(pugi::xml_node ref, Flow& flow) : ref_(ref), flow_(flow), writer_(flow.writer()) {}

  TaggedReference write() {
    out_.id = entry_id(ref_);
    out_.number = value_of(child(ref_, "label"));
    writer_.begin(BlockKind::list_item, 1, out_.number);
    write(parts_of(ref_));
    out_.span = writer_.is_open() ? writer_.block_span() : TextSpan{writer_.size(), writer_.size()};
    writer_.end();
    return std::move(out_);
  }

 private:
  // Where the same works are printed once and tagged once, the text is the one's and the fields are the other's.
  void write(const Parts& parts) {
    const bool paired = parts.printed.size() == parts.tagged.size();
    std::size_t printed = 0;
    for (const pugi::xml_node node : parts.all) {
      writer_.separate(" ", offset_of(node));
      if (!is_citation(local_name(node)))
        write_beside(node);
      else if (printed < parts.printed.size() && parts.printed[printed] == node)
        write_printed(node, paired ? parts.tagged[printed++] : (++printed, pugi::xml_node{}));
      else if (parts.printed.empty())
        write_composed(node);
      else if (!paired)
        add_unprinted(node);
    }
  }

  void write_beside(pugi::xml_node node) {
    Flow::Watched none;
    flow_.inline_content(node, none);
  }

  static Flow::Watched watch(const Fields& fields) {
    Flow::Watched watched;
    for (const Field& field : fields.fields)
      for (const pugi::xml_node node : field.nodes) watched.emplace_back(node.hash_value(), TextSpan{});
    std::sort(watched.begin(), watched.end());
    return watched;
  }

  void write_printed(pugi::xml_node printed, pugi::xml_node tagged) {
    const Fields fields = read_fields(tagged ? tagged : printed);
    Flow::Watched watched = watch(fields);
    writer_.open_run();
    flow_.inline_content(printed, watched);
    const TextSpan span = writer_.close_run();
    add(fields, tagged ? locate_fields(fields, writer_.text(), span) : spans_of(fields, watched));
  }

  // Fields without punctuation: a style of our own puts them in order.
  void write_composed(pugi::xml_node citation) {
    const Fields fields = read_fields(citation);
    Flow::Watched watched = watch(fields);
    if (fields.fields.empty())
      flow_.inline_content(citation, watched);
    else
      compose(fields, watched, flow_);
    add(fields, spans_of(fields, watched));
  }

  void add_unprinted(pugi::xml_node citation) {
    const Fields fields = read_fields(citation);
    add(fields, std::vector<TextSpan>(fields.fields.size()));
  }

  // From the first of a field's nodes to the last, where only punctuation stands between them.
  static std::vector<TextSpan> spans_of(const Fields& fields, const Flow::Watched& watched) {
    constexpr std::uint32_t widest_gap = 6;  // bytes: "–", ", "
    std::vector<TextSpan> spans;
    for (const Field& field : fields.fields) {
      TextSpan whole;
      for (const pugi::xml_node node : field.nodes) {
        const auto found = std::lower_bound(watched.begin(), watched.end(), node.hash_value(),
                                            [](const auto& each, std::size_t value) { return each.first < value; });
        const TextSpan span = found->second;
        if (span.empty()) continue;
        if (whole.empty())
          whole = span;
        else if (span.start >= whole.end && span.start - whole.end <= widest_gap)
          whole.end = span.end;
        else if (span.end <= whole.start && whole.start - span.end <= widest_gap)
          whole.start = span.start;
      }
      spans.push_back(whole);
    }
    return spans;
  }

  void add(const Fields& fields, const std::vector<TextSpan>& spans) {
    TaggedWork work;
    work.type = fields.type;
    for (std::size_t i = 0; i < fields.fields.size(); ++i)
      work.fields.push_back({fields.fields[i].label, fields.fields[i].value, fields.fields[i].name, spans[i]});
    out_.works.push_back(std::move(work));
  }

  pugi::xml_node ref_;
  Flow& flow_;
  BlockWriter& writer_;
  TaggedReference out_;
};

}  // namespace

TaggedReference write_entry(pugi::xml_node ref, Flow& flow) { return EntryWriter(ref, flow).write(); }

bool is_hidden_in_entry(pugi::xml_node node) {
  const std::string_view name = local_name(node);
  if (name == "label") return true;
  if (name != "pub-id") return false;
  if (attribute(node, "specific-use") == "suppress-display") return true;
  const std::string type = attribute(node, "pub-id-type");
  return type != "doi" && type != "pmid" && type != "pmcid" && type != "pmc" && type != "arxiv" && type != "isbn" &&
         !std::string_view(node.child_value()).starts_with("10.");
}

}  // namespace citegraph::document::jats
