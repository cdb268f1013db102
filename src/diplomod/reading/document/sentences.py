"""A paragraph -> its sentences."""

from __future__ import annotations

import re

# The first mark of several, and what closes behind them; it begins with a set of characters, for which a search is quick.
END = re.compile(r"[.!?…](?<![.!?…]{2})[.!?…]*+[\"”’'»)\]*_]*+(?=\s)")
LONGEST = 4000  # characters
MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
SPACE = re.compile(r"\s+")
ABBREVIATIONS = frozenset(
    """mr mrs ms messrs dr prof rev hon st sr jr gen lt col maj capt cmdr adm sgt sen rep gov amb sec pres supt det
    dep asst min vs etc inc ltd co corp no nos vol art para pp ed al fig approx est dept univ mt ft ave jan feb mar apr
    jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun e.g i.e viz cf u.s u.n u.k e.u u.s.a d.c
    a.m p.m ph.d h.e h.r.h h.m r.-fla d-mass ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn
    miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo messrs bros brig pvt cpl spc hrh smt mme mlle engr sra dra
    ing lic secy""".split()
)
# After these a capital may begin a sentence, since they end one as often as they stand inside.
MAY_END = frozenset("u.s u.n u.k e.u u.s.a d.c a.m p.m etc inc ltd co corp jr sr al".split())
STARTERS = frozenset(
    """the a an this that these those he she it they we i you his her its their our my there here in on at after before
    but and or so yet as for if when while although though since because meanwhile however also both some many most
    what who why how where no not one two earlier later last next according asked under with from by to during despite
    all each every such another other officials president mr mrs ms now then still once""".split()
)
WORD_BACKWARDS = re.compile(r"[\w.&’'-]*")
WORD_AFTER = re.compile(r"\s+[\"“‘'(\[«„`*_]*([^\W_]+)")


def find_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as character ranges without white space around them.

    >>> text = "U.S. envoys met Gen. Ward on Dec. 3. “We talked. It was brief,” he said."
    >>> [text[a:b] for a, b in find_sentences(text, 0, len(text))]
    ['U.S. envoys met Gen. Ward on Dec. 3.', '“We talked.', 'It was brief,” he said.']
    >>> text = "She met Wang Jun. The talks were short."
    >>> [text[a:b] for a, b in find_sentences(text, 0, len(text))]
    ['She met Wang Jun.', 'The talks were short.']
    """
    out = []
    begun = start
    for match in END.finditer(text, start, end):
        if match.end() >= end or match.start() <= begun or not _ends(text, match, begun, end):
            continue
        out += _parts(text, begun, match.end())
        begun = match.end()
        while begun < end and text[begun].isspace():
            begun += 1
    if begun < end:
        out += _parts(text, begun, end)
    return out


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentence, or where it is longer than any is, pieces of it: what stands within a sentence may nest."""
    if end - start <= LONGEST:
        return [(start, end)]
    out = []
    while end - start > LONGEST:
        gap = SPACE.search(text, start + LONGEST, min(end, start + 2 * LONGEST))
        stop, after = (gap.start(), gap.end()) if gap is not None else (start + LONGEST, start + LONGEST)
        out.append((start, stop))
        start = after
    return [*out, (start, end)] if start < end else out


def _ends(text: str, match: re.Match[str], begun: int, end: int) -> bool:
    """Whether a sentence ends at this stop."""
    after = WORD_AFTER.match(text, match.end(), min(end, match.end() + 60))
    if after is None:
        return True
    word, mark = after.group(1), match.group()
    if word[0].islower():
        return False
    if mark[0] != "." or mark.startswith(".."):
        return True
    # the stop may have a line of its own
    line = text[max(begun, match.start() - 20) : match.start()].removesuffix("\n")
    before = WORD_BACKWARDS.match(line[::-1])
    stem = before.group()[::-1].lower().strip("'’") if before else ""
    if len(stem) == 1 and stem.isalpha():  # an initial, unless a pronoun or a lone capital ends the sentence
        return word.lower() in STARTERS and stem == "i"
    if stem in MAY_END or (len(stem) > 2 and stem[1:2] == "."):
        return word.lower() in STARTERS and word.lower() not in {"president", "officials", "mr", "mrs", "ms"}
    if stem in MONTHS and not word[0].isdigit():
        return True  # "met Wang Jun. The talks": no month without its day or year
    if stem in ABBREVIATIONS:
        return False if not stem.startswith("no") else not word[0].isdigit()
    return True
