"""Paragraphs -> a Document: which is the title, which a byline, a question, an answer; then sentences and quotations."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from diplomod.lexicon import Lexicon
from diplomod.model import Dateline, Person, Span, fingerprint
from diplomod.reading.document.blocks import find_blocks
from diplomod.reading.document.dateline import find_dateline
from diplomod.reading.document.marks import INLINE, find_gaps, find_lead
from diplomod.reading.document.quotations import find_quotations
from diplomod.reading.document.sentences import find_sentences
from diplomod.reading.parts import Document, Paragraph, ParagraphKind

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
BODY = ParagraphKind.BODY

HEAD_LENGTH = 8  # title, subheads, bylines and dateline are looked for in so many paragraphs
TITLE_LENGTH = 250
KEY_LENGTH = 16
CAPITAL = r"[A-ZÀ-ÞĀŁŚŠŻŽ]"
BYLINE = re.compile(
    rf"(?:By|BY|by) (?P<names>{CAPITAL}[\w.’'-]+(?: (?:and |& )?{CAPITAL}?[\w.’'-]+){{0,12}}(?:, [^.]{{0,60}})?)"
)
STAMP = re.compile(
    r"(?:Published|Updated|Posted|Last updated|Issued|Release[d]?|For immediate release|Press release|ABSTRACT|FULL TEXT|"
    r"Share|Print|Advertisement|Photo|Image|File photo)\b.{0,80}",
    re.I,
)
OFFICE = re.compile(
    r"\b(?:Ministry|Embassy|Office|Department|Presidency|Government|Chancellery|Cabinet)\b"
)  # who issues it
CREDIT = re.compile(
    r"\(?(?:(?:Additional |Writing and )?(?:Reporting|Writing|Editing|Compiled|Translated)(?: and (?:writing|editing))? by\b"
    r"|\((?:Updates|Adds|Recasts|Corrects|Updated|Refiles|Writes through)\b"
    r"|With (?:inputs?|additional reporting|files) (?:from|by)\b"
    r"|\(?(?:AP|AFP|Reuters|Xinhua|PTI|ANI|IANS|UNI|dpa|DPA|EFE|Agencies|Enditem|ITAR-TASS)\)?\.?$"
    r"|©|Copyright\b|All rights reserved|Our Standards:|-30-|ENDS?$|###)"
)
DATED = re.compile(
    r"(?:[A-Z][a-z]+day,? )?"
    r"(?:\d{1,2} [A-Z][a-z]+\.? \d{4}|[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)
ASIDE = re.compile(r"[\[(][^\[\]()]{1,120}[\])]\.?")
LABEL = re.compile(rf"(?P<label>{CAPITAL}[\w.’'&-]*(?: [\w.’'&(),/-]+){{0,7}}?) ?:(?=\s)\s*")
LETTERED = re.compile(r"(?P<label>Q|A|Question|Answer)[.)]\s+")
QUESTION_LABEL = re.compile(
    r"(?:Q|Question|QUESTION|Reporter|REPORTER|Journalist|JOURNALIST|Press|PRESS|Moderator|MODERATOR|Operator|OPERATOR)\b|.*\b(?:News|Agency|Times|Post|TV|Television|"
    r"Radio|Daily|Press|Herald|Journal|Media|Broadcasting|Network|AFP|AP|Reuters|Bloomberg|BBC|CNN|NHK|TASS|CCTV|Kyodo)\b"
)
QUESTION_START = re.compile(r"(?:Q|Question|QUESTION)\b")
NAME_GAP = re.compile(r",? (?:and|&) |, ")
# number of a paragraph -> where its words begin, its label, and whether it asks or answers
Labels = dict[int, tuple[int, Span, ParagraphKind]]
NO_LABELS = frozenset(
    """note update related read photo see also background correction editor's briefer briefers date place venue location
    subject subjects topic topics time participants contact source category tags embargo attention attn ref reference re cc
    transcript summary agenda""".split()
)


def lay_out(text: str, *, lexicon: Lexicon, published: dt.date | None = None) -> Document:
    """Lay `text` out; `published` helps to date a dateline that has no year."""
    blocks = find_blocks(text)
    mark = fingerprint(text)
    labels = _labels(text, blocks)
    head = _Head(text, blocks, labels, lexicon, published)
    paragraphs = tuple(_kinds(text, blocks, head, labels))
    gaps = find_gaps(text, blocks[0][0]) if blocks else ()
    sentences: list[tuple[int, int]] = []
    owners: list[int] = []
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind not in (ParagraphKind.BYLINE, ParagraphKind.CREDIT):
            found = find_sentences(text, paragraph.start, paragraph.end)
            if gaps:
                found = [sentence for sentence in found if _has_words(text, *sentence)]
            sentences += found
            owners += [number] * len(found)
    return Document(
        text=text,
        key=mark[:KEY_LENGTH],
        fingerprint=mark,
        paragraphs=paragraphs,
        quotations=find_quotations(text, paragraphs),
        sentences=tuple(sentences),
        sentence_paragraphs=tuple(owners),
        title=head.title,
        dateline=head.dateline,
        publisher=head.publisher,
        authors=head.authors,
        gaps=gaps,
    )


def _has_words(text: str, start: int, end: int) -> bool:
    """Whether anything but marks of Markdown stands there: a picture alone has no words."""
    return text[start].isalnum() or bool(INLINE.sub("", text[start:end]).strip())


class _Head:
    """What the first paragraphs tell: the title, the dateline with the place where the words go on, publisher, authors."""

    def __init__(
        self, text: str, blocks: list[tuple[int, int]], labels: Labels, lexicon: Lexicon, published: dt.date | None
    ) -> None:
        self.title: Span | None = None
        self.dateline: Dateline | None = None
        self.publisher: Span | None = None
        self.authors: tuple[Person, ...] = ()
        self.lead = -1  # the number of the paragraph that has the dateline
        self.body = 0  # where the words of that paragraph begin
        for number, (start, end) in enumerate(blocks[:HEAD_LENGTH]):
            found = None if number in labels else find_dateline(text, start, end, lexicon, published)
            if found is not None and found.end < end:
                self.dateline, self.publisher, self.lead, self.body = found.dateline, found.agency, number, found.end
                break
        if blocks and self.lead != 0 and 0 not in labels and _is_title(text, blocks):
            self.title = Span.of(text, *blocks[0])
        for start, end in blocks[:HEAD_LENGTH]:
            byline = BYLINE.fullmatch(text, start, end)
            if byline and not self.authors:
                self.authors = tuple(_authors(text, *byline.span("names")))


def _is_title(text: str, blocks: list[tuple[int, int]]) -> bool:
    """The first line is a title if it is short, more follows, and it does not end like a sentence among others."""
    start, end = blocks[0]
    line = text[start:end]
    if len(blocks) < 2 or len(line) > TITLE_LENGTH or "\n" in line:
        return False
    if len(find_sentences(text, start, end)) > 2:
        return False
    ends_open = not line.endswith((".", '"', "”", ":")) or (len(line) < 0.6 * TITLE_LENGTH and line.count(". ") == 0)
    return ends_open and (blocks[1][1] - blocks[1][0] > len(line) or len(blocks) > 2)


def _authors(text: str, first: int, last: int) -> Iterator[Person]:
    at = first
    for gap in [*NAME_GAP.finditer(text, first, last), None]:
        until = last if gap is None else gap.start()
        name = text[at:until].strip(" ,.")
        if 1 < len(name.split()) < 5 and name[0].isupper():
            yield Person(name=name, span=Span.of(text, at, at + len(name)))
        at = until if gap is None else gap.end()


def _kinds(text: str, blocks: list[tuple[int, int]], head: _Head, labels: Labels) -> Iterator[Paragraph]:
    speaking: tuple[Span, ParagraphKind] | None = None
    opened = min(min(labels, default=0), HEAD_LENGTH)  # what stands before the first label is the head of a transcript
    for number, (start, end) in enumerate(blocks):
        if CREDIT.match(text, start, end):
            yield Paragraph(start=start, end=end, kind=ParagraphKind.CREDIT)
        elif find_lead(text, start, end) == (end, "time"):
            yield Paragraph(start=start, end=end, kind=ParagraphKind.BYLINE)
        elif number == head.lead:
            yield Paragraph(start=head.body, end=end, kind=BODY)
        elif number < HEAD_LENGTH and (BYLINE.fullmatch(text, start, end) or STAMP.fullmatch(text, start, end)):
            if OFFICE.search(text, start, end):
                dated = DATED.search(text, start, end)
                yield Paragraph(start=start, end=end if dated is None else dated.start(), kind=ParagraphKind.SUBHEAD)
            else:
                yield Paragraph(start=start, end=end, kind=ParagraphKind.BYLINE)
        elif head.title is not None and text[start:end] == head.title.text and number <= max(head.lead, 2):
            yield Paragraph(start=start, end=end, kind=ParagraphKind.TITLE)
        elif number < head.lead:
            yield Paragraph(start=start, end=end, kind=ParagraphKind.SUBHEAD)
        elif speaking is not None and ASIDE.fullmatch(text, start, end):
            yield Paragraph(start=start, end=end, kind=ParagraphKind.BYLINE)
        elif number < opened and _is_short(text, start, end):
            yield Paragraph(start=start, end=end, kind=ParagraphKind.SUBHEAD)
        elif number in labels:
            begin, label, kind = labels[number]
            speaking = (label, kind)
            yield Paragraph(start=begin, end=end, kind=kind, label=label)
        elif speaking is not None and not _is_heading(text, start, end):
            yield Paragraph(start=start, end=end, kind=speaking[1], label=speaking[0])
        else:
            heads = _is_heading(text, start, end) or (number < HEAD_LENGTH and DATED.fullmatch(text, start, end))
            kind = ParagraphKind.SUBHEAD if heads else BODY
            yield Paragraph(start=start, end=end, kind=kind)


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether a line of the head of a transcript tells who, where and when; it is no sentence."""
    return end - start < 90 and "\n" not in text[start:end] and len(text[start:end].split()) < 13


