"""What an analyser tells is checked before any step leans on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

import diplomod
from diplomod import AnalyserError
from diplomod.reading.parts import Analysis, Document, Entity, EntityKind, Link, Tokens

TEXT = "Envoys of Chad and Kenya met in Oslo on Friday."


def plain(document: Document, tokens: Tokens) -> Analysis:
    count = len(tokens.words)
    return Analysis(tags=list(tokens.tags), heads=list(range(count)), links=[Link.OTHER] * count)


def test_an_analyser_that_tells_nothing_new_changes_nothing() -> None:
    assert diplomod.read(TEXT, analyser=plain) == diplomod.read(TEXT)
    assert diplomod.read("", analyser=plain).problems("") == ()


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda found: attrs.evolve(found, tags=found.tags[1:]), "tags is a list that holds one value for each of 11"),
        (lambda found: attrs.evolve(found, heads=(*found.heads,)), "heads is a list"),
        (lambda found: attrs.evolve(found, links=[]), "links is a list"),
        (lambda found: attrs.evolve(found, tags=["", *found.tags[1:]]), "tags are strings"),
        (lambda found: attrs.evolve(found, heads=[11, *found.heads[1:]]), "heads are numbers of tokens"),
        (lambda found: attrs.evolve(found, heads=[-1, *found.heads[1:]]), "heads are numbers of tokens"),
        (lambda found: attrs.evolve(found, links=["nsubj", *found.links[1:]]), "links are values of Link"),
        (
            lambda found: attrs.evolve(found, entities=(Entity(first=9, last=12, kind=EntityKind.PERSON),)),
            "entities are ranges of tokens",
        ),
        (lambda found: None, "no Analysis but NoneType"),
    ],
)
def test_what_does_not_fit_is_refused(spoil: Callable[[Analysis], Any], why: str) -> None:
    def analyser(document: Document, tokens: Tokens) -> Any:
        return spoil(plain(document, tokens))

    with pytest.raises(AnalyserError, match=why):
        diplomod.read(TEXT, analyser=analyser)


def test_an_analyser_that_fails_is_told() -> None:
    def analyser(document: Document, tokens: Tokens) -> Analysis:
        raise MemoryError("no room")

    with pytest.raises(AnalyserError, match="MemoryError: no room") as raised:
        diplomod.read(TEXT, analyser=analyser)
    assert isinstance(raised.value.__cause__, MemoryError)
