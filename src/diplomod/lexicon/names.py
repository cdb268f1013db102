"""Names of parties and places: what each stands for, and where it begins in a text."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

import attrs

from diplomod.errors import DataError
from diplomod.lexicon.tables import Row
from diplomod.model import Party, PartyKind, Place

SHORT = 5  # names in capitals up to this length are matched as written: US is no us, WHO no who
KINDS = {"body": PartyKind.INTERNATIONAL_BODY, "bloc": PartyKind.BLOC, "region": PartyKind.REGION}


class NameKind(StrEnum):
    """What a name is the name of."""

    STATE = "state"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    PLACE = "place"
    INSTITUTION = "institution"
    BODY = "body"
    MOVEMENT = "movement"
    REGION = "region"
    ORGANISATION = "organisation"
    PRESS = "press"


@attrs.frozen(slots=True, kw_only=True)
class Name:
    """A name: its usual spelling, its kind, the party that it stands for and the place that it is, where it is one.

    A demonym is an adjective or names people (``Ukrainian``, ``Ukrainians``); `plural` tells the latter. A capital and an
    institution stand for their state: Kyiv for Ukraine, the Kremlin for Russia.
    """

    text: str
    kind: NameKind
    party: Party | None = None
    place: Place | None = None
    plural: bool = False


OF_PARTIES = (NameKind.STATE, NameKind.BODY, NameKind.MOVEMENT, NameKind.REGION, NameKind.ORGANISATION)
# A name: how its first word must be written, if that matters; whether small letters will do; what it is.
Entry = tuple[str, bool, Name]
# Names by how many words they have, the longest first, and by those behind the first in small letters.
Longer = Sequence[tuple[int, Mapping[tuple[str, ...], Sequence[Entry]]]]
# The names that begin with a word: those that have no other, and the longer ones by their second word without accents.
Beginning = tuple[Sequence[Entry], Mapping[str, Longer]]
NONE: Beginning = ((), {})


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Names:
    """All names, by their first word in small letters: `begins`; `home_of` tells of what state a news agency is."""

    begins: Mapping[str, Beginning]
    parties: Mapping[str, Party]
    places: Mapping[str, Place]
    home_of: Mapping[str, str] = attrs.field(factory=dict)

    def at(self, words: Sequence[str], lowers: Sequence[str], position: int) -> tuple[int, Name] | None:
        """The longest name that begins at token `position`, with the token where it ends; None if none does.

        Names are matched with a capital letter at their start, short ones in capitals as written, with or without accents.

        >>> words = "the United States and Ukrainians".split()
        >>> from diplomod.lexicon import Lexicon
        >>> end, name = Lexicon.default().names.at(words, [word.lower() for word in words], 1)
        >>> end, name.party.code
        (3, 'USA')
        """
        lower = lowers[position]
        known = self.begins.get(lower)
        if known is None:
            known = None if lower.isascii() else self.begins.get(_plain(lower))
            if known is None:
                return None
        alone, longer = known
        word = words[position]
        capital = word[0].isupper()
        if longer and position + 1 < len(lowers):
            second = lowers[position + 1]
            for length, entries in longer.get(second if second.isascii() else _plain(second), ()):
                end = position + length
                for written, small, name in _those(entries, lowers[position + 1 : end]):
                    if (capital if not written else word == written) or (small and not capital):
                        return end, name
        for written, small, name in alone:
            if (capital if not written else word == written) or (small and not capital):
                return position + 1, name
        return None

    def party(self, name: str) -> Party | None:
        """The state, body or movement of which this is a name, None if it is no name of one or more than that.

        >>> from diplomod.lexicon import Lexicon
        >>> names = Lexicon.default().names
        >>> names.party("Russian Federation").code, names.party("Russian")
        ('RUS', None)
        """
        words = name.replace("’", "'").replace("'s ", " 's ").removeprefix("the ").removeprefix("The ").split()
        found = self.at(words, [word.lower() for word in words], 0) if words else None
        if found is None or found[0] != len(words) or found[1].kind not in OF_PARTIES:
            return None
        return found[1].party

    def at_seat_of(self, place: Place) -> str | None:
        """The code of the state whose capital a place is or lies in: Kampala, the Kremlin; None for other places.

        >>> from diplomod.lexicon import Lexicon
        >>> from diplomod.model import Place
        >>> Lexicon.default().names.at_seat_of(Place(name="Kampala", country="UGA"))
        'UGA'
        """
        words = place.name.removeprefix("the ").title().split()
        if words[-1:] == ["Capital"]:
            return place.country
        hit = self.at(words, [word.lower() for word in words], 0)
        if hit is None or hit[1].kind not in (NameKind.CAPITAL, NameKind.INSTITUTION) or hit[1].party is None:
            return None
        return hit[1].party.code if hit[1].party.code == (place.country or hit[1].party.code) else None

    def within_word(self, lower: str) -> tuple[Name, ...]:
        """The parties named by the parts of a hyphenated word: two of ``iran-us``, one of ``u.s.-led``."""
        if "-" not in lower and "–" not in lower and "/" not in lower:
            return ()
        found = []
        for part in lower.replace("–", "-").replace("/", "-").split("-"):
            found += [name for _, _, name in self.begins.get(part, NONE)[0] if name.party is not None][:1]
        return tuple(found)


def _is_short(text: str) -> bool:
    return len(text) <= SHORT and text.isupper()


def _those(entries: Mapping[tuple[str, ...], Sequence[Entry]], rest: Sequence[str]) -> Sequence[Entry]:
    """The names that go on with these words, with or without accents."""
    found = entries.get(tuple(rest))
    if found is None and not "".join(rest).isascii():
        found = entries.get(tuple(map(_plain, rest)))
    return found or ()


def _plain(text: str) -> str:
    """The text without accents."""
    if text.isascii():
        return text
    parted = unicodedata.normalize("NFD", text)
    return (
        "".join(c for c in parted if not unicodedata.combining(c)).replace("ı", "i").replace("ł", "l").replace("ø", "o")
    )


def from_rows(tables: Mapping[str, Iterable[Row]]) -> Names:
    """The names of the entries of the tables states, bodies, movements, institutions, places and press.

    Raises `DataError` for a code that no table knows.
    """
    parties: dict[str, Party] = {}
    places: dict[str, Place] = {}
    names: list[tuple[str, Name]] = []
    for row in tables.get("states", ()):
        names += _state(row, parties)
    for code, name, others, kind in tables.get("bodies", ()):
        if kind not in KINDS:
            raise DataError([(f"bodies, {code}", f"a kind is one of {', '.join(KINDS)}; got {kind!r}")])
        party = parties.setdefault(code, Party(code=code, name=name, kind=KINDS[kind]))
        what = NameKind.REGION if kind == "region" else NameKind.BODY
        names += [
            (text, Name(text=text, kind=what, party=party, plural=text.endswith("peans")))
            for text in (name, *_parted(others))
        ]
    for code, name, others in tables.get("movements", ()):
        party = parties.setdefault(code, Party(code=code, name=name, kind=PartyKind.MOVEMENT))
        names += [(text, Name(text=text, kind=NameKind.MOVEMENT, party=party)) for text in (name, *_parted(others))]
    for name, code in tables.get("institutions", ()):
        names.append((name, Name(text=name, kind=NameKind.INSTITUTION, party=_known(parties, code, name))))
    for name, within, country, others, code in tables.get("places", ()):
        names += _place(name, within, country, others, _known(parties, code, name) if code else None)
    home_of: dict[str, str] = {}
    for name, others, state in tables.get("press", ()):
        if state:
            code = _known(parties, state, name).code
            home_of |= dict.fromkeys((text.casefold() for text in (name, *_parted(others))), code)
        names += [(text, Name(text=text, kind=NameKind.PRESS)) for text in (name, *_parted(others))]
    begins: dict[str, dict[tuple[str, ...], list[Entry]]] = {}
    for text, found in names:
        if found.place is not None:
            places.setdefault(text.casefold(), found.place)
        entry = (text.split()[0] if _is_short(text) else "", text[0].islower(), found)
        for first, *rest in dict.fromkeys((_key(text), _key(_plain(text)))):
            begins.setdefault(sys.intern(first), {}).setdefault(tuple(rest), []).append(entry)
    beginnings = {first: _beginning(entries) for first, entries in begins.items()}
    return Names(begins=beginnings, parties=parties, places=places, home_of=home_of)


def _beginning(entries: Mapping[tuple[str, ...], Sequence[Entry]]) -> Beginning:
    """The names that begin with one word, told apart by the words behind it."""
    seconds: dict[str, dict[int, dict[tuple[str, ...], Sequence[Entry]]]] = {}
    for rest, those in entries.items():
        if rest:
            seconds.setdefault(_plain(rest[0]), {}).setdefault(1 + len(rest), {})[rest] = those
    longer = {second: tuple(sorted(lengths.items(), reverse=True)) for second, lengths in seconds.items()}
    return entries.get((), ()), longer


def _key(text: str) -> tuple[str, ...]:
    """The words of a name as they are parted in a text, in small letters."""
    return tuple(text.lower().replace("’", "'").replace(",", " ,").replace("'s ", " 's ").split())


def _parted(field: str) -> list[str]:
    return [part.strip() for part in field.split(";") if part.strip()]


def _known(parties: Mapping[str, Party], code: str, name: str) -> Party:
    if code not in parties:
        raise DataError([(f"{name}", f"no party has the code {code!r}")])
    return parties[code]


def _state(row: Row, parties: dict[str, Party]) -> Iterator[tuple[str, Name]]:
    code, usual, others, adjectives, people, capitals = row
    party = parties.setdefault(code, Party(code=code, name=usual, kind=PartyKind.STATE))
    for text in (usual, *_parted(others)):
        text = text.removeprefix("The ").removeprefix("the ")
        yield text, Name(text=text, kind=NameKind.STATE, party=party, place=Place(name=text, country=code))
    for text in _parted(adjectives):
        yield text, Name(text=text, kind=NameKind.DEMONYM, party=party)
    for pair in _parted(people):
        plural, _, singular = pair.partition("/")
        yield plural, Name(text=plural, kind=NameKind.DEMONYM, party=party, plural=True)
        if singular:
            yield singular, Name(text=singular, kind=NameKind.DEMONYM, party=party)
    for text in _parted(capitals):
        place = Place(name=text, within=usual, country=code)
        yield text, Name(text=text, kind=NameKind.CAPITAL, party=party, place=place)


def _place(name: str, within: str, country: str, others: str, party: Party | None) -> Iterator[tuple[str, Name]]:
    kind = NameKind.PLACE if party is None else NameKind.CAPITAL
    for text in (name, *_parted(others)):
        place = Place(name=text, within=within or None, country=country or None)
        yield text, Name(text=text, kind=kind, party=party, place=place)
