"""What the reader knows of words and names: data files, and the one loader."""

from diplomod.lexicon.lexicon import Lexicon

__all__ = ["Lexicon"]
