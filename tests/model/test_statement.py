"""Statements and speakers: who is a person, who is named, what stands within what."""

from __future__ import annotations

from typing import Any

import pytest

from diplomod.errors import ValueFault
from diplomod.model import Mode, Party, PartyKind, Person, Span, Speaker, SpeakerKind, Statement

ANA = Person(name="Ana Ruiz")
PERU = Party(code="PER", name="Peru", kind=PartyKind.STATE)
SOURCE = Speaker(kind=SpeakerKind.UNNAMED, name="a source", party=PERU)
SAID: dict[str, Any] = {
    "id": "s1",
    "speaker": SOURCE,
    "mode": Mode.INDIRECT,
    "content": Span(start=20, end=31, text="talks ended"),
}


@pytest.mark.parametrize(
    ("kind", "person", "named"),
    [
        (SpeakerKind.PERSON, ANA, True),
        (SpeakerKind.PARTY, None, True),
        (SpeakerKind.OFFICE, None, True),
        (SpeakerKind.UNNAMED, None, False),
    ],
)
def test_speakers(kind: SpeakerKind, person: Person | None, named: bool) -> None:
    speaker = Speaker(kind=kind, name="somebody", person=person)
    assert speaker.named is named
    assert str(speaker) == "somebody"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"kind": SpeakerKind.PERSON}, "a speaker has a person if its kind is person, and only then"),
        ({"kind": SpeakerKind.OFFICE, "person": ANA}, "and only then"),
        ({"kind": SpeakerKind.UNNAMED, "person": ANA}, "and only then"),
        ({"kind": "party"}, "Speaker.kind is a SpeakerKind"),
        ({"name": ""}, "Speaker.name holds"),
        ({"party": "PER"}, "Speaker.party is a Party"),
        ({"role": "minister"}, "Speaker.role is a Span"),
    ],
)
def test_speakers_that_are_refused(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueFault) as caught:
        Speaker(**({"kind": SpeakerKind.PARTY, "name": "Lima"} | fields))
    assert message in str(caught.value)


def test_a_statement_is_made_for_the_party_of_its_speaker() -> None:
    assert Statement(**SAID).party is PERU
    assert Statement(**(SAID | {"speaker": Speaker(kind=SpeakerKind.UNNAMED, name="a man")})).party is None


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"id": ""}, "Statement.id holds"),
        ({"speaker": ANA}, "Statement.speaker is a Speaker"),
        ({"mode": "indirect"}, "Statement.mode is a Mode"),
        ({"content": "talks ended"}, "Statement.content is a Span"),
        ({"cue": "said"}, "Statement.cue is a Span"),
        ({"when": "2024"}, "Statement.when is a When"),
        ({"within": ""}, "Statement.within holds"),
        ({"within": "s1"}, "a statement can't stand within itself; got 's1'"),
    ],
)
def test_statements_that_are_refused(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueFault) as caught:
        Statement(**(SAID | fields))
    assert message in str(caught.value)
