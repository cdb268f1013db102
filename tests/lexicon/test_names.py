"""Names of parties and places: which words of a text they take, what they are and for whom they stand."""

from __future__ import annotations

import re

import pytest

from diplomod.errors import DataError
from diplomod.lexicon import Lexicon
from diplomod.lexicon.lexicon import TABLES
from diplomod.lexicon.names import Name, NameKind, from_rows
from diplomod.lexicon.tables import rows_of

NAMES = Lexicon.default().names


def named(text: str, at: str | None = None) -> tuple[str, Name] | None:
    """The name that begins at the word `at` (or the first one), with the words that it takes."""
    words = re.findall(r"'s\b|\w[\w.'-]*\w\.?|\S", text.replace("’", "'"))
    position = 0 if at is None else words.index(at)
    found = NAMES.at(words, [word.lower() for word in words], position)
    return None if found is None else (" ".join(words[position : found[0]]), found[1])


@pytest.mark.parametrize(
    ("text", "words", "kind", "code"),
    [
        # States, with their longer names
        ("Norway and Chile agreed", "Norway", NameKind.STATE, "NOR"),
        ("United States officials", "United States", NameKind.STATE, "USA"),
        ("United Kingdom", "United Kingdom", NameKind.STATE, "GBR"),
        ("Papua New Guinea sent aid", "Papua New Guinea", NameKind.STATE, "PNG"),
        ("South Korea", "South Korea", NameKind.STATE, "KOR"),
        ("South Sudan", "South Sudan", NameKind.STATE, "SSD"),
        ("US envoys", "US", NameKind.STATE, "USA"),
        ("U.S. envoys", "U.S.", NameKind.STATE, "USA"),
        ("NORWAY SAYS NO", "NORWAY", NameKind.STATE, "NOR"),
        # With and without accents
        ("Türkiye", "Türkiye", NameKind.STATE, "TUR"),
        ("Turkiye", "Turkiye", NameKind.STATE, "TUR"),
        ("Côte d'Ivoire", "Côte d'Ivoire", NameKind.STATE, "CIV"),
        ("Cote d'Ivoire", "Cote d'Ivoire", NameKind.STATE, "CIV"),
        ("Côte d’Ivoire", "Côte d'Ivoire", NameKind.STATE, "CIV"),
        ("Bogotá", "Bogotá", NameKind.CAPITAL, "COL"),
        ("Bogota", "Bogota", NameKind.CAPITAL, "COL"),
        # Adjectives and people
        ("Chilean ships", "Chilean", NameKind.DEMONYM, "CHL"),
        ("Norwegians voted", "Norwegians", NameKind.DEMONYM, "NOR"),
        # Capitals and institutions stand for their state
        ("Oslo rejected it", "Oslo", NameKind.CAPITAL, "NOR"),
        ("Buenos Aires hopes", "Buenos Aires", NameKind.CAPITAL, "ARG"),
        ("Kremlin", "Kremlin", NameKind.INSTITUTION, "RUS"),
        ("State Department officials", "State Department", NameKind.INSTITUTION, "USA"),
        # Bodies, blocs, movements
        ("UN envoy", "UN", NameKind.BODY, "UN"),
        ("United Nations", "United Nations", NameKind.BODY, "UN"),
        ("UN Security Council", "UN Security Council", NameKind.BODY, "UN"),
        ("African Union", "African Union", NameKind.BODY, "AU"),
        ("WHO doctors", "WHO", NameKind.BODY, "WHO"),
        ("Europe", "Europe", NameKind.REGION, "EUROPE"),
        ("Hezbollah", "Hezbollah", NameKind.MOVEMENT, "HEZBOLLAH"),
        ("Hizbullah", "Hizbullah", NameKind.MOVEMENT, "HEZBOLLAH"),
        ("al-Qaeda", "al-Qaeda", NameKind.MOVEMENT, "AL-QAEDA"),
        ("Union of Soviet Socialist Republics", "Union of Soviet Socialist Republics", NameKind.STATE, "SUN"),
        ("South Vietnamese troops", "South Vietnamese", NameKind.DEMONYM, "VDR"),
        ("Tamil Tigers", "Tamil Tigers", NameKind.MOVEMENT, "TAMIL TIGERS"),
        ("Non-Aligned Movement", "Non-Aligned Movement", NameKind.BODY, "NON-ALIGNED MOVEMENT"),
        ("Melanesian Spearhead Group", "Melanesian Spearhead Group", NameKind.BODY, "MSG"),
        ("Torre Tagle denied it", "Torre Tagle", NameKind.INSTITUTION, "PER"),
        ("Wisma Putra said so", "Wisma Putra", NameKind.INSTITUTION, "MYS"),
        ("Quai d’Orsay", "Quai d'Orsay", NameKind.INSTITUTION, "FRA"),
        ("UNSMIL regretted it", "UNSMIL", NameKind.INSTITUTION, "UN"),
        # A place that stands for a body
        ("Brussels", "Brussels", NameKind.CAPITAL, "EU"),
        # Places and the press stand for nobody
        ("Florida", "Florida", NameKind.PLACE, None),
        ("Reuters reported", "Reuters", NameKind.PRESS, None),
        ("Agence France-Presse", "Agence France-Presse", NameKind.PRESS, None),
    ],
)
def test_names(text: str, words: str, kind: NameKind, code: str | None) -> None:
    found = named(text)
    assert found is not None
    taken, name = found
    assert (taken, name.kind, None if name.party is None else name.party.code) == (words, kind, code)


