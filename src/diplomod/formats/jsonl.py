"""JSON Lines: many Records, one document of JSON a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from diplomod.formats.json import line_of, record_of_bytes
from diplomod.formats.losses import Loss
from diplomod.formats.places import at_place
from diplomod.formats.streams import lines_of
from diplomod.model import Record


def write(records: Iterable[Record], file: BinaryIO) -> Iterable[Loss]:
    """The Records, one a line."""
    for record in records:
        file.write(line_of(record))
    return ()


def read(file: BinaryIO) -> Iterator[Record]:
    """The Records of the lines, one by one; blank lines are passed over.

    Raises what JSON raises, with the number of the line, when that line is reached.
    """
    for number, line in lines_of(file):
        with at_place(f"line {number}"):
            record = record_of_bytes(line)
        yield record
