"""A mention in the making, and what the steps of finding names hand on to each other."""

from __future__ import annotations

import operator
from collections.abc import Sequence

import attrs

from diplomod.lexicon import Lexicon
from diplomod.model import Party, Place, Speaker
from diplomod.reading.parts import Document, MentionKind, Phrases, Rule, Tokens

Range = tuple[int, int]
# Asked of every mention over and over: a name of a module is looked up much faster than a member of an enum.
PERSON, PARTY, GROUP = MentionKind.PERSON, MentionKind.PARTY, MentionKind.GROUP
OFFICE, SOURCE, PLACE = MentionKind.OFFICE, MentionKind.SOURCE, MentionKind.PLACE


@attrs.define(slots=True, eq=False)
class Draft:
    """Words that may stand for an actor or a place.

    `post` are the tokens of the words that tell the post, `further` those of a rank beside it, `held` posts told by a
    plural (``the ministers X and Y``), `shared` the tokens of one that stands right before the names, `turn` the persons
    who take the parties of a group one each; `evidence` holds parties that the words themselves name, with the tokens that
    do; `owners` the drafts whose parties are this one's (``an envoy of Putin``); `whose` is the pronoun that stands before
    the post (``its spokesman``); `naming` are the tokens of a name that reaches beyond the mention (``officials in
    Cairo``); `members` the persons whose post names it. `certain` is False for a capitalised word that only the rest of the
    text can tell to be a name; `subject` tells whether a verb follows, None until it is asked for. `person` is the number
    of the person in the text, `antecedent` the draft that a later mention stands for; `rule` is the one that tied a later
    mention to what it stands for, or guessed the party of a person.
    """

    first: int
    last: int
    head: int
    kind: MentionKind
    sentence: int
    post: Range | None = None
    further: Range | None = None
    held: frozenset[str] = frozenset()
    shared: Range | None = None
    turn: Sequence[Draft] = ()
    evidence: list[tuple[Party, int, int]] = attrs.field(factory=list)
    owners: list[Draft] = attrs.field(factory=list)
    place: Place | None = None
    plural: bool = False
    pronoun: bool = False
    certain: bool = True
    definite: bool = False
    modifier: bool = False
    adjective: bool = False
    whose: int = -1
    subject: bool | None = None
    naming: Range | None = None
    members: Sequence[Draft] = ()
    sex: str = ""
    person: int = -1
    antecedent: Draft | None = None
    dropped: bool = False
    parties: tuple[Party, ...] = ()
    rule: Rule | None = None


in_text = operator.attrgetter("first")  # the order of the text


@attrs.define(slots=True, kw_only=True, eq=False)
class Scene:
    """The text with the classes of its words (`bits`) and the drafts.

    `at` holds the draft of each token, or None; `taken` are the tokens of posts beside names, `served` those of
    them that tell where one serves, `shorts` the drafts of the
    names that letters in brackets stand for; `issuer` is the party whose office publishes the text, where it tells;
    `spoken` are the codes of the parties that it names, `sides` those of the two that it is about, `fights` whether it
    has a word for rebels, `against` the groups that fight a state, with what names it; `labelled` are those
    who answer in a transcript, by the character where the label begins.
    """

    document: Document
    tokens: Tokens
    phrases: Phrases
    lexicon: Lexicon
    bits: list[int]
    at: list[Draft | None]
    headlines: set[int]
    taken: set[int] = attrs.field(factory=set)
    served: set[int] = attrs.field(factory=set)
    shorts: dict[str, Draft] = attrs.field(factory=dict)
    drafts: list[Draft] = attrs.field(factory=list)
    issuer: Party | None = None
    labelled: dict[int, Speaker] = attrs.field(factory=dict)
    spoken: frozenset[str] = frozenset()
    sides: tuple[str, ...] = ()
    fights: bool = False
    against: list[tuple[Draft, tuple[Party, int, int]]] = attrs.field(factory=list)

    def add(self, draft: Draft) -> Draft:
        """Take a draft in, and give it its tokens as far as they are free."""
        self.drafts.append(draft)
        at = self.at
        for token in range(draft.first, draft.last):
            if at[token] is None:
                at[token] = draft
        return draft

    def phrase(self, token: int) -> Range:
        """The noun phrase around a token, or the token alone."""
        number = self.phrases.noun_at[token]
        if number < 0:
            return (token, token + 1)
        phrase = self.phrases.nouns[number]
        return (phrase.first, phrase.last)
