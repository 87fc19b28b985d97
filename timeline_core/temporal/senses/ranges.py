"""Ranges: from one date to another («من 28 شباط إلى 2 آذار 2022», "July 1 to 3"); each end lends the other its year.

So is a choice between two, of which nobody tells which it was: «السبت أو الأحد», "on July 3 or 4".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline_core.calendars import gregorian
from timeline_core.model.when import When, on
from timeline_core.temporal.senses.dates import Day, Weekday
from timeline_core.temporal.senses.periods import joined, unit_of
from timeline_core.temporal.senses.sense import Here, Sense, Side


@dataclass(frozen=True, slots=True)
class Range(Sense):
    """From the first day of `first` to the last of `last`; `choice`: one of the two."""

    first: Sense
    last: Sense
    choice: bool = False

    @property
    def rule(self) -> str:
        return "one_of" if self.choice else "range"

    @property
    def relative(self) -> bool:
        ends = ((self.first, self.last), (self.last, self.first))
        if any(one.recurs and not other.relative for one, other in ends):
            return False
        return self.first.relative or self.last.relative

    @property
    def anaphoric(self) -> bool:
        return self.first.anaphoric or self.last.anaphoric

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("first", self.first), ("last", self.last))

    def undecided(self, here: Here) -> bool:
        return self.relative and self.first.undecided(here)

    def value(self, here: Here) -> When | None:
        first, last = (sense.value(there) for sense, there in self.ends(here))
        if first is None or last is None or not (first.resolved and last.resolved):
            return None
        if self.choice and last.order < first.order:
            return joined(last, first)
        return joined(first, last)

    def ends(self, here: Here) -> tuple[tuple[Sense, Here], tuple[Sense, Here]]:
        """Each end with what it is counted from: an end without its year, month or week is counted from the other
        end. Of a choice neither is: «الأحد أو السبت» are the last Sunday and the last Saturday.
        """
        here = self.looking(here)
        if self.choice:
            return (self.first, here), (self.last, here)
        first = self.first.value(here)
        there = self._behind(first, here)
        last = self.last.value(there)
        if last is not None and last.resolved and self._led_back(first, last):
            back = here._replace(since=last, side=Side.BEFORE, day=last.last, future=False)
            return (self.first, back), (self.last, there)
        return (self.first, here), (self.last, there)

    def _led_back(self, first: When | None, last: When) -> bool:
        """True where the first end has to be counted back from the last: «من 28 شباط إلى 2 آذار 2022»."""
        if self.first.recurs and not self.last.relative:
            return True
        return first is not None and first.resolved and self.first.relative and first.order[0] > last.order[1]

    def _behind(self, first: When | None, here: Here) -> Here:
        """What the last end is counted from, so that it comes after the first."""
        if first is None or first.last is None:
            return here
        if isinstance(self.last, Day) and not (self.last.month.month or self.last.month.turn):
            return _after_first_end(first, here)
        if not self.last.recurs:
            return here
        since = _after(first) if isinstance(self.last, Weekday) else first
        there = here._replace(since=since, side=Side.AFTER, future=False, past=False)
        return there if self.last.value(there) != first else there._replace(since=_after(first))

    def fits(self, published: date) -> bool:
        return self.first.fits(published) and self.last.fits(published)


def _after(value: When) -> When:
    """The day after the value, from which the last end is counted: «من حزيران 2014 حتى حزيران» is a year."""
    return on(gregorian.days_later(value.order[1], 1))


def _after_first_end(first: When, here: Here) -> Here:
    """What "the 28th of the same month" is counted from as a last end: the first end was told right before it."""
    if first.first is None:
        return here
    month = unit_of(first.first, "month", 0)
    return here._replace(antecedents=here.antecedents._replace(month=month, topic=month))
