"""A run writes whole files, whatever happens on the way: nothing lost, nothing doubled, nothing half-written."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from diplomod import FileError, FormatError, Page, Record, load, read
from diplomod.pipeline import Document, Progress, folder, run
from diplomod.pipeline.journal import Journal

TEXT = "LIMA, May {day} — Envoys of Peru and Chile met in Lima on Monday. “Talk {number} went well,” Ana Ruiz of Peru said.\n"
SCRIPT = """
import sys, time
from diplomod import pipeline
pipeline.running.EVERY = 0.02  # marks more often, so that runs of a second meet many

def slowly(record):
    time.sleep(0.002)
    return record

if __name__ == "__main__":
    source, output, workers, resume = sys.argv[1:5]
    pipeline.run(
        pipeline.folder(source), output, steps=[slowly], workers=int(workers), resume=resume == "resume", format="jsonl"
    )
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder of 400 texts, four of which are poisoned."""
    root = tmp_path / "source"
    root.mkdir()
    for number in range(400):
        text = TEXT.format(day=number % 28 + 1, number=number).encode()
        (root / f"{number:04}.txt").write_bytes(text[:50] + b"\xff\xfe" if number % 100 == 42 else text)
    return root


def whole(source: Path, output: Path) -> tuple[bytes, bytes]:
    """What a run without interruptions gives."""
    run(folder(source), output)
    return output.read_bytes(), failures_of(output).read_bytes()


def failures_of(output: Path) -> Path:
    return output.with_name(f"{output.name}.failures.jsonl")


def left_beside(output: Path) -> set[str]:
    return {path.name for path in output.parent.iterdir()} - {output.name, failures_of(output).name, "source"}


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_writes_records_and_failures(source: Path, tmp_path: Path, workers: int) -> None:
    output = tmp_path / "talks.jsonl"
    done = run(folder(source), output, workers=workers)
    assert (done.documents, done.records, done.failures) == (400, 396, 4)
    paths = sorted(source.iterdir())
    good = [path for number, path in enumerate(paths) if number % 100 != 42]
    assert list(load(output)) == [read(path.read_text(encoding="utf-8")) for path in good]
    failures = [json.loads(line) for line in failures_of(output).read_text(encoding="utf-8").splitlines()]
    assert [failure["key"] for failure in failures] == [str(paths[number]) for number in (42, 142, 242, 342)]
    assert {failure["error"] for failure in failures} == {"TextError"}
    assert left_beside(output) == set()


def test_without_failures_there_is_no_file_of_them(tmp_path: Path) -> None:
    output = tmp_path / "talks.jsonl"
    failures_of(output).write_text("of an earlier run\n", encoding="utf-8")
    run([Document(key="a", page=Page(text="They met."))], output)
    assert not failures_of(output).exists()


def test_any_format_that_holds_many_records(source: Path, tmp_path: Path) -> None:
    lines, packed = tmp_path / "talks.jsonl", tmp_path / "talks.jsonl.gz"
    run(folder(source), lines)
    run(folder(source), packed)
    assert list(load(packed)) == list(load(lines))
    with pytest.raises(FormatError):
        run(folder(source), tmp_path / "talks.zzz")


def test_a_run_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[Progress] = []
    documents = [Document(key=str(number), page=Page(text="They met.")) for number in range(10)]
    run(documents, tmp_path / "out.jsonl", total=10, watch=told.append)
    assert (told[-1].documents, told[-1].total, told[-1].remaining) == (10, 10, 0)
    assert told[-1].rate > 0


def start(source: Path, output: Path, workers: int, resume: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", SCRIPT, str(source), str(output), str(workers), resume]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


@pytest.mark.parametrize("workers", [1, 2])
def test_killed_at_random_points_and_resumed_it_gives_the_same_files(
    source: Path, tmp_path: Path, workers: int
) -> None:
    wanted = whole(source, tmp_path / "wanted.jsonl")
    output = tmp_path / "killed.jsonl"
    chance = random.Random(workers)
    marks = [0]
    for documents in sorted(chance.sample(range(5, 320), 10)):
        process = start(source, output, workers, "resume")
        while process.poll() is None and marked(output) < documents:
            time.sleep(0.002)
        time.sleep(0.03 * chance.random())
        if process.poll() is not None:  # the machine has slept over it
            break
        process.send_signal(signal.SIGKILL)
        process.wait()
        marks.append(marked(output))
    start(source, output, workers, "resume").wait()
    assert marks == sorted(marks)
    assert len(set(marks)) > 4
    assert (output.read_bytes(), failures_of(output).read_bytes()) == wanted


def marked(output: Path) -> int:
    """The documents that the journal counts."""
    try:
        return int(json.loads(output.with_name(f"{output.name}.progress").read_text("utf-8"))["documents"])
    except FileNotFoundError:
        return 0


def test_when_the_master_is_killed_its_workers_end(source: Path, tmp_path: Path) -> None:
    process = start(source, tmp_path / "out.jsonl", 2, "anew")
    time.sleep(0.7)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.exists():
        process.kill()
        process.wait()
        pytest.skip("this system does not list the children of a process")
    workers = children.read_text(encoding="ascii").split()
    process.kill()
    process.wait()
    for _ in range(100):
        if not any(Path(f"/proc/{worker}").exists() for worker in workers):
            break
        time.sleep(0.05)
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)


@pytest.mark.parametrize("moves", [0, 1, 2])
@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_ended_while_it_names_its_files_it_goes_on(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int, name: str
) -> None:
    wanted = whole(source, tmp_path / f"wanted-{name}")
    output = tmp_path / name
    left = moves

    def ends(part: Path, target: Path) -> None:
        nonlocal left
        if not left:
            raise KeyboardInterrupt
        left -= 1
        part.replace(target)

    monkeypatch.setattr("diplomod.pipeline.running._move", ends)
    monkeypatch.setattr("diplomod.pipeline.journal.Journal.drop", lambda journal: ends(Path(), Path()))
    with pytest.raises((KeyboardInterrupt, OSError)):
        run(folder(source), output)
    monkeypatch.undo()
    done = run(folder(source), output, resume=True)
    assert (done.documents, done.records, done.failures) == (400, 396, 4)
    assert (output.read_bytes(), failures_of(output).read_bytes()) == wanted
    assert left_beside(output) == {f"wanted-{name}", f"wanted-{name}.failures.jsonl"}


def breaks_off(count: int) -> Iterator[Document]:
    for number in range(count):
        yield Document(key=str(number), page=Page(text=TEXT.format(day=1 + number % 28, number=number)))
    raise ConnectionError("the archive is gone")


@pytest.mark.parametrize("workers", [1, 2])
def test_where_documents_break_off_what_came_before_is_kept(tmp_path: Path, workers: int) -> None:
    output = tmp_path / "out.jsonl"
    with pytest.raises(ConnectionError, match="is gone"):
        run(breaks_off(100), output, workers=workers)
    assert not output.exists()
    mark = json.loads(output.with_name("out.jsonl.progress").read_text(encoding="utf-8"))
    assert mark["lengths"][0] == output.with_name("out.jsonl.part").stat().st_size
    with pytest.raises(ConnectionError):
        run(breaks_off(100), output, workers=workers, resume=True)
    assert mark == json.loads(output.with_name("out.jsonl.progress").read_text(encoding="utf-8"))
    assert (mark["documents"], mark["records"]) == (100, 100)


def test_an_interrupt_between_two_files_doubles_nothing(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = whole(source, tmp_path / "wanted.jsonl")
    add = Journal.add

    def ends(journal: Journal, part: int, data: bytes) -> None:
        add(journal, part, data)
        if part == 0 and journal._files[0].tell() > 30_000:
            raise KeyboardInterrupt

    monkeypatch.setattr(Journal, "add", ends)
    output = tmp_path / "out.jsonl"
    with pytest.raises(KeyboardInterrupt):
        run(folder(source), output)
    monkeypatch.undo()
    assert 0 < run(folder(source), output, resume=True).before < 100
    assert (output.read_bytes(), failures_of(output).read_bytes()) == wanted


@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupted_command_says_so_and_goes_on_later(source: Path, tmp_path: Path, workers: str) -> None:
    for number, path in enumerate(sorted(source.iterdir())):
        if number < 80:
            path.write_bytes(path.read_bytes() * 20)
        else:
            path.unlink()
    wanted = whole(source, tmp_path / "wanted.jsonl")
    output = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "diplomod", "run", str(source), "-o", str(output), "--workers", workers]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    part = output.with_name("out.jsonl.part")
    while process.poll() is None and not (part.exists() and part.stat().st_size):
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: to all of them
    assert process.communicate(timeout=60)[1] == b"diplomod: interrupted\n"
    assert process.returncode == 130
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    done = subprocess.run([*command, "--resume"], capture_output=True, check=True)
    assert b"80 documents, 79 records, 1 failures" in done.stderr
    assert (output.read_bytes(), failures_of(output).read_bytes()) == wanted


def test_the_files_of_a_run_are_no_documents_of_it(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in sorted(source.iterdir())[50:]:
        path.unlink()
    wanted = whole(source, tmp_path / "wanted.jsonl")
    for output in (source / "out.jsonl", source / "out.jsonl", source / "0000" / ".." / "out.jsonl"):
        (source / "0000").mkdir(exist_ok=True)
        run(folder(source), output)
        assert (output.read_bytes(), failures_of(output).read_bytes()) == wanted
    monkeypatch.chdir(source)
    assert run(folder("."), "out.jsonl").documents == 50


@pytest.mark.parametrize(
    ("output", "failures", "told"),
    [
        ("none/out.jsonl", None, "none is no folder"),
        ("out.jsonl", "none/failed.jsonl", "none is no folder"),
        ("source", None, "source is a folder"),
        ("out.jsonl", "source", "source is a folder"),
        ("out.jsonl", "out.jsonl", "need two files"),
    ],
)
def test_where_nothing_can_be_written_nothing_is_read(
    source: Path, tmp_path: Path, output: str, failures: str | None, told: str
) -> None:
    def documents() -> Iterator[Document]:
        raise AssertionError
        yield

    with pytest.raises(FileError, match=told):
        run(
            documents(),
            tmp_path / output,
            format="jsonl",
            failures=None if failures is None else tmp_path / failures,
        )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["source"]


@pytest.mark.parametrize("workers", [1, 2])
def test_no_documents_make_an_empty_file(tmp_path: Path, workers: int) -> None:
    done = run([], tmp_path / "out.jsonl", workers=workers, total=0)
    assert (done.documents, done.remaining, (tmp_path / "out.jsonl").read_bytes()) == (0, None, b"")


def test_without_a_total_progress_tells_no_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diplomod.pipeline.running.EVERY", 0.0)
    told: list[Progress] = []
    documents = [Document(key=str(number), page=Page(text="They met.")) for number in range(5)]
    run(documents, tmp_path / "out.jsonl", watch=told.append)
    assert [one.documents for one in told] == [1, 2, 3, 4, 5, 5]
    assert {(one.total, one.remaining) for one in told} == {(None, None)}


@pytest.mark.skipif(sys.platform == "win32", reason="such names are for systems whose names are bytes")
def test_names_of_any_bytes(tmp_path: Path) -> None:
    root = tmp_path / "source"
    root.mkdir()
    for name, data in ((b"a\xff.txt", b"They met."), (b"b\n\r.txt", b"They met."), (b"c\xff\n.txt", b"\xff\xfe")):
        (root / os.fsdecode(name)).write_bytes(data)
    output = tmp_path / os.fsdecode(b"out\xff.jsonl")
    for resume in (False, True):
        done = run(folder(root), output, workers=2, resume=resume)
        assert (done.documents, done.records, done.failures) == (3, 2, 1)
    (failure,) = failures_of(output).read_text(encoding="ascii").splitlines()
    assert json.loads(failure)["key"].endswith("c\udcff\n.txt")


PRINTING = """
import sys
from diplomod import Page, pipeline

