"""Who demands, and of whom: subjects, owners, and the counterpart where the words name none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplomod.model import Party
from diplomod.reading.demands.drafts import Draft, View
from diplomod.reading.parts import Clause, Form, MentionKind, Relation

RECENT = 6  # sentences in which an earlier demand tells who stands against whom
NEAR = 2  # sentences before a demand in which the other side is looked for
# Words that stand for one side of a quarrel: who it is, the rest of the text tells.
SIDES = frozenset(
    "side sides fighters rebels army government authorities troops forces group leadership junta colleagues counterpart "
    "counterparts regime militants movement colonels officers militia insurgents guerrillas military generals him her "
    "them it you capital country team interlocutor".split()
)


def doers(view: View, clause: Clause) -> tuple[int, ...]:
    """Who does what the clause says: its actors, or those of the verb above if it has none of its own."""
    for _ in range(6):
        if clause.actors or clause.verb.form is Form.FINITE or clause.governor is None:
            break
        clause = view.clauses[clause.governor]
    if clause.subject is None and view.tokens.tags[clause.first] == "CC":
        clause = _before(view, clause)
    return tuple(
        n
        for n in clause.actors
        if view.mention(n).parties or view.mention(n).kind is MentionKind.PERSON or view.mention(n).pronoun
    )


def _before(view: View, clause: Clause) -> Clause:
    """The finite clause that another goes on with (``He called on A to stop, and requested B to``)."""
    for number in range(clause.number - 1, -1, -1):
        other = view.clauses[number]
        if other.sentence != clause.sentence:
            break
        if other.verb.form is Form.FINITE and other.actors and other.relation in (None, Relation.COORDINATE):
            return other
    return clause


def addressed(view: View, first: int, last: int, by: tuple[int, ...]) -> tuple[int, ...]:
    """The parties that a demand for a thing names as those who are to do it: ``a halt by X``, ``X’s withdrawal``."""
    own = {party.code for party in view.parties(by)}
    lowers, tags = view.tokens.lowers, view.tokens.tags
    for number in view.cast.between(first, last):
        mention = view.mention(number)
        if not mention.parties or any(party.code in own for party in mention.parties):
            continue
        before = lowers[mention.first - 1] if mention.first > first else ""
        owns = mention.last < last and tags[mention.last] in ("POS", "VBG")
        if owns or before in ("by", "from", "on"):
            return (number,)
    return ()


def subject_of(view: View, first: int, last: int) -> tuple[int, ...]:
    """Who is to do what stands from `first`: the party that the words begin with (``Tashkent vet all agencies``)."""
    for number in view.cast.between(first, min(last, first + 5)):
        mention = view.mention(number)
        if mention.parties and mention.first <= first + 2:
            return (number,)
    return ()


def counterpart(view: View, draft: Draft, before: Sequence[Draft]) -> tuple[Party, ...]:
    """Of whom it is demanded where the words name nobody: who demanded something of this side shortly before, else
    the one other party that the words close by are about.

    ``Oslo wants the port opened`` behind ``Lima urged Oslo to free the crew``: of Lima.
    """
    own = draft.makers(view)
    if not own or not _may_be_guessed(view, draft, own):
        return ()
    for other in reversed(before):
        if draft.sentence - other.sentence > RECENT:
            break
        if other.token >= draft.token:
            continue
        told = {party.code for party in other.told}
        makers = [*view.parties(other.by), *([other.party] if other.party is not None else [])]
        if own & told:
            parties = tuple({party.code: party for party in makers if party.code not in own}.values())
            if len(parties) == 1:
                return parties
        if own == other.makers(view) and len(told - own) == 1 and draft.sentence - other.sentence <= 1:
            return other.told
    return _other_side(view, draft, own)


def _may_be_guessed(view: View, draft: Draft, own: set[str]) -> bool:
    """Whether the words leave open whose thing it is: not if they name a third party as its owner."""
    if draft.general:
        return False
    first, last = draft.content
    return not any(
        party.code not in own
        for number in view.cast.between(first, last)
        if view.mention(number).kind is not MentionKind.PLACE
        for party in view.mention(number).parties
    )


def _other_side(view: View, draft: Draft, own: set[str]) -> tuple[Party, ...]:
    """The one other party that the words before are about, the nearest sentence first."""
    for sentence in range(draft.sentence, max(-1, draft.sentence - NEAR - 1), -1):
        first, last = view.tokens.sentences[sentence]
        if sentence == draft.sentence:
            last = min(last, draft.content[0])
        found = {party.code: party for party in _acting(view, first, last) if party.code not in own}
        if len(found) == 1:
            return tuple(found.values())
        if found:
            return ()
    return ()


def _acting(view: View, first: int, last: int) -> Iterator[Party]:
    for number in view.cast.between(first, last):
        mention = view.mention(number)
        if mention.kind is MentionKind.SOURCE:
            continue
        if mention.kind is MentionKind.PLACE and mention.first > 0 and view.tokens.lowers[mention.first - 1] in PLACED:
            continue
        yield from mention.parties


PLACED = frozenset("in at near from of outside".split())
