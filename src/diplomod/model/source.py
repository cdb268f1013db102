"""The text that a Record was read from."""

from __future__ import annotations

import hashlib
from typing import Any

import attrs

from diplomod.errors import ValueFault
from diplomod.model.actor import Person, Place
from diplomod.model.checks import maybe, maybe_text, one, several, text
from diplomod.model.span import Span
from diplomod.model.when import When


def fingerprint(words: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes, in 64 hexadecimal digits: the same for the same text, anywhere.

    >>> fingerprint("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


@attrs.frozen(slots=True, kw_only=True)
class Dateline:
    """Where and when a report says that it was filed: ``WASHINGTON, Dec 20 —``."""

    span: Span = one(Span)
    places: tuple[Place, ...] = several(Place)
    when: When | None = maybe(When)


def _is_fingerprint(instance: object, attribute: Any, value: Any) -> None:
    if not (isinstance(value, str) and len(value) == 64 and set(value) <= set("0123456789abcdef")):
        raise ValueFault(f"a fingerprint has 64 hexadecimal digits in small letters (SHA-256); got {value!r}")


@attrs.frozen(slots=True, kw_only=True)
class Source:
    """Who published the text, under what title, when, and which text it was.

    `published` is the day of publication; `language` a BCP 47 tag; `fingerprint` that of the whole untouched text.
    `title` and `publisher` may be given by the user; `title_span` and `publisher_span` tell where the text has them.
    """

    fingerprint: str = attrs.field(validator=_is_fingerprint)
    language: str = text()
    publisher: str | None = maybe_text()
    publisher_span: Span | None = maybe(Span)
    title: str | None = maybe_text()
    title_span: Span | None = maybe(Span)
    url: str | None = maybe_text()
    published: When | None = maybe(When)
    dateline: Dateline | None = maybe(Dateline)
    authors: tuple[Person, ...] = several(Person)
