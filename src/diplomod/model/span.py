"""Where words stood in a text."""

from __future__ import annotations

import attrs

from diplomod.errors import ValueFault


@attrs.frozen(slots=True, kw_only=True)
class Span:
    """Words of the text and where they stand: ``text[span.start:span.end] == span.text``.

    `start` and `end` count characters (Unicode code points) of the untouched input, from 0, the end excluded.
    Raises `ValueFault` for an end that is not after the start, and for a length that is not the text's.

    >>> span = Span(start=4, end=8, text="said")
    >>> str(span), len(span)
    ('said', 4)
    """

    start: int
    end: int
    text: str

    def __attrs_post_init__(self) -> None:
        """Refuse places that can't be, and a text that does not fill its place."""
        if type(self.start) is not int or type(self.end) is not int or not isinstance(self.text, str):
            raise ValueFault(
                f"a span has two whole numbers and a string; got {self.start!r}, {self.end!r}, {self.text!r}"
            )
        if self.start < 0 or self.end <= self.start:
            raise ValueFault(f"a span starts at 0 or later and ends after its start; got {self.start} to {self.end}")
        if self.end - self.start != len(self.text):
            raise ValueFault(
                f"a span from {self.start} to {self.end} holds {self.end - self.start} characters, "
                f"but its text has {len(self.text)}"
            )

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The words of `text` from `start` to `end`."""
        return cls(start=start, end=end, text=text[start:end])

    def __str__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return self.end - self.start

    def stands_in(self, text: str) -> bool:
        """Whether `text` holds these words at this place."""
        return text[self.start : self.end] == self.text

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end
