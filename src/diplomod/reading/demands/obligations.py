"""Demands from what one side says another owes: ``must``, ``has to``, ``ought to``, ``is up to X to``, ``it is vital that``."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.model import Mode, Party
from diplomod.reading.demands.claims import PAIRS
from diplomod.reading.demands.conditions import CONCEDES, concedes
from diplomod.reading.demands.contents import MUST, complements, end_of, is_base, start_of, with_coordinates
from diplomod.reading.demands.drafting import draft_of
from diplomod.reading.demands.drafts import Aim, Draft, Range, View
from diplomod.reading.demands.sides import GOODS, answering
from diplomod.reading.parts import Clause, Relation

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
AS_INFINITIVE = Relation.INFINITIVE

SETTLED = CONCEDES | frozenset("implement comply resolve fulfil fulfill remove cease begin resume protect".split())
# "Lima should know": advice more than a demand.
THOUGHTS = frozenset(
    "become continue bear know expect understand remember see think feel realise realize benefit gain like".split()
)
ABSTAINS = frozenset("refrain abstain desist stop cease".split())
OBLIGES = frozenset("oblige bind compel".split())
DUTIES = frozenset("obligation obligations duty responsibility".split())
NEEDED = frozenset("imperative essential vital crucial necessary incumbent urgent indispensable".split())
# "it is time for Lima to pay", "it is up to Lima to pay"
DUE = NEEDED | frozenset("time up important".split())
FAR = 12  # tokens between it is and what is owed


def owed(view: View, clause: Clause) -> Iterator[Draft]:
    """``Lima has to pay, Oslo said``, ``ought to pay``, ``is obliged to pay``, ``it is up to Lima to pay``: of Lima."""
    above = view.clauses[clause.governor] if clause.governor is not None else None
    if above is None or clause.relation is not AS_INFINITIVE or above.verb.negated:
        return
    number = view.spoken[clause.verb.head]
    if number < 0 or clause.verb.passive or clause.verb.lemma in UNBOUND or clause.first < above.verb.last:
        return
    to, known = _owing(view, clause, above)
    if not known and not (to and any(view.mention(n).parties for n in to)):
        return
    if _is_own(view, above, to):
        return
    past = view.tokens.lowers[above.verb.head] == "had" and view.statements[number].mode is Mode.DIRECT
    if not past:  # “We had to leave”: told, not demanded
        yield from _of_others(view, clause, to, clause.verb.head)


def _is_own(view: View, above: Clause, to: tuple[int, ...]) -> bool:
    """``said he would need to hear from them``: what whoever speaks has to do himself."""
    would = above.verb.modal in ("would", "will") or view.tokens.lowers[above.verb.first] in ("would", "will")
    return would and bool(to) and all(view.tokens.lowers[view.mention(n).first] in ("he", "she") for n in to)


def told(view: View, clause: Clause) -> Iterator[Draft]:
    """``“Withdraw your troops,” Lima told Oslo``: of Oslo, to withdraw them."""
    number = view.spoken[clause.verb.head]
    if (
        number < 0
        or view.tokens.tags[clause.verb.head] != "VB"
        or clause.verb.lemma in UNBOUND
        or clause.subject is not None
    ):
        return
    statement = view.statements[number]
    if statement.mode is not Mode.DIRECT or view.tokens.starts[clause.verb.first] != statement.content.start:
        return
    to, tells = _addressees(view, clause)
    if to:
        yield from _of_others(view, clause, to, clause.verb.head)
    elif not tells and concedes(clause.verb.lemma) and _is_of_sides(view, statement.party):
        for draft in _of_others(view, clause, (), clause.verb.head):
            draft.aim = Aim.SIDE  # “Free our men,” Lima said: of the other side
            yield draft


def _addressees(view: View, clause: Clause) -> tuple[tuple[int, ...], bool]:
    """Whom words in quotation marks are told to, and whether the text says that they are told: ``he told Oslo``."""
    for other in view.clauses[clause.number + 1 : clause.number + 4]:
        if (
            other.sentence == clause.sentence
            and other.verb.lemma in TELLS
            and view.spoken[other.verb.head] < 0
            and other.objects
        ):
            return tuple(n for n in view.actors(*other.objects[0]) if view.mention(n).parties), True
    return (), False


def _is_of_sides(view: View, party: Party | None) -> bool:
    """Whether a party is one of the two that the text ties to each other most."""
    return party is not None and any(party.code == side.code for side in view.cast.sides)


TELLS = frozenset(("tell", "urge", "warn", "exhort", "implore", "beg"))


def _owing(view: View, clause: Clause, above: Clause) -> tuple[tuple[int, ...], bool]:
    """Who owes what an infinitive tells, and whether it is owed whoever that is (``the bombing had to stop``)."""
    lowers, lemma = view.tokens.lowers, above.verb.lemma
    behind = lowers[above.verb.last : clause.verb.first + 1]
    if lemma in ("have", "need", "ought") and (behind[:1] == ["to"] or above.verb.last >= clause.verb.first):
        known = lemma == "have" and above.relation is Relation.COMPLEMENT and clause.verb.lemma in ABSTAINS | {"end"}
        return above.actors, known and not above.actors
    if lemma == "have" and above.objects and lowers[above.objects[0][1] - 1] in DUTIES:
        return above.actors, False
    if above.verb.passive and lemma in OBLIGES:
        return above.actors, False
    if lemma in ("be", "lie", "rest", "fall") and above.subject is not None and lowers[above.subject[1] - 1] in BURDENS:
        at = next((n for n, word in enumerate(behind) if word in ("on", "upon", "with", "to")), len(behind))
        return view.actors(above.verb.last + at, clause.verb.first), False  # "the onus is on Lima to pay"
    if lemma == "be" and lowers[clause.first - 1] in BURDENS:
        return view.actors(above.verb.last, clause.first), False  # "it is Lima's responsibility to pay"
    if (
        lemma == "be"
        and clause.first - above.verb.last < FAR
        and (behind[:1] == ["for"] or not DUE.isdisjoint(behind[:3]))
    ):
        at = next((n for n, word in enumerate(behind) if word in ("for", "to", "on", "upon")), len(behind))
        return view.actors(above.verb.last + at, clause.verb.first), False
    return (), False


BURDENS = frozenset("onus burden responsibility obligation duty job turn ball".split())
UNBOUND = frozenset(("be", "have", "say")) | THOUGHTS


def must(view: View, clause: Clause) -> Iterator[Draft]:
    """``reiterated that Hamas must release all hostages``: what stands after must, of the one who says so."""
    number = view.spoken[clause.verb.head]
    if not (clause.verb.modal in MUST or clause.verb.modal == "should"):
        return
    if number < 0 or clause.verb.lemma in ("be", "have", "say"):
        return
    statement = view.statements[number]
    mild, weak = clause.verb.modal == "should", False
    if mild and (clause.verb.passive or statement.party is None or clause.verb.lemma in THOUGHTS):
        return
    if clause.verb.lemma in ("remember", "think", "feel", "bear", "decide"):
        return
    if clause.verb.passive:
        if clause.subject is None or clause.verb.negated:
            return
        to = _by_whom(view, clause)
        first = clause.subject[0]
        weak = not to and SETTLED.isdisjoint((clause.verb.lemma, clause.verb.lemma + "e"))
    else:
        to = tuple(n for n in clause.actors if view.mention(n).parties or view.mention(n).pronoun)
        first = clause.verb.head
        if clause.verb.negated and "not" in view.tokens.lowers[clause.verb.first : first]:
            first = view.tokens.lowers.index("not", clause.verb.first)  # "must | not use force"
        if mild:
            to = tuple(n for n in to if view.mention(n).parties)
        if statement.party is not None and view.codes(to) == {statement.party.code}:
            to = _told_above(view, clause, statement.party) or to
        if clause.subject is not None and view.tokens.lowers[clause.subject[0]] == "you":
            to, _ = _addressees(view, clause)
            if not to and answering(view, clause.sentence) is None:
                return
        elif not view.codes(to) and clause.subject is not None and _is_of_two(view, clause.subject):
            yield from _of_other(view, clause, first)
            return
        elif clause.verb.lemma in ABSTAINS and not to and clause.subject is not None:
            pass
        elif not clause.actors and not mild and clause.subject is not None and _is_thing(view, clause.subject):
            weak, first = True, clause.subject[0]  # "any settlement must respect its borders"
        elif not to or any(view.tokens.lowers[view.mention(n).first] in ("we", "i") for n in to):
            return
    they = any(view.tokens.lowers[view.mention(n).first] == "they" for n in to)
    aside = they and not mild and not weak and _is_of_sides(view, statement.party)
    for draft in _of_others(view, clause, to, first):
        draft.weak = weak
        if aside and not draft.to:
            draft.aim = Aim.SIDE  # “They must free our men”: the other side
        if weak:
            draft.aim = Aim.OPEN
        yield draft


def _is_of_two(view: View, subject: Range) -> bool:
    """``the two neighbours``, ``both sides``."""
    words = view.tokens.lowers[slice(*subject)]
    return words[-1] in PAIRS and not {"both", "two"}.isdisjoint(words)


def _of_other(view: View, clause: Clause, first: int) -> Iterator[Draft]:
    """What one of two says both should do: ``Lima says the two neighbours should negotiate``: of the other."""
    for draft in _of_others(view, clause, (), first):
        draft.aim = Aim.SIDE
        yield draft


def _by_whom(view: View, clause: Clause) -> tuple[int, ...]:
    """By whom something must be done: ``must be taken back by Lima``."""
    lowers = view.tokens.lowers
    at = next(
        (token for token in range(clause.verb.last, min(clause.last, clause.verb.last + 3)) if lowers[token] == "by"),
        -1,
    )
    return (
        tuple(n for n in view.actors(at + 1, min(clause.last, at + 5)) if view.mention(n).parties)[:1]
        if at >= 0
        else ()
    )


def _told_above(view: View, clause: Clause, own: Party) -> tuple[int, ...]:
    """Whom a clause is said to, where its pronoun was read as who says it: ``made clear to Lima that it must``."""
    above = view.clauses[clause.governor] if clause.governor is not None else None
    if (
        above is None
        or clause.relation is not Relation.COMPLEMENT
        or not all(view.mention(n).pronoun for n in clause.actors)
    ):
        return ()
    others = [n for n in view.actors(above.verb.last, clause.first) if view.mention(n).parties]
    return tuple(n for n in others if own.code not in {party.code for party in view.mention(n).parties})


def owes(view: View, clause: Clause) -> Iterator[Draft]:
    """``“Lima owes us an apology,” Oslo said``: of Lima, an apology."""
    if clause.verb.negated or view.spoken[clause.verb.head] < 0 or not clause.objects:
        return
    first = clause.verb.last
    first += view.tokens.lowers[first : first + 1] in (["us"], ["them"])
    number = view.phrases.noun_at[first] if first < clause.last else -1
    if number >= 0 and view.tokens.lowers[view.phrases.nouns[number].head] in GOODS | {
        "explanation",
        "answer",
        "answers",
    }:
        yield from _of_others(view, clause, clause.actors, first)


def _is_thing(view: View, subject: Range) -> bool:
    """Whether a subject is told by a noun of its own, not by a word that points somewhere."""
    number = view.phrases.noun_at[subject[0]]
    return number >= 0 and view.tokens.tags[view.phrases.nouns[number].head] in ("NN", "NNS")


def _of_others(view: View, clause: Clause, to: tuple[int, ...], first: int) -> Iterator[Draft]:
    """What whoever speaks says that others owe, no further than the words of the statement."""
    number = view.spoken[clause.verb.head]
    statement = view.statements[number]
    own = statement.party
    if own is not None and any(party.code == own.code for party in view.parties(to)):
        return
    last = with_coordinates(view, clause)
    for draft in draft_of(view, clause, (), tuple(n for n in to if view.mention(n).parties), first, last, Aim.ANYBODY):
        end = draft.content[1]
        while (
            end > draft.content[0] + 1
            and view.spoken[end - 1] != number
            and view.tokens.starts[end - 1] >= statement.content.end
        ):
            end -= 1
        draft.content = view.trimmed(draft.content[0], end)
        yield draft


def _is_time(view: View, clause: Clause) -> bool:
    """``it is time``, ``it is high time``."""
    return "time" in view.tokens.lowers[clause.verb.last : clause.verb.last + 2]


def imperative(view: View, clause: Clause) -> Iterator[Draft]:
    """``it is imperative that Lima comply``, said by another: of Lima."""
    if view.spoken[clause.verb.head] < 0 or clause.verb.negated:
        return
    if NEEDED.isdisjoint(view.tokens.lowers[clause.verb.last : clause.verb.last + 3]) and not _is_time(view, clause):
        return
    for child in complements(view, clause):
        to = tuple(n for n in child.actors if view.mention(n).parties)
        due = _is_time(view, clause) and view.tokens.tags[child.verb.first] == "VBD"
        if to and (is_base(view, child) or due):
            yield from draft_of(view, clause, (), to, start_of(view, child), end_of(view, child))
        return
