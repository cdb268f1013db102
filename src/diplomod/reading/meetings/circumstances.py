"""When and where an encounter is: the dates and places of the clauses that tell of it."""

from __future__ import annotations

from collections.abc import Sequence

from diplomod.model import MeetingFormat, When
from diplomod.reading.meetings.context import HERE, Context
from diplomod.reading.meetings.spans import shifted, stretched
from diplomod.reading.parts import Clause, Form, MentionKind, NounPhrase, Relation, Time

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
RELATIVE, AS_INFINITIVE, AS_GERUND = Relation.RELATIVE, Relation.INFINITIVE, Relation.GERUND
COORDINATE = Relation.COORDINATE
GROUP, PLACE = MentionKind.GROUP, MentionKind.PLACE

ASIDE = frozenset("after before since until following despite unlike from ahead prior like amid".split())
OPENING = 14  # tokens from the begin of a sentence within which what is fronted stands
TIED = 16  # tokens behind a noun within which its own date and place stand
ON = frozenset("of on in from for".split())
# Words for what is talked about, which have a place of their own.
MATTERS = frozenset(
    """situation development crisis war conflict fighting violence event election vote referendum tension peace security stability
    ceasefire truce hostilitie right democracy conduct operation offensive aggression invasion incursion transition reform coup
    hostage captive prisoner influence presence troop force soldier military militant fighter rebel insurgent insurgency interest
    role issue question problem future process project investment settlement reconstruction clash attack strike raid campaign
    battle siege massacre killing arrest detention bombing shelling blast explosion protest demonstration unrest riot uprising
    famine flood earthquake drought outbreak refugee migrant citizen national worker mine plant pipeline facility reactor
    programme program government regime sector economy market""".split()
)
TOWNS = frozenset("city town resort port capital village suburb island district".split())
OWNED = 6  # tokens between a state and the word for a town of it
PARTS = frozenset("morning afternoon evening night noon midnight dawn lunchtime".split())
OLD_REACH = 4  # tokens before a date in which a word tells that it no longer holds
OLD = frozenset("originally initially first previously".split())
CONVENED = frozenset("held convened hosted organised organized staged opened".split())
BEGIN = frozenset("begin start open convene run resume".split())
STOPPING = frozenset((".", ":", "VBD", "VBZ", "VBP", "MD", "WDT", "WP", "VBG", "TO"))
PLANNERS = frozenset(
    "due set scheduled slated planned foreseen expected pencilled penciled held originally initially tentatively".split()
)
ARRIVES = dict.fromkeys("arrive land be".split(), frozenset(("in", "at"))) | dict.fromkeys(
    "fly travel go come head leave depart".split(), frozenset(("to", "into", "for"))
)
ARRIVAL = 8  # tokens behind the verb within which the city stands
AT = frozenset("in at near outside".split())
TO = frozenset("to in at into for".split())
ORDERED = frozenset("before after following".split())
ORDER = frozenset("before after until following since".split())
SEATS = frozenset(
    """house palace street kremlin pentagon chancellery capitol department ministry mission embassy residence office
    headquarters""".split()
)
PHONE = frozenset("phone telephone telephoned phoned by-phone hotline".split())


ON_OR_IN = frozenset(("on", "in"))
NESTED = 3  # phrases tied to each other
ANNOUNCED = frozenset("announce reveal disclose unveil propose".split())
CONTRASTS = frozenset("while whereas although though".split())
VIDEO = frozenset("video videoconference video-conference videolink virtual virtually online zoom".split())
INDIRECT = frozenset("indirect indirectly proximity shuttle".split())
FORMATS = PHONE | VIDEO | INDIRECT | {"direct", "face-to-face"}


def when(context: Context, token: int, clauses: Sequence[Clause]) -> When | None:
    """The date nearest to the word at `token` in its clauses, those behind it first; at the start of the sentence last."""
    numbers = {clause.number for clause in clauses}
    best: tuple[int, int] | None = None
    found: When | None = None
    sentence = context.tokens.sentence_of[token]
    for time in context.times_in.get(sentence, ()):
        home = context.home[time.first]
        near = home in numbers or (home < 0 and not numbers)
        if not near and not _leads(context, time.first, sentence, clauses):
            continue
        before = context.tokens.lowers[time.first - 1] if time.first else ""
        if before != "for" and home >= 0 and _only_announces(context.clauses[home]):
            continue  # "a visit to Lima, announced last week, is off"
        lasts = before in ("since", "until", "till") and near and not _is_today(context, time)
        if lasts or _is_of_another(context, time, token):
            continue
        away = time.first - token if time.first >= token else token - time.last + 3
        old = not OLD.isdisjoint(context.tokens.lowers[max(0, time.first - OLD_REACH) : time.first])
        rank = (2 * old + (not near), away)
        if best is None or rank < best:
            best, found = rank, stretched(context, time)
    return found or _before_when(context, clauses) or _of_sentence(context, sentence, clauses)


