"""Demands from what is said of pressure and need: ``put pressure on X to``, ``holds out for``, ``stressed the need for X to``."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.reading.demands.contents import infinitives, part_end, with_coordinates
from diplomod.reading.demands.drafting import draft_of
from diplomod.reading.demands.drafts import Draft, View
from diplomod.reading.demands.sides import ENDS, GOODS, addressed, doers
from diplomod.reading.parts import Clause, Relation

PUTS = frozenset(
    "put step increase pile exert bring keep maintain mount ratchet apply ramp intensify build heap raise renew bear".split()
)
FAR = 14  # tokens from a verb to the words that tell what is pressed for


def find_by_pressure(view: View, clause: Clause) -> Iterator[Draft]:
    """``stepped up pressure on Lima to pay``: of Lima, to pay."""
    lowers = view.tokens.lowers
    last = min(clause.last, clause.verb.last + FAR)
    at = next((n for n in range(clause.verb.last, last - 2) if lowers[n] == "pressure"), -1)
    if at < 0 or lowers[at + 1] not in ("on", "upon") or clause.verb.negated:
        return
    for child in infinitives(view, clause):
        to = tuple(n for n in view.actors(at + 2, child.first) if view.mention(n).parties)
        if to and child.first > at:
            yield from draft_of(
                view, clause, doers(view, clause), to, child.verb.head, with_coordinates(view, child)
            )  # fmt: skip
        return


def held_out_for(view: View, clause: Clause) -> Iterator[Draft]:
    """``is holding out for guarantees``: what it waits for, from the other side."""
    lowers, at = view.tokens.lowers, clause.verb.head + 1
    if lowers[at : at + 2] != ["out", "for"] or clause.verb.negated or clause.relation is Relation.RELATIVE:
        return
    by = doers(view, clause)
    if by:
        last = part_end(view, at + 2, view.end(clause))
        yield from draft_of(view, clause, by, addressed(view, at + 2, last, by), at + 2, last)


def waited_for(view: View, clause: Clause) -> Iterator[Draft]:
    """``is waiting for an apology from Lima``: what the other side is to give."""
    if not clause.verb.progressive or clause.verb.negated:
        return
    first = clause.verb.last + (view.tokens.lowers[clause.verb.last : clause.verb.last + 1] == ["for"])
    if first >= clause.last:
        return
    number = view.phrases.noun_at[first]
    head = view.tokens.lowers[view.phrases.nouns[number].head] if number >= 0 else ""
    by = doers(view, clause)
    if head in GOODS or head in ("list", "lists", "names", "proof"):
        last = part_end(view, first, view.end(clause))
        yield from draft_of(view, clause, by, addressed(view, first, last, by), first, last)


def needed_of(view: View, clause: Clause) -> Iterator[Draft]:
    """``stressed the need for Lima to pay``, ``spoke of the need for Lima to pay``: of Lima, to pay."""
    lowers = view.tokens.lowers
    last = min(clause.last, clause.verb.last + FAR)
    at = next((n for n in range(clause.verb.last, last - 2) if lowers[n] in NEEDS), -1)
    if at < 0 or lowers[at + 1] not in ("for", "on") or clause.verb.negated:
        return
    end = view.end(clause)
    begin = next((n for n in range(at + 3, min(end - 1, at + FAR)) if lowers[n] == "to"), -1)
    if begin < 0 or view.tokens.tags[begin + 1] not in ("VB", "VBP", "NN"):
        return
    by = doers(view, clause)
    own = view.codes(by)
    to = tuple(n for n in view.actors(at + 2, begin) if view.mention(n).parties)
    told = view.codes(to)
    if told and own and not own & told:
        yield from draft_of(view, clause, by, to, begin + 1, part_end(view, begin + 1, end))


def deadline_for(view: View, clause: Clause) -> Iterator[Draft]:
    """``set a Friday deadline for the release of the crew``: what is to be done by then."""
    if (
        clause.verb.negated
        or not clause.objects
        or view.tokens.lowers[clause.objects[0][1] - 1] not in ("deadline", "ultimatum")
    ):
        return
    at = clause.objects[0][1]
    if view.tokens.lowers[at : at + 1] != ["for"] or at + 1 >= clause.last:
        return
    number = view.phrases.noun_at[at + 1]
    if number >= 0 and view.tokens.lowers[view.phrases.nouns[number].head] in GOODS | ENDS:
        by, last = doers(view, clause), part_end(view, at + 1, view.end(clause))
        yield from draft_of(view, clause, by, addressed(view, at + 1, last, by), at + 1, last)


def has_until(view: View, clause: Clause) -> Iterator[Draft]:
    """``told Lima it had until Friday to pay``: of Lima, to pay."""
    if clause.verb.negated or view.tokens.lowers[clause.verb.last : clause.verb.last + 1] != ["until"]:
        return
    above = view.clauses[clause.governor] if clause.governor is not None else None
    to = tuple(n for n in clause.actors if view.mention(n).parties)
    by = doers(view, above) if above is not None and clause.relation is Relation.COMPLEMENT else ()
    if not to or view.codes(by) & view.codes(to) or not (view.parties(by) or view.spoken[clause.verb.head] >= 0):
        return
    for child in infinitives(view, clause):
        yield from draft_of(view, clause, by, to, child.verb.head, with_coordinates(view, child))
        return


NEEDS = frozenset(("need", "necessity", "obligation"))
