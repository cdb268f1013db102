"""Diplomatic events from text: who met whom, what was demanded and answered, who said what, and how sure the text is.

import diplomod

record = diplomod.read(article, published="2025-12-20")
diplomod.dump(record, "talks.json")
"""

import importlib
from typing import TYPE_CHECKING

from diplomod._version import __version__
from diplomod.errors import AnalyserError, DataError, DiplomodError, FileError, FormatError, TextError, ValueFault
from diplomod.model import (
    Attendance,
    Dateline,
    Delegate,
    Delegation,
    Demand,
    Meeting,
    MeetingFormat,
    MeetingKind,
    MeetingStatus,
    Mode,
    Page,
    Party,
    PartyKind,
    Person,
    Place,
    Precision,
    Record,
    Response,
    Source,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
    When,
    fingerprint,
)

if TYPE_CHECKING:
    from diplomod.formats import dump, dumps, load, loads
    from diplomod.lexicon import Lexicon
    from diplomod.pages import open_page, parse_page
    from diplomod.reading import Analyser, Dropped, Explanation, Grounded, Reason, explain, read, read_with

__all__ = [
    "Analyser",
    "AnalyserError",
    "Attendance",
    "DataError",
    "Dateline",
    "Delegate",
    "Delegation",
    "Demand",
    "DiplomodError",
    "Dropped",
    "Explanation",
    "FileError",
    "FormatError",
    "Grounded",
    "Lexicon",
    "Meeting",
    "MeetingFormat",
    "MeetingKind",
    "MeetingStatus",
    "Mode",
    "Page",
    "Party",
    "PartyKind",
    "Person",
    "Place",
    "Precision",
    "Reason",
    "Record",
    "Response",
    "Source",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Statement",
    "TextError",
    "ValueFault",
    "When",
    "__version__",
    "dump",
    "dumps",
    "explain",
    "fingerprint",
    "load",
    "loads",
    "open_page",
    "parse_page",
    "read",
    "read_with",
]

# What reads and writes is loaded when it is first asked for: a program that only handles Records starts sooner.
ROOMS = {
    "formats": ("dump", "dumps", "load", "loads"),
    "lexicon": ("Lexicon",),
    "pages": ("open_page", "parse_page"),
    "reading": ("Analyser", "Dropped", "Explanation", "Grounded", "Reason", "explain", "read", "read_with"),
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        for room, names in ROOMS.items():
            if name == room or name in names:
                module = importlib.import_module(f"diplomod.{room}")
                return globals().setdefault(name, module if name == room else getattr(module, name))
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
