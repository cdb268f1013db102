"""Files of every kind become Pages, by name or by suffix."""

from __future__ import annotations

from pathlib import Path

import pytest

from diplomod import FileError, FormatError, TextError, open_page, parse_page, read

MARKDOWN = "---\ntitle: Talks\ndate: 2025-03-12\nauthor: Jo Roe\n---\n\nKari Vik of Norway met Juan Luna on Monday.\n"


@pytest.mark.parametrize(
    ("name", "title"), [("a.md", "Talks"), ("A.MARKDOWN", "Talks"), ("a.txt", None), ("a", None), ("a.log", None)]
)
def test_the_suffix_tells_the_kind(name: str, title: str | None, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(MARKDOWN.replace("\n", "\r\n").encode())
    found = open_page(path)
    assert found.title == title
    assert found.text == MARKDOWN.replace("\n", "\r\n")


def test_the_kind_can_be_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(MARKDOWN, encoding="utf-8")
    assert open_page(path, "markdown").title == "Talks"
    assert open_page(path, "markdown") == parse_page(MARKDOWN, "markdown") == parse_page(MARKDOWN.encode(), "markdown")


def test_what_can_not_be_opened(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="No such file"):
        open_page(tmp_path / "none.md")
    with pytest.raises(FormatError, match="no kind of page 'pdf'; the kinds are html, markdown, ninjs, text"):
        parse_page("x", "pdf")
    (tmp_path / "bad.md").write_bytes(b"ab\xff")
    with pytest.raises(TextError, match=r"bad\.md: byte 2 is no UTF-8"):
        open_page(tmp_path / "bad.md")


def test_a_page_is_read_with_what_it_tells() -> None:
    page = parse_page(MARKDOWN, "markdown")
    source = read(page).source
    assert (source.title, str(source.published), [a.name for a in source.authors]) == (
        "Talks",
        "2025-03-12",
        ["Jo Roe"],
    )
    told = read(page, title="Other", published="2025-03-13").source
    assert (told.title, str(told.published)) == ("Other", "2025-03-13")
