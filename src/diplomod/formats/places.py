"""Where in a file something is wrong: the place goes before the message."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from diplomod.errors import DataError, FormatError, TextError


@contextlib.contextmanager
def at_place(place: str) -> Iterator[None]:
    """Errors raised inside tell that they are at `place`: ``line 3``, ``document 2``.

    >>> with at_place("line 3"):
    ...     raise TextError("this is no JSON")
    Traceback (most recent call last):
    diplomod.errors.TextError: line 3: this is no JSON
    """
    try:
        yield
    except DataError as fault:
        raise DataError([(f"{place}, {path}", what) for path, what in fault.faults]) from None
    except TextError as fault:
        raise TextError(f"{place}: {fault.message.removeprefix(': ')}", text=fault.text, at=fault.at) from None
    except FormatError as fault:
        raise FormatError(f"{place}: {fault}") from None
