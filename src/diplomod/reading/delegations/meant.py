"""Which encounter a note about a delegation means."""

from __future__ import annotations

from itertools import chain, islice

from diplomod.model import Attendance, MeetingKind, MeetingStatus
from diplomod.reading.delegations.notes import Note
from diplomod.reading.delegations.register import Fitting, Register, Standing
from diplomod.reading.parts import Cast, Tense

NEAR = 4  # sentences
SITTINGS = frozenset((MeetingKind.TALKS, MeetingKind.MEETING, MeetingKind.SUMMIT, MeetingKind.CONFERENCE))


def meant_by(cast: Cast, register: Register, note: Note) -> list[int]:
    """The numbers of the encounters that a note is about: of that party, of that tense, the nearest told before."""
    if note.by_post and note.between:
        return _talks_between(cast, register, note)
    fitting = _fitting(cast, register, note)
    if note.by_post:
        return _talks_of(register, fitting)
    tokens = register.tokens
    here = tokens.sentence_of[note.token]
    if note.leads and note.tense is Tense.PRESENT and note.attendance is Attendance.ATTENDED:
        past = fitting.only(Standing.PAST)
        if past and not note.beside:
            held = list(past.numbers())
            return [i for i in held if register.encounters[i].meeting.status is MeetingStatus.ONGOING] or held
        beside = [i for i in sorted(register.near(note.token, 0)) if i in past]
        if beside:
            return beside
    if note.attendance in (Attendance.EXPECTED, Attendance.POSSIBLE, Attendance.ABSENT):
        ahead = fitting.only(Standing.AHEAD)
        if ahead or not (note.attendance is Attendance.ABSENT or note.beside):
            fitting = ahead
    elif note.tense is Tense.PAST:
        fitting = fitting.only(Standing.PAST)
    last = fitting.last(note.token)
    if last is not None:
        return [_newer(register, note, fitting, last) if note.leads and note.tense is Tense.PAST else last]
    begun = (i for i in sorted(register.near(note.token, 0)) if i in fitting and _begins_in(register, i, here))
    return list(islice(chain(begun, fitting.numbers()), 1))


def _fitting(cast: Cast, register: Register, note: Note) -> Fitting:
    """The encounters of the note's party, or of its people's, and those that its sentence tells of; of people without a party
    also those told soon before. None that is ruled out."""
    codes = {note.party.code} if note.party is not None else set()
    for number in note.people:
        codes |= {party.code for party in cast.mentions[number].parties} if not codes else set()
    reach = NEAR if note.guests or note.sides or not _has_party(cast, note) else 0
    fitting = Fitting(register=register, codes=frozenset(codes), near=register.near(note.token, reach))
    if note.comes and not fitting:
        fitting = Fitting(register=register, codes=frozenset(), near=register.near(note.token, NEAR))
    return fitting.only(Standing.PAST, Standing.AHEAD)


def _begins_in(register: Register, number: int, sentence: int) -> bool:
    return register.tokens.sentence_of[register.encounters[number].tokens[0]] == sentence


def _newer(register: Register, note: Note, fitting: Fitting, last: int) -> int:
    """The encounter told before, or the news that it is told beside: ``The round ended today. It followed one in May. Chad’s team
    was led by Abakar``."""
    when = register.encounters[last].meeting.when
    if when is None or when.latest is None or last in register.near(note.token, 0):
        return last
    best, latest = last, when.latest
    for i in sorted(register.near(note.token, NEAR)):
        other = register.encounters[i].meeting.when
        told = i in fitting and register.encounters[i].tokens[0] <= note.token
        if told and other is not None and other.latest is not None and other.latest > latest:
            best, latest = i, other.latest
    return best


def _talks_of(register: Register, fitting: Fitting) -> list[int]:
    """The talks that a negotiator sits in: those told last before he is named that are no call, held ones first."""
    planned = -1
    for number in fitting.numbers():
        meeting = register.encounters[number].meeting
        if meeting.kind not in SITTINGS or meeting.when is None:
            continue
        if register.standings[number] is Standing.PAST:
            return [number]
        if planned < 0 and meeting.status is MeetingStatus.PLANNED:
            planned = number
    return [planned] if planned >= 0 else []


def _talks_between(cast: Cast, register: Register, note: Note) -> list[int]:
    """The first talks of two sides or more that a mediator sits in; none where he is told as one of those who meet."""
    names = {cast.mentions[number].name for number in note.people}
    if not names.isdisjoint(register.names):
        return []
    codes = {party.code for number in note.people for party in cast.mentions[number].parties}
    return next(
        (
            [i]
            for i, one in enumerate(register.encounters)
            if one.meeting.kind in SITTINGS
            and register.standings[i] is Standing.PAST
            and len(one.meeting.parties) > 1
            and codes.isdisjoint(party.code for party in one.meeting.parties)
        ),
        [],
    )


def _has_party(cast: Cast, note: Note) -> bool:
    return note.party is not None or any(cast.mentions[number].parties for number in note.people)
