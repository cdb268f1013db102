"""A brief in Markdown: what it tells, and that nothing in it becomes a mark."""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, given, settings

from diplomod import FormatError, Record, dumps, loads, read, testing
from diplomod.formats import find_format
from diplomod.model import Source, fingerprint

TEXT = (
    "The foreign ministers of Jordan and Spain, Omar Nasser and Eva Gil, met in Madrid on 2 June 2023. "
    "Jordan demanded that Israel withdraw from the border area. “We reject it,” said Israel's foreign minister, Dan Levi."
)


@pytest.mark.parametrize(
    "line",
    [
        "# Talks in Madrid",
        "2023-06-03",
        "## Who met",
        "** (held, 2023-06-02, Madrid, Spain)",
        "  - for Jordan (JOR): Omar Nasser",
        "## What was asked, and what was answered",
        "- **Jordan (JOR)** asks of Israel (ISR): Israel withdraw from the border area",
        "  - “Jordan demanded that Israel withdraw from the border area”",
        "## Who said what",
        "- **Dan Levi** (foreign minister, Israel (ISR)), said: “We reject it,”",
    ],
)
def test_what_it_tells(line: str) -> None:
    brief = dumps(read(TEXT, published="2023-06-03", title="Talks in Madrid"), "markdown")
    assert line in brief


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("a\n# b", "# a \\# b\n"),
        ("<script>", "# \\<script\\>\n"),
        ("[x](http://a)", "# \\[x\\](http://a)\n"),
        ("a|b`c*d_e", "# a\\|b\\`c\\*d\\_e\n"),
        ("a\rb\x00", "# a␍b␀\n"),
    ],
)
def test_no_word_becomes_a_mark(title: str, shown: str) -> None:
    source = Source(fingerprint=fingerprint(""), language="en", title=title)
    assert dumps(Record(source=source), "markdown").startswith(shown)


def test_a_record_that_holds_nothing() -> None:
    source = Source(fingerprint=fingerprint(""), language="en")
    assert dumps([Record(source=source)] * 2, "markdown") == "# Brief\n\nNothing was read in this text.\n\n" * 1 + (
        "# Brief\n\nNothing was read in this text.\n"
    )


def test_it_is_not_read_back() -> None:
    with pytest.raises(FormatError, match="the format markdown can't be read"):
        loads("# Brief", "markdown")


@settings(deadline=None, max_examples=8, suppress_health_check=list(HealthCheck))
@given(testing.records())
def test_every_record_has_one(record: Record) -> None:
    file = io.BytesIO()
    losses = list(find_format("markdown").writer()([record], file))
    lines = file.getvalue().decode().splitlines()
    assert len([line for line in lines if line.startswith("# ")]) == 1
    assert {loss.path for loss in losses} >= {"source.fingerprint", "source.language"}
