"""Verbs of going and being somewhere: ``visited Ankara``, ``will fly to Lima``, ``was in Kigali on Friday``."""

from __future__ import annotations

from diplomod.model import MeetingKind, MeetingStatus, PartyKind
from diplomod.reading.meetings.circumstances import is_seat
from diplomod.reading.meetings.context import Context, Sighting
from diplomod.reading.meetings.sides import (
    after_word,
    company,
    parties_of,
    subject,
)
from diplomod.reading.meetings.sighting import sight
from diplomod.reading.parts import Clause, Form, MentionKind, Tense

WITH = frozenset(("with",))
TRAVELLERS = frozenset((MentionKind.PERSON, MentionKind.OFFICE))
LEAVES = frozenset("leave depart set off head".split())
REGIONS = (["region"], ["area"], ["subregion"], ["sub-region"])
WAYS = frozenset(("route", "way"))
TEAMS = frozenset("delegation delegations team teams mission".split())
SLIGHT = frozenset("due back again here now".split())
FOR_TALKS = 14  # tokens behind a verb of travel in which its purpose may stand
KINDS = frozenset("talks meeting summit call visit conference briefing signing".split())


def visited(context: Context, clause: Clause) -> Sighting | None:
    """``The envoy visited Ankara``: a visit of his party and the state that he goes to."""
    verb = clause.verb
    if verb.passive:
        return None
    own = [n for n in subject(context, clause) if context.mention(n).kind is not MentionKind.PLACE]
    if own and all(context.mention(n).kind is MentionKind.PARTY and context.mention(n).plural for n in own):
        return None  # "Kenyans visited Uganda in great numbers"
    goals = _goals(context, verb.last, clause)
    return _visit(context, clause, own, goals)


def travelled(context: Context, clause: Clause) -> Sighting | None:
    """``Lavrov flew to Ankara``; where the clause tells what for (talks, to meet somebody), that is the sighting."""
    verb, lowers = clause.verb, context.tokens.lowers
    if verb.passive or _has_purpose(context, clause):
        return None
    if verb.lemma == "head" and lowers[verb.last : verb.last + 1] not in (["to"], ["for"]):
        return None  # who heads a team goes nowhere
    for token in range(verb.last, min(clause.last, verb.last + 8)):
        leads = lowers[token] in ("to", "in", "at") or (lowers[token] == "for" and verb.lemma in LEAVES)
        if leads and context.home[token] == clause.number:
            if lowers[token] not in ("to", "for") and verb.lemma not in ("arrive", "land", "stop"):
                return None
            if verb.lemma == "stop" and (token != verb.last or lowers[token] != "in"):
                return None  # "stopped to talk", "plans to stop in Lima"
            own = [n for n in subject(context, clause) if context.mention(n).kind is not MentionKind.PLACE]
            own = [n for n in own if context.mention(n).kind is not MentionKind.PARTY]
            goals = _goals(context, token + 1, clause)
            if not goals and _is_region(context, token + 1):
                return _errand(context, clause, own)
            found = _visit(context, clause, own, goals)
            alone = all(context.mention(n).kind is MentionKind.GROUP for n in own)
            return None if found is not None and found.when is None and alone else found
    return None


def was_there(context: Context, clause: Clause) -> Sighting | None:
    """``The envoy was in Kigali on Friday``, ``is due in Oslo on Monday``, ``spent two days in Lima``: a visit."""
    verb, lowers = clause.verb, context.tokens.lowers
    if verb.passive != (verb.lemma == "expect") or clause.subject is None or lowers[clause.subject[0]] == "it":
        return None
    if _has_purpose(context, clause):
        return None
    own = [n for n in subject(context, clause) if context.mention(n).kind in TRAVELLERS or _is_team(context, n)]
    if not own or len(parties_of(context, own)) != 1:
        return None
    way = verb.lemma == "be" and not WAYS.isdisjoint(lowers[verb.last : verb.last + 3])  # "is en route to Oslo"
    for token in range(verb.last, min(clause.last, verb.last + 6)):
        if lowers[token] in (("to",) if way else ("in", "at")) and context.home[token] == clause.number:
            goals = _goals(context, token + 1, clause)
            others = [n for n in after_word(context, clause, WITH, token) if n not in own]
            found = _visit(context, clause, [*own, *others], goals)
            if found is not None and found.when is None and not way and "due" not in lowers[verb.last : token]:
                return None
            if found is not None and others and parties_of(context, others) - parties_of(context, own):
                found.kind = MeetingKind.MEETING
            if (
                found is not None
                and verb.lemma == "expect"
                and found.status in (MeetingStatus.HELD, MeetingStatus.ONGOING)
            ):
                found.status = MeetingStatus.PLANNED
            elif found is not None and _is_now(clause) and found.status is MeetingStatus.HELD:
                found.status = MeetingStatus.ONGOING
            if found is not None and "due" in lowers[verb.last : token] and found.status is MeetingStatus.HELD:
                found.status = MeetingStatus.PLANNED
            return found
        if lowers[token] not in SLIGHT and not way and context.tokens.tags[token] not in ("RB", "CD", "NNS", "DT"):
            return None
    return None