def _is_heading(text: str, start: int, end: int) -> bool:
    """A short line without a stop at its end, between longer ones."""
    return end - start < 90 and text[end - 1].isalnum() and text[start : start + 1].isupper()


def _lettered(text: str, blocks: list[tuple[int, int]]) -> dict[int, tuple[int, Span]]:
    """The labels of questions and answers that letters tell: ``Q. When? A. Soon.``; empty where only one of them stands."""
    matches = {n: match for n, (start, end) in enumerate(blocks) if (match := LETTERED.match(text, start, end))}
    if len({match["label"][0] for match in matches.values()}) < 2:
        return {}
    return {number: (match.end(), Span.of(text, *match.span("label"))) for number, match in matches.items()}


def _labels(text: str, blocks: list[tuple[int, int]]) -> Labels:
    """The labels of a transcript, empty if it is none.

    A single label is no transcript: ``Note: …`` stands in many texts.
    """
    found = {}
    for number, (start, end) in enumerate(blocks):
        limit = min(end, start + 90)
        match = LABEL.match(text, start, limit) if text.find(":", start, limit) >= 0 else None
        if match and match.end() < end and match.group("label").split()[0].lower() not in NO_LABELS:
            found[number] = (match.end(), Span.of(text, *match.span("label")))
    found = found or _lettered(text, blocks)
    names = [label.text for _, label in found.values()]
    asks = any(QUESTION_START.match(name) for name in names)
    if len(found) < 2 or (len(set(names)) == len(names) and len(found) < 4 and not asks):
        return {}
    asked = {
        name: 2 * sum(text[blocks[n][1] - 1] == "?" for n, (_, label) in found.items() if label.text == name)
        > names.count(name)
        for name in set(names)
    }
    return {
        number: (begin, label, ParagraphKind.QUESTION if _asks(label.text, asked) else ParagraphKind.ANSWER)
        for number, (begin, label) in found.items()
    }


def _asks(label: str, asked: dict[str, bool]) -> bool:
    return asked[label] or QUESTION_LABEL.match(label) is not None
