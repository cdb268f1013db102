"""What stance a clause shows to what was demanded."""

from __future__ import annotations

from diplomod.lexicon.answers import answers
from diplomod.model import Stance
from diplomod.reading.demands.conditions import concedes
from diplomod.reading.demands.delays import CONVEYS, TELLS, judged_thing
from diplomod.reading.demands.doings import (
    also_refuses,
)
from diplomod.reading.demands.drafts import View
from diplomod.reading.demands.pointing import (
    COMPLEMENT,
    COMPLIES,
    FINITE,
    GERUND,
    INFINITIVE,
    RELATIVE,
    Found,
    Reference,
    denied,
    has,
    in_part,
    is_demand,
    is_open,
    is_wanted,
    limited,
    onward,
    pointing_of,
    shunned,
    tells_of_something,
    word_for_it,
    words_of,
)
from diplomod.reading.demands.sayings import (
    ANSWERS,
    APART,
    DELAYS,
    GRANTS,
    HOLDS,
    JUDGES,
    MARKS,
    MEETS,
    PLEDGES,
    POINTING,
    PONDERS,
    REACH,
    READY,
    REFUSALS,
    REFUSED,
    REPLIES,
    RIGHTS,
    WILL,
    YIELDS,
)
from diplomod.reading.parts import Clause, Relation


def rejected(view: View, clause: Clause) -> Found:
    """``Kyiv has rejected those demands``, ``Israel refused``: rejected."""
    verb = clause.verb
    apart = _particle_behind(view, clause)
    if (
        not ("reject" in verb.senses or apart or verb.lemma in ("defend", "justify"))
        or verb.negated
        or is_open(view, clause)
    ):
        return None
    if has(words_of(view, clause), DELAYS):
        return Stance.DEFERRED, Reference.BARE
    if verb.lemma in ("defend", "justify") and not verb.negated and verb.form is FINITE:
        return Stance.REJECTED, Reference.OWN
    if verb.lemma == "decline" and "comment" in words_of(view, clause)[:4]:
        return None
    if _of_reports(view, clause):
        return None
    if verb.lemma == "deny" and word_for_it(view, clause) < 0:
        return None  # "denied this": what is said of it
    if verb.lemma in ("decline", "refuse") and not TELLS.isdisjoint(words_of(view, clause)[1:4]):
        would = not WILL.isdisjoint(onward(view, clause)[3:14])
        return (Stance.DEFERRED, Reference.BARE) if would else None  # "declined to say whether it would"
    reference = pointing_of(view, clause)
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
    if shunned(view, clause):
        short = "short" in lowers[max(0, verb.first - 2) : verb.first] and "accept" in verb.senses
        return (Stance.DEFERRED, pointing_of(view, clause)) if short else None  # "stopped short of agreeing"
    lives = verb.lemma == "live" and lowers[verb.last : verb.last + 1] == ["with"]
    hails = verb.lemma in ("welcome", "applaud", "hail") and verb.form is FINITE and word_for_it(view, clause) >= 0
    if not ("accept" in verb.senses or verb.lemma in GRANTS or lives or hails) or is_open(view, clause):
        return None
    if verb.modal in ("must", "should", "may", "might", "have to", "need to", "be to"):
        return None
    if clause.relation is COMPLEMENT and clause.governor is not None:
        if view.clauses[clause.governor].verb.lemma == "deny":
            return None  # "denies that it is backing them"
    if verb.passive and verb.lemma in ("submit", "yield"):
        return None
    if verb.lemma == "bow" and "pressure" in words_of(view, clause):
        return None if verb.negated else (Stance.ACCEPTED, Reference.BARE)
    reference = pointing_of(view, clause)
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


