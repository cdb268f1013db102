"""What comes in and what a Record says of it: a text or Page -> a Page, checked; a Page laid out -> a Source."""

from __future__ import annotations

import datetime as dt

from diplomod.errors import TextError
from diplomod.model import Page, Source, When
from diplomod.reading.parts import Document

Day = str | dt.date | When


def page_of(text: str | Page, published: Day | None, title: str | None, publisher: str | None, url: str | None) -> Page:
    """The text with what is known of it: what the caller tells goes before what the page tells.

    Raises `TextError` for what is no text, for lone surrogates and for a malformed date.
    """
    _check(text.text if isinstance(text, Page) else text)
    when = None if published is None else When.of(published)
    if isinstance(text, str):
        return Page(text=text, title=title or None, publisher=publisher or None, url=url or None, published=when)
    page = text
    return Page(
        text=page.text,
        title=title or page.title,
        publisher=publisher or page.publisher,
        url=url or page.url,
        published=when or page.published,
        authors=page.authors,
    )


def _check(text: object) -> None:
    if not isinstance(text, str):
        raise TextError(f"a text is a str; got {type(text).__name__} (decode bytes first)")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as fault:
        raise TextError(
            f"the text holds a lone surrogate (U+{ord(text[fault.start]):04X}), which is no character; "
            "decode the bytes again with the right encoding",
            text=text,
            at=fault.start,
        ) from None


def source_of(document: Document, page: Page) -> Source:
    """The source of a Record: what is known of the text goes before what it tells itself."""
    return Source(
        fingerprint=document.fingerprint,
        language="en",
        publisher=page.publisher or (None if document.publisher is None else document.publisher.text),
        publisher_span=document.publisher,
        title=page.title or (None if document.title is None else document.title.text),
        title_span=document.title,
        url=page.url,
        published=page.published,
        dateline=document.dateline,
        authors=document.authors or page.authors,
    )
