"""Data that were no text: their characters are the source, and words are found in them."""

from __future__ import annotations

import pytest

from diplomod import Record, fingerprint
from diplomod.formats.foreign import Origin
from diplomod.model import Span

ROW = "7;Congo, Republic of;Harbour Board;Kyiv"
ORIGIN = Origin.of(ROW)


def test_the_source_is_the_characters() -> None:
    record = Record(source=ORIGIN.source(title="x"))
    assert not record.problems(ROW) and record.source.language == "und"
    assert ORIGIN.id("m", 2) == f"{fingerprint(ROW)[:16]}-m2"


def test_words_where_they_stand() -> None:
    assert ORIGIN.find("Kyiv") == Span(start=35, end=39, text="Kyiv")
    assert ORIGIN.find("Kyiv", ORIGIN.span(0, 10)) is None
    assert ORIGIN.find(" ") is None and ORIGIN.find("") is None and ORIGIN.find("Oslo") is None


@pytest.mark.parametrize(
    ("name", "code", "found", "kind"),
    [
        ("Congo, Republic of", "", "COG", "state"),
        ("the United Nations", "", "UN", "international_body"),
        ("Burma (Myanmar)", "", "MMR", "state"),
        ("China, People’s Republic of", "", "CHN", "state"),
        ("POLICE", "TGO", "TGO", "state"),
        ("Harbour  Board", "", "HARBOUR BOARD", "organisation"),
        ("Harbour Board", "XYZ", "HARBOUR BOARD", "organisation"),
    ],
)
def test_parties(name: str, code: str, found: str, kind: str) -> None:
    party = ORIGIN.party(name, code=code)
    assert (party.code, party.kind) == (found, kind)
    assert (party.span is None) == (name not in ROW)


def test_places() -> None:
    kyiv, elsewhere = ORIGIN.place(" Kyiv "), ORIGIN.place("Harbour")
    assert (kyiv.name, kyiv.country) == ("Kyiv", "UKR") and kyiv.span is not None
    assert (elsewhere.name, elsewhere.country) == ("Harbour", None)
