"""What the mood of a verb makes of a deed."""

from __future__ import annotations

import pytest

from diplomod.coding.moods import FRIENDLY, HOSTILE, in_mood


@pytest.mark.parametrize(
    ("code", "modal", "future", "negated", "found"),
    [
        ("YIELD", None, False, False, "YIELD"),
        ("YIELD", "will", True, False, "AGREE"),
        ("CONSULT", "would", False, False, "AGREE"),
        ("AID", None, True, False, "AGREE"),
        ("YIELD", "will", True, True, "REJECT"),
        ("AID", None, False, True, "REJECT"),
        ("ASSAULT", "will", True, False, "THREATEN"),
        ("PROTEST", None, True, False, "THREATEN"),
        ("ASSAULT", None, False, True, ""),
        ("ACCUSE", "will", True, False, "ACCUSE"),
        ("YIELD", "must", False, False, "REQUEST"),
        ("ASSAULT", "should", False, True, "REQUEST"),
    ],
)
def test_moods(code: str, modal: str | None, future: bool, negated: bool, found: str) -> None:
    assert in_mood(code, modal=modal, future=future, negated=negated) == found


def test_no_deed_is_both() -> None:
    assert not FRIENDLY & HOSTILE
