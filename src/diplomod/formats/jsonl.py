"""JSON Lines: many Records, one document of JSON a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diplomod.errors import DataError, FormatError, TextError
from diplomod.formats.json import encoded, parsed, record_of
from diplomod.model import Record


def dumps(records: Iterable[Record] | Record) -> str:
    """The Records, one a line."""
    return "".join(lines(records))


def lines(records: Iterable[Record] | Record) -> Iterator[str]:
    """The line of each Record, with its line feed."""
    for record in (records,) if isinstance(records, Record) else records:
        yield encoded(record) + "\n"


def loads(text: str) -> Iterator[Record]:
    """The Records of the lines, one by one; blank lines are passed over.

    Raises what JSON raises, with the number of the line, when that line is reached.
    """
    return from_lines((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def from_lines(numbered: Iterable[tuple[int, str]]) -> Iterator[Record]:
    """The Record of each line, given with its number."""
    for number, line in numbered:
        try:
            yield record_of(parsed(line))
        except DataError as fault:
            raise DataError([(f"line {number}, {path}", what) for path, what in fault.faults]) from None
        except TextError as fault:
            raise TextError(f"line {number}: {fault.message}", text=fault.text, at=fault.at) from None
        except FormatError as fault:
            raise FormatError(f"line {number}: {fault}") from None
