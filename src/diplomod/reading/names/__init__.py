"""Who and what a text names: persons, parties, groups, offices, sources, places."""

from diplomod.reading.names.finding import find_names

__all__ = ["find_names"]
