"""Runs of capitals: names of people, parties and places as they stand."""

from __future__ import annotations

import itertools
import re

from diplomod.lexicon.kept import Kept
from diplomod.lexicon.names import Name, NameKind
from diplomod.lexicon.people import Class
from diplomod.model import Party, PartyKind, Place
from diplomod.reading.names.draft import GROUP, PARTY, PERSON, PLACE, SOURCE, Draft, Scene
from diplomod.reading.parts import MentionKind

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
STATE, BODY = NameKind.STATE, NameKind.BODY

POST, ADDRESS, MODIFIER = Class.POST.value, Class.ADDRESS.value, Class.MODIFIER.value
PARTICLE, SUFFIX, CALENDAR = Class.PARTICLE.value, Class.SUFFIX.value, Class.CALENDAR.value
COMPANY, PRESS, THING, SEAT = Class.COMPANY.value, Class.PRESS.value, Class.THING.value, Class.SEAT.value
NATIONAL, PEOPLE = Class.NATIONAL.value, Class.PEOPLE.value
DEMONYM, INSTITUTION, MOVEMENT = NameKind.DEMONYM, NameKind.INSTITUTION, NameKind.MOVEMENT
TITLE = POST | ADDRESS | MODIFIER | PEOPLE | Class.BODY.value | Class.KIN.value
NO_NAME = (
    TITLE | CALENDAR | Class.PRONOUN.value | COMPANY | PRESS | THING | SEAT | Class.SOURCE.value | Class.FOLK.value
)
NO_SURNAME = NO_NAME & ~(Class.KIN.value | Class.SOURCE.value | Class.FOLK.value)
OFFICES = frozenset("ministry department office bureau directorate secretariat".split())
JOINING = frozenset(("and", ",", "&"))
FIELD = 8  # tokens that the field of an office takes at most
ORGANISATION = COMPANY | PRESS | THING | SEAT
PROPER = frozenset({"NNP", "NNPS"})
MOVEMENTS = frozenset("movement front army forces brigade brigades alliance militia resistance".split())
NO_NOUN = frozenset("VBZ VBD VBP VB VBN VBG MD IN TO DT CC WDT WP WRB PRP PRP$ RB".split())
OPENING = frozenset("\"“‘'(:—–-")
TITLE_REACH = 7  # tokens between a post and the last word of its field
SHORTLY = frozenset("the a an and , of with to by these".split())
DASHES = frozenset("–—‐‑/")
SAINTS = frozenset("st. st saint".split())
LETTERS = frozenset("U.S. US EU UK U.K. UN U.N. E.U.".split())
LEADING = frozenset("von van der den bin ibn al el de di da del della dos ul ter ten".split())
TOWNS = frozenset("city cities town towns resort port village suburb island".split())
WHERE = frozenset("in at near outside around across".split())
TOWARDS = frozenset("from to off into through via over".split())

KINDS = {
    NameKind.STATE: MentionKind.PARTY,
    NameKind.DEMONYM: MentionKind.PARTY,
    NameKind.BODY: MentionKind.PARTY,
    NameKind.MOVEMENT: MentionKind.PARTY,
    NameKind.REGION: MentionKind.PARTY,
    NameKind.INSTITUTION: MentionKind.GROUP,
    NameKind.ORGANISATION: MentionKind.GROUP,
    NameKind.PRESS: MentionKind.SOURCE,
    NameKind.CAPITAL: MentionKind.PLACE,
    NameKind.PLACE: MentionKind.PLACE,
}
BRITISH = frozenset("britain british uk u.k. london".split())
LANDS = frozenset({NameKind.STATE, NameKind.CAPITAL, NameKind.PLACE})


