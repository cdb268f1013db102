"""Marks that are no words: those of Markdown inside a line, and numbers, bullets and times at its start."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Without one of these a text has no marks inside its lines: by their rarest letter, since the search for one letter is quick.
TRIGGERS = {
    "]": ("](", "]["),
    "[": ("[^",),
    "*": ("**", " *", "\n*"),
    "_": ("__", " _", "\n_"),
    "~": ("~~",),
    "\\": ("\\",),
    "<": ("</", "<br", "<!--"),
}
FIRST = re.compile(r"[\[\]!*_~\\<]")  # what each mark begins with: only there is one looked for
INLINE = re.compile(
    r"""
    !\[[^\[\]\n]{0,300}\]\([^()\n]{0,2000}\)                       # an image with its words
  | \[(?=[^\[\]\n]{1,300}\][(\[]|!\[)                               # [the words](…)
  | \]\(\s?<?[^()\s<>]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?>?(?:\s["'][^"'\n]{0,300}["'])?\s?\)
  | \]\[[^\[\]\n]{0,60}\] | \[\^[\w-]{1,20}\]                      # [the words][1], a footnote
  | (?<!\d)\*{1,3}(?=\S) | (?<=\S)\*{1,3}(?!\d)                    # *so*, **so**
  | (?<![^\W_])_{1,3}(?=[^\s_]) | (?<=[^\s_])_{1,3}(?![^\W_])      # _so_, but not in so_so
  | ~~ | \\(?=[!-/:-@\[-`{-~\r\n])
  | </?[A-Za-z][A-Za-z0-9]{0,10}(?:\s[^<>]{0,500})?/?> | <!--[^<>]{0,2000}-->
    """,
    re.VERBOSE,
)
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)"
# Written without a point, it must be no year, or have its zone: "1740:", "1910 GMT:"
_HOURS = r"(?:(?:0\d|1[0-8]|2[1-3])[0-5]\d(?:\s?h(?:rs)?)?(?=\s?[-–—:|])|[0-2]\d[0-5]\d(?=\s?\(?(?:GMT|UTC|[A-Z]{1,3}[SD]?T)\b))"
_TIME = f"(?:{_HOURS}|{_CLOCK})"
_ZONE = r"(?:\s\(?(?:GMT|UTC|[A-Z]{1,3}[SD]?T|MSK|IST|[Ll]ocal time)(?:\s?[+-]\d{1,2})?\)?)?"
LEAD = re.compile(
    rf"""
    (?P<heading>\#{{1,6}}\s+)
  | (?P<item>
        (?:>\s?)+ (?:[-*+•·◦▪●■►▶]\s+)? | [-*+•·◦▪●■►▶]\s+
      | (?:\d{{1,2}}|[ivx]{{1,5}}|[a-z])\)\s+ | \((?:\d{{1,2}}|[ivx]{{1,5}}|[a-z])\)\s+
      | (?:\d{{1,2}}|[ivx]{{2,5}}|[IVX]{{2,5}})\.\s+(?=["“‘'(\[*_]?[A-Z])
    )
  | (?P<time>
        \[{_TIME}{_ZONE}\]\s*(?:[-–—:|]+\s*)? | {_TIME}{_ZONE}\s*(?:[-–—|]+|:(?=\s))\s* | {_TIME}{_ZONE}$
      | {_TIME}{_ZONE}\s+(?=["“‘'(\[*_]?[A-Z])
    )
    """,
    re.VERBOSE,
)
LETTERED = re.compile(r"[a-z]{1,5}[).]")  # what begins with a small letter can only be one such


def find_gaps(text: str, start: int = 0) -> tuple[tuple[int, int], ...]:
    """The marks inside lines that are no words, as character ranges in order, from `start` on.

    >>> text = "Vik met [Luna](https://example.org) in **Lima**."
    >>> [text[a:b] for a, b in find_gaps(text)]
    ['[', '](https://example.org)', '**', '**']
    """
    for letter, marks in TRIGGERS.items():
        if text.find(letter, start) >= 0 and any(text.find(mark, start) >= 0 for mark in marks):
            return tuple(_inline(text, start))
    return ()


def _inline(text: str, start: int) -> Iterator[tuple[int, int]]:
    for first in FIRST.finditer(text, start):
        at = first.start()
        mark = INLINE.match(text, at) if at >= start else None
        if mark is not None:
            start = mark.end()
            yield mark.span()


def find_lead(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the words of a line begin, and what stands before them: ``heading``, ``item``, ``time`` or nothing.

    >>> [("1. The sides met."[at:], kind) for at, kind in [find_lead("1. The sides met.", 0, 17)]]
    [('The sides met.', 'item')]
    >>> find_lead("14:05 GMT — Vik arrives.", 0, 24), find_lead("14 envoys met.", 0, 14)
    ((12, 'time'), (0, ''))
    """
    if text[start].isupper() or (text[start].islower() and LETTERED.match(text, start) is None):  # most lines
        return start, ""
    match = LEAD.match(text, start, end)
    if match is None or (match.end() >= end and match.lastgroup != "time"):
        return start, ""
    return match.end(), match.lastgroup or ""
