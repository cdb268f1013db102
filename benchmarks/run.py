"""diplomod against its peers, in one run: how many times it is faster than each.

python benchmarks/run.py DIR [--json FILE] [--against FILE] [--sample N] [--parts N] [--times N] [--only reading|records]

DIR holds .md or .txt files. Two tables: reading texts (`speed.py` tells against whom), and writing and reading Records as
lines of JSON (`formats.py`). A ratio above 1 says how many times diplomod is faster. Peers that are not installed
are named and left out; `pip install -r benchmarks/peers.txt` has them all. `--json` keeps the ratios. With `--against`, a file
kept earlier, each ratio stands beside what it was, and the exit code is 1 where one fell by more than a tenth.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

if not __package__:  # run as a file
    sys.path[0] = str(Path(__file__).parents[1])

import diplomod
from benchmarks import formats, speed

FALL = 0.10  # the share by which a ratio may fall
Ratios = dict[str, float]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to keep the ratios")
    parser.add_argument("--against", type=Path, metavar="FILE", help="ratios that were kept")
    parser.add_argument("--sample", type=int, default=300, help="so many texts, evenly spread")
    parser.add_argument("--parts", type=int, default=6, help="rounds of reading, the first for warming up")
    parser.add_argument("--times", type=int, default=7, help="rounds of writing and reading Records")
    parser.add_argument("--only", choices=("reading", "records"), help="one table alone")
    arguments = parser.parse_args()
    before = None if arguments.against is None else kept(arguments.against)
    speed.keep_to_one_core()
    texts = speed.texts_of(arguments.folder, arguments.sample)
    ratios: Ratios = {}
    missing: list[str] = []
    for name, table in (("reading", reading), ("records", records)):
        if arguments.only in (None, name):
            found, absent = table(texts, arguments)
            ratios |= found
            missing += absent
    print("\n".join(lines(ratios, before)))
    for name in missing:
        print(f"{name} is not installed")
    if arguments.json is not None:
        arguments.json.parent.mkdir(parents=True, exist_ok=True)
        arguments.json.write_text(json.dumps(told(ratios, missing, len(texts)), indent=2) + "\n", encoding="utf-8")
    fell = [] if before is None else fallen(before, ratios)
    for name in fell:
        print(f"fell by more than {FALL:.0%}: {name}")
    return 1 if fell else 0


def reading(texts: list[str], arguments: argparse.Namespace) -> tuple[Ratios, list[str]]:
    """The medians of the rounds."""
    readers, missing = speed.ready(speed.PEERS)
    rates = speed.timed(readers, speed.dealt(texts, arguments.parts))
    own = statistics.median(round["diplomod"] for round in rates)
    print(f"{len(texts)} texts, {own:.3f} million characters a second", file=sys.stderr)
    return {f"reading: {name}": speed.ratio(rates, name) for name in readers if name != "diplomod"}, missing


def records(texts: list[str], arguments: argparse.Namespace) -> tuple[Ratios, list[str]]:
    """By the best of the rounds."""
    pairs, missing = formats.ready([diplomod.read(text) for text in texts])
    best = formats.timed(pairs, arguments.times)
    ratios = {}
    for ours, theirs, _ in formats.AGAINST:
        if ours in best and theirs in best:
            for what, own, other in zip(("writing", "parsing"), best[ours], best[theirs], strict=True):
                ratios[f"{what} Records: {theirs}"] = other / own
    return ratios, missing


def kept(path: Path) -> Ratios:
    """The ratios of a file. Raises `SystemExit` for what is no such file."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return {str(name): float(ratio) for name, ratio in data["ratios"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as fault:
        raise SystemExit(f"{path} holds no ratios: {fault}") from fault


def told(ratios: Ratios, missing: list[str], texts: int) -> dict[str, Any]:
    """What is kept: the ratios, and of what machine and under which load they are."""
    return {
        "diplomod": diplomod.__version__,
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
        "texts": texts,
        "missing": missing,
        "ratios": {name: round(ratio, 3) for name, ratio in ratios.items()},
    }


def fallen(before: Mapping[str, float], now: Mapping[str, float], share: float = FALL) -> list[str]:
    """The names of ratios that are lower by more than `share`; what was not measured both times can't have fallen.

    >>> fallen({"a": 20.0, "b": 2.0, "c": 1.0}, {"a": 17.9, "b": 1.9, "d": 1.0})
    ['a']
    """
    return [name for name, ratio in before.items() if name in now and now[name] < ratio * (1 - share)]


def lines(now: Mapping[str, float], before: Mapping[str, float] | None) -> list[str]:
    """The table, with what the ratios were where that is known, and those that were measured before alone at its end."""
    if before is None:
        return [f"{name:<44}{ratio:>8.2f}" for name, ratio in now.items()]
    rows = []
    for name in [*now, *(name for name in before if name not in now)]:
        is_now, was = now.get(name), before.get(name)
        cells = "".join(f"{'–':>8}" if cell is None else f"{cell:>8.2f}" for cell in (is_now, was))
        change = "" if is_now is None or was is None else f"{is_now / was - 1:>+8.0%}"
        rows.append(f"{name:<44}{cells}{change}")
    return [f"{'':<44}{'now':>8}{'before':>8}", *rows]


if __name__ == "__main__":
    sys.exit(main())
