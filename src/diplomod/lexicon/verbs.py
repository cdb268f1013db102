"""Verbs: their forms, and in what senses each matters to diplomacy."""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterable

import attrs

from diplomod.lexicon.kept import MOST
from diplomod.lexicon.tables import Row, rows_of

VOWELS = frozenset("aeiou")
NO_SENSE: frozenset[str] = frozenset()
SENSES_KEPT = 4096  # sets of senses of which something is found out: a lexicon has a few hundred
# Lemmas of more than one syllable double their last letter too if the stress is on it.
DOUBLED = frozenset(
    "admit permit commit submit omit refer confer prefer defer infer occur recur concur rebut regret forget "
    "begin compel expel propel repel control patrol transfer incur deter abet allot upset unwrap remit "
    "transmit impel dispel rebel excel".split()
)


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Verbs:
    """The verbs of the lexicon.

    `forms` maps a form in small letters to the pairs of lemma and Penn tag that it can be; `senses_of` a lemma, with its
    particle if it has one (``rule out``), to its senses; `particles` a lemma to the particles that make another verb of it.
    """

    forms: dict[str, tuple[tuple[str, str], ...]]
    senses_of: dict[str, frozenset[str]]
    particles: dict[str, frozenset[str]]

    def lemma(self, form: str, tag: str) -> str:
        """The base form of a verb's `form` in small letters that has the Penn tag `tag`; guessed where it is unknown.

        >>> verbs().lemma("met", "VBD"), verbs().lemma("brokering", "VBG")
        ('meet', 'broker')
        """
        known = self.forms.get(form)
        if known is None:
            return _guess(form, tag)
        for lemma, possible in known:
            if possible == tag:
                return lemma
        return known[0][0]

    def senses(self, lemma: str) -> frozenset[str]:
        """The senses of a lemma, empty for a verb that the lexicon says nothing of."""
        return self.senses_of.get(lemma, NO_SENSE)


@functools.cache
def verbs() -> Verbs:
    """The verbs of the package's own files, read when they are first asked for."""
    return from_rows(rows_of("verbs.txt", 2), rows_of("irregular.txt", 4))


def from_rows(entries: Iterable[Row], exceptions: Iterable[Row]) -> Verbs:
    """The verbs of entries `lemma | senses` and of those whose forms no rule tells."""
    forms: dict[str, list[tuple[str, str]]] = {}
    senses: dict[str, frozenset[str]] = {}
    particles: dict[str, set[str]] = {}
    irregular = {lemma: (past, participle, third) for lemma, past, participle, third in exceptions}
    for lemma, known in entries:
        senses[lemma] = senses.get(lemma, NO_SENSE) | frozenset(map(sys.intern, known.split()))
        head, _, particle = lemma.partition(" ")
        if particle:
            particles.setdefault(head, set()).add(particle)
    for lemma in map(sys.intern, dict.fromkeys([*irregular, *(name.split()[0] for name in senses)])):
        for form, tag in _inflect(lemma, irregular.get(lemma)):
            if (lemma, tag) not in forms.setdefault(sys.intern(form), []):
                forms[form].append((lemma, tag))
    return Verbs(
        forms={form: tuple(pairs) for form, pairs in forms.items()},
        senses_of=senses,
        particles={lemma: frozenset(found) for lemma, found in particles.items()},
    )


def _inflect(lemma: str, irregular: tuple[str, str, str] | None) -> list[tuple[str, str]]:
    stem = lemma + lemma[-1] if _doubles(lemma) else lemma
    if lemma.endswith("e"):
        past, gerund = f"{lemma}d", lemma if lemma.endswith(("ee", "ye", "oe")) else lemma[:-1]
    elif lemma.endswith("y") and lemma[-2] not in VOWELS:
        past, gerund = f"{lemma[:-1]}ied", lemma
    else:
        past, gerund = f"{stem}ed", stem
    if lemma.endswith("ie"):
        gerund = f"{lemma[:-2]}y"
    third = f"{lemma[:-1]}ies" if lemma.endswith("y") and lemma[-2] not in VOWELS else f"{lemma}s"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = f"{lemma}es"
    pasts, participles = [past], [past]
    if irregular is not None:
        pasts = irregular[0].split("/") if irregular[0] else pasts
        participles = irregular[1].split("/") if irregular[1] else pasts
        third = irregular[2] or third
    forms = [(lemma, "VB"), (lemma, "VBP"), (third, "VBZ"), (f"{gerund}ing", "VBG")]
    forms += [(form, "VBD") for form in pasts] + [(form, "VBN") for form in participles]
    if lemma.endswith("l") and past == f"{lemma}ed" and lemma[-2] in "aeiou" and lemma[-3:-2] not in VOWELS:
        forms += [(f"{lemma}led", "VBD"), (f"{lemma}led", "VBN"), (f"{lemma}ling", "VBG")]
    if lemma.endswith("ize"):
        forms += [(form.replace("iz", "is"), tag) for form, tag in forms[:6] if form.count("iz") == 1]
    return forms


def _doubles(lemma: str) -> bool:
    if lemma in DOUBLED:
        return True
    if len(lemma) < 3 or lemma[-1] in "aeiouwxyh" or lemma[-2] not in VOWELS or lemma[-3] in VOWELS:
        return False
    return sum(letter in "aeiouy" for letter in lemma) == 1


@functools.lru_cache(maxsize=MOST)
def _guess(form: str, tag: str) -> str:
    """The likely base of a form that the lexicon lacks."""
    if tag == "VBZ" and form.endswith("s"):
        if form.endswith("ies") and len(form) > 4:
            return f"{form[:-3]}y"
        return form[:-2] if form.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")) else form[:-1]
    ending = "ing" if tag == "VBG" else "ed" if tag in ("VBD", "VBN") else ""
    if not ending or not form.endswith(ending) or len(form) < len(ending) + 2:
        return form
    stem = form[: -len(ending)]
    if ending == "ed" and stem.endswith("i"):
        return f"{stem[:-1]}y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "sflz":
        return stem[:-1]
    if stem.endswith(("c", "v", "u", "z", "dg", "rg", "ng", "ls", "ns", "rs")) and not stem.endswith("ing"):
        return f"{stem}e"
    if (
        len(stem) > 2
        and stem[-1] in "stdklrpgmn"
        and stem[-2] in VOWELS
        and stem[-3] not in VOWELS
        and not stem.endswith(
            ("er", "en", "on", "or", "el", "al", "it", "et", "ot", "om", "an", "in", "op", "ut", "ed", "ir")
        )
    ):
        return f"{stem}e"
    if stem.endswith(("at", "ir", "ut", "iz", "is", "us", "as")) and len(stem) > 3 and stem[-3] not in VOWELS:
        return f"{stem}e"
    return stem
