"""What a format could not carry: `Loss`, and `Losses` of everything that was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, overload

import attrs

from diplomod.model import Record

KEPT = 100_000  # losses that are kept one by one; of more, the number is known
SHOWN = 20  # lines of a report
NO_PLACE = "the format has no place for it"


@attrs.frozen(slots=True, kw_only=True)
class Loss:
    """One value that was not carried, or not whole.

    `record` is the number of the Record in what was written, from 0; `path` leads to the value in that Record; `why` says
    what became of it.

    >>> str(Loss(record=0, path="meetings[0].host", why="a calendar knows no host"))
    'record 0, meetings[0].host: a calendar knows no host'
    """

    record: int
    path: str
    why: str = NO_PLACE

    def __str__(self) -> str:
        return f"record {self.record}, {self.path}: {self.why}"


@attrs.frozen(slots=True)
class Losses(Sequence[Loss]):
    """The loss report: every `Loss` in order, and how many came after the first hundred thousand.

    It is true if anything was lost; `str` sums it up by kind of value.

    >>> print(Losses.of(Loss(record=n, path="meetings[0].host") for n in range(2)))
    meetings[].host: the format has no place for it (2 times, first in record 0)
    """

    kept: tuple[Loss, ...] = ()
    more: int = 0

    @classmethod
    def of(cls, losses: Iterable[Loss]) -> Losses:
        """The report of these losses."""
        kept: list[Loss] = []
        more = 0
        for loss in losses:
            if len(kept) < KEPT:
                kept.append(loss)
            else:
                more += 1
        return cls(tuple(kept), more)

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.kept) + self.more

    def __len__(self) -> int:
        return len(self.kept)

    @overload
    def __getitem__(self, index: int) -> Loss: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Loss]: ...

    def __getitem__(self, index: int | slice) -> Loss | Sequence[Loss]:
        return self.kept[index]

    def __str__(self) -> str:
        if not self.kept:
            return "nothing was lost"
        counts: Counter[tuple[str, str]] = Counter()
        first: dict[tuple[str, str], Loss] = {}
        for loss in self.kept:
            kind = (pattern(loss.path), loss.why)
            counts[kind] += 1
            first.setdefault(kind, loss)
        lines = [_line(path, why, count, first[path, why]) for (path, why), count in counts.most_common(SHOWN)]
        if len(counts) > SHOWN:
            lines.append(f"and {len(counts) - SHOWN} more kinds of loss")
        if self.more:
            lines.append(f"and {self.more} more losses")
        return "\n".join(lines)


def _line(path: str, why: str, count: int, first: Loss) -> str:
    if count == 1:
        return str(first)
    return f"{path}: {why} ({count} times, first in record {first.record})"


def pattern(path: str) -> str:
    """A path without the numbers of its items.

    >>> pattern("meetings[0].parties[12].span")
    'meetings[].parties[].span'
    """
    return "".join(part if not i else f"[]{part.partition(']')[2]}" for i, part in enumerate(path.split("[")))


def left_out(
    number: int, record: Record, kept: Collection[str], reasons: Mapping[str, str] | None = None
) -> Iterator[Loss]:
    """The losses of a format that carries the fields `kept` and no others: one for each value that holds something.

    `kept` lists patterns of paths (``meetings[].when.edtf``, ``source.title``); each keeps all that lies below it. Of a value
    that is lost altogether the topmost path is told. `reasons` says why, by the pattern of what is lost.

    >>> from diplomod.model import Source, fingerprint
    >>> record = Record(source=Source(fingerprint=fingerprint(""), language="en", title="Talks"))
    >>> [loss.path for loss in left_out(0, record, ["source.fingerprint"], {})]
    ['source.language', 'source.title']
    """
    above = {kind[: at + 1] for kind in kept for at in range(len(kind)) if kind[at + 1 :][:1] in (".", "[")}
    for path in _lost(record, "", "", frozenset(kept), above):
        yield Loss(record=number, path=path, why=(reasons or {}).get(pattern(path), NO_PLACE))


def _lost(value: Any, path: str, kind: str, kept: Collection[str], above: Collection[str]) -> Iterator[str]:
    if value is None or value == () or kind in kept:
        return
    if isinstance(value, tuple):
        if kind and kind not in above:
            yield path
            return
        for i, item in enumerate(value):
            yield from _lost(item, f"{path}[{i}]", f"{kind}[]", kept, above)
    elif attrs.has(type(value)) and (not kind or kind in above):
        for field in attrs.fields(type(value)):
            dot = "." if kind else ""
            inner = getattr(value, field.name)
            yield from _lost(inner, f"{path}{dot}{field.name}", f"{kind}{dot}{field.name}", kept, above)
    else:
        yield path
