"""What an analyser tells of subjects and names, without any: a stand-in tells it."""

from __future__ import annotations

import attrs
import pytest

import diplomod
from diplomod.lexicon import Lexicon
from diplomod.reading.clauses import find_clauses
from diplomod.reading.dependencies import with_dependencies
from diplomod.reading.document import lay_out
from diplomod.reading.names import find_names
from diplomod.reading.parts import Analysis, Document, Entity, EntityKind, Link, MentionKind, Tokens
from diplomod.reading.phrases import find_phrases
from diplomod.reading.tokens import tokenize

WORDS = Lexicon.default()
Hanging = dict[str, tuple[str, Link]]  # word -> its head and how it hangs on it


def analysis_of(tokens: Tokens, hanging: Hanging, entities: tuple[Entity, ...] = ()) -> Analysis:
    heads, links = list(range(len(tokens.words))), [Link.OTHER] * len(tokens.words)
    for word, (head, link) in hanging.items():
        heads[tokens.words.index(word)] = tokens.words.index(head)
        links[tokens.words.index(word)] = link
    return Analysis(tags=list(tokens.tags), heads=heads, links=links, entities=entities)


@pytest.mark.parametrize(
    ("text", "hanging", "verb", "subject"),
    [
        (
            "The plan on which envoys of Chad spent years failed.",
            {"plan": ("failed", Link.SUBJECT)},
            "failed",
            "The plan",
        ),
        (
            "Hopes of a deal with Chad, Mali and Niger faded.",
            {"Chad": ("faded", Link.SUBJECT), "Mali": ("Chad", Link.COORDINATE), "Niger": ("Mali", Link.COORDINATE)},
            "faded",
            "Chad, Mali and Niger",
        ),
        (
            "The envoy of the region who spoke left.",
            {"who": ("spoke", Link.SUBJECT), "spoke": ("envoy", Link.RELATIVE), "envoy": ("left", Link.SUBJECT)},
            "spoke",
            "The envoy",
        ),
        ("The envoy said so.", {}, "said", "The envoy"),
        ("The envoy said so.", {"envoy": ("said", Link.SUBJECT)}, "said", "The envoy"),
        ("The envoy said so.", {"said": ("envoy", Link.SUBJECT), "so": ("said", Link.SUBJECT)}, "said", "The envoy"),
    ],
)
def test_subjects_are_those_of_the_dependencies(text: str, hanging: Hanging, verb: str, subject: str) -> None:
    document = lay_out(text, lexicon=WORDS, published=None)
    tokens = tokenize(document, WORDS)
    phrases = find_phrases(tokens, WORDS)
    cast = find_names(document, tokens, phrases, WORDS)
    clauses = find_clauses(tokens, phrases, cast, ())
    found = with_dependencies(clauses, tokens, phrases, cast, analysis_of(tokens, hanging))
    (clause,) = (one for one in found if tokens.words[one.verb.head] == verb)
    assert clause.subject is not None
    assert tokens.span(*clause.subject).text == subject
    assert all(clause.subject[0] <= cast.mentions[n].first < clause.subject[1] for n in clause.actors)


def test_circles_end() -> None:
    text = "Chad and Mali met."
    document = lay_out(text, lexicon=WORDS, published=None)
    tokens = tokenize(document, WORDS)
    phrases = find_phrases(tokens, WORDS)
    cast = find_names(document, tokens, phrases, WORDS)
    circle: Hanging = {"Chad": ("met", Link.SUBJECT), "Mali": ("Mali", Link.COORDINATE)}
    assert with_dependencies(
        find_clauses(tokens, phrases, cast, ()), tokens, phrases, cast, analysis_of(tokens, circle)
    )


@pytest.mark.parametrize(
    ("kind", "found"), [(EntityKind.PERSON, 1), (EntityKind.PLACE, 0), (EntityKind.ORGANISATION, 0)]
)
def test_capitals_that_an_analyser_takes_for_people_are_people(kind: EntityKind, found: int) -> None:
    text = "They spoke about Quorl again."
    document = lay_out(text, lexicon=WORDS, published=None)
    tokens = tokenize(document, WORDS)
    at = tokens.words.index("Quorl")
    phrases = find_phrases(tokens, WORDS)
    cast = find_names(document, tokens, phrases, WORDS, [Entity(first=at, last=at + 1, kind=kind)])
    assert [one.kind for one in cast.mentions if one.name == "Quorl"] == [MentionKind.PERSON] * found


def test_the_reader_takes_tags_from_an_analyser() -> None:
    asked: list[Document] = []

    def blind(document: Document, tokens: Tokens) -> Analysis:
        asked.append(document)
        return attrs.evolve(analysis_of(tokens, {}), tags=["NN" for _ in tokens.tags])

    text = "Envoys of Chad and Mali met in Oslo on Friday."
    assert diplomod.read(text).meetings
    assert not diplomod.read(text, analyser=blind).meetings
    assert asked[0].text == text
