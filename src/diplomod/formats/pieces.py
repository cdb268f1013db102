"""Values of JSON one after the other: each with its own characters, and Records that stand in pieces among them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from diplomod.errors import DataError, FormatError, TextError
from diplomod.formats.documents import record_of
from diplomod.formats.json import SPLIT_PAIR, parsed
from diplomod.model import Record

SPACE = re.compile(r"[ \t\r\n]*")
Piece = tuple[str, str, Any]  # where it stands, its characters, its value


def pieces_of(text: str, noun: str) -> Iterator[Piece]:
    """The values of a list in JSON, or of values that follow each other; of a text with just one, all characters are its own.

    `noun` is what they are called in errors. Raises `TextError` for what is no JSON, when it is reached.

    >>> list(pieces_of('[{"a": 1}, {}]', "item"))
    [('item 0', '{"a": 1}', {'a': 1}), ('item 1', '{}', {})]
    """
    decoder = json.JSONDecoder()
    at = _skip(text, 0)
    listed = text.startswith("[", at)
    at = _skip(text, at + 1) if listed else at
    number = 0
    while at < len(text) and not (listed and text[at] == "]"):
        try:
            _, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError as fault:
            raise TextError(f"{noun} {number}: this is no JSON: {fault.msg}", text=text, at=fault.pos) from None
        except RecursionError:
            raise TextError(f"{noun} {number} is nested too deep") from None
        start, at = at, _skip(text, end)
        raw = text if not listed and number == 0 and at == len(text) else text[start:end]
        yield f"{noun} {number}", raw, parsed(raw)
        number += 1
        if listed and text.startswith(",", at):
            at = _skip(text, at + 1)
        elif listed and not text.startswith("]", at):
            raise TextError(
                f"this is no JSON: the list goes on without a comma after {noun} {number - 1}, or is cut off"
            )
    if listed and (not text.startswith("]", at) or _skip(text, at + 1) < len(text)):
        raise TextError("this is no JSON: the list is not closed, or something stands after it")


def dumped(value: Any) -> str:
    """A value on one line, in ASCII. Raises `FormatError` for what JSON can't hold, as `encoded` does."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if SPLIT_PAIR.search(text):
        raise FormatError("JSON can't hold the two halves of a surrogate pair side by side; decode the text as UTF-16")
    return text if text.isascii() else json.dumps(value)


def assembled(schema: Any, plain: dict[str, Any], where: str) -> Record:
    """The Record of plain values that stood in several places, the first at `where`; raises what `record_of` raises."""
    try:
        return record_of({"diplomod": {"schema": schema}, "record": plain})
    except DataError as fault:
        raise DataError([(f"{where}, {path}", what) for path, what in fault.faults]) from None
    except FormatError as fault:
        raise FormatError(f"{where}: {fault}") from None


def _skip(text: str, at: int) -> int:
    found = SPACE.match(text, at)
    return at if found is None else found.end()
