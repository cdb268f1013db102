"""Characters that no text format holds: put as signs that can be seen, one for one, and told as losses.

They are control characters, but for the line feed and the tab, and halves of surrogate pairs. A sign for each keeps the
length of a text, so that offsets stay right, and no such character can end a line that is not over.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

import attrs

from diplomod.formats.losses import Loss
from diplomod.model import Record

UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
PICTURES, DELETE, UNKNOWN = 0x2400, 0x7F, "\ufffd"
WHY = "a control character in it can't be carried; a sign stands in its place"


def fit(text: str) -> str:
    """The text with a sign for each character that can't be carried.

    >>> fit("one\\r\\ntwo")
    'one␍\\ntwo'
    """
    return text if UNFIT.search(text) is None else UNFIT.sub(_sign, text)


def unfit(number: int, record: Record, kept: Collection[str]) -> Iterator[Loss]:
    """A loss for each text that `fit` changes, of the fields `kept` (as in `left_out`)."""
    above = {kind[: at + 1] for kind in kept for at in range(len(kind)) if kind[at + 1 :][:1] in (".", "[")}
    for path in _unfit(record, "", "", frozenset(kept), above):
        yield Loss(record=number, path=path, why=WHY)


def _sign(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(PICTURES + code) if code < 0x20 else "\u2421" if code == DELETE else UNKNOWN


def _unfit(value: Any, path: str, kind: str, kept: Collection[str], above: Collection[str]) -> Iterator[str]:
    if isinstance(value, str):
        if kind in kept and UNFIT.search(value) is not None:
            yield path
    elif kind and kind not in kept and kind not in above:
        return
    elif isinstance(value, tuple):
        inside = kept if kind not in kept else {f"{kind}[]"}
        for i, item in enumerate(value):
            yield from _unfit(item, f"{path}[{i}]", f"{kind}[]", inside, above)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            dot = "." if kind else ""
            inner = f"{kind}{dot}{field.name}"
            inside = kept if kind not in kept else {inner}
            yield from _unfit(getattr(value, field.name), f"{path}{dot}{field.name}", inner, inside, above)
