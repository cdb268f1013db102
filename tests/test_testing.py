"""The strategies make valid values of every class."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplomod import Meeting, MeetingKind, MeetingStatus, Place, Record, Source, Span, fingerprint, model, testing
from diplomod.formats import Loss

FEW = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
STRATEGIES = {
    "Dateline": testing.datelines,
    "Delegate": testing.delegates,
    "Delegation": testing.delegations,
    "Demand": testing.demands,
    "Meeting": testing.meetings,
    "Page": testing.pages,
    "Party": testing.parties,
    "Person": testing.persons,
    "Place": testing.places,
    "Record": testing.records,
    "Response": testing.responses,
    "Source": testing.sources,
    "Span": testing.spans,
    "Speaker": testing.speakers,
    "Statement": testing.statements,
    "When": testing.whens,
}


def test_every_class_has_one() -> None:
    assert set(STRATEGIES) == {name for name in model.__all__ if attrs.has(getattr(model, name))}


@pytest.mark.parametrize("name", STRATEGIES)
def test_values_are_of_the_class_and_hashable(name: str) -> None:
    @FEW
    @given(st.data())
    def check(data: Any) -> None:
        value = data.draw(STRATEGIES[name]())
        assert type(value) is getattr(model, name)
        assert hash(value) == hash(attrs.evolve(value))

    check()


@FEW
@given(testing.records())
def test_records_are_sound(record: Record) -> None:
    assert record.problems() == ()


def test_without_hypothesis_the_error_names_the_extra() -> None:
    code = "import sys; sys.modules['hypothesis'] = None\nimport diplomod.testing"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install 'diplomod[testing]'" in done.stderr


PLACE = Place(name="Oslo", country="NOR")
MEETING = Meeting(
    id="m1",
    kind=MeetingKind.TALKS,
    status=MeetingStatus.HELD,
    place=PLACE,
    topics=(Span(start=0, end=1, text="a"), Span(start=1, end=2, text="b")),
    evidence=(Span(start=0, end=1, text="a"),),
)


@pytest.mark.parametrize(
    ("changed", "lost", "found"),
    [
        ({}, [], []),
        ({"place": None}, ["meetings[0].place"], []),
        ({"place": None}, ["meetings[0].place.name", "meetings[0].place.country"], []),
        ({"place": None}, ["meetings[0].place.name"], ["meetings[0].place: None came back for"]),
        ({"place": None}, [], ["meetings[0].place: None came back for"]),
        ({}, ["meetings[0].place"], ["meetings[0].place: came back, though"]),
        ({"topics": MEETING.topics[1:]}, ["meetings[0].topics[0]"], []),
        ({"topics": MEETING.topics[:1]}, ["meetings[0].topics[0]"], ["meetings[0].topics[1].start", "…"]),
        ({"topics": ()}, [], ["meetings[0].topics: 0 came back of 2"]),
        ({"id": "m2"}, [], ["meetings[0].id: 'm2' came back for 'm1'"]),
    ],
)
def test_differences_are_what_no_loss_tells(changed: dict[str, Any], lost: list[str], found: list[str]) -> None:
    source = Source(fingerprint=fingerprint(""), language="en")
    sent = Record(source=source, meetings=(MEETING,))
    came = Record(source=source, meetings=(attrs.evolve(MEETING, **changed),))
    told = list(testing.differences(sent, came, [Loss(record=0, path=path) for path in lost]))
    for one, start in zip(told, found, strict=False):
        assert start == "…" or one.startswith(start)
    assert bool(told) == bool(found)
