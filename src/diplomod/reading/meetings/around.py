"""The clauses whose dates and places are those of an encounter."""

from __future__ import annotations

from collections.abc import Sequence

from diplomod.reading.meetings.context import Context
from diplomod.reading.parts import Clause, Form, Relation

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
RELATIVE, AS_INFINITIVE, AS_GERUND = Relation.RELATIVE, Relation.INFINITIVE, Relation.GERUND
COORDINATE = Relation.COORDINATE

ENDS = frozenset("beginning starting opening ending concluding finishing".split())
LED = frozenset("led headed chaired".split())
THERE = (["in"], ["here"])  # behind be
AFTER = frozenset("after following upon".split())
HALTS = frozenset("stop make stay pause halt".split())


def clauses_around(context: Context, token: int, more: Sequence[Clause] = ()) -> list[Clause]:
    """The clauses whose dates and places are those of the encounter at `token`: its own, and those given, and the verb of
    travel that an infinitive of purpose hangs on."""
    found: list[Clause] = []
    home = context.home[token]
    for clause in [*([context.clauses[home]] if home >= 0 else []), *more]:
        if clause not in found:
            found.append(clause)
        if clause.relation is RELATIVE and clause.governor is not None:
            if context.tokens.lowers[clause.first] == "where":  # "is due in Oslo on Friday, where she will meet"
                found.append(context.clauses[clause.governor])
        if clause.relation in (AS_INFINITIVE, AS_GERUND) and clause.governor is not None:
            above = context.clauses[clause.governor]
            meets = clause.verb.senses & {"meet", "hold", "join", "call", "topic", "brief", "sign"}
            awaited = above.verb.lemma == "be" and context.tokens.lowers[above.verb.last : above.verb.last + 1] == [
                "due"
            ]
            halts = above.verb.lemma in HALTS and not above.verb.passive  # "made a stop in Oslo to meet"
            after = context.tokens.lowers[clause.verb.first - 1] in AFTER and above.verb.form is Form.FINITE
            heads = above.verb.lemma == "head" and not above.verb.passive  # "heads to Oslo on Friday to meet"
            goes = "travel" in above.verb.senses or heads
            if (goes or awaited or halts or after) and above not in found and meets:
                found.append(above)
        if clause.relation is COORDINATE and clause.governor is not None and not _has_date(context, clause):
            above = context.clauses[clause.governor]
            there = above.verb.lemma == "be" and context.tokens.lowers[above.verb.last : above.verb.last + 1] in THERE
            if (
                "travel" in above.verb.senses or there
            ) and above not in found:  # "flew to Oslo on Monday and conferred"
                found.append(above)
    return _with_ends(context, _with_leaders(context, found))


def _with_leaders(context: Context, found: list[Clause]) -> list[Clause]:
    """The clauses, with those that only tell by whom a side is led: ``met a Peruvian team [led by Ana Lima] in Oslo``."""
    if context.tokens.vocabulary.isdisjoint(LED):
        return found
    led = []
    for clause in found:
        last = clause
        for further in context.clauses[clause.number + 1 : clause.number + 3]:
            apart = context.tokens.tags[further.first - 1] == ","  # "…, led by Ana Lima of Peru"
            if further.governor != last.number or context.tokens.lowers[further.verb.head] not in LED or apart:
                break
            led.append(further)
            last = further
    return [*found, *(clause for clause in led if clause not in found)]


def _with_ends(context: Context, found: list[Clause]) -> list[Clause]:
    """The clauses, with those that only tell when it begins or ends: ``will hold two days of talks beginning on Friday``."""
    if context.tokens.vocabulary.isdisjoint(ENDS):
        return found
    lowers = context.tokens.lowers
    begins = [
        further
        for clause in found
        for further in context.clauses[clause.number + 1 : clause.number + 3]
        if further.governor == clause.number
        and further.verb.form is Form.GERUND
        and lowers[further.verb.head] in ENDS
        and _has_date(context, further)
    ]
    return [*found, *begins]


def _has_date(context: Context, clause: Clause) -> bool:
    return any(context.home[time.first] == clause.number for time in context.times_in.get(clause.sentence, ()))
