"""`Searching`: search, filter line, and saved filters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from timeline_core.errors import TimelineError
from timeline_core.view.filter import Filter, Term
from tui.app.parts import Action, Hear
from tui.app.prompts import PromptLine
from tui.app.stage import Stage
from tui.draw import palette as render_palette
from tui.i18n import query_errors
from tui.i18n.speech import count, later, say
from tui.screens.palette import PaletteScreen
from tui.view import in_report, state, wishes
from tui.view.panes import Pane
from tui.view.search import names_of
from tui.widgets.bars import DensityStrip
from tui.widgets.prompt_bar import Prompt

if TYPE_CHECKING:
    from timeline_core.view.completion import Completion

SEARCH = Prompt("search", "/", later("words in a title, a quote or a name, in any script"), walks=True)
FIND = Prompt("find", "/", later("words of this report"), walks=True)
FILTER = Prompt("filter", later("filter"), later("actor:sdf since:2023-02 -kind:denial status:draft words"))
NAME = Prompt("name", later("name"), later("a name for this filter"))
_QUOTED = re.compile("«([^»]+)»")
_ON_KEYS = 9
"""Saved filters that have a key."""


class Searching:
    """Asks in the prompt and updates the timeline while the reader types."""

    def __init__(self, app: Stage, line: PromptLine) -> None:
        self._app, self._line = app, line

    @property
    def does(self) -> Mapping[str, Action]:
        """The keys of the group «What is shown»."""
        return {
            "search": self.search,
            "filter": self.filter,
            "saved": self.saved,
            "saved_menu": self.choose,
        }

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """A click on the strip above the panes goes to that time."""
        return {DensityStrip.Pointed: self._pointed}

    def _pointed(self, there: DensityStrip.Pointed) -> None:
        self._app.view = wishes.jump(self._app.view, there.first, there.last)

    def search(self) -> None:
        """With the focus on the report, find words in it; otherwise show only events that contain them."""
        view = self._app.view
        if view.focus is Pane.REPORT:
            self._line.ask(FIND, view.find, self._find, self._found, self._find)
        else:
            self._line.ask(SEARCH, view.filter.text, self._search, self._searched, self._search)

    def _find(self, text: str) -> None:
        self._app.view = in_report.find(self._app.view, text)

    def _found(self, text: str) -> str:
        self._find(text)
        return count("{n} place", "{n} places", len(in_report.places(self._app.view)))

    def _search(self, text: str) -> None:
        """Apply the search; one that cannot be read opens the prompt again and changes nothing."""
        if wrong := self._try(text):
            self.search()
            self._line.mend(text, "", query_errors.explain(wrong))
        else:
            self._app.view = in_report.find_in_reports(self._app.view, text)

    def _searched(self, text: str) -> str:
        if wrong := self._try(text):
            return query_errors.explain(wrong)
        view = self._app.view
        events, reports = count("{n} event", "{n} events", view.count), len(view.index.telling(view.filter.worded))
        return " · ".join((events, *([count("in {n} report", "in {n} reports", reports)] if reports else [])))

    def _try(self, text: str) -> TimelineError | None:
        """Search; what cannot be read hides nothing, and is answered."""
        try:
            self._app.view = state.search(self._app.view, text)
        except TimelineError as error:
            self._app.view = state.search(self._app.view, "")
            return error
        return None

    def filter(self) -> None:
        """Ask for a filter line."""
        self._ask_filter(self._app.view.filter)

    def _ask_filter(self, before: Filter) -> None:
        from timeline_core.view import query

        def back(_: str) -> None:
            self._app.view = state.filtered(self._app.view, before)

        line = f"{query.format(before)} " if before.terms else ""
        known = list(self._app.view.saved.values())
        self._line.ask(
            *(FILTER, line, lambda text: self._filter(text, before), self._filtered, back, self._ask_name, known),
            complete=self._completed,
        )

    def _completed(self, line: str) -> Completion:
        from timeline_core.view.completion import complete

        return complete(line, self._app.services.wording(), partial(names_of, self._app.view))

    def _filtered(self, text: str) -> str:
        """Apply the line; the number of events, or what is wrong with it."""
        wrong = self._apply(text)
        return query_errors.explain(wrong) if wrong else count("{n} event", "{n} events", self._app.view.count)

    def _apply(self, text: str) -> TimelineError | None:
        """Apply the line; where a piece of it is wrong, the others. What is wrong is answered."""
        from timeline_core.view import query

        terms, wrong = list[Term](), None
        for piece in query.pieces(text):
            try:
                found = self._app.services.query(piece).terms
                self._app.view.index.matches(Filter(found))  # a pattern may take too long
                terms += found
            except TimelineError as error:
                wrong = wrong or error
        self._app.view = state.filtered(self._app.view, Filter(tuple(terms)))
        return wrong

    def _filter(self, text: str, before: Filter) -> None:
        """Apply the line; if it is invalid, open the prompt again with the wrong part selected."""
        if wrong := self._apply(text):
            self._ask_filter(before)
            piece = _QUOTED.search(str(wrong))
            self._line.mend(text, piece[1] if piece else "", query_errors.explain(wrong))

    def _ask_name(self, line: str) -> None:
        self._line.ask(NAME, "", lambda name: self._keep(name.strip(), line))

    def _keep(self, name: str, line: str) -> None:
        if not name:
            return
        try:
            file = self._app.services.keep(name, line)
        except TimelineError as error:
            self._app.tell(str(error))
            return
        view = self._app.view
        saved = {**view.saved, name: line}
        place = [*saved].index(name) + 1
        message = say("saved as «{name}» in {file}", name=name, file=file)
        if place <= _ON_KEYS:
            key = view.keys.of(f"saved_{place}")
            message = say("saved as «{name}» on {key}, in {file}", name=name, key=key, file=file)
        self._app.view = state.tell(replace(view, saved=saved), message)

    def saved(self, number: int) -> None:
        """Apply the saved filter of that number."""
        view = self._app.view
        saved = list(view.saved.items())
        if number > len(saved):
            self._app.tell(say("no filter is saved at {number}", number=number))
            return
        name, line = saved[number - 1]
        try:
            self._app.view = state.filtered(view, self._app.services.query(line))
            message = say("filter «{name}»", name=name)
        except TimelineError as error:
            message = query_errors.explain(error)
        self._app.tell(message)

    async def choose(self) -> None:
        """Open the menu of saved filters, and apply the one that is chosen."""
        view = self._app.view
        if not view.saved:
            self._app.tell(say("no filter is saved: in the filter line, Ctrl-S saves one"))
            return
        screen = PaletteScreen(
            render_palette.saved(view), view.mode, later("a part of a filter's name, or of its line")
        )
        chosen = await self._app.push_screen_wait(screen)
        if chosen is not None:
            await self._app.run_action(chosen.action)
