"""Nouns that tell of an encounter: ``talks between A and B``, ``their summit in Oslo``, ``a visit by the envoy``."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplomod.model import MeetingKind, MeetingStatus, PartyKind, When
from diplomod.reading.meetings.circumstances import (
    PHONE,
    attached,
    clauses_around,
    format_of,
    lies_ahead,
    moved_to,
    place,
    when,
)
from diplomod.reading.meetings.context import Context, Sighting, stands_apart
from diplomod.reading.meetings.lengths import lengthened
from diplomod.reading.meetings.rounds import further_rounds
from diplomod.reading.meetings.sides import company, distinct, is_press, owns, parties_of, present, subject
from diplomod.reading.meetings.status import (
    ADJECTIVES,
    MODIFIERS,
    PLANS,
    WISHES,
    status_of,
    status_of_object,
    status_of_subject,
)
from diplomod.reading.parts import Clause, Form, MentionKind, NounPhrase, Relation, Rule, Tense

KINDS = {kind.value: kind for kind in MeetingKind}
KIND_SENSES = frozenset(KINDS)
ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth next final new latest last 1st 2nd 3rd "
    "4th 5th 6th 7th 8th 9th 10th inaugural".split()
)
FLEETING = frozenset("next new latest last final".split())
NUMBERS = frozenset("two three four five six seven eight nine ten several many multiple numerous many dozens".split())
THOUGHTS = frozenset(
    """agreement plan plans proposal date idea possibility prospect prospects hope hopes chance chances invitation request
    call calls need readiness willingness offer proposals""".split()
)
PAIRS = frozenset("countries sides nations parties states neighbours neighbors governments capitals".split())
MEDIATION = frozenset("mediation auspices facilitation sponsorship mediators mediator facilitators".split())
NEARBY = 14  # tokens
NO_ENCOUNTER = frozenset(
    "press news media telephone-based earnings party opening title training trading parliamentary court coaching".split()
)
DEFINITE = frozenset("the this that these those their its both his her".split())
REACH = 40
SUBJECT_IS_SIDE = frozenset("hold join start end travel meet have sign pay chair".split())
BEFORE = frozenset("before ahead".split())
INNER = frozenset("of between with among from to in at on by".split())
OPENERS = frozenset("that if whether because although though while as than".split())
DASHES = frozenset(("–", "—", "-", "/"))
ASIDE = frozenset("margins margin sidelines sideline edges fringes edge".split())
AFTER = frozenset("after following during since at in amid on".split())


@attrs.define(slots=True, kw_only=True, eq=False)
class Links:
    """For each token that begins a subject or an object of a clause, the numbers of these clauses."""

    subject_of: dict[int, list[int]]
    object_of: dict[int, list[int]]


def find_by_nouns(context: Context) -> Iterator[Sighting]:
    """The sightings of all nouns in order."""
    lowers, tags = context.tokens.lowers, context.tokens.tags
    senses_of = context.lexicon.nouns.senses_of
    links = _links(context)
    for number, phrase in enumerate(context.phrases.nouns):
        senses = senses_of.get(lowers[phrase.head])
        if not senses or not (senses & KIND_SENSES or "part" in senses) or tags[phrase.head][:1] != "N":
            continue
        found = _sighting(context, links, number, phrase, senses)
        if found is not None:
            yield found
            if found.ordinal or found.counted or "next" in lowers[phrase.first : phrase.head]:
                yield from further_rounds(context, found, phrase.last, links.subject_of)


def _links(context: Context) -> Links:
    subject_of: dict[int, list[int]] = {}
    object_of: dict[int, list[int]] = {}
    for clause in context.clauses:
        if clause.subject is not None:
            for token in range(_top(context, clause), clause.subject[1]):
                subject_of.setdefault(token, []).append(clause.number)
        for first, last in clause.objects:
            for token in range(first, last):
                object_of.setdefault(token, []).append(clause.number)
    return Links(subject_of=subject_of, object_of=object_of)


def _top(context: Context, clause: Clause) -> int:
    """The token where the whole subject begins: of ``no meeting with envoys of the rebels is planned`` that of ``no``."""
    assert clause.subject is not None
    at = clause.subject[0]
    if at >= clause.verb.first or clause.verb.form is not Form.FINITE:
        return at
    tags, lowers, noun_at = context.tokens.tags, context.tokens.lowers, context.phrases.noun_at
    begin = context.tokens.sentences[clause.sentence][0]
    top = at
    while at - 2 >= begin and clause.subject[0] - at < REACH:
        joins = tags[at - 1] == "CC" or (tags[at - 1] == "," and tags[at - 2] != "CD")
        leads = tags[at - 1] == "IN" and lowers[at - 1] in INNER
        if not (joins or leads) or noun_at[at - 2] < 0:
            break
        at = context.phrases.nouns[noun_at[at - 2]].first
        if leads:
            top = at
    led = top > begin and tags[top - 1] in ("IN", "TO") and lowers[top - 1] not in OPENERS
    return clause.subject[0] if led else top


def _sighting(
    context: Context, links: Links, number: int, phrase: NounPhrase, senses: frozenset[str]
) -> Sighting | None:
    """``talks between Oslo and Lima on Friday``: an encounter, as sure as the words around the noun make it."""
    lowers = context.tokens.lowers
    words = lowers[phrase.first : phrase.head]
    if any(word in NO_ENCOUNTER for word in words):
        return None
    inner = _inner_phrase(context, number, phrase)
    kind = _kind(context, phrase, inner, senses)
    if kind is None:
        return None
    end = _reach(context, phrase, inner)
    clauses_subject = _those(context, links.subject_of.get(phrase.head, ()))
    clauses_object = _those(context, links.object_of.get(phrase.head, ()))
    if not clauses_object:
        clauses_object = _reduced(context, phrase)
    if (
        not clauses_object
        and not clauses_subject
        and context.tokens.tags[phrase.first - 1 : phrase.first] not in (["IN"], ["TO"])
    ):
        clauses_subject = _later(context, phrase)
    planned, told = _described(context, phrase)
    clauses_subject += planned
    led_by = _led_by(context, phrase)
    status, strong, decided = _status(context, phrase, clauses_subject, clauses_object, led_by)
    sides, others = _sides(context, phrase, inner, end, kind, clauses_subject, clauses_object, led_by)
    if not PHONE.isdisjoint(words) and kind is MeetingKind.TALKS:
        kind = MeetingKind.CALL
    if not strong and told:
        found = status_of(context, told[0])
        if found is not None:
            status, strong, decided = found, True, (status_of, told[0].number)
    own_when, own_where = attached(context, phrase, end, travels=kind is MeetingKind.VISIT)
    if led_by in AFTER and set(words) & DEFINITE and not set(lowers[phrase.last : end]) & {"with", "between"}:
        strong = False  # "in the talks": which ones, other words tell
    around = clauses_around(context, phrase.head, [*clauses_subject, *clauses_object, *told])
    clause = context.clauses[context.home[phrase.head]] if context.home[phrase.head] >= 0 else None
    where = place(context, phrase.head, around, travels=kind is MeetingKind.VISIT)
    ordinal = next((word for word in words if word in ORDINALS and word not in FLEETING), "")
    moved = next((found for one in clauses_subject if (found := moved_to(context, one)) is not None), None)
    aside = led_by == "of" and lowers[phrase.first - 2] in ASIDE
    if aside and not clauses_subject and not parties_of(context, sides):
        own_when = own_where = None  # "on the sidelines of a conference in Lisbon"
        strong = False
    if not strong and status in (MeetingStatus.PLANNED, MeetingStatus.POSSIBLE) and own_when is not None:
        strong = True
    placed = own_where is not None and _is_definite(context, phrase, led_by)
    if not strong and status in (None, MeetingStatus.HELD) and (own_when is not None or placed):
        status, strong = _by_date(context, own_when, status), True
        decided = _by_date, None
    if status is None:
        strong, status = False, MeetingStatus.HELD
    date = lengthened(context, phrase, moved or own_when or when(context, phrase.head, around), [*around, *told])
    if strong and status in (MeetingStatus.HELD, MeetingStatus.ONGOING) and lies_ahead(context, date):
        status = MeetingStatus.PLANNED
    sentence = context.tokens.sentence_of[phrase.head]
    first = phrase.first
    last = end
    for other in [*clauses_subject, *clauses_object]:
        if other.sentence == sentence:
            first, last = min(first, max(other.first, context.tokens.sentences[sentence][0])), max(last, other.last)
    known = set(words) & DEFINITE
    plural = (
        lowers[phrase.head] in context.lexicon.nouns.plurals and kind is not MeetingKind.TALKS
    ) or "rounds" in lowers[phrase.first : phrase.last]
    if context.tokens.lowers[context.tokens.sentences[sentence][1] - 1] == "?":
        strong = False  # a question tells of nothing
    return Sighting(
        token=phrase.head,
        sentence=sentence,
        kind=kind,
        status=status,
        evidence=(first, last),
        sides=present(sides, status),
        others=present(others, status),
        when=date,
        place=where if own_where is None else own_where,
        aside=aside,
        format=format_of(context, phrase.head, around),
        ordinal=ordinal,
        strong=strong,
        rule=_sighting,
        decided=decided,
        definite=bool(known) and not ordinal,
        counted=plural or any(word in NUMBERS for word in words),
        hosts=_hosted_where(context, sides, where, clause, kind) - parties_of(context, others)
        if led_by == "for"
        else frozenset(),
        mutual=any(
            word in ("two", "both") and not PAIRS.isdisjoint(lowers[token + 1 : token + 3])
            for token, word in enumerate(lowers[phrase.first : end], phrase.first)
        ),
        in_title=sentence in context.titles,
        apart=stands_apart(context, phrase.head),
        own_when=own_when is not None,
        own_place=own_where is not None,
        clause=clause.number if clause is not None else None,
    )


def _reduced(context: Context, phrase: NounPhrase) -> list[Clause]:
    """The relative clause without a pronoun: ``the talks they had held in Trieste``."""
    home = context.home[phrase.head]
    for clause in context.clauses[max(0, home) : home + 4]:
        if (
            clause.subject is None
            or not phrase.head < clause.subject[0] <= phrase.last
            or "hold" not in clause.verb.senses
        ):
            continue
        dated = {t for time in context.times_in.get(clause.sentence, ()) for t in range(time.first, time.last)}
        if all(first in dated for first, _ in clause.objects):
            return [clause]
    return []


def _later(context: Context, phrase: NounPhrase) -> list[Clause]:
    """The clause further on of which an encounter alone can be the subject: ``talks between A and B, which could not be held
    in May, will now take place``, ``no meeting with the League (LAS) is planned``."""
    sentence = context.tokens.sentence_of[phrase.head]
    last = min(context.tokens.sentences[sentence][1], phrase.last + REACH)
    at = phrase.last
    while at < last:
        number = context.phrases.verb_at[at]
        noun = context.phrases.noun_at[at]
        if (
            noun >= 0
            and context.lexicon.nouns.senses(context.tokens.lowers[context.phrases.nouns[noun].head]) & KIND_SENSES
        ):
            return []
        if number < 0:
            at += 1
            continue
        verb = context.phrases.verbs[number]
        clause = _clause_of(context, verb.head)
        if clause is None:
            return []
        fits = "happen" in verb.senses or (verb.passive and verb.senses & {"plan", "cancel", "delay", "hold"})
        if fits and verb.form is Form.FINITE and clause.relation is not Relation.RELATIVE:
            return [clause]
        if clause.relation is not Relation.RELATIVE and verb.form is Form.FINITE:
            return []
        at = verb.last
    return []


def _clause_of(context: Context, token: int) -> Clause | None:
    number = context.home[token]
    return context.clauses[number] if number >= 0 and context.clauses[number].verb.head == token else None


def _is_definite(context: Context, phrase: NounPhrase, led_by: str) -> bool:
    """Whether a noun with a place, but no date, is an instance: ``their summit in Oslo``, ``after talks in Rome``."""
    words = context.tokens.lowers[phrase.first : phrase.head]
    return led_by in AFTER or bool(DEFINITE & set(words)) or "POS" in context.tokens.tags[phrase.first : phrase.head]


def _by_date(context: Context, when_: When | None, status: MeetingStatus | None) -> MeetingStatus:
    """``the 2011 talks in Isfara`` were held, ``the summit on 8 October`` is planned if that is yet to come."""
    if lies_ahead(context, when_):
        return MeetingStatus.PLANNED
    return status or MeetingStatus.HELD


def _hosted_where(
    context: Context, sides: list[int], where: int | None, clause: Clause | None, kind: MeetingKind
) -> frozenset[str]:
    """The state that somebody goes to for talks is their other side: ``is in Damascus for consultations``."""
    if where is None or clause is None or not (clause.verb.senses & {"travel"} or clause.verb.lemma == "be"):
        return frozenset()
    place_there = context.place_of(where)
    here = None if place_there is None else place_there.country
    alone = len(parties_of(context, sides)) == 1 or (kind is MeetingKind.VISIT and bool(sides))
    if not alone or here is None or here in parties_of(context, sides):
        return frozenset()
    return frozenset((here,)) if here in context.lexicon.names.parties else frozenset()


def _described(context: Context, phrase: NounPhrase) -> tuple[list[Clause], list[Clause]]:
    """Clauses that tell of the encounter behind other words: ``a new round, pencilled in for March,`` is planned by them;
    ``a meeting of A and B that was to take place in Athens`` has its place and date there."""
    home = context.home[phrase.head]
    planned: list[Clause] = []
    told: list[Clause] = []
    if home < 0:
        return planned, told
    nouns = context.lexicon.nouns
    for clause in context.clauses[home : home + 4]:
        verb = clause.verb
        if clause.sentence != context.clauses[home].sentence or not 0 < verb.first - phrase.head < NEARBY:
            continue
        between = context.tokens.lowers[phrase.head + 1 : verb.first]
        if any(nouns.senses(word) & KIND_SENSES for word in between):
            continue
        if verb.form is Form.PARTICIPLE and "plan" in verb.senses and context.tokens.tags[verb.first - 1] == ",":
            planned.append(clause)
        elif clause.relation is Relation.RELATIVE and verb.senses & {"happen", "plan", "hold", "host", "end"}:
            told.append(clause)
    return planned, told


def _those(context: Context, numbers: object) -> list[Clause]:
    return [context.clauses[number] for number in numbers]  # type: ignore[attr-defined]


def _inner_phrase(context: Context, number: int, phrase: NounPhrase) -> NounPhrase | None:
    """The phrase that ``of`` ties to this one: ``a round of indirect talks``."""
    nouns = context.phrases.nouns
    if (
        phrase.last < len(context.tokens.lowers)
        and context.tokens.lowers[phrase.last] == "of"
        and number + 1 < len(nouns)
    ) and nouns[number + 1].first == phrase.last + 1:
        known, lowers = context.lexicon.nouns, context.tokens.lowers
        inner = nouns[number + 1]
        if "part" in known.senses(lowers[phrase.head]) or known.senses(lowers[inner.head]) & KIND_SENSES:
            return inner
    return None


def _kind(context: Context, phrase: NounPhrase, inner: NounPhrase | None, senses: frozenset[str]) -> MeetingKind | None:
    lowers = context.tokens.lowers
    nouns = context.lexicon.nouns
    if "part" in senses:
        if inner is not None:
            kinds = nouns.senses(lowers[inner.head]) & KIND_SENSES
            if kinds:
                return KINDS[sorted(kinds)[0]]
        if "signing" in senses and "signing" in lowers[phrase.first : phrase.head]:
            return MeetingKind.SIGNING
        within = [nouns.senses(word) & KIND_SENSES for word in lowers[phrase.first : phrase.head]]
        if any(within):
            return KINDS[sorted(next(kinds for kinds in within if kinds))[0]]
        return MeetingKind.TALKS if lowers[phrase.head].removesuffix("s") in ("round", "session") else None
    before = lowers[phrase.first - 2 : phrase.first] if phrase.first > 1 else []
    if before[1:] == ["of"] and "part" in nouns.senses(before[0]):
        return None  # "talks" of "a round of talks": the round is the sighting
    kind = KINDS[sorted(senses & KIND_SENSES)[0]]
    word = lowers[phrase.head]
    after = lowers[phrase.last] if phrase.last < len(lowers) else ""
    if word in ("call", "calls") and after in ("for", "on", "to", "that", "upon"):
        if PHONE.isdisjoint(lowers[phrase.first : phrase.head]):
            return None
    return kind


def _reach(context: Context, phrase: NounPhrase, inner: NounPhrase | None) -> int:
    """The token where what belongs to the noun (``between …, on …, in …``) ends: at a verb or a stop."""
    verb_at, tags = context.phrases.verb_at, context.tokens.tags
    at = phrase.last if inner is None else inner.last
    end = min(context.tokens.sentences[context.tokens.sentence_of[phrase.head]][1], at + REACH)
    if context.home[phrase.head] >= 0:
        end = max(at, min(end, context.clauses[context.home[phrase.head]].last))
    while at < end:
        if verb_at[at] >= 0 or tags[at] in (":", ".", "''", "``", "WP", "WDT"):
            break
        if tags[at] == "," and not _names_go_on(context, at + 1):
            break
        at += 1
    return at


def _names_go_on(context: Context, at: int) -> bool:
    tags = context.tokens.tags
    if at >= len(tags):
        return False
    return tags[at] in ("CC", "NNP", "NNPS") or context.cast.at[at] >= 0 or at in context.role_tokens


def _led_by(context: Context, phrase: NounPhrase) -> str:
    """The preposition before the noun phrase, empty if none leads it."""
    before = phrase.first - 1
    if before >= 0 and context.tokens.tags[before] in ("IN", "TO", "VBG"):
        word = context.tokens.lowers[before]
        if word == "of" and before > 0 and context.tokens.lowers[before - 1] == "ahead":
            return "ahead"
        return word
    return ""


def _status(
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
        return MeetingStatus.RULED_OUT, True, (_status, None)  # "there will be no meeting"
    firm = [item for item in said if item[1]]
    begun = [c.number for c in object_of if "start" in c.verb.senses]
    if any(item[2][1] in begun for item in firm):
        firm = [item for item in firm if item[2][1] in begun]  # "will resume talks suspended in 2023"
    if _is_known(context, phrase):  # a meeting that is known and won't be held is called off
        off, denied = MeetingStatus.CANCELLED, MeetingStatus.RULED_OUT
        firm = [(off, *item[1:]) if item[0] is denied and _told_of(subject_of, item) else item for item in firm]
    modified = next(
        (MODIFIERS[word] for word in context.tokens.lowers[phrase.first : phrase.head] if word in MODIFIERS), None
    )
    if modified is not None and all(item[0] is MeetingStatus.POSSIBLE for item in firm):
        firm = []  # "discussed the upcoming summit"
    if firm:
        order = {MeetingStatus.CANCELLED: 0, MeetingStatus.RULED_OUT: 1, MeetingStatus.POSTPONED: 2}
        return min(firm, key=lambda item: order.get(item[0], 3))  # type: ignore[arg-type]
    home = context.home[phrase.head]
    home = _home_of_led(context, phrase) if home < 0 and led_by else home
    if led_by and home >= 0 and not subject_of and not object_of:
        status, strong = _led_status(context, context.clauses[home], led_by, phrase, modified)
        return status, strong, (_led_status, home)
    if modified is not None:
        return modified, modified is not MeetingStatus.HELD, (_status, None)
    if said:
        return said[0]
    return None, False, (_status, None)


def _home_of_led(context: Context, phrase: NounPhrase) -> int:
    """The clause that follows a phrase at the start of its sentence: ``Ahead of his talks in Oslo, Vik said``; -1 if none."""
    sentence = context.tokens.sentence_of[phrase.head]
    end = context.tokens.sentences[sentence][1]
    home = next(
        (context.home[at] for at in range(phrase.last, min(end, phrase.last + REACH)) if context.home[at] >= 0), -1
    )
    return home if home >= 0 and context.clauses[home].governor is None else -1


def _is_known(context: Context, phrase: NounPhrase) -> bool:
    """Whether the words take the encounter as a fixed one: ``the next round``, ``a luncheon on Wednesday``."""
    lowers = context.tokens.lowers
    words = lowers[phrase.first : phrase.head]
    if words[:1] == ["the"] or not DEFINITE.isdisjoint(words) or "next" in words:
        return True
    end = context.tokens.sentences[context.tokens.sentence_of[phrase.head]][1]
    until = next((at for at in range(phrase.last, end) if context.phrases.verb_at[at] >= 0), phrase.last)
    times = context.times_in.get(context.tokens.sentence_of[phrase.head], ())
    return any(phrase.first <= time.first < until for time in times)


def _told_of(subject_of: list[Clause], item: tuple[MeetingStatus | None, bool, tuple[Rule, int | None]]) -> bool:
    """Whether the status was told by a clause that says that the encounter does not come about."""
    return any(
        c.number == item[2][1] and c.verb.negated and c.verb.senses & {"happen", "hold", "host"} for c in subject_of
    )


def _led_status(
    context: Context, clause: Clause, led_by: str, phrase: NounPhrase, modified: MeetingStatus | None
) -> tuple[MeetingStatus | None, bool]:
    """The status of an encounter that a preposition ties to a verb: ``prepare for talks``, ``said after talks``."""
    lemma = clause.verb.lemma.partition(" ")[0]
    if led_by == "for" and clause.subject is not None and context.tokens.lowers[clause.subject[0]] == "no":
        return None, False  # "no date has been set for talks"
    thought = _only_thought_of(context, phrase)
    if thought is not None:
        return thought, True
    if led_by in ("ahead", "before"):
        return modified or MeetingStatus.PLANNED, True
    if "join" in clause.verb.senses or (
        lemma in ("sit", "enter", "return", "go") and led_by in ("in", "to", "for", "into")
    ):
        return status_of(context, clause), True
    if led_by in ("for", "to", "on", "into", "about"):
        for word in context.tokens.lowers[clause.verb.last : phrase.first]:
            if word in ADJECTIVES:  # "due for talks", and "ready for dialogue", which is no instance
                return status_of(context, clause) and ADJECTIVES[word], ADJECTIVES[word] is MeetingStatus.PLANNED
        if led_by == "for" and lemma == "be" and clause.verb.tense is Tense.PRESENT and not clause.verb.perfect:
            found = status_of(context, clause)
            return (MeetingStatus.ONGOING if found is MeetingStatus.HELD else found), True  # "are in Cairo for talks"
        if "travel" in clause.verb.senses or "send" in clause.verb.senses or lemma in ("be", "meet", "gather", "host"):
            return status_of(context, clause), True
        if lemma in PLANS and led_by != "about":
            return (MeetingStatus.RULED_OUT if clause.verb.negated else MeetingStatus.PLANNED), True
        if lemma in WISHES or clause.verb.senses & {"demand", "ask"}:
            return MeetingStatus.POSSIBLE, False
        behind = context.tokens.lowers[phrase.last : phrase.last + 2]
        if led_by == "for" and behind[:1] == ["with"] and "topic" not in clause.verb.senses:
            return status_of(context, clause), True  # "will go on to Oslo for talks with"
        return modified, False
    if led_by in AFTER or led_by in ("following",):
        status = status_of(context, clause)
        if led_by in ("after", "following", "since"):
            return modified or MeetingStatus.HELD, True
        return modified or status, status is not None
    return modified, False


def _only_thought_of(context: Context, phrase: NounPhrase) -> MeetingStatus | None:
    """What a noun before the encounter makes of it: ``no plans for a summit``, ``no agreement on a meeting yet``."""
    at = phrase.first - 2
    while at > 0 and context.tokens.tags[at] == "RB":
        at -= 1
    if at < 0 or context.tokens.lowers[at] not in THOUGHTS:
        return None
    inner = context.phrases.noun_at[at]
    words = context.tokens.lowers[context.phrases.nouns[inner].first : at] if inner >= 0 else []
    denied = "no" in words and context.tokens.lowers[at] in ("plan", "plans")
    return MeetingStatus.RULED_OUT if denied else MeetingStatus.POSSIBLE


def _sides(
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
    sides = [n for n in inside if context.mention(n).kind is not MentionKind.PLACE or context.mention(n).parties]
    if (
        kind is not MeetingKind.VISIT
        and len(parties_of(context, sides)) == 1
        and not _possesses(context, phrase, sides)
        and not _is_of_body(context, sides, kind)
    ):
        sides = []  # "the Ukraine peace talks": what they are about
    sides = [*_hyphened(context, phrase), *_owner(context, phrase), *sides]
    others: list[int] = []
    between = False
    start = phrase.last if inner is None else inner.last
    home = context.home[phrase.head]
    limit = context.clauses[home].last if home >= 0 else end
    for token in range(start, end):
        word = lowers[token]
        if word in ("between", "among", "involving") and not between:
            sides = company(context, token + 1, min(end + 20, max(end, limit)) if limit > end else limit) or sides
            between = True
        elif word == "with" and not between:
            sides += company(context, token + 1, end)
        elif word == "of" and token == phrase.last and inner is None and kind is not MeetingKind.VISIT:
            sides += [n for n in company(context, token + 1, end) if len(context.mention(n).parties) or kind]
        elif word == "by" and kind in (MeetingKind.VISIT, MeetingKind.CALL, MeetingKind.BRIEFING):
            sides += company(context, token + 1, end)
        elif word in ("to", "in") and kind is MeetingKind.VISIT:
            sides += [
                n
                for n in context.cast.between(token + 1, min(end, token + 5))
                if context.mention(n).place or context.mention(n).parties
            ][:1]
        elif word == "through":
            others += company(context, token + 1, end)
    for clause in object_of:
        doers = subject(context, clause)
        if "lead" in clause.verb.senses and "chair" not in clause.verb.senses:
            continue
        if "chair" in clause.verb.senses and clause.verb.lemma != "co-chair" and not _with(context, clause, end):
            others += doers  # who chairs stands above the sides
            continue
        if clause.verb.senses & {"host", "mediate"} and not clause.verb.passive:
            others += doers
            if (
                not between
                and kind is not MeetingKind.SUMMIT
                and "mediate" not in clause.verb.senses
                and distinct(context, sides) < 2
            ):
                sides += doers
        elif not between or clause.verb.senses & {"join"}:
            if clause.verb.senses & SUBJECT_IS_SIDE or clause.verb.senses & {
                "plan",
                "cancel",
                "delay",
                "propose",
                "rule_out",
            }:
                sides += doers if not between else []
        if "hold" in clause.verb.senses or clause.verb.lemma == "have":
            sides += _with(context, clause, end) if not between else []
    for clause in subject_of:
        if clause.verb.form is Form.PARTICIPLE and not between and "plan" in clause.verb.senses:
            sides += _with(context, clause, clause.verb.last)  # "no meetings planned with"
        if clause.verb.form is Form.PARTICIPLE and not between:  # "the meeting held in May between A and B"
            found = _behind_participle(context, clause)
            sides, between = found or sides, bool(found)
        if not sides and not between:
            sides += _agreeing(context, clause)
        if clause.verb.senses & {"mediate", "host", "chair"} and clause.verb.passive:
            others += _by(context, clause)
        if clause.verb.senses & {"meet", "hold", "happen"}:
            sides += _with(context, clause, clause.verb.last) if not between else []
    if led_by and not object_of and not subject_of and not between:
        home = context.home[phrase.head]
        home = _home_of_led(context, phrase) if home < 0 else home
        if home >= 0 and _shares(context, context.clauses[home], led_by) and not _is_of_body(context, sides, kind):
            sides += subject(context, context.clauses[home])
    if not between and len(parties_of(context, sides)) == 1:
        sides += _speaking(context, phrase, sides)
    others += _mediators(context, phrase, end)
    sides = [n for n in dict.fromkeys(sides) if not is_press(context, n) and n not in others]
    return sides, [n for n in dict.fromkeys(others) if n not in sides]


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
    return kind is not MeetingKind.TALKS and bool(parties) and parties <= {PartyKind.BLOC, PartyKind.INTERNATIONAL_BODY}


def _possesses(context: Context, phrase: NounPhrase, numbers: list[int]) -> bool:
    """Whether one of the mentions owns the encounter (``Israel’s talks``, ``its talks``) or is who meets (``two-way``)."""
    tags = context.tokens.tags
    for number in numbers:
        last = context.mention(number).last
        if tags[last - 1] in ("PRP$", "POS") or (last < phrase.last and tags[last] == "POS"):
            return True
    return False


def _shares(context: Context, clause: Clause, led_by: str) -> bool:
    """Whether the subject of the clause takes part in what the preposition leads to: ``flew to Doha for talks with``."""
    if "say" in clause.verb.senses and led_by in AFTER:
        return any(word == "with" for word in context.tokens.lowers[clause.verb.last : clause.last])
    if "topic" in clause.verb.senses and led_by in ("for", "on", "about"):
        return False  # "reviewed arrangements for the talks"
    if led_by in ("for", "in", "to", "at", "on", "into", "ahead", "before", "after", "following", "during"):
        if led_by in ("for", "in", "to", "into"):
            return not clause.verb.passive or "plan" in clause.verb.senses or "send" not in clause.verb.senses
        travels = "travel" in clause.verb.senses
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
    for token in range(clause.verb.last, min(clause.last, clause.verb.last + REACH)):
        if context.tokens.lowers[token] in ("between", "among"):
            return company(context, token + 1, clause.last)
    return []


def _mediators(context: Context, phrase: NounPhrase, end: int) -> list[int]:
    """Who mediates: ``talks in Doha, mediated by Egypt``, ``under Turkish mediation``."""
    home = context.home[phrase.head]
    found: list[int] = []
    if home >= 0:
        for clause in context.clauses[home + 1 : home + 4]:
            participle = clause.verb.form is Form.PARTICIPLE and clause.sentence == context.clauses[home].sentence
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


def is_enough(context: Context, sighting: Sighting) -> bool:
    """Whether a sighting tells enough to be an encounter of its own: an instance with sides, a date or a place."""
    numbers = [presence.mention for presence in sighting.sides]
    sides = distinct(context, numbers)
    if not sighting.strong:
        return False
    if not numbers and sighting.status in (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED):
        return True
    if sides >= 2:
        return True
    told = sighting.when is not None or sighting.place is not None
    return told or (sides == 1 and bool(parties_of(context, numbers)) and not sighting.counted)


def is_owned(context: Context, number: int) -> bool:
    """Whether the mention is an owner: ``Israel’s talks``."""
    return owns(context, number)
