"""The timeline to be read: a date, a sentence, the marks of its reports; their footnotes stand at the end. Markdown.

What a reader must not be deceived about stands with its event: that it is planned or denied, that its day is a bound or
was counted from an inferred day. All else (quotes, reasons, who decided) is in the long form.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from timeline_core.export import markup, words
from timeline_core.export.scope import Scope
from timeline_core.model.event import Event, Kind
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller


def export(timeline: Timeline, tell: Teller, scope: Scope) -> str:
    """Title, an event a paragraph, what is left out, footnotes."""
    return "\n".join(_Brief(timeline, tell).lines(scope))


class _Brief:
    """Reports are numbered in the order in which the events name them."""

    def __init__(self, timeline: Timeline, tell: Teller) -> None:
        self._timeline, self._tell = timeline, tell
        self._numbers: dict[str, int] = {}

    def lines(self, scope: Scope) -> Iterator[str]:
        """The whole document."""
        timeline, tell = self._timeline, self._tell
        yield from (f"# {markup.escape_isolated(tell.document_title, rtl=tell.rtl)}", "")
        for event in (*timeline.events, *timeline.undated):
            yield from (self._told(event), "")
        said = [words.summary(timeline, scope.redacted, tell)]
        said += [f"{tell.said('filter')} {markup.code(scope.query, rtl=tell.rtl)}"] if scope.query else []
        said += [tell.said("made", day=tell.day(date.fromisoformat(scope.made)))] if scope.made else []
        yield from (tell.said("joint").join(said), "")
        for report, number in self._numbers.items():
            yield from (f"[^{number}]: {self._source(report)}", "")

    def _told(self, event: Event) -> str:
        tell = self._tell
        title = self._worded(event.title) or tell.said("no_title")
        about = [words.kind(event, tell)] if event.kind is not Kind.OCCURRENCE or event.background else []
        about += [tell.said("day_inferred")] if words.inferred(event) else []
        aside = f" ({self._worded(tell.said('joint').join(about))})" if about else ""
        marks = "".join(f"[^{self._numbers.setdefault(id, len(self._numbers) + 1)}]" for id in event.reports)
        return f"**{self._worded(words.heading(event, tell))}** — {title}{aside} {marks}"

    def _source(self, id: str) -> str:
        tell, report = self._tell, self._timeline.report(id)
        if report is None:
            return self._worded(id)
        day = words.published(self._timeline.published[id], tell)
        parts = [self._worded(part) for part in (*words.outlet(report), day, *(() if words.outlet(report) else (id,)))]
        url = words.address(report)
        return tell.said("list").join([*parts, *([markup.link(url)] if url else [])])

    def _worded(self, text: str) -> str:
        return markup.escape_isolated(text, rtl=self._tell.rtl)
