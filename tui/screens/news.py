"""What is new since the reader looked last; Enter goes there, `s` remembers that all of it was seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from tui.draw.asked import news as render_news
from tui.draw.line import Line
from tui.i18n.speech import count, say
from tui.screens.styled import STEPS, Sheet
from tui.view.news import News
from tui.view.state import View
from tui.widgets.hints import Hints
from tui.widgets.note import Note
from tui.widgets.rows import Rows


class NewsScreen(Sheet[str]):
    """Answers the id of the event to go to, or nothing."""

    BINDINGS: ClassVar = [
        *STEPS,
        Binding("enter", "go", show=False),
        Binding("s,س", "seen", show=False),
        Binding("escape,q,ض,W", "leave", show=False),
    ]

    def __init__(self, view: View, news: News, seen: Callable[[], None]) -> None:
        """`seen`: remembers that all of it was seen."""
        super().__init__()
        self._view, self._news, self._seen = view, news, seen

    def compose(self) -> ComposeResult:
        with Vertical(id="pairs", classes="sheet news"):
            yield Note(self._title(), "title", id="said")
            yield Rows(self._news, self._row)
            yield Hints(say("Enter go there   s all of it is seen   Esc close"))

    def _title(self) -> str:
        if not self._news.since:
            return say("nobody has looked before; from now on all is known")
        day = self._news.since[:16].replace("T", " ")
        if not self._news.rows:
            return say("nothing is new since {moment} UTC", moment=day)
        told = count("{n} thing is new", "{n} things are new", len(self._news.rows))
        return " · ".join((told, say("since {moment} UTC", moment=day)))

    def _row(self, number: int, width: int) -> Line:
        return render_news.row(self._view, self._news, number, width)

    def _show(self, news: News) -> None:
        self._news = news
        self.query_one(Rows).put(news)
        self.query_one("#said", Note).text = self._title()

    @on(Rows.Pointed)
    def _pointed(self, message: Rows.Pointed) -> None:
        self._show(self._news._replace(at=message.number))

    def action_step(self, by: int) -> None:
        self._show(self._news.step(by))

    def action_seen(self) -> None:
        """Remember that all of it was seen, and close."""
        self._seen()
        self.dismiss("")

    def action_go(self) -> None:
        here = self._news.here
        self.dismiss(here.event.id if here is not None and here.event is not None else "")

    def action_leave(self) -> None:
        self.dismiss("")
