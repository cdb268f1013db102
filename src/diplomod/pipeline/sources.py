"""Files -> Documents: texts and pages, lines of JSON, a column of CSV, archives of the web, feeds."""

from __future__ import annotations

import csv as tables
import io
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial, wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, cast

import attrs

from diplomod.errors import DiplomodError, FileError, FormatError, TextError
from diplomod.formats.extras import need
from diplomod.formats.streams import lines_of, opened, whole
from diplomod.formats.table import without_compression
from diplomod.model import Page, When
from diplomod.pages import open_page, parse_page
from diplomod.pages.facts import published as day_of
from diplomod.pipeline.document import Document

Name = str | os.PathLike[str]
LONGEST = 10_000_000  # characters of a cell, bytes of a page in an archive
PAGES = ("text/html", "application/xhtml+xml")
CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n")  # the line above a chunk: how many bytes it has
ROOT = re.compile(rb"<(?:rss|feed|(?:\w+:)?RDF)\b")
HEAD = 4096  # bytes of a file in which its outermost element begins

Options = ParamSpec("Options")


def _to_its_end(
    source: Callable[Concatenate[Name, Options], Iterator[Document]],
) -> Callable[Concatenate[Name, Options], Iterator[Document]]:
    """A source of which a broken file ends no run: what can be read of it, and one more Document that fails.

    A file that gives nothing at all is not broken in the middle: its error is raised.
    """

    @wraps(source)
    def documents(path: Name, *arguments: Options.args, **options: Options.kwargs) -> Iterator[Document]:
        begun = False
        try:
            for document in source(path, *arguments, **options):
                begun = True
                yield document
        except DiplomodError as fault:
            name = os.fspath(path)
            told = str(fault).removeprefix(f"{name}: ")
            if not begun:
                raise (
                    fault if told != str(fault) or isinstance(fault, FormatError) else FileError(f"{name}: {told}")
                ) from fault
            yield Document(key=name, page=partial(_broken, f"{name}: what follows can't be read: {told}"))

    return cast(Callable[Concatenate[Name, Options], Iterator[Document]], documents)


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


@_to_its_end
def jsonl(path: Name, *, text: str = "text", published: str = "published") -> Iterator[Document]:
    """A Document of each line of JSON, plain or compressed.

    A line holds an object with the text and, where they are there, the day, `title`, `publisher` and `url`; `text`
    and `published` name the fields. A line that is no such object becomes a failure, and so does the rest of a file that
    is broken in the middle. Raises `FileError`.
    """
    try:
        with opened(path) as lines:
            for number, line in lines_of(lines):
                yield Document(key=f"{os.fspath(path)}:{number}", page=partial(_of_line, line, text, published))
    except OSError as fault:
        raise _unreadable(path, fault) from fault


@_to_its_end
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
                yield Document(key=f"{os.fspath(path)}:{number}", page=partial(page_of, row, text, published))
    except (OSError, ValueError) as fault:
        raise _unreadable(path, fault) from fault
    except tables.Error as fault:
        raise FormatError(f"{os.fspath(path)}: this is no table ({fault})") from fault


@_to_its_end
def warc(path: Name) -> Iterator[Document]:
    """A Document of each HTML page of a web archive (WARC/1.0 and 1.1, plain or compressed), by fastwarc.

    The key is the id of the record, the day is that of the capture unless the page tells its own. What the server answered
    with an error is no page. A page that is cut becomes a failure, and so does what follows the place where an archive is
    broken. Needs the extras ``diplomod[warc,html]``. Raises `FormatError` without them, `FileError`.
    """
    archives = need("fastwarc.warc", "warc,html")
    try:
        with Path(path).open("rb") as stream:
            for number, record in enumerate(
                archives.ArchiveIterator(stream, record_types=archives.WarcRecordType.response), 1
            ):
                kind = (record.http_content_type or "").lower()
                headers = record.http_headers
                if (kind and kind not in PAGES) or (headers is not None and (headers.status_code or 0) >= 400):
                    continue
                key = record.record_id or f"{os.fspath(path)}:{number}"
                data = record.reader.read(LONGEST)
                if len(data) < min(LONGEST, record.content_length):
                    yield Document(
                        key=key, page=partial(_broken, f"{os.fspath(path)}: it ends in the middle of this page")
                    )
                elif kind:
                    url, captured = (record.headers.get(name) for name in ("WARC-Target-URI", "WARC-Date"))
                    chunked = headers is not None and "chunked" in (headers.get("Transfer-Encoding") or "").lower()
                    yield Document(key=key, page=partial(_archived, data, chunked, url, captured))
    except OSError as fault:
        raise _unreadable(path, fault) from fault