def does(view: View, clause: Clause) -> Found:
    """``would gladly do so``: accepted; ``cannot meet it halfway``, ``we will never do that``: rejected."""
    verb, lowers = clause.verb, view.tokens.lowers
    if verb.modal not in WILL and verb.form is not FINITE and not (verb.form is GERUND and verb.lemma in MEETS):
        return None
    behind = lowers[verb.last : min(clause.last, verb.last + 3)]
    points = (
        bool(behind) and behind[0] in POINTING and view.time_at(verb.last) is None
    )  # not "will meet this afternoon"
    if verb.passive and verb.lemma in CARRIES and verb.modal in WILL and clause.subject is not None:
        if lowers[clause.subject[0]] in POINTING:
            return Stance.REJECTED if verb.negated else Stance.ACCEPTED, Reference.PRONOUN  # "this would be done"
    if (
        verb.lemma in ("will", "would")
        and clause.verb.last < clause.last
        and view.tokens.tags[verb.last] in (".", ",", ":", "''")
    ):
        above = view.clauses[clause.governor].verb.lemma if clause.governor is not None else ""
        if above in HOPES:
            return None  # "it hopes nobody will"
        return Stance.REJECTED if denied(
            view, clause
        ) else Stance.ACCEPTED, Reference.PRONOUN  # "Chile said it would not."
    alone = not behind or view.tokens.tags[verb.last] in (".", ",", ":")
    bare = verb.lemma == "do" and alone and verb.modal is None and lowers[verb.head] == "did"
    if bare and not is_open(view, clause) and lowers[verb.first - 1] not in ("he", "she", "i", "you"):
        return Stance.REJECTED if verb.negated else Stance.ACCEPTED, Reference.PRONOUN  # "and Lima did"
    met = verb.lemma in MEETS and behind[:1] != ["with"] and (points or word_for_it(view, clause) >= 0)
    if not (met or (points and verb.lemma == "do")) or is_open(view, clause):
        return None
    only = clause.subject is not None and "only" in lowers[max(0, clause.subject[0] - 1) : clause.subject[0] + 1]
    if denied(view, clause) or (only and verb.modal in ("can", "could")):
        return Stance.REJECTED, Reference.PRONOUN  # "only a court could do so"
    if met and verb.modal is None:
        return Stance.ACCEPTED, Reference.PRONOUN
    if behind[:1] == ["so"] and verb.modal is None and (verb.perfect or view.tokens.tags[verb.head] == "VBD"):
        return Stance.ACCEPTED, Reference.PRONOUN  # "It did so in May."
    if verb.modal not in WILL or verb.modal in ("can", "could"):
        return None
    return Stance.ACCEPTED, Reference.PRONOUN


def ready(view: View, clause: Clause) -> Found:
    """``was ready to do so``, ``is willing``: accepted; ``is prepared to study it``: deferred; ``not ready to``: rejected."""
    words = words_of(view, clause)
    verb = clause.verb
    at = next((n for n, word in enumerate(words[:5]) if word in READY), -1)
    if at < 0 or is_open(view, clause) or (words[at] == "open" and words[at + 1 : at + 2] != ["to"]):
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


def judged(view: View, clause: Clause) -> Found:
    """``called it a non-starter``, ``is out of the question``: rejected; ``would be acceptable``: accepted."""
    verb = clause.verb
    words = words_of(view, clause)
    refused = not REFUSED.isdisjoint(words) or has(words, REFUSALS)
    if verb.lemma in NAMES_IT and not verb.negated and verb.form is FINITE and not refused:
        noun = word_for_it(view, clause)
        if noun > verb.head and is_demand(view, noun) and noun + 1 < clause.last and FAIR.isdisjoint(words):
            return Stance.REJECTED, Reference.NOUN  # "called the demand “a gift to the enemy”"
    if refused and verb.lemma in JUDGES | {"say", "have"} and not (verb.negated and REFUSED.isdisjoint(words) is False):
        if verb.lemma == "say" and (not has(words[:4], REFUSALS) or _says_no_thing(view, clause)):
            return None
        if (verb.lemma == "have" and not has(words[:4], REFUSALS)) or _of_reports(view, clause):
            return None
        return Stance.REJECTED, judged_thing(view, clause)
    if verb.lemma == "be" and "acceptable" in words[:5] and not is_open(view, clause):
        return Stance.REJECTED if verb.negated else Stance.ACCEPTED, Reference.BARE
    return None


