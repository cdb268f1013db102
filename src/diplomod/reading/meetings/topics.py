"""What an encounter is about: ``talks on grain``, ``met to discuss the border``, ``They discussed visas.``"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from diplomod.reading.meetings.clusters import Cluster
from diplomod.reading.meetings.context import Context
from diplomod.reading.parts import Clause

Range = tuple[int, int]

ABOUT = frozenset("on about over regarding concerning".split())
NEAR = 2  # sentences behind an encounter in which what was discussed is told
REACH = 14  # tokens behind the noun in which its topic begins


def find_topics(context: Context, clusters: Sequence[Cluster]) -> list[list[Range]]:
    """For each encounter the token ranges of its topics, in the order of the text."""
    found: list[list[Range]] = [[] for _ in clusters]
    for topics, cluster in zip(found, clusters, strict=True):
        for sighting in cluster.sightings:
            topics += _behind_noun(context, sighting.token)
    discussed = [clause for clause in context.clauses if "topic" in clause.verb.senses and not clause.verb.passive]
    told = sorted(
        (sighting.token, number, sighting.sentence)
        for number, cluster in enumerate(clusters if discussed else ())
        for sighting in cluster.sightings
        if not sighting.in_title
    )
    for clause in discussed:
        number = _meant(told, clause)
        if number is not None:
            found[number] += _objects(context, clause)
    return [sorted(set(topics)) for topics in found]


def _behind_noun(context: Context, token: int) -> list[Range]:
    """``talks between A and B on the border``: the noun phrase behind on, unless it is a date or somebody."""
    home = context.home[token]
    phrase = context.phrases.noun_at[token]
    if phrase < 0 or home < 0:
        return []
    lowers, dated = context.tokens.lowers, _dated(context, token)
    first = context.phrases.nouns[phrase].last
    for at in range(first, min(context.clauses[home].last, first + REACH) - 1):
        number = context.phrases.noun_at[at + 1]
        if context.phrases.verb_at[at] >= 0:
            return []
        if lowers[at] in ABOUT and number >= 0 and at + 1 not in dated and context.cast.at[at + 1] < 0:
            return [(context.phrases.nouns[number].first, context.phrases.nouns[number].last)]
    return []


def _dated(context: Context, token: int) -> set[int]:
    times = context.times_in.get(context.tokens.sentence_of[token], ())
    return {at for time in times for at in range(time.first, time.last)}


def _meant(told: Sequence[tuple[int, int, int]], clause: Clause) -> int | None:
    """The encounter told last before the clause, in its sentence or shortly before."""
    last = bisect_left(told, (clause.verb.head,)) - 1
    if last < 0 or clause.sentence - told[last][2] > NEAR:
        return None
    return told[last][1]


def _objects(context: Context, clause: Clause) -> list[Range]:
    """The objects of discussing, each with what ``of`` ties to it; a list is parted."""
    out: list[Range] = []
    tags, lowers = context.tokens.tags, context.tokens.lowers
    for first, last in clause.objects:
        start = first
        for at in range(first, last):
            if (tags[at] == "," or lowers[at] == "and") and at > start and context.phrases.noun_at[at] < 0:
                out.append((start, at))
                start = at + 1
        while start < last and (tags[start] in (",", "CC")):
            start += 1
        if start < last:
            out.append((start, _with_of(context, last)))
    return out


def _with_of(context: Context, last: int) -> int:
    lowers = context.tokens.lowers
    while last + 1 < len(lowers) and lowers[last] == "of" and context.phrases.noun_at[last + 1] >= 0:
        last = context.phrases.nouns[context.phrases.noun_at[last + 1]].last
    return last
