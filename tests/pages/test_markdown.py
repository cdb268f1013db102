"""Markdown: the text is the file, the front matter tells the rest."""

from __future__ import annotations

import pytest

from diplomod.pages.markdown import page


@pytest.mark.parametrize(
    ("front", "title", "publisher", "url", "day"),
    [
        ("title: Talks\ndate: 2025-03-12", "Talks", None, None, "2025-03-12"),
        ("headline: Talks\npublished_time: 2025-03-12T08:00Z", "Talks", None, None, "2025-03-12"),
        ("source: https://example.org/x", None, None, "https://example.org/x", None),
        ("source: The Daily Wire", None, "The Daily Wire", None, None),
        ("site: https://example.org\nurl: /news/x", None, None, None, None),
        ("date: 3/4/2025", None, None, None, None),
        ("date: soon\npubdate: 4 March 2025", None, None, None, "2025-03-04"),
    ],
)
def test_facts(front: str, title: str | None, publisher: str | None, url: str | None, day: str | None) -> None:
    text = f"---\n{front}\n---\n\nThey met.\n"
    found = page(text)
    assert found.text == text
    assert (found.title, found.publisher, found.url) == (title, publisher, url)
    assert (None if found.published is None else str(found.published)) == day


def test_without_front_matter() -> None:
    found = page("# Talks\n\nThey met.\n")
    assert (found.title, found.published, found.authors) == (None, None, ())
