"""Makes what an `Index` is read from: the pieces of bytes, out of a timeline.

Cost: about a tenth of a millisecond an event.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate, chain, groupby
from typing import NamedTuple
from zlib import compress

from timeline_core.merge.importance import weigh_importance
from timeline_core.model.actor_role import BY, GROUPS, in_roles
from timeline_core.model.event import Event
from timeline_core.model.lazy import Stored
from timeline_core.model.report import Report
from timeline_core.model.when import Precision, When
from timeline_core.names.gazetteer import ACTOR, PLACE, Gazetteer
from timeline_core.text.fold import fold
from timeline_core.timeline import Timeline
from timeline_core.view.doubt import doubts_of
from timeline_core.view.facts import answers, had, numbers
from timeline_core.view.filter import (
    OF_ROLE,
    YES_OR_NO,
    all_spellings,
    fine_points,
    how_dated,
    names_of,
    own_text,
)
from timeline_core.view.index import bits
from timeline_core.view.index.index import Index
from timeline_core.view.index.postings import MOST, Ladder, Postings, packed
from timeline_core.view.index.text import Lines
from timeline_core.view.index.vocabulary import Gathered

_FINE = (Precision.DAY, Precision.WEEK, Precision.MONTH)
_WIDE_DAYS = 62
_LEAST = 8
"""What makes the fewest points of an event none, and more."""
_MANY = 5_000
"""Events from which on it pays to work out beforehand what stands nearly everywhere."""


EMPTY = Timeline((), {}, (), (), Gazetteer())


def make_index(timeline: Timeline) -> Index:
    """The index of a timeline, in memory."""
    return Index({name: memoryview(piece) for name, piece in pack(timeline).items()})


def pack(timeline: Timeline) -> dict[str, bytes]:
    """The pieces of the index of a timeline, by name. Goes through the events twice."""
    shape = _shape(timeline)
    growing = _Growing(shape, timeline)
    for event in _events(timeline):
        growing.add(event)
    growing.name(timeline.names)
    return {
        **growing.pack(common=len(shape.ids) >= _MANY),
        **shape.pack(),
        **_named(timeline.names),
        **_sources(timeline),
        **_bodies(timeline.reports),
    }


def _by_id(timeline: Timeline) -> Timeline:
    """The timeline, of which each report is found by its id at once."""
    reports = timeline.reports
    places = {report.id: at for at, report in enumerate(reports)}
    return replace(timeline, reports=Stored(len(reports), reports.__getitem__, lambda named: places.get(named, -1)))


def _events(timeline: Timeline) -> Iterator[Event]:
    return chain(timeline.events, timeline.undated)


class _Slot(NamedTuple):
    """All that a list needs to know of a date. Months are counted as years times twelve, plus the month from 0."""

    begins: int
    wide: bool
    ends: int


def _slot(when: When | None) -> _Slot:
    if when is None or when.days is None:
        return _Slot(0, wide=False, ends=0)
    first, last = when.days
    begins = _month(last if first == date.min else first)
    open_end = last == date.max or when.precision in (Precision.DECADE, Precision.CENTURY)
    wide = not when.bound and when.precision not in _FINE and (last - first).days > _WIDE_DAYS
    return _Slot(begins, wide, begins if open_end else _month(last))


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


class _Shape(NamedTuple):
    """Where each event stands in a list; every sequence here goes by the number of an event."""

    ids: list[str]
    dated: int
    days: list[tuple[int, int]]
    where: list[_Slot]
    roots: dict[int, int]
    """Number of a folded event -> that of the event under which it is folded."""
    pointing: list[tuple[int, int]]
    """Pairs of an event and one that announces or disputes it, sorted."""
    slots: list[int]
    behind: dict[int, int]
    """Number of a folded event -> its slot behind the event under which it is folded."""
    size: int

    def positions(self) -> Iterator[list[int]]:
        """For each event every position at which the index has it."""
        under = defaultdict[int, list[int]](list)
        for child, root in self.roots.items():
            under[root].append(self.size + self.slots[child])
        for number, slot in enumerate(self.slots):
            yield [slot, *([self.behind[number]] if number in self.behind else ()), *under.get(number, ())]

    def pack(self) -> dict[str, bytes]:
        """Its pieces."""
        ranks = sorted(range(len(self.ids)), key=lambda number: self.ids[number].encode("utf-8", "surrogatepass"))
        encoded = [self.ids[number].encode("utf-8", "surrogatepass") for number in ranks]
        numbers = array("I", bytes(4 * self.size))
        for number, slot in chain(enumerate(self.slots), self.behind.items()):
            numbers[slot] = number
        children = sorted(self.roots)
        shadows = (self.size + self.slots[child] for child in children)
        every = ((1 << self.size) - 1) | bits.of_few(shadows, 2 * self.size + 1)
        wide = [slot for slot, where in zip(self.slots, self.where, strict=True) if where.wide]
        return {
            "numbers": numbers.tobytes(),
            "slots": packed(self.slots),
            "children": packed(children),
            "roots": packed(self.roots[child] for child in children),
            "behind": packed(self.behind[child] for child in children),
            "folds": _bytes(bits.of_few(self.behind.values(), self.size), self.size),
            "wide": _bytes(bits.of(wide, self.size), self.size),
            "every": _bytes(every, 2 * self.size),
            "id.ids": b"".join(encoded),
            "id.ends": packed(accumulate(map(len, encoded))),
            "id.numbers": packed(ranks),
            "about.targets": packed(target for target, _ in self.pointing),
            "about.numbers": packed(number for _, number in self.pointing),
            "firsts": packed(first for first, _ in self.days),
            "lasts": packed(last for _, last in self.days),
            **self._months(),
        }

    def _months(self) -> dict[str, bytes]:
        begins, slots, starts = list[int](), list[int](), list[int]()
        ends, long = list[int](), list[int]()
        for month, group in groupby(range(len(self.ids)), key=lambda number: self.where[number].begins):
            members = list(group)
            begins.append(month)
            slots.append(self.slots[members[0]])
            starts.append(len(ends))
            late = [(self.where[one].ends, self.slots[one]) for one in members if self.where[one].ends > month]
            for end, slot in sorted(late, reverse=True):
                ends.append(end)
                long.append(slot)
        names = {"begins": begins, "slots": slots, "starts": starts, "ends": ends, "long": long}
        return {f"months.{name}": packed(values) for name, values in names.items()}


def _bytes(found: int, size: int) -> bytes:
    return found.to_bytes((size >> 3) + 1, "little")


def _shape(timeline: Timeline) -> _Shape:
    """Go through the events once, and find where each stands."""
    ids, where, targets = [], [], dict[int, tuple[str, ...]]()
    days = array("I"), array("I")
    for number, event in enumerate(_events(timeline)):
        ids.append(event.id)
        where.append(_slot(event.when))
        if event.announces or event.disputes:
            targets[number] = (*event.announces, *event.disputes)
        if event.when is not None and event.when.days is not None:
            for column, day in zip(days, event.when.order, strict=True):
                column.append(day.toordinal())
    by_id = {id: number for number, id in enumerate(ids)}
    pointing = {n: [by_id[id] for id in sought if id in by_id] for n, sought in targets.items()}
    roots = _roots(pointing, len(timeline.events))
    slots, behind = _placed(len(ids), roots)
    about = sorted((target, number) for number, found in pointing.items() for target in dict.fromkeys(found))
    size = len(slots) + len(behind)
    return _Shape(ids, len(days[0]), list(zip(*days, strict=True)), where, roots, about, slots, behind, size)


def _roots(pointing: dict[int, list[int]], dated: int) -> dict[int, int]:
    """For each announcement and denial the event at the end of its chain; none for a chain that runs in a ring."""
    first = {n: found[0] for n, found in pointing.items() if found and n < dated and found[0] < dated}
    ends: dict[int, int] = {}
    for number in first:
        seen, at = {number}, number
        while (target := first.get(at)) is not None and target not in seen:
            seen.add(target)
            at = target
        if first.get(at) is None and at != number:
            ends[number] = at
    return ends


def _placed(count: int, roots: dict[int, int]) -> tuple[list[int], dict[int, int]]:
    """The slots of all events by their own day, and of announcements and denials behind what they are folded under."""
    under = defaultdict[int, list[int]](list)
    for child in sorted(roots):
        under[roots[child]].append(child)
    slots, behind, next_one = [], dict[int, int](), 0
    for number in range(count):
        slots.append(next_one)
        next_one += 1
        for child in under.get(number, ()):
            behind[child] = next_one
            next_one += 1
    return slots, behind


class _Growing:
    """Collects postings and text, event by event."""

    def __init__(self, shape: _Shape, timeline: Timeline) -> None:
        self._shape = shape
        self._timeline = _by_id(timeline)
        self._positions = shape.positions()
        self._known: dict[str, dict[str, array[int]]] = {
            field: {}
            for field in (
                ACTOR,
                *OF_ROLE,
                PLACE,
                "kind",
                "status",
                "dated",
                "doubt",
                "tag",
                "has",
                *YES_OR_NO,
                "report",
            )
        }
        self._compared: dict[str, array[int]] = {}
        self._counts: Counter[str] = Counter()
        self._text = Gathered()
        self._said: list[bytes] = []
        self._days: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
        self._about = Counter(shape.ids[target] for target, _ in shape.pointing)
        self._weights = bytearray()

    def add(self, event: Event) -> None:
        """Take in the next event."""
        positions = next(self._positions)
        for field, keys in self._keys(event):
            known = self._known[field]
            for key in dict.fromkeys(keys):
                known.setdefault(key, array("I")).extend(positions)
        self._counts.update(dict.fromkeys(event.actors, 1))
        for what, (low, high) in numbers(event, self._timeline):
            least, most = min(low, MOST), MOST if high is None else min(high, MOST - 1)
            for position in positions:
                self._compared.setdefault(what, array("I")).extend((position, least, most))
        self._weights.append(_LEAST + weigh_importance(event, self._timeline, self._about).points)
        text = own_text(event)
        self._text.add(text, positions)
        self._said.append(text.encode("utf-8", "surrogatepass"))
        if event.when is not None and event.when.days is not None:
            for column, day in zip(self._days, event.when.reach or (), strict=True):
                column += ((day.toordinal(), position) for position in positions)

    def name(self, names: Gazetteer) -> None:
        """Add the names of the actors, voices and places of the last event to its text."""
        for entry in names:
            for field in (ACTOR, BY, PLACE):
                positions = self._known[field].get(entry.id)
                for name in all_spellings(entry) if positions else ():
                    self._text.name(fold(name), positions or array("I"))

    def _keys(self, event: Event) -> Iterable[tuple[str, Sequence[str]]]:
        doubts = doubts_of(event, self._timeline)
        return (
            (ACTOR, event.actors),
            *((field, in_roles(event.roles, *GROUPS[field])) for field in OF_ROLE),
            (PLACE, event.places),
            ("kind", (event.kind.value,)),
            ("status", (event.status.value,)),
            ("dated", (how_dated(event).value,)),
            ("doubt", doubts),
            ("tag", event.tags),
            ("has", tuple(had(event, doubts))),
            *((field, (answer,)) for field, answer in answers(event, doubts).items()),
            ("report", event.reports),
        )

    def pack(self, *, common: bool) -> dict[str, bytes]:
        """Its pieces."""
        shape, size = self._shape, 2 * self._shape.size + 1
        about = {"events": len(shape.ids), "dated": shape.dated, "slots": shape.size}
        pieces = {
            "about": json.dumps({**about, "actors": self._counts.most_common()}).encode(),
            "importance": bytes(self._weights),
            "said": b"".join(self._said),
            "said.ends": packed(accumulate(map(len, self._said))),
            **Ladder.pack("first", self._days[0], size),
            **Ladder.pack("last", self._days[1], size),
            **self._text.pack("text", size, common=common),
            **{f"compared.{what}": found.tobytes() for what, found in self._compared.items()},
        }
        for field, known in self._known.items():
            pieces |= Postings.pack(field, known)
        return pieces


def _named(names: Gazetteer) -> dict[str, bytes]:
    serving = [(entry.id, [field for field in (ACTOR, PLACE) if entry.serves(field)]) for entry in names]
    return {
        "names": _plain(serving),
        "within": _plain({entry.id: entry.within for entry in names if entry.within}),
        "points": _plain(fine_points(names)),
        **Lines.pack("name", ([fold(name) for name in all_spellings(entry)] for entry in names)),
    }


def _plain(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _sources(timeline: Timeline) -> dict[str, bytes]:
    reports = timeline.reports
    whens = (timeline.published[report.id].when for report in reports)
    published = [[day.toordinal() for day in (when.days if when else None) or ()] for when in whens]
    return {
        "sources": _plain([report.id for report in reports]),
        "publishers": _plain([name for name, _ in Counter(one.publisher for one in reports).most_common() if name]),
        "published": json.dumps(published).encode(),
        "hashes": json.dumps([report.sha256 for report in reports]).encode(),
        **Lines.pack("source", ([fold(name) for name in names_of(report)] for report in reports)),
        **Lines.pack("publisher", ([fold(report.publisher), fold(report.title)] for report in reports)),
    }


def _bodies(reports: Sequence[Report]) -> dict[str, bytes]:
    """The texts of the reports, folded: their words, and each packed."""
    words, texts = Gathered(), list[bytes]()
    for at, report in enumerate(reports):
        text = fold(report.text)
        words.add(text, (at,))
        texts.append(compress(text.encode("utf-8", "surrogatepass"), 1))
    return {
        **words.pack("body", len(texts), common=False),
        "body.texts": b"".join(texts),
        "body.text_ends": packed(accumulate(map(len, texts))),
    }
