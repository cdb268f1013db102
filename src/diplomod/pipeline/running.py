"""A run from a source to a file: Records in one file, failures in another, and a journal to go on from."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import attrs

from diplomod.errors import FileError
from diplomod.formats import dump, load
from diplomod.formats.json import encoded
from diplomod.formats.losses import Losses
from diplomod.formats.table import format_of, without_compression
from diplomod.pipeline.document import Document, Failure
from diplomod.pipeline.journal import Journal, Mark
from diplomod.pipeline.reading import Outcome, Reader, Step, lost, outcome_of, outcomes
from diplomod.reading import read as read_page

Name = str | os.PathLike[str]
EVERY = 1.0  # seconds between marks in the journal


@attrs.frozen(slots=True, kw_only=True)
class Progress:
    """How far a run is: documents done now and before it was resumed, Records, failures, the seconds since it began.

    `total` is the number of all documents, where that is known; `losses` is what the format of the output could not carry,
    told at the end.
    """

    documents: int
    before: int
    records: int
    failures: int
    seconds: float
    total: int | None = None
    losses: Losses = attrs.field(factory=Losses)

    @property
    def rate(self) -> float:
        """Documents a second in this run."""
        return (self.documents - self.before) / self.seconds if self.seconds else 0.0

    @property
    def remaining(self) -> float | None:
        """Seconds that are left at this rate, None where that is not known."""
        return None if self.total is None or not self.rate else max(0, self.total - self.documents) / self.rate


@attrs.frozen(slots=True, kw_only=True)
class _Written:
    """An outcome on its way to the file: `count` Records, encoded as `lines` where the document was read."""

    key: str
    count: int = 0
    lines: bytes = b""
    failure: Failure | None = None


def run(
    documents: Iterable[Document],
    output: Name,
    *,
    steps: Iterable[Step] = (),
    workers: int = 1,
    reader: Reader = read_page,
    format: str | None = None,
    failures: Name | None = None,
    resume: bool = False,
    total: int | None = None,
    watch: Callable[[Progress], None] | None = None,
) -> Progress:
    """Read documents, and write what the `steps` leave of their Records to `output`, in the format named or of its suffix.

    The file appears when all is done. Documents that can't be read end up in `failures` (``OUTPUT.failures.jsonl`` unless
    given), one line of JSON each with ``key``, ``error`` and ``message``; without failures there is no such file. Until then
    ``OUTPUT.part`` and ``OUTPUT.progress`` lie beside it: with `resume` a run that was ended in any way goes on from there, and
    gives the same files as one that was not. The order of the documents is kept. `watch` is called now and then,
    and at the end. The files of the run itself are none of its documents, though they may lie in the folder that is read.
    Raises `FileError` where a file can't be written, where documents differ from those that the resumed run
    began with; `FormatError` for an unknown format; what `documents` raises. Whatever is raised, what is done is kept.
    """
    target = Path(output)
    found = format_of(target, format)
    beside = target.with_name(f"{target.name}.failures.jsonl") if failures is None else Path(failures)
    parts = [target.with_name(f"{target.name}.part"), beside.with_name(f"{beside.name}.part")]
    journal_path = target.with_name(f"{target.name}.progress")
    _check(target, beside)
    documents = _without(documents, [target, beside, *parts, journal_path])
    work = partial(_written, work=partial(outcome_of, reader=reader, steps=tuple(steps), replaceable=workers != 1))
    with Journal(journal_path, parts, resume) as journal:
        done = _filled(journal, documents, work, workers, total, watch)
        if found.name != "jsonl" or without_compression(target.name) != target.name:
            done = attrs.evolve(done, losses=dump(load(parts[0], "jsonl"), target, found.name))
        elif parts[0].exists():  # else it was moved by a run that was ended right after
            _move(parts[0], target)
        if parts[1].exists() and done.failures:
            _move(parts[1], beside)
        elif not done.failures:
            beside.unlink(missing_ok=True)
        journal.drop()
    return done


def _check(target: Path, beside: Path) -> None:
    """Raise `FileError` before anything is read for what would fail after all is read."""
    for path in (target, beside):
        if path.is_dir():
            raise FileError(f"{path} is a folder; a run writes one file")
        if not path.parent.is_dir():
            raise FileError(f"{path.parent} is no folder; make it first")
    if target.resolve() == beside.resolve():
        raise FileError(f"{target}: Records and failures need two files")


def _without(documents: Iterable[Document], files: Sequence[Path]) -> Iterator[Document]:
    """The documents that are none of these files."""
    own = {path.resolve() for path in files}
    names = tuple(path.name for path in own)
    for document in documents:
        if not document.key.endswith(names) or Path(document.key).resolve() not in own:
            yield document


def _filled(
    journal: Journal,
    documents: Iterable[Document],
    work: Callable[[Document], _Written],
    workers: int,
    total: int | None,
    watch: Callable[[Progress], None] | None,
) -> Progress:
    """Fill the part files."""
    begun = kept = time.monotonic()
    before = journal.mark.documents

    def progress(mark: Mark) -> Progress:
        return Progress(
            documents=mark.documents,
            before=before,
            records=mark.records,
            failures=mark.failures,
            seconds=time.monotonic() - begun,
            total=total,
        )

    mark = journal.mark
    left = () if mark.whole else journal.rest(documents)
    try:
        for written in outcomes(left, work, _lost, workers):
            journal.add(0, written.lines)
            failed = b"" if written.failure is None else written.failure.line().encode("ascii")
            journal.add(1, failed)
            mark = mark.after(written.key, written.count, len(failed) > 0, (len(written.lines), len(failed)))
            if time.monotonic() - kept >= EVERY:
                journal.keep(mark)
                kept = time.monotonic()
                if watch is not None:
                    watch(progress(mark))
    except BaseException:
        with contextlib.suppress(FileError):  # a full disk: the mark before this one counts
            if mark.documents > journal.mark.documents:
                journal.keep(mark)
        raise
    if not mark.whole:
        journal.keep(mark)
        journal.finish()
    done = progress(mark)
    if watch is not None:
        watch(done)
    return done


def _written(document: Document, *, work: Callable[[Document], Outcome]) -> _Written:
    outcome = work(document)
    try:
        lines = "".join(f"{encoded(record)}\n" for record in outcome.records).encode()
    except Exception as fault:
        return _Written(key=document.key, failure=Failure.of(document.key, fault))
    return _Written(key=document.key, count=len(outcome.records), lines=lines, failure=outcome.failure)


def _lost(document: Document, why: Exception) -> _Written:
    return _Written(key=document.key, failure=lost(document, why).failure)


def _move(part: Path, target: Path) -> None:
    try:
        part.replace(target)
    except OSError as fault:
        raise FileError(f"{target}: {fault.strerror or fault}") from fault
