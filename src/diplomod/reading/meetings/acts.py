"""Verbs that are no verbs of meeting, and yet tell of an encounter: ``summoned the ambassador``, ``discussed it by phone``,
``signed the accord in Doha``, ``convened the parties``, ``paid a courtesy call on``."""

from __future__ import annotations

from bisect import bisect_left

from diplomod.model import MeetingKind
from diplomod.reading.meetings.circumstances import PHONE, VIDEO
from diplomod.reading.meetings.context import Context
from diplomod.reading.meetings.sides import after_word, company, distinct, is_press, parties_of, subject
from diplomod.reading.parts import Clause, Form, MentionKind, Relation, Tense

WITH = frozenset(("with",))
BY = frozenset(("by",))
TO = frozenset(("to", "at", "into"))
UPON = frozenset(("on", "upon", "to"))
PAPERS = frozenset(
    """accord accords agreement agreements treaty treaties pact pacts protocol protocols memorandum memorandums memoranda
    deal deals convention declaration communique communiqué truce ceasefire contract contracts charter statute plan text
    document documents roadmap framework mou""".split()
)
BRINGS = frozenset("convene gather assemble unite bring reconvene".split())
TABLE = 8  # tokens behind a verb within which the table stands
AT = frozenset("at to around round".split())
HOURS = frozenset("hour hours minutes day days morning afternoon evening time".split())
VIEWS = frozenset("views notes opinions ideas impressions assessments".split())
BONDS = frozenset(
    """controversy dispute disputes conflict war wars border tension tensions row standoff rift rivalry engagement cooperation
    relations ties partnership coordination agreement deal negotiations dialogue""".split()
)
NAMES = frozenset("names name signatures signature initials".split())
PHONES = frozenset("phone telephone line".split())
PATHS = frozenset("paths swords hands".split())
PHONE_REACH = 20  # tokens behind a verb within which the telephone stands
ANTECEDENT = 7  # tokens before a relative clause in which what it tells of stands
BETWEEN = frozenset(("between", "among"))
NEAR = 8  # clauses of a sentence among which it is told who speaks
TEAMS = frozenset("delegation delegations team teams envoy envoys negotiator negotiators mission missions".split())
RELIEF = frozenset("rescue relief medical aid search emergency forensic football".split())
COURTESIES = frozenset("call visit".split())
FACES = (("face", "to", "face"), ("face-to-face",))

Found = tuple[MeetingKind, list[int], list[int]]


def at_table(context: Context, clause: Clause) -> Found | None:
    """``were back at the table in Oslo``, ``returned to the table``: talks of those; ``played host to``: a meeting."""
    verb, lowers = clause.verb, context.tokens.lowers
    if verb.passive:
        return None
    if verb.lemma == "play":
        own = subject(context, clause)
        guests = after_word(context, clause, TO, verb.last) if lowers[verb.last : verb.last + 1] == ["host"] else []
        found = guests and distinct(context, [*own, *guests]) > 1
        return (MeetingKind.MEETING, [*own, *guests], []) if found else None
    words = lowers[verb.last : min(clause.last, verb.last + TABLE)]
    if "work" in words[:4] and "to" in words[: words.index("work")]:  # "go back to work", "get down to work"
        own = subject(context, clause)
        return (MeetingKind.TALKS, own, []) if distinct(context, own) > 1 else None
    if "table" not in words or AT.isdisjoint(words[: words.index("table")]):
        return None
    own = subject(context, clause)
    others = [n for n in after_word(context, clause, WITH, verb.last) if n not in own]
    several = distinct(context, [*own, *others]) > 1
    return (MeetingKind.TALKS, [*own, *others], []) if several else None


