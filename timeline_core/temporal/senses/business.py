"""Senses of business reports: "in the quarter", and "a year earlier" beside it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.model.when import Precision, When
from timeline_core.temporal.senses.anaphora import Anaphor, Same
from timeline_core.temporal.senses.dates import Year
from timeline_core.temporal.senses.periods import Ago, unit_of
from timeline_core.temporal.senses.sense import PAST, SAID, Anaphoric, Antecedents, Here, Sense

_PERIODS = (Precision.QUARTER, Precision.HALF)


@dataclass(frozen=True, slots=True)
class Quarter(Anaphoric):
    """The quarter told last; where none was told, the last that was over on the day of the report."""

    @property
    def rule(self) -> str:
        return "quarter"

    def base(self, antecedents: Antecedents) -> When | None:
        return (
            antecedents.period
            if antecedents.period is not None and antecedents.period.precision is Precision.QUARTER
            else None
        )

    def value(self, here: Here) -> When | None:
        base = self.base(here.antecedents)
        if base is not None:
            return base
        return None if here.day is None else unit_of(here.day, "quarter", -1)


@dataclass(frozen=True, slots=True)
class YearBefore(Anaphoric):
    """The quarter, half or month told last, a year earlier; where none was told, the year before the one told last."""

    ago: bool = False
    """Where nothing was told, a year before the report is meant: "a year ago"."""

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("ago", SAID if self.ago else ""),)

    @property
    def rule(self) -> str:
        return "year_before"

    @property
    def compares(self) -> bool:
        return True

    def base(self, antecedents: Antecedents) -> When | None:
        period = antecedents.period
        if period is not None and (period.precision in _PERIODS or period == antecedents.last):
            return period
        return None if self.ago else antecedents.year

    def value(self, here: Here) -> When | None:
        base = self.base(here.antecedents)
        if base is not None and base.precision is not Precision.YEAR and base == here.antecedents.period:
            return Same("period", Year(base.days[0].year - 1)).value(here) if base.days is not None else None
        return (Ago(PAST, "year") if self.ago else Anaphor("year", -1)).value(here)
