"""Work in several processes: bounded, in order if asked, and alive when a process dies.

The processes hold at most `HELD` bundles of work each, and no more than `AHEAD` bundles a process are under way before the
oldest one is given out. Each process receives in a thread of its own, so that it never waits to send while its master
waits to send to it. When one dies, its work is given to a new one, job by job; a job that takes two processes down with it
is given up, and so is one that can't be sent. Where the jobs themselves break off with an error, those before it are done
first.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import queue
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

import attrs

from diplomod.errors import DiplomodError, ValueFault

HELD = 2
AHEAD = 8
BUNDLE = 8  # jobs
TRIES = 2
STILLBORN = 3  # processes in a row that end before they begin, until the run is given up
READY = "ready"

Job = TypeVar("Job")
Result = TypeVar("Result")


class ProcessEnded(DiplomodError):
    """No process survived a job."""

    def __init__(self) -> None:
        """The message is always the same."""
        super().__init__("the process that read it was ended, twice (out of memory, or a crash in a package it uses)")


def work_on(
    jobs: Iterable[Job],
    work: Callable[[Job], Result],
    lost: Callable[[Job, Exception], Result],
    *,
    workers: int,
    ordered: bool = True,
) -> Iterator[Result]:
    """What `work` makes of each job, one result a job; `lost` tells what to give for a job that is given up, and why it is.

    `work` raises nothing but what ends the run, and `MemoryError`, upon which the job is tried in a new process. Where
    processes are spawned rather than forked it has to be a function that can be pickled; raises `ValueFault` if it can't, and
    `DiplomodError` where processes can't be started.
    """
    crew = _Crew(work, lost, workers)
    try:
        yield from crew.results(jobs, ordered)
    finally:
        crew.dismiss()


@attrs.define(eq=False)
class _Bundle(Generic[Job, Result]):
    """Some jobs: which of them are open, their results so far, and how often each was tried alone."""

    number: int
    jobs: list[Job]
    results: dict[int, Result] = attrs.field(factory=dict)
    tries: dict[int, int] = attrs.field(factory=dict)

    @property
    def done(self) -> bool:
        return len(self.results) == len(self.jobs)


Task = tuple[int, tuple[int, ...]]  # the number of a bundle, and which of its jobs


@attrs.define(eq=False)
class _Worker:
    """A process, the way to it, and the tasks that it holds, the one it is at first."""

    process: Any
    connection: Connection
    held: deque[Task] = attrs.field(factory=deque)
    begun: bool = False


class _Crew(Generic[Job, Result]):
    """The processes, and what is under way."""

    def __init__(self, work: Callable[[Job], Result], lost: Callable[[Job, Exception], Result], workers: int) -> None:
        self._work = work
        self._lost = lost
        self._context = multiprocessing.get_context()
        self._bundles: dict[int, _Bundle[Job, Result]] = {}
        self._waiting: deque[Task] = deque()
        self._workers: list[_Worker] = []
        self._size = max(1, workers)
        self._stillborn = 0
        self._fault: Exception | None = None  # of the jobs

    def results(self, jobs: Iterable[Job], ordered: bool) -> Iterator[Result]:
        """All results."""
        source = self._bundled(jobs)
        number = oldest = 0
        more = True
        while True:
            while more and len(self._bundles) < AHEAD * self._size:
                bundle = next(source, [])
                more = len(bundle) == BUNDLE
                if bundle:
                    self._bundles[number] = _Bundle(number, bundle)
                    self._waiting.append((number, tuple(range(len(bundle)))))
                    number += 1
                self._hand_out()
            if not self._bundles:
                break
            self._hand_out()
            self._take_in()
            if ordered:
                while oldest in self._bundles and self._bundles[oldest].done:
                    yield from self._given_out(oldest)
                    oldest += 1
            else:
                for ready in [each.number for each in self._bundles.values() if each.done]:
                    yield from self._given_out(ready)
        if self._fault is not None:
            raise self._fault

    def _bundled(self, jobs: Iterable[Job]) -> Iterator[list[Job]]:
        """The jobs in bundles; an error of theirs is kept for later, and the last bundle has what came before it."""
        bundle: list[Job] = []
        try:
            for job in jobs:
                bundle.append(job)
                if len(bundle) == BUNDLE:
                    yield bundle
                    bundle = []
        except Exception as fault:
            self._fault = fault
        yield bundle

    def _given_out(self, number: int) -> Iterator[Result]:
        bundle = self._bundles.pop(number)
        return (bundle.results[index] for index in range(len(bundle.jobs)))

    def _hand_out(self) -> None:
        """Give waiting tasks to those who hold few, and hire where somebody is missing."""
        while len(self._workers) < self._size and len(self._workers) < len(self._bundles):
            self._workers.append(self._hired())
        for room in range(HELD):
            for worker in self._workers:
                if self._waiting and len(worker.held) <= room:
                    task = self._waiting.popleft()
                    jobs = [self._bundles[task[0]].jobs[index] for index in task[1]]
                    try:
                        worker.connection.send(jobs)
                    except OSError:  # it is dead, which `_take_in` will notice
                        worker.held.append(task)
                        return
                    except Exception as fault:  # nothing was sent
                        self._give_up(task, fault)
                    else:
                        worker.held.append(task)

    def _give_up(self, task: Task, why: Exception) -> None:
        """Give up what can't be sent: a job alone, of several each one that can't."""
        number, indices = task
        bundle = self._bundles[number]
        for index in indices:
            if len(indices) == 1:
                bundle.results[index] = self._lost(bundle.jobs[index], why)
            else:
                self._waiting.append((number, (index,)))

    def _take_in(self) -> None:
        """Wait for results, or for a death."""
        if not any(worker.held for worker in self._workers):  # all that was left has been given up
            return
        ready = set(wait([worker.connection for worker in self._workers] + [w.process.sentinel for w in self._workers]))
        for worker in list(self._workers):
            if worker.connection in ready or worker.process.sentinel in ready:
                try:
                    while worker.connection.poll():
                        self._keep(worker, worker.connection.recv())
                        self._stillborn = 0
                    dead = worker.process.sentinel in ready
                except (EOFError, OSError):
                    dead = True
                if dead:
                    self._bury(worker)

    def _keep(self, worker: _Worker, results: list[Result] | BaseException | str) -> None:
        if isinstance(results, BaseException):
            raise results
        if isinstance(results, str):  # READY
            worker.begun = True
            return
        number, indices = worker.held.popleft()
        self._bundles[number].results.update(zip(indices, results, strict=True))

    def _bury(self, worker: _Worker) -> None:
        """Give the work of a dead process to others: what it was at job by job, the rest as it was."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join()
        if not worker.begun:
            self._stillborn += 1
            if self._stillborn == STILLBORN:
                raise DiplomodError(
                    "processes end before they begin; where they are spawned, a script has to start its run "
                    "under: if __name__ == '__main__'"
                )
            self._waiting.extendleft(reversed(worker.held))
            return
        for place, (number, indices) in reversed(list(enumerate(worker.held))):
            if place > 0:
                self._waiting.appendleft((number, indices))
                continue
            bundle = self._bundles[number]
            for index in reversed(indices):
                if len(indices) == 1:
                    bundle.tries[index] = bundle.tries.get(index, 0) + 1
                if bundle.tries.get(index, 0) >= TRIES:
                    bundle.results[index] = self._lost(bundle.jobs[index], ProcessEnded())
                else:
                    self._waiting.appendleft((number, (index,)))

    def _hired(self) -> _Worker:
        mine, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, mine, self._work), daemon=True)
        try:
            with _uninterrupted():
                process.start()
        except (pickle.PicklingError, AttributeError, TypeError) as fault:
            mine.close()
            raise ValueFault(
                f"what goes to processes that are spawned has to be a function that can be pickled: {fault}"
            ) from fault
        finally:
            theirs.close()
        return _Worker(process, mine)

    def dismiss(self) -> None:
        """End all processes."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()
        self._workers.clear()


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """An interrupt waits, so that none meets a process which does not yet leave it to its master."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, masters: Connection, work: Callable[[Any], Any]) -> None:
    """What a process does: receive bundles of jobs, work, send the results, until the master is gone."""
    masters.close()  # a copy that it was born with would keep it from seeing that the master is gone
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the master, who ends the others
    bundles: queue.SimpleQueue[list[Any]] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, bundles), daemon=True).start()
    answer: Any = READY
    while True:
        try:
            _send(connection, answer)
        except OSError:  # the master is gone
            os._exit(1)
        jobs = bundles.get()
        try:
            answer = [work(job) for job in jobs]
        except MemoryError:  # a new process has more, if this one has leaked
            os._exit(1)
        except Exception as fault:
            answer = fault
        with contextlib.suppress(OSError, ValueError, AttributeError):
            sys.stdout.flush()  # what a step prints: processes are ended without notice


def _send(connection: Connection, answer: Any) -> None:
    try:
        connection.send(answer)
    except (pickle.PicklingError, TypeError, AttributeError) as fault:
        connection.send(TypeError(f"what a process gives back can't be pickled: {fault}"))


def _receive(connection: Connection, bundles: queue.SimpleQueue[list[Any]]) -> None:
    try:
        while True:
            bundles.put(connection.recv())
    except (EOFError, OSError):
        os._exit(0)