def find_capitals(scene: Scene) -> None:
    """Add a draft for each name of the gazetteer, and for each run of capitals that may be a name."""
    words, lowers = scene.tokens.words, scene.tokens.lowers
    names, bits = scene.lexicon.names, scene.bits
    done = 0
    for token in itertools.compress(range(len(words)), map(LIKE_NAMES.__getitem__, words)):
        if token < done:
            continue
        lower = lowers[token]
        hit = names.at(words, lowers, token) if lower in names.begins or not lower.isascii() else None
        if hit is None and "-" in words[token] and _joined(scene, token):
            continue
        if hit is not None and not _in_name(scene, token, hit):
            done = _known(scene, token, *hit)
        elif words[token] in scene.shorts and not (words[token][-1].islower() and lowers[token - 1] not in SHORTLY):
            done = _abbreviated(scene, token)
        elif lower in SAINTS and words[token + 2 : token + 3] in (["'s"], ["’s"]):
            done = token + 2  # "St. Patrick's Day"
        elif (not bits[token] & NO_NAME or _given(scene, token) or _is_addressed(scene, token)) and _starts(
            scene, token
        ):
            done = token + 1 if _tells_field(scene, token) else _run(scene, token)
    dashes = scene.tokens.places_of(DASHES)
    for token in dashes:
        _dashed(scene, token)
    if dashes:
        scene.drafts = [draft for draft in scene.drafts if not draft.dropped]


def _is_addressed(scene: Scene, token: int) -> bool:
    """Whether a form of address makes a name of a month or a thing: ``Mr May``, ``Ms House``."""
    return token > 0 and bool(scene.bits[token - 1] & ADDRESS) and not scene.bits[token] & TITLE


def _tells_field(scene: Scene, token: int) -> bool:
    """Whether a capitalised word is one of the language that tells the field of a post, and no name."""
    lower = scene.tokens.lowers[token]
    if lower not in scene.lexicon.words.codes or lower in scene.lexicon.people.given:
        return False
    return _in_title(scene, token) or _before_post(scene, token)


def _before_post(scene: Scene, token: int) -> bool:
    """Whether a word tells the field of a post after it: ``Unification Minister``, ``Fisheries Minister``."""
    words, bits = scene.tokens.words, scene.bits
    after = token + 1
    return (
        after < len(words) and bool(bits[after] & POST) and words[after][0].isupper() and bool(bits[after] & NATIONAL)
    )


def _dashed(scene: Scene, token: int) -> None:
    """Make one draft of two parties that a dash without blanks joins: ``Peru–Chile talks``."""
    tokens, at = scene.tokens, scene.at
    if token == 0 or token + 1 >= len(at) or tokens.ends[token - 1] != tokens.starts[token]:
        return
    one, other = at[token - 1], at[token + 1]
    if tokens.ends[token] != tokens.starts[token + 1] or one is None or other is None:
        return
    if one.last != token or other.first != token + 1 or not one.evidence or not other.evidence:
        return
    draft = Draft(one.first, other.last, other.head, GROUP, one.sentence, modifier=True)
    draft.evidence = [*one.evidence, *other.evidence]
    for part in (one, other):
        part.dropped = True
        for inside in range(part.first, part.last):
            at[inside] = None
    scene.add(draft)


def _in_title(scene: Scene, token: int) -> bool:
    """Whether a word is part of a title before it: ``Minister of Climate Change``, ``Envoy for Sport``."""
    words, lowers, bits = scene.tokens.words, scene.tokens.lowers, scene.bits
    at = token - 1
    while at > 0 and token - at < TITLE_REACH and (words[at][0].isupper() or lowers[at] in ("and", "the", ",")):
        at -= 1
    return (
        token - at < TITLE_REACH
        and at > 0
        and lowers[at] in ("of", "for")
        and bool(bits[at - 1] & (POST | COMPANY))
        and words[at - 1][0].isupper()
        and not any(bits[one] & POST or scene.at[one] is not None for one in range(at + 1, token))
    )


def _joined(scene: Scene, token: int) -> bool:
    """Add a draft for parties joined by a hyphen: ``Iran-Oman`` talks, ``U.S.-led``."""
    lower = scene.tokens.lowers[token]
    names = scene.lexicon.names.within_word(lower)
    end, last = _longer(scene, token)
    if last is not None:
        names = (*scene.lexicon.names.within_word(lower[: -len(re.split("[-–/]", lower)[-1])]), last)
    if not names:
        return False
    draft = Draft(token, end, end - 1, PARTY, scene.tokens.sentence_of[token], modifier=True)
    draft.evidence = [(name.party, token, end) for name in names if name.party is not None]
    draft.kind = GROUP if len(names) > 1 else PARTY
    scene.add(draft)
    return True


def _longer(scene: Scene, token: int) -> tuple[int, Name | None]:
    """Where a name ends that goes on behind a hyphen, and that name: ``U.S.-North Korea``."""
    part = re.split("[-–/]", scene.tokens.words[token])[-1]
    if part.isascii() and part.lower() not in scene.lexicon.names.begins:
        return token + 1, None
    words = [part, *scene.tokens.words[token + 1 : token + 3]]
    hit = scene.lexicon.names.at(words, [word.lower() for word in words], 0) if words[0] else None
    return (token + 1, None) if hit is None or hit[0] < 2 else (token + hit[0], hit[1])


