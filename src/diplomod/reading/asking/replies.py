"""A language model's reply -> the JSON object in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from diplomod.errors import AnalyserError

FENCE = re.compile(r"```[^\n`]*\n(.*?)```", re.DOTALL)
SHOWN = 80  # characters of a reply that an error shows


def object_of(reply: object) -> dict[Any, Any]:
    """The JSON object of a reply: the reply itself, or what stands in a fenced block or between the outermost braces of it.

    Raises `AnalyserError` for a reply that holds none.
    """
    if isinstance(reply, dict):
        return reply
    if not isinstance(reply, str):
        raise AnalyserError(f"the reply is a JSON object, as text or as a dict; got {type(reply).__name__}")
    first: str | None = None
    for piece in _pieces(reply):
        try:
            found = json.loads(piece)
        except (ValueError, RecursionError) as fault:
            first = first or (str(fault) if isinstance(fault, ValueError) else "it is nested too deep")
            continue
        if isinstance(found, dict):
            return found
        first = first or f"it is a JSON {type(found).__name__}"
    raise AnalyserError(f"the reply holds no JSON object ({first}): {_shown(reply)}")


def _pieces(reply: str) -> Iterator[str]:
    """What may be the object, the whole first."""
    reply = reply.lstrip("\ufeff")
    yield reply
    for block in FENCE.finditer(reply):
        yield block[1]
    begin, end = reply.find("{"), reply.rfind("}")
    if 0 <= begin < end:
        yield reply[begin : end + 1]


def _shown(reply: str) -> str:
    return repr(reply) if len(reply) <= SHOWN else f"{reply[:SHOWN]!r}…"
