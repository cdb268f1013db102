"""Records to linked data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any, BinaryIO
from urllib.parse import quote

import attrs

from diplomod.formats.characters import fit, unfit
from diplomod.formats.linked.graphs import graph_of
from diplomod.formats.linked.terms import CONTEXT, EDTF, POSITION, SCHEMA, STATUS, VALUE, fields_of, type_of
from diplomod.formats.losses import Loss
from diplomod.model import Demand, Meeting, Record, Source, Statement, When

EVERYTHING = tuple(field.name for field in attrs.fields(Record))


def write_jsonld(records: Iterable[Record], file: BinaryIO) -> Iterator[Loss]:
    """One document, a node of its graph for each Record."""
    context = json.dumps(CONTEXT, indent=1)
    file.write(f'{{"@context": {context},\n"@graph": ['.encode())
    for number, (record, document) in enumerate(_documents(records)):
        file.write(f"{',' if number else ''}\n{json.dumps(document, ensure_ascii=False)}".encode())
        yield from unfit(number, record, EVERYTHING)
    file.write(b"\n]}\n")


def write_turtle(records: Iterable[Record], file: BinaryIO) -> Iterator[Loss]:
    """Turtle, one Record after the other."""
    for number, (record, document) in enumerate(_documents(records)):
        text = json.dumps({"@context": CONTEXT, "@graph": [document]})
        file.write(graph_of(text, "json-ld").serialize(format="turtle").encode())
        yield from unfit(number, record, EVERYTHING)


def _documents(records: Iterable[Record]) -> Iterator[tuple[Record, dict[str, Any]]]:
    seen: set[str] = set()
    for number, record in enumerate(records):
        name = f"urn:diplomod:{record.source.fingerprint}"
        if name in seen:  # the same source once more: what each Record says is kept apart
            name = f"{name}:{number}"
        seen.add(name)
        node = {"@id": name, **_node(record, name), POSITION: _number(number)}
        yield record, node


def _node(value: Any, base: str) -> dict[str, Any]:
    """A value as a node: its types, its fields, and what other programs look for."""
    node: dict[str, Any] = {"@type": type_of(value)}
    if isinstance(getattr(value, "id", None), str):
        node["@id"] = f"{base}:{quote(fit(value.id), safe='')}"
    for field in fields_of(type(value)):
        found = getattr(value, field.name)
        if field.several:
            items = [{**_item(one, base), POSITION: _number(i)} for i, one in enumerate(found)]
            if items:
                node[field.word] = [*node.get(field.word, ()), *items]
        elif found is not None:
            node[field.word] = _item(found, base) if attrs.has(type(found)) else _literal(found, field.name)
    return {**_derived(value), **node}


def _item(value: Any, base: str) -> dict[str, Any]:
    return _node(value, base) if attrs.has(type(value)) else {VALUE: fit(value)}


def _literal(value: Any, name: str) -> Any:
    if isinstance(value, float):
        return {"@value": f"{Decimal(repr(value)):f}", "@type": "xsd:decimal"}  # a double would be rounded in Turtle
    if isinstance(value, int):
        return _number(value)
    if name == "edtf":
        return {"@value": value, "@type": EDTF}
    return str(value) if isinstance(value, StrEnum) else fit(value)


def _number(value: int) -> dict[str, str]:
    return {"@value": str(value), "@type": "xsd:integer"}


def _derived(value: Any) -> dict[str, Any]:
    """What schema.org says in its own words, beside the field that it follows from."""
    if isinstance(value, Meeting):
        sides = " – ".join(party.name for party in value.parties)
        name = f"{value.kind.capitalize()}{f': {sides}' if sides else ''}"
        return {
            "name": fit(name),
            "eventStatus": {"@id": SCHEMA + STATUS[value.status]},
            **_days(value.when, "startDate", "endDate"),
        }
    if isinstance(value, Source):
        return _days(value.published, "datePublished", None)
    if isinstance(value, (Demand, Statement)):
        return {"text": fit(value.content.text)}
    return {}


def _days(when: When | None, start: str, end: str | None) -> dict[str, Any]:
    """The first and the last day of a date."""
    if when is None:
        return {}
    days = {start: when.earliest, end: when.latest}
    return {
        name: {"@value": day.isoformat(), "@type": "xsd:date"}
        for name, day in days.items()
        if name is not None and day is not None
    }
