"""Demands in the making, and the text as the search for them looks at it."""

from __future__ import annotations

import enum
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from typing import Any

import attrs

from diplomod.lexicon import Lexicon
from diplomod.lexicon.kept import once
from diplomod.model import Meeting, Party, Stance, Statement, When
from diplomod.reading.parts import Cast, Clause, Document, Mention, MentionKind, Phrases, Rule, Time, Tokens

Range = tuple[int, int]
OFTEN = 3  # mentions that make a party one of those whom a text is about


class Aim(enum.Enum):
    """How words speak of those of whom something is demanded."""

    OPEN = "open"  # by name, or not at all
    ANYBODY = "anybody"  # "the international community"
    SIDE = "side"  # "him", "the rebels": one side, the rest of the text tells which
    PAIR = "pair"  # "both parties"
    US = "us"  # those who tell of it


@attrs.define(slots=True, kw_only=True, eq=False)
class Draft:
    """A demand in the making: `content` in tokens, `by` and `to` as mentions; `token` is the word that shows it,
    `rule` the one that found it, `clause` the one that tells it. `told` are the addressees as parties, once that is
    settled, `guessed` where only what stands around tells them; `aim` tells how the words speak of them; `personal` marks
    what one named person asks of another, `weak` what is a demand only where two sides stand against each other, `answers`
    what only answers another, `slight` what is a demand only if somebody answers it; `again` are those that tell the same a
    second time, in the order of the text."""

    token: int
    sentence: int
    content: Range
    by: tuple[int, ...]
    to: tuple[int, ...]
    evidence: Range
    party: Party | None = None
    first_made: When | None = None
    reiterated: Range | None = None
    condition: Range | None = None
    deadline: When | None = None
    answer: tuple[tuple[int, ...], Stance, Range] | None = None
    told: tuple[Party, ...] = ()
    guessed: bool = False
    aim: Aim = Aim.OPEN
    personal: bool = False
    weak: bool = False
    clause: Clause | None = None
    answers: bool = False
    slight: bool = False
    again: list[Draft] = attrs.field(factory=list)
    rule: Rule

    def makers(self, view: View) -> set[str]:
        """The codes of those who make it."""
        return view.codes(self.by) | ({self.party.code} if self.party is not None else set())


def place_of(draft: Draft) -> int:
    """The token of the word that shows a demand."""
    return draft.token


@attrs.define(slots=True, kw_only=True, eq=False)
class View:
    """The results of the steps before; `children` are the clauses that hang on each, `spoken` the statement that each
    token stands in (the innermost, by number), or -1; `encounters` the two sides of each meeting that has two;
    `seats` the delegation of each person who is in one; `aside` those who only host, mediate or observe; `behind` keeps the
    words behind the verbs of clauses that have been asked for."""

    document: Document
    tokens: Tokens
    phrases: Phrases
    cast: Cast
    clauses: Sequence[Clause]
    times: Sequence[Time]
    statements: Sequence[Statement]
    lexicon: Lexicon
    children: dict[int, list[int]]
    spoken: list[int]
    encounters: list[tuple[Party, ...]] = attrs.field(factory=list)
    seats: dict[str, tuple[Party, ...]] = attrs.field(factory=dict)
    aside: frozenset[str] = frozenset()
    behind: dict[int, list[str]] = attrs.field(factory=dict)
    kept: dict[str, Any] = attrs.field(factory=dict, init=False, repr=False, eq=False)

    @once
    def camps(self) -> list[Party]:
        """The two parties that a text of two sides is about; none where there are no two."""
        return _camps(self.cast)

    @once
    def facing(self) -> dict[str, dict[str, Party]]:
        """Whom each party meets in the text, all by their codes."""
        others: dict[str, dict[str, Party]] = {}
        for parties in self.encounters:
            for one in parties:
                others.setdefault(one.code, {}).update(
                    {party.code: party for party in parties if party.code != one.code}
                )
        return others

    @once
    def doing(self) -> set[str]:
        """The codes of the parties that do or say something in the text, not only are told of."""
        return self.codes({number for clause in self.clauses for number in clause.actors})

    def mention(self, number: int) -> Mention:
        """The mention with this number."""
        return self.cast.mentions[number]

    def actors(self, first: int, last: int) -> tuple[int, ...]:
        """The mentions from `first` to `last` that can make or meet a demand."""
        return tuple(n for n in self.cast.between(first, last) if _acts(self.cast.mentions[n]))

    def parties(self, numbers: Sequence[int]) -> list[Party]:
        """The parties of mentions, each once, in order."""
        return list({party.code: party for n in numbers for party in self._sides(n)}.values())

    def codes(self, numbers: Iterable[int]) -> set[str]:
        """The codes of the parties of mentions."""
        return {party.code for n in numbers for party in self._sides(n)}

    def _sides(self, number: int) -> tuple[Party, ...]:
        """The parties of a mention; of a person whose party no words tell, that of the delegation he belongs to."""
        mention = self.cast.mentions[number]
        if mention.parties or mention.person is None or mention.pronoun:
            return mention.parties
        return self.seats.get(mention.person.name, ())

    def is_known(self, numbers: Iterable[int]) -> bool:
        """Whether mentions are somebody in particular, if only by a post or as a group, and be it of no party."""
        mentions = [self.cast.mentions[n] for n in numbers]
        return any(
            one.person is not None
            or bool(one.parties)
            or (one.kind in (MentionKind.GROUP, MentionKind.OFFICE) and not one.pronoun)
            for one in mentions
        )

    def time_at(self, token: int) -> Time | None:
        """The date expression that begins at a token."""
        number = bisect_left(self.times, token, key=lambda time: time.first)
        return self.times[number] if number < len(self.times) and self.times[number].first == token else None

    def end(self, clause: Clause) -> int:
        """The end of the sentence that a clause stands in."""
        return self.tokens.sentences[clause.sentence][1]

    def closed(self, first: int, last: int) -> Range:
        """The range with the mark that closes a quotation which it opens at its end (``free mothers “as a gesture”``)."""
        tags = self.tokens.tags
        if last < len(tags) and tags[last] == "''" and tags[first:last].count("``") > tags[first:last].count("''"):
            return first, last + 1
        return first, last

    def trimmed(self, first: int, last: int) -> Range:
        """The range without marks and loose words at its ends."""
        tags, lowers = self.tokens.tags, self.tokens.lowers
        while last - 1 > first and (
            tags[last - 1] in (",", ".", ":", "CC", "``") or lowers[last - 1] in ("as", "while", "that")
        ):
            last -= 1
        if last - 1 > first and tags[last - 1] == "''" and "``" not in tags[first:last]:
            last -= 1
            while last - 1 > first and tags[last - 1] in (",", "."):
                last -= 1
        while first < last - 1 and tags[first] in (",", ":", "``", "''"):
            first += 1
        return first, last


