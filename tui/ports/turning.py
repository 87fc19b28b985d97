"""`Turnable`: a report whose day may be tried, as the screen knows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from timeline_core.model.event import Event
from timeline_core.model.report import Published
from timeline_core.publication.tried import Tried
from tui.ports.listed_report import DayFrom


class Trial(Protocol):
    """Tells what follows from a day of the report."""

    @property
    def start(self) -> date | None:
        """The day to begin with; None where nothing tells any."""

    def on(self, day: date, events: Iterable[Event], published: Mapping[str, Published]) -> Tried:
        """What is told of that day; called in a thread."""


@dataclass(frozen=True, slots=True)
class Turnable:
    """A report, the day that holds, and what tries others."""

    trial: Trial
    published: Published
    day_from: DayFrom
    start: date
    who: str = ""
    """Whoever set the day that holds."""
