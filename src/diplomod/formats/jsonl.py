"""JSON Lines: many Records, one document of JSON a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from diplomod.errors import DataError, FormatError, TextError
from diplomod.formats.files import decoded
from diplomod.formats.json import encoded, parsed, record_of
from diplomod.formats.losses import Loss
from diplomod.formats.streams import lines_of
from diplomod.model import Record


def write(records: Iterable[Record], file: BinaryIO) -> Iterable[Loss]:
    """The Records, one a line."""
    for record in records:
        file.write(f"{encoded(record)}\n".encode())
    return ()


def read(file: BinaryIO) -> Iterator[Record]:
    """The Records of the lines, one by one; blank lines are passed over.

    Raises what JSON raises, with the number of the line, when that line is reached.
    """
    for number, line in lines_of(file):
        try:
            yield record_of(parsed(decoded(line, "")))
        except DataError as fault:
            raise DataError([(f"line {number}, {path}", what) for path, what in fault.faults]) from None
        except TextError as fault:
            raise TextError(
                f"line {number}: {fault.message.removeprefix(': ')}", text=fault.text, at=fault.at
            ) from None
        except FormatError as fault:
            raise FormatError(f"line {number}: {fault}") from None
