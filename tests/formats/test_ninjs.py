"""ninjs: news items with events, there and back, and those of others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from diplomod import DataError, DiplomodError, Record, TextError, dumps, loads, read, testing

jsonschema = pytest.importorskip("jsonschema")
SCHEMA = Path(__file__).parents[3] / "shared" / "samples" / "ninjs-schema_3.1.json"
TEXT = "The kings of Jordan and Spain met in Madrid in June 2023. They will meet again in Amman on 4 July 2024."
RECORD = read(
    TEXT, published="2023-07-03", title="Talks in Madrid", publisher="Example News", url="https://example.org/1"
)


def test_an_item_and_its_events() -> None:
    item = json.loads(dumps(RECORD, "ninjs"))
    assert item["uri"] == "https://example.org/1" and item["headlines"][0]["value"] == "Talks in Madrid"
    assert item["versionCreated"] == "2023-07-03T00:00:00Z" and item["infoSources"][0]["name"] == "Example News"
    held, planned = item["associations"]
    assert held["eventDetails"]["dates"] == {"expectedStartDate": "2023-06"}
    assert held["eventDetails"]["eventStatus"].endswith("/eos5") and planned["eventDetails"]["eventStatus"].endswith(
        "/eos4"
    )
    assert [party["literal"] for party in held["organisations"]] == [party.code for party in RECORD.meetings[0].parties]
    assert [event["uri"] for event in item["events"]] == [held["uri"], planned["uri"]]


@pytest.mark.skipif(not SCHEMA.exists(), reason="the schema of IPTC lies beside the project")
@settings(deadline=None, max_examples=8, suppress_health_check=list(HealthCheck))
@given(testing.records())
def test_the_schema_of_iptc_takes_it(record: Record) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    for told in (record, RECORD):
        assert not list(validator.iter_errors(json.loads(dumps(told, "ninjs"))))


@settings(deadline=None, max_examples=8, suppress_health_check=list(HealthCheck))
@given(testing.records(), testing.records())
def test_everything_comes_back(one: Record, other: Record) -> None:
    text = dumps([one, other], "ninjs")
    assert list(loads(text, "ninjs")) == [one, other]
    assert list(loads(f"[{','.join(text.splitlines())}]" if "\u2028" not in text else text, "ninjs"))


ITEM: dict[str, Any] = {
    "uri": "https://example.org/planning/9",
    "type": "event",
    "versionCreated": "2024-05-30T08:00:00Z",
    "language": "en",
    "headlines": [{"value": "Summit on grain"}],
    "infoSources": [{"name": "Example Agency"}],
    "by": "Ana Lima",
    "organisations": [{"name": "Turkey"}, {"name": "United Nations"}],
    "people": [{"name": "Ada Okafor"}],
    "places": [{"name": "Istanbul"}],
    "eventDetails": {
        "eventStatus": "http://cv.iptc.org/newscodes/eventoccurstatus/eos3",
        "dates": {"expectedStartDate": "2024-06-10", "expectedEndDate": "2024-06-12"},
    },
    "events": [{"name": "Talks on ports"}, {"name": "Summit on grain"}],
}


def test_an_item_of_others() -> None:
    text = json.dumps(ITEM, indent=1)
    (record,) = loads(text, "ninjs")
    assert not record.problems(text)
    source = record.source
    assert (source.title, source.publisher, str(source.published)) == (
        "Summit on grain",
        "Example Agency",
        "2024-05-30",
    )
    assert (source.url, source.language, str(source.authors[0])) == (ITEM["uri"], "en", "Ana Lima")
    summit, talks = record.meetings
    assert (summit.kind, summit.status, str(summit.when)) == ("summit", "possible", "2024-06-10/2024-06-12")
    assert [party.code for party in summit.parties] == ["TUR", "UN"] and str(summit.people[0]) == "Ada Okafor"
    assert summit.place is not None and summit.place.country == "TUR" and summit.evidence[0].text == "Summit on grain"
    assert (talks.kind, talks.when, talks.evidence[0].text) == ("talks", None, "Talks on ports")


def test_items_in_a_list_and_one_a_line() -> None:
    line = json.dumps(ITEM)
    for text in (f"[{line}, {line}]", f"{line}\n{line}\n"):
        records = list(loads(text, "ninjs"))
        assert len(records) == 2 and not records[0].problems(line)


def test_older_versions() -> None:
    (record,) = loads('{"uri": "urn:x:1", "headline": "Visit put off", "firstCreated": "2024"}', "ninjs")
    assert (record.source.title, str(record.source.published), record.meetings) == ("Visit put off", "2024", ())


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("{", TextError, "^item 0: this is no JSON"),
        ('{"a": 1}', DataError, "^item 0: is no news item: it has no uri"),
        ('[{"uri": "urn:a"}, 5]', DataError, "^item 1: is no news item"),
        ('[{"uri": "urn:a"}', TextError, "cut off"),
        ('{"uri": "urn:a", "versionCreated": "2024-13-01"}', DataError, "^item 0: no month"),
        ('{"a":' * 5000, TextError, "nested too deep"),
        (
            '{"uri": "urn:a", "bodies": [{"contentType": "application/vnd.diplomod+json", "value": "{}"}]}',
            DataError,
            r"^item 0, \$\.diplomod\.schema",
        ),
    ],
)
def test_what_is_no_item(text: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        list(loads(text, "ninjs"))


def test_cut_off_at_every_byte() -> None:
    data = dumps(RECORD, "ninjs").encode().rstrip()
    for end in range(1, len(data)):
        with pytest.raises(DiplomodError):
            list(loads(data[:end], "ninjs"))
