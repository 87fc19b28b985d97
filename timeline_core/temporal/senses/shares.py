"""Senses of shares: «النصف الأول من أيار», "the last third of the month", the first half of a century."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline_core.calendars import gregorian
from timeline_core.model.when import When, between
from timeline_core.temporal.senses.periods import Era
from timeline_core.temporal.senses.sense import Here, OfAnother, Sense

_PARTS = {"half": 2, "third": 3}
_DAYS = {"half": 15, "third": 10}
"""Days of every share of a month but the last, which has the rest."""
_YEARS = {"decade": 10, "century": 100}


@dataclass(frozen=True, slots=True)
class Share(OfAnother):
    """A half or third of a month, a half of a decade or century; `index` counts from 1, from the end below 0."""

    unit: str
    index: int
    of: Sense

    @property
    def rule(self) -> str:
        return "share"

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("unit", self.unit), ("index", str(self.index)), ("of", self.of))

    def value(self, here: Here) -> When | None:
        parts = _PARTS[self.unit]
        number = self.index if self.index > 0 else parts + 1 + self.index
        if not 1 <= number <= parts:
            return None
        if isinstance(self.of, Era):
            return _years(self.of, number, _YEARS[self.of.unit] // parts)
        whole = self.of.value(here)
        return None if whole is None or whole.days is None else self._days(*whole.days, number)

    def _days(self, first: date, last: date, number: int) -> When:
        length = _DAYS[self.unit]
        begin = gregorian.days_later(first, length * (number - 1))
        return between(begin, last if number == _PARTS[self.unit] else gregorian.days_later(begin, length - 1))


def _years(era: Era, number: int, length: int) -> When:
    first = era.number + length * (number - 1)
    return When(f"{max(first, 1):04d}/{first + length - 1:04d}")
