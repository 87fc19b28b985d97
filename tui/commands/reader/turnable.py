"""A report whose day may be tried: where its day is from, and with which day one begins."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from timeline_core.decisions.on_reports import read_amendments
from timeline_core.knowledge import Knowledge
from timeline_core.model.decision import Decision
from timeline_core.model.report import GIVEN, INFERRED, Published, Report
from timeline_core.publication.trial import Trial
from tui.ports.listed_report import DayFrom
from tui.ports.turning import Turnable

_FROM = {GIVEN: DayFrom.FILE, INFERRED: DayFrom.INFERRED}


def turnable(report: Report, published: Published, log: Iterable[Decision], known: Knowledge, today: date) -> Turnable:
    """The report as the screen knows it.

    Args:
        published: its day as the timeline has it.
        today: to begin with where nothing tells any day.
    """
    act = read_amendments(log).fields.get(report.sha256, {}).get("published")
    who = act.who if act is not None and act.values[2] else ""
    day_from = DayFrom.PERSON if who else _FROM.get(published.origin, DayFrom.UNKNOWN)
    trial = Trial(report, published, known)
    return Turnable(trial, published, day_from, trial.start or today, who)
