"""How a clause points back at what was demanded, and what limits or denies what it says."""

from __future__ import annotations

import enum

from diplomod.model import Stance
from diplomod.reading.demands.drafts import View
from diplomod.reading.demands.sayings import (
    AFTER_THAT,
    CONDITIONS,
    DEFINITE,
    NUMBERS,
    ONLY_IF,
    OPEN,
    ORDINALS,
    PARTLY,
    PARTS,
    POINTING,
    REACH,
    THINGS,
    WANTED,
    WILL,
    Sayings,
)
from diplomod.reading.parts import Clause, Form, Relation

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
FINITE, GERUND, INFINITIVE = Form.FINITE, Form.GERUND, Form.INFINITIVE
RELATIVE, COMPLEMENT = Relation.RELATIVE, Relation.COMPLEMENT


class Reference(enum.Enum):
    """How a clause points back at what it answers."""

    NOUN = "noun"  # "the request", "that appeal"
    OFFER = "offer"  # "the plan", "the proposal": it may be another one
    PRONOUN = "pronoun"  # "agreed to this", "would do so"
    RELATIVE = "relative"  # "a step that Kim has resisted"
    BARE = "bare"  # "Israel refused."
    NEXT = "next"  # "replied that the text would be shared": it stands right behind
    DONE = "done"  # "freed the crew": what was demanded, of the very thing
    SAME = "same"  # "will not lift it": the verb of the demand itself
    GIVEN = "given"  # "ordered the release of the crew": what was demanded, by its noun
    CONTRARY = "contrary"  # "would be tried", of a demand to free them
    HEEDED = "heeded"  # "let the men go", of a demand to free them
    HINT = "hint"  # "remained silent": an idiom of answering
    OWN = "own"  # "agreed to weekly figures": it tells of something itself
    NONE = "none"


Found = tuple[Stance, Reference] | None


def has(words: list[str], phrases: Sayings) -> bool:
    """Whether one of the `phrases` stands among the `words`."""
    if phrases.keys().isdisjoint(words):
        return False
    for at, word in enumerate(words):
        for phrase in phrases.get(word, ()):
            if words[at : at + len(phrase)] == phrase:
                return True
    return False


def words_of(view: View, clause: Clause) -> list[str]:
    """The words of the verb and behind it, up to the end of the clause, without marks."""
    known = view.behind.get(clause.number)
    if known is None:
        lowers, tags = view.tokens.lowers, view.tokens.tags
        tokens = range(clause.verb.first, min(clause.last, clause.verb.last + REACH))
        known = view.behind[clause.number] = [lowers[token] for token in tokens if tags[token] not in ("``", "''", ",")]
    return known


def onward(view: View, clause: Clause) -> list[str]:
    """The words from the clause on, to the end of its sentence or the next semicolon, without marks."""
    first, last = clause.first, view.tokens.sentences[clause.sentence][1]
    words: list[str] = []
    for token in range(first, min(last, clause.verb.last + REACH)):
        if view.tokens.lowers[token] == ";":
            break
        if view.tokens.tags[token] not in ("``", "''", ","):
            words.append(view.tokens.lowers[token])
    return words


def denied(view: View, clause: Clause) -> bool:
    """Whether a clause says no, by verb, subject or adverb: ``nobody can force us``, ``will under no circumstances``."""
    if clause.verb.negated:
        return True
    lowers = view.tokens.lowers
    if lowers[clause.first] == "neither" and "nor" not in lowers[clause.verb.last : clause.verb.last + 4]:
        return True
    if clause.subject is not None and lowers[clause.subject[0]] in ("nobody", "no", "none", "nothing", "neither"):
        return True
    near = lowers[max(0, clause.verb.first - 2) : clause.verb.head + 4]
    return "circumstances" in near and "no" in near


def shunned(view: View, clause: Clause) -> bool:
    """Whether a gerund tells of what is not done: ``no sign of yielding``, ``without agreeing``, ``stopped short of``."""
    if clause.verb.form is not GERUND:
        return False
    return not SHUNS.isdisjoint(view.tokens.lowers[max(0, clause.verb.first - 3) : clause.verb.first])


def is_open(view: View, clause: Clause) -> bool:
    """Whether the clause leaves open what it tells: ``whether Oslo will accept``, ``if Lima agrees``."""
    return not OPEN.isdisjoint(view.tokens.lowers[max(0, clause.first - 1) : clause.verb.first])


