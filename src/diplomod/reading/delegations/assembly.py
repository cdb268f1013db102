"""The people of each side make its delegation; notes add to it: who leads it, whom it includes, who joins, who stays away."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

import attrs

from diplomod.lexicon import Lexicon
from diplomod.model import (
    Attendance,
    Delegate,
    Delegation,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Party,
    PartyKind,
    Person,
    Span,
)
from diplomod.reading.delegations.bearers import find_bearers
from diplomod.reading.delegations.guests import find_guests
from diplomod.reading.delegations.meant import meant_by
from diplomod.reading.delegations.notes import Note, attendance_of, find_notes
from diplomod.reading.delegations.opposite import find_opposite
from diplomod.reading.delegations.register import Register
from diplomod.reading.parts import (
    Cast,
    Clause,
    Encounter,
    Ground,
    Mention,
    MentionKind,
    Phrases,
    Presence,
    Rule,
    Tense,
    Tokens,
    Trace,
)

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
GROUP, SOURCE = MentionKind.GROUP, MentionKind.SOURCE
BRIEFING = MeetingKind.BRIEFING
OFF = frozenset((MeetingStatus.RULED_OUT, MeetingStatus.CANCELLED))
ABSENT = Attendance.ABSENT

Range = tuple[int, int]

HEADS = frozenset(
    "president premier king queen emir sultan chancellor prime leader chairman taoiseach pope prince monarch".split()
)
REACH = 40
EXPECTED_AT = {
    MeetingStatus.PLANNED: Attendance.EXPECTED,
    MeetingStatus.POSTPONED: Attendance.EXPECTED,
    MeetingStatus.POSSIBLE: Attendance.POSSIBLE,
}
OWN = 12  # characters beside somebody in which the words for his own party stand
COUNTED = frozenset("member person strong".split())
GROUPS = frozenset((MentionKind.GROUP, MentionKind.PARTY))


@attrs.define(slots=True, kw_only=True, eq=False)
class _Side:
    """A delegation in the making."""

    party: Party
    members: dict[str, Delegate] = attrs.field(factory=dict)
    head: str | None = None
    evidence: list[Span] = attrs.field(factory=list)
    joined: set[str] = attrs.field(factory=set)
    size: int | None = None


def find_delegations(
    tokens: Tokens,
    phrases: Phrases,
    cast: Cast,
    clauses: Sequence[Clause],
    encounters: Sequence[Encounter],
    lexicon: Lexicon,
) -> tuple[tuple[Meeting, ...], tuple[Trace, ...]]:
    """The meetings of the encounters, with their delegations, and how each was read.

    ``The Norwegian team, led by Kari Vik, met the rebels`` gives one of Norway, with its head.
    """
    if not encounters:
        return (), ()
    notes = [
        *find_notes(tokens, phrases, cast, clauses, lexicon),
        *find_guests(tokens, phrases, cast, clauses, lexicon),
        *find_opposite(tokens, cast, clauses),
    ]
    taken: dict[int, list[Note]] = {}
    register = Register(tokens, cast, encounters)
    for note in notes:
        for number in meant_by(cast, register, note):
            taken.setdefault(number, []).append(note)
    for number, note in find_bearers(tokens, cast, encounters):
        taken.setdefault(number, []).append(note)
    sizes = _sizes(tokens, cast)
    meetings = tuple(
        _meeting(tokens, cast, encounter, taken.get(number, []), sizes) for number, encounter in enumerate(encounters)
    )
    traces = tuple(
        Trace(
            event=encounter.trace.event,
            signs=encounter.trace.signs,
            grounds=functools.partial(_grounds, tokens, cast, encounter, meeting, taken.get(number, [])),
        )
        for number, (encounter, meeting) in enumerate(zip(encounters, meetings, strict=True))
    )
    return meetings, traces


def _grounds(
    tokens: Tokens, cast: Cast, encounter: Encounter, meeting: Meeting, notes: Sequence[Note]
) -> Iterator[Ground]:
    """The grounds of the meeting, and those of its delegations: what the encounter tells of each, and what the notes do."""
    yield from encounter.trace.grounds()
    told: dict[str, list[tuple[Rule, Range, Note | None]]] = {}
    for presence in (*encounter.presences, *encounter.others):
        mention = cast.mentions[presence.mention]
        if mention.person is not None:
            where = tokens.starts[mention.first], tokens.ends[mention.last - 1]
            told.setdefault(mention.person.name, []).append((_count_in, where, None))
    for note in notes:
        for number in note.people:
            mention = cast.mentions[number]
            if mention.person is not None:
                where = tokens.starts[mention.first], tokens.ends[mention.last - 1]
                told.setdefault(mention.person.name, []).append((note.rule, where, note))
                yield from _of_observers(meeting, note, mention, where)
    before = {person.name for person in encounter.meeting.people}
    for person in meeting.people:
        for rule, where, _ in told.get(person.name, ()) if person.name not in before else ():
            yield Ground(field="people", rule=rule, words=(where,), value=person.name)
    for delegation in meeting.delegations:
        yield from _grounds_of_side(tokens, delegation, told)


def _of_observers(meeting: Meeting, note: Note, mention: Mention, where: Range) -> Iterator[Ground]:
    """Who only looks on, by whoever is told to."""
    looking = {party.code for party in meeting.observers} if note.observes else ()
    for party in mention.parties:
        if party.code in looking:
            yield Ground(field="observers", rule=note.rule, words=(where,), value=party.code)


def _grounds_of_side(
    tokens: Tokens, delegation: Delegation, told: dict[str, list[tuple[Rule, Range, Note | None]]]
) -> Iterator[Ground]:
    for member in delegation.members:
        name = member.person.name
        for rule, where, note in told.get(name, ()):
            verb = () if note is None else ((tokens.starts[note.token], tokens.ends[note.token]),)
            yield Ground(field="delegations.members", rule=rule, words=(where, *verb), value=name)
            present = f"{name} {member.attendance}"
            rule = rule if note is None else attendance_of
            yield Ground(field="delegations.members.attendance", rule=rule, words=verb or (where,), value=present)
        if member.role is not None:
            role = member.role.start, member.role.end
            yield Ground(field="delegations.members.role", rule=_role_elsewhere, words=(role,), value=name)
        if delegation.head == member.person:
            leading = [one for one in told.get(name, ()) if one[2] is not None and one[2].leads]
            for rule, where, _ in leading or [(_head, one[1], None) for one in told.get(name, ())[:1]]:
                yield Ground(field="delegations.head", rule=rule, words=(where,), value=name)
    if delegation.size is not None:
        shown = tuple((span.start, span.end) for span in delegation.evidence[:1])
        yield Ground(field="delegations.size", rule=_sizes, words=shown, value=delegation.party.code)


def _meeting(tokens: Tokens, cast: Cast, encounter: Encounter, notes: Sequence[Note], sizes: dict[str, int]) -> Meeting:
    meeting = encounter.meeting
    sides: dict[str, _Side] = {}
    people = {person.name: person for person in meeting.people}
    for presence in (*encounter.presences, *encounter.others):
        _count_in(tokens, cast, sides, encounter, presence, None)
    for note in notes:
        for number in note.people:
            now = note.attendance is Attendance.ATTENDED and note.tense is Tense.PRESENT  # "is led by"
            attendance = EXPECTED_AT.get(meeting.status, note.attendance) if note.by_post or now else note.attendance
            presence = Presence(number, attendance)
            mention = cast.mentions[number]
            if mention.person is None:
                continue
            party = _other_side(tokens, meeting, sides, mention) if note.opposite else note.party
            party = _in_its_place(cast, encounter, note.turn) if note.turn is not None else party
            side = _count_in(tokens, cast, sides, encounter, presence, party)
            if note.opposite and party is not None:
                for other in sides.values():
                    if other is not side:
                        other.members.pop(mention.person.name, None)
            if note.attendance is not ABSENT and mention.person.name not in people:
                people[mention.person.name] = _person(tokens, mention)
            if side is not None:
                side.evidence.append(_words(tokens, note.evidence))
                if note.sides or note.guests or note.bearer:
                    continue
                if note.leads:
                    side.head = mention.person.name
                else:
                    side.joined.add(mention.person.name)
    if meeting.kind is BRIEFING or meeting.status in OFF:
        sides.clear()
    for code, side in sides.items():
        side.size = sizes.get(code)
    delegations = [_delegation(side) for side in sides.values() if side.members]
    delegations.sort(key=lambda delegation: delegation.party.code)
    parties = _with_attending(cast, meeting, notes)
    return attrs.evolve(
        meeting,
        delegations=tuple(delegations),
        people=tuple(people.values()),
        parties=parties,
        observers=_observers(cast, meeting, notes, parties),
    )


def _observers(cast: Cast, meeting: Meeting, notes: Sequence[Note], parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties that only look on: ``The Union was represented by its commissioner as an observer``."""
    known = {party.code: party for party in meeting.observers}
    sitting = {party.code for party in (*parties, *meeting.mediators)}
    for note in notes:
        for party in cast.mentions[note.people[0]].parties if note.observes else ():
            if party.code not in sitting and (meeting.host is None or meeting.host.code != party.code):
                known.setdefault(party.code, party)
    return tuple(known[code] for code in sorted(known))


