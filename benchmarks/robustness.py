"""Every text of a folder and of the folders in it is read: errors, spans that do not hold, and time.

python benchmarks/robustness.py DIR

Reads .txt and .md files and the `text` of .json files. Prints what went wrong and a line of figures; the exit code is 1
if anything did. The growth of time is measured on the longest text, once and ten times over.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import diplomod


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """The name and the text of each file."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".txt", ".md"):
            yield str(path.relative_to(folder)), path.read_bytes().decode("utf-8")
        elif path.suffix == ".json":
            data = json.loads(path.read_text(encoding="utf-8"))
            for number, item in enumerate(data if isinstance(data, list) else [data]):
                if isinstance(item, dict) and isinstance(item.get("text"), str):
                    yield f"{path.relative_to(folder)}[{number}]", item["text"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    count = size = faults = 0
    longest = ""
    begun = time.perf_counter()
    for name, text in texts(folder):
        count, size = count + 1, size + len(text)
        longest = max(longest, text, key=len)
        try:
            problems = diplomod.read(text).problems(text)
        except Exception as fault:  # whatever it is, it is what we look for
            problems = (f"{type(fault).__name__}: {fault}",)
        for problem in problems:
            faults += 1
            print(f"{name}: {problem}")
    took = time.perf_counter() - begun
    print(
        f"{count} texts, {size / 1e6:.2f} million characters, {faults} faults, {size / 1e6 / max(took, 1e-9):.2f} million/s"
    )
    if longest:
        once, ten = _seconds(longest), _seconds("\n\n".join([longest] * 10))
        print(f"time for ten times the longest text: {ten / once:.1f} times")
    return 1 if faults else 0


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        begun = time.perf_counter()
        diplomod.read(text)
        best = min(best, time.perf_counter() - begun)
    return best


if __name__ == "__main__":
    sys.exit(main())
