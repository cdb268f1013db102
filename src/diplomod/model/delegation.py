"""Who came on whose behalf: `Delegate`, `Delegation`."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import attrs

from diplomod.errors import ValueFault
from diplomod.model.actor import Party, Person
from diplomod.model.checks import maybe, one, several
from diplomod.model.span import Span


class Attendance(StrEnum):
    """Whether somebody is there: what the text says, no more."""

    ATTENDED = "attended"
    EXPECTED = "expected"
    POSSIBLE = "possible"
    ABSENT = "absent"


@attrs.frozen(slots=True, kw_only=True)
class Delegate:
    """One person of a delegation, with the role that stands beside the name (None if none does)."""

    person: Person = one(Person)
    attendance: Attendance = one(Attendance)
    role: Span | None = maybe(Span)

    def __str__(self) -> str:
        return self.person.name


def _is_size(instance: object, attribute: Any, value: Any) -> None:
    if value is not None and (type(value) is not int or value < 1):
        raise ValueFault(f"the size of a delegation is a whole number from 1; got {value!r}")


@attrs.frozen(slots=True, kw_only=True)
class Delegation:
    """Those who take part in a meeting for one party.

    `head` is the one who leads it and is among `members`; `members` are those whom the text names; `size` counts all,
    if told; `evidence` holds the words that show it. Raises `ValueFault` for a head who is no member, a member named
    twice and a size below the number of its members.
    """

    party: Party = one(Party)
    head: Person | None = maybe(Person)
    members: tuple[Delegate, ...] = several(Delegate)
    size: int | None = attrs.field(default=None, validator=_is_size)
    evidence: tuple[Span, ...] = several(Span)

    def __attrs_post_init__(self) -> None:
        """Refuse a head who is no member, a member named twice and too small a size."""
        names = [member.person.name for member in self.members]
        if len(set(names)) < len(names):
            raise ValueFault(f"a delegation names each member once; got {names}")
        if self.head is not None and all(member.person != self.head for member in self.members):
            raise ValueFault(f"the head of a delegation is one of its members; {self.head.name!r} is not among {names}")
        if self.size is not None and self.size < sum(m.attendance is not Attendance.ABSENT for m in self.members):
            raise ValueFault(f"a delegation of {self.size} can't have the members {names}")
