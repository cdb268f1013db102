"""YAML: many Records, each the document of JSON, parted by ``---``.

By PyYAML, with libyaml where that is there. Only what JSON knows is read: null, true and false, numbers, strings, lists and
objects. No tag makes anything else, and a day (``2024-06-15``) or ``no`` without quotation marks is the string that it looks
like.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from diplomod.errors import TextError
from diplomod.formats.documents import document_of, record_of
from diplomod.formats.escapes import escape_all, unescape_all
from diplomod.formats.extras import need
from diplomod.formats.losses import Loss
from diplomod.formats.places import at_place
from diplomod.model import Record

EXTRA = "yaml"
WIDTH = 110  # characters of a line, where its text has a place to break
ALIASED = 10_000  # values that aliases may stand for, each counted every time
PLAIN = (
    ("tag:yaml.org,2002:null", re.compile("~|null|Null|NULL|"), "~nN\0"),
    ("tag:yaml.org,2002:bool", re.compile("true|True|TRUE|false|False|FALSE"), "tTfF"),
    ("tag:yaml.org,2002:int", re.compile("[-+]?[0-9]{1,18}"), "-+0123456789"),
    (
        "tag:yaml.org,2002:float",
        re.compile(r"[-+]?(?:[0-9]{1,20}\.[0-9]{0,20}|\.[0-9]{1,20}|[0-9]{1,20}(?=[eE]))(?:[eE][-+]?[0-9]{1,3})?"),
        "-+0123456789.",
    ),
)


def write(records: Iterable[Record], file: BinaryIO) -> Iterable[Loss]:
    """The document of each Record, ``---`` before it."""
    yaml = need("yaml", EXTRA)
    dumper = _dumper()
    for record in records:
        text = yaml.dump(
            escape_all(document_of(record)),
            Dumper=dumper,
            allow_unicode=True,
            sort_keys=False,
            explicit_start=True,
            width=WIDTH,
        )
        file.write(text.encode())
    return ()


def read(file: BinaryIO) -> Iterator[Record]:
    """The Record of each document, as it is reached.

    Raises `TextError` for what is no YAML, for tags, for objects that name a field twice, and for aliases that stand for more
    than ten thousand values or for what they stand in.
    """
    yaml = need("yaml", EXTRA)
    loader = None
    number = 1
    try:
        while True:
            with at_place(f"document {number}"):
                try:
                    if loader is None:
                        loader = _loader()(_Whole(file))
                    if not loader.check_node():
                        return
                    document = _value(loader.get_node(), set(), set(), [0])
                except yaml.YAMLError as fault:
                    raise TextError(_told(fault)) from None
                except (RecursionError, UnicodeError, ValueError) as fault:
                    what = "it is nested too deep" if isinstance(fault, RecursionError) else str(fault)
                    raise TextError(f"this is no YAML of a Record: {what}") from None
                record = record_of(unescape_all(document))
            yield record
            number += 1
    finally:
        if loader is not None:
            loader.dispose()


class _Whole:
    """A stream that tells whether it ends with a line: a number that was cut would be another number."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._last = b"\n"

    def read(self, size: int) -> bytes:
        data = self._file.read(size)
        if not data and self._last not in (b"\n", b"\0"):  # the second in UTF-16
            raise TextError("the data end inside a line; end the last one with a line feed")
        self._last = data[-1:] or self._last
        return data


def _told(fault: Any) -> str:
    """What PyYAML says, on one line with its place."""
    mark = getattr(fault, "problem_mark", None)
    where = f" (line {mark.line + 1}, column {mark.column + 1})" if mark is not None else ""
    what = getattr(fault, "problem", None) or getattr(fault, "reason", None) or " ".join(str(fault).split())
    return f"this is no YAML: {what}{where}"


def _value(node: Any, above: set[int], seen: set[int], again: list[int]) -> Any:
    """The plain value of a node; `above` are the nodes that it stands in, `again` counts what aliases name once more."""
    place = id(node)
    if place in above:
        raise TextError(f"an alias stands in what it stands for{_at(node)}")
    if place in seen:
        again[0] += 1
        if again[0] > ALIASED:
            raise TextError(f"aliases stand for more than {ALIASED} values{_at(node)}")
    seen.add(place)
    if node.id == "scalar":
        return _scalar(node)
    above.add(place)
    found: Any
    if node.id == "sequence":
        _known(node, "tag:yaml.org,2002:seq")
        found = [_value(item, above, seen, again) for item in node.value]
    else:
        _known(node, "tag:yaml.org,2002:map")
        found = {}
        for name, item in node.value:
            key = _value(name, above, seen, again)
            if not isinstance(key, str):
                raise TextError(f"the name of a field is a string{_at(name)}")
            if key in found:
                raise TextError(f"an object names the field {key!r} twice{_at(name)}")
            found[key] = _value(item, above, seen, again)
    above.discard(place)
    return found


def _scalar(node: Any) -> Any:
    kind = node.tag.removeprefix("tag:yaml.org,2002:")
    if kind == "null":
        return None
    if kind == "bool":
        return node.value.lower() == "true"
    if kind == "int":
        return int(node.value)
    if kind == "float":
        return float(node.value)
    _known(node, "tag:yaml.org,2002:str")
    return node.value


def _known(node: Any, tag: str) -> None:
    if node.tag != tag:
        raise TextError(f"a Record holds nothing with the tag {node.tag}{_at(node)}")


def _at(node: Any) -> str:
    return f" (line {node.start_mark.line + 1}, column {node.start_mark.column + 1})"


@functools.cache
def _loader() -> Any:
    yaml = need("yaml", EXTRA)
    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader = type("Loader", (base,), {"yaml_implicit_resolvers": {}})
    _resolve_plain(loader)
    return loader


@functools.cache
def _dumper() -> Any:
    """A dumper that writes no aliases, and puts in quotation marks what this reader or another may take for no string."""
    yaml = need("yaml", EXTRA)
    base = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    dumper = type("Dumper", (base,), {"ignore_aliases": lambda self, data: True})
    _resolve_plain(dumper)
    return dumper


def _resolve_plain(kind: Any) -> None:
    for tag, written, starts in PLAIN:
        kind.add_implicit_resolver(
            tag, re.compile(f"(?:{written.pattern})$"), [*starts.replace("\0", ""), *[""] * ("\0" in starts)]
        )
