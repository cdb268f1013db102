"""What runs through a pipeline: a `Document` on its way in, a `Failure` where it could not be read."""

from __future__ import annotations

import json
from collections.abc import Callable

import attrs

from diplomod.errors import DiplomodError
from diplomod.model import Page

LONGEST = 1000  # characters of a message


@attrs.frozen(slots=True, kw_only=True)
class Document:
    """One text on its way to the reader.

    `key` tells which one it is: a path, a path with the number of a line, the id of a record in an archive. `page` is the
    Page, or makes it when it is called: files are opened and HTML is taken apart in the process that reads them.
    """

    key: str
    page: Page | Callable[[], Page]

    def opened(self) -> Page:
        """The Page. Raises what making it raises."""
        return self.page if isinstance(self.page, Page) else self.page()


@attrs.frozen(slots=True, kw_only=True)
class Failure:
    """A document that could not be read, or whose Record a step of the user's could not take.

    `error` is the kind of the error (``TextError``), `message` what it says, on one line.
    """

    key: str
    error: str
    message: str

    @classmethod
    def of(cls, key: str, fault: BaseException) -> Failure:
        """What an error tells of a document."""
        message = getattr(fault, "message", None) if isinstance(fault, DiplomodError) else None
        try:
            words = str(message or fault)
        except Exception:  # errors of a user's own may be as broken as anything
            words = "an error that can't tell what it is"
        words = " ".join(words[: 2 * LONGEST].split())
        return cls(
            key=key, error=type(fault).__name__, message=f"{words[:LONGEST]}…" if len(words) > LONGEST else words
        )

    def line(self) -> str:
        """The failure as a line of JSON.

        >>> Failure(key="a.txt", error="FileError", message="no such file").line()
        '{"key":"a.txt","error":"FileError","message":"no such file"}\\n'
        """
        return json.dumps(attrs.asdict(self), ensure_ascii=True, separators=(",", ":")) + "\n"
