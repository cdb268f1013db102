"""Records to the outside and back: one file a format, and the table of them."""

from diplomod.formats.table import FORMATS, Format, dump, dumps, load, loads

__all__ = ["FORMATS", "Format", "dump", "dumps", "load", "loads"]
