"""Who is who: the names of a text gathered into persons."""

from __future__ import annotations

import functools
import re
import unicodedata

import attrs

from diplomod.lexicon.people import Class
from diplomod.model import Party
from diplomod.reading.names.draft import PERSON, PLACE, Draft, Scene, in_text
from diplomod.reading.names.posts import LETTERS

SUFFIX, POST, MODIFIER = Class.SUFFIX.value, Class.POST.value, Class.MODIFIER.value
ADDRESS = Class.ADDRESS.value
RULES = frozenset("administration government cabinet".split())
ALONE = frozenset((",", "CC", "``", "''", ":", "IN", "VBD", "VBZ"))  # what may stand before a surname and its verb
OWNED = Class.POST.value | Class.KIN.value
PIECE = re.compile(r"[^\W\d_]+")
SHORTEST, FEWEST = 6, 3  # letters of a name, and consonants, that can tell it from others
AFFAIRS = "affairs"
NUMERAL = re.compile(r"[IVX]+")
DEALT_WITH = frozenset("with met told urged thanked".split())
PLACING = frozenset("in at to from near of into around outside".split())
BEING = frozenset("is was has had would".split())
JUNIOR = frozenset("vice deputy assistant former under".split())
FOLDS = (
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ou", "u"),
    ("oo", "u"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("ck", "k"),
    ("q", "k"),
)


@attrs.define(slots=True, kw_only=True, eq=False)
class Human:
    """A person in the text: the longest name, its parts folded, and what is told of her or him."""

    number: int
    name: str
    parts: tuple[str, ...]
    sex: str = ""
    posts: set[str] = attrs.field(factory=set)
    drafts: list[Draft] = attrs.field(factory=list)
    evidence: list[tuple[Party, int, int]] = attrs.field(factory=list)
    owners: list[Draft] = attrs.field(factory=list)


@functools.lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A name with the differences of transliteration taken out.

    >>> folded("Zelenskyy") == folded("Zelensky"), folded("Khamenei") == folded("Hamenei")
    (True, True)
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    if bare[2:3] in ("-", "‑") and bare[:2] in ("al", "el"):
        bare = bare[3:]
    for old, new in FOLDS:
        bare = bare.replace(old, new)
    out = ""
    for c in bare:
        if c.isalnum() and (not out or out[-1] != c):
            out += c
    return out or word.lower()


def cased(name: str) -> str:
    """A name in capitals throughout as it is written elsewhere.

    >>> cased("ANA OSEI-TUTU"), cased("Ana Lima"), cased("J. P. O'BRIEN")
    ('Ana Osei-Tutu', 'Ana Lima', "J. P. O'Brien")
    >>> cased("SATO Kenji"), cased("Henry VIII")
    ('Sato Kenji', 'Henry VIII')
    """
    words = name.split()
    if name.isupper():
        return PIECE.sub(lambda piece: piece.group().capitalize(), name) if max(map(len, words)) > 3 else name
    if len(words) < 2 or not any(word.isupper() and len(word) > 2 for word in words):
        return name
    return " ".join(
        PIECE.sub(lambda piece: piece.group().capitalize(), word)
        if word.isupper() and len(word) > 2 and not NUMERAL.fullmatch(word) and "." not in word
        else word
        for word in words
    )


def find_persons(scene: Scene) -> list[Human]:
    """Gather the certain names into persons, then let the short and doubtful ones find theirs, or drop them."""
    humans: list[Human] = []
    index: dict[str, list[Human]] = {}
    people = [draft for draft in scene.drafts if draft.kind is PERSON and not draft.dropped]
    alone = {scene.tokens.lowers[draft.first] for draft in people if draft.last - draft.first == 1}
    for draft in sorted(people, key=lambda draft: draft.sentence in scene.headlines):
        if draft.last - draft.first > 1 and (draft.certain or _named(scene, draft, alone)):
            draft.certain = True
            _join(scene, draft, humans, index)
    people += _called_by_a_word(scene, humans)
    for draft in scene.drafts:
        if draft.kind is PLACE and _may_be_a_name(scene, draft) and folded(scene.tokens.words[draft.last - 1]) in index:
            draft.kind, draft.place = PERSON, None
            people.append(draft)
    last: dict[str, Human] = {}
    for draft in sorted(people, key=in_text):
        if draft.person >= 0:
            for part in humans[draft.person].parts:
                last[part] = humans[draft.person]
            continue
        parts = _parts(scene, draft)
        human = _short(scene, draft, parts, index, last)
        if human is None and (draft.certain or _speaks(scene, draft)):
            human = _new(scene, draft, parts, humans, index)
        if human is None:
            draft.dropped = True
            continue
        _take(scene, human, draft)
        for part in parts:  # whoever is called by the given name is not the last of that surname
            last[part] = human
    for draft in people:
        if draft.dropped:
            for token in range(draft.first, draft.last):
                if scene.at[token] is draft:
                    scene.at[token] = None
    return humans


def _called_by_a_word(scene: Scene, humans: list[Human]) -> list[Draft]:
    """Those named in full whose surname is a word of the language, called by it: ``Richard Hall … Hall said``, ``Mr King``."""
    tokens, bits = scene.tokens, scene.bits
    surnames = {
        draft.last - 1
        for human in humans
        for draft in human.drafts
        if bits[draft.last - 1] and draft.last - draft.first > 1
    }
    written = {tokens.words[at] for at in surnames}
    found: list[Draft] = []
    for at in tokens.places_of({word.lower() for word in written}) if written else ():
        if scene.at[at] is not None or tokens.words[at] not in written or at + 1 >= len(tokens.words):
            continue
        begin = tokens.sentences[tokens.sentence_of[at]][0]
        addressed = at > begin and bool(bits[at - 1] & ADDRESS) and tokens.words[at - 1][0].isupper()
        alone = at == begin or tokens.tags[at - 1] in ALONE
        acts = tokens.tags[at + 1] in ("VBD", "VBZ", "MD", "POS")
        if addressed or (alone and acts):
            found.append(scene.add(Draft(at, at + 1, at, PERSON, tokens.sentence_of[at], certain=addressed)))
    return found


def _may_be_a_name(scene: Scene, draft: Draft) -> bool:
    """Whether a place can be who was named in full: an unknown one, or one that is no capital and does something, or is met."""
    if not draft.certain:
        return True
    tokens, place = scene.tokens, draft.place
    if draft.last - draft.first > 1 or place is None or scene.lexicon.names.at_seat_of(place) is not None:
        return False
    if draft.first and scene.bits[draft.first - 1] & ADDRESS:
        return True
    before = tokens.lowers[draft.first - 1] if draft.first else ""
    if before in DEALT_WITH:
        return True
    if draft.last >= len(tokens.tags) or tokens.tags[draft.last] not in ("VBD", "VBZ", "MD"):
        return False
    if tokens.lowers[draft.last] not in BEING and before not in PLACING:
        return True  # "Gao met the envoy"
    verbs = scene.lexicon.verbs
    return "say" in verbs.senses(verbs.lemma(tokens.lowers[draft.last], tokens.tags[draft.last]))


def posts_in(scene: Scene, draft: Draft) -> set[str]:
    """The posts beside a name, in small letters, bare and with the word before: ``minister``, ``foreign minister``.

    The ``Minister of Foreign Affairs`` and the ``Foreign Affairs Minister`` are foreign ministers.
    """
    found: set[str] = set(draft.held)
    for words in (draft.post, draft.further):
        if words is not None:
            found |= posts_of(scene, *words)
    return found


def posts_of(scene: Scene, first: int, last: int) -> set[str]:
    """The posts that the words of a title tell: ``Deputy Prime Minister`` is ``minister`` with all that stands before."""
    found: set[str] = set()
    lowers, bits = scene.tokens.lowers, scene.bits
    for token in range(first, last):
        if bits[token] & POST:
            before = token - 1 - (lowers[token - 1] == AFFAIRS)
            if token + 2 < last and lowers[token + 1] in ("of", "for"):
                of = token + 2 + (lowers[token + 2] == "the")
                if of < last and bits[of] & MODIFIER:
                    found.add(f"{lowers[of]} {lowers[token]}")
            if lowers[token] in LETTERS:
                found |= LETTERS[lowers[token]]
                continue
            if before < first or not bits[before] & (MODIFIER | POST):
                found.add(lowers[token])
                continue
            earlier = lowers[before - 1] if before > first else ""
            if earlier in JUNIOR:
                found |= {f"{earlier} {lowers[token]}", f"{earlier} {lowers[before]} {lowers[token]}"}
                continue
            found.add(f"{lowers[before]} {lowers[token]}")
            if lowers[before] not in JUNIOR:
                found.add(lowers[token])
    return found


def served_posts(scene: Scene, draft: Draft) -> set[str]:
    """The posts in a title that are those of somebody else: ``Special Representative of the Secretary-General``."""
    lowers, bits = scene.tokens.lowers, scene.bits
    found: set[str] = set()
    first, last = draft.post or (0, 0)
    for token in range(first + 1, last):
        if not bits[token] & POST:
            continue
        at = token
        while at > first and (bits[at - 1] & (MODIFIER | POST) or lowers[at - 1] == "the"):
            at -= 1
        if at > first and lowers[at] == "the" and lowers[at - 1] in ("of", "to", "for"):
            found |= posts_of(scene, at, token + 1)
    return found


def _parts(scene: Scene, draft: Draft) -> tuple[str, ...]:
    words, bits = scene.tokens.words, scene.bits
    parts = []
    for token in range(draft.first, draft.last):
        word = words[token]
        if word[0].isalpha() and (len(word) > 2 or word[-1] != "."):
            if not (bits[token] & SUFFIX and token > draft.first):  # "Xi said"
                parts.append(folded(word))
    return tuple(parts)


def _join(scene: Scene, draft: Draft, humans: list[Human], index: dict[str, list[Human]]) -> None:
    parts = _parts(scene, draft)
    if not parts:
        draft.dropped = True
        return
    for human in index.get(parts[-1], [])[-8:]:
        if _same(human.parts, parts):
            _take(scene, human, draft)
            if draft.sentence in scene.headlines and human.drafts[0].sentence not in scene.headlines:
                return
            if len(parts) > len(human.parts) or draft.last - draft.first > len(human.name.split()):
                human.name, human.parts = cased(scene.tokens.written(draft.first, draft.last)), parts
                _enter(human, index)
            return
    if draft.sentence in scene.headlines:
        alike = [
            human
            for human in index.get(parts[-1], ())
            if human.parts[-1] == parts[-1] and human.parts[0][0] == parts[0][0]
        ]
        if len(alike) == 1:  # "Joe Biden" over "Joseph R. Biden"
            _take(scene, alike[0], draft)
            return
    human = _new(scene, draft, parts, humans, index)
    _take(scene, human, draft)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) > 1 and short == long[: len(short)]:
        return True
    return short == long[-len(short) :] or (short[0] == long[0] and short[-1] == long[-1] and set(short) <= set(long))


