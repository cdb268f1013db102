"""Demands in two parts: ``What Lima wants is an apology``, ``All we ask is that they leave``."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.reading.demands.contents import infinitives, part_end
from diplomod.reading.demands.drafting import draft_of
from diplomod.reading.demands.drafts import Draft, View
from diplomod.reading.demands.sides import addressed, doers, subject_of
from diplomod.reading.parts import Clause

WANTS = frozenset("want ask demand require seek expect request need urge like insist propose".split())
FAR = 6  # tokens behind the verb in which what is wanted begins


def cleft(view: View, clause: Clause) -> Iterator[Draft]:
    """``What we require of Lima is that it pay``: of Lima, ``it pay``."""
    lead = view.clauses[clause.number - 1] if clause.number else None
    if lead is None or lead.sentence != clause.sentence or lead.last > clause.verb.first or clause.verb.negated:
        return
    lowers, tags = view.tokens.lowers, view.tokens.tags
    if lowers[lead.first] not in ("what", "all") or lead.verb.lemma.partition(" ")[0] not in WANTS:
        return
    end = view.end(clause)
    first = next(
        (n + 1 for n in range(clause.verb.last, min(end, clause.verb.last + FAR)) if tags[n] == ":"), clause.verb.last
    )
    if first < end and lowers[first] in ("that", "for"):
        first += 1
    elif first >= end or view.phrases.noun_at[first] < 0 or tags[first] == "VBG" or lowers[first] == "no":
        return  # "What they want is unclear", "is no secret"
    by, last = doers(view, lead), part_end(view, first, end)
    own = view.codes(by)
    asked = tuple(n for n in view.actors(lead.verb.last, lead.last) if view.codes((n,)) - own)
    for child in infinitives(view, clause) if lowers[first - 1] == "for" else ():
        told = tuple(n for n in view.actors(first, child.first) if view.codes((n,)) - own)
        asked, first = (told, child.verb.head) if told else (asked, first)  # "is for Lima to | pay"
        break
    to = asked or subject_of(view, first, last) or addressed(view, first, last, by)
    yield from draft_of(view, clause, by, to, first, last)
