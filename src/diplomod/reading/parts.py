"""The small values that pass from one step of reading to the next.

Tokens are kept as parallel lists, indexed by token number over the whole document: a corpus holds too many of them for
an object each. Everything larger (a phrase, a mention, a clause) is a value of its own and names tokens by number;
a range of tokens is ``first`` to ``last``, the last excluded, as in a slice.

Of the smallest values, those of each phrase, mention and clause, the fields may be given by their order: by name a value takes
twice as long to make, and a text has thousands.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, KeysView, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from diplomod.lexicon.kept import once
from diplomod.model import Attendance, Dateline, Meeting, Party, Person, Place, Span, Speaker, When
from diplomod.model.span import span_of

if TYPE_CHECKING:
    from attrs import frozen as frozen
else:

    def frozen(**options):
        """A class of values that pass between steps.

        The checker of types sees to it that they are frozen. At run time nothing does: a frozen one takes three times as long
        to make, and a text has thousands.
        """
        return attrs.define(unsafe_hash=options.get("eq", True), **options)


Rule = Callable[..., object]  # a function of a step; its name and its docstring tell what it does


@frozen(slots=True, kw_only=True, eq=False)
class Ground:
    """Why a value of an event is what it is: the rule that made it, and the characters of the words that it looked at.

    `field` is the path of the value in the event (``when``, ``speaker.party``); where a field holds several, `value`
    tells which one is meant: the code of a party, the name of a person.
    """

    field: str
    rule: Rule
    words: tuple[tuple[int, int], ...]
    value: str = ""


@frozen(slots=True, kw_only=True, eq=False)
class Trace:
    """How the event with the id `event` was read.

    `signs` are names of what makes it more or less sure (``in_title``, ``told_again``); `grounds` gives the grounds of all its
    values when it is called: most readers never ask.
    """

    event: str
    signs: tuple[str, ...]
    grounds: Callable[[], Iterable[Ground]]


class ParagraphKind(StrEnum):
    """What a block of lines is for."""

    TITLE = "title"
    SUBHEAD = "subhead"
    BYLINE = "byline"
    BODY = "body"
    QUESTION = "question"
    ANSWER = "answer"
    CREDIT = "credit"


@frozen(slots=True, kw_only=True)
class Paragraph:
    """A block of text. `start` and `end` bound its words, without a label or a dateline before them.

    `label` is the name before the words of a transcript (``Reuters:``, ``Spokesperson:``), without the colon.
    """

    start: int
    end: int
    kind: ParagraphKind
    label: Span | None = None


@frozen(slots=True, kw_only=True)
class Quotation:
    """Words inside quotation marks: `start` to `end` without the marks, `outer_start` to `outer_end` with them.

    Of a quotation that runs over paragraphs each paragraph has a Quotation of its own; `continues` is the number of
    the one before it, and `closed` is False where the closing mark is left out because the next paragraph goes on.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    continues: int | None = None
    closed: bool = True


@frozen(slots=True, kw_only=True)
class Document:
    """A text laid out: what is title, what is body, which words stand in quotation marks.

    `sentences` are character ranges in the order of the text, each within one paragraph; `sentence_paragraphs` tells
    the number of the paragraph of each. `gaps` are the marks of
    Markdown inside lines, in order, which are no words. `key` begins all ids of what is read here.
    """

    text: str
    key: str
    fingerprint: str
    paragraphs: tuple[Paragraph, ...]
    quotations: tuple[Quotation, ...]
    sentences: tuple[tuple[int, int], ...]
    sentence_paragraphs: tuple[int, ...]
    title: Span | None = None
    dateline: Dateline | None = None
    publisher: Span | None = None
    authors: tuple[Person, ...] = ()
    gaps: tuple[tuple[int, int], ...] = ()


@frozen(slots=True, kw_only=True, eq=False)
class Tokens:
    """The words and marks of the sentences, as lists that run in step.

    `words` as written; `lowers` the same in small letters, ``’`` as ``'``; `starts` and `ends` offsets of characters;
    `tags` parts of speech of the Penn Treebank (``NNP``, ``VBD``, ``IN``, …; the marks as ``,``, ``.``, ``:``, `````` and
    ``''``, ``(`` as ``-LRB-``); `sentence_of` the number of the sentence; `quoted` the number of the quotation, or -1.
    `sentences` are token ranges, in step with `Document.sentences`.
    """

    text: str
    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str]
    sentence_of: list[int]
    quoted: list[int]
    sentences: list[tuple[int, int]]
    _latest: dict[str, int] = attrs.field(factory=dict, init=False, repr=False)
    _before: list[int] = attrs.field(factory=list, init=False, repr=False)

    def span(self, first: int, last: int) -> Span:
        """The words from token `first` up to but without token `last`."""
        return span_of(self.text, self.starts[first], self.ends[last - 1])

    def _look(self) -> dict[str, int]:
        """For each word in small letters the last token that is it; for each token the one before it that is the same, or -1."""
        latest, before = self._latest, self._before
        if not latest:
            for number, lower in enumerate(self.lowers):
                before.append(latest.get(lower, -1))
                latest[lower] = number
        return latest

    @property
    def vocabulary(self) -> KeysView[str]:
        """The words of the text, in small letters."""
        return (self._latest or self._look()).keys()

    def places_of(self, words: Collection[str]) -> list[int]:
        """The numbers of the tokens that are one of these words in small letters; most texts have none of some few words."""
        latest, before = self._latest or self._look(), self._before
        found: list[int] = []
        for word in latest.keys() & words:
            token = latest[word]
            while token >= 0:
                found.append(token)
                token = before[token]
        found.sort()
        return found

    def written(self, first: int, last: int) -> str:
        """The text from token `first` up to but without token `last`, with one blank for each gap between words.

        ``Ana\\n Lima`` gives ``Ana Lima``.
        """
        if last - first == 1:
            return self.words[first]
        return " ".join(self.text[self.starts[first] : self.ends[last - 1]].split())


