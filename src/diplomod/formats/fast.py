"""The fast path of JSON, by msgspec: straight from bytes to the classes and back.

It takes only what is sure to be what the strict reader would give, and says None of everything else, so that the strict
reader has the last word and explains what is wrong. msgspec makes objects without calling validators, so each object that it made
is looked at once.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import itertools
import threading
from collections.abc import Callable, Iterator
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from diplomod.errors import DiplomodError
from diplomod.formats.compiled import Shape, classes, writer
from diplomod.formats.documents import SCHEMA
from diplomod.formats.extras import have
from diplomod.model import Record, Source, Span, When

HEAD = f'{{"diplomod":{{"schema":{SCHEMA}}},"record":'.encode()
TINY = 1e-4  # smaller numbers are written in other ways by other programs
FEW = 10**15  # numbers below it count characters and people
LOCK = threading.Lock()  # the lists of what was made belong to one call at a time


@functools.cache
def codec() -> Codec | None:
    """The fast path, None where msgspec is not there."""
    msgspec = have("msgspec")
    return None if msgspec is None else Codec(msgspec)


class Codec:
    """Bytes of JSON to Records and back, or None where the strict way has to be taken."""

    def __init__(self, msgspec: Any) -> None:
        """`msgspec` is the module."""
        self._msgspec = msgspec
        made: dict[type[Any], list[Any]] = {kind: [] for kind in classes(Record)}
        # What is looked at: the objects that were made, how many fields each has, what looks at them.
        self._looks = [(several, len(attrs.fields(kind)), _look(kind)) for kind, several in made.items()]
        header = msgspec.defstruct("Header", [("schema", int)])
        document = msgspec.defstruct("Document", [("diplomod", header), ("record", Record)])
        with LOCK, _as_dataclasses(made):
            self._decoder = msgspec.json.Decoder(document)
        self._encoder = msgspec.json.Encoder()
        self._mirror = _mirrors(msgspec)

    def decode(self, data: bytes) -> Record | None:
        """The Record of a document."""
        with LOCK:
            try:
                document = self._decoder.decode(data)
                members = 3  # of the document and its header
                for made, fields, look in self._looks:
                    if made:
                        members += fields * len(made)
                        look(made)
            except (self._msgspec.MsgspecError, DiplomodError, ValueError, RecursionError):
                return None
            finally:
                for made, _, _ in self._looks:
                    made.clear()
        record: Record = document.record
        if document.diplomod.schema != SCHEMA or not _sound(record):
            return None
        # Each member has its colon. Are there more, then in texts, or in members that are unknown or stand twice.
        more = data.count(b":") - members
        if more and not _is_of_address(more, record, data) and self.encode(record) != data.strip():
            return None
        return record

    def encode(self, record: Record) -> bytes | None:
        """The document on one line."""
        events: Iterator[Any] = itertools.chain(record.meetings, record.statements, record.demands, record.responses)
        for event in events:
            if event.confidence is not None and event.confidence < TINY:
                return None
        try:
            return b"%b%b}" % (HEAD, self._encoder.encode(self._mirror(record)))
        except (UnicodeEncodeError, self._msgspec.MsgspecError):  # half a surrogate pair
            return None

    def indented(self, record: Record) -> bytes | None:
        """The document as it is written for reading."""
        data = self.encode(record)
        return None if data is None else self._msgspec.json.format(data, indent=2)


@contextlib.contextmanager
def _as_dataclasses(made: dict[type[Any], list[Any]]) -> Iterator[None]:
    """While a decoder is built the classes look like dataclasses without defaults and without validators.

    msgspec asks a class once what it is, and asks for dataclasses first. Thus every field has to be there, and what is made goes
    to its list, where the validators of attrs would take most of the time. Nothing of it stays on the classes.
    """
    usual = {kind: kind.__dict__["__msgspec_cache__"] for kind in made if "__msgspec_cache__" in kind.__dict__}
    for kind in usual:
        del kind.__msgspec_cache__
    for kind, several in made.items():
        names = [
            (field.name, hint) for field, hint in zip(attrs.fields(kind), get_type_hints(kind).values(), strict=True)
        ]
        like: Any = dataclasses.make_dataclass(kind.__name__, names)
        kind.__dataclass_fields__ = like.__dataclass_fields__
        kind.__post_init__ = several.append
    try:
        yield
    finally:
        for kind in made:
            for name in ("__dataclass_fields__", "__post_init__", "__msgspec_cache__"):
                if name in kind.__dict__:
                    delattr(kind, name)
        for kind, cache in usual.items():
            kind.__msgspec_cache__ = cache


def _look(kind: type[Any]) -> Callable[[list[Any]], None]:
    """What looks at new objects and raises if one may not be sound.

    msgspec has seen to the types; left are blank texts, the limits of numbers and what a class checks as a whole. Compiled
    once, as a call for each object would take longer than the rest.
    """
    check = getattr(kind, "__attrs_post_init__", None)
    wrong = ["one.end - one.start != len(one.text) or not 0 <= one.start < one.end"] if kind is Span else []
    for name, hint in get_type_hints(kind).items():
        if kind in (Span, When) or get_origin(hint) is tuple:
            continue
        if hint is str:
            wrong.append(f"not one.{name} or one.{name}.isspace()")
        elif str in get_args(hint):
            wrong.append(f"one.{name} is not None and (not one.{name} or one.{name}.isspace())")
        elif float in get_args(hint):  # the strict reader makes 0 of -0
            wrong.append(f"one.{name} is not None and not 0 < one.{name} <= 1")
        elif int in get_args(hint):
            wrong.append(f"one.{name} is not None and not 0 < one.{name} < few")
    if kind is Source:
        wrong.append("len(one.fingerprint) != 64 or not digits.issuperset(one.fingerprint)")
    lines = ["def look(made):", "    for one in made:"]
    lines += [f"        if {' or '.join(wrong)}:", "            raise ValueError"] if wrong else []
    lines += ["        check(one)"] if check is not None and kind is not Span else []
    names = {"check": check, "few": FEW, "digits": frozenset("0123456789abcdef")}
    exec("\n".join([*lines, "        pass"]), names)
    look: Callable[[list[Any]], None] = names["look"]  # type: ignore[assignment]
    return look


def _is_of_address(more: int, record: Record, data: bytes) -> bool:
    """Whether so many colons are those of the address of the text, the only ones in most documents."""
    url = record.source.url
    return url is not None and url.count(":") == more and f'"{url}"'.encode("utf-8", "replace") in data


def _mirrors(msgspec: Any) -> Callable[[Any], Any]:
    """What makes a mirror of a Record out of msgspec's own objects, whose fields it writes in their order."""
    names: dict[str, Any] = {
        kind.__name__: msgspec.defstruct(kind.__name__, [(field.name, Any) for field in attrs.fields(kind)], gc=False)
        for kind in classes(Record)
    }
    whole = Shape(whole=lambda kind, fields: f"{kind.__name__}({', '.join(value for _, value in fields)})")
    return writer(Record, whole, names)


def _sound(record: Record) -> bool:
    """Whether ids are unique and lead somewhere, as far as that can be told at a glance; else all is asked."""
    ids = {one.id for one in record.meetings}
    ids.update([one.id for one in record.statements])
    ids.update([one.id for one in record.demands])
    count = len(record.meetings) + len(record.statements) + len(record.demands)
    if len(ids) == count and not record.responses and not [1 for one in record.statements if one.within is not None]:
        return True
    return not record.problems()