def _only_announces(clause: Clause) -> bool:
    """Whether a verb tells when an encounter was made known, and not when it is."""
    verb = clause.verb
    return verb.lemma in ANNOUNCED and (verb.form is Form.PARTICIPLE or verb.passive or not clause.objects)


def _is_today(context: Context, time: Time) -> bool:
    """Whether a day is that of publication: ``has phoned both since this morning`` was on that day."""
    return time.when.earliest == context.today and context.tokens.lowers[time.first] == "this"


def _before_when(context: Context, clauses: Sequence[Clause]) -> When | None:
    """The date that a clause with *when* tells more of: ``her trip to Lima in May, when she was received by the president``."""
    for clause in clauses:
        if context.tokens.lowers[clause.first] != "when" or clause.first < 1:
            continue
        end = clause.first - (context.tokens.tags[clause.first - 1] == ",")
        for time in context.times_in.get(clause.sentence, ()):
            if time.last == end:
                return time.when
    return None


def _is_of_another(context: Context, time: Time, token: int) -> bool:
    """Whether a date belongs to another thing: ``followed up on the May 9 call``, ``talks over next year's quotas``."""
    if _planned_for(context, time, token) or _is_of_order(context, time, token):
        return True
    number = context.phrases.noun_at[time.first]
    if number < 0:
        return False
    phrase = context.phrases.nouns[number]
    if context.tokens.lowers[phrase.head] in PARTS:
        return False  # "on Tuesday evening"
    return not time.first <= phrase.head < time.last and not phrase.first <= token < phrase.last


def _is_of_order(context: Context, time: Time, token: int) -> bool:
    """Whether a date is that of a thing before or after which they meet: ``will meet after the elections on 3 May``."""
    lowers, noun_at = context.tokens.lowers, context.phrases.noun_at
    at = time.first - 1
    if at <= token or lowers[at] not in ON_OR_IN:
        return False
    for _ in range(NESTED):
        number = noun_at[at - 1]
        if number < 0:
            return False
        phrase = context.phrases.nouns[number]
        if phrase.first <= token + 1 or context.lexicon.nouns.senses(lowers[phrase.head]):
            return False  # "after talks with Lima on Monday"
        at = phrase.first - 1
        if lowers[at] in ORDERED or (lowers[at] == "of" and lowers[at - 1] == "ahead"):
            return not any(
                context.mention(n).person is not None for n in context.cast.between(phrase.first, phrase.last)
            )
        if context.tokens.tags[at] != "IN":
            return False
    return False


def _planned_for(context: Context, time: Time, token: int) -> bool:
    """Whether something told behind the encounter is planned for a date: ``wants talks before elections due in July``."""
    lowers = context.tokens.lowers
    at = time.first - 1
    while at > token and lowers[at] in ("for", "in", "on", "to", "be", "held", "the"):
        at -= 1
    number = context.phrases.noun_at[at - 1]
    if at <= token + 1 or lowers[at] not in PLANNERS or number < 0:
        return False
    phrase = context.phrases.nouns[number]
    led = lowers[phrase.first - 1] in ORDER or (
        lowers[phrase.first - 1] == "of" and lowers[phrase.first - 2] == "ahead"
    )
    return phrase.first > token and led


def _of_sentence(context: Context, sentence: int, clauses: Sequence[Clause]) -> When | None:
    """The only date of a sentence, told with what the encounter hangs on: ``On Thursday Peru gave way, hours after they met``;
    not that on which somebody says so."""
    times = context.times_in.get(sentence, ())
    if len(times) != 1 or context.home[times[0].first] < 0:
        return None
    home = context.clauses[context.home[times[0].first]]
    lowers = context.tokens.lowers
    hanging = next(
        (
            clause
            for clause in clauses
            if clause.governor == home.number
            and clause.relation is Relation.ADVERBIAL
            and (clause.verb.progressive or CONTRASTS.isdisjoint(lowers[clause.first : clause.first + 2]))
        ),
        None,
    )
    if hanging is None or home.verb.senses & {"say", "mind"}:
        return None
    for shift in context.shifts:
        if 0 <= hanging.verb.first - shift.last < OPENING and context.tokens.sentence_of[shift.first] == sentence:
            return shifted(context, times[0].when, shift, -1)  # "two days before they meet"
    return times[0].when


