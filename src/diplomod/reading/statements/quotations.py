"""Quotations -> whose they are: the cue beside them, the one before in the paragraph, or the last who spoke."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from diplomod.reading.parts import Document, Rule, Tokens, frozen
from diplomod.reading.statements.cue import Cue

Range = tuple[int, int]

CLOSE = frozenset((",", "''", ":", ".", "``"))
FEW = 3  # tokens of a quotation that is but a part of the sentence around it
REACH = 30  # tokens between a cue and the quotation that it introduces: an addressee, a day, a place


@frozen(slots=True, kw_only=True)
class Attributed:
    """A quotation by number, its tokens, its cue (None where the text gives it to nobody), and the rule that gave it."""

    number: int
    first: int
    last: int
    cue: Cue | None
    rule: Rule


def attribute(document: Document, tokens: Tokens, cues: Sequence[Cue], taken: Sequence[Range]) -> list[Attributed]:
    """The quotations that are speech of their own; those inside reported clauses (`taken`) are no statements apart."""
    ranges = _token_ranges(tokens) if document.quotations else {}
    by_start: dict[int, Cue] = {cue.region[0]: cue for cue in reversed(cues)}
    by_sentence: dict[int, list[Cue]] = {}
    for one in cues:
        by_sentence.setdefault(one.sentence, []).append(one)
    inside = {token for first, last in taken for token in range(first, last)}
    out: list[Attributed] = []
    before: Attributed | None = None
    for number, (first, last) in ranges.items():
        if first in inside:
            continue
        quotation = document.quotations[number]
        same = before is not None and document.quotations[before.number].paragraph == quotation.paragraph
        rule: Rule = _after
        cue: Cue | None = _after(document, tokens, by_start, number, last)
        if cue is not None and cue.sentence != tokens.sentence_of[last - 1] and tokens.words[max(0, first - 2)] == ":":
            led = _introducing(tokens, by_sentence, first)  # "The premier asked: “How long?” The envoy told reporters"
            cue, rule = (cue, rule) if led is None else (led, _introducing)
        if cue is None:
            cue, rule = _introducing(tokens, by_sentence, first), _introducing
        if cue is None and same and before is not None and _stands_alone(tokens, first, last):
            cue, rule = before.cue, attribute
        if (
            cue is None
            and quotation.continues is not None
            and before is not None
            and before.number == quotation.continues
        ):
            cue, rule = before.cue, attribute
        if cue is None and _stands_alone(tokens, first, last):
            cue, rule = _last_cue(tokens, by_sentence, document, first), _last_cue
        if cue is not None or _stands_alone(tokens, first, last):
            before = Attributed(number=number, first=first, last=last, cue=cue, rule=rule)
            out.append(before)
    return _carried_back(document, out)


def _token_ranges(tokens: Tokens) -> dict[int, Range]:
    """Number of a quotation -> its tokens, without the marks."""
    ranges: dict[int, Range] = {}
    for token in [at for at, number in enumerate(tokens.quoted) if number >= 0]:
        number = tokens.quoted[token]
        if tokens.tags[token] not in ("``", "''"):
            first = ranges[number][0] if number in ranges else token
            ranges[number] = (first, token + 1)
    return ranges


def _after(document: Document, tokens: Tokens, by_start: dict[int, Cue], number: int, last: int) -> Cue | None:
    """The cue right behind the closing mark: ``…,” the envoy said``."""
    asks = last > 0 and tokens.words[last - 1] in ("?", "!", "…", "...")
    paragraphs = document.sentence_paragraphs
    here = tokens.sentence_of[last - 1]
    for token in range(last, min(last + 4, len(tokens.words))):
        sentence = tokens.sentence_of[token]
        if sentence != here and (not asks or paragraphs[sentence] != paragraphs[here]):
            return None
        cue = by_start.get(token)
        if cue is not None and tokens.quoted[token] != number:
            return None if _is_called_so(tokens, cue, last) else cue
        if tokens.tags[token] not in CLOSE and tokens.lowers[token] not in ("—", "–", "-", "--", "as"):
            return None
    return None


def _is_called_so(tokens: Tokens, cue: Cue, last: int) -> bool:
    """Whether the words in marks are what a noun behind them is called: ``dismissed as “nonsense” reports that``."""
    if tokens.tags[cue.first] not in ("NN", "NNS"):
        return False
    at = next((token for token in range(last - 1, max(0, last - REACH), -1) if tokens.tags[token] == "``"), 0)
    return tokens.lowers[at - 1] == "as"


def _introducing(tokens: Tokens, by_sentence: dict[int, list[Cue]], first: int) -> Cue | None:
    """The cue before the opening mark in the same sentence: ``The envoy said: “…``, ``told reporters that “…``."""
    for cue in reversed(by_sentence.get(tokens.sentence_of[first], [])):
        if cue.last <= first and first - cue.region[1] <= REACH and tokens.quoted[cue.first] != tokens.quoted[first]:
            return cue if _is_introduced(tokens, cue, first) else None
    return None


def _is_introduced(tokens: Tokens, cue: Cue, first: int) -> bool:
    """Whether a quotation is what a cue announces, and not a word or two in the sentence (``asked the team to “sit tight”``)."""
    if "part" in cue.frame:
        return tokens.quoted[first + 1 : first + 2] == [tokens.quoted[first]] and tokens.tags[first + 1] not in CLOSE
    at = first - 1
    while at > cue.last and tokens.tags[at] == "``":
        at -= 1
    if (
        "say_name" in cue.frame
        or at <= cue.region[1]
        or tokens.tags[at] in (",", ":", ".")
        or tokens.lowers[at] == "that"
    ):
        return True
    if tokens.tags[at] == "TO" and "ask" in cue.frame:
        return False
    number = tokens.quoted[first]
    return tokens.quoted[first + FEW : first + FEW + 1] == [number]


def _stands_alone(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the quotation fills whole sentences."""
    begin, end = tokens.sentences[tokens.sentence_of[first]][0], tokens.sentences[tokens.sentence_of[last - 1]][1]
    return first - begin <= 1 and all(tokens.tags[token] in CLOSE for token in range(last, min(end, last + 4)))


def _last_cue(tokens: Tokens, by_sentence: dict[int, list[Cue]], document: Document, first: int) -> Cue | None:
    """The last cue before, in this paragraph or the one before it."""
    sentence = tokens.sentence_of[first]
    paragraph = document.sentence_paragraphs[sentence]
    for earlier in range(sentence - 1, max(-1, sentence - 12), -1):
        if document.sentence_paragraphs[earlier] < paragraph - 1:
            return None
        for cue in reversed(by_sentence.get(earlier, [])):
            if cue.speaker is not None:
                return cue
    return None


def _carried_back(document: Document, found: list[Attributed]) -> list[Attributed]:
    """A quotation without a cue takes that of the next in its paragraph: ``“No. Never.” “Not once,” he said.``"""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        here, there = document.quotations[out[i].number], document.quotations[out[i + 1].number]
        if out[i].cue is None and here.paragraph == there.paragraph:
            out[i] = attrs.evolve(out[i], cue=out[i + 1].cue, rule=_carried_back)
    return out
