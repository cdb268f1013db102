"""The table of deeds: which row holds for a verb and the words around it."""

from __future__ import annotations

import pytest

from diplomod.formats.events.codes import OLDER, QUADS
from diplomod.lexicon.deeds import deeds


@pytest.mark.parametrize(
    ("lemma", "after", "found"),
    [
        ("lift", "the ban", ("YIELD", "ease")),
        ("lift", "the lid", None),
        ("release", "a report", None),
        ("release", "two prisoners", ("YIELD", "release")),
        ("call", "on both to stop", ("REQUEST", "")),
        ("call", "off the strike", ("YIELD", "ceasefire")),
        ("call", "off the visit", ("REJECT", "meet")),
        ("order", "an inquiry", ("ACCUSE", "investigate")),
        ("dance", "", None),
    ],
)
def test_rows(lemma: str, after: str, found: tuple[str, str] | None) -> None:
    assert deeds().code(lemma, after.split()) == found


def test_every_code_is_one_of_plover() -> None:
    codes = {entry.code for entries in deeds().rows.values() for entry in entries} - {"-"}
    assert {OLDER.get(code, code) for code in codes} <= set(QUADS)