def _with_attending(cast: Cast, meeting: Meeting, notes: Sequence[Note]) -> tuple[Party, ...]:
    """The sides, with the states of those who attended: ``was attended by the presidents of Togo and Benin``."""
    known = {party.code: party for party in meeting.parties}
    for note in notes:
        for party in cast.mentions[note.people[0]].parties if note.sides else ():
            if party.kind is PartyKind.STATE:
                known.setdefault(party.code, party)
    return tuple(known[code] for code in sorted(known))


def _words(tokens: Tokens, evidence: tuple[int, int]) -> Span:
    first, last = evidence
    while last - 1 > first and tokens.tags[last - 1] in (",", ".", ":", "''", "``", "CC"):
        last -= 1
    return tokens.span(first, last)


def _person(tokens: Tokens, mention: Mention) -> Person:
    assert mention.person is not None
    return Person(name=mention.person.name, span=tokens.span(mention.first, mention.last))


def _count_in(
    tokens: Tokens,
    cast: Cast,
    sides: dict[str, _Side],
    encounter: Encounter,
    presence: Presence,
    party: Party | None,
) -> _Side | None:
    """Count a person into the delegation of his party; the group that he is named in tells it where nothing else does."""
    mention = cast.mentions[presence.mention]
    if mention.person is None:
        return None
    if party is None:
        own = list({party.code: party for party in mention.parties}.values())
        sitting = {side.code for side in encounter.meeting.parties}
        own = own if len(own) < 2 else [one for one in own if one.code in sitting]
        party = own[0] if len(own) == 1 else _of_group(tokens, cast, encounter, presence)
        party = party or _left_over(cast, encounter, presence)
    if party is None:
        return None
    side = sides.setdefault(party.code, _Side(party=party))
    known = side.members.get(mention.person.name)
    role = mention.role or _role_elsewhere(cast, mention)
    if known is None:
        side.members[mention.person.name] = Delegate(
            person=_person(tokens, mention), role=role, attendance=presence.attendance
        )
        side.evidence.append(tokens.span(mention.first, mention.last))
    return side


