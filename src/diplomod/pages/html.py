"""HTML -> a Page, by trafilatura (the extra ``diplomod[html]``), which tells the article from what stands around it."""

from __future__ import annotations

import logging
import re
from typing import Any

from diplomod.errors import FormatError, TextError
from diplomod.model import Page
from diplomod.pages.facts import people, published

# The day that the page itself gives, the first of several; dates from anywhere in the page would be guesses.
DATES = {"original_date": True, "extensive_search": False}
TAG = re.compile(r"<html\b", re.I)
HEAD = 1000  # characters in which a whole page says that it is HTML
TAIL = re.compile(r"\s+[|–—•·-]\s+(?P<site>[^|–—•·]{2,40})$")


def page(source: str | bytes) -> Page:
    """The Page of HTML: its text is what was extracted, the title on the first line, one paragraph a line.

    A page in which nothing is found has an empty text. Raises `FormatError` without the extra ``diplomod[html]``,
    `TextError` where the extractor gives up.
    """
    try:
        import trafilatura  # a tenth of a second, and only wanted for HTML
    except ImportError as fault:
        raise FormatError(
            f"HTML pages need trafilatura ({fault}); install it with: pip install 'diplomod[html]'"
        ) from fault
    logger = logging.getLogger("trafilatura")
    if not logger.handlers:  # what the extractor has to say goes to those who ask for it, not to standard error
        logger.addHandler(logging.NullHandler())
    try:
        found = _extracted(trafilatura, source)
    except Exception as fault:
        raise TextError(f"no text can be extracted from this HTML ({type(fault).__name__}: {fault})") from fault
    if found is None:
        return Page(text="")
    site = _told(found.sitename)
    title = _title(_told(found.title), site)
    return Page(
        text=_text(found.text or "", title),
        title=title,
        publisher=site,
        url=_told(found.url),
        published=None if not found.date else published(found.date),
        authors=people([found.author] if found.author else []),
    )


def _extracted(trafilatura: Any, source: str | bytes) -> Any:
    """What the extractor finds; a piece of HTML without a frame gets one."""
    text = source if isinstance(source, str) else trafilatura.utils.decode_file(source)
    if not TAG.search(text, 0, HEAD):
        text = f"<html><body>{text}</body></html>"
    text = text.encode("utf-8", "replace").decode("utf-8")
    return trafilatura.bare_extraction(
        text,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=DATES,
    )


def _told(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _title(title: str | None, site: str | None) -> str | None:
    """The title without the name of the site behind it: ``Talks in Lima | The Daily Wire``."""
    tail = TAIL.search(title) if title else None
    if title and tail and site and tail["site"].casefold() == site.casefold():
        return title[: tail.start()]
    return title


def _text(body: str, title: str | None) -> str:
    """The extracted text with the title on its first line, where the extractor has it apart."""
    if title is None or body.startswith(title) or title.casefold() == body.partition("\n")[0].casefold():
        return body
    return f"{title}\n\n{body}" if body else title
