"""Demands that answer demands: ``in turn demanded``, ``asked for three years``."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.model import Stance
from diplomod.reading.demands.answer import Answer
from diplomod.reading.demands.drafts import Draft
from diplomod.reading.demands.ledger import MOST, Ledger
from diplomod.reading.demands.pointing import has
from diplomod.reading.demands.sides import is_side

SHORT = 4  # words of a demand that is no more than another measure
UNITS = frozenset(
    "hours days weeks months years dollars euros pounds yuan roubles rubles percent % per barrels tonnes tons troops "
    "soldiers kilometres kilometers km miles seats million billion".split()
)
LIMITS_OF = frozenset("deadline timetable date extension postponement delay term".split())
TURN = 4  # sentences within which one demand answers another
TURNED = frozenset("instead responded replied countered retorted reciprocally".split())
IN_TURN = {"in": [["in", "turn"], ["in", "return"], ["in", "response"], ["in", "reply"]]}


def find_in_turn(ledger: Ledger) -> Iterator[Answer]:
    """Demands that answer others: ``Lima in turn demanded an apology``, from whoever had asked something of it."""
    view = ledger.view
    for number, draft in enumerate(ledger.drafts):
        by = draft.makers(view)
        first, last = view.tokens.sentences[draft.sentence]
        words = view.tokens.lowers[first:last]
        counters = _counters(ledger, number)
        if counters is not None:
            yield counters
            continue
        comes_first = "first" in (view.tokens.lowers[draft.content[1] - 1], view.tokens.lowers[draft.token - 1])
        if len(by) != 1 or not (comes_first or has(words, IN_TURN) or not TURNED.isdisjoint(words)):
            continue
        for other in reversed(ledger.drafts[max(0, number - MOST) : number]):
            away = draft.sentence - other.sentence
            told = {party.code: party for party in other.told}
            asked_back = not draft.told or not other.makers(view).isdisjoint(party.code for party in draft.told)
            if 0 < away <= TURN and by <= told.keys() and asked_back and (id(other), *by) not in ledger.given:
                (code,) = by
                ledger.given[id(other), code] = Stance.COUNTERED, draft.sentence
                words_of = view.trimmed(*draft.evidence)
                yield Answer(
                    to=(other,),
                    by=draft.by,
                    party=told[code],
                    stance=Stance.COUNTERED,
                    evidence=words_of,
                    token=draft.token,
                    rule=find_in_turn,
                )
                break


def _counters(ledger: Ledger, number: int) -> Answer | None:
    """A demand of the same thing in another measure or way, right behind: ``wants a year … asked for three``: countered."""
    draft = ledger.drafts[number]
    by = draft.makers(ledger.view)
    other = ledger.drafts[number - 1] if number else None
    if not by and other is not None and len(other.told) == 1 and is_side(ledger.view, draft):
        by = {other.told[0].code}  # "the soldiers have asked for three years"
    if (
        draft.rule.__name__ == "_of_noun"
        or other is None
        or len(by) != 1
        or not 0 <= draft.sentence - other.sentence <= 1
        or not other.makers(ledger.view)
    ):
        return None
    (code,) = by
    told = {party.code: party for party in other.told}
    asked_back = other.makers(ledger.view) >= {party.code for party in draft.told}
    if code in other.makers(ledger.view) or not asked_back or (id(other), code) in ledger.given:
        return None
    if told and code not in told and not other.guessed:
        return None
    related = bool(ledger.stems[id(draft)] & ledger.stems[id(other)]) or (
        _measured(ledger, draft) and _measured(ledger, other)
    )
    if not related and ledger.view.tokens.lowers[draft.content[1] - 1] != "first":
        return None
    party = told.get(code) or draft.party or ledger.view.parties(draft.by)[0]
    if code not in told:
        ledger.show(other, party)
    ledger.given[id(other), code] = Stance.COUNTERED, draft.sentence
    if not draft.told:
        draft.told = tuple(ledger.view.parties(other.by)) or ((other.party,) if other.party is not None else ())
    draft.answers = draft.content[1] - draft.content[0] < SHORT
    return Answer(
        to=(other,),
        by=draft.by,
        party=party,
        stance=Stance.COUNTERED,
        evidence=ledger.view.trimmed(*draft.evidence),
        token=draft.token,
        rule=find_in_turn,
    )


def _measured(ledger: Ledger, draft: Draft) -> bool:
    """Whether a number or a term stands in what is demanded."""
    tags, lowers = ledger.view.tokens.tags, ledger.view.tokens.lowers
    for token in range(*draft.content):
        if tags[token] == "CD" and not UNITS.isdisjoint(lowers[token + 1 : token + 3]):
            return True
    return not LIMITS_OF.isdisjoint(lowers[slice(*draft.content)])
