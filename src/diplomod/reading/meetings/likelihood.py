"""How sure an encounter is that a noun names: by the clauses that tell of it, the words before it, its own date."""

from __future__ import annotations

from diplomod.model import MeetingStatus, When
from diplomod.reading.meetings.context import Context
from diplomod.reading.meetings.status import (
    ADJECTIVES,
    DENIALS,
    INVITED,
    MODIFIERS,
    PLANS,
    WISHES,
    given_up,
    status_of,
    status_of_object,
    status_of_subject,
)
from diplomod.reading.meetings.telling import home_of_led
from diplomod.reading.meetings.turning import lies_ahead
from diplomod.reading.parts import Clause, Form, NounPhrase, Rule, Tense

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
CANCELLED, RULED_OUT = MeetingStatus.CANCELLED, MeetingStatus.RULED_OUT
FINITE = Form.FINITE

REPORTS = frozenset("reports report rumours rumors claims suggestions".split())
THOUGHTS = frozenset(
    """opportunity agreement plan plans proposal date idea possibility prospect prospects hope hopes chance chances invitation
    request call calls need readiness willingness offer proposals""".split()
)
DEFINITE = frozenset("the this that these those their its both his her such".split())
ARRANGEMENTS = frozenset(
    """date dates venue venues agenda time timing schedule format modalities preparations arrangements details logistics
    preparation location""".split()
)
ASKED = frozenset("request requests call calls idea suggestion suggestions proposal proposals appeal appeals".split())
MOMENTS = frozenset("stage moment point time present now being".split())
FIXED = frozenset("next planned scheduled slated expected upcoming".split())
NEXT = frozenset("next upcoming coming forthcoming second third fourth fifth sixth seventh eighth ninth tenth".split())
GOAL = 4  # tokens behind a noun within which it is told where or with whom
GROUNDWORK = frozenset("way groundwork foundations".split())
PLANNING = frozenset("plan plans preparations arrangements".split())
STRIVES = frozenset("work move push strive head build".split())
AFTER = frozenset("after following during since at in amid on".split())


def status_of_noun(
    context: Context, phrase: NounPhrase, subject_of: list[Clause], object_of: list[Clause], led_by: str
) -> tuple[MeetingStatus | None, bool, tuple[Rule, int | None]]:
    """How sure the encounter is, whether the words make it an instance, and what decided that."""
    found: list[tuple[MeetingStatus | None, bool, tuple[Rule, int | None]]] = []
    for clause in subject_of:
        found.append((*status_of_subject(context, clause), (status_of_subject, clause.number)))
    for clause in object_of:
        found.append((*status_of_object(context, clause), (status_of_object, clause.number)))
    said = [item for item in found if item[0] is not None]
    if said and context.tokens.lowers[phrase.first] == "no":
        begin = context.tokens.sentences[context.tokens.sentence_of[phrase.head]][0]
        if "if" in context.tokens.lowers[begin : phrase.first]:
            return None, False, (status_of_noun, None)  # "If there is no agreement there is no summit"
        return RULED_OUT, True, (status_of_noun, None)  # "there will be no meeting"
    firm = [item for item in said if item[1]]
    begun = [c.number for c in object_of if "start" in c.verb.senses]
    if any(item[2][1] in begun for item in firm):
        firm = [item for item in firm if item[2][1] in begun]  # "will resume talks suspended in 2023"
    if _is_known(context, phrase):  # a meeting that is known and won't be held is called off
        off, denied = CANCELLED, RULED_OUT
        firm = [(off, *item[1:]) if item[0] is denied and _told_of(subject_of, item) else item for item in firm]
    modified = next(
        (MODIFIERS[word] for word in context.tokens.lowers[phrase.first : phrase.head] if word in MODIFIERS), None
    )
    if modified is not None and all(item[0] is MeetingStatus.POSSIBLE for item in firm):
        firm = []  # "discussed the upcoming summit"
    home = context.home[phrase.head]
    home = home_of_led(context, phrase) if home < 0 and led_by else home
    if led_by in ("of", "from") and home >= 0 and _withdraws(context.clauses[home]):
        return CANCELLED, True, (led_status, home)  # "pulled out of talks set for Friday"
    if firm:
        order = {CANCELLED: 0, RULED_OUT: 1, MeetingStatus.POSTPONED: 2}
        return min(firm, key=lambda item: order.get(item[0], 3 + _only_set(context, item[2][1])))  # type: ignore[arg-type]
    if led_by and home >= 0 and not subject_of and not object_of:
        status, strong = led_status(context, context.clauses[home], led_by, phrase, modified)
        return status, strong, (led_status, home)
    if modified is not None:
        return modified, modified is not MeetingStatus.HELD, (status_of_noun, None)
    if said:
        return said[0]
    return None, False, (status_of_noun, None)


