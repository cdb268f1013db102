"""Words that tell of the same encounter within a sentence, and what each of them may keep."""

from __future__ import annotations

from diplomod.model import MeetingKind, MeetingStatus
from diplomod.reading.meetings.clusters import people_of
from diplomod.reading.meetings.context import Context, Sighting
from diplomod.reading.meetings.sides import (
    parties_of,
)

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
VISIT = MeetingKind.VISIT

PURPOSE = 16  # tokens behind a visit within which the encounter stands that it is for


def give_back(context: Context, ordered: list[Sighting]) -> None:
    """Take from a verb what belongs to the encounter that it only speaks of: ``briefed her on his talks in Oslo on Monday``."""
    by_clause = {
        s.clause: s for s in ordered if s.clause is not None and context.clauses[s.clause].verb.head == s.token
    }
    for sighting in ordered:
        verb = None if sighting.clause is None else by_clause.get(sighting.clause)
        if verb is None or verb is sighting or not _is_spoken_of(context, sighting):
            continue
        if (
            sighting.own_when
            and verb.when is not None
            and sighting.when is not None
            and verb.when.span == sighting.when.span
        ):
            verb.when = None
        if sighting.own_place and verb.place == sighting.place:
            verb.place = None


def _is_spoken_of(context: Context, sighting: Sighting) -> bool:
    phrase = context.phrases.noun_at[sighting.token]
    first = context.phrases.nouns[phrase].first if phrase >= 0 else 0
    return first > 0 and context.tokens.lowers[first - 1] in ("on", "about", "of", "regarding")


def without_doubles(context: Context, ordered: list[Sighting]) -> list[Sighting]:
    """One sighting a clause: the noun that a verb of meeting leads to (``met for talks``) adds to it, and is none apart."""
    by_clause: dict[int, Sighting] = {}
    out: list[Sighting] = []
    in_sentence: dict[int, list[Sighting]] = {}
    for sighting in ordered:
        in_sentence.setdefault(sighting.sentence, []).append(sighting)
    for sighting in ordered:
        if sighting.kind is VISIT and _is_way_to(context, sighting, in_sentence[sighting.sentence]):
            continue
        clause = sighting.clause
        if _is_listed(context, out, sighting):
            continue
        if out and _is_purpose(context, out[-1], sighting):
            out[-1].sides += [p for p in sighting.sides if p.mention not in {q.mention for q in out[-1].sides}]
            continue
        other = by_clause.get(clause) if clause is not None else None
        if other is not None and clause is not None and context.clauses[clause].verb.head == other.token:
            shared = parties_of(context, (p.mention for p in sighting.sides)) <= parties_of(
                context, (p.mention for p in other.sides)
            )
            ahead = sighting.strong and sighting.status is MeetingStatus.PLANNED and other.status is MeetingStatus.HELD
            if shared and sighting.token != other.token and not sighting.aside and not ahead:
                if sighting.kind in (MeetingKind.TALKS, MeetingKind.SUMMIT) and other.kind is MeetingKind.MEETING:
                    other.kind, other.kind_at = sighting.kind, sighting.token
                other.ordinal = other.ordinal or sighting.ordinal
                continue
        if clause is not None and context.clauses[clause].verb.head == sighting.token:
            by_clause[clause] = sighting
        out.append(sighting)
    return out


def _is_way_to(context: Context, visit: Sighting, sightings: list[Sighting]) -> bool:
    """Whether somebody only goes to where the same sentence says that he meets others: ``has arrived in Lima, where she will
    meet``; the place is that of the meeting."""
    if visit.clause is None or "travel" not in context.clauses[visit.clause].verb.senses:
        return False
    people = people_of(context, visit)
    for other in sightings:
        if other.token > visit.token and other.kind is not VISIT:
            if people & people_of(context, other):
                other.place = visit.place if other.place is None else other.place
                return True
    return False


def _is_purpose(context: Context, visit: Sighting, sighting: Sighting) -> bool:
    """Whether an encounter is only what a visit is for: ``a visit to Seoul for a summit with the president``."""
    if visit.kind is not VISIT or visit.sentence != sighting.sentence or not visit.strong:
        return False
    phrase = context.phrases.noun_at[sighting.token]
    if phrase < 0 or not 0 < sighting.token - visit.token < PURPOSE:
        return False
    first = context.phrases.nouns[phrase].first
    between = range(visit.token + 1, first)
    return context.tokens.lowers[first - 1] == "for" and all(context.phrases.verb_at[at] < 0 for at in between)


def _is_listed(context: Context, before: list[Sighting], sighting: Sighting) -> bool:
    """Whether the noun stands in one list with the one before: ``a signing ceremony and a working lunch``."""
    if not before or before[-1].sentence != sighting.sentence or before[-1].evidence != sighting.evidence:
        return False
    between = context.tokens.lowers[before[-1].token + 1 : sighting.token]
    return bool(between) and between[0] in ("and", ",", "or") and len(between) < 5
