"""What is claimed of another in a that-clause or as a thing: ``that Lima withdraw``, ``an end to the war``."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.reading.demands.contents import MUST, complements, end_of, is_base, part_end, start_of
from diplomod.reading.demands.drafting import draft_of
from diplomod.reading.demands.drafts import Aim, Draft, Range, View
from diplomod.reading.demands.sides import addressed, doers, is_held_by, subject_of
from diplomod.reading.demands.things import blamed, parted, without_cause
from diplomod.reading.parts import Clause

ALLOWED = tuple(
    [word]
    for word in "allowed given granted admitted let heard recognised recognized treated permitted exempted consulted".split()
)
FAR = 12  # tokens from a verb to the that of its clause
PAIRS = frozenset(
    "men leaders presidents ministers generals factions sides parties countries neighbours neighbors governments capitals "
    "rivals nations".split()
)


def that_clauses(view: View, clause: Clause) -> Iterator[Draft]:
    """``demanded that Israel withdraw``, ``insists that Tashkent vet``: of the subject, also where the clause is not seen."""
    by = doers(view, clause)
    if clause.objects and clause.objects[0][0] == clause.verb.last and not view.actors(*clause.objects[0]):
        return  # "demanded guarantees that": the guarantees are demanded
    for child in complements(view, clause):
        to = tuple(n for n in child.actors if view.mention(n).parties)
        if child.verb.passive:
            to = agent_of(view, child) or _from_whom(view, child)  # "demanded that the crew be freed by Lima"
        yield from draft_of(view, clause, by, to, _begin(view, child), end_of(view, child))
        yield from _and_that(view, clause, by, child)
        return
    lowers = view.tokens.lowers
    end = view.tokens.sentences[clause.sentence][1]
    for token in range(clause.verb.last, min(end - 2, clause.verb.last + FAR)):
        if lowers[token] == "that" and token < clause.last:
            last = part_end(view, token + 1, end)
            if not _has_finite(view, token + 1, last):
                yield from draft_of(view, clause, by, subject_of(view, token + 1, last), token + 1, last)
            return
        if view.tokens.tags[token] in (",", ".", ":", "``"):
            return


def _begin(view: View, child: Clause) -> int:
    """Where what is demanded begins: behind *to* where that was not seen (``urged all concerned to | “stop it”``)."""
    first = start_of(view, child)
    before = view.tokens.lowers[child.verb.first - 1 - (view.tokens.tags[child.verb.first - 1] == "``")]
    return child.verb.first if before == "to" and first < child.verb.first - 1 else first


def _and_that(view: View, clause: Clause, by: tuple[int, ...], child: Clause) -> Iterator[Draft]:
    """``demanded that Lima leave | and that Oslo pay``: what else is demanded, of somebody else."""
    for other in complements(view, clause):
        if other.number <= child.number or view.tokens.lowers[other.first] != "that":
            continue
        to = tuple(n for n in other.actors if view.mention(n).parties)
        if other.verb.passive:
            to = agent_of(view, other) or _from_whom(view, other)
        if is_base(view, other) or other.verb.modal in MUST:
            yield from draft_of(view, clause, by, to, start_of(view, other), end_of(view, other))


def _has_finite(view: View, first: int, last: int) -> bool:
    """Whether words hold a verb that states something (``is``, ``met``, ``will``): then they demand nothing."""
    tags, lowers = view.tokens.tags, view.tokens.lowers
    return any(
        tags[token] in ("VBD", "VBZ", "MD") and lowers[token] != "'s" for token in range(first, min(last, first + 12))
    )


def things_of(view: View, clause: Clause, by: tuple[int, ...], first: int, last: int) -> Iterator[Draft]:
    """``demanded an end to the war and the release of the crew``: two; ``an apology after Lima seized a boat``: of Lima."""
    end = without_cause(view, first, last)
    pieces = parted(view, first, end)
    whole = addressed(view, first, end, by)
    for begin, until in pieces:
        to = (addressed(view, begin, until, by) if len(pieces) > 1 else whole) or whole
        both = bool(view.parties(by)) and _of_both(view, begin, until)
        to = () if both else to or blamed(view, end, last, by)
        yield from draft_of(view, clause, by, to, begin, until, Aim.PAIR if both else Aim.OPEN)


def _of_both(view: View, first: int, last: int) -> bool:
    """Whether a thing is for two to do: ``restraint by both sides``."""
    lowers = view.tokens.lowers
    return any(lowers[at] in ("both", "two") and lowers[at + 1] in PAIRS for at in range(first + 1, last - 1))


def agent_of(view: View, clause: Clause) -> tuple[int, ...]:
    """By whom it is done: ``was asked by Lima``."""
    for token in range(clause.verb.last, min(clause.last, clause.verb.last + 4)):
        if view.tokens.lowers[token] == "by":
            return view.actors(token + 1, min(clause.last, token + 12))
    return ()


def _from_whom(view: View, clause: Clause) -> tuple[int, ...]:
    """From whom somebody is to be got: ``be extradited from Lima``."""
    for number in view.actors(clause.verb.last, min(clause.last, clause.verb.last + FAR)):
        mention = view.mention(number)
        if mention.parties and view.tokens.lowers[mention.first - 1] == "from":
            return (number,)
    return tuple(n for n in view.actors(clause.first, clause.verb.first) if is_held_by(view, view.mention(n).first))[:1]


def for_oneself(view: View, clause: Clause) -> Range | None:
    """What those who ask want to be done to themselves: ``demanded | to be allowed to send inspectors``."""
    at = clause.verb.last
    if view.tokens.lowers[at : at + 2] != ["to", "be"] or view.tokens.lowers[at + 2 : at + 3] not in ALLOWED:
        return None
    return at + 2, part_end(view, at + 2, view.end(clause))
