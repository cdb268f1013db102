"""News items of ninjs as pages: the body is the text, and what the item tells of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import diplomod
from diplomod import TextError, open_page, parse_page


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ({"bodies": [{"contentType": "text/plain", "value": "They met."}]}, "They met."),
        ({"bodies": [{"contentType": "text/html", "value": "<p>No.</p>"}, {"value": "They met."}]}, "They met."),
        ({"body_text": "They met."}, "They met."),
        ({"bodies": "none"}, ""),
        ({}, ""),
    ],
)
def test_the_body(item: dict[str, Any], text: str) -> None:
    assert parse_page(json.dumps({"uri": "urn:a", **item}), "ninjs").text == text


def test_a_body_in_html_alone() -> None:
    words = "<p>The kings of Jordan and Spain met in Madrid on Friday for talks on water.</p>" * 3
    item = {"uri": "urn:a", "bodies": [{"contentType": "text/html", "value": words}]}
    assert "met in Madrid" in parse_page(json.dumps(item), "ninjs").text


def test_what_an_item_tells(tmp_path: Path) -> None:
    item = {
        "uri": "https://example.org/1",
        "headlines": [{"value": "Talks in Madrid"}],
        "infoSources": [{"name": "Example News"}],
        "by": "Ana Lima",
        "firstCreated": "2023-06-03T09:00:00Z",
        "bodies": [{"value": "The kings of Jordan and Spain met in Madrid on Friday."}],
    }
    path = tmp_path / "item.ninjs.json"
    path.write_text(json.dumps(item), encoding="utf-8")
    page = open_page(path)
    assert (page.title, page.publisher, page.url) == ("Talks in Madrid", "Example News", "https://example.org/1")
    record = diplomod.read(page)
    assert str(record.meetings[0].when) == "2023-06-02" and str(record.source.authors[0]) == "Ana Lima"


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "[" * 5000])
def test_what_is_no_item(text: str) -> None:
    with pytest.raises(TextError, match="this is no news item"):
        parse_page(text, "ninjs")
