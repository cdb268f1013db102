"""Front matter: the lines of ``key: value`` between two lines of ``---`` at the top of a Markdown file.

Not a YAML parser, and on purpose: titles as people write them (``title: Talks: what next``) are no YAML, and a text with a
broken line above it is still a text. Read are scalars of every YAML style and lists of them; what is nested deeper
is passed over.
"""

from __future__ import annotations

import re

OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
CLOSING = frozenset({"---", "..."})
LONGEST = 1000  # lines
KEY = re.compile(r"(?P<key>[A-Za-z_][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
ITEM = re.compile(r"[ \t]*-[ \t]+(?:name:[ \t]+)?(.*)$")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*+)"|' + r"'((?:[^']|'')*+)'", re.DOTALL)
PART = re.compile(r'"(?:[^"\\]|\\.)*+"|' + r"'(?:[^']|'')*+'|[^,\s][^,]*", re.DOTALL)
FOLD = re.compile(r"(\\?)[ \t]*\r?\n[ \t]*")
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL)
SIGNS = {"n": "\n", "t": "\t", "r": "\r", "_": "\xa0", "N": "\x85", "L": "\u2028", "P": "\u2029", "0": "\0"}
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


def front_matter(text: str) -> dict[str, tuple[str, ...]]:
    """The values of each key, keys in small letters with ``_`` for ``-`` and blanks; empty without front matter.

    >>> front_matter("---\\ntitle: Talks: what next\\nauthors: [Ana Lima, 'Jo Roe']\\n---\\nThey met.")
    {'title': ('Talks: what next',), 'authors': ('Ana Lima', 'Jo Roe')}
    """
    lines = _lines(text)
    found: dict[str, list[str]] = {}
    rest: list[str] = []
    for line in lines:
        match = KEY.match(line)
        if match is not None:
            key = match["key"].lower().replace("-", "_").replace(" ", "_")
            rest = found.setdefault(key, [])
            rest.append(match["value"] or "")
        else:
            rest.append(line)
    return {key: values for key, raw in found.items() if (values := _values(raw))}


def _lines(text: str) -> list[str]:
    """The lines between the two marks, empty where the second is missing."""
    opening = OPENING.match(text)
    if opening is None:
        return []
    lines: list[str] = []
    at = opening.end()
    while at < len(text) and len(lines) < LONGEST:
        match = LINE.match(text, at)
        if match is None:
            break
        line = match.group().rstrip("\r\n")
        if line.rstrip() in CLOSING:
            return lines
        lines.append(line)
        at = match.end()
    return []


def _values(raw: list[str]) -> tuple[str, ...]:
    """The value or values of a key, from the words on its own line and the lines below."""
    first = raw[0].strip()
    if first[:1] == "[":
        whole = " ".join([first, *(line.strip() for line in raw[1:])]).rstrip().removesuffix("]")
        found = [_scalar(part.group()) for part in PART.finditer(whole, 1)]
    elif first[:1] in ("|", ">"):
        found = [" ".join(line.strip() for line in raw[1:] if line.strip())]
    elif not first and any(ITEM.match(line) for line in raw[1:]):
        found = [_scalar(match[1]) for line in raw[1:] if (match := ITEM.match(line))]
    else:
        found = [_scalar("\n".join([first, *raw[1:]]))]
    return tuple(" ".join(value.split()) for value in found if value.strip() not in NOTHING)


def _scalar(raw: str) -> str:
    """One value without its marks: plain, in single or in double quotation marks."""
    raw = raw.strip()
    match = QUOTED.match(raw)
    if match is None:
        return FOLD.sub(" ", raw.partition(" #")[0])
    if match[2] is not None:
        return FOLD.sub(" ", match[2].replace("''", "'"))
    return ESCAPE.sub(_sign, FOLD.sub(lambda fold: "" if fold[1] else " ", match[1]))


def _sign(match: re.Match[str]) -> str:
    number = match[1] or match[2] or match[3]
    if number is None:
        return SIGNS.get(match[4], match[4])
    code = int(number, 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
