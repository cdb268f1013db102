"""How sure the reader is, and how often it is right: fit the weights of the signs, and print the table.

python -m benchmarks.calibration fit FOLDER [FOLDER ...] [--only PATTERN ...]
python -m benchmarks.calibration table FOLDER [FOLDER ...] [--held NAME ...] [--page PAGE]

A FOLDER holds NAME.txt and NAME.json: annotated articles, or lists of attributions with offsets. `fit` writes the weights
beside the reader, cross-validated by article: an event reaches 0.9 only if, of the events that would have reached it with
weights fitted without their article, nine in ten are right. `table` prints for each kind of event and each range of
confidence how many events there are and how many of them are right; --held names articles that get a table of their own.
"""

from __future__ import annotations

import argparse
import fnmatch
import itertools
import json
import math
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from benchmarks.rightness import right_events
from diplomod.reading import confidence
from diplomod.reading.reader import read_closely

KINDS = ("meetings", "demands", "responses", "statements")
BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.01)
FOLDS = 10
PULLS = (1.0, 3.0, 10.0, 30.0)  # of each weight to nothing
SELDOM = 4  # events that a sign must have
SURE = 0.9
ENOUGH = 10  # events that must show that what is sure is right
SWEEPS = 25
OTHERS = 0.1  # what an attribution of another corpus counts beside an event of an annotated article
HEAD = """# How sure the reader is of an event: kind | sign | weight, a natural logarithm of odds. `base` counts for each event,
# `most` is the highest probability. Written by `python -m benchmarks.calibration fit`; not by hand.
"""
BEGIN, END = "<!-- calibration -->", "<!-- end of calibration -->"


@attrs.frozen
class Case:
    """An event of an article: its kind, its signs, whether it is right, how sure the reader is now, what it counts."""

    article: str
    kind: str
    signs: tuple[str, ...]
    right: bool
    confidence: float
    counts: float


