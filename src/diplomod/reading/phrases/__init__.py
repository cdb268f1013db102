"""Third step: words with their parts of speech -> noun phrases and verb groups."""

from diplomod.reading.phrases.grouping import find_phrases

__all__ = ["find_phrases"]
