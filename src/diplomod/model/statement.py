"""Who said what: `Speaker`, `Statement`."""

from __future__ import annotations

from enum import StrEnum

import attrs

from diplomod.errors import ValueFault
from diplomod.model.actor import Party, Person
from diplomod.model.checks import maybe, maybe_share, maybe_text, one, text
from diplomod.model.span import Span
from diplomod.model.when import When


class SpeakerKind(StrEnum):
    """What a source is: a person with a name, a party or institution, one known by the post alone, or unnamed.

    ``Iran`` and ``the Israeli army`` are parties; ``the Omani foreign minister`` is an office; ``a Russian source``,
    ``U.S. officials`` and ``people familiar with the talks`` stay unnamed.
    """

    PERSON = "person"
    PARTY = "party"
    OFFICE = "office"
    UNNAMED = "unnamed"


@attrs.frozen(slots=True, kw_only=True)
class Speaker:
    """The source of words.

    `name` is the person's fullest name in the text, or else the source's own words (``a Russian source``); `person`
    is set for a person with a name alone; `party` is whom the source speaks for, None if unknown; `role` the words
    beside the name; `span` the mention that stands at the words (``he``, ``the minister``), None where there is none.
    Raises `ValueFault` if `kind` and `person` disagree.
    """

    kind: SpeakerKind = one(SpeakerKind)
    name: str = text()
    person: Person | None = maybe(Person)
    party: Party | None = maybe(Party)
    role: Span | None = maybe(Span)
    span: Span | None = maybe(Span)

    def __attrs_post_init__(self) -> None:
        """Refuse a person without a name, and a name on what is no person."""
        if (self.kind is SpeakerKind.PERSON) != (self.person is not None):
            raise ValueFault(
                f"a speaker has a person if its kind is person, and only then; got {self.kind} {self.name!r}"
            )

    @property
    def named(self) -> bool:
        """Whether the text names the source."""
        return self.kind is not SpeakerKind.UNNAMED

    def __str__(self) -> str:
        return self.name


class Mode(StrEnum):
    """How words are given: all inside quotation marks, reported, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@attrs.frozen(slots=True, kw_only=True)
class Statement:
    """One quotation without a gap, or one reported clause, and who said it.

    `content` is what was said, without the quotation marks around it; `cue` the words that introduce it (``said``,
    ``according to``), None where nothing does; `to` to whom it was said; `when` and `occasion` on what occasion, if
    told; `within` the id of the statement that reports this one ("X said that Y had told Z"); `confidence` is the
    estimated probability, from 0 to 1, that the statement as read is right (its words, its speaker), None where nobody
    estimated it.
    """

    id: str = text()
    speaker: Speaker = one(Speaker)
    mode: Mode = one(Mode)
    content: Span = one(Span)
    cue: Span | None = maybe(Span)
    to: Span | None = maybe(Span)
    when: When | None = maybe(When)
    occasion: Span | None = maybe(Span)
    within: str | None = maybe_text()
    confidence: float | None = maybe_share()

    def __attrs_post_init__(self) -> None:
        """Refuse a statement that reports itself."""
        if self.within == self.id:
            raise ValueFault(f"a statement can't stand within itself; got {self.id!r}")

    @property
    def party(self) -> Party | None:
        """Whom the speaker speaks for."""
        return self.speaker.party
