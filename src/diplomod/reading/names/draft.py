"""A mention in the making, and what the steps of finding names hand on to each other."""

from __future__ import annotations

import attrs

from diplomod.model import Party, Place
from diplomod.reading.parts import Document, MentionKind, Tokens


@attrs.define(slots=True, kw_only=True, eq=False)
class Draft:
    """Words that may stand for an actor or a place.

    `name` are the tokens of a person's name and `post` those of the words beside it; `bits` the classes of the head
    (see words.py). `owner` is who stands before ’s, `of` what a preposition ties to it, `outer` the draft that it is a
    part of. `evidence` holds parties that the words themselves name, with the tokens that do. `certain` is False for a
    capitalised word that only the rest of the text can tell to be a name. `antecedent` is what a later mention stands
    for; `clue` are weaker hints at a party.
    """

    first: int
    last: int
    head: int
    kind: MentionKind
    sentence: int
    bits: int = 0
    name: tuple[int, int] | None = None
    post: tuple[int, int] | None = None
    evidence: list[tuple[Party, int, int]] = attrs.field(factory=list)
    owner: Draft | None = None
    of: list[Draft] = attrs.field(factory=list)
    outer: Draft | None = None
    place: Place | None = None
    plural: bool = False
    pronoun: bool = False
    certain: bool = True
    definite: bool = False
    sex: str = ""
    person: int = -1
    antecedent: Draft | None = None
    dropped: bool = False
    parties: tuple[Party, ...] = ()


@attrs.define(slots=True, kw_only=True, eq=False)
class Scene:
    """The text with the classes of its words (`bits`), what is capitalised (`caps`) and the drafts, in order."""

    document: Document
    tokens: Tokens
    bits: list[int]
    caps: list[bool]
    titles: list[bool]
    drafts: list[Draft] = attrs.field(factory=list)