def by_phone(context: Context, clause: Clause) -> Found | None:
    """``congratulated Luna by phone``, ``told Luna over the telephone``, ``was on the line with Luna``: a call."""
    lowers, verb = context.tokens.lowers, clause.verb
    if verb.passive:
        return None
    end = min(clause.last, verb.last + PHONE_REACH)
    at = next(
        (t for t in range(verb.last, end) if lowers[t] in PHONES and lowers[t - 1] in ("by", "over", "on", "the")), -1
    )
    if at < 0 or not {"by", "over", "on"} & set(lowers[at - 2 : at]):
        return None
    if any(context.phrases.verb_at[token] >= 0 for token in range(verb.last, at)):
        return None  # "said Luna would speak by phone"
    own = subject(context, clause)
    others = company(context, verb.last, at) or after_word(context, clause, WITH, verb.last)
    others = [n for n in others if n not in own and not is_press(context, n)]
    if not own or not others or distinct(context, [*own, *others]) < 2:
        return None
    return MeetingKind.CALL, [*own, *others], []


def crossed(context: Context, clause: Clause) -> Found | None:
    """``crossed paths in Dubai``, ``shook hands with the premier``: a meeting of those."""
    if clause.verb.passive or PATHS.isdisjoint(context.tokens.lowers[clause.verb.last : clause.verb.last + 1]):
        return None
    own = subject(context, clause)
    others = [n for n in after_word(context, clause, WITH, clause.verb.last) if n not in own]
    return (MeetingKind.MEETING, [*own, *others], []) if distinct(context, [*own, *others]) > 1 else None


def discussed(context: Context, clause: Clause) -> Found | None:
    """``discussed the border by telephone``: a call; ``discussed it in Cairo with Egypt's minister``: a meeting."""
    if clause.verb.passive:
        return None
    words = context.tokens.lowers[clause.first : min(clause.last, clause.verb.last + 30)]
    by_phone = not PHONE.isdisjoint(words) or not VIDEO.isdisjoint(words)
    led = after_word(context, clause, WITH, clause.verb.last)
    if not led and not by_phone:
        return None
    own = subject(context, clause)
    if not own:
        return None
    others = [n for n in led if n not in own and not _is_tied(context, n)]
    if distinct(context, [*own, *others]) < 2 or any(is_press(context, n) for n in others):
        return None
    if parties_of(context, own) & parties_of(context, others):
        return None
    if by_phone:
        return MeetingKind.CALL, [*own, *others], []
    return (MeetingKind.MEETING, [*own, *others], []) if others else None


def raised(context: Context, clause: Clause) -> Found | None:
    """``raised the arrests with her Ugandan counterpart in Kampala``: a meeting of both, where or when is told."""
    led = after_word(context, clause, WITH, clause.verb.last)
    mentions = [context.mention(n) for n in led]
    if not any(mention.person is not None or mention.kind is MentionKind.OFFICE for mention in mentions):
        return None
    return discussed(context, clause)


def _is_tied(context: Context, number: int) -> bool:
    """Whether a party only belongs to what is discussed: ``discussed the border dispute with Chad``."""
    mention, lowers = context.mention(number), context.tokens.lowers
    at = mention.first - 1
    at -= lowers[at] == "the"
    return mention.person is None and at > 0 and lowers[at] == "with" and lowers[at - 1] in BONDS


def exchanged(context: Context, clause: Clause) -> Found | None:
    """``Lim of Singapore and Roy of Fiji exchanged views in Oslo``: a meeting of both."""
    if clause.verb.passive or not clause.objects:
        return None
    first, last = clause.objects[0]
    if VIEWS.isdisjoint(context.tokens.lowers[first:last]):
        return None
    own = subject(context, clause)
    if distinct(context, own) < 2 or not all_somebody(context, own):
        return None
    return MeetingKind.MEETING, own, []


def spent_time(context: Context, clause: Clause) -> Found | None:
    """``spent two hours with the premier``: a meeting of both."""
    verb = clause.verb
    if verb.passive or verb.lemma != "spend":
        return None
    dated = any(time.first == verb.last for time in context.times_in.get(clause.sentence, ()))
    if not dated and HOURS.isdisjoint(context.tokens.lowers[verb.last : verb.last + 4]):
        return None
    own = subject(context, clause)
    others = [n for n in after_word(context, clause, WITH, verb.last) if n not in own]
    if not own or not others or not all_somebody(context, others) or distinct(context, [*own, *others]) < 2:
        return None
    return MeetingKind.MEETING, [*own, *others], []


