// A program that uses the library may have set any locale: numbers that people group and commas they put into fractions
// belong to their screens, not into files.
#include <gtest/gtest.h>
#include <locale>
#include <sstream>
#include <string>

#include "citegraph/bibtex.hpp"
#include "citegraph/csl_json.hpp"
#include "citegraph/dot.hpp"
#include "citegraph/gexf.hpp"
#include "citegraph/graph.hpp"
#include "citegraph/graph_bibtex.hpp"
#include "citegraph/graphml.hpp"
#include "citegraph/json.hpp"
#include "citegraph/paper.hpp"

namespace citegraph {
namespace {

// "1.234,5", grouped by one digit so that every number of two shows it.
class Grouped : public std::numpunct<char> {
 protected:
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\1"; }
  std::string do_truename() const override { return "wahr"; }
};

class Locale {
 public:
  explicit Locale(const std::locale& locale) : before_(std::locale::global(locale)) {}
  Locale(const Locale&) = delete;
  Locale& operator=(const Locale&) = delete;
  ~Locale() { std::locale::global(before_); }

 private:
  std::locale before_;
};

std::string everything_written() {
  const Paper paper = parse_paper(
      std::string(12, '\n') +
          "# Rivers\n\nRain (Ash, 1990: 1234; Ash 1991) falls.\n\n## References\n\nAsh, B. (1990). The Nile. Rivers, "
          "1200(34), 1230-1245. doi:10.1000/182\n",
      "rivers.md");
  GraphBuilder builder;
  builder.add(paper);
  const Graph graph = std::move(builder).build();
  std::ostringstream out;
  out << 1234 << '\n';
  write_json(out, std::span(&paper, 1));
  write_json(out, paper.diagnostics);
  write_json_line(out, "x", parse_reference("x"));
  write_bibtex(out, graph, {}, {.papers = true, .missing = true});
  write_bibtex(out, paper.references[0].works, {.dialect = BibtexDialect::biblatex, .charset = Charset::latex});
  write_csl_json(out, paper.references[0].works);
  for (const DotLayout layout : {DotLayout::ranked, DotLayout::placed, DotLayout::none})
    write_dot(out, graph, {.layout = layout});
  write_graphml(out, graph);
  write_gexf(out, graph);
  for (const Diagnostic& finding : paper.diagnostics) out << finding << '\n';
  return out.str();
}

TEST(Locale, OfTheProgramDoesNotShow) {
  const std::string expected = everything_written();
  const Locale grouped(std::locale(std::locale::classic(), new Grouped));
  const std::string written = everything_written();
  ASSERT_NE(written.substr(0, written.find('\n')), "1234") << "the locale is not in use";
  EXPECT_EQ(written.substr(written.find('\n')), expected.substr(expected.find('\n')));
}

}  // namespace
}  // namespace citegraph
