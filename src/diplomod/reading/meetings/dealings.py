"""Verbs by which one who speaks or gives meets another: ``told the envoy in Lima``, ``agreed in Tokyo``."""

from __future__ import annotations

from diplomod.model import MeetingFormat, MeetingKind, PartyKind
from diplomod.reading.meetings.context import Context, Sighting
from diplomod.reading.meetings.journeys import TRAVELLERS
from diplomod.reading.meetings.sides import (
    PRESS,
    after_word,
    company,
    distinct,
    is_press,
    parties_of,
    subject,
)
from diplomod.reading.meetings.sighting import sight
from diplomod.reading.parts import Clause, Form, Mention, MentionKind, Tense

AUDIENCES = frozenset(
    "council envoys ambassadors ministers leaders members counterparts board committee diplomats body".split()
)
FACING = frozenset("sit face see greet meet speak talk visit".split())
MEETERS = frozenset((MentionKind.PERSON, MentionKind.OFFICE, MentionKind.GROUP))
TELLS_COUNCIL = frozenset("tell inform brief update address present report warn".split())
COUNCILS = frozenset("council assembly committee board secretary-general".split())
COUNCIL_REACH = 12  # tokens behind a verb within which the council stands that is told
AGREEING = frozenset("agree narrow bridge reach resolve overcome settle break reconcile iron find strike make".split())
TALKS = frozenset("talks negotiations meeting".split())
SHORT = 10  # tokens behind a verb within which it is told what failed
HANDS = frozenset("hand deliver present give pass".split())
TO = frozenset(("to",))
BY = frozenset(("by",))


def told_council(context: Context, clause: Clause) -> Sighting | None:
    """``told the Security Council on Friday``, ``will present her findings to the Council``: a briefing."""
    verb, lowers = clause.verb, context.tokens.lowers
    if verb.passive or verb.lemma not in TELLS_COUNCIL or context.tokens.vocabulary.isdisjoint(COUNCILS):
        return None
    own = [n for n in subject(context, clause) if context.mention(n).kind in TRAVELLERS]
    if not own:
        return None
    direct = company(context, verb.last, min(clause.last, verb.last + COUNCIL_REACH))
    led = after_word(context, clause, TO, verb.last, min(clause.last, verb.last + COUNCIL_REACH))
    council = [n for n in (*direct, *led) if lowers[context.mention(n).last - 1] in COUNCILS][:1]
    bodies = {party.kind for n in council for party in context.mention(n).parties}
    if not council or not bodies or PartyKind.STATE in bodies:
        return None
    return sight(context, clause, MeetingKind.BRIEFING, [*own, *council])


def told(context: Context, clause: Clause) -> Sighting | None:
    """``Luna told the visiting envoy in Lima on Sunday that``: whoever tells the other side in some place meets it."""
    verb = clause.verb
    if verb.passive or verb.lemma not in ("tell", "inform", "assure"):
        return None
    own = [n for n in subject(context, clause) if context.mention(n).kind in (MentionKind.PERSON, MentionKind.OFFICE)]
    others = [n for n in company(context, verb.last, min(clause.last, verb.last + 14)) if n not in own]
    others = [n for n in others if context.mention(n).kind is MentionKind.PERSON and not is_press(context, n)]
    mine, theirs = parties_of(context, own), parties_of(context, others)
    if not own or not theirs or mine & theirs or any(context.mention(n).pronoun for n in others):
        return None
    found = sight(context, clause, MeetingKind.MEETING, [*own, *others])
    if found is None or (found.place is None and found.when is None):
        return None
    if found.format in (MeetingFormat.PHONE, MeetingFormat.VIDEO):
        found.kind = MeetingKind.CALL
    return found


def agreed(context: Context, clause: Clause) -> Sighting | None:
    """``The two ministers agreed in Tokyo on Friday to share data``: those who agree at a place and a date met there."""
    verb = clause.verb
    if verb.passive or verb.negated or verb.form is not Form.FINITE or verb.tense is not Tense.PAST:
        return None
    if not context.times:
        return None  # without a date it tells of no meeting
    own = subject(context, clause)
    if distinct(context, own) < 2 or not all(context.mention(n).kind in MEETERS for n in own):
        return None
    if any(context.clauses[n].verb.senses & {"meet", "hold", "call"} for n in _below(context, clause)):
        return None  # "agreed to meet in Tokyo"
    found = sight(context, clause, MeetingKind.MEETING, own)
    return found if found is not None and found.when is not None and found.place is not None else None


