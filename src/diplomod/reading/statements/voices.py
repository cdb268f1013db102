"""A cue -> the Speaker, with the words that describe one whom the text does not name, and whom *he* or *the official* take up.

``A second source, who was briefed on the talks,`` is named by all of these words; ``a diplomat from Oslo`` speaks for
Norway; ``the diplomat`` after it is the same one, and so is the *he* that goes on.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from diplomod.model import Party, Speaker, SpeakerKind
from diplomod.reading.parts import Cast, Document, MentionKind, Phrases, Tokens
from diplomod.reading.speakers import speaker_at, unnamed
from diplomod.reading.statements.cue import Cue
from diplomod.reading.statements.cues import ACCOUNTS

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
OF_PARTY = SpeakerKind.PARTY

Range = tuple[int, int]

BELONGING = frozenset("of from with to for at within".split())  # what they lead tells for whom somebody speaks
PLACING = frozenset("in on at about inside within".split())
LEADING = BELONGING | PLACING
DESCRIBING = frozenset("close familiar briefed involved informed knowledgeable".split())
HIDING = frozenset(
    "identified named anonymity condition name quoted".split()
)  # no description, a reason for there being none
PRONOUNS = frozenset("he she".split())
OWN = frozenset("his her".split())
OTHERS = frozenset("one another others some".split())
ENTITIES = frozenset((MentionKind.PARTY, MentionKind.GROUP, MentionKind.PERSON, MentionKind.OFFICE, MentionKind.PLACE))
VOICES = frozenset((MentionKind.SOURCE, MentionKind.OFFICE, MentionKind.GROUP, MentionKind.PERSON))
UNNAMED = frozenset((SpeakerKind.UNNAMED, SpeakerKind.OFFICE))
INDEFINITE = frozenset("a an one another some two three several".split())
ISSUED = frozenset("issued released published carried posted adopted signed circulated".split())
STOPS = frozenset((",", ".", ":", "``", "''", "VBD", "VBZ", "VBP", "MD"))
LONGEST = 14  # tokens of a description
AWAY = 3  # sentences between one who spoke and the pronoun that takes him up


def voice_of(tokens: Tokens, phrases: Phrases, cast: Cast, cue: Cue) -> Speaker:
    """Who speaks by a cue."""
    assert cue.speaker is not None
    first, last = _holder(tokens, cast, _one_of(tokens, cue.speaker))
    if tokens.lowers[last - 1] == "latter" and last - first == 2:
        first, last = _last_named(tokens, cast, first) or (first, last)
    speaker = speaker_at(tokens, cast, (first, last))
    if (
        speaker.person is not None
        and tokens.lowers[first] in ("a", "an")
        and not _is_named(tokens, speaker, first, last)
    ):
        speaker = unnamed(tokens.span(first, last))
    named = _presented(tokens, phrases, cast, cue, speaker, last)
    if named is not None:
        return named
    if cue.clause is None and tokens.tags[first] == "PRP$" and last > first + 1:
        if tokens.lowers[first] in OWN and tokens.lowers[last - 1] in ACCOUNTS:
            whose = speaker_at(tokens, cast, (first, first + 1))  # "in her words": she
            if whose.person is not None:
                return whose
        return attrs.evolve(speaker, name=tokens.span(first, last).text, span=tokens.span(first, last))
    if speaker.kind not in UNNAMED or speaker.person is not None:
        return speaker
    if cue.clause is None:
        return _issued(tokens, cast, speaker, (first, last), tokens.sentences[cue.sentence][1])
    bound = cue.first if first < cue.first else tokens.sentences[cue.sentence][1]
    end, owners = _description(tokens, phrases, cast, last, bound, before=first < cue.first)
    if speaker.kind is SpeakerKind.UNNAMED:
        issued = _issued(tokens, cast, speaker, (first, end), bound)
        if issued is not speaker:
            return issued
        if tokens.lowers[first] != "the" or tokens.tags[end : end + 1] != [","]:  # "The rebels, who are few, say"
            end = _relative(tokens, end, bound, before=first < cue.first)
    if end == last:
        return speaker
    apposed = _apposed(tokens, phrases, end, bound)
    span = tokens.span(first, end) if apposed is None else tokens.span(*apposed)
    party = speaker.party or _sole(cast, owners)
    return attrs.evolve(speaker, name=span.text, span=span, party=party)


def _issued(tokens: Tokens, cast: Cast, speaker: Speaker, where: Range, bound: int) -> Speaker:
    """A text with the words that tell whose it is: ``a statement issued by the Danish cabinet said``."""
    first, at = where
    if at >= bound or tokens.lowers[at] not in ISSUED:
        return speaker
    end = next((token for token in range(at + 1, min(bound, at + LONGEST)) if tokens.tags[token] in STOPS), bound)
    if end - at > LONGEST or tokens.tags[end - 1] == "IN":
        return speaker
    party = _sole(cast, [(at, end)]) if "by" in tokens.lowers[at:end] else None
    return attrs.evolve(speaker, name=tokens.span(first, end).text, span=tokens.span(first, end), party=party)


def _presented(tokens: Tokens, phrases: Phrases, cast: Cast, cue: Cue, speaker: Speaker, last: int) -> Speaker | None:
    """Whoever is called by name behind the words for the office: ``The head of the team, former judge Ana Lima, said``."""
    if cue.clause is None or cue.inverted or speaker.person is not None or speaker.kind is OF_PARTY:
        return None
    at = last
    if at + 1 < cue.first and tokens.lowers[at] == "of" and phrases.noun_at[at + 1] >= 0:
        at = phrases.nouns[phrases.noun_at[at + 1]].last
    if at + 1 >= cue.first or tokens.tags[at] != "," or phrases.noun_at[at + 1] < 0:
        return None
    phrase = phrases.nouns[phrases.noun_at[at + 1]]
    number = cast.at[phrase.last - 1]
    closes = phrase.last < cue.first and tokens.tags[phrase.last] == ","
    if number < 0 or not closes or tokens.lowers[phrase.first] == "the":
        return None
    mention = cast.mentions[number]
    return speaker_at(tokens, cast, (phrase.first, phrase.last)) if mention.kind is MentionKind.PERSON else None


def _is_named(tokens: Tokens, speaker: Speaker, first: int, last: int) -> bool:
    """Whether the words hold the last word of the name: ``an envoy, Ana Ruiz,``; *an envoy* alone is nobody known."""
    return speaker.name.split()[-1] in tokens.words[first:last]


def _holder(tokens: Tokens, cast: Cast, where: Range) -> Range:
    """The person whose post ends in the words that *who* stands behind: ``Ana Lima, minister for trade, who said``."""
    if tokens.lowers[where[1] : where[1] + 2] not in ([",", "who"],) or any(at >= 0 for at in cast.at[slice(*where)]):
        return where
    for token in range(
        where[0] - 1, max(tokens.sentences[tokens.sentence_of[where[0]]][0], where[0] - LONGEST) - 1, -1
    ):
        number = cast.at[token]
        if number >= 0:
            mention = cast.mentions[number]
            held = mention.role is not None and mention.role.start <= tokens.starts[where[0]] < mention.role.end
            return (mention.first, mention.last) if held and mention.kind is MentionKind.PERSON else where
    return where


def _last_named(tokens: Tokens, cast: Cast, before: int) -> Range | None:
    """The person named last in this sentence or the one before: ``the latter``."""
    sentence = tokens.sentence_of[before]
    for token in range(before - 1, tokens.sentences[max(0, sentence - 1)][0] - 1, -1):
        number = cast.at[token]
        if number >= 0 and cast.mentions[number].kind is MentionKind.PERSON and not cast.mentions[number].pronoun:
            return cast.mentions[number].first, cast.mentions[number].last
    return None


def _one_of(tokens: Tokens, where: Range) -> Range:
    """What one of many is called, where it stands right behind: ``one of the sources, a Gulf diplomat,``."""
    first, last = where
    if tokens.lowers[first] in ("one", "another"):
        for token in range(first + 3, last - 1):
            if tokens.tags[token] == "," and tokens.lowers[token + 1] in ("a", "an"):
                return token + 1, last
    return where


def _description(
    tokens: Tokens, phrases: Phrases, cast: Cast, last: int, bound: int, *, before: bool
) -> tuple[int, list[Range]]:
    """Where the words end that describe a source, and those of them that tell whose it is."""
    lowers, owners, at = tokens.lowers, [], last
    limit = min(bound, last + LONGEST)
    while at < limit:
        lead = at + (lowers[at] in DESCRIBING)
        allowed = LEADING if before or lead > at else BELONGING
        if lead + 1 >= limit or lowers[lead] not in allowed or phrases.noun_at[lead + 1] < 0:
            break
        phrase = phrases.nouns[phrases.noun_at[lead + 1]]
        kinds = {cast.mentions[number].kind for number in cast.between(phrase.first, phrase.last)}
        somewhere = lowers[lead] not in PLACING or lead > at or not kinds.isdisjoint(ENTITIES)
        if phrase.last > bound or not somewhere:
            break  # "the ministry in a statement said"
        if lowers[lead] in BELONGING and (lead == at or lowers[at] == "close"):
            owners.append((phrase.first, phrase.last))
        begin, at = phrase.first, phrase.last
        if before and tokens.tags[last - 1] in ("NNS", "NNPS") and lowers[lead] in ("of", "from"):
            at = _joined(tokens, phrases, at, limit)
            owners[-1:] = [(begin, at)]
    return at, owners


def _joined(tokens: Tokens, phrases: Phrases, at: int, limit: int) -> int:
    """The end of a list that begins before `at`: ``the ministers of [Peru], Chile and Cuba said``."""
    end = at
    while at + 1 < limit and (tokens.tags[at] == "," or tokens.lowers[at] == "and") and phrases.noun_at[at + 1] >= 0:
        ends = tokens.lowers[at] == "and"
        at = phrases.nouns[phrases.noun_at[at + 1]].last
        if ends:
            return at
    return end


def _relative(tokens: Tokens, at: int, bound: int, *, before: bool) -> int:
    """The end of a relative clause that describes a source: ``a source, who was briefed on the talks, said``."""
    first = at + (tokens.tags[at : at + 1] == [","])
    if first + 2 >= min(bound, at + LONGEST) or tokens.lowers[first] not in ("who", "that", "whose"):
        return at
    end = bound if before else _stop(tokens, first, min(bound, first + LONGEST))
    if end - first >= LONGEST or not HIDING.isdisjoint(tokens.lowers[first:end]):
        return at
    return end - (tokens.tags[end - 1] == ",")


def _apposed(tokens: Tokens, phrases: Phrases, at: int, bound: int) -> Range | None:
    """What a source is called right behind: ``one of the sources, a Gulf diplomat, said``."""
    if tokens.tags[at : at + 1] != [","] or at + 1 >= bound or phrases.noun_at[at + 1] < 0:
        return None
    phrase = phrases.nouns[phrases.noun_at[at + 1]]
    closed = phrase.last < bound and tokens.tags[phrase.last] == ","
    return (phrase.first, phrase.last) if closed and tokens.lowers[phrase.first] in ("a", "an") else None


def _stop(tokens: Tokens, first: int, limit: int) -> int:
    return next((token for token in range(first, limit) if tokens.tags[token] in (",", ".", ":", "``")), limit)


def _sole(cast: Cast, ranges: Iterable[Range]) -> Party | None:
    """The one party that the words at `ranges` stand for or belong to."""
    numbers = (number for where in ranges for number in cast.between(*where))
    return cast.sole_party(number for number in numbers if cast.mentions[number].kind in ENTITIES)


@attrs.define(slots=True, kw_only=True)
class Memory:
    """Who has spoken so far: by the noun that described them, and last of all; `human` unless that was an agency or office."""

    by_noun: dict[str, Speaker] = attrs.field(factory=dict)
    last: Speaker | None = None
    unnamed: Speaker | None = None
    sentence: int = -1
    paragraph: int = -1
    human: bool = True


def taken_up(document: Document, tokens: Tokens, cast: Cast, cue: Cue, speaker: Speaker, memory: Memory) -> Speaker:
    """The speaker whom *he*, *she* or *the official* take up; others are kept in `memory` for the cues that follow."""
    assert cue.speaker is not None
    first, last = cue.speaker
    paragraph = document.sentence_paragraphs[cue.sentence]
    near = memory.paragraph == paragraph and cue.sentence - memory.sentence <= AWAY
    word = tokens.lowers[first]
    if last == first + 1 and word in PRONOUNS:
        before = memory.last
        if before is not None and near and before.kind in UNNAMED and before.span is not None:
            if memory.human and not _named_between(tokens, cast, memory.sentence, cue):
                speaker = attrs.evolve(before, span=speaker.span)
    elif last == first + 1 and word in OTHERS and speaker.party is None:
        if memory.unnamed is not None and near:  # "One EU diplomat said so. Another said"
            speaker = attrs.evolve(speaker, party=memory.unnamed.party)
    elif word == "the" and last == first + 2 and tokens.lowers[first + 1] in memory.by_noun:
        speaker = attrs.evolve(memory.by_noun[tokens.lowers[first + 1]], span=speaker.span)
    elif speaker.kind in UNNAMED and speaker.person is None and word != "the":
        named = speaker.span is not None and speaker.span.start >= tokens.ends[last - 1]
        noun = speaker.name.split()[-1].lower() if named else tokens.lowers[last - 1]
        if word in INDEFINITE or tokens.tags[last - 1] == "NNS":
            memory.by_noun[noun] = speaker
    if tokens.quoted[cue.first] < 0:
        number = cast.at[last - 1]
        alone = number >= 0 and cast.mentions[number].kind in VOICES and not cast.mentions[number].plural
        memory.unnamed = speaker if speaker.kind in UNNAMED and speaker.person is None else None
        memory.human = number >= 0 and tokens.tags[cast.mentions[number].head] not in ("NNP", "NNPS")
        memory.last, memory.sentence, memory.paragraph = speaker if alone else None, cue.sentence, paragraph
    return speaker


def _named_between(tokens: Tokens, cast: Cast, sentence: int, cue: Cue) -> bool:
    """Whether somebody is named in the sentences behind the one who spoke last, whom the pronoun may mean instead."""
    begin, end = tokens.sentences[sentence][1], cue.first
    return any(
        cast.at[token] >= 0
        and cast.mentions[cast.at[token]].kind is MentionKind.PERSON
        and not cast.mentions[cast.at[token]].pronoun
        and tokens.quoted[token] < 0
        for token in range(begin, end)
    )