def pointing_of(view: View, clause: Clause) -> Reference:
    """How what the verb governs points back."""
    if clause.relation is RELATIVE or tells_of_something(view, clause):
        return Reference.RELATIVE
    lowers, tags = view.tokens.lowers, view.tokens.tags
    if clause.verb.passive and clause.subject is not None and lowers[clause.subject[0]] in POINTING:
        return Reference.PRONOUN
    at = clause.verb.last
    while at < clause.last:
        time = view.time_at(at)
        if lowers[at] not in PASSED and tags[at] != "RB" and time is None:
            break
        at = at + 1 if time is None else time.last
    if (
        lowers[at : at + 1] == ["that"]
        and tags[at + 1 : at + 2]
        and tags[at + 1] not in AFTER_THAT
        and not _names_it(view, at)
    ):
        return Reference.OWN  # "agreed that it was cold"
    if at >= clause.last or tags[at] in (".", ":", ",", "CC", "IN", "''"):
        return Reference.BARE
    if lowers[at] in COMPLIES and (at + 1 >= clause.last or tags[at + 1] in (".", ",", ":", "CC", "IN")):
        return Reference.BARE  # "promised to comply"
    if tags[at] == "VB" and is_demand(view, at) and lowers[at - 1] == "to":
        return Reference.NOUN  # "bows to demand"
    if lowers[at] == "do" and tags[at + 1 : at + 2] in (["."], [","], [":"]):
        return Reference.PRONOUN  # "which the rebels, led by a colonel, refuse to do"
    if lowers[at : at + 2] == ["do", "so"] or lowers[at : at + 2] in (["do", "that"], ["do", "this"], ["do", "it"]):
        return Reference.PRONOUN
    if (
        lowers[at] == "the"
        and lowers[at + 1 : at + 2]
        and lowers[at + 1] in ORDINALS
        and tags[at + 2 : at + 3] != ["NN"]
    ):
        return Reference.PRONOUN
    if lowers[at] in POINTING and (at + 1 >= clause.last or view.phrases.noun_at[at + 1] < 0 or tags[at + 1] != "NN"):
        if view.phrases.noun_at[at] < 0 or view.phrases.nouns[view.phrases.noun_at[at]].last == at + 1:
            return Reference.PRONOUN
    if tags[at] in ("VB", "VBG") and lowers[at + 1 : at + 2] in (["it"], ["them"], ["him"], ["her"]):
        return Reference.PRONOUN  # "ruled out supplying them"
    phrase = view.phrases.noun_at[at]
    if phrase >= 0:
        noun = view.phrases.nouns[phrase]
        if is_wanted(view, noun.head):
            found = lowers[noun.first] in ("a", "an") and lowers[noun.head] in FOUND
            return Reference.OWN if found else Reference.NOUN  # "did not agree on a solution"
        if lowers[noun.first] == "any":  # "ruled out any concessions", "rejected any reopening of"
            near = lowers[noun.head] in STEPS or lowers[noun.last : noun.last + 1] == ["of"]
            return Reference.BARE if near else Reference.HINT  # "has ruled out any ethnic body"
        if lowers[noun.first] in THAT or _of_that(lowers, noun.last):
            return Reference.PRONOUN
    return Reference.OWN


def _of_that(lowers: list[str], at: int) -> bool:
    """Whether words go on with ``of that amount``."""
    return lowers[at : at + 1] == ["of"] and not THAT.isdisjoint(lowers[at + 1 : at + 2])


def is_demand(view: View, token: int) -> bool:
    """Whether a noun is one for a demand: ``the request``, ``the deadline``."""
    word = view.tokens.lowers[token]
    return word in THINGS or "demand" in view.lexicon.nouns.senses(word)


def _names_it(view: View, at: int) -> bool:
    """Whether that belongs to a noun: ``that formula``."""
    number = view.phrases.noun_at[at]
    return number >= 0 and view.phrases.nouns[number].first == at and view.phrases.nouns[number].last > at + 1


def is_wanted(view: View, token: int) -> bool:
    """Whether a noun can stand for what is demanded: ``the request``, ``that proposal``, ``the September date``."""
    word = view.tokens.lowers[token]
    return word in THINGS or not WANTED.isdisjoint(view.lexicon.nouns.senses(word))


def tells_of_something(view: View, clause: Clause) -> bool:
    """``…, something they have declined to do``: a clause on what was said just before."""
    lowers = view.tokens.lowers
    first = clause.first + (lowers[clause.first] == ",")
    if not first or lowers[first - 1] not in (",", "-", "–", "—"):
        return False
    if lowers[first] in ("something", "which"):
        return True
    return lowers[first] in ("a", "an") and _is_comment(view, clause, first)


def _is_comment(view: View, clause: Clause, first: int) -> bool:
    """Whether a subject has a noun for what was demanded before who answers: ``…, a step | Lima has refused to take``."""
    words = view.tokens.lowers[first + 1 : min(first + 3, clause.verb.first - 1)]
    return clause.first == first and bool(clause.actors) and not COMMENTS.isdisjoint(words)


