"""What can be said about diplomacy: typed, frozen, hashable values that need nothing but themselves."""

from diplomod.model.actor import Party, PartyKind, Person, Place
from diplomod.model.delegation import Attendance, Delegate, Delegation
from diplomod.model.demand import Demand, Response, Stance
from diplomod.model.meeting import Meeting, MeetingFormat, MeetingKind, MeetingStatus
from diplomod.model.page import Page
from diplomod.model.record import Record
from diplomod.model.source import Dateline, Source, fingerprint
from diplomod.model.span import Span
from diplomod.model.statement import Mode, Speaker, SpeakerKind, Statement
from diplomod.model.when import Precision, When

__all__ = [
    "Attendance",
    "Dateline",
    "Delegate",
    "Delegation",
    "Demand",
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
    "Record",
    "Response",
    "Source",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Statement",
    "When",
    "fingerprint",
]
