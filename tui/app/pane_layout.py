"""`PaneLayout`: the panes on the screen as the `View` says: which are seen, how large, and which has the keys."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.message import Message
from textual.widgets import Input

from tui.app.parts import Action, Hear
from tui.app.stage import Stage
from tui.view import state
from tui.view.panes import Pane, Panes
from tui.view.state import View
from tui.widgets.pane import Pane as PaneWidget

_STACKED = {True: (15, 12), False: (9, 7)}
"""Lines of the timeline and of the event where panes lie above each other; on a tall screen, and on another."""
_FIRST, _SECOND = 3, 4
"""Shares of the event and of the report where they lie beside the timeline."""


class PaneLayout:
    """Places the panes; draws nothing itself."""

    def __init__(self, app: Stage) -> None:
        self._app = app

    @property
    def does(self) -> Mapping[str, Action]:
        """No key of its own: panes are moved by wishes upon the view."""
        return {}

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """A pane that was clicked, or tabbed to, is the one of the view."""
        return {events.DescendantFocus: self._focused}

    def resized(self, width: int, height: int) -> None:
        """The screen has that size now."""
        self._app.view = state.resized(self._app.view, height, width)
        self._size(self._app.view.panes, width, height)

    def changed(self, old: View, new: View) -> None:
        """The pane that the view names is seen and has the keys."""
        if old.panes != new.panes:
            self._size(new.panes, self._app.size.width, self._app.size.height)
        if (old.focus, old.panes.alone) != (new.focus, new.panes.alone):
            self.show(new)

    def show(self, view: View) -> None:
        """First the pane that gets the keys, then what is not seen beside it: the keys are never with a hidden pane.

        Who is typing goes on typing.
        """
        reader = self._app.screen_stack[0]
        for pane in Pane:
            reader.set_class(pane is view.focus, f"-in-{pane}")
        reader.set_class(view.panes.alone, "-alone")
        reading = view.focus is not Pane.TIMELINE
        if reading:
            reader.query_one("#reading").display = True
        wanted = reader.query_one(f"#{view.focus}")
        wanted.display = True
        if self._app.screen is reader and not isinstance(self._app.focused, Input):
            reader.set_focus(wanted, scroll_visible=False)  # at once: the next key is for this pane
        for pane in set(Pane) - {view.focus}:
            reader.query_one(f"#{pane}").styles.display = "none" if view.panes.alone else None
        reader.query_one("#reading").display = reading or not view.panes.alone

    def _size(self, panes: Panes, width: int, height: int) -> None:
        """The sizes that the reader chose; where he chose none, the sheet has its way."""
        reader = self._app.screen_stack[0]
        timeline, event, report = (reader.query_one(f"#{pane}") for pane in Pane)
        stacked = width < self._app.NARROW or self._app.choice.mode == "inverse"
        first, second = _STACKED[height >= state.ROOMY]
        timeline.styles.width = f"{panes.share}%" if panes.across and not (stacked or panes.alone) else None
        timeline.styles.height = first + 2 * panes.across if panes.across and stacked and not panes.alone else None
        moved = panes.down and not panes.alone
        event.styles.height = (second + 2 * panes.down if stacked else f"{_FIRST + panes.down}fr") if moved else None
        report.styles.height = f"{_SECOND - panes.down}fr" if moved and not stacked else None

    def _focused(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, PaneWidget) and event.widget is self._app.focused:
            self._app.view = state.focus(self._app.view, Pane(event.widget.id or Pane.TIMELINE))
