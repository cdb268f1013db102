"""Records as a set of tables with keys that join, and back.

A row of every table holds the number of its Record (``record``), and a key: the path to the value in that Record
(``meetings[0]``, ``meetings[0].delegations[1].members[0]``). Rows of what belongs to something else name it as ``of``. Single
values stand in columns named by their fields (``host.code``, ``when.edtf``), lists in tables of their own.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from diplomod.errors import DataError, TextError
from diplomod.formats.losses import pattern
from diplomod.formats.plain import from_plain, to_plain
from diplomod.model import (
    Delegate,
    Delegation,
    Demand,
    Meeting,
    Party,
    Person,
    Place,
    Record,
    Response,
    Source,
    Span,
    Statement,
)

Cell = str | int | float | None
Row = list[Cell]

# Each table with what its rows are; str for a table of bare words.
TABLES: dict[str, type[Any]] = {
    "records": Source,
    "meetings": Meeting,
    "delegations": Delegation,
    "delegates": Delegate,
    "demands": Demand,
    "responses": Response,
    "statements": Statement,
    "parties": Party,
    "people": Person,
    "places": Place,
    "answers": str,
    "spans": Span,
}
# Each list of a Record, and the table that holds its items.
LISTS: dict[str, str] = {
    "source.authors": "people",
    "source.dateline.places": "places",
    "meetings": "meetings",
    "meetings[].parties": "parties",
    "meetings[].people": "people",
    "meetings[].delegations": "delegations",
    "meetings[].delegations[].members": "delegates",
    "meetings[].delegations[].evidence": "spans",
    "meetings[].mediators": "parties",
    "meetings[].observers": "parties",
    "meetings[].topics": "spans",
    "meetings[].evidence": "spans",
    "demands": "demands",
    "demands[].to": "parties",
    "demands[].evidence": "spans",
    "responses": "responses",
    "responses[].to": "answers",
    "responses[].evidence": "spans",
    "statements": "statements",
}
EVENTS = ("meetings", "demands", "responses", "statements")  # tables whose rows belong to the Record itself
SOURCE = "source"
_KEY = re.compile(r"(?:(.+)\.)?([a-z_]+)\[(0|[1-9][0-9]{0,8})\]")


@attrs.frozen(slots=True)
class Column:
    """A column of single values: the fields that lead to them, and what they are."""

    path: tuple[str, ...]
    kind: type[Any]

    @property
    def name(self) -> str:
        """The name at the head of the column."""
        return ".".join(self.path)


@functools.cache
def header(table: str) -> tuple[str, ...]:
    """The names of a table's columns."""
    keys = ("record",) if table == "records" else ("record", "key") if table in EVENTS else ("record", "key", "of")
    return (*keys, *(column.name for column in columns(table)))


