"""Quotation marks -> quotations, a paragraph at a time, those that run over paragraphs linked."""

from __future__ import annotations

import re

from diplomod.reading.parts import Paragraph, Quotation

# Two of ` make one mark, and two of ' as well.
DOUBLE = re.compile("[\"“”„‟«»`'](?:(?<=`)`|(?<=')'|(?<![`']))")
MARK = re.compile("[\"“”„‟«»`'‘’](?:(?<=`)`|(?<=')'|(?<!`))")
ANY = ('"', "“", "”", "„", "‟", "«", "»", "`", "‘", "''")
LONE = re.compile(r"'(?<![^\W_]')")  # one that is no apostrophe
USUAL = re.compile("[\"“„«]|''")
OPENING = {"“": '”“"', "„": "“”‟", "«": "»", "``": "''"}
BEFORE_OPENING = " \t\r\n\xa0([{—–-/*_>\u2009\u200b"


def find_quotations(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Quotation, ...]:
    """The quotations of all paragraphs in order.

    A quotation that is left open at the end of a paragraph goes on in the next one if that begins with an opening mark.
    """
    if not paragraphs or not _has_marks(text, paragraphs[0].start):
        return ()
    out: list[Quotation] = []
    open_before: int | None = None
    for number, paragraph in enumerate(paragraphs):
        found = _in_paragraph(text, paragraph)
        for i, (outer_start, start, end, outer_end, closed) in enumerate(found):
            goes_on = open_before is not None and i == 0 and outer_start == paragraph.start
            out.append(
                Quotation(
                    start=start,
                    end=end,
                    outer_start=outer_start,
                    outer_end=outer_end,
                    paragraph=number,
                    continues=open_before if goes_on else None,
                    closed=closed,
                )
            )
        open_before = len(out) - 1 if found and not found[-1][4] else None
    return tuple(out)


def _has_marks(text: str, start: int) -> bool:
    """Whether a text has a mark that may open a quotation, from `start` on: most have none."""
    for mark in ANY:
        if text.find(mark, start) >= 0:
            return True
    return LONE.search(text, start) is not None


def _in_paragraph(text: str, paragraph: Paragraph) -> list[tuple[int, int, int, int, bool]]:
    """Outer start, start, end, outer end of each quotation of a paragraph, and whether its closing mark is there."""
    out: list[tuple[int, int, int, int, bool]] = []
    begun: tuple[int, int, str] | None = None  # where the marks and where the words begin, and the marks that end it
    marks = MARK if _has_single_quotations(text, paragraph) else DOUBLE
    for match in marks.finditer(text, paragraph.start, paragraph.end):
        at, mark = match.start(), match.group()
        if begun is not None:
            if _closes(text, at, mark, begun[2], paragraph.end):
                if at > begun[1]:
                    out.append((begun[0], begun[1], at, match.end(), True))
                begun = None
        elif _opens(text, at, mark, paragraph):
            begun = (
                at,
                match.end(),
                OPENING.get(mark, "’'" if mark in ("‘", "'") else "''" if mark == "''" else '"”“'),
            )
    if begun is not None and begun[1] < paragraph.end and begun[2] != "’'":
        out.append((begun[0], begun[1], paragraph.end, paragraph.end, False))
    return out


def _opens(text: str, at: int, mark: str, paragraph: Paragraph) -> bool:
    if mark in ("“", "„", "«", "``"):
        return True
    if mark in ("”", "»", "’"):
        return mark == "”" and at == paragraph.start
    at_start = at == paragraph.start or text[at - 1] in BEFORE_OPENING
    return at_start and at + 1 < paragraph.end and not text[at + 1].isspace()


def _closes(text: str, at: int, mark: str, ends: str, limit: int) -> bool:
    if mark not in ends or (mark == "'" and ends == "''"):
        return False
    if mark in ("’", "'"):
        return (at + 1 >= limit or not text[at + 1].isalnum()) and not text[at - 1].isspace()
    if mark == '"' and ends[0] == "”":  # opened by a curly mark, closed by a straight one
        return text[at - 1] in ",.?!…" and (at + 1 >= limit or not text[at + 1].isalnum())
    if mark == '"':  # an opening mark in an open quotation is a typing slip: the quotation goes on
        return not (text[at - 1].isspace() and at + 1 < limit and text[at + 1].isalnum()) or at + 1 == limit
    return True


def _has_single_quotations(text: str, paragraph: Paragraph) -> bool:
    """Whether the paragraph uses single marks for what others put in double ones: an opening and a closing one of them."""
    first, last = paragraph.start, paragraph.end
    if USUAL.search(text, first, last):
        return False
    opening = text.find("‘", first, last) >= 0 or text.startswith("'", first) or text.find(" '", first, last) >= 0
    return opening and any(text.find(end, first, last) >= 0 for end in (",’", ".’", "?’", ",'", ".'", "?'", "’ ", "' "))
