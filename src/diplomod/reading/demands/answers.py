"""Answers to demands: ``Kyiv has rejected those demands``, ``a step that Kim has resisted``, ``called it unacceptable``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplomod.model import Party, Stance
from diplomod.reading.demands.drafts import Draft, Range, View
from diplomod.reading.demands.nouns import find_by_nouns
from diplomod.reading.demands.verbs import doers
from diplomod.reading.parts import Clause, Relation, Rule, Tense

WINDOW = 6  # sentences after a demand in which an answer to it is looked for
REFUSED = frozenset(
    "non-starter nonstarter unacceptable unreasonable irrational absurd ridiculous unrealistic "
    "inadmissible outrageous non-negotiable".split()
)
OPEN = frozenset("whether if until unless".split())
BODIES = frozenset("junta government authorities army regime leadership presidency ministry administration".split())
REFERS = frozenset("it this that these those them so".split())
PARTLY = frozenset("partly partially part some".split())
ONLY_IF = frozenset("provided providing".split())
SENSES = (
    ("reject", Stance.REJECTED),
    ("counter", Stance.COUNTERED),
    ("defer", Stance.DEFERRED),
    ("accept", Stance.ACCEPTED),
)


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Answer:
    """An answer in the making: whom it is by (mentions, or the party of the one who speaks), and to which drafts;
    `verb` are the words of the verb that answers, None where a noun's clause does."""

    to: tuple[Draft, ...]
    by: tuple[int, ...]
    party: Party | None
    stance: Stance
    evidence: Range
    token: int
    rule: Rule
    verb: Range | None = None


def find_answers(view: View, drafts: Sequence[Draft]) -> Iterator[Answer]:
    """The answers to `drafts`, in the order of the text."""
    if not drafts:
        return
    for draft in drafts:
        if draft.answer is not None:
            who, told, words_of_it = draft.answer
            yield Answer(
                to=(draft,),
                by=who,
                party=None,
                stance=told,
                evidence=words_of_it,
                token=words_of_it[0],
                rule=find_by_nouns,
            )
    words = {draft.token for draft in drafts}
    ordered = sorted(drafts, key=lambda draft: draft.token)
    for clause in view.clauses:
        if clause.verb.head in words:
            continue
        stance = _stance(view, clause)
        if stance is None:
            continue
        by, party = _answerer(view, clause)
        codes = {one.code for one in view.parties(by)} | ({party.code} if party is not None else set())
        if not codes:
            codes = _addressed_before(view, ordered, clause)
        if not codes:
            continue
        meant = _meant(view, ordered, clause, codes)
        if meant and not by and party is None:
            by = meant[0].to
        if meant:
            yield Answer(
                to=tuple(meant),
                by=by,
                party=party,
                stance=stance,
                evidence=view.trimmed(clause.first, clause.last),
                token=clause.verb.head,
                rule=_stance,
                verb=(clause.verb.first, clause.verb.last),
            )


def _addressed_before(view: View, drafts: Sequence[Draft], clause: Clause) -> set[str]:
    """The one party that the last demand was addressed to, if some body of it answers: ``the junta ignored the call``."""
    if clause.subject is None or BODIES.isdisjoint(view.tokens.lowers[clause.subject[0] : clause.subject[1]]):
        return set()
    last = next((draft for draft in reversed(drafts) if draft.token < clause.verb.head), None)
    if last is None or clause.sentence - last.sentence > 2:
        return set()
    codes = {party.code for party in view.parties(last.to)}
    return codes if len(codes) == 1 else set()


