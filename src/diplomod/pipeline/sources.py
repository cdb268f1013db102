"""Files -> Documents: texts and pages, lines of JSON, a column of CSV, archives of the web, feeds."""

from __future__ import annotations

import csv as tables
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from diplomod.errors import DiplomodError, FileError, FormatError, TextError
from diplomod.formats.extras import need
from diplomod.formats.files import read_bytes
from diplomod.formats.streams import lines_of, opened
from diplomod.formats.table import without_compression
from diplomod.model import Page, When
from diplomod.pages import open_page, parse_page
from diplomod.pipeline.document import Document

Name = str | os.PathLike[str]
LONGEST = 10_000_000  # characters of a cell, bytes of a page in an archive
PAGES = ("text/html", "application/xhtml+xml")


def files(paths: Iterable[Name], *, published: str | None = None) -> Iterator[Document]:
    """A Document of each file: plain text, Markdown or HTML by its suffix; `published` is their day unless they tell one."""
    for path in paths:
        yield Document(key=os.fspath(path), page=partial(_opened, path, published))


def folder(path: Name, pattern: str = "**/*", *, published: str | None = None) -> Iterator[Document]:
    """A Document of each file of a folder that fits the pattern, in the order of their names; hidden ones are left out.

    Raises `FileError` for what is no folder.
    """
    root = Path(path)
    if not root.is_dir():
        raise FileError(f"{root} is no folder")
    found = (each for each in root.glob(pattern) if each.is_file())
    seen = (each for each in found if not any(part.startswith(".") for part in each.relative_to(root).parts))
    return files(sorted(seen), published=published)


def jsonl(path: Name, *, text: str = "text", published: str = "published") -> Iterator[Document]:
    """A Document of each line of JSON, plain or compressed.

    A line holds an object with the text and, where they are there, the day, `title`, `publisher` and `url`; `text`
    and `published` name the fields. A line that is no such object becomes a failure. Raises `FileError`.
    """
    try:
        with opened(path) as lines:
            for number, line in lines_of(lines):
                yield Document(key=f"{os.fspath(path)}:{number}", page=partial(_of_line, line, text, published))
    except OSError as fault:
        raise _unreadable(path, fault) from fault


def csv(path: Name, *, text: str = "text", published: str = "published") -> Iterator[Document]:
    """A Document of each row of a table in UTF-8, plain or compressed, with a row of names at its head.

    `text` names the column with the text. Columns named title, publisher and url, and the one that `published`
    names, are taken up where they are there. Raises
    `FileError`, and `FormatError` where there is no column `text`.
    """
    tables.field_size_limit(LONGEST)
    try:
        with opened(path) as file:
            rows = tables.DictReader(io.TextIOWrapper(file, "utf-8-sig", "surrogateescape", newline=""))
            if text not in (rows.fieldnames or ()):
                named = ", ".join(rows.fieldnames or ()) or "none"
                raise FormatError(f"{os.fspath(path)}: there is no column {text!r}; the columns are: {named}")
            for number, row in enumerate(rows, 1):
                yield Document(key=f"{os.fspath(path)}:{number}", page=partial(_page_of, row, text, published))
    except (OSError, ValueError) as fault:
        raise _unreadable(path, fault) from fault
    except tables.Error as fault:
        raise FormatError(f"{os.fspath(path)}: this is no table ({fault})") from fault


def warc(path: Name) -> Iterator[Document]:
    """A Document of each HTML page of a web archive (WARC/1.0 and 1.1, plain or compressed), by fastwarc.

    The key is the id of the record, the day is that of the capture unless the page tells its own. Needs the extras
    ``diplomod[warc,html]``. Raises `FormatError` without them, `FileError`.
    """
    archives = need("fastwarc.warc", "warc,html")
    try:
        with Path(path).open("rb") as stream:
            for number, record in enumerate(
                archives.ArchiveIterator(stream, record_types=archives.WarcRecordType.response), 1
            ):
                if (record.http_content_type or "").lower() not in PAGES:
                    continue
                url = record.headers.get("WARC-Target-URI")
                data = record.reader.read(LONGEST)
                key = record.record_id or f"{os.fspath(path)}:{number}"
                yield Document(key=key, page=partial(_archived, data, url, record.headers.get("WARC-Date")))
    except OSError as fault:
        raise _unreadable(path, fault) from fault


