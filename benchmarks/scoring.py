"""How much of what careful readers annotated is found in a folder of articles: precision, recall and F1 of nine rows.

python -m benchmarks.scoring FOLDER [--errors ROW] [--only PREFIX] [--json] [--record FILE]

FOLDER holds NAME.txt and NAME.json, annotated articles in the shape of `tests/corpus`. What is found is matched with what is
annotated one to one, the most alike first:

- meetings: the same sides or people, at least by half, and in addition words of one sentence, the date or the status;
- delegations: of matched meetings, the same party;
- demands: at least half of their words in common; statements: at least six tenths;
- answers: of matched demands, by the same party with the same stance.

The strict rows ask for more of what was matched: of meetings the sides, the date and the status, of demands who demands and of
whom, of statements the speaker.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

import diplomod
from benchmarks.gold import annotation
from benchmarks.rightness import HALF, MOST, pairs, same_speaker, shared

ROWS = (
    "meetings",
    "meetings, strict",
    "delegations",
    "demands",
    "demands, strict",
    "answers",
    "statements",
    "statements, speaker",
    "direct, speaker",
)
NEAR = 200  # characters between two places of one sentence
SENTENCE_ENDS = re.compile(r"[.!?][”\"’']?\s|\n")
Item = dict[str, Any]


@attrs.define
class Count:
    """How many were annotated, how many found, and how many of those found are right."""

    annotated: int = 0
    found: int = 0
    right: int = 0

    def add(self, annotated: int, found: int, right: int) -> None:
        self.annotated += annotated
        self.found += found
        self.right += right

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float(not self.annotated)

    @property
    def recall(self) -> float:
        return self.right / self.annotated if self.annotated else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.annotated + self.found) if self.annotated + self.found else 1.0


@attrs.define
class Score:
    """The counts of all rows, what went wrong in each, and how many values are no words of their text."""

    counts: dict[str, Count] = attrs.field(factory=lambda: {row: Count() for row in ROWS})
    errors: list[tuple[str, str]] = attrs.field(factory=list)
    ungrounded: int = 0

    @property
    def overall(self) -> float:
        """The mean of the rows' F1."""
        return sum(count.f1 for count in self.counts.values()) / len(self.counts)


