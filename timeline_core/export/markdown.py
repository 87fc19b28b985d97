"""The timeline as Markdown that can be filed: a heading a day, the reason of every date, every quote with its source.

What comes from a report cannot become structure: it is escaped, stands on lines of its own, and so shows in its own
direction wherever Markdown is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from timeline_core.event import Event, Evidence, Figure
from timeline_core.explain import Teller
from timeline_core.report import INFERRED, Published, Report
from timeline_core.timeline import Timeline

_STRUCTURE = re.compile(r"([\\`*_{}\[\]()<>#+!|~&$^])")
_LEADING = re.compile(r"^(\s*)([-=:]|\d+(?=[.)]))")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


def export(timeline: Timeline, tell: Teller, query: str) -> str:
    """The whole timeline; events in order, then the undated, then the reports."""
    return "\n".join(
        [*_head(timeline, query), *_dated(timeline, tell), *_undated(timeline, tell), *_foot(timeline, tell)]
    )


def escaped(text: str) -> str:
    """Words of a report as Markdown that shows just these words, on one line."""
    plain = " ".join(_CONTROL.sub("\ufffd", text.replace("\t", " ")).split())
    return _LEADING.sub(r"\1\\\2", _STRUCTURE.sub(r"\\\1", plain))


def _head(timeline: Timeline, query: str) -> list[str]:
    count = f"{len(timeline.events)} events, {len(timeline.undated)} undated, from {len(timeline.reports)} reports"
    return ["# Timeline", "", f"{count}; filter: `{_code(query)}`" if query else count, ""]


def _code(text: str) -> str:
    return _CONTROL.sub("\ufffd", text).replace("`", "'").replace("\n", " ")


def _dated(timeline: Timeline, tell: Teller) -> Iterator[str]:
    heading = ""
    for event in timeline.events:
        told = tell.when(event.when) if event.when is not None else ""
        if told != heading:
            yield from (f"## {escaped(told)}", "")
            heading = told
        yield from event_lines(event, timeline, tell)


def _undated(timeline: Timeline, tell: Teller) -> Iterator[str]:
    if timeline.undated:
        yield from ("## Undated", "")
    for event in timeline.undated:
        yield from event_lines(event, timeline, tell)


def event_lines(event: Event, timeline: Timeline, tell: Teller) -> Iterator[str]:
    """One event: its title, what is known of it, and its quotes."""
    yield from (f"### {escaped(event.title)}", "")
    yield from _facts(event, timeline, tell)
    yield ""
    for piece in event.evidence:
        yield from (f"> {escaped(piece.exact)}", ">", f"> — {_source(piece, timeline, tell)}", "")


def _facts(event: Event, timeline: Timeline, tell: Teller) -> Iterator[str]:
    background = ", background" if event.background else ""
    yield f"- {event.kind.value}{background} (`{event.id}`)"
    for line in dict.fromkeys(_whys(event, timeline, tell)):
        yield f"- why: {escaped(line)}"
    who, where = (_names(ids, timeline, tell) for ids in (event.actors, event.places))
    tags, note = escaped(", ".join(event.tags)), escaped(event.note)
    yield from (f"- {word}: {said}" for word, said in (("who", who), ("where", where)) if said)
    yield from (f"- {word}: {said}" for word, said in (("tags", tags), ("note", note)) if said)
    for figure in event.figures:
        yield f"- {escaped(figure.what)}: {escaped(figure_text(figure))} ({escaped(figure.report)})"
    for word, ids in (("announces", event.announces), ("disputes", event.disputes)):
        for id in ids:
            other = timeline.event(id)
            yield f"- {word}: {escaped(other.title)} (`{id}`)" if other else f"- {word}: `{id}`"


def _whys(event: Event, timeline: Timeline, tell: Teller) -> Iterator[str]:
    for piece in event.evidence:
        if piece.expression is not None and piece.expression.when is not None and not piece.inherited:
            yield tell.why(piece.expression, timeline.published.get(piece.report))


def _names(ids: Iterable[str], timeline: Timeline, tell: Teller) -> str:
    known = [timeline.names[id].name(tell.language.code) for id in ids if id in timeline.names]
    return ", ".join(map(escaped, known))


def figure_text(figure: Figure) -> str:
    """«43», «about 40», «more than 10,000», «10–12»."""
    about = "about " if figure.approximate else ""
    if figure.high is None:
        return f"{about}more than {figure.low:,}"
    return f"{about}{figure.low:,}" if figure.high == figure.low else f"{about}{figure.low:,}–{figure.high:,}"


def _source(piece: Evidence, timeline: Timeline, tell: Teller) -> str:
    report = timeline.report(piece.report)
    if report is None:
        return escaped(piece.report)
    said = [report.publisher, report.title, published_text(timeline.published[report.id], tell), report.id]
    return " · ".join(escaped(part) for part in said if part)


def published_text(published: Published, tell: Teller) -> str:
    """«published 17 February 2023», whether that was inferred, or that it is not known."""
    if published.when is None:
        return "undated"
    return f"published {tell.when(published.when)}" + (", inferred" if published.origin == INFERRED else "")


def _foot(timeline: Timeline, tell: Teller) -> Iterator[str]:
    yield from ("## Reports", "")
    for report in timeline.reports:
        yield f"- {_reference(report, timeline.published[report.id], tell)}"
    yield ""


def _reference(report: Report, published: Published, tell: Teller) -> str:
    parts = [
        escaped(part) for part in (report.id, report.publisher, report.title, published_text(published, tell)) if part
    ]
    address = escaped(report.url) if report.url else ""
    return " · ".join([*parts, *([address] if address else []), f"SHA-256 `{report.sha256}`"])
