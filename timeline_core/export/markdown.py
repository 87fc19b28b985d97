"""The timeline as Markdown that can be filed: a heading a day, an event an item, a quote a footnote with its source.

Precision is carried in words: a day's heading is «Friday 10 February 2023», a month's «January 2023», and each event
says how much of its date is known. What comes from a report cannot become structure (`markup`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from timeline_core.event import Event, Evidence
from timeline_core.explain import Teller
from timeline_core.export import words
from timeline_core.export.markup import code, escaped, line, link, value, worded
from timeline_core.export.method import note
from timeline_core.export.scope import Scope
from timeline_core.gazetteer import ACTOR, Entry
from timeline_core.report import Report
from timeline_core.timeline import Timeline

_NO_TITLE = "(no title)"


def export(timeline: Timeline, tell: Teller, scope: Scope) -> str:
    """The whole document; events in order, then the undated, actors, reports, method, footnotes."""
    notes = _Notes(timeline, tell)
    body = [*_dated(timeline, tell, notes), *_undated(timeline, tell, notes)]
    parts = (_head(timeline, scope), body, _actors(timeline), _reports(timeline, tell), _method(timeline, tell, scope))
    return "\n".join([*(line for part in parts for line in part), *notes.lines])


class _Notes:
    """Footnotes in the order in which the events name them."""

    def __init__(self, timeline: Timeline, tell: Teller) -> None:
        self._timeline, self._tell = timeline, tell
        self._numbers = count(1)
        self.lines: list[str] = []

    def mark(self, piece: Evidence) -> str:
        """The mark that stands in the text; its note is kept for the end."""
        number = next(self._numbers)
        self.lines += [f"[^{number}]: {self._note(piece)}", ""]
        return f"[^{number}]"

    def _note(self, piece: Evidence) -> str:
        source = ", ".join(map(worded, words.source(piece, self._timeline, self._tell)))
        place = f"characters {piece.span.start:,}–{piece.span.end:,}"
        url = words.address(self._timeline.report(piece.report))
        return f"“{worded(piece.exact)}” — {source}, {place}" + (f", {link(url)}" if url else "")


def _head(timeline: Timeline, scope: Scope) -> Iterator[str]:
    yield from ("---", "title: Timeline", "made-by: Waqai")
    if scope.made:
        yield f"made: {value(scope.made)}"
    if scope.query:
        yield f"filter: {value(scope.query)}"
    first, last = _reach(timeline)
    numbers = {"events": len(timeline.events), "undated": len(timeline.undated)}
    numbers |= {"reports": len(words.cited(timeline)), "redacted": scope.redacted, "rejected-left-out": scope.rejected}
    yield from (f"{name}: {number}" for name, number in numbers.items())
    yield from (f"{name}: {value(day)}" for name, day in (("first-day", first), ("last-day", last)) if day)
    yield from ("---", "", "# Timeline", "", _summary(timeline, scope), "")


def _reach(timeline: Timeline) -> tuple[str, str]:
    """First and last day of all events, ISO 8601; empty where none is known."""
    known = [words.days(event.when) for event in timeline.events]
    firsts = [first.isoformat() for first, _ in known if first is not None]
    lasts = [last.isoformat() for _, last in known if last is not None]
    return min(firsts, default=""), max(lasts, default="")


def _summary(timeline: Timeline, scope: Scope) -> str:
    reports = len(words.cited(timeline))
    said = f"{len(timeline.events):,} events, {len(timeline.undated):,} undated, from {reports:,} reports"
    if scope.redacted:
        said += f"; {scope.redacted:,} redacted"
    return f"{said}; filter: {code(scope.query)}" if scope.query else said


def _dated(timeline: Timeline, tell: Teller, notes: _Notes) -> Iterator[str]:
    heading = ""
    for event in timeline.events:
        told = words.when(event, tell)
        if told != heading:
            yield from (f"## {worded(told)}", "")
            heading = told
        yield from (*_item(event, timeline, tell, notes), "")


def _undated(timeline: Timeline, tell: Teller, notes: _Notes) -> Iterator[str]:
    if timeline.undated:
        yield from ("## Undated", "")
    for event in timeline.undated:
        yield from (*_item(event, timeline, tell, notes), "")


def event_document(event: Event, timeline: Timeline, tell: Teller) -> str:
    """One event with its footnotes."""
    notes = _Notes(timeline, tell)
    lines = (f"## {escaped(words.when(event, tell))}", "", *_item(event, timeline, tell, notes), "")
    return "\n".join([*lines, *notes.lines])


def _item(event: Event, timeline: Timeline, tell: Teller, notes: _Notes) -> Iterator[str]:
    """One event: its title with the marks of its quotes, and what is known of it below."""
    star = "★ " if event.starred else ""
    marks = " ".join(notes.mark(piece) for piece in event.evidence)
    yield f"- {star}**{worded(event.title) or _NO_TITLE}** {marks}"
    for name, said in _facts(event, timeline, tell):
        yield f"  - {name}: {said}"


def _facts(event: Event, timeline: Timeline, tell: Teller) -> Iterator[tuple[str, str]]:
    """What is known, under the name of each fact, fit to stand in Markdown."""
    yield "what", words.kind(event)
    if event.when is not None:
        yield "when", f"{escaped(words.when(event, tell))} ({code(event.when.edtf)}); {words.precision(event.when)}"
    yield from (("why", line(said)) for said in words.whys(event, timeline, tell))
    for name, ids in (("who", event.actors), ("where", event.places)):
        if said := words.names(ids, timeline, tell):
            yield name, ", ".join(map(worded, said))
    yield from ((escaped(one.what), f"{words.figure(one)} (by {worded(one.report)})") for one in event.figures)
    for name, ids in (("announces", event.announces), ("disputes", event.disputes)):
        yield from ((name, _linked(id, timeline)) for id in ids)
    yield from (("joined", line(said)) for said in words.joined(event, timeline, tell))
    yield from (("reports differ", line(said)) for said in words.conflicting(event, timeline, tell))
    yield "state", words.status(event)
    yield from (("corrected", line(said)) for said in words.corrections(event, tell))
    if event.tags:
        yield "tags", ", ".join(map(worded, event.tags))
    if event.note:
        yield "note", worded(event.note)
    yield "id", code(event.id)


def _linked(id: str, timeline: Timeline) -> str:
    other = timeline.event(id)
    return f"{worded(other.title)} ({code(id)})" if other else code(id)


def _actors(timeline: Timeline) -> Iterator[str]:
    used = {id for event in (*timeline.events, *timeline.undated) for id in event.actors}
    entries = [entry for entry in timeline.names if entry.category == ACTOR and entry.id in used]
    if entries:
        yield from ("## Actors", "")
        yield from (f"- {_entry(entry, timeline)}" for entry in entries)
        yield ""


def _entry(entry: Entry, timeline: Timeline) -> str:
    others = dict.fromkeys(name for names in entry.names.values() for name in names if name != entry.name("en"))
    parts = [f"**{worded(entry.name('en'))}**", escaped(entry.type)]
    if entry.affiliation in timeline.names:
        parts.append(f"of {worded(timeline.names[entry.affiliation].name('en'))}")
    parts += [f"also {', '.join(map(worded, others))}"] if others else []
    parts += [link(f"https://www.wikidata.org/wiki/{entry.wikidata}")] if entry.wikidata else []
    return "; ".join(part for part in parts if part)


def _reports(timeline: Timeline, tell: Teller) -> Iterator[str]:
    yield from ("## Reports", "")
    for report in words.cited(timeline):
        yield f"- {_reference(report, timeline, tell)}"
    yield ""


def _reference(report: Report, timeline: Timeline, tell: Teller) -> str:
    said = words.published(timeline.published[report.id], tell)
    url = words.address(report)
    parts: Iterable[str] = (
        f"**{worded(report.id)}**",
        *map(worded, (*words.outlet(report), said)),
        link(url) if url else "",
        f"SHA-256 {code(report.sha256)}",
    )
    return ", ".join(part for part in parts if part)


def _method(timeline: Timeline, tell: Teller, scope: Scope) -> Iterator[str]:
    yield from ("## Method", "")
    for heading, lines in note(timeline, tell, scope):
        if lines:
            yield from (f"### {heading}", "", *(f"- {line(said)}" for said in lines), "")
