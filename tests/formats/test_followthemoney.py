"""FollowTheMoney: entities that it takes for valid, and what comes back of them."""

from __future__ import annotations

import json
from typing import Any

import followthemoney
import pytest
from hypothesis import HealthCheck, given, settings

from diplomod import DataError, DiplomodError, FormatError, Record, TextError, dumps, loads, read, testing

TEXT = (
    "The foreign ministers of Jordan and Spain, Omar Nasser and Eva Gil, met in Madrid in June 2023. "
    "Trade negotiator Dan Levi came with Gil."
)
RECORD = read(TEXT, published="2023-07-03", title="Talks in Madrid")


def entities(records: Any) -> list[Any]:
    """What FollowTheMoney makes of what we write."""
    return [followthemoney.model.get_proxy(json.loads(line)) for line in dumps(records, "followthemoney").splitlines()]


def test_entities() -> None:
    found: dict[str, list[Any]] = {}
    for entity in entities(RECORD):
        found.setdefault(entity.schema.name, []).append(entity)
    (event,) = found["Event"]
    assert event.first("date") == "2023-06" and event.first("location").startswith("Madrid")
    assert event.get("proof") == [found["Article"][0].id] and found["Article"][0].first("title") == "Talks in Madrid"
    bodies = {body.id: body.caption for body in found["PublicBody"]}
    assert set(bodies.values()) == {"Jordan", "Spain"}
    people = {person.id: person.caption for person in found["Person"]}
    stands = {(people[one.first("agent")], bodies[one.first("client")]) for one in found["Representation"]}
    assert {("Omar Nasser", "Jordan"), ("Eva Gil", "Spain")} <= stands
    assert set(event.get("involved")) >= set(bodies)


def test_who_is_named_twice_stands_once() -> None:
    names = [entity.id for entity in entities([RECORD, RECORD]) if entity.schema.name in ("PublicBody", "Person")]
    assert len(set(names)) == len(names)


@settings(deadline=None, max_examples=8, suppress_health_check=list(HealthCheck))
@given(testing.records())
def test_every_entity_is_valid(record: Record) -> None:
    for entity in entities(record):
        entity.schema.validate(entity.to_dict())


def test_entities_of_others_are_passed_over() -> None:
    other = json.dumps({"id": "x", "schema": "Person", "properties": {"name": ["Ada Okafor"]}})
    text = dumps(RECORD, "followthemoney")
    (back,) = loads(f"{other}\n{text}{other}\n", "followthemoney")
    assert back.meetings == RECORD.meetings and back.source == RECORD.source
    with pytest.raises(TextError, match="no entity that diplomod wrote"):
        list(loads(other, "followthemoney"))


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("{", TextError, "^line 1: this is no JSON"),
        ("[]", DataError, "^line 1: is no entity"),
        ('{"schema": "Event", "diplomod": 5}', DataError, "^line 1, diplomod: is an object"),
        (
            '{"schema": "Event", "diplomod": {"record": 0, "schema": 2}}',
            DataError,
            r"^record 0, \$\.record\.source: is an object; got null",
        ),
        (
            '{"schema": "Event", "diplomod": {"record": 0, "schema": 99}}',
            FormatError,
            "^record 0: the document has the schema 99",
        ),
        ("[" * 5000, TextError, "nested too deep"),
    ],
)
def test_what_is_no_entity(text: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        list(loads(text, "followthemoney"))


def test_cut_off_inside_a_line() -> None:
    data = dumps(Record(source=RECORD.source), "followthemoney").encode().rstrip()
    for end in range(1, len(data)):
        with pytest.raises(DiplomodError):
            list(loads(data[:end], "followthemoney"))
