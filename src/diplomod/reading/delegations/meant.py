"""Which encounter a note about a delegation means."""

from __future__ import annotations

from collections.abc import Sequence

from diplomod.model import Attendance, MeetingKind, MeetingStatus
from diplomod.reading.delegations.notes import Note
from diplomod.reading.parts import Cast, Encounter, Tense, Tokens

PAST = frozenset((MeetingStatus.HELD, MeetingStatus.ONGOING))
NEAR = 4  # sentences
SITTINGS = frozenset((MeetingKind.TALKS, MeetingKind.MEETING, MeetingKind.SUMMIT, MeetingKind.CONFERENCE))


def meant_by(tokens: Tokens, cast: Cast, encounters: Sequence[Encounter], note: Note) -> list[int]:
    """The numbers of the encounters that a note is about: of that party, of that tense, the nearest told before."""
    codes = {note.party.code} if note.party is not None else set()
    for number in note.people:
        codes |= {party.code for party in cast.mentions[number].parties} if not codes else set()
    fitting = [
        i
        for i, encounter in enumerate(encounters)
        if (codes & {party.code for party in encounter.meeting.parties}) or _speaks_of(tokens, cast, encounter, note)
    ]
    if not fitting and note.comes:
        fitting = [i for i, encounter in enumerate(encounters) if _is_near(tokens, encounter, note, NEAR)]
    fitting = [i for i in fitting if encounters[i].meeting.status is not MeetingStatus.RULED_OUT]
    if note.by_post and note.between:
        return _talks_between(cast, encounters, note)
    if note.by_post:
        return _talks_of(tokens, encounters, note, fitting)
    if note.leads and note.tense is Tense.PRESENT and note.attendance is Attendance.ATTENDED:
        held = [i for i in fitting if encounters[i].meeting.status in PAST]
        if held:
            here = [
                i
                for i in held
                if tokens.sentence_of[note.token] in {tokens.sentence_of[t] for t in encounters[i].tokens}
            ]
            going = [i for i in held if encounters[i].meeting.status is MeetingStatus.ONGOING]
            if not note.beside:
                return going or held
            if here:
                return here
    if note.attendance in (Attendance.EXPECTED, Attendance.POSSIBLE, Attendance.ABSENT):
        fitting = [i for i in fitting if encounters[i].meeting.status not in PAST] or (
            fitting if note.attendance is Attendance.ABSENT or note.beside else []
        )
    elif note.tense is Tense.PAST:
        fitting = [i for i in fitting if encounters[i].meeting.status in PAST]
    before = [i for i in fitting if encounters[i].tokens[0] <= note.token]
    if before:
        last = max(before, key=lambda i: max(t for t in encounters[i].tokens if t <= note.token))
        return [_newer(tokens, encounters, note, before, last) if note.leads and note.tense is Tense.PAST else last]
    same = [i for i in fitting if tokens.sentence_of[encounters[i].tokens[0]] == tokens.sentence_of[note.token]]
    return same[:1] or fitting[:1]


def _newer(tokens: Tokens, encounters: Sequence[Encounter], note: Note, before: list[int], last: int) -> int:
    """The encounter told before, or the news that it is told beside: ``The round ended today. It followed one in May. Chad’s team
    was led by Abakar``."""
    when = encounters[last].meeting.when
    here = tokens.sentence_of[note.token]
    if when is None or when.latest is None or any(tokens.sentence_of[t] == here for t in encounters[last].tokens):
        return last
    best, latest = last, when.latest
    for i in before:
        other = encounters[i].meeting.when
        near = any(0 <= here - tokens.sentence_of[token] <= NEAR for token in encounters[i].tokens)
        if near and other is not None and other.latest is not None and other.latest > latest:
            best, latest = i, other.latest
    return best


def _talks_of(tokens: Tokens, encounters: Sequence[Encounter], note: Note, fitting: Sequence[int]) -> list[int]:
    """The talks that a negotiator sits in: those told last before he is named that are no call, held ones first."""
    fitting = [i for i in fitting if encounters[i].meeting.kind in SITTINGS and encounters[i].meeting.when is not None]
    going = [i for i in fitting if encounters[i].meeting.status in PAST] or [
        i for i in fitting if encounters[i].meeting.status is MeetingStatus.PLANNED
    ]
    return going[:1]


def _talks_between(cast: Cast, encounters: Sequence[Encounter], note: Note) -> list[int]:
    """The first talks of two sides or more that a mediator sits in; none where he is told as one of those who meet."""
    names = {cast.mentions[number].name for number in note.people}
    for encounter in encounters:
        if any(cast.mentions[presence.mention].name in names for presence in encounter.presences):
            return []
    codes = {party.code for number in note.people for party in cast.mentions[number].parties}
    return next(
        (
            [i]
            for i, one in enumerate(encounters)
            if one.meeting.kind in SITTINGS
            and one.meeting.status in PAST
            and len(one.meeting.parties) > 1
            and codes.isdisjoint(party.code for party in one.meeting.parties)
        ),
        [],
    )


def _speaks_of(tokens: Tokens, cast: Cast, encounter: Encounter, note: Note) -> bool:
    """Whether the note stands in a sentence that tells of the encounter; of people without a party, also soon after."""
    return _is_near(tokens, encounter, note, NEAR if note.guests or note.sides or not _has_party(cast, note) else 0)


def _is_near(tokens: Tokens, encounter: Encounter, note: Note, reach: int) -> bool:
    """Whether the note stands in a sentence of the encounter, or at most so many behind one."""
    here = tokens.sentence_of[note.token]
    return any(0 <= here - tokens.sentence_of[token] <= reach for token in encounter.tokens)


def _has_party(cast: Cast, note: Note) -> bool:
    return note.party is not None or any(cast.mentions[number].parties for number in note.people)
