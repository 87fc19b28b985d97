"""Draws the sheet of a pasted report: where its fields are from, its events as rows, what one of them meets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from timeline_core.merge.conflicts import ATTRIBUTION, DATE, PLACE, Conflict
from timeline_core.model.event import Evidence
from timeline_core.model.when import When
from timeline_core.publication.meeting import Meeting, Meets
from tui.bidi.modes import Mode
from tui.draw import line as render
from tui.draw import signs
from tui.draw import when as render_when
from tui.draw.line import BLANK, Line, Part
from tui.i18n.speech import count, later, say
from tui.ports.pasted import From, Pasted

_DATE = 24
_QUOTE = 90
"""Letters of words of another report that are shown."""
_MINUTE = 2_000_000
"""Letters that are read in a minute, beside the screen.

Source: half a million letters in some 14 s of a processor.
"""
_SIGNS = {Meets.NEW: ("+", "moved"), Meets.JOINS: ("=", "mark"), Meets.CONTRADICTS: ("≠", "grave")}
_FROM = {
    From.TEXT: later("the text says so itself"),
    From.HEAD: later("read in its head"),
    From.CLUES: later("inferred from its words"),
    From.FIRST_LINE: later("its first line"),
    From.LETTERS: later("by its letters"),
    From.NOBODY: later("nothing says it"),
}
_FIELDS = {DATE: later("date"), PLACE: later("places"), ATTRIBUTION: later("who did it")}


class Listed(NamedTuple):
    """The rows, and the selected one."""

    rows: tuple[Meeting, ...] = ()
    at: int = 0

    @property
    def here(self) -> Meeting | None:
        """The selected one."""
        return self.rows[min(self.at, len(self.rows) - 1)] if self.rows else None

    def step(self, by: int) -> Listed:
        """So many rows down, no further than the ends."""
        return self._replace(at=max(0, min(self.at + by, len(self.rows) - 1)))


def title(text: str, pasted: Pasted | None) -> str:
    """What was pasted, and how much."""
    letters = count("{n} letter", "{n} letters", len(text))
    told = [say("A pasted report"), count("{n} line", "{n} lines", len(text.splitlines())), letters]
    if pasted is not None and len(pasted.reports) > 1:
        told.append(count("{n} report", "{n} reports", len(pasted.reports)))
    return " · ".join(told)


def warning(pasted: Pasted) -> str:
    """What is out of the common: signs that are hidden, a text that is too long, or there already."""
    told = []
    if pasted.hidden:
        told.append(
            count(
                "{n} sign that commands a terminal or turns text round is hidden",
                "{n} signs that command a terminal or turn text round are hidden",
                pasted.hidden,
            )
        )
    if pasted.shown:
        told.append(
            count(
                "long: the events of its first letter are shown, and all of it is kept",
                "long: the events of its first {n} letters are shown, and all of it is kept",
                pasted.shown,
            )
        )
    if minutes := sum(len(report.text) for report in pasted.reports) // _MINUTE:
        told.append(
            count(
                "it takes about {n} minute to be read; several reports are better pasted one by one",
                "it takes about {n} minutes to be read; several reports are better pasted one by one",
                minutes,
            )
        )
    if pasted.known:
        told.append(say("this text is there already, as «{id}»", id=pasted.known))
    return " · ".join(told)


def source(origin: From) -> str:
    """Where the value of a field is from."""
    return say(_FROM[origin])


def day(value: str) -> str:
    """A day, or days, in words; empty for none."""
    return render_when.full(When(value)) if value else ""


def counts(pasted: Pasted) -> str:
    """«4 new · 2 join · 1 contradicts», or why there is nothing."""
    if pasted.problem:
        return pasted.problem
    found = Counter(one.meets for one in pasted.meetings)
    if not found:
        return say("it tells of no event; it is kept all the same")
    told = [count("{n} new", "{n} new", found[Meets.NEW])] if found[Meets.NEW] else []
    if found[Meets.JOINS]:
        told.append(count("{n} joins an event", "{n} join events", found[Meets.JOINS]))
    if found[Meets.CONTRADICTS]:
        told.append(count("{n} contradicts", "{n} contradict", found[Meets.CONTRADICTS]))
    return " · ".join(told)


def row(listed: Listed, number: int, width: int, mode: Mode) -> Line:
    """One event: how it meets the timeline, its day, its title."""
    one = listed.rows[number]
    here = number == min(listed.at, len(listed.rows) - 1)
    sign, style = _SIGNS[one.meets]
    date = render.label([(render_when.brief(one.event.when), "date")], _DATE, mode=mode)
    head = render.across(
        ((render.pointer() if here else " ", 1, "mark"), (" ", 1, "")),
        ((sign, 1, style), (" ", 1, "")),
        ((signs.sign(one.event), 1, signs.hue(one.event)), (" ", 1, "")),
        date,
        (render.space(max(1, _DATE - render.width_of(date))),),
    )
    own = next((telling for telling in one.event.tellings if one.piece in telling.evidence), None)
    words = own.title if own is not None else one.event.title
    room = max(4, width - render.width_of(head))
    line = render.across(head, render.one(words, room, "title" if here else "said", mode=mode))
    return tuple((text, cells, f"chosen {own}".strip()) for text, cells, own in line) if here else line


def about(listed: Listed, pasted: Pasted, why: str, width: int, mode: Mode) -> list[Line]:
    """Three lines on the selected event: the reason of its day, what it meets, and in which words."""
    one = listed.here
    if one is None:
        return [BLANK]
    lines = [render.label([(why or say("no date is read in the words"), "faint")], width, mode=mode)]
    if one.meets is Meets.NEW:
        return [*lines, render.label([(say("nothing in the timeline tells of it"), "")], width, mode=mode), BLANK]
    sign, style = _SIGNS[one.meets]
    parts: list[Part] = [(f"{sign} ", style), (_meets(one, pasted), "")]
    lines.append(render.label(parts, width, mode=mode))
    quotes = [(_quote(one.known), "faint")] if one.known else []
    return [*lines, render.label(quotes, width, mode=mode)]


def _meets(one: Meeting, pasted: Pasted) -> str:
    reports = dict.fromkeys(piece.report for piece in one.known)
    names = say(", ").join(render.isolated(_name(pasted, id)) for id in reports)
    if one.meets is Meets.JOINS:
        return say("the same as in {reports}", reports=names)
    if not one.conflicts:
        return say("denies what {reports} tells", reports=names)
    return " · ".join(_conflict(one, pasted, conflict) for conflict in one.conflicts)


def _conflict(one: Meeting, pasted: Pasted, conflict: Conflict) -> str:
    """«killed: 7 here, 9 in Harbour Post»."""
    own = [value for value, reports in conflict.values if one.piece.report in reports]
    others = [
        say("{value} in {report}", value=_value(pasted, conflict, value), report=render.isolated(_name(pasted, id)))
        for value, reports in conflict.values
        for id in reports[:1]
        if one.piece.report not in reports
    ]
    field = say(_FIELDS[conflict.field]) if conflict.field in _FIELDS else say(conflict.field)
    here = say("{value} here", value=say(", ").join(_value(pasted, conflict, value) for value in own))
    return say("{field}: {values}", field=field, values=say(", ").join([here, *others]))


def _value(pasted: Pasted, conflict: Conflict, value: str) -> str:
    """A day in words, names for ids, a number as it is."""
    if conflict.field == DATE:
        return render_when.brief(When(value))
    if conflict.field in _FIELDS and pasted.names is not None:
        return say(", ").join(render.actor_name(pasted.names, id) for id in value.split())
    return value


def _name(pasted: Pasted, id: str) -> str:
    return " ".join(pasted.titles.get(id, id).split())


def _quote(known: Sequence[Evidence]) -> str:
    words = " ".join(known[0].exact.split())
    return f"«{words[:_QUOTE]}{'…' if len(words) > _QUOTE else ''}»"