def _says_no_thing(view: View, clause: Clause) -> bool:
    """``said no decision had been taken``: no, but not as an answer."""
    at = clause.verb.last
    if view.tokens.lowers[at + 1 : at + 2] == ["such"]:
        return not PLEDGES.isdisjoint(view.tokens.lowers[at + 2 : at + 3])  # "no such promise had been made"
    return view.tokens.lowers[at : at + 1] == ["no"] and view.tokens.tags[at + 1 : at + 2] in (["NN"], ["NNS"], ["JJ"])


def answered(view: View, clause: Clause) -> Found:
    """``Yerevan’s answer has always been no``: rejected; ``responded positively``: accepted."""
    verb, lowers = clause.verb, view.tokens.lowers
    words = words_of(view, clause)
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
            if "that" in words[:4] and limited(words):
                return Stance.CONDITIONAL, Reference.BARE  # "its reply has been that it will come once"
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
    words = words_of(view, clause)
    if verb.negated or is_open(view, clause) or view.tokens.lowers[clause.first] == "what":
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
        return (Stance.COUNTERED, Reference.OWN) if verb.lemma in ("offer", "propose", "suggest") else None
    if "counter" in verb.senses:
        return Stance.COUNTERED, Reference.BARE
    if (verb.modal in WILL or verb.modal in ("should", "must")) and "instead" in words and verb.form is FINITE:
        return Stance.COUNTERED, Reference.BARE  # "will cap imports instead"
    if verb.lemma.partition(" ")[0] in ("call", "press", "push", "argue", "ask") and words[1:3] == ["instead", "for"]:
        return Stance.COUNTERED, Reference.BARE
    if verb.modal == "would" and ("rather" in view.tokens.lowers[verb.first : verb.last] or verb.lemma == "prefer"):
        return Stance.COUNTERED, Reference.BARE
    return None


def said_back(view: View, clause: Clause) -> Found:
    """``responded that the text would be shared``: accepted; ``maintains that there are no camps``: rejected."""
    above = view.clauses[clause.governor] if clause.governor is not None else None
    verb = clause.verb
    if above is None or clause.relation is not COMPLEMENT or verb.form is not FINITE or is_open(view, clause):
        return None
    lemma = above.verb.lemma
    if lemma not in REPLIES and lemma not in HOLDS:
        return None
    if above.verb.negated or clause.verb.modal in ("must", "should"):
        return None
    refuses = (
        has(words_of(view, clause), RIGHTS)
        or verb.negated
        or "no" in view.tokens.lowers[clause.first : min(clause.last, verb.last + 3)]
    )
    if lemma in HOLDS:
        if lemma == "deny":
            return Stance.REJECTED, Reference.OWN
        return (Stance.REJECTED, Reference.NEXT) if refuses or also_refuses(view, clause) else None
    if refuses or has(words_of(view, clause), REFUSALS):
        return Stance.REJECTED, Reference.NEXT
    if lemma == "counter":
        return Stance.COUNTERED, Reference.NEXT
    if "only" in view.tokens.lowers[verb.first : verb.head]:
        return Stance.REJECTED, Reference.NEXT  # "replied that a pause would only help the rebels"
    own = bool(clause.actors) or verb.passive or limited(onward(view, clause))
    own = own or (clause.subject is not None and view.tokens.lowers[clause.subject[0]] in POINTING)
    return (Stance.ACCEPTED, Reference.NEXT if own else Reference.OWN) if verb.modal in WILL else None


def there_is_none(view: View, clause: Clause) -> Found:
    """``said there were no prisoners in its hands``, ``said it held no prisoners``: rejected, of a demand for the prisoners."""
    lowers, verb = view.tokens.lowers, clause.verb
    if (
        verb.lemma not in ("be", "have", "hold")
        or verb.modal is not None
        or view.spoken[verb.head] < 0
        or is_open(view, clause)
    ):
        return None
    there = "there" in lowers[max(clause.first, verb.first - 1) : verb.first]
    there = there or verb.lemma in ("have", "hold")
    if there and lowers[verb.last : verb.last + 2] == ["nothing", "to"]:
        return Stance.REJECTED, Reference.HINT  # "there was nothing to clarify"
    return (Stance.REJECTED, Reference.OWN) if there and lowers[verb.last : verb.last + 1] == ["no"] else None


