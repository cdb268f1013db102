"""HTML pages: the article is told from what stands around it. Without the extra one error tells what to install."""

from __future__ import annotations

import subprocess
import sys

import pytest

from diplomod import FormatError, parse_page, read

PAGE = """<!doctype html><html lang="en"><head><title>Norway and Chile talk | The Daily Wire</title>
<meta property="og:site_name" content="The Daily Wire"><meta property="article:published_time" content="2025-03-12T10:00Z">
<meta name="author" content="Jane Doe"><link rel="canonical" href="https://example.org/news/fish"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Norway and Chile talk</h1>
<p>OSLO, March 12 (Reuters) &#8211; Norway&rsquo;s foreign minister, <a href="/kv">Kari&nbsp;Vik</a>, met Chile’s President
<b>Ana</b> M&uuml;ller in Lima on Tuesday, officials said. The two talked for three hours about ships and grain.</p>
<h2>Next round</h2>
<p>&ldquo;We have a list,&rdquo; Vik said. She was in a good mood and smiled at the journalists who waited outside.</p>
<p>(Reporting by Jane Doe; Editing by John Roe)</p></article>
<aside><h3>Related stories</h3><a href="/x">Share this</a></aside><footer>&copy; 2025 All rights reserved.</footer></body></html>
"""


@pytest.fixture(autouse=True)
def _extractor() -> None:
    pytest.importorskip("trafilatura")


@pytest.mark.parametrize("source", [PAGE, PAGE.encode(), PAGE.replace("\n", "\r\n"), PAGE.encode("utf-16")])
def test_a_page(source: str | bytes) -> None:
    page = parse_page(source, "html")
    assert (page.title, page.publisher, page.url) == (
        "Norway and Chile talk",
        "The Daily Wire",
        "https://example.org/news/fish",
    )
    assert (str(page.published), [author.name for author in page.authors]) == ("2025-03-12", ["Jane Doe"])
    assert page.text.splitlines()[0] == "Norway and Chile talk"
    assert not any(words in page.text for words in ("Home", "Related", "Share", "rights", "<", "&"))
    record = read(page)
    assert record.problems(page.text) == ()
    assert [(str(m.when), str(m.place), [p.name for p in m.people]) for m in record.meetings] == [
        ("2025-03-11", "Lima", ["Kari Vik", "Ana Müller"])
    ]
    assert [s.content.text for s in record.statements if str(s.mode) == "direct"] == ["We have a list,"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("", ""),
        (b"", ""),
        ("   \n", ""),
        ("<html></html>", ""),
        ("<html><body><script>x()</script></body></html>", ""),
        (b"%PDF-1.4 \x00\x01\x02" + bytes(range(128, 256)) * 50, None),
        ("<" * 100_000, None),
        ("&" * 100_000, None),
        ("<div>" * 50_000, None),
        ("<p>" + "<b>" * 20_000 + "Norway met Chile.", None),
        ("<table>" + "<tr><td>x<table>" * 2000, None),
        ("<p " + "a='b' " * 50_000 + ">Norway</p>", None),
        ("<p>\ud800 lone</p>", None),
        ("<p>Norway met Chile in Lima on Tuesday.</p>", "Norway met Chile in Lima on Tuesday."),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_what_is_hardly_a_page(source: str | bytes, text: str | None) -> None:
    page = parse_page(source, "html")
    assert text is None or page.text.strip() == text
    assert read(page).problems(page.text) == ()


def test_a_title_that_stands_apart_is_the_first_line() -> None:
    page = parse_page(PAGE.replace("<h1>Norway and Chile talk</h1>", ""), "html")
    assert page.text.startswith("Norway and Chile talk\n\nOSLO")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(FormatError, match=r"pip install 'diplomod\[html\]'"):
        parse_page(PAGE, "html")


def test_the_extractor_is_imported_when_it_is_used() -> None:
    code = "import sys, diplomod; print('trafilatura' in sys.modules or 'lxml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