@frozen(slots=True, kw_only=True)
class Time:
    """A date expression at tokens `first` to `last`, what it stands for, and the rule that reckoned it."""

    first: int
    last: int
    when: When
    rule: Rule | None = None


@frozen(slots=True, kw_only=True)
class Shift:
    """Words at tokens `first` to `last` that count from something else that happened: ``a day after``, ``two weeks before``.

    `amount` is negative for what lies before; `unit` is day, week, month or year.
    """

    first: int
    last: int
    amount: int
    unit: str


@frozen(slots=True, kw_only=True, eq=False)
class Times:
    """All date expressions in order: those with a date of their own, and those that count from another event."""

    found: tuple[Time, ...]
    shifts: tuple[Shift, ...]


@frozen(slots=True)
class NounPhrase:
    """A base noun phrase: determiner, modifiers, head; possessors before it are inside, what follows the head is not.

    ``Trump ’s son-in-law Jared Kushner`` is one; ``the limits of U.S. influence`` are two.
    """

    first: int
    last: int
    head: int


class Form(StrEnum):
    """The form of a verb group."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle"


class Tense(StrEnum):
    """When a finite verb group says it is."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@frozen(slots=True)
class VerbGroup:
    """Auxiliaries, adverbs and a main verb: ``had not yet been ruled out``.

    `head` is the number of the main verb's token, `lemma` its base form with its particle (``rule out``), `senses` what
    the lexicon knows of it; `modal` is the modal verb in small letters; `perfect` and `progressive` tell the aspect.
    """

    first: int
    last: int
    head: int
    lemma: str
    senses: frozenset[str]
    form: Form
    tense: Tense
    passive: bool = False
    negated: bool = False
    perfect: bool = False
    progressive: bool = False
    modal: str | None = None


@frozen(slots=True, kw_only=True, eq=False)
class Phrases:
    """All noun phrases and verb groups in order; `noun_at` and `verb_at` hold for each token the number of its own, or -1.

    `fronts` are the tokens that a subject begins with right behind a time or a place: ``On Tuesday [President Lima] said``.
    """

    nouns: tuple[NounPhrase, ...]
    verbs: tuple[VerbGroup, ...]
    noun_at: list[int]
    verb_at: list[int]
    fronts: frozenset[int] = frozenset()


class MentionKind(StrEnum):
    """What sort of an actor some words stand for."""

    PERSON = "person"
    PARTY = "party"
    GROUP = "group"
    OFFICE = "office"
    SOURCE = "source"
    PLACE = "place"


@frozen(slots=True)
class Mention:
    """Words that stand for somebody, some party or some place, at tokens `first` to `last`.

    - person: a named person, by name, by a later short form, by a definite description or by a pronoun that was
      resolved; `person` has the fullest name in the text.
    - party: a state, body or movement as such (``Kyiv``, ``the European Union``, ``it``).
    - group: people or an institution of one or several parties (``senior U.S. and Russian officials``, ``the Israeli
      army``, ``the two sides``, ``they``).
    - office: one person known by the post alone (``the Omani foreign minister``).
    - source: a source that stays unnamed (``a Russian source``, ``people familiar with the talks``, ``reports``).
    - place: a place (``Rome``); a city that may stand for its state has `parties` as well, and the clause decides.

    `name` is the fullest form of a person's name, else the words themselves (of what a pronoun stands for, where that is
    known). `parties` are those whom the actor belongs to or that it is, with the span that tells. `role` are the words
    beside a name that tell the post. `pronoun` marks he, she, it, they, we, I; its `person` and `parties` are those of
    what it stands for, and empty where that stays open. `rule` is the one that tells who it is, or whose.
    """

    first: int
    last: int
    head: int
    kind: MentionKind
    name: str
    person: Person | None = None
    parties: tuple[Party, ...] = ()
    role: Span | None = None
    place: Place | None = None
    plural: bool = False
    pronoun: bool = False
    rule: Rule | None = None


