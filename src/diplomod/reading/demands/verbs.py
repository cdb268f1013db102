"""Demands from verbs: which rules look at which verb, and in what order."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence

from diplomod.lexicon.verbs import SENSES_KEPT
from diplomod.reading.demands.appeals import asked, persuaded
from diplomod.reading.demands.clefts import cleft
from diplomod.reading.demands.conditions import (
    conditional,
    conditioned,
    find_by_conditions,
    find_until,
    linked,
    named,
    was_condition,
)
from diplomod.reading.demands.drafts import Draft, View
from diplomod.reading.demands.echoes import echoed
from diplomod.reading.demands.insisting import demanded, insisted, proposed, whereby
from diplomod.reading.demands.obligations import imperative, must, owed, owes, told
from diplomod.reading.demands.pressing import (
    PUTS,
    deadline_for,
    find_by_pressure,
    has_until,
    held_out_for,
    needed_of,
    waited_for,
)
from diplomod.reading.parts import Clause

MakesDrafts = Callable[[View, Clause], Iterable[Draft]]


def find_by_verbs(view: View) -> Iterator[Draft]:
    """The demands of all clauses in order."""
    for clause in view.clauses:
        yield from _of_clause(view, clause)


def _of_clause(view: View, clause: Clause) -> Sequence[Draft]:
    senses = clause.verb.senses
    lemma = clause.verb.lemma.partition(" ")[0]
    for rule in _rules_for(senses, lemma if lemma in SENSES else ""):
        found = _made_by(rule, view, clause)
        if found:
            return found
    if view.tokens.lowers[clause.first] == "whereby":
        return _made_by(whereby, view, clause)
    for rule in SPOKEN_RULES if view.spoken[clause.verb.head] >= 0 else ():
        found = _made_by(rule, view, clause)
        if found:
            return found
    return _made_by(find_by_conditions, view, clause)


@functools.lru_cache(maxsize=SENSES_KEPT)
def _rules_for(senses: frozenset[str], own: str) -> tuple[MakesDrafts, ...]:
    """The rules that look at a verb with these senses and one of its own, in their order."""
    return tuple(rule for sense, rule in RULES if sense in senses or sense == own)


def _made_by(rule: MakesDrafts, view: View, clause: Clause) -> list[Draft]:
    found = list(rule(view, clause))
    for draft in found:
        draft.rule = rule
    return found


RULES: tuple[tuple[str, MakesDrafts], ...] = (
    ("demand", echoed),
    ("demand_soft", echoed),
    ("ask", echoed),
    ("insist", insisted),
    ("demand", demanded),
    ("demand_soft", demanded),
    ("ask", asked),
    ("tell", asked),
    ("warn", asked),
    ("accept", find_until),
    ("propose", proposed),
    ("suggest", proposed),
    ("table", proposed),
    ("recommend", proposed),
    ("want", asked),
    ("invite", asked),
    ("like", asked),
    ("wish", asked),
    ("expect", asked),
    ("give", asked),
    ("make", conditional),
    ("make", named),
    ("name", named),
    ("cite", named),
    ("set", asked),
    ("set", named),
    ("set", deadline_for),
    ("link", linked),
    ("tie", linked),
    ("condition", conditioned),
    ("owe", owes),
    ("have", has_until),
    ("be", cleft),
    ("be", imperative),
    ("be", was_condition),
    ("hold", held_out_for),
    ("wait", waited_for),
    ("wait for", waited_for),
    ("get", persuaded),
    ("persuade", persuaded),
    ("convince", persuaded),
    ("say_np", needed_of),
    *((lemma, find_by_pressure) for lemma in sorted(PUTS)),
)


SENSES = frozenset(sense for sense, _ in RULES)


SPOKEN_RULES: tuple[MakesDrafts, ...] = (owed, must, told)  # where the verb stands in words of somebody
