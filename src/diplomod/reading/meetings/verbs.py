"""Verbs that tell of an encounter: ``met``, ``spoke by phone with``, ``visited``, ``travelled to``, ``received``, ``briefed``."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from diplomod.model import MeetingFormat, MeetingKind, MeetingStatus, PartyKind
from diplomod.reading.meetings import acts
from diplomod.reading.meetings.circumstances import PHONE, VIDEO, clauses_around, format_of, lies_ahead, place, when
from diplomod.reading.meetings.context import Context, Sighting, stands_apart
from diplomod.reading.meetings.sides import (
    PRESS,
    after_word,
    company,
    company_behind,
    distinct,
    expanded,
    is_press,
    parties_of,
    present,
    subject,
)
from diplomod.reading.meetings.status import status_of
from diplomod.reading.parts import Clause, Form, MentionKind, Tense

WITH = frozenset(("with",))
AUDIENCES = frozenset(
    "council envoys ambassadors ministers leaders members counterparts board committee diplomats".split()
)
BEHIND = frozenset("on after to before in today yesterday this late early".split())
# Verbs that the lexicon has under no sense of meeting, and the rule that looks at each.
BY_LEMMA = {
    "be": "be",
    "spend": "be",
    "agree": "agree",
    **dict.fromkeys("hand deliver present give pass".split(), "hand"),
}
FACING = frozenset("sit face see greet meet speak talk visit".split())
TRAVELLERS = frozenset((MentionKind.PERSON, MentionKind.OFFICE))
LEAVES = frozenset("leave depart set off head".split())
MEETERS = frozenset((MentionKind.PERSON, MentionKind.OFFICE, MentionKind.GROUP))
HANDS = frozenset("hand deliver present give pass".split())
TO = frozenset(("to",))
SLIGHT = frozenset("due back again here now".split())
WITH_OR_TO = frozenset(("with", "to"))
BY = frozenset(("by",))
FOR_TALKS = 14  # tokens behind a verb of travel in which its purpose may stand
BODIES = frozenset(
    "commission committee council authority mechanism group panel forum quartet troika assembly board conference".split()
)
TOGETHER = frozenset("they sides parties delegations teams both two three governments factions rivals camps".split())
PEERS = frozenset(
    """negotiators presidents ministers leaders officials envoys diplomats experts chiefs heads secretaries delegates
    representatives officers commanders generals mediators ambassadors premiers groups counterparts topographers""".split()
)
WEAK = frozenset("negotiate consult confer gather assemble convene talk huddle speak".split())


def find_by_verbs(context: Context) -> Iterator[Sighting]:
    """The sightings of all clauses in order."""
    for clause in context.clauses:
        senses = clause.verb.senses
        if clause.verb.lemma in FACING:
            facing = _each_other(context, clause)
            if facing is not None:
                facing.rule = _each_other
                yield facing
                continue
        sense = BY_LEMMA.get(clause.verb.lemma)
        if sense is not None:
            senses = senses | {sense}
        for sense, rule in RULES:
            if sense in senses:
                found = rule(context, clause)
                if found is not None:
                    found.rule = rule
                    yield found
                    break


def _sighting(
    context: Context, clause: Clause, kind: MeetingKind, sides: list[int], *, strong: bool = True, travels: bool = False
) -> Sighting | None:
    status = status_of(context, clause)
    if status is None:
        return None
    token = clause.verb.head
    around = clauses_around(context, token, (clause,))
    begin = clause.first
    first_side = min(
        (context.mention(n).first for n in sides if context.mention(n).last <= clause.verb.first), default=begin
    )
    date = when(context, token, around)
    if status in (MeetingStatus.HELD, MeetingStatus.ONGOING) and lies_ahead(context, date):
        status = MeetingStatus.PLANNED
    return Sighting(
        token=token,
        sentence=clause.sentence,
        kind=kind,
        status=status,
        evidence=(max(min(begin, first_side), context.tokens.sentences[clause.sentence][0]), clause.last),
        sides=present(expanded(context, sides), status),
        when=date,
        place=place(context, token, around, travels=travels),
        format=format_of(context, token, around),
        strong=strong and context.tokens.lowers[context.tokens.sentences[clause.sentence][1] - 1] != "?",
        rule=find_by_verbs,
        decided=(status_of, clause.number),
        in_title=clause.sentence in context.titles,
        apart=stands_apart(context, token),
        clause=clause.number,
    )


def _acted(rule: Callable[[Context, Clause], acts.Found | None]) -> Callable[[Context, Clause], Sighting | None]:
    """A rule of `acts` as one that gives a Sighting; without a date, a place or a telephone the act is no encounter."""

    @functools.wraps(rule)
    def found(context: Context, clause: Clause) -> Sighting | None:
        act = rule(context, clause)
        if act is None:
            return None
        kind, sides, others = act
        sighting = _sighting(context, clause, kind, sides, travels=rule is acts.sent)
        if sighting is None or (rule in LOCATED and sighting.when is None and sighting.place is None):
            return None
        sighting.others = present(others, sighting.status)
        return sighting

    return found


LOCATED = (acts.signed, acts.sent, acts.shuttled)


def _met(context: Context, clause: Clause) -> Sighting | None:
    """``Blinken, who met Netanyahu in Tel Aviv on Thursday``: a meeting of both; ``the leaders met``: of them all."""
    verb = clause.verb
    others = company(context, verb.last, clause.last) if verb.lemma == "meet" and not verb.passive else []
    others = others or after_word(context, clause, WITH, verb.last)
    if not others and verb.lemma in ("meet", "sit down", "face off", "see") and not verb.passive:
        others = company_behind(context, clause)
        if not others and clause.objects and verb.lemma == "meet":
            head = clause.objects[0]
            if context.cast.at[head[1] - 1] < 0 and head[0] not in _dated(context, clause):
                return None  # it meets demands, needs, a deadline
    own = subject(context, clause)
    others = [n for n in others if n not in own and not is_press(context, n)]
    if verb.passive or (not own and not _is_collective(context, clause)):
        return None
    if distinct(context, [*own, *others]) < 2 and (others or not _is_collective(context, clause)):
        return None
    alone = distinct(context, [*own, *others]) < 2
    if others and own and parties_of(context, own) and parties_of(context, own) == parties_of(context, others):
        if len(parties_of(context, own)) == 1:
            return None
    found = _sighting(context, clause, MeetingKind.MEETING, [*own, *others])
    if found is not None and found.format in (MeetingFormat.PHONE, MeetingFormat.VIDEO):
        found.kind = MeetingKind.CALL if found.format is MeetingFormat.PHONE else found.kind
    if found is not None and (alone or (verb.lemma in WEAK and not others)):
        times = {"times", "time"} & set(context.tokens.lowers[verb.last : verb.last + 5])  # "have met dozens of times"
        found.strong = found.when is not None or found.place is not None or bool(times)
    if found is not None and alone and clause.subject is not None:
        words = context.tokens.lowers[clause.subject[0] : clause.subject[1]]
        found.body = next((word for word in words if word in BODIES or word == "it"), "")
    return found


def _is_collective(context: Context, clause: Clause) -> bool:
    """Whether the subject is several by its own meaning, so that they meet each other: ``the commission met in Oslo``,
    ``Negotiators met on Monday``; not a cabinet or a parliament, which are of one state."""
    if clause.subject is None:
        return False
    first, last = clause.subject
    heads = [context.phrases.nouns[n] for n in {context.phrases.noun_at[t] for t in range(first, last)} if n >= 0]
    if not heads:
        return False
    head = min(heads, key=lambda phrase: phrase.first).head
    word = context.tokens.lowers[head]
    if word == "it":
        return clause.verb.tense is Tense.FUTURE  # "It shall meet again"
    if word in BODIES:
        codes = {party.kind for n in subject(context, clause) for party in context.mention(n).parties}
        return PartyKind.STATE not in codes
    return word in TOGETHER or (word in PEERS and context.tokens.tags[head] in ("NNS", "NNPS"))


def _dated(context: Context, clause: Clause) -> set[int]:
    times = context.times_in.get(clause.sentence, ())
    return {token for time in times for token in range(time.first, time.last)}


def _called(context: Context, clause: Clause) -> Sighting | None:
    """``spoke by telephone with Modi``: a call; ``spoke to reporters`` is none."""
    verb, lowers = clause.verb, context.tokens.lowers
    words = set(lowers[clause.first : min(clause.last, verb.last + 25)])
    by_phone = bool(words & PHONE) or bool(words & VIDEO) or verb.lemma in ("phone", "telephone", "ring", "dial")
    if verb.lemma in ("call", "phone", "telephone", "ring", "dial"):
        others = company(context, verb.last, clause.last)
        if verb.lemma == "call" and (not others or not _plain_call(context, clause)):
            return None
    else:
        others = after_word(context, clause, WITH_OR_TO if by_phone else WITH, verb.last)
        if not others and verb.lemma == "speak":  # "spoke to President Luna": who has a party is met, the press is told
            others = [n for n in after_word(context, clause, WITH_OR_TO, verb.last) if context.mention(n).parties]
    own = subject(context, clause)
    others = [n for n in others if n not in own and not is_press(context, n)]
    pair = not others and distinct(context, own) > 1 and (by_phone or _both(context, own))
    if verb.passive or not own or not (others or pair) or distinct(context, [*own, *others]) < 2:
        return None
    kind = MeetingKind.CALL if by_phone or verb.lemma in ("call", "speak") else MeetingKind.TALKS
    return _sighting(context, clause, kind, [*own, *others], strong=by_phone or pair or verb.lemma != "talk")


def _both(context: Context, numbers: list[int]) -> bool:
    """Whether people of two parties are named together: ``President A and Prime Minister B of C spoke today``."""
    people = [n for n in numbers if context.mention(n).kind is MentionKind.PERSON]
    return len(people) > 1 and len(parties_of(context, people)) > 1


def _plain_call(context: Context, clause: Clause) -> bool:
    """Whether nothing behind the object tells that somebody is only named or urged: ``called him a friend``."""
    if not clause.objects or len(clause.objects) > 1:
        return False
    end = clause.objects[0][1]
    while context.tokens.lowers[end : end + 1] == ["of"] and context.phrases.noun_at[end + 1] >= 0:
        end = context.phrases.nouns[context.phrases.noun_at[end + 1]].last
    tags, lowers = context.tokens.tags, context.tokens.lowers
    return end >= len(tags) or tags[end] in (",", ".", "TO", "CC") or lowers[end] in BEHIND


def _visited(context: Context, clause: Clause) -> Sighting | None:
    """``The envoy visited Ankara``: a visit of his party and the state that he goes to."""
    verb = clause.verb
    own = [n for n in subject(context, clause) if context.mention(n).kind is not MentionKind.PLACE]
    if verb.passive:
        return None
    goals = _goals(context, verb.last, clause)
    return _visit(context, clause, own, goals)


def _travelled(context: Context, clause: Clause) -> Sighting | None:
    """``Lavrov flew to Ankara``; where the clause tells what for (talks, to meet somebody), that is the sighting."""
    verb, lowers = clause.verb, context.tokens.lowers
    if verb.passive or _has_purpose(context, clause):
        return None
    for token in range(verb.last, min(clause.last, verb.last + 8)):
        leads = lowers[token] in ("to", "in", "at") or (lowers[token] == "for" and verb.lemma in LEAVES)
        if leads and context.home[token] == clause.number:
            if lowers[token] not in ("to", "for") and verb.lemma not in ("arrive", "land"):
                return None
            own = [n for n in subject(context, clause) if context.mention(n).kind is not MentionKind.PLACE]
            own = [n for n in own if context.mention(n).kind is not MentionKind.PARTY]
            goals = _goals(context, token + 1, clause)
            return _visit(context, clause, own, goals)
    return None


def _was_there(context: Context, clause: Clause) -> Sighting | None:
    """``The envoy was in Kigali on Friday``, ``is due in Oslo on Monday``, ``spent two days in Lima``: a visit."""
    verb, lowers = clause.verb, context.tokens.lowers
    if verb.passive or _has_purpose(context, clause) or clause.subject is None:
        return None
    own = [n for n in subject(context, clause) if context.mention(n).kind in TRAVELLERS]
    if not own or len(parties_of(context, own)) != 1:
        return None
    if verb.lemma == "spend":
        others = [n for n in after_word(context, clause, WITH, verb.last) if n not in own]
        if others and distinct(context, [*own, *others]) > 1:
            return _sighting(context, clause, MeetingKind.MEETING, [*own, *others])
    for token in range(verb.last, min(clause.last, verb.last + 6)):
        if lowers[token] in ("in", "at") and context.home[token] == clause.number:
            goals = _goals(context, token + 1, clause)
            others = [n for n in after_word(context, clause, WITH, token) if n not in own]
            found = _visit(context, clause, [*own, *others], goals)
            if found is not None and found.when is None and "due" not in lowers[verb.last : token]:
                return None
            if found is not None and others and parties_of(context, others) - parties_of(context, own):
                found.kind = MeetingKind.MEETING
            if found is not None and _is_now(clause) and found.status is MeetingStatus.HELD:
                found.status = MeetingStatus.ONGOING
            if found is not None and "due" in lowers[verb.last : token] and found.status is MeetingStatus.HELD:
                found.status = MeetingStatus.PLANNED
            return found
        if lowers[token] not in SLIGHT and context.tokens.tags[token] not in ("RB", "CD", "NNS", "DT"):
            return None
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
    if number < 0 or context.mention(number).kind not in (MentionKind.PLACE, MentionKind.PARTY):
        return []
    return [number]


def _visit(context: Context, clause: Clause, own: list[int], goals: list[int]) -> Sighting | None:
    if not own or not goals:
        return None
    mine, theirs = parties_of(context, own), goal_parties(context, goals)
    if not theirs or mine == theirs:
        return None
    found = _sighting(context, clause, MeetingKind.VISIT, [*own, *goals], travels=True)
    if found is not None:
        found.place = goals[0]
        found.hosts = frozenset(code for code in theirs - mine if code in context.lexicon.names.parties)
    return found


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
        if context.lexicon.nouns.senses(context.tokens.lowers[token]) & KINDS:
            return True
    return any(
        other.governor == clause.number and other.verb.senses & {"meet", "join", "call", "hold"}
        for other in context.clauses[clause.number + 1 : clause.number + 4]
    )


KINDS = frozenset("talks meeting summit call visit conference briefing signing".split())


def _received(context: Context, clause: Clause) -> Sighting | None:
    """``welcomed the chancellor to the palace``, ``hosted the envoys``: a meeting of both."""
    verb = clause.verb
    own = subject(context, clause)
    if verb.passive:
        guests, own = own, after_word(context, clause, BY, verb.last)
    else:
        guests = company_behind(context, clause)
    guests = [n for n in guests if context.mention(n).kind is not MentionKind.PLACE]
    if (not own and not _is_somebody(context, clause)) or not guests:
        return None
    found = _sighting(context, clause, MeetingKind.MEETING, [*own, *guests])
    if found is None or parties_of(context, own):
        return found if found is None or distinct(context, [*own, *guests]) > 1 else None
    there = None if found.place is None else context.place_of(found.place)
    if there is not None and there.country is not None and there.country in context.lexicon.names.parties:
        found.hosts = frozenset((there.country,)) - parties_of(context, guests)  # whoever receives is at home
    return found if distinct(context, [*own, *guests]) + len(found.hosts) > 1 else None


def _is_somebody(context: Context, clause: Clause) -> bool:
    """Whether a clause has a subject that is somebody, though not known whose: ``the Deputy Prime Minister``."""
    return any(context.mention(n).kind in TRAVELLERS for n in clause.actors)


def _briefed(context: Context, clause: Clause) -> Sighting | None:
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
    return _sighting(context, clause, MeetingKind.BRIEFING, [*own, *others])


def _audience(context: Context, clause: Clause) -> bool:
    """Whether those briefed are a council or the envoys of several, whose parties the words leave open."""
    if not clause.objects:
        return False
    first, last = clause.objects[0]
    words = context.tokens.lowers[first:last]
    return not AUDIENCES.isdisjoint(words) and PRESS.isdisjoint(words)


def _called_on(context: Context, clause: Clause) -> Sighting | None:
    """``called on the minister``: a visit; ``called on Oslo to wait`` is a demand."""
    verb = clause.verb
    if verb.passive or verb.lemma not in ("call on", "call upon", "pay"):
        return None
    if any(other.governor == clause.number for other in context.clauses[clause.number + 1 : clause.number + 2]):
        return None
    own = subject(context, clause)
    others = [n for n in company(context, verb.last, clause.last) if context.mention(n).kind is MentionKind.PERSON]
    if not own or not others or distinct(context, [*own, *others]) < 2:
        return None
    return _sighting(context, clause, MeetingKind.MEETING, [*own, *others])


def _told(context: Context, clause: Clause) -> Sighting | None:
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
    found = _sighting(context, clause, MeetingKind.MEETING, [*own, *others])
    if found is None or (found.place is None and found.when is None):
        return None
    if found.format in (MeetingFormat.PHONE, MeetingFormat.VIDEO):
        found.kind = MeetingKind.CALL
    return found


def _agreed(context: Context, clause: Clause) -> Sighting | None:
    """``The two ministers agreed in Tokyo on Friday to share data``: those who agree at a place and a date met there."""
    verb = clause.verb
    if verb.passive or verb.negated or verb.form is not Form.FINITE or verb.tense is not Tense.PAST:
        return None
    own = subject(context, clause)
    if distinct(context, own) < 2 or not all(context.mention(n).kind in MEETERS for n in own):
        return None
    if any(context.clauses[n].verb.senses & {"meet", "hold", "call"} for n in _below(context, clause)):
        return None  # "agreed to meet in Tokyo"
    found = _sighting(context, clause, MeetingKind.MEETING, own)
    return found if found is not None and found.when is not None and found.place is not None else None


def _below(context: Context, clause: Clause) -> list[int]:
    return [
        one.number for one in context.clauses[clause.number + 1 : clause.number + 4] if one.governor == clause.number
    ]


def _handed(context: Context, clause: Clause) -> Sighting | None:
    """``handed the text to his Russian counterpart in Istanbul``: a meeting of both."""
    verb = clause.verb
    if verb.passive or verb.lemma not in HANDS or not clause.objects:
        return None
    own = [n for n in subject(context, clause) if context.mention(n).kind in TRAVELLERS]
    others = [n for n in after_word(context, clause, TO, verb.last) if context.mention(n).kind in TRAVELLERS]
    if not own or not others or distinct(context, [*own, *others]) < 2 or any(is_press(context, n) for n in others):
        return None
    found = _sighting(context, clause, MeetingKind.MEETING, [*own, *others])
    return found if found is not None and found.place is not None else None


def _each_other(context: Context, clause: Clause) -> Sighting | None:
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
    return _sighting(context, clause, MeetingKind.MEETING, own)


RULES: tuple[tuple[str, Callable[[Context, Clause], Sighting | None]], ...] = (
    ("travel", _acted(acts.face_to_face)),
    ("call", _called),
    ("mediate", _acted(acts.shuttled)),
    ("hold", _acted(acts.convened)),
    ("gather", _acted(acts.convened)),
    ("meet", _acted(acts.convened)),
    ("meet", _met),
    ("visit", _visited),
    ("travel", _travelled),
    ("receive", _received),
    ("host", _received),
    ("brief", _briefed),
    ("ask", _called_on),
    ("pay", _acted(acts.called_on)),
    ("summon", _acted(acts.summoned)),
    ("topic", _acted(acts.discussed)),
    ("sign", _acted(acts.signed)),
    ("send", _acted(acts.sent)),
    ("say", _told),
    ("be", _was_there),
    ("agree", _agreed),
    ("hand", _handed),
)