def _abbreviated(scene: Scene, token: int) -> int:
    """Add the draft of letters that stand for a name told before: ``the Free Movement (FM)``, then ``FM``."""
    whole = scene.shorts[scene.tokens.words[token]]
    draft = Draft(token, token + 1, token, whole.kind, scene.tokens.sentence_of[token])
    draft.evidence = [(party, token, token + 1) for party, _, _ in whole.evidence]
    scene.add(draft)
    return token + 1


def _like_name(word: str) -> bool:
    """Whether a name may begin with a word: ``Ansari``, ``al-Ansari``, and no other without a capital at its start."""
    return word[0].isupper() or ("-" in word and _capital(word))


LIKE_NAMES: Kept[str, bool] = Kept(_like_name)


def _capital(word: str) -> bool:
    """Whether a word is written as a name is: ``Ansari``, ``al-Ansari``."""
    return word[0].isupper() or (len(word) > 4 and word[2] in "-‐‑" and word[3].isupper() and word[:2].isalpha())


def _starts(scene: Scene, token: int) -> bool:
    """Whether a name may begin here; at the beginning of a sentence the capital alone tells nothing."""
    tokens = scene.tokens
    if len(tokens.words[token]) < 2 and tokens.tags[token] in ("DT", "PRP"):
        return False
    first = tokens.sentences[tokens.sentence_of[token]][0]
    if token > first and tokens.words[token - 1] not in OPENING and tokens.tags[token] not in NO_NOUN:
        return True
    if tokens.tags[token] in PROPER:
        return True
    people, lower = scene.lexicon.people, tokens.lowers[token]
    if scene.bits[token] & PARTICLE and tokens.words[token + 1 : token + 2] and tokens.words[token + 1][0].isupper():
        return True  # "Abu Bakr al-Said left"
    if lower in people.families and token + 1 < len(tokens.words):
        after = tokens.words[token + 1]
        return after[0].isupper() and tokens.lowers[token + 1] not in scene.lexicon.words.codes  # "Oh Ye-rin"
    return tokens.tags[token] != "MD" and lower in people.given


def _given(scene: Scene, token: int) -> bool:
    """Whether a token is a given name and a capitalised word follows that is no title."""
    people, lower = scene.lexicon.people, scene.tokens.lowers[token]
    if token + 1 >= len(scene.bits):
        return False
    if lower not in people.given:
        named = lower in people.families and scene.tokens.words[token][-1].islower()
        following = scene.tokens.lowers[token + 1]
        if not named or following in scene.lexicon.words.codes:  # "Park Geun-hye", not "Park Service"
            return False
    after = scene.tokens.words[token + 1]
    bits = scene.bits[token + 1]
    return bool(bits & PARTICLE) or (after[0].isupper() and not bits & (NO_NAME & ~SUFFIX))


def _in_name(scene: Scene, token: int, hit: tuple[int, Name]) -> bool:
    """Whether a name of the gazetteer is a person's here: ``Defence Minister Israel Katz``, ``Jordan Meyer``."""
    end, name = hit
    if end != token + 1 or name.kind not in LANDS:
        return False
    of_post = token > 1 and scene.tokens.lowers[token - 1] == "of" and bool(scene.bits[token - 2] & POST)
    if not of_post and _given(scene, token) and scene.tokens.tags[token + 1].startswith("NNP"):
        return True  # "Israel Katz", not "Prime Minister of Israel Ana Katz"
    if name.kind is NameKind.PLACE and _called(scene, token):
        return True
    before = token - 1
    if before < 0 or scene.tokens.sentence_of[before] != scene.tokens.sentence_of[token]:
        return False
    if _in_run(scene, token):
        return True
    titled = scene.bits[before] & (POST | ADDRESS) and scene.tokens.words[before][0].isupper()
    return bool(titled) and scene.phrase(before) == scene.phrase(token)


