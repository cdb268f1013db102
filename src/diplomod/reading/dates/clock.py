"""What the dates of a text are reckoned from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import attrs

from diplomod.reading.dates.grammar import Expression
from diplomod.reading.dates.tense import direction
from diplomod.reading.parts import Tokens


@attrs.define(slots=True, kw_only=True)
class Clock:
    """What dates are reckoned from, as it stands at a place in the text.

    `today` is the day of publication, `year` the one that month and day belong to where no day is known; `day` and
    `told` are the last day and the last year and month told in the text; `period` the quarter that figures are given for.
    """

    tokens: Tokens
    today: dt.date | None = None
    year: int | None = None
    years: tuple[int, ...] = ()
    day: dt.date | None = None
    told: tuple[int, int | None] | None = None
    period: tuple[int, int] | None = None
    whole_years: bool = False
    month_first: bool = True

    def way(self, found: Expression) -> int:
        """Whether the verb beside the expression looks back or ahead."""
        return direction(self.tokens, found.first, found.last)


Reader = Callable[[Expression, Clock], str | None]
