"""A news item of IPTC (ninjs) -> a Page: its body, its headline, who published it and when."""

from __future__ import annotations

import json
from typing import Any

from diplomod.errors import TextError
from diplomod.model import Page
from diplomod.pages import html
from diplomod.pages.facts import people, published

DATES = ("contentCreated", "firstCreated", "versionCreated", "contentcreated", "firstcreated", "versioncreated")
MARKUP = ("html", "xml")


def page(source: str) -> Page:
    """The Page of a news item of ninjs 1, 2 or 3. Raises `TextError` for what is none.

    >>> found = page('{"uri": "urn:x:1", "headline": "Talks", "body_text": "They met.", "firstCreated": "2025-03-12T08:00:00Z"}')
    >>> found.text, found.title, str(found.published)
    ('They met.', 'Talks', '2025-03-12')
    """
    try:
        item = json.loads(source)
    except (json.JSONDecodeError, RecursionError) as fault:
        raise TextError(f"this is no news item in JSON: {fault}") from None
    if not isinstance(item, dict) or not isinstance(item.get("uri"), str):
        raise TextError("this is no news item of ninjs: it has no uri")
    days = (day for name in DATES if isinstance(item.get(name), str) and (day := published(item[name])) is not None)
    return Page(
        text=_body(item),
        title=_first(item, "headlines", "value") or _word(item.get("headline")),
        publisher=_first(item, "infoSources", "name") or _word(item.get("copyrightHolder")),
        url=item["uri"] if item["uri"].startswith(("http://", "https://")) else None,
        published=next(days, None),
        authors=people([item["by"]] if isinstance(item.get("by"), str) else []),
    )


def _body(item: dict[str, Any]) -> str:
    """The plain body, or else the text of one in HTML."""
    bodies = [
        body for body in item.get("bodies") or () if isinstance(body, dict) and isinstance(body.get("value"), str)
    ]
    bodies += [{"contentType": "text/plain", "value": item[key]} for key in ("body_text",) if _word(item.get(key))]
    bodies += [
        {"contentType": "text/html", "value": item[key]} for key in ("body_html", "body_xhtml") if _word(item.get(key))
    ]
    plain = [body for body in bodies if "text/plain" in str(body.get("contentType", "text/plain"))]
    if plain:
        return str(plain[0]["value"])
    marked = [body for body in bodies if any(kind in str(body.get("contentType")) for kind in MARKUP)]
    return html.page(str(marked[0]["value"])).text if marked else ""


def _first(item: dict[str, Any], name: str, key: str) -> str | None:
    found = item.get(name)
    inside = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    return next((told for one in inside if (told := _word(one.get(key))) is not None), None)


def _word(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