def _leads(context: Context, at: int, sentence: int, clauses: Sequence[Clause]) -> bool:
    """Whether a date or a place opens the sentence before its first clause, so that it holds for what the main verb
    governs: ``In Geneva on Monday, the two ministers met``."""
    begin = context.tokens.sentences[sentence][0]
    first = next((clause for clause in clauses if clause.sentence == sentence), None)
    if first is None or not (first.governor is None or first.verb.form is not Form.FINITE):
        return False
    fronted = at < min(first.first, begin + OPENING) and not ASIDE & set(context.tokens.lowers[begin:at])
    return at <= begin + 2 or (fronted and context.home[at] < 0)


def attached(
    context: Context, phrase: NounPhrase, end: int, *, travels: bool = False
) -> tuple[When | None, int | None]:
    """The date and the place inside the phrase of an encounter, or tied to it by a preposition and nothing between:
    ``the 2011 talks in Isfara``, ``the Accra session of 3 July``, ``their last session, in Kidal in October``."""
    tokens = context.tokens
    sentence = tokens.sentence_of[phrase.head]
    when_: When | None = None
    where: int | None = None
    for time in context.times_in.get(sentence, ()):
        inside = phrase.first <= time.first < phrase.last
        if not inside and OLD & set(context.tokens.lowers[phrase.last : time.first]):
            continue
        if not inside and _planned_for(context, time, phrase.head):
            continue
        if inside or (phrase.last <= time.first and _tied(context, phrase.last, end, time.first, ON)):
            when_ = stretched(context, time)
            break
    last = tokens.sentences[sentence][1]
    for number in context.cast.between(phrase.first, min(last, phrase.last + TIED)):
        mention = context.mention(number)
        if mention.place is None or number in context.inner:
            continue
        if phrase.first <= mention.first < phrase.head:
            owner = mention.last < phrase.last and tokens.tags[mention.last] == "POS"
            known = mention.place.country is not None  # "the Oslo talks", and not "the Sahel summit"
            if not owner and known and not mention.parties and mention.last <= phrase.head:
                where = number
        elif _tied(context, phrase.last, end, mention.first, AT | TO if travels else AT):
            if _is_of_matter(context, _preposition(context, number), phrase.head):
                continue  # "talks on a ceasefire in Gaza"
            where = _city(context, number)
            break
    if when_ is None or where is None:
        announced_when, announced_where = _announced(context, end)
        when_, where = when_ or announced_when, announced_where if where is None else where
    return when_, where


def _announced(context: Context, end: int) -> tuple[When | None, int | None]:
    """The date and the place told behind an infinitive that says when it will be: ``talks with Lima (due) [to be held] in Oslo
    on 3 May``; `end` is where the words of the encounter end."""
    tokens = context.tokens
    lowers, sentence = tokens.lowers, tokens.sentence_of[end - 1]
    last = tokens.sentences[sentence][1]
    at = end + (lowers[end : end + 1] == [","])
    at += at < last and lowers[at] in PLANNERS
    if at + 2 >= last or lowers[at] != "to":
        return None, None
    held = lowers[at + 1] == "be" and lowers[at + 2] in CONVENED
    if not held and not (lowers[at + 1] in BEGIN or lowers[at + 1 : at + 3] == ["take", "place"]):
        return None, None
    first = at + 3 if held or lowers[at + 1] == "take" else at + 2
    stop = next((one for one in range(first, last) if tokens.tags[one] in STOPPING), last)
    times = [time for time in context.times_in.get(sentence, ()) if first <= time.first < stop]
    places = [
        number
        for number in context.cast.between(first, stop)
        if context.mention(number).place is not None and tokens.lowers[_preposition(context, number)] in AT
    ]
    return (stretched(context, times[0]) if times else None), (_city(context, places[0]) if places else None)


