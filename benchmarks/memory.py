"""How much memory many Records and many documents take when they are used one by one.

python benchmarks/memory.py DIR [--records 100000] [--sample 300]

DIR holds .md or .txt files. A few hundred of them are read, and their Records written again and again to a file of JSON Lines
with so many Records; the file is then loaded one by one, in a fresh process. The same number of documents runs through
`pipeline.read`, in another. Printed is the peak of the resident memory of each after the first hundredth and at the end: what
lies between is what grows with the number.
"""

from __future__ import annotations

import argparse
import itertools
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import diplomod
from diplomod import pipeline

STATUS = Path("/proc/self/status")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--sample", type=int, default=300, help="so many texts, evenly spread")
    parser.add_argument("--measure", choices=MEASURES, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure is not None:
        print(json.dumps(peaks(MEASURES[arguments.measure](arguments.folder), arguments.records)))
        return
    paths = sorted(path for path in arguments.folder.iterdir() if path.suffix in (".md", ".txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths[:: max(1, len(paths) // arguments.sample)]]
    print(f"{arguments.records} of {len(texts)} texts, again and again; peaks of resident memory in MB")
    print(f"{'':<40}{'at 1%':>8}{'at the end':>12}{'grown by':>10}")
    with tempfile.TemporaryDirectory() as home:
        for name in MEASURES:
            path = Path(home) / f"{name}.jsonl"
            lines = MAKERS[name](texts)
            with path.open("w", encoding="utf-8") as out:
                out.writelines(itertools.islice(itertools.cycle(lines), arguments.records))
            command = [sys.executable, __file__, str(path), "--measure", name, "--records", str(arguments.records)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            early, late = json.loads(done.stdout)
            size = path.stat().st_size / 1e6
            label = f"{name} ({size:.0f} MB of JSON Lines)"
            print(f"{label:<40}{early:>8.1f}{late:>12.1f}{late - early:>10.1f}")


def records_of(texts: Iterable[str]) -> list[str]:
    return [diplomod.dumps(diplomod.read(text), "jsonl") for text in texts]


def documents_of(texts: Iterable[str]) -> list[str]:
    return [json.dumps({"text": text}) + "\n" for text in texts]


def loading(path: Path) -> Iterator[object]:
    return iter(diplomod.load(path))


def reading(path: Path) -> Iterator[object]:
    return pipeline.read(pipeline.jsonl(path))


MEASURES: dict[str, Callable[[Path], Iterator[object]]] = {"load": loading, "pipeline.read": reading}
MAKERS: dict[str, Callable[[Iterable[str]], list[str]]] = {"load": records_of, "pipeline.read": documents_of}


def peaks(found: Iterator[object], count: int) -> tuple[float, float]:
    """The peaks of this process in MB after the first hundredth and at the end, everything let go of at once."""
    early = 0.0
    number = 0
    for number, _ in enumerate(found, 1):
        if number == max(1, count // 100):
            early = peak()
    if number < count:
        raise SystemExit(f"{number} came instead of {count}")
    return early, peak()


def peak() -> float:
    """In MB. Linux tells it of this program alone; elsewhere it may be that of the program which started this one."""
    if STATUS.exists():
        line = next(line for line in STATUS.read_text("ascii").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


if __name__ == "__main__":
    main()
