"""What one side wants of another, and the answers: `Demand`, `Response`."""

from __future__ import annotations

from enum import StrEnum

import attrs

from diplomod.errors import ValueFault
from diplomod.model.actor import Party
from diplomod.model.checks import maybe, maybe_share, one, several, text
from diplomod.model.span import Span
from diplomod.model.statement import Speaker
from diplomod.model.when import When


@attrs.frozen(slots=True, kw_only=True)
class Demand:
    """Something that one party says another must do, stop, give or accept.

    `by` is the party that demands, None where the text does not tell; `speaker` who voiced it; `to` the addressees;
    `content` the words for what is demanded. `first_made` tells when it was first made, `reiterated` holds the words
    that show it was made again, `condition` what it is tied to, `deadline` by when it is to be met;
    `confidence` is the estimated probability, from 0 to 1, that the demand as read is right (its words, by whom, to whom),
    None where nobody estimated it.
    Raises `ValueFault` for an addressee listed twice and for a demand without evidence.
    """

    id: str = text()
    by: Party | None = maybe(Party)
    speaker: Speaker | None = maybe(Speaker)
    to: tuple[Party, ...] = several(Party)
    content: Span = one(Span)
    first_made: When | None = maybe(When)
    reiterated: Span | None = maybe(Span)
    condition: Span | None = maybe(Span)
    deadline: When | None = maybe(When)
    evidence: tuple[Span, ...] = several(Span)
    confidence: float | None = maybe_share()

    def __attrs_post_init__(self) -> None:
        """Refuse an addressee listed twice, and a demand that no words show."""
        codes = [party.code for party in self.to]
        if len(set(codes)) < len(codes):
            raise ValueFault(f"a demand lists each addressee once; got {codes}")
        if not self.evidence:
            raise ValueFault("a demand has at least one span of evidence")


class Stance(StrEnum):
    """How a demand was answered."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    PARTLY_ACCEPTED = "partly_accepted"
    CONDITIONAL = "conditional"
    COUNTERED = "countered"
    DEFERRED = "deferred"


@attrs.frozen(slots=True, kw_only=True)
class Response:
    """An answer to one or more demands; `to` holds their ids.

    `confidence` is the estimated probability, from 0 to 1, that the answer as read is right (its demand, by whom, its
    stance), None where nobody estimated it.

    Raises `ValueFault` for an answer to nothing, an id listed twice and a response without evidence.
    """

    id: str = text()
    to: tuple[str, ...] = several(str)
    by: Party | None = maybe(Party)
    speaker: Speaker | None = maybe(Speaker)
    stance: Stance = one(Stance)
    evidence: tuple[Span, ...] = several(Span)
    confidence: float | None = maybe_share()

    def __attrs_post_init__(self) -> None:
        """Refuse an answer to nothing, an id listed twice, and an answer that no words show."""
        if not self.to or len(set(self.to)) < len(self.to):
            raise ValueFault(f"a response answers one or more demands, each once; got {list(self.to)}")
        if not self.evidence:
            raise ValueFault("a response has at least one span of evidence")