def all_somebody(context: Context, numbers: list[int]) -> bool:
    """Whether all of these are people or parties that can meet."""
    return all(context.mention(n).kind is not MentionKind.PLACE for n in numbers)


def summoned(context: Context, clause: Clause) -> Found | None:
    """``Peru summoned the Chilean ambassador``; ``the ambassador was called in by the ministry``: a meeting of both."""
    verb = clause.verb
    own = subject(context, clause)
    if verb.passive or verb.form is Form.PARTICIPLE:
        others = after_word(context, clause, BY, verb.last) or after_word(context, clause, TO, verb.last)
        others = others or _ministry(context, clause) or _accredited(context, clause) or _telling(context, clause)
    else:
        others = company(context, verb.last, clause.last)
    others = [n for n in others if n not in own]
    if not own or not others or distinct(context, [*own, *others]) < 2:
        return None
    return MeetingKind.MEETING, [*own, *others], []


def _ministry(context: Context, clause: Clause) -> list[int]:
    """The institution that somebody is summoned to, which may stand as a place."""
    lowers = context.tokens.lowers
    for token in range(clause.verb.last, min(clause.last, clause.verb.last + 8)):
        if lowers[token] in TO and context.home[token] == clause.number:
            found = context.cast.between(token + 1, min(clause.last, token + 6))
            return [n for n in found if context.mention(n).parties][:1]
    return []


def _accredited(context: Context, clause: Clause) -> list[int]:
    """Where an envoy is one: ``Peru's ambassador to Chile was called in`` by Chile."""
    if clause.subject is None:
        return []
    found = context.cast.between(clause.subject[0], clause.verb.first)
    lowers = context.tokens.lowers
    return [
        n
        for n in found
        if lowers[context.mention(n).first - 1 - (lowers[context.mention(n).first - 1] == "the")] in ("to", "in")
        and (context.mention(n).parties or context.mention(n).place is not None)
    ][:1]


def _telling(context: Context, clause: Clause) -> list[int]:
    """Whoever tells in the same sentence that an envoy was called in: ``…, the foreign ministry said``."""
    begin = bisect_left(context.clauses, clause.sentence, key=lambda one: one.sentence)
    for other in context.clauses[begin : begin + NEAR]:
        if other.sentence == clause.sentence and other is not clause and "say" in other.verb.senses:
            found = [n for n in other.actors if len(context.mention(n).parties) == 1]
            if found:
                return found[:1]
    return []


def signed(context: Context, clause: Clause) -> Found | None:
    """``Chad and Sudan signed an accord in Doha``: a signing of both; ``an accord was signed in Doha``: of those it is about."""
    verb, lowers = clause.verb, context.tokens.lowers
    own = subject(context, clause)
    if verb.passive:
        papers, own = clause.subject, after_word(context, clause, BY, verb.last)
        if not own and papers is not None:  # "A treaty between Chad and Sudan was signed"
            own = after_word(context, clause, BETWEEN, papers[0], verb.first)
    else:
        papers = clause.objects[0] if clause.objects else None
        if verb.lemma == "put":  # "put their names to an accord"
            named = papers is not None and not NAMES.isdisjoint(lowers[papers[0] : papers[1]])
            papers = (verb.last, min(clause.last, verb.last + TABLE)) if named else None
    if papers is None and clause.relation is Relation.RELATIVE and not verb.passive:
        papers = (max(0, clause.first - ANTECEDENT), clause.first)  # "an accord which the ministers will sign in Oslo"
    if papers is None or PAPERS.isdisjoint(lowers[papers[0] : papers[1]]):
        return None
    others = [] if verb.passive else [n for n in after_word(context, clause, WITH, verb.last) if n not in own]
    if distinct(context, [*own, *others]) < 2 and (own or not verb.passive):
        return None
    return MeetingKind.SIGNING, [*own, *others], []


