"""What is new since somebody looked: new events, tellings that joined, new conflicts, moved dates, lost decisions.

A look remembers of each event its quotes, its date and about what its reports differ. An event is found again by any of
its quotes, whatever its id has become.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from timeline_core.merge.conflicts import find_conflicts
from timeline_core.model.decision import Decision
from timeline_core.model.event import Event
from timeline_core.timeline import Timeline


class Change(StrEnum):
    """What is new."""

    EVENT = "event"
    JOINED = "joined"
    """More is told of an event, or two are one."""
    CONFLICT = "conflict"
    MOVED = "moved"
    LOST = "lost"
    """A decision found no event, or not all of it."""


class Seen(NamedTuple):
    """One event as it was."""

    when: str
    """EDTF; empty where no day was known."""
    proofs: tuple[str, ...]
    """Of each quote the report, its place and its kind."""
    differ: tuple[str, ...]
    """About what its reports differ: fields of `Conflict`."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a person saw."""

    at: str
    """Moment in UTC, ISO 8601."""
    events: tuple[Seen, ...]
    lost: frozenset[str] = frozenset()
    """Ids of the decisions that found nothing."""


class Item(NamedTuple):
    """One thing that is new."""

    change: Change
    event: Event | None = None
    decision: Decision | None = None
    before: str = ""
    """The date that moved, as EDTF; about what the reports differ now; how many more reports tell."""


def make_look(timeline: Timeline, at: str) -> Look:
    """What there is to see now."""
    events = (_seen(event, timeline) for event in (*timeline.events, *timeline.undated))
    return Look(at, tuple(events), frozenset(one.id for one in timeline.orphans))


def find_news(before: Look, timeline: Timeline) -> list[Item]:
    """Find what is new since that look, in the order of the timeline; lost decisions last.

    Cost:
        Linear in the quotes.
    """
    homes = {proof: at for at, seen in enumerate(before.events) for proof in seen.proofs}
    events = (*timeline.events, *timeline.undated)
    news = [item for event in events for item in _of_event(event, before.events, homes, timeline)]
    lost = (one for one in timeline.orphans if one.id not in before.lost)
    return [*news, *(Item(Change.LOST, decision=one) for one in lost)]


def _of_event(event: Event, before: Sequence[Seen], homes: dict[str, int], timeline: Timeline) -> Iterator[Item]:
    now = _seen(event, timeline)
    known = dict.fromkeys(homes[proof] for proof in now.proofs if proof in homes)
    if not known:
        yield Item(Change.EVENT, event)
        return
    seen = [before[at] for at in known]
    held = {proof for one in seen for proof in one.proofs}
    if len(seen) > 1 or not held.issuperset(now.proofs):
        told = {_report(proof) for proof in held}
        yield Item(Change.JOINED, event, before=str(len({_report(proof) for proof in now.proofs} - told)))
    if seen[0].when != now.when:
        yield Item(Change.MOVED, event, before=seen[0].when)
    if differ := set(now.differ) - {field for one in seen for field in one.differ}:
        yield Item(Change.CONFLICT, event, before=" ".join(sorted(differ)))


def _seen(event: Event, timeline: Timeline) -> Seen:
    proofs = (f"{piece.report} {piece.span.start} {event.kind}" for piece in event.evidence)
    fields = (one.field for one in find_conflicts(event, timeline.names)) if len(event.reports) > 1 else ()
    return Seen(event.when.edtf if event.when is not None else "", tuple(dict.fromkeys(proofs)), tuple(fields))


def _report(proof: str) -> str:
    return proof.rsplit(" ", 2)[0]
