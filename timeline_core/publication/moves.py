"""Which events of a timeline hang on the day of a report, and where each would stand if that were another.

Nothing is merged again: of an event the tellings of this report take their new days, and its day is worked out of all
its tellings as the merge does it (`merge/event_of.py`). So it is told quickly, and a merge may join what would meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from timeline_core.merge.event_of import Rank, find_bounding, most_precise
from timeline_core.model.draft import Draft
from timeline_core.model.event import Event, Kind, Telling
from timeline_core.model.report import Published
from timeline_core.model.when import When, bounded_by
from timeline_core.publication.tried import How, Move

Told = Mapping[tuple[int, int], Draft]
"""Where a telling begins and ends -> the draft of it."""


def find_moves(
    report: str,
    day: date,
    drafts: tuple[Sequence[Draft], Sequence[Draft]],
    events: Iterable[Event],
    published: Mapping[str, Published],
) -> tuple[Move, ...]:
    """What moves, in the order of the events; then what is told only on that day.

    Args:
        drafts: what the report tells as it stands, and what it would tell if it were of that day.
        events: of the timeline, those that the report tells of.
        published: the days of their reports.
    """
    now, then = (_by_place(told) for told in drafts)
    moving = _Moving(report, day, then, published)
    found = [move for event in events if not _is_held(event) and (move := moving.of(event)) is not None]
    new = (draft for place, draft in then.items() if place not in now)
    return (*found, *(Move(How.NEW, "", draft.kind, draft.title, None, draft.when) for draft in new))


def _by_place(drafts: Iterable[Draft]) -> dict[tuple[int, int], Draft]:
    return {(draft.evidence[0].span.start, draft.evidence[0].span.end): draft for draft in reversed([*drafts])}


def _is_held(event: Event) -> bool:
    """True where a person has set its date: no report moves it."""
    return event.by_hand or (event.machine is not None and event.machine.when != event.when)


class _Moving:
    """Where events would stand if a report were of another day."""

    def __init__(self, report: str, day: date, then: Told, published: Mapping[str, Published]) -> None:
        self._report, self._day, self._then, self._published = report, day, then, published

    def of(self, event: Event) -> Move | None:
        """The move of that event; None where it stays."""
        own = [telling for telling in event.tellings if telling.report == self._report]
        others = [telling for telling in event.tellings if telling.report != self._report]
        kept = [*self._on_their_new_days(own)]
        if not kept and not others:
            return Move(How.GONE, event.id, event.kind, event.title, event.when, None)
        left = [one for one in kept if one.when is not None and not _meets_all(one.when, others)]
        if left and others:
            return Move(How.LEAVES, event.id, left[0].kind, event.title, event.when, left[0].when)
        kind = kept[0].kind if kept and not others else event.kind
        after = self._when([*kept, *others], kind)
        if after == event.when and kind is event.kind:
            return None
        return Move(How.MOVES, event.id, kind, event.title, event.when, after)

    def _on_their_new_days(self, tellings: Iterable[Telling]) -> Iterator[Telling]:
        for telling in tellings:
            span = telling.evidence[0].span
            draft = self._then.get((span.start, span.end))
            if draft is not None:
                yield replace(telling, when=draft.when, kind=draft.kind, evidence=draft.evidence)

    def _when(self, tellings: Sequence[Telling], kind: Kind) -> When | None:
        """As `make_event`: the most precise of the days that are told, else the bound that a report sets."""
        told = most_precise(tellings)
        if told is not None:
            return told
        ranks = {piece.report: self._rank(piece.report) for telling in tellings for piece in telling.evidence}
        proof = find_bounding(tellings, kind, ranks)
        return bounded_by(ranks[proof.report].last) if proof is not None else None

    def _rank(self, report: str) -> Rank:
        when = self._published.get(report, Published()).when
        first, last = (when.days if when is not None else None) or (date.max, date.max)
        return Rank(self._day, "", self._day) if report == self._report else Rank(first, "", last)


def _meets_all(when: When, others: Iterable[Telling]) -> bool:
    return all(other.when is None or not other.when.resolved or other.when.meets(when) for other in others)
