// XML, for the readers of documents: the names of text/xml.hpp.
#pragma once

#include "text/xml.hpp"

namespace citegraph::document {

using text::attribute;
using text::check_xml_encoding;
using text::child;
using text::declared_encoding;
using text::decode_references;
using text::is_element;
using text::is_text;
using text::local_name;
using text::MarkupError;
using text::next_beyond;
using text::next_inside;
using text::offset_of;
using text::plain_text;
using text::xml_root_name;
using text::XmlTree;

}  // namespace citegraph::document
