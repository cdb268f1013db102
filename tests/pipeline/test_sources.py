"""Files, folders, lines, tables, archives and feeds become Documents, each with a key of its own."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from diplomod import DiplomodError, FileError, FormatError, TextError
from diplomod.pipeline import Document, csv, documents_of, feed, files, folder, jsonl, warc

TEXT = "Envoys of Peru and Chile met in Lima on Monday."


def told(documents: object) -> list[tuple[str, str, str | None]]:
    """Key, text and day of each."""
    return [
        (document.key, page.text, None if page.published is None else page.published.edtf)
        for document in documents  # type: ignore[attr-defined]
        for page in [document.opened()]
    ]


def test_a_folder_gives_its_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/two.txt", "a.txt", ".hidden.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "c.md").write_text("---\ndate: 2024-05-02\n---\nThey met.", encoding="utf-8")
    found = told(folder(tmp_path, published="2024-05-03"))
    assert [(Path(key).relative_to(tmp_path).as_posix(), day) for key, _, day in found] == [
        ("a.txt", "2024-05-03"),
        ("b/two.txt", "2024-05-03"),
        ("c.md", "2024-05-02"),
    ]
    assert [key for key, *_ in told(folder(tmp_path, "*.txt"))] == [str(tmp_path / "a.txt")]


def test_lines_of_json(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl.gz"
    rows = [{"text": TEXT, "published": "2024-05-03", "title": "Talks", "url": None, "more": 1}, {"text": "", "id": 7}]
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    assert told(jsonl(path)) == [(f"{path}:1", TEXT, "2024-05-03"), (f"{path}:2", "", None)]
    assert next(jsonl(path)).opened().title == "Talks"


@pytest.mark.parametrize("line", [b"{", b"[]", b'{"body": "x"}', b'{"text": 7}', b"\xff\xfe", b"[" * 100_000])
def test_a_line_that_is_no_text_fails_alone(line: bytes, tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_bytes(line + b'\n{"text": "They met."}\n')
    bad, good = jsonl(path)
    with pytest.raises(TextError):
        bad.opened()
    assert good.opened().text == "They met."


def test_a_column_of_a_table(tmp_path: Path) -> None:
    path = tmp_path / "texts.csv"
    path.write_text(f'\ufeffid,day,body\n1,2024-05-03,"{TEXT}\nTwice."\n2,,"Not so."\n', encoding="utf-8")
    assert told(csv(path, text="body", published="day")) == [
        (f"{path}:1", f"{TEXT}\nTwice.", "2024-05-03"),
        (f"{path}:2", "Not so.", None),
    ]
    with pytest.raises(FormatError, match="there is no column 'text'; the columns are: id, day, body"):
        list(csv(path))


def test_a_blank_day_is_no_day(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f'text,published\n"{TEXT}","  "\n', encoding="utf-8")
    assert [day for _, _, day in told(csv(path))] == [None]


def response(
    url: str,
    html: str | bytes,
    kind: str = "text/html",
    status: str = "200 OK",
    more: str = "",
    day: str = "2024-05-03",
) -> bytes:
    body = f"HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\n{more}\r\n".encode()
    body += html.encode() if isinstance(html, str) else html
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{url[-1] * 8}-0000-4000-8000-000000000000>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: {day}T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


@pytest.mark.parametrize("suffix", [".warc", ".warc.gz"])
def test_the_pages_of_an_archive(suffix: str, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    pytest.importorskip("trafilatura")
    html = f"<html><head><title>Talks in Lima</title></head><body><article><p>{TEXT * 5}</p></article></body></html>"
    records = [response("https://example.org/1", html), response("https://example.org/2", "{}", "application/json")]
    path = tmp_path / f"crawl{suffix}"
    path.write_bytes(b"".join(map(gzip.compress, records)) if suffix.endswith("gz") else b"".join(records))
    (document,) = documents_of(path)
    page = document.opened()
    assert document.key == "<urn:uuid:11111111-0000-4000-8000-000000000000>"
    assert TEXT in page.text
    assert (page.title, page.url, str(page.published)) == ("Talks in Lima", "https://example.org/1", "2024-05-03")


HTML = f"<html><head><title>Talks in Lima</title></head><body><article><p>{TEXT * 5}</p></article></body></html>"


def in_chunks(data: bytes) -> bytes:
    parts = [data[at : at + 50] for at in range(0, len(data), 50)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


CHUNKED, PACKED = "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n"


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (in_chunks(HTML.encode()), CHUNKED),
        (gzip.compress(HTML.encode()), PACKED),
        (in_chunks(gzip.compress(HTML.encode())), CHUNKED + PACKED),
        (HTML.encode(), CHUNKED),  # undone by the archive, which kept the headers
        (HTML.encode(), PACKED),
    ],
)
def test_pages_as_they_were_sent(body: bytes, more: str, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    pytest.importorskip("trafilatura")
    path = tmp_path / "crawl.warc"
    path.write_bytes(response("https://example.org/1", body, more=more))
    (document,) = warc(path)
    assert f"{TEXT}{TEXT}" in document.opened().text


def opened_or_error(document: Document) -> str:
    try:
        return document.opened().text
    except DiplomodError as fault:
        return type(fault).__name__


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_that_is_cut_gives_what_it_has_and_a_failure(packed: bool, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    pytest.importorskip("trafilatura")
    pages = [response(f"https://example.org/{number}", HTML) for number in range(9)]
    path = tmp_path / f"crawl.warc{'.gz' if packed else ''}"
    path.write_bytes(b"".join(map(gzip.compress, pages))[:-100] if packed else b"".join(pages)[:-150])
    *good, last = map(opened_or_error, warc(path))
    assert all(TEXT in text for text in good)
    assert (len(good), last) == (8, "FileError")


def test_pages_that_are_broken_are_alone_in_it(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    pytest.importorskip("trafilatura")
    broken = [
        response("https://example.org/0", b"\xff\x00" * 300),
        response("https://example.org/0", b""),
        response("https://example.org/0", HTML, status="404 Not Found"),
        response("https://example.org/0", HTML, day="2024-99-99"),
        response("http://[::1/\udcff".encode("utf-8", "replace").decode(), "<p>" * 5000),
        response("https://example.org/0", HTML).replace(b"HTTP/1.1 200 OK", b"\xff" * 15),
    ]
    pages = [page for number in range(60) for page in [broken[number // 10]] * (number % 10 == 0)] + [
        response(f"https://example.org/{number % 10}", HTML) for number in range(54)
    ]
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"".join(pages))
    assert sum(TEXT in opened_or_error(document) for document in warc(path)) >= 54


def test_what_follows_a_break_in_a_file_is_one_failure(tmp_path: Path) -> None:
    lines, table = tmp_path / "texts.jsonl.gz", tmp_path / "texts.csv"
    rows = b"".join(b'{"text": "They met %032x."}\n' % (number**9 % 2**127) for number in range(30_000))
    lines.write_bytes(gzip.compress(rows)[:-1000])
    table.write_text(f"text\n{TEXT}\n{'x' * 10_000_001}\n{TEXT}\n", encoding="utf-8")
    for path in (lines, table):
        *good, last = documents_of(path)
        assert all(document.opened().text for document in good)
        with pytest.raises(FileError, match="what follows can't be read"):
            last.opened()
        assert (len(good) > 0, last.key) == (True, str(path))


def test_the_entries_of_a_feed(tmp_path: Path) -> None:
    pytest.importorskip("feedparser")
    pytest.importorskip("trafilatura")
    path = tmp_path / "news.rss"
    path.write_text(
        "<?xml version='1.0'?><rss version='2.0'><channel><title>The Lima Wire</title><item><title>Envoys meet</title>"
        "<link>https://example.org/1</link><guid>item-1</guid><pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate>"
        f"<description>{TEXT}</description></item></channel></rss>",
        encoding="utf-8",
    )
    assert told(documents_of(path)) == [("item-1", f"Envoys meet\n\n{TEXT}", "2024-05-03")]
    assert next(feed(path)).opened().publisher == "The Lima Wire"
    path.rename(path.with_suffix(".xml"))
    assert [key for key, *_ in told(documents_of(path.with_suffix(".xml")))] == ["item-1"]
    path.write_text(str(path.with_suffix(".xml")), encoding="utf-8")  # no feed, and not to be opened as a name either
    with pytest.raises(FormatError, match="this is no feed"):
        list(feed(path))


@pytest.mark.parametrize("source", [jsonl, csv, warc, feed, folder])
def test_what_is_not_there_is_told_with_its_name(source: object, tmp_path: Path) -> None:
    with pytest.raises((FileError, FormatError), match=r"none\.x|extra|pip install"):
        list(source(tmp_path / "none.x"))  # type: ignore[operator]


def test_a_file_that_is_not_there_fails_when_it_is_opened(tmp_path: Path) -> None:
    (document,) = files([tmp_path / "none.txt"])
    with pytest.raises(FileError):
        document.opened()


def test_xml_that_is_no_feed_is_one_text(tmp_path: Path) -> None:
    path = tmp_path / "talks.xml"
    path.write_text(f"<note>{TEXT}</note>", encoding="utf-8")
    assert [document.key for document in documents_of(path)] == [str(path)]


def test_any_other_file_is_one_text(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert told(documents_of(path)) == [(str(path), TEXT, None)]
    assert told(documents_of(tmp_path)) == [(str(path), TEXT, None)]


@pytest.mark.parametrize("source", [jsonl, csv, warc, feed])
def test_noise_is_an_error_of_ours_or_nothing(source: object, tmp_path: Path) -> None:
    for number, noise in enumerate([b"", b"\0" * 100, bytes(range(256)) * 4, b"WARC/1.0\r\nContent-Length: 99999\r\n"]):
        path = tmp_path / f"noise{number}"
        path.write_bytes(noise)
        try:
            documents = list(source(path))  # type: ignore[operator]
        except DiplomodError:
            continue
        for document in documents:
            assert isinstance(document, Document)
            try:
                document.opened()
            except DiplomodError:
                continue


def test_a_table_may_be_read_from_a_pipe_of_any_size(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    out = io.StringIO()
    out.write("text\n")
    out.write("x" * 500_000 + "\n")
    path.write_text(out.getvalue(), encoding="utf-8")
    assert [len(text) for _, text, _ in told(csv(path))] == [500_000]
