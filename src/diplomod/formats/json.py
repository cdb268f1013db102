"""JSON: one Record, versioned and canonical.

A document is an object with a header and the Record::

    {"diplomod": {"schema": 2}, "record": {"source": {…}, "meetings": […], "demands": […], "responses": […], "statements": […]}}

Fields stand in the order of the classes, all of them are written, text is UTF-8 and lines end with a line feed: the same
Record gives the same bytes. The JSON Schema is in `diplomod/formats/record.schema.json`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, NoReturn

from diplomod.errors import DataError, FormatError, TextError
from diplomod.formats.losses import Loss
from diplomod.formats.plain import from_plain, to_plain
from diplomod.formats.streams import text_of
from diplomod.model import Record

SCHEMA = 2  # the version of the shape; it grows when a field comes, goes or changes its meaning
# What came later: with which schema, which field, in the objects of which lists. In older documents it is null.
LATER = ((2, "confidence", ("meetings", "demands", "responses", "statements")),)
LONGEST_NUMBER = 18  # digits; longer ones count no characters of any text
SURROGATE = re.compile("[\ud800-\udfff]")
SPLIT_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def write(records: Iterable[Record], file: BinaryIO) -> Iterable[Loss]:
    """The Record as a JSON document, indented for reading."""
    for record in records:
        file.write(f"{encoded(record, indent=2)}\n".encode())
    return ()


def read(file: BinaryIO) -> Iterator[Record]:
    """The Record of a JSON document.

    Raises `TextError` for what is no JSON, `FormatError` for a newer schema and `DataError` for everything that is wrong with
    the data, all at once, each with its path.
    """
    yield record_of(parsed(text_of(file)))


def encoded(record: Record, indent: int | None = None) -> str:
    """The document on one line, or indented.

    Raises `FormatError` for a text with the two halves of a surrogate pair side by side: JSON reads them as the one
    character that they stand for.
    """
    document = {"diplomod": {"schema": SCHEMA}, "record": to_plain(record)}
    separators = (",", ":") if indent is None else None
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    if SPLIT_PAIR.search(text):
        raise FormatError("JSON can't hold the two halves of a surrogate pair side by side; decode the text as UTF-16")
    return SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def record_of(document: object) -> Record:
    """The Record of a parsed document, its header checked."""
    if not isinstance(document, dict):
        raise DataError([("$", "is an object with the fields diplomod and record")])
    header = document.get("diplomod")
    version = header.get("schema") if isinstance(header, dict) else None
    if type(version) is not int or version < 1:
        raise DataError(
            [("$.diplomod.schema", "is the version of the schema, a whole number; this is no Record of diplomod")]
        )
    if version > SCHEMA:
        raise FormatError(
            f"the document has the schema {version}, this version of diplomod reads up to {SCHEMA}; upgrade diplomod"
        )
    unknown = [name for name in document if name not in ("diplomod", "record")]
    unknown_header = [name for name in header if name != "schema"] if isinstance(header, dict) else []
    faults = [(f"$.{name}", "is no field that is known here") for name in unknown]
    faults += [(f"$.diplomod.{name}", "is no field that is known here") for name in unknown_header]
    if "record" not in document:
        faults.append(("$.record", "is missing"))
        raise DataError(faults)
    try:
        record = from_plain(_with_later_fields(document["record"], version), "$.record")
    except DataError as fault:
        raise DataError([*faults, *fault.faults]) from None
    if faults:
        raise DataError(faults)
    return record


def _with_later_fields(record: Any, version: int) -> Any:
    """The record of an older document with the fields that came since."""
    for since, field, lists in LATER:
        if version < since and isinstance(record, dict):
            record = dict(record)
            for name in lists:
                if isinstance(record.get(name), list):
                    record[name] = [{field: None, **one} if isinstance(one, dict) else one for one in record[name]]
    return record


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
