"""The data files of the lexicon: one entry a line, fields parted by ``|``, ``#`` before a remark."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from diplomod.errors import DataError

Row = tuple[str, ...]


def rows_of(name: str, fields: int) -> Iterator[Row]:
    """The entries of the package's own file `name`, each with as many `fields`; those left out at the end are empty."""
    text = resources.files("diplomod.lexicon").joinpath("data", name).read_text(encoding="utf-8")
    yield from parse_rows(text, fields, name)


def parse_rows(text: str, fields: int, name: str) -> Iterator[Row]:
    """The entries of a file's `text`. Raises `DataError` for a line with too many fields or an empty first one.

    >>> list(parse_rows("Kyiv | UKR  # the capital", 3, "places.txt"))
    [('Kyiv', 'UKR', '')]
    """
    for number, line in enumerate(text.splitlines(), 1):
        entry = line.partition("#")[0].strip()
        if not entry:
            continue
        row = [field.strip() for field in entry.split("|")]
        if len(row) > fields or not row[0]:
            raise DataError(
                [(f"{name}, line {number}", f"an entry has up to {fields} fields parted by |; got {entry!r}")]
            )
        yield (*row, *[""] * (fields - len(row)))
