"""`Scope`: what an export holds of the whole timeline and what it leaves out, so that the file itself can say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from timeline_core.export.redact import find_hidden, redact, redact_log
from timeline_core.model.decision import Decision
from timeline_core.model.event import Event, Status
from timeline_core.timeline import Timeline

SENSITIVE = "sensitive"
"""The tag of events that leave the house only when they are asked for by name."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What was asked for, what of it is there, and what is not. Numbers count events, dated or not."""

    query: str = ""
    """The filter line; empty for everything."""
    whole: int | None = None
    """In the whole timeline; None when that is not known."""
    rejected: int = 0
    """Left out because a person rejected them."""
    redacted: int = 0
    """Left out because they are tagged with one of `tags`, or say the same as one that is."""
    tags: tuple[str, ...] = ()
    """Tags whose events are left out."""
    made: str = ""
    """The day on which the file was made, ISO 8601; empty when nobody said."""
    log: tuple[Decision, ...] = ()
    """Every decision that may be handed on, those that were undone among them, in order."""


class Asked(NamedTuple):
    """What a person asked to be exported."""

    query: str = ""
    everything: bool = False
    """The whole timeline, the rejected among it, whatever the query says."""
    rejected: bool = False
    """The query itself asks for rejected events."""
    redact: tuple[str, ...] = (SENSITIVE,)
    made: str = ""
    log: tuple[Decision, ...] = ()


class Scoped(NamedTuple):
    """What is exported, and what to say of it."""

    timeline: Timeline
    scope: Scope


def scoped(whole: Timeline, view: Timeline, asked: Asked) -> Scoped:
    """The part of the timeline that may be handed out: exactly the view, or everything, without what is redacted.

    Args:
        view: what the query left of `whole`.
    """
    taken = whole if asked.everything else view
    kept = taken if asked.everything or asked.rejected else _without_rejected(taken)
    kept = kept if asked.everything or not asked.query else _of_quoted(kept)
    gone = find_hidden(whole, asked.redact)
    shown = redact(kept, gone)
    scope = Scope(
        query="" if asked.everything else asked.query,
        whole=count(whole),
        rejected=count(taken) - count(kept),
        redacted=count(kept) - count(shown),
        tags=asked.redact,
        made=asked.made,
        log=redact_log(asked.log, gone, whole, shown),
    )
    return Scoped(shown, scope)


def count(timeline: Timeline) -> int:
    """Events, dated or not."""
    return len(timeline.events) + len(timeline.undated)


def _without_rejected(timeline: Timeline) -> Timeline:
    return replace(timeline, events=_standing(timeline.events), undated=_standing(timeline.undated))


def _of_quoted(timeline: Timeline) -> Timeline:
    """The timeline with the dates of those reports only that one of its events quotes: of the others nobody asked."""
    quoted = {piece.report for event in (*timeline.events, *timeline.undated) for piece in event.evidence}
    return replace(timeline, verdicts={id: timeline.verdicts[id] for id in quoted if id in timeline.verdicts})


def _standing(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(event for event in events if event.status is not Status.REJECTED)
