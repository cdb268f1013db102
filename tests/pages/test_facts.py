"""The day of publication and the authors, from strings."""

from __future__ import annotations

import pytest

from diplomod.pages.facts import people, published


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-03-12", "2025-03-12"),
        ("2025-03-12 10:06:34-04:00", "2025-03-12"),
        ("2025/3/12", "2025-03-12"),
        ("2025.03.12", "2025-03-12"),
        ("12 March 2025", "2025-03-12"),
        ("Wed, 12 Mar 2025 10:00:00 GMT", "2025-03-12"),
        ("March 12th, 2025", "2025-03-12"),
        ("Wednesday, March 12, 2025", "2025-03-12"),
        ("2025-03", "2025-03"),
        ("12/03/2025", None),
        ("2025-02-30", None),
        ("2025-13-01", None),
        ("2025-13", None),
        ("0000-01-01", None),
        ("12 Brumaire 2025", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_published(value: str, day: str | None) -> None:
    found = published(value)
    assert (None if found is None else str(found)) == day


@pytest.mark.parametrize(
    ("values", "names"),
    [
        (["Ana Lima"], ["Ana Lima"]),
        (["By Ana Lima and Jo de la Roe"], ["Ana Lima", "Jo de la Roe"]),
        (["Ana Lima; Jo Roe", "Ana Lima"], ["Ana Lima", "Jo Roe"]),
        (["[[Ana Lima]]"], ["Ana Lima"]),
        (["admin", "ana@example.org", "https://example.org/Ana Lima", ""], []),
    ],
)
def test_people(values: list[str], names: list[str]) -> None:
    assert [person.name for person in people(values)] == names
