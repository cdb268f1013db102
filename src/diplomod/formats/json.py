"""JSON: one Record, versioned and canonical.

A document is an object with a header and the Record::

    {"diplomod": {"schema": 2}, "record": {"source": {…}, "meetings": […], "demands": […], "responses": […], "statements": […]}}

Fields stand in the order of the classes, all of them are written, text is UTF-8 and lines end with a line feed: the same
Record gives the same bytes. The JSON Schema is in `diplomod/formats/record.schema.json`.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO, NoReturn

from diplomod.errors import FormatError, TextError
from diplomod.formats.compiled import JSON, writer
from diplomod.formats.documents import SCHEMA, document_of, record_of
from diplomod.formats.fast import codec
from diplomod.formats.files import decoded
from diplomod.formats.losses import Loss
from diplomod.formats.streams import whole
from diplomod.model import Record

LONGEST_NUMBER = 18  # digits; longer ones count no characters of any text
SURROGATE = re.compile("[\ud800-\udfff]")
SPLIT_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def write(records: Iterable[Record], file: BinaryIO) -> Iterable[Loss]:
    """The Record as a JSON document, indented for reading."""
    quick = codec()
    for record in records:
        data = quick.indented(record) if quick is not None else None
        file.write(b"%b\n" % data if data is not None else f"{encoded(record, indent=2)}\n".encode())
    return ()


def read(file: BinaryIO) -> Iterator[Record]:
    """The Record of a JSON document.

    Raises `TextError` for what is no JSON, `FormatError` for a newer schema and `DataError` for everything that is wrong with
    the data, all at once, each with its path.
    """
    yield record_of_bytes(whole(file))


def record_of_bytes(data: bytes) -> Record:
    """The Record of a document in UTF-8, a byte order mark at its start left out; raises what `read` does."""
    quick = codec()
    record = quick.decode(data) if quick is not None else None
    return record if record is not None else record_of(parsed(decoded(data, "")))


def line_of(record: Record) -> bytes:
    """The document of a Record in UTF-8 on one line, with its line feed."""
    quick = codec()
    data = quick.encode(record) if quick is not None else None
    if data is not None:
        return b"%b\n" % data
    try:
        return f"{_text(record)}\n".encode()
    except UnicodeEncodeError:
        return f"{encoded(record)}\n".encode()


def _text(record: Record) -> str:
    """The document on one line, halves of surrogate pairs as they are."""
    return f'{{"diplomod":{{"schema":{SCHEMA}}},"record":{_writer()(record)}}}'


def encoded(record: Record, indent: int | None = None) -> str:
    """The document on one line, or indented.

    Raises `FormatError` for a text with the two halves of a surrogate pair side by side: JSON reads them as the one
    character that they stand for.
    """
    if indent is None:
        text = _text(record)
    else:
        text = json.dumps(document_of(record), ensure_ascii=False, allow_nan=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:
        if SPLIT_PAIR.search(text):
            raise FormatError(
                "JSON can't hold the two halves of a surrogate pair side by side; decode the text as UTF-16"
            ) from None
        return SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return text


@functools.cache
def _writer() -> Callable[[Record], str]:
    """What writes a Record on one line, in less than half of the time that `json` takes for its plain values."""
    return writer(Record, JSON, {"quoted": json.encoder.encode_basestring})


def parsed(text: str) -> Any:
    """The value of a JSON text. Raises `TextError` for what is no JSON, is nested too deep or names a field twice."""
    try:
        return json.loads(
            text, object_pairs_hook=_object, parse_constant=_constant, parse_int=_whole_number, parse_float=_number
        )
    except json.JSONDecodeError as fault:
        raise TextError(
            f"this is no JSON: {fault.msg} (line {fault.lineno}, column {fault.colno})", text=text, at=fault.pos
        ) from None
    except RecursionError:
        raise TextError("this JSON is nested too deep for a Record") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise TextError(f"a JSON object names the field {twice!r} twice")
    return found


def _constant(name: str) -> NoReturn:
    raise TextError(f"{name} is no JSON")


def _whole_number(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise TextError(f"a number with {len(digits)} digits stands in no Record")
    return int(digits)


def _number(digits: str) -> float:
    if len(digits) > 40:
        raise TextError(f"a number with {len(digits)} characters stands in no Record")
    return float(digits)
