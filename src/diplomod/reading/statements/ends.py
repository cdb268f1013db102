"""Where the words that a cue introduces end: before an aside, a comment, a pause."""

from __future__ import annotations

from collections.abc import Sequence

from diplomod.reading.parts import Clause, Tokens
from diplomod.reading.statements.cue import Cue

Range = tuple[int, int]

COMMENTED = frozenset("condition conditions step move demand demands claim charge plan proposal decision idea".split())
ASIDES = frozenset("while as but though when".split())
SPEECH_GERUNDS = frozenset(
    """saying cautioning conceding adding stating noting warning stressing emphasizing emphasising underscoring
    underlining insisting arguing
    claiming calling citing repeating criticizing criticising accusing urging demanding reiterating affirming declaring explaining
    referring pointing describing telling asking denying rejecting dismissing blaming praising quoting suggesting
    contradicting echoing
    alleging acknowledging admitting vowing pledging promising""".split()
)

WITHIN = frozenset("DT JJ NN NNS NNP NNPS CD PRP$ POS IN".split())
WITH = 8  # tokens between with and its participle
MARKS = (",", "''")


def cut(tokens: Tokens, clauses: Sequence[Clause], first: int, last: int, cue: Cue) -> int:
    """Where a reported clause ends: before ``, adding …``, ``, according to …``, and at a closing quotation mark."""
    lowers, tags, quoted = tokens.lowers, tokens.tags, tokens.quoted
    inside = quoted[cue.first]
    for token in range(first, last):
        if inside >= 0 and quoted[token] != inside:
            return trim(tokens, first, token)
        if tags[token] not in MARKS:
            continue
        if tags[token] == "''" and token > first and tags[token - 1] == "," and token + 1 < last:
            if tags[token + 1] == "VBG" or lowers[token + 1] in ASIDES or _goes_with(tokens, token + 1, last):
                return token + 1  # “…,” referring to
        if tags[token] == "," and token + 2 < last and tags[token + 2] == "VBG":
            if lowers[token + 1] in ASIDES and lowers[token + 2] in SPEECH_GERUNDS:
                return trim(tokens, first, token)
        if tags[token] == "," and token + 1 < last:
            aside = lowers[token + 1] == "which" and has_finite(tags, first, token)
            aside = aside or (lowers[token + 1] in ("though", "although") and has_finite(tags, first, token))
            if aside or lowers[token + 1] == "according" or _comments(tokens, token + 1, last):
                return trim(tokens, first, token)
            if tags[token + 1] == "VBG" and lowers[token + 1] in SPEECH_GERUNDS:
                return trim(tokens, first, token)
            if lowers[token + 1] == "and" and lowers[token + 2 : token + 3] and lowers[token + 2] in SPEECH_GERUNDS:
                return trim(tokens, first, token)
            if tags[token - 1] == "''" and _goes_with(tokens, token + 1, last):
                return trim(tokens, first, token)
    return trim(tokens, first, whole_quotation(tokens, first, last, inside))


def whole_quotation(tokens: Tokens, first: int, last: int, inside: int) -> int:
    """`last`, moved to the end of a quotation that it would part, or back to that of the text."""
    last = min(last, len(tokens.quoted))
    if last <= first:
        return last
    number = tokens.quoted[last - 1]
    if number < 0 or number == inside or (number == tokens.quoted[first] and tokens.tags[first] != "``"):
        return last
    end = tokens.sentences[tokens.sentence_of[last - 1]][1]
    while last < end and (tokens.quoted[last] == number or tokens.tags[last] == "''"):
        last += 1
    return last


def _comments(tokens: Tokens, at: int, last: int) -> bool:
    """Whether what comes is a word on what was said: ``…, conditions that the envoy described as absurd``."""
    at += tokens.tags[at] == "DT"
    return at + 1 < last and tokens.lowers[at] in COMMENTED and tokens.lowers[at + 1] in ("that", "which")


def _goes_with(tokens: Tokens, at: int, last: int) -> bool:
    """Whether the writer goes on behind a quotation: ``“…”, with the topics reflecting those of May``."""
    if tokens.lowers[at] != "with":
        return False
    for token in range(at + 2, min(last, at + WITH)):
        if tokens.tags[token] not in WITHIN:
            return tokens.tags[token] in ("VBG", "VBN")
    return False


def trim(tokens: Tokens, first: int, last: int) -> int:
    """`last` without pauses and a lone conjunction at the end; a closing mark whose opening one is inside stays."""
    tags = tokens.tags
    while last > first:
        tag = tags[last - 1]
        if tag == "''" and any(tags[token] == "``" for token in range(max(first, last - 200), last - 1)):
            break
        if tag in (",", ".", ":", "``", "''", "CC") or (
            tag == "IN" and tokens.lowers[last - 1] in ("that", "as", "while")
        ):
            last -= 1
        else:
            break
    return last


def has_finite(tags: Sequence[str], first: int, last: int) -> bool:
    """Whether a verb with a tense is among the tokens."""
    return any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags[first:last])


def has_verb(tags: Sequence[str], first: int, last: int) -> bool:
    """Whether a verb of any form is among the tokens."""
    return any(tag[:2] == "VB" or tag == "MD" for tag in tags[first:last])
