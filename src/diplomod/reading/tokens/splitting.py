"""A piece of text without white space -> its words and marks, parted as in the Penn Treebank."""

from __future__ import annotations

import re

# Each alternative is tried at one place only and none nests one repetition in another over the same characters, so
# that the time is linear in the length of the piece.
PIECE = re.compile(
    r"""
    (?P<whole>
        (?:https?://|www\.)[^\s<>"“”)\]]*[^\s<>"“”)\].,;:!?'’]
      | [\w+-][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}
      | [@\#][^\W\d]\w+
      | (?:[^\W\d_]\.){2,}(?:[-‐‑][^\W_]+)*
      | [A-Z]\.[A-Z](?![^\W_])
      | Ph\.?D\.
      | \d+(?:[.,:/]\d+)*(?:[^\W_]+)?(?:[-‐‑][^\W_]+)*
      | \.{2,} | -{2,} | [—–―]+ | `` | ''
      | ['’](?:[sSmdD]|re|ve|ll)(?![^\W_])
    )
    | (?P<word>[^\W_][\w\u0300-\u036f\u200d\u00ad]*(?:[-‐‑'’&][^\W_][\w\u0300-\u036f\u200d\u00ad]*)*)
    | \S
    """,
    re.VERBOSE,
)
CLITIC = re.compile(r"(?:n['’]t|['’](?:s|m|d|re|ve|ll))\Z", re.IGNORECASE)
ABBREVIATIONS = frozenset(
    """Mr Mrs Ms Messrs Dr Prof Rev Hon St Sr Jr Gen Lt Col Maj Capt Cmdr Adm Sgt Sen Sens Rep Reps Gov Govs Amb Supt
    Brig Pvt Cpl Asst Inc Ltd Co Corp Bros Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mt Ft Ala Ariz Ark Calif
    Colo Conn Fla Ga Kan Kans Ky Md Mich Minn Mont Neb Nev Okla Tenn Tex Va Vt Wis Wyo MR MRS MS DR vs etc viz cf
    Op Vol Nos Esq Univ Dept Smt Mme Mlle Engr Sra Dra Ing Lic Secy""".split()
)
PLAIN = frozenset(",.;:?!)”")
LONG = 4  # letters of a word that is no initial and no PhD


def split(piece: str) -> list[tuple[int, int]]:
    """The ranges of the words and marks of a `piece` of text that has no white space in it.

    >>> piece = "(U.S.-led“can't,"
    >>> [piece[a:b] for a, b in split(piece)]
    ['(', 'U.S.-led', '“', 'ca', "n't", ',']
    """
    at, end = 0, len(piece)
    if piece.isalpha() and piece.lower() != "cannot":  # most pieces
        return [(0, end)]
    out: list[tuple[int, int]] = []
    while at < end:
        match = PIECE.match(piece, at)
        stop = at + 1 if match is None else match.end()
        if match is not None and match.lastgroup == "word":
            if piece[stop : stop + 1] == "." and _keeps_stop(piece[at:stop]):
                stop += 1
                out.append((at, stop))
            else:
                _part(piece, at, stop, out)
        else:
            out.append((at, stop))
        at = stop
    return out


def word_before_mark(piece: str) -> str:
    """The word of a piece that is a word of letters and one plain mark behind it, as many are; else nothing.

    >>> word_before_mark("envoys,"), word_before_mark("talks."), word_before_mark("Mr."), word_before_mark("U.S.,")
    ('envoys', 'talks', '', '')
    """
    word = piece[:-1]
    if not word.isalpha() or piece[-1] not in PLAIN:
        return ""
    return "" if piece[-1] == "." and (len(word) < LONG or word in ABBREVIATIONS) else word


def _keeps_stop(word: str) -> bool:
    """Whether a stop after the word belongs to it: an abbreviation or an initial."""
    return word in ABBREVIATIONS or (len(word) == 1 and word.isupper()) or (word[-2:-1] == "-" and word[-1].isupper())


def _part(piece: str, at: int, stop: int, out: list[tuple[int, int]]) -> None:
    """Part a word from its clitics: ``wouldn't``, ``she'll``, ``cannot``."""
    cuts = [stop]
    word = piece[at:stop]
    if "'" in word or "’" in word:
        while (clitic := CLITIC.search(piece[at : cuts[0]])) is not None and clitic.start() > 0:
            cuts.insert(0, at + clitic.start())
            if len(cuts) > 3:
                break
    elif len(word) == 6 and word.lower() == "cannot":
        cuts.insert(0, at + 3)
    begun = at
    for cut in cuts:
        out.append((begun, cut))
        begun = cut
