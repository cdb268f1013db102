"""diplomod: typed records of diplomacy, each value tied to the words that show it."""
