"""Markdown -> a Page. The text is the whole file, untouched: the reader itself steps over front matter and marks, so that
offsets are those of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diplomod.model import Page
from diplomod.pages.facts import people, published
from diplomod.pages.front import front_matter

TITLE = ("title", "headline")
PUBLISHER = ("publisher", "site_name", "sitename", "outlet", "agency", "source", "site")
URL = ("url", "source_url", "canonical_url", "canonical", "link", "original_url", "source")
DATE = ("published", "published_time", "date_published", "datepublished", "publish_date", "pubdate", "date")
AUTHORS = ("authors", "author", "byline", "by")


def page(source: str) -> Page:
    """The Page of Markdown, with what its front matter tells.

    >>> found = page("---\\ndate: 2025-03-12\\nsource: https://example.org/lima\\nauthor: Ana Lima\\n---\\nThey met.")
    >>> str(found.published), found.url, [str(person) for person in found.authors]
    ('2025-03-12', 'https://example.org/lima', ['Ana Lima'])
    """
    facts = front_matter(source)
    urls = (value for value in _all(facts, URL) if value.startswith(("http://", "https://")))
    publishers = (value for value in _all(facts, PUBLISHER) if "://" not in value)
    days = (day for value in _all(facts, DATE) if (day := published(value)) is not None)
    return Page(
        text=source,
        title=next(_all(facts, TITLE), None),
        publisher=next(publishers, None),
        url=next(urls, None),
        published=next(days, None),
        authors=people(next((facts[key] for key in AUTHORS if key in facts), ())),
    )


def _all(facts: dict[str, tuple[str, ...]], keys: Iterable[str]) -> Iterator[str]:
    """The values of the keys, in the order of the keys."""
    return (value for key in keys for value in facts.get(key, ()))
