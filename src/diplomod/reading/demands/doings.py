"""Answers by deeds: what was done, is to be done, or is to go on."""

from __future__ import annotations

from diplomod.lexicon.heeding import heeding
from diplomod.model import Stance
from diplomod.reading.demands.conditions import concedes, is_among
from diplomod.reading.demands.drafts import View
from diplomod.reading.demands.likeness import contrary_to
from diplomod.reading.demands.pointing import (
    COMPLEMENT,
    FINITE,
    GERUND,
    INFINITIVE,
    RELATIVE,
    Found,
    Reference,
    a_number_of,
    denied,
    has,
    is_open,
    limited,
    onward,
    words_of,
)
from diplomod.reading.demands.sayings import GIVES, IN_PART, TALKS, TRIALS, WILL, YIELDS, Sayings
from diplomod.reading.demands.sides import ENDS, GOODS
from diplomod.reading.parts import Clause, Relation, Tense

HEEDING = heeding()


def did(view: View, clause: Clause) -> Found:
    """``freed the crew on Friday``, ``is freeing``, ``has decided to free``: accepted, of a demand in which the verb stands."""
    verb = clause.verb
    if verb.negated or verb.modal is not None or verb.lemma in PLAIN or is_open(view, clause):
        return None
    if "always" in view.tokens.lowers[verb.first : verb.head]:
        return None
    if clause.relation is RELATIVE or not _is_done(view, clause) or not _is_told(view, clause):
        return None
    together = clause.subject is not None and not {"two", "both"}.isdisjoint(view.tokens.lowers[slice(*clause.subject)])
    if together and not verb.passive:
        return None  # "the two governments are arranging a meeting"
    return Stance.REJECTED if _is_none(view, clause) else Stance.ACCEPTED, Reference.DONE


def _is_none(view: View, clause: Clause) -> bool:
    """Whether nothing is what was done: ``have given no explanation``, ``freed nobody``."""
    return view.tokens.lowers[clause.verb.last : clause.verb.last + 1] in NOTHING


def heeded(view: View, clause: Clause) -> Found:
    """``let the men go``, ``will let them go``, ``will not``: what was demanded, in other words."""
    verb = clause.verb
    if clause.relation is RELATIVE or is_open(view, clause) or not rows_done(view, clause):
        return None
    if verb.modal in ("will", "would", "shall") and verb.form is FINITE:
        return Stance.REJECTED if denied(view, clause) else Stance.ACCEPTED, Reference.HEEDED
    if verb.negated and verb.perfect and verb.modal is None and verb.tense is not Tense.PAST:
        return Stance.REJECTED, Reference.HEEDED  # "has not stopped the bombing"
    if verb.negated or verb.modal is not None or not _is_done(view, clause) or not _is_told(view, clause):
        return None
    if "always" in view.tokens.lowers[verb.first : verb.head]:
        return None
    return Stance.REJECTED if _is_none(view, clause) else Stance.ACCEPTED, Reference.HEEDED


def rows_done(view: View, clause: Clause) -> frozenset[int]:
    """The rows of the table of what heeds a demand that a clause does."""
    verb = clause.verb
    lemma, _, particle = verb.lemma.partition(" ")
    behind = view.tokens.lowers[verb.last : min(clause.last, verb.last + 6)]
    behind = [particle, *behind] if particle else behind
    return HEEDING.rows_done(lemma, behind) or HEEDING.rows_done(f"{lemma}e", behind)


def _is_done(view: View, clause: Clause) -> bool:
    """Whether a clause tells of a deed that was done, is being done, or that was resolved upon."""
    verb = clause.verb
    if verb.form is FINITE:
        past = verb.tense is Tense.PAST if verb.passive else view.tokens.tags[verb.head] == "VBD"
        return past or verb.perfect or verb.progressive or (verb.passive and _is_ordered(view, clause))
    above = view.clauses[clause.governor].verb if clause.governor is not None else None
    if above is None or above.negated or above.modal is not None:
        return False
    begun = above.tense is Tense.PAST or above.perfect or above.progressive
    return begun and is_among(above.lemma, BEGINS if verb.form is GERUND else RESOLVES)


def _is_ordered(view: View, clause: Clause) -> bool:
    """``ordered that the crew be freed``, ``ordered the crew freed``."""
    above = view.clauses[clause.governor].verb if clause.governor is not None else None
    if above is None or above.negated or above.modal is not None or clause.relation is not COMPLEMENT:
        return False
    return is_among(above.lemma, ORDAINS) if view.tokens.tags[clause.verb.first] == "VB" else above.lemma == "order"