def idiom(view: View, clause: Clause) -> Found:
    """``gave it the green light``: accepted; ``did not budge``: rejected; ``kept silent``: deferred."""
    verb = clause.verb
    lemma = verb.lemma.partition(" ")[0]
    lemma = lemma if lemma in TABLE.rows else f"{lemma}e"  # that of a form which no list knows
    if lemma not in TABLE.rows or is_open(view, clause):
        return None
    if verb.modal in UNDONE and not (verb.modal in ("need to", "have to") and lemma in CONSULTS):
        return None
    if verb.form is INFINITIVE or (verb.form is not FINITE and clause.relation is RELATIVE):
        return None
    last = min(view.end(clause), verb.head + REACH)
    tags, lowers = view.tokens.tags, view.tokens.lowers
    words = [lowers[token] for token in range(verb.head, last) if tags[token] not in MARKS]
    found = TABLE.stance(lemma, words, 1, negated=denied(view, clause))
    if found is None or "comment" in words[:4] or (words[1:3] == ["note", "of"] and words[3:4] in (["a"], ["an"])):
        return None  # "took note of a proposal"
    if found == Stance.ACCEPTED and verb.modal in ("can", "could") and not limited(onward(view, clause)):
        return None  # "only a court could do so": for others to look at
    if clause.relation is RELATIVE or tells_of_something(view, clause):
        return Stance(found), Reference.RELATIVE
    near = lowers[verb.last : min(clause.last, verb.last + 6)]
    if found == Stance.ACCEPTED and not READINESS.isdisjoint(near) and _to_do_other(near):
        return Stance.ACCEPTED, Reference.OWN  # "expressed its willingness to continue the dialogue"
    if found == Stance.DEFERRED and not ANSWERS.isdisjoint(words[1:6]) and "no" in words[1:4]:
        return Stance.DEFERRED, Reference.NOUN  # "has received no answer"
    if found == Stance.COUNTERED and "instead" in words:
        return Stance.COUNTERED, Reference.BARE
    return Stance(found), Reference.HINT if POINTING.isdisjoint(near) else Reference.PRONOUN


def _to_do_other(words: list[str]) -> bool:
    """Whether words go on with what is to be done, and not only to comply."""
    at = words.index("to") if "to" in words else -1
    return 0 <= at < len(words) - 1 and words[at + 1] not in COMPLIES and words[at + 1] not in ("do", "meet", "heed")


HOPES = frozenset("hope wish doubt fear wonder".split())
READINESS = frozenset(("readiness", "willingness"))
TABLE = answers()
WEIGHS = PONDERS | CONVEYS
DECRIES = frozenset(
    "denounce condemn blast slam decry criticise criticize deplore lambast lambaste attack assail".split()
)
CLAIMS = frozenset(
    "report reports allegation allegations accusation accusations suggestion suggestions charge charges speculation rumours "
    "rumors rumour rumor criticism insinuation insinuations assertion assertions claims involvement responsibility wrongdoing "
    "complicity".split()
)
ISSUES = frozenset("issue matter case chapter file question subject".split())
CLOSED = frozenset("closed settled over".split())
NOES = frozenset("no negative refusal rejection scathing defiant dismissive".split())
POSITIONS = frozenset("position stance policy decision view answer mind line".split())
MOVES = frozenset("change chang alter shift move budge waver".split())
UNCHANGED = frozenset("unchanged same final firm irrevocable irreversible non-negotiable".split())
NAMES_IT = frozenset("call describe brand label term deem".split())
FAIR = frozenset(
    "reasonable legitimate fair justified constructive positive welcome good encouraging understandable important timely right "
    "natural normal for on to".split()
)
CONTRASTS = frozenset(("while", "whereas"))
CARRIES = frozenset(
    ("do", "carry", "carry out", "implement", "arrange", "ensure", "honour", "honor", "fulfil", "fulfill")
)
CONSULTS = frozenset("consult refer put hear confer check ask".split())
UNDONE = frozenset(("must", "should", "may", "might", "have to", "need to", "be to"))
