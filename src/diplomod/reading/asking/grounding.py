"""Words -> their place in the text: as they stand, else with quotes, dashes and white space made alike."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

Range = tuple[int, int]

QUOTES = frozenset("\"'“”„‟‘’‚‛«»‹›″′`´")
DASHES = frozenset("-‐‑‒–—―−")
UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
ALIKE = re.compile(r"\s+|[-‐‑‒–—―−]+|[\u00ad\u200b\u200c\u200d\u2060\ufeff]+|[\"'“”„‟‘’‚‛«»‹›″′`´]|…|[^\s]", re.DOTALL)


class Finder:
    """Finds words in one text; the text made alike is kept from the first time that it is needed."""

    def __init__(self, text: str) -> None:
        """The text stays as it is: all places are places in it."""
        self.text = text
        self._alike: tuple[str, list[int], list[int]] | None = None

    def find(self, words: str, near: Range | None = None) -> Range | None:
        """Where the words stand; of several places the one in or nearest to `near`, else the first. None if nowhere.

        >>> Finder("He said: “We can’t – yet.”").find('"We can\\'t - yet."')
        (9, 26)
        """
        words = words.strip()
        if not words:
            return None
        at = _nearest(self.text, words, near)
        if at is not None:
            return at, at + len(words)
        if self._alike is None:
            self._alike = alike(self.text)
        text, starts, ends = self._alike
        words = alike(words)[0].strip()
        if not words:
            return None
        if near is not None:
            near = bisect_left(starts, near[0]), bisect_right(starts, near[1] - 1)
        at = _nearest(text, words, near)
        return None if at is None else (starts[at], ends[at + len(words) - 1])


def alike(text: str) -> tuple[str, list[int], list[int]]:
    """The text with quotes, dashes and white space made alike, and where each of its characters began and ended.

    >>> alike("“a” —\\r\\nb")[0]
    "'a' - b"
    """
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in ALIKE.finditer(text):
        found = match.group()
        first = found[0]
        if first in UNSEEN:
            continue
        made = "'" if first in QUOTES else "-" if first in DASHES else " " if first.isspace() else found
        for letter in "..." if made == "…" else made:
            out.append(letter)
            starts.append(match.start())
            ends.append(match.end())
    return "".join(out), starts, ends


def _nearest(text: str, words: str, near: Range | None) -> int | None:
    best: int | None = None
    least = 0
    for at in _places(text, words):
        if near is None:
            return at
        far = max(near[0] - at, at + len(words) - near[1], 0)
        if best is None or far < least:
            best, least = at, far
        if far == 0 or at >= near[1]:
            break  # from here on it only gets farther
    return best


def _places(text: str, words: str) -> Iterator[int]:
    """Where the words stand as whole words."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        parted_before = not (at and words[0].isalnum() and text[at - 1].isalnum())
        parted_after = not (end < len(text) and words[-1].isalnum() and text[end].isalnum())
        if parted_before and parted_after:
            yield at
        at = text.find(words, at + 1)
