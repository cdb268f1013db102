"""Answers that put off: ``will study it``, ``has yet to reply``, ``wants more time``."""

from __future__ import annotations

from diplomod.model import Stance
from diplomod.reading.demands.drafts import View
from diplomod.reading.demands.pointing import (
    GIVEN,
    INFINITIVE,
    RELATIVE,
    Found,
    Reference,
    denied,
    has,
    is_open,
    pointing_of,
    words_of,
)
from diplomod.reading.demands.sayings import (
    ANSWERS,
    DELAYS,
    NUMBERS,
    PASSES,
    POINTING,
    PONDERS,
    REPLIES,
    STUDIES,
    UNDECIDED,
    WILL,
)
from diplomod.reading.parts import Clause


def judged_thing(view: View, clause: Clause) -> Reference:
    """How a clause points back at what it judges: its subject, or what stands behind its verb."""
    lowers = view.tokens.lowers
    if clause.relation is RELATIVE:
        return Reference.RELATIVE
    start = clause.subject[0] if clause.verb.lemma in ("be", "remain") and clause.subject else clause.verb.last
    if start < len(lowers) and lowers[start] in POINTING:
        return Reference.PRONOUN
    return Reference.BARE


def put_off(view: View, clause: Clause) -> Found:
    """``would be studied in due course``, ``has yet to answer``, ``wants more time``, ``no reply had come``: deferred."""
    verb = clause.verb
    words = words_of(view, clause)
    if "comment" in words[:8]:
        return None
    if verb.lemma in ("reply", "answer", "respond") and verb.modal in WILL and not verb.negated:
        behind = words[verb.last - verb.first :][:1]
        if verb.lemma != "respond" or behind in ([], ["."]) or behind[0] in LATER:
            return Stance.DEFERRED, Reference.BARE
    if verb.lemma in REPLIES | {"react"} and verb.lemma != "counter" and not _is_awaited(view, clause):
        if denied(view, clause) and verb.modal is None:
            return Stance.DEFERRED, Reference.BARE
        above = view.clauses[clause.governor] if clause.governor is not None else None
        if verb.form is INFINITIVE and above is not None and "yet" in words_of(view, above)[:4]:
            return Stance.DEFERRED, Reference.BARE
        return None
    if is_open(view, clause):
        return None
    if verb.lemma in ("depend", "hinge") and not verb.negated and _is_of_decision(view, clause):
        return Stance.CONDITIONAL, Reference.BARE  # "any decision would depend on"
    above = view.clauses[clause.governor] if clause.governor is not None else None
    if (
        verb.form is INFINITIVE
        and verb.lemma in TELLS | {"decide"}
        and above is not None
        and "yet" in words_of(view, above)[:4]
    ):
        return Stance.DEFERRED, Reference.BARE
    if verb.modal in WILL and verb.lemma.partition(" ")[0] in ("take", "make", "reach") and "decision" in words[1:6]:
        return Stance.DEFERRED, Reference.BARE
    if _wants_time(view, clause) or _is_awaited(view, clause):
        return Stance.DEFERRED, Reference.BARE
    if verb.lemma in ("receive", "come", "be", "get", "have") and _no_answer(view, clause):
        return Stance.DEFERRED, Reference.NOUN
    if (verb.negated or "yet" in words[:4]) and has(words[:8], UNDECIDED):
        return Stance.DEFERRED, Reference.BARE
    if verb.negated and verb.lemma != "be":
        return None
    if verb.lemma == "decide" and (verb.modal in WILL or verb.modal in ("be to", "should", "must")):
        return Stance.DEFERRED, Reference.HINT  # "parliament is to decide on Friday"
    if verb.lemma == "take up" and verb.passive and verb.modal in WILL:
        return Stance.DEFERRED, Reference.BARE
    if clause.subject is not None and verb.modal in WILL | {"may", "might"} and verb.lemma.partition(" ")[0] in DECIDES:
        if "decision" in view.tokens.lowers[slice(*clause.subject)]:
            return Stance.DEFERRED, Reference.BARE  # "a decision could fall on Friday"
    if verb.passive and verb.modal in WILL and (verb.lemma in PASSES or verb.lemma in ("put", "raise")):
        return Stance.DEFERRED, _thing(view, clause)
    if verb.modal in WILL and verb.lemma in CONVEYS and not verb.passive:
        matter = not MATTERS.isdisjoint(view.tokens.lowers[verb.last : verb.last + 3])
        return Stance.DEFERRED, Reference.BARE if matter else pointing_of(view, clause)
    if verb.lemma in PONDERS and verb.form is INFINITIVE and _is_due_to(view, clause):
        return Stance.DEFERRED, pointing_of(view, clause)
    going_on = verb.progressive or "being" in view.tokens.lowers[verb.first : verb.head]
    if verb.lemma in PONDERS and verb.modal in WILL and not MATTERS.isdisjoint(words[verb.last - verb.first :][:3]):
        return Stance.DEFERRED, Reference.BARE  # "will discuss the issue only in Geneva"
    if verb.lemma in PONDERS and (verb.modal in WILL or verb.modal in ("may", "might") or going_on):
        return Stance.DEFERRED, _thing(view, clause)
    if verb.lemma in ("await", "wait", "wait for") and not ANSWERS.isdisjoint(words[:8]):
        return Stance.DEFERRED, Reference.BARE  # "is waiting for Lima's reply"
    if verb.lemma in ("be", "remain", "come") and "under" in words[:4] and not STUDIES.isdisjoint(words[:7]):
        return Stance.DEFERRED, judged_thing(view, clause)
    if "note" in words[:3] and not {"a", "an"}.isdisjoint(words[3:4]):
        return None  # "took note of a proposal"
    if has(words[:12], DELAYS):
        if verb.lemma in (
            "want",
            "need",
            "ask for",
            "ask",
            "request",
            "seek",
            "be",
            "take",
            "look",
            "say",
            "have",
            "require",
            "handle",
            "treat",
            "deal with",
        ):
            return Stance.DEFERRED, Reference.BARE
        return (Stance.DEFERRED, _thing(view, clause)) if verb.lemma.startswith(("look", "take")) else None
    return None


