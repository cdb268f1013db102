"""Delegations: a head who is a member, members named once, a size that fits."""

from __future__ import annotations

from typing import Any

import pytest

from diplomod.errors import ValueFault
from diplomod.model import Attendance, Delegate, Delegation, Party, PartyKind, Person

PERU = Party(code="PER", name="Peru", kind=PartyKind.STATE)
ANA, LUIS, EVA = (Person(name=name) for name in ("Ana Ruiz", "Luis Soto", "Eva Paz"))


def member(person: Person, attendance: Attendance = Attendance.ATTENDED) -> Delegate:
    return Delegate(person=person, attendance=attendance)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"head": ANA, "members": (member(ANA), member(LUIS))},
        {"members": [member(ANA)]},
        {"size": 12},
        {"size": 2, "members": (member(ANA), member(LUIS))},
        # Who stays away is not counted.
        {"size": 1, "members": (member(ANA), member(LUIS, Attendance.ABSENT))},
        {"head": LUIS, "members": (member(LUIS, Attendance.EXPECTED),)},
    ],
)
def test_what_is_taken(fields: dict[str, Any]) -> None:
    delegation = Delegation(party=PERU, **fields)
    assert delegation.members == tuple(fields.get("members", ()))
    assert delegation.size == fields.get("size")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"party": "PER"}, "Delegation.party is a Party"),
        ({"head": ANA}, "'Ana Ruiz' is not among []"),
        ({"head": ANA, "members": (member(LUIS), member(EVA))}, "'Ana Ruiz' is not among ['Luis Soto', 'Eva Paz']"),
        ({"members": (member(ANA), member(ANA, Attendance.EXPECTED))}, "names each member once"),
        ({"members": (ANA,)}, "Delegation.members holds values of Delegate"),
        ({"size": 1, "members": (member(ANA), member(LUIS))}, "a delegation of 1 can't have the members"),
        ({"size": 0}, "a whole number from 1; got 0"),
        ({"size": -3}, "a whole number from 1"),
        ({"size": True}, "a whole number from 1; got True"),
        ({"size": 2.0}, "a whole number from 1"),
        ({"evidence": ("words",)}, "Delegation.evidence holds values of Span"),
    ],
)
def test_nonsense_is_refused(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueFault) as caught:
        Delegation(**({"party": PERU} | fields))
    assert message in str(caught.value)


def test_a_delegate_is_a_person_who_is_there_or_not() -> None:
    assert str(member(ANA)) == "Ana Ruiz"
    with pytest.raises(ValueFault, match=r"Delegate\.attendance is a Attendance"):
        Delegate(person=ANA, attendance="attended")  # type: ignore[arg-type]
    with pytest.raises(ValueFault, match=r"Delegate\.person is a Person"):
        Delegate(person="Ana Ruiz", attendance=Attendance.ATTENDED)  # type: ignore[arg-type]
