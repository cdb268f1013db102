"""English text -> Record, a step a file; `reader` knows their order."""

from diplomod.reading.explanation import Explanation, Reason
from diplomod.reading.parts import Analyser
from diplomod.reading.reader import explain, read

__all__ = ["Analyser", "Explanation", "Reason", "explain", "read"]
