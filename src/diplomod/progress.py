"""A bar on standard error for what takes long, if somebody watches."""

from __future__ import annotations

import sys
import time
from types import TracebackType

AFTER = 2.0  # seconds before the bar shows
BETWEEN = 0.1  # seconds between two looks of it
WIDTH = 30  # in characters


class Bar:
    """A bar that is called with what is done and with all there is (0 if unknown), and is gone at the end.

    It shows on a terminal alone, and only if it takes more than two seconds.
    """

    def __init__(self, unit: str = "") -> None:
        """`unit` stands after the numbers: ``MB``."""
        self._unit = unit
        self._watched = sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + AFTER
        self._shown = 0

    def __enter__(self) -> Bar:
        return self

    def __call__(self, done: float, total: float) -> None:
        """Draw it, unless it was drawn just now."""
        if not self._watched or time.monotonic() < self._next:
            return
        full = min(WIDTH, int(WIDTH * done / total)) if total else 0
        numbers = f"{_number(done)} of {_number(total)}" if total else _number(done)
        line = f"[{'#' * full}{'.' * (WIDTH - full)}] {numbers} {self._unit}".rstrip()
        print(f"\r{line:{self._shown}}", end="", file=sys.stderr, flush=True)
        self._shown = len(line)
        self._next = time.monotonic() + BETWEEN

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            print(f"\r{' ' * self._shown}\r", end="", file=sys.stderr, flush=True)


def _number(value: float) -> str:
    return f"{value:.1f}" if isinstance(value, float) else str(value)
