"""Tokens -> what an analyser tells of them, checked: the steps after it lean on lists that run in step."""

from __future__ import annotations

from diplomod.errors import AnalyserError, DiplomodError
from diplomod.reading.parts import Analyser, Analysis, Document, Link, Tokens


def analyse(analyser: Analyser, document: Document, tokens: Tokens) -> Analysis:
    """The analysis of the tokens. Raises `AnalyserError` if the analyser fails, or tells what does not fit them."""
    try:
        found = analyser(document, tokens)
    except DiplomodError:
        raise
    except Exception as fault:
        raise AnalyserError(f"the analyser failed ({type(fault).__name__}: {fault})") from fault
    wrong = _fault(found, len(tokens.words))
    if wrong is not None:
        raise AnalyserError(f"the analyser's answer does not fit the text: {wrong}")
    return found


def _fault(found: object, count: int) -> str | None:
    """What is wrong with an analysis of so many tokens."""
    if not isinstance(found, Analysis):
        return f"it is no Analysis but {type(found).__name__}"
    for name in ("tags", "heads", "links"):
        listed = getattr(found, name)
        if not isinstance(listed, list) or len(listed) != count:
            return f"{name} is a list that holds one value for each of {count} tokens"
    if not all(isinstance(tag, str) and tag for tag in found.tags):
        return "tags are strings that are not empty"
    if not all(type(head) is int and 0 <= head < count for head in found.heads):
        return "heads are numbers of tokens"
    if not all(isinstance(link, Link) for link in found.links):
        return "links are values of Link"
    if not all(0 <= entity.first < entity.last <= count for entity in found.entities):
        return "entities are ranges of tokens"
    return None