def _is_apposed(context: Context, token: int) -> bool:
    """Whether a noun only adds behind a comma what else is told of: ``is in Oslo today, the second leg of a tour``."""
    number = context.phrases.noun_at[token]
    first = token if number < 0 else context.phrases.nouns[number].first
    if context.tokens.lowers[first - 1] == "of" and context.phrases.noun_at[first - 2] >= 0:
        first = context.phrases.nouns[context.phrases.noun_at[first - 2]].first
    return context.tokens.tags[first - 1] == ","


def _is_region(context: Context, at: int) -> bool:
    """Whether ``the region`` stands there, which names no state."""
    return context.tokens.lowers[at : at + 1] == ["the"] and context.tokens.lowers[at + 1 : at + 2] in REGIONS


def _errand(context: Context, clause: Clause, own: list[int]) -> Sighting | None:
    """A visit of somebody whom a body sends out: ``The personal envoy intends to travel to the region``."""
    bodies = {party.code for n in own for party in context.mention(n).parties if party.kind is not PartyKind.STATE}
    somebody = any(context.mention(n).kind in (MentionKind.PERSON, MentionKind.OFFICE) for n in own)
    if len(bodies) != 1 or not somebody or len(parties_of(context, own)) != 1:
        return None
    return sight(context, clause, MeetingKind.VISIT, own)


def _is_team(context: Context, number: int) -> bool:
    """Whether a mention is of a delegation: ``a Peruvian delegation``."""
    mention = context.mention(number)
    return mention.kind is MentionKind.GROUP and not TEAMS.isdisjoint(
        context.tokens.lowers[mention.first : mention.last]
    )


def invited(context: Context, clause: Clause) -> Sighting | None:
    """``invited the Iraqi premier to Washington``: a visit that may come."""
    verb, lowers = clause.verb, context.tokens.lowers
    if verb.negated or _has_purpose(context, clause):
        return None
    guests = subject(context, clause) if verb.passive else company(context, verb.last, clause.last)
    guests = [n for n in guests if context.mention(n).kind in TRAVELLERS]
    for token in range(verb.last, min(clause.last, verb.last + FOR_TALKS)):
        if guests and lowers[token] == "to" and context.home[token] == clause.number:
            found = _visit(context, clause, guests, _goals(context, token + 1, clause))
            if found is not None and found.status in (MeetingStatus.HELD, MeetingStatus.PLANNED):
                found.status = MeetingStatus.POSSIBLE
            return found
    return None


def _is_now(clause: Clause) -> bool:
    return clause.verb.form is Form.FINITE and clause.verb.tense is Tense.PRESENT and not clause.verb.perfect


def _goals(context: Context, at: int, clause: Clause) -> list[int]:
    """The mention of the place or state that begins at token `at`, the article passed over."""
    lowers = context.tokens.lowers
    while at < clause.last and lowers[at] in ("the", "neighbouring", "neighboring"):
        at += 1
    if at >= clause.last:
        return []
    number = context.cast.at[at]
    if number < 0:
        return []
    there = context.mention(number).kind in (MentionKind.PLACE, MentionKind.PARTY) or is_seat(context, number)
    return [number] if there else []


def _visit(context: Context, clause: Clause, own: list[int], goals: list[int]) -> Sighting | None:
    if not own or not goals:
        return None
    mine, theirs = parties_of(context, own), goal_parties(context, goals)
    if not theirs or mine == theirs or (not mine and not any(_has_post(context, n) for n in own)):
        return None
    found = sight(context, clause, MeetingKind.VISIT, [*own, *goals], travels=True)
    if found is not None:
        found.place = goals[0]
        found.hosts = frozenset(code for code in theirs - mine if code in context.lexicon.names.parties)
    return found


def _has_post(context: Context, number: int) -> bool:
    """Whether the text tells a post of whoever travels: ``the boy's father`` visits no state."""
    mention = context.mention(number)
    if mention.person is None:
        return mention.kind is MentionKind.OFFICE
    return mention.person.name in context.office_holders


def goal_parties(context: Context, goals: list[int]) -> set[str]:
    """The codes of the states that these places lie in or stand for."""
    codes = parties_of(context, goals)
    for number in goals:
        place = context.mention(number).place
        if place is not None and place.country is not None:
            codes.add(place.country)
    return codes


def _has_purpose(context: Context, clause: Clause) -> bool:
    """Whether an infinitive of meeting or a noun of an encounter tells what somebody travels for."""
    last = min(clause.last, clause.verb.last + FOR_TALKS)
    for token in range(clause.verb.last, last):
        if context.phrases.verb_at[token] >= 0:
            break  # "flew to Oslo to prepare a summit": the summit is not what he flew to
        if context.lexicon.nouns.senses(context.tokens.lowers[token]) & KINDS and not _is_apposed(context, token):
            return True
    return any(
        other.governor == clause.number
        and other.verb.senses & {"meet", "join", "call", "hold"}
        and not (other.verb.form is Form.GERUND and other.verb.senses & {"start", "end"})  # "starting on Monday"
        for other in context.clauses[clause.number + 1 : clause.number + 4]
    )
