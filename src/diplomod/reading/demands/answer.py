"""An answer in the making."""

from __future__ import annotations

from diplomod.model import Party, Stance
from diplomod.reading.demands.drafts import Draft, Range
from diplomod.reading.parts import Rule, frozen


@frozen(slots=True, kw_only=True, eq=False)
class Answer:
    """An answer in the making: whom it is by (mentions, or the party of the one who speaks), and to which drafts;
    `verb` are the words of the verb that answers, None where a noun's clause does."""

    to: tuple[Draft, ...]
    by: tuple[int, ...]
    party: Party | None
    stance: Stance
    evidence: Range
    token: int
    rule: Rule
    verb: Range | None = None