def _called(scene: Scene, token: int) -> bool:
    """Whether a place's name begins a person's: ``Gao Weimin``, ``Florence Okoro``; not ``in Florence Okoro said``."""
    words, lowers, bits = scene.tokens.words, scene.tokens.lowers, scene.bits
    after = token + 1
    if after >= len(words) or not words[after][0].isupper() or len(words[after]) < 2 or bits[after] & NO_NAME:
        return False
    if scene.tokens.sentence_of[after] != scene.tokens.sentence_of[token] or words[after].isupper():
        return False
    if token > 0 and (lowers[token - 1] in WHERE or lowers[token - 1] in TOWARDS or lowers[token - 1] == "of"):
        return False
    if lowers[after] in scene.lexicon.words.codes or scene.lexicon.names.at(words, lowers, after) is not None:
        return False
    return scene.tokens.sentence_of[token] not in scene.headlines


def _in_run(scene: Scene, token: int) -> bool:
    """Whether a place's name ends a name of three words behind a title: ``Chairman Vuong Dinh Hue``."""
    words, bits, tokens = scene.tokens.words, scene.bits, scene.tokens
    first = token
    while first > 0 and words[first - 1][0].isupper() and not bits[first - 1] and scene.at[first - 1] is None:
        first -= 1
    if token - first < 2 or tokens.sentence_of[first] != tokens.sentence_of[token]:
        return False
    after = words[token + 1] if token + 1 < len(words) else ""
    return not after[:1].isupper()


def _known(scene: Scene, token: int, end: int, name: Name) -> int:
    """Add the draft of a name of the gazetteer; returns where to go on."""
    tokens, bits = scene.tokens, scene.bits
    words, sentence = tokens.words, tokens.sentence_of[token]
    last = tokens.sentences[sentence][1]
    at = end
    while at < last and words[at][0].isupper() and words[at] != "I" and at - end < 6:
        at += 1
    if (
        at > end
        and not bits[at - 1] & (POST | PEOPLE)
        and bits[at - 1] & ORGANISATION
        and name.kind is not NameKind.PRESS
        and not any(bits[one] & POST for one in range(end, at - 1))  # "Chinese Minister Tarkan Hall"
    ):
        return _organisation(scene, token, at)
    draft = Draft(token, end, end - 1, KINDS[name.kind], sentence)
    department = end < last and tokens.lowers[end] == "for" and tokens.lowers[end - 1] == "department"
    if department and name.kind is NameKind.INSTITUTION:
        return end  # "State Department for Foreign Affairs" is none of Washington's
    if name.kind is INSTITUTION and tokens.lowers[end : end + 1] in (["consultation"], ["consultations"]):
        return end  # "Foreign Office Consultations", which every ministry holds
    if name.party is not None:
        party = _at_home(scene, token, end, name.party)
        if party is not name.party and _modifies(scene, draft, name) and not bits[end] & POST:
            return end  # "Foreign Office Consultations"
        draft.evidence.append((party, token, end))
    elif draft.kind is PARTY:
        draft.kind = GROUP
    draft.place = name.place
    draft.plural = name.plural
    draft.modifier = _modifies(scene, draft, name)
    draft.adjective = (name.kind is DEMONYM and not name.plural) or words[token] in LETTERS
    if name.kind is INSTITUTION:
        begin = scene.phrase(token)[0]
        owner = scene.at[begin]
        begin = begin if owner is None else owner.first
        if begin < token and not draft.modifier and tokens.tags[begin] != "DT":
            draft.naming = (begin, end)
    scene.add(draft)
    if name.kind is MOVEMENT and end - token > 1 and _stands_alone(scene, end - 1):
        part = words[end - 1]
        scene.shorts.setdefault(part, draft)
        scene.shorts.setdefault(part.removesuffix("s"), draft)
    return end


def _at_home(scene: Scene, first: int, last: int, party: Party) -> Party:
    """The party of an office that several states have, which one lends its name to elsewhere: the Foreign Office of a text filed
    from ``ISLAMABAD`` is not that in London."""
    dateline = scene.document.dateline
    if scene.tokens.lowers[last - 1] != "office" or last - first != 2 or dateline is None:
        return party
    countries = {place.country for place in dateline.places if place.country is not None}
    if len(countries) != 1 or party.code in countries or not scene.tokens.vocabulary.isdisjoint(BRITISH):
        return party
    return scene.lexicon.names.parties.get(countries.pop(), party)


def _stands_alone(scene: Scene, token: int) -> bool:
    """Whether a capitalised word of a name may stand for the whole: the ``Tigers`` of the Tamil Tigers."""
    return scene.tokens.words[token][0].isupper() and scene.tokens.words[token][-1].islower()


