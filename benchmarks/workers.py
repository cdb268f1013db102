"""How much faster several processes read than one.

python benchmarks/workers.py DIR [--workers 2] [--times 5] [--sample N] [--least 1.8]

DIR holds .md or .txt files. `pipeline.run` reads them from their files and writes JSON Lines, with one process and with so
many, in turns; printed are the seconds of each turn, the ratio of the best ones, and how loaded the machine was: on one
that does other work the ratio tells of that work too. The processor time of the process that hands out and of those that
read says what the ratio could be at best. The exit code is 1 where the ratio is below `--least`.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from diplomod import pipeline


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--sample", type=int, help="so many texts, evenly spread, instead of all")
    parser.add_argument("--least", type=float, default=0.0, help="the ratio that has to be reached")
    arguments = parser.parse_args()
    paths = sorted(path for path in arguments.folder.iterdir() if path.suffix in (".md", ".txt"))
    paths = paths[:: max(1, len(paths) // (arguments.sample or len(paths)))]
    seconds: dict[int, list[float]] = {1: [], arguments.workers: []}
    timed(paths, 1)  # the lexicon is loaded, and processes that are forked have it
    for _ in range(arguments.times):
        for workers, times in seconds.items():
            times.append(timed(paths, workers))
    for workers, times in seconds.items():
        print(
            f"{workers:>3} at work: {' '.join(f'{one:.2f}' for one in times)} s, median {statistics.median(times):.2f} s"
        )
    alone, _ = spent(paths, 1)
    master, crew = spent(paths, arguments.workers)
    best = alone / max(master, crew / arguments.workers)
    print(
        f"processor time: 1 at work {alone:.2f} s; {arguments.workers} at work {crew:.2f} s and {master:.2f} s to hand out",
        end="",
    )
    print(f"; {best:.2f} times as fast at best")
    ratio = min(seconds[1]) / min(seconds[arguments.workers])
    print(
        f"{len(paths)} texts, {ratio:.2f} times as fast with {arguments.workers} as with 1, {os.cpu_count()} cores{load()}"
    )
    return 1 if ratio < arguments.least else 0


def timed(paths: list[Path], workers: int) -> float:
    with tempfile.TemporaryDirectory() as home:
        begun = time.perf_counter()
        pipeline.run(pipeline.files(paths), Path(home) / "out.jsonl", workers=workers)
        return time.perf_counter() - begun


def spent(paths: list[Path], workers: int) -> tuple[float, float]:
    """The processor time of this process and of those that it starts."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    before = [resource.getrusage(kind) for kind in kinds]
    timed(paths, workers)
    after = [resource.getrusage(kind) for kind in kinds]
    own, theirs = (
        late.ru_utime + late.ru_stime - early.ru_utime - early.ru_stime
        for early, late in zip(before, after, strict=True)
    )
    return own, theirs


def load() -> str:
    """The load of the last minute, this benchmark's own work included."""
    return f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


if __name__ == "__main__":
    sys.exit(main())
