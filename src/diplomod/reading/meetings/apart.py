"""Those who are met one by one: ``met Lima and Paz separately``, ``spoke with Lima and then with Paz``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from diplomod.model import When
from diplomod.reading.meetings.context import Context, Sighting
from diplomod.reading.meetings.sides import company, parties_of, present
from diplomod.reading.parts import MentionKind, Presence

SEPARATELY = frozenset("separately individually".split())
SEPARATE = frozenset("separate bilateral individual one-on-one".split())
SINGLE = frozenset("meetings calls conversations encounters audiences".split())  # several, not one: unlike talks
APART = SEPARATELY | SEPARATE | SINGLE
AGAIN = frozenset("then later also afterwards subsequently separately".split()) | {","}
SIDES = 2
BEFORE, BEHIND = 3, 4  # tokens around the word in which it is told
REACH = 40
AHEAD = 12  # tokens before ``with`` in which a day and a place stand
LEADS = frozenset("on in at the a following next same later then day , also".split())
PLACE = MentionKind.PLACE


def split_by_sides(context: Context, sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    """One encounter for each party of those who are met one by one: ``held separate meetings with the ministers of A and B``,
    ``the ministers of A and B met separately with Lim``."""
    if context.tokens.vocabulary.isdisjoint(APART):
        yield from sightings
        return
    for sighting in sightings:
        own, others = _met_one_by_one(context, sighting)
        if len(others) < 2:
            yield sighting
            continue
        whose = parties_of(context, (p.mention for p in own))
        for number, (key, presences) in enumerate(others.items()):
            first = sighting.token if number == 0 else max(sighting.token, context.mention(presences[0].mention).first)
            codes = parties_of(context, (p.mention for p in presences))
            yield attrs.evolve(
                sighting,
                token=first,
                sides=[*own, *presences],
                when=_own_day(context, sighting, presences),
                only=frozenset(whose | (codes & {key} or codes)),
                clause=sighting.clause if number == 0 else None,
                definite=False,
                counted=False,
                apart=True,
                rule=sighting.rule if number == 0 else split_by_sides,
            )


def _own_day(context: Context, sighting: Sighting, presences: Sequence[Presence]) -> When | None:
    """The day behind those who are met, where each has one: ``bilateral talks with Lima on Monday and with Paz on Tuesday``."""
    times = [time for time in context.times_in.get(sighting.sentence, ()) if time.first > sighting.token]
    if len(times) < 2 or not presences:
        return sighting.when
    last = context.mention(presences[-1].mention).last
    return next((time.when for time in times if time.first >= last), sighting.when)


def _met_one_by_one(context: Context, sighting: Sighting) -> tuple[list[Presence], dict[str, list[Presence]]]:
    """Those who meet the others one by one, and the presences of each party of the others, where ``separate`` or ``separately``
    stands beside the word."""
    apart, together = _is_apart(context, sighting)
    if not apart and not together:
        return [], {}
    before = [p for p in sighting.sides if context.mention(p.mention).first < sighting.token]
    behind = [p for p in sighting.sides if context.mention(p.mention).first >= sighting.token]
    others = _by_party(context, behind, before)
    if len(others) == 1 and together:
        several = _by_party(context, before, behind)
        if len(several) > 1:
            return behind, several
        return (before, _by_person(context, behind)) if len(before) == 1 else (behind, _by_person(context, before))
    return before, others


def _is_apart(context: Context, sighting: Sighting) -> tuple[bool, bool]:
    """Whether the words tell of several encounters (``separate meetings``, ``in separate calls … spoke``), and whether
    ``separately`` tells it of one verb."""
    tokens, at = context.tokens, sighting.token
    lowers = tokens.lowers
    begin, end = tokens.sentences[sighting.sentence]
    opened = lowers[begin + 1 : begin + 2] == [","]
    begin += opened  # "Separately, the envoy met Lima": beside what else there is to tell
    near = lowers[max(begin, at - BEFORE) : min(end, at + BEHIND)]
    behind_all = max((context.mention(p.mention).last for p in sighting.sides), default=end)
    near = [*near, *lowers[behind_all : min(end, behind_all + 2)]]  # "met Lima and Paz separately"
    several = tokens.tags[at] == "NNS"  # "in a separate meeting" is one
    uncounted = several and lowers[at] in SINGLE and "CD" not in tokens.tags[at - 2 : at]
    if uncounted and lowers[at + 1 : at + 2] == ["with"]:
        if len([p for p in sighting.sides if context.mention(p.mention).first > at]) > 1:
            return True, False
    if len(sighting.sides) > SIDES and _are_several(context, sighting):
        return True, False
    opening = lowers[begin : begin + 1] == ["in"] and lowers[begin + 1 : begin + 2] == ["separate"]
    apart = (several and not SEPARATE.isdisjoint(near)) or (opening and tokens.tags[at] != "NNS")
    return apart, not SEPARATELY.isdisjoint(near)


def _are_several(context: Context, sighting: Sighting) -> bool:
    """Whether the words behind call the encounters two: ``spoke with Lima and Paz. In both calls, she stressed``."""
    tokens = context.tokens
    behind = tokens.sentences[sighting.sentence + 1 : sighting.sentence + 1 + SIDES]
    return any(
        tokens.lowers[at] == "both" and tokens.lowers[at + 1 : at + 2] and tokens.lowers[at + 1] in SINGLE
        for first, last in behind
        for at in range(first, last - 1)
    )


def _by_person(context: Context, presences: Iterable[Presence]) -> dict[str, list[Presence]]:
    """The presences of each person."""
    found: dict[str, list[Presence]] = {}
    for presence in presences:
        mention = context.mention(presence.mention)
        if mention.person is not None:
            found.setdefault(mention.person.name, []).append(presence)
    return found


def _by_party(
    context: Context, presences: Iterable[Presence], but_for: Iterable[Presence]
) -> dict[str, list[Presence]]:
    """The presences of each party, those of `but_for` left out; of ``both ministers`` each party has them all."""
    found: dict[str, list[Presence]] = {}
    for presence in presences:
        mention = context.mention(presence.mention)
        for party in mention.parties if mention.person is None or len(mention.parties) == 1 else ():
            found.setdefault(party.code, []).append(presence)
    others = parties_of(context, (presence.mention for presence in but_for))
    return {code: kept for code, kept in found.items() if kept and code not in others}


def split_by_with(context: Context, sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    """One encounter for each with: ``spoke with Aoun and then with Hariri``."""
    for sighting in sightings:
        later = None if sighting.only else _later_with(context, sighting)  # those met one by one are told apart
        if later is None:
            yield sighting
            continue
        at, others = later
        if _is_same_side(context, sighting, at, others):
            sighting.sides += others
            yield sighting
            continue
        own = [p for p in sighting.sides if context.mention(p.mention).first < sighting.token]
        first = [p for p in sighting.sides if context.mention(p.mention).first < at]
        end = context.tokens.sentences[sighting.sentence][1]
        lead = _lead(context, sighting, at)
        dates = [time.when for time in context.times_in.get(sighting.sentence, ()) if lead < time.first < end]
        early = [time.when for time in context.times_in.get(sighting.sentence, ()) if time.first < lead]
        places = [n for n in context.cast.between(lead, at) if context.mention(n).kind is PLACE]
        yield attrs.evolve(sighting, sides=first, when=early[-1] if dates and early else sighting.when)
        yield attrs.evolve(
            sighting,
            token=at,
            evidence=(at, min(end, context.mention(others[-1].mention).last + 1)),
            sides=[*own, *others],
            when=dates[0] if dates else sighting.when,
            place=places[0] if places else sighting.place,
            clause=None,
            definite=False,
            rule=split_by_with,
            apart=True,
        )


def _lead(context: Context, sighting: Sighting, at: int) -> int:
    """Where what is told of the second encounter begins: with ``and``, where a day and a place stand before ``with``."""
    lowers = context.tokens.lowers
    if not _dated_before(context, sighting, at):
        return at
    return next(one for one in range(at - 1, sighting.token, -1) if lowers[one] == "and")


def _is_same_side(context: Context, sighting: Sighting, at: int, others: list[Presence]) -> bool:
    """Whether a bare ``and with`` only goes on: ``met with General Bashari and with Foreign Minister Nour``; others of another
    party, or on another day, are met apart."""
    end = context.tokens.sentences[sighting.sentence][1]
    lead = _lead(context, sighting, at)
    dated = any(lead < time.first < end for time in context.times_in.get(sighting.sentence, ()))
    if dated or not AGAIN.isdisjoint(context.tokens.lowers[at - 1 : at]):
        return False
    met = [p.mention for p in sighting.sides if sighting.token < context.mention(p.mention).first < at]
    there, here = parties_of(context, met), parties_of(context, (p.mention for p in others))
    return not here or not there or bool(here & there)


def _later_with(context: Context, sighting: Sighting) -> tuple[int, list[Presence]] | None:
    """The token of a second with behind the word, and those whom it leads."""
    lowers = context.tokens.lowers
    end = context.tokens.sentences[sighting.sentence][1]
    reach = min(end, sighting.token + REACH)
    if lowers[sighting.token + 1 : reach].count("with") < 2:
        return None
    own = [p for p in sighting.sides if context.mention(p.mention).first < sighting.token]
    seen = False
    for at in range(sighting.token + 1, reach):
        if lowers[at] != "with":
            continue
        if seen and (_goes_on(lowers, at) or _dated_before(context, sighting, at)):
            others = company(context, at + 1, end)
            fresh = [n for n in others if n not in {p.mention for p in own}]
            return (at, present(fresh, sighting.status)) if fresh and own else None
        seen = True
    return None


def _dated_before(context: Context, sighting: Sighting, at: int) -> bool:
    """Whether only a day and a place stand between ``and`` and a word: ``with Lima, and the next day in Oslo with Paz``."""
    lowers, cast = context.tokens.lowers, context.cast
    begin = max(sighting.token, at - AHEAD)
    lead = next((one for one in range(at - 1, begin, -1) if lowers[one] == "and"), None)
    if lead is None or lead + 1 == at:
        return False
    dated = {t for time in context.times_in.get(sighting.sentence, ()) for t in range(time.first, time.last)}
    return all(
        one in dated or lowers[one] in LEADS or (cast.at[one] >= 0 and cast.mentions[cast.at[one]].kind is PLACE)
        for one in range(lead + 1, at)
    )


def _goes_on(lowers: list[str], at: int) -> bool:
    """Whether ``and``, ``and then`` or ``as well as`` stands right before a word."""
    if lowers[at - 3 : at] == ["as", "well", "as"]:
        return True
    while lowers[at - 1] in AGAIN and at > 1:
        at -= 1
    return lowers[at - 1] == "and"
