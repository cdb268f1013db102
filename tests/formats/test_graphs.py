"""Graphs: who meets, asks, answers and says what."""

from __future__ import annotations

import io
from typing import Any

import networkx
import pytest
from hypothesis import HealthCheck, given, settings

from diplomod import FormatError, Record, dumps, loads, read, testing
from diplomod.formats.graphs import graph_of

TEXT = (
    "The foreign ministers of Jordan and Spain, Omar Nasser and Eva Gil, met in Madrid on 2 June 2023. "
    "Jordan demanded that Israel withdraw from the border area. “We reject it,” said Israel's foreign minister, Dan Levi."
)


def edges(graph: Any) -> set[tuple[str, str, str]]:
    """Edges by the labels of their ends."""

    def label(node: str) -> str:
        told = graph.nodes[node]
        return str(told.get("label", told["kind"]))

    return {(label(one), told["kind"], label(other)) for one, other, told in graph.edges(data=True)}


@pytest.mark.parametrize(
    "edge",
    [
        ("Jordan", "side", "meeting"),
        ("Spain", "side", "meeting"),
        ("Omar Nasser", "takes part", "meeting"),
        ("Eva Gil", "head", "Spain"),
        ("Jordan", "demands", "Israel withdraw from the border area"),
        ("Israel withdraw from the border area", "asked", "Israel"),
        ("Israel", "answers", "response"),
        ("response", "answer to", "Israel withdraw from the border area"),
        ("Dan Levi", "says", "We reject it,"),
        ("Dan Levi", "speaks for", "Israel"),
        ("source", "tells", "meeting"),
    ],
)
def test_edges(edge: tuple[str, str, str]) -> None:
    assert edge in edges(graph_of(read(TEXT)))


def test_parties_and_people_stand_once() -> None:
    record = read(TEXT)
    graph = graph_of([record, record])
    labels = [told["label"] for _, told in graph.nodes(data=True) if told["kind"] in ("party", "person")]
    assert len(labels) == len(set(labels))
    assert sum(told["kind"] == "meeting" for _, told in graph.nodes(data=True)) == 2 * len(record.meetings)


@settings(deadline=None, max_examples=8, suppress_health_check=list(HealthCheck))
@given(testing.records())
def test_graphml_is_read_by_networkx(record: Record) -> None:
    graph = networkx.read_graphml(io.BytesIO(dumps(record, "graphml").encode()), force_multigraph=True)
    own = graph_of(record)
    assert set(graph.nodes) == set(own.nodes) and graph.number_of_edges() == own.number_of_edges()


def test_it_is_not_read_back() -> None:
    with pytest.raises(FormatError, match="the format graphml can't be read"):
        loads("<graphml/>", "graphml")
