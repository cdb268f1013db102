"""Clauses -> clauses: subjects as an analyser's dependencies have them.

What a clause hangs on is left as it was read: on annotated texts the analyser's heads lost more than they gained.
"""

from __future__ import annotations

import attrs

from diplomod.reading.parts import Analysis, Cast, Clause, Link, Phrases, Tokens

Range = tuple[int, int]
RELATIVES = frozenset("WDT WP WP$".split())


def with_dependencies(
    clauses: tuple[Clause, ...], tokens: Tokens, phrases: Phrases, cast: Cast, analysis: Analysis
) -> tuple[Clause, ...]:
    """The clauses with the subjects that the dependencies give, where these are other words than those found.

    ``The plan that Oslo backed would, officials said, fail`` has the subject ``The plan`` for ``would fail``.
    """
    subjects = _subjects(tokens, phrases, analysis)
    out = []
    for clause in clauses:
        subject = subjects.get(clause.verb.head)
        if subject is not None and not _shares(clause.subject, subject):
            actors = tuple(cast.between(*subject))
            clause = attrs.evolve(clause, subject=subject, actors=actors)
        out.append(clause)
    return tuple(out)


def _shares(one: Range | None, other: Range) -> bool:
    return one is not None and one[0] < other[1] and other[0] < one[1]


def _subjects(tokens: Tokens, phrases: Phrases, analysis: Analysis) -> dict[int, Range]:
    """The subject of each verb that has one: its noun phrase with those that are coordinated with it."""
    heads, links = analysis.heads, analysis.links
    joined: dict[int, list[int]] = {}
    for token, link in enumerate(links):
        if link is Link.COORDINATE:
            joined.setdefault(heads[token], []).append(token)
    found: dict[int, Range] = {}
    for token, link in enumerate(links):
        if link is not Link.SUBJECT:
            continue
        verb, noun = heads[token], token
        if tokens.tags[token] in RELATIVES:
            if links[verb] is not Link.RELATIVE:
                continue
            noun = heads[verb]  # the antecedent
        place = _phrase(phrases, noun)
        if place is not None:
            found.setdefault(verb, _with_joined(phrases, joined, noun, place))
    return found


def _with_joined(phrases: Phrases, joined: dict[int, list[int]], noun: int, place: Range) -> Range:
    """The noun phrase up to the last that is coordinated with it: ``Russia, China and Iran``."""
    last = place[1]
    seen = {noun}
    while (others := [token for token in joined.get(noun, ()) if token > noun]) and others[-1] not in seen:
        noun = others[-1]
        seen.add(noun)
        phrase = _phrase(phrases, noun)
        if phrase is None:
            break
        last = max(last, phrase[1])
    return place[0], last


def _phrase(phrases: Phrases, token: int) -> Range | None:
    number = phrases.noun_at[token]
    return None if number < 0 else (phrases.nouns[number].first, phrases.nouns[number].last)
