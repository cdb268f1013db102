"""Nouns that tell of speech or thought -> cues: ``the claim that``, ``expressed the hope that``, ``made it clear that``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from diplomod.reading.parts import Cast, Clause, NounPhrase, Phrases, Rule, Tokens
from diplomod.reading.statements.cue import Cue, Range

SPEECH_NOUNS = frozenset(
    """claim claims assertion assertions statement statements warning warnings suggestion suggestions allegation
    vow vows promise promises pledge pledges threat threats denial denials complaint complaints reminder hint message
    allegations accusation accusations announcement insistence contention assurance assurances admission declaration
    remark remarks comment comments report reports confirmation prediction revelation argument acknowledgement""".split()
)
DAYS = frozenset("day week month year evening morning night".split())
TELLING = frozenset("report reports".split())
KNOWN = frozenset("clear plain known explicit".split())
FINITE = frozenset("VBD VBZ VBP MD".split())
HEARSAY = SPEECH_NOUNS | frozenset(
    "speculation rumor rumors rumour rumours suggestions notion idea talk charge charges insinuations".split()
)
DENYING = frozenset(
    (
        "dismiss",
        "reject",
        "rebuff",
        "brush aside",
        "brush off",
        "play",
        "play down",
        "downplay",
        "laugh off",
        "quash",
        "rubbish",
    )
)
VOICING = frozenset("express voice convey share".split())
THOUGHTS = frozenset(
    """hope hopes confidence belief conviction view views opinion recognition perspective assessment
    understanding fear fears concern concerns optimism certainty regret satisfaction position""".split()
)


def has_thought(tokens: Tokens, clause: Clause) -> bool:
    """Whether a verb has a thought as its object, and what is thought behind it: ``expressed the hope that``."""
    if clause.verb.lemma not in VOICING or not clause.objects:
        return False
    last = clause.objects[0][1]
    if tokens.lowers[last - 1] not in THOUGHTS or last + 2 >= len(tokens.lowers) or tokens.lowers[last] != "that":
        return False
    return tokens.tags[last + 1] not in ("VBD", "MD")


def of_thoughts(tokens: Tokens, clauses: Sequence[Clause]) -> Iterator[Cue]:
    """``Both expressed the hope that …``, ``The ministers shared the view that …``: what is hoped or held is told."""
    if tokens.vocabulary.isdisjoint(THOUGHTS):
        return
    for clause in clauses:
        if clause.subject is not None and has_thought(tokens, clause) and not clause.verb.negated:
            yield _in_clause(clause, clause.subject, clause.verb.last, clause.objects[0][1], of_thoughts)


def of_nouns(tokens: Tokens, phrases: Phrases, cast: Cast, denied: Set[int]) -> Iterator[Cue]:
    """``claims by some officials that …``, ``Iran's assertion that …``, ``reports that …``; not those `denied`, by *that*."""
    lowers = tokens.lowers
    for phrase in () if tokens.vocabulary.isdisjoint(SPEECH_NOUNS) else phrases.nouns:
        if lowers[phrase.head] not in SPEECH_NOUNS or phrase.head + 1 != phrase.last:
            continue
        speaker: Range | None = None
        at = phrase.last
        end = tokens.sentences[tokens.sentence_of[phrase.head]][1]
        if at + 1 < end and lowers[at] in ("by", "from", "of") and phrases.noun_at[at + 1] >= 0:
            agent = phrases.nouns[phrases.noun_at[at + 1]]
            speaker, at = (agent.first, agent.last), agent.last
        elif (owner := _owner(tokens, phrase)) is not None:
            number = cast.at[owner]
            if number >= 0:
                speaker = (cast.mentions[number].first, cast.mentions[number].last)
        elif lowers[phrase.head] in TELLING:
            speaker = (phrase.first, phrase.last)
        if speaker is None or at + 1 >= end or lowers[at] != "that":
            continue
        if at in denied or tokens.tags[at + 1] in FINITE or lowers[at + 1] in DAYS:
            continue  # "reports that shook Oslo", "in its statement that day"
        yield Cue(
            first=phrase.head,
            last=phrase.last,
            sentence=tokens.sentence_of[phrase.head],
            frame=frozenset(["noun"]),
            speaker=speaker,
            region=(phrase.first, at + 1),
            rule=of_nouns,
            lemma=lowers[phrase.head],
        )


def of_denials(tokens: Tokens, clauses: Sequence[Clause]) -> Iterator[Cue]:
    """``Lima is rejecting suggestions that …``, ``The envoy played down talk that …``: what is denied is told."""
    if tokens.vocabulary.isdisjoint(HEARSAY):
        return
    for clause in clauses:
        if clause.verb.lemma not in DENYING or clause.subject is None or "say" in clause.verb.senses:
            continue
        that = 0 if clause.verb.passive or clause.verb.negated else _behind_hearsay(tokens, clause)
        if that:
            yield _in_clause(clause, clause.subject, clause.verb.last, that, of_denials)


def _behind_hearsay(tokens: Tokens, clause: Clause) -> int:
    """Where *that* stands behind hearsay as the object of a clause: ``dismissed reports [that] …``; 0 if nowhere."""
    if not clause.objects:
        return 0
    last = clause.objects[0][1]
    if last + 1 >= len(tokens.lowers) or tokens.lowers[last] != "that" or tokens.lowers[last - 1] not in HEARSAY:
        return 0
    return 0 if tokens.tags[last + 1] in FINITE else last


def _owner(tokens: Tokens, phrase: NounPhrase) -> int | None:
    """The token of whose claim it is: ``her earlier comment``, ``the ministry's written statement``."""
    for token in range(phrase.head - 1, phrase.first - 1, -1):
        if tokens.tags[token] == "PRP$":
            return token
        if tokens.tags[token] == "POS":
            return token - 1
    return None


def made_clear(tokens: Tokens, clauses: Sequence[Clause]) -> Iterator[Cue]:
    """``The envoy made it clear that …``, ``Oslo let it be known that …``."""
    lowers = tokens.lowers
    for clause in () if tokens.vocabulary.isdisjoint(KNOWN) else clauses:
        verb = clause.verb
        if verb.lemma not in ("make", "let") or clause.subject is None or lowers[verb.last : verb.last + 1] != ["it"]:
            continue
        that = next(
            (token for token in range(verb.last + 2, min(verb.last + 6, len(lowers))) if lowers[token] == "that"), -1
        )
        if that > 0 and lowers[that - 1] in KNOWN and not verb.negated:
            yield _in_clause(clause, clause.subject, that, that, made_clear)


def _in_clause(clause: Clause, speaker: Range, last: int, that: int, rule: Rule) -> Cue:
    """The cue of a clause whose subject tells what stands behind `that`; its words end before token `last`."""
    first = clause.verb.first
    return Cue(
        first=first,
        last=last,
        sentence=clause.sentence,
        frame=frozenset(["noun"]),
        speaker=speaker,
        region=(min(speaker[0], first), that + 1),
        rule=rule,
        lemma=clause.verb.lemma,
    )