def feed(path: Name) -> Iterator[Document]:
    """A Document of each entry of a feed (RSS, Atom) in a file, by feedparser: its title and its text or summary.

    The key is the entry's id or link. Needs the extras ``diplomod[feeds,html]``. Raises `FormatError` without them and
    for what is no feed, `FileError`.
    """
    feedparser = need("feedparser", "feeds,html")
    try:
        with opened(path) as file:
            found = feedparser.parse(
                io.BytesIO(whole(file))
            )  # bytes alone it would take for a name, if they look like one
    except OSError as fault:
        raise _unreadable(path, fault) from fault
    if not found.entries and not found.get("version"):
        raise FormatError(f"{os.fspath(path)}: this is no feed ({found.get('bozo_exception', 'neither RSS nor Atom')})")
    publisher = found.feed.get("title")
    for number, entry in enumerate(found.entries, 1):
        key = entry.get("id") or entry.get("link") or f"{os.fspath(path)}:{number}"
        yield Document(key=key, page=partial(_entry, _plain(entry), publisher))


def _xml(path: Name) -> Iterator[Document]:
    """A feed, or else one text."""
    try:
        with opened(path) as file:
            head = file.read(HEAD)
    except OSError as fault:
        raise _unreadable(path, fault) from fault
    return feed(path) if ROOT.search(head) else files([path])


SOURCES: dict[str, Callable[[Name], Iterator[Document]]] = {
    ".jsonl": jsonl,
    ".ndjson": jsonl,
    ".csv": csv,
    ".warc": warc,
    ".rss": feed,
    ".atom": feed,
    ".xml": _xml,
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
    return page_of(row, text, published)


def page_of(row: Mapping[str, Any], text: str = "text", published: str = "published") -> Page:
    """The Page of a row: its text, and what other fields tell of it; a day may be a string or a date.

    Raises `TextError` where the field `text` holds no string and for a malformed day, `ValueFault` for what is no day.
    """
    if not isinstance(row.get(text), str):
        raise TextError(f"the field {text!r} holds the text; got {type(row.get(text)).__name__}")
    day = row.get(published)
    when = None if day is None or (isinstance(day, str) and not day.strip()) else When.of(day)
    title, publisher, url = (_words(row.get(name)) for name in ("title", "publisher", "url"))
    return Page(text=row[text], title=title, publisher=publisher, url=url, published=when)


def _words(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _broken(message: str) -> Page:
    raise FileError(message)


def _archived(data: bytes, chunked: bool, url: str | None, captured: str | None) -> Page:
    page = parse_page(_joined(data) if chunked else data, "html", name=url or "a page of the archive")
    page = page if page.url is not None or not url else attrs.evolve(page, url=url)
    day = day_of(captured) if captured else None
    return page if day is None or page.published is not None else attrs.evolve(page, published=day)


def _joined(data: bytes) -> bytes:
    """The chunks of an answer as one; as it is where there are none, for some archives join them and keep the header.

    >>> _joined(b"4\\r\\nThey\\r\\n5;x=1\\r\\n met.\\r\\n0\\r\\n\\r\\n"), _joined(b"They met.")
    (b'They met.', b'They met.')
    """
    parts: list[bytes] = []
    at = 0
    while (line := CHUNK.match(data, at)) is not None:
        size = int(line[1], 16)
        if size == 0:
            return b"".join(parts)
        parts.append(data[line.end() : line.end() + size])
        at = line.end() + size + len(b"\r\n")
    return data


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
