"""Who came on whose behalf: encounters -> meetings with their delegations.

The people of each side make its delegation. Sentences of their own add to it: who leads it, whom it includes, who joins,
who stays away.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

import attrs

from diplomod.lexicon import Lexicon
from diplomod.model import Attendance, Delegate, Delegation, Meeting, MeetingKind, MeetingStatus, Party, Person, Span
from diplomod.reading.parts import (
    Cast,
    Clause,
    Encounter,
    Form,
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

Range = tuple[int, int]

MAYBE = frozenset("may might could".split())
PLANS = frozenset("expect set schedule due plan slate agree intend".split())
HEADS = frozenset(
    "president premier king queen emir sultan chancellor prime leader chairman taoiseach pope prince monarch".split()
)
JOINS = frozenset("join attend participate".split())
STAYS_AWAY = frozenset("skip boycott miss".split())
PAST = frozenset((MeetingStatus.HELD, MeetingStatus.ONGOING))
REACH = 40
COUNTED = frozenset("member person strong".split())
NEAR = 4  # sentences
GROUPS = frozenset((MentionKind.GROUP, MentionKind.PARTY))


@attrs.frozen(slots=True, kw_only=True)
class _Note:
    """What a sentence tells of a delegation: who is in it, in what way, for whom (None where only the person tells)."""

    token: int
    people: tuple[int, ...]
    party: Party | None
    attendance: Attendance
    tense: Tense
    leads: bool
    evidence: tuple[int, int]
    rule: Rule


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
    notes = [*_notes(tokens, phrases, cast, clauses, lexicon)]
    taken: dict[int, list[_Note]] = {}
    for note in notes:
        for number in _meant(tokens, cast, encounters, note):
            taken.setdefault(number, []).append(note)
    sizes = _sizes(tokens, cast)
    meetings = tuple(
        _meeting(tokens, cast, encounter, taken.get(number, []), sizes) for number, encounter in enumerate(encounters)
    )
    traces = tuple(
        attrs.evolve(
            encounter.trace,
            grounds=functools.partial(_grounds, tokens, cast, encounter, meeting, taken.get(number, [])),
        )
        for number, (encounter, meeting) in enumerate(zip(encounters, meetings, strict=True))
    )
    return meetings, traces


def _grounds(
    tokens: Tokens, cast: Cast, encounter: Encounter, meeting: Meeting, notes: Sequence[_Note]
) -> Iterator[Ground]:
    """The grounds of the meeting, and those of its delegations: what the encounter tells of each, and what the notes do."""
    yield from encounter.trace.grounds()
    told: dict[str, list[tuple[Rule, Range, _Note | None]]] = {}
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
    before = {person.name for person in encounter.meeting.people}
    for person in meeting.people:
        for rule, where, _ in told.get(person.name, ()) if person.name not in before else ():
            yield Ground(field="people", rule=rule, words=(where,), value=person.name)
    for delegation in meeting.delegations:
        yield from _grounds_of_side(tokens, delegation, told)


def _grounds_of_side(
    tokens: Tokens, delegation: Delegation, told: dict[str, list[tuple[Rule, Range, _Note | None]]]
) -> Iterator[Ground]:
    for member in delegation.members:
        name = member.person.name
        for rule, where, note in told.get(name, ()):
            verb = () if note is None else ((tokens.starts[note.token], tokens.ends[note.token]),)
            yield Ground(field="delegations.members", rule=rule, words=(where, *verb), value=name)
            present = f"{name} {member.attendance}"
            rule = rule if note is None else _attendance
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


def _notes(
    tokens: Tokens, phrases: Phrases, cast: Cast, clauses: Sequence[Clause], lexicon: Lexicon
) -> Iterator[_Note]:
    for clause in clauses:
        senses = clause.verb.senses
        if "lead" in senses:
            yield from _led(tokens, cast, clauses, clause)
        elif "include" in senses or "represent" in senses:
            yield from _included(tokens, cast, clauses, clause, lexicon)
        elif clause.verb.lemma.partition(" ")[0] in JOINS or clause.verb.lemma == "take part":
            yield from _joined(cast, clauses, clause, absent=False)
        elif clause.verb.lemma in STAYS_AWAY:
            yield from _joined(cast, clauses, clause, absent=True)
        elif "accompany" in senses:
            yield from _accompanied(tokens, cast, clauses, clause)


def _led(tokens: Tokens, cast: Cast, clauses: Sequence[Clause], clause: Clause) -> Iterator[_Note]:
    """``Russia’s delegation will be led by X``; ``X leads the Russian team``."""
    if clause.verb.passive or clause.verb.form is Form.PARTICIPLE:
        group = _groups(cast, clause.subject)
        people = _listed(tokens, cast, _past_by(tokens, clause), clause.last)
    else:
        group = [number for objects in clause.objects for number in _groups(cast, objects)]
        people = [number for number in clause.actors if cast.mentions[number].kind is MentionKind.PERSON]
    leaders = [number for number in people if cast.mentions[number].kind is MentionKind.PERSON][:1]
    if leaders and (group or cast.mentions[leaders[0]].parties):
        parties = [party for number in group for party in cast.mentions[number].parties]
        yield _note(_led, clauses, clause, leaders, parties[0] if len(parties) == 1 else None, leads=True)


def _included(
    tokens: Tokens, cast: Cast, clauses: Sequence[Clause], clause: Clause, lexicon: Lexicon
) -> Iterator[_Note]:
    """``The U.S. side, which included X and Y, …``."""
    if clause.subject is None:
        return
    words = tokens.lowers[clause.subject[0] : clause.subject[1]]
    if not any("delegation" in lexicon.nouns.senses(word) for word in words):
        return
    parties = [party for number in _groups(cast, clause.subject) for party in cast.mentions[number].parties]
    people = [
        number
        for number in _listed(tokens, cast, clause.verb.last, clause.last)
        if cast.mentions[number].kind is MentionKind.PERSON
    ]
    if people:
        yield _note(_included, clauses, clause, people, parties[0] if len(parties) == 1 else None)


def _joined(cast: Cast, clauses: Sequence[Clause], clause: Clause, *, absent: bool) -> Iterator[_Note]:
    """``he may also participate``, ``Burns joined them on Tuesday``, ``the minister will not attend``."""
    actors = clause.actors
    above = clause
    while not actors and above.governor is not None and above.verb.form is not Form.FINITE:
        above = clauses[above.governor]
        actors = above.actors
    people = [number for number in actors if cast.mentions[number].person is not None]
    if people:
        note = _note(_joined, clauses, clause, people, None)
        yield attrs.evolve(note, attendance=Attendance.ABSENT) if absent else note


def _accompanied(tokens: Tokens, cast: Cast, clauses: Sequence[Clause], clause: Clause) -> Iterator[_Note]:
    """``The president, accompanied by X and Y, …``."""
    if clause.verb.passive or clause.verb.form is Form.PARTICIPLE:
        people = _listed(tokens, cast, _past_by(tokens, clause), clause.last)
    else:
        people = list(clause.actors)
    people = [number for number in people if cast.mentions[number].kind is MentionKind.PERSON]
    if people:
        yield _note(_accompanied, clauses, clause, people, None)


def _note(
    rule: Rule,
    clauses: Sequence[Clause],
    clause: Clause,
    people: Sequence[int],
    party: Party | None,
    *,
    leads: bool = False,
) -> _Note:
    finite = clause
    while finite.verb.form is not Form.FINITE and finite.governor is not None:
        finite = clauses[finite.governor]
    return _Note(
        token=clause.verb.head,
        people=tuple(people),
        party=party,
        attendance=_attendance(clauses, clause),
        tense=finite.verb.tense,
        leads=leads,
        evidence=(clause.first, clause.last),
        rule=rule,
    )


def _attendance(clauses: Sequence[Clause], clause: Clause) -> Attendance:
    """Whether those of a clause are there, by its verb and those above it."""
    for _ in range(6):
        verb = clause.verb
        if verb.negated:
            return Attendance.ABSENT
        if verb.modal in MAYBE:
            return Attendance.POSSIBLE
        if verb.lemma in PLANS or (verb.form is Form.FINITE and verb.tense is Tense.FUTURE):
            return Attendance.EXPECTED
        if verb.form is Form.FINITE or clause.governor is None:
            break
        clause = clauses[clause.governor]
    return Attendance.ATTENDED


def _groups(cast: Cast, where: tuple[int, int] | None) -> list[int]:
    if where is None:
        return []
    return [number for number in cast.between(*where) if cast.mentions[number].kind in GROUPS]


def _past_by(tokens: Tokens, clause: Clause) -> int:
    """The token behind ``by``, or behind the verb where there is none."""
    for token in range(clause.verb.last, min(clause.last, clause.verb.last + 4)):
        if tokens.lowers[token] == "by":
            return token + 1
    return clause.verb.last


def _listed(tokens: Tokens, cast: Cast, first: int, last: int) -> list[int]:
    """The people of a list; it ends where another verb comes."""
    found: list[int] = []
    for number in cast.between(first, min(last, first + REACH)):
        mention = cast.mentions[number]
        if found and any(tag[:2] == "VB" or tag == "MD" for tag in tokens.tags[_end(cast, found[-1]) : mention.first]):
            break
        if not _is_role_of(cast, number):
            found.append(number)
    return found


def _is_role_of(cast: Cast, number: int) -> bool:
    """Whether a mention stands in the role of the next or the one before: ``Mossad`` of ``Mossad chief David Barnea``."""
    mention = cast.mentions[number]
    for other in cast.mentions[max(0, number - 3) : number + 3]:
        if other is not mention and other.role is not None and mention.kind is not MentionKind.PERSON:
            return other.first >= mention.last and other.first - mention.last < 6
    return False


def _end(cast: Cast, number: int) -> int:
    return cast.mentions[number].last


def _meant(tokens: Tokens, cast: Cast, encounters: Sequence[Encounter], note: _Note) -> list[int]:
    """The numbers of the encounters that a note is about: of that party, of that tense, the nearest told before."""
    codes = {note.party.code} if note.party is not None else set()
    for number in note.people:
        codes |= {party.code for party in cast.mentions[number].parties} if not codes else set()
    fitting = [
        i
        for i, encounter in enumerate(encounters)
        if (codes & {party.code for party in encounter.meeting.parties}) or _speaks_of(tokens, cast, encounter, note)
    ]
    fitting = [i for i in fitting if encounters[i].meeting.status is not MeetingStatus.RULED_OUT]
    if note.leads and note.tense is Tense.PRESENT and note.attendance is Attendance.ATTENDED:
        held = [i for i in fitting if encounters[i].meeting.status in PAST]
        if held:
            return held
    if note.attendance in (Attendance.EXPECTED, Attendance.POSSIBLE, Attendance.ABSENT):
        fitting = [i for i in fitting if encounters[i].meeting.status not in PAST] or (
            fitting if note.attendance is Attendance.ABSENT else []
        )
    elif note.tense is Tense.PAST:
        fitting = [i for i in fitting if encounters[i].meeting.status in PAST]
    before = [i for i in fitting if encounters[i].tokens[0] <= note.token]
    if before:
        return [max(before, key=lambda i: max(t for t in encounters[i].tokens if t <= note.token))]
    same = [i for i in fitting if tokens.sentence_of[encounters[i].tokens[0]] == tokens.sentence_of[note.token]]
    return same[:1] or fitting[:1]


def _speaks_of(tokens: Tokens, cast: Cast, encounter: Encounter, note: _Note) -> bool:
    """Whether the note stands in a sentence that tells of the encounter; of people without a party, also soon after."""
    here = tokens.sentence_of[note.token]
    reach = 0 if _has_party(cast, note) else NEAR
    return any(0 <= here - tokens.sentence_of[token] <= reach for token in encounter.tokens)


def _has_party(cast: Cast, note: _Note) -> bool:
    return note.party is not None or any(cast.mentions[number].parties for number in note.people)


def _meeting(
    tokens: Tokens, cast: Cast, encounter: Encounter, notes: Sequence[_Note], sizes: dict[str, int]
) -> Meeting:
    meeting = encounter.meeting
    sides: dict[str, _Side] = {}
    people = {person.name: person for person in meeting.people}
    for presence in (*encounter.presences, *encounter.others):
        _count_in(tokens, cast, sides, encounter, presence, None)
    for note in notes:
        for number in note.people:
            presence = Presence(mention=number, attendance=note.attendance)
            mention = cast.mentions[number]
            if mention.person is None:
                continue
            side = _count_in(tokens, cast, sides, encounter, presence, note.party)
            if note.attendance is not Attendance.ABSENT:
                people.setdefault(mention.person.name, _person(tokens, mention))
            if side is not None:
                side.evidence.append(_words(tokens, note.evidence))
                if note.leads:
                    side.head = mention.person.name
                else:
                    side.joined.add(mention.person.name)
    if meeting.kind is MeetingKind.BRIEFING:
        sides.clear()
    for code, side in sides.items():
        side.size = sizes.get(code)
    delegations = [_delegation(side) for side in sides.values() if side.members]
    delegations.sort(key=lambda delegation: delegation.party.code)
    return attrs.evolve(meeting, delegations=tuple(delegations), people=tuple(people.values()))


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
    assert mention.person is not None
    name = mention.person.name
    roles = [m.role for m in cast.mentions if m.role is not None and m.person is not None and m.person.name == name]
    return max(roles, key=lambda role: len(role.text), default=None)


def _of_group(tokens: Tokens, cast: Cast, encounter: Encounter, presence: Presence) -> Party | None:
    """The party of the group that a person is named in: ``U.S. representatives including X and Y``."""
    mention = cast.mentions[presence.mention]
    begin = tokens.sentences[tokens.sentence_of[mention.first]][0]
    for number in reversed(cast.between(max(begin, mention.first - REACH), mention.first)):
        other = cast.mentions[number]
        if other.kind in (MentionKind.GROUP, MentionKind.SOURCE) and len(other.parties) == 1:
            between = tokens.lowers[other.last : mention.first]
            return other.parties[0] if "including" in between or "led" in between or "include" in between else None
    return None


def _sizes(tokens: Tokens, cast: Cast) -> dict[str, int]:
    """How many a delegation has, by party, where the text counts: ``a 12-member Norwegian delegation``."""
    sizes: dict[str, int] = {}
    for mention in cast.mentions:
        if mention.kind in GROUPS and len(mention.parties) == 1:
            for word in tokens.lowers[mention.first : mention.last]:
                number, _, what = word.partition("-")
                if what in COUNTED and number.isdecimal() and 0 < int(number) < 1000:
                    sizes.setdefault(mention.parties[0].code, int(number))
    return sizes


def _delegation(side: _Side) -> Delegation:
    members = tuple(side.members.values())
    present = sum(member.attendance is not Attendance.ABSENT for member in members)
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
    present = [member for member in members if member.attendance is not Attendance.ABSENT]
    if len(present) == 1 and present[0].person.name not in side.joined:
        return present[0].person.name
    high = [m.person.name for m in present if m.role is not None and HEADS & set(_post(m.role.text))]
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