def _role_elsewhere(cast: Cast, mention: Mention) -> Span | None:
    """The role that stands at another mention of the same person, the longest."""
    return None if mention.person is None else cast.longest_role.get(mention.person.name)


def _of_group(tokens: Tokens, cast: Cast, encounter: Encounter, presence: Presence) -> Party | None:
    """The party of the group that a person is named in: ``U.S. representatives including X and Y``."""
    mention = cast.mentions[presence.mention]
    begin = tokens.sentences[tokens.sentence_of[mention.first]][0]
    for number in reversed(cast.between(max(begin, mention.first - REACH), mention.first)):
        other = cast.mentions[number]
        if other.kind in (GROUP, SOURCE) and len(other.parties) == 1:
            between = tokens.lowers[other.last : mention.first]
            return other.parties[0] if "including" in between or "led" in between or "include" in between else None
    return None


def _other_side(tokens: Tokens, meeting: Meeting, sides: dict[str, _Side], mention: Mention) -> Party | None:
    """The one of two sides of which nobody is named: ``Across the table is Rajiv Roy``; none where words beside him tell his."""
    role = mention.role or tokens.span(mention.first, mention.last)
    first = min(role.start, tokens.starts[mention.first]) - OWN
    last = max(role.end, tokens.ends[mention.last - 1]) + OWN
    if any(party.span is not None and first <= party.span.start <= last for party in mention.parties):
        return None
    left = [party for party in meeting.parties if party.code not in sides]
    return left[0] if len(left) == 1 and len(meeting.parties) == 2 else None


