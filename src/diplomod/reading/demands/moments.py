"""When a demand was first made, and by when it is to be met."""

from __future__ import annotations

import bisect
from collections.abc import Iterator

from diplomod.model import Precision, When
from diplomod.reading.demands.drafts import Draft, View
from diplomod.reading.parts import Time

MADE = frozenset("made raised voiced laid set put issued presented tabled announced stated floated".split())
BEHIND = 30  # tokens behind a demand, or before its verb, in which its first time is told
LIMITS = frozenset("by before until within than".split())


def first_made(view: View, draft: Draft) -> When | None:
    """When it was first made: ``has insisted since 1994 that``, ``had demanded on 4 May that``, ``urged Lima last month to``,
    ``…, a demand first raised in May 2019``."""
    if draft.first_made is not None:
        return draft.first_made
    lowers = view.tokens.lowers
    end = min(view.tokens.sentences[draft.sentence][1], draft.content[1] + BEHIND)
    for token in range(draft.content[1], end - 1):
        if lowers[token] == "first" and lowers[token + 1] in MADE:
            return next((time.when for time in _times(view, token, min(end, token + 8))), None)
    begin = max(draft.evidence[0], draft.token - BEHIND)
    earlier = "had" in lowers[begin : draft.token]
    for time in _times(view, begin, draft.content[0]):
        if time.first <= draft.token and time.last > begin + 3:
            continue
        before = lowers[time.first - 1] if time.first else ""
        if before == "since" or (earlier and before not in LIMITS):
            return time.when
        if lowers[time.first] == "last" and time.when.precision in (Precision.MONTH, Precision.YEAR):
            return time.when
    return None


def deadline(view: View, draft: Draft) -> When | None:
    """The day by which it is to be met: ``by Saturday``, ``gave Oslo until Friday to``."""
    first, last = draft.content
    for time in _times(view, max(draft.evidence[0], draft.token - BEHIND), min(last, draft.token + 3 * BEHIND)):
        word = view.tokens.lowers[time.first - 1]
        if (time.first > first and word in LIMITS) or (time.first < first and word == "until"):
            return time.when
    return None


def _times(view: View, first: int, last: int) -> Iterator[Time]:
    """The date expressions from token `first` up to but without `last`."""
    for number in range(bisect.bisect_left(view.times, first, key=_place), len(view.times)):
        if view.times[number].first >= last:
            break
        yield view.times[number]


def _place(time: Time) -> int:
    return time.first
