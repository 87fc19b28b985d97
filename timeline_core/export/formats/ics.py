"""The timeline as iCalendar.

Precision: an event of which the day is known is an all-day event of that day. Any other spans all days that are
possible, and its summary begins with the date in words, «[February 2023] …»; X-WAQAI-EDTF, X-WAQAI-PRECISION and
X-WAQAI-MOD hold the value. What has no day, or an open end, is a journal entry without a date.

Source:
    RFC 5545, by the icalendar package.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from timeline_core.export import words
from timeline_core.export.harmless import make_harmless
from timeline_core.export.scope import Scope
from timeline_core.model.event import Event
from timeline_core.model.when import Precision
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

if TYPE_CHECKING:
    from icalendar import Calendar, Component

_NEVER = date(1970, 1, 1)
_DAY = timedelta(1)


def export(timeline: Timeline, tell: Teller, scope: Scope) -> str:
    """One calendar; its lines are folded and end in CRLF."""
    calendar = _calendar(tell.document_title)
    made = datetime.combine(date.fromisoformat(scope.made) if scope.made else _NEVER, time(), UTC)
    for event in (*timeline.events, *timeline.undated):
        calendar.add_component(_component(event, timeline, tell, made))
    content: bytes = calendar.to_ical()
    return content.decode("utf-8")


def _calendar(name: str) -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Waqai//Waqai//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    return calendar


def _component(event: Event, timeline: Timeline, tell: Teller, made: datetime) -> Component:
    from icalendar import Event as Entry
    from icalendar import Journal

    first, last = words.days(event.when)
    component: Component
    if first is not None and last is not None and last < date.max:
        component = Entry()
        component.add("dtstart", first)
        component.add("dtend", last + _DAY)
        component.add("transp", "TRANSPARENT")
    else:
        component = Journal()
    component.add("uid", f"{event.id}@waqai")
    component.add("dtstamp", made)
    component.add("summary", _summary(event, tell))
    component.add("description", "\n".join(map(make_harmless, _lines(event, timeline, tell))))
    component.add("categories", [event.kind.value, *map(make_harmless, event.tags)])
    for name, value in _values(event):
        component.add(name, value)
    return component


def _summary(event: Event, tell: Teller) -> str:
    title = make_harmless(event.title) or event.id
    when = event.when
    sure = when is not None and when.precision is Precision.DAY and not (when.approximate or when.uncertain)
    return title if sure else f"[{words.when(event, tell)}] {title}"


def _values(event: Event) -> Iterator[tuple[str, str]]:
    when = event.when
    if when is not None:
        yield "x-waqai-edtf", when.edtf
        yield "x-waqai-precision", when.precision.value
        yield from (("x-waqai-mod", part.value) for part in (when.mod,) if part is not None)
    yield "x-waqai-status", event.status.value


def _lines(event: Event, timeline: Timeline, tell: Teller) -> Iterator[str]:
    precision = f"; {words.precision(event.when, tell)}" if event.when is not None else ""
    yield f"{words.when(event, tell)}{precision}"
    yield words.kind(event, tell)
    yield from words.reasons(event, timeline, tell)
    for piece in event.evidence:
        yield f"“{piece.exact}” — {', '.join(words.source(piece, timeline, tell))}"
        if url := words.address(timeline.report(piece.report)):
            yield url
    if event.note:
        yield f"Note: {event.note}"
