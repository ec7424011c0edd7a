// Bibliographies in XML and in refer's tags, for the table of formats.
#pragma once

#include <iosfwd>
#include <string_view>

#include "bibliography/formats.hpp"

namespace citegraph::bibliography::markup {

bool looks_like_mods(std::string_view text);
void read_mods(Builder& builder);
void write_mods(std::ostream& out, const EntriesToWrite& what);

bool looks_like_endnote(std::string_view text);
void read_endnote(Builder& builder);
void write_endnote(std::ostream& out, const EntriesToWrite& what);

bool looks_like_refer(std::string_view text);
void read_refer(Builder& builder);
void write_refer(std::ostream& out, const EntriesToWrite& what);

void write_jats_list(std::ostream& out, const EntriesToWrite& what);
void write_tei_list(std::ostream& out, const EntriesToWrite& what);

}  // namespace citegraph::bibliography::markup
