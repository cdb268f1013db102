"""Documents -> Records: in this process or in several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

import attrs

from diplomod.errors import ValueFault
from diplomod.model import Page, Record
from diplomod.pipeline.crew import work_on
from diplomod.pipeline.document import Document, Failure
from diplomod.reading import read as read_page

Step = Callable[[Record], Record | Iterable[Record] | None]
Reader = Callable[[Page], Record]
Made = TypeVar("Made")


@attrs.frozen(slots=True, kw_only=True)
class Outcome:
    """What became of a document: the Records that the steps left of it, or a failure."""

    key: str
    records: tuple[Record, ...] = ()
    failure: Failure | None = None


def read(
    documents: Iterable[Document],
    *,
    steps: Iterable[Step] = (),
    workers: int = 1,
    ordered: bool = True,
    reader: Reader = read_page,
) -> Iterator[Record | Failure]:
    """The Records of documents, one by one, and a `Failure` for each document that can't be read.

    `steps` are functions of yours that take a Record and give a Record, several, or None for none; they run where the
    document is read. With `workers` above 1 that is in so many processes; the order of the documents is kept, unless
    `ordered` is False. `reader` takes the place of `diplomod.read`, for one with an analyser or a lexicon of yours. Memory is
    bounded, whatever the number of documents. A document that ends its process twice becomes a Failure too.

    >>> from diplomod import Page
    >>> [str(one.meetings[0].when) for one in read([Document(key="a", page=Page(text="Chad met Mali on 3 May 2024."))])]
    ['2024-05-03']
    """
    work = partial(outcome_of, reader=reader, steps=tuple(steps), replaceable=workers != 1)
    for outcome in outcomes(documents, work, lost, workers, ordered):
        yield from outcome.records
        if outcome.failure is not None:
            yield outcome.failure


def outcomes(
    documents: Iterable[Document],
    work: Callable[[Document], Made],
    lost: Callable[[Document, Exception], Made],
    workers: int,
    ordered: bool = True,
) -> Iterator[Made]:
    """What `work` makes of each document, in this process or in several; `lost` tells what to give where they end."""
    if type(workers) is not int or workers < 1:
        raise ValueFault(f"workers is a whole number from 1; got {workers!r}")
    if workers == 1:
        return map(work, documents)
    return work_on(documents, work, lost, workers=workers, ordered=ordered)


def outcome_of(document: Document, *, reader: Reader, steps: tuple[Step, ...], replaceable: bool = False) -> Outcome:
    """Read one document, and take its Record through the steps; whatever goes wrong is its failure.

    Where the process is `replaceable`, a lack of memory is not: a new process may have enough, if a step has leaked.
    """
    try:
        records: tuple[Record, ...] = (reader(document.opened()),)
        for step in steps:
            records = tuple(after for record in records for after in _several(step(record), step))
    except Exception as fault:  # a bad document, or a step that does not know it, may not end the run
        if replaceable and isinstance(fault, MemoryError):
            raise
        return Outcome(key=document.key, failure=Failure.of(document.key, fault))
    return Outcome(key=document.key, records=records)


def _several(given: Record | Iterable[Record] | None, step: Step) -> Iterable[Record]:
    if given is None:
        return ()
    if isinstance(given, Record):
        return (given,)
    records = tuple(given)
    for one in records:
        if not isinstance(one, Record):
            name = getattr(step, "__name__", step)
            raise ValueFault(f"a step gives Records; {name} gave {type(one).__name__}")
    return records


def lost(document: Document, why: Exception) -> Outcome:
    """The outcome of a document that no process survived, or that can't be sent to one."""
    return Outcome(key=document.key, failure=Failure.of(document.key, why))
