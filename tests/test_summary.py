"""The readable summary: what it shows of each thing, one line a value, whatever the text holds."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from diplomod import (
    Attendance,
    Delegate,
    Delegation,
    Demand,
    Meeting,
    MeetingFormat,
    MeetingKind,
    MeetingStatus,
    Mode,
    Party,
    PartyKind,
    Person,
    Place,
    Record,
    Response,
    Source,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
    When,
    fingerprint,
    testing,
)
from diplomod.summary import LONGEST, summary

EMPTY = Record(source=Source(fingerprint=fingerprint(""), language="en"))
PERU = Party(code="PER", name="Peru", kind=PartyKind.STATE)
CHILE = Party(code="CHL", name="Chile", kind=PartyKind.STATE)
ECUADOR = Party(code="ECU", name="Ecuador", kind=PartyKind.STATE)
ANA, LUIS, EVA = (Person(name=name) for name in ("Ana Ruiz", "Luis Soto", "Eva Paz"))


def words(text: str, start: int = 0) -> Span:
    return Span(start=start, end=start + len(text), text=text)


MEETING = Meeting(
    id="m1",
    kind=MeetingKind.TALKS,
    status=MeetingStatus.RULED_OUT,
    evidence=(words("talks", 7), words("the talks", 90)),
)
WHOLE = attrs.evolve(
    MEETING,
    status=MeetingStatus.HELD,
    parties=(PERU, CHILE),
    people=(ANA, LUIS, EVA),
    format=MeetingFormat.INDIRECT,
    when=When(edtf="2024-06-03"),
    place=Place(name="Quito"),
    host=ECUADOR,
    mediators=(ECUADOR,),
    delegations=(
        Delegation(
            party=PERU,
            head=ANA,
            members=(
                Delegate(person=ANA, attendance=Attendance.ATTENDED, role=words("minister")),
                Delegate(person=LUIS, attendance=Attendance.ABSENT),
            ),
        ),
        Delegation(party=CHILE, size=4),
    ),
)
SPEAKER = Speaker(kind=SpeakerKind.PERSON, name="Ana Ruiz", person=ANA, party=PERU)
DEMAND = Demand(id="d1", content=words("leave"), evidence=(words("asked to leave", 3),))
RESPONSE = Response(id="r1", to=("d1",), stance=Stance.PARTLY_ACCEPTED, evidence=(words("agreed in part", 40),))
STATEMENT = Statement(id="s1", speaker=SPEAKER, mode=Mode.DIRECT, content=words("We met"))


def test_nothing_found() -> None:
    assert summary(EMPTY) == "(no title)\n\nMeetings: none\n\nDemands: none\n\nStatements: none\n"


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"meetings": (MEETING,)}, ["  talks: sides not told (ruled out)", "    “talks” (7–12)"]),
        (
            {"meetings": (WHOLE,)},
            [
                "  talks: PER – CHL (held, indirect, 2024-06-03, Quito)",
                "    host: ECU",
                "    mediators: ECU",
                "    PER: Ana Ruiz (head), minister; Luis Soto [absent]",
                "    CHL: nobody named",
                "    also: Eva Paz",
                "    “talks” (7–12)",
            ],
        ),
        (
            {"meetings": (attrs.evolve(MEETING, confidence=0.914),)},
            ["  talks: sides not told (ruled out) [0.91]", "    “talks” (7–12)"],
        ),
        (
            {"demands": (attrs.evolve(DEMAND, confidence=1),)},
            ["  not told to not told: leave [1.00]", "    “asked to leave” (3–17)"],
        ),
        ({"demands": (DEMAND,)}, ["  not told to not told: leave", "    “asked to leave” (3–17)"]),
        (
            {
                "demands": (
                    attrs.evolve(DEMAND, by=PERU, to=(CHILE, ECUADOR), speaker=SPEAKER, first_made=When(edtf="2023")),
                ),
                "responses": (RESPONSE, attrs.evolve(RESPONSE, id="r2", by=CHILE, stance=Stance.REJECTED)),
            },
            [
                "  PER to CHL, ECU: leave, voiced by Ana Ruiz, first made 2023",
                "    “asked to leave” (3–17)",
                "    partly accepted by somebody",
                "      “agreed in part” (40–54)",
                "    rejected by CHL",
                "      “agreed in part” (40–54)",
            ],
        ),
        (
            {"statements": (STATEMENT, attrs.evolve(STATEMENT, id="s2", mode=Mode.INDIRECT, within="s1"))},
            ["  Ana Ruiz (PER), direct: “We met”", "    Ana Ruiz (PER), indirect: We met"],
        ),
    ],
    ids=["bare meeting", "whole meeting", "sure meeting", "sure demand", "bare demand", "whole demand", "statements"],
)
def test_what_is_shown(fields: dict[str, Any], lines: list[str]) -> None:
    shown = summary(attrs.evolve(EMPTY, **fields)).splitlines()
    assert [line for line in shown[1:] if line.startswith(" ")] == lines


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"title": "Talks end"}, ["Talks end"]),
        ({"publisher": "The Post", "published": When(edtf="2024-06")}, ["(no title)", "  The Post, published 2024-06"]),
        ({"title": "Talks\r\nend\x00"}, ["Talks  end�"]),
    ],
)
def test_the_source_comes_first(fields: dict[str, Any], lines: list[str]) -> None:
    record = attrs.evolve(EMPTY, source=attrs.evolve(EMPTY.source, **fields))
    assert summary(record).split("\n\n")[0].split("\n") == lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\r\n  lines", "two lines"),
        ("a\x1b[31mb", "a�[31mb"),
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), "x" * (LONGEST - 1) + "…"),
        ("Café 日本", "Café 日本"),
    ],
)
def test_words_are_shown_on_one_line(text: str, shown: str) -> None:
    record = attrs.evolve(EMPTY, statements=(attrs.evolve(STATEMENT, content=words(text)),))
    assert summary(record).endswith(f": “{shown}”\n")


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(testing.records())
def test_nothing_in_a_record_breaks_lines_or_terminals(record: Record) -> None:
    shown = summary(record)
    assert shown.endswith("\n")
    assert all(line.isprintable() for line in shown.split("\n"))
    shown.encode("utf-8")
