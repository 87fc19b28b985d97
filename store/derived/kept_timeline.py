"""A `Timeline` with its index as pieces of bytes, and back: events and reports come out one by one, when asked for."""

# ruff: noqa: ANN401 - plain values are of any type
from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, chain
from typing import Any, TypeVar

from store.derived.values import made, plain
from timeline_core.model.decision import Decision
from timeline_core.model.entry import Entry
from timeline_core.model.event import Event, Evidence, Telling
from timeline_core.model.fault import Fault
from timeline_core.model.lazy import Stored
from timeline_core.model.report import Published, Report
from timeline_core.model.silence import Silence
from timeline_core.model.verdict import Verdict
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.timeline import Timeline
from timeline_core.view.index.build import pack
from timeline_core.view.index.index import Index, Indexed
from timeline_core.view.index.postings import Parts, numbers, packed

_REMEMBERED = 4_096
Text = Callable[[Report], str]
"""A report without its text -> its text."""


def pieces(timeline: Timeline) -> dict[str, bytes]:
    """The timeline as pieces: all of it but the texts of its reports."""
    about = {
        "names": [plain(entry) for entry in timeline.names],
        "aliases": dict(timeline.names.aliases),
        "orphans": [plain(decision) for decision in timeline.orphans],
        "moved": dict(timeline.moved),
        "copies": dict(timeline.copies),
        "faults": {report: plain(fault) for report, fault in timeline.faults.items()},
        "silent": {report: plain(silence) for report, silence in timeline.silent.items()},
        "partly": dict(timeline.partly),
    }
    dates = (_bytes([plain(one) for one in timeline.verdicts.get(report.id, ())]) for report in timeline.reports)
    reports = ((plain(replace(one, text="")), plain(timeline.published[one.id])) for one in timeline.reports)
    return {
        **pack(timeline),
        "timeline": _bytes(about),
        "report.ids": _bytes([report.id for report in timeline.reports]),
        **_rows("report", map(_bytes, reports)),
        **_rows("dates", dates),
        **_rows("event", (_bytes(_of_event(event)) for event in chain(timeline.events, timeline.undated))),
    }


def opened(parts: Parts, text: Text) -> Indexed:
    """The timeline that `pieces` were made of.

    Raises:
        LookupError, TypeError, ValueError: they were made of something else.
    """
    index = Index(parts)
    about = json.loads(bytes(parts["timeline"]))
    events, undated = _events(parts, index)
    reports = _Reports(parts, text)
    timeline = Timeline(
        reports=Stored(len(reports.places), reports.report, lambda named: reports.places.get(named, -1)),
        published=_OfReports(reports.places, reports.published),
        verdicts=_OfReports(reports.places, reports.dates),
        events=events,
        undated=undated,
        names=Gazetteer((made(Entry, one) for one in about["names"]), aliases=about["aliases"]),
        orphans=tuple(made(Decision, one) for one in about["orphans"]),
        moved=about["moved"],
        copies=about["copies"],
        faults={report: made(Fault, fault) for report, fault in about["faults"].items()},
        silent={report: made(Silence, silence) for report, silence in about["silent"].items()},
        partly=about["partly"],
    )
    return Indexed(timeline, index)


def _events(parts: Parts, index: Index) -> tuple[Stored[Event], Stored[Event]]:
    row = _row(parts, "event")
    event = lru_cache(_REMEMBERED)(lambda number: _event(row(number)))
    find, dated, count = index.columns.find, index.columns.dated, index.columns.count
    loose: Stored[Event] = Stored(count - dated, lambda at: event(at + dated), lambda named: find(named) - dated)
    return Stored(dated, event, find), loose


class _Reports:
    """Reports and when they were published, by place."""

    def __init__(self, parts: Parts, text: Text) -> None:
        self.places: dict[str, int] = {id: at for at, id in enumerate(json.loads(bytes(parts["report.ids"])))}
        self._row, self._text = _row(parts, "report"), text
        self._dates = _row(parts, "dates")

    def report(self, place: int) -> Report:
        bare: Report = made(Report, self._row(place)[0])
        return replace(bare, text=self._text(bare))

    def published(self, place: int) -> Published:
        found: Published = made(Published, self._row(place)[1])
        return found

    def dates(self, place: int) -> tuple[Verdict, ...]:
        """What became of each date of the report."""
        return tuple(made(Verdict, one) for one in self._dates(place))


T = TypeVar("T")


class _OfReports(Mapping[str, T]):
    """Report id -> a value kept of that report, read only when asked for."""

    def __init__(self, places: Mapping[str, int], of: Callable[[int], T]) -> None:
        self._places, self._of = places, of

    def __getitem__(self, id: str) -> T:
        return self._of(self._places[id])

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _of_event(event: Event) -> list[Any]:
    """The event, its evidence, its tellings; what a telling shares with the event stands there as a number."""
    places = {piece: at for at, piece in enumerate(event.evidence)}
    tellings = [
        (plain(replace(one, evidence=())), [places.get(piece, -1) for piece in one.evidence], _others(one, places))
        for one in event.tellings
    ]
    bare = plain(replace(event, evidence=(), tellings=()))
    return [bare, [plain(piece) for piece in event.evidence], tellings]


def _others(telling: Telling, places: Mapping[Evidence, int]) -> list[Any]:
    return [plain(piece) for piece in telling.evidence if piece not in places]


def _event(values: Sequence[Any]) -> Event:
    bare, pieces, tellings = values
    evidence = tuple(made(Evidence, piece) for piece in pieces)
    event: Event = made(Event, bare)
    return replace(event, evidence=evidence, tellings=tuple(_telling(evidence, *one) for one in tellings))


def _telling(evidence: Sequence[Evidence], bare: Any, places: Iterable[int], others: Iterable[Any]) -> Telling:
    rest = (made(Evidence, piece) for piece in others)
    telling: Telling = made(Telling, bare)
    return replace(telling, evidence=tuple(next(rest) if at < 0 else evidence[at] for at in places))


def _bytes(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _rows(name: str, rows: Iterable[bytes]) -> dict[str, bytes]:
    every = list(rows)
    return {f"{name}.rows": b"".join(every), f"{name}.row_ends": packed(accumulate(map(len, every)))}


def _row(parts: Parts, name: str) -> Callable[[int], Any]:
    """A reader of one table: number of a row -> its value."""
    rows, ends = parts[f"{name}.rows"], numbers(parts, f"{name}.row_ends")

    def read(place: int) -> Any:
        row = rows[ends[place - 1] if place else 0 : ends[place]]
        return json.loads(bytes(row).decode("utf-8", "surrogatepass"))

    return read
