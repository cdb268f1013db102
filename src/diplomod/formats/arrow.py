"""Arrow files (IPC) and the columns that Arrow, Parquet and frames share. By pyarrow.

One row a Record, one column a field of it, nested as the classes are. A date is its EDTF string with its first and last day as
Arrow's own dates beside it (``earliest``, ``latest``), which are null where the EDTF tells none and are not read back.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, BinaryIO, Union, get_args, get_origin, get_type_hints

import attrs

from diplomod.errors import DiplomodError, FormatError, TextError
from diplomod.formats.documents import SCHEMA, record_of
from diplomod.formats.escapes import escaped, unescaped
from diplomod.formats.extras import need
from diplomod.formats.losses import Loss
from diplomod.formats.places import at_place
from diplomod.formats.plain import to_plain
from diplomod.formats.streams import seekable
from diplomod.model import Record, When

EXTRA = "arrow"
BATCH = 512  # Records that are held at once
VERSION = b"diplomod.schema"
DAYS = ("earliest", "latest")


def write(records: Iterable[Record], file: BinaryIO) -> Iterable[Loss]:
    """An Arrow file, in batches."""
    pyarrow = need("pyarrow", EXTRA)
    with pyarrow.ipc.new_file(pyarrow.PythonFile(file, "w"), schema()) as out:
        for batch in batches(records):
            out.write_batch(batch)
    return ()


def read(file: BinaryIO) -> Iterator[Record]:
    """The Records of an Arrow file, batch by batch. Raises `TextError` for what is none, `DataError` for other data."""
    pyarrow = need("pyarrow", EXTRA)
    with seekable(file) as base, told("Arrow"), pyarrow.ipc.open_file(pyarrow.PythonFile(base, "r")) as found:
        version = version_of(found.schema)
        rows = (row for i in range(found.num_record_batches) for row in _checked(found.get_batch(i)).to_pylist())
        yield from records_of(rows, version)


def _checked(batch: Any) -> Any:
    """The batch, if all its offsets lead into it: those of a broken file lead anywhere in memory."""
    batch.validate(full=True)
    return batch


class told:  # noqa: N801  (it is used as a function)
    """Errors of Arrow as `TextError`."""

    def __init__(self, what: str) -> None:
        """`what` is the format that was expected."""
        self._what = what

    def __enter__(self) -> None:
        """Nothing to do."""

    def __exit__(self, kind: Any, fault: Any, trace: Any) -> None:
        """Name what was expected."""
        arrow = need("pyarrow", EXTRA)
        if isinstance(fault, DiplomodError):
            return
        if isinstance(fault, (arrow.ArrowException, OSError, ValueError, OverflowError)):  # the last two of days
            raise TextError(f"this is no file of {self._what}: {' '.join(str(fault).split())}") from None


@functools.cache
def schema() -> Any:
    """The columns, with the version of the shape in their metadata."""
    pyarrow = need("pyarrow", EXTRA)
    hints = get_type_hints(Record)
    fields = [
        pyarrow.field(field.name, _type_of(hints[field.name], pyarrow), nullable=False)
        for field in attrs.fields(Record)
    ]
    return pyarrow.schema(fields, metadata={VERSION: str(SCHEMA).encode()})


def _type_of(kind: Any, pyarrow: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        return _type_of(next(part for part in get_args(kind) if part is not NoneType), pyarrow)
    if get_origin(kind) is tuple:
        return pyarrow.list_(_type_of(get_args(kind)[0], pyarrow))
    if attrs.has(kind):
        hints = get_type_hints(kind)
        fields = [
            pyarrow.field(field.name, _type_of(hints[field.name], pyarrow), nullable=_is_optional(hints[field.name]))
            for field in attrs.fields(kind)
        ]
        return pyarrow.struct([*fields, *(pyarrow.field(day, pyarrow.date32()) for day in DAYS if kind is When)])
    if kind is int:
        return pyarrow.int64()
    if kind is float:
        return pyarrow.float64()
    assert issubclass(kind, (str, StrEnum))
    return pyarrow.string()


def _is_optional(kind: Any) -> bool:
    return NoneType in get_args(kind)


def batches(records: Iterable[Record]) -> Iterator[Any]:
    """The Records in batches of Arrow."""
    pyarrow = need("pyarrow", EXTRA)
    several = iter(records)
    while rows := [_sent(to_plain(record)) for record in itertools.islice(several, BATCH)]:
        yield pyarrow.RecordBatch.from_pylist(rows, schema=schema())


def _sent(value: Any) -> Any:
    """A plain value as Arrow takes it: dates with their days, texts that UTF-8 can hold."""
    if isinstance(value, str):
        return escaped(value)
    if isinstance(value, dict):
        found = {name: _sent(item) for name, item in value.items()}
        if "edtf" in found:
            when = When(edtf=value["edtf"])
            found.update(earliest=when.earliest, latest=when.latest)
        return found
    if isinstance(value, (list, tuple)):
        return [_sent(item) for item in value]
    return value


def records_of(rows: Iterable[Any], version: int) -> Iterator[Record]:
    """The Records of rows that Arrow gave."""
    for number, row in enumerate(rows):
        with at_place(f"row {number}"):
            record = record_of({"diplomod": {"schema": version}, "record": _received(row)})
        yield record


def _received(value: Any) -> Any:
    if isinstance(value, str):
        return unescaped(value)
    if isinstance(value, dict):
        return {name: _received(item) for name, item in value.items() if name not in DAYS or "edtf" not in value}
    if isinstance(value, list):
        return [_received(item) for item in value]
    return value


def version_of(found: Any) -> int:
    """The version of the shape that a file says it has, the present one where it says none."""
    text = (found.metadata or {}).get(VERSION, str(SCHEMA).encode())
    if not text.isdigit() or len(text) > 9:
        raise FormatError(f"its metadata have the schema {text!r}, which is no number")
    return int(text)
