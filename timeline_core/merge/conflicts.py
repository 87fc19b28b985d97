"""Where the tellings of one happening differ: each value with the reports that give it. Nothing is decided here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from timeline_core.model.entry import UNNAMED
from timeline_core.model.event import Event, Figure, Kind
from timeline_core.model.when import When
from timeline_core.names.gazetteer import Gazetteer

DATE, PLACE, ATTRIBUTION = "date", "place", "attribution"
_ABOUT = 0.1
"""Share of a number by which «about» so many may be more or less."""
_WIDE = ("country", "region")
_FORCES = frozenset({"armed force", "armed group", "state", "coalition"})
"""Types of those to whom a deed is attributed; who only tells of it is no party to it."""
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that the reports do not agree about."""

    field: str
    """`date`, `place`, `attribution`, or what is counted: killed, wounded…"""
    values: tuple[tuple[str, tuple[str, ...]], ...]
    """Value (EDTF; ids, a blank between; `27`, `31+`, `≤50`, `20-30`, `~50`) -> ids of its reports."""


def find_conflicts(event: Event, names: Gazetteer) -> tuple[Conflict, ...]:
    """What the reports of the event give differently, in the order of its evidence; silence is no other opinion.

    A day does not contradict its month, a street not its city, nor «more than 30» 31.

    Args:
        names: of the timeline.
    """
    found = [_conflict(DATE, _whens(event), _agree_on_days, lambda when: when.edtf)]
    for what in dict.fromkeys(figure.what for figure in event.figures):
        found.append(_conflict(what, _numbers(event, what), _agree_on_numbers, _number))
    found.append(_conflict(PLACE, _places(event, names), lambda a, b: _one_place(a, b, names), " ".join))
    if event.kind is not Kind.ANNOUNCEMENT:
        found.append(_conflict(ATTRIBUTION, _actors(event, names), lambda a, b: _one_side(a, b, names), " ".join))
    return tuple(conflict for conflict in found if conflict is not None)


def _conflict(
    field: str,
    given: Mapping[str, Sequence[Value]],
    agree: Callable[[Value, Value], bool],
    shown: Callable[[Value], str],
) -> Conflict | None:
    """The conflict between the values of the reports; None where the values of all pairs of reports agree."""
    if all(any(agree(a, b) for a in one for b in other) for one, other in combinations(given.values(), 2)):
        return None
    values: dict[str, list[str]] = defaultdict(list)
    for report, some in given.items():
        for value in dict.fromkeys(map(shown, some)):
            values[value].append(report)
    return Conflict(field, tuple((value, tuple(reports)) for value, reports in values.items()))


def _whens(event: Event) -> dict[str, list[When]]:
    """Report -> the finest days that it gives."""
    given: dict[str, list[When]] = {}
    for report, when in _in_order(event, ((one.report, one.when) for one in event.tellings)):
        if when is not None and when.days is not None:
            before = given.get(report)
            if before is None or _length(when) < _length(before[0]):
                given[report] = [when]
            elif _length(when) == _length(before[0]) and when not in before:
                before.append(when)
    return given


def _length(when: When) -> int:
    return (when.days[1] - when.days[0]).days if when.days is not None else 0


def _agree_on_days(one: When, other: When) -> bool:
    return one.meets(other)


def _numbers(event: Event, what: str) -> dict[str, list[Figure]]:
    given: dict[str, list[Figure]] = defaultdict(list)
    for report, figure in _in_order(event, ((figure.report, figure) for figure in event.figures)):
        if figure.what == what:
            given[report].append(figure)
    return given


def _agree_on_numbers(one: Figure, other: Figure) -> bool:
    (low, high), (least, most) = _reach(one), _reach(other)
    return low <= most and least <= high


def _reach(figure: Figure) -> tuple[float, float]:
    high = float("inf") if figure.high is None else float(figure.high)
    share = _ABOUT if figure.approximate else 0.0
    return figure.low * (1 - share), high * (1 + share)


def _number(figure: Figure) -> str:
    about = "~" if figure.approximate else ""
    if figure.up_to:
        return f"{about}≤{figure.high}"
    if figure.high is None:
        return f"{about}{figure.low}+"
    return f"{about}{figure.low}" if figure.high == figure.low else f"{about}{figure.low}-{figure.high}"


def _places(event: Event, names: Gazetteer) -> dict[str, list[tuple[str, ...]]]:
    """Report -> the smallest places that it names, none that holds another one of them."""
    given: dict[str, set[str]] = defaultdict(set)
    for report, places in _in_order(event, ((one.report, one.places) for one in event.tellings)):
        given[report] |= {id for id in places if id in names and names[id].type not in _WIDE}
    return {
        report: [tuple(sorted(id for id in ids if not any(id in _around(other, names) for other in ids)))]
        for report, ids in given.items()
        if ids
    }


def _one_place(one: tuple[str, ...], other: tuple[str, ...], names: Gazetteer) -> bool:
    return any(a == b or a in _around(b, names) or b in _around(a, names) for a in one for b in other)


def _around(id: str, names: Gazetteer) -> list[str]:
    """Every place that a place lies in, as far as it is known."""
    outer: list[str] = []
    while id in names and (id := names[id].within) and id not in outer:
        outer.append(id)
    return outer


def _actors(event: Event, names: Gazetteer) -> dict[str, list[tuple[str, ...]]]:
    """Report -> the forces that it names."""
    given: dict[str, dict[str, None]] = defaultdict(dict)
    for report, actors in _in_order(event, ((one.report, one.actors) for one in event.tellings)):
        named = (id for id in actors if id in names and not id.startswith(UNNAMED))
        given[report] |= dict.fromkeys(id for id in named if names[id].type in _FORCES)
    return {report: [tuple(ids)] for report, ids in given.items() if ids}


def _one_side(one: tuple[str, ...], other: tuple[str, ...], names: Gazetteer) -> bool:
    def sides(ids: tuple[str, ...]) -> set[str]:
        return {*ids, *(names[id].affiliation for id in ids if id in names and names[id].affiliation)}

    return not sides(one).isdisjoint(sides(other))


def _in_order(event: Event, given: Iterable[tuple[str, Value]]) -> Iterator[tuple[str, Value]]:
    """Pairs of a report and a value, in the order in which the reports stand in the evidence."""
    place = {report: n for n, report in enumerate(event.reports)}
    return iter(sorted(given, key=lambda pair: place[pair[0]]))
