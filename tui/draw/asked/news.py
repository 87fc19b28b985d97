"""Draws what is new: a row a thing, with what it is, the day and the title."""

from __future__ import annotations

from collections.abc import Mapping

from tui.draw import line as render
from tui.draw import when as render_when
from tui.draw.line import Line
from tui.i18n.speech import later, say
from tui.view.news import News
from tui.view.state import View

_MARK, _CHANGE, _DAY = 3, 16, 20
"""Cells of the pointer, of what is new and of the day."""
WORDS: Mapping[str, str] = {
    "event": later("new event"),
    "joined": later("more is told"),
    "moved": later("date moved"),
    "conflict": later("reports differ"),
    "lost": later("decision lost"),
}


def row(view: View, news: News, number: int, width: int) -> Line:
    """The row of that number, exactly `width` cells."""
    item = news.rows[number]
    here = "chosen" if number == news.at else ""
    event, decision = item.event, item.decision
    title = event.title if event is not None else ""
    if event is None and decision is not None and decision.targets:
        title = decision.targets[0].title
    day = render_when.brief(event.when) if event is not None and event.when is not None else ""
    way = render.base()
    drawn = render.across(
        ((f" {render.pointer() if here else ' '} ", _MARK, "mark"),),
        render.one(say(WORDS[item.change.value]), _CHANGE, "label", mode=view.mode, way=way),
        render.one(day, _DAY, "date", mode=view.mode, way=way),
        render.one(title, max(4, width - _MARK - _CHANGE - _DAY), "happened", mode=view.mode, way=way),
    )
    return tuple((words, cells, f"{here} {own}".strip()) for words, cells, own in drawn)
