"""The table of analysers, and the one function that uses it."""

from __future__ import annotations

from collections.abc import Callable

from diplomod.errors import AnalyserError
from diplomod.reading.analysers.spacy import SpacyAnalyser
from diplomod.reading.parts import Analyser

ANALYSERS: dict[str, Callable[[str], Analyser]] = {"spacy": SpacyAnalyser.load}


def find_analyser(name: str) -> Analyser:
    """The analyser of a name such as ``spacy:en_core_web_sm``: its kind, and what is loaded for it.

    Raises `AnalyserError` for a kind that is unknown, for what is not installed and what does not fit.
    """
    kind, _, what = name.partition(":")
    if kind not in ANALYSERS or not what:
        known = ", ".join(f"{kind}:NAME" for kind in ANALYSERS)
        raise AnalyserError(f"there is no analyser {name!r}; the analysers are {known}")
    return ANALYSERS[kind](what)
