"""What was found out is kept: about a word or some words, for when they come again (`Kept`), and about a value (`once`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sized
from typing import Any, Generic, TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Sized)
V = TypeVar("V")

MOST = 20_000  # words kept at a time: a language has not many more in use, and they take a few megabytes
LONGEST = 40  # characters; what is longer hardly comes again


class Kept(dict[K, V]):
    """What `make` finds out about each word: found out when it is first asked for, and kept.

    It never holds more than `MOST`: what a full one holds is set aside until it is full again, and what is still in use comes
    back from there.

    >>> lengths = Kept(len)
    >>> lengths["talks"], dict(lengths)
    (5, {'talks': 5})
    """

    def __init__(self, make: Callable[[K], V], known: Mapping[K, V] | None = None) -> None:
        """Keep what `known` tells from the start."""
        super().__init__(known or {})
        self._make = make
        self._known = known or {}
        self._aside: dict[K, V] = {}

    def __missing__(self, word: K) -> V:
        found = self._aside[word] if word in self._aside else self._make(word)
        if len(word) < LONGEST:
            if len(self) >= MOST:
                self._aside = dict(self)
                self.clear()
                self.update(self._known)
            self[word] = found
        return found


class once(Generic[T]):  # noqa: N801 - it is written as `property` is
    """A property that is found out when it is first asked for, and kept in the dictionary `kept` of its owner.

    Of a class with slots attrs makes `functools.cached_property` a `__getattr__`, with which every other attribute takes ten
    times as long to find.
    """

    def __init__(self, find: Callable[[Any], T]) -> None:
        """Keep what `find` finds out."""
        self._find = find
        self._name = find.__name__
        self.__doc__ = find.__doc__

    def __get__(self, owner: Any, kind: type) -> T:
        """What is kept, found out if nothing is."""
        kept: dict[str, T] = owner.kept
        if self._name not in kept:
            kept[self._name] = self._find(owner)
        return kept[self._name]