def word_for_it(view: View, clause: Clause) -> int:
    """The word that stands for a demand in the clause: ``the request would be studied``, ``rejected the demand``."""
    lowers = view.tokens.lowers
    start = clause.first
    if clause.subject is not None and clause.subject[0] < clause.first and clause.relation is not RELATIVE:
        start = clause.subject[0]
    if clause.relation is RELATIVE:
        start = max(0, clause.first - 3)
    for token in range(start, min(clause.last, clause.verb.last + 8)):
        if view.tokens.tags[token][:2] == "NN" and is_wanted(view, token):
            phrase = view.phrases.noun_at[token]
            if phrase < 0 or clause.relation is RELATIVE:
                return token
            noun = view.phrases.nouns[phrase]
            if noun.head == token and (lowers[noun.first] in DEFINITE or "POS" in view.tokens.tags[noun.first : token]):
                return token
    return -1


def in_part(words: list[str]) -> bool:
    """Whether words speak of a part only: ``half of it``, ``in principle``, ``but not the second``."""
    return not PARTLY.isdisjoint(words[:12]) or has(words, PARTS) or a_number_of(words)


def limited(words: list[str]) -> bool:
    """Whether words tie something to a condition: ``if``, ``only after``, ``but Lima must pay first``."""
    if has(words, CONDITIONS):
        return True
    for at, word in enumerate(words):
        if word == "but" and _is_due(words[at + 1 : at + 8]):
            return True
        if word in ONLY_IF:
            before, behind = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
            if word in ("provided", "providing") and at <= VERB:
                continue  # "has provided the data"
            if before in ("at", "even", "ask", "asked", "as") or (word in ("until", "once") and _is_time(behind)):
                continue  # "at once", "even if", "when asked if", "until Friday"
            return True
    return False


def _is_due(words: list[str]) -> bool:
    """Whether words tell of what another is to do: ``must pay``, ``wants guarantees first``."""
    if not DUE.isdisjoint(words):
        return True
    at = words.index("first") if "first" in words else 0
    return at > 0 and words[at - 1] not in ("the", "its", "their", "his", "at")


def _is_time(word: str) -> bool:
    """Whether a word behind until or once begins a time: ``until Friday``, ``once more``."""
    return word in TIMES or word[:1].isdigit()


def tied(view: View, clause: Clause) -> bool:
    """Whether what stands before the clause in its sentence ties it to a condition: ``If Lima pays, we will free the crew``."""
    for number in range(clause.number - 1, max(-1, clause.number - 4), -1):
        other = view.clauses[number]
        if other.sentence != clause.sentence:
            return False
        leads = view.tokens.lowers[max(0, other.first - 1) : other.verb.first]
        if "first" in leads and "then" in view.tokens.lowers[max(other.last - 1, clause.first - 1) : clause.verb.first]:
            return True  # "first Lima must pay, then we will"
        led = not ONLY_IF.isdisjoint(leads[:3]) or ("when" in leads[:2] and clause.verb.modal in ("will", "would"))
        if other.verb.form is FINITE and led and "even" not in leads:
            return "," in view.tokens.tags[other.verb.last : clause.first + 1]
    return False


def waits(view: View, clause: Clause) -> bool:
    """Whether what is to be done waits for what another does: ``will free them when Lima pays``."""
    if clause.verb.modal not in WILL:
        return False
    for number in range(clause.number + 1, min(len(view.clauses), clause.number + 3)):
        other = view.clauses[number]
        if other.sentence != clause.sentence or other.verb.form is not FINITE:
            return False
        leads = view.tokens.lowers[max(clause.verb.last, other.first - 1) : other.first + 1]
        if not {"when", "after"}.isdisjoint(leads) and other.first <= clause.last + 1:
            ends = other.verb.lemma in ("be", "end", "finish", "conclude", "complete")
            return other.verb.lemma not in ("ask", "press", "question") and (ends or bool(other.actors))
    return False


def a_number_of(words: list[str]) -> bool:
    """``12 of the 20``, ``four of them``."""
    return any(
        words[at] == "of"
        and words[at + 1] in ("the", "them", "those", "these")
        and (words[at - 1].isdigit() or words[at - 1] in NUMBERS)
        for at in range(1, len(words) - 1)
    )


FOUND = frozenset("solution compromise formula plan deal agreement settlement".split())
COMMENTS = frozenset(
    "step move idea point demand request proposal condition call plea appeal concession suggestion measure requirement course "
    "option notion formula deadline ultimatum stipulation".split()
)
VERB = 3  # words of a clause among which its own verb stands
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december next now then recently last late early mid-may midnight noon today tomorrow more again".split()
)
DUE = frozenset("must should needs".split())
SHUNS = frozenset("no without short against little than instead".split())
COMPLIES = frozenset("oblige comply accept agree cooperate co-operate obey conform".split())
GIVEN = frozenset("come follow give send deliver announce make".split())
PASSED = frozenset("to with by on even point-blank outright".split())
STEPS = frozenset("concession concessions compromise compromises step retreat climbdown change changes".split())
THAT = frozenset("that this those these such".split())
