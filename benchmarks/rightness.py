"""Which events of a Record are right, by an annotated article or by annotated attributions.

A meeting is right if the article has one with the same sides, date and status; a demand if there is one with at least half
of its words, by the same party and to the same ones; an answer if its demand has one by that party with that stance; a
statement if there is one with at least six tenths of its words and the same speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from diplomod import Demand, Meeting, Record, Statement

WORD = re.compile(r"\w+")
HALF, MOST, NAMES = 0.5, 0.6, 0.7  # shares of words in common


def right_events(record: Record, gold: Any) -> dict[str, bool]:
    """The id of each event that can be judged, and whether it is right."""
    if isinstance(gold, list):
        return _by_attributions(record, gold)
    right = {meeting.id: False for meeting in record.meetings}
    right |= {demand.id: False for demand in record.demands} | {response.id: False for response in record.responses}
    right |= {statement.id: False for statement in record.statements}
    _meetings(record, gold["meetings"], right)
    _demands(record, gold["demands"], right)
    for there, statement in pairs(gold["statements"], record.statements, _likeness, MOST):
        right[statement.id] = same_speaker(there["speaker"], statement.speaker.name)
    return right


def _meetings(record: Record, gold: Sequence[dict[str, Any]], right: dict[str, bool]) -> None:
    left = Counter((tuple(sorted(one["parties"])), one["date"], one["status"]) for one in gold)
    for meeting in record.meetings:
        key = _key(meeting)
        right[meeting.id] = left[key] > 0
        left[key] -= right[meeting.id]


def _key(meeting: Meeting) -> tuple[tuple[str, ...], str | None, str]:
    parties = tuple(sorted(party.code for party in meeting.parties))
    return parties, None if meeting.when is None else meeting.when.edtf, str(meeting.status)


def _demands(record: Record, gold: Sequence[dict[str, Any]], right: dict[str, bool]) -> None:
    answers: dict[str, Counter[tuple[str | None, str]]] = {}
    for there, demand in pairs(gold, record.demands, _likeness, HALF):
        by = None if demand.by is None else demand.by.code
        right[demand.id] = by == there["by"] and {party.code for party in demand.to} == set(there["to"])
        answers[demand.id] = Counter((one["by"], one["stance"]) for one in there["responses"])
    for response in record.responses:
        said = (None if response.by is None else response.by.code, str(response.stance))
        for wanted in response.to:
            if answers.get(wanted, Counter())[said] > 0:
                answers[wanted][said] -= 1
                right[response.id] = True


def _likeness(there: dict[str, Any], here: Demand | Statement) -> float:
    return shared(there["content"], here.content.text)


def shared(one: str, other: str) -> float:
    """The share of words in common, of both texts (F1)."""
    mine, theirs = Counter(WORD.findall(one.lower())), Counter(WORD.findall(other.lower()))
    return 2 * (mine & theirs).total() / max(1, mine.total() + theirs.total())


def same_speaker(one: str, other: str) -> bool:
    """Whether two names are of one speaker: the last words are the same and one holds all of the other's."""
    mine, theirs = WORD.findall(one.lower()), WORD.findall(other.lower())
    within = set(mine) <= set(theirs) or set(theirs) <= set(mine)
    return (mine[-1:] == theirs[-1:] and within) or shared(one, other) >= NAMES


def pairs(
    gold: Sequence[Any], found: Sequence[Any], likeness: Callable[[Any, Any], float], least: float
) -> list[tuple[Any, Any]]:
    """One with one, the most alike first."""
    cells = [(likeness(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found)]
    pairs, mine, theirs = [], set(), set()
    for alike, i, j in sorted(cells, reverse=True):
        if alike >= least and i not in mine and j not in theirs:
            mine.add(i)
            theirs.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _by_attributions(record: Record, gold: Sequence[dict[str, Any]]) -> dict[str, bool]:
    """By characters: at least half of the words of a cue's statements are those of an attribution, with its source."""
    groups: dict[Any, list[Statement]] = {}
    for statement in record.statements:
        if statement.within is None:
            key = statement.id if statement.cue is None else (statement.cue.start, statement.cue.end)
            groups.setdefault(key, []).append(statement)
    found = list(groups.values())
    mine = [_characters((s.content.start, s.content.end) for s in group) for group in found]
    right = {statement.id: False for group in found for statement in group}
    theirs = [_characters(one["content"]) for one in gold]
    for i, j in pairs(range(len(gold)), range(len(found)), lambda i, j: _covered(theirs[i], mine[j]), HALF):
        source = _characters(gold[i]["source"])
        for statement in found[j]:
            span = statement.speaker.span
            own = set() if span is None else set(range(span.start, span.end))
            right[statement.id] = bool(own & source) or not (own or source)
    return right


def _characters(ranges: Any) -> set[int]:
    return {at for start, end in ranges for at in range(start, end)}


def _covered(one: set[int], other: set[int]) -> float:
    return len(one & other) / max(1, len(one), len(other))
