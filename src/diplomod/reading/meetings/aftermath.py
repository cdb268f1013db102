"""What is told with an encounter, and on the same day: what was done when it ended, or while it lasted."""

from __future__ import annotations

from diplomod.reading.meetings.context import Context
from diplomod.reading.parts import Clause, Form, NounPhrase, Tense

AFTER = frozenset(("after", "following"))
AT = frozenset(("at", "during", "in"))
BESIDE = 3  # clauses behind a gerund among which the main one stands


def told_with(context: Context, phrase: NounPhrase, led_by: str, object_of: list[Clause]) -> list[Clause]:
    """The clauses that tell the day of an encounter without telling of it: ``agreed on Thursday to reopen the post after talks in
    Lima``, ``failed on Thursday to narrow the gap at talks``, ``ending a visit to Lima, she said on Thursday``."""
    home = context.home[phrase.head]
    if home < 0:
        return []
    clause = context.clauses[home]
    if led_by in AFTER or led_by in AT:
        return _finite_above(context, clause, said=led_by in AFTER)
    gerunds = [one for one in object_of if one.verb.form is Form.GERUND and one.verb.senses & {"end", "start"}]
    return _main_beside(context, gerunds[0]) if gerunds else []


def _finite_above(context: Context, clause: Clause, *, said: bool) -> list[Clause]:
    """The finite clause that an infinitive hangs on."""
    above = clause
    while above.verb.form is Form.INFINITIVE and above.governor is not None:
        above = context.clauses[above.governor]
    if above is clause or above.verb.form is not Form.FINITE:
        return []
    if not said and (above.verb.tense is not Tense.PAST or "say" in above.verb.senses or above.verb.modal is not None):
        return []
    return [above]


def _main_beside(context: Context, gerund: Clause) -> list[Clause]:
    """The main clause beside a gerund, behind it or above it."""
    if gerund.governor is not None:
        above = context.clauses[gerund.governor]
        return [above] if above.verb.form is Form.FINITE and above.verb.tense is Tense.PAST else []
    for clause in context.clauses[gerund.number + 1 : gerund.number + BESIDE]:
        if clause.sentence == gerund.sentence and clause.governor is None and clause.verb.form is Form.FINITE:
            return [clause] if clause.verb.tense is Tense.PAST else []
    return []
