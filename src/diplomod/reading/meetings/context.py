"""The text as the search for encounters looks at it, and what is found: `Context`, `Sighting`."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import Any

import attrs

from diplomod.lexicon import Lexicon
from diplomod.lexicon.kept import once
from diplomod.lexicon.people import Class
from diplomod.model import MeetingFormat, MeetingKind, MeetingStatus, Place, When
from diplomod.reading.parts import (
    Cast,
    Clause,
    Document,
    Mention,
    MentionKind,
    ParagraphKind,
    Phrases,
    Presence,
    Rule,
    Shift,
    Time,
    Tokens,
)

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
TITLE, SUBHEAD = ParagraphKind.TITLE, ParagraphKind.SUBHEAD
PERSON, OFFICE, PARTY, GROUP = MentionKind.PERSON, MentionKind.OFFICE, MentionKind.PARTY, MentionKind.GROUP
SOURCE = MentionKind.SOURCE

POST = Class.POST.value
ACTORS = frozenset((MentionKind.PERSON, MentionKind.PARTY, MentionKind.GROUP, MentionKind.OFFICE))
OPENING = 5  # tokens at the start of a sentence
MARGINS = frozenset("margins margin sidelines sideline fringes edges".split())
FEW = 4  # clauses of a sentence
HERE = -1  # the number that stands for the place of the dateline, which no mention names


@attrs.define(slots=True, kw_only=True, eq=False)
class Sighting:
    """Words that tell of an encounter, at `token`, and all that they tell.

    `strong` tells that it is an instance of its own and no mere mention of talks; `ordinal` tells which round;
    `definite` that the text takes it as known; `mutual` that it is of the two sides, whoever they are;
    `hosts` are the codes of states that are a side as the place; `counted` that it sums up several (``four rounds``);
    `aside` that what its sentence tells of came about beside it; `body` is the word for the body that meets (``commission``);
    `only` are the codes of the
    sides, where they are fewer than those of the mentions;
    `apart` tells that it came about beside what was told before (``On the sidelines, …``); `own_when` and `own_place` that
    its date and place are tied to the word itself. `kind_at` is the token that tells its kind, if another one does; `rule` is
    the one that found it; `decided` the one that found its status, with the number of the clause whose verb it looked at.
    """

    token: int
    sentence: int
    kind: MeetingKind
    status: MeetingStatus
    evidence: tuple[int, int]
    sides: list[Presence]
    others: list[Presence] = attrs.field(factory=list)
    when: When | None = None
    place: int | None = None
    format: MeetingFormat | None = None
    ordinal: str = ""
    strong: bool = True
    definite: bool = False
    counted: bool = False
    aside: bool = False
    body: str = ""
    only: frozenset[str] = frozenset()
    apart: bool = False
    own_when: bool = False
    own_place: bool = False
    mutual: bool = False
    hosts: frozenset[str] = frozenset()
    in_title: bool = False
    clause: int | None = None
    shift: int | None = None
    kind_at: int | None = None
    rule: Rule
    decided: tuple[Rule, int | None]


@attrs.define(slots=True, kw_only=True, eq=False)
class Context:
    """The results of the steps before, with what every rule asks for: `home` is the innermost clause of each token (-1
    for none), `titles` the sentences of titles, `inner` the mentions that stand inside the role of another, `role_tokens`
    the tokens of roles, `times_in` the dates of each sentence; `today` is the day of publication, `here` the place of
    the dateline; `shifts` are the times that only tell how far they are from another. `subjects` keeps the actors that
    are the subject of a clause, `places_in` the places of a sentence, once they have been asked for."""

    document: Document
    tokens: Tokens
    phrases: Phrases
    cast: Cast
    clauses: Sequence[Clause]
    times: Sequence[Time]
    lexicon: Lexicon
    home: list[int]
    titles: frozenset[int]
    inner: frozenset[int]
    role_tokens: frozenset[int]
    times_in: dict[int, list[Time]]
    today: date | None
    here: Place | None
    shifts: Sequence[Shift] = ()
    subjects: dict[int, list[int]] = attrs.field(factory=dict)
    places_in: dict[int, list[int]] = attrs.field(factory=dict)
    kept: dict[str, Any] = attrs.field(factory=dict, init=False, repr=False, eq=False)

    @once
    def office_holders(self) -> frozenset[str]:
        """The names of the people of whom the text tells a post."""
        classes = self.lexicon.people.classes
        return frozenset(
            one.person.name
            for one in self.cast.mentions
            if one.person is not None
            and one.role is not None
            and any(classes.get(word, 0) & POST for word in one.role.text.lower().split())
        )

    def clauses_from(self, sentence: int) -> Sequence[Clause]:
        """The first clauses of a sentence."""
        begin = bisect.bisect_left(self.clauses, sentence, key=lambda one: one.sentence)
        return [one for one in self.clauses[begin : begin + FEW] if one.sentence == sentence]

    def mention(self, number: int) -> Mention:
        """The mention with this number."""
        return self.cast.mentions[number]

    def place_of(self, number: int) -> Place | None:
        """The place that a mention names, or that of the dateline."""
        return self.here if number == HERE else self.cast.mentions[number].place

    def actors(self, first: int, last: int) -> list[int]:
        """The mentions from `first` to `last` who can take part in an encounter; those inside roles are left out."""
        return [
            number
            for number in self.cast.between(first, last)
            if number not in self.inner and is_actor(self.cast.mentions[number])
        ]


ASIDE_OF_DAY = (["in", "the"], ["that", "day"], ["that", "evening"])


def stands_apart(context: Context, token: int) -> bool:
    """Whether the sentence sets what it tells of apart from what was told before: ``In the margins of the Council, she met``."""
    begin, end = context.tokens.sentences[context.tokens.sentence_of[token]]
    lowers = context.tokens.lowers
    opening = lowers[begin : min(end, begin + OPENING)]
    if lowers[token - 1] in ("later", "separately", "subsequently", "also") and context.tokens.tags[token] == "VBD":
        return True  # "The president later received him"
    if opening[:1] == ["separately"] or (opening[:1] in (["earlier"], ["later"]) and opening[1:3] in ASIDE_OF_DAY):
        return True
    return opening[:1] in (["in"], ["on"]) and not MARGINS.isdisjoint(opening)


def is_pair(mention: Mention) -> bool:
    """Whether a mention is of two sides that it leaves open: ``the two presidents``, ``both delegations``."""
    words = mention.name.lower().split()[:3]
    return mention.plural and ("two" in words or "both" in words)


def is_actor(mention: Mention) -> bool:
    """Whether a mention can be a side: a person, or whoever belongs to a party."""
    if mention.kind in (PERSON, OFFICE):
        return True
    if mention.kind in (PARTY, GROUP, SOURCE):
        return bool(mention.parties) or mention.pronoun or is_pair(mention)
    return bool(mention.parties)


def look_at(
    document: Document,
    tokens: Tokens,
    phrases: Phrases,
    cast: Cast,
    clauses: Sequence[Clause],
    times: Sequence[Time],
    lexicon: Lexicon,
    today: date | None,
    shifts: Sequence[Shift] = (),
) -> Context:
    """Gather what the rules look at."""
    dates: dict[int, list[Time]] = {}
    for time in times:
        dates.setdefault(tokens.sentence_of[time.first], []).append(time)
    inner, role_tokens = _inside_roles(tokens, cast)
    heads = frozenset(
        number
        for number, paragraph in enumerate(document.sentence_paragraphs)
        if document.paragraphs[paragraph].kind in (TITLE, SUBHEAD)
    )
    return Context(
        document=document,
        tokens=tokens,
        phrases=phrases,
        cast=cast,
        clauses=clauses,
        times=times,
        lexicon=lexicon,
        home=_homes(len(tokens.words), clauses),
        titles=heads,
        inner=inner,
        role_tokens=role_tokens,
        times_in=dates,
        today=today,
        shifts=shifts,
        here=None if document.dateline is None else next(iter(document.dateline.places), None),
    )


def _homes(count: int, clauses: Sequence[Clause]) -> list[int]:
    """The innermost clause of each token: the last one begun that is not yet ended."""
    homes = [-1] * count
    for clause in sorted(clauses, key=attrgetter("first")):  # whatever begins later covers what it lies in
        first, last = clause.first, clause.last
        homes[first:last] = [clause.number] * (last - first)
    return homes


def _inside_roles(tokens: Tokens, cast: Cast) -> tuple[frozenset[int], frozenset[int]]:
    """The mentions that stand inside the role of another (``an envoy of President Vladimir Putin``), and the roles' tokens."""
    starts = tokens.starts
    roles = sorted({(m.role.start, m.role.end) for m in cast.mentions if m.role is not None})
    covered: set[int] = set()
    for start, end in roles:
        first = bisect.bisect_left(starts, start)
        covered.update(range(first, bisect.bisect_left(starts, end, lo=first)))
    inside = {
        number
        for number, mention in enumerate(cast.mentions)
        if mention.first in covered and not _has_role_at(tokens, mention)
    }
    return frozenset(inside), frozenset(covered)


def _has_role_at(tokens: Tokens, mention: Mention) -> bool:
    """Whether the mention itself holds its role: ``the Omani foreign minister``."""
    role = mention.role
    return role is not None and role.start < tokens.ends[mention.last - 1] and tokens.starts[mention.first] < role.end
