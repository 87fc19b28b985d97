"""`Conditions`: what one condition of a filter lets through («actor:sdf», «since:2023», a word), as a set of positions.

What it is asked for is read when it is asked for, and then kept: an actor's events, all folded names, the words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import reduce
from operator import or_
from zlib import decompress

from timeline_core.model.actor_role import BY
from timeline_core.model.entry import Point
from timeline_core.model.once import cached_property
from timeline_core.names.gazetteer import ACTOR, PLACE
from timeline_core.text.fold import fold
from timeline_core.view.facts import Range
from timeline_core.view.filter import PUBLISHED, REPORT, Term, lying_in, near
from timeline_core.view.index import bits
from timeline_core.view.index.columns import Columns
from timeline_core.view.index.postings import MOST, Ladder, Parts, Postings, numbers
from timeline_core.view.index.text import Lines
from timeline_core.view.index.vocabulary import Vocabulary
from timeline_core.view.sought import Sought


class Conditions:
    """Positions are those of `Index`: slots, and above them those of what is folded under an event."""

    def __init__(self, parts: Parts, columns: Columns) -> None:
        self._parts, self._columns = parts, columns
        self.size = 2 * columns.slots + 1
        """More than the largest position."""
        self.every = columns.bits("every")
        """All positions."""
        self._known: dict[str, Postings] = {}

    def answer(self, term: Term) -> int:
        """The positions of the events that the condition lets through."""
        found = self._held_to(term)
        return self.every & ~found if term.exclude else found

    def _held_to(self, term: Term) -> int:
        match term.field:
            case "actor" | "agent" | "patient" | "by":
                return self.postings(term.field).union(self._every_called(term.values, ACTOR))
            case "place":
                wanted = frozenset(self._every_called(term.values, PLACE))
                return self.postings(PLACE).union(wanted.union(lying_in(wanted, self._within)))
            case "near":
                return self.postings(PLACE).union(near(term.circles, self._points))
            case "since" | "until" | "on":
                return self._dated(term.field, term.days)
            case "source" | "published" | "report":
                return self.postings("report").union(self._reports(term))
            case "text":
                return reduce(or_, map(self._worded, term.looks_for), 0)
        return self._valued(term)

    def _valued(self, term: Term) -> int:
        """Of a field with values of its own, or of what is compared with a number."""
        if term.ranges:
            return bits.of_few(self._compared(term), self.size)
        return self.postings(term.field).union(term.values)

    def _dated(self, field: str, windows: Sequence[tuple[date, date]]) -> int:
        found = 0
        for first, last in windows:
            some = self._ladder("first").below(last.toordinal() + 1)
            if field != "until":
                since = self._ladder("last")
                some = some if field == "on" else since.below(date.max.toordinal() + 1)
                some &= ~since.below(first.toordinal())
            found |= some
        return found

    def _every_called(self, values: Iterable[str], category: str) -> Iterator[str]:
        return (id for value in values for id in self._called(value, category))

    def _called(self, value: str, category: str) -> Iterator[str]:
        sought = fold(value)
        value = sought if value not in self._ids and sought in self._ids else value
        yield value
        if value not in self._ids:
            known = tuple(self._ids.items())
            yield from (known[at][0] for at in self._names.worded(sought) if category in known[at][1])

    def _compared(self, term: Term) -> Iterator[int]:
        name = f"compared.{term.field}"
        column = numbers(self._parts, name) if name in self._parts else ()
        for at in range(0, len(column), 3):
            told = Range(column[at + 1], None if column[at + 2] == MOST else column[at + 2])
            if any(range.holds(told) for range in term.ranges):
                yield column[at]

    def _reports(self, term: Term) -> Iterator[str]:
        """The reports that the condition lets through."""
        if term.field == REPORT:
            yield from (self.source_ids[at] for at in self.telling(term.looks_for))
        elif term.field == PUBLISHED:
            days = zip(self.source_ids, json.loads(bytes(self._parts["published"])), strict=True)
            yield from (id for id, day in days if day and any(_meets(day, window) for window in term.days))
        else:
            yield from (id for value in term.values for id in self._sources(value))

    def telling(self, sought: Iterable[Sought]) -> Iterator[int]:
        """The places, among the reports, of those with one of these in their text, ascending."""
        found = 0
        for one in sought:
            if one.literal:
                found |= self._bodies.find(one.literal)
            else:
                found |= self._bodies.passing(one.pieces, one.holds, words=one.of_one_word)
        return bits.members(found)

    def _sources(self, value: str) -> list[str]:
        sought = fold(value)
        found = {*Lines(self._parts, "source").whole(sought), *Lines(self._parts, "publisher").holding(sought)}
        return [self.source_ids[at] for at in found]

    def _worded(self, sought: Sought) -> int:
        piece = sought.literal
        if piece and self._vocabulary.is_common(piece):
            return self._vocabulary.find(piece)
        if not piece and not sought.pieces and not sought.said:
            return self.every
        ids = list(self._ids)
        if piece:
            named = [ids[at] for at in self._names.holding(piece)]
            found = self._vocabulary.find(piece)
        else:
            named = [ids[at] for at in self._names.passing(sought.pieces, sought.holds)]
            found = self._vocabulary.passing(sought.pieces, sought.holds, words=sought.of_one_word)
        for category in (ACTOR, PLACE, BY) if named else ():
            found |= self.postings(category).union(named)
        return found

    def postings(self, field: str) -> Postings:
        """The positions of every value of that field."""
        if field not in self._known:
            self._known[field] = Postings(self._parts, field, self.size)
        return self._known[field]

    def _ladder(self, name: str) -> Ladder:
        return Ladder(self._parts, name, self.size)

    @cached_property
    def source_ids(self) -> list[str]:
        """The id of every report."""
        found: list[str] = json.loads(bytes(self._parts["sources"]))
        return found

    @cached_property
    def publishers(self) -> list[str]:
        """The publishers of the reports, the most frequent first."""
        found: list[str] = json.loads(bytes(self._parts["publishers"]))
        return found

    @cached_property
    def source_hashes(self) -> dict[str, str]:
        """SHA-256 -> id, of every report."""
        return dict(zip(json.loads(bytes(self._parts["hashes"])), self.source_ids, strict=True))

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        """The id of each name, with what it can be: actor, place."""
        return dict(json.loads(bytes(self._parts["names"])))

    @cached_property
    def _within(self) -> dict[str, str]:
        """The id of each place that lies in another one -> the id of that one."""
        return dict(json.loads(bytes(self._parts["within"])))

    @cached_property
    def _points(self) -> dict[str, Point]:
        """The id of each place that is known finely enough -> where it lies."""
        return {id: Point(*point) for id, point in json.loads(bytes(self._parts["points"])).items()}

    @cached_property
    def _names(self) -> Lines:
        return Lines(self._parts, "name")

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._parts, "text", self.every, self.size, self._text)

    @cached_property
    def _bodies(self) -> Vocabulary:
        count = len(self.source_ids)
        return Vocabulary(self._parts, "body", (1 << count) - 1, count, self._body)

    def _body(self, report: int) -> bytes:
        """The folded text of the report at that place."""
        ends = numbers(self._parts, "body.text_ends")
        return decompress(self._parts["body.texts"][ends[report - 1] if report else 0 : ends[report]])

    def _text(self, position: int) -> bytes:
        """The folded text at a position."""
        columns = self._columns
        number = columns.number(position % columns.slots)
        number = columns.root(number) if position >= columns.slots else number
        ends = numbers(self._parts, "said.ends")
        return bytes(self._parts["said"][ends[number - 1] if number else 0 : ends[number]])


def _meets(days: Sequence[int], window: tuple[date, date]) -> bool:
    """True where the days of a report, first and last, and the window have one in common."""
    return days[1] >= window[0].toordinal() and days[0] <= window[1].toordinal()
