"""What a million articles cost, and how long many cores would take: from the times that documents take here.

python benchmarks/scale.py FOLDER [--articles 1000000] [--cores 1000] [--partition 500] [--start 20]

FOLDER holds texts (.txt, .md). Each is read once, one core, and the time of that core taken. The run is then
simulated: articles are drawn from the measured ones, again and again; a fixed number of them makes a partition;
partitions go to the core that is free first, as engines hand them out. `--start` is what a core needs before its
first article (seconds). Printed are the cost of all, how long the simulated run takes with partitions of several
sizes, and what bounds it. The draw is seeded: the same times give the same simulation.
"""

from __future__ import annotations

import argparse
import heapq
import json
import random
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

import diplomod

SIZES = (50, 200, 500, 2_000, 10_000)
LONGEST = 0.999  # the quantile that stands for a long document


def measured(folder: Path) -> tuple[list[float], int]:
    """The seconds that each document takes, and the characters of all."""
    pages = [diplomod.open_page(path) for path in sorted(folder.rglob("*")) if path.suffix in (".txt", ".md")]
    for page in pages[:20]:  # the lexicon is loaded, the caches are warm
        diplomod.read(page)
    seconds = []
    for page in pages:
        begun = time.process_time()
        record = diplomod.read(page)
        diplomod.dumps(record, "jsonl")
        seconds.append(time.process_time() - begun)
    return seconds, sum(len(page.text) for page in pages)


def makespan(partitions: Sequence[float], cores: int, start: float) -> float:
    """Seconds until the last core is done, each partition going to the core that is free first."""
    free = [start] * cores
    heapq.heapify(free)
    for seconds in partitions:
        heapq.heapreplace(free, free[0] + seconds)
    return max(free)


def drawn(seconds: Sequence[float], articles: int, size: int, seed: int = 7) -> list[float]:
    """The times of partitions of `size` articles, each article drawn from the measured ones."""
    chance = random.Random(seed)
    times = chance.choices(seconds, k=articles)
    return [sum(times[first : first + size]) for first in range(0, articles, size)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--cores", type=int, default=1_000)
    parser.add_argument("--start", type=float, default=20.0)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    seconds, characters = measured(arguments.folder)
    total = statistics.fmean(seconds) * arguments.articles
    ranked = sorted(seconds)
    figures = {
        "documents": len(seconds),
        "characters a second": round(characters / sum(seconds)),
        "milliseconds a document": {
            "mean": round(1000 * statistics.fmean(seconds), 2),
            "median": round(1000 * statistics.median(seconds), 2),
            f"quantile {LONGEST}": round(1000 * ranked[min(len(ranked) - 1, int(LONGEST * len(ranked)))], 2),
            "longest": round(1000 * ranked[-1], 2),
        },
        "core hours": round(total / 3600, 2),
        "articles": arguments.articles,
        "cores": arguments.cores,
        "seconds by size of partition": {},
    }
    ideal = total / arguments.cores
    for size in SIZES:
        span = makespan(drawn(seconds, arguments.articles, size), arguments.cores, arguments.start)
        figures["seconds by size of partition"][size] = {"run": round(span, 1), "busy": round(ideal / span, 3)}
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name}: {value}")
    print(f"reading alone, shared out evenly: {ideal:.1f} s; before the first article: {arguments.start:.0f} s")


if __name__ == "__main__":
    main()