def cases(folder: Path) -> Iterator[Case]:
    """The events of all articles of a folder."""
    for path in sorted(folder.glob("*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        whole = isinstance(gold, dict)
        text = path.read_bytes().decode("utf-8")
        reading = read_closely(text, published=gold.get("published") if whole else None)
        signs = {trace.event: trace.signs for trace in reading.traces}
        right = right_events(reading.record, gold)
        for kind in KINDS:
            for event in getattr(reading.record, kind):
                if event.id in right and event.id in signs:
                    sure = event.confidence or 0.0
                    yield Case(path.stem, kind, signs[event.id], right[event.id], sure, 1.0 if whole else OTHERS)


def logistic(odds: float) -> float:
    """The probability of these logarithmic odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def fitted(known: Sequence[Case], pull: float) -> confidence.Weights:
    """The weights under which the cases are likeliest, each pulled to nothing; one sign after the other, by Newton's step."""
    often = Counter(sign for case in known for sign in case.signs)
    having = {sign: [i for i, case in enumerate(known) if sign in case.signs] for sign in often}
    columns = {sign: rows for sign, rows in having.items() if SELDOM <= len(rows) < len(known)}
    weights = dict.fromkeys(columns, 0.0)
    base, odds = 0.0, [0.0] * len(known)
    everywhere = list(range(len(known)))
    for _ in range(SWEEPS):
        moved = 0.0
        for sign, rows in [("", everywhere), *columns.items()]:
            slope, bend = (0.0, 1e-9) if not sign else (pull * weights[sign], pull)
            for i in rows:
                share = logistic(odds[i])
                slope += known[i].counts * (share - known[i].right)
                bend += known[i].counts * share * (1 - share)
            step = max(-2.0, min(2.0, -slope / bend))
            if sign:
                weights[sign] += step
            else:
                base += step
            for i in rows:
                odds[i] += step
            moved = max(moved, abs(step))
        if moved < 1e-4:
            break
    return confidence.Weights(base=base, most=1.0, signs=weights)


def odds_of(weights: confidence.Weights, case: Case) -> float:
    """The logarithmic odds that the weights give a case."""
    return weights.base + sum(weights.signs.get(sign, 0.0) for sign in case.signs)


def crossed(known: Sequence[Case], pull: float) -> list[float]:
    """The odds of each case under weights that were fitted without its article and a tenth of the others."""
    folds = [zlib.crc32(case.article.encode()) % FOLDS for case in known]
    without = {
        fold: fitted([case for case, own in zip(known, folds, strict=True) if own != fold], pull) for fold in set(folds)
    }
    return [odds_of(without[fold], case) for case, fold in zip(known, folds, strict=True)]


def surprise(known: Sequence[Case], odds: Sequence[float]) -> float:
    """How badly the odds foretell what is right: the mean logarithmic loss."""
    lost = sum(
        case.counts * -math.log(logistic(one if case.right else -one)) for case, one in zip(known, odds, strict=True)
    )
    return lost / sum(case.counts for case in known)


def honest(known: Sequence[Case], odds: Sequence[float]) -> tuple[float, float, float]:
    """Factor and shift that make odds from outside the fit come true, and the most that nine in ten can be sure of."""
    factor, shift, best = 1.0, 0.0, math.inf
    for steps in range(2, 21):
        for moves in range(-20, 21):
            found = steps / 20, moves / 20
            loss = surprise(known, [found[0] * one + found[1] for one in odds])
            if loss < best:
                (factor, shift), best = found, loss
    for steps in range(30):  # the bar is raised until what is sure is right
        lower = shift - steps / 20
        told = [(logistic(factor * one + lower), case) for one, case in zip(odds, known, strict=True)]
        sure = [case for share, case in told if share >= SURE and case.counts == 1.0]
        if len(sure) < ENOUGH:
            break
        if sum(case.right for case in sure) >= SURE * len(sure):
            return factor, lower, 1.0
    return factor, shift, SURE - 0.01


def fit(folders: Sequence[Path], only: Sequence[str] = ("*",)) -> str:
    """The table of weights as text; how it does outside the fit is printed.

    Of annotated articles those count whose names fit one of the patterns: where rules were made for a text, it tells
    nothing of how often they are right elsewhere.
    """
    known = [
        case
        for folder in folders
        for case in cases(folder)
        if case.counts != 1.0 or any(fnmatch.fnmatch(case.article, pattern) for pattern in only)
    ]
    lines = [HEAD]
    for kind in KINDS:
        own = [case for case in known if case.kind == kind]
        if not own:
            continue
        tried = {pull: crossed(own, pull) for pull in PULLS}
        pull = min(PULLS, key=lambda one: surprise(own, tried[one]))
        factor, shift, most = honest(own, tried[pull])
        found = fitted(own, pull)
        lines.append(f"{kind} | base | {factor * found.base + shift:.2f}\n{kind} | most | {most:.2f}\n")
        lines += [
            f"{kind} | {sign} | {factor * weight:.2f}\n"
            for sign, weight in sorted(found.signs.items())
            if abs(factor * weight) >= 0.005
        ]
        share = sum(case.right for case in own) / len(own)
        flat = surprise(own, [math.log(max(1e-9, share) / max(1e-9, 1 - share))] * len(own))
        loss = surprise(own, [factor * one + shift for one in tried[pull]])
        print(f"{kind}: {len(own)} events, {share:.2f} right, pull {pull}, factor {factor}, shift {shift}, most {most}")
        print(f"  loss outside the fit {loss:.3f}, without signs {flat:.3f}")
        out = [
            attrs.evolve(case, confidence=min(most, logistic(factor * one + shift)))
            for case, one in zip(own, tried[pull], strict=True)
        ]
        for name, part in (("annotated", 1.0), ("other", OTHERS)):
            print(f"  outside the fit, {name}: {row([case for case in out if case.counts == part])}")
    return "".join(lines)


def row(events: Sequence[Case]) -> str:
    """For each range of confidence how many of how many are right."""
    cells = []
    for low, high in itertools.pairwise(BINS):
        inside = [case for case in events if low <= case.confidence < high]
        cells.append(f"{sum(case.right for case in inside)}/{len(inside)}")
    return " | ".join(cells)


def table(name: str, events: Sequence[Case]) -> Iterator[str]:
    """The lines of the calibration table of some articles, in Markdown."""
    heads = [f"{low:.1f}-{min(high, 1):.1f}" for low, high in itertools.pairwise(BINS)]
    yield f"| {name} | {' | '.join(heads)} | of those at 0.9 or more |"
    yield f"|---|{'---|' * (len(heads) + 1)}"
    for kind in (*KINDS, "all"):
        own = [case for case in events if kind in (case.kind, "all")]
        if not own:
            continue
        sure = [case for case in own if case.confidence >= SURE]
        share = f"{sum(case.right for case in sure) / len(sure):.0%}" if sure else "none"
        yield f"| {kind} | {row(own)} | {share} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["fit", "table"])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--held", nargs="*", default=[], help="articles that get a table of their own")
    parser.add_argument("--only", nargs="*", default=["*"], help="fit: patterns of the names of annotated articles")
    parser.add_argument("--page", type=Path, help="a page in Markdown, between whose marks the tables are put as well")
    arguments = parser.parse_args()
    if arguments.what == "fit":
        text = fit(arguments.folders, arguments.only)
        Path(confidence.__file__).with_name(confidence.FILE).write_text(text, encoding="utf-8")
        return
    lines = []
    for folder in arguments.folders:
        known = list(cases(folder))
        held = [case for case in known if case.article in arguments.held]
        for name, events in (
            (folder.name, [case for case in known if case not in held]),
            (f"{folder.name}, held", held),
        ):
            if events:
                lines += [*table(name, events), ""]
    print("\n".join(lines))
    if arguments.page is not None:
        page = arguments.page.read_text(encoding="utf-8")
        before, after = page.partition(BEGIN)[0], page.partition(END)[2]
        arguments.page.write_text("\n".join([before + BEGIN, "", *lines, END]) + after, encoding="utf-8")


if __name__ == "__main__":
    main()
