"""What decisions make of a timeline, worked out anew only where one of them is: an act costs the same in any library.

`decide` says what it is; this goes to it with the events of the reports that the acts hang on, and puts what comes back
in the place of what was there. An act that moves an event, joins some or parts one needs the whole way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline_core.decisions.apply import decide
from timeline_core.model.decision import OF_NAMES, OF_STORIES, Decision, in_force
from timeline_core.model.event import Event
from timeline_core.model.lazy import Stored
from timeline_core.timeline import Timeline
from timeline_core.view.index.index import Indexed


def redecide(derived: Indexed, now: Indexed, before: Iterable[Decision], log: Iterable[Decision]) -> Indexed | None:
    """The timeline with the log in force; None where that takes `decide` of the whole and an index of its own.

    Args:
        derived: as the machine derived it.
        now: the same with `before` in force.
    """
    held, holds = (tuple(act for act in in_force(one) if act.act not in OF_STORIES) for one in (before, log))
    changed = set(held) ^ set(holds)
    if not changed:
        return now
    if any(act.act in OF_NAMES for act in changed):
        return None
    hashes = _hashes_around(changed, (*held, *holds))
    part = _part_of(derived, hashes)
    acts = [act for act in holds if not hashes.isdisjoint(_reports(act))]
    found = decide(part, acts)
    events = _changes(now, hashes, found)
    if events is None:
        return None
    orphans = (*(one for one in now.timeline.orphans if one in holds and one not in acts), *found.orphans)
    return _with(derived, now, events, orphans)


def _reports(act: Decision) -> frozenset[str]:
    return frozenset(hold.report for target in act.targets for hold in target.holds)


def _hashes_around(changed: Iterable[Decision], acts: Sequence[Decision]) -> frozenset[str]:
    """Hashes of the reports that the acts hang on, and of those that tell of the same events."""
    hashes: frozenset[str] = frozenset().union(*map(_reports, changed))
    while True:
        wider = hashes.union(*(found for act in acts if not hashes.isdisjoint(found := _reports(act))))
        if wider == hashes:
            return hashes
        hashes = wider


def _part_of(derived: Indexed, hashes: frozenset[str]) -> Timeline:
    """The timeline with the events of those reports alone."""
    index, timeline = derived.index, derived.timeline
    numbers = index.proven_by(hashes)
    events = [derived.numbered(number) for number in numbers]
    ids = dict.fromkeys(id for event in events for id in event.reports)
    reports = tuple(report for id in ids if (report := timeline.report(id)) is not None)
    return replace(
        timeline,
        reports=reports,
        published={report.id: timeline.published[report.id] for report in reports},
        events=tuple(event for number, event in zip(numbers, events, strict=True) if number < index.columns.dated),
        undated=tuple(event for number, event in zip(numbers, events, strict=True) if number >= index.columns.dated),
        derived=None,
    )


def _changes(now: Indexed, hashes: frozenset[str], found: Timeline) -> dict[int, tuple[Event, Event]] | None:
    """Number -> the event before and after; None where one comes, goes, or moves to another place."""
    old = {number: now.numbered(number) for number in now.index.proven_by(hashes)}
    new = {event.id: event for event in (*found.events, *found.undated)}
    same = {event.id for event in old.values()} == new.keys() and all(
        (event.when, event.announces, event.disputes)
        == (new[event.id].when, new[event.id].announces, new[event.id].disputes)
        for event in old.values()
    )
    if not same or found.moved:
        return None
    return {number: (event, new[event.id]) for number, event in old.items() if event != new[event.id]}


def _with(
    derived: Indexed, now: Indexed, events: dict[int, tuple[Event, Event]], orphans: tuple[Decision, ...]
) -> Indexed:
    changed = {**now.changed, **{number: new for number, (_, new) in events.items()}}
    index = now.index.changed(events, now.timeline.names)
    columns = index.columns
    under = now.under or now

    def numbered(number: int) -> Event:
        return changed.get(number) or under.numbered(number)

    timeline = replace(
        now.timeline,
        events=Stored(columns.dated, numbered, columns.find),
        undated=Stored(
            columns.count - columns.dated,
            lambda at: numbered(at + columns.dated),
            lambda named: columns.find(named) - columns.dated,
        ),
        orphans=orphans,
        derived=derived.timeline,
    )
    return Indexed(timeline, index, changed, under)
