"""The timeline for TimelineJS, as JSON: a slide an event.

Precision: `start_date` and `end_date` hold year, month and day only as far as they are known, and `display_date` says
the date in words. The undated have no place on a slide and are left out.

Source:
    Knight Lab, TimelineJS JSON data format.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from timeline_core.export import words
from timeline_core.export.element import line
from timeline_core.export.ends import Part, ends
from timeline_core.export.harmless import make_harmless, right_to_left
from timeline_core.export.method import note
from timeline_core.export.plain_json import dumps
from timeline_core.export.scope import Scope
from timeline_core.model.event import Event
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

_NAMES = ("year", "month", "day")


def export(timeline: Timeline, tell: Teller, scope: Scope) -> str:
    """One JSON object with a title slide that holds the method note."""
    slides = [_slide(event, timeline, tell) for event in timeline.events if _has_day(event)]
    title = {
        "text": {
            "headline": escape(make_harmless(tell.document_title)),
            "text": "".join(_method(timeline, tell, scope)),
        },
        "autolink": False,
    }
    return dumps({"title": title, "events": slides}, indent=1) + "\n"


def left_out(timeline: Timeline) -> tuple[Event, ...]:
    """What has no day that a slide could stand on."""
    return (*(event for event in timeline.events if not _has_day(event)), *timeline.undated)


def _has_day(event: Event) -> bool:
    return any(ends(event.when))


def _slide(event: Event, timeline: Timeline, tell: Teller) -> dict[str, object]:
    first, last = ends(event.when)
    start = first or last or ()
    slide: dict[str, object] = {
        "unique_id": event.id,
        "start_date": _date(start),
        "display_date": make_harmless(words.when(event, tell)),
        "text": {"headline": _worded(event.title), "text": "".join(_text(event, timeline, tell))},
        "autolink": False,
    }
    if last is not None and last != start:
        slide["end_date"] = _date(last)
    if group := words.names(event.actors[:1], timeline, tell):
        slide["group"] = make_harmless(group[0])
    return slide


def _date(part: Part) -> dict[str, int]:
    return dict(zip(_NAMES, part, strict=False))


def _worded(text: str) -> str:
    """TimelineJS draws its texts as HTML, from left to right."""
    said = escape(make_harmless(text))
    return f'<span dir="{"rtl" if right_to_left(text) else "ltr"}">{said}</span>'


def _text(event: Event, timeline: Timeline, tell: Teller) -> Iterator[str]:
    precision = f"; {words.precision(event.when, tell)}" if event.when is not None else ""
    yield f"<p>{escape(words.kind(event, tell))}{escape(precision)}</p>"
    yield from (f"<p>{line(said)}</p>" for said in words.reasons(event, timeline, tell))
    for piece in event.evidence:
        source = ", ".join(map(_worded, words.source(piece, timeline, tell)))
        yield f"<blockquote>{_worded(piece.exact)}</blockquote><p>{source}{_link(piece.report, timeline)}</p>"


def _link(report: str, timeline: Timeline) -> str:
    url = escape(make_harmless(words.address(timeline.report(report))))
    return f' <a href="{url}" rel="noopener noreferrer">{url}</a>' if url else ""


def _method(timeline: Timeline, tell: Teller, scope: Scope) -> Iterator[str]:
    for heading, lines in note(timeline, tell, scope):
        yield f"<p><b>{escape(heading)}</b></p>"
        yield from (f"<p>{line(said)}</p>" for said in lines)
