"""Whose encounter it is that a noun names: ``talks between A and B``, ``their summit``, ``mediated by Oman``."""

from __future__ import annotations

from diplomod.model import MeetingKind, PartyKind
from diplomod.reading.meetings.completion import SEATS, THREE
from diplomod.reading.meetings.context import Context
from diplomod.reading.meetings.likelihood import AFTER
from diplomod.reading.meetings.sides import (
    company,
    distinct,
    is_press,
    lookers_on,
    parties_of,
    subject,
)
from diplomod.reading.meetings.telling import REACH, home_of_led
from diplomod.reading.parts import Clause, Form, MentionKind, NounPhrase, Relation

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
VISIT, TALKS = MeetingKind.VISIT, MeetingKind.TALKS
PARTICIPLE = Form.PARTICIPLE
PLACE = MentionKind.PLACE

MEALS = frozenset("lunch luncheon dinner banquet breakfast supper reception".split())
MEDIATION = frozenset("mediation auspices facilitation sponsorship mediators mediator facilitators".split())
SUBJECT_IS_SIDE = frozenset("hold join start end travel meet have sign pay chair".split())
TOWARDS = frozenset((MeetingKind.VISIT, MeetingKind.CALL, MeetingKind.BRIEFING))  # what one side makes to the other
BROKERED = frozenset("sponsored brokered mediated facilitated hosted backed led".split())  # "EU-brokered talks"
HAVING = frozenset("receive take make place get".split())  # "took a call from"
FACES = frozenset(
    "warn tell ask urge press assure inform remind congratulate thank caution implore request beg".split()
)
FACILITATES = frozenset("facilitator facilitators mediator mediators host moderator broker intermediary".split())
OPENS = frozenset("open close address".split())
BESIDE = frozenset("alongside beside flanking".split())
DASHES = frozenset(("–", "—", "-", "/"))