def _tied(context: Context, first: int, reach: int, at: int, words: frozenset[str]) -> bool:
    """Whether one of `words` leads to token `at`, and between token `first` and it stand only phrases tied in the same way;
    up to `reach` those are known to belong to the noun."""
    if at - max(first, reach) > TIED:
        return False
    lowers, tags, noun_at = context.tokens.lowers, context.tokens.tags, context.phrases.noun_at
    before = at - 1
    while before > first and (lowers[before] == "the" or noun_at[before] == noun_at[at] >= 0):
        before -= 1
    leads = lowers[before] in words or lowers[before] in PLANNERS
    if not leads and not (before < first and words is ON):
        return False
    if lowers[before] == "for" and PLANNERS.isdisjoint(lowers[first:before]):
        return False
    token = first
    while token < before:
        if lowers[token] in PLANNERS or (tags[token] == "," and lowers[token + 1] in PLANNERS):
            token += 1
            continue
        if context.phrases.verb_at[token] >= 0 or tags[token] in (":", ".", "WDT", "WP", "''", "``"):
            return False
        if tags[token] == "CC" and token >= reach:
            return False
        if tags[token] == "," and tags[token + 1] != "IN" and token >= reach and not _names_place(context, token + 1):
            return False
        token += 1
    return True


def _names_place(context: Context, token: int) -> bool:
    """Whether a place stands there, alone: ``in Hakone, Japan, in March``."""
    number = context.cast.at[token]
    if number < 0 or context.mention(number).place is None:
        return False
    return context.tokens.tags[context.mention(number).last : context.mention(number).last + 1] == [","]


def place(context: Context, token: int, clauses: Sequence[Clause], *, travels: bool = False) -> int | None:
    """The number of the mention of the place that a preposition ties to the encounter, the nearest behind the word first;
    for ``here`` that of the dateline."""
    numbers = {clause.number for clause in clauses}
    sentence = context.tokens.sentence_of[token]
    begin = context.tokens.sentences[sentence][0]
    lowers, home = context.tokens.lowers, context.home
    best: int | None = None
    rank = 10_000
    for number in _places_in(context, sentence):
        mention = context.mention(number)
        at = _preposition(context, number)
        words = TO if travels or _goes(context, at) else AT
        if at < begin or lowers[at] not in words:
            continue
        if (
            numbers
            and home[at] not in numbers
            and not (mention.last < token and _leads(context, at, sentence, clauses))
        ):
            continue
        if _is_of_matter(context, at, token):
            continue
        away = mention.first - token if mention.first > token else token - mention.first + 4
        if mention.kind is not PLACE and away > 12:
            continue
        if away < rank:
            best, rank = number, away
    there = _where(context, clauses)
    if there is not None and (best is None or home[_preposition(context, best)] != clauses[0].number):
        best = there
    if best is not None:
        best = _city(context, best)
    if best is None:
        best = _left(context, clauses)
    if best is None and context.here is not None:
        for clause in clauses:
            if "here" in lowers[clause.first : min(clause.last, clause.first + 60)]:
                return HERE
    return best


def _where(context: Context, clauses: Sequence[Clause]) -> int | None:
    """The place that ``where`` takes up: ``left for Oslo, where she is to meet``, ``came from Lima, where he had met``."""
    lowers = context.tokens.lowers
    led = next((one for one in clauses[:2] if "where" in lowers[one.first - 1 : one.first + 1]), None)
    if led is None:
        return None
    at = led.first - 1 - (lowers[led.first] != "where")
    number = context.cast.at[at - (lowers[at] == ",")]
    return number if number >= 0 and context.mention(number).kind is MentionKind.PLACE else None


def _preposition(context: Context, number: int) -> int:
    """The token before the phrase that a place stands in."""
    first, noun_at = context.mention(number).first, context.phrases.noun_at
    begin = context.tokens.sentences[context.tokens.sentence_of[first]][0]
    at = first - 1
    while at > begin and (context.tokens.lowers[at] == "the" or noun_at[at] == noun_at[first] >= 0):
        at -= 1
    if at - 1 > begin and context.tokens.lowers[at] == "of" and context.tokens.lowers[at - 1] in TOWNS:
        town = at - 1  # "in the border town of Tulcan"
        while at > begin and noun_at[at - 1] == noun_at[town] >= 0:
            at -= 1
        at -= 1
    return at


def _places_in(context: Context, sentence: int) -> list[int]:
    """The mentions of a sentence that name a place or a seat; several encounters may be told in it."""
    known = context.places_in.get(sentence)
    if known is None:
        known = context.places_in[sentence] = [
            number
            for number in context.cast.between(*context.tokens.sentences[sentence])
            if number not in context.inner and (context.mention(number).place is not None or is_seat(context, number))
        ]
    return known


