"""Hypothesis strategies for every class of the model, for your own tests: ``pip install diplomod[testing]``.

    from hypothesis import given
    from diplomod import testing

    @given(testing.records())
    def test_something(record): ...

All values are valid: the classes accept them, ids are unique and lead somewhere. Texts hold any Unicode.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from diplomod.errors import FormatError
from diplomod.formats import Loss
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

try:
    from hypothesis import strategies as st
except ImportError as fault:  # pragma: no cover
    raise FormatError("diplomod.testing needs Hypothesis; install it with: pip install 'diplomod[testing]'") from fault

Strategy = st.SearchStrategy
NASTY = st.sampled_from(
    [
        "’",
        "“x”",
        "\r\n",
        "é",
        "日本",
        "👩‍🚀",
        "\x00",
        "\u2028",
        "a\u0301",
        "İ",
        "\u202e",
        '"',
        "\\",
        "\ud800",
        "x\udc80",
    ]
)
MARKS = ("", "?", "~", "%")
FEW = 3


def words() -> Strategy[str]:
    """Text with at least one visible character."""
    text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
    return st.one_of(text, NASTY).map(lambda found: found if found.strip() else f"{found}x")


def spans() -> Strategy[Span]:
    """Words somewhere in a text."""
    return st.builds(
        lambda start, text: Span(start=start, end=start + len(text), text=text),
        st.integers(0, 10**6),
        words(),
    )


def _dates() -> Strategy[str]:
    days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
    return st.one_of(
        days.map(dt.date.isoformat),
        st.builds(lambda day, mark: f"{day.isoformat()[:7]}{mark}", days, st.sampled_from(MARKS)),
        st.builds(lambda day, mark: f"{day.isoformat()[:4]}{mark}", days, st.sampled_from(MARKS)),
        st.builds(lambda day, season: f"{day.isoformat()[:4]}-{season}", days, st.integers(21, 24)),
        days.map(lambda day: f"{day.isoformat()[:3]}X"),
    )


def whens() -> Strategy[When]:
    """Dates of every precision, intervals open and closed, with and without the words they were read from."""
    days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
    intervals = st.builds(lambda a, b: "/".join(sorted((a.isoformat(), b.isoformat()))), days, days)
    half_open = st.builds(
        lambda date, ends: ends.format(date), _dates(), st.sampled_from(["{}/..", "../{}", "{}/", "/{}"])
    )
    return st.builds(When, edtf=st.one_of(_dates(), intervals, half_open), span=st.none() | spans())


def persons() -> Strategy[Person]:
    """People."""
    return st.builds(Person, name=words(), span=st.none() | spans())


def places() -> Strategy[Place]:
    """Places."""
    return st.builds(
        Place,
        name=words(),
        within=st.none() | words(),
        country=st.none() | words(),
        span=st.none() | spans(),
    )


def parties() -> Strategy[Party]:
    """Parties of every kind."""
    return st.builds(Party, code=words(), name=words(), kind=st.sampled_from(PartyKind), span=st.none() | spans())


def datelines() -> Strategy[Dateline]:
    """Datelines."""
    return st.builds(Dateline, span=spans(), places=_several(places()), when=st.none() | whens())


def sources() -> Strategy[Source]:
    """Sources; their fingerprint is that of some text."""
    return st.builds(
        Source,
        fingerprint=words().map(fingerprint),
        language=st.sampled_from(["en", "en-GB"]),
        publisher=st.none() | words(),
        publisher_span=st.none() | spans(),
        title=st.none() | words(),
        title_span=st.none() | spans(),
        url=st.none() | words(),
        published=st.none() | whens(),
        dateline=st.none() | datelines(),
        authors=_several(persons()),
    )


def pages() -> Strategy[Page]:
    """Texts of any kind, empty ones too, with what is known of them."""
    return st.builds(
        Page,
        text=st.text(alphabet=st.characters(exclude_categories=["Cs"])),
        title=st.none() | words(),
        publisher=st.none() | words(),
        url=st.none() | words(),
        published=st.none() | whens(),
        authors=_several(persons()),
    )


def delegates() -> Strategy[Delegate]:
    """Members of delegations."""
    return st.builds(Delegate, person=persons(), attendance=st.sampled_from(Attendance), role=st.none() | spans())


@st.composite
def delegations(draw: Any) -> Delegation:
    """Delegations with and without a head, whose size fits their members."""
    members = draw(_several(delegates(), key=lambda member: member.person.name))
    head = draw(st.sampled_from([None, *(member.person for member in members)]))
    size = draw(st.none() | st.integers(max(1, len(members)), 500))
    return Delegation(party=draw(parties()), head=head, members=members, size=size, evidence=draw(_several(spans())))


def shares() -> Strategy[float | None]:
    """Confidences, and None where nobody estimated one."""
    return st.none() | st.floats(0, 1)


def _ids() -> Strategy[str]:
    return words()


def meetings() -> Strategy[Meeting]:
    """Meetings of every kind, status and format."""
    codes = _several(parties(), key=lambda party: party.code)
    return st.builds(
        Meeting,
        id=_ids(),
        kind=st.sampled_from(MeetingKind),
        status=st.sampled_from(MeetingStatus),
        when=st.none() | whens(),
        place=st.none() | places(),
        parties=codes,
        people=_several(persons(), key=lambda person: person.name),
        delegations=_several(delegations(), key=lambda delegation: delegation.party.code),
        format=st.none() | st.sampled_from(MeetingFormat),
        host=st.none() | parties(),
        mediators=_several(parties()),
        observers=_several(parties()),
        topics=_several(spans()),
        evidence=_several(spans(), least=1),
        confidence=shares(),
    )


@st.composite
def speakers(draw: Any) -> Speaker:
    """Speakers of every kind."""
    kind = draw(st.sampled_from(SpeakerKind))
    return Speaker(
        kind=kind,
        name=draw(words()),
        person=draw(persons()) if kind is SpeakerKind.PERSON else None,
        party=draw(st.none() | parties()),
        role=draw(st.none() | spans()),
        span=draw(st.none() | spans()),
    )


def statements() -> Strategy[Statement]:
    """Statements that stand within no other."""
    return st.builds(
        Statement,
        id=_ids(),
        speaker=speakers(),
        mode=st.sampled_from(Mode),
        content=spans(),
        cue=st.none() | spans(),
        to=st.none() | spans(),
        when=st.none() | whens(),
        occasion=st.none() | spans(),
        within=st.none(),
        confidence=shares(),
    )


def demands() -> Strategy[Demand]:
    """Demands."""
    return st.builds(
        Demand,
        id=_ids(),
        by=st.none() | parties(),
        speaker=st.none() | speakers(),
        to=_several(parties(), key=lambda party: party.code),
        content=spans(),
        first_made=st.none() | whens(),
        reiterated=st.none() | spans(),
        condition=st.none() | spans(),
        deadline=st.none() | whens(),
        evidence=_several(spans(), least=1),
        confidence=shares(),
    )


def responses(to: tuple[str, ...] = ("d1",)) -> Strategy[Response]:
    """Answers to some of the demands whose ids are given."""
    return st.builds(
        Response,
        id=_ids(),
        to=st.lists(st.sampled_from(to), min_size=1, max_size=FEW, unique=True).map(tuple),
        by=st.none() | parties(),
        speaker=st.none() | speakers(),
        stance=st.sampled_from(Stance),
        evidence=_several(spans(), least=1),
        confidence=shares(),
    )


@st.composite
def records(draw: Any) -> Record:
    """Whole Records: ids are unique, answers lead to demands, statements stand within others without a circle."""

    def numbered(items: tuple[Any, ...], letter: str) -> tuple[Any, ...]:
        return tuple(attrs.evolve(item, id=f"{letter}{number}") for number, item in enumerate(items, 1))

    wanted = numbered(draw(_several(demands())), "d")
    answers: tuple[Response, ...] = ()
    if wanted:
        answers = numbered(draw(_several(responses(tuple(demand.id for demand in wanted)))), "r")
    said: list[Statement] = []
    for statement in numbered(draw(_several(statements())), "s"):
        outer = draw(st.sampled_from([None, *(before.id for before in said)]))
        said.append(attrs.evolve(statement, within=outer))
    return Record(
        source=draw(sources()),
        meetings=numbered(draw(_several(meetings())), "m"),
        demands=wanted,
        responses=answers,
        statements=tuple(said),
    )


def differences(sent: Record, came: Record, losses: Iterable[Loss]) -> Iterator[str]:
    """What came back from a format otherwise than its loss report tells: nothing, if the report is honest.

    `losses` are those of this Record. A path is given for each value that differs though no loss names it, and for each that
    came back although it is named as lost.
    """
    return _differences(sent, came, "", {loss.path for loss in losses})


def _differences(sent: Any, came: Any, path: str, lost: set[str]) -> Iterator[str]:
    if path in lost:
        if sent == came and came not in (None, ()):
            yield f"{path}: came back, though it is told as lost"
    elif isinstance(sent, tuple) and isinstance(came, tuple):
        kept = [(f"{path}[{i}]", item) for i, item in enumerate(sent) if f"{path}[{i}]" not in lost]
        if len(kept) != len(came):
            yield f"{path}: {len(came)} came back of {len(kept)}"
        for (inner, item), other in zip(kept, came, strict=False):
            yield from _differences(item, other, inner, lost)
    elif attrs.has(type(sent)) and type(sent) is type(came):
        for field in attrs.fields(type(sent)):
            inner = f"{path}.{field.name}" if path else field.name
            yield from _differences(getattr(sent, field.name), getattr(came, field.name), inner, lost)
    elif sent != came and not _empty(sent, came, path, lost):
        yield f"{path}: {came!r} came back for {sent!r}"


def _empty(sent: Any, came: Any, path: str, lost: set[str]) -> bool:
    """Whether a value is gone because each thing that it held is told as lost."""
    if came is not None or not attrs.has(type(sent)):
        return False
    names = [field.name for field in attrs.fields(type(sent)) if getattr(sent, field.name) not in (None, ())]
    return all(f"{path}.{name}" in lost for name in names)


def _several(
    items: Strategy[Any], *, least: int = 0, key: Callable[[Any], Any] | None = None
) -> Strategy[tuple[Any, ...]]:
    return st.lists(items, min_size=least, max_size=FEW, unique_by=key).map(tuple)
