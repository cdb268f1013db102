"""What stance a clause shows to what was demanded, and how it points back at it."""

from __future__ import annotations

import enum
from collections.abc import Callable

from diplomod.lexicon.answers import answers
from diplomod.model import Stance
from diplomod.reading.demands.conditions import concedes, is_among
from diplomod.reading.demands.drafts import View
from diplomod.reading.demands.likeness import contrary_to
from diplomod.reading.demands.sayings import (
    AFTER_THAT,
    ANSWERS,
    APART,
    CONDITIONS,
    DEFINITE,
    DELAYS,
    GIVES,
    GRANTS,
    HOLDS,
    IN_PART,
    JUDGES,
    MARKS,
    MEETS,
    NUMBERS,
    ONLY_IF,
    OPEN,
    ORDINALS,
    PARTLY,
    PARTS,
    PASSES,
    POINTING,
    PONDERS,
    REACH,
    READY,
    REFUSALS,
    REFUSED,
    REPLIES,
    RIGHTS,
    STUDIES,
    TALKS,
    THINGS,
    TRIALS,
    UNDECIDED,
    WANTED,
    WILL,
    YIELDS,
    Sayings,
)
from diplomod.reading.demands.sides import ENDS, GOODS
from diplomod.reading.parts import Clause, Form, Relation, Tense

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
    HINT = "hint"  # "remained silent": an idiom of answering
    OWN = "own"  # "agreed to weekly figures": it tells of something itself
    NONE = "none"


Found = tuple[Stance, Reference] | None


def has(words: list[str], phrases: Sayings) -> bool:
    """Whether one of the `phrases` stands among the `words`."""
    for at, word in enumerate(words):
        for phrase in phrases.get(word, ()):
            if words[at : at + len(phrase)] == phrase:
                return True
    return False


def _behind(view: View, clause: Clause) -> list[str]:
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
    if clause.subject is not None and lowers[clause.subject[0]] in ("nobody", "no", "none", "nothing"):
        return True
    near = lowers[max(0, clause.verb.first - 2) : clause.verb.head + 4]
    return "circumstances" in near and "no" in near


def _shunned(view: View, clause: Clause) -> bool:
    """Whether a gerund tells of what is not done: ``no sign of yielding``, ``without agreeing``, ``stopped short of``."""
    if clause.verb.form is not GERUND:
        return False
    return not SHUNS.isdisjoint(view.tokens.lowers[max(0, clause.verb.first - 3) : clause.verb.first])


def _open(view: View, clause: Clause) -> bool:
    """Whether the clause leaves open what it tells: ``whether Oslo will accept``, ``if Lima agrees``."""
    return not OPEN.isdisjoint(view.tokens.lowers[max(0, clause.first - 1) : clause.verb.first])


def _pointing(view: View, clause: Clause) -> Reference:
    """How what the verb governs points back."""
    if clause.relation is RELATIVE or _tells_of_something(view, clause):
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
            return Reference.NOUN
        if lowers[noun.first] == "any" and lowers[noun.head] in STEPS:
            return Reference.BARE  # "ruled out any concessions"
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


def _tells_of_something(view: View, clause: Clause) -> bool:
    """``…, something they have declined to do``: a clause on what was said just before."""
    lowers = view.tokens.lowers
    first = clause.first + (lowers[clause.first] == ",")
    return lowers[first] in ("something", "which") and first > 0 and lowers[first - 1] in (",", "-", "–", "—")


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


def _rejected(view: View, clause: Clause) -> Found:
    """``Kyiv has rejected those demands``, ``Israel refused``: rejected."""
    verb = clause.verb
    apart = _particle_behind(view, clause)
    if (
        not ("reject" in verb.senses or apart or verb.lemma in ("defend", "justify"))
        or verb.negated
        or _open(view, clause)
    ):
        return None
    if has(_behind(view, clause), DELAYS):
        return Stance.DEFERRED, Reference.BARE
    if verb.lemma in ("defend", "justify") and not verb.negated and verb.form is FINITE:
        return Stance.REJECTED, Reference.OWN
    if verb.lemma == "decline" and "comment" in _behind(view, clause)[:4]:
        return None
    if _of_reports(view, clause):
        return None
    if verb.lemma in ("decline", "refuse") and not TELLS.isdisjoint(_behind(view, clause)[1:4]):
        would = not WILL.isdisjoint(onward(view, clause)[3:14])
        return (Stance.DEFERRED, Reference.BARE) if would else None  # "declined to say whether it would"
    reference = _pointing(view, clause)
    return None if reference is Reference.OWN and verb.form is not FINITE else (Stance.REJECTED, reference)


