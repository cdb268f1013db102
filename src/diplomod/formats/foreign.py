"""Records from data that were no text: the row or the file as it stands is the text of the source.

So a Record of a row of a table, an event of a calendar or an element of XML is like any other: its fingerprint is that of
those characters, and its spans lead to them.
"""

from __future__ import annotations

import functools
import re
from typing import Any

import attrs

from diplomod.lexicon import Lexicon
from diplomod.model import Party, PartyKind, Place, Source, Span, fingerprint

LANGUAGE = "und"  # BCP 47: undetermined
KEY = 16  # digits of the fingerprint that ids begin with
BRACKETS = re.compile(r"\s*\([^()]*\)")
SPACES = re.compile(r"\s+")


@attrs.frozen(slots=True, kw_only=True)
class Origin:
    """The characters that Records are made from, and their fingerprint."""

    text: str
    mark: str

    @classmethod
    def of(cls, text: str) -> Origin:
        """The origin of these characters."""
        return cls(text=text, mark=fingerprint(text))

    def source(self, language: str = LANGUAGE, **told: Any) -> Source:
        """The source, with what is told of it."""
        return Source(fingerprint=self.mark, language=language, **told)

    def id(self, letter: str, number: int) -> str:
        """The id of the event with this number, by its kind: ``m``, ``d``, ``r``, ``s``."""
        return f"{self.mark[:KEY]}-{letter}{number}"

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The characters from `start` to `end`, all of them unless told."""
        return Span.of(self.text, start, len(self.text) if end is None else end)

    def find(self, words: str, inside: Span | None = None) -> Span | None:
        """Where words stand as they are, in all of it or in a part; None if they don't."""
        first, last = (0, len(self.text)) if inside is None else (inside.start, inside.end)
        at = self.text.find(words, first, last) if words.strip() else -1
        return None if at < 0 else Span.of(self.text, at, at + len(words))

    def party(
        self, name: str, inside: Span | None = None, kind: PartyKind = PartyKind.ORGANISATION, code: str = ""
    ) -> Party:
        """The party of a name (or of its code): the state or body that the lexicon knows, else one of this kind."""
        span = self.find(name, inside)
        known = _known(name) or Lexicon.default().names.parties.get(code)
        if known is not None:
            return Party(code=known.code, name=known.name, kind=known.kind, span=span)
        name = SPACES.sub(" ", name).strip()
        return Party(code=name.upper(), name=name, kind=kind, span=span)

    def place(self, name: str, inside: Span | None = None) -> Place:
        """The place of a name, with what the lexicon knows of it."""
        name = name.strip()
        known = Lexicon.default().place(name)
        span = self.find(name, inside)
        if known is None:
            return Place(name=name, span=span)
        return Place(name=name, within=known.within, country=known.country, span=span)


@functools.lru_cache(maxsize=4096)
def _known(name: str) -> Party | None:
    """The party that the lexicon knows by a name, as lists write it too: ``Congo, Republic of``, ``Burma (Myanmar)``."""
    names = Lexicon.default().names
    plain = BRACKETS.sub("", name).strip()
    head, comma, tail = plain.partition(", ")
    for form in (name, plain, *((f"{tail} {head}", head) if comma else ())):
        found = names.party(form)
        if found is not None:
            return found
    return None
