"""Functions between the classes and other shapes of the same data, compiled from the classes once.

Classes that hold no lists are written out inside the functions of those that do, as a call for each of their objects would take
longer than the rest.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import attrs


@attrs.frozen(slots=True, kw_only=True)
class Shape:
    """What objects are made into, as expressions of Python.

    `whole` makes one of a class and the expressions of its fields; `leaves` has those of single values by their type, the
    others stand as they are; `many` is that of a list, `empty` that of one with nothing in it and `none` that of None.
    """

    whole: Callable[[type[Any], list[tuple[str, str]]], str]
    leaves: dict[type[Any], str] = attrs.field(factory=dict)
    many: str = "[{}]"
    empty: str = "[]"
    none: str = "None"


# Plain values: dictionaries, lists, strings, numbers.
PLAIN = Shape(
    whole=lambda kind, fields: f"{{{', '.join(f'{name!r}: {value}' for name, value in fields)}}}",
    leaves={StrEnum: "{}._value_"},
)
# The text of JSON on one line; `quoted` is the function for strings.
JSON = Shape(
    whole=lambda kind, fields: (
        f"""'{{{",".join(f'"{name}":%s' for name, _ in fields)}}}' % ({"".join(f"{value}, " for _, value in fields)})"""
    ),
    leaves={str: "quoted({})", float: "repr({})", int: "{}"},
    many="'[%s]' % ','.join([{}])",
    empty="'[]'",
    none="'null'",
)


def classes(kind: type[Any]) -> dict[type[Any], None]:
    """A class and all that its fields hold."""
    found: dict[type[Any], None] = {kind: None}
    for hint in get_type_hints(kind).values():
        for part in parts(hint):
            if attrs.has(part):
                found.update(classes(part))
    return found


def parts(hint: Any) -> tuple[Any, ...]:
    """A type, or those that a union or a tuple is made of."""
    return get_args(hint) or (hint,)


def writer(kind: type[Any], shape: Shape, names: dict[str, Any]) -> Callable[[Any], Any]:
    """What makes an object of the class into another shape; `names` holds what its expressions use."""
    lines = []
    for one in classes(kind):
        expression = _written(one, "one", itertools.count(), shape)
        lines += [f"def write_{one.__name__}(one):", f"    return {expression}"]
    return _compiled(lines, names, f"write_{kind.__name__}")


def _written(kind: type[Any], name: str, numbers: Iterator[int], shape: Shape, first: str = "") -> str:
    """The expression for the object in the variable `name`, which `first` may have to fetch."""
    fields = []
    for field, hint in get_type_hints(kind).items():
        value = f"{first or name}.{field}"
        first = ""
        inner = next(part for part in parts(hint) if part is not NoneType)
        single, many = inner is hint, get_origin(hint) is tuple
        variable = f"x{next(numbers)}"
        if _is_flat(inner):
            made = _written(inner, variable, numbers, shape, f"({variable} := {value})" if single else "")
        elif attrs.has(inner):
            made = f"write_{inner.__name__}({value if single else variable})"
        else:
            leaf = next((made for base, made in shape.leaves.items() if issubclass(inner, base)), None)
            if leaf is None and not many:
                fields.append((field, value))
                continue
            made = (leaf or "{}").format(value if single else variable)
        if many:
            several = shape.many.format(f"{made} for {variable} in {value}")
            made = f"{several} if {value} else {shape.empty}"
        elif not single:
            made = f"{shape.none} if ({variable} := {value}) is None else {made}"
        fields.append((field, made))
    return shape.whole(kind, fields)


def _is_flat(kind: type[Any]) -> bool:
    return attrs.has(kind) and all(get_origin(hint) is not tuple for hint in get_type_hints(kind).values())


def reader(kind: type[Any]) -> Callable[[Any], Any]:
    """What makes plain values into an object of the class, and raises anything at all where they may not be right.

    It sees to the shape of the values; the classes see to the rest.
    """
    names: dict[str, Any] = {}
    lines = []
    for one in classes(kind):
        names[one.__name__] = one
        fields = get_type_hints(one)
        lines += [f"def read_{one.__name__}(one):", f"    if len(one) != {len(fields)}:", "        raise ValueError"]
        made = []
        for field, hint in fields.items():
            inner = next(part for part in parts(hint) if part is not NoneType)
            value = f"one[{field!r}]"
            if get_origin(hint) is tuple:
                lines += [f"    if type({value}) is not list:", "        raise ValueError"]
                made.append(f"{field}=map(read_{inner.__name__}, {value})" if attrs.has(inner) else f"{field}={value}")
                continue
            read = value
            if attrs.has(inner):
                read = f"read_{inner.__name__}({value})"
            elif issubclass(inner, StrEnum):
                names[f"{inner.__name__}_of"] = {choice.value: choice for choice in inner}
                read = f"{inner.__name__}_of[{value}]"
            made.append(
                f"{field}={read}" if inner is hint or read == value else f"{field}=None if {value} is None else {read}"
            )
        lines.append(f"    return {one.__name__}({', '.join(made)})")
    return _compiled(lines, names, f"read_{kind.__name__}")


def _compiled(lines: list[str], names: dict[str, Any], wanted: str) -> Callable[[Any], Any]:
    exec("\n".join(lines), names)
    found: Callable[[Any], Any] = names[wanted]
    return found
