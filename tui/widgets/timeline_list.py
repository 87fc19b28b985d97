"""The timeline pane: every shown event under its month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual import events
from textual.geometry import Region
from textual.message import Message

from tui.i18n.speech import later
from tui.view.listing import Gap
from tui.view.state import View
from tui.view.turning.ghosts import ghosts
from tui.widgets.help_data import HelpData
from tui.widgets.pane import Pane
from tui.widgets.timeline_rows import Ahead, TimelineRows

_MARGIN = 2
"""Rows that are kept in sight above and below the chosen one."""


class TimelineList(Pane):
    """Draws `view.listing`, one row a line, and keeps the selected event visible."""

    ABOUT = HelpData(
        later("Timeline"),
        later("""\
Every event under its month, in the order of days; B puts first the latest, the most important, or what is most in \
doubt. A date is never more exact than the report: «month» is a month, «late» its last part.

● happened   ▬ period   ◌ on or before the day of its report   ○ was announced   ▷ is planned   \
✕ denies   ◇ background

At the edge: ■ marked   ★ starred   ✓ accepted   ✗ rejected   ✎ corrected; behind a title ¶ a note, # a tag. \
The strip beside a sign has the colour of a pinned actor, as at the foot.

Through the lens of doubts: ! may be wrong   ? is not known well, or from one origin

While a day is tried for a report (P): − would leave its place   + would stand there

What announces or denies an event hangs under it (├ └). Gaps are marked (⋮): Enter on one shows what could fall there.

The strip above the panes is the whole time of what is shown; a click on it goes there."""),
    )

    @dataclass
    class Moved(Message):
        """The reader wants to go so many events down (up when negative)."""

        by: int

    @dataclass
    class Chosen(Message):
        """The reader points at an event. `id` is the event's; `gap`: at the gap above it."""

        id: str
        gap: bool = False

    @dataclass
    class Opened(Message):
        """The reader wants to read the evidence of the event he stands on."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.body = self._rows = TimelineRows(self)
        self._stood_on = 0
        """The row that was seen for certain at the last look."""
        self._stood = 0
        """The first row when days began to be tried."""
        self._ahead = Ahead(self, self.body.row)

    def watch_view(self, old: View, new: View) -> None:
        """Keep the event on its line of the screen where that is possible; bring it into sight where not."""
        top, before = self.top, self._stood_on
        self._turned(old, new)
        if old.listing is not new.listing:
            self.top += self._rows.shown(new, new.row) - before
        self._into_sight()
        if old.listing is not new.listing or _look(old) != _look(new):
            self.redraw()
        elif self.top == top and (old.chosen, old.gap) != (new.chosen, new.gap):
            rows = (self._rows.shown(new, view.row) for view in (old, new))
            self.refresh(*(Region(0, row - self.top + self.lead, self.size.width, 2) for row in rows))
        self._ahead.look(self.top, self.rows)

    def _turned(self, old: View, new: View) -> None:
        """While days are tried, what moves is in sight; afterwards the list stands where it stood.

        Each day begins from there, so that the days that were passed on the way, and how quickly, change nothing.
        """
        if old.turn is None and new.turn is not None:
            self._stood = self.top
        elif (old.turn is not None and new.turn is not None and old.turn.tried is not new.turn.tried) or (
            old.turn is not None and new.turn is None
        ):
            self.top = self._stood

    def on_resize(self) -> None:
        self._into_sight()

    def _into_sight(self) -> None:
        if not self.rows:
            return
        row = self._moving() if self.view.turn is not None else -1
        self._stood_on = self._rows.shown(self.view, self.view.row)
        row = row if row >= 0 else self._stood_on
        if self.view.count and row == self._rows.place(self.view.listing.events[0].id):
            self.top = 0
        else:
            self.top = self.validate_top(top_in_sight(row, self.top, self.rows))

    def _moving(self) -> int:
        """The first row of what moves, where none of it is seen; -1 where some is."""
        found = ghosts(self.view)
        rows = [row + n for n, row in enumerate(found.at)]
        rows += [self._rows.place(id) for id in found.leaving if id]
        seen = any(self.top <= row < self.top + self.rows for row in rows)
        return -1 if seen or not rows else rows[0]

    def stand(self, top: int) -> None:
        """Begin with that row, as when it was left, if the chosen one is seen then."""
        self.top = self.validate_top(top)
        self._into_sight()

    def seen(self) -> Iterator[int]:
        """The rows of the listing that are in the window."""
        lines = range(self.top, min(self.top + self.rows, self.body.height()))
        yield from dict.fromkeys(there for there in map(self._rows.there, lines) if isinstance(there, int))

    def move(self, by: int) -> None:
        self.post_message(self.Moved(by))

    def on_click(self, event: events.Click) -> None:
        number = self.top + event.y - self.lead
        if event.y >= self.lead and 0 <= number < self.body.height():
            event.stop()
            there = self._rows.there(number)
            found = self.view.listing.event_near(there) if isinstance(there, int) else self.view.named(there.event)
            if found is not None:
                on_gap = isinstance(there, int) and isinstance(self.view.listing.rows[there], Gap)
                self.post_message(self.Chosen(found.id, on_gap))
            if event.chain > 1:
                self.post_message(self.Opened())


def _look(view: View) -> tuple[object, ...]:
    """What rows look like by, beside their events."""
    return view.marked, view.doubting, view.turn, view.labels


def top_in_sight(row: int, top: int, rows: int) -> int:
    """The first row of a window of so many rows in which that row is seen; `top` where it is seen already.

    From afar what comes before it is seen too, and more of what comes after.
    """
    margin = min(_MARGIN, (rows - 1) // 2)
    if not top - rows <= row < top + 2 * rows:
        return row - rows // 3
    if row - margin < top:
        return row - margin
    return max(top, row + margin - rows + 1)