def tells(record):
    print(f"read {record.source.fingerprint}\\n", end="")
    return record

if __name__ == "__main__":
    documents = [pipeline.Document(key=str(n), page=Page(text="They met." * n)) for n in range(1, 31)]
    pipeline.run(documents, sys.argv[1], steps=[tells], workers=2)
"""


def test_what_steps_print_is_not_lost(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PRINTING, str(tmp_path / "out.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert len({line for line in done.stdout.splitlines() if line.startswith("read ")}) == 30


LEAKING = """
import resource, sys
from diplomod import Page, pipeline

kept = []

def leaks(record):
    resource.setrlimit(resource.RLIMIT_AS, (700_000_000, resource.RLIM_INFINITY))
    kept.append(bytearray(100_000_000))
    return record

if __name__ == "__main__":
    documents = [pipeline.Document(key=str(n), page=Page(text="They met.")) for n in range(16)]
    done = pipeline.run(documents, sys.argv[1], steps=[leaks], workers=2)
    print(done.records, done.failures)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited as Linux does it")
def test_a_step_that_leaks_memory_costs_processes_and_no_document(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LEAKING, str(tmp_path / "out.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == "16 0\n", done.stderr


def test_without_resume_a_run_begins_anew(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    output.with_name("out.jsonl.part").write_bytes(b"half a line")
    output.with_name("out.jsonl.progress").write_text("{}", encoding="utf-8")
    assert run(folder(source), output).documents == 400
    assert left_beside(output) == set()


def stops_after(count: int, source: Path) -> Iterator[Document]:
    for number, document in enumerate(folder(source)):
        if number == count:
            raise KeyboardInterrupt
        yield document


@pytest.fixture
def interrupted(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("diplomod.pipeline.running.EVERY", 0.0)
    output = tmp_path / "out.jsonl"
    with pytest.raises(KeyboardInterrupt):
        run(stops_after(150, source), output)
    assert json.loads(output.with_name("out.jsonl.progress").read_text(encoding="utf-8"))["documents"] == 150
    return output


def test_a_resumed_run_reads_only_what_is_left(interrupted: Path, source: Path) -> None:
    seen: list[str] = []

    def watched(record: Record) -> Record:
        seen.append(record.source.fingerprint)
        return record

    done = run(folder(source), interrupted, steps=[watched], resume=True)
    assert (done.documents, done.before, len(seen)) == (400, 150, 248)


def test_other_documents_than_before_are_refused(interrupted: Path, source: Path) -> None:
    (source / "0000.txt").rename(source / "9999.txt")
    with pytest.raises(FileError, match="not those that the run began with"):
        run(folder(source), interrupted, resume=True)


def test_the_journal_of_another_version_is_refused(interrupted: Path, source: Path) -> None:
    journal = interrupted.with_name("out.jsonl.progress")
    mark = json.loads(journal.read_text(encoding="utf-8"))
    journal.write_text(json.dumps({**mark, "version": "0.0.1"}), encoding="utf-8")
    with pytest.raises(FileError, match=r"begun by diplomod 0\.0\.1; start without --resume"):
        run(folder(source), interrupted, resume=True)


@pytest.mark.parametrize(
    "journal", [b"", b"{}", b"[1]", b'{"documents": 1, "lengths": 7}', b"\xff", b'{"lengths":[0]}']
)
def test_a_broken_journal_is_told(interrupted: Path, source: Path, journal: bytes) -> None:
    interrupted.with_name("out.jsonl.progress").write_bytes(journal)
    with pytest.raises(FileError, match="start without --resume"):
        run(folder(source), interrupted, resume=True)


def test_a_part_that_lacks_what_the_journal_counts_is_told(interrupted: Path, source: Path) -> None:
    interrupted.with_name("out.jsonl.part").write_bytes(b"")
    with pytest.raises(FileError, match="shorter than"):
        run(folder(source), interrupted, resume=True)


LIMITED = """
import resource, sys
from diplomod import FileError, pipeline
pipeline.running.EVERY = 0.0
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
try:
    pipeline.run(pipeline.folder(sys.argv[1]), sys.argv[2])
except FileError as fault:
    print(fault)
    sys.exit(3)
"""


def test_when_the_disk_takes_no_more_what_is_done_is_kept(source: Path, tmp_path: Path) -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY
    wanted = whole(source, tmp_path / "wanted.jsonl")
    output = tmp_path / "out.jsonl"
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(source), str(output)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 3, done.stderr
    assert "go on with --resume" in done.stdout
    assert not output.exists()
    assert run(folder(source), output, resume=True).before > 10
    assert (output.read_bytes(), failures_of(output).read_bytes()) == wanted


@pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts a small disk")
def test_a_full_disk(source: Path, tmp_path: Path) -> None:
    wanted = whole(source, tmp_path / "wanted.jsonl")
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", small], check=False, capture_output=True
    ).returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        with pytest.raises(FileError, match="No space left"):
            run(folder(source), small / "out.jsonl")
        assert not (small / "out.jsonl").exists()
        subprocess.run(["mount", "-o", "remount,size=16m", small], check=True)
        run(folder(source), small / "out.jsonl", resume=True)
        assert ((small / "out.jsonl").read_bytes(), failures_of(small / "out.jsonl").read_bytes()) == wanted
    finally:
        subprocess.run(["umount", small], check=True)
