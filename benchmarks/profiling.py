"""Where the reader's time goes: by step, by function, and against a bare scan of the lexicon over the same texts.

python benchmarks/profiling.py DIR [--sample N] [--top N]

DIR holds .md or .txt files. The first table has each step of `diplomod.reading.reader` with its share of the time, timed
from outside and without a profiler; the second the functions that take most by themselves, as `cProfile` counts them
(which makes calls dearer than they are). The bare scan looks every word up in the lexicon and does nothing else: no reader in
Python that knows each word can be faster, so the ratio to it is how far this one is from the limit.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import diplomod
from diplomod.reading import reader

STEPS = (
    "lay_out tokenize find_phrases find_dates find_names find_clauses find_meetings find_delegations find_statements "
    "find_demands with_confidence"
).split()
ROUNDS = 3
WORD = re.compile(r"\w+")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=200, help="so many texts, evenly spread")
    parser.add_argument("--top", type=int, default=40, help="so many functions")
    arguments = parser.parse_args()
    paths = sorted(path for path in arguments.folder.iterdir() if path.suffix in (".md", ".txt"))
    texts = [path.read_bytes().decode("utf-8") for path in paths[:: max(1, len(paths) // arguments.sample)]]
    read_all(texts)
    spent, whole = by_step(texts)
    size = sum(map(len, texts))
    print(f"{len(texts)} texts, {size / 1e6:.2f} million characters, {size / 1e6 / whole:.3f} million characters/s\n")
    for step, seconds in [*spent.items(), ("the rest", whole - sum(spent.values()))]:
        print(f"{step:<20}{seconds / whole:>7.1%}{seconds / size * 1e9:>8.0f} ns a character")
    bare = min(timed(lambda: scan(texts)) for _ in range(ROUNDS))
    print(f"{'bare scan':<20}{bare / whole:>7.1%}{bare / size * 1e9:>8.0f} ns a character")
    print(f"the reader takes {whole / bare:.1f} times the bare scan\n")
    by_function(texts, arguments.top)


def read_all(texts: Sequence[str]) -> None:
    for text in texts:
        diplomod.read(text)


def timed(work: Callable[[], object]) -> float:
    """Seconds of the processor, whatever else it does meanwhile."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def by_step(texts: Sequence[str]) -> tuple[dict[str, float], float]:
    """The seconds of each step and of the whole, of the fastest of several rounds."""
    rounds = []
    kept = {step: getattr(reader, step) for step in STEPS}
    for _ in range(ROUNDS):
        spent = dict.fromkeys(STEPS, 0.0)
        for step, function in kept.items():
            setattr(reader, step, _clocked(step, function, spent))
        try:
            rounds.append((timed(lambda: read_all(texts)), spent))
        finally:
            for step, function in kept.items():
                setattr(reader, step, function)
    whole, spent = min(rounds, key=lambda one: one[0])
    return spent, whole


def _clocked(step: str, function: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    def clocked(*arguments: Any, **named: Any) -> Any:
        begun = time.process_time()
        found = function(*arguments, **named)
        spent[step] += time.process_time() - begun
        return found

    return clocked


def scan(texts: Sequence[str]) -> int:
    """Each word looked up, as written and in small letters; so many are known."""
    lexicon = diplomod.Lexicon.default()
    codes, names, found = lexicon.words.codes, lexicon.names.begins, 0
    for text in texts:
        for word in WORD.findall(text):
            if word in codes or word.lower() in names:
                found += 1
    return found


def by_function(texts: Sequence[str], top: int) -> None:
    """The functions that take most by themselves, with their calls."""
    profiler = cProfile.Profile()
    profiler.runcall(read_all, texts)
    stats = pstats.Stats(profiler).stats  # type: ignore[attr-defined]
    whole = sum(own for _, _, own, _, _ in stats.values())
    rows = sorted(((own, calls, where) for where, (_, calls, own, _, _) in stats.items()), reverse=True)
    print(f"{'function':<70}{'share':>8}{'calls':>10}{'µs a call':>12}")
    for own, calls, (path, line, name) in rows[:top]:
        print(f"{_place(path, line, name):<70}{own / whole:>8.1%}{calls:>10}{own / calls * 1e6:>12.2f}")


def _place(path: str, line: int, name: str) -> str:
    room = path.rpartition("diplomod/")[2]
    return f"{room}:{line} {name}" if line else name


if __name__ == "__main__":
    main()
