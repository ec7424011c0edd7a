"""Graphs as GraphML and what the library counted of them, held against NetworkX: networkx_check.py FOLDER

FOLDER holds pairs of files, NAME.graphml and NAME.json. Whole numbers must be equal, scores to 1e-6.
"""
import collections
import json
import pathlib
import sys

import networkx as nx
import numpy as np

TOLERANCE = 1e-6
problems = []
checked = collections.Counter()


def expect(what, name, ours, theirs, tolerance=0.0):
    checked[what] += 1
    if len(ours) != len(theirs) or any(abs(a - b) > tolerance for a, b in zip(ours, theirs)):
        problems.append(f"{name}: {what}: {ours} here, {theirs} by NetworkX")


def by_node(scores, nodes):
    return [scores[node] for node in nodes]


def check_hits(name, graph, nodes, matrix, ours):
    # Where the two largest singular values are alike, the scores are not determined.
    values = np.linalg.svd(matrix, compute_uv=False)
    if len(nodes) < 3 or values[0] == 0 or values[1] > 0.9 * values[0]:
        return
    # NetworkX weighs what has a weight.
    unweighted = nx.DiGraph(graph)
    for _, _, said in unweighted.edges(data=True):
        said.clear()
    hubs, authorities = nx.hits(unweighted, max_iter=1000, tol=1e-12)
    expect("hubs", name, ours["hubs"], by_node(hubs, nodes), TOLERANCE)
    expect("authorities", name, ours["authorities"], by_node(authorities, nodes), TOLERANCE)


def check_communities(name, graph, ours):
    links = nx.Graph()
    links.add_nodes_from(graph)
    for citing, cited in graph.edges:
        weight = links.get_edge_data(citing, cited, {"weight": 0})["weight"]
        links.add_edge(citing, cited, weight=weight + 1)
    parts = collections.defaultdict(set)
    for node, part in zip(graph, ours["communities"]):
        parts[part].add(node)
    if links.number_of_edges() > 0:
        theirs = nx.community.modularity(links, parts.values())
        expect("modularity", name, [ours["modularity"]], [theirs], TOLERANCE)


def check(path):
    name = path.stem
    ours = json.loads(path.with_suffix(".json").read_text())
    graph = nx.read_graphml(path)
    nodes = list(graph)
    assert nodes == [f"n{i}" for i in range(len(nodes))]
    matrix = nx.to_numpy_array(graph, nodelist=nodes, weight=None) if nodes else np.zeros((0, 0))
    expect("citations", name, ours["citations"], [graph.nodes[n]["citations"] for n in nodes])
    expect("citations by NetworkX", name, ours["citations"], by_node(dict(graph.in_degree), nodes))
    ranks = nx.pagerank(graph, alpha=0.85, weight=None, tol=1e-12, max_iter=1000)
    expect("PageRank", name, ours["page_rank"], by_node(ranks, nodes), TOLERANCE)
    check_hits(name, graph, nodes, matrix, ours)
    simple = nx.Graph(graph)
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    expect("core numbers", name, ours["core_numbers"], by_node(nx.core_number(simple), nodes))
    expect("weak components", name, [ours["weak"]], [nx.number_weakly_connected_components(graph)])
    expect("strong components", name, [ours["strong"]], [nx.number_strongly_connected_components(graph)])
    check_communities(name, graph, ours)
    for what, product in (("co_cited", matrix.T @ matrix), ("coupled", matrix @ matrix.T)):
        np.fill_diagonal(product, 0)
        expect(what, name, ours[what], product.flatten().tolist())
    lengths = dict(nx.all_pairs_shortest_path_length(graph))
    expect("shortest paths", name, ours["distances"], [lengths[a].get(b, -1) for a in nodes for b in nodes])


for graphml in sorted(pathlib.Path(sys.argv[1]).glob("*.graphml")):
    check(graphml)
print(", ".join(f"{count} times {what}" for what, count in checked.items()))
print("\n".join(problems))
sys.exit(1 if problems else 0)
