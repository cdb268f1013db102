"""The table of kinds of pages, and the two functions that use it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import attrs

from diplomod.errors import FormatError, TextError
from diplomod.formats.files import Name, decoded, read_bytes
from diplomod.model import Page
from diplomod.pages import html, markdown, ninjs


@attrs.frozen(slots=True, kw_only=True)
class PageKind:
    """A kind of page: its name, the suffixes of its files, and how a Page is made of it.

    `from_bytes` takes the bytes of a file where they tell their own encoding; else they are UTF-8.
    """

    name: str
    suffixes: tuple[str, ...]
    from_text: Callable[[str], Page]
    from_bytes: Callable[[bytes], Page] | None = None


def plain(text: str) -> Page:
    """A plain text, of which nothing more is known."""
    return Page(text=text)


KINDS: dict[str, PageKind] = {
    found.name: found
    for found in (
        PageKind(name="html", suffixes=(".html", ".htm", ".xhtml"), from_text=html.page, from_bytes=html.page),
        PageKind(name="markdown", suffixes=(".md", ".markdown"), from_text=markdown.page),
        PageKind(name="ninjs", suffixes=(".ninjs.json", ".ninjs"), from_text=ninjs.page),
        PageKind(name="text", suffixes=(".txt",), from_text=plain),
    )
}


def open_page(path: Name, kind: str | None = None) -> Page:
    """The Page of a file, of the `kind` named (``html``, ``markdown``, ``ninjs``, ``text``) or else that of the suffix.

    A suffix that no kind has is taken for plain text. HTML needs the extra ``diplomod[html]``. Raises `FileError` for a
    file that can't be read, `FormatError` for an unknown kind and where the extra is missing, `TextError` for bytes that
    are no text.
    """
    found = _kind(kind) if kind is not None else _of_name(Path(path).name.lower())
    return _made(found, read_bytes(path), os.fspath(path))


def parse_page(source: str | bytes, kind: str, *, name: str = "the page") -> Page:
    """The Page of a text or of bytes that are there already; `name` is told in errors. Raises what `open_page` raises.

    >>> parse_page("---\\ntitle: Talks in Lima\\ndate: 2025-03-12\\n---\\nThey met.", "markdown").title
    'Talks in Lima'
    """
    return _made(_kind(kind), source, name)


def _kind(name: str) -> PageKind:
    if name not in KINDS:
        raise FormatError(f"there is no kind of page {name!r}; the kinds are {', '.join(KINDS)}")
    return KINDS[name]


def _of_name(name: str) -> PageKind:
    return next((kind for kind in KINDS.values() if name.endswith(kind.suffixes)), KINDS["text"])


def _made(kind: PageKind, source: str | bytes, name: str) -> Page:
    try:
        if isinstance(source, bytes):
            return kind.from_text(decoded(source, name)) if kind.from_bytes is None else kind.from_bytes(source)
        return kind.from_text(source)
    except TextError as fault:
        raise fault if fault.message.startswith(name) else TextError(f"{name}: {fault.message}") from fault
