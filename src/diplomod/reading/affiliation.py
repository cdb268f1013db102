"""Whose people are whose: parties that only a sentence tells, and that pass from one person to another.

A person's own title is read with the name. What is told elsewhere is gathered here: who leads or belongs to the delegation
of a party, whose envoy or relative somebody is, who is named among the officials of a state.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplomod.model import Party
from diplomod.reading.parts import Cast, Clause, Form, Mention, MentionKind, Tokens

REACH = 30  # tokens behind a verb or a group in which its people are named
ROUNDS = 3  # from the envoy to the president to the president's adviser
LEADS = frozenset(("lead", "represent"))
NAMING = frozenset("including led headed".split())
GROUPS = frozenset((MentionKind.GROUP, MentionKind.SOURCE))


def settle(tokens: Tokens, cast: Cast, clauses: Sequence[Clause]) -> Cast:
    """The cast with the parties of people filled in where the text ties them to somebody whose party it tells.

    ``Norway’s delegation is led by Kari Vik, an envoy of Prime Minister Liv Moe.`` gives both to Norway.
    """
    known: dict[str, dict[str, Party]] = {}
    for mention in cast.mentions:
        if mention.person is not None:
            known.setdefault(mention.person.name, {}).update({party.code: party for party in mention.parties})
    open_ones = {name for name, parties in known.items() if not parties}
    if not open_ones:
        return cast
    for name, party in _told(tokens, cast, clauses):
        if name in open_ones and not known[name]:
            known[name][party.code] = party
    ties = list(_ties(tokens, cast))
    for _ in range(ROUNDS):
        changed = False
        for one, other in ties:
            for here, there in ((one, other), (other, one)):
                if len(known[here]) == 1 and not known[there]:
                    known[there].update(known[here])
                    changed = True
        if not changed:
            break
    return Cast(mentions=tuple(_filled(mention, known) for mention in cast.mentions), at=cast.at)


def _filled(mention: Mention, known: dict[str, dict[str, Party]]) -> Mention:
    if mention.person is None or mention.parties:
        return mention
    parties = known[mention.person.name]
    return attrs.evolve(mention, parties=tuple(parties.values())) if len(parties) == 1 else mention


def _told(tokens: Tokens, cast: Cast, clauses: Sequence[Clause]) -> Iterator[tuple[str, Party]]:
    """People whom a clause or a list gives to a party."""
    for clause in clauses:
        if not clause.verb.senses & LEADS or clause.subject is None:
            continue
        if clause.verb.passive or clause.verb.form is Form.PARTICIPLE:
            groups = cast.between(*clause.subject)
            people = cast.between(clause.verb.last, min(clause.last, clause.verb.last + REACH))[:2]
        else:
            groups = [number for objects in clause.objects for number in cast.between(*objects)]
            people = list(clause.actors)
        yield from _pairs(cast, groups, people[:1] if clause.verb.passive else people)
    for number, mention in enumerate(cast.mentions):
        if mention.kind in GROUPS and len(mention.parties) == 1:
            end = tokens.sentences[tokens.sentence_of[mention.first]][1]
            if not NAMING.isdisjoint(tokens.lowers[mention.last : min(end, mention.last + 3)]):
                behind = [n for n in cast.between(mention.last, min(end, mention.last + REACH)) if n != number]
                yield from _pairs(cast, [number], _until_verb(tokens, cast, mention.last, behind))


def _until_verb(tokens: Tokens, cast: Cast, at: int, numbers: Sequence[int]) -> list[int]:
    found = []
    for number in numbers:
        first = cast.mentions[number].first
        if any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tokens.tags[at:first]):
            break
        found.append(number)
    return found


def _pairs(cast: Cast, groups: Sequence[int], people: Sequence[int]) -> Iterator[tuple[str, Party]]:
    parties = {party.code: party for number in groups for party in cast.mentions[number].parties}
    if len(parties) == 1:
        for number in people:
            person = cast.mentions[number].person
            if person is not None:
                yield person.name, next(iter(parties.values()))


def _ties(tokens: Tokens, cast: Cast) -> Iterator[tuple[str, str]]:
    """Pairs of people of whom one is named in the role of the other: ``Trump’s son-in-law``, ``an envoy of President Putin``."""
    by_start = {tokens.starts[mention.first]: number for number, mention in enumerate(cast.mentions)}
    for mention in cast.mentions:
        if mention.person is None or mention.role is None:
            continue
        for start in range(mention.role.start, mention.role.end):
            number = by_start.get(start)
            other = None if number is None else cast.mentions[number].person
            if other is not None and other.name != mention.person.name:
                yield mention.person.name, other.name
