"""Linked data: JSON-LD and Turtle by schema.org, there and back."""

from __future__ import annotations

import io
import json
import warnings
from typing import Any

import pytest
import rdflib
import rdflib.compare

from diplomod import DataError, DiplomodError, Record, TextError, dumps, loads, read
from diplomod.formats import find_format

TEXT = (
    "MADRID, June 3 (Example News) — The kings of Jordan and Spain met in Madrid on 2 June 2023. "
    "Jordan demanded that Israel withdraw from the border area. “We reject it,” said Israel's foreign minister, Dan Levi."
)
RECORD = read(TEXT, published="2023-06-03")
SCHEMA = rdflib.Namespace("https://schema.org/")
FORMS = {"jsonld": "json-ld", "turtle": "turtle"}


def graph_of(records: Any, name: str) -> rdflib.Graph:
    graph = rdflib.Graph()
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        graph.parse(data=dumps(records, name), format=FORMS[name])
    return graph


@pytest.mark.parametrize("name", FORMS)
def test_what_schema_org_readers_find(name: str) -> None:
    graph = graph_of(RECORD, name)
    (event,) = graph.subjects(rdflib.RDF.type, SCHEMA.Event)
    assert graph.value(event, SCHEMA.eventStatus) == SCHEMA.EventScheduled
    assert str(graph.value(event, SCHEMA.startDate)) == "2023-06-02"
    sides = {str(graph.value(one, SCHEMA.name)) for one in graph.objects(event, SCHEMA.attendee)}
    assert sides == {"Jordan", "Spain"}
    place = graph.value(event, SCHEMA.location)
    assert str(graph.value(place, SCHEMA.name)) == "Madrid"
    (quotation,) = graph.subjects(rdflib.RDF.type, SCHEMA.Quotation)
    assert str(graph.value(quotation, SCHEMA.text)) == "We reject it,"
    speaker = graph.value(quotation, SCHEMA.creator)
    assert (speaker, rdflib.RDF.type, SCHEMA.Person) in graph
    assert set(graph.subjects(rdflib.RDF.type, SCHEMA.RejectAction)) and set(
        graph.subjects(rdflib.RDF.type, SCHEMA.Claim)
    )


@pytest.mark.parametrize("name", FORMS)
def test_one_graph_in_both_forms(name: str) -> None:
    assert rdflib.compare.isomorphic(graph_of([RECORD], name), graph_of([RECORD], "jsonld"))


@pytest.mark.parametrize("name", FORMS)
def test_the_same_source_twice_stays_two_records(name: str) -> None:
    other = Record(source=RECORD.source)
    assert list(loads(dumps([RECORD, other, RECORD], name), name)) == [RECORD, other, RECORD]


def test_another_form_of_the_same_graph_is_read() -> None:
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        expanded = graph_of(RECORD, "jsonld").serialize(format="json-ld")
    assert list(loads(expanded, "jsonld")) == [RECORD]


@pytest.mark.parametrize(
    "context",
    ["https://schema.org", ["https://schema.org"], {"@import": "file:///etc/passwd"}, {"a": {"@context": "b"}}],
)
def test_nothing_is_fetched(context: Any) -> None:
    with pytest.raises(TextError, match="its context is another document"):
        list(loads(json.dumps({"@context": context, "@id": "urn:a"}), "jsonld"))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("jsonld", "{", "^this is no JSON"),
        ("jsonld", "5", "^a document of JSON-LD is an object or a list"),
        ("jsonld", '{"@id": "urn:a", "urn:b": "c"}', "^it holds no Record"),
        ("jsonld", '{"a":' * 5000, "nested too deep|no JSON"),
        ("turtle", "<a> <b> .", "^this is no turtle"),
        ("turtle", "<urn:a> <urn:b> 1 .", "^it holds no Record"),
        ("turtle", "[" * 5000, "nested too deep|no turtle"),
    ],
)
def test_what_is_no_linked_data(name: str, text: str, message: str) -> None:
    with pytest.raises(TextError, match=message):
        list(loads(text, name))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            '"diplomod:status": "held"',
            '"diplomod:status": "heard"',
            r"^record 0\.meetings\[0\]\.status: is of the kind",
        ),
        ('"diplomod:status": "held", ', "", r"^record 0\.meetings\[0\]\.status: is missing"),
        ('"diplomod:edtf": {"@value": "2023-06-02"', '"diplomod:edtf": {"@value": "2023-16"', "no month"),
        ('"oa:start": {"@value": "0"', '"oa:start": {"@value": "x"', "is of the kind int; got 'x'"),
        ('"diplomod:status": "held"', '"diplomod:status": ["held", "planned"]', "stands 2 times"),
        ('"diplomod:status": "held"', '"diplomod:status": {"@id": "urn:a"}', "is a plain value"),
    ],
)
def test_faults_name_their_place(old: str, new: str, message: str) -> None:
    text = dumps(RECORD, "jsonld")
    assert old in text
    with pytest.raises(DataError, match=message):
        list(loads(text.replace(old, new), "jsonld"))


@pytest.mark.parametrize("name", FORMS)
def test_cut_off(name: str) -> None:
    data = dumps(Record(source=RECORD.source), name).encode().rstrip()
    for end in range(1, len(data), 3):  # each takes a while
        with pytest.raises(DiplomodError):
            list(loads(data[:end], name))


def test_signs_stand_for_control_characters_and_are_told() -> None:
    record = read("Foreign Minister Ana Ruiz said: “We\x0bwill wait.”")
    losses = list(find_format("turtle").writer()([record], io.BytesIO()))
    assert [loss.path for loss in losses] == ["statements[0].content.text"]
    (back,) = loads(dumps(record, "turtle"), "turtle")
    assert back.statements[0].content.text == "We␋will wait."
