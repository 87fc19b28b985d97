"""How important an event is to the story that the reports tell: a sum of points, each with its reason.

Many independent origins, later reports that come back to it, those who speak about it, who is in it and how many it
struck make an event one of the story; what reports only remind of is an aside. Nothing is learned: the points are told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from timeline_core.merge.origins import find_origins
from timeline_core.model.entry import UNNAMED
from timeline_core.model.event import Event, Status
from timeline_core.timeline import Timeline

_LATER = timedelta(1)
"""A report of more than so much after the first one comes back to it."""
_MOST = 6
"""Points that one reason gives at most."""
_OF_ORIGIN, _OF_STAR, _OF_ASIDE = 3, 4, -3


@dataclass(frozen=True, slots=True)
class Importance:
    """Points of one event."""

    points: int
    reasons: tuple[tuple[str, int], ...]
    """`origins`, `later`, `about`, `actors`, `toll`, `opens`, `star`, `aside`, and the points that each gives."""


def find_brief(timeline: Timeline, most: int | None = None) -> dict[str, Importance]:
    """Find the most important events: id -> its points, the most important first.

    Of equals those that were told first. What was rejected is left out; what somebody said of an event counts for that.

    Args:
        most: how many of them; all without it.
    """
    about = _about(timeline)
    events = (event for event in (*timeline.events, *timeline.undated) if event.status is not Status.REJECTED)
    found = {event.id: weigh_importance(event, timeline, about) for event in events}
    return dict(sorted(found.items(), key=lambda item: -item[1].points)[:most])


def narrow_to(timeline: Timeline, ids: Iterable[str]) -> Timeline:
    """The timeline with those events alone, in its own order."""
    kept = frozenset(ids)
    return replace(
        timeline,
        events=tuple(event for event in timeline.events if event.id in kept),
        undated=tuple(event for event in timeline.undated if event.id in kept),
    )


def weigh_importance(event: Event, timeline: Timeline, about: Mapping[str, int]) -> Importance:
    """The points of the event and their reasons.

    Args:
        about: id -> how many announcements and denials are about the event.
    """
    found = tuple((name, points) for name, points in _points(event, timeline, about) if points)
    return Importance(sum(points for _, points in found), found)


def weigh_itself(event: Event) -> int:
    """The points of the event that nothing else in the timeline has a part in."""
    return sum(points for _, points in _of_itself(event))


def _points(event: Event, timeline: Timeline, about: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    yield "origins", min(_OF_ORIGIN * (len(find_origins(event, timeline)) - 1), 2 * _MOST)
    yield "later", min(_later(event, timeline), _MOST)
    yield "about", min(about.get(event.id, 0), _MOST)
    yield from _of_itself(event)


def _of_itself(event: Event) -> Iterator[tuple[str, int]]:
    yield "actors", min(len([id for id in event.actors if not id.startswith(UNNAMED)]), _OF_ORIGIN)
    yield "toll", min(max((len(str(figure.low)) for figure in event.figures if figure.low), default=0), _MOST)
    yield "opens", int(any(telling.lead for telling in event.tellings))
    yield "star", _OF_STAR if event.starred else 0
    yield "aside", _OF_ASIDE if event.background else 0


def _later(event: Event, timeline: Timeline) -> int:
    """How many reports come back to it after the first day on which it was told."""
    whens = (timeline.published[id].when for id in event.reports if id in timeline.published)
    days = sorted(when.first for when in whens if when is not None and when.first is not None)
    return sum(day - days[0] > _LATER for day in days)


def _about(timeline: Timeline) -> Counter[str]:
    return Counter(
        id
        for event in (*timeline.events, *timeline.undated)
        for id in dict.fromkeys((*event.announces, *event.disputes))
    )