def _withdraws(clause: Clause) -> bool:
    return {"withdraw", "cancel"} <= clause.verb.senses or clause.verb.lemma == "withdraw"


def _only_set(context: Context, number: int | None) -> bool:
    """Whether a participle tells what was planned: ``talks set for Friday are in doubt``."""
    return number is not None and context.clauses[number].verb.form is Form.PARTICIPLE


def _is_known(context: Context, phrase: NounPhrase) -> bool:
    """Whether the words take the encounter as a fixed one: ``the next round``, ``a planned trip``,
    ``a luncheon on Wednesday``."""
    lowers = context.tokens.lowers
    words = lowers[phrase.first : phrase.head]
    if words[:1] == ["the"] or not DEFINITE.isdisjoint(words) or not FIXED.isdisjoint(words):
        return True
    end = context.tokens.sentences[context.tokens.sentence_of[phrase.head]][1]
    verbs, verb_at = context.phrases.verbs, context.phrases.verb_at
    told = (at for at in range(phrase.last, end) if verb_at[at] >= 0 and verbs[verb_at[at]].form is FINITE)
    until = next(told, phrase.last)
    times = context.times_in.get(context.tokens.sentence_of[phrase.head], ())
    return any(phrase.first <= time.first < until for time in times)


def _first_of(context: Context, phrase: NounPhrase) -> int:
    """Where the words of an encounter begin with whose it is: ``for [the Japanese Prime Minister’s visit]``."""
    at = phrase.first
    while at > 1 and context.tokens.lowers[at - 1] != "for" and context.home[at - 1] == context.home[phrase.first]:
        at -= 1
    return at if context.tokens.lowers[at - 1] == "for" else phrase.first


def _told_of(subject_of: list[Clause], item: tuple[MeetingStatus | None, bool, tuple[Rule, int | None]]) -> bool:
    """Whether the status was told by a clause that says that the encounter does not come about."""
    return any(
        c.number == item[2][1] and c.verb.negated and c.verb.senses & {"happen", "hold", "host"} for c in subject_of
    )


