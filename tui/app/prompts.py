"""`Asking`: the line at the foot in which the reader types, and what becomes of it: search, filter, day."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from textual import events, on

from timeline_core.errors import TimelineError
from timeline_core.view.filter import Filter
from tui.app.pane_layout import Arranged
from tui.draw import when as render_when
from tui.i18n import query_errors as complaints
from tui.i18n.speech import count, later, say
from tui.ports.services import Services
from tui.view import in_report as reading_along
from tui.view import state
from tui.view import wishes as moving
from tui.view.panes import Pane
from tui.widgets.bars import FootBar
from tui.widgets.drawn import Pane as PaneWidget
from tui.widgets.prompt_bar import Prompt, PromptBar

SEARCH = Prompt("search", "/", later("words in a title, a quote or a name, in any script"), walks=True)
FIND = Prompt("find", "/", later("words of this report"), walks=True)
FILTER = Prompt("filter", later("filter"), later("actor:sdf since:2023-02 -kind:denial status:draft words"))
JUMP = Prompt("jump", later("go to"), later("a day in any words: 2023-02-10, شباط 2023, last year"))
NAME = Prompt("name", later("name"), later("a name for this filter"))
_QUOTED = re.compile("«([^»]+)»")
_ON_KEYS = 9
"""Kept filters that have a key."""
_KEPT = 50
"""Lines that are remembered of each prompt."""


class Asking(Arranged):
    """One line at a time: `ask` opens it, `typed` answers while the reader types, `done` takes the answer."""

    services: Services
    memory: dict[str, list[str]]
    """Name of a prompt -> what was typed in it, the last one last."""
    _typed: Callable[[str], str]
    _done: Callable[[str], None]
    _left: Callable[[str], None]

    def ask(
        self,
        prompt: Prompt,
        text: str,
        done: Callable[[str], None],
        typed: Callable[[str], str] = lambda _: "",
        left: Callable[[str], None] = lambda _: None,
        known: Sequence[str] = (),
    ) -> None:
        """Open the line.

        Args:
            done: takes what was typed.
            typed: called at every letter; what it says stands beside the line.
            left: called with the text of before when the reader gives up.
            known: offered before what was typed in other lines.
        """
        self._typed, self._done, self._left = typed, done, left
        self.query_one(FootBar).display = False
        self.query_one(PromptBar).open(prompt, text, [*known, *self.memory.get(prompt.name, ())])

    @on(PromptBar.Typed)
    def _prompt_typed(self, message: PromptBar.Typed) -> None:
        self.query_one(PromptBar).answer = self._typed(message.text)

    @on(PromptBar.Closed)
    def _prompt_closed(self, message: PromptBar.Closed) -> None:
        self.query_one(FootBar).display = True
        self.screen.set_focus(self.query_one(f"#{self.view.focus}"), scroll_visible=False)
        if message.given_up:
            self._left(message.before)
            return
        typed = message.text.strip()
        if typed:
            kept = [line for line in self.memory.get(message.prompt.name, ()) if line != typed]
            self.memory[message.prompt.name] = [*kept, typed][-_KEPT:]
        self._done(message.text)

    @on(events.DescendantFocus)
    def _turned_away(self, event: events.DescendantFocus) -> None:
        """The reader clicked on a pane: what the line has shown so far stands, what it would have kept is not kept."""
        if not isinstance(event.widget, PaneWidget) or event.widget is not self.focused:
            return
        for bar in self.query(PromptBar):
            if bar.display:
                bar.display, self.query_one(FootBar).display = False, True

    @on(PromptBar.Moved)
    def _prompt_moved(self, message: PromptBar.Moved) -> None:
        inside = self.view.focus is Pane.REPORT
        self.view = (reading_along.next_found if inside else state.step)(self.view, message.by)

    @on(PromptBar.Kept)
    def _prompt_kept(self, message: PromptBar.Kept) -> None:
        line = message.text.strip()
        if message.prompt is FILTER and line:
            self.ask(NAME, "", lambda name: self._keep(name.strip(), line))

    def _keep(self, name: str, line: str) -> None:
        if not name:
            return
        try:
            file = self.services.keep(name, line)
        except TimelineError as error:
            self.view = state.tell(self.view, str(error))
            return
        saved = {**self.view.saved, name: line}
        place = [*saved].index(name) + 1
        told = say("kept as «{name}» in {file}", name=name, file=file)
        if place <= _ON_KEYS:
            key = self.view.keys.of(f"saved_{place}")
            told = say("kept as «{name}» on {key}, in {file}", name=name, key=key, file=file)
        self.view = state.tell(replace(self.view, saved=saved), told)

    def action_search(self) -> None:
        """In the report, look for words there; anywhere else, show only what holds them."""
        if self.view.focus is Pane.REPORT:
            self.ask(FIND, self.view.find, self._find, self._found, self._find)
            return
        self.ask(SEARCH, self.view.filter.text, self._search, self._searched, self._search)

    def _find(self, text: str) -> None:
        self.view = reading_along.find(self.view, text)

    def _found(self, text: str) -> str:
        self._find(text)
        return count("{n} place", "{n} places", len(reading_along.places(self.view)))

    def _search(self, text: str) -> None:
        self.view = state.search(self.view, text)

    def _searched(self, text: str) -> str:
        self._search(text)
        return count("{n} event", "{n} events", self.view.count)

    def action_filter(self) -> None:
        self._ask_filter(self.view.filter)

    def _ask_filter(self, before: Filter) -> None:
        def back(_: str) -> None:
            self.view = state.filtered(self.view, before)

        from timeline_core.view import query

        line = f"{query.format(before)} " if before else ""
        known = list(self.view.saved.values())
        self.ask(FILTER, line, lambda text: self._filter(text, before), self._filtered, back, known)

    def _filtered(self, text: str) -> str:
        """The list as the line would have it, while it can be understood."""
        try:
            self.view = state.filtered(self.view, self.services.query(text))
        except TimelineError as error:
            return complaints.told(error)
        return count("{n} event", "{n} events", self.view.count)

    def _filter(self, text: str, before: Filter) -> None:
        """A line that cannot be understood stays open, with what is wrong in it selected."""
        try:
            self.view = state.filtered(self.view, self.services.query(text))
        except TimelineError as error:
            self._ask_filter(before)
            wrong = _QUOTED.search(str(error))
            self.query_one(PromptBar).put(text, wrong[1] if wrong else "", complaints.told(error))

    def action_saved(self, number: int) -> None:
        """The saved filter of that place in the settings."""
        saved = list(self.view.saved.items())
        if number > len(saved):
            self.view = state.tell(self.view, say("no filter is kept at {number}", number=number))
            return
        name, line = saved[number - 1]
        try:
            self.view = state.filtered(self.view, self.services.query(line))
            told = say("filter «{name}»", name=name)
        except TimelineError as error:
            told = complaints.told(error)
        self.view = state.tell(self.view, told)

    def action_jump(self) -> None:
        self.ask(JUMP, "", self._jump, self._days_told)

    def _days_told(self, text: str) -> str:
        found = self.services.days(text.strip()) if text.strip() else None
        if found is None:
            return ""
        first, last = found
        one = render_when.day(first)
        return one if first == last else say("{first} – {last}", first=one, last=render_when.day(last))

    def _jump(self, text: str) -> None:
        if not text.strip():
            return
        found = self.services.days(text.strip())
        if found is None:
            self.view = state.tell(self.view, say("no day can be read in «{text}»", text=text.strip()))
        else:
            self.view = moving.jump(self.view, *found)