def _modifies(scene: Scene, draft: Draft, name: Name) -> bool:
    """Whether the name stands before the head of its phrase: ``Polish`` in ``the Polish position``."""
    number = scene.phrases.noun_at[draft.first]
    if number < 0:
        return name.kind is DEMONYM and not name.plural
    return scene.phrases.nouns[number].head >= draft.last


def _organisation(scene: Scene, first: int, end: int) -> int:
    """Add the draft of a run that ends like the name of an organisation or a place, or none where it names a thing."""
    tokens = scene.tokens
    bits = scene.bits[end - 1]
    sentence = tokens.sentence_of[first]
    if bits & SEAT and not bits & COMPANY:
        name = tokens.span(first, end).text
        scene.add(Draft(first, end, end - 1, PLACE, sentence, place=Place(name=name)))
        return end
    if bits & THING and not bits & COMPANY:
        _inner(scene, first, end, None)
        return end
    kind = SOURCE if bits & PRESS and not bits & COMPANY else GROUP
    head, end = end - 1, _field(scene, sentence, end)
    draft = scene.add(Draft(first, end, head, kind, sentence))
    _inner(scene, first, head + 1, draft)
    after = tokens.words[end + 1] if end + 2 < len(tokens.words) and tokens.words[end] == "(" else ""
    short = after if after.isupper() and tokens.words[end + 2] == ")" else ""
    if not draft.evidence and tokens.lowers[head] in MOVEMENTS and end - first > 1:
        name = tokens.span(first, end).text
        party = Party(code=short or name.upper(), name=name, kind=PartyKind.MOVEMENT)
        draft.kind = PARTY
        draft.evidence.append((party, first, end))
    if short:
        scene.shorts[short] = draft
    return end


def _field(scene: Scene, sentence: int, at: int) -> int:
    """The end of a name with the field of an office: ``the Kenyan Ministry [of Foreign Affairs]``, not of whom."""
    tokens = scene.tokens
    last = min(tokens.sentences[sentence][1], at + FIELD)
    if at + 1 >= last or tokens.lowers[at] != "of" or tokens.lowers[at - 1] not in OFFICES:
        return at
    end = at + 1
    while end < last and (tokens.words[end][0].isupper() or (tokens.lowers[end] in JOINING and end > at + 1)):
        end += 1
    while tokens.lowers[end - 1] in JOINING:
        end -= 1
    if end == at + 1:
        return at
    return at if scene.lexicon.names.at(tokens.words, tokens.lowers, at + 1) is not None else end


def _inner(scene: Scene, first: int, end: int, outer: Draft | None) -> None:
    """The parties whose names stand inside a longer name: evidence for the whole, or drafts of their own."""
    token = first
    while token < end:
        hit = scene.lexicon.names.at(scene.tokens.words, scene.tokens.lowers, token)
        if hit is None:
            token += 1
            continue
        stop, name = hit
        if name.party is not None and outer is not None:
            outer.evidence.append((name.party, token, stop))
        elif outer is None and name.kind in (NameKind.DEMONYM, STATE, BODY):
            draft = Draft(token, stop, stop - 1, PARTY, scene.tokens.sentence_of[token], modifier=True)
            if name.party is not None:
                draft.evidence.append((name.party, token, stop))
                scene.add(draft)
        token = stop


def _run(scene: Scene, first: int) -> int:
    """Add the draft of a run of capitals from `first`; returns where to go on."""
    tokens, bits = scene.tokens, scene.bits
    sentence = tokens.sentence_of[first]
    begin, last = tokens.sentences[sentence]
    end = _end_of_name(scene, first, last)
    at = end
    while at < last and tokens.words[at][0].isupper() and bits[at] & NO_NAME and at - end < 5:
        at += 1
    if at > end and bits[at - 1] & ORGANISATION and not bits[at - 1] & (POST | PEOPLE):
        return _organisation(scene, first, at)
    if at == end and at < last - 1 and tokens.lowers[at] in ("of", "for") and bits[end - 1] & ORGANISATION:
        return end
    while (
        first > begin
        and tokens.lowers[first - 1] in LEADING
        and (tokens.words[first - 1].islower() or tokens.lowers[first - 1] in ("al", "el", "bin"))
    ):
        first -= 1
    draft = _candidate(scene, first, end, begin)
    scene.add(draft)
    return end


