"""Analysers that can stand in for steps of the reader, one a file; each needs an extra of its own."""

from diplomod.reading.analysers.spacy import SpacyAnalyser
from diplomod.reading.analysers.table import find_analyser

__all__ = ["SpacyAnalyser", "find_analyser"]
