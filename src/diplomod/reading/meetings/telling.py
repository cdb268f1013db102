"""Which clauses tell of an encounter that a noun names: those it is the subject or object of, and some further on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import attrs

from diplomod.model import MeetingKind
from diplomod.reading.meetings.context import Context
from diplomod.reading.meetings.status import LASTING
from diplomod.reading.parts import Clause, Form, NounPhrase, Relation

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
PARTICIPLE, FINITE, INFINITIVE = Form.PARTICIPLE, Form.FINITE, Form.INFINITIVE
RELATIVE = Relation.RELATIVE

KINDS = {kind.value: kind for kind in MeetingKind}
KIND_SENSES = frozenset(KINDS)
GAPPED = frozenset("hold host pay chair".split())  # whoever does it has an encounter as the object
WHICH = frozenset(("which", "that"))
FORESEEN = frozenset("be announce foresee fix agree envisage propose suppose mean expect set schedule".split())
MADE = frozenset(("make",))
NEARBY = 14  # tokens
REACH = 40
DUE = frozenset("due set scheduled supposed meant expected".split())
INNER = frozenset("of between with among from to in at on by".split())
OPENERS = frozenset("that if whether because although though while as than".split())


@attrs.define(slots=True, kw_only=True, eq=False)
class Links:
    """Which clauses tokens are in the subject or an object of; few tokens are asked for."""

    context: Context
    clauses_in: dict[int, list[Clause]]

    def subject_of(self, token: int) -> list[int]:
        """The numbers of the clauses that a token is in the subject of."""
        found: list[int] = []
        for clause in self._around(token):
            subject = clause.subject
            if subject is not None and token < subject[1] and token >= _top(self.context, clause):
                found.append(clause.number)
        return found

    def object_of(self, token: int) -> list[int]:
        """The numbers of the clauses that a token is in an object of."""
        return [
            clause.number for clause in self._around(token) for first, last in clause.objects if first <= token < last
        ]

    def _around(self, token: int) -> list[Clause]:
        return self.clauses_in.get(self.context.tokens.sentence_of[token], [])


def links_of(context: Context) -> Links:
    """The clauses by the sentence that they, their subject and their objects stand in."""
    clauses_in: dict[int, list[Clause]] = {}
    for clause in context.clauses:
        clauses_in.setdefault(clause.sentence, []).append(clause)
    return Links(context=context, clauses_in=clauses_in)


def _top(context: Context, clause: Clause) -> int:
    """The token where the whole subject begins: of ``no meeting with envoys of the rebels is planned`` that of ``no``."""
    assert clause.subject is not None
    at = clause.subject[0]
    if at >= clause.verb.first or clause.verb.form is not FINITE:
        return at
    tags, lowers, noun_at = context.tokens.tags, context.tokens.lowers, context.phrases.noun_at
    begin = context.tokens.sentences[clause.sentence][0]
    top = at
    while at - 2 >= begin and clause.subject[0] - at < REACH:
        if at - 1 == clause.first and tags[at - 1] == "CC" and clause.number > 0:
            break  # "had a meeting with Lima, and [Minister Paz] met the premier"
        joins = tags[at - 1] == "CC" or (tags[at - 1] == "," and tags[at - 2] != "CD")
        if joins and tags[at - 2] == "," and at - 3 >= begin and noun_at[at - 3] >= 0:
            at -= 1  # ", and"
        leads = tags[at - 1] == "IN" and lowers[at - 1] in INNER
        if not (joins or leads) or noun_at[at - 2] < 0:
            break
        at = context.phrases.nouns[noun_at[at - 2]].first
        if leads:
            top = at
    led = top > begin and tags[top - 1] in ("IN", "TO") and lowers[top - 1] not in OPENERS
    return clause.subject[0] if led else top


def reduced_relative(context: Context, phrase: NounPhrase) -> list[Clause]:
    """The relative clause without a pronoun: ``the talks they had held in Trieste``."""
    home = context.home[phrase.head]
    for clause in context.clauses[max(0, home) : home + 4]:
        if (
            clause.subject is None
            or not phrase.head < clause.subject[0] <= phrase.last
            or "hold" not in clause.verb.senses
        ):
            continue
        dated = {t for time in context.times_in.get(clause.sentence, ()) for t in range(time.first, time.last)}
        if all(first in dated for first, _ in clause.objects):
            return [clause]
    return []


def relative_object(context: Context, phrase: NounPhrase) -> list[Clause]:
    """The clause behind that or which with the encounter as its object: ``The trip that she was due to make on Monday``, ``a
    luncheon which Peru was to have hosted``."""
    home = context.home[phrase.head]
    verb_at = context.phrases.verb_at
    for clause in context.clauses[home + 1 if home >= 0 else 0 : home + 4] if home >= 0 else _first_of(context, phrase):
        if clause.relation is not RELATIVE or clause.verb.form is not FINITE or clause.subject is None:
            continue
        if not 0 <= clause.first - phrase.last < NEARBY or clause.subject[0] <= clause.first:
            continue
        if any(verb_at[at] >= 0 for at in range(phrase.last, clause.first)):
            return []
        below = [one for one in context.clauses[clause.number + 1 : clause.number + 3] if one.governor == clause.number]
        for one in (clause, *below):
            if not one.objects and (one.verb.senses & GAPPED or one.verb.lemma in MADE) and not one.verb.passive:
                return [one]
        return []
    return []


def told_aside(context: Context, phrase: NounPhrase) -> list[Clause]:
    """The relative clause that tells when an encounter began or was to be: ``The visit, which was to have begun on Monday, …``,
    ``talks which had been under discussion for May``."""
    home = context.home[phrase.head]
    for clause in context.clauses[home + 1 : home + 3] if home >= 0 else _first_of(context, phrase):
        if clause.relation is not RELATIVE or not 0 <= clause.first - phrase.last < NEARBY:
            continue
        if context.tokens.lowers[clause.first] in WHICH and (
            clause.verb.lemma in FORESEEN or clause.verb.senses & {"start", "happen", "plan", "topic"}
        ):
            below = context.clauses[clause.number + 1 : clause.number + 2]
            return [clause, *(one for one in below if one.governor == clause.number and one.verb.form is INFINITIVE)]
        return []
    return []


def _first_of(context: Context, phrase: NounPhrase) -> Sequence[Clause]:
    """The first clauses of a sentence that begins with the noun."""
    sentence = context.tokens.sentence_of[phrase.head]
    begin = bisect_left(context.clauses, sentence, key=lambda one: one.sentence)
    return [one for one in context.clauses[begin : begin + 3] if one.sentence == sentence]


def later_clause(context: Context, phrase: NounPhrase) -> list[Clause]:
    """The clause further on of which an encounter alone can be the subject: ``talks between A and B, which could not be held
    in May, will now take place``, ``no meeting with the League (LAS) is planned``."""
    sentence = context.tokens.sentence_of[phrase.head]
    last = min(context.tokens.sentences[sentence][1], phrase.last + REACH)
    at = phrase.last
    while at < last:
        number = context.phrases.verb_at[at]
        noun = context.phrases.noun_at[at]
        if (
            noun >= 0
            and context.lexicon.nouns.senses(context.tokens.lowers[context.phrases.nouns[noun].head]) & KIND_SENSES
        ):
            return []
        if number < 0:
            at += 1
            continue
        verb = context.phrases.verbs[number]
        clause = _clause_of(context, verb.head)
        if clause is None:
            return []
        lasts = verb.senses & {"happen", "end"} or verb.lemma in LASTING
        fits = (lasts and not verb.passive) or (verb.passive and verb.senses & {"plan", "cancel", "delay", "hold"})
        if fits and verb.form is FINITE and clause.relation is not RELATIVE:
            return [clause]
        if clause.relation is not RELATIVE and verb.form is FINITE:
            return []
        at = verb.last
    return []


def _clause_of(context: Context, token: int) -> Clause | None:
    number = context.home[token]
    return context.clauses[number] if number >= 0 and context.clauses[number].verb.head == token else None


def described(context: Context, phrase: NounPhrase, inner: NounPhrase | None) -> tuple[list[Clause], list[Clause]]:
    """Clauses that tell of the encounter behind other words: ``a new round, pencilled in for March,`` is planned by them;
    ``a meeting of A and B that was to take place in Athens`` has its place and date there."""
    home = context.home[phrase.head]
    planned: list[Clause] = []
    told: list[Clause] = []
    if home < 0:
        return planned, told
    nouns = context.lexicon.nouns
    head = phrase.head if inner is None else inner.head
    for clause in context.clauses[home : home + 4]:
        verb = clause.verb
        if clause.sentence != context.clauses[home].sentence or not 0 < verb.first - head < NEARBY:
            continue
        between = context.tokens.lowers[head + 1 : verb.first]
        if any(nouns.senses(word) & KIND_SENSES for word in between):
            continue
        if verb.form is PARTICIPLE and "plan" in verb.senses and context.tokens.tags[verb.first - 1] == ",":
            planned.append(clause)
        elif clause.relation is RELATIVE and verb.senses & {"happen", "plan", "hold", "host", "end"}:
            told.append(clause)
        elif clause.relation is RELATIVE and verb.lemma == "be":
            if not DUE.isdisjoint(
                context.tokens.lowers[verb.last : verb.last + 3]
            ):  # "that was due to take place in Rome"
                told += [
                    one for one in context.clauses[clause.number : clause.number + 2] if one.sentence == clause.sentence
                ]
    return planned, told


def those(context: Context, numbers: Iterable[int]) -> list[Clause]:
    """The clauses with these numbers."""
    return list(map(context.clauses.__getitem__, numbers))


def home_of_led(context: Context, phrase: NounPhrase) -> int:
    """The clause that follows a phrase at the start of its sentence: ``Ahead of his talks in Oslo, Vik said``; -1 if none."""
    sentence = context.tokens.sentence_of[phrase.head]
    end = context.tokens.sentences[sentence][1]
    home = next(
        (context.home[at] for at in range(phrase.last, min(end, phrase.last + REACH)) if context.home[at] >= 0), -1
    )
    return home if home >= 0 and context.clauses[home].governor is None else -1
