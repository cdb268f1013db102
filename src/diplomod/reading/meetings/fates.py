"""What became of an encounter that was planned, where a later clause tells: ``but it was put off``, ``It never took place.``"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from diplomod.model import MeetingStatus
from diplomod.reading.meetings.context import Context, Sighting
from diplomod.reading.meetings.status import ANSWERED, DROPPED
from diplomod.reading.meetings.turning import lies_behind
from diplomod.reading.parts import Clause, Form, Relation, Tense

IT = frozenset("it this that which these those they".split())
EVENTS = frozenset("ceremony event encounter appointment plan session".split())
DATES = frozenset(("date", "dates"))
WERE = frozenset("had was were".split())
HAS_TO = frozenset(("have", "need", "be"))
OFFERS = frozenset("idea offer proposal suggestion request overture".split())
NEW = frozenset("new another later fresh alternative".split())
IDEAS = frozenset("idea plan plans intention".split())
NEAR = 2  # sentences
INVITATIONS = frozenset("invitation invitations invite".split())
BEFORE = 8  # tokens from a verb within which the word for the invitation stands
LAST = 12  # encounters told before that are looked at
GOING_ON = frozenset((Relation.COORDINATE, Relation.INFINITIVE))
OPEN = frozenset((MeetingStatus.PLANNED, MeetingStatus.POSSIBLE, MeetingStatus.CANCELLED, MeetingStatus.HELD))


def settle(context: Context, sightings: Sequence[Sighting]) -> None:
    """Give encounters the status that a clause about ``it`` tells: ``was to have met him, but it fell through``."""
    ordered = sorted(sightings, key=lambda one: one.token)
    places = [one.token for one in ordered]
    for clause in context.clauses if places else ():
        if clause.verb.first <= places[0]:
            continue  # nothing has been told yet
        fate, answered = fate_of(context, clause), answer_of(context, clause)
        if answered is None and fate is None:
            continue
        at = bisect.bisect_left(places, clause.verb.first)
        before = ordered[max(0, at - LAST) : at]
        told = None if answered is not None else _own_subject(context, clause, before)
        if told is not None:
            before = [told]
        elif answered is None and not _is_about_it(context, clause):
            continue
        if answered is not None:
            before, fate = [one for one in before if one.status is MeetingStatus.POSSIBLE], answered
        told = _told_before(before, clause)
        if told is not None and fate is not None:
            for one in (told, *_twins(told, before)):
                one.status, one.decided = fate, (settle, clause.number)
    for one in ordered if "but" in context.tokens.vocabulary else ():
        if one.status is MeetingStatus.PLANNED and one.strong and _came_to_nothing(context, one):
            one.status = MeetingStatus.CANCELLED
    if not DATES.isdisjoint(context.tokens.vocabulary):
        _put_off(context, ordered, places)


def _was_planned(context: Context, sighting: Sighting) -> bool:
    """Whether it only says what had been planned: ``The talks had been scheduled for Thursday.``"""
    number = sighting.decided[1]
    if number is None:
        return False
    verb = context.clauses[number].verb
    return verb.passive and "plan" in verb.senses and verb.tense is Tense.PAST and verb.perfect


def _twins(told: Sighting, before: Sequence[Sighting]) -> list[Sighting]:
    """Other sightings of the same words: ``The third one``."""
    return [one for one in before if one is not told and told.status is one.status and abs(one.token - told.token) <= 1]


def _came_to_nothing(context: Context, sighting: Sighting) -> bool:
    """Whether what was planned for a day that is over has a but behind it: ``were to gather in Oslo last week, but Lima pulled
    out``."""
    number = sighting.decided[1]
    if number is None or not lies_behind(context, sighting.when):
        return False
    above = context.clauses[number]
    while above.verb.form is not Form.FINITE and above.governor is not None:
        above = context.clauses[above.governor]
    lowers = context.tokens.lowers
    words = lowers[above.verb.first : above.verb.last + 1]
    if WERE.isdisjoint(words) or above.relation is Relation.RELATIVE:
        return False
    end = context.tokens.sentences[sighting.sentence][1]
    at = next((at for at in range(above.verb.last, end) if lowers[at] == "but"), -1)
    return at > sighting.token


def _put_off(context: Context, ordered: Sequence[Sighting], places: Sequence[int]) -> None:
    """What is called off and has a new date to come is put off: ``could not go ahead; a new date will be proposed``."""
    for at in context.tokens.places_of(DATES):
        if context.tokens.lowers[at - 1] not in NEW or not ordered:
            continue
        sentence, number = context.tokens.sentence_of[at], bisect.bisect_left(places, at)
        for told in reversed(ordered[max(0, number - LAST) : number]):
            off = told.status in (MeetingStatus.CANCELLED, MeetingStatus.RULED_OUT)
            if sentence - told.sentence > (1 if off else NEAR):
                break
            if off or (told.status is MeetingStatus.PLANNED and _was_planned(context, told)):
                told.status = MeetingStatus.POSTPONED
                break


def fate_of(context: Context, clause: Clause) -> MeetingStatus | None:
    """What the verb says of what it speaks of: put off, called off or come to nothing; None if nothing of the kind."""
    verb = clause.verb
    if verb.negated:
        gone = verb.senses & {"happen"} or verb.lemma in ("do", "go ahead", "materialise", "materialize", "come off")
        past = clause.verb.form is not Form.INFINITIVE
        return MeetingStatus.CANCELLED if gone and past else None
    if verb.modal in ("may", "might", "could", "would", "can"):
        return None
    it = verb.passive or _has_it(context, clause)
    if it and ("delay" in verb.senses or _puts_it_off(context, clause)):
        return MeetingStatus.POSTPONED
    if it and (("cancel" in verb.senses and "withdraw" not in verb.senses) or verb.lemma in DROPPED):
        return MeetingStatus.CANCELLED
    return MeetingStatus.CANCELLED if verb.lemma == "fall through" else None


def answer_of(context: Context, clause: Clause) -> MeetingStatus | None:
    """What becomes of a meeting by the answer to an invitation told before: ``He accepted the invitation``, ``…, which he
    declined``."""
    verb = clause.verb
    if verb.senses.isdisjoint(ANSWERED) or verb.modal is not None:
        return None
    if verb.form is not Form.FINITE and not _is_apposed(context, clause):
        return None
    lowers = context.tokens.lowers
    first, last = (verb.last, clause.last) if clause.objects else (max(0, clause.first - BEFORE), verb.first)
    if verb.passive and clause.subject is not None:
        first, last = clause.subject
    words = INVITATIONS
    if _is_apposed(context, clause):
        words, first, last = INVITATIONS | OFFERS, max(0, clause.verb.first - BEFORE), clause.verb.first
    place = next((at for at in range(first, min(last, first + BEFORE)) if lowers[at] in words), None)
    if place is None or (clause.objects and "to" in lowers[place : place + 2]):
        return None  # "accepted an invitation to Oslo": told by its own words
    accepted = ("accept" in verb.senses) is not verb.negated
    return MeetingStatus.PLANNED if accepted else MeetingStatus.RULED_OUT


def _is_apposed(context: Context, clause: Clause) -> bool:
    """Whether what is answered stands behind a comma, for what was told: ``offered to host them, an idea Lima dismissed``."""
    if clause.objects or (clause.verb.passive and clause.relation is not Relation.RELATIVE):
        return False
    lowers, begin = context.tokens.lowers, context.tokens.sentences[clause.sentence][0]
    return any(
        lowers[at - 1] in OFFERS and lowers[at - 3 : at - 1] in ([",", "an"], [",", "a"])
        for at in range(max(begin + 3, clause.verb.first - BEFORE), clause.verb.first)
    )


def _has_it(context: Context, clause: Clause) -> bool:
    """Whether the object only points back: ``called it off``."""
    if clause.verb.lemma == "put it":
        return True
    lowers = context.tokens.lowers
    return any(
        (last - first == 1 and lowers[first] == "it") or (last - first == 2 and lowers[last - 1] in IDEAS)
        for first, last in clause.objects
    )


def _puts_it_off(context: Context, clause: Clause) -> bool:
    behind = context.tokens.lowers[clause.verb.last : clause.verb.last + 1]
    return clause.verb.lemma == "put it" and behind in (["off"], ["back"])


def _own_subject(context: Context, clause: Clause, before: Sequence[Sighting]) -> Sighting | None:
    """The encounter of the same sentence that is the subject: ``was to be hosted by Lima, but had to be put off``."""
    if clause.subject is None or clause.relation not in GOING_ON:
        return None
    if clause.relation is Relation.INFINITIVE and (
        clause.governor is None or context.clauses[clause.governor].verb.lemma not in HAS_TO
    ):
        return None  # "called for it to be cancelled"
    first, last = clause.subject
    mine = [one for one in before if one.sentence == clause.sentence]
    if clause.verb.lemma == "do" and clause.verb.negated:  # "had been due to fly on to Lima, but never did"
        return next((one for one in reversed(mine) if one.status is MeetingStatus.PLANNED), None)
    return next((one for one in mine if first <= one.token < last), None)


def _is_about_it(context: Context, clause: Clause) -> bool:
    """Whether the subject, or the object, only points back."""
    if not clause.verb.passive and _has_it(context, clause):
        return True
    if clause.subject is None:
        return False
    first, last = clause.subject
    lowers = context.tokens.lowers
    return (last - first == 1 and lowers[first] in IT) or (
        lowers[first] in ("the", "that") and lowers[last - 1] in EVENTS
    )


def _told_before(sightings: Sequence[Sighting], clause: Clause) -> Sighting | None:
    """The encounter told last before the clause, in its sentence or shortly before."""
    best: Sighting | None = None
    for sighting in sightings:
        near = 0 <= clause.sentence - sighting.sentence <= NEAR
        if near and sighting.token < clause.verb.first and sighting.status in OPEN and not sighting.in_title:
            if best is None or sighting.token > best.token:
                best = sighting
    if best is None or (best.status is MeetingStatus.HELD and best.strong):
        return None
    best.strong = True
    return best