@frozen(slots=True, kw_only=True, eq=False)
class Cast:
    """All mentions in the order of the text; `at` holds for each token the number of the mention it belongs to, or -1.

    `issuer` is the party whose office publishes the text, where a letterhead or a title tells; `labelled` are those who
    answer in a transcript, by the character where the label begins. `sides` are the two parties that words tie to each
    other most, empty where no two stand out.
    """

    mentions: tuple[Mention, ...]
    at: list[int]
    issuer: Party | None = None
    labelled: Mapping[int, Speaker] = attrs.field(factory=dict)
    sides: tuple[Party, ...] = ()
    kept: dict[str, Any] = attrs.field(factory=dict, init=False, repr=False, eq=False)

    @once
    def first_named(self) -> dict[str, Party]:
        """Each party that the text tells, by code, with the words that name it first."""
        return {party.code: party for one in reversed(self.mentions) for party in reversed(one.parties)}

    @once
    def longest_role(self) -> dict[str, Span]:
        """The role of each person that has one, by name; of several the longest."""
        roles: dict[str, Span] = {}
        for one in self.mentions:
            if one.person is not None and one.role is not None:
                known = roles.setdefault(one.person.name, one.role)
                roles[one.person.name] = max(known, one.role, key=len)
        return roles

    def sole_party(self, numbers: Iterable[int]) -> Party | None:
        """The one party that mentions with these numbers have between them; None where they have none or several."""
        parties = {party.code: party for number in numbers for party in self.mentions[number].parties}
        return next(iter(parties.values())) if len(parties) == 1 else None

    def between(self, first: int, last: int) -> list[int]:
        """The numbers of the mentions from token `first` up to but without `last`, in order, each once."""
        found = dict.fromkeys(self.at[first:last])
        found.pop(-1, None)
        return list(found)


class Relation(StrEnum):
    """How a clause hangs on its governor."""

    COMPLEMENT = "complement"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    COORDINATE = "coordinate"


@frozen(slots=True)
class Clause:
    """A verb group with what stands around it.

    `number` is its place in the list of clauses; `subject` the tokens of its subject with appositions and coordinated
    names, None where there is none (an imperative, a fragment) — for a relative clause the antecedent, for an
    infinitive or participle the one who controls it; `actors` the numbers of the mentions that are the subject.
    `last` is the end of the clause: what follows the verb group up to there belongs to it. `objects` are the noun
    phrases right after the verb that no preposition leads, as token ranges.
    `governor` is the number of the clause that this one hangs on (``said`` of ``said he may come``; ``agreed`` of ``agreed
    to meet``), and `relation` how.
    """

    number: int
    sentence: int
    first: int
    last: int
    verb: VerbGroup
    subject: tuple[int, int] | None = None
    actors: tuple[int, ...] = ()
    objects: tuple[tuple[int, int], ...] = ()
    governor: int | None = None
    relation: Relation | None = None


@frozen(slots=True)
class Presence:
    """One who takes part in an encounter: the number of the mention, and whether it is there."""

    mention: int
    attendance: Attendance


@frozen(slots=True, kw_only=True, eq=False)
class Encounter:
    """A meeting, and where the text tells of it: by sides, before anyone is counted into delegations.

    `presences` are the sides as mentioned, `others` mediators and hosts; `tokens` are the places of the words that tell
    of it (``meet``, ``talks``), in the order of the text; `trace` tells how it was read.
    """

    meeting: Meeting
    presences: tuple[Presence, ...]
    others: tuple[Presence, ...]
    tokens: tuple[int, ...]
    trace: Trace


class Link(StrEnum):
    """How a word hangs on its head, as far as the steps ask: all else is `OTHER`."""

    SUBJECT = "subject"
    COMPLEMENT = "complement"
    INFINITIVE = "infinitive"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    COORDINATE = "coordinate"
    OTHER = "other"


class EntityKind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


@frozen(slots=True, kw_only=True)
class Entity:
    """A name at tokens `first` to `last`."""

    first: int
    last: int
    kind: EntityKind


@frozen(slots=True, kw_only=True, eq=False)
class Analysis:
    """What an analyser tells of the tokens, in lists that run in step with them.

    `tags` are parts of speech of the Penn Treebank, `heads` the number of the token that each hangs on (its own at the top
    of a sentence), `links` how; `entities` the names, in order, none where the analyser knows of none.
    """

    tags: list[str]
    heads: list[int]
    links: list[Link]
    entities: tuple[Entity, ...] = ()


class Analyser(Protocol):
    """Tells parts of speech, dependencies and names of the tokens of a text: in `diplomod.read(text, analyser=…)`.

    It gets the tokens as the reader parted them, with offsets and the tags that the reader itself gives, and answers for
    each of them; so no offset depends on it.
    """

    def __call__(self, document: Document, tokens: Tokens) -> Analysis:
        """What it tells of the tokens of the document."""
        ...
