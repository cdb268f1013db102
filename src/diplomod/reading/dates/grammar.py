"""Sentences -> date expressions, by what they look like; what they stand for is the next step's concern."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from diplomod.reading.dates.words import UNITS, codes_of, pieces, value_of
from diplomod.reading.parts import Tokens, frozen

SEQUENCES_KEPT = 4096  # of codes
Match = tuple[str, int, int]  # the rule, and where in the codes its expression begins and ends


@frozen(slots=True, kw_only=True)
class Expression:
    """A date expression at tokens `first` to `last`: the rule that found it, its kinds of words, and the words."""

    rule: str
    codes: str
    words: tuple[str, ...]
    first: int
    last: int

    def all(self, code: str) -> list[int]:
        """The numbers of all words of a kind."""
        return [value_of(c, word) for c, word in zip(self.codes, self.words, strict=True) if c == code]

    def numbers(self, kinds: str) -> list[int]:
        """The numbers of all words of one of these kinds."""
        return [value_of(c, word) for c, word in zip(self.codes, self.words, strict=True) if c in kinds]

    def get(self, code: str) -> int | None:
        """The number of the first word of one of the kinds in `code`, None without one."""
        for c, word in zip(self.codes, self.words, strict=True):
            if c in code:
                return value_of(c, word)
        return None

    @property
    def year(self) -> int | None:
        """The year that is written, in four figures or in two after an apostrophe."""
        short = self.get("y")
        if short is None:
            return self.get("Y")
        return short + (2000 if short < 40 else 1900)

    @property
    def unit(self) -> str | None:
        """The unit of time: day, week, month, …; of several the last."""
        return next((UNITS[c] for c in reversed(self.codes) if c in UNITS), None)

    @property
    def count(self) -> int:
        """How many units: of ``three weeks ago`` 3, of ``a week ago`` 1."""
        count = self.get("dn@")
        twice = 2 if any(word.startswith("fortnight") for word in self.words) else 1
        return twice if count is None else twice * count

    def has(self, codes: str) -> bool:
        """Whether a word of one of these kinds is among them."""
        return any(c in codes for c in self.codes)


_WEEKDAY = r"(?:W[.]?(?:,?p)?[,(]?)?"
_DAY = r"(?:t?[do])"
_OF_YEAR = r"(?:,?Y|,?y|f?[TLNG]A|ft?A)"
_PART = r"(?:m?(?:t?(?:[er]-?){1,3}(?:it?)?|t?b(?:ft?|-)))?"
_WHICH = r"(?:TC|TP|TN|t[RFBNLcl]|[TLNPRCFGBcl])"
_COUNT = r"m?[adn@](?:-?n)?"
_UNIT = r"[DKOAXQU1234567]"

RULES: dict[str, str] = {
    # 2025-12-20 | 20/12/2025 | 12-20-97 | 20.12.2025
    "iso": r"Y-d-d(?!-)",
    "figures": r"(?<![-/.])d(?:/d/[Ydn]|-d-[Ydn]|[.]d[.]Y)(?![-/])",
    # 9/11
    "attacks": r"(?<![-/.])d/d(?![-/.]?[dnY]|/)",
    # from Dec 15 to 17, 2025 | 15-17 December | the 15th to the 17th of May
    "days": rf"{_WEEKDAY}M{_DAY}[-xw]{_DAY}(?:,?Y)?(?![O123])",
    "days_before": rf"{_WEEKDAY}{_DAY}[-xw]{_DAY}f?M(?:,?Y)?",
    # Friday, Dec. 20, 2025 | 20 December | the 20th of this month
    "date": rf"{_WEEKDAY}(?:[er]i?)?[LNTP]?M{_DAY}(?:{_OF_YEAR})?(?!0|d[D1])",
    "date_before": rf"{_WEEKDAY}{_DAY}f?M(?:{_OF_YEAR})?",
    "day_of_month": r"tof[TLN]O",
    # on the 21st | on the 14th and 15th
    "day_alone": r"to(?:[wx-]t?o)?(?![-0A-Za-hjlnpq-uy1-8@%])",
    "week_of": rf"t[KE]f(?:M{_DAY}|{_DAY}f?M)(?:,?Y)?",
    # the third quarter of 1998 | this year's third quarter | Q3 2024
    "quarter": rf"{_PART}t?(?:[TLN]As|Ys?|A-?[rg])?(?:k-?)?o-?(?:k-?)?Q(?:f?k?Y|f?t?[TLNc]?A)?|qf?Y?|Yq",
    # the last quarter of 2024 | the final quarter of the year
    "last_quarter": r"tLQf(?:k?Y|t?[TLN]?A)",
    # the latest quarter | last quarter | the period; the year-earlier quarter, a year-ago loss
    "quarter_now": r"t?lI|t?l(?:k?A|Q)|t[QI]|[TBGLN]Q|LAsQ",
    "quarter_before": r"tA-?[rg]-?[QI]|(?<![adn@n])A-?[rg]-?[QI]?",
    "half_of_month": r"t?[oL]-?HfM(?:,?Y)?",
    "half": r"t?[oL]-?Hf(?:k?Y|[TLN]A|tA)",
    # the first nine months
    "months": r"t?[olLPR][dn]3",
    # the 1990s | the early '70s | the twentieth century
    "decade": rf"{_PART}t?(?:e-?)?Z|te?-?Ys",
    "century": rf"{_PART}t?o-?U",
    # June 2024 | mid-June | early last December | March of this year
    "month": rf"{_PART}{_WHICH}?M{_OF_YEAR}?",
    # on Wednesday next | Monday last
    "weekday_beside": r"W[NL](?![DKOAEMSQXIB1-7])",
    # within sixty days | within the next two weeks
    "until_within": rf"=(?:t[NC])?{_COUNT}{_UNIT}",
    # last Friday | Tuesday night | early on Monday | Thursday of last week | Monday next week
    "weekday": rf"(?:[er]-?)?{_WHICH}?Wp?(?:f?(?:[TLNR]|t[FR])K)?",
    "season": rf"{_PART}t?{_WHICH}?S(?:,?f?Y|f?[TLN]A)?",
    "holiday": r"m?[er]?[LTN]?Vs?[8DW]?(?:,?Y)?|[LTN]?9As[8D](?:,?Y)?",
    # yesterday | early tomorrow | this morning | last night | the day before yesterday
    "deictic": r"tD[jJ]z|[er]?zp?|[er]?[TL]p",
    "weekend": rf"(?:t?{_WHICH}|t)E",
    # three weeks ago | a year earlier | two days later | a week from now | in two days
    "ago": rf"{_COUNT}{_UNIT}(?:<>)?g|HaX?U?g",
    "from_now": rf"{_COUNT}{_UNIT}v(?:!|z)",
    "later": rf"{_COUNT}{_UNIT}r",
    "shift": rf"(?:{_COUNT}|t){_UNIT}[jJ]|tpJ",
    "within": rf"i{_COUNT}{_UNIT}s?",
    # that day | the next morning | the same evening | later in the day
    "day_again": r"[er]?Gp|tBp|[er]?(?:tB|G)D|t[NFR][Dp]|ND|[er]it[Dp]",
    "year_end": r"(?:t|T|N|L)?As?-?b",
    # this year | earlier this month | the following week | the end of the year
    "unit": rf"{_PART}{_WHICH}k?[KOAXU]|t?[er]it[KOA]|t?bft[KOA]",
    "spoken": r"(?:tA)?(?:@n(?:-?n)?|n0)",
    "years": r"Y[-/][Ydn](?![-/%])",
    "year": rf"m?{_PART}(?:t?A)?(?:k-?)?[Yy]",
}
# Every rule needs one of these, or a compound that may hold one.
_NEEDED = "MWYyZzpqQSVEHIDKOAXU1-70@/o"
_TRIGGER = re.compile(f"[{_NEEDED}]")
_DATED = re.compile(f"[{_NEEDED}%]")
_GRAMMAR = re.compile("|".join(f"(?P<{name}>{rule})" for name, rule in RULES.items()))


def find_expressions(tokens: Tokens) -> Iterator[Expression]:
    """What looks like a date expression, in the order of the text."""
    lowers = tokens.lowers
    codes = "".join(map(codes_of(tokens.vocabulary).get, lowers, itertools.repeat("_")))
    at = 0
    while dated := _DATED.search(codes, at):  # most sentences have no word of time
        first, last = tokens.sentences[tokens.sentence_of[dated.start()]]
        at = last
        if codes.find("%", first, last) >= 0:
            yield from _in_compounds(codes, lowers, first, last)
            continue
        for rule, start, end in _matches(codes, first, last):
            yield Expression(rule=rule, codes=codes[start:end], words=tuple(lowers[start:end]), first=start, last=end)


def _matches(codes: str, first: int, last: int) -> Iterator[Match]:
    """What looks like a date expression between two words."""
    at = first
    while trigger := _TRIGGER.search(codes, at, last):
        # No expression reaches over a word without a kind: look between the two around the trigger.
        at = max(at, codes.rfind("_", at, trigger.start()) + 1)
        end = codes.find("_", trigger.start(), last)
        end = last if end < 0 else end
        before = at > 0  # a mark right before a figure tells, so it is looked at too
        for rule, start, stop in _matches_in(codes[at - before : end], before):
            yield rule, start + at - before, stop + at - before
        at = end


@functools.lru_cache(maxsize=SEQUENCES_KEPT)
def _matches_in(codes: str, first: int) -> tuple[Match, ...]:
    """What looks like a date expression in a few codes, the first left out; the same few come again and again."""
    return tuple((match.lastgroup or "", *match.span()) for match in _GRAMMAR.finditer(codes, first))


def _in_compounds(codes: str, lowers: list[str], first: int, last: int) -> Iterator[Expression]:
    """The expressions of a sentence with compounds (``mid-June``): each is taken apart, and counts whole in the end."""
    parts: list[tuple[str, str, int]] = []
    for number in range(first, last):
        if codes[number] == "%":
            parts.extend((code, piece, number) for code, piece in pieces(lowers[number]))
        else:
            parts.append((codes[number], lowers[number], number))
    line = "".join(part[0] for part in parts)
    told = first
    for rule, start, end in _matches(line, 0, len(line)):
        if parts[start][2] < told:  # a compound is part of one date, not of two
            continue
        told = parts[end - 1][2] + 1
        words = tuple(part[1] for part in parts[start:end])
        yield Expression(rule=rule, codes=line[start:end], words=words, first=parts[start][2], last=told)
