#include "graph/store/records.hpp"

#include <optional>

#include "graph/store/bytes.hpp"

namespace citegraph::graph {
namespace {

constexpr auto work_types = static_cast<std::uint64_t>(WorkType::webpage) + 1;
constexpr auto variables = static_cast<std::uint64_t>(Variable::arxiv) + 1;
constexpr auto name_variables = static_cast<std::uint64_t>(NameVariable::reviewed_author) + 1;
constexpr auto date_variables = static_cast<std::uint64_t>(DateVariable::submitted) + 1;
constexpr auto merge_reasons = static_cast<std::uint64_t>(MergeReason::by_hand) + 1;
constexpr auto traits = static_cast<std::uint64_t>(Trait::letter) + 1;
constexpr auto citation_forms = static_cast<std::uint64_t>(CitationForm::note) + 1;
constexpr auto link_statuses = static_cast<std::uint64_t>(LinkStatus::missing) + 1;

void append(ByteWriter& out, const std::optional<CalendarDate>& date) {
  out.number(date ? 1 : 0);
  if (!date) return;
  out.signed_number(date->year);
  for (const std::uint8_t part : {date->month, date->day, date->season}) out.number(part);
}

std::optional<CalendarDate> read_calendar_date(ByteReader& in) {
  if (in.number() == 0) return std::nullopt;
  CalendarDate date;
  date.year = static_cast<std::int16_t>(in.signed_number());
  date.month = in.value_of<std::uint8_t>(13);
  date.day = in.value_of<std::uint8_t>(32);
  date.season = in.value_of<std::uint8_t>(5);
  return date;
}

void append(ByteWriter& out, const SourceSpan& span) {
  for (const std::uint32_t value : {span.start, span.end, span.file}) out.number(value);
}

SourceSpan read_span(ByteReader& in) {
  SourceSpan span;
  span.start = static_cast<std::uint32_t>(in.number());
  span.end = static_cast<std::uint32_t>(in.number());
  span.file = static_cast<std::uint32_t>(in.number());
  return span;
}

void tell(const ByteReader& in, bool* intact) {
  if (intact != nullptr) *intact = *intact && !in.failed() && in.at_end();
}

}  // namespace

void append(std::string& bytes, const Work& work) {
  ByteWriter out(bytes);
  out.number(static_cast<std::uint64_t>(work.type));
  out.text(work.key);
  out.number(work.texts().size());
  for (const auto& [variable, text] : work.texts()) {
    out.number(static_cast<std::uint64_t>(variable));
    out.text(text);
  }
  out.number(work.names().size());
  for (const auto& [variable, names] : work.names()) {
    out.number(static_cast<std::uint64_t>(variable));
    out.number(work.has_others(variable) ? 1 : 0);
    out.number(names.size());
    for (const Name& name : names)
      for (const std::string* part : {&name.family, &name.given, &name.dropping_particle, &name.non_dropping_particle,
                                      &name.suffix, &name.literal})
        out.text(*part);
  }
  out.number(work.dates().size());
  for (const auto& [variable, date] : work.dates()) {
    out.number(static_cast<std::uint64_t>(variable));
    for (const auto* part : {&date.start, &date.end, &date.original}) append(out, *part);
    out.text(date.suffix);
    out.text(date.literal);
    out.number(date.circa ? 1 : 0);
  }
}

Work read_work(std::string_view bytes, bool* intact) {
  ByteReader in(bytes);
  Work work;
  work.type = in.value_of<WorkType>(work_types);
  work.key = in.text();
  for (std::uint64_t left = in.count(); left > 0 && !in.failed(); --left) {
    const auto variable = in.value_of<Variable>(variables);
    if (std::string text = in.text(); !in.failed()) work.set(variable, std::move(text));
  }
  for (std::uint64_t left = in.count(); left > 0 && !in.failed(); --left) {
    const auto variable = in.value_of<NameVariable>(name_variables);
    const bool others = in.number() != 0;
    std::vector<Name> names;
    for (std::uint64_t names_left = in.count(); names_left > 0 && !in.failed(); --names_left) {
      Name name;
      for (std::string* part : {&name.family, &name.given, &name.dropping_particle, &name.non_dropping_particle,
                                &name.suffix, &name.literal})
        *part = in.text();
      names.push_back(std::move(name));
    }
    work.set(variable, std::move(names));
    work.set_others(variable, others);
  }
  for (std::uint64_t left = in.count(); left > 0 && !in.failed(); --left) {
    const auto variable = in.value_of<DateVariable>(date_variables);
    Date date;
    for (auto* part : {&date.start, &date.end, &date.original}) *part = read_calendar_date(in);
    date.suffix = in.text();
    date.literal = in.text();
    date.circa = in.number() != 0;
    if (!in.failed()) work.set(variable, std::move(date));
  }
  tell(in, intact);
  return work;
}

void append(std::string& bytes, const Cites& cites) {
  ByteWriter out(bytes);
  out.number(cites.listed ? 1 : 0);
  out.number(cites.mentions.size());
  for (const Mention& mention : cites.mentions) {
    for (const std::string* text : {&mention.path, &mention.text, &mention.sentence, &mention.section, &mention.prefix,
                                    &mention.suffix, &mention.locator, &mention.locator_label})
      out.text(*text);
    append(out, mention.source);
    for (const std::uint32_t value :
         {mention.line, mention.column, mention.group, mention.position, mention.group_size})
      out.number(value);
    out.number(static_cast<std::uint64_t>(mention.form));
    out.number(static_cast<std::uint64_t>(mention.status));
  }
}

Cites read_cites(std::string_view bytes, bool* intact) {
  ByteReader in(bytes);
  Cites cites;
  cites.listed = in.number() != 0;
  for (std::uint64_t left = in.count(); left > 0 && !in.failed(); --left) {
    Mention mention;
    for (std::string* text : {&mention.path, &mention.text, &mention.sentence, &mention.section, &mention.prefix,
                              &mention.suffix, &mention.locator, &mention.locator_label})
      *text = in.text();
    mention.source = read_span(in);
    for (std::uint32_t* value :
         {&mention.line, &mention.column, &mention.group, &mention.position, &mention.group_size})
      *value = static_cast<std::uint32_t>(in.number());
    mention.form = in.value_of<CitationForm>(citation_forms);
    mention.status = in.value_of<LinkStatus>(link_statuses);
    cites.mentions.push_back(std::move(mention));
  }
  tell(in, intact);
  return cites;
}

void append_prints(std::string& bytes, std::string_view packed, std::span<const Variant> variants) {
  if (packed.empty() && variants.empty()) return;
  ByteWriter(bytes).text(packed);
  append(bytes, variants);
}

Prints read_prints(std::string_view bytes) {
  if (bytes.empty()) return {};
  ByteReader in(bytes);
  Prints prints;
  prints.packed = in.text();
  prints.variants = read_variants(in.rest());
  return prints;
}

void append(std::string& bytes, std::span<const Variant> variants) {
  ByteWriter out(bytes);
  out.number(variants.size());
  for (const Variant& variant : variants) {
    out.text(variant.path);
    out.text(variant.text);
    append(out, variant.source);
    out.number(variant.line);
    out.number(variant.column);
    out.number(static_cast<std::uint64_t>(variant.reason));
    std::uint64_t agree = 0;
    for (std::uint64_t i = 0; i < traits; ++i)
      if (variant.agree.contains(static_cast<Trait>(i))) agree |= std::uint64_t{1} << i;
    out.number(agree);
  }
}

std::vector<Variant> read_variants(std::string_view bytes, bool* intact) {
  ByteReader in(bytes);
  std::vector<Variant> variants;
  for (std::uint64_t left = in.count(); left > 0 && !in.failed(); --left) {
    Variant variant;
    variant.path = in.text();
    variant.text = in.text();
    variant.source = read_span(in);
    variant.line = static_cast<std::uint32_t>(in.number());
    variant.column = static_cast<std::uint32_t>(in.number());
    variant.reason = in.value_of<MergeReason>(merge_reasons);
    const std::uint64_t agree = in.number();
    for (std::uint64_t i = 0; i < traits; ++i)
      if ((agree >> i & 1) != 0) variant.agree.insert(static_cast<Trait>(i));
    variants.push_back(std::move(variant));
  }
  tell(in, intact);
  return variants;
}

}  // namespace citegraph::graph
