"""Pairs of events that may be one, for a person to say: the same, apart, or in doubt.

Nothing is joined here. What is said of two events hangs on their quotes, so it holds though either of them grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from timeline_core.decisions.anchors import Holds
from timeline_core.decisions.event_pair import EventPair
from timeline_core.events.accounts import Account
from timeline_core.merge.bounds import Bounds
from timeline_core.merge.doubts import Doubt, find_doubts
from timeline_core.model.decision import Act, Decision, in_force
from timeline_core.model.event import Event, Status, Telling
from timeline_core.timeline import Timeline

_Key = tuple[str, int, int, str]
"""Report, start and end of the first evidence, kind: a telling, and the draft that it was made of."""


def find_event_pairs(
    read: Sequence[Account], bounds: Bounds, timeline: Timeline, log: Iterable[Decision]
) -> list[EventPair]:
    """Find the pairs that may be one: first those that would change the timeline most, last those that are in doubt.

    Joining two that many reports tell changes more than joining two of one report each.

    Args:
        read: what the reports of the timeline tell.
        timeline: with the log in force.
    """
    tellings, homes = _tellings(timeline)
    home = {_key(telling): event for telling, event in zip(tellings, homes, strict=True)}
    best: dict[frozenset[str], tuple[Event, Event, Doubt]] = {}
    for doubt in find_doubts((draft for one in read for draft in one.drafts), bounds):
        one, other = home.get(doubt.one.key), home.get(doubt.other.key)
        if one is None or other is None or one.id == other.id or Status.REJECTED in (one.status, other.status):
            continue
        both = frozenset((one.id, other.id))
        if both not in best or best[both][-1].likeness.total < doubt.likeness.total:
            best[both] = (one, other, doubt)
    said = _said(timeline, tellings, homes, log)
    found = (
        _ordered(one, other, doubt, unsure=said.get(both) is Act.DOUBT)
        for both, (one, other, doubt) in best.items()
        if said.get(both) is not Act.APART
    )
    return sorted(found, key=lambda pair: (pair.unsure, *_change(pair), pair.one.id, pair.other.id))


def _tellings(timeline: Timeline) -> tuple[list[Telling], list[Event]]:
    """All tellings, and of each its event."""
    every = [
        (telling, event)
        for events in (timeline.events, timeline.undated)
        for event in events
        for telling in event.tellings
    ]
    return [telling for telling, _ in every], [event for _, event in every]


def _key(telling: Telling) -> _Key:
    span = telling.evidence[0].span
    return (telling.report, span.start, span.end, telling.kind.value)


def _said(
    timeline: Timeline, tellings: Sequence[Telling], homes: Sequence[Event], log: Iterable[Decision]
) -> dict[frozenset[str], Act]:
    """Ids of two events -> what was said last of them."""
    acts = [act for act in in_force(log) if act.act in (Act.APART, Act.DOUBT)]
    if not acts:
        return {}
    holds = Holds(tellings, timeline.reports)

    def ids(act: Decision, target: int) -> Iterator[str]:
        for hold in act.targets[target].holds:
            if (at := holds.find(hold)) is not None:
                yield homes[at].id

    return {
        frozenset((one, other)): act.act
        for act in acts
        if len(act.targets) > 1
        for one in ids(act, 0)
        for other in ids(act, 1)
    }


def _ordered(one: Event, other: Event, doubt: Doubt, *, unsure: bool) -> EventPair:
    both = ((one, doubt.one.evidence[0]), (other, doubt.other.evidence[0]))
    first, second = sorted(both, key=lambda side: (-len(side[0].reports), side[0].id))
    return EventPair(first[0], second[0], doubt.likeness, (first[1], second[1]), unsure)


def _change(pair: EventPair) -> tuple[int, int, float]:
    """How much would change with it: by the reports of the event that has fewer, of both, and how likely it is."""
    fewer, more = len(pair.other.reports), len(pair.one.reports)
    return (-fewer, -more, -pair.likeness.total)