def convened(context: Context, clause: Clause) -> Found | None:
    """``offered to convene the government and the rebels in Amman``: talks of those, the subject mediates."""
    verb = clause.verb
    if verb.passive or verb.lemma.partition(" ")[0] not in BRINGS:
        return None
    if clause.relation is Relation.RELATIVE and verb.tense is Tense.PRESENT and not (verb.progressive or verb.perfect):
        return None  # "the group, which brings together envoys of both"
    if verb.lemma == "bring" and "together" not in context.tokens.lowers[verb.last : clause.last]:
        return None
    sides = company(context, verb.last, clause.last)
    if distinct(context, sides) < 2:
        return None
    return MeetingKind.TALKS, sides, [n for n in subject(context, clause) if n not in sides]


def shuttled(context: Context, clause: Clause) -> Found | None:
    """``shuttled between the two delegations in Muscat``: talks of those, the subject mediates."""
    if clause.verb.passive or clause.objects:
        return None
    sides = after_word(context, clause, BETWEEN, clause.verb.last)
    if distinct(context, sides) < 2:
        return None
    return MeetingKind.TALKS, sides, [n for n in subject(context, clause) if n not in sides]


def called_on(context: Context, clause: Clause) -> Found | None:
    """``paid a courtesy call on the President of Togo``: a meeting of both."""
    verb, lowers = clause.verb, context.tokens.lowers
    if verb.passive or verb.lemma != "pay" or not clause.objects:
        return None
    first, last = clause.objects[0]
    if COURTESIES.isdisjoint(lowers[first:last]):
        return None
    own = subject(context, clause)
    others = [n for n in after_word(context, clause, UPON, verb.last) if n not in own]
    others = [n for n in others if context.mention(n).kind is not MentionKind.PLACE]
    if not own or not others:
        return None
    if "visit" in lowers[first:last] and all(context.mention(n).kind is MentionKind.PARTY for n in others):
        return None  # "pay a visit to Malaysia": the visit is the encounter
    return MeetingKind.MEETING, [*own, *others], []


def face_to_face(context: Context, clause: Clause) -> Found | None:
    """``came face to face in Kampala``: whoever does meets."""
    verb, lowers = clause.verb, context.tokens.lowers
    behind = tuple(lowers[verb.last : verb.last + 3])
    if behind not in FACES and behind[:1] not in FACES:
        return None
    own = subject(context, clause)
    others = [n for n in after_word(context, clause, WITH, verb.last) if n not in own]
    if distinct(context, [*own, *others]) < 2:
        return None
    return MeetingKind.MEETING, [*own, *others], []


LISTING = frozenset(("and", ","))
BOUND = 9  # tokens behind ``to`` in which places stand


def sent(context: Context, clause: Clause) -> Found | None:
    """``will not send a delegation to Geneva``: talks that the subject goes to, or stays away from."""
    verb, lowers = clause.verb, context.tokens.lowers
    if verb.passive or not clause.objects:
        return None
    first, last = clause.objects[0]
    own = [n for n in subject(context, clause) if context.mention(n).parties]
    envoys = [n for n in company(context, first, last) if context.mention(n).person is not None]
    hosts = _bound_for(context, clause, max(last, context.mention(envoys[-1]).last)) if envoys else []
    if own and hosts:
        return MeetingKind.VISIT, [*own, *envoys, *hosts[:1]], []  # those of other places are told apart
    if TEAMS.isdisjoint(lowers[first:last]) or not RELIEF.isdisjoint(lowers[first:last]):
        return None
    return (MeetingKind.TALKS, own, []) if own else None


def _bound_for(context: Context, clause: Clause, start: int) -> list[int]:
    """The capitals and states that somebody is sent to: ``to Khartoum and Juba``."""
    lowers = context.tokens.lowers
    if context.tokens.tags[start : start + 1] == [","]:
        start += 1  # "its envoy, Luis Paz, to Khartoum"
    if lowers[start : start + 1] != ["to"]:
        return []
    near = context.cast.between(start + 1, min(clause.last, start + BOUND))
    found = [n for n in near if context.mention(n).place is not None and context.mention(n).parties]
    listed = [
        n for n in found if context.mention(n).first - start < 3 or lowers[context.mention(n).first - 1] in LISTING
    ]
    after = context.mention(listed[-1]).last if listed else start
    return listed if lowers[after : after + 1] != ["for"] else []  # "to Geneva for talks"
