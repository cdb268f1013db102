"""Who sits on the other side, and who leads which delegation: ``Across the table is Paz``, ``led by … respectively``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplomod.model import Attendance
from diplomod.reading.delegations.notes import Note, attendance_of
from diplomod.reading.parts import Cast, Clause, MentionKind, Tense, Tokens

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
PERSON = MentionKind.PERSON

OPENINGS = (
    ["across", "the"],
    ["across", "from"],
    ["on", "the"],
    ["facing", "them"],
    ["facing", "him"],
    ["facing", "her"],
)
OPPOSITE = frozenset("opposite across facing table".split())
RESPECTIVELY = frozenset(("respectively",))
COPULAS = frozenset("is was are were sat sits sit will".split())
REACH = 9  # tokens before the verb that tell where somebody sits
BEHIND = 12  # tokens behind the verb within which somebody is named
LIST = 60  # tokens that a list of leaders with their posts may take


def find_opposite(tokens: Tokens, cast: Cast, clauses: Sequence[Clause]) -> Iterator[Note]:
    """All notes of who sits opposite, and of leaders told in turn.

    ``The British team is led by Vik. Across the table is Rajiv Roy`` gives one of Roy, on the side that nobody else is of.
    """
    if not OPPOSITE.isdisjoint(tokens.vocabulary):
        yield from _across(tokens, cast)
    if not RESPECTIVELY.isdisjoint(tokens.vocabulary):
        for clause in clauses:
            if "lead" in clause.verb.senses and clause.verb.passive:
                yield from _in_turn(tokens, cast, clauses, clause)


def _across(tokens: Tokens, cast: Cast) -> Iterator[Note]:
    """``Across the table is Rajiv Roy``; ``Facing her was Luis Paz``; ``Sitting opposite him was Luis Paz``."""
    told = -1
    for at in tokens.places_of(OPPOSITE):
        begin, end = tokens.sentences[tokens.sentence_of[at]]
        opens = tokens.lowers[begin : begin + 2] in OPENINGS or tokens.lowers[begin] in (
            "sitting",
            "seated",
            "opposite",
        )
        verb = next((one for one in range(at + 1, min(end, begin + REACH)) if tokens.lowers[one] in COPULAS), None)
        if not opens or verb is None or verb == told:
            continue
        told = verb
        named = [n for n in cast.between(verb + 1, min(end, verb + BEHIND)) if cast.mentions[n].kind is PERSON]
        if named:
            last = cast.mentions[named[0]].last
            yield Note(
                token=verb,
                people=(named[0],),
                party=None,
                attendance=Attendance.ATTENDED,
                tense=Tense.PRESENT,
                evidence=(begin, last),
                rule=_across,
                guests=True,
                opposite=True,
            )


def _in_turn(tokens: Tokens, cast: Cast, clauses: Sequence[Clause], clause: Clause) -> Iterator[Note]:
    """``The delegations of Peru and Chile were led by Lima and Paz, respectively``: each has the leader at its place."""
    end = min(tokens.sentences[clause.sentence][1], clause.verb.last + LIST)
    words = tokens.lowers[clause.verb.first : end]
    if "respectively" not in words or clause.subject is None:
        return
    groups = [n for n in cast.between(*clause.subject) if len(cast.mentions[n].parties) > 1]
    people = [n for n in cast.between(clause.verb.last, end) if cast.mentions[n].kind is PERSON]
    parties = cast.mentions[groups[0]].parties if groups else ()
    told = len(parties) == len(people)  # else the encounter tells whose they are
    for place, number in enumerate(people) if told or groups or clause.actors else ():
        mention = cast.mentions[number]
        yield Note(
            token=clause.verb.head,
            people=(number,),
            party=parties[place] if told else None,
            turn=None if told else (place, len(people)),
            attendance=attendance_of(clauses, clause),
            tense=clause.verb.tense,
            leads=True,
            evidence=(mention.first, mention.last),
            rule=_in_turn,
        )
