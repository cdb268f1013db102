"""Front matter as people write it."""

from __future__ import annotations

import pytest

from diplomod.pages.front import front_matter


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        ("title: Talks in Lima", {"title": ("Talks in Lima",)}),
        ("title: Talks: what next", {"title": ("Talks: what next",)}),
        ("title: 'It''s over'", {"title": ("It's over",)}),
        ('title: "A \\"deal\\" \\u2019tis\\_said"', {"title": ('A "deal" ’tis said',)}),
        (
            'title: "Readout of the Call with Prime Minister\\\n  \\ Ana Lima"',
            {"title": ("Readout of the Call with Prime Minister Ana Lima",)},
        ),
        ('title: "A long\n  title"', {"title": ("A long title",)}),
        ("title: A long\n  title", {"title": ("A long title",)}),
        ("title: >\n  A long\n  title\ndate: 2025-01-02", {"title": ("A long title",), "date": ("2025-01-02",)}),
        ("date: 2025-01-02 # a Thursday", {"date": ("2025-01-02",)}),
        ("Publish-Date: 2025-01-02", {"publish_date": ("2025-01-02",)}),
        ("authors: [Ana Lima, 'Roe, Jo']", {"authors": ("Ana Lima", "Roe, Jo")}),
        ("authors:\n  - Ana Lima\n  - name: Jo Roe\n    role: editor", {"authors": ("Ana Lima", "Jo Roe")}),
        ("authors:\n- Ana Lima", {"authors": ("Ana Lima",)}),
        ("title: ~\nurl:\ntags: []", {}),
        ("no key here\n: nor here\ntitle: Yes", {"title": ("Yes",)}),
        ('title: "left open', {"title": ('"left open',)}),
        ('title: "\\ud800 \\U00110000"', {"title": ("\ufffd \ufffd",)}),
    ],
)
def test_values(lines: str, values: dict[str, tuple[str, ...]]) -> None:
    assert front_matter(f"---\n{lines}\n---\nThey met.") == values
    crlf = f"\ufeff---\n{lines}\n...\nThey met.".replace("\n", "\r\n")
    assert front_matter(crlf) == values


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "They met.\n---\ntitle: No\n---\n",
        "---\ntitle: The second mark is missing",
        "--- a dash ---\ntitle: No",
        "---\n" + "key: value\n" * 2000 + "---\n",
        "---\n" + '"' * 100_000,
        "---\ntitle: " + '"\\' * 100_000 + "\n---\n",
        "---\ntitle: [" + "'" * 99_999 + "\n---\n",
    ],
    ids=lambda text: text[:20],
)
def test_no_front_matter_or_none_to_speak_of(text: str) -> None:
    assert front_matter(text).keys() <= {"title"}
