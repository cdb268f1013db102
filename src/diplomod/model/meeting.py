"""An encounter of parties, and how sure it is: `Meeting`."""

from __future__ import annotations

from enum import StrEnum

import attrs

from diplomod.errors import ValueFault
from diplomod.model.actor import Party, Person, Place
from diplomod.model.checks import maybe, maybe_share, one, several, text
from diplomod.model.delegation import Delegation
from diplomod.model.span import Span
from diplomod.model.when import When


class MeetingKind(StrEnum):
    """What sort of an encounter it is."""

    TALKS = "talks"
    MEETING = "meeting"
    SUMMIT = "summit"
    CALL = "call"
    VISIT = "visit"
    CONFERENCE = "conference"
    BRIEFING = "briefing"
    SIGNING = "signing"


class MeetingStatus(StrEnum):
    """How far it has come, as the text tells it on its day."""

    PLANNED = "planned"
    POSSIBLE = "possible"
    HELD = "held"
    ONGOING = "ongoing"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    RULED_OUT = "ruled_out"


class MeetingFormat(StrEnum):
    """How the sides meet: in one room, through others, by phone, by video."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    PHONE = "phone"
    VIDEO = "video"


@attrs.frozen(slots=True, kw_only=True)
class Meeting:
    """An encounter between parties: held, under way, planned, possible, put off, called off or ruled out.

    `parties` are the sides, each once, by code; `people` all who take part or are expected to, mediators included;
    `delegations` group them by side. Mediators, hosts and observers of other people's talks are no sides. `when`,
    `place` and `format` are None where the text does not tell. `evidence` holds the words that show the meeting, the
    fullest first; `confidence` is the estimated probability, from 0 to 1, that the meeting as read is right (its sides,
    its date, its status), None where nobody estimated it. Raises `ValueFault` for a party
    or person listed twice, and for a meeting without evidence.
    """

    id: str = text()
    kind: MeetingKind = one(MeetingKind)
    status: MeetingStatus = one(MeetingStatus)
    when: When | None = maybe(When)
    place: Place | None = maybe(Place)
    parties: tuple[Party, ...] = several(Party)
    people: tuple[Person, ...] = several(Person)
    delegations: tuple[Delegation, ...] = several(Delegation)
    format: MeetingFormat | None = maybe(MeetingFormat)
    host: Party | None = maybe(Party)
    mediators: tuple[Party, ...] = several(Party)
    observers: tuple[Party, ...] = several(Party)
    topics: tuple[Span, ...] = several(Span)
    evidence: tuple[Span, ...] = several(Span)
    confidence: float | None = maybe_share()

    def __attrs_post_init__(self) -> None:
        """Refuse sides and people listed twice, and a meeting that no words show."""
        if len(self.parties) > 1:
            _once("party", [party.code for party in self.parties])
        if len(self.people) > 1:
            _once("person", [person.name for person in self.people])
        if len(self.delegations) > 1:
            _once("delegation", [delegation.party.code for delegation in self.delegations])
        if not self.evidence:
            raise ValueFault("a meeting has at least one span of evidence")

    def delegation_of(self, party: Party | str) -> Delegation | None:
        """The delegation of a party (or of its code), None where the text names nobody."""
        code = party if isinstance(party, str) else party.code
        return next((delegation for delegation in self.delegations if delegation.party.code == code), None)


def _once(what: str, listed: list[str]) -> None:
    if len(set(listed)) < len(listed):
        raise ValueFault(f"a meeting lists each {what} once; got {listed}")
