"""Demands from verbs that have what is demanded as their object: ``demanded that``, ``insists that``, ``proposed that``."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.reading.demands.appeals import aim_at, asked, was_asked
from diplomod.reading.demands.claims import for_oneself, that_clauses, things_of
from diplomod.reading.demands.conditions import concedes
from diplomod.reading.demands.contents import MUST, complements, infinitives, is_base, part_end
from diplomod.reading.demands.drafting import draft_of
from diplomod.reading.demands.drafts import Aim, Draft, View
from diplomod.reading.demands.headlines import is_headline
from diplomod.reading.demands.sides import doers
from diplomod.reading.demands.wishes import for_another
from diplomod.reading.parts import Clause, Form, Relation

SUGGESTS = frozenset(("suggest", "recommend"))
CALLS_FOR = frozenset(("call for", "press for", "push for", "appeal for", "ask for"))
OWN_GOALS = frozenset(("lobby for", "push for", "campaign for", "press for", "agitate for", "argue for"))
PRIVATE = frozenset(("anonymity", "privacy"))
PROPOSES = frozenset("put propose make present table submit offer outline suggest float circulate advance".split())


def demanded(view: View, clause: Clause) -> Iterator[Draft]:
    """``demanded that Israel withdraw``: to Israel; ``called for an end to the siege``: to whom the words name."""
    passive = clause.verb.passive and clause.verb.form is Form.FINITE
    if "ask" in clause.verb.senses and (passive or is_headline(view, clause)):
        yield from was_asked(view, clause)
    if clause.verb.passive or clause.verb.negated:
        return
    if clause.relation is Relation.RELATIVE and view.tokens.lowers[clause.first] == "which":
        behind = view.tokens.lowers[max(0, clause.first - 1)] == "in" or clause.verb.first == clause.first + 1
        if not (
            behind and view.parties(doers(view, clause))
        ):  # "Chile, which demands that", "a note in which it demands"
            yield from _in_passing(view, clause)
            return
    by = doers(view, clause)
    granted = for_oneself(view, clause)
    if granted is not None:
        yield from draft_of(view, clause, by, (), *granted)
        return
    found = list(that_clauses(view, clause)) or (list(asked(view, clause)) if "ask" in clause.verb.senses else [])
    if found:
        yield from found
        return
    start, end = clause.verb.last, clause.last
    start += view.tokens.tags[start : start + 1] == ["``"]
    lowers = view.tokens.lowers
    if clause.verb.lemma in OWN_GOALS and lowers[start : start + 1] in (["its"], ["their"], ["his"], ["her"]):
        return  # "lobbied for its bid"
    if start < end and view.phrases.noun_at[start] >= 0 and clause.verb.lemma != "require":
        later = [child for child in infinitives(view, clause) if child.first - start < 12]
        if later and clause.objects and clause.verb.lemma in CALLS_FOR:
            to = tuple(n for n in view.actors(start, later[0].first) if view.mention(n).parties)
            yield from draft_of(view, clause, by, to, start, end)
            return
        if not PRIVATE.isdisjoint(lowers[start : start + 3]):
            return  # "requesting anonymity"
        if clause.verb.lemma == "seek":
            phrase = view.phrases.nouns[view.phrases.noun_at[start]]
            if not for_another(view, start, end, by):
                return
            for token in range(phrase.last, min(end, phrase.last + 5)):
                if lowers[token] == "namely":
                    start = token + 1
        yield from things_of(view, clause, by, start, end)


def _in_passing(view: View, clause: Clause) -> Iterator[Draft]:
    """``has not stopped recruiting, which Lima has demanded at every meeting``: to stop recruiting."""
    above = view.clauses[clause.governor] if clause.governor is not None else None
    while (
        above is not None
        and above.governor is not None
        and not above.verb.negated
        and above.sentence == clause.sentence
    ):
        above = view.clauses[above.governor]
    if above is None or above.sentence != clause.sentence or above.verb.head >= clause.first or not above.verb.negated:
        return
    by, to = doers(view, clause), doers(view, above)
    if not view.codes(by) & view.codes(to):
        yield from draft_of(
            view, clause, by, tuple(n for n in to if view.mention(n).parties), above.verb.head, clause.first
        )


def insisted(view: View, clause: Clause) -> Iterator[Draft]:
    """``insists that Tehran abandon enrichment``; ``insisted that talks were going on`` is none."""
    if clause.verb.negated:
        return
    for child in complements(view, clause):
        by = doers(view, clause)
        own = view.codes(by)
        told = {p.code for n in child.actors for p in view.mention(n).parties}
        plural = view.tokens.tags[child.verb.first] == "VBP" and bool(own) and bool(told) and not own & told
        plural = plural or _is_wished(view, clause, child)
        owed = child.verb.modal in ("will", "would") and bool(told) and not own & told and concedes(child.verb.lemma)
        if (
            is_base(view, child)
            or owed
            or child.verb.modal in MUST
            or (plural and child.verb.lemma not in ("be", "have"))
        ):
            yield from that_clauses(view, clause)
        return
    yield from that_clauses(view, clause)


def _is_wished(view: View, clause: Clause, child: Clause) -> bool:
    """``insisted that flights go directly``: the present behind a past is a wish; ``insists that the others treat it as``."""
    tags, lowers = view.tokens.tags, view.tokens.lowers
    if tags[child.verb.first] != "VBP" or child.subject is None or child.verb.perfect or child.verb.progressive:
        return False
    first, last = child.subject
    if lowers[first] in ("its", "their", "his", "her", "our", "they", "we", "you", "i"):
        return False
    past = tags[clause.verb.head] in ("VBD", "VBN")
    return (past and tags[last - 1] == "NNS") or lowers[last - 1] in ("others", "sides", "neighbours", "neighbors")


def proposed(view: View, clause: Clause) -> Iterator[Draft]:
    """``proposed that inspectors be permitted to open ten a year``; ``proposed to meet`` is none."""
    if clause.verb.passive or clause.verb.negated:
        return
    mild = clause.verb.lemma in SUGGESTS
    for child in complements(view, clause):
        subject = view.tokens.lowers[slice(*child.subject)] if child.subject is not None else []
        all_of_them = not mild or not {"both", "all", "two"}.isdisjoint(subject)
        plural = view.tokens.tags[child.verb.first] == "VBP" and all_of_them
        if is_base(view, child) or plural or (child.verb.modal == "should" and not mild):
            aim = aim_at(view, *child.subject, named=True) if child.subject is not None else Aim.OPEN
            for draft in that_clauses(view, clause):
                draft.aim = aim
                yield draft
        return
    if clause.verb.lemma in ("propose", "suggest"):
        yield from _put_forward(view, clause)


def _put_forward(view: View, clause: Clause) -> Iterator[Draft]:
    """``proposed a truce of four months``, ``suggested moving the talks``: demands if somebody answers them."""
    by, first = doers(view, clause), clause.verb.last
    if view.tokens.tags[first : first + 1] != ["VBG"]:
        if not clause.objects:
            return
        first = clause.objects[0][0]
    to = view.actors(clause.verb.last, first)
    if view.parties(by) and clause.verb.form is not Form.INFINITIVE and clause.relation is not Relation.RELATIVE:
        whom = clause.verb.last + (view.tokens.lowers[clause.verb.last] == "to")
        aim = aim_at(view, whom, first, named=True) if whom < first else Aim.OPEN
        for draft in draft_of(view, clause, by, to, first, part_end(view, first, view.end(clause)), aim):
            draft.slight = True
            yield draft


def whereby(view: View, clause: Clause) -> Iterator[Draft]:
    """``put forward a proposal whereby Lima would pay``: what each side is to do."""
    above = view.clauses[clause.governor] if clause.governor is not None else None
    if above is None or above.verb.negated or above.verb.passive or above.verb.lemma.partition(" ")[0] not in PROPOSES:
        return
    by = doers(view, above)
    first, last = clause.first + 1, part_end(view, clause.first + 1, view.end(clause))
    own = view.codes(by)
    subjects = [
        n
        for child in view.clauses[clause.number : clause.number + 4]
        if clause.first <= child.first < last
        for n in child.actors
    ]
    to = tuple(n for n in subjects if own.isdisjoint(party.code for party in view.mention(n).parties))
    yield from draft_of(view, above, by, tuple(n for n in to if view.mention(n).parties), first, last)