def _is_told(view: View, clause: Clause) -> bool:
    """Whether the text itself tells it, or those who do it say so (``said it had freed the crew``)."""
    number = view.spoken[clause.verb.head]
    party = view.statements[number].party if number >= 0 else None
    if party is None:
        return True
    actors = {party.code for n in clause.actors for party in view.mention(n).parties}
    ours = any(view.tokens.lowers[view.mention(n).first] in ("we", "i") for n in clause.actors)
    return party.code in actors or ours or (not actors and (clause.verb.passive or _is_ordered(view, clause)))


def granted(view: View, clause: Clause) -> Found:
    """``ordered their release``, ``announced the reopening of the pass``: accepted, of a demand for it."""
    verb = clause.verb
    if verb.form is not FINITE or verb.modal is not None or clause.relation is RELATIVE:
        return None
    if is_open(view, clause):
        return None
    if verb.lemma in ("be", "get") and has(words_of(view, clause)[:5], UNDER_WAY) and not verb.negated:
        return Stance.ACCEPTED, Reference.GIVEN  # "such a withdrawal was under way"
    if not is_among(verb.lemma, ORDAINS):
        return None
    first = clause.subject[0] if verb.passive and clause.subject is not None else verb.last
    number = view.phrases.noun_at[first] if first < clause.last else -1
    if number < 0 or view.tokens.lowers[view.phrases.nouns[number].head] not in GOODS | ENDS:
        return None
    return Stance.REJECTED if verb.negated else Stance.ACCEPTED, Reference.GIVEN


def tied_to(view: View, clause: Clause) -> Found:
    """``tied the release of the crew to an apology``: conditional."""
    verb = clause.verb
    if verb.lemma not in TIES or verb.negated or verb.form is not FINITE:
        return None
    first = clause.subject[0] if verb.passive and clause.subject is not None else verb.last
    number = view.phrases.noun_at[first] if first < clause.last else -1
    if number < 0 or view.tokens.lowers[view.phrases.nouns[number].head] not in GOODS | ENDS:
        return None
    return Stance.CONDITIONAL, Reference.GIVEN


def also_refuses(view: View, clause: Clause) -> bool:
    """``is safe and will not be interrupted``: what goes on behind the clause."""
    return any(
        view.clauses[n].verb.negated and view.clauses[n].relation is Relation.COORDINATE
        for n in view.children.get(clause.number, ())
    )


def will(view: View, clause: Clause) -> Found:
    """``will not lift its veto``: rejected, of a demand to lift it; ``the code would be submitted``: accepted."""
    verb = clause.verb
    if (
        verb.form is FINITE
        and verb.modal in MIGHT
        and concedes(verb.lemma)
        and not verb.negated
        and limited(onward(view, clause))
    ):
        return Stance.CONDITIONAL, Reference.NEXT  # "might free them if Lima pays"
    if "first" in view.tokens.lowers[verb.first : verb.last + 1] and verb.modal in WILL | {"have to", "need to"}:
        return Stance.CONDITIONAL, Reference.NEXT  # "would first have to see the draft"
    if verb.modal not in WILL or verb.form is not FINITE or is_open(view, clause):
        return None
    if verb.lemma == "be" and words_of(view, clause)[1 + (verb.last - verb.first > 2) :][:3].count("no"):
        return Stance.REJECTED, Reference.NEXT  # "there can be no talk of that"
    if verb.lemma in ("be", "have") and not verb.negated:
        return None
    some = verb.modal in ("can", "could") and a_number_of(onward(view, clause))
    if (
        not denied(view, clause)
        and verb.passive
        and (verb.modal in ("will", "would", "shall") or some)
        and concedes(verb.lemma)
    ):
        return Stance.ACCEPTED, Reference.NEXT
    if verb.lemma in TALKS:
        return None
    if denied(view, clause):
        pointing = clause.subject is not None and view.tokens.lowers[clause.subject[0]] in ("that", "this", "it")
        if pointing and verb.lemma in ("happen", "do"):
            return Stance.REJECTED, Reference.PRONOUN  # "that would not happen"
        behind = view.tokens.lowers[verb.last : min(clause.last, verb.last + 1)]
        if behind and behind[0] in ONES and (concedes(verb.lemma) or verb.lemma in GIVES):
            return Stance.REJECTED, Reference.PRONOUN  # "cannot provide one"
        return Stance.REJECTED, Reference.NEXT if verb.lemma in YIELDS else Reference.SAME
    if verb.modal == "would" and "only" in view.tokens.lowers[verb.first : verb.head]:
        return Stance.REJECTED, Reference.OWN  # "that would only give them a respite"
    if verb.modal not in ("will", "would", "shall"):
        return None
    tied = (concedes(verb.lemma) or verb.lemma in ACTS) and limited(
        onward(view, clause)
    )  # "would lift its veto only if"
    return Stance.ACCEPTED, Reference.NEXT if tied else Reference.NONE


