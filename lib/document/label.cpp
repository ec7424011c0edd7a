#include "citegraph/label.hpp"

namespace citegraph {

std::string_view to_string(Label label) noexcept {
  switch (label) {
    case Label::author:
      return "author";
    case Label::editor:
      return "editor";
    case Label::translator:
      return "translator";
    case Label::title:
      return "title";
    case Label::container_title:
      return "container-title";
    case Label::collection_title:
      return "collection-title";
    case Label::date:
      return "date";
    case Label::volume:
      return "volume";
    case Label::issue:
      return "issue";
    case Label::pages:
      return "pages";
    case Label::edition:
      return "edition";
    case Label::publisher:
      return "publisher";
    case Label::publisher_place:
      return "publisher-place";
    case Label::doi:
      return "doi";
    case Label::url:
      return "url";
    case Label::isbn:
      return "isbn";
    case Label::eprint:
      return "eprint";
    case Label::note:
      return "note";
    case Label::accessed:
      return "accessed";
    case Label::genre:
      return "genre";
    case Label::citation_number:
      return "citation-number";
    case Label::event:
      return "event";
    case Label::other:
      return "other";
  }
  return "other";
}

}  // namespace citegraph