def led_status(
    context: Context, clause: Clause, led_by: str, phrase: NounPhrase, modified: MeetingStatus | None
) -> tuple[MeetingStatus | None, bool]:
    """The status of an encounter that a preposition ties to a verb: ``prepare for talks``, ``said after talks``."""
    lemma = clause.verb.lemma.partition(" ")[0]
    if led_by == "for" and clause.subject is not None and context.tokens.lowers[clause.subject[0]] == "no":
        return None, False  # "no date has been set for talks"
    back = lemma == "return" and _names_goal(context, phrase)
    if led_by == "from" and (back or (lemma in ("come", "emerge", "return") and clause.verb.perfect)):
        return status_of(context, clause), True  # "has just come from a lunch with"
    if led_by in ("of", "from") and "withdraw" in clause.verb.senses and "cancel" in clause.verb.senses:
        return CANCELLED, True  # "pulled out of talks"
    if led_by in ("of", "for") and _is_arranged(context, phrase):
        return MeetingStatus.PLANNED, True
    if led_by == "for" and context.tokens.lowers[_first_of(context, phrase) - 2] in GROUNDWORK:
        return MeetingStatus.POSSIBLE, True  # "to pave the way for a summit"
    if led_by in ("for", "to") and lemma == "invite":
        return MeetingStatus.POSSIBLE, True
    denies = lemma in DENIALS and not clause.verb.negated
    if denies and led_by == "of" and context.tokens.lowers[phrase.first - 2] in REPORTS:
        return RULED_OUT, True  # "denied reports of a meeting with"
    if led_by == "by" and lemma == "follow" and clause.governor is not None:
        return status_of(
            context, context.clauses[clause.governor]
        ), True  # "will meet in May, followed by a round in June"
    thought = _only_thought_of(context, phrase)
    if thought is not None:
        return _given_up(context, clause, phrase.first - 2) or thought, True
    if led_by in ("ahead", "before"):
        return modified or MeetingStatus.PLANNED, True
    if "join" in clause.verb.senses or (
        lemma in ("sit", "enter", "return", "go") and led_by in ("in", "to", "for", "into")
    ):
        return status_of(context, clause), True
    if led_by in ("towards", "toward") and lemma in STRIVES:
        return (None if clause.verb.negated else MeetingStatus.POSSIBLE), True  # "are working towards a summit"
    if led_by in ("for", "to") and _is_on_its_way(context, clause, phrase):
        return MeetingStatus.PLANNED, True
    if led_by in ("for", "to", "on", "into", "about"):
        for word in context.tokens.lowers[clause.verb.last : phrase.first]:
            if word in ADJECTIVES:  # "due for talks", and "ready for dialogue", which is no instance
                return status_of(context, clause) and ADJECTIVES[word], ADJECTIVES[word] is MeetingStatus.PLANNED
        there = clause.subject is not None and context.tokens.lowers[clause.subject[0]] == "there"
        now = lemma == "be" and clause.verb.tense is Tense.PRESENT and not clause.verb.perfect and not there
        if led_by in ("for", "on") and now:
            found = status_of(context, clause)
            return (MeetingStatus.ONGOING if found is MeetingStatus.HELD else found), True  # "are in Cairo for talks"
        if "travel" in clause.verb.senses or "send" in clause.verb.senses or lemma in ("be", "meet", "gather", "host"):
            return status_of(context, clause), True
        if lemma in PLANS and led_by != "about":
            return (RULED_OUT if clause.verb.negated else MeetingStatus.PLANNED), True
        if lemma in WISHES or clause.verb.senses & {"demand", "ask"}:
            return MeetingStatus.POSSIBLE, context.tokens.lowers[phrase.last : phrase.last + 1] in (
                ["with"],
                ["between"],
            )
        behind = context.tokens.lowers[phrase.last : phrase.last + 2]
        if led_by == "for" and behind[:1] == ["with"] and "topic" not in clause.verb.senses:
            return status_of(context, clause), True  # "will go on to Oslo for talks with"
        return modified, modified in (MeetingStatus.PLANNED, MeetingStatus.POSSIBLE)
    if led_by in AFTER or led_by in ("following",):
        if led_by == "in" and lemma == "be" and clause.verb.tense is Tense.PRESENT and not clause.verb.perfect:
            found = status_of(context, clause)
            return (MeetingStatus.ONGOING if found is MeetingStatus.HELD else found), True  # "are in talks"
        status = _status_at(context, clause) if led_by in ("at", "during") else status_of(context, clause)
        if led_by in ("after", "following", "since"):
            return modified or MeetingStatus.HELD, True
        return modified or status, status is not None
    return modified, False


def _given_up(context: Context, clause: Clause, at: int) -> MeetingStatus | None:
    """What becomes of plans for an encounter: ``Plans for a summit were dropped``, ``put off plans for a visit``."""
    if context.tokens.lowers[at] not in PLANNING or clause.verb.negated:
        return None
    verb = clause.verb
    ranges = [clause.subject] if verb.passive else clause.objects
    if not any(thing is not None and thing[0] <= at < thing[1] for thing in ranges):
        return None
    return given_up(verb)


