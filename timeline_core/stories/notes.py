"""The footnotes of a sentence: a report each, with outlet, day, the words that prove it, and what its date rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from timeline_core.export import words
from timeline_core.model.event import Event, Evidence, Status
from timeline_core.model.expression import Origin
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller


@dataclass(frozen=True, slots=True)
class Note:
    """One footnote; its words are plain."""

    report: str
    """Id of the report."""
    source: tuple[str, ...]
    """Outlet and headline, as far as they are known, else the id; then its day."""
    quote: str
    """The exact words."""
    remarks: tuple[str, ...]
    """What its date rests on: set by a person, counted from an inferred day, only a bound; who has reviewed it."""
    lang: str = ""
    url: str = ""


def make_notes(event: Event, timeline: Timeline, tell: Teller) -> tuple[Note, ...]:
    """Make the footnotes of the event: of each report the words that stand first among its evidence."""
    first: dict[str, Evidence] = {}
    for piece in event.evidence:
        first.setdefault(piece.report, piece)
    return tuple(_note(event, piece, timeline, tell, leading=not number) for number, piece in enumerate(first.values()))


def _note(event: Event, piece: Evidence, timeline: Timeline, tell: Teller, *, leading: bool) -> Note:
    report = timeline.report(piece.report)
    remarks = tuple(_remarks(event, piece, timeline, tell, leading=leading))
    if report is None:
        return Note(piece.report, (piece.report,), piece.exact, remarks)
    day = words.published(timeline.published[report.id], tell)
    source = (*(words.outlet(report) or (report.id,)), day)
    return Note(report.id, source, piece.exact, remarks, report.lang, words.address(report))


def _remarks(event: Event, piece: Evidence, timeline: Timeline, tell: Teller, *, leading: bool) -> Iterator[str]:
    said = piece.expression
    if leading:
        yield from _of_event(event, timeline, tell)
    if said is not None and said.reason.origin is Origin.INFERRED and not event.dated:
        yield tell.said("day_inferred")


def _of_event(event: Event, timeline: Timeline, tell: Teller) -> Iterator[str]:
    """What holds for all of its reports stands in the first note."""
    yield from _of_corrections(event, tell)
    if bound := tell.bound(event, timeline.published):
        yield bound
    if event.background:
        yield tell.said("reminds")
    for one in words.conflicts(event, timeline, tell):
        yield f"{tell.said('differ')}: {one}"
    if event.status is not Status.EDITED:
        yield words.status(event, tell)
    if event.note:
        yield f"{tell.said('note')}: {event.note}"


def _of_corrections(event: Event, tell: Teller) -> Iterator[str]:
    """That a person set its date, and what the machine had derived; then what else was corrected."""
    machine = event.machine
    moved = machine is not None and machine.when != event.when
    if event.dated:
        yield tell.said("dated_by_person", words=event.dated)
    if event.dated and machine is not None and moved:
        derived = tell.when(machine.when) if machine.when is not None else tell.said("undated")
        yield tell.said("story_machine", machine=derived)
        machine = replace(machine, when=event.when)
    yield from words.corrections(replace(event, machine=machine), tell)
