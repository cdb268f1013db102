"""What was found out about a word or some words, kept for when they come again: `Kept`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sized
from typing import TypeVar

K = TypeVar("K", bound=Sized)
V = TypeVar("V")

MOST = 20_000  # words kept at a time: a language has not many more in use, and they take a few megabytes
LONGEST = 40  # characters; what is longer hardly comes again


class Kept(dict[K, V]):
    """What `make` finds out about each word: found out when it is first asked for, and kept.

    It never holds more than `MOST`: one that is full is emptied, and what is still in use soon comes back.

    >>> lengths = Kept(len)
    >>> lengths["talks"], dict(lengths)
    (5, {'talks': 5})
    """

    def __init__(self, make: Callable[[K], V], known: Mapping[K, V] | None = None) -> None:
        """Keep what `known` tells from the start."""
        super().__init__(known or {})
        self._make = make
        self._known = known or {}

    def __missing__(self, word: K) -> V:
        found = self._make(word)
        if len(word) < LONGEST:
            if len(self) >= MOST:
                self.clear()
                self.update(self._known)
            self[word] = found
        return found
