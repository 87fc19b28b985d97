"""The timeline as Markdown that can be filed: a heading a day, an event an item, a quote a footnote with its source.

Precision is carried in words: a day's heading is «Friday 10 February 2023», a month's «January 2023», and each event
says how much of its date is known. What comes from a report cannot become structure (`markup`). The document is in the
language of who tells; `lang` and `dir` of its front matter are those that pandoc knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, groupby

from timeline_core.export import markup, words
from timeline_core.export.markup import escape, link, value
from timeline_core.export.method import note
from timeline_core.export.scope import Scope
from timeline_core.model.event import Event, Evidence
from timeline_core.model.report import Report
from timeline_core.names.gazetteer import ACTOR, Entry
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller


def export(timeline: Timeline, tell: Teller, scope: Scope) -> str:
    """The whole document; events in order, then the undated, actors, reports, method, footnotes."""
    document = _Document(timeline, tell)
    body = [*document.dated(), *document.undated()]
    parts = (document.head(scope), body, document.actors(), document.reports(), document.method(scope))
    return "\n".join([*(line for part in parts for line in part), *document.notes])


def event_document(event: Event, timeline: Timeline, tell: Teller) -> str:
    """One event with its footnotes."""
    document = _Document(timeline, tell)
    lines = (f"## {escape(words.when(event, tell))}", "", *document.item(event), "")
    return "\n".join([*lines, *document.notes])


class _Document:
    """Lines of each part; the footnotes are gathered in the order in which the events name them."""

    def __init__(self, timeline: Timeline, tell: Teller) -> None:
        self._timeline, self._tell = timeline, tell
        self._said = tell.said
        self._numbers = count(1)
        self.notes: list[str] = []

    def _worded(self, text: str) -> str:
        return markup.escape_isolated(text, rtl=self._tell.rtl)

    def _line(self, text: str) -> str:
        return markup.line(text, rtl=self._tell.rtl)

    def _code(self, text: str) -> str:
        return markup.code(text, rtl=self._tell.rtl)

    def _listed(self, parts: Iterable[str]) -> str:
        return self._said("list").join(parts)

    def head(self, scope: Scope) -> Iterator[str]:
        """Front matter, title and summary."""
        timeline, tell = self._timeline, self._tell
        yield from ("---", f"title: {value(tell.title) if tell.title else self._said('title')}", "made-by: Waqai")
        if scope.made:
            yield f"made: {value(scope.made)}"
        yield from (f"lang: {self._tell.language.code}", f"dir: {self._said('direction')}")
        if scope.query:
            yield f"filter: {value(scope.query)}"
        first, last = _reach(timeline)
        numbers = {"events": len(timeline.events), "bounded": sum(event.bounded for event in timeline.events)}
        numbers["undated"] = len(timeline.undated)
        numbers |= {"reports": len(words.cited_reports(timeline)), "redacted": scope.redacted}
        numbers["rejected-left-out"] = scope.rejected
        yield from (f"{name}: {number}" for name, number in numbers.items())
        yield from (f"{name}: {value(day)}" for name, day in (("first-day", first), ("last-day", last)) if day)
        yield from ("---", "", f"# {self._worded(tell.document_title)}", "", self._summary(scope), "")

    def _summary(self, scope: Scope) -> str:
        said = [words.summary(self._timeline, scope.redacted, self._tell)]
        said += [f"{self._said('filter')} {self._code(scope.query)}"] if scope.query else []
        return self._said("joint").join(said)

    def dated(self) -> Iterator[str]:
        """A heading for each day, its events below: without empty lines between, for a list that has some loses its
        direction on GitHub.
        """
        for heading, events in groupby(self._timeline.events, key=lambda event: words.heading(event, self._tell)):
            yield from (f"## {self._worded(heading)}", "")
            yield from (line for event in events for line in self.item(event))
            yield ""

    def undated(self) -> Iterator[str]:
        """What has no date."""
        if self._timeline.undated:
            yield from (f"## {self._said('undated_heading')}", "")
            yield from (line for event in self._timeline.undated for line in self.item(event))
            yield ""

    def item(self, event: Event) -> Iterator[str]:
        """One event: its title with the marks of its quotes, and what is known of it below."""
        star = "★ " if event.starred else ""
        marks = " ".join(self._mark(piece) for piece in event.evidence)
        yield f"- {star}**{self._worded(event.title) or self._said('no_title')}** {marks}"
        for name, said in self._facts(event):
            yield f"  - {name}: {said}"

    def _mark(self, piece: Evidence) -> str:
        """The mark that stands in the text; its note is kept for the end."""
        number = next(self._numbers)
        self.notes += [f"[^{number}]: {self._note(piece)}", ""]
        return f"[^{number}]"

    def _note(self, piece: Evidence) -> str:
        place = self._said("place", start=piece.span.start, end=piece.span.end)
        url = words.address(self._timeline.report(piece.report))
        source = map(self._worded, words.source(piece, self._timeline, self._tell))
        quote = self._said("quoted", words=self._worded(piece.exact))
        return f"{quote} — {self._listed([*source, place, *([link(url)] if url else [])])}"

    def _facts(self, event: Event) -> Iterator[tuple[str, str]]:
        """What is known, under the name of each fact, fit to stand in Markdown."""
        tell, timeline = self._tell, self._timeline
        yield self._said("what"), words.kind(event, tell)
        if event.when is not None:
            day = f"{escape(words.when(event, tell))} ({self._code(event.when.edtf)})"
            yield self._said("when"), self._said("joint").join((day, words.precision(event.when, tell)))
        yield from ((self._said("why"), self._line(said)) for said in words.reasons(event, timeline, tell))
        for name, ids in words.named_groups(event):
            if said := words.names(ids, timeline, tell):
                yield self._said(name), self._listed(map(self._worded, said))
        for what, number, reports in words.figures(event, tell):
            yield escape(what), f"{number} ({self._said('by')} {self._listed(map(self._worded, reports))})"
        for name, ids in (("announces", event.announces), ("disputes", event.disputes)):
            yield from ((self._said(name), self._linked(id)) for id in ids)
        yield from (
            (self._said("joined"), self._line(said)) for said in words.reasons_for_joining(event, timeline, tell)
        )
        yield from ((self._said("origins"), self._line(said)) for said in words.origins(event, timeline, tell))
        yield from ((self._said("differ"), self._line(said)) for said in words.conflicts(event, timeline, tell))
        yield from self._reviewed(event)

    def _reviewed(self, event: Event) -> Iterator[tuple[str, str]]:
        """What a person did with it."""
        yield self._said("state"), words.status(event, self._tell)
        yield from ((self._said("corrected"), self._line(said)) for said in words.corrections(event, self._tell))
        if event.tags:
            yield self._said("tags"), self._listed(map(self._worded, event.tags))
        if event.note:
            yield self._said("note"), self._worded(event.note)
        yield self._said("id"), self._code(event.id)

    def _linked(self, id: str) -> str:
        other = self._timeline.event(id)
        return f"{self._worded(other.title)} ({self._code(id)})" if other else self._code(id)

    def actors(self) -> Iterator[str]:
        """Who is named, by every name."""
        timeline = self._timeline
        used = {id for event in (*timeline.events, *timeline.undated) for id in event.actors}
        entries = [entry for entry in timeline.names if entry.category == ACTOR and entry.id in used]
        if entries:
            yield from (f"## {self._said('actors')}", "")
            yield from (f"- {self._entry(entry)}" for entry in entries)
            yield ""

    def _entry(self, entry: Entry) -> str:
        code, names = self._tell.language.code, self._timeline.names
        own = entry.name(code)
        others = dict.fromkeys(name for group in entry.names.values() for name in group if name != own)
        parts = [f"**{self._worded(own)}**", escape(self._tell.named("type", entry.type))]
        if entry.affiliation in names:
            parts.append(f"{self._said('of')} {self._worded(names[entry.affiliation].name(code))}")
        parts += [f"{self._said('also')} {self._listed(map(self._worded, others))}"] if others else []
        parts += [link(f"https://www.wikidata.org/wiki/{entry.wikidata}")] if entry.wikidata else []
        return self._said("joint").join(part for part in parts if part)

    def reports(self) -> Iterator[str]:
        """The sources."""
        yield from (f"## {self._said('reports')}", "")
        for report in words.cited_reports(self._timeline):
            yield f"- {self._reference(report)}"
        yield ""

    def _reference(self, report: Report) -> str:
        said = words.published(self._timeline.published[report.id], self._tell)
        url = words.address(report)
        parts: Iterable[str] = (
            f"**{self._worded(report.id)}**",
            *map(self._worded, (*words.outlet(report), said)),
            link(url) if url else "",
            f"SHA-256 {self._code(report.sha256)}",
        )
        return self._listed(part for part in parts if part)

    def method(self, scope: Scope) -> Iterator[str]:
        """How the dates were found."""
        yield from (f"## {self._said('method')}", "")
        for heading, lines in note(self._timeline, self._tell, scope):
            if lines:
                yield from (f"### {heading}", "", *(f"- {self._line(said)}" for said in lines), "")


def _reach(timeline: Timeline) -> tuple[str, str]:
    """First and last day of all events, ISO 8601; empty where none is known."""
    known = [words.days(event.when) for event in timeline.events]
    firsts = [first.isoformat() for first, _ in known if first is not None]
    lasts = [last.isoformat() for _, last in known if last is not None]
    return min(firsts, default=""), max(lasts, default="")
