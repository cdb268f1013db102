"""What each class and each field is called in linked data: the tables that writing and reading share."""

from __future__ import annotations

from enum import StrEnum
from types import NoneType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

import attrs

from diplomod.model import (
    Delegate,
    Delegation,
    Demand,
    Meeting,
    MeetingStatus,
    Mode,
    Party,
    PartyKind,
    Person,
    Place,
    Response,
    Source,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
)

SCHEMA = "https://schema.org/"
OURS = "urn:diplomod:terms:"
ANNOTATION = "http://www.w3.org/ns/oa#"
XSD = "http://www.w3.org/2001/XMLSchema#"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF-level1"
PREFIXES = {"diplomod": OURS, "oa": ANNOTATION, "xsd": XSD}
CONTEXT = {"@vocab": SCHEMA, **PREFIXES}

# Fields that schema.org (or the Web Annotation vocabulary) has a word for; every other field is called as in the model.
WORDS: dict[tuple[type[Any], str], str] = {
    (Source, "title"): "headline",
    (Source, "publisher"): "publisher",
    (Source, "url"): "url",
    (Source, "language"): "inLanguage",
    (Source, "authors"): "author",
    (Person, "name"): "name",
    (Party, "name"): "name",
    (Party, "code"): "identifier",
    (Place, "name"): "name",
    (Place, "country"): "addressCountry",
    (Speaker, "name"): "name",
    (Speaker, "party"): "affiliation",
    (Meeting, "id"): "identifier",
    (Meeting, "parties"): "attendee",
    (Meeting, "people"): "attendee",
    (Meeting, "place"): "location",
    (Meeting, "host"): "organizer",
    (Meeting, "topics"): "about",
    (Delegation, "members"): "member",
    (Demand, "id"): "identifier",
    (Response, "id"): "identifier",
    (Response, "to"): "object",
    (Response, "by"): "agent",
    (Statement, "id"): "identifier",
    (Statement, "speaker"): "creator",
    (Span, "start"): "oa:start",
    (Span, "end"): "oa:end",
    (Span, "text"): "oa:exact",
}

# The type by schema.org of the values of a class, by the field that decides it.
TYPES: dict[type[Any], str] = {
    Source: "Article",
    Meeting: "Event",
    Person: "Person",
    Place: "Place",
    Delegate: "Role",
    Delegation: "Organization",
    Demand: "Claim",
    Span: "oa:TextPositionSelector",
}
BY_KIND: dict[type[Any], tuple[str, dict[StrEnum, str], str]] = {
    Party: ("kind", {PartyKind.STATE: "GovernmentOrganization"}, "Organization"),
    Speaker: ("kind", {SpeakerKind.PARTY: "Organization"}, "Person"),
    Statement: ("mode", {Mode.INDIRECT: "Claim"}, "Quotation"),
    Response: ("stance", {Stance.ACCEPTED: "AcceptAction", Stance.REJECTED: "RejectAction"}, "ReplyAction"),
}
STATUS = {
    MeetingStatus.PLANNED: "EventScheduled",
    MeetingStatus.POSSIBLE: "EventScheduled",
    MeetingStatus.HELD: "EventScheduled",
    MeetingStatus.ONGOING: "EventScheduled",
    MeetingStatus.POSTPONED: "EventPostponed",
    MeetingStatus.CANCELLED: "EventCancelled",
    MeetingStatus.RULED_OUT: "EventCancelled",
}
POSITION, VALUE = "position", "value"


class Field(NamedTuple):
    """A field of a class: its name, what it is called, the type of its values, whether it holds several."""

    name: str
    word: str
    kind: type[Any]
    several: bool
    needed: bool


def fields_of(kind: type[Any]) -> tuple[Field, ...]:
    """The fields of a class of the model.

    >>> [field.word for field in fields_of(Party)]
    ['identifier', 'name', 'diplomod:kind', 'diplomod:span']
    """
    if kind in _FIELDS:
        return _FIELDS[kind]
    hints = get_type_hints(kind)
    found = []
    for field in attrs.fields(kind):
        hint = hints[field.name]
        several = get_origin(hint) is tuple
        inner = next(one for one in get_args(hint) or (hint,) if one is not NoneType)
        word = WORDS.get((kind, field.name), f"diplomod:{field.name}")
        found.append(Field(field.name, word, inner, several, field.default is attrs.NOTHING))
    _FIELDS[kind] = tuple(found)
    return _FIELDS[kind]


_FIELDS: dict[type[Any], tuple[Field, ...]] = {}


def type_of(value: Any) -> list[str]:
    """The types of a value: by schema.org, where it has one, and by the model."""
    kind = type(value)
    own = f"diplomod:{kind.__name__}"
    if kind in BY_KIND:
        field, known, otherwise = BY_KIND[kind]
        return [known.get(getattr(value, field), otherwise), own]
    return [TYPES[kind], own] if kind in TYPES else [own]


def full(word: str) -> str:
    """The whole name of a word.

    >>> full("oa:start"), full("name")
    ('http://www.w3.org/ns/oa#start', 'https://schema.org/name')
    """
    prefix, colon, name = word.partition(":")
    return PREFIXES[prefix] + name if colon else SCHEMA + word