def _of_reports(view: View, clause: Clause) -> bool:
    """Whether what others say is rejected, not what they want: ``rejected as baseless reports of a raid``, ``denied that``."""
    lowers, verb = view.tokens.lowers, clause.verb
    first = verb.last
    if verb.lemma == "deny" and lowers[first : first + 1] == ["that"]:
        return True
    if (verb.passive or verb.lemma == "be") and clause.subject is not None:
        return not CLAIMS.isdisjoint(lowers[slice(*clause.subject)])
    for token in range(first, min(clause.last, first + 8)):
        if view.tokens.tags[token][:2] == "NN" and lowers[token] in CLAIMS:
            return True
        if is_wanted(view, token):
            return False
    return False


def _particle_behind(view: View, clause: Clause) -> bool:
    """``brushed the call aside``, ``turned them down``: the particle stands behind the object."""
    particles = APART.get(clause.verb.lemma)
    if particles is None:
        return False
    return not particles.isdisjoint(view.tokens.lowers[clause.verb.last : min(clause.last, clause.verb.last + 6)])


def accepted(view: View, clause: Clause) -> Found:
    """``agreed to this``, ``undertook to do so``: accepted; ``did not agree to it``: rejected."""
    verb, lowers = clause.verb, view.tokens.lowers
    if _shunned(view, clause):
        short = "short" in lowers[max(0, verb.first - 2) : verb.first] and "accept" in verb.senses
        return (Stance.DEFERRED, _pointing(view, clause)) if short else None  # "stopped short of agreeing"
    lives = verb.lemma == "live" and lowers[verb.last : verb.last + 1] == ["with"]
    hails = verb.lemma in ("welcome", "applaud", "hail") and verb.form is FINITE and word_for_it(view, clause) >= 0
    if not ("accept" in verb.senses or verb.lemma in GRANTS or lives or hails) or _open(view, clause):
        return None
    if verb.modal in ("must", "should", "may", "might", "have to", "need to", "be to"):
        return None
    if verb.passive and verb.lemma in ("submit", "yield"):
        return None
    if verb.lemma == "bow" and "pressure" in _behind(view, clause):
        return None if verb.negated else (Stance.ACCEPTED, Reference.BARE)
    reference = _pointing(view, clause)
    if verb.form is INFINITIVE and clause.relation is Relation.INFINITIVE and clause.governor is not None:
        return None  # "refused to accept": told by the verb above
    if reference is Reference.OWN:
        at = clause.verb.last
        if verb.form is not FINITE:
            return None
        if lowers[at : at + 1] == ["that"] or (view.phrases.verb_at[at] >= 0 and lowers[at] != "to"):
            return None
    if denied(view, clause):
        return Stance.REJECTED, reference
    behind = lowers[verb.last : verb.last + 5]
    if behind[:2] in (["not", "to"], ["never", "to"]):
        yields = not YIELDS.isdisjoint(behind[2:3]) or behind[2:4] in (["give", "in"], ["give", "way"], ["give", "up"])
        return Stance.REJECTED, Reference.BARE if yields else reference  # "vowed not to yield"
    if behind[:1] == ["to"] and has(behind, DELAYS):
        return Stance.DEFERRED, Reference.BARE  # "promised to look into the matter"
    if (
        behind[:1] == ["to"]
        and behind[1:]
        and TABLE.stance(behind[1], lowers[verb.last + 1 : clause.last], 1) == "deferred"
    ):
        return Stance.DEFERRED, Reference.BARE  # "undertook to put the proposal to her government"
    if behind[:1] == ["to"] and not WEIGHS.isdisjoint(behind[1:2]):
        return Stance.DEFERRED, _reference_of(behind[2:4])
    if (
        verb.lemma == "vow"
        and reference is Reference.OWN
        and behind[:1] == ["to"]
        and not concedes("".join(behind[1:2]))
    ):
        return None  # "vowed to put them on trial"
    if verb.lemma in ("promise", "pledge") and reference is Reference.OWN and behind[:1] == ["a"]:
        return Stance.DEFERRED, reference  # "promised a committee"
    words = onward(view, clause)
    if verb.modal in ("can", "could") and not lives and not limited(words) and not in_part(words):
        return None
    return Stance.ACCEPTED, reference


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
        if other.verb.form is FINITE and not ONLY_IF.isdisjoint(leads[:3]) and "even" not in leads:
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
            return other.verb.lemma not in ("ask", "press", "question") and bool(other.actors)
    return False


