"""Draws the list of all reports, and narrows it by what is typed: a row a report, and all that is known of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rich.cells import cell_len

from timeline_core.text.fold import fold
from tui.bidi.modes import Mode
from tui.draw import line as render
from tui.draw import when as render_when
from tui.draw.line import BLANK, Line, Part
from tui.i18n import speech
from tui.i18n.speech import count, later, say
from tui.ports.listed_report import DayFrom, ListedReport, State
from tui.view.search import hits
from tui.view.silence import reasons

_MARK, _SIGN, _EVENTS, _STATE, _LANG = 3, 2, 5, 11, 12
"""Cells of the pointer, the sign of where the day is from, the events, the state and the language."""
_DAY = 22
"""Cells of a day, where some day is so long."""
_OUTLET, _LEAST = 18, 20
"""Cells of the outlet, and of the title, without which no other column is drawn."""
_SIGNS: Mapping[DayFrom, str] = {DayFrom.INFERRED: "~", DayFrom.PERSON: "✎"}
_FROM: Mapping[DayFrom, str] = {
    DayFrom.FILE: later("its file says so"),
    DayFrom.INFERRED: later("inferred"),
    DayFrom.UNKNOWN: later("nobody knows"),
}
STATES: Mapping[State, str] = {
    State.SILENT: later("no event"),
    State.COPY: later("copy"),
    State.PARTLY: later("in part"),
    State.ASIDE: later("set aside"),
    State.BIN: later("in the bin"),
}
LANGUAGES: Mapping[str, str] = {"ar": later("Arabic"), "en": later("English")}
"""What the languages are called that reports are read in."""


class Reports(NamedTuple):
    """The rows of the list, and the selected one."""

    every: tuple[ListedReport, ...] = ()
    folded: tuple[str, ...] = ()
    """All that can be searched of each."""
    rows: tuple[ListedReport, ...] = ()
    at: int = 0
    needle: tuple[str, ...] = ()
    widest: int = 0
    """Cells of the longest day."""
    mode: Mode = "visual"

    @property
    def here(self) -> ListedReport | None:
        """The selected report."""
        return self.rows[min(self.at, len(self.rows) - 1)] if self.rows else None

    def step(self, by: int) -> Reports:
        """So many rows down, no further than the ends."""
        return self._replace(at=max(0, min(self.at + by, len(self.rows) - 1)))

    def narrowed(self, text: str) -> Reports:
        """Those that hold every word of the text; the selected one stays selected where it is among them."""
        needle = tuple(fold(text).split())
        pairs = zip(self.every, self.folded, strict=True)
        rows = tuple(one for one, said in pairs if all(word in said for word in needle))
        return self._replace(rows=rows, needle=needle).at_report(self.here.id if self.here else "")

    def at_report(self, id: str) -> Reports:
        """That report selected; the first where it is not among the rows."""
        return self._replace(at=next((n for n, one in enumerate(self.rows) if one.id == id), 0))


def listed(every: Iterable[ListedReport], mode: Mode, before: Reports | None = None) -> Reports:
    """The list of these reports.

    Args:
        before: whose selected report stays selected, and what was typed in force.
    """
    reports = tuple(every)
    folded = tuple(fold(" ".join(_words(one))) for one in reports)
    widest = min(_DAY, max((cell_len(_day(one)) for one in reports), default=0) + 1)
    found = Reports(reports, folded, reports, widest=widest, mode=mode)
    if before is None:
        return found
    narrowed = found.narrowed(" ".join(before.needle))
    return narrowed.at_report(before.here.id if before.here else "")


def _words(one: ListedReport) -> Iterator[str]:
    yield from (one.id, one.title, one.publisher, one.lang, one.thread, one.path, one.url)
    yield from (_day(one), say(STATES[one.state]) if one.state in STATES else "", _from(one), language(one.lang))
    if one.when is not None:
        yield one.when.edtf


def _day(one: ListedReport) -> str:
    """Without its weekday, which stands below the list."""
    if one.when is None:
        return say("no day")
    days = one.when.days
    plain = days is not None and days[0] == days[1] and one.when.edtf == days[0].isoformat()
    return render_when.short_day(days[0]) if days is not None and plain else render_when.brief(one.when)


def _from(one: ListedReport) -> str:
    if one.day_from is DayFrom.PERSON:
        return say("set by {name}", name=one.who)
    return say(_FROM[one.day_from])


def language(code: str) -> str:
    """The name of a language for people; its code where that is all that is known."""
    return say(LANGUAGES[code]) if code in LANGUAGES else code


def code(text: str) -> str:
    """The code of a language that is called so on this screen; else the text."""
    return next((code for code, name in LANGUAGES.items() if fold(say(name)) == fold(text)), text)


def title(one: ListedReport) -> str:
    """What a report is called for people: its title, else its id."""
    return " ".join(one.title.split()) or one.id


def row(found: Reports, number: int, width: int) -> Line:
    """The row of that number, exactly `width` cells: what does not fit stands below the list."""
    one = found.rows[number]
    here = "chosen" if number == found.at else ""
    gone = one.state is State.BIN
    style = "rejected" if gone else "happened" if one.events else "faint"
    way = render.base()
    events = f"{speech.number(one.events) if one.events else '–':>{_EVENTS - 1}}"
    cells = [
        ((f" {render.pointer() if here else ' '} ", _MARK, "mark"),),
        render.one(_day(one), found.widest, "date" if one.when else "faint", mode=found.mode, way=way),
        render.across(((_SIGNS.get(one.day_from, " "), 1, "key"),), (render.space(_SIGN - 1),)),
        ((events if not way else events.strip().ljust(_EVENTS - 1), _EVENTS - 1, "number" if one.events else "faint"),),
        (render.space(2),),
    ]
    rest = width - _MARK - found.widest - _SIGN - _EVENTS - 1
    tail: list[Line] = []
    if rest - _STATE >= _LEAST:
        words = say(STATES[one.state]) if one.state in STATES else ""
        tail.insert(0, _cell(words, _STATE, "faint", found.mode))
        rest -= _STATE
    if rest - _OUTLET - _LANG >= _LEAST:
        tail.insert(0, _cell(language(one.lang), _LANG, "faint", found.mode))
        tail.insert(0, _cell(one.publisher, _OUTLET, "faint", found.mode))
        rest -= _OUTLET + _LANG
    words = title(one)
    cells.append(render.one(words, max(4, rest), style, hits(words, found.needle), mode=found.mode, way=way))
    return tuple((said, size, f"{here} {own}".strip()) for said, size, own in render.across(*cells, *tail))


def _cell(words: str, width: int, style: str, mode: Mode) -> Line:
    return render.across((render.space(1),), render.one(words, width - 1, style, mode=mode, way=render.base()))


def about(found: Reports, width: int) -> list[Line]:
    """What is known of the selected report, always in as many lines."""
    one = found.here
    if one is None:
        words = say("no report holds these words") if found.every else say("there is no report")
        return [render.label([(words, "faint")], width, mode=found.mode), BLANK, BLANK]
    known: list[Part] = [(_day(one) if one.when is None else render_when.full(one.when), "accent")]
    for said in (_from(one), one.publisher, language(one.lang)):
        known += [(" · ", "faint"), (said, "")] if said else []
    place = one.url or one.path
    lines: list[list[Part]] = [known, [(_told(one), "faint")], [(place, "faint")] if place else []]
    return [render.label(parts, width, mode=found.mode) if parts else BLANK for parts in lines]


def _told(one: ListedReport) -> str:
    """What became of it, in words."""
    match one.state:
        case State.BIN:
            return say("in the bin: it tells nothing")
        case State.ASIDE:
            return say("set aside: its reading broke")
        case State.COPY:
            told = say("nearly the words of «{other}»", other=one.copy_of)
        case State.PARTLY:
            told = say("read to paragraph {number}", number=speech.number(one.read_to))
        case State.SILENT if one.silence is not None and one.silence.unplaced:
            told = count(
                "{n} date has no day to count from: F2 says it",
                "{n} dates have no day to count from: F2 says it",
                one.silence.unplaced,
            )
        case State.SILENT if one.silence is not None:
            told = " ".join(reasons([one.silence]))
        case _:
            told = ""
    events = count("{n} event", "{n} events", one.events)
    return " · ".join(filter(None, (events, told)))
