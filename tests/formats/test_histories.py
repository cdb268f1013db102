"""Agreements of PA-X, travels and visits of the Office of the Historian."""

from __future__ import annotations

from pathlib import Path

import pytest

from diplomod import DataError, DiplomodError, TextError, load, loads

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"

PAX = (
    ",AgtId,Con,Agt,Dat,Status,Part,ThrdPart\n"
    '1,7,Mali,"Accord on the wells, Bamako",09/01/1998,Multiparty signed/agreed,'
    '"For the Republic of Mali: A. Roe\nFor Niger: B. Doe","Witnessed by: the African Union"\n'
    "2,8,Mali,Decree on pasture,2001-02-03,Unilateral document,Mali,NA\n"
)


def test_agreements() -> None:
    signing, decree = loads(PAX, "pa-x")
    text = "\n".join(PAX.split("\n")[1:3])
    assert not signing.problems(text)
    (meeting,) = signing.meetings
    assert (meeting.kind, meeting.status, str(meeting.when)) == ("signing", "held", "1998-01-09")
    assert [party.code for party in meeting.parties] == ["MLI", "NER"]
    assert [party.code for party in meeting.observers] == ["AU"]
    assert meeting.topics[0].text == signing.source.title == "Accord on the wells, Bamako"
    assert decree.meetings == () and str(decree.source.published) == "2001-02-03"


VISITS = """<?xml version="1.0" encoding="UTF-8"?>
<visits>
  <visit>
    <id>1</id>
    <start-date>2020-01-07</start-date>
    <end-date>2020-01-08</end-date>
    <visitor>President Ana Lima and Prime Minister Jo Roe</visitor>
    <from id="peru">Peru</from>
    <description>Working Visit.</description>
  </visit>
  <visit>
    <start-date>2020-02-01</start-date>
    <end-date>2020-02-01</end-date>
    <visitor>King Abu II</visitor>
    <from id="congo">Congo, Republic of</from>
    <description/>
  </visit>
</visits>
"""


def test_visits() -> None:
    record = loads(VISITS, "travels")
    assert not record.problems(VISITS)
    first, second = record.meetings
    assert (first.kind, first.status, str(first.when)) == ("visit", "held", "2020-01-07/2020-01-08")
    assert (
        [party.code for party in first.parties] == ["PER", "USA"]
        and first.host is not None
        and first.host.code == "USA"
    )
    (delegation,) = first.delegations
    assert [(str(one), str(one.role)) for one in delegation.members] == [
        ("Ana Lima", "President"),
        ("Jo Roe", "Prime Minister"),
    ]
    assert str(delegation.head) == "Ana Lima" and first.topics[0].text == "Working Visit."
    assert [party.code for party in second.parties] == ["COG", "USA"] and str(second.when) == "2020-02-01"
    assert second.evidence[0].text.startswith("<visit>") and second.evidence[0].text.endswith("</visit>")


TRIPS = """<trips>
  <trip role="secretary" who="roe-ana">
    <role>secretary</role>
    <name>Ana Roe</name>
    <start-date>2013-02-25</start-date>
    <end-date>2013-02-26</end-date>
    <country id="kenya">Kenya</country>
    <locale>Nairobi</locale>
    <remarks>Met with the foreign
       minister.</remarks>
  </trip>
</trips>
"""


def test_trips() -> None:
    record = loads(TRIPS, "travels")
    assert not record.problems(TRIPS)
    (meeting,) = record.meetings
    assert [party.code for party in meeting.parties] == ["USA", "KEN"] and str(meeting.host) == "KEN"
    assert (meeting.place.name, meeting.place.country) == ("Nairobi", "KEN")
    assert (meeting.delegations[0].party.code, str(meeting.delegations[0].head)) == ("USA", "Ana Roe")


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><visits><visit>&b;</visit></visits>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><visits><visit>&a;</visit></visits>'


@pytest.mark.parametrize(
    ("name", "text", "error", "message"),
    [
        ("travels", BOMB, TextError, "document type or entities, which are refused"),
        ("travels", OUTSIDE, TextError, "document type or entities, which are refused"),
        ("travels", "<a" * 3, TextError, "^this is no XML"),
        ("travels", "", TextError, "^this is no XML"),
        ("travels", "<teas/>", TextError, "^it is no list of travels or visits: its root is teas"),
        ("travels", VISITS.replace("2020-02-01", "soon"), DataError, "^line 11, visit: Invalid isoformat"),
        ("travels", VISITS.replace("2020-01-08", "2019-01-08"), DataError, "^line 3, visit: "),
        ("travels", "<visits><!-- <visit></visit> --></visits>", TextError, "do not stand one after the other"),
        ("travels", "<visits>" + "<visit>" * 3000, TextError, "^this is no XML"),
        ("pa-x", "", TextError, "no column AgtId and no Agt"),
        ("pa-x", PAX.replace(",NA", ""), DataError, "^line 4: has 7 cells under 8 columns"),
        ("pa-x", PAX.replace("2001-02-03", "soon"), DataError, "^line 4: "),
        ("pa-x", PAX + '3,9,"open', TextError, "^line 5: unexpected end"),
    ],
)
def test_what_is_hostile_or_broken(name: str, text: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        found = loads(text, name)
        list(found if name == "pa-x" else [found])


def test_cut_off_at_every_byte() -> None:
    data = VISITS.encode().rstrip()
    for end in range(len(data)):
        with pytest.raises(DiplomodError):
            loads(data[:end], "travels")


@pytest.mark.parametrize("name", ["visits-2020.xml", "travels-kerry.xml"])
def test_the_samples(name: str) -> None:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip("the samples lie beside the project")
    record = load(path, "travels")
    assert len(record.meetings) == path.read_text(encoding="utf-8").count("<start-date>")
    assert sum(len(party.code) == 3 for one in record.meetings for party in one.parties) > 1.9 * len(record.meetings)
