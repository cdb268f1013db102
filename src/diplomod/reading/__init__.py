"""English text -> Record, a step a file; `reader` knows their order."""

from diplomod.reading.explanation import Explanation, Reason
from diplomod.reading.reader import explain, read

__all__ = ["Explanation", "Reason", "explain", "read"]
