"""Which tokens stand together: noun phrases with the titles before them, phrases of time, and who is named in a subject."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from diplomod.reading.clauses.draft import Range
from diplomod.reading.parts import Cast, MentionKind, NounPhrase, Phrases, Tokens

SPANS = frozenset("minute minutes hour hours day days week weeks month months year years decade decades".split())
THEN = frozenset("after before into ahead".split())
TIMES = frozenset(
    """week month year day morning afternoon evening night weekend today yesterday tonight monday tuesday wednesday thursday
    friday saturday sunday""".split()
)
ACTORS = frozenset((MentionKind.PERSON, MentionKind.PARTY, MentionKind.GROUP, MentionKind.OFFICE, MentionKind.SOURCE))


def of_time(tokens: Tokens, phrases: Phrases) -> Iterator[NounPhrase]:
    """The phrases that are no subject, dated or not: ``today``, ``[Days] after the vote, Lima said``."""
    lowers, nouns, noun_at = tokens.lowers, phrases.nouns, phrases.noun_at
    for token in tokens.places_of(TIMES):
        number = noun_at[token]
        if number >= 0 and nouns[number].head == token and not _is_part(lowers, nouns[number].last, token):
            yield nouns[number]
    for token in tokens.places_of(THEN):
        number = noun_at[token - 1]
        if number >= 0 and nouns[number].last == token and lowers[nouns[number].head] in SPANS:
            yield nouns[number]


def _is_part(lowers: list[str], last: int, head: int) -> bool:
    """Whether a day is a part of something: ``began a second day of talks``."""
    return lowers[head] == "day" and lowers[last : last + 1] == ["of"]


def ends_of_units(tokens: Tokens, phrases: Phrases, cast: Cast) -> list[int]:
    """For each token that a noun phrase begins with where it ends, 0 for all others; a name with its title is one phrase
    (``Secretary of State`` and the name)."""
    ends = [0] * (len(tokens.tags) + 2)  # so that none needs asking whether it is the last
    for noun in phrases.nouns:
        ends[noun.first] = noun.last
    for mention in cast.mentions:
        first, last = mention.first, mention.last
        if mention.role is not None and mention.role.start < tokens.starts[first]:
            first = bisect_left(tokens.starts, mention.role.start)
        phrase = phrases.noun_at[first]
        if phrase >= 0 and phrases.nouns[phrase].first < first:
            first = phrases.nouns[phrase].first
        phrase = phrases.noun_at[last - 1]
        if phrase >= 0 and phrases.nouns[phrase].last > last:
            last = phrases.nouns[phrase].last
        if ends[first] < last:
            ends[first] = last
    return ends


def actors_in(cast: Cast, subject: Range) -> tuple[int, ...]:
    """The numbers of the mentions that are the subject: those in it that are no mere modifier of another."""
    found: list[int] = []
    acting: list[int] = []
    before = -1
    for number in cast.at[subject[0] : subject[1]]:
        if number >= 0 and number != before:
            found.append(number)
            if cast.mentions[number].kind in ACTORS:
                acting.append(number)
            before = number
    return tuple(acting or found)


def somebody_in(cast: Cast, phrase: Range) -> bool:
    """Whether somebody who can act is named in a phrase: ``the foreign minister of Oman``, no ``the port of Muscat``."""
    return any(cast.at[token] >= 0 and cast.mentions[cast.at[token]].kind in ACTORS for token in range(*phrase))