def _in_its_place(cast: Cast, encounter: Encounter, turn: tuple[int, int]) -> Party | None:
    """The side at a place in the order in which the text names them, if it names as many."""
    sitting = {party.code: party for party in encounter.meeting.parties}
    order: dict[str, None] = {}
    for presence in sorted(encounter.presences, key=lambda one: cast.mentions[one.mention].first):
        for party in cast.mentions[presence.mention].parties:
            if party.code in sitting:
                order.setdefault(party.code)
    place, count = turn
    return sitting[list(order)[place]] if len(order) == count else None


def _left_over(cast: Cast, encounter: Encounter, presence: Presence) -> Party | None:
    """The side that nobody else is of, where one person alone has no party: ``Vovk met the Polish premier in Kyiv``."""
    here = [cast.mentions[one.mention] for one in encounter.presences]
    loose = {one.name for one in here if one.person is not None and not one.parties}
    if loose != {cast.mentions[presence.mention].name}:
        return None
    taken = {party.code for one in here if one.person is not None or _is_of_one(one) for party in one.parties}
    left = [party for party in encounter.meeting.parties if party.code not in taken]
    return left[0] if len(left) == 1 and len(encounter.meeting.parties) > 1 else None


def _is_of_one(mention: Mention) -> bool:
    """Whether people of one side are told without a name: ``a delegation of the Fund``, ``the Omani minister``."""
    return mention.kind in (MentionKind.OFFICE, GROUP) and len(mention.parties) == 1


def _sizes(tokens: Tokens, cast: Cast) -> dict[str, int]:
    """How many a delegation has, by party, where the text counts: ``a 12-member Norwegian delegation``."""
    sizes: dict[str, int] = {}
    for mention in cast.mentions:
        if mention.kind in GROUPS and len(mention.parties) == 1:
            for word in tokens.lowers[mention.first : mention.last]:
                if "-" not in word:
                    continue
                number, _, what = word.partition("-")
                if what in COUNTED and number.isdecimal() and 0 < int(number) < 1000:
                    sizes.setdefault(mention.parties[0].code, int(number))
    return sizes


def _delegation(side: _Side) -> Delegation:
    members = tuple(side.members.values())
    present = sum(member.attendance is not ABSENT for member in members)
    return Delegation(
        size=side.size if side.size is not None and side.size >= max(1, present) else None,
        party=side.party,
        head=next((m.person for m in members if m.person.name == _head(side, members)), None),
        members=members,
        evidence=tuple({(span.start, span.end): span for span in side.evidence}.values()),
    )


def _head(side: _Side, members: Sequence[Delegate]) -> str | None:
    """The name of the one who leads: told so, or alone, or alone a head of state or government."""
    if side.head is not None:
        return side.head
    present = [member for member in members if member.attendance is not ABSENT]
    if len(present) == 1 and present[0].person.name not in side.joined:
        return present[0].person.name
    high = [m.person.name for m in present if m.role is not None and HEADS & set(_post(m.role.text))]
    if not high:  # "The envoy met him, accompanied by two aides"
        high = [member.person.name for member in present if member.person.name not in side.joined]
    return high[0] if len(high) == 1 else None


def _post(role: str) -> list[str]:
    """The words of a post up to what it is of: ``envoy`` of ``envoy of President V``, and no vice or deputy."""
    words = role.lower().replace("-", " ").split()
    for stop in ("of", "to", "for"):
        if stop in words:
            words = words[: words.index(stop)]
    return (
        []
        if {"vice", "deputy", "former", "spokesman", "adviser", "envoy", "aide", "minister"}
        & set(words) - ({"minister"} if "prime" in words else set())
        else words
    )
