"""The encounters of a text by party and by sentence, so that a note asks for a few of them and not for all in turn."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum

import attrs

from diplomod.model import MeetingStatus
from diplomod.reading.parts import Cast, Encounter, Tokens


class Standing(StrEnum):
    """Whether an encounter took place or goes on, may still come, or is ruled out."""

    PAST = "past"
    AHEAD = "ahead"
    OFF = "off"


def standing_of(encounter: Encounter) -> Standing:
    """How an encounter stands by its status."""
    match encounter.meeting.status:
        case MeetingStatus.HELD | MeetingStatus.ONGOING:
            return Standing.PAST
        case MeetingStatus.RULED_OUT:
            return Standing.OFF
        case _:
            return Standing.AHEAD


class Register:
    """The encounters of a text: `of_party` has their numbers and `tellings` the places where they are told, each with the
    number below zero, both by the code of a party and how it stands, in order; `in_sentence` has those told in each, `names` whom
    all of them have as a side."""

    def __init__(self, tokens: Tokens, cast: Cast, encounters: Sequence[Encounter]) -> None:
        """Enter every encounter once."""
        self.tokens = tokens
        self.encounters = encounters
        self.standings = [standing_of(encounter) for encounter in encounters]
        self.of_party: dict[tuple[str, Standing], list[int]] = defaultdict(list)
        self.tellings: dict[tuple[str, Standing], list[tuple[int, int]]] = defaultdict(list)
        self.in_sentence: dict[int, list[int]] = defaultdict(list)
        self.names: set[str] = set()
        for number, encounter in enumerate(encounters):
            for code in {party.code for party in encounter.meeting.parties}:
                key = code, self.standings[number]
                self.of_party[key].append(number)
                self.tellings[key].extend((token, -number) for token in encounter.tokens)
            for sentence in {tokens.sentence_of[token] for token in encounter.tokens}:
                self.in_sentence[sentence].append(number)
            self.names.update(cast.mentions[presence.mention].name for presence in encounter.presences)
        for told in self.tellings.values():
            told.sort()

    def near(self, token: int, reach: int) -> frozenset[int]:
        """The encounters told in the sentence of a token or at most so many before it."""
        here = self.tokens.sentence_of[token]
        return frozenset(n for one in range(here - reach, here + 1) for n in self.in_sentence.get(one, ()))


@attrs.frozen(kw_only=True)
class Fitting:
    """Of the encounters in a register those of a party of `codes` and those of `near`, as far as they stand as told."""

    register: Register
    codes: frozenset[str]
    near: frozenset[int]
    standings: frozenset[Standing] = frozenset(Standing)

    def only(self, *standings: Standing) -> Fitting:
        """Those among them that stand in one of these ways."""
        return attrs.evolve(self, standings=self.standings.intersection(standings))

    def __bool__(self) -> bool:
        """Whether there is any."""
        return next(self.numbers(), None) is not None

    def __contains__(self, number: int) -> bool:
        """Whether an encounter is one of them."""
        register = self.register
        parties = register.encounters[number].meeting.parties
        known = number in self.near or any(party.code in self.codes for party in parties)
        return known and register.standings[number] in self.standings

    def numbers(self) -> Iterator[int]:
        """Their numbers in order, each once."""
        last = -1
        for number in heapq.merge(*(self.register.of_party.get(key, ()) for key in self._keys()), sorted(self._near())):
            if number != last:
                last = number
                yield number

    def last(self, token: int) -> int | None:
        """The one told last up to a token; None if none is told before it."""
        told = [places[at - 1] for places, at in self._up_to(token) if at]
        for number in self._near():
            places = self.register.encounters[number].tokens
            at = bisect_right(places, token)
            if at:
                told.append((places[at - 1], -number))
        return -max(told)[1] if told else None

    def _up_to(self, token: int) -> Iterator[tuple[list[tuple[int, int]], int]]:
        """For each party and standing the places where encounters are told, and how many of them stand up to a token."""
        for key in self._keys():
            places = self.register.tellings.get(key)
            if places:
                yield places, bisect_right(places, (token, 1))

    def _keys(self) -> Iterator[tuple[str, Standing]]:
        return ((code, standing) for code in self.codes for standing in self.standings)

    def _near(self) -> Iterator[int]:
        return (number for number in self.near if self.register.standings[number] in self.standings)
