"""CAMEO: rows of GDELT and ICEWS to Records, and Records to rows."""

from __future__ import annotations

import csv
import io
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings

from diplomod import DataError, DiplomodError, Record, TextError, dumps, loads, read, testing
from diplomod.formats import find_format


def gdelt(code: str = "042", **told: str) -> str:
    """A row of a GDELT export."""
    cells = [""] * 61
    places = {
        "day": 1,
        "one": 6,
        "one_country": 7,
        "other": 16,
        "other_country": 17,
        "place": 52,
        "added": 59,
        "url": 60,
    }
    values = {
        "day": "20230405",
        "one": "GHANA",
        "one_country": "GHA",
        "other": "POLICE",
        "other_country": "TGO",
        "place": "Accra, Greater Accra, Ghana",
        "added": "20230406101500",
        "url": "https://example.org/a",
        **told,
    }
    cells[0], cells[26] = "1", code
    for name, value in values.items():
        cells[places[name]] = value
    return "\t".join(cells)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("042", [("meetings", "visit")]),
        ("041", [("meetings", "call")]),
        ("040", [("meetings", "meeting")]),
        ("1056", [("demands", None)]),
        ("112", [("statements", None)]),
        ("1244", [("statements", None)]),
        ("010", []),
        ("190", []),
    ],
)
def test_codes_of_gdelt(code: str, found: list[tuple[str, str | None]]) -> None:
    line = gdelt(code)
    (record,) = loads(f"{line}\n", "gdelt")
    assert not record.problems(line)
    told = [
        (name, getattr(one, "kind", None))
        for name in ("meetings", "demands", "statements")
        for one in getattr(record, name)
    ]
    assert told == found


def test_a_row_of_gdelt() -> None:
    (record,) = loads(gdelt(), "gdelt")
    (meeting,) = record.meetings
    assert [party.code for party in meeting.parties] == ["GHA", "TGO"]
    assert meeting.parties[0].span.text == "GHANA" and str(meeting.when) == "2023-04-05"
    assert (meeting.place.name, meeting.place.country) == ("Accra", "GHA")
    assert (record.source.url, str(record.source.published)) == ("https://example.org/a", "2023-04-06")


def test_rows_are_read_one_by_one_in_constant_memory() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            data = (gdelt() + "\n").encode()
            buffer[: len(data)] = data
            return len(data)

    records = iter(find_format("gdelt").reader()(io.BufferedReader(Endless(), 1 << 12)))
    next(records)
    tracemalloc.start()
    for _ in range(2000):
        next(records)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000


MENTION = "\t".join(
    ["1", "20230405101500", "20230406101500", "1", "example.org", "https://example.org/a", "3", *["0"] * 9]
)


def test_a_mention_is_a_source() -> None:
    (record,) = loads(f"{MENTION}\n", "gdelt-mentions")
    assert not record.problems(MENTION)
    source = record.source
    assert (source.publisher, source.url, str(source.published)) == (
        "example.org",
        "https://example.org/a",
        "2023-04-06",
    )
    assert record == Record(source=source)


ICEWS = (
    "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tTarget Name\tTarget Country\tPublisher\tCity\n"
    "7\t2014-05-04\tMinister (Kenya)\tKenya\tHost a visit\t43\tUganda\tUganda\tExample Daily\tNairobi\n"
    "8\t2014-05-05\tTogo\tTogo\tAccuse\t112\tBenin\tBenin\t\t\n"
)


def test_a_table_of_icews() -> None:
    visit, accuse = loads(ICEWS, "icews")
    for record, line in zip((visit, accuse), ICEWS.splitlines()[1:], strict=True):
        assert not record.problems(line)
    (meeting,) = visit.meetings
    assert (meeting.kind, str(meeting.when), meeting.place.name) == ("visit", "2014-05-04", "Nairobi")
    assert meeting.evidence[0].text == "Host a visit" and visit.source.publisher == "Example Daily"
    assert [(str(one.speaker), one.content.text) for one in accuse.statements] == [("Togo", "Accuse")]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("gdelt", "a\tb\n", "^line 1: has 2 cells; a row of this table has 61"),
        ("gdelt", f"{gdelt()}\n{gdelt('x9')}\n", "^line 2: a code of CAMEO has two to four digits; got 'x9'"),
        ("gdelt", gdelt(day="5.4.2023"), "^line 1: a day is written as"),
        ("gdelt", gdelt(day="20231305"), "^line 1: no month"),
        ("gdelt-mentions", MENTION.replace("20230406", "x0230406"), "^line 1: a day is written as"),
        ("icews", "", "no column Event Date and no Source Name"),
        ("icews", ICEWS.replace("\tNairobi", ""), "^line 2: has 9 cells under 10 columns"),
        ("icews", ICEWS.replace("\t112\t", "\tnone\t"), "^line 3: a code of CAMEO"),
    ],
)
def test_what_is_no_row(name: str, text: str, message: str) -> None:
    with pytest.raises((DataError, TextError), match=message):
        list(loads(text, name))


def test_other_encodings_are_refused() -> None:
    with pytest.raises(TextError, match=r"^line 2: byte"):
        list(loads(f"{gdelt()}\n{gdelt(one='CÔTE')}\n".encode("latin-1"), "gdelt"))


def test_cut_off_inside_a_row() -> None:
    data = gdelt(url="").encode().rstrip(b"\t")
    for end in range(1, len(data)):
        with pytest.raises(DiplomodError):
            list(loads(data[:end], "gdelt"))


TEXT = "The kings of Jordan and Spain met in Madrid on 2 June 2023. Jordan demanded that Israel withdraw from the border area."


def test_records_as_cameo() -> None:
    rows = list(csv.DictReader(io.StringIO(dumps(read(TEXT), "cameo")), delimiter="\t"))
    assert [row["CAMEO Code"] for row in rows] == ["040", "105"]
    assert rows[0]["Event Date"] == "2023-06-02" and rows[0]["City"] == "Madrid"
    assert rows[1]["Source Country"] == "JOR" and rows[1]["Target Country"] == "ISR"


@settings(deadline=None, max_examples=8, suppress_health_check=list(HealthCheck))
@given(testing.records())
def test_every_row_is_one_that_icews_readers_take(record: Record) -> None:
    file = io.BytesIO()
    losses = list(find_format("cameo").writer()([record], file))
    assert {loss.path for loss in losses} >= {"source.fingerprint"} or any(loss.path == "source" for loss in losses)
    lines = file.getvalue().decode().split("\n")
    assert lines.pop() == "" and {line.count("\t") for line in lines} == {19}
    assert not [cell for line in lines for cell in line.split("\t") if cell.startswith(("=", "+", "-", "@"))]