def _end_of_name(scene: Scene, first: int, last: int) -> int:
    tokens, bits = scene.tokens, scene.bits
    words = tokens.words
    at = first + 1
    longest = 9
    if tokens.sentence_of[first] in scene.headlines:
        longest = 2 + (at < last and words[at][-1] == "." and len(words[at]) == 2)
    while at < last and at - first < longest:
        word = words[at]
        if _capital(word) and word != "I":
            if (
                bits[at] & NO_SURNAME
                and not bits[at] & (SUFFIX | PARTICLE)
                and not _all_the_same(scene, first, at, last)
            ):
                break
            if tokens.tags[at] in NO_NOUN and "-" not in word and tokens.lowers[at] not in scene.lexicon.people.given:
                break
            hit = scene.lexicon.names.at(words, tokens.lowers, at)
            if hit is not None and not (hit[0] == at + 1 and _foreign(scene, first, at, hit[1].kind)):
                break
            at += 1
        elif at + 1 < last and (
            (word == "," and bits[at + 1] & SUFFIX)
            or (bits[at] & PARTICLE and _capital(words[at + 1]) and not bits[at + 1] & NO_NAME)
        ):
            at += 2
        elif bits[at] & PARTICLE and at + 2 < last and bits[at + 1] & PARTICLE and _capital(words[at + 2]):
            at += 3
        else:
            break
    one = at == first + 1
    if first < at < last and (_surname(scene, first, at, last) or (one and _titled(scene, first, at, last))):
        at += 1
    return at


def _titled(scene: Scene, first: int, at: int, last: int) -> bool:
    """Whether a name that a title and an unknown first name lead may be any word: ``Secretary of State Tarkan Park met``."""
    words, lowers, bits = scene.tokens.words, scene.tokens.lowers, scene.bits
    word = words[at]
    if not word[0].isupper() or not word.isalpha() or len(word) < 3 or bits[at] & CALENDAR or word.isupper():
        return False
    if first == 0 or scene.tokens.sentence_of[first] in scene.headlines:
        return False
    if lowers[first] in scene.lexicon.words.codes and lowers[first] not in scene.lexicon.people.given:
        return False
    behind = words[at + 1] if at + 1 < last else ""
    title = bits[first - 1] & POST and words[first - 1][0].isupper()
    return not behind[:1].isupper() and bool(title or lowers[first - 3 : first] == ["secretary", "of", "state"])


def _all_the_same(scene: Scene, first: int, at: int, last: int) -> bool:
    """Whether a title or a month is part of a name here: ``Hassan Sheikh Mohamud``, ``Zhang Jun``."""
    words, lowers, bits = scene.tokens.words, scene.tokens.lowers, scene.bits
    people = scene.lexicon.people
    after = words[at + 1] if at + 1 < last else ""
    if bits[at] & ORGANISATION and at == first + 1 and not after[:1].isupper():  # "envoy Richard Hall"
        titled = first > 0 and bool(bits[first - 1] & (POST | ADDRESS))
        return titled and lowers[first] in people.given
    if bits[at] & ADDRESS and not bits[at] & POST:
        named = lowers[first] in people.given or (
            first > 0 and bool(bits[first - 1] & (POST | ADDRESS)) and lowers[first] not in scene.lexicon.words.codes
        )
        return named and after[:1].isupper() and not bits[at + 1] & NO_NAME
    if bits[at] & CALENDAR and words[at].isalpha():
        return lowers[first] in people.families and at == first + 1 and not after[:1].isdigit()
    return False


def _surname(scene: Scene, first: int, at: int, last: int) -> bool:
    """Whether a word that also stands for a post or a month ends a name here: ``Theresa May``, ``Ruth Bishop``."""
    tokens, bits = scene.tokens, scene.bits[at]
    if not bits & (POST | ADDRESS | CALENDAR) or bits & ORGANISATION or not tokens.words[at][0].isupper():
        return False
    if at + 1 < last and tokens.words[at + 1][0].isupper():
        return False
    titled = first > 0 and bool(scene.bits[first - 1] & (POST | ADDRESS))
    if bits & MODIFIER and not titled:
        return False
    if tokens.lowers[first] in scene.lexicon.people.given:
        return True
    return (
        titled and bool(bits & POST) and tokens.lowers[first] not in scene.lexicon.words.codes
    )  # "Minister Pradip Shah"


