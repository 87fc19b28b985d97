"""`TimelineRows`: the rows of the timeline as they are laid out; `Ahead`: those that may be wanted next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from operator import is_

from textual.timer import Timer
from textual.widget import Widget

from timeline_core.publication.tried import Move
from tui.draw import line as render
from tui.draw import list as render_list
from tui.draw.line import Line
from tui.draw.turning import ghost as render_ghost
from tui.i18n.speech import say
from tui.view.state import View
from tui.view.turning.ghosts import ghosts
from tui.widgets.pane import Window

_REMEMBERED = 4_096
"""Rows that are kept as they were laid out."""
_REST, _PAUSE, _AT_ONCE = 0.03, 0.005, 6
"""Seconds without a key, then between so many rows, while what may come is prepared."""


class TimelineRows:
    """The body of the timeline: one row a line, or two where there is room and its title needs them."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._laid: dict[tuple[int, str], Line] = {}
        """(number, chosen event) -> the row, where it is the one of that event; else with an empty id."""
        self._laid_for: tuple[object, ...] = ()
        self._known: tuple[object, ...] = ()
        self._two: tuple[int, ...] = ()

    def height(self) -> int:
        """Rows in all."""
        view = self._window.view
        return len(view.listing.rows) + len(ghosts(view).at) + len(self._doubled(view))

    def place(self, id: str) -> int:
        """The row on which that event is seen."""
        view = self._window.view
        return self.shown(view, view.listing.row(id))

    def shown(self, view: View, row: int) -> int:
        """The line on which that row of the listing is seen."""
        return ghosts(view).shown(row) + bisect_left(self._doubled(view), row)

    def there(self, number: int) -> int | Move:
        """What is seen on that line: a row of the listing, or what would stand there."""
        view = self._window.view
        if not (doubled := self._doubled(view)):
            return ghosts(view).row(number)
        return number - _above(doubled, number)

    def _doubled(self, view: View) -> tuple[int, ...]:
        """The rows of the listing that take two lines."""
        known = (view.listing, view.airy, view.turn is None, self._window.size.width)
        if self._known != known:
            self._known, self._two = known, render_list.doubled(view, self._window.size.width)
        return self._two

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
        there = self.there(number)
        key = (number, view.chosen if there == view.row else "")
        found = self._laid.get(key)
        if found is None:
            if not isinstance(there, int):
                found = render_ghost.row(view, there, self._under(number), width)
            elif number > self.shown(view, there):
                found = render_list.second(view, there, width)
            else:
                found = render_list.row(view, there, width, folded=there in self._doubled(view))
            self._laid[key] = found
        return found

    def _under(self, number: int) -> int:
        """The row of the listing that stands there, or the last one above."""
        while number > 0 and not isinstance(self.there(number), int):
            number -= 1
        there = self.there(number)
        return there if isinstance(there, int) else 0


def _above(doubled: Sequence[int], number: int) -> int:
    """How many of these rows have their second line at or above that line."""
    return bisect_left([row + before + 1 for before, row in enumerate(doubled)], number + 1)


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