def fell_short(context: Context, clause: Clause) -> Sighting | None:
    """``Senior diplomats of both failed on Monday to narrow their differences``: those who fail to agree on a day have met."""
    verb = clause.verb
    if (
        verb.passive
        or verb.negated
        or verb.form is not Form.FINITE
        or verb.tense is not Tense.PAST
        or not context.times
    ):
        return None
    lowers = context.tokens.lowers
    behind = range(verb.last, min(clause.last, verb.last + SHORT) - 1)
    if not any(lowers[at] == "to" and lowers[at + 1] in AGREEING for at in behind):
        return None
    own = subject(context, clause)
    sides = MEETERS if TALKS.isdisjoint(context.tokens.vocabulary) else MEETERS | {MentionKind.PARTY}
    if distinct(context, own) < 2 or not all(context.mention(n).kind in sides for n in own):
        return None
    found = sight(context, clause, MeetingKind.TALKS, own)
    return found if found is not None and found.when is not None else None


def _below(context: Context, clause: Clause) -> list[int]:
    return [
        one.number for one in context.clauses[clause.number + 1 : clause.number + 4] if one.governor == clause.number
    ]


def handed(context: Context, clause: Clause) -> Sighting | None:
    """``handed the text to his Russian counterpart in Istanbul``: a meeting of both."""
    verb = clause.verb
    if verb.lemma not in HANDS or not (verb.passive or clause.objects):
        return None
    givers = after_word(context, clause, BY, verb.last) if verb.passive else subject(context, clause)
    own = [n for n in givers if context.mention(n).kind in TRAVELLERS]
    others = [n for n in after_word(context, clause, TO, verb.last) if context.mention(n).kind in TRAVELLERS]
    if not others and len(clause.objects) > 1 and not verb.passive:  # "handed the ambassador a note"
        others = [n for n in context.cast.between(*clause.objects[0]) if context.mention(n).kind in TRAVELLERS]
    if not own or not others or distinct(context, [*own, *others]) < 2 or any(is_press(context, n) for n in others):
        return None
    found = sight(context, clause, MeetingKind.MEETING, [*own, *others])
    told = found is not None and (found.place is not None or (verb.passive and found.when is not None))
    return found if told else None


def each_other(context: Context, clause: Clause) -> Sighting | None:
    """``sat across from each other for ten days``: whoever faces each other meets."""
    lowers = context.tokens.lowers
    behind = lowers[clause.verb.last : min(clause.last, clause.verb.last + 8)]
    if "other" not in behind and "another" not in behind:
        return None
    if not ({"each", "one"} & set(behind)) or clause.verb.lemma not in FACING:
        return None
    own = subject(context, clause)
    if clause.verb.passive or distinct(context, own) < 2:
        return None
    return sight(context, clause, MeetingKind.MEETING, own)


def called_on(context: Context, clause: Clause) -> Sighting | None:
    """``called on the minister``: a visit; ``called on Oslo to wait`` is a demand."""
    verb = clause.verb
    if verb.passive or verb.lemma not in ("call on", "call upon", "pay"):
        return None
    following = context.clauses[clause.number + 1 : clause.number + 2]
    if any(other.governor == clause.number and other.verb.form is Form.INFINITIVE for other in following):
        return None  # "called on the minister to wait"
    own = subject(context, clause)
    others = [n for n in company(context, verb.last, clause.last) if _is_one(context.mention(n))]
    if not own or not others or distinct(context, [*own, *others]) < 2:
        return None
    behind = context.mention(others[-1]).last
    if context.tokens.lowers[behind : behind + 1] == ["for"]:
        return None  # "called on the minister for help"
    return sight(context, clause, MeetingKind.MEETING, [*own, *others])


def _is_one(mention: Mention) -> bool:
    """Whether a mention is of one person, named or by the office."""
    return mention.kind is MentionKind.PERSON or (mention.kind is MentionKind.OFFICE and not mention.plural)


def briefed(context: Context, clause: Clause) -> Sighting | None:
    """``had been briefed on the talks``: a briefing of those."""
    verb = clause.verb
    own = subject(context, clause)
    if verb.passive:
        others = after_word(context, clause, BY, verb.last)
    else:
        others = company(context, verb.last, clause.last)
        if not others and not _audience(context, clause):
            return None
    if not own or any(is_press(context, n) for n in [*own, *others]):
        return None
    return sight(context, clause, MeetingKind.BRIEFING, [*own, *others])


def _audience(context: Context, clause: Clause) -> bool:
    """Whether those briefed are a council or the envoys of several, whose parties the words leave open."""
    if not clause.objects:
        return False
    first, last = clause.objects[0]
    words = context.tokens.lowers[first:last]
    return not AUDIENCES.isdisjoint(words) and PRESS.isdisjoint(words)