def _foreign(scene: Scene, first: int, at: int, kind: NameKind) -> bool:
    """Whether what looks like a land or a movement at `at` ends a person's name here: ``Ruth Jordan``, ``Ana Luna Wagner``."""
    tokens = scene.tokens
    begin, last = tokens.sentences[tokens.sentence_of[first]]
    if kind is NameKind.MOVEMENT or (kind in LANDS and at > first + 1):
        ends = at + 1 >= last or not tokens.words[at + 1][0].isupper()
        unknown = _is_no_word(scene, first, at) and tokens.words[at][-1].islower()
        return ends and unknown and (at > first + 1 or tokens.lowers[first] in scene.lexicon.people.given)
    if kind not in LANDS or (first == begin and tokens.lowers[first] in ("will", "may")):
        return False
    return at == first + 1 and tokens.lowers[first] in scene.lexicon.people.given


def _is_no_word(scene: Scene, first: int, end: int) -> bool:
    """Whether none of the words is one of the language: what is called ``Therese Kabila`` is most likely somebody."""
    codes, lowers, words = scene.lexicon.words.codes, scene.tokens.lowers, scene.tokens.words
    for token in range(first, end):
        if lowers[token] in codes or scene.bits[token] & ORGANISATION or words[token].isupper():
            return False
    return True


def _takes_the_floor(scene: Scene, first: int, end: int) -> bool:
    """Whether a party in brackets follows a name: ``LINDIWE MABUZA (South Africa)``."""
    words, lowers = scene.tokens.words, scene.tokens.lowers
    if end + 2 >= len(words) or words[end] != "(":
        return False
    hit = scene.lexicon.names.at(words, lowers, end + 1 + (lowers[end + 1] == "the"))
    return hit is not None and hit[1].party is not None and words[hit[0] : hit[0] + 1] == [")"]


def _candidate(scene: Scene, first: int, end: int, begin: int) -> Draft:
    """The draft of a run of capitals: a person, a place, or what only the rest of the text can tell."""
    tokens, bits = scene.tokens, scene.bits
    sentence = tokens.sentence_of[first]
    given = scene.lexicon.people.given
    before = first - 1
    lower = tokens.lowers[before] if before >= begin else ""
    titled = (
        bool(lower)
        and bool(bits[before] & (POST | ADDRESS))
        and (tokens.words[before][0].isupper() or scene.phrase(before) == scene.phrase(first))
    )
    known = tokens.lowers[first] in given
    size = end - first
    draft = Draft(first, end, end - 1, PERSON, sentence)
    draft.certain = titled
    if size > 1 and (known or (len(tokens.words[first]) == 2 and tokens.words[first][1] == ".")):
        draft.certain = sentence not in scene.headlines or size < 4
    if 1 < size < 4 and tokens.lowers[first] in scene.lexicon.people.families and sentence not in scene.headlines:
        draft.certain = True
    if 1 < size < 5 and lower not in WHERE and sentence not in scene.headlines and _is_no_word(scene, first, end):
        draft.certain = True
    if draft.certain and sentence in scene.headlines and all(map(str.isupper, tokens.words[first:end])):
        draft.certain = not scene.lexicon.words.codes.keys() >= set(tokens.lowers[first:end])
    if 1 < size < 6 and sentence not in scene.headlines and _takes_the_floor(scene, first, end):
        draft.certain = True
    if (
        size == 1
        and not titled
        and len(tokens.words[first]) > 1
        and tokens.words[first].isupper()
        and tokens.words[first].isalpha()
        and not (sentence in scene.headlines and tokens.lowers[first] in scene.lexicon.words.codes)
    ):
        draft.kind, draft.certain = GROUP, True
    if known:
        draft.sex = "" if tokens.lowers[first] in scene.lexicon.people.families else given[tokens.lowers[first]]
    town = lower == "of" and first > 1 and tokens.lowers[first - 2] in TOWNS  # "the border town of Tulcan"
    accredited = (
        lower == "the" and first > 2 and tokens.lowers[first - 2] in ("for", "to") and bool(bits[first - 3] & POST)
    )
    if town or accredited or (lower in WHERE and not titled and not (known and size > 1)):
        name = tokens.span(first, end).text
        return Draft(first, end, end - 1, PLACE, sentence, place=Place(name=name), certain=False)
    return draft
