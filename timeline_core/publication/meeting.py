"""What new reports bring to a timeline: which of their tellings are new, which join an event, which contradict one.

The new reports are merged with those of the timeline that tell of the same days, as if there were no others. So it is
quick, and what is told of it is what the whole merge does, but for reports of days that no new one speaks of.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline_core.events.accounts import Account
from timeline_core.knowledge import Knowledge
from timeline_core.merge.bounds import bounds_of
from timeline_core.merge.conflicts import Conflict, find_conflicts
from timeline_core.merge.event_of import order_of
from timeline_core.merge.merge import Sources, merge
from timeline_core.model.event import Event, Evidence
from timeline_core.names.entries import join_entries
from timeline_core.names.gazetteer import Gazetteer


class Meets(StrEnum):
    """How an event of a new report stands to those of the timeline."""

    NEW = "new"
    JOINS = "joins"
    CONTRADICTS = "contradicts"
    """It joins one and gives another value, or it denies one."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event that new reports tell of."""

    meets: Meets
    event: Event
    """As it would be with them."""
    piece: Evidence
    """The words of a new report; those that date it, where there are any."""
    known: tuple[Evidence, ...] = ()
    """The words of the reports that are there; of a denial those of what it denies."""
    conflicts: tuple[Conflict, ...] = ()
    """What the new report gives otherwise."""


def meet(new: Sequence[Account], there: Sequence[Account], known: Knowledge) -> tuple[Meeting, ...]:
    """Each event that the new reports tell of, in the order of the timeline.

    Args:
        there: of the reports that are there, with their days; those that may tell of the same.
    """
    read = (*there, *new)
    published = {one.report.id: one.published for one in read}
    sources = Sources(order_of((one.report for one in read), published), bounds_of(read, known))
    events = merge([draft for one in read for draft in one.drafts], sources)
    names = known.gazetteer.with_found(join_entries(entry for one in read for entry in one.found))
    by_id = {event.id: event for event in events}
    ids = frozenset(one.report.id for one in new)
    return tuple(_met(event, ids, by_id, names) for event in events if ids.intersection(event.reports))


def _met(event: Event, new: Collection[str], events: dict[str, Event], names: Gazetteer) -> Meeting:
    own = [piece for piece in event.evidence if piece.report in new]
    known = tuple(piece for piece in event.evidence if piece.report not in new)
    piece = next((one for one in own if one.expression is not None and not one.inherited), own[0])
    denied = [events[id] for id in event.disputes if id in events]
    if not known and denied:
        denies = tuple(one for target in denied for one in target.evidence if one.report not in new)
        if denies:
            return Meeting(Meets.CONTRADICTS, event, piece, denies)
    if not known:
        return Meeting(Meets.NEW, event, piece)
    conflicts = tuple(one for one in find_conflicts(event, names) if _differs(one, new))
    return Meeting(Meets.CONTRADICTS if conflicts else Meets.JOINS, event, piece, known, conflicts)


def _differs(conflict: Conflict, new: Collection[str]) -> bool:
    """True where a new report gives a value that no report gives that is there."""
    return any(all(report in new for report in reports) for _, reports in conflict.values)
