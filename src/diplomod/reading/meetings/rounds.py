"""Encounters told without a word of their own: ``The first was held in Oslo in May; the second, in Bergen, in June``,
``met in Tripoli in January and in Cairo in February``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from diplomod.model import MeetingKind, MeetingStatus, When
from diplomod.reading.meetings.context import Context, Sighting
from diplomod.reading.meetings.fates import fate_of
from diplomod.reading.meetings.status import status_of
from diplomod.reading.parts import Clause, Form, MentionKind

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
VISIT = MeetingKind.VISIT

ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last".split())
ONES = frozenset("one round session meeting".split())
STOPS = frozenset((",", "IN", ".", ":", "RB"))
VERBAL = frozenset("VBD VBZ VBP MD".split())
JOINING = frozenset(", and ; then again later in on at the before".split())
CLOSE = 4  # tokens between a place and its date, and between two such pairs
NEAR = 4  # sentences
SINCE = 14  # tokens between an encounter, "first" and "since"

GOALS = frozenset((MentionKind.PLACE, MentionKind.PARTY))
GOING_ON = frozenset("and then on to".split()) | {","}
LAST = frozenset("and then".split())

Item = tuple[int, int, int | None, When | None]  # first token, last, number of a place, date


def add_the_last_before(context: Context, sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    """The encounter that one is the first since: ``their first talks since May 2022``, ``met for the first time since May``."""
    known = not context.tokens.vocabulary.isdisjoint(("since",))
    for sighting in sightings:
        yield sighting
        before = _last_before(context, sighting) if known and sighting.kind is not VISIT else None
        if before is not None:
            yield before


def _last_before(context: Context, sighting: Sighting) -> Sighting | None:
    lowers = context.tokens.lowers
    begin = context.tokens.sentences[sighting.sentence][0]
    for time in context.times_in.get(sighting.sentence, ()):
        since = time.first - 1
        if lowers[since] != "since" or not 0 < since - sighting.token < SINCE:
            continue
        first = next((at for at in range(since - 1, max(begin, since - SINCE) - 1, -1) if lowers[at] == "first"), -1)
        if first < 0 or time.when.is_interval:
            return None
        return attrs.evolve(
            sighting,
            rule=add_the_last_before,
            token=since,
            evidence=(first, time.last),
            status=MeetingStatus.HELD,
            decided=(add_the_last_before, None),
            when=time.when,
            place=None,
            others=[],
            ordinal="",
            strong=True,
            definite=False,
            counted=False,
            in_title=False,
            apart=True,
            own_when=True,
            own_place=False,
            clause=None,
        )
    return None


def further_rounds(
    context: Context, told: Sighting, start: int, subject_of: Callable[[int], list[int]]
) -> Iterator[Sighting]:
    """The rounds that ``three rounds`` or ``the first round`` are followed by, each with its own date, place and fate."""
    marks = list(_marks(context, told.sentence, start))
    if not marks:
        return
    end = context.tokens.sentences[context.tokens.sentence_of[marks[-1]]][1]
    if told.ordinal and context.tokens.sentence_of[marks[0]] == told.sentence:
        _narrow(context, told, marks[0])
    for token, until in zip(marks, [*marks[1:], end], strict=True):
        sentence = context.tokens.sentence_of[token]
        until = min(until, context.tokens.sentences[sentence][1])
        where = _place(context, token, until)
        dates = [time for time in context.times_in.get(sentence, ()) if token < time.first < until]
        if where is None and not dates:
            continue
        begin = None if not dates else dates[0].when.earliest
        ahead = begin is not None and context.today is not None and begin > context.today
        status, decided = _status(context, token, until, subject_of)
        yield attrs.evolve(
            told,
            rule=further_rounds,
            token=token,
            sentence=sentence,
            ordinal=context.tokens.lowers[token],
            evidence=(token - 1, until),
            place=where,
            when=dates[0].when if dates else None,
            status=status or (MeetingStatus.PLANNED if ahead else MeetingStatus.HELD),
            decided=(further_rounds, decided),
            counted=False,
            strong=True,
            definite=False,
            clause=None,
        )


def _marks(context: Context, sentence: int, start: int) -> Iterator[int]:
    """The ordinals behind `start` that stand for a whole round; they go on while sentence after sentence has one."""
    lowers, tags = context.tokens.lowers, context.tokens.tags
    paragraphs, sentences = context.document.sentence_paragraphs, context.tokens.sentences
    missed = 0
    for number in range(sentence, min(len(sentences), sentence + 1 + NEAR)):
        if paragraphs[number] != paragraphs[sentence]:
            return
        begin, end = sentences[number]
        found = False
        for token in range(max(begin + 1, start), end - 1):
            if lowers[token] not in ORDINALS or lowers[token - 1] != "the":
                continue
            alone = tags[token + 1] in STOPS or tags[token + 1] in VERBAL or lowers[token + 1] in ONES
            if alone and (lowers[token] != "last" or lowers[token + 1] == "one") and lowers[token + 1] != "time":
                found = True
                yield token
        missed = 0 if found or number == sentence else missed + 1
        if missed > 1:
            return


def _narrow(context: Context, sighting: Sighting, until: int) -> None:
    """Keep of the first round only what stands before the next one."""
    sighting.evidence = (sighting.evidence[0], until)
    dates = [time for time in context.times_in.get(sighting.sentence, ()) if sighting.token < time.first < until]
    sighting.when = dates[0].when if dates else None


def _place(context: Context, token: int, until: int) -> int | None:
    return next((n for n in context.cast.between(token, until) if context.mention(n).place is not None), None)


def _status(
    context: Context, token: int, until: int, subject_of: Callable[[int], list[int]]
) -> tuple[MeetingStatus | None, int | None]:
    """What the verb whose subject the ordinal is tells of the round."""
    for number in subject_of(token):
        clause = context.clauses[number]
        if clause.verb.form is Form.FINITE and clause.verb.first < until:
            return _told(context, clause), number
    return None, None


def _told(context: Context, clause: Clause) -> MeetingStatus | None:
    fate = fate_of(context, clause)
    if fate is not None:
        return fate
    found = status_of(context, clause)
    return found if found in (MeetingStatus.CANCELLED, MeetingStatus.PLANNED, MeetingStatus.POSSIBLE) else None


AGAIN_WORD = frozenset(("again",))
DAYS_JOINED = frozenset("and , again on in then".split())


def split_by_places(context: Context, sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    """One encounter for each place and date that stand in pairs behind the word: ``met in Oslo in May and in Bonn in June``."""
    for sighting in sightings:
        pairs = _pairs(context, sighting)
        if len(pairs) < 2 and (sighting.counted or _again(context, sighting)):
            pairs = _days(context, sighting)
        if len(pairs) < 2:
            yield sighting
            continue
        for number, (first, last, where, when) in enumerate(pairs):
            begin = sighting.evidence[0] if number == 0 else first
            yield attrs.evolve(
                sighting,
                evidence=(begin, last),
                place=where,
                when=when,
                counted=False,
                strong=True,
                token=sighting.token if number == 0 else first,
                clause=sighting.clause if number == 0 else None,
                rule=sighting.rule if number == 0 else split_by_places,
            )


def _days(context: Context, sighting: Sighting) -> list[Item]:
    """The dates of a list, all at one place: ``The first two rounds were held in Oslo on May 16 and June 2``."""
    times = [time for time in context.times_in.get(sighting.sentence, ()) if time.first > sighting.token]
    found: list[Item] = []
    for time in times:
        between = context.tokens.lowers[found[-1][1] : time.first] if found else []
        if found and not (0 < len(between) <= 3 and between[0] in ("and", ",") and DAYS_JOINED.issuperset(between)):
            break
        found.append((time.first, time.last, sighting.place, time.when))
    return found


def _again(context: Context, sighting: Sighting) -> bool:
    """Whether a second date is one more encounter: ``spoke on Monday and again two days later``."""
    if AGAIN_WORD.isdisjoint(context.tokens.vocabulary):
        return False
    begin, end = context.tokens.sentences[sighting.sentence]
    lowers = context.tokens.lowers
    return any(lowers[at : at + 2] == ["and", "again"] for at in range(max(begin, sighting.token), end - 1))


def _pairs(context: Context, sighting: Sighting) -> list[Item]:
    items = _items(context, sighting)
    pairs: list[Item] = []
    at = 0
    while at + 1 < len(items):
        one, other = items[at], items[at + 1]
        fits = (one[2] is None) != (other[2] is None) and other[0] - one[1] <= CLOSE
        fits = fits and not any(context.phrases.verb_at[token] >= 0 for token in range(one[1], other[0]))
        if fits and one[2] is None and at + 2 < len(items) and items[at + 2][2] is None:
            fits = items[at + 2][0] - other[1] > CLOSE  # "twice this year, in Oslo in May": May is the date in Oslo
        if fits and (not pairs or _joined(context, pairs[-1][1], one[0])):
            where = one[2] if one[2] is not None else other[2]
            pairs.append((one[0], other[1], where, one[3] or other[3]))
            at += 2
        elif pairs:
            break
        else:
            at += 1
    return pairs


def _items(context: Context, sighting: Sighting) -> list[Item]:
    """The places and dates behind the word, up to the end of its sentence, in order."""
    end = context.tokens.sentences[sighting.sentence][1]
    found: list[Item] = [
        (time.first, time.last, None, time.when)
        for time in context.times_in.get(sighting.sentence, ())
        if sighting.token < time.first
    ]
    if len(found) < 2:
        return []
    for number in context.cast.between(sighting.token + 1, end):
        mention = context.mention(number)
        if mention.place is not None and context.tokens.lowers[mention.first - 1] in ("in", "at", "the"):
            found.append((mention.first, mention.last, number, None))
    return sorted(found, key=lambda item: item[0])


def _joined(context: Context, first: int, last: int) -> bool:
    """Whether nothing but joining words stands between two pairs."""
    lowers = context.tokens.lowers
    between: Sequence[str] = lowers[first:last]
    return len(between) <= CLOSE and all(word in JOINING for word in between)


def split_by_goals(context: Context, sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    """A visit for each place of a list: ``will travel to Pristina and Belgrade``."""
    for sighting in sightings:
        yield sighting
        if sighting.kind is not VISIT or sighting.place is None or sighting.place < 0:
            continue
        goal = sighting.place
        if context.mention(goal).first < sighting.token:
            continue
        for further in _listed_goals(context, goal):
            place = context.mention(further).place
            behind = context.mention(further).last
            own = [time.when for time in context.times_in.get(sighting.sentence, ()) if 0 <= time.first - behind <= 1]
            code = None if place is None else place.country
            yield attrs.evolve(
                sighting,
                token=context.mention(further).first,
                evidence=(context.mention(goal).first, context.mention(further).last),
                sides=[presence for presence in sighting.sides if presence.mention != goal],
                hosts=frozenset() if code is None else frozenset((code,)) & context.lexicon.names.parties.keys(),
                place=further,
                when=own[0] if own else sighting.when,
                clause=None,
                apart=True,
                rule=split_by_goals,
            )


def _listed_goals(context: Context, goal: int) -> list[int]:
    """The places that go on a list behind a place."""
    lowers, cast = context.tokens.lowers, context.cast
    found: list[int] = []
    ended = False  # whether an "and" goes before the last one
    at = context.mention(goal).last
    last = context.tokens.sentences[context.tokens.sentence_of[at - 1]][1]
    dates = {time.first: time.last for time in context.times_in.get(context.tokens.sentence_of[at - 1], ())}
    while at < last:
        if lowers[at] == "on" and at + 1 in dates:
            at = dates[at + 1]  # "to Pristina on 20 March and to Belgrade on 21 March"
        if at >= last or lowers[at] not in ("and", ","):
            break
        begin = at
        while at < last and (lowers[at] in GOING_ON):
            at += 1
        number = cast.at[at] if at < len(cast.at) else -1
        mention = None if number < 0 else context.mention(number)
        if mention is None or mention.place is None or mention.kind not in GOALS:
            break
        phrase = context.phrases.noun_at[mention.first]
        if context.home[mention.first] != context.home[context.mention(goal).first]:
            break  # "will visit Cairo, and Saudi Arabia said"
        if phrase >= 0 and context.phrases.nouns[phrase].head >= mention.last:
            break  # "visiting Cairo on Monday, US Secretary of State John Kerry met"
        ended = ended or not LAST.isdisjoint(lowers[begin:at])
        mine, theirs = context.mention(goal).place, mention.place
        if mine is not None and mine.country != theirs.country:
            found.append(number)
        at = mention.last
    return found if ended else []