def _is_of_matter(context: Context, at: int, token: int) -> bool:
    """Whether a preposition ties a place to what is talked about: ``discussed the war in Sudan with``."""
    number = context.phrases.noun_at[at - 1] if at else -1
    if number < 0:
        return False
    head = context.phrases.nouns[number].head
    return head != token and context.tokens.lowers[head].removesuffix("s") in MATTERS


def _city(context: Context, number: int) -> int:
    """The city that a place only goes before: ``in the Red Sea city of Jeddah``, ``the Kenyan capital, Nairobi``."""
    lowers, at = context.tokens.lowers, context.mention(number).last
    if lowers[at : at + 1] and lowers[at] in TOWNS and lowers[at + 1 : at + 2] in (["of"], [","]):
        at += 2
    elif lowers[at - 1] in TOWNS and lowers[at : at + 1] in ([","], ["of"]):
        at += 1
    elif context.tokens.tags[at : at + 1] == ["POS"]:
        at = _behind_town(context, at + 1)  # "South Sudan's capital Juba", "Egypt's Red Sea resort of Taba"
    else:
        return number
    further = context.cast.at[at] if at < len(context.cast.at) else -1
    return further if further >= 0 and context.mention(further).place is not None else number


def _behind_town(context: Context, first: int) -> int:
    """The token behind a word for a town, or `first` where none stands there."""
    lowers = context.tokens.lowers
    for at in range(first, min(len(lowers), first + OWNED)):
        if lowers[at] in TOWNS:
            return at + 1 + (lowers[at + 1 : at + 2] in (["of"], [","]))
        if context.tokens.tags[at][:2] not in ("NN", "JJ"):
            break
    return first


def arrived_in(context: Context, where: int | None, clauses: Sequence[Clause]) -> int | None:
    """The city in which a visitor of a country lands: ``arrived in Vientiane on Thursday for a visit to Laos``."""
    country = None if where is None or where < 0 else context.mention(where)
    if country is None or country.place is None or not country.parties:
        return where
    for clause in clauses:
        if clause.verb.lemma not in ARRIVES or clause.verb.passive:
            continue
        for token in range(clause.verb.last, min(clause.last, clause.verb.last + ARRIVAL)):
            number = context.cast.at[token + 1] if token + 1 < len(context.cast.at) else -1
            if context.tokens.lowers[token] in ARRIVES[clause.verb.lemma] and number >= 0 and number != where:
                city = context.mention(number)
                same = city.place is not None and city.place.country == country.place.country
                if same and city.kind is PLACE:
                    return number
    return where


def _left(context: Context, clauses: Sequence[Clause]) -> int | None:
    """The place that somebody left when the encounter was over: ``left Cairo after talks``."""
    for clause in clauses:
        if (
            clause.verb.lemma in ("leave", "depart")
            and not clause.verb.passive
            and clause.verb.last < len(context.cast.at)
        ):
            number = context.cast.at[clause.verb.last]
            if number >= 0 and context.mention(number).place is not None:
                return number
    return None


def is_seat(context: Context, number: int) -> bool:
    """Whether an institution is named as a building: ``at the White House``."""
    mention = context.mention(number)
    return (
        mention.kind is GROUP
        and context.tokens.words[mention.last - 1][0].isupper()
        and context.tokens.lowers[mention.last - 1] in SEATS
    )


def _goes(context: Context, at: int) -> bool:
    """Whether the preposition at `at` leads to where somebody goes."""
    home = context.home[at]
    return home >= 0 and bool(context.clauses[home].verb.senses & {"travel", "receive", "host"})


def format_of(context: Context, token: int, clauses: Sequence[Clause]) -> MeetingFormat | None:
    """How the sides meet, where words of the clause or of the phrase tell: ``indirect``, ``by phone``, ``by video link``."""
    if context.tokens.vocabulary.isdisjoint(FORMATS):
        return None
    phrase = context.phrases.noun_at[token]
    ranges = [(clause.first, min(clause.last, clause.first + 60)) for clause in clauses[:1]]
    if phrase >= 0:
        ranges.append((context.phrases.nouns[phrase].first, context.phrases.nouns[phrase].last))
    for first, last in ranges:
        words = set(context.tokens.lowers[first:last])
        if words & VIDEO:
            return MeetingFormat.VIDEO
        if words & PHONE:
            return MeetingFormat.PHONE
        if words & INDIRECT:
            return MeetingFormat.INDIRECT
        if "direct" in words or "face-to-face" in words:
            return MeetingFormat.DIRECT
    return None
