"""How long after it happened something was said, and printed by each outlet.

A lag is known only where both days are: of what is known to the month none is told, and what a report is silent about
or what was planned has none. A report whose day was inferred is marked, for its lag is no surer than that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from timeline_core.model.event import Event, Kind
from timeline_core.model.report import INFERRED, Report
from timeline_core.model.when import Precision, When
from timeline_core.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Step:
    """One day of the ladder."""

    day: date
    after: int
    """Days after it happened."""
    name: str
    """Of the outlet, else of the report; of what was said its title."""
    inferred: bool = False
    """The day of the report was inferred."""
    copied: bool = False
    """The report has nearly the text of an earlier one."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """When it happened, when it was said, when each outlet printed it, each in order of days."""

    happened: date
    said: tuple[Step, ...] = ()
    printed: tuple[Step, ...] = ()

    @property
    def longest(self) -> int:
        """Days from the happening to the last step."""
        return max((step.after for step in (*self.said, *self.printed)), default=0)


@dataclass(frozen=True, slots=True)
class Usual:
    """How soon an outlet prints, as a rule."""

    name: str
    median: int
    """Days; of an even number of events the lower of the two in the middle."""
    events: int


def find_ladder(event: Event, around: Iterable[Event], timeline: Timeline) -> Ladder | None:
    """Find the steps of the event; None where its day is not known, or it has not happened.

    Args:
        around: events that may announce it.
    """
    day = _day(event.when)
    if day is None or event.kind is Kind.PLANNED:
        return None
    said = {
        one.id: Step(told, (told - day).days, one.title)
        for one in around
        if event.id in (*one.announces, *one.disputes) and (told := _day(one.when)) is not None
    }
    printed = (step for id in event.reports if (step := _printed(id, day, timeline)) is not None)
    return Ladder(day, _ordered(said.values()), _ordered(printed))


def _ordered(steps: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(sorted(steps, key=lambda step: (step.day, step.name)))


def _day(when: When | None) -> date | None:
    return when.first if when is not None and when.precision is Precision.DAY and when.mod is None else None


def _printed(id: str, day: date, timeline: Timeline) -> Step | None:
    published, report = timeline.published.get(id), timeline.report(id)
    printed = _day(published.when) if published is not None else None
    if published is None or printed is None or report is None:
        return None
    inferred = published.origin == INFERRED
    return Step(printed, (printed - day).days, _name(report), inferred, copied=id in timeline.copies)


def _name(report: Report) -> str:
    return report.publisher or report.id


def find_usual(events: Iterable[Event], timeline: Timeline) -> tuple[Usual, ...]:
    """Find the median lag of each outlet, the quickest first; of an event its first report of an outlet counts.

    What is only reminded of was printed before, so it counts for nobody; and neither does a report before the event.
    """
    lags: dict[str, list[int]] = defaultdict(list)
    for event in events:
        ladder = find_ladder(event, (), timeline) if event.kind is Kind.OCCURRENCE and not event.background else None
        first = {step.name: step.after for step in reversed(ladder.printed)} if ladder is not None else {}
        for name, after in first.items():
            if after >= 0:
                lags[name].append(after)
    found = (Usual(name, median_low(days), len(days)) for name, days in lags.items())
    return tuple(sorted(found, key=lambda usual: (usual.median, -usual.events, usual.name)))
