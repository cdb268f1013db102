"""English text -> Record, a step a file; `reader` knows their order."""

from diplomod.reading.reader import read

__all__ = ["read"]