def _does(view: View, clause: Clause) -> Found:
    """``would gladly do so``: accepted; ``cannot meet it halfway``, ``we will never do that``: rejected."""
    verb, lowers = clause.verb, view.tokens.lowers
    if verb.modal not in WILL and verb.form is not FINITE:
        return None
    behind = lowers[verb.last : min(clause.last, verb.last + 3)]
    points = bool(behind) and behind[0] in POINTING
    if verb.passive and verb.lemma == "do" and verb.modal in WILL and clause.subject is not None:
        if lowers[clause.subject[0]] in POINTING:
            return Stance.REJECTED if verb.negated else Stance.ACCEPTED, Reference.PRONOUN  # "this would be done"
    alone = not behind or view.tokens.tags[verb.last] in (".", ",", ":")
    if verb.lemma == "do" and alone and verb.modal is None and lowers[verb.head] == "did" and not _open(view, clause):
        return Stance.REJECTED if verb.negated else Stance.ACCEPTED, Reference.PRONOUN  # "and Lima did"
    met = verb.lemma in MEETS and behind[:1] != ["with"] and (points or word_for_it(view, clause) >= 0)
    if not (met or (points and verb.lemma == "do")) or _open(view, clause):
        return None
    if verb.negated:
        return Stance.REJECTED, Reference.PRONOUN
    if met and verb.modal is None and verb.form is FINITE:
        return Stance.ACCEPTED, Reference.PRONOUN
    if behind[:1] == ["so"] and verb.modal is None and (verb.perfect or view.tokens.tags[verb.head] == "VBD"):
        return Stance.ACCEPTED, Reference.PRONOUN  # "It did so in May."
    if verb.modal not in WILL or verb.modal in ("can", "could"):
        return None
    return Stance.ACCEPTED, Reference.PRONOUN


def _ready(view: View, clause: Clause) -> Found:
    """``was ready to do so``, ``is willing``: accepted; ``is prepared to study it``: deferred; ``not ready to``: rejected."""
    words = _behind(view, clause)
    verb = clause.verb
    at = next((n for n, word in enumerate(words[:5]) if word in READY), -1)
    if at < 0 or _open(view, clause):
        return None
    if verb.lemma not in ("be", "stand", "remain", "will", "declare") and view.tokens.lowers[verb.head] not in READY:
        return None
    if verb.negated:
        return Stance.REJECTED, Reference.BARE
    after = words[at + 1 : at + 8]
    if after[:1] == ["to"] and after[1:2] and (after[1] in PONDERS or has(after, DELAYS)):
        return Stance.DEFERRED, _reference_of(after[2:])
    return Stance.ACCEPTED, _reference_of(after[1:] if after[:1] == ["to"] else after)


def _reference_of(words: list[str]) -> Reference:
    if words and words[0] in COMPLIES and words[1:2] in ([], ["."], ["with"]):
        return Reference.BARE
    if not words or words[0] in ("if", "provided", "on", "once", "but", "as", "."):
        return Reference.BARE
    if words[0] == "do":
        return Reference.PRONOUN if words[1:2] and words[1] in POINTING else Reference.OWN
    return Reference.PRONOUN if words[0] in POINTING else Reference.OWN


