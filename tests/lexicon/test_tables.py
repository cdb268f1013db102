"""The files of the lexicon: one entry a line, fields parted by |, remarks after #."""

from __future__ import annotations

from importlib import resources

import pytest

from diplomod.errors import DataError
from diplomod.lexicon.lexicon import TABLES
from diplomod.lexicon.tables import parse_rows, rows_of


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("\n  \n\t\n", []),
        ("# a remark\n   # another | one\n", []),
        ("Lima | PER", [("Lima", "PER", "")]),
        ("Lima|PER|Peru", [("Lima", "PER", "Peru")]),
        ("  Lima  |  PER  # the capital | of Peru", [("Lima", "PER", "")]),
        ("Lima", [("Lima", "", "")]),
        ("Lima | | Peru", [("Lima", "", "Peru")]),
        ("Lima | PER |", [("Lima", "PER", "")]),
        ("Lima | PER\r\nQuito | ECU\r\n", [("Lima", "PER", ""), ("Quito", "ECU", "")]),
        ("Bogotá | a; b", [("Bogotá", "a; b", "")]),
    ],
)
def test_rows(text: str, rows: list[tuple[str, ...]]) -> None:
    assert list(parse_rows(text, 3, "own.txt")) == rows


@pytest.mark.parametrize(
    ("text", "line", "entry"),
    [
        ("a | b | c | d", 1, "a | b | c | d"),
        ("# remark\n\na | b\n | b", 4, "| b"),
        ("|", 1, "|"),
        ("a | b | c |", 1, "a | b | c |"),
    ],
)
def test_a_malformed_entry_is_told_by_file_and_line(text: str, line: int, entry: str) -> None:
    with pytest.raises(DataError) as caught:
        list(parse_rows(text, 3, "own.txt"))
    assert caught.value.faults == (
        (f"own.txt, line {line}", f"an entry has up to 3 fields parted by |; got {entry!r}"),
    )


def test_rows_come_before_a_malformed_entry_is_reached() -> None:
    rows = parse_rows("a\n|", 1, "own.txt")
    assert next(rows) == ("a",)
    with pytest.raises(DataError, match="line 2"):
        next(rows)


@pytest.mark.parametrize("table", TABLES)
def test_every_file_of_ours_is_well_formed(table: str) -> None:
    rows = list(rows_of(f"{table}.txt", TABLES[table]))
    assert rows
    assert {len(row) for row in rows} == {TABLES[table]}


def test_every_file_has_a_table() -> None:
    files = {path.name for path in resources.files("diplomod.lexicon").joinpath("data").iterdir()}
    assert files - {f"{table}.txt" for table in TABLES} == {
        "words.txt",
        "deeds.txt",
        "answers.txt",
        "heeding.txt",
        "words-contexts.txt",
    }
