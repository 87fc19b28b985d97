"""`Timeline`: everything that is derived from a set of reports. What the screen, the lists and the exports show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from timeline_core.model.decision import Decision
from timeline_core.model.event import Event
from timeline_core.model.fault import Fault
from timeline_core.model.lazy import Stored
from timeline_core.model.report import Published, Report
from timeline_core.model.silence import Silence
from timeline_core.model.verdict import Verdict
from timeline_core.names.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Timeline:
    """One derivation. May be thrown away and derived again at any time.

    Source:
        DESIGN.md section 1.
    """

    reports: Sequence[Report]
    """In the order given."""
    published: Mapping[str, Published]
    """Report id -> when it was published, and how that is known. One for each report."""
    events: Sequence[Event]
    """Dated, in order of days; rejected ones are among them, marked. Out of a cache, each is made when asked for."""
    undated: Sequence[Event]
    """What no date could be found for: told, never guessed."""
    names: Gazetteer
    """Every actor and place of the events, those that only the reports name among them."""
    orphans: tuple[Decision, ...] = ()
    """Decisions in force whose quotes are not among the reports any more, or prove no event: shown, never dropped."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Id that the machine gave -> id of the event that a person joined it with."""
    derived: Timeline | None = field(default=None, compare=False, repr=False)
    """What the decisions were applied to, whole; None where none was."""
    copies: Mapping[str, str] = field(default_factory=dict)
    """Report -> the first published of the reports that have nearly its text; only of those that have a copy."""
    faults: Mapping[str, Fault] = field(default_factory=dict)
    """Report -> where its reading broke: it is set aside and tells nothing, but stays readable."""
    silent: Mapping[str, Silence] = field(default_factory=dict)
    """Report -> why it tells nothing."""
    verdicts: Mapping[str, tuple[Verdict, ...]] = field(default_factory=dict)
    """Report -> what became of each of its dates, in text order; none of one that was set aside."""
    partly: Mapping[str, int] = field(default_factory=dict)
    """Report that is too long to be read to its end -> the last of its paragraphs that was read."""

    @property
    def silent_reports(self) -> Mapping[str, Silence]:
        """Report -> why it tells nothing; without those that are set aside, which say so themselves."""
        return {id: why for id, why in self.silent.items() if id not in self.faults}

    def sources(self, event: Event) -> tuple[str, ...]:
        """The reports that tell of the event independently, in order of its evidence; of copies the first published."""
        return tuple(dict.fromkeys(self.copies.get(id, id) for id in event.reports))

    def event(self, id: str) -> Event | None:
        """The event of that id, dated or not; of an event that was joined with another one, that one."""
        id = self.moved.get(id, id)
        return _of_id(self.events, id) or _of_id(self.undated, id)

    def report(self, id: str) -> Report | None:
        """The report of that id."""
        return _of_id(self.reports, id)


T = TypeVar("T", Event, Report)


def _of_id(some: Sequence[T], id: str) -> T | None:
    if isinstance(some, Stored):
        found: T | None = some.named(id)
        return found
    return next((one for one in some if one.id == id), None)
