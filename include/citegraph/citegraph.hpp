/// \file
/// All of citegraph but the Boost.Graph model, which is in `<citegraph/boost.hpp>`.
///
/// From papers to one graph, a bibliography and a picture:
///
///     #include <citegraph/boost.hpp>
///     #include <citegraph/citegraph.hpp>
///
///     citegraph::GraphBuilder builder;
///     for (const char* path : {"paper.md", "draft.txt"}) {
///       const citegraph::Paper paper = citegraph::read_paper(path);
///       for (const citegraph::Diagnostic& finding : paper.diagnostics) std::cerr << finding << '\n';
///       builder.add(paper);
///     }
///     const citegraph::Graph graph = std::move(builder).build();
///     for (auto v : boost::make_iterator_range(vertices(graph)))
///       std::cout << graph[v].key << " cited " << in_degree(v, graph) << " times\n";
///     citegraph::write_bibtex(std::cout, graph);
///     citegraph::write_dot(std::cout, graph);
///
/// Threads: const is safe; any number of threads may read one object, and different objects may be changed at the same
/// time. Exceptions: `Error` for what cannot be read at all, `std::bad_alloc`; text that is unclear gives a
/// `Diagnostic` instead.
#pragma once

#include "citegraph/bare_graph.hpp"
#include "citegraph/bibliography.hpp"
#include "citegraph/bibtex.hpp"
#include "citegraph/citation.hpp"
#include "citegraph/citation_key.hpp"
#include "citegraph/co_citation.hpp"
#include "citegraph/communities.hpp"
#include "citegraph/contexts.hpp"
#include "citegraph/corrections.hpp"
#include "citegraph/csl_json.hpp"
#include "citegraph/date.hpp"
#include "citegraph/diagnostic.hpp"
#include "citegraph/document.hpp"
#include "citegraph/dot.hpp"
#include "citegraph/error.hpp"
#include "citegraph/explanation.hpp"
#include "citegraph/gexf.hpp"
#include "citegraph/graph.hpp"
#include "citegraph/graph_bibtex.hpp"
#include "citegraph/graphml.hpp"
#include "citegraph/history.hpp"
#include "citegraph/identifier.hpp"
#include "citegraph/identity.hpp"
#include "citegraph/json.hpp"
#include "citegraph/listed_works.hpp"
#include "citegraph/main_path.hpp"
#include "citegraph/mention.hpp"
#include "citegraph/model.hpp"
#include "citegraph/name.hpp"
#include "citegraph/options.hpp"
#include "citegraph/pages.hpp"
#include "citegraph/paper.hpp"
#include "citegraph/ranking.hpp"
#include "citegraph/raw_bibtex.hpp"
#include "citegraph/record_linker.hpp"
#include "citegraph/records.hpp"
#include "citegraph/reference.hpp"
#include "citegraph/reports.hpp"
#include "citegraph/source_map.hpp"
#include "citegraph/span.hpp"
#include "citegraph/store.hpp"
#include "citegraph/store_builder.hpp"
#include "citegraph/text_file.hpp"
#include "citegraph/traversal.hpp"
#include "citegraph/version.hpp"
#include "citegraph/work.hpp"
