"""Who acts, and where: `Party`, `Person`, `Place`."""

from __future__ import annotations

from enum import StrEnum

import attrs

from diplomod.model.checks import maybe, maybe_text, one, text
from diplomod.model.span import Span


class PartyKind(StrEnum):
    """What sort of a party it is."""

    STATE = "state"
    INTERNATIONAL_BODY = "international_body"
    BLOC = "bloc"
    MOVEMENT = "movement"
    REGION = "region"
    ORGANISATION = "organisation"


@attrs.frozen(slots=True, kw_only=True)
class Party:
    """A side in diplomacy: on whose behalf people meet, demand and speak.

    `code` is ISO 3166-1 alpha-3 for a state (``UKR``; ``XKX`` for Kosovo), and otherwise the usual short name in
    capitals (``UN``, ``EU``, ``HAMAS``). `name` is its usual English name. `span` holds the words that named it here
    (``Kyiv``, ``Ukrainian``), None where nothing in the text does.

    >>> Party(code="UKR", name="Ukraine", kind=PartyKind.STATE).code
    'UKR'
    """

    code: str = text()
    name: str = text()
    kind: PartyKind = one(PartyKind)
    span: Span | None = maybe(Span)

    def __str__(self) -> str:
        return self.code


@attrs.frozen(slots=True, kw_only=True)
class Person:
    """Somebody with a name.

    `name` is the fullest form in the text, without titles; `span` the mention that stands here, which may be shorter.
    """

    name: str = text()
    span: Span | None = maybe(Span)

    def __str__(self) -> str:
        return self.name


@attrs.frozen(slots=True, kw_only=True)
class Place:
    """A place as the text names it.

    `within` is what it lies in, where the text or the lexicon tells (``Florida`` for Hallandale Beach); `country` the
    ISO 3166-1 alpha-3 code of the state, where that is known.
    """

    name: str = text()
    within: str | None = maybe_text()
    country: str | None = maybe_text()
    span: Span | None = maybe(Span)

    def __str__(self) -> str:
        return self.name
