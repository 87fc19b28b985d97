"""`matrix`: how many events have this and that: which actor in which month, who with whom, which place when.

An event counts once in each cell that it belongs to: a raid of two sides in one month stands in two rows. What has no
value in one of the two fields is counted apart and never guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from timeline_core.model.actor_role import ActorRole, in_roles
from timeline_core.model.event import Event


class Field(StrEnum):
    """What rows or columns stand for."""

    ACTOR = "actor"
    AGENT = "agent"
    """Who did it."""
    PATIENT = "patient"
    """To whom it was done."""
    SPEAKER = "speaker"
    PLACE = "place"
    KIND = "kind"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Matrix:
    """Counts of events."""

    rows: tuple[str, ...]
    """Ids, kinds, or dates in EDTF; dates in their order, all else by number of events, who has no name last."""
    columns: tuple[str, ...]
    counts: Mapping[tuple[str, str], int]
    """(Row, column) -> events; absent where there is none."""
    totals: Mapping[str, int]
    """Row -> events that stand in any of its cells."""
    left_out: int
    """Events that have no value in one of the two fields."""


_EVERY = {Field.DAY: len("2023-02-10"), Field.MONTH: len("2023-02"), Field.YEAR: len("2023")}
"""Letters of the dates in ISO 8601 by which events are put together."""


Around = Callable[[str], Iterable[str]]


def matrix(
    events: Iterable[Event],
    row: Field,
    column: Field,
    around: Around = lambda _: (),
    unnamed: Callable[[str], bool] = lambda _: False,
) -> Matrix:
    """Count the events by two fields; of a field with itself, who stands with whom and never with himself.

    Args:
        around: the places that a place lies in; an event counts in each of them, as the filter has it.
        unnamed: whether an id is of a group that is called by its kind («attackers»): in each report another one, so
            such a row stands behind all that are somebody.
    """
    counts: Counter[tuple[str, str]] = Counter()
    rows: Counter[str] = Counter()
    columns: Counter[str] = Counter()
    left_out = 0
    for event in events:
        cells = _cells(event, row, column, around)
        left_out += not cells
        counts.update(cells)
        rows.update({one for one, _ in cells})
        columns.update({other for _, other in cells})
    return Matrix(_ordered(rows, row, unnamed), _ordered(columns, column, unnamed), counts, rows, left_out)


def _cells(event: Event, row: Field, column: Field, around: Around) -> set[tuple[str, str]]:
    columns = {*_values(event, column, around)}
    every = {(one, other) for one in _values(event, row, around) for other in columns}
    return {cell for cell in every if row is not column or cell[0] != cell[1]}


def _ordered(found: Counter[str], by: Field, unnamed: Callable[[str], bool]) -> tuple[str, ...]:
    if by in _EVERY:
        return tuple(sorted(found))
    return tuple(sorted(found, key=lambda one: (unnamed(one), -found[one], one)))


def _values(event: Event, by: Field, around: Around) -> Iterator[str]:
    if by in _EVERY:
        return _dates(event, _EVERY[by])
    if by is Field.PLACE:
        return (place for named in event.places for place in (named, *around(named)))
    return iter(_READ[by](event))


def _dates(event: Event, letters: int) -> Iterator[str]:
    """The day, month or year in which all days of the event lie; none where they lie in several, or none is told."""
    reach = event.when.reach if event.when is not None and not event.when.bound else None
    if reach is not None:
        first, last = (day.isoformat()[:letters] for day in reach)
        if first == last:
            yield first


_READ: Mapping[Field, Callable[[Event], Iterable[str]]] = {
    Field.ACTOR: lambda event: event.actors,
    Field.AGENT: lambda event: in_roles(event.roles, ActorRole.AGENT),
    Field.PATIENT: lambda event: in_roles(event.roles, ActorRole.PATIENT),
    Field.SPEAKER: lambda event: in_roles(event.roles, ActorRole.SPEAKER),
    Field.KIND: lambda event: (event.kind.value,),
}
