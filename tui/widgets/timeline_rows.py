"""`TimelineRows`: the rows of the timeline as they are laid out; `Ahead`: those that may be wanted next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, islice
from operator import is_

from textual.timer import Timer
from textual.widget import Widget

from tui.draw import line as render
from tui.draw import list as render_list
from tui.draw.line import Line
from tui.draw.turning import ghost as render_ghost
from tui.i18n.speech import say
from tui.view.turning.ghosts import ghosts
from tui.widgets.pane import Window

_REMEMBERED = 4_096
"""Rows that are kept as they were laid out."""
_REST, _PAUSE, _AT_ONCE = 0.03, 0.005, 6
"""Seconds without a key, then between so many rows, while what may come is prepared."""


class TimelineRows:
    """The body of the timeline: one row a line."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._laid: dict[tuple[int, str], Line] = {}
        """(number, chosen event) -> the row, where it is the one of that event; else with an empty id."""
        self._laid_for: tuple[object, ...] = ()

    def height(self) -> int:
        """Rows in all."""
        return len(self._window.view.listing.rows) + len(ghosts(self._window.view).at)

    def place(self, id: str) -> int:
        """The row on which that event is seen."""
        view = self._window.view
        return ghosts(view).shown(view.listing.row(id))

    def heading(self, width: int) -> Line:
        """The name of the pane, and the month of the first row once its heading has gone out of sight."""
        words = [(say("Timeline"), "")]
        if self._window.top and self.height():
            section = self._window.view.listing.section(self._under(self._window.top))
            words += [(" · ", "faint"), (render_list.heading(section), "faint")]
        return render.label(words, width, mode=self._window.view.mode)

    def row(self, number: int) -> Line:
        """Laid out once: while one key is pressed a row is asked for several times, and again at the next."""
        view, width = self._window.view, self._window.size.width
        now = (
            view.listing,
            view.marked,
            view.filter,
            view.timeline,
            view.doubting,
            view.turn,
            view.pins,
            view.labels,
            width,
        )
        if len(now) != len(self._laid_for) or not all(map(is_, now, self._laid_for)) or len(self._laid) > _REMEMBERED:
            self._laid_for, self._laid = now, {}
        key = (number, view.chosen if number == ghosts(view).shown(view.row) else "")
        found = self._laid.get(key)
        if found is None:
            there = ghosts(view).row(number)
            if isinstance(there, int):
                found = render_list.row(view, there, width)
            else:
                found = render_ghost.row(view, there, self._under(number), width)
            self._laid[key] = found
        return found

    def _under(self, number: int) -> int:
        """The row of the listing that stands there, or the last one above."""
        found = ghosts(self._window.view)
        while number > 0 and not isinstance(there := found.row(number), int):
            number -= 1
        there = found.row(number)
        return there if isinstance(there, int) else 0


class Ahead:
    """When the reader rests, lays out the page below and the one above, a few rows at a time: keys go first."""

    def __init__(self, pane: Widget, lay_out: Callable[[int], object]) -> None:
        """`lay_out`: makes the row of that number, and keeps it."""
        self._pane, self._lay_out = pane, lay_out
        self._resting: Timer | None = None

    def look(self, top: int, rows: int) -> None:
        """A key was pressed: begin anew, around a window of so many rows that begins there."""
        if self._resting is not None:
            self._resting.stop()
        pages = chain(range(top + rows, top + 2 * rows), range(top - rows, top))
        self._resting = self._pane.set_timer(_REST, partial(self._prepare, pages))

    def _prepare(self, rows: Iterator[int]) -> None:
        some = list(islice(rows, _AT_ONCE))
        for number in some:
            self._lay_out(number)
        self._resting = self._pane.set_timer(_PAUSE, partial(self._prepare, rows)) if some else None
