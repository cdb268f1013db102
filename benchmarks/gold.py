"""What is read in a folder of articles, in the shape of the annotated ones.

python benchmarks/gold.py ARTICLES_DIR OUT_DIR [--analyser spacy:PIPELINE]

ARTICLES_DIR holds NAME.txt and NAME.json, of which `published` alone is looked at; OUT_DIR/NAME.json gets the meetings,
delegations, demands and statements.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import diplomod
from diplomod import Delegation, Demand, Meeting, Party, PartyKind, Record, Statement
from diplomod.reading.analysers import find_analyser

ONE, SEVERAL = ("party", "by"), ("parties", "to")  # the fields that hold codes of parties


def annotation(record: Record, text: str) -> dict[str, Any]:
    """The Record of a text in the shape of an annotated article.

    The annotation calls a movement as the text does (``RAPID SUPPORT FORCES`` where ``RSF`` does not stand).
    """
    keys = {meeting.id: f"m{number}" for number, meeting in enumerate(record.meetings, 1)}
    found: dict[str, Any] = {
        "meetings": [_meeting(meeting, keys[meeting.id]) for meeting in record.meetings],
        "delegations": [
            _delegation(delegation, keys[meeting.id])
            for meeting in record.meetings
            for delegation in meeting.delegations
        ],
        "demands": [_demand(record, demand, f"d{number}") for number, demand in enumerate(record.demands, 1)],
        "statements": [_statement(statement) for statement in record.statements],
    }
    names = {party.code: party.name.upper() for party in _parties(record) if _is_called_by_name(party, text)}
    return _renamed(found, names) if names else found


def _parties(record: Record) -> Iterator[Party]:
    """All parties of the events."""
    for meeting in record.meetings:
        yield from meeting.parties
    for demand in record.demands:
        yield from (party for party in (demand.by, *demand.to) if party is not None)
    for response in record.responses:
        yield from (response.by,) if response.by is not None else ()
    for statement in record.statements:
        yield from (statement.party,) if statement.party is not None else ()


def _is_called_by_name(party: Party, text: str) -> bool:
    """Whether the text has the name of a movement and not its code."""
    if party.kind is not PartyKind.MOVEMENT:
        return False
    known = text.casefold()
    return party.code.casefold() not in known and party.name.casefold() in known


def _renamed(value: Any, names: dict[str, str], field: str = "") -> Any:
    """A value of the annotation with names in place of the codes of parties."""
    if isinstance(value, dict):
        return {key: _renamed(inner, names, key) for key, inner in value.items()}
    if isinstance(value, list):
        return sorted(names.get(one, one) for one in value) if field in SEVERAL else [_renamed(v, names) for v in value]
    return names.get(value, value) if field in ONE else value


def _meeting(meeting: Meeting, key: str) -> dict[str, Any]:
    return {
        "key": key,
        "status": str(meeting.status),
        "kind": str(meeting.kind),
        "parties": sorted(party.code for party in meeting.parties),
        "people": [person.name for person in meeting.people],
        "date": None if meeting.when is None else meeting.when.edtf,
        "place": None if meeting.place is None else meeting.place.name,
        "evidence": meeting.evidence[0].text,
    }


def _delegation(delegation: Delegation, meeting: str) -> dict[str, Any]:
    return {
        "meeting": meeting,
        "party": delegation.party.code,
        "head": None if delegation.head is None else delegation.head.name,
        "members": [
            {
                "name": member.person.name,
                "role": None if member.role is None else member.role.text,
                "attendance": str(member.attendance),
            }
            for member in delegation.members
        ],
    }


def _demand(record: Record, demand: Demand, key: str) -> dict[str, Any]:
    return {
        "key": key,
        "by": None if demand.by is None else demand.by.code,
        "speaker": None if demand.speaker is None else demand.speaker.name,
        "to": [party.code for party in demand.to],
        "content": demand.content.text,
        "first_made": None if demand.first_made is None else demand.first_made.edtf,
        "responses": [
            {
                "by": None if response.by is None else response.by.code,
                "stance": str(response.stance),
                "evidence": response.evidence[0].text,
            }
            for response in record.responses_to(demand)
        ],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "speaker": statement.speaker.name,
        "party": None if statement.party is None else statement.party.code,
        "mode": str(statement.mode),
        "content": statement.content.text,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--analyser", metavar="spacy:PIPELINE", help="instead of the reader's own steps")
    arguments = parser.parse_args()
    analyser = None if arguments.analyser is None else find_analyser(arguments.analyser)
    arguments.out.mkdir(parents=True, exist_ok=True)
    for path in sorted(arguments.articles.glob("*.txt")):
        beside = path.with_suffix(".json")
        published = json.loads(beside.read_text(encoding="utf-8")).get("published") if beside.exists() else None
        text = path.read_bytes().decode("utf-8")
        found = annotation(diplomod.read(text, published=published, analyser=analyser), text)
        (arguments.out / f"{path.stem}.json").write_text(
            json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
