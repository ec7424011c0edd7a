// What the public interface refuses to compile: views into an object that is gone when the statement ends. Each case is
// compiled on its own and has to fail; case 0, the same with objects that live on, has to succeed.
#include <string>
#include <utility>

#include <citegraph/citegraph.hpp>

using namespace citegraph;

std::string make_text();
Work make_work();
Document make_document();

void views(Graph graph) {
  [[maybe_unused]] const std::string lasting_text = make_text();
  [[maybe_unused]] const Work lasting_work = make_work();
  [[maybe_unused]] const Document lasting_document = make_document();
#if CASE == 0
  (void)slice(lasting_text, TextSpan{});
  (void)slice("a literal lasts", TextSpan{});
  (void)slice(std::string_view(lasting_text), TextSpan{});
  (void)lasting_work.get(Variable::title);
  (void)lasting_work.get(NameVariable::author);
  (void)lasting_work.get(DateVariable::issued);
  (void)lasting_document.section_at(0);
  for (const Vertex v : graph.papers()) (void)graph[v];
  (void)std::move(graph).vertex_count();
#elif CASE == 1
  (void)slice(make_text(), TextSpan{});
#elif CASE == 2
  (void)make_work().get(Variable::title);
#elif CASE == 3
  (void)make_work().get(NameVariable::author);
#elif CASE == 4
  (void)make_work().texts();
#elif CASE == 5
  (void)Graph(graph).papers();
#elif CASE == 6
  (void)Graph(graph)[0];
#elif CASE == 7
  (void)std::move(graph).cited(0);
#elif CASE == 8
  (void)make_document().section_at(0);
#endif
}