def _stance(view: View, clause: Clause) -> Stance | None:
    """What the clause answers, None if it is no answer."""
    verb, lowers = clause.verb, view.tokens.lowers
    behind = lowers[verb.last : min(clause.last, verb.last + 14)]
    if not REFUSED.isdisjoint(behind) or not REFUSED.isdisjoint(w.strip("\"'“”") for w in behind):
        if verb.lemma in ("be", "call", "describe", "dismiss", "consider", "label", "brand", "deem", "remain"):
            return None if verb.negated else Stance.REJECTED
    if verb.lemma == "do" and verb.modal is not None and behind[:1] and behind[0] in REFERS:
        if verb.negated:
            return Stance.REJECTED
        return Stance.CONDITIONAL if "if" in behind or "provided" in behind else Stance.ACCEPTED
    if not OPEN.isdisjoint(lowers[max(0, clause.first - 1) : verb.first]):
        return None  # "whether Oslo will accept"
    if "propose" in verb.senses and "instead" in lowers[verb.last : min(clause.last, verb.last + 20)]:
        return Stance.COUNTERED
    stance = next((found for sense, found in SENSES if sense in verb.senses), None)
    if stance is None or not _refers(view, clause):
        return None
    if stance is Stance.ACCEPTED:
        around = lowers[clause.first : min(clause.last, verb.last + 20)]
        if verb.negated:
            return Stance.REJECTED
        if PARTLY & set(around[:12]):
            return Stance.PARTLY_ACCEPTED
        if ONLY_IF & set(around) or "condition" in around or ("if" in around and "only" in around):
            return Stance.CONDITIONAL
        if verb.modal is not None or verb.tense is Tense.FUTURE:
            return None if verb.modal in ("may", "might", "could", "must", "should", "can") else stance
    elif verb.negated or "if" in lowers[max(0, clause.first - 1) : verb.first]:
        return None
    return stance


def _refers(view: View, clause: Clause) -> bool:
    """Whether the verb has nothing of its own that it accepts or rejects: an object that points back, or none."""
    lowers = view.tokens.lowers
    nouns = view.lexicon.nouns
    if clause.relation is Relation.RELATIVE:
        subject = clause.first - 1
        return any(
            nouns.senses(word) & {"demand", "answer"} for word in lowers[max(0, subject - 4) : clause.verb.first]
        )
    if not clause.objects:
        behind = lowers[clause.verb.last : clause.last][:3]
        return (
            not behind
            or "counter" in clause.verb.senses
            or behind[:2] == ["in", "part"]
            or behind == ["to", "do", "so"]
            or "pressure" in behind
            or behind[0] in (".", ",", ";", "''", "”", '"', "and", "but")
            or (
                behind[0] in ("to", "with")
                and any(
                    nouns.senses(word) & {"demand", "answer"} for word in lowers[clause.verb.last : clause.last][:7]
                )
            )
        )
    first, last = clause.objects[0]
    words = lowers[first:last]
    if words[0] in REFERS and len(words) == 1:
        return True
    return bool(nouns.senses(words[-1]) & {"demand", "answer"})


def _answerer(view: View, clause: Clause) -> tuple[tuple[int, ...], Party | None]:
    """Who answers: the subject, or whoever says the words if that is we or I."""
    by = doers(view, clause)
    if clause.relation is Relation.RELATIVE and clause.subject is not None and clause.subject[1] > clause.verb.first:
        by = ()
    known = tuple(n for n in by if view.mention(n).parties)
    if known:
        return known, None
    number = view.spoken[clause.verb.head]
    if number >= 0 and (not by or any(view.mention(n).pronoun for n in by)):
        return (), view.statements[number].party
    return (), None


def _meant(view: View, drafts: Sequence[Draft], clause: Clause, codes: set[str]) -> list[Draft]:
    """The demands that are answered: the latest ones to these parties, or by another party where no addressee is told."""
    found: list[Draft] = []
    for draft in reversed(drafts):
        if draft.token > clause.verb.head or clause.sentence - draft.sentence > WINDOW:
            continue
        if found and draft.sentence != found[-1].sentence:
            break
        to = {party.code for party in view.parties(draft.to)}
        by = {party.code for party in view.parties(draft.by)} or ({draft.party.code} if draft.party else set())
        if codes & to or (not to and by and not codes & by):
            found.append(draft)
    return found[::-1]
