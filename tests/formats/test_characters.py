"""Characters that a text format can't hold, and the signs in their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomod import Record, Source, fingerprint
from diplomod.formats.characters import UNFIT, fit, unfit
from diplomod.model import Person


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, ’“é日本👩‍🚀", "plain, ’“é日本👩‍🚀"),
        ("a\nb\tc", "a\nb\tc"),
        ("a\r\nb", "a␍\nb"),
        ("\x00\x1b\x7f", "␀␛␡"),
        ("\ud800x\udc80\ufffe", "�x��"),
    ],
)
def test_signs(text: str, shown: str) -> None:
    assert fit(text) == shown


@given(st.text(st.characters()))
def test_length_stays_and_nothing_is_left(text: str) -> None:
    assert len(fit(text)) == len(text) and UNFIT.search(fit(text)) is None


def test_what_is_changed_is_told_for_fields_that_are_kept() -> None:
    authors = (Person(name="a"), Person(name="b\x00"))
    source = Source(fingerprint=fingerprint(""), language="en", title="a\rb", publisher="\x07", authors=authors)
    record = Record(source=source)
    assert [loss.path for loss in unfit(3, record, ["source.title", "source.authors[].name"])] == [
        "source.title",
        "source.authors[1].name",
    ]
    assert [loss.path for loss in unfit(3, record, ["source"])] == [
        "source.publisher",
        "source.title",
        "source.authors[1].name",
    ]
    assert all(loss.record == 3 for loss in unfit(3, record, ["source"]))