def feed(path: Name) -> Iterator[Document]:
    """A Document of each entry of a feed (RSS, Atom) in a file, by feedparser: its title and its text or summary.

    The key is the entry's id or link. Needs the extras ``diplomod[feeds,html]``. Raises `FormatError` without them and
    for what is no feed, `FileError`.
    """
    feedparser = need("feedparser", "feeds,html")
    found = feedparser.parse(read_bytes(path))
    if not found.entries and not found.get("version"):
        raise FormatError(f"{os.fspath(path)}: this is no feed ({found.get('bozo_exception', 'neither RSS nor Atom')})")
    publisher = found.feed.get("title")
    for number, entry in enumerate(found.entries, 1):
        key = entry.get("id") or entry.get("link") or f"{os.fspath(path)}:{number}"
        yield Document(key=key, page=partial(_entry, _plain(entry), publisher))


SOURCES: dict[str, Callable[[Name], Iterator[Document]]] = {
    ".jsonl": jsonl,
    ".ndjson": jsonl,
    ".csv": csv,
    ".warc": warc,
    ".rss": feed,
    ".atom": feed,
}


def documents_of(path: Name) -> Iterator[Document]:
    """The Documents of a folder, or of a file by its suffix; a file whose suffix `SOURCES` does not know is one text.

    Raises `FileError` for what is not there.
    """
    if not Path(path).exists():
        raise FileError(f"{os.fspath(path)}: there is no such file or folder")
    if Path(path).is_dir():
        return folder(path)
    return files([path]) if is_one_text(path) else SOURCES[_suffix(path)](path)


def is_one_text(path: Name) -> bool:
    """Whether the suffix of a file is none of those in `SOURCES`, whose files hold several documents.

    >>> is_one_text("talks.txt"), is_one_text("talks.jsonl.gz")
    (True, False)
    """
    return _suffix(path) not in SOURCES


def _suffix(path: Name) -> str:
    return Path(without_compression(Path(path).name.lower())).suffix


def _opened(path: Name, published: str | None) -> Page:
    return _dated(open_page(path), published)


def _dated(page: Page, published: str | None) -> Page:
    return page if published is None or page.published is not None else attrs.evolve(page, published=When.of(published))


def _of_line(line: bytes, text: str, published: str) -> Page:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise TextError(f"this is no JSON: {fault}") from fault
    if not isinstance(row, dict):
        raise TextError(f"a line holds an object with the field {text!r}; got {type(row).__name__}")
    return _page_of(row, text, published)


def _page_of(row: dict[str, Any], text: str, published: str) -> Page:
    if not isinstance(row.get(text), str):
        raise TextError(f"the field {text!r} holds the text; got {type(row.get(text)).__name__}")
    day, title, publisher, url = (_words(row.get(name)) for name in (published, "title", "publisher", "url"))
    when = None if day is None else When.of(day)
    return Page(text=row[text], title=title, publisher=publisher, url=url, published=when)


def _words(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _archived(data: bytes, url: str | None, captured: str | None) -> Page:
    page = parse_page(data, "html", name=url or "a page of the archive")
    page = page if page.url is not None or not url else attrs.evolve(page, url=url)
    return _dated(page, captured[:10] if captured else None)


def _plain(entry: Any) -> dict[str, str | None]:
    """What is wanted of an entry, as strings that can be sent to another process."""
    day = entry.get("published_parsed") or entry.get("updated_parsed")
    content = next((part.get("value") for part in entry.get("content", ()) if part.get("value")), None)
    return {
        "title": entry.get("title"),
        "html": content or entry.get("summary"),
        "url": entry.get("link"),
        "published": None if day is None else f"{day.tm_year:04}-{day.tm_mon:02}-{day.tm_mday:02}",
    }


def _entry(entry: dict[str, str | None], publisher: str | None) -> Page:
    body = entry["html"] or ""
    text = parse_page(body, "html").text if "<" in body else body
    title = " ".join((entry["title"] or "").split())
    return Page(
        text="\n\n".join(part for part in (title, text) if part),
        title=title or None,
        publisher=publisher or None,
        url=entry["url"] or None,
        published=None if entry["published"] is None else When.of(entry["published"]),
    )


def _unreadable(path: Name, fault: OSError | ValueError) -> DiplomodError:
    if isinstance(fault, DiplomodError):
        return fault
    return FileError(f"{os.fspath(path)}: {getattr(fault, 'strerror', None) or fault}")