def sides_of(
    context: Context,
    phrase: NounPhrase,
    inner: NounPhrase | None,
    end: int,
    kind: MeetingKind,
    subject_of: list[Clause],
    object_of: list[Clause],
    led_by: str,
) -> tuple[list[int], list[int]]:
    """The mentions of the sides, and those of hosts and mediators."""
    lowers = context.tokens.lowers
    inside = [n for n in context.cast.between(phrase.first, phrase.last) if n not in context.inner]
    if inner is not None:
        inside += [n for n in context.cast.between(inner.first, inner.last) if n not in context.inner]
    brokers = [n for n in inside if lowers[context.mention(n).first].rpartition("-")[2] in BROKERED]
    inside = [n for n in inside if n not in brokers]
    sides = [n for n in inside if context.mention(n).kind is not PLACE or context.mention(n).parties]
    if (
        kind is not VISIT
        and len(parties_of(context, sides)) == 1
        and not _possesses(context, phrase, sides)
        and not _is_of_body(context, sides, kind)
    ):
        sides = []  # "the Ukraine peace talks": what they are about
    sides = [*_hyphened(context, phrase), *_owner(context, phrase), *_of_subject(context, phrase, sides)]
    others = brokers
    between = False
    start = phrase.last if inner is None else inner.last
    home = context.home[phrase.head]
    limit = context.clauses[home].last if home >= 0 else end
    end = _end_of_list(context, phrase.head, end)
    for token in range(start, end):
        word = lowers[token]
        if word in ("between", "among", "involving") and not between:
            sides = company(context, token + 1, min(end + 20, max(end, limit)) if limit > end else limit) or sides
            between = True
        elif word == "with" and not between:
            sides += company(context, token + 1, _end_of_list(context, token, max(end, _verb_behind(context, token))))
        elif word == "of" and token == phrase.last and inner is None:
            sides += [
                n for n in company(context, token + 1, end) if kind is not VISIT or context.mention(n).kind is not PLACE
            ]
        elif (word == "by" or (word == "from" and token == phrase.last)) and kind in TOWARDS:
            sides += company(context, token + 1, end)
        elif word in ("to", "in") and kind is VISIT:
            sides += [
                n
                for n in context.cast.between(token + 1, min(end, token + 5))
                if context.mention(n).place or context.mention(n).parties
            ][:1]
        elif word == "for" and lowers[phrase.head].removesuffix("s") in MEALS:
            sides += company(context, token + 1, end)
        elif word in ("honour", "honor"):
            honoured = context.cast.at[token - 1]
            sides += company(context, token + 2, end) or ([honoured] if honoured >= 0 else [])
        elif word == "through":
            others += company(context, token + 1, end)
    there = _who_was_there(context, phrase, start) if not between else []
    if len(parties_of(context, there)) > 1:
        sides, between = there, True
    for clause in object_of:
        doers = subject(context, clause)
        if "lead" in clause.verb.senses and "chair" not in clause.verb.senses:
            continue
        if "chair" in clause.verb.senses and clause.verb.lemma != "co-chair" and not _with(context, clause, end):
            others += doers  # who chairs stands above the sides
            continue
        if clause.verb.lemma in OPENS and lowers[phrase.first] == "the" and distinct(context, doers) == 1:
            others += doers  # "The emir opened the conference"
            continue
        if clause.verb.senses & {"host", "mediate"} and not clause.verb.passive:
            others += doers
            if (
                not between
                and kind is not MeetingKind.SUMMIT
                and "mediate" not in clause.verb.senses
                and distinct(context, sides) == 1
                and lowers[phrase.first] != "the"  # "hosted talks with Lima", but "hosted the talks"
            ):
                sides += doers
                others = [n for n in others if n not in doers]
        elif not between or clause.verb.senses & {"join"}:
            has = clause.verb.lemma.partition(" ")[0] in HAVING
            if (
                has
                or clause.verb.senses & SUBJECT_IS_SIDE
                or clause.verb.senses
                & {
                    "plan",
                    "cancel",
                    "delay",
                    "propose",
                    "rule_out",
                }
            ):
                sides += doers if not between else []
        if between and len(parties_of(context, sides)) == 1 and distinct(context, sides) > 1:
            whose = [n for n in doers if context.mention(n).kind is MentionKind.PARTY]
            sides += whose  # "Russia ruled out a meeting between Putin and his Ukrainian counterpart"
        if "hold" in clause.verb.senses or clause.verb.lemma in ("have", "co-chair"):
            sides += _with(context, clause, clause.verb.last) if not between else []
    for clause in subject_of:
        if clause.verb.form is PARTICIPLE and not between and "plan" in clause.verb.senses:
            sides += _with(context, clause, clause.verb.last)  # "no meetings planned with"
        told_of = clause.verb.form is not Form.FINITE or clause.relation is Relation.RELATIVE
        if told_of and not between:  # "the meeting held in May between A and B", "due to take place in May between"
            found = _behind_participle(context, clause)
            sides, between = found or sides, bool(found)
        if not sides and not between:
            sides += _agreeing(context, clause)
        if (
            clause.verb.senses & {"mediate", "host", "chair"} or clause.verb.lemma in ("open", "close")
        ) and clause.verb.passive:
            others += _by(context, clause)
        if kind is VISIT and "lead" in clause.verb.senses and clause.verb.passive:
            sides += _by(context, clause)  # "a trade mission to Lima led by the minister"
        if clause.verb.senses & {"meet", "hold", "happen"}:
            sides += _with(context, clause, clause.verb.last) if not between else []
    if led_by and not object_of and not subject_of and not between:
        home = context.home[phrase.head]
        fronted = home < 0
        home = home_of_led(context, phrase) if home < 0 else home
        if home >= 0 and context.clauses[home].verb.lemma == "invite" and led_by in ("for", "to"):
            guests = company(context, context.clauses[home].verb.last, context.clauses[home].last)
            alone = len(parties_of(context, [*sides, *guests])) < 2
            sides += [*guests, *(subject(context, context.clauses[home]) if alone else [])]
        elif (
            home >= 0
            and (fronted or _shares(context, context.clauses[home], led_by, kind))
            and not _is_of_body(context, sides, kind)
        ):
            sides += subject(context, context.clauses[home])
            faces = led_by in ("in", "during", "at") and context.clauses[home].verb.lemma in FACES
            if faces or (led_by == "for" and context.clauses[home].verb.lemma == "join"):
                sides += _faced(context, context.clauses[home])
    if led_by in ("after", "following") and len(parties_of(context, sides)) < 2:
        sides += _alongside(context, phrase)
    told = len(parties_of(context, sides))
    if not between and (told == 1 or (told == 2 and not THREE.isdisjoint(lowers[phrase.first : phrase.head]))):
        sides += _speaking(context, phrase, sides)
    others += _mediators(context, phrase, end) + lookers_on(context, phrase.head)
    sides = [n for n in dict.fromkeys(sides) if not is_press(context, n) and n not in others]
    return sides, [n for n in dict.fromkeys(others) if n not in sides]