def _is_of_decision(view: View, clause: Clause) -> bool:
    """Whether what depends on something is an answer: ``its decision``, ``that``."""
    subject = [] if clause.subject is None else view.tokens.lowers[slice(*clause.subject)]
    return subject[:1] in (["that"], ["this"]) or not DECISIONS.isdisjoint(subject[-1:])


def _wants_time(view: View, clause: Clause) -> bool:
    """``asked for two weeks to reply``, ``needs a few days``."""
    verb = clause.verb
    if verb.lemma.partition(" ")[0] not in ("ask", "need", "request", "seek", "want", "take") or verb.negated:
        return False
    words = view.tokens.lowers[verb.last : min(clause.last, verb.last + 6)]
    at = next((n for n, word in enumerate(words) if word in SPANS), -1)
    return at > 0 and words[at + 1 : at + 2] not in (["ago"], ["of"]) and words[0] in BEFORE_SPANS


def _is_awaited(view: View, clause: Clause) -> bool:
    """``its answer is expected on Friday``, ``is due to reply on Friday``."""
    verb, lowers = clause.verb, view.tokens.lowers
    if verb.lemma in REPLIES and verb.form is INFINITIVE:
        return _is_due_to(view, clause)
    head = lowers[clause.subject[1] - 1] if clause.subject is not None else ""
    if head not in ANSWERS and head != "decision":
        return False
    ahead = (verb.lemma == "expect" and verb.passive) or (verb.lemma in GIVEN and verb.modal in WILL)
    return ahead or (verb.lemma == "be" and lowers[verb.last : verb.last + 1] in (["due"], ["pending"], ["awaited"]))


def _is_due_to(view: View, clause: Clause) -> bool:
    """Whether an infinitive tells of what is due: ``is due to reply``, ``is expected to discuss it``."""
    above = view.clauses[clause.governor].verb if clause.governor is not None else None
    if above is None or above.negated:
        return False
    due = above.lemma == "be" and not {"due", "set", "likely"}.isdisjoint(
        view.tokens.lowers[above.last : above.last + 2]
    )
    return due or (above.passive and above.lemma in ("expect", "schedule"))


def _thing(view: View, clause: Clause) -> Reference:
    """How what is weighed points back: the subject of a passive, else the object."""
    if not clause.verb.passive and not clause.verb.lemma.startswith("look"):
        return pointing_of(view, clause)
    if clause.subject is not None and view.tokens.lowers[clause.subject[0]] in POINTING:
        return Reference.PRONOUN
    return pointing_of(view, clause) if not clause.verb.passive else Reference.BARE


def _no_answer(view: View, clause: Clause) -> bool:
    lowers = view.tokens.lowers
    for token in range(clause.first, min(clause.last, clause.verb.last + 6)):
        if lowers[token] in ANSWERS and "no" in lowers[max(clause.first, token - 3) : token]:
            return True
    return False


DECISIONS = ANSWERS | frozenset("decision decisions release withdrawal agreement consent".split())
CONVEYS = frozenset("raise convey relay pass report forward transmit refer bring".split())  # "undertook to raise it"
DECIDES = frozenset("make take fall come announce reach expect".split())
TELLS = frozenset("say answer confirm commit indicate disclose".split())
LATER = frozenset("through at when after later soon within once on by".split())
MATTERS = frozenset("it message request appeal concerns demand matter issue question point".split())
SPANS = frozenset("hours days weeks months day week month time".split())
BEFORE_SPANS = NUMBERS | frozenset("for a another more some until at up to 24 48 72".split())
