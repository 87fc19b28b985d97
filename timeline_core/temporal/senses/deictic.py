"""Deictic days: «أمس», "today", "tomorrow"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline_core.calendars import gregorian
from timeline_core.model.when import When, on
from timeline_core.temporal.senses.sense import Here, Sense


@dataclass(frozen=True, slots=True)
class Deictic(Sense):
    """Today, yesterday, tomorrow: `offset` days from the anchor. A weekday beside it («اليوم الخميس») counts more."""

    offset: int
    weekday: int | None = None

    @property
    def rule(self) -> str:
        return "deictic" if self.weekday is None else "deictic_weekday"

    @property
    def relative(self) -> bool:
        return True

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("offset", str(self.offset)), ("weekday", "" if self.weekday is None else str(self.weekday)))

    def value(self, here: Here) -> When | None:
        if here.day is None:
            return None
        counted = gregorian.days_later(here.day, self.offset)
        return on(counted if self.weekday is None else gregorian.nearest(counted, self.weekday))

    def fits(self, published: date) -> bool:
        return self.weekday is None or gregorian.days_later(published, self.offset).weekday() == self.weekday