def _judged(view: View, clause: Clause) -> Found:
    """``called it a non-starter``, ``is out of the question``: rejected; ``would be acceptable``: accepted."""
    verb = clause.verb
    words = _behind(view, clause)
    refused = not REFUSED.isdisjoint(words) or has(words, REFUSALS)
    if refused and verb.lemma in JUDGES | {"say", "have"} and not (verb.negated and REFUSED.isdisjoint(words) is False):
        if verb.lemma == "say" and (not has(words[:4], REFUSALS) or _says_no_thing(view, clause)):
            return None
        if (verb.lemma == "have" and not has(words[:4], REFUSALS)) or _of_reports(view, clause):
            return None
        return Stance.REJECTED, _judged_thing(view, clause)
    if verb.lemma == "be" and "acceptable" in words[:5] and not _open(view, clause):
        return Stance.REJECTED if verb.negated else Stance.ACCEPTED, Reference.BARE
    return None


def _says_no_thing(view: View, clause: Clause) -> bool:
    """``said no decision had been taken``: no, but not as an answer."""
    at = clause.verb.last
    if view.tokens.lowers[at + 1 : at + 2] == ["such"]:
        return False
    return view.tokens.lowers[at : at + 1] == ["no"] and view.tokens.tags[at + 1 : at + 2] in (["NN"], ["NNS"], ["JJ"])


def _judged_thing(view: View, clause: Clause) -> Reference:
    lowers = view.tokens.lowers
    if clause.relation is RELATIVE:
        return Reference.RELATIVE
    start = clause.subject[0] if clause.verb.lemma in ("be", "remain") and clause.subject else clause.verb.last
    if start < len(lowers) and lowers[start] in POINTING:
        return Reference.PRONOUN
    return Reference.BARE


