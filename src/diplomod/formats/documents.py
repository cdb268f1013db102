"""A Record as a document of plain values: the Record under a header with the version of its shape."""

from __future__ import annotations

from typing import Any

from diplomod.errors import DataError, FormatError
from diplomod.formats.plain import from_plain, to_plain
from diplomod.model import Record

SCHEMA = 2  # the version of the shape; it grows when a field comes, goes or changes its meaning
# What came later: with which schema, which field, in the objects of which lists. In older documents it is null.
LATER = ((2, "confidence", ("meetings", "demands", "responses", "statements")),)


def document_of(record: Record) -> dict[str, Any]:
    """The document of a Record, every field in the order of the classes."""
    return {"diplomod": {"schema": SCHEMA}, "record": to_plain(record)}


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
