"""`InOrder`: what stands in a text, in order of where it begins, and found there without walking all of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Generic, Protocol, TypeVar

from timeline_core.model.once import cached_property
from timeline_core.model.span import Span


class Placed(Protocol):
    """What stands somewhere in a text."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


T = TypeVar("T", bound=Placed)


class InOrder(Generic[T]):
    """Names or dates of one text. They never change."""

    def __init__(self, every: Iterable[T]) -> None:
        """`every`: in order of where they begin; one may stand within another."""
        self.every = tuple(every)
        self._starts = [one.span.start for one in self.every]

    @cached_property
    def _reach(self) -> list[int]:
        """How far those up to each reach."""
        return [*accumulate((one.span.end for one in self.every), max)]

    def before(self, at: int) -> int:
        """How many begin before that place."""
        return bisect_left(self._starts, at)

    def backwards(self, at: int) -> Iterator[T]:
        """Those that begin before that place, the last first."""
        return (self.every[number] for number in range(self.before(at) - 1, -1, -1))

    def beginning_in(self, span: Span) -> Sequence[T]:
        """Those that begin in the span, and may reach out of it."""
        low = bisect_left(self._starts, span.start)
        return self.every[low : bisect_left(self._starts, span.end, low)]

    def inside(self, span: Span) -> list[T]:
        """Those that lie in the span as a whole."""
        end = span.end
        return [one for one in self.beginning_in(span) if one.span.end <= end]

    def overlapping(self, span: Span) -> list[T]:
        """Those that share a code point with the span."""
        low, high = bisect_right(self._reach, span.start), bisect_left(self._starts, span.end)
        return [one for one in self.every[low:high] if one.span.end > span.start]