def _alongside(context: Context, phrase: NounPhrase) -> list[int]:
    """Whoever speaks beside somebody after they met: ``Speaking alongside his Malian counterpart after talks``."""
    lowers = context.tokens.lowers
    begin = context.tokens.sentences[context.tokens.sentence_of[phrase.head]][0]
    at = next((at for at in range(begin, phrase.first) if lowers[at] in BESIDE), None)
    return [] if at is None else company(context, at + 1 + (lowers[at + 1] == "to"), phrase.first)


def _of_subject(context: Context, phrase: NounPhrase, sides: list[int]) -> list[int]:
    """The sides, with the subject of the clause for a possessive: ``Ruto briefed him on his talks``: on Ruto’s."""
    home = context.home[phrase.head]
    if home < 0 or context.tokens.lowers[phrase.first] not in ("his", "her"):
        return sides
    number = context.cast.at[phrase.first]
    people = [n for n in subject(context, context.clauses[home]) if context.mention(n).person is not None]
    if number not in sides or len(people) != 1 or context.mention(people[0]).first > phrase.first:
        return sides
    return [people[0] if n == number else n for n in sides]


def _faced(context: Context, clause: Clause) -> list[int]:
    """Whom somebody tells or asks something in an encounter: ``In a call on Monday, President Luna warned Premier Berg``."""
    if clause.verb.passive or not clause.objects:
        return []
    found = company(context, clause.objects[0][0], clause.last)[:1]
    mention = context.mention(found[0]) if found else None
    return found if mention is not None and mention.kind in (MentionKind.PERSON, MentionKind.OFFICE) else []


def _verb_behind(context: Context, token: int) -> int:
    """The next verb of the sentence, before which a list behind `token` must end."""
    last = context.tokens.sentences[context.tokens.sentence_of[token]][1]
    return next((at for at in range(token, min(last, token + REACH)) if context.phrases.verb_at[at] >= 0), token)


def _who_was_there(context: Context, phrase: NounPhrase, start: int) -> list[int]:
    """The sides that a clause behind the noun tells: ``a meeting attended by A and B``, ``at which A and B were present``, ``that
    brought together A and B``."""
    lowers = context.tokens.lowers
    end = context.tokens.sentences[context.tokens.sentence_of[phrase.head]][1]
    for at in range(start, min(end - 2, start + REACH)):
        if lowers[at : at + 2] in (["attended", "by"], ["bringing", "together"], ["grouping", "of"]):
            return company(context, at + 2, end)
        if lowers[at : at + 2] in (["at", "which"], ["in", "which"]):
            return company(context, at + 2, _verb_behind(context, at + 2))
        if lowers[at] in ("that", "which") and lowers[at + 1 : at + 3] == ["brought", "together"]:
            return company(context, at + 3, end)
        if context.phrases.verb_at[at] >= 0:
            break
    return []


def _end_of_list(context: Context, token: int, end: int) -> int:
    """Where a list behind `token` ends at the latest: before ``and`` that begins a clause with its own subject."""
    home = context.home[token]
    last = context.clauses[home].last if home >= 0 else end
    if not token < last < end or context.tokens.lowers[last] not in ("and", "but", "while"):
        return end
    other = context.clauses[home + 1] if home + 1 < len(context.clauses) else None
    own = other is not None and other.first == last and other.subject is not None and other.subject[0] > last
    return last if own else end  # "had a meeting with Lima, and Paz met the premier"