def _put_off(view: View, clause: Clause) -> Found:
    """``would be studied in due course``, ``has yet to answer``, ``wants more time``, ``no reply had come``: deferred."""
    verb = clause.verb
    words = _behind(view, clause)
    if "comment" in words[:8]:
        return None
    if verb.lemma in ("reply", "answer", "respond") and verb.modal in WILL and not verb.negated:
        behind = words[verb.last - verb.first :][:1]
        if verb.lemma != "respond" or behind in ([], ["."]) or behind[0] in LATER:
            return Stance.DEFERRED, Reference.BARE
    if verb.lemma in REPLIES | {"react"} and verb.lemma != "counter" and not _is_awaited(view, clause):
        if verb.negated and verb.modal is None:
            return Stance.DEFERRED, Reference.BARE
        above = view.clauses[clause.governor] if clause.governor is not None else None
        if verb.form is INFINITIVE and above is not None and "yet" in _behind(view, above)[:4]:
            return Stance.DEFERRED, Reference.BARE
        return None
    if _open(view, clause):
        return None
    above = view.clauses[clause.governor] if clause.governor is not None else None
    if (
        verb.form is INFINITIVE
        and verb.lemma in TELLS | {"decide"}
        and above is not None
        and "yet" in _behind(view, above)[:4]
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
    if verb.lemma == "decide" and (verb.modal in WILL or verb.modal == "be to"):
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
        return Stance.DEFERRED, Reference.BARE if matter else _pointing(view, clause)
    if verb.lemma in PONDERS and verb.form is INFINITIVE and _is_due_to(view, clause):
        return Stance.DEFERRED, _pointing(view, clause)
    going_on = verb.progressive or "being" in view.tokens.lowers[verb.first : verb.head]
    if verb.lemma in PONDERS and (verb.modal in WILL or verb.modal in ("may", "might") or going_on):
        return Stance.DEFERRED, _thing(view, clause)
    if verb.lemma in ("await", "wait", "wait for") and not ANSWERS.isdisjoint(words[:8]):
        return Stance.DEFERRED, Reference.BARE  # "is waiting for Lima's reply"
    if verb.lemma in ("be", "remain", "come") and "under" in words[:4] and not STUDIES.isdisjoint(words[:7]):
        return Stance.DEFERRED, _judged_thing(view, clause)
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
        return _pointing(view, clause)
    if clause.subject is not None and view.tokens.lowers[clause.subject[0]] in POINTING:
        return Reference.PRONOUN
    return _pointing(view, clause) if not clause.verb.passive else Reference.BARE


def _no_answer(view: View, clause: Clause) -> bool:
    lowers = view.tokens.lowers
    for token in range(clause.first, min(clause.last, clause.verb.last + 6)):
        if lowers[token] in ANSWERS and "no" in lowers[max(clause.first, token - 3) : token]:
            return True
    return False


def _answered(view: View, clause: Clause) -> Found:
    """``Yerevan’s answer has always been no``: rejected; ``responded positively``: accepted."""
    verb, lowers = clause.verb, view.tokens.lowers
    words = _behind(view, clause)
    if clause.subject is not None and not POSITIONS.isdisjoint(lowers[slice(*clause.subject)]):
        kept = verb.negated if verb.lemma in MOVES else not UNCHANGED.isdisjoint(words[:5])
        if kept and verb.lemma in MOVES | {"be", "remain", "stay", "stand"}:
            return Stance.REJECTED, Reference.HINT
    if verb.lemma in ("be", "clos", "close", "settle") and clause.subject is not None and not verb.negated:
        if lowers[clause.subject[1] - 1] in ISSUES and not CLOSED.isdisjoint(words[:3]):
            return Stance.REJECTED, Reference.BARE  # "the issue is closed"
    if verb.lemma == "be" and clause.subject is not None:
        head = set(lowers[clause.subject[0] : clause.subject[1]])
        if head & ANSWERS:
            if not NOES.isdisjoint(words):
                return Stance.REJECTED, Reference.BARE
            if "yes" in words or "positive" in words:
                return Stance.ACCEPTED, Reference.BARE
    if verb.lemma in DECRIES and verb.form is FINITE and not verb.negated:
        noun = word_for_it(view, clause)
        if noun > verb.head and is_demand(view, noun) and not _of_reports(view, clause):
            return Stance.REJECTED, Reference.NOUN
    if verb.lemma in ("respond", "reply", "react", "answer"):
        reference = Reference.RELATIVE if clause.relation is RELATIVE else Reference.BARE
        if not {"positively", "favourably", "favorably", "affirmative"}.isdisjoint(words[:6]):
            return Stance.ACCEPTED, reference
        if not {"negatively", "negative", "angrily", "furiously", "dismissively", "anger", "fury"}.isdisjoint(
            words[:6]
        ):
            return Stance.REJECTED, reference
    return None


def offered(view: View, clause: Clause) -> Found:
    """``has offered thirty``, ``proposed joint patrols instead``, ``would rather dilute it at home``: countered."""
    verb = clause.verb
    words = _behind(view, clause)
    if verb.negated or _open(view, clause):
        return None
    if verb.lemma in ("offer", "propose", "suggest", "table", "put forward"):
        if verb.form is INFINITIVE or clause.relation is RELATIVE:
            return None
        start = view.tokens.sentences[clause.sentence][0]
        before = view.tokens.lowers[start : start + 1] + view.tokens.lowers[clause.first : verb.first]
        if "instead" in words or "rather" in words or "instead" in before:
            return Stance.COUNTERED, Reference.BARE
        if clause.subject is not None and view.tokens.lowers[clause.subject[0] - 1] in CONTRASTS and clause.subject[0]:
            return Stance.COUNTERED, Reference.HINT  # "wants ten years, while Oslo has proposed 49"
        at = verb.last
        if view.tokens.lowers[at : at + 1] == ["to"] and limited(onward(view, clause)):
            return Stance.CONDITIONAL, Reference.OWN  # "offered to free them if"
        if view.tokens.lowers[at : at + 1] == ["to"] and concedes("".join(view.tokens.lowers[at + 1 : at + 2])):
            return Stance.ACCEPTED, Reference.OWN  # "offered to free them"
        return (Stance.COUNTERED, Reference.OWN) if verb.lemma == "offer" else None
    if "counter" in verb.senses:
        return Stance.COUNTERED, Reference.BARE
    if (verb.modal in WILL or verb.modal in ("should", "must")) and "instead" in words and verb.form is FINITE:
        return Stance.COUNTERED, Reference.BARE  # "will cap imports instead"
    if verb.lemma in ("call", "press", "push", "argue", "ask") and words[1:3] == ["instead", "for"]:
        return Stance.COUNTERED, Reference.BARE
    if verb.modal == "would" and ("rather" in view.tokens.lowers[verb.first : verb.last] or verb.lemma == "prefer"):
        return Stance.COUNTERED, Reference.BARE
    return None


def _said_back(view: View, clause: Clause) -> Found:
    """``responded that the text would be shared``: accepted; ``maintains that there are no camps``: rejected."""
    above = view.clauses[clause.governor] if clause.governor is not None else None
    verb = clause.verb
    if above is None or clause.relation is not COMPLEMENT or verb.form is not FINITE or _open(view, clause):
        return None
    lemma = above.verb.lemma
    if lemma not in REPLIES and lemma not in HOLDS:
        return None
    if above.verb.negated or clause.verb.modal in ("must", "should"):
        return None
    refuses = (
        has(_behind(view, clause), RIGHTS)
        or verb.negated
        or "no" in view.tokens.lowers[clause.first : min(clause.last, verb.last + 3)]
    )
    if lemma in HOLDS:
        if lemma == "deny":
            return Stance.REJECTED, Reference.OWN
        return (Stance.REJECTED, Reference.NEXT) if refuses or _also_refuses(view, clause) else None
    if refuses or has(_behind(view, clause), REFUSALS):
        return Stance.REJECTED, Reference.NEXT
    if lemma == "counter":
        return Stance.COUNTERED, Reference.NEXT
    return (Stance.ACCEPTED, Reference.NEXT) if verb.modal in WILL else None


def _there_is_none(view: View, clause: Clause) -> Found:
    """``said there were no prisoners in its hands``, ``said it held no prisoners``: rejected, of a demand for the prisoners."""
    lowers, verb = view.tokens.lowers, clause.verb
    if (
        verb.lemma not in ("be", "have", "hold")
        or verb.modal is not None
        or view.spoken[verb.head] < 0
        or _open(view, clause)
    ):
        return None
    there = "there" in lowers[max(clause.first, verb.first - 1) : verb.first]
    there = there or verb.lemma in ("have", "hold")
    return (Stance.REJECTED, Reference.OWN) if there and lowers[verb.last : verb.last + 1] == ["no"] else None


def _did(view: View, clause: Clause) -> Found:
    """``freed the crew on Friday``, ``is freeing``, ``has decided to free``: accepted, of a demand to free the crew."""
    verb = clause.verb
    if verb.negated or verb.modal is not None or not concedes(verb.lemma) or _open(view, clause):
        return None
    if "always" in view.tokens.lowers[verb.first : verb.head]:
        return None
    if clause.relation is RELATIVE or not _is_done(view, clause) or not _is_told(view, clause):
        return None
    return Stance.ACCEPTED, Reference.DONE


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


def _granted(view: View, clause: Clause) -> Found:
    """``ordered their release``, ``announced the reopening of the pass``: accepted, of a demand for it."""
    verb = clause.verb
    if verb.form is not FINITE or verb.modal is not None or clause.relation is RELATIVE:
        return None
    if not is_among(verb.lemma, ORDAINS) or _open(view, clause):
        return None
    first = clause.subject[0] if verb.passive and clause.subject is not None else verb.last
    number = view.phrases.noun_at[first] if first < clause.last else -1
    if number < 0 or view.tokens.lowers[view.phrases.nouns[number].head] not in GOODS | ENDS:
        return None
    return Stance.REJECTED if verb.negated else Stance.ACCEPTED, Reference.GIVEN


def _tied_to(view: View, clause: Clause) -> Found:
    """``tied the release of the crew to an apology``: conditional."""
    verb = clause.verb
    if verb.lemma not in ("tie", "link", "condition", "peg") or verb.negated or verb.form is not FINITE:
        return None
    first = clause.subject[0] if verb.passive and clause.subject is not None else verb.last
    number = view.phrases.noun_at[first] if first < clause.last else -1
    if number < 0 or view.tokens.lowers[view.phrases.nouns[number].head] not in GOODS | ENDS:
        return None
    return Stance.CONDITIONAL, Reference.GIVEN


def _also_refuses(view: View, clause: Clause) -> bool:
    """``is safe and will not be interrupted``: what goes on behind the clause."""
    return any(
        view.clauses[n].verb.negated and view.clauses[n].relation is Relation.COORDINATE
        for n in view.children.get(clause.number, ())
    )


def _will(view: View, clause: Clause) -> Found:
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
    if verb.modal not in WILL or verb.form is not FINITE or _open(view, clause):
        return None
    if verb.lemma == "be" and _behind(view, clause)[1 + (verb.last - verb.first > 2) :][:3].count("no"):
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
        return Stance.REJECTED, Reference.NEXT if verb.lemma in YIELDS else Reference.SAME
    if verb.modal == "would" and "only" in view.tokens.lowers[verb.first : verb.last + 1]:
        return Stance.REJECTED, Reference.OWN  # "that would only give them a respite"
    if verb.modal not in ("will", "would", "shall"):
        return None
    tied = (concedes(verb.lemma) or verb.lemma in ACTS) and limited(
        onward(view, clause)
    )  # "would lift its veto only if"
    return Stance.ACCEPTED, Reference.NEXT if tied else Reference.NONE


def _contrary(view: View, clause: Clause) -> Found:
    """``would be tried``, ``vowed to put them on trial``, ``kept the ban``: rejected, of a demand for the contrary."""
    verb, lowers = clause.verb, view.tokens.lowers
    above = view.clauses[clause.governor].verb if clause.governor is not None else None
    vowed = verb.form is INFINITIVE and above is not None and above.lemma in VOWS and not above.negated
    past = verb.form is FINITE and verb.tense is Tense.PAST and not verb.perfect and clause.relation is not RELATIVE
    if not (verb.modal in WILL or vowed or past) or verb.negated or _open(view, clause):
        return None
    tried = has(lowers[verb.head : min(clause.last, verb.head + 6)], TRIALS)
    return (Stance.REJECTED, Reference.CONTRARY) if tried or contrary_to(verb.lemma) else None


def _goes_on(view: View, clause: Clause) -> Found:
    """``it would continue``, ``would enter into force as planned``: rejected, of a demand to stop."""
    verb = clause.verb
    if verb.modal not in ("will", "would", "shall") or verb.negated or _open(view, clause):
        return None
    if has(_behind(view, clause), AS_PLANNED):
        return Stance.REJECTED, Reference.NEXT
    if verb.lemma in GOES_ON and len(_behind(view, clause)) < 8:
        return Stance.REJECTED, Reference.NEXT
    return None


def _supplied(view: View, clause: Clause) -> Found:
    """``which the Soviets have provided only in part``: partly accepted."""
    words = _behind(view, clause)
    if clause.verb.lemma.partition(" ")[0] in GIVES and not clause.verb.negated and clause.verb.form is FINITE:
        if "partial" in words[:4] or words[1:2] in (["some"], ["half"], ["part"]):
            return Stance.PARTLY_ACCEPTED, Reference.BARE if {"one", "ones", "them", "it"} & set(
                words[:5]
            ) else Reference.OWN
    if clause.relation is not RELATIVE or clause.verb.negated or not clause.verb.perfect:
        return None
    return (Stance.PARTLY_ACCEPTED, Reference.RELATIVE) if has(_behind(view, clause), IN_PART) else None


def a_number_of(words: list[str]) -> bool:
    """``12 of the 20``, ``four of them``."""
    return any(
        words[at] == "of"
        and words[at + 1] in ("the", "them", "those", "these")
        and (words[at - 1].isdigit() or words[at - 1] in NUMBERS)
        for at in range(1, len(words) - 1)
    )


def idiom(view: View, clause: Clause) -> Found:
    """``gave it the green light``: accepted; ``did not budge``: rejected; ``kept silent``: deferred."""
    verb = clause.verb
    lemma = verb.lemma.partition(" ")[0]
    lemma = lemma if lemma in TABLE.rows else f"{lemma}e"  # that of a form which no list knows
    if lemma not in TABLE.rows or _open(view, clause):
        return None
    if verb.modal in UNDONE and not (verb.modal in ("need to", "have to") and lemma in ("consult", "refer", "put")):
        return None
    if verb.form is INFINITIVE or (verb.form is not FINITE and clause.relation is RELATIVE):
        return None
    last = min(view.end(clause), verb.head + REACH)
    tags, lowers = view.tokens.tags, view.tokens.lowers
    words = [lowers[token] for token in range(verb.head, last) if tags[token] not in MARKS]
    found = TABLE.stance(lemma, words, 1, negated=denied(view, clause))
    if found is None or "comment" in words[:4]:
        return None
    if clause.relation is RELATIVE or _tells_of_something(view, clause):
        return Stance(found), Reference.RELATIVE
    near = lowers[verb.last : min(clause.last, verb.last + 6)]
    if found == Stance.COUNTERED and "instead" in words:
        return Stance.COUNTERED, Reference.BARE
    return Stance(found), Reference.HINT if POINTING.isdisjoint(near) else Reference.PRONOUN


TABLE = answers()
CONVEYS = frozenset("raise convey relay pass report forward transmit refer bring".split())  # "undertook to raise it"
WEIGHS = PONDERS | CONVEYS
DECIDES = frozenset("make take fall come announce reach expect".split())
AS_PLANNED: Sayings = {"as": [["as", "planned"], ["as", "scheduled"]]}
GOES_ON = frozenset(
    ("continue", "go on", "persist", "remain", "stay", "stand", "go ahead", "press ahead", "proceed", "push ahead")
)
ACTS = frozenset("act cooperate co-operate help move reciprocate".split())
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december next now then recently last late early mid-may midnight noon today tomorrow more again".split()
)
DUE = frozenset("must should needs".split())
SHUNS = frozenset("no without short against little than instead".split())
DECRIES = frozenset(
    "denounce condemn blast slam decry criticise criticize deplore lambast lambaste attack assail".split()
)
CLAIMS = frozenset(
    "report reports allegation allegations accusation accusations suggestion suggestions charge charges speculation rumours "
    "rumors rumour rumor criticism insinuation insinuations assertion assertions claims involvement responsibility wrongdoing "
    "complicity".split()
)
VOWS = frozenset("vow plan intend promise pledge decide threaten".split())
ORDAINS = frozenset(
    "announce order approve authorise authorize confirm decree begin start complete grant permit allow endorse declare".split()
)
TELLS = frozenset("say answer confirm commit indicate disclose".split())
LATER = frozenset("through at when after later soon within once on by".split())
MIGHT = frozenset("may might can could".split())
ISSUES = frozenset("issue matter case chapter file question subject".split())
CLOSED = frozenset("closed settled over".split())
NOES = frozenset("no negative refusal rejection scathing defiant dismissive".split())
COMPLIES = frozenset("oblige comply accept agree cooperate co-operate".split())
POSITIONS = frozenset("position stance policy decision view answer mind line".split())
MOVES = frozenset("change chang alter shift move budge waver".split())
UNCHANGED = frozenset("unchanged same final firm irrevocable irreversible non-negotiable".split())
GIVEN = frozenset("come follow give send deliver announce make".split())
MATTERS = frozenset("it matter issue question point".split())
SPANS = frozenset("hours days weeks months day week month time".split())
BEFORE_SPANS = NUMBERS | frozenset("for a another more some until at up to 24 48 72".split())
BEGINS = frozenset("begin start finish complete end announce".split())
RESOLVES = frozenset("begin start decide vote move choose resolve opt elect proceed continue".split())
PASSED = frozenset("to with by on even point-blank outright".split())
STEPS = frozenset("concession concessions compromise compromises step retreat climbdown change changes".split())
THAT = frozenset("that this those these such".split())
CONTRASTS = frozenset(("while", "whereas"))
UNDONE = frozenset(("must", "should", "may", "might", "have to", "need to", "be to"))
RULES: tuple[Callable[[View, Clause], Found], ...] = (
    idiom,
    _judged,
    _put_off,
    _answered,
    _rejected,
    _does,
    _ready,
    accepted,
    _supplied,
    offered,
    _contrary,
    _goes_on,
    _said_back,
    _there_is_none,
    _did,
    _granted,
    _tied_to,
    _will,
)