@pytest.mark.parametrize(
    "text",
    [
        # Short names in capitals are matched as they are written
        "us",
        "Us",
        "who",
        "Who",
        # All others begin with a capital letter
        "norway",
        "turkey",
        "chad",
        "oslo",
        "united states",
        # No names
        "Table",
        "United",
        "South",
        "日本",
        "é",
        ",",
        "5",
    ],
)
def test_words_that_are_no_names(text: str) -> None:
    assert named(text) is None


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("talks of the South Korea team", "South", "South Korea"),
        ("talks of the Arab League team", "League", None),
        ("in Norway", "in", None),
        ("left for Papua New Guinea", "Papua", "Papua New Guinea"),
        ("left for Buenos", "Buenos", None),
        ("left for United", "United", None),
    ],
)
def test_a_name_begins_at_its_first_word_and_is_whole(text: str, at: str, words: str | None) -> None:
    found = named(text, at)
    assert (None if found is None else found[0]) == words


@pytest.mark.parametrize(
    ("text", "plural"),
    [("Norwegians", True), ("Norwegian", False), ("Chileans", True), ("Europeans", True), ("Chile", False)],
)
def test_people_are_told_from_adjectives(text: str, plural: bool) -> None:
    found = named(text)
    assert found is not None
    assert found[1].plural is plural


@pytest.mark.parametrize(
    ("text", "within", "country"),
    [("Oslo", "Norway", "NOR"), ("Florida", "United States", "USA"), ("Chile", None, "CHL")],
)
def test_places_lie_somewhere(text: str, within: str | None, country: str) -> None:
    found = named(text)
    assert found is not None
    place = found[1].place
    assert place is not None
    assert (place.name, place.within, place.country) == (text, within, country)


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("iran-us", ["IRN", "USA"]),
        ("iran–us", ["IRN", "USA"]),
        ("iran/us", ["IRN", "USA"]),
        ("u.s.-led", ["USA"]),
        ("norwegian-chilean", ["NOR", "CHL"]),
        ("ex-minister", []),
        ("norway", []),
        ("-", []),
    ],
)
def test_parties_within_a_word(word: str, codes: list[str]) -> None:
    assert [name.party.code for name in NAMES.within_word(word) if name.party is not None] == codes


def test_the_first_told_of_equal_names_is_taken() -> None:
    names = from_rows({"movements": [("ONE", "Front", ""), ("TWO", "Front", "")]})
    found = names.at(["Front"], ["front"], 0)
    assert found is not None
    assert found[1].party is names.parties["ONE"]


@pytest.mark.parametrize(
    ("table", "row", "path", "what"),
    [
        ("institutions", ("Blue House", "XYZ"), "Blue House", "no party has the code 'XYZ'"),
        ("places", ("Lakeside", "", "", "", "XYZ"), "Lakeside", "no party has the code 'XYZ'"),
        (
            "bodies",
            ("LEAGUE", "League", "", "club"),
            "bodies, LEAGUE",
            "a kind is one of body, bloc, region; got 'club'",
        ),
    ],
)
def test_entries_that_lead_nowhere(table: str, row: tuple[str, ...], path: str, what: str) -> None:
    with pytest.raises(DataError) as caught:
        from_rows({table: [row]})
    assert caught.value.faults == ((path, what),)


def test_no_code_stands_for_two() -> None:
    """A code that a state has is no body's or movement's too, and each row has one of its own."""
    for code, party in NAMES.parties.items():
        assert party.code == code
    rows = [row[0] for table in ("states", "bodies", "movements") for row in rows_of(f"{table}.txt", TABLES[table])]
    assert len(rows) == len(set(rows))


def test_national_agencies_have_a_state_and_stand_for_nobody() -> None:
    assert NAMES.home_of["kyodo news"] == "JPN"
    assert "reuters" not in NAMES.home_of
    found = named("Kyodo reported")
    assert found is not None
    assert found[1].party is None
