"""Clauses of all sentences, and where each ends."""

from __future__ import annotations

from collections.abc import Sequence

from diplomod.reading.clauses.draft import Draft, Range
from diplomod.reading.clauses.subjects import Reading
from diplomod.reading.clauses.units import actors_in, ends_of_units, of_time
from diplomod.reading.parts import Cast, Clause, Phrases, Relation, Time, Tokens

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
RELATIVE, COORDINATE = Relation.RELATIVE, Relation.COORDINATE
OCCASIONS = frozenset("after following during amid despite ahead".split())


def find_clauses(tokens: Tokens, phrases: Phrases, cast: Cast, times: Sequence[Time]) -> tuple[Clause, ...]:
    """The clauses of all sentences in order."""
    dated = {token for time in times for token in range(time.first, time.last)}
    for phrase in of_time(tokens, phrases):
        dated.update(range(phrase.first, phrase.last))
    units = ends_of_units(tokens, phrases, cast)
    out: list[Clause] = []
    for number, (first, last) in enumerate(tokens.sentences):
        drafts = Reading(tokens, phrases, cast, units, dated, first, len(out)).read(first, last)
        ends = _ends(tokens, drafts, len(out), last)
        for draft, end in zip(drafts, ends, strict=True):
            out.append(
                Clause(
                    draft.number,
                    number,
                    draft.first,
                    end if end > draft.verb.last else draft.verb.last,
                    draft.verb,
                    draft.subject,
                    () if draft.subject is None else actors_in(cast, draft.subject),
                    _undated(draft.objects, dated) if draft.objects else (),
                    draft.governor,
                    draft.relation,
                )
            )
    return tuple(out)


def _undated(objects: list[Range], dated: set[int]) -> tuple[Range, ...]:
    """The objects that are more than a time."""
    for first, _ in objects:
        if first in dated:
            return tuple([thing for thing in objects if not dated.issuperset(range(*thing))])
    return tuple(objects)


def _ends(tokens: Tokens, drafts: list[Draft], base: int, last: int) -> list[int]:
    """Where each clause ends: at the next one that does not hang on it, else with the sentence.

    A relative clause between commas ends with the second one: ``Lim, who is in Oslo on a visit, at the palace on Friday``;
    another before what tells on what occasion the main thing was done.
    """
    ends = [last] * len(drafts)
    still_open: list[int] = []
    for i, draft in enumerate(drafts):
        above = draft.governor
        if draft.relation is COORDINATE and above is not None:
            above = drafts[above - base].governor
        while still_open and (above is None or still_open[-1] + base != above):
            ends[still_open.pop()] = draft.first
        still_open.append(i)
    for i, draft in enumerate(drafts):
        if draft.relation is RELATIVE and draft.first > 0 and tokens.tags[draft.first - 1] == ",":
            until = drafts[i + 1].first if i + 1 < len(drafts) else ends[i]
            aside = False  # "who met the envoy, Kim, in Rome": the second comma only ends the aside
            for token in range(draft.verb.last, min(until, ends[i]) - 1):
                if tokens.tags[token] != ",":
                    continue
                if tokens.tags[token + 1] in ("IN", "TO") and not aside:
                    ends[i] = token
                    break
                aside = not aside and tokens.tags[token + 1] in ("NNP", "DT")
        elif draft.relation is RELATIVE:
            until = drafts[i + 1].first if i + 1 < len(drafts) else ends[i]
            for token in range(draft.verb.last, min(until, ends[i]) - 1):
                if tokens.tags[token] == "," and tokens.lowers[token + 1] in OCCASIONS:
                    ends[i] = token  # "agreed to resume talks that had been frozen, after a long night"
                    break
    return ends
