"""Clauses -> cues: the words that tell of speech, with those that tell whose speech it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplomod.reading.parts import Cast, Clause, Form, Phrases, Relation, Tokens

Range = tuple[int, int]

SPEECH_NOUNS = frozenset(
    "claim claims assertion assertions statement warning warnings suggestion allegation allegations".split()
)
QUOTING = frozenset(("quote", "cite"))


@attrs.frozen(slots=True, kw_only=True)
class Cue:
    """Words that tell of speech at tokens `first` to `last`, and the tokens of who speaks (None if the text leaves it open).

    `frame` tells what the words can introduce: a clause, a noun phrase, what stands after *as* or *of*. `clause` is the
    number of the cue's clause, None for ``according to``. `region` is what belongs to the cue: subject, verb, addressee.
    """

    first: int
    last: int
    sentence: int
    frame: frozenset[str]
    speaker: Range | None
    clause: int | None = None
    region: Range
    lemma: str = ""


def find_cues(tokens: Tokens, phrases: Phrases, cast: Cast, clauses: Sequence[Clause]) -> list[Cue]:
    """All cues in the order of the text."""
    cues = [cue for clause in clauses for cue in _of_clause(tokens, phrases, clauses, clause)]
    cues += _according_to(tokens, phrases, cast)
    cues.sort(key=lambda cue: cue.first)
    return cues


def _of_clause(tokens: Tokens, phrases: Phrases, clauses: Sequence[Clause], clause: Clause) -> Iterator[Cue]:
    verb = clause.verb
    if "say" not in verb.senses:
        return
    speaker = clause.subject
    if verb.passive:
        speaker = _agent(tokens, phrases, verb.last)
        if speaker is None and verb.lemma in QUOTING:
            speaker = clause.subject
    elif verb.form is not Form.FINITE and clause.governor is not None:
        above = clauses[clause.governor]
        if above.verb.lemma in QUOTING and not above.verb.passive:
            speaker = above.objects[0] if above.objects else above.subject
    first = verb.first
    if speaker is not None and speaker[1] <= verb.first and speaker[0] >= tokens.sentences[clause.sentence][0]:
        first = clause.first if clause.relation is not Relation.COMPLEMENT else min(speaker[0], verb.first)
        if first < speaker[0] and not _is_plain(tokens, first, speaker[0]):
            first = speaker[0]
    last = verb.last
    if speaker is not None and speaker[0] >= verb.last:
        last = speaker[1]
    yield Cue(
        first=verb.first,
        last=verb.last,
        sentence=clause.sentence,
        frame=verb.senses,
        speaker=speaker,
        clause=clause.number,
        region=(min(first, verb.first), last),
        lemma=verb.lemma,
    )


def _is_plain(tokens: Tokens, first: int, last: int) -> bool:
    """Whether there are only words, no pauses, between."""
    return not any(tokens.tags[token] in (",", "``", "''", ":") for token in range(first, last))


def _agent(tokens: Tokens, phrases: Phrases, at: int) -> Range | None:
    """The one who does it, after a passive: ``was told by the envoy``."""
    if at + 1 < len(tokens.words) and tokens.lowers[at] == "by" and phrases.noun_at[at + 1] >= 0:
        phrase = phrases.nouns[phrases.noun_at[at + 1]]
        return phrase.first, phrase.last
    return None


def _according_to(tokens: Tokens, phrases: Phrases, cast: Cast) -> Iterator[Cue]:
    """``According to the ministry, …`` and ``…, according to two diplomats``."""
    lowers, at = tokens.lowers, -1
    while True:
        try:
            at = lowers.index("according", at + 1)
        except ValueError:
            return
        if at + 2 >= len(lowers) or lowers[at + 1] != "to" or phrases.noun_at[at + 2] < 0:
            continue
        first, last = at + 2, phrases.nouns[phrases.noun_at[at + 2]].last
        number = cast.at[at + 2]
        if number >= 0:
            last = max(last, cast.mentions[number].last)
        yield Cue(
            first=at,
            last=at + 2,
            sentence=tokens.sentence_of[at],
            frame=frozenset(["according"]),
            speaker=(first, last),
            region=(at, last),
            lemma="according to",
        )
