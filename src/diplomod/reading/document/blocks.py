"""Lines -> paragraphs: character ranges of blocks of text, whether each line is one or they are wrapped."""

from __future__ import annotations

import itertools
import re

from diplomod.reading.document.marks import find_lead

LINE = re.compile(r"\S(?:[^\r\n]*\S)?")  # without the white space around it
FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?:(?!---)[^\r\n]*\r?\n)*?---[ \t]*(?:\r?\n|$)")
RULE = re.compile(r"[\s*_=#~•·—–|+:.…-]+")
SENTENCE_END = (".", "!", "?", ":", '."', ".”", ".’", "?”", "!”", '?"', '!"', ".)", "”", '"')


def find_blocks(text: str) -> list[tuple[int, int]]:
    """The paragraphs of `text` as character ranges without white space, numbers, bullets and times around them.

    >>> [text[a:b] for text in ["One line.\\nAnother.\\n\\nA third."] for a, b in find_blocks(text)]
    ['One line.', 'Another.', 'A third.']

    Lines that were wrapped are taken together:

    >>> text = "The two met in\\nthe capital of\\na third state.\\n\\nThey parted."
    >>> [text[a:b] for a, b in find_blocks(text)]
    ['The two met in\\nthe capital of\\na third state.', 'They parted.']
    """
    lines = _lines(text)
    apart = {start for (_, end), (start, _) in itertools.pairwise(lines) if _blank_between(text, end, start)}
    wrapped = _is_wrapped(text, lines, apart)
    blocks: list[tuple[int, int]] = []
    previous = -1
    whole = False  # whether the line before is a block of its own: a heading, a rule
    for start, end in lines:
        begin, lead = find_lead(text, start, end)
        if blocks and wrapped and not whole and not (start in apart or _parted(text, previous, lead)):
            blocks[-1] = (blocks[-1][0], end)
            previous = end
            continue
        whole = lead == "heading" or _is_rule(text, start, end)
        if begin == end:  # a time alone
            blocks.append((start, end))
        elif not _is_rule(text, begin, end):
            blocks.append((begin, end))
        previous = end
    return blocks


def _is_rule(text: str, start: int, end: int) -> bool:
    """Whether a line has nothing but marks that part others."""
    return not text[start].isalnum() and RULE.fullmatch(text, start, end) is not None


def _parted(text: str, end: int, lead: str) -> bool:
    """Whether the number or time of a line begins a block: behind a finished line."""
    return bool(lead) and (lead == "heading" or text[max(0, end - 2) : end].endswith((*SENTENCE_END, ";", ",", "and")))


def _lines(text: str) -> list[tuple[int, int]]:
    """The lines that hold more than white space, without the white space around them; front matter is passed over."""
    front = FRONT_MATTER.match(text)
    return [match.span() for match in LINE.finditer(text, front.end() if front else 0)]


def _blank_between(text: str, end: int, start: int) -> bool:
    """Whether there is an empty line between two places."""
    return start - end > 1 and (text.count("\n", end, start) > 1 or text.count("\r", end, start) > 1)


def _is_wrapped(text: str, lines: list[tuple[int, int]], apart: set[int]) -> bool:
    """Whether lines are broken in the middle of sentences: many go on in small letters without a stop before; those that begin
    `apart` stand behind an empty line."""
    breaks = broken = 0
    for (_, end), (start, _) in itertools.pairwise(lines):
        if start not in apart:
            breaks += 1
            broken += text[start].islower() and not text.endswith(SENTENCE_END, max(0, end - 2), end)
    return broken >= 2 and broken * 5 >= breaks