def contrary(view: View, clause: Clause) -> Found:
    """``would be tried``, ``vowed to put them on trial``, ``kept the ban``: rejected, of a demand for the contrary."""
    verb, lowers = clause.verb, view.tokens.lowers
    above = view.clauses[clause.governor].verb if clause.governor is not None else None
    vowed = verb.form is INFINITIVE and above is not None and above.lemma in VOWS and not above.negated
    past = verb.form is FINITE and verb.tense is Tense.PAST and not verb.perfect and clause.relation is not RELATIVE
    ours = verb.progressive and verb.tense is Tense.PRESENT and clause.subject is not None  # “We are staying”
    ours = ours and view.tokens.lowers[clause.subject[0]] in ("we", "i") if clause.subject is not None else False
    if not (verb.modal in WILL or vowed or past or ours) or verb.negated or is_open(view, clause):
        return None
    tried = has(lowers[verb.head : min(clause.last, verb.head + 6)], TRIALS)
    return (Stance.REJECTED, Reference.CONTRARY) if tried or contrary_to(verb.lemma) else None


def goes_on(view: View, clause: Clause) -> Found:
    """``it would continue``, ``would enter into force as planned``: rejected, of a demand to stop."""
    verb = clause.verb
    if verb.modal not in ("will", "would", "shall") or verb.negated or is_open(view, clause):
        return None
    if has(words_of(view, clause), AS_PLANNED):
        return Stance.REJECTED, Reference.NEXT
    with_particle = f"{verb.lemma} {' '.join(view.tokens.lowers[verb.last : verb.last + 1])}"
    if with_particle in GOES_ON:
        return Stance.REJECTED, Reference.NEXT  # "would go on being stopped"
    if verb.lemma in GOES_ON and len(words_of(view, clause)) < 8:
        return Stance.REJECTED, Reference.NEXT
    return None


def supplied(view: View, clause: Clause) -> Found:
    """``which the Soviets have provided only in part``: partly accepted."""
    words = words_of(view, clause)
    if clause.verb.lemma.partition(" ")[0] in GIVES and not clause.verb.negated and clause.verb.form is FINITE:
        if "partial" in words[:4] or words[1:2] in (["some"], ["half"], ["part"]):
            return Stance.PARTLY_ACCEPTED, Reference.BARE if {"one", "ones", "them", "it"} & set(
                words[:5]
            ) else Reference.OWN
    if clause.relation is not RELATIVE or clause.verb.negated or not clause.verb.perfect:
        return None
    return (Stance.PARTLY_ACCEPTED, Reference.RELATIVE) if has(words_of(view, clause), IN_PART) else None


NOTHING = (["no"], ["nothing"], ["nobody"], ["neither"], ["none"])
ONES = frozenset(("one", "it", "them"))
TIES = frozenset(("tie", "link", "condition", "peg"))
PLAIN = frozenset(
    "be have do say tell ask urge demand call want make take get go come meet hold see know think".split()
)
UNDER_WAY: Sayings = {"under": [["under", "way"]], "underway": [["underway"]], "in": [["in", "progress"]]}
AS_PLANNED: Sayings = {"as": [["as", "planned"], ["as", "scheduled"]]}
GOES_ON = frozenset(
    ("continue", "go on", "persist", "remain", "stay", "stand", "go ahead", "press ahead", "proceed", "push ahead")
)
ACTS = frozenset("act cooperate co-operate help move reciprocate".split())
VOWS = frozenset("vow plan intend promise pledge decide threaten".split())
ORDAINS = frozenset(
    "announce order approve authorise authorize confirm decree begin start complete grant permit allow endorse declare".split()
)
MIGHT = frozenset("may might can could".split())
BEGINS = frozenset("begin start finish complete end announce".split())
RESOLVES = frozenset("begin start decide vote move choose resolve opt elect proceed continue".split())
