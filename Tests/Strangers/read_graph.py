"""Reads a graph that kith wrote, and prints its nodes and edges as JSON: read_graph.py networkx|pydot FILE."""
import json
import sys
import xml.etree.ElementTree as xml

reader, file = sys.argv[1:3]


def structure(file):
    """What the schema of GraphML asks: declared and typed keys, ids of their own, edges between nodes that are there."""
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = xml.parse(file).getroot()
    assert root.tag == space + "graphml"
    kinds = [child.tag for child in root]
    assert kinds == sorted(kinds, key=[space + "key", space + "graph"].index), "keys come first"
    keys = {key.get("id"): key for key in root.findall(space + "key")}
    for key in keys.values():
        assert key.get("for") in ("node", "edge") and key.get("attr.name")
        assert key.get("attr.type") in ("boolean", "int", "long", "float", "double", "string")
    graph = root.find(space + "graph")
    assert graph.get("edgedefault") in ("directed", "undirected")
    nodes = [node.get("id") for node in graph.findall(space + "node")]
    assert len(nodes) == len(set(nodes))
    for element in graph:
        what = element.tag.removeprefix(space)
        seen = [data.get("key") for data in element.findall(space + "data")]
        assert len(seen) == len(set(seen)) and all(keys[key].get("for") == what for key in seen)
        if what == "edge":
            assert {element.get("source"), element.get("target")} <= set(nodes)


if reader == "networkx":
    import networkx

    structure(file)
    graph = networkx.read_graphml(file, force_multigraph=True)
    nodes = [[data["label"], data["kind"]] for _, data in graph.nodes(data=True)]
    names = dict(graph.nodes(data="label"))
    edges = [[names[a], data["type"], names[b]] for a, b, data in graph.edges(data=True)]
else:
    import pydot

    graph = pydot.graph_from_dot_file(file, encoding="utf-8")[0]
    plain = lambda text: text[1:-1].replace("\\\\", "\0").replace(chr(92) + chr(34), chr(34)).replace(chr(92) + "n", "\n").replace("\0", chr(92))
    found = [node for node in graph.get_nodes() if node.get("kind")]
    names = {node.get_name(): plain(node.get("label")) for node in found}
    nodes = [[plain(node.get("label")), plain(node.get("kind"))] for node in found]
    edges = [[names[edge.get_source()], plain(edge.get("type")), names[edge.get_destination()]] for edge in graph.get_edges()]
print(json.dumps({"nodes": nodes, "edges": edges}))
