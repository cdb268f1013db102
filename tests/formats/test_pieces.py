"""Values of JSON one after the other, and Records that stand in pieces."""

from __future__ import annotations

import json
from typing import Any

import pytest

from diplomod import DataError, FormatError, Record, Source, TextError, fingerprint
from diplomod.formats.pieces import assembled, dumped, pieces_of
from diplomod.formats.plain import to_plain


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ('{"a": 1}', ['{"a": 1}']),
        (' {"a": 1}\n', [' {"a": 1}\n']),
        ('{"a": 1}\n{}', ['{"a": 1}', "{}"]),
        ("[]", []),
        ("", []),
        (" \n", []),
        (" [ 1 ,\n {} ] ", ["1", "{}"]),
    ],
)
def test_each_has_its_own_characters(text: str, raws: list[str]) -> None:
    found = list(pieces_of(text, "item"))
    assert [raw for _, raw, _ in found] == raws
    assert [where for where, _, _ in found] == [f"item {i}" for i in range(len(raws))]
    assert [value for _, _, value in found] == [json.loads(raw) for raw in raws]


@pytest.mark.parametrize("text", ["[", "[1", "[1,", "[1 2]", "[1] 2", "{", "[1]]", '{"a": 1, "a": 2}', "[NaN]"])
def test_what_is_no_json(text: str) -> None:
    with pytest.raises(TextError):
        list(pieces_of(text, "item"))


@pytest.mark.parametrize(
    ("value", "text"), [({"a": "é"}, '{"a": "\\u00e9"}'), (["\ud800"], '["\\ud800"]'), (["👩"], None)]
)
def test_in_ascii(value: Any, text: str | None) -> None:
    assert dumped(value).isascii() and json.loads(dumped(value)) == value
    assert text is None or dumped(value) == text


def test_halves_of_a_pair_side_by_side_are_refused() -> None:
    with pytest.raises(FormatError, match=r"surrogate pair"):
        dumped(["\ud800\udc00"])


def test_a_record_out_of_pieces() -> None:
    record = Record(source=Source(fingerprint=fingerprint(""), language="en"))
    plain = to_plain(record)
    assert assembled(2, plain, "row 1") == record
    with pytest.raises(DataError, match=r"^row 1, \$\.record\.source: is an object"):
        assembled(2, {**plain, "source": 5}, "row 1")
    with pytest.raises(FormatError, match=r"^row 1: the document has the schema 99"):
        assembled(99, plain, "row 1")
