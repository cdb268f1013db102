"""A verb that tells of an encounter, as a sighting."""

from __future__ import annotations

from diplomod.model import MeetingKind, MeetingStatus, When
from diplomod.reading.meetings.around import clauses_around
from diplomod.reading.meetings.backward import expanded
from diplomod.reading.meetings.circumstances import format_of, place, when
from diplomod.reading.meetings.context import Context, Sighting, stands_apart
from diplomod.reading.meetings.sides import (
    invited_by,
    lookers_on,
    present,
)
from diplomod.reading.meetings.spans import goes_on, since
from diplomod.reading.meetings.status import (
    status_of,
)
from diplomod.reading.meetings.turning import WEEKDAYS, lies_ahead, lies_behind, turned
from diplomod.reading.parts import Clause, Form, Tense

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
PAST = Tense.PAST
PLANNED, POSSIBLE, HELD = MeetingStatus.PLANNED, MeetingStatus.POSSIBLE, MeetingStatus.HELD
ONGOING, RULED_OUT = MeetingStatus.ONGOING, MeetingStatus.RULED_OUT
LATER = frozenset("tonight evening afternoon".split())


def _leaves_today(context: Context, clause: Clause, date: When | None) -> bool:
    """``flies to Oslo this evening``: what the present tells of a part of the day is to come."""
    verb = clause.verb
    if (
        verb.tense is not Tense.PRESENT
        or verb.perfect
        or verb.form is not Form.FINITE
        or clause.sentence in context.titles
    ):
        return False
    words = set() if date is None or date.span is None else set(date.span.text.lower().split())
    return not LATER.isdisjoint(words)


def sight(
    context: Context, clause: Clause, kind: MeetingKind, sides: list[int], *, strong: bool = True, travels: bool = False
) -> Sighting | None:
    """What the verb of `clause` tells, None where it denies that anything came about: ``Vik met Luna in Oslo on Monday``."""
    status = status_of(context, clause)
    if status is None:
        return None
    if status is HELD and clause.verb.lemma == "expect" and clause.verb.passive:
        status = PLANNED  # "was expected in Oslo on Friday"
    token = clause.verb.head
    around = clauses_around(context, token, (clause,))
    begin = clause.first
    first_side = min(
        (context.mention(n).first for n in sides if context.mention(n).last <= clause.verb.first), default=begin
    )
    told = when(context, token, around)
    never = _never_was(context, clause, status, told)
    date = turned(context, told, status, past=clause.verb.tense is PAST or never, over=never)
    where = place(context, token, around, travels=travels)
    ahead = status in (PLANNED, POSSIBLE) and clause.verb.tense is not PAST
    if ahead and clause.verb.form is Form.FINITE and lies_behind(context, date):
        date = None
    aside = lookers_on(context, token)
    sides = [n for n in (*sides, *invited_by(context, token, sides)) if n not in aside]
    if status in (HELD, ONGOING) and lies_ahead(context, date):
        status = PLANNED
    if status is HELD and travels and _leaves_today(context, clause, date):
        status = PLANNED
    begun = since(context, token, around) if status in (HELD, ONGOING) else None
    if begun is not None:
        date, status = begun, ONGOING if goes_on(around) else HELD
    return Sighting(
        token=token,
        sentence=clause.sentence,
        kind=kind,
        status=status,
        evidence=(max(min(begin, first_side), context.tokens.sentences[clause.sentence][0]), clause.last),
        sides=present(expanded(context, sides), status),
        others=present(aside, status),
        when=date,
        place=where,
        format=format_of(context, token, around),
        strong=strong and context.tokens.lowers[context.tokens.sentences[clause.sentence][1] - 1] != "?",
        rule=sight,
        decided=(status_of, clause.number),
        in_title=clause.sentence in context.titles,
        apart=stands_apart(context, token),
        clause=clause.number,
    )


def _never_was(context: Context, clause: Clause, status: MeetingStatus, date: When | None) -> bool:
    """Whether an encounter is told as one that did not come about then: ``was to have met``, ``declined to meet on Monday``."""
    verb = clause.verb
    if verb.modal == "be to" and verb.perfect:  # of a day of the week near ahead it may have been put off just now
        words = "" if date is None or date.span is None else date.span.text.lower().removeprefix("on ")
        return words.split(" ")[0] not in WEEKDAYS
    if status is not RULED_OUT or verb.form is Form.FINITE or clause.governor is None:
        return False
    above = context.clauses[clause.governor].verb
    return above.tense is PAST and not above.perfect and above.form is Form.FINITE
