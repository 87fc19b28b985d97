"""Draws the strip on which the day of a report is tried: whose day, a ruler, what speaks against it, what moves.

Nothing is told by colour alone: a day that a clue forbids has a cross behind its number, an unlikely one a question
mark, the tried one stands in brackets.
"""

from __future__ import annotations

from datetime import date

from timeline_core.model import edtf
from timeline_core.model.when import on
from timeline_core.publication.tried import Against, Grade, How, Move, Rule, Stretch, Tried
from tui.draw import keys as render_keys
from tui.draw import line as render
from tui.draw import when as render_when
from tui.draw.line import Line, Part
from tui.i18n import speech
from tui.i18n.speech import count, later, say
from tui.ports.listed_report import DayFrom
from tui.view.state import View
from tui.view.turning.turn import Turn

HEIGHT = 5
"""Lines of the strip."""
_CELLS = 4
"""Of a day on the ruler."""
_MONTH = 6
"""Cells of the name of a month on the ruler."""
_WIDE = 100
"""Cells from which on the tried day is told in full."""
_NAME = 30
"""Cells of the name of the report."""
_SIGNS = {Grade.FITS: ("", ""), Grade.UNLIKELY: ("?", "faint"), Grade.FORBIDDEN: ("✕", "denied")}
_FROM = {
    DayFrom.FILE: later("its file says {date}"),
    DayFrom.PERSON: later("{who} said {date}"),
    DayFrom.INFERRED: later("inferred: {date}"),
    DayFrom.UNKNOWN: later("nothing tells its day"),
}
_WHY = {
    Rule.AHEAD: later("«{words}» would lie ahead, and is told as past"),
    Rule.WEEKDAY: later("«{words}» names another weekday"),
    Rule.MONTH: later("«{words}» is said in another month"),
    Rule.YEAR: later("«{words}» is said in another year"),
    Rule.SHARED: later("what it tells of was on {date}, says another report"),
    Rule.HEAD: later("its own head says «{words}»"),
    Rule.LATER: later("all words fit, but news is told on the first days that fit"),
}


def strip(view: View, turn: Turn, width: int) -> list[Line]:
    """The lines of the strip."""
    return [
        _heading(view, turn, width),
        _ruler(view, turn, width),
        _verdict(view, turn, width),
        _moves(view, turn, width),
        _keys(view, width),
    ]


