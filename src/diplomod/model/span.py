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
        start, end, text = self.start, self.end, self.text
        if type(start) is type(end) is int and isinstance(text, str) and 0 <= start < end == start + len(text):
            return
        if type(start) is not int or type(end) is not int or not isinstance(text, str):
            raise ValueFault(f"a span has two whole numbers and a string; got {start!r}, {end!r}, {text!r}")
        if not 0 <= start < end:
            raise ValueFault(f"a span starts at 0 or later and ends after its start; got {start} to {end}")
        raise ValueFault(f"a span from {start} to {end} holds {end - start} characters, but its text has {len(text)}")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The words of `text` from `start` to `end`."""
        return span_of(text, start, end) if cls is Span else cls(start=start, end=end, text=text[start:end])

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


def span_of(text: str, start: int, end: int) -> Span:
    """The words of `text` from `start` to `end`: as `Span.of`, and sooner."""
    words = text[start:end]
    if not 0 <= start < end == start + len(words):
        return Span(start=start, end=end, text=words)
    span = _new(Span)  # it was just seen to be right: nothing is left to check
    _put_start(span, start)
    _put_end(span, end)
    _put_text(span, words)
    return span


_new = object.__new__
_put_start, _put_end, _put_text = (vars(Span)[name].__set__ for name in ("start", "end", "text"))
