"""The lexicon as a whole: read once, never changed, and with entries of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from diplomod.errors import DataError, DiplomodError, FileError, TextError
from diplomod.lexicon import Lexicon
from diplomod.lexicon.lexicon import TABLES
from diplomod.lexicon.names import NameKind

OURS = Lexicon.default()


def code_of(lexicon: Lexicon, text: str) -> str | None:
    """The code of the party that the name at the start of `text` stands for."""
    words = text.split()
    found = lexicon.names.at(words, text.lower().split(), 0)
    return None if found is None or found[1].party is None else found[1].party.code


def test_the_default_is_read_once() -> None:
    assert Lexicon.default() is OURS


@pytest.mark.parametrize(
    ("name", "within", "country"),
    [
        ("Oslo", "Norway", "NOR"),
        ("OSLO", "Norway", "NOR"),
        ("oslo", "Norway", "NOR"),
        ("Buenos Aires", "Argentina", "ARG"),
        ("florida", "United States", "USA"),
        ("Chile", None, "CHL"),
    ],
)
def test_places_in_whatever_case(name: str, within: str | None, country: str) -> None:
    place = OURS.place(name)
    assert place is not None
    assert (place.name.lower(), place.within, place.country) == (name.lower(), within, country)


@pytest.mark.parametrize("name", ["", " ", "Nowhereville", "Reuters", "Norwegian"])
def test_what_is_no_place(name: str) -> None:
    assert OURS.place(name) is None


@pytest.mark.parametrize(
    ("table", "entry", "text", "code"),
    [
        (
            "states",
            ("XAA", "Freedonia", "Free State", "Freedonian", "Freedonians", "Freeville"),
            "Freedonia said",
            "XAA",
        ),
        ("states", ("XAA", "Freedonia", "Free State", "Freedonian", "Freedonians", "Freeville"), "Free State", "XAA"),
        ("states", ("XAA", "Freedonia", "Free State", "Freedonian", "Freedonians", "Freeville"), "Freedonian", "XAA"),
        ("states", ("XAA", "Freedonia", "", "", "", "Freeville; Port Free"), "Port Free", "XAA"),
        ("states", ["XAA", "Freedonia"], "Freedonia", "XAA"),
        ("states", (" XAA ", " Freedonia "), "Freedonia", "XAA"),
        ("bodies", ("RIVER UNION", "River Union", "RU", "bloc"), "RU envoys", "RIVER UNION"),
        ("movements", ("NORTHERN FRONT", "Northern Front", "NF"), "Northern Front", "NORTHERN FRONT"),
        ("institutions", ("Blue Mansion", "NOR"), "Blue Mansion", "NOR"),
        ("places", ("Lakeside", "Norway", "NOR", "", "NOR"), "Lakeside", "NOR"),
    ],
)
def test_own_entries_are_found_and_the_original_stays(table: str, entry: tuple[str, ...], text: str, code: str) -> None:
    own = OURS.with_entries(table, [entry])
    assert code_of(own, text) == code
    assert code_of(OURS, text) is None
    assert code_of(own, "Norway") == "NOR"


def test_own_entries_go_before_ours_and_the_last_before_the_first() -> None:
    one = OURS.with_entries("institutions", [("Kremlin", "NOR")])
    two = one.with_entries("institutions", [("Kremlin", "CHL")])
    assert [code_of(lexicon, "Kremlin") for lexicon in (OURS, one, two)] == ["RUS", "NOR", "CHL"]


def test_an_entry_may_use_another_entry_of_ones_own() -> None:
    own = OURS.with_entries("movements", [("NF", "Northern Front")]).with_entries(
        "institutions", [("Green Hall", "NF")]
    )
    assert code_of(own, "Green Hall") == "NF"


def test_an_entry_of_one_field_may_be_a_string() -> None:
    own = OURS.with_entries("press", ["Lakeside Gazette"])
    found = own.names.at(["Lakeside", "Gazette"], ["lakeside", "gazette"], 0)
    assert found is not None
    assert (found[0], found[1].kind) == (2, NameKind.PRESS)


@pytest.mark.parametrize(
    ("table", "entries", "path", "what"),
    [
        ("stars", [("Sun",)], "table 'stars'", "there is no such table; the tables are states, bodies"),
        ("movements", [("A", "A"), ()], "movements[1]", "an entry has up to 3 strings; got ()"),
        ("movements", [("A", "A", "", "")], "movements[0]", "an entry has up to 3 strings"),
        ("movements", [("", "A")], "movements[0]", "an entry has up to 3 strings"),
        ("movements", [(" ", "A")], "movements[0]", "an entry has up to 3 strings"),
        ("movements", [("A", None)], "movements[0]", "an entry has up to 3 strings; got ('A', None)"),
        ("movements", [5], "movements[0]", "an entry has up to 3 strings; got 5"),
        ("movements", [None], "movements[0]", "an entry has up to 3 strings; got None"),
        ("institutions", [("Blue Mansion", "XYZ")], "Blue Mansion", "no party has the code 'XYZ'"),
    ],
)
def test_entries_that_are_refused(table: str, entries: Any, path: str, what: str) -> None:
    with pytest.raises(DataError) as caught:
        OURS.with_entries(table, entries)
    assert caught.value.faults[0][0] == path
    assert caught.value.faults[0][1].startswith(what)


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "own.txt"
    file.write_text("# ours\nNORTHERN FRONT | Northern Front | NF; Frente Añil\n", encoding="utf-8-sig")
    own = OURS.with_file("movements", file)
    assert code_of(own, "NF fighters") == code_of(own, "Frente Anil") == "NORTHERN FRONT"
    assert code_of(OURS.with_file("movements", str(file)), "Frente Añil") == "NORTHERN FRONT"
    assert code_of(OURS, "NF fighters") is None


@pytest.mark.parametrize(
    ("table", "data", "error", "message"),
    [
        ("movements", b"A | A\n\nA | B | C | D\n", DataError, "own.txt, line 3: an entry has up to 3 fields"),
        ("movements", b"| A\n", DataError, "own.txt, line 1: an entry has up to 3 fields"),
        ("movements", b"A | \xff\n", TextError, "own.txt: byte 4 is no UTF-8"),
        ("movements", None, FileError, "own.txt: No such file"),
        ("stars", b"Sun\n", DataError, "there is no such table"),
        ("stars", None, DataError, "there is no such table"),
    ],
)
def test_files_that_are_refused(
    table: str, data: bytes | None, error: type[DiplomodError], message: str, tmp_path: Path
) -> None:
    if data is not None:
        (tmp_path / "own.txt").write_bytes(data)
    with pytest.raises(error) as caught:
        OURS.with_file(table, tmp_path / "own.txt")
    assert message in str(caught.value)


@pytest.mark.parametrize("table", TABLES)
def test_every_table_takes_entries(table: str) -> None:
    assert OURS.with_entries(table, []).added == ((table, ()),)
