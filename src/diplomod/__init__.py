"""Diplomatic events from text: who met whom, what was demanded and answered, who said what, and how sure the text is.

import diplomod

record = diplomod.read(article, published="2025-12-20")
diplomod.dump(record, "talks.json")
"""

from diplomod._version import __version__
from diplomod.errors import AnalyserError, DataError, DiplomodError, FileError, FormatError, TextError, ValueFault
from diplomod.formats import dump, dumps, load, loads
from diplomod.lexicon import Lexicon
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
