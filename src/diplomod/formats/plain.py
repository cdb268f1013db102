"""Records as plain values (objects, lists, strings, numbers) and back, strictly."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any, get_args, get_origin

import attrs
import cattrs
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn

from diplomod import model
from diplomod.errors import DataError, TextError, ValueFault
from diplomod.formats.compiled import PLAIN, reader, writer
from diplomod.model import Record

SHOWN = 60  # characters of a wrong value that an error shows


class _Fault(Exception):
    """What is wrong with one value."""


def to_plain(record: Record) -> dict[str, Any]:
    """A Record as JSON holds it: every field of every class, in the order in which the classes tell them."""
    plain: dict[str, Any] = _writer()(record)
    return plain


def from_plain(value: object, path: str = "$") -> Record:
    """The Record of such a value.

    Raises `DataError` with all faults at once: fields that are unknown or missing, values of another type (nothing is
    converted), values that the model refuses, ids that lead nowhere. `path` is where the value stands.
    """
    try:
        record: Record = _reader()(value)
    except Exception:  # the strict way tells what is wrong, if anything is
        record = _explained(value, path)
    problems = [_parted(path, problem) for problem in record.problems()]
    if problems:
        raise DataError(problems)
    return record


@functools.cache
def _writer() -> Callable[[Any], Any]:
    return writer(Record, PLAIN, {})


@functools.cache
def _reader() -> Callable[[Any], Any]:
    return reader(Record)


def _explained(value: object, path: str) -> Record:
    try:
        return _converter().structure(value, Record)
    except (ClassValidationError, _Fault) as fault:
        raise DataError(list(dict.fromkeys(_faults(fault, path)))) from None


def _parted(path: str, problem: str) -> tuple[str, str]:
    where, colon, what = problem.partition(": ")
    return (f"{path}.{where}", what) if colon and " " not in where else (path, problem)


@functools.cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(detailed_validation=True, forbid_extra_keys=True)
    converter.register_structure_hook(str, _string)
    converter.register_structure_hook(int, _whole_number)
    converter.register_structure_hook(float, _number)
    for kind in map(model.__dict__.get, model.__all__):
        if isinstance(kind, type) and issubclass(kind, StrEnum):  # else the hook of str would be taken for them
            converter.register_structure_hook(kind, _choice_hook(kind))
    converter.register_structure_hook_factory(attrs.has, functools.partial(_object_hook, converter))
    converter.register_structure_hook_factory(_is_list, functools.partial(_list_hook, converter))
    return converter


def _string(value: Any, _type: Any) -> str:
    if type(value) is not str:
        raise _Fault(f"is a string; got {_shown(value)}")
    return value


def _whole_number(value: Any, _type: Any) -> int:
    if type(value) is not int:
        raise _Fault(f"is a whole number; got {_shown(value)}")
    return value


def _number(value: Any, _type: Any) -> float:
    if type(value) not in (int, float):
        raise _Fault(f"is a number; got {_shown(value)}")
    return float(value)


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _choice_hook(kind: type[StrEnum]) -> Callable[[Any, Any], StrEnum]:
    known = {choice.value: choice for choice in kind}

    def structure(value: Any, _type: Any) -> StrEnum:
        if type(value) is not str or value not in known:
            raise _Fault(f"is one of {', '.join(known)}; got {_shown(value)}")
        return known[value]

    return structure


def _list_hook(converter: cattrs.Converter, kind: Any) -> Callable[[Any, Any], tuple[Any, ...]]:
    inner = get_args(kind)[0]

    def structure(value: Any, _type: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise _Fault(f"is a list; got {_shown(value)}")
        items, faults = [], []
        for number, item in enumerate(value):
            try:
                items.append(converter.structure(item, inner))
            except Exception as fault:
                fault.add_note(IterableValidationNote("", number, inner))
                faults.append(fault)
        if faults:
            raise IterableValidationError("", faults, kind)
        return tuple(items)

    return structure


def _object_hook(converter: cattrs.Converter, kind: type[Any]) -> Callable[[Any, Any], Any]:
    """A hook that wants every field of the class, and no other."""
    base = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True)
    names = [field.name for field in attrs.fields(kind)]

    def structure(value: Any, _type: Any) -> Any:
        if type(value) is not dict:
            raise _Fault(f"is an object; got {_shown(value)}")
        faults: list[Exception] = []
        for name in names:
            if name not in value:
                missing = _Fault("is missing")
                missing.add_note(AttributeValidationNote("", name, kind))
                faults.append(missing)
        try:
            made = base(value, kind)
        except ClassValidationError as group:
            faults += [fault for fault in group.exceptions if not isinstance(fault, KeyError)]
        except TypeError:
            if not faults:
                raise
        if faults:
            raise ClassValidationError("", faults, kind)
        return made

    return structure


def _faults(fault: BaseException, path: str) -> Iterator[tuple[str, str]]:
    """Each single fault in a group of faults, with the path to its value."""
    if isinstance(fault, (ClassValidationError, IterableValidationError)):
        for inner in fault.exceptions:
            yield from _faults(inner, path + _step(inner))
    elif isinstance(fault, ForbiddenExtraKeysError):
        for name in sorted(fault.extra_fields):
            yield f"{path}.{name}", "is no field that is known here"
    elif isinstance(fault, TextError):
        yield path, fault.message
    elif isinstance(fault, (_Fault, ValueFault)):
        yield path, str(fault)
    else:
        yield path, f"can't be read: {fault}"


def _step(fault: BaseException) -> str:
    for note in getattr(fault, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return f".{note.name}"
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
    return ""


def _shown(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "an object" if isinstance(value, dict) else "a list" if isinstance(value, list) else repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