def _owner(context: Context, phrase: NounPhrase) -> list[int]:
    """Whose encounter it is, where a participle parts the two: ``Rao’s planned trip to Thimphu``."""
    at = phrase.first - 1
    if at < 2 or context.tokens.tags[at] not in ("VBN", "VBD") or context.tokens.tags[at - 1] not in ("POS", "PRP$"):
        return []
    number = context.cast.at[at - 2] if context.tokens.tags[at - 1] == "POS" else context.cast.at[at - 1]
    return [number] if number >= 0 else []


def _hyphened(context: Context, phrase: NounPhrase) -> list[int]:
    """The side before a dash that joins two: ``Korea`` of ``the Korea–Netherlands dialogue``."""
    at = phrase.first - 1
    if at < 1 or context.tokens.words[at] not in DASHES or context.cast.at[phrase.first] < 0:
        return []
    number = context.cast.at[at - 1]
    joined = context.tokens.ends[at - 1] == context.tokens.starts[at]
    return [number] if joined and number >= 0 and context.mention(number).parties else []


def _is_of_body(context: Context, numbers: list[int], kind: MeetingKind) -> bool:
    """Whether those before the noun are a body that meets: ``the CIS summit``; not ``UN talks``."""
    parties = {party.kind for n in numbers for party in context.mention(n).parties}
    return kind is not TALKS and bool(parties) and parties <= {PartyKind.BLOC, PartyKind.INTERNATIONAL_BODY}


def _possesses(context: Context, phrase: NounPhrase, numbers: list[int]) -> bool:
    """Whether one of the mentions owns the encounter (``Israel’s talks``, ``its talks``) or is who meets (``two-way``)."""
    tags = context.tokens.tags
    for number in numbers:
        last = context.mention(number).last
        if tags[last - 1] in ("PRP$", "POS") or (last < phrase.last and tags[last] == "POS"):
            return True
    return False


def _shares(context: Context, clause: Clause, led_by: str, kind: MeetingKind) -> bool:
    """Whether the subject of the clause takes part in what the preposition leads to: ``flew to Doha for talks with``."""
    if "say" in clause.verb.senses and led_by in AFTER:
        if led_by in ("in", "during", "at") and clause.verb.lemma in FACES and _faced(context, clause):
            return True  # "told the premier at a meeting in Oslo"
        return (led_by == "during" and kind is MeetingKind.VISIT) or any(
            word == "with" for word in context.tokens.lowers[clause.verb.last : clause.last]
        )
    if "topic" in clause.verb.senses and led_by in ("for", "on", "about"):
        return False  # "reviewed arrangements for the talks"
    if led_by == "from":
        return clause.verb.lemma in ("come", "return", "emerge")
    if led_by == "of":
        return clause.verb.lemma.endswith(" out") and not clause.verb.passive  # "walked out of talks"
    if led_by in ("for", "in", "to", "at", "on", "into", "ahead", "before", "after", "following", "during"):
        if led_by in ("for", "in", "to", "into"):
            return not clause.verb.passive or "plan" in clause.verb.senses or "send" not in clause.verb.senses
        travels = "travel" in clause.verb.senses or (
            clause.verb.lemma == "be" and led_by == "on"
        )  # "who was on a visit"
        return clause.verb.form is not Form.INFINITIVE and (travels or clause.relation is not Relation.RELATIVE)
    return False


def _speaking(context: Context, phrase: NounPhrase, sides: list[int]) -> list[int]:
    """Whoever speaks of a meeting with another side, and names no other, speaks of his own: ``said any talks with Oslo``."""
    home = context.home[phrase.head]
    if home < 0 or not any(context.mention(n).first > phrase.head for n in sides):
        return []
    clause = context.clauses[home]
    if clause.relation is not Relation.COMPLEMENT or clause.governor is None:
        return []
    above = context.clauses[clause.governor]
    if "say" not in above.verb.senses:
        return []
    codes = {party.code for n in subject(context, above) for party in context.mention(n).parties}
    return next(  # the side, not the one who speaks for it
        (
            [n]
            for n, mention in enumerate(context.cast.mentions)
            if mention.person is None and len(mention.parties) == 1 and mention.parties[0].code in codes
        ),
        [],
    )


