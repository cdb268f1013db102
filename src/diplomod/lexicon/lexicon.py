"""All words and names that the reader knows: `Lexicon`."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs

from diplomod.errors import DataError, FileError, TextError
from diplomod.lexicon import names as name_tables
from diplomod.lexicon import nouns as noun_tables
from diplomod.lexicon import people as people_tables
from diplomod.lexicon import verbs as verb_tables
from diplomod.lexicon.names import Names
from diplomod.lexicon.nouns import Nouns
from diplomod.lexicon.people import People
from diplomod.lexicon.tables import Row, parse_rows, rows_of
from diplomod.lexicon.verbs import Verbs
from diplomod.lexicon.words import Words, words
from diplomod.model import Place

# Every table with the number of its fields; the file of each is NAME.txt.
TABLES = {
    "states": 6,
    "bodies": 4,
    "movements": 3,
    "institutions": 2,
    "places": 5,
    "press": 3,
    "verbs": 2,
    "irregular": 4,
    "nouns": 3,
    "people": 2,
    "given": 3,
    "languages": 2,
    "posts": 2,
}
NAMES = ("states", "bodies", "movements", "institutions", "places", "press")
Added = tuple[tuple[str, tuple[Row, ...]], ...]


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Lexicon:
    """What the reader knows of words and names, read from the package's data files, with entries of your own.

    A Lexicon never changes: `with_entries` and `with_file` give a new one.
    """

    names: Names
    verbs: Verbs
    nouns: Nouns
    people: People
    words: Words
    added: Added = ()

    @staticmethod
    def default() -> Lexicon:
        """The package's own lexicon, read once."""
        return _default()

    def place(self, name: str) -> Place | None:
        """The place of this name, in whatever case it is written, None if the lexicon has none.

        >>> Lexicon.default().place("KYIV").country
        'UKR'
        """
        return self.names.places.get(name.casefold())

    def with_entries(self, table: str, entries: Iterable[Sequence[str]]) -> Lexicon:
        """A lexicon that has these entries of a table as well; they go before those that are there.

        The tables and their fields are those of the data files; fields at the end may be left out. Raises `DataError` for a
        table that does not exist and for an entry that has too many fields or no first one.

        >>> own = Lexicon.default().with_entries("movements", [("NORTHERN FRONT", "Northern Front", "NF")])
        >>> own.names.parties["NORTHERN FRONT"].name
        'Northern Front'
        """
        if table not in TABLES:
            raise DataError([(f"table {table!r}", f"there is no such table; the tables are {', '.join(TABLES)}")])
        fields = TABLES[table]
        rows = []
        for number, entry in enumerate(entries):
            row = (entry,) if isinstance(entry, str) else tuple(entry) if isinstance(entry, Sequence) else ()
            if not row or len(row) > fields or not all(isinstance(field, str) for field in row) or not row[0].strip():
                raise DataError([(f"{table}[{number}]", f"an entry has up to {fields} strings; got {entry!r}")])
            rows.append((*(field.strip() for field in row), *[""] * (fields - len(row))))
        return _built((*self.added, (table, tuple(rows))))

    def with_file(self, table: str, path: str | os.PathLike[str]) -> Lexicon:
        """A lexicon that has the entries of a file of yours as well, in the form of the package's data files.

        Raises `DataError` for a table that does not exist, and for a malformed line by its number; `FileError` for a file
        that can't be read and `TextError` for one that is not UTF-8.
        """
        if table not in TABLES:
            return self.with_entries(table, ())
        try:
            text = Path(path).read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as fault:
            raise TextError(f"{os.fspath(path)}: byte {fault.start} is no UTF-8; save the file as UTF-8") from None
        except (OSError, ValueError) as fault:  # a ValueError for a name that no file can have
            raise FileError(f"{os.fspath(path)}: {getattr(fault, 'strerror', None) or fault}") from fault
        return self.with_entries(table, parse_rows(text, TABLES[table], os.fspath(path)))


@functools.cache
def _default() -> Lexicon:
    return _built(())


def _built(added: Added) -> Lexicon:
    """The lexicon of the package's files and what is `added`, which goes first."""

    def rows(table: str) -> list[Row]:
        own = [row for name, entries in reversed(added) if name == table for row in entries]
        return [*own, *rows_of(f"{table}.txt", TABLES[table])]

    touched = {table for table, _ in added}
    return Lexicon(
        names=name_tables.from_rows({table: rows(table) for table in NAMES}),
        verbs=verb_tables.from_rows(rows("verbs"), rows("irregular"))
        if touched & {"verbs", "irregular"}
        else verb_tables.verbs(),
        nouns=noun_tables.from_rows(rows("nouns")) if "nouns" in touched else noun_tables.nouns(),
        people=people_tables.from_rows(rows("people"), rows("given"), rows("languages"), rows("posts"))
        if touched & {"people", "given", "languages", "posts"}
        else people_tables.people(),
        words=words(),
        added=added,
    )
