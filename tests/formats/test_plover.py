"""PLOVER and POLECAT: events there and back, and those of others."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

import diplomod
from diplomod import DataError, DiplomodError, Record, TextError, dumps, loads
from diplomod.formats import find_format
from diplomod.formats.events.codes import CAMEO, FROM_CAMEO, QUADS, from_cameo, to_cameo
from diplomod.model import (
    Demand,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Mode,
    Party,
    PartyKind,
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

FORMS = ("plover", "plover-csv")
JORDAN = Party(code="JOR", name="Jordan", kind=PartyKind.STATE)
SPAIN = Party(code="ESP", name="Spain", kind=PartyKind.STATE)
SOURCE = Source(fingerprint=fingerprint(""), language="en", publisher="Example News", published=When(edtf="2023-06-03"))


def span(text: str) -> Span:
    return Span(start=0, end=len(text), text=text)


def meeting(status: MeetingStatus = MeetingStatus.HELD, kind: MeetingKind = MeetingKind.TALKS, **told: Any) -> Meeting:
    told = {"parties": (JORDAN, SPAIN), "when": When(edtf="2023-06-02"), "evidence": (span("They met."),), **told}
    return Meeting(id="m1", kind=kind, status=status, **told)


def demand(content: str) -> Demand:
    return Demand(id="d1", by=JORDAN, to=(SPAIN,), content=span(content), evidence=(span(content),))


def answer(stance: Stance) -> Response:
    return Response(id="r1", to=("d1",), by=SPAIN, stance=stance, evidence=(span("Spain said."),))


def statement(cue: str | None, content: str) -> Statement:
    speaker = Speaker(kind=SpeakerKind.PARTY, name="Jordan", party=JORDAN)
    return Statement(
        id="s1", speaker=speaker, mode=Mode.INDIRECT, content=span(content), cue=None if cue is None else span(cue)
    )


@pytest.mark.parametrize(
    ("told", "code", "mode"),
    [
        (meeting(), "CONSULT", ""),
        (meeting(kind=MeetingKind.VISIT), "CONSULT", "visit"),
        (meeting(kind=MeetingKind.CALL), "CONSULT", "phone"),
        (meeting(mediators=(SPAIN,)), "CONSULT", "third-party"),
        (meeting(MeetingStatus.PLANNED), "AGREE", ""),
        (meeting(MeetingStatus.CANCELLED), "REJECT", "meet"),
        (demand("release the crew"), "REQUEST", "yield"),
        (demand("talks in Oslo"), "REQUEST", "meet"),
        (demand("send grain"), "REQUEST", "assist"),
        (demand("a new law"), "REQUEST", "change"),
        ((demand("release the crew"), answer(Stance.REJECTED)), "REJECT", "yield"),
        ((demand("a new law"), answer(Stance.ACCEPTED)), "CONCEDE", ""),
        ((demand("a new law"), answer(Stance.CONDITIONAL)), "AGREE", ""),
        (statement("accused", "Spain of delay"), "ACCUSE", "allege"),
        (statement("condemned", "the raid"), "ACCUSE", "disapprove"),
        (statement("threatened", "to close the strait"), "THREATEN", ""),
        (statement("praised", "the decision"), "SUPPORT", ""),
        (statement("refused", "to sign"), "REJECT", ""),
    ],
)
def test_what_stands_for_what(told: Any, code: str, mode: str) -> None:
    lists: dict[str, list[Any]] = {}
    for one in told if isinstance(told, tuple) else (told,):
        lists.setdefault(f"{type(one).__name__.lower()}s", []).append(one)
    record = Record(source=SOURCE, **{name: tuple(values) for name, values in lists.items()})
    event = json.loads(dumps(record, "plover"))[-1]
    assert (event["code"], event.get("mode", ""), event["quad"]) == (code, mode, QUADS[code])


def test_the_columns_of_polecat() -> None:
    rows = list(csv.DictReader(io.StringIO(dumps(Record(source=SOURCE, meetings=(meeting(),)), "plover-csv"))))
    assert [
        rows[0][name] for name in ("Event Type", "Event Date", "Actor Name", "Actor Country", "Recipient Country")
    ] == [
        "CONSULT",
        "2023-06-02",
        "Jordan",
        "JOR",
        "ESP",
    ]


@pytest.mark.parametrize("name", FORMS)
def test_what_is_no_event_is_told(name: str) -> None:
    record = Record(source=SOURCE, statements=(statement("said", "it will rain"), statement(None, "no")))
    record = Record(
        source=SOURCE,
        demands=(demand("a law"),),
        responses=(answer(Stance.DEFERRED),),
        statements=record.statements[:1],
    )
    losses = list(find_format(name).writer()([record], io.BytesIO()))
    assert [loss.path for loss in losses] == ["statements[0]", "responses[0]"]


POLECAT = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Name\tActor Country\tRecipient Name\tRecipient Country\tCity\tSource\n"
    "1\t2023-05-04\tCONSULT\tvisit\tForeign Ministry\tKEN\tUganda; Tanzania\tUGA; TZA\tNairobi\tExample Daily\n"
    "2\t2023-05-04\tREQUEST\t\tUnited Nations\t\tMali\tMLI\t\t\n"
    "3\t2023-05-05\tACCUSE\tallege\tTogo\tTGO\tBenin\tBEN\t\t\n"
    "4\t2023-05-05\tASSAULT\t\tTogo\tTGO\tBenin\tBEN\t\t\n"
)


def test_a_table_of_others() -> None:
    consult, request, accuse, assault = loads(POLECAT, "plover-csv")
    for record, line in zip((consult, request, accuse, assault), POLECAT.splitlines()[1:], strict=True):
        assert not record.problems(line)
    (met,) = consult.meetings
    assert (met.kind, met.status, met.when.edtf, met.place.country) == ("visit", "held", "2023-05-04", "KEN")
    assert [party.code for party in met.parties] == ["KEN", "UGA", "TZA"]
    assert consult.source.publisher == "Example Daily"
    assert [(one.by.code, one.to[0].code) for one in request.demands] == [("UN", "MLI")]
    assert [(str(one.speaker), str(one.cue), str(one.to)) for one in accuse.statements] == [("Togo", "ACCUSE", "Benin")]
    assert assault == Record(source=assault.source)


def test_events_of_others_in_json() -> None:
    event = '{"id": 7, "date": "20230504", "eventType": "yield", "source": "Peru", "target": [{"name": "Chile"}], "text": "x"}'
    for text in (f"[{event}, {event}]", f"{event}\n{event}\n"):
        first, second = loads(text, "plover")
        assert first == second and not first.problems(event)
        assert [(str(one.speaker), one.when.edtf, one.content.text) for one in first.statements] == [
            ("Peru", "2023-05-04", "x")
        ]


@pytest.mark.parametrize(
    "event",
    [
        {"code": "CONSULT", "source": "Peru", "target": "Chile"},
        {"event": "CONSULT", "actor": ["Peru"], "recip": ["Chile"]},
        {"type": "consult", "actors": [{"name": "Peru", "country": "PER"}], "recipients": [{"name": "Chile"}]},
        {"eventType": "CONSULT", "actorText": "Peru", "recipText": "Chile"},
    ],
)
def test_fields_by_other_names(event: dict[str, Any]) -> None:
    (record,) = loads(json.dumps([event]), "plover")
    assert [party.code for party in record.meetings[0].parties] == ["PER", "CHL"]


@pytest.mark.parametrize(
    ("name", "text", "error", "message"),
    [
        ("plover", "[", TextError, "not closed"),
        ("plover", '[{"code": "AGREE"}', TextError, "cut off|not closed"),
        ("plover", "[5]", DataError, "^event 0: is an object"),
        ("plover", '[{"code": "AGREE"}, {}]', DataError, r"^event 1\.code: is a code"),
        ("plover", '[{"code": "CONSULT", "date": "2023-13-01"}]', DataError, "^event 0: no month"),
        ("plover", "[" * 5000, TextError, "nested too deep"),
        ("plover", '[{"code": "AGREE", "diplomod": {"list": "teas"}}]', DataError, "^event 0: what diplomod put"),
        ("plover-csv", "", TextError, "no column Event Type and no Actor Name"),
        ("plover-csv", POLECAT.replace("\tNairobi", ""), DataError, "^line 2: has 9 cells under 10 columns"),
        ("plover-csv", POLECAT.replace("2023-05-05", "soon"), DataError, "^line 4: "),
    ],
)
def test_what_is_no_table_of_events(name: str, text: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        list(loads(text, name))


@pytest.mark.parametrize("name", FORMS)
def test_cut_off_at_every_byte(name: str) -> None:
    record = diplomod.read("The kings of Jordan and Spain met in Madrid on 2 June 2023.")
    data = dumps(record, name).encode().rstrip()
    head = data.find(b"\r\n") + 3 if name == "plover-csv" else 1  # a table without rows is one, whatever its columns
    for end in range(head, len(data)):
        with pytest.raises(DiplomodError):
            list(loads(data[:end], name))


@pytest.mark.parametrize("nasty", ["=1+1", "+1", "-1", "@SUM(A1)", '=cmd|"/c calc"!A1'])
def test_no_cell_is_a_formula(nasty: str) -> None:
    party = Party(code=nasty, name=nasty, kind=PartyKind.STATE)
    text = dumps(Record(source=SOURCE, meetings=(meeting(parties=(party, SPAIN)),)), "plover-csv")
    for row in csv.reader(io.StringIO(text)):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize(("code", "mode"), list(CAMEO))
def test_cameo_there_and_back(code: str, mode: str) -> None:
    back, back_mode = from_cameo(to_cameo(code, mode))
    assert back == code and back_mode in (mode, "", "investigate")


def test_every_code_of_cameo_has_one_of_plover() -> None:
    assert {code for code, _ in FROM_CAMEO.values()} - {""} <= set(QUADS)
    assert all(from_cameo(f"{root:02}")[0] for root in range(2, 21))
