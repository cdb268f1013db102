"""Those who demand, or are asked, without being a state or a body that is known: ``Polish farmers``, ``dock workers``."""

from __future__ import annotations

from diplomod.model import Party, PartyKind
from diplomod.reading.demands.drafts import Draft, Range, View
from diplomod.reading.demands.wishes import PEOPLE
from diplomod.reading.parts import Clause, MentionKind

BODIES = frozenset(
    "commission forces front movement council committee union alliance coalition authority tribunal federation congress league "
    "association company group party assembly".split()
)
JOINS = frozenset("of and for the".split())
LOOSE = frozenset(
    "the a an some many several other angry striking protesting local hundreds thousands all both certain".split()
)


def cause_of(view: View, draft: Draft) -> Party | None:
    """Who demands as people of one cause: ``Polish farmers demanded that``: POLISH FARMERS."""
    if draft.clause is not None and draft.clause.verb.modal is not None:
        return None  # "a worthy opposition would demand"
    for number in draft.by:
        mention = view.mention(number)
        if mention.kind in (MentionKind.GROUP, MentionKind.SOURCE):
            words = mention.name.split()
            if mention.kind is MentionKind.GROUP and not mention.parties and _is_name(words):
                joins = view.tokens.lowers[mention.last : mention.last + 1] in (["of"], ["for"])
                last = _name_end(view, mention.last) if joins else mention.last
                return _party([*words, *view.tokens.words[mention.last : last]])
            if words and words[-1].lower() in PEOPLE and len(mention.parties) < 2:
                return mention.parties[0] if _is_itself(mention.parties, words) else _party(words)
    subject = _subject(draft.clause)
    if subject is None or any(view.mention(n).pronoun for n in draft.by):
        return None
    head = _head(view, subject)
    if head < 0 or view.tokens.lowers[head] not in PEOPLE:
        return None
    if view.cast.at[head] >= 0 and view.mention(view.cast.at[head]).parties:
        return None  # "the European Union"
    return _party(view.tokens.words[subject[0] : _whole(view, subject, head)])


def _is_name(words: list[str]) -> bool:
    """Whether words are the name of a body: ``Chagos Refugees Group``."""
    return len(words) > 2 and words[-1].lower() in BODIES and all(word[:1].isupper() for word in words)


def body_of(view: View, draft: Draft) -> Party | None:
    """People who are asked, or a body by a name that no list knows: ``urged the Boundary Commission to``."""
    if draft.clause is None or not draft.clause.objects:
        return None
    first, last = draft.clause.objects[0]
    head = _head(view, (first, last))
    if head < 0 or any(n >= 0 and view.mention(n).parties for n in view.cast.at[first : head + 1]):
        return None
    if view.tokens.lowers[head] in PEOPLE and view.tokens.lowers[head] != "groups":
        return _party(view.tokens.words[first : head + 1])
    named = [token for token in range(first, head + 1) if view.tokens.tags[token] == "NNP"]
    if len(named) < 2 or view.tokens.lowers[head] not in BODIES:
        return _of_body(view, first, head)
    return _party(view.tokens.words[named[0] : head + 1])


def _of_body(view: View, first: int, head: int) -> Party | None:
    """``called upon the Forces of the Declaration of Freedom to``: a body whose name goes on behind *of*."""
    words, lowers = view.tokens.words, view.tokens.lowers
    at = head + 2 + (lowers[head + 2 : head + 3] == ["the"])
    if lowers[head] not in BODIES or lowers[head + 1 : head + 2] != ["of"] or not words[at : at + 1]:
        return None
    last = _name_end(view, at)
    return _party(words[first:last]) if last - at > 1 else None


def _name_end(view: View, at: int) -> int:
    """Where a name ends that goes on from there: ``Citizens Coalition | for Change``."""
    words, lowers = view.tokens.words, view.tokens.lowers
    while at < len(words) and (
        words[at][0].isupper()
        or (lowers[at] in JOINS and at + 1 < len(words) and words[at + 1][0].isupper() and view.cast.at[at + 1] < 0)
    ):
        at += 1
    return at


def _subject(clause: Clause | None) -> Range | None:
    return None if clause is None or clause.verb.passive else clause.subject


def _head(view: View, phrase: Range) -> int:
    """The head of the noun phrase that words begin with, -1 if there is none."""
    number = view.phrases.noun_at[phrase[0]] if phrase[0] < len(view.phrases.noun_at) else -1
    return view.phrases.nouns[number].head if number >= 0 else -1


def _whole(view: View, subject: Range, head: int) -> int:
    """The end of their name: with what they are of, where one word alone tells of them (``relatives of the captives``)."""
    of = view.tokens.lowers[head + 1 : head + 2] == ["of"] and head + 2 < len(view.phrases.noun_at)
    number = (
        view.phrases.noun_at[head + 2] if of and head == subject[0] + (view.tokens.tags[subject[0]] == "DT") else -1
    )
    return view.phrases.nouns[number].last if number >= 0 else head + 1


def _is_itself(parties: tuple[Party, ...], words: list[str]) -> bool:
    """Whether the words are the name of a party that is known (``the Syrian opposition``), not people of its country."""
    return bool(parties) and parties[0].code.split()[-1:] == [words[-1].upper()]


def _party(words: list[str]) -> Party | None:
    while len(words) > 1 and words[0].lower() in LOOSE:
        words = words[1:]
    name = " ".join(words).replace(" 's", "'s").replace(" ’s", "’s")
    return Party(code=name.upper(), name=name, kind=PartyKind.ORGANISATION)
