"""English text -> Record, a step a file; `reader` knows their order. In `asking` a language model reads."""

from diplomod.reading.asking import Dropped, Grounded, answer_schema, read_with
from diplomod.reading.explanation import Explanation, Reason
from diplomod.reading.parts import Analyser
from diplomod.reading.reader import explain, read

__all__ = [
    "Analyser",
    "Dropped",
    "Explanation",
    "Grounded",
    "Reason",
    "answer_schema",
    "explain",
    "read",
    "read_with",
]
