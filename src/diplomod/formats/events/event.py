"""A row of a table of events: `Event`, and who acts in it."""

from __future__ import annotations

from typing import Any

import attrs


@attrs.frozen(slots=True, kw_only=True)
class Actor:
    """One of those who act: the name, and the code of the state or body where it is known."""

    name: str
    code: str = ""


@attrs.frozen(slots=True, kw_only=True)
class Event:
    """Who does what to whom, when and where, by the codes of PLOVER.

    `date` is a day (or EDTF, where it is no day), `words` the text that tells it. `own` is what diplomod itself puts into a row,
    so that it can be read back: the number of the Record, its source, the name of the list and the value.
    """

    id: str
    date: str
    code: str
    mode: str = ""
    sources: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    place: str = ""
    country: str = ""
    words: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    own: dict[str, Any] | None = None
