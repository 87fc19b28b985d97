"""`Span`: a half-open range of code points of one report's text, in logical order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """`start` is inside, `end` is not. Order is by place in the text.

    Raises:
        ValueError: the span ends before it starts, or starts before the text.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"no span runs from {start} to {end}")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True when the two share a code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True when no code point of `other` is outside."""
        return self.start <= other.start and other.end <= self.end

    def hull(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shifted(self, by: int) -> Span:
        """The same span in a text that has `by` code points more before it."""
        return Span(self.start + by, self.end + by)


# What a frozen class sets by name costs twice as much, and thousands of spans are made for each report.
_set_start, _set_end = Span.__dict__["start"].__set__, Span.__dict__["end"].__set__