def _new(
    scene: Scene, draft: Draft, parts: tuple[str, ...], humans: list[Human], index: dict[str, list[Human]]
) -> Human:
    name = cased(scene.tokens.written(draft.first, draft.last))
    human = Human(number=len(humans), name=name, parts=parts or (name,))
    humans.append(human)
    _enter(human, index)
    return human


def skeleton(part: str) -> str:
    """The consonants of a folded name, those that transliterations mix up made one; nothing for short names.

    >>> skeleton(folded("Araghchi")) == skeleton(folded("Araqchi")), skeleton(folded("Lima"))
    (True, '')
    """
    if len(part) < SHORTEST:
        return ""
    bones = part[0] + "".join(c for c in part[1:] if c not in "aeiou").replace("g", "k").replace("z", "s")
    return f"*{bones}" if len(bones) > FEWEST else ""


def _enter(human: Human, index: dict[str, list[Human]]) -> None:
    bones = skeleton(human.parts[-1])
    if bones and human not in index.setdefault(bones, []):
        index[bones].append(human)
    for part in human.parts:
        known = index.setdefault(part, [])
        if human not in known[-8:]:
            known.append(human)


def _take(scene: Scene, human: Human, draft: Draft) -> None:
    draft.person = human.number
    human.drafts.append(draft)
    human.sex = human.sex or draft.sex
    human.evidence.extend(draft.evidence)
    human.owners.extend(draft.owners)
    if draft.post is not None:
        human.posts.update(posts_in(scene, draft))


