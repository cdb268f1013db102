"""Spans: where words stand, and what can't stand anywhere."""

from __future__ import annotations

from typing import Any

import pytest

from diplomod.errors import ValueFault
from diplomod.model import Span

TEXT = "“Café” 👩‍🚀\r\nsaid"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(1, 5, "Café"), (0, 6, "“Café”"), (7, 10, "👩‍🚀"), (10, 12, "\r\n"), (12, 16, "said")],
)
def test_offsets_count_characters(start: int, end: int, words: str) -> None:
    span = Span.of(TEXT, start, end)
    assert str(span) == span.text == words
    assert len(span) == end - start
    assert span.stands_in(TEXT)
    assert not span.stands_in(f"x{TEXT}")


@pytest.mark.parametrize(
    ("start", "end", "text", "message"),
    [
        (-1, 0, "a", "starts at 0 or later"),
        (3, 3, "", "ends after its start"),
        (5, 4, "a", "ends after its start"),
        (0, 2, "a", "holds 2 characters, but its text has 1"),
        (0, 1, "ab", "holds 1 characters, but its text has 2"),
        (False, 1, "a", "two whole numbers"),
        (0.0, 1, "a", "two whole numbers"),
        ("0", 1, "a", "two whole numbers"),
        (0, 1, b"a", "and a string"),
        (0, 1, None, "and a string"),
    ],
)
def test_nonsense_is_refused(start: Any, end: Any, text: Any, message: str) -> None:
    with pytest.raises(ValueFault, match=message):
        Span(start=start, end=end, text=text)


def test_a_slice_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueFault, match="holds 2 characters"):
        Span.of("abc", 2, 4)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [((0, 3), (3, 5), False), ((0, 3), (2, 5), True), ((0, 5), (1, 2), True), ((4, 5), (0, 4), False)],
)
def test_overlaps(one: tuple[int, int], other: tuple[int, int], overlap: bool) -> None:
    first, second = Span.of("abcde", *one), Span.of("abcde", *other)
    assert first.overlaps(second) is second.overlaps(first) is overlap
