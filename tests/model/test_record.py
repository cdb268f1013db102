"""Records: looking things up, and finding what is not sound."""

from __future__ import annotations

import time
from typing import Any

import attrs
import pytest

from diplomod.errors import ValueFault
from diplomod.model import (
    Attendance,
    Delegate,
    Delegation,
    Demand,
    Meeting,
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
    fingerprint,
)
from diplomod.model.record import spans

TEXT = "Peru asked Chile to leave. Chile refused, Ana Ruiz said. They met in Quito."


def found(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


PERU = Party(code="PER", name="Peru", kind=PartyKind.STATE, span=found("Peru"))
CHILE = Party(code="CHL", name="Chile", kind=PartyKind.STATE, span=found("Chile"))
ANA = Person(name="Ana Ruiz", span=found("Ana Ruiz"))
DELEGATION = Delegation(party=CHILE, members=(Delegate(person=ANA, attendance=Attendance.ATTENDED),))
MEETING = Meeting(
    id="m1",
    kind=MeetingKind.MEETING,
    status=MeetingStatus.HELD,
    parties=(PERU, CHILE),
    people=(ANA,),
    delegations=(DELEGATION,),
    place=Place(name="Quito", span=found("Quito")),
    evidence=(found("They met in Quito"),),
)
DEMAND = Demand(id="d1", by=PERU, to=(CHILE,), content=found("leave"), evidence=(found("asked Chile to leave"),))
RESPONSE = Response(id="r1", to=("d1",), by=CHILE, stance=Stance.REJECTED, evidence=(found("Chile refused"),))
SPEAKER = Speaker(kind=SpeakerKind.PERSON, name="Ana Ruiz", person=ANA, party=CHILE)
STATEMENT = Statement(id="s1", speaker=SPEAKER, mode=Mode.INDIRECT, content=found("Chile refused"), cue=found("said"))
RECORD = Record(
    source=Source(fingerprint=fingerprint(TEXT), language="en"),
    meetings=(MEETING,),
    demands=(DEMAND,),
    responses=(RESPONSE,),
    statements=(STATEMENT,),
)
CHILE_AGAIN = attrs.evolve(CHILE, span=None)
ANA_AGAIN = attrs.evolve(ANA, span=None)
INNER = attrs.evolve(STATEMENT, id="s2", within="s1", speaker=Speaker(kind=SpeakerKind.PARTY, name="Lima", party=PERU))


def test_delegations_of_all_meetings() -> None:
    assert RECORD.delegations == (DELEGATION,)


@pytest.mark.parametrize(
    ("look_up", "asked", "answer"),
    [
        ("responses_to", DEMAND, (RESPONSE,)),
        ("responses_to", "d1", (RESPONSE,)),
        ("responses_to", "d2", ()),
        ("statements_by", ANA_AGAIN, (STATEMENT,)),
        ("statements_by", "Ana Ruiz", (STATEMENT,)),
        ("statements_by", CHILE_AGAIN, (STATEMENT,)),
        ("statements_by", "CHL", (STATEMENT,)),
        ("statements_by", "Chile", ()),
        ("statements_by", Person(name="CHL"), ()),
        ("statements_by", PERU, (INNER,)),
        ("statements_within", STATEMENT, (INNER,)),
        ("statements_within", "s1", (INNER,)),
        ("statements_within", "s2", ()),
        ("demands_by", PERU, (DEMAND,)),
        ("demands_by", "CHL", ()),
        ("demands_to", "CHL", (DEMAND,)),
        ("demands_to", CHILE_AGAIN, (DEMAND,)),
        ("demands_to", PERU, ()),
        ("meetings_of", "PER", (MEETING,)),
        ("meetings_of", CHILE_AGAIN, (MEETING,)),
        ("meetings_of", ANA_AGAIN, (MEETING,)),
        ("meetings_of", "Ana Ruiz", (MEETING,)),
        ("meetings_of", "ECU", ()),
        ("meetings_of", Person(name="PER"), ()),
        ("meetings_of", Party(code="Ana Ruiz", name="Ana Ruiz", kind=PartyKind.MOVEMENT), ()),
    ],
)
def test_look_ups(look_up: str, asked: Any, answer: tuple[Any, ...]) -> None:
    record = attrs.evolve(RECORD, statements=(STATEMENT, INNER))
    assert getattr(record, look_up)(asked) == answer


def test_a_sound_record_has_no_problems() -> None:
    assert RECORD.problems() == RECORD.problems(TEXT) == ()


def said(**within: str | None) -> dict[str, Any]:
    """Statements by their ids, each within another or none."""
    return {"statements": tuple(attrs.evolve(STATEMENT, id=name, within=outer) for name, outer in within.items())}


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"demands": (DEMAND, DEMAND)}, ["the id 'd1' stands 2 times"]),
        ({"meetings": (attrs.evolve(MEETING, id="d1"),)}, ["the id 'd1' stands 2 times"]),
        ({"demands": ()}, ["responses[0].to: no demand has the id 'd1'"]),
        ({"responses": (attrs.evolve(RESPONSE, to=("d1", "s1")),)}, ["responses[0].to: no demand has the id 's1'"]),
        (said(s1=None, s2="s1", s3="s2"), []),
        (said(s3="s2", s2="s1", s1=None), []),
        (said(s1="d1"), ["statements[0].within: no statement has the id 'd1'"]),
        (said(s1="s2", s2="s9"), ["statements[1].within: no statement has the id 's9'"]),
        (said(s1="s2", s2="s1"), ["statements[0].within: 's1' stands within itself"]),
        (said(s1="s2", s2="s3", s3="s2"), ["statements[1].within: 's2' stands within itself"]),
        (
            said(s1="s2", s2="s1", s3="s9"),
            ["statements[0].within: 's1' stands within itself", "statements[2].within: no statement has the id 's9'"],
        ),
    ],
)
def test_ids_that_are_not_sound(changes: dict[str, Any], problems: list[str]) -> None:
    assert list(attrs.evolve(RECORD, **changes).problems()) == problems


def test_another_text_is_told_with_every_span_that_is_not_in_it() -> None:
    problems = RECORD.problems(TEXT.replace("Quito", "Bogot"))
    assert problems == (
        "source.fingerprint: the Record was read from another text",
        "meetings[0].place.span: the text has 'Bogot' at 69, the span 'Quito'",
        "meetings[0].evidence[0]: the text has 'They met in Bogot' at 57, the span 'They met in Quito'",
    )


def test_a_long_chain_of_statements_takes_no_long_time() -> None:
    count = 20_000
    chain = said(**{f"s{i}": f"s{i + 1}" if i < count else None for i in range(1, count + 1)})
    record = attrs.evolve(RECORD, **chain)
    begun = time.process_time()
    assert record.problems() == ()
    assert time.process_time() - begun < 1


def test_every_span_has_its_path() -> None:
    paths = dict(spans(RECORD))
    assert paths["meetings[0].delegations[0].members[0].person.span"] == ANA.span
    assert paths["statements[0].cue"].text == "said"
    assert len(paths) == len(list(spans(RECORD)))


@pytest.mark.parametrize(
    "fields", [{"source": None}, {"meetings": "m1"}, {"demands": (MEETING,)}, {"statements": (None,)}, {"responses": 5}]
)
def test_nonsense_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueFault):
        attrs.evolve(RECORD, **fields)
