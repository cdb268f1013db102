"""Demands that a text tells only as the measure of what was done: ``has withdrawn its troops, as Peru had demanded``."""

from __future__ import annotations

import bisect
from collections.abc import Iterator

from diplomod.model import Stance
from diplomod.reading.demands.claims import agent_of
from diplomod.reading.demands.drafting import draft_of
from diplomod.reading.demands.drafts import Draft, View
from diplomod.reading.demands.sides import doers
from diplomod.reading.parts import Clause, Form, NounPhrase

REFUSES = frozenset(("refuse", "fail", "decline", "rule out", "neglect", "reject"))
DOES = frozenset((None, "will", "would", "shall"))
DEEP = 4  # clauses that what was done may hang under


def echoed(view: View, clause: Clause) -> Iterator[Draft]:
    """``has not halted the works, as demanded by Peru``: of its subject, to halt them, and it did not."""
    at = _as_before(view, clause)
    if at < 0 or clause.verb.negated or clause.governor is None or clause.objects or view.children.get(clause.number):
        return
    act, top = _deed(view, view.clauses[clause.governor], at)
    if top.verb.form is not Form.FINITE or "say" in top.verb.senses or top.verb.modal not in DOES:
        return
    by = agent_of(view, clause) if clause.verb.form is not Form.FINITE else doers(view, clause)
    to = tuple(n for n in doers(view, top) if view.mention(n).parties)
    if not view.codes(by) or not to or view.codes(by) & view.codes(to) or act.verb.passive:
        return
    undone = (
        top.verb.negated or top.verb.lemma in REFUSES or "yet" in view.tokens.lowers[top.verb.first : act.verb.first]
    )
    for draft in draft_of(view, clause, by, to, act.verb.head, at):
        stance = Stance.REJECTED if undone else Stance.ACCEPTED
        draft.answer = (to, stance, view.trimmed(top.first, at))
        yield draft


def demand_behind(view: View, phrase: NounPhrase, by: tuple[int, ...]) -> Iterator[Draft]:
    """``has refused to pay before Friday, a demand made by Lima``: of its subject, to pay."""
    at = phrase.first - 1
    if (
        at < 1
        or view.tokens.tags[at] != ","
        or view.tokens.lowers[phrase.first] not in ("a", "an")
        or not view.codes(by)
    ):
        return
    found = bisect.bisect_left(view.clauses, at, key=lambda clause: clause.verb.head)
    for clause in reversed(view.clauses[max(0, found - DEEP) : found]):
        if clause.verb.lemma not in REFUSES or clause.sentence != view.tokens.sentence_of[at]:
            continue
        act, top = _deed(view, clause, at)
        to = tuple(n for n in doers(view, top) if view.mention(n).parties)
        if act is not top and to and not view.codes(by) & view.codes(to):
            for draft in draft_of(view, act, by, to, act.verb.head, at):
                draft.answer = (to, Stance.REJECTED, view.trimmed(top.first, at))
                yield draft
        return


def _as_before(view: View, clause: Clause) -> int:
    """Where the word *as* stands that leads a clause in, or -1."""
    first = clause.verb.first if clause.verb.form is not Form.FINITE or clause.subject is None else clause.subject[0]
    return (
        first - 1
        if first and view.tokens.lowers[first - 1] == "as" and first - 1 > clause.verb.first - DEEP * 3
        else -1
    )


def _deed(view: View, clause: Clause, at: int) -> tuple[Clause, Clause]:
    """What was done or not, and the finite clause that tells whether: ``took no steps | to halt the works``."""
    top = clause
    for _ in range(DEEP):
        if top.verb.form is Form.FINITE or top.governor is None:
            break
        top = view.clauses[top.governor]
    if clause is not top:
        return clause, top
    for number in view.children.get(top.number, ()):
        child = view.clauses[number]
        if child.verb.form is Form.INFINITIVE and top.verb.last <= child.first < at:
            return child, top
    return top, top
