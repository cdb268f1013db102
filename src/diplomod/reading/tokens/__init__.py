"""Second step: a document -> its words and marks, with offsets and parts of speech."""

from diplomod.reading.tokens.tagging import tokenize

__all__ = ["tokenize"]
