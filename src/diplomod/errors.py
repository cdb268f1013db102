"""What can go wrong, in one small family.

Every error that diplomod raises on purpose is a `DiplomodError`; its message says what is wrong, where, and what to do.
Finding nothing in a text is no error.
"""

from __future__ import annotations


class DiplomodError(Exception):
    """The base of all errors of diplomod: catch this one to catch them all."""


class TextError(DiplomodError):
    """A text that can't be read or parsed: a malformed date, bytes that are no text, …

    The message draws the line at fault with a caret under the place, where there is one.

    >>> print(TextError("no month has the number 13", text="2024-13", at=5))
    no month has the number 13
      2024-13
           ^
    """

    def __init__(self, message: str, *, text: str | None = None, at: int | None = None) -> None:
        """`text` is the input and `at` the offset of the fault in it, in characters."""
        self.message = message
        self.text = text
        self.at = at
        super().__init__(message if text is None or at is None else f"{message}\n{_pointer(text, at)}")


class DataError(DiplomodError):
    """Data that is no Record of ours: the faults, all at once, each with the path to the value.

    >>> print(DataError([("$.meetings[0].kind", "'tea' is no kind of meeting")]))
    $.meetings[0].kind: 'tea' is no kind of meeting
    """

    def __init__(self, faults: list[tuple[str, str]], *, where: str = "") -> None:
        """`faults` holds pairs of a path (``$.meetings[0].when``) and what is wrong there; `where` names the file."""
        self.faults = tuple(faults)
        self.where = where
        super().__init__("\n".join(f"{where}: {path}: {what}".removeprefix(": ") for path, what in faults))


class ValueFault(DiplomodError, ValueError):
    """A value that a class of the model refuses: an empty name, an end before its start.

    It is a `ValueError` too, so that validators behave as attrs users expect.
    """


class FormatError(DiplomodError):
    """A format that diplomod doesn't know, or one that lacks the extra package it needs."""


class AnalyserError(DiplomodError):
    """An analyser or a language model that can't do its work: something is missing, or it failed (`__cause__` tells how)."""


class FileError(DiplomodError, OSError):
    """A file that can't be read or written, and why."""


def _pointer(text: str, at: int) -> str:
    """The line of `text` that holds offset `at`, cut to 100 characters, and a caret below the place."""
    at = max(0, min(at, len(text)))
    first = max(text.rfind("\n", 0, at) + 1, at - 60)
    last = text.find("\n", at)
    line = text[first : len(text) if last < 0 else last][:100]
    shown = "".join(" " if c in "\r\t\v\f" or not c.isprintable() else c for c in line)
    return f"  {shown}\n  {' ' * (at - first)}^"
