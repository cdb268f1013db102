"""Meetings: each side and each person once, and words that show it."""

from __future__ import annotations

from typing import Any

import pytest

from diplomod.errors import ValueFault
from diplomod.model import (
    Delegation,
    Meeting,
    MeetingFormat,
    MeetingKind,
    MeetingStatus,
    Party,
    PartyKind,
    Person,
    Span,
)

TEXT = "Peru and Chile met in Quito."
PERU = Party(code="PER", name="Peru", kind=PartyKind.STATE, span=Span.of(TEXT, 0, 4))
CHILE = Party(code="CHL", name="Chile", kind=PartyKind.STATE, span=Span.of(TEXT, 9, 14))
MET: dict[str, Any] = {
    "id": "m1",
    "kind": MeetingKind.TALKS,
    "status": MeetingStatus.HELD,
    "parties": (PERU, CHILE),
    "evidence": (Span.of(TEXT, 0, 18),),
}


def test_what_the_text_does_not_tell_stays_empty() -> None:
    meeting = Meeting(**MET)
    assert (meeting.when, meeting.place, meeting.format, meeting.host) == (None, None, None, None)
    for listed in (meeting.people, meeting.delegations, meeting.mediators, meeting.observers, meeting.topics):
        assert listed == ()


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"id": ""}, "Meeting.id holds"),
        ({"kind": "tea"}, "Meeting.kind is a MeetingKind; got 'tea'"),
        ({"status": None}, "Meeting.status is a MeetingStatus"),
        ({"format": "phone"}, "Meeting.format is a MeetingFormat"),
        ({"when": "2024"}, "Meeting.when is a When"),
        ({"place": "Quito"}, "Meeting.place is a Place"),
        ({"host": "ECU"}, "Meeting.host is a Party"),
        ({"parties": ("PER", "CHL")}, "Meeting.parties holds values of Party"),
        ({"parties": "PER"}, "given as a tuple"),
        (
            {"parties": (PERU, Party(code="PER", name="Lima", kind=PartyKind.STATE))},
            "a meeting lists each party once; got ['PER', 'PER']",
        ),
        ({"people": (Person(name="Ana"), Person(name="Ana"))}, "a meeting lists each person once"),
        ({"delegations": (Delegation(party=PERU), Delegation(party=PERU))}, "a meeting lists each delegation once"),
        ({"topics": ("borders",)}, "Meeting.topics holds values of Span"),
        ({"confidence": 1.01}, "Meeting.confidence is a number from 0 to 1; got 1.01"),
        ({"confidence": float("nan")}, "Meeting.confidence is a number from 0 to 1; got nan"),
        ({"confidence": True}, "Meeting.confidence is a number"),
        ({"confidence": "0.5"}, "Meeting.confidence is a number"),
        ({"evidence": ()}, "a meeting has at least one span of evidence"),
    ],
)
def test_nonsense_is_refused(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueFault) as caught:
        Meeting(**(MET | fields))
    assert message in str(caught.value)


def test_the_delegation_of_a_party() -> None:
    ours = Delegation(party=PERU, size=5)
    meeting = Meeting(**MET, delegations=(ours,), format=MeetingFormat.DIRECT)
    assert meeting.delegation_of("PER") is meeting.delegation_of(PERU) is ours
    assert meeting.delegation_of(Party(code="PER", name="Lima", kind=PartyKind.STATE)) is ours
    assert meeting.delegation_of("CHL") is meeting.delegation_of(CHILE) is None
