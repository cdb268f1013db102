"""Linked data that we wrote to Records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, BinaryIO

import attrs

from diplomod.errors import DataError, TextError, ValueFault
from diplomod.formats.extras import need
from diplomod.formats.json import parsed
from diplomod.formats.linked.graphs import graph_of
from diplomod.formats.linked.terms import OURS, POSITION, VALUE, Field, fields_of, full
from diplomod.formats.streams import text_of
from diplomod.model import Record


def read_jsonld(file: BinaryIO) -> Iterator[Record]:
    """The Records of a JSON-LD document that was written here, in whatever form it came back.

    Raises `TextError` for what is no JSON-LD and for one that leads to other documents, `DataError` for what is no Record.
    """
    document = parsed(text_of(file))
    if not isinstance(document, (dict, list)):
        raise TextError("a document of JSON-LD is an object or a list")
    for outside in _outside(document):
        raise TextError(f"its context is another document, {outside!r}, which is not fetched; put it into the document")
    yield from _records(json.dumps(document), "json-ld")


def read_turtle(file: BinaryIO) -> Iterator[Record]:
    """The Records of Turtle that was written here. Raises what `read_jsonld` raises."""
    yield from _records(text_of(file), "turtle")


def _outside(document: Any) -> Iterator[str]:
    """The contexts that stand in other documents."""
    waiting = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            found = value.get("@context")
            contexts = found if isinstance(found, list) else [found]
            yield from (one for one in contexts if isinstance(one, str))
            if "@import" in value:
                yield str(value["@import"])
            waiting += value.values()


def _records(text: str, form: str) -> Iterator[Record]:
    rdflib = need("rdflib", "rdf")
    graph = graph_of(text, form)
    reader = _Reader(rdflib, graph)
    nodes = reader.sorted(graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{OURS}Record")))
    if not nodes and (text.strip() if form == "turtle" else len(graph)):  # prefixes alone are what was cut off
        raise TextError("it holds no Record of diplomod")
    for number, node in enumerate(nodes):
        record = reader.value(Record, node, f"record {number}")
        problems = record.problems()
        if problems:
            raise DataError([(f"record {number}", problem) for problem in problems])
        yield record


class _Reader:
    """The values of the nodes of a graph."""

    def __init__(self, rdflib: Any, graph: Any) -> None:
        self._rdflib = rdflib
        self._graph = graph

    def value(self, kind: type[Any], node: Any, path: str) -> Any:
        """The value of a class that a node describes."""
        told = {field.name: self._field(field, node, f"{path}.{field.name}") for field in fields_of(kind)}
        try:
            return kind(**told)
        except ValueFault as fault:
            raise DataError([(path, str(fault))]) from None
        except TextError as fault:
            raise DataError([(path, fault.message)]) from None

    def sorted(self, nodes: Any) -> list[Any]:
        """The nodes in the order of their positions."""
        return sorted(set(nodes), key=self._position)

    def _field(self, field: Field, node: Any, path: str) -> Any:
        found = set(self._graph.objects(node, self._rdflib.URIRef(full(field.word))))
        if field.several:
            inside = [one for one in found if self._is(one, field.kind)]
            return tuple(self._item(field, one, f"{path}[{i}]") for i, one in enumerate(self.sorted(inside)))
        if len(found) > 1:
            raise DataError([(path, f"stands {len(found)} times")])
        if not found:
            if field.needed:
                raise DataError([(path, "is missing")])
            return None
        return self._item(field, found.pop(), path)

    def _is(self, node: Any, kind: type[Any]) -> bool:
        """Whether a node is of a class, or of any where the class has no name there."""
        if not attrs.has(kind):
            return True
        return (node, self._rdflib.RDF.type, self._rdflib.URIRef(f"{OURS}{kind.__name__}")) in self._graph

    def _item(self, field: Field, node: Any, path: str) -> Any:
        if attrs.has(field.kind):
            return self.value(field.kind, node, path)
        if field.several:
            node = self._graph.value(node, self._rdflib.URIRef(full(VALUE)))
        if not isinstance(node, self._rdflib.Literal):
            raise DataError([(path, "is a plain value")])
        try:
            return _plain(field.kind, str(node))
        except ValueError:
            raise DataError([(path, f"is of the kind {field.kind.__name__}; got {str(node)[:60]!r}")]) from None

    def _position(self, node: Any) -> float:
        found = self._graph.value(node, self._rdflib.URIRef(full(POSITION)))
        try:
            return float(str(found))
        except ValueError:
            return 0


def _plain(kind: type[Any], text: str) -> Any:
    if kind in (str, int, float) or issubclass(kind, StrEnum):
        return kind(text)
    raise ValueError(text)
