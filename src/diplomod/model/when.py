"""A date as exact as the text and no more exact: `When`."""

from __future__ import annotations

from enum import StrEnum

import attrs

from diplomod.model.span import Span


class Precision(StrEnum):
    """How exact a date is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@attrs.frozen(slots=True, kw_only=True)
class When:
    """An EDTF date or interval (ISO 8601-2), with the words it was read from."""

    edtf: str
    span: Span | None = None

    def __str__(self) -> str:
        return self.edtf
