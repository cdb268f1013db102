"""Verbs that tell of an encounter: ``met``, ``spoke by phone with``, ``received``, and the table of all rules for verbs."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterator

import attrs

from diplomod.lexicon.people import Class
from diplomod.lexicon.verbs import SENSES_KEPT
from diplomod.model import MeetingFormat, MeetingKind, PartyKind, When
from diplomod.reading.meetings import acts
from diplomod.reading.meetings.circumstances import PHONE, VIDEO, place
from diplomod.reading.meetings.context import Context, Sighting
from diplomod.reading.meetings.dealings import (
    BY,
    FACING,
    agreed,
    briefed,
    called_on,
    each_other,
    fell_short,
    handed,
    told,
    told_council,
)
from diplomod.reading.meetings.journeys import TRAVELLERS, WITH, invited, travelled, visited, was_there
from diplomod.reading.meetings.sides import (
    after_word,
    company,
    company_behind,
    distinct,
    is_local,
    is_press,
    parties_of,
    present,
    subject,
)
from diplomod.reading.meetings.sighting import sight
from diplomod.reading.meetings.status import INVITED
from diplomod.reading.meetings.telling import KIND_SENSES, KINDS
from diplomod.reading.parts import Clause, Form, MentionKind, Relation, Tense

NAMED_WITHIN = 8  # tokens before a name in which its title and the preposition stand
BEHIND = frozenset("on after to before in today yesterday this late early".split())
# Verbs that the lexicon has under no sense of meeting, and the rule that looks at each.
BY_LEMMA = {
    "be": "be",
    "spend": "be",
    "expect": "be",
    "head": "travel",
    "stop": "travel",
    **dict.fromkeys("return sit gather come go get".split(), "table"),
    "play": "table",
    "compare": "topic",
    "cross": "paths",
    "shake": "paths",
    "invite": "invite",
    **dict.fromkeys("present report update address".split(), "tell council"),
    "put": "sign",
    "bring": "gather",
    "agree": "agree",
    **dict.fromkeys("fail struggle".split(), "fall short"),
    **dict.fromkeys("hand deliver present give pass".split(), "hand"),
}
WITH_OR_TO = frozenset(("with", "to"))
BODIES = frozenset(
    "commission committee council authority mechanism group panel forum quartet troika assembly board conference".split()
)
MET = frozenset(
    """challenge challenges need needs demand demands requirement requirements standard standards obligation obligations target
    targets goal goals deadline deadlines pledge pledges promise promises
    criteria condition conditions expectation expectations commitment commitments
    resistance""".split()
)
ADVERBIAL = frozenset("face times twice face-to-face one-on-one one-to-one head-to-head".split())
TOGETHER = frozenset(
    """they sides parties delegations teams both two three four five six governments factions rivals camps countries nations
    states neighbours neighbors""".split()
)
PEERS = frozenset(
    """negotiators presidents ministers leaders officials envoys diplomats experts chiefs heads secretaries delegates
    representatives officers commanders generals mediators ambassadors premiers groups counterparts topographers""".split()
)
OPPONENTS = frozenset(
    """rebel rebels opposition insurgent insurgents guerrilla guerrillas separatist separatists militant militants dissidents
    militia militias""".split()
)  # who faces a government of whose state they are
ENCOUNTERS = KIND_SENSES | {"part"}
OF_THINGS = frozenset("ahead after before about following of".split())
SEEN = frozenset((MentionKind.PERSON, MentionKind.OFFICE, MentionKind.GROUP))
WEAK = frozenset("negotiate consult confer gather assemble convene talk huddle speak".split())


def find_by_verbs(context: Context) -> Iterator[Sighting]:
    """The sightings of all clauses in order."""
    phoned = not context.tokens.vocabulary.isdisjoint(acts.PHONES)
    for clause in context.clauses:
        verb = clause.verb
        if verb.lemma in FACING:
            facing = each_other(context, clause)
            if facing is not None:
                facing.rule = each_other
                yield facing
                continue
        for rule in _rules_for(verb.senses, BY_LEMMA.get(verb.lemma, "")):
            found = rule(context, clause)
            if found is not None:
                found.rule = rule
                yield found
                yield from _gapped(context, clause, found)
                break
        else:
            called = _by_phone(context, clause) if phoned else None
            if called is not None:
                called.rule = _by_phone
                yield called


def _gapped(context: Context, clause: Clause, found: Sighting) -> Iterator[Sighting]:
    """Further encounters of a list with a day each: ``met the premier on Monday and [the speaker, Ana Lima, on Tuesday]``."""
    lowers, day = context.tokens.lowers, found.when
    times = [time for time in context.times_in.get(clause.sentence, ()) if clause.verb.last <= time.first < clause.last]
    for time, further in itertools.pairwise(times) if day is not None else ():
        at = time.last + (lowers[time.last : time.last + 1] == [","])
        if lowers[at : at + 1] != ["and"] or day is None or time.when.edtf != day.edtf:
            return
        guests = [n for n in company(context, at + 1, further.first) if context.mention(n).person is not None]
        own = [presence for presence in found.sides if context.mention(presence.mention).first < clause.verb.first]
        if not guests or not own or any(context.phrases.verb_at[token] >= 0 for token in range(at, further.first)):
            return
        yield attrs.evolve(
            found,
            token=context.mention(guests[0]).first,
            evidence=(context.mention(guests[0]).first, further.last),
            sides=[*own, *present(guests, found.status)],
            when=further.when,
            clause=None,
            apart=True,
            rule=_gapped,
        )


@functools.lru_cache(maxsize=SENSES_KEPT)
def _rules_for(senses: frozenset[str], own: str) -> tuple[Callable[[Context, Clause], Sighting | None], ...]:
    """The rules that look at a verb with these senses and one of its own, in their order."""
    return tuple(rule for sense, rule in RULES if sense in senses or sense == own)


def _acted(rule: Callable[[Context, Clause], acts.Found | None]) -> Callable[[Context, Clause], Sighting | None]:
    """A rule of `acts` as one that gives a Sighting; without a date, a place or a telephone the act is no encounter."""

    @functools.wraps(rule)
    def found(context: Context, clause: Clause) -> Sighting | None:
        act = rule(context, clause)
        if act is None:
            return None
        kind, sides, others = act
        sighting = sight(context, clause, kind, sides, travels=rule is acts.sent)
        if sighting is not None and rule is acts.signed and sighting.when is None:
            sighting.when = _dated_paper(context, clause)
        known = None if rule is not acts.convened else _encounter_as_subject(context, clause)
        if sighting is not None and known is not None:
            sighting.kind, sighting.definite = known, True  # "The conference brought together"
        if sighting is None or (rule in LOCATED and sighting.when is None and sighting.place is None):
            if sighting is None or rule is not acts.signed or not _by_people(context, sides):
                return None
        sighting.others = present(others, sighting.status)
        return sighting

    return found


def _dated_paper(context: Context, clause: Clause) -> When | None:
    """The date in the words for what was signed: ``the May 3 accord signed by A and B``."""
    if clause.subject is None or not clause.verb.passive:
        return None
    times = context.times_in.get(clause.sentence, ())
    return next((time.when for time in times if clause.subject[0] <= time.first < clause.subject[1]), None)


def _by_people(context: Context, numbers: list[int]) -> bool:
    """Whether people of two parties do something together: ``the Peruvian and Chilean ministers signed``."""
    people = [n for n in numbers if context.mention(n).kind in (MentionKind.PERSON, MentionKind.OFFICE)]
    return len(parties_of(context, people)) > 1


def _encounter_as_subject(context: Context, clause: Clause) -> MeetingKind | None:
    """The kind of the encounter that is the subject: ``The conference brought together``."""
    if clause.subject is None:
        return None
    number = context.phrases.noun_at[clause.subject[0]]
    if number < 0:
        return None
    senses = context.lexicon.nouns.senses(context.tokens.lowers[context.phrases.nouns[number].head])
    return next((KINDS[sense] for sense in sorted(senses) if sense in KINDS), None)


def _met(context: Context, clause: Clause) -> Sighting | None:
    """``Blinken, who met Netanyahu in Tel Aviv on Thursday``: a meeting of both; ``the leaders met``: of them all."""
    verb = clause.verb
    if verb.lemma == "meet" and not MET.isdisjoint(context.tokens.lowers[verb.last : verb.last + 4]):
        return None  # "meeting the challenges that Peru faces"
    others = company(context, verb.last, clause.last) if verb.lemma == "meet" and not verb.passive else []
    others = others or after_word(context, clause, WITH, verb.last)
    if others and verb.lemma in ("speak", "talk") and _is_of_noun(context, others[0]):
        between = context.tokens.lowers[verb.last : context.mention(others[0]).first]
        if context.mention(others[0]).plural or not OF_THINGS.isdisjoint(between):
            return None  # "speaking at a news conference with his counterparts", "spoke ahead of talks with Lima"
    if not others and verb.lemma in ("meet", "sit down", "face off", "see", "consult") and not verb.passive:
        others = company_behind(context, clause)
        if not others and clause.objects and verb.lemma == "meet":
            head = clause.objects[0]
            adverbial = context.tokens.lowers[head[0]] in ADVERBIAL  # "met face to face"
            if context.cast.at[head[1] - 1] < 0 and head[0] not in _dated(context, clause) and not adverbial:
                return None  # it meets demands, needs, a deadline
    own = subject(context, clause)
    if not others and clause.relation in (Relation.RELATIVE, Relation.ADVERBIAL):
        others = _whom(context, clause)
    if not others and verb.form is Form.INFINITIVE:
        others = _inviting(context, clause)
    others = [n for n in others if n not in own and not is_press(context, n)]
    if verb.lemma == "see" and (not _is_seen(context, clause) or any(_only_modifies(context, n) for n in others)):
        return None  # "saw NATO membership as"
    if verb.passive or (not own and not _is_collective(context, clause)):
        return None
    abroad = not others and verb.lemma == "meet" and _meets_locals(context, clause, own)
    if distinct(context, [*own, *others]) < 2 and not abroad and (others or not _is_collective(context, clause)):
        return None
    alone = distinct(context, [*own, *others]) < 2
    local = any(is_local(context, n) for n in others)
    if (
        not local
        and others
        and own
        and parties_of(context, own)
        and parties_of(context, own) == parties_of(context, others)
    ):
        if len(parties_of(context, own)) == 1:
            return None
    found = sight(context, clause, MeetingKind.MEETING, [*own, *others])
    if found is not None and found.format in (MeetingFormat.PHONE, MeetingFormat.VIDEO):
        found.kind = MeetingKind.CALL if found.format is MeetingFormat.PHONE else found.kind
    if found is not None and (alone or (verb.lemma in WEAK and not others)):
        times = {"times", "time"} & set(context.tokens.lowers[verb.last : verb.last + 5])  # "have met dozens of times"
        found.strong = found.when is not None or found.place is not None or bool(times)
    if found is not None and alone and clause.subject is not None:
        words = context.tokens.lowers[clause.subject[0] : clause.subject[1]]
        found.body = next((word for word in words if word in BODIES or word == "it"), "")
    return found


def _is_seen(context: Context, clause: Clause) -> bool:
    """Whether who is seen is met: somebody, and neither what is thought of him nor what he does: ``saw Lima as a foe``,
    ``saw the premier speak``, ``saw the death of a leader``, ``see eye to eye``."""
    if not clause.objects:
        return clause.relation is Relation.RELATIVE  # "whom she saw in Oslo"
    first, last = clause.objects[0]
    if context.lexicon.nouns.senses(context.tokens.lowers[last - 1]) & ENCOUNTERS:
        return True  # "would like to see a round of talks"
    number = context.cast.at[last - 1]
    if number < 0 or context.mention(number).kind not in SEEN or first < clause.verb.last:
        return False
    if context.tokens.lowers[first].endswith(("self", "selves")):
        return False
    behind = context.tokens.lowers[last : last + 2]
    return "as" not in behind and context.tokens.tags[last : last + 1] not in (["VB"], ["VBP"], ["VBG"], ["VBN"])


def _meets_locals(context: Context, clause: Clause, own: list[int]) -> bool:
    """Whether somebody of a body, or away from home, meets people whom nobody knows: ``The UN envoy met elders in Goma``."""
    tokens, sides = context.tokens, [party for n in own for party in context.mention(n).parties]
    if len({party.code for party in sides}) != 1 or not any(context.mention(n).person is not None for n in own):
        return False
    behind = tokens.lowers[clause.verb.last : clause.last]
    first = clause.verb.last + behind.index("with") + 1 if "with" in behind else clause.verb.last
    number = context.phrases.noun_at[first] if first < clause.last else -1
    if number < 0:
        return False
    head = context.phrases.nouns[number].head
    if tokens.tags[head] != "NNS" or not context.lexicon.people.classes.get(tokens.lowers[head], 0) & Class.PEOPLE:
        return False
    where = place(context, clause.verb.head, [clause])
    spot = None if where is None else context.place_of(where)
    return spot is not None and (
        sides[0].kind is not PartyKind.STATE or (spot.country or sides[0].code) != sides[0].code
    )


def _whom(context: Context, clause: Clause) -> list[int]:
    """Who stands before ``whom``: ``Okello, whom he met in Kampala``, ``Okello, with whom he met``."""
    lowers = context.tokens.lowers
    if lowers[clause.first] not in ("whom", "who") or clause.subject is None or clause.subject[0] <= clause.first:
        return []
    at = clause.first - 1
    at -= lowers[at] == "with"
    number = context.cast.at[at - (lowers[at] == ",")]
    return [number] if number >= 0 and context.mention(number).kind in TRAVELLERS else []


def _inviting(context: Context, clause: Clause) -> list[int]:
    """Whose invitation it is that an infinitive tells of: ``accepted a Ugandan invitation to meet``."""
    at = clause.verb.first - 1
    number = context.phrases.noun_at[at]
    if context.tokens.lowers[at] not in INVITED or number < 0:
        return []
    phrase = context.phrases.nouns[number]
    return [n for n in context.cast.between(phrase.first, phrase.last) if context.mention(n).parties]


def _only_modifies(context: Context, number: int) -> bool:
    """Whether a party only stands before the thing that is spoken of."""
    mention = context.mention(number)
    phrase = context.phrases.noun_at[mention.first]
    return mention.kind is MentionKind.PARTY and phrase >= 0 and context.phrases.nouns[phrase].head >= mention.last


def _is_collective(context: Context, clause: Clause) -> bool:
    """Whether the subject is several by its own meaning, so that they meet each other: ``the commission met in Oslo``,
    ``Negotiators met on Monday``; not a cabinet or a parliament, which are of one state."""
    if clause.subject is None:
        return False
    first, last = clause.subject
    heads = [context.phrases.nouns[n] for n in {context.phrases.noun_at[t] for t in range(first, last)} if n >= 0]
    if not heads:
        return False
    lowers = context.tokens.lowers
    joined = "and" in lowers[first:last]
    if joined and not OPPONENTS.isdisjoint(lowers[first:last]):
        return True  # "the government and the rebels"
    heads.sort(key=lambda phrase: phrase.first)
    head = heads[0].head
    if joined and len(heads) > 1 and lowers[heads[0].last : heads[1].first] == ["and"]:
        head = heads[1].head if lowers[heads[1].head] in PEERS else head  # "army and police commanders"
    word = lowers[head]
    if word == "it":
        return clause.verb.tense is Tense.FUTURE  # "It shall meet again"
    if word == "we":
        return context.tokens.quoted[head] >= 0  # “We will meet again,” he said: with the other side
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
    words = lowers[clause.first : min(clause.last, verb.last + 25)]
    by_phone = (
        not PHONE.isdisjoint(words)
        or not VIDEO.isdisjoint(words)
        or verb.lemma in ("phone", "telephone", "ring", "dial")
    )
    if verb.lemma in ("call", "phone", "telephone", "ring", "dial"):
        others = company(context, verb.last, clause.last)
        if verb.lemma == "call" and (not others or not _plain_call(context, clause)):
            return None
    else:
        others = after_word(context, clause, WITH_OR_TO if by_phone else WITH, verb.last)
        if others and _is_of_noun(context, others[0]):
            return None  # "speaking after a meeting with him"
        if not others and verb.lemma == "speak":  # "spoke to President Luna": who has a party is met, the press is told
            others = [n for n in after_word(context, clause, WITH_OR_TO, verb.last) if context.mention(n).parties]
    own = subject(context, clause)
    others = [n for n in others if n not in own and not is_press(context, n)]
    again = lowers[verb.last : verb.last + 1] == ["again"]  # "agreed to speak again"
    pair = not others and distinct(context, own) > 1 and (by_phone or again or _both(context, own))
    if verb.passive or not own or not (others or pair) or distinct(context, [*own, *others]) < 2:
        return None
    kind = MeetingKind.CALL if by_phone or verb.lemma in ("call", "speak") else MeetingKind.TALKS
    return sight(context, clause, kind, [*own, *others], strong=by_phone or pair or verb.lemma != "talk")


def _is_of_noun(context: Context, number: int) -> bool:
    """Whether what leads to a mention belongs to a noun of an encounter: ``a meeting with him``."""
    lowers, noun_at = context.tokens.lowers, context.phrases.noun_at
    at = context.mention(number).first
    while at > 1 and lowers[at] not in WITH_OR_TO:
        at -= 1
        if context.mention(number).first - at > NAMED_WITHIN:
            return False
    before = noun_at[at - 1]
    return before >= 0 and bool(context.lexicon.nouns.senses(lowers[context.phrases.nouns[before].head]) & KIND_SENSES)


def _both(context: Context, numbers: list[int]) -> bool:
    """Whether people of two parties are named together: ``President A and Prime Minister B of C spoke today``."""
    people = [n for n in numbers if context.mention(n).kind is MentionKind.PERSON]
    return len(people) > 1 and len(parties_of(context, people)) > 1


def _plain_call(context: Context, clause: Clause) -> bool:
    """Whether nothing behind the object tells that somebody is only named or urged: ``called him a friend``."""
    if not clause.objects or len(clause.objects) > 1:
        return False
    end = clause.objects[0][1]
    tags, lowers, noun_at = context.tokens.tags, context.tokens.lowers, context.phrases.noun_at
    while lowers[end : end + 1] == ["of"] and end + 1 < len(noun_at) and noun_at[end + 1] >= 0:
        end = context.phrases.nouns[noun_at[end + 1]].last
    return end >= len(tags) or tags[end] in (",", ".", "TO", "CC") or lowers[end] in BEHIND


def _received(context: Context, clause: Clause) -> Sighting | None:
    """``welcomed the chancellor to the palace``, ``hosted the envoys``: a meeting of both."""
    verb = clause.verb
    own = subject(context, clause)
    if verb.passive:
        guests, own = own, after_word(context, clause, BY, verb.last)
    else:
        guests = company_behind(context, clause)
    guests = [n for n in guests if context.mention(n).kind is not MentionKind.PLACE]
    if guests and clause.objects and "from" in lowers_between(context, clause.objects[0][0], guests[0]):
        return None  # "received support from the army"
    thing = clause.objects[0] if guests and clause.objects and not verb.passive else None
    letters = thing is not None and context.tokens.lowers[thing[1] - 1] == "credentials"
    if (
        thing is not None
        and not letters
        and context.cast.at[thing[1] - 1] < 0
        and context.mention(guests[0]).first >= thing[1]
    ):
        return None  # "welcomed the decision of the Union"
    if (not own and not _is_somebody(context, clause)) or not guests:
        return None
    found = sight(context, clause, MeetingKind.MEETING, [*own, *guests])
    if found is None or parties_of(context, own):
        return found if found is None or distinct(context, [*own, *guests]) > 1 else None
    there = None if found.place is None else context.place_of(found.place)
    if there is not None and there.country is not None and there.country in context.lexicon.names.parties:
        found.hosts = frozenset((there.country,)) - parties_of(context, guests)  # whoever receives is at home
    return found if distinct(context, [*own, *guests]) + len(found.hosts) > 1 else None


def lowers_between(context: Context, first: int, number: int) -> list[str]:
    """The words from token `first` up to a mention."""
    return context.tokens.lowers[first : context.mention(number).first]


def _is_somebody(context: Context, clause: Clause) -> bool:
    """Whether a clause has a subject that is somebody, though not known whose: ``the Deputy Prime Minister``."""
    return any(context.mention(n).kind in TRAVELLERS for n in clause.actors)


_by_phone = _acted(acts.by_phone)
LOCATED = (acts.signed, acts.sent, acts.shuttled, acts.at_table, acts.exchanged, acts.raised)
RULES: tuple[tuple[str, Callable[[Context, Clause], Sighting | None]], ...] = (
    ("travel", _acted(acts.face_to_face)),
    ("call", _called),
    ("mediate", _acted(acts.shuttled)),
    ("hold", _acted(acts.convened)),
    ("gather", _acted(acts.convened)),
    ("meet", _acted(acts.convened)),
    ("meet", _met),
    ("visit", visited),
    ("travel", travelled),
    ("receive", _received),
    ("host", _received),
    ("brief", briefed),
    ("ask", called_on),
    ("pay", _acted(acts.called_on)),
    ("summon", _acted(acts.summoned)),
    ("topic", _acted(acts.discussed)),
    ("raise", _acted(acts.raised)),
    ("sign", _acted(acts.signed)),
    ("send", _acted(acts.sent)),
    ("invite", invited),
    ("paths", _acted(acts.crossed)),
    ("say", told_council),
    ("brief", told_council),
    ("tell council", told_council),
    ("say", told),
    ("be", _acted(acts.spent_time)),
    ("be", was_there),
    ("topic", _acted(acts.exchanged)),
    ("be", _acted(acts.at_table)),
    ("table", _acted(acts.at_table)),
    ("agree", agreed),
    ("fall short", fell_short),
    ("hand", handed),
)
