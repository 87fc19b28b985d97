"""What the filter line asks of an event beside names, days and words: what it has, how sure it is, its numbers.

Source:
    README.md, «The filter line»: `has:`, `starred:`, `noted:`, `sure:`, `killed>5`, `origins>1`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from timeline_core.merge.origins import find_origins
from timeline_core.model.event import Event
from timeline_core.timeline import Timeline
from timeline_core.view.doubt import Doubt

ORIGINS, REPORTS = "origins", "reports"
"""What can be compared of every event: its independent reports, and all of them."""


class Has(StrEnum):
    """What an event may have."""

    CONFLICT = "conflict"
    """Its reports contradict one another."""
    FIGURE = "figure"
    PLACE = "place"
    NOTE = "note"
    STAR = "star"
    TAG = "tag"
    CORRECTION = "correction"
    """A person put something in place of what was read."""


class Answer(StrEnum):
    """Of a field that is asked with yes or no."""

    YES = "yes"
    NO = "no"


class Range(NamedTuple):
    """From the least to the most; None where nothing bounds it above."""

    low: int
    high: int | None

    def holds(self, other: Range) -> bool:
        """True where all of the other lies in it, so that «at least five» is not more than seven."""
        return other.low >= self.low and (self.high is None or (other.high is not None and other.high <= self.high))


_OF_DATE = frozenset((Doubt.INFERRED, Doubt.UNSURE, Doubt.CALENDAR, Doubt.BOUND, Doubt.UNDATED))
"""Doubts of its date."""


def had(event: Event, doubts: Collection[Doubt]) -> Iterator[str]:
    """Which of `Has` it has, by the doubts of it too."""
    has = {
        Has.FIGURE: event.figures,
        Has.PLACE: event.places,
        Has.NOTE: event.note,
        Has.STAR: event.starred,
        Has.TAG: event.tags,
        Has.CORRECTION: event.machine,
        Has.CONFLICT: Doubt.CONFLICT in doubts,
    }
    return (one.value for one, there in has.items() if there)


def answers(event: Event, doubts: Collection[Doubt]) -> Mapping[str, str]:
    """Field that is asked with yes or no -> its answer; sure is an event of whose date there is no doubt."""
    asked = {"starred": event.starred, "noted": bool(event.note), "sure": _OF_DATE.isdisjoint(doubts)}
    return {field: Answer.YES if true else Answer.NO for field, true in asked.items()}


def numbers(event: Event, timeline: Timeline, what: str = "") -> Iterator[tuple[str, Range]]:
    """What can be compared with a number, and what each report says of it.

    Args:
        what: the only thing that is asked; empty for all.
    """
    if what in ("", ORIGINS):
        yield ORIGINS, _exactly(len(find_origins(event, timeline)) if len(event.reports) > 1 else 1)
    yield REPORTS, _exactly(len(event.reports))
    for figure in event.figures:
        yield figure.what, Range(figure.low, figure.high)


def _exactly(number: int) -> Range:
    return Range(number, number)
