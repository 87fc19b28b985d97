"""A date counted from another one that stands beside it: «بعد أسبوعين من اليوم», "three weeks from Monday"."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.model.when import When
from timeline_core.temporal.senses.periods import Ago
from timeline_core.temporal.senses.sense import Here, OfAnother, Sense


@dataclass(frozen=True, slots=True)
class CountedFrom(OfAnother):
    """`count` units before (below 0) or after the day of `of`; about, where the unit is longer than a day."""

    count: int
    unit: str
    of: Sense

    @property
    def rule(self) -> str:
        return "counted_before" if self.count < 0 else "counted_after"

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("count", str(abs(self.count))), ("unit", self.unit), ("of", self.of))

    def value(self, here: Here) -> When | None:
        day = self.of.value(self.looking(here))
        if day is None or day.first is None or day.first != day.last:
            return None
        return Ago(self.count, self.unit).value(Here(day.first))