def score(folder: Path, only: str = "") -> Score:
    """Read all articles of a folder whose names begin with `only`, and compare."""
    total = Score()
    for path in sorted(folder.glob(f"{only}*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        text = path.read_bytes().decode("utf-8")
        compare(total, path.stem, text, gold, annotation(diplomod.read(text, published=gold["published"]), text))
    return total


def compare(total: Score, name: str, text: str, gold: Item, found: Item) -> None:
    """Add what one article gives."""
    for kind, field in (("meetings", "evidence"), ("demands", "content"), ("statements", "content")):
        total.ungrounded += sum(one[field] not in text for one in found[kind])
    meetings = pairs(gold["meetings"], found["meetings"], lambda a, b: _encounters(text, a, b), 0.3)
    _count(total, name, "meetings", gold["meetings"], found["meetings"], meetings)
    strict = [(a, b) for a, b in meetings if all(a[field] == b[field] for field in ("parties", "date", "status"))]
    _count(total, name, "meetings, strict", gold["meetings"], found["meetings"], strict)
    _delegations(total, name, gold["delegations"], found["delegations"], {b["key"]: a["key"] for a, b in meetings})
    demands = pairs(gold["demands"], found["demands"], _contents, HALF)
    _count(total, name, "demands", gold["demands"], found["demands"], demands)
    strict = [(a, b) for a, b in demands if a["by"] == b["by"] and set(a["to"]) == set(b["to"])]
    _count(total, name, "demands, strict", gold["demands"], found["demands"], strict)
    _answers(total, name, gold["demands"], found["demands"], demands)
    _statements(total, name, gold["statements"], found["statements"])


def _encounters(text: str, a: Item, b: Item) -> float:
    sides = _overlap(a["parties"], b["parties"])
    people = sum(any(same_speaker(one, other) for other in b["people"]) for one in a["people"])
    alike: float = max(sides, people / max(1, len(a["people"]), len(b["people"])))
    near: bool = _near(text, a["evidence"], b["evidence"])
    dated: bool = a["date"] is not None and a["date"] == b["date"]
    some = alike > 0 or not (a["parties"] and b["parties"])
    if (alike < HALF and not (near and some)) or not (near or dated or a["status"] == b["status"]):
        return 0.0
    return alike + 0.6 * near + 0.3 * dated + 0.1 * bool(a["status"] == b["status"])


def _overlap(one: Sequence[str], other: Sequence[str]) -> float:
    return len({*one} & {*other}) / max(1, len({*one, *other}))


def _near(text: str, one: str, other: str) -> bool:
    """Whether two passages overlap or stand in one sentence."""
    places = sorted((text.find(words), text.find(words) + len(words)) for words in (one, other))
    if not one or not other or places[0][0] < 0:
        return False
    between = text[places[0][1] : places[1][0]]
    return len(between) < NEAR and not SENTENCE_ENDS.search(between)


def _contents(a: Item, b: Item) -> float:
    return shared(a["content"], b["content"])


def _delegations(total: Score, name: str, gold: Sequence[Item], found: Sequence[Item], keys: dict[str, str]) -> None:
    wanted = {(one["meeting"], one["party"]): one for one in gold}
    there = {(keys.get(one["meeting"], ""), one["party"]): one for one in found}
    matched = [(one, there[key]) for key, one in wanted.items() if key in there]
    _count(total, name, "delegations", gold, found, matched)


def _answers(
    total: Score, name: str, gold: Sequence[Item], found: Sequence[Item], demands: Sequence[tuple[Item, Item]]
) -> None:
    wanted = [(id(one), answer) for one in gold for answer in one["responses"]]
    there = [(id(one), answer) for one in found for answer in one["responses"]]
    left = Counter({(id(a), answer["by"], answer["stance"]): 1 for a, _ in demands for answer in a["responses"]})
    right = 0
    for a, b in demands:
        for answer in b["responses"]:
            key = (id(a), answer["by"], answer["stance"])
            right += left[key] > 0
            left[key] -= 1
    total.counts["answers"].add(len(wanted), len(there), right)
    known = {id(one) for pair in demands for one in pair}
    nobody: Item = {"responses": []}
    alone = [(one, nobody) for one in gold if id(one) not in known] + [
        (nobody, one) for one in found if id(one) not in known
    ]
    for a, b in [*demands, *alone]:
        told = [sorted((str(one["by"]), one["stance"]) for one in side["responses"]) for side in (a, b)]
        if told[0] != told[1]:
            total.errors.append(("answers", f"{name} {told[0]} found {told[1]} | {a.get('content', b.get('content'))}"))


def _statements(total: Score, name: str, gold: Sequence[Item], found: Sequence[Item]) -> None:
    matched = pairs(gold, found, _contents, MOST)
    _count(total, name, "statements", gold, found, matched)
    spoken = [(a, b) for a, b in matched if same_speaker(a["speaker"], b["speaker"])]
    _count(total, name, "statements, speaker", gold, found, spoken)
    direct = [[one for one in side if one["mode"] == "direct"] for side in (gold, found)]
    both = [(a, b) for a, b in spoken if a["mode"] == b["mode"] == "direct"]
    _count(total, name, "direct, speaker", direct[0], direct[1], both)


def _count(
    total: Score, name: str, row: str, gold: Sequence[Item], found: Sequence[Item], right: Sequence[tuple[Item, Item]]
) -> None:
    total.counts[row].add(len(gold), len(found), len(right))
    for word, items, mine in (("MISSED", gold, 0), ("EXTRA ", found, 1)):
        known = {id(pair[mine]) for pair in right}
        total.errors += [(row, f"{name} {word} {_told(item)}") for item in items if id(item) not in known]


def _told(item: Item) -> str:
    fields = ("meeting", "status", "party", "parties", "by", "to", "date", "speaker", "evidence", "content")
    return " | ".join(str(item[field]) for field in fields if field in item)


def lines_of(total: Score) -> Iterator[str]:
    """The table, a line each."""
    yield f"{'':22}{'P':>7}{'R':>7}{'F1':>7}{'annotated':>11}{'found':>7}"
    for row, count in total.counts.items():
        figures = f"{count.precision:7.3f}{count.recall:7.3f}{count.f1:7.3f}"
        yield f"{row:22}{figures}{count.annotated:11}{count.found:7}"
    yield f"overall (mean F1) {total.overall:.3f}; values that are no words of the text: {total.ungrounded}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", choices=ROWS, help="list what was missed and what is extra")
    parser.add_argument("--only", default="", metavar="PREFIX", help="articles whose names begin so")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--record", type=Path, metavar="FILE", help="keep the figures in this file as those of now")
    arguments = parser.parse_args()
    total = score(arguments.folder, arguments.only)
    figures = {row: round(count.f1, 4) for row, count in total.counts.items()} | {"overall": round(total.overall, 4)}
    if arguments.record:
        known = json.loads(arguments.record.read_text(encoding="utf-8"))
        arguments.record.write_text(json.dumps(known | {"now": figures}, indent=1) + "\n", encoding="utf-8")
    if arguments.json:
        print(json.dumps({**figures, "ungrounded": total.ungrounded}))
        return
    if arguments.errors:
        print(*(line for row, line in total.errors if row == arguments.errors), sep="\n")
    print(*lines_of(total), sep="\n")


if __name__ == "__main__":
    main()
