"""`PaneLayout`: applies the view to the panes: which are visible, how large they are, which has the focus."""

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
"""Heights of timeline and event when panes are stacked: on a tall screen, and on a short one."""
_FIRST, _SECOND = 3, 4
"""Fractions of the height for event and report when they stand beside the timeline."""


class PaneLayout:
    """Shows, hides, resizes and focuses panes; draws nothing."""

    def __init__(self, app: Stage) -> None:
        self._app = app

    @property
    def does(self) -> Mapping[str, Action]:
        """No actions: keys change `View.panes`, and this class applies it."""
        return {}

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """A click or Tab that moves the focus also changes `View.focus`."""
        return {events.DescendantFocus: self._focused}

    def resized(self, width: int, height: int) -> None:
        """Adapt view and panes to a new screen size."""
        self._app.view = state.resized(self._app.view, height, width)
        self._size(self._app.view.panes, width, height)

    def changed(self, old: View, new: View) -> None:
        """Apply what differs between the two views."""
        if old.panes != new.panes:
            self._size(new.panes, self._app.size.width, self._app.size.height)
        if (old.focus, old.panes.alone) != (new.focus, new.panes.alone):
            self.show(new)

    def show(self, view: View) -> None:
        """Focus the pane of the view, then hide the others if it is alone: a hidden pane never has the focus.

        An open prompt keeps the focus.
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
            reader.set_focus(wanted, scroll_visible=False)  # immediately: the next key must reach this pane
        for pane in set(Pane) - {view.focus}:
            reader.query_one(f"#{pane}").styles.display = "none" if view.panes.alone else None
        reader.query_one("#reading").display = reading or not view.panes.alone

    def _size(self, panes: Panes, width: int, height: int) -> None:
        """Set the sizes that the reader chose; elsewhere the style sheet decides."""
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