def _behind_participle(context: Context, clause: Clause) -> list[int]:
    end = context.tokens.sentences[clause.sentence][1]
    last = clause.last if clause.verb.last >= end else max(clause.last, _verb_behind(context, clause.verb.last))
    for token in range(clause.verb.last, min(last, clause.verb.last + REACH)):
        if context.tokens.lowers[token] in ("between", "among"):
            return company(context, token + 1, last)
    return []


def _mediators(context: Context, phrase: NounPhrase, end: int) -> list[int]:
    """Who mediates: ``talks in Doha, mediated by Egypt``, ``under Turkish mediation``."""
    home = context.home[phrase.head]
    found: list[int] = []
    if home >= 0:
        for clause in context.clauses[home + 1 : home + 4]:
            participle = clause.verb.form is PARTICIPLE and clause.sentence == context.clauses[home].sentence
            if participle and "mediate" in clause.verb.senses and clause.verb.last - phrase.head < REACH:
                found += _by(context, clause)
    lowers = context.tokens.lowers
    last = context.tokens.sentences[context.tokens.sentence_of[phrase.head]][1]
    for token in range(phrase.last, min(last, phrase.last + REACH) - 1):
        number = context.phrases.noun_at[token + 1]
        if lowers[token] in ("under", "with", "through") and number >= 0:
            inner = context.phrases.nouns[number]
            if lowers[inner.head] in MEDIATION:
                found += [n for n in context.cast.between(inner.first, inner.last) if context.mention(n).parties]
        elif lowers[token] == "as" and not FACILITATES.isdisjoint(lowers[token + 1 : token + 4]):
            found += [n for n in context.cast.between(max(phrase.last, token - 4), token) if context.mention(n).parties]
    return found


def _agreeing(context: Context, clause: Clause) -> list[int]:
    """Those who agree on an encounter hold it: ``They agreed that a new round will be held``."""
    if clause.governor is None or clause.relation is not Relation.COMPLEMENT:
        return []
    above = context.clauses[clause.governor]
    return subject(context, above) if above.verb.lemma in ("agree", "decide", "arrange") else []


def _with(context: Context, clause: Clause, start: int) -> list[int]:
    lowers = context.tokens.lowers
    for token in range(max(start, clause.verb.last), min(clause.last, start + REACH)):
        if lowers[token] == "with" and context.home[token] == clause.number:
            return company(context, token + 1, clause.last)
    return []


def _by(context: Context, clause: Clause) -> list[int]:
    lowers = context.tokens.lowers
    for token in range(clause.verb.last, min(clause.last, clause.verb.last + 4)):
        if lowers[token] == "by":
            return company(context, token + 1, clause.last)
    return []


def hosted_where(
    context: Context, sides: list[int], where: int | None, clause: Clause | None, kind: MeetingKind
) -> frozenset[str]:
    """The state that somebody goes to for talks is their other side: ``is in Damascus for consultations``; that from where the
    text was filed: ``ending a two-day visit``."""
    if where is None and kind is VISIT and len(parties_of(context, sides)) == 1:
        home = None if context.here is None else context.here.country
        known = home in context.lexicon.names.parties and home not in parties_of(context, sides)
        return frozenset((home,)) if known and home is not None else frozenset()
    if where is None or clause is None:
        return frozenset()
    there = context.place_of(where)
    if there is not None and there.name in SEATS:
        return frozenset()  # who flies to Geneva seldom meets the Swiss
    begun = kind is VISIT and "start" in clause.verb.senses  # "flew to Oslo to begin a two-day visit"
    if not (begun or clause.verb.senses & {"travel"} or clause.verb.lemma == "be"):
        return frozenset()
    place_there = context.place_of(where)
    here = None if place_there is None else place_there.country
    alone = len(parties_of(context, sides)) == 1 or (kind is VISIT and bool(sides))
    if not alone or here is None or here in parties_of(context, sides):
        return frozenset()
    return frozenset((here,)) if here in context.lexicon.names.parties else frozenset()
