"""Nouns that tell of an encounter: ``talks between A and B``, ``their summit in Oslo``, ``a visit by the envoy``."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplomod.model import MeetingKind, MeetingStatus, When
from diplomod.reading.meetings.aftermath import told_with
from diplomod.reading.meetings.around import clauses_around
from diplomod.reading.meetings.backward import expanded
from diplomod.reading.meetings.circumstances import PHONE, VIDEO, arrived_in, attached, format_of, place, when
from diplomod.reading.meetings.context import POST, Context, Sighting, stands_apart
from diplomod.reading.meetings.lengths import lengthened
from diplomod.reading.meetings.likelihood import AFTER, DEFINITE, by_date, is_definite, led_status, status_of_noun
from diplomod.reading.meetings.partners import hosted_where, sides_of
from diplomod.reading.meetings.progress import carried_on
from diplomod.reading.meetings.rounds import further_rounds
from diplomod.reading.meetings.sides import (
    distinct,
    invited_by,
    parties_of,
    present,
)
from diplomod.reading.meetings.spans import goes_on, since
from diplomod.reading.meetings.status import status_of, status_of_object, status_of_subject
from diplomod.reading.meetings.telling import (
    KIND_SENSES,
    KINDS,
    REACH,
    Links,
    described,
    later_clause,
    links_of,
    reduced_relative,
    relative_object,
    those,
    told_aside,
)
from diplomod.reading.meetings.turning import (
    first_date,
    later_date,
    lies_ahead,
    lies_behind,
    moved_to,
    next_one,
    turned,
)
from diplomod.reading.parts import Clause, Form, MentionKind, NounPhrase, Rule, Tense

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
BRIEFING, VISIT = MeetingKind.BRIEFING, MeetingKind.VISIT
PLANNED, POSSIBLE, HELD = MeetingStatus.PLANNED, MeetingStatus.POSSIBLE, MeetingStatus.HELD
POSTPONED, CANCELLED, ONGOING = MeetingStatus.POSTPONED, MeetingStatus.CANCELLED, MeetingStatus.ONGOING

OFF = frozenset((POSTPONED, CANCELLED, MeetingStatus.RULED_OUT))
ASKER = 10  # tokens that tell whose call it is
ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth next final new latest last 1st 2nd 3rd "
    "4th 5th 6th 7th 8th 9th 10th inaugural".split()
)
FLEETING = frozenset("next new latest last final".split())
NUMBERS = frozenset("two three four five six seven eight nine ten several many multiple numerous many dozens".split())
PAIRS = frozenset("countries sides nations parties states neighbours neighbors governments capitals".split())
CONTACTS = frozenset("exchange engagement interaction contact appointment".split())  # with somebody they are encounters
# What comes in rounds and is no encounter.
OTHER_ROUNDS = frozenset(
    """strike airstrike attack bombing shelling fire firing sanction tariff measure exercise drill manoeuvre maneuver test
    election voting vote ballot funding financing investment cut layoff violence fighting protest applause golf drink
    ammunition vaccination hostilitie expulsion arrest killing reform""".split()
)
NO_ENCOUNTER = frozenset(
    "press news media telephone-based earnings party opening title training trading parliamentary court coaching".split()
)
DECIDING = frozenset("rule_out reject cancel delay plan propose demand ask".split())
REGULAR = frozenset("noon daily weekly regular".split())
ERRANDS = frozenset(
    "trade goodwill business peace diplomatic fact-finding parliamentary mediation".split()
)  # of a mission
LEADS = {"ahead": "ahead", "end": "after", "close": "after", "conclusion": "after"}  # "at the end of a visit"
QUANTIFIERS = frozenset("more than over nearly some about almost around less".split())
COMING_ABOUT = frozenset("hold host plan happen start cancel delay".split())
TALKS = frozenset(("talks",))  # what a round is one of
POINTING = frozenset("one they it these".split())
BEFALLS = frozenset(("take place", "happen", "go ahead", "materialise", "materialize", "come off", "go"))
NEAR = 3  # sentences within which *one* stands for an encounter
ASIDE = frozenset("margins margin sidelines sideline edges fringes edge".split())


def _is_name(context: Context, head: int) -> bool:
    """Whether a word only ends the name of a body: ``the Pacific Islands Forum``, ``the Contact Group``."""
    number = context.cast.at[head]
    if number < 0 or context.mention(number).first == head or context.tokens.tags[head] != "NNP":
        return False
    return context.mention(number).kind is MentionKind.PARTY


def find_by_nouns(context: Context) -> Iterator[Sighting]:
    """The sightings of all nouns in order."""
    lowers, tags = context.tokens.lowers, context.tokens.tags
    senses_of = context.lexicon.nouns.senses_of
    links = links_of(context)
    before, told = -NEAR, frozenset[str]()  # the sentence of the last such noun, and its senses
    for head in context.tokens.places_of(context.tokens.vocabulary & senses_of.keys() | POINTING):
        number = context.phrases.noun_at[head]
        if number < 0 or context.phrases.nouns[number].head != head or _is_name(context, head):
            continue
        phrase = context.phrases.nouns[number]
        word = lowers[head]
        senses = senses_of.get(word)
        sentence = context.tokens.sentence_of[head]
        points = word in POINTING and sentence - before < NEAR
        planned = word == "one" and lowers[phrase.first - 1] == "for" and lowers[phrase.first - 2] in ("plans", "plan")
        if points and told and (planned or _is_told(context, links, phrase.head, word == "one")):
            senses = told  # "No summit is planned, but one could be held"
        elif points or not senses or not (senses & KIND_SENSES or "part" in senses) or tags[phrase.head][:1] != "N":
            continue
        before, told = sentence, senses & KIND_SENSES or TALKS
        found = _sighting(context, links, number, phrase, senses)
        if found is not None:
            found.definite = found.definite or (points and word != "one")
            yield found
            if found.ordinal or found.counted or "next" in lowers[phrase.first : phrase.head]:
                yield from further_rounds(context, found, phrase.last, links.subject_of)


def _is_told(context: Context, links: Links, head: int, new: bool) -> bool:
    """Whether the verb of which a noun is subject or object tells that encounters come about: ``one could be held``; of what was
    told before (``they will take place``) only where it says when or where."""
    clauses = those(context, [*links.subject_of(head), *(links.object_of(head) if new else ())])
    if new:
        return any(clause.verb.senses & COMING_ABOUT for clause in clauses)
    return any(
        "happen" in clause.verb.senses or (clause.verb.passive and clause.verb.senses & {"hold", "host"})
        for clause in clauses
    )


@attrs.define(slots=True, kw_only=True, eq=False)
class Look:
    """A noun that tells of an encounter, with what stands around it: `inner` the phrase that ``of`` ties to it, `end` where
    what belongs to it ends, `led_by` the preposition before it, and the clauses that it is subject or object of, or that
    tell of it elsewhere."""

    phrase: NounPhrase
    inner: NounPhrase | None
    words: list[str]
    end: int
    led_by: str
    subject_of: list[Clause]
    object_of: list[Clause]
    told: list[Clause]


def _look(context: Context, links: Links, phrase: NounPhrase, inner: NounPhrase | None, led_by: str) -> Look:
    subject_of = those(context, links.subject_of(phrase.head))
    object_of = those(context, links.object_of(phrase.head)) or reduced_relative(context, phrase)
    object_of = object_of or relative_object(context, phrase)
    if (
        not object_of
        and not subject_of
        and context.tokens.tags[phrase.first - 1 : phrase.first] not in (["IN"], ["TO"])
    ):
        subject_of = later_clause(context, phrase)
    planned, told = described(context, phrase, inner)
    if any("start" in clause.verb.senses for clause in object_of):  # "will resume talks suspended in May"
        subject_of = [
            one for one in subject_of if not (one.verb.form is Form.PARTICIPLE and "delay" in one.verb.senses)
        ]
    return Look(
        phrase=phrase,
        inner=inner,
        words=context.tokens.lowers[phrase.first : phrase.head],
        end=_reach(context, phrase, inner),
        led_by=led_by,
        subject_of=[*subject_of, *planned],
        object_of=object_of,
        told=told,
    )


def _sighting(
    context: Context, links: Links, number: int, phrase: NounPhrase, senses: frozenset[str]
) -> Sighting | None:
    """``talks between Oslo and Lima on Friday``: an encounter, as sure as the words around the noun make it."""
    inner, led_by = _inner_phrase(context, number, phrase), _led_by(context, phrase)
    if led_by == "under" or not NO_ENCOUNTER.isdisjoint(context.tokens.lowers[phrase.first : phrase.head]):
        return None  # "under discussion"
    kind = _kind(context, phrase, inner, senses)
    if kind is None:
        return None
    look = _look(context, links, phrase, inner, led_by)
    sides, others = sides_of(context, phrase, look.inner, look.end, kind, look.subject_of, look.object_of, look.led_by)
    if not PHONE.isdisjoint(look.words) and kind is MeetingKind.TALKS:
        kind = MeetingKind.CALL
    if not VIDEO.isdisjoint(look.words) and kind is MeetingKind.CONFERENCE:
        kind = MeetingKind.TALKS
    travels = kind is VISIT
    aside = look.led_by == "of" and context.tokens.lowers[phrase.first - 2] in ASIDE
    own_when, own_where = attached(context, phrase, look.end, travels=travels)
    if aside and not look.subject_of and not parties_of(context, sides):
        own_when = own_where = None  # "on the sidelines of a conference in Lisbon"
    status, strong, decided = _settled(context, look, own_when, own_where, distinct(context, sides))
    around = clauses_around(
        context,
        phrase.head,
        [*look.subject_of, *look.object_of, *look.told, *told_with(context, phrase, look.led_by, look.object_of)],
    )
    moved = next((found for one in look.subject_of if (found := moved_to(context, one)) is not None), None)
    told_when = when(context, phrase.head, look.told) if look.told and own_when is None else None
    found = moved or own_when or told_when or when(context, phrase.head, around)
    if found is None and context.times_in.get(context.tokens.sentence_of[phrase.head]):
        aside_of = told_aside(context, phrase)
        found = when(context, phrase.head, aside_of) if aside_of else None
    date = lengthened(context, phrase, found, [*around, *look.told], look.led_by)
    if status in (POSTPONED, CANCELLED):
        date = first_date(context, phrase) or date
        if status is POSTPONED and date is None:
            date = later_date(context, phrase)
    if strong and decided[1] is not None:
        verb = context.clauses[decided[1]].verb
        past = (
            (verb.tense is Tense.PAST or verb.modal == "could")
            and verb.lemma != "announce"
            and look.led_by not in ("ahead", "before")
        )
        over = verb.negated and not verb.perfect and (verb.lemma in BEFALLS or (verb.modal == "could" and verb.passive))
        date = turned(context, date, status, past=past, over=over)
        if status in (*OFF, PLANNED, POSSIBLE) and decided[0] is not status_of_subject and not over:
            date = next_one(context, date, phrase, perfect=verb.perfect)
    elif strong and status is PLANNED:
        date = turned(context, date, status, past=False)  # "discussed the slated visit in May"
    if strong and status in (HELD, ONGOING) and lies_ahead(context, date):
        status = PLANNED
    date, status = carried_on(context, phrase, [*around, *look.told], date, status)
    begun = since(context, phrase.head, around) if status in (HELD, ONGOING) else None
    if begun is not None:
        date, status = begun, ONGOING if goes_on(around) else HELD
    if status is POSSIBLE and own_when is not None and look.led_by == "to" and lies_behind(context, own_when):
        status = HELD  # "had been invited to last month's summit"
    where = place(context, phrase.head, around, travels=travels) if own_where is None else own_where
    if travels:
        where = arrived_in(context, where, around)
    if status in (PLANNED, POSSIBLE) and _is_out_of_place(context, date, decided, moved):
        date = where = None  # those of something else: "It will be the second round, after that in Oslo in May"
    if own_when is None and _is_of_decision(context, phrase, date, decided):
        date = None
    sides += invited_by(context, phrase.head, sides)
    if not strong and status is PLANNED and decided[0] is status_of_subject and (date or where is not None):
        strong = True  # "Talks will continue in Jeddah"
    home = context.home[phrase.head]
    told_of = home >= 0 and _says_what_it_is(context, context.clauses[home], phrase)
    ordinal = next((word for word in look.words if word in ORDINALS and word not in FLEETING), "")
    sentence = context.tokens.sentence_of[phrase.head]
    return Sighting(
        token=phrase.head,
        sentence=sentence,
        kind=kind,
        status=status,
        evidence=_evidence(context, look),
        sides=present(expanded(context, sides) if status is HELD else sides, status),
        others=present(others, status),
        when=date,
        place=where,
        aside=aside,
        format=format_of(context, phrase.head, around),
        ordinal=ordinal,
        strong=strong
        and not told_of
        and not (aside and own_when is None and own_where is None and not look.subject_of),
        rule=_sighting,
        decided=decided,
        definite=told_of or (bool(set(look.words) & DEFINITE) and not ordinal),
        counted=_is_counted(context, look, kind),
        hosts=hosted_where(context, sides, where, None if home < 0 else context.clauses[home], kind)
        - parties_of(context, others)
        if look.led_by == "for"
        or (travels and look.led_by == "on")
        or (travels and where is None and _is_under_way(look))
        or (travels and home >= 0 and "start" in context.clauses[home].verb.senses)
        else frozenset(),
        mutual=_is_mutual(context, look),
        in_title=sentence in context.titles,
        apart=stands_apart(context, phrase.head),
        own_when=own_when is not None,
        own_place=own_where is not None,
        clause=home if home >= 0 else None,
    )


def _says_what_it_is(context: Context, clause: Clause, phrase: NounPhrase) -> bool:
    """Whether the noun only tells what was told before is: ``It will be their first meeting since May``."""
    if (
        clause.verb.lemma != "be"
        or clause.subject is None
        or not clause.verb.last <= phrase.first < clause.verb.last + 2
    ):
        return False
    first, last = clause.subject
    return last - first == 1 and context.tokens.lowers[first] in ("it", "this", "that")


def _is_under_way(look: Look) -> bool:
    """Whether a visit is told of as one that is begun, paid or ended: where goes without saying."""
    return any(clause.verb.senses & {"start", "end", "pay"} for clause in look.object_of)


def _settled(
    context: Context, look: Look, own_when: When | None, own_where: int | None, sides: int
) -> tuple[MeetingStatus, bool, tuple[Rule, int | None]]:
    """How sure the encounter is and whether it is an instance: by the clauses that tell of it, else by its own date or place."""
    lowers, phrase = context.tokens.lowers, look.phrase
    status, strong, decided = status_of_noun(context, phrase, look.subject_of, look.object_of, look.led_by)
    if not strong and look.told:
        later = status_of(context, look.told[0])
        if later is not None:
            status, strong, decided = later, True, (status_of, look.told[0].number)
    known = set(look.words) & DEFINITE
    if (
        (look.led_by in AFTER or look.led_by in ("ahead", "before"))
        and known
        and not (sides > 1 and any(word in ORDINALS for word in look.words))  # "at their first talks"
        and not set(lowers[phrase.last : look.end]) & {"with", "between"}
    ):
        strong = False  # "in the talks": which ones, other words tell
    own = own_when is not None or own_where is not None
    if look.led_by in AFTER and status is POSSIBLE and own_when is not None:
        status = by_date(context, own_when, None)  # "a decision could fall at a summit on Friday"
    if not strong and status in (PLANNED, POSSIBLE) and own:
        strong = True
    placed = own_where is not None and is_definite(context, phrase, look.led_by)
    over = status is HELD and decided[0] is status_of_subject and decided[1] is not None
    if over and own_when is not None and context.clauses[decided[1] or 0].verb.tense is Tense.PAST:
        return HELD, True, decided  # "at the September session, which broke up"
    if not strong and status in (None, HELD) and (own_when is not None or placed):
        status, strong = by_date(context, own_when, status), True
        decided = by_date, None
    if lowers[context.tokens.sentences[context.tokens.sentence_of[phrase.head]][1] - 1] == "?":
        strong = False  # a question tells of nothing
    return (HELD, False, decided) if status is None else (status, strong, decided)


def _is_out_of_place(context: Context, date: When | None, decided: tuple[Rule, int | None], moved: When | None) -> bool:
    """Whether a date is over by the day of publication, though the verb looks ahead (``had been foreseen for`` does not)."""
    if moved is not None or not lies_behind(context, date):
        return False
    return decided[1] is None or context.clauses[decided[1]].verb.tense is not Tense.PAST


def _is_of_decision(context: Context, phrase: NounPhrase, date: When | None, decided: tuple[Rule, int | None]) -> bool:
    """Whether a date before the noun is that on which something was decided of it: ``Oslo on Monday ruled out talks``."""
    if date is None or date.span is None or decided[0] not in (status_of_object, led_status) or decided[1] is None:
        return False
    verb = context.clauses[decided[1]].verb
    if decided[0] is led_status:
        deciding: object = verb.senses & {"rule_out", "reject"}  # "on Monday brushed aside a request for talks"
    else:
        deciding = verb.senses & DECIDING or verb.lemma in ("announce", "confirm")
    return bool(deciding) and date.span.start < context.tokens.starts[phrase.first]


def _evidence(context: Context, look: Look) -> tuple[int, int]:
    """The noun phrase, and the clauses of its sentence that tell of it."""
    sentence = context.tokens.sentence_of[look.phrase.head]
    begin = context.tokens.sentences[sentence][0]
    first, last = look.phrase.first, look.end
    for clause in (*look.subject_of, *look.object_of):
        if clause.sentence == sentence:
            first, last = min(first, max(clause.first, begin)), max(last, clause.last)
    return first, last


def _is_counted(context: Context, look: Look, kind: MeetingKind) -> bool:
    lowers, phrase = context.tokens.lowers, look.phrase
    plural = lowers[phrase.head] in context.lexicon.nouns.plurals and kind is not MeetingKind.TALKS
    return plural or "rounds" in lowers[phrase.first : phrase.last] or not NUMBERS.isdisjoint(look.words)


def _is_mutual(context: Context, look: Look) -> bool:
    """Whether the words say that it is of the two sides: ``talks between the two countries``."""
    lowers, first = context.tokens.lowers, look.phrase.first
    if lowers[look.phrase.last : look.phrase.last + 3] == ["between", "the", "two"]:
        return True
    return any(
        word in ("two", "both") and not PAIRS.isdisjoint(lowers[token + 1 : token + 3])
        for token, word in enumerate(lowers[first : look.end], first)
    )


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
    if lowers[phrase.head] == "mission":
        goes = lowers[phrase.last : phrase.last + 1] == ["to"]
        return VISIT if goes and not ERRANDS.isdisjoint(lowers[phrase.first : phrase.head]) else None
    if phrase.first > 0 and lowers[phrase.first - 1] == "in" and lowers[phrase.head] == "contact":
        return None  # "We are in contact with them"
    if lowers[phrase.head].removesuffix("s") in CONTACTS and lowers[phrase.last : phrase.last + 1] in (
        ["with"],
        ["between"],
    ):
        return MeetingKind.MEETING
    if "part" in senses:
        if inner is not None:
            kinds = nouns.senses(lowers[inner.head]) & KIND_SENSES
            if kinds:
                return KINDS[sorted(kinds)[0]]
            if lowers[phrase.head].startswith("round") and lowers[inner.head].removesuffix("s") in OTHER_ROUNDS:
                return None  # "a round of strikes"
        if "signing" in senses and "signing" in lowers[phrase.first : phrase.head]:
            return MeetingKind.SIGNING
        within = [nouns.senses(word) & KIND_SENSES for word in lowers[phrase.first : phrase.head]]
        if any(within):
            return KINDS[sorted(next(kinds for kinds in within if kinds))[0]]
        return (
            MeetingKind.TALKS
            if lowers[phrase.head].removesuffix("s") in ("round", "session", "cycle", "sitting")
            else None
        )
    before = lowers[phrase.first - 2 : phrase.first] if phrase.first > 1 else []
    if before[1:] == ["of"] and "part" in nouns.senses(before[0]):
        return None  # "talks" of "a round of talks": the round is the sighting
    kind = KINDS[sorted(senses & KIND_SENSES)[0]]
    word = lowers[phrase.head]
    after = lowers[phrase.last] if phrase.last < len(lowers) else ""
    if kind is BRIEFING and not REGULAR.isdisjoint(lowers[phrase.first : phrase.head]):
        return None  # "told the daily briefing": the press
    if word in ("call", "calls") and (after in ("for", "on", "to", "that", "upon") or _asks(context, phrase.last)):
        if PHONE.isdisjoint(lowers[phrase.first : phrase.head]):
            return MeetingKind.MEETING if after in ("on", "upon") and _is_paid(context, phrase.last + 1) else None
    return kind


def _is_paid(context: Context, at: int) -> bool:
    """Whether a call is paid on somebody, of whom nothing is asked: ``A call on the premier, scheduled for Monday,``."""
    number = context.phrases.noun_at[at] if at < len(context.phrases.noun_at) else -1
    if number < 0:
        return False
    last = context.phrases.nouns[number].last
    post = context.lexicon.people.classes.get(context.tokens.lowers[context.phrases.nouns[number].head], 0) & POST
    somebody = post or any(context.mention(n).person is not None for n in context.cast.between(at, last))
    behind = context.tokens.lowers[last : last + 1]
    return bool(somebody) and behind not in (["to"], ["for"])


def _asks(context: Context, at: int) -> bool:
    """Whether what stands behind *call* tells whose it is and what for: ``a call by the French president for a truce``."""
    tokens, verb_at = context.tokens, context.phrases.verb_at
    if tokens.lowers[at : at + 1] not in (["by"], ["from"]):
        return False
    for token in range(at + 1, min(len(verb_at) - 1, at + ASKER)):
        if tokens.lowers[token] in ("for", "that") or (tokens.lowers[token] == "to" and tokens.tags[token + 1] == "VB"):
            return True
        if verb_at[token] >= 0 or tokens.tags[token] in (".", ":", ","):
            return False
    return False


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
    number = context.cast.at[at]
    if number >= 0 and context.mention(number).kind is MentionKind.SOURCE:
        return False  # "talks on the crisis, a source in Lome said"
    return tags[at] in ("CC", "NNP", "NNPS") or number >= 0 or at in context.role_tokens


def _led_by(context: Context, phrase: NounPhrase) -> str:
    """The preposition before the noun phrase, empty if none leads it: ``after`` of ``after more than four hours of talks``."""
    lowers = context.tokens.lowers
    before = phrase.first - 1
    while before > 0 and lowers[before] in QUANTIFIERS:
        before -= 1
    if before >= 0 and context.tokens.tags[before] in ("IN", "TO", "VBG"):
        word = lowers[before]
        if word == "of" and before > 0:
            return LEADS.get(lowers[before - 1], word)
        return word
    return ""


def is_enough(context: Context, sighting: Sighting) -> bool:
    """Whether a sighting tells enough to be an encounter of its own: an instance with sides, a date or a place."""
    numbers = [presence.mention for presence in sighting.sides]
    sides = distinct(context, numbers)
    if not sighting.strong:
        return False
    if not numbers and sighting.status in (CANCELLED, POSTPONED):
        return True
    if not numbers and sighting.status is MeetingStatus.RULED_OUT and not sighting.definite:
        return True
    if sides >= 2:
        return True
    if sighting.kind is BRIEFING and not sides:
        return False  # "told a briefing on Wednesday": the press
    told = sighting.when is not None or sighting.place is not None
    alone = sides == 1 and bool(parties_of(context, numbers))
    return told or (alone and (not sighting.counted or sighting.status is MeetingStatus.RULED_OUT))