def _heading(view: View, turn: Turn, width: int) -> Line:
    report = view.report
    name = " ".join(((report.title or report.publisher) if report is not None else "").split()) or turn.report
    words = [say("Day of the report"), " · ", _known(turn), " · ", _short(name)]
    tried = turn.tried
    fits = render.label([(_fits(tried.stretch), "")] if tried is not None else [], width // 2, mode=view.mode)
    room = width - render.width_of(fits) - 5
    named = render.label([(said, "accent") for said in words], room, mode=view.mode)
    left = max(0, room - render.width_of(named))
    rule = (("─" * left, left, "mark"),)
    return render.across(named, (render.space(1),), rule, (render.space(1),), fits, (render.space(1),))


def _short(name: str) -> str:
    return name if len(name) <= _NAME else name[: _NAME - 1] + "…"


def _known(turn: Turn) -> str:
    """The day that holds, and how it is known."""
    return say(_FROM[turn.day_from], date=render_when.brief(turn.published.when), who=turn.who)


def _ruler(view: View, turn: Turn, width: int) -> Line:
    """The days around the tried one, the name of its month before each first day that is seen."""
    tried = turn.settled
    if tried is None:
        return render.label([("  ", ""), (render_when.day(turn.day), "title"), (" …", "faint")], width, mode=view.mode)
    grades = dict(tried.near)
    days = _seen(tried, width)
    blocks: list[Line] = [(render.space(1),)]
    for number, day in enumerate(days):
        if not number or day.day == 1:
            month = speech.spoken().short(speech.spoken().months[day.month - 1])
            blocks.append(_cell(view, month, "faint", _MONTH))
        blocks.append(_day(turn, day, grades[day]))
    return render.across(*blocks)


def _seen(tried: Tried, width: int) -> list[date]:
    """The days that there is room for, the tried one in their middle."""
    room = max(1, (width - 1 - 2 * _MONTH) // _CELLS)
    days = [day for day, _ in tried.near]
    first = max(0, days.index(tried.day) - room // 2)
    return days[first : first + room]


def _day(turn: Turn, day: date, grade: Grade) -> Line:
    """The number of the day with its sign behind it; the tried one in brackets, which are turned with the screen."""
    sign, style = _SIGNS[grade]
    number = speech.spoken().plain(day.day)
    here = day == turn.day
    style = f"{style or 'accent'} title" if here else style or "number"
    begin, end = ("][" if render.base() else "[]") if here else (" ", "")
    said = [(begin, 1), (number, len(number)), (sign, len(sign)), (end, len(end))]
    line: Line = render.across(*(((words, cells, style),) for words, cells in said))
    return render.across(line, (render.space(_CELLS - render.width_of(line)),))


def _cell(view: View, words: str, style: str, cells: int) -> Line:
    said = render.label([(words, style)], cells, mode=view.mode)
    return render.across(said, (render.space(cells - render.width_of(said)),))


def _verdict(view: View, turn: Turn, width: int) -> Line:
    """The tried day in full, and what speaks against it; or the day that is being typed."""
    parts: list[Part] = [(" ", "")]
    if turn.typed:
        parts += [(say("to {typed}", typed=f"{turn.typed}▏"), "accent"), ("  ", "")]
        if turn.wrong:
            return render.label(
                [*parts, (say("not a date: «{text}»", text=turn.typed), "denied")], width, mode=view.mode
            )
    day = render_when.day(turn.day) if width >= _WIDE else render_when.brief(on(turn.day))
    parts += [(day, "title"), ("   ", "")]
    tried = turn.settled
    if tried is not None and turn.warned:
        parts.append((say("a clue forbids this day; Enter once more keeps it all the same"), "grave"))
    elif tried is not None:
        parts += _against(tried) or [("✓ ", "accent"), (say("nothing speaks against it"), "")]
    return render.label(parts, width, mode=view.mode)


def _against(tried: Tried) -> list[Part]:
    """The first clue that speaks against the day, and how many more do."""
    if not tried.against:
        return []
    first, *more = tried.against
    sign, style = _SIGNS[Grade.FORBIDDEN if first.forbids else Grade.UNLIKELY]
    found: list[Part] = [(f"{sign} ", style), (_why(first), style if first.forbids else "")]
    if more:
        found += [(" · ", "faint"), (count("{n} more clue", "{n} more clues", len(more)), "faint")]
    return found


def _why(clue: Against) -> str:
    day = render_when.short_day(clue.day) if clue.day is not None else ""
    return say(_WHY[clue.rule], words=render.isolated(clue.words), date=day)


def _fits(stretch: Stretch | None) -> str:
    """The days against which nothing speaks: «fits 16–28 February 2023: 13 days»."""
    if stretch is None:
        return say("no day near it fits")
    first, last = stretch.first, stretch.last
    if first is None or last is None:
        end = first or last
        if end is None:
            return say("nothing in it tells its day")
        said = say("from {date} on", date=render_when.short_day(end)) if first else ""
        return say("fits {dates}", dates=said or say("until {date}", date=render_when.short_day(end)))
    if first == last:
        return say("fits {dates}", dates=render_when.day(first))
    dates = render_when.span(edtf.of_day(first), edtf.of_day(last))
    return count("fits {dates}: {n} day", "fits {dates}: {n} days", stretch.days, dates=dates)


def _moves(view: View, turn: Turn, width: int) -> Line:
    """How many events move, and where the first of them goes."""
    tried = turn.tried
    if tried is None:
        return render.label([(" ", ""), (say("reading the report…"), "faint")], width, mode=view.mode)
    if not tried.moves:
        return render.label([(" ", ""), (say("nothing moves in the timeline"), "faint")], width, mode=view.mode)
    said = count("{n} event moves", "{n} events move", len(tried.moves))
    parts: list[Part] = [(" ", ""), (said, "number")]
    for move in tried.moves:
        parts += [(" · ", "faint"), (_move(move), ""), (" ", ""), (f"«{_short(move.title)}»", "faint")]
    return render.label(parts, width, mode=view.mode)


def _move(move: Move) -> str:
    before, after = render_when.brief(move.before), render_when.brief(move.after)
    if move.how is How.GONE:
        return say("{before}: told no more", before=before)
    if move.how is How.NEW:
        return say("new: {after}", after=after)
    if move.how is How.LEAVES:
        return say("{before}, of its own: {after}", before=before, after=after)
    return say("{before} to {after}", before=before, after=after)


def _keys(view: View, width: int) -> Line:
    words = say("Enter keep   Esc leave   ←→ day   ⇧←→ week   PgUp PgDn month   19 or a date")
    return render.across((render.space(1),), *render_keys.hints(words, width - 1, mode=view.mode)[:1])