def _names_goal(context: Context, phrase: NounPhrase) -> bool:
    """Whether a place or a party stands right behind the noun: ``a trip to Lima``, ``talks with Peru``."""
    reach = min(len(context.cast.at), phrase.last + GOAL)
    return any(context.cast.at[at] >= 0 for at in range(phrase.last, reach))


def _is_on_its_way(context: Context, clause: Clause, phrase: NounPhrase) -> bool:
    """Whether somebody has not arrived yet: ``is on its way to Oslo for talks``, ``was en route to Lima for a meeting``."""
    if clause.verb.lemma != "be":
        return False
    words = context.tokens.lowers[clause.verb.last : phrase.first]
    return words[:2] == ["en", "route"] or (words[:1] == ["on"] and words[2:3] == ["way"])


def _is_arranged(context: Context, phrase: NounPhrase) -> bool:
    """Whether its date, place or agenda is spoken of: ``the venue of the third meeting``, ``preparations for the next round``."""
    lowers = context.tokens.lowers
    words = lowers[phrase.first : phrase.head]
    prepared = lowers[phrase.first - 2] in ("preparations", "preparation") and words[:1] == ["a"]
    return prepared or (lowers[phrase.first - 2] in ARRANGEMENTS and any(word in NEXT for word in words))


def _status_at(context: Context, clause: Clause) -> MeetingStatus | None:
    """The status of an encounter at which something is said or done, by the tense of that: ``agreed at talks to reopen it``."""
    finite = clause
    while finite.verb.form is not FINITE and finite.governor is not None:
        finite = context.clauses[finite.governor]
    if finite is not clause and finite.verb.tense is Tense.PAST and finite.verb.modal is None:
        return MeetingStatus.HELD
    return status_of(context, clause)


def _only_thought_of(context: Context, phrase: NounPhrase) -> MeetingStatus | None:
    """What a noun before the encounter makes of it: ``no plans for a summit``, ``no agreement on a meeting yet``."""
    at = phrase.first - 2
    while at > 0 and context.tokens.tags[at] == "RB":
        at -= 1
    if at > 2 and context.tokens.lowers[at] in MOMENTS:  # "no plans at this stage for a summit"
        led = next((back for back in range(at - 1, max(0, at - 4), -1) if context.tokens.tags[back] == "IN"), 0)
        at = led - 1 if led else at
    if at < 0 or context.tokens.lowers[at] not in THOUGHTS or context.tokens.lowers[phrase.first - 1] in AFTER - {"on"}:
        return None  # "outlined the plan during a visit"
    inner = context.phrases.noun_at[at]
    home = context.home[at]
    if home >= 0 and context.tokens.lowers[at] in ASKED and "reject" in context.clauses[home].verb.senses:
        return None if context.clauses[home].verb.negated else RULED_OUT  # "brushed aside a request for talks"
    if home >= 0 and context.tokens.lowers[at] in INVITED and not context.clauses[home].verb.negated:
        senses = context.clauses[home].verb.senses  # "accepted the invitation to talks"
        if "accept" in senses or "reject" in senses:
            return MeetingStatus.PLANNED if "accept" in senses else MeetingStatus.RULED_OUT
    words = context.tokens.lowers[context.phrases.nouns[inner].first : at] if inner >= 0 else []
    denied = "no" in words and context.tokens.lowers[at] in ("plan", "plans")
    return RULED_OUT if denied else MeetingStatus.POSSIBLE


def is_definite(context: Context, phrase: NounPhrase, led_by: str) -> bool:
    """Whether a noun with a place, but no date, is an instance: ``their summit in Oslo``, ``after talks in Rome``."""
    words = context.tokens.lowers[phrase.first : phrase.head]
    return led_by in AFTER or bool(DEFINITE & set(words)) or "POS" in context.tokens.tags[phrase.first : phrase.head]


def by_date(context: Context, when_: When | None, status: MeetingStatus | None) -> MeetingStatus:
    """``the 2011 talks in Isfara`` were held, ``the summit on 8 October`` is planned if that is yet to come."""
    if lies_ahead(context, when_):
        return MeetingStatus.PLANNED
    return status or MeetingStatus.HELD
