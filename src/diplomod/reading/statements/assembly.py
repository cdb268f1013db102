"""Cues, contents and quotations -> Statements."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

import attrs

from diplomod.model import Mode, Span, Speaker, SpeakerKind, Statement, When
from diplomod.reading.parts import (
    Cast,
    Clause,
    Document,
    Paragraph,
    ParagraphKind,
    Phrases,
    Rule,
    Time,
    Tokens,
    Trace,
    frozen,
)
from diplomod.reading.speakers import unnamed
from diplomod.reading.statements.contents import find_contents
from diplomod.reading.statements.cue import Cue
from diplomod.reading.statements.cues import find_cues
from diplomod.reading.statements.grounds import grounds_of
from diplomod.reading.statements.quotations import attribute
from diplomod.reading.statements.signs import signs_of
from diplomod.reading.statements.voices import Memory, taken_up, voice_of

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
TITLE, SUBHEAD, ANSWER = ParagraphKind.TITLE, ParagraphKind.SUBHEAD, ParagraphKind.ANSWER
INDIRECT, DIRECT, MIXED = Mode.INDIRECT, Mode.DIRECT, Mode.MIXED

OCCASIONS = frozenset(
    """conference briefing interview speech address statement rally hearing debate summit forum meeting ceremony letter
    post tweet article op-ed broadcast session presser event""".split()
)
LEADS = frozenset("in at during on via".split())
TOLD = frozenset("tell inform assure remind ask advise notify warn reassure brief".split())
Range = tuple[int, int]

NEAR = 16  # tokens behind a cue in which addressee, day and occasion are looked for


@frozen(slots=True, kw_only=True)
class _Said:
    """A statement in the making: characters `start` to `end`, and who says it by what cue; `rule` found the words."""

    start: int
    end: int
    mode: Mode
    speaker: Speaker
    cue: Cue | None
    rule: Rule


def find_statements(
    document: Document,
    tokens: Tokens,
    phrases: Phrases,
    cast: Cast,
    clauses: Sequence[Clause],
    times: Sequence[Time],
) -> tuple[tuple[Statement, ...], tuple[Trace, ...]]:
    """All statements in the order of their words, those that stand within another linked to it, and how each was read."""
    children: dict[int, list[int]] = {}
    for clause in clauses:
        if clause.governor is not None:
            children.setdefault(clause.governor, []).append(clause.number)
    titles = [
        sentence
        for sentence, number in enumerate(document.sentence_paragraphs)
        if document.paragraphs[number].kind in (TITLE, SUBHEAD)
    ]
    cues = find_cues(tokens, phrases, cast, clauses, titles)
    said = list(_answers(document, cast))
    taken = []
    memory = Memory()
    voices: dict[int, Speaker] = {}  # by the token of the cue
    for cue in cues:
        rule, contents = find_contents(tokens, clauses, children, cue)
        tells = bool(contents) or "quote" in cue.frame or "say" in cue.frame
        if cue.speaker is None or not (tells or document.quotations):
            continue
        speaker = voice_of(tokens, phrases, cast, cue)
        if tells:
            speaker = taken_up(document, tokens, cast, cue, speaker, memory)
        voices[cue.first] = speaker
        for first, last in contents:
            said.append(_reported(document, tokens, speaker, cue, first, last, rule))
            taken.append((first, last))
    for quotation in attribute(document, tokens, cues, taken):
        cue_or_none = quotation.cue
        if cue_or_none is not None and cue_or_none.speaker is not None:
            words = document.quotations[quotation.number]
            speaker = voices[cue_or_none.first]
            said.append(
                _Said(
                    start=words.start,
                    end=words.end,
                    mode=DIRECT,
                    speaker=speaker,
                    cue=cue_or_none,
                    rule=quotation.rule,
                )
            )
    said = _distinct(said)
    statements = tuple(_linked(document, tokens, phrases, times, said))
    return statements, tuple(_trace(statement, one) for statement, one in zip(statements, said, strict=True))


def _trace(statement: Statement, said: _Said) -> Trace:
    cue = said.cue
    told = functools.partial(grounds_of, statement, said.rule, None if cue is None else cue.rule)
    return Trace(event=statement.id, signs=tuple(signs_of(statement, said.rule, cue)), grounds=told)


def _reported(
    document: Document, tokens: Tokens, speaker: Speaker, cue: Cue, first: int, last: int, rule: Rule
) -> _Said:
    """A reported clause or thing; wholly in quotation marks it is a quotation."""
    tags, quoted = tokens.tags, tokens.quoted
    if tags[first] == "``" and tags[last - 1] == "''" and quoted[first + 1] == quoted[last - 2] != quoted[cue.first]:
        if last - first > 2:
            return _Said(
                start=tokens.starts[first + 1],
                end=tokens.ends[last - 2],
                mode=DIRECT,
                speaker=speaker,
                cue=cue,
                rule=rule,
            )
    end, number = tokens.ends[last - 1], quoted[last - 1]
    if number >= 0 and number == quoted[first] != quoted[cue.first] and tags[first - 1] == "``":
        words = document.quotations[number]  # ``said “no deal is near.”``
        return _Said(start=words.start, end=words.end, mode=DIRECT, speaker=speaker, cue=cue, rule=rule)
    if number >= 0 and number not in (
        quoted[cue.first],
        quoted[first],
    ):  # the words in marks go on in the next sentence
        end = max(end, document.quotations[number].outer_end)
    mixed = any(number >= 0 and number != quoted[cue.first] for number in set(quoted[first:last]))
    return _Said(
        start=tokens.starts[first],
        end=end,
        mode=MIXED if mixed else INDIRECT,
        speaker=speaker,
        cue=cue,
        rule=rule,
    )


def _answers(document: Document, cast: Cast) -> Iterator[_Said]:
    """The answers of a transcript, each from its label to the next; paragraphs that go on belong to the answer."""
    run: list[Paragraph] = []
    for paragraph in (*document.paragraphs, None):
        if run and (paragraph is None or paragraph.kind is not ANSWER or paragraph.label != run[0].label):
            yield _answer(cast, run)
            run = []
        if paragraph is not None and paragraph.kind is ANSWER:
            run.append(paragraph)


def _answer(cast: Cast, run: list[Paragraph]) -> _Said:
    label = run[0].label
    assert label is not None
    return _Said(
        start=run[0].start,
        end=run[-1].end,
        mode=DIRECT,
        speaker=cast.labelled.get(label.start) or attrs.evolve(unnamed(label), kind=SpeakerKind.OFFICE),
        cue=None,
        rule=_answers,
    )


def _distinct(said: list[_Said]) -> list[_Said]:
    """In the order of the text; of two with the same words the first found is kept."""
    seen: dict[tuple[int, int], _Said] = {}
    for one in said:
        seen.setdefault((one.start, one.end), one)
    return sorted(seen.values(), key=lambda one: (one.start, -one.end))


def _linked(
    document: Document, tokens: Tokens, phrases: Phrases, times: Sequence[Time], said: list[_Said]
) -> Iterator[Statement]:
    """The statements with their ids; one whose cue stands in the words of another is within that one."""
    open_outer: list[tuple[int, str]] = []
    dated: dict[int, list[Time]] = {}
    for time in times:
        dated.setdefault(tokens.sentence_of[time.first], []).append(time)
    for number, one in enumerate(said, 1):
        name = f"{document.key}-s{number}"
        while open_outer and open_outer[-1][0] < one.end:
            open_outer.pop()
        within = open_outer[-1][1] if open_outer else None
        open_outer.append((one.end, name))
        cue = one.cue
        behind = (0, 0) if cue is None else _outside(tokens, cue, one)
        yield Statement(
            id=name,
            speaker=one.speaker,
            mode=one.mode,
            content=Span.of(document.text, one.start, one.end),
            cue=None if cue is None else tokens.span(cue.first, cue.last),
            to=None if cue is None else _addressee(tokens, phrases, cue, behind),
            when=None if cue is None else _day(dated.get(cue.sentence, ()), behind),
            occasion=None if cue is None else _occasion(tokens, phrases, behind),
            within=within,
        )


def _outside(tokens: Tokens, cue: Cue, one: _Said) -> Range:
    """The tokens behind a cue that are no part of what was said: up to the content, or to the end of the sentence."""
    last = min(tokens.sentences[cue.sentence][1], cue.last + NEAR)
    for token in range(cue.last, last):
        if one.start <= tokens.starts[token] < one.end:
            return cue.last, token
    return cue.last, last


def _addressee(tokens: Tokens, phrases: Phrases, cue: Cue, behind: Range) -> Span | None:
    """To whom it was said: ``told reporters that``, ``said to the council``."""
    first, last = behind
    if first < last and tokens.lowers[first] == "to":
        first += 1
    elif cue.lemma not in TOLD:
        return None
    number = phrases.noun_at[first] if first < last else -1
    if number < 0 or phrases.nouns[number].last > last:
        return None
    return tokens.span(phrases.nouns[number].first, phrases.nouns[number].last)


def _day(dated: Sequence[Time], behind: Range) -> When | None:
    """When it was said: ``said on Friday that``."""
    first, last = behind
    return next((time.when for time in dated if first <= time.first < last), None)


def _occasion(tokens: Tokens, phrases: Phrases, behind: Range) -> Span | None:
    """On what occasion: ``in a statement``, ``at a news conference``, ``during an interview with …``."""
    first, last = behind
    for token in range(first, last - 1):
        if tokens.lowers[token] in LEADS and phrases.noun_at[token + 1] >= 0:
            phrase = phrases.nouns[phrases.noun_at[token + 1]]
            if tokens.lowers[phrase.head] in OCCASIONS:
                return tokens.span(phrase.first, phrase.last)
    return None
