"""Demands that a text tells more than once."""

from __future__ import annotations

from bisect import insort

from diplomod.reading.demands.drafts import Draft, View, place_of
from diplomod.reading.demands.likeness import stems

BACK = 12  # demands that are looked back at
ALIKE = 0.6  # share of the words of the shorter that the longer must have


def without_repeats(view: View, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that tell again what a side demanded of the same side before; each knows where it is told again.

    ``Oslo called on Lima to free the crew … Norway had demanded on Monday that they be freed``: one.
    """
    kept: list[Draft] = []
    words: list[frozenset[str]] = []
    for draft in drafts:
        own = stems(view, *draft.content, without=draft.makers(view) | {party.code for party in draft.told})
        for number in range(len(kept) - 1, max(-1, len(kept) - BACK - 1), -1):
            if (
                kept[number].sentence != draft.sentence
                and _same(view, kept[number], draft)
                and _alike(words[number], own)
            ):
                _merge(kept[number], draft)
                break
        else:
            kept.append(draft)
            words.append(own)
    return kept


def _same(view: View, one: Draft, other: Draft) -> bool:
    told = {party.code for party in one.told}
    return (
        bool(told) and told == {party.code for party in other.told} and one.makers(view) == other.makers(view) != set()
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    if not other:
        return True  # "they must go": it tells of nothing new
    common = len(one & other)
    return common > 0 and common >= ALIKE * min(len(one), len(other))


def _merge(first: Draft, again: Draft) -> None:
    """Tell the first what only the second tells."""
    insort(first.again, again, key=place_of)
    first.first_made = first.first_made or again.first_made
    first.reiterated = first.reiterated or again.reiterated
    first.deadline = first.deadline or again.deadline
    first.answer = first.answer or again.answer
