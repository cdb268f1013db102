"""What the classes of the model refuse, and the fields that several of them share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

from diplomod.errors import ValueFault

T = TypeVar("T")
Check = Callable[[Any, Any, Any], None]


def not_blank(instance: object, attribute: Any, value: object) -> None:
    """Refuse what is no string, and a string with nothing but white space in it."""
    if not isinstance(value, str):
        raise ValueFault(f"{_place(instance, attribute)} is a string; got {value!r}")
    if not value or value.isspace():
        raise ValueFault(f"{_place(instance, attribute)} holds at least one visible character; got {value!r}")


def is_a(kind: type[Any]) -> Check:
    """Refuse what is no `kind`."""

    def check(instance: object, attribute: Any, value: object) -> None:
        if not isinstance(value, kind):
            raise ValueFault(f"{_place(instance, attribute)} is a {kind.__name__}; got {value!r}")

    return check


def each_a(kind: type[Any]) -> Check:
    """Refuse a tuple that holds anything but values of `kind`."""

    def check(instance: object, attribute: Any, value: tuple[object, ...]) -> None:
        for item in value:
            if not isinstance(item, kind):
                raise ValueFault(f"{_place(instance, attribute)} holds values of {kind.__name__}; got {item!r}")

    return check


def text() -> Any:
    """A field for words that can't be blank."""
    return attrs.field(validator=not_blank)


def maybe_text() -> Any:
    """A field for words, or None where there are none."""

    def check(instance: object, attribute: Any, value: object) -> None:
        if value is not None:
            not_blank(instance, attribute, value)

    return attrs.field(default=None, validator=check)


def one(kind: type[T]) -> Any:
    """A field for one value of `kind`."""
    return attrs.field(validator=is_a(kind))


def maybe(kind: type[T]) -> Any:
    """A field for one value of `kind`, or None where the text does not tell."""

    def check(instance: object, attribute: Any, value: object) -> None:
        if value is not None and not isinstance(value, kind):
            raise ValueFault(f"{_place(instance, attribute)} is a {kind.__name__}; got {value!r}")

    return attrs.field(default=None, validator=check)


def maybe_share() -> Any:
    """A field for a number from 0 to 1, or None where nobody reckoned it; whole numbers become floats."""
    return attrs.field(default=None, converter=_as_float, validator=attrs.validators.optional(_is_share))


def _as_float(value: Any) -> Any:
    return float(value) + 0.0 if type(value) in (int, float) else value  # -0.0 becomes 0.0


def _is_share(instance: object, attribute: Any, value: object) -> None:
    if type(value) is not float or not 0 <= value <= 1:
        raise ValueFault(f"{_place(instance, attribute)} is a number from 0 to 1; got {value!r}")


def several(kind: type[T]) -> Any:
    """A field for a tuple of `kind`, empty unless given; any iterable but a string is taken."""
    return attrs.field(default=(), converter=_as_tuple, validator=each_a(kind))


def _as_tuple(values: Any) -> tuple[Any, ...]:
    if type(values) is tuple:
        return values
    if isinstance(values, (str, bytes)):
        raise ValueFault(f"several values are given as a tuple; got the string {values!r}")
    try:
        return tuple(values)
    except TypeError:
        raise ValueFault(f"several values are given as a tuple; got {values!r}") from None


def _place(instance: object, attribute: Any) -> str:
    return f"{type(instance).__name__}.{attribute.name}"
