"""Records to the outside and back: one file a format, the table of them, and the functions that carry."""

from diplomod.formats.carrying import dump, dumps, load, loads, open_records
from diplomod.formats.format import Format
from diplomod.formats.losses import Loss, Losses, left_out
from diplomod.formats.table import FORMATS, available, find_format, format_of

__all__ = [
    "FORMATS",
    "Format",
    "Loss",
    "Losses",
    "available",
    "dump",
    "dumps",
    "find_format",
    "format_of",
    "left_out",
    "load",
    "loads",
    "open_records",
]
