"""Whether what has begun still goes on: ``resumed this morning``, ``have started talks``, ``extended until Friday``; and
whether who is to come has come: ``was flying to Oslo``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from diplomod.model import MeetingStatus, Precision, When
from diplomod.reading.meetings.context import Context
from diplomod.reading.meetings.lengths import nth_day, stage
from diplomod.reading.parts import Clause, Form, NounPhrase, Relation, Tense

HELD, ONGOING, PLANNED = MeetingStatus.HELD, MeetingStatus.ONGOING, MeetingStatus.PLANNED
BEGINNINGS = frozenset("begin start open resume launch restart reopen reconvene kick commence".split())
PROLONGED = frozenset("extend prolong".split())
UNTIL = frozenset("until till to through into".split())
NOW = frozenset("today morning afternoon tonight".split())  # days of publication
LONGEST = 14  # days


def carried_on(
    context: Context, phrase: NounPhrase, clauses: Sequence[Clause], date: When | None, status: MeetingStatus
) -> tuple[When | None, MeetingStatus]:
    """The date and the status of an encounter of which is told that it has begun, and not that it is over."""
    if status not in (HELD, ONGOING) or context.today is None:
        return date, status
    if any("end" in clause.verb.senses for clause in clauses):
        return date, status
    longer = _prolonged(context, clauses, date)
    if longer is not None:
        return longer, ONGOING
    ordinal = nth_day(context, phrase)
    if ordinal > 1 and date is None and any(_begins(context, clause, date) for clause in clauses):
        first = context.today - timedelta(days=ordinal - 1)
        span = context.tokens.span(phrase.first, phrase.last)
        return When(edtf=f"{first.isoformat()}/{context.today.isoformat()}", span=span), ONGOING
    if stage(context, phrase) and (date is None or _is_fresh(context, date)):
        return date, ONGOING
    if status is HELD and any(_begins(context, clause, date) for clause in clauses):
        return date, ONGOING
    if status is HELD and _is_on_the_way(context, clauses, date):
        return date, PLANNED
    return date, status


def _is_fresh(context: Context, date: When) -> bool:
    """Whether a date ends on the day of publication or the one before."""
    end = date.latest
    return end is not None and context.today is not None and 0 <= (context.today - end).days <= 1


def _begins(context: Context, clause: Clause, date: When | None) -> bool:
    """``opened today``, ``resumed this morning``, ``have started talks``."""
    verb = clause.verb
    if verb.lemma.partition(" ")[0] not in BEGINNINGS or verb.negated or verb.form is not Form.FINITE:
        return False
    if verb.perfect and verb.tense is Tense.PRESENT:  # not "once the round has started"
        return date is None and clause.relation is not Relation.ADVERBIAL
    if verb.tense is not Tense.PAST or verb.perfect or date is None or date.span is None or date.latest is None:
        return False
    return date.latest == context.today and not NOW.isdisjoint(date.span.text.lower().split())


def _is_on_the_way(context: Context, clauses: Sequence[Clause], date: When | None) -> bool:
    """``was heading to Oslo on Friday``, told on that day."""
    going = any(
        clause.verb.progressive
        and clause.verb.tense is Tense.PAST
        and not clause.verb.perfect
        and ("travel" in clause.verb.senses or clause.verb.lemma == "head")
        for clause in clauses
    )
    return going and (date is None or date.latest == context.today)


def _prolonged(context: Context, clauses: Sequence[Clause], date: When | None) -> When | None:
    """From the begin, or the day of publication, to the day until which an encounter is prolonged."""
    lowers = context.tokens.lowers
    for clause in clauses:
        if clause.verb.lemma not in PROLONGED or clause.verb.negated or not clause.verb.passive:
            continue
        for time in context.times_in.get(clause.sentence, ()):
            led = time.first >= clause.verb.last and lowers[time.first - 1] in UNTIL
            end = time.when.earliest
            if not led or end is None or time.when.precision is not Precision.DAY or context.today is None:
                continue
            begin = context.today
            if date is not None and date.earliest is not None and date.precision is Precision.DAY:
                begin = min(begin, date.earliest)
            if 0 < (end - begin).days <= LONGEST:
                return When(edtf=f"{begin.isoformat()}/{end.isoformat()}", span=time.when.span)
    return None