def _short(
    scene: Scene, draft: Draft, parts: tuple[str, ...], index: dict[str, list[Human]], last: dict[str, Human]
) -> Human | None:
    """Who a short name stands for: the one named last with it, rather by the surname than by the given name."""
    if not parts:
        return None
    known = [human for human in index.get(parts[-1], [])[-8:] if set(parts) <= set(human.parts)]
    if draft.evidence and len(parts) == 1:  # "King Hussein of Jordan" is no Iraqi
        codes = {party.code for party, _, _ in draft.evidence}
        known = [one for one in known if not (told := _told(one)) or codes & told]
    if not known and len(parts) == 1:
        known = index.get(skeleton(parts[0]), [])
        return known[0] if len(known) == 1 else None
    if draft.sex:
        known = [human for human in known if human.sex in ("", draft.sex)] or known
    if draft.post is not None and len(known) > 1:
        posts = posts_in(scene, draft)
        known = [human for human in known if human.posts & posts] or known
    if len(known) < 2:
        return known[0] if known else None
    family = [human for human in known if human.parts[-1] == parts[-1]]
    known = family or known
    recent = last.get(parts[-1])
    if len(parts) == 1 and all(one.parts[0] == parts[0] for one in known):
        return known[0]  # "Kim" is who was named first, no sister of his
    return recent if recent in known else known[0]


