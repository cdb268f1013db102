"""A text with what is known of it before it is read."""

from __future__ import annotations

import attrs

from diplomod.model.actor import Person
from diplomod.model.checks import maybe, maybe_text, one, several
from diplomod.model.when import When


@attrs.frozen(slots=True, kw_only=True)
class Page:
    """A text, and what the file that it came in tells of it.

    `text` is the text that offsets refer to, empty where the file has none: of a plain text and of Markdown the whole
    file, of HTML what was extracted from it. `published` is the day of publication, `url` the address of the page.
    """

    text: str = one(str)
    title: str | None = maybe_text()
    publisher: str | None = maybe_text()
    url: str | None = maybe_text()
    published: When | None = maybe(When)
    authors: tuple[Person, ...] = several(Person)
