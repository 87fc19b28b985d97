"""`Arranged`: the panes on the screen as the `View` says: which are seen, how large, and which has the keys."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from rich.console import RenderableType
from textual import events, on
from textual.reactive import reactive
from textual.widgets import Input

from tui.app.key_queue import Paired
from tui.keys.keys import Keys
from tui.view import state
from tui.view import wishes as moving
from tui.view.panes import Pane, Panes
from tui.view.state import View
from tui.widgets.drawn import Pane as PaneWidget
from tui.widgets.timeline_list import TimelineList

_STACKED = {True: (15, 12), False: (9, 7)}
"""Lines of the timeline and of the event where panes lie above each other; on a tall screen, and on another."""
_FIRST, _SECOND = 3, 4
"""Shares of the event and of the report where they lie beside the timeline."""


class Arranged(Paired):
    """Holds the view; draws nothing itself."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - Textual types it so
    VERTICAL_BREAKPOINTS = [(0, "-short"), (state.ROOMY, "-tall")]  # noqa: RUF012
    NARROW: ClassVar[int] = 110

    view: reactive[View] = reactive(View(), repaint=False)

    @property
    def table(self) -> Keys:
        return self.view.keys

    top: int = 0
    """The first row of the list, when the reader was left."""
    left: str = ""
    """The screen, as it was left."""

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """As Textual's; what the next start begins with is kept: the first row of the list, in `left` the screen."""
        if self.is_running and len(self.screen_stack) == 1:
            self.top = self.query_one(TimelineList).top
            if self.glimpse is not None and not self.view.loading:
                self.view = replace(self.view, told="")
                self.left = self.picture()
        super().exit(result, return_code, message)

    def on_resize(self, event: events.Resize) -> None:
        self.view = state.resized(self.view, event.size.height, event.size.width)
        self._size_panes(self.view.panes, event.size.width, event.size.height)

    def watch_view(self, old: View, new: View) -> None:
        """The pane that the view names is seen and has the keys."""
        if old.panes != new.panes:
            self._size_panes(new.panes, self.size.width, self.size.height)
        if (old.focus, old.panes.alone) != (new.focus, new.panes.alone):
            self._show(new)

    def _show(self, view: View) -> None:
        """First the pane that gets the keys, then what is not seen beside it: the keys are never with a hidden pane.

        Who is typing goes on typing.
        """
        reader = self.screen_stack[0]
        for pane in Pane:
            reader.set_class(pane is view.focus, f"-in-{pane}")
        reader.set_class(view.panes.alone, "-alone")
        reading = view.focus is not Pane.TIMELINE
        if reading:
            reader.query_one("#reading").display = True
        wanted = reader.query_one(f"#{view.focus}")
        wanted.display = True
        if self.screen is reader and not isinstance(self.focused, Input):
            reader.set_focus(wanted, scroll_visible=False)  # at once: the next key is for this pane
        for pane in set(Pane) - {view.focus}:
            reader.query_one(f"#{pane}").styles.display = "none" if view.panes.alone else None
        reader.query_one("#reading").display = reading or not view.panes.alone

    def _size_panes(self, panes: Panes, width: int, height: int) -> None:
        """The sizes that the reader chose; where he chose none, the sheet has its way."""
        reader = self.screen_stack[0]
        timeline, event, report = (reader.query_one(f"#{pane}") for pane in Pane)
        stacked = width < self.NARROW or self.choice.mode == "inverse"
        first, second = _STACKED[height >= state.ROOMY]
        timeline.styles.width = f"{panes.share}%" if panes.across and not (stacked or panes.alone) else None
        timeline.styles.height = first + 2 * panes.across if panes.across and stacked and not panes.alone else None
        moved = panes.down and not panes.alone
        event.styles.height = (second + 2 * panes.down if stacked else f"{_FIRST + panes.down}fr") if moved else None
        report.styles.height = f"{_SECOND - panes.down}fr" if moved and not stacked else None

    @on(events.DescendantFocus)
    def _focused(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, PaneWidget) and event.widget is self.focused:
            self.view = state.focus(self.view, Pane(event.widget.id or Pane.TIMELINE))

    def action_wish(self, name: str, *values: int) -> None:
        """Change the view as the function of that name says (`moving.WISHES`)."""
        self.view = moving.WISHES[name](self.view, *values)
