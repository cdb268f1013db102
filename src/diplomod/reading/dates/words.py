"""The words of date expressions, each with a code of one letter.

A sentence becomes a string with one letter a token, so that the grammar can be regular expressions over kinds of words
instead of over spellings. The kinds:

    M month     W weekday     Y year in four figures    d 1 to 31 in figures    o ordinal number up to 31
    n other number            @ eighteen, nineteen, twenty                      Z decade (1990s)        y '98
    S season    V holiday     q quarter (Q3)            z today, yesterday, …   p part of the day
    D day       K week        O month                   A year      X decade    U century
    Q quarter   H half        I period                  E weekend   1-7 the plurals of D K O A X U Q
    N next      L last        P past                    T this      C coming    F following
    R previous  G that        B same                    c current   l latest    k fiscal
    e early, mid, late        r earlier, later          b beginning, middle, end
    g ago       j after       J before                  f of        t the       a a, an      m about
    x to, until w and         i in                      h between   v from      ! now        s 's
    = within    < or        > so          8 eve                     9 new         0 thousand
    - / , . ( ) the marks themselves                    % a compound that holds some of these    _ anything else
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from diplomod.lexicon.kept import Kept

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
ABBREVIATED = {"sept": 9, **{name[:3]: number for number, name in enumerate(MONTHS, 1) if len(name) > 3}}
ABBREVIATED_DAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
NUMBERS = {
    name: number
    for number, name in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        1,
    )
} | {name: 10 * number for number, name in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
ORDINALS = {
    name: number
    for number, name in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"thirtieth": 30, "twenty-first": 21, "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24,
     "twenty-fifth": 25, "twenty-sixth": 26, "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29,
     "thirty-first": 31}  # fmt: skip
SEASONS = {"spring": 21, "springtime": 21, "summer": 22, "summertime": 22, "autumn": 23, "fall": 23, "winter": 24}
DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
           "nineties": 9}  # fmt: skip
HOLIDAYS = ("christmas", "thanksgiving", "easter", "halloween", "epiphany", "nowruz")
# Holidays only with the word Day after them.
HOLIDAYS_WITH_DAY = ("boxing", "election", "valentine", "bastille", "armistice", "veterans")

# The unit of each code; the plural's code gives the same unit.
UNITS = {
    "D": "day", "K": "week", "O": "month", "A": "year", "X": "decade", "U": "century", "Q": "quarter",
    "1": "day", "2": "week", "3": "month", "4": "year", "5": "decade", "6": "century", "7": "quarter",
}  # fmt: skip

_SIMPLE = {
    "D": "day", "K": "week fortnight", "O": "month", "A": "year", "X": "decade", "U": "century", "Q": "quarter", "H": "half",
    "1": "days", "2": "weeks fortnights", "3": "months", "4": "years", "5": "decades", "6": "centuries", "7": "quarters",
    "I": "period", "E": "weekend",
    "N": "next", "L": "last", "P": "past", "T": "this", "C": "coming upcoming", "F": "following",
    "R": "previous prior preceding", "G": "that", "B": "same", "c": "current", "l": "latest", "k": "fiscal financial fy",
    "e": "early mid late", "r": "earlier later", "b": "beginning start middle end close turn",
    "g": "ago", "j": "after", "J": "before", "f": "of", "t": "the", "a": "a an",
    "m": "about around approximately roughly nearly almost circa",
    "x": "to through until till thru", "w": "and &", "i": "in", "h": "between", "v": "from", "!": "now", "s": "'s '",
    "=": "within",
    "<": "or", ">": "so", "8": "eve", "9": "new", "0": "thousand",
    "z": "today yesterday tomorrow tonight tonite", "p": "morning mornings afternoon evening night nights noon midnight",
    "-": "- – ‐ ‑", "/": "/", ",": ",", ".": ".", "(": "( -lrb-", ")": ") -rrb-",
}  # fmt: skip

WORDS: dict[str, tuple[str, int]] = {word: (code, 0) for code, words in _SIMPLE.items() for word in words.split()}
WORDS.update({word: ("n", number) for word, number in NUMBERS.items()})
WORDS.update({word: ("@", NUMBERS[word]) for word in ("eighteen", "nineteen", "twenty")})
WORDS.update({word: ("o", number) for word, number in ORDINALS.items()})
WORDS.update({word: ("S", number) for word, number in SEASONS.items()})
WORDS.update({word: ("Z", 190 + number) for word, number in DECADES.items()})
WORDS.update({word: ("V", number) for number, word in enumerate(HOLIDAYS + HOLIDAYS_WITH_DAY)})
WORDS.update(
    {
        f"{tens}-{ones}": ("n", NUMBERS[tens] + NUMBERS[ones])
        for tens in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
        for ones in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    }
)
WORDS.update({word: ("M", number) for number, word in enumerate(MONTHS, 1)})
WORDS.update({word + dot: ("M", number) for word, number in ABBREVIATED.items() for dot in ("", ".")})
WORDS.update({word: ("W", number) for number, word in enumerate(WEEKDAYS)})
WORDS.update({word + dot: ("W", number) for word, number in ABBREVIATED_DAYS.items() for dot in ("", ".")})

_NUMBER = re.compile(
    r"(?P<o>(?:[12]?[1-9]|[123]0|31)(?:st|nd|rd|th))"
    r"|(?P<Z>[12]\d\d0'?s|'?[2-9]0's|'?[2-9]0s)"
    r"|(?P<y>'\d\d)"
    r"|(?P<q>q[1-4])"
    r"|(?P<Y>[12]\d{3})"
    r"|(?P<d>0?[1-9]|[12]\d|3[01])"
    r"|(?P<n>\d{1,3})"
)
_PIECE = re.compile(r"\d+(?:st|nd|rd|th|s)?|[-–‐‑/.]|'?[^\W\d_]+(?:'s)?|.", re.DOTALL)
_DAYS = re.compile(r"(?:[1-9]|[12]\d|3[01])[-–‐‑](?:[1-9]|[12]\d|3[01])")
_TELLING = frozenset("MWYdoZySVqDKOAXQHE1234567g")


KNOWN: dict[str, str] = {word: code for word, (code, _) in WORDS.items()}


def value_of(code: str, word: str) -> int:
    """The number in a word: of a month 1 to 12, of a weekday 0 to 6, of a decade its year without the last figure."""
    if word in WORDS:
        return WORDS[word][1]
    figures = "".join(filter(str.isdecimal, word))
    if not figures:
        return 0
    if code == "Z":
        return int(figures) // 10 if len(figures) == 4 else (190 if figures[0] != "2" else 200) + int(figures[0]) % 10
    return int(figures)


def pieces(word: str) -> Iterator[tuple[str, str]]:
    """The parts of a compound, each with its code: ``mid-june`` is ``mid``, ``-``, ``june``."""
    for piece in _PIECE.findall(word):
        code = KNOWN.get(piece) or _number_code(piece)
        yield code, piece


def _number_code(word: str) -> str:
    match = _NUMBER.fullmatch(word)
    return match.lastgroup or "_" if match else "_"


def _code_of(word: str) -> str:
    if word.isalpha():
        return "_"
    code = _number_code(word)
    if code == "_" and 2 < len(word) < 40:
        telling = len(word) > 3 and any(c in _TELLING for c, _ in pieces(word))
        return "%" if telling or _DAYS.fullmatch(word) else "_"
    return code


CODES = Kept(_code_of, KNOWN)  # word in small letters -> its code


def codes_of(words: Set[str]) -> dict[str, str]:
    """The codes of those words that have one; a word of letters alone has none that is not known."""
    known = KNOWN.keys() & words
    known.update([word for word in words if not word.isalpha()])
    return {word: CODES[word] for word in known}