def _told(human: Human) -> set[str]:
    """The codes of the parties that the words around a person tell: ``Iraq's Saddam Hussein``."""
    owned = [item for owner in human.owners if owner.kind is not PERSON for item in owner.evidence]
    return {party.code for party, _, _ in (*human.evidence, *owned)}


def _named(scene: Scene, draft: Draft, alone: set[str]) -> bool:
    """Whether a run of unknown capitals is taken up by its last word alone, or stands where one meets somebody."""
    tokens = scene.tokens
    if draft.last - draft.first > 4 or draft.sentence in scene.headlines:
        return False
    begin = tokens.sentences[draft.sentence][0]
    before = tokens.lowers[draft.first - 1] if draft.first > begin else ""
    return before not in ("the", "a", "an") and (tokens.lowers[draft.last - 1] in alone or before in ("met", "with"))


def _owns(scene: Scene, at: int, last: int) -> bool:
    """Whether people or an office follow that somebody has: ``Okafor's adviser``, ``the Okafor administration``."""
    tokens, bits = scene.tokens, scene.bits
    if tokens.lowers[at] in RULES:
        return True
    return tokens.lowers[at] in ("'s", "'") and any(bits[token] & OWNED for token in range(at + 1, min(last, at + 4)))


def _speaks(scene: Scene, draft: Draft) -> bool:
    """Whether a doubtful name says something here, or is said to: ``Okafor said``, ``according to Okafor``."""
    tokens = scene.tokens
    first, last = tokens.sentences[draft.sentence]
    if draft.sentence in scene.headlines or draft.last - draft.first > 4:
        return False
    if draft.first == first and tokens.lowers[first] in scene.lexicon.words.codes:
        return False
    senses = scene.lexicon.verbs.senses
    if draft.last < last and tokens.tags[draft.last] in ("VBD", "VBZ"):
        lemma = scene.lexicon.verbs.lemma(tokens.lowers[draft.last], tokens.tags[draft.last])
        if senses(lemma):
            return True
    if draft.last + 1 < last and _owns(scene, draft.last, last):
        return True
    before = draft.first
    return before - 2 >= first and tokens.lowers[before - 2] == "according" and tokens.lowers[before - 1] == "to"