def _acts(mention: Mention) -> bool:
    if mention.kind is MentionKind.PERSON or mention.pronoun:
        return True
    return bool(mention.parties)


def look_at(
    document: Document,
    tokens: Tokens,
    phrases: Phrases,
    cast: Cast,
    clauses: Sequence[Clause],
    times: Sequence[Time],
    statements: Sequence[Statement],
    meetings: Sequence[Meeting],
    lexicon: Lexicon,
) -> View:
    """Gather what the rules look at."""
    children: dict[int, list[int]] = {}
    for clause in clauses:
        if clause.governor is not None:
            children.setdefault(clause.governor, []).append(clause.number)
    return View(
        document=document,
        tokens=tokens,
        phrases=phrases,
        cast=cast,
        clauses=clauses,
        times=times,
        statements=statements,
        lexicon=lexicon,
        children=children,
        spoken=_spoken(tokens, statements),
        encounters=[meeting.parties for meeting in meetings if len(meeting.parties) == 2],
        seats=_seats(meetings),
        aside=_aside(meetings),
    )


def _aside(meetings: Sequence[Meeting]) -> frozenset[str]:
    """The codes of those who host, mediate or observe meetings, and are no side in any."""
    around = {
        party.code
        for meeting in meetings
        for party in (*meeting.mediators, *meeting.observers, *((meeting.host,) if meeting.host is not None else ()))
    }
    return frozenset(around.difference(party.code for meeting in meetings for party in meeting.parties))


def _seats(meetings: Sequence[Meeting]) -> dict[str, tuple[Party, ...]]:
    """The party for which each person sits in delegations, where it is the same in all."""
    seats: dict[str, dict[str, Party]] = {}
    for meeting in meetings:
        for delegation in meeting.delegations:
            for delegate in delegation.members:
                seats.setdefault(delegate.person.name, {})[delegation.party.code] = delegation.party
    return {name: tuple(parties.values()) for name, parties in seats.items() if len(parties) == 1}


def _camps(cast: Cast) -> list[Party]:
    """The two parties that a text is about, if it is about two: those that its words tie to each other, else two that are named
    often, and all others much less."""
    if len(cast.sides) == 2:
        return list(cast.sides)
    return named_most(cast, frozenset())


def named_most(cast: Cast, without: Set[str]) -> list[Party]:
    """The two parties that are named often, and all others much less; those with codes in `without` don't count."""
    counts: Counter[str] = Counter()
    parties: dict[str, Party] = {}
    for mention in cast.mentions:
        if len(mention.parties) == 1 and mention.parties[0].code not in without:
            (party,) = mention.parties
            counts[party.code] += 1
            parties.setdefault(party.code, party)
    most = counts.most_common(3)
    if len(most) < 2 or most[1][1] < OFTEN or (len(most) > 2 and most[2][1] * 2 > most[1][1]):
        return []
    return [parties[code] for code, _ in most[:2]]


def _spoken(tokens: Tokens, statements: Sequence[Statement]) -> list[int]:
    """For each token the statement that it stands in; statements are in order, those within another come after it."""
    spoken = [-1] * len(tokens.words)
    for number, statement in enumerate(statements):
        first, last = (bisect_left(tokens.starts, at) for at in (statement.content.start, statement.content.end))
        spoken[first:last] = [number] * (last - first)
    return spoken