@functools.cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of a table beside its keys: the single values of its class and of the classes in it.

    >>> [column.name for column in columns("places")]
    ['name', 'within', 'country', 'span.start', 'span.end', 'span.text']
    """
    kind = TABLES[table]
    return (Column(("text",), str),) if kind is str else tuple(_columns(kind, ()))


def _columns(kind: type[Any], path: tuple[str, ...]) -> Iterator[Column]:
    hints = get_type_hints(kind)
    for field in attrs.fields(kind):
        inner = hints[field.name]
        if get_origin(inner) in (Union, UnionType):
            inner = next(part for part in get_args(inner) if part is not NoneType)
        if get_origin(inner) is tuple:
            continue
        if attrs.has(inner):
            yield from _columns(inner, (*path, field.name))
        else:
            yield Column((*path, field.name), str if issubclass(inner, StrEnum) else inner)


def rows_of(number: int, record: Record) -> Iterator[tuple[str, Row]]:
    """The rows of a Record, each with its table; those of one table in order."""
    plain = to_plain(record)
    source = plain[SOURCE]
    yield "records", [number, *_cells(source, columns("records"))]
    yield from _lists(number, source, SOURCE)
    if source["dateline"] is not None:
        yield from _lists(number, source["dateline"], f"{SOURCE}.dateline")
    yield from _lists(number, plain, "")


def _lists(number: int, value: dict[str, Any], path: str) -> Iterator[tuple[str, Row]]:
    """The rows of the lists in a value, and of the lists in their items."""
    for name, items in value.items():
        if isinstance(items, (list, tuple)):
            inner = f"{path}.{name}" if path else name
            table = LISTS[pattern(inner)]
            for i, item in enumerate(items):
                key = f"{inner}[{i}]"
                keys: Row = [number, key] if table in EVENTS else [number, key, path]
                yield table, [*keys, *_cells(item, columns(table))]
                if isinstance(item, dict):
                    yield from _lists(number, item, key)


def _cells(value: Any, wanted: tuple[Column, ...]) -> Iterator[Cell]:
    if isinstance(value, str):
        yield value
        return
    for column in wanted:
        found = value
        for name in column.path:
            found = found[name] if found is not None else None
        yield found


def records_of(tables: Mapping[str, Iterable[tuple[str, Row]]]) -> Iterator[Record]:
    """The Records of tables, each given as rows without the header, and with what to call the row in an error.

    Rows stand in the order of their Records, so that tables of any length are read side by side.
    """
    streams = {name: _Stream(name, tables[name]) for name in TABLES}
    last = -1
    for where, row in iter(streams["records"].next_row, None):
        number = _number(row[0], where, "record")
        if number <= last:
            raise TextError(f"{where}: the record {number} stands after the record {last}; sort the rows by record")
        last = number
        source = _value(row[1:], columns("records"), where)
        yield _record(number, source, streams)
    for stream in streams.values():
        if stream.ahead is not None:
            raise TextError(f"{stream.ahead[0]}: there is no record {stream.ahead[1][0]} in the table of records")


class _Stream:
    """The rows of a table, one ahead."""

    def __init__(self, name: str, rows: Iterable[tuple[str, Row]]) -> None:
        self.name = name
        self._rows = iter(rows)
        self.ahead = next(self._rows, None)

    def next_row(self) -> tuple[str, Row] | None:
        found, self.ahead = self.ahead, next(self._rows, None) if self.ahead is not None else None
        return found

    def rows_of(self, number: int) -> Iterator[tuple[str, Row]]:
        """The rows of one Record."""
        while self.ahead is not None:
            where, row = self.ahead
            found = _number(row[0], where, "record")
            if found < number:
                raise TextError(f"{where}: the record {found} is not in the table of records, or not in its order")
            if found > number:
                return
            self.next_row()
            yield where, row


def _record(number: int, source: dict[str, Any], streams: Mapping[str, _Stream]) -> Record:
    record: dict[str, Any] = {SOURCE: source}
    lists: dict[str, list[tuple[int, str, Any]]] = {}
    for table, stream in streams.items():
        if table != "records":
            for where, row in stream.rows_of(number):
                owner, field, place = _key(row[1], table, where)
                head = 2 if table in EVENTS else 3
                if head == 3 and row[2] != owner:
                    raise TextError(f"{where}: the key {row[1]!r} belongs to {owner!r}, not to {row[2]!r}")
                value = _value(row[head:], columns(table), where)
                lists.setdefault(f"{owner}.{field}".removeprefix("."), []).append((place, where, value))
    _fill(record, "", lists)
    for name, items in lists.items():
        raise TextError(f"{items[0][1]}: record {number} has no {name.rpartition('.')[0]}")
    try:
        return from_plain(record, "$")
    except DataError as fault:
        raise DataError([(f"record {number}, {path}", what) for path, what in fault.faults]) from None


def _fill(value: dict[str, Any], path: str, lists: dict[str, list[tuple[int, str, Any]]]) -> None:
    """Put the lists where they belong, those of their items too."""
    for name in _list_fields(pattern(path)):
        inner = f"{path}.{name}" if path else name
        items = sorted(lists.pop(inner, ()), key=lambda item: item[0])
        for i, (place, where, item) in enumerate(items):
            if place != i:
                raise TextError(f"{where}: the key {inner}[{place}] follows {inner}[{i - 1}]")
            if isinstance(item, dict):
                _fill(item, f"{inner}[{i}]", lists)
        value[name] = [item for _, _, item in items]
    if path in ("", SOURCE):
        inner = SOURCE if not path else f"{SOURCE}.dateline"
        if (found := value.get(inner.rpartition(".")[2])) is not None:
            _fill(found, inner, lists)


@functools.cache
def _list_fields(kind: str) -> tuple[str, ...]:
    return tuple(name.rpartition(".")[2] for name in LISTS if name.rpartition(".")[0] == kind)


def _key(cell: Cell, table: str, where: str) -> tuple[str, str, int]:
    found = _KEY.fullmatch(cell) if isinstance(cell, str) else None
    if found is not None:
        owner, field, place = found[1] or "", found[2], int(found[3])
        if LISTS.get(pattern(f"{owner}.{field}").removeprefix(".")) == table:
            return owner, field, place
    raise TextError(f"{where}: {cell!r} is no key of the table {table}")


def _value(cells: Row, wanted: tuple[Column, ...], where: str) -> Any:
    """The plain value of a row; what has nothing in any column is None."""
    values = [_read(cell, column, where) for cell, column in zip(cells, wanted, strict=True)]
    if wanted == columns("answers"):
        return values[0]
    found: dict[str, Any] = {}
    for column, value in zip(wanted, values, strict=True):
        inner = found
        for name in column.path[:-1]:
            inner = inner.setdefault(name, {})
        inner[column.path[-1]] = value
    return {name: _or_none(value) for name, value in found.items()}


def _or_none(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    inner = {name: _or_none(item) for name, item in value.items()}
    return inner if any(item is not None for item in inner.values()) else None


def _read(cell: Cell, column: Column, where: str) -> Any:
    if cell is None or cell == "":
        return None
    return _READERS[column.kind](cell, where, column.name)


def _text(cell: Cell, where: str, name: str) -> str:
    if isinstance(cell, str):
        return cell
    if type(cell) is int:  # a spreadsheet takes 2024 for a number
        return str(cell)
    raise TextError(f"{where}, column {name}: is text; got {cell!r}")


def _number(cell: Cell, where: str, name: str) -> int:
    if type(cell) is int:
        return cell
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, str) and cell.isascii() and cell.isdigit() and len(cell) <= 18:
        return int(cell)
    raise TextError(f"{where}, column {name}: is a whole number; got {cell!r}")


def _share(cell: Cell, where: str, name: str) -> float:
    try:
        return float(cell)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise TextError(f"{where}, column {name}: is a number; got {cell!r}") from None


_READERS: dict[type[Any], Callable[[Cell, str, str], Any]] = {str: _text, int: _number, float: _share}
