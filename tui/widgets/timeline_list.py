"""The timeline: every event that is shown, under the month it falls in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from operator import is_

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.timer import Timer

from tui.draw import line as render
from tui.draw import list as render_list
from tui.draw import when as render_when
from tui.draw.line import Line
from tui.i18n.speech import later, say
from tui.view.state import View
from tui.widgets.drawn import Pane
from tui.widgets.help_data import HelpData

_MARGIN = 2
_REMEMBERED = 4_096
"""Rows that are kept as they were laid out."""
_REST, _PAUSE, _AT_ONCE = 0.03, 0.005, 6
"""Seconds without a key, then between so many rows, while what may come is prepared."""


class TimelineList(Pane):
    """Draws `view.listing`, one row a line, and keeps the chosen event in sight."""

    ABOUT = HelpData(
        later("Timeline"),
        later("""\
Every event under its month, in the order of days. A date is never more exact than the report: «month» is a month, \
«late» its last part.

● happened   ▬ took longer than a day   ○ was announced   ▷ is planned   ✕ denies   ◇ is only reminded of

What announces or denies an event hangs under it (├ └). Long times without events are told (⋮)."""),
    )

    @dataclass
    class Moved(Message):
        """The reader wants to go so many events down (up when negative)."""

        by: int

    @dataclass
    class Chosen(Message):
        """The reader points at an event. `id` is the event's."""

        id: str

    @dataclass
    class Opened(Message):
        """The reader wants to read the evidence of the event he stands on."""

    _resting: Timer | None = None
    _laid: dict[tuple[int, str], Line]
    """Number of a row and the chosen event -> the row, where it is the one of that event; else with an empty name."""
    _laid_for: tuple[object, ...] = ()

    def height(self) -> int:
        return len(self.view.listing.rows)

    def heading(self, width: int) -> Line:
        words = [(say("Timeline"), "")]
        if self.top and self.height():
            words += [(" · ", "faint"), (render_when.heading(self.view.listing.section(self.top)), "faint")]
        return render.label(words, width, mode=self.view.mode)

    def row(self, number: int) -> Line:
        """Laid out once: while one key is pressed a row is asked for several times, and again at the next."""
        view, width = self.view, self.size.width
        now = (view.listing, view.marked, view.filter, view.timeline, width)
        if len(now) != len(self._laid_for) or not all(map(is_, now, self._laid_for)) or len(self._laid) > _REMEMBERED:
            self._laid_for, self._laid = now, {}
        key = (number, view.chosen if number == view.listing.row(view.chosen) else "")
        found = self._laid.get(key)
        if found is None:
            found = self._laid[key] = render_list.row(view, number, width)
        return found

    def watch_view(self, old: View, new: View) -> None:
        """Keep the event on its line of the screen where that is possible; bring it into sight where not."""
        top = self.top
        if old.listing is not new.listing:
            self.top += new.listing.row(new.chosen) - old.listing.row(old.chosen)
        self._into_sight()
        if old.listing is not new.listing or old.marked != new.marked:
            self.redraw()
        elif self.top == top and old.chosen != new.chosen:
            self.refresh(*(self._line_of(view.listing.row(view.chosen)) for view in (old, new)))
        self._look_ahead()

    def _look_ahead(self) -> None:
        """When the reader rests, lay out the page below and the one above, a few rows at a time: keys go first."""
        if self._resting is not None:
            self._resting.stop()
        pages = chain(range(self.top + self.rows, self.top + 2 * self.rows), range(self.top - self.rows, self.top))
        self._resting = self.set_timer(_REST, partial(self._prepare, pages))

    def _prepare(self, rows: Iterator[int]) -> None:
        some = list(islice(rows, _AT_ONCE))
        for number in some:
            self.row(number)
        self._resting = self.set_timer(_PAUSE, partial(self._prepare, rows)) if some else None

    def _line_of(self, row: int) -> Region:
        return Region(0, row - self.top + self.lead, self.size.width, 1)

    def on_resize(self) -> None:
        self._into_sight()

    def _into_sight(self) -> None:
        if not self.rows:
            return
        row = self.view.listing.row(self.view.chosen)
        margin = min(_MARGIN, (self.rows - 1) // 2)
        if self.view.count and row == self.view.listing.row_at(0):
            self.top = 0
        elif not self.top - self.rows <= row < self.top + 2 * self.rows:
            self.top = row - self.rows // 3  # from afar: what comes before it is seen, and more of what comes after
        elif row - margin < self.top:
            self.top = row - margin
        elif row + margin >= self.top + self.rows:
            self.top = row + margin - self.rows + 1
        else:
            self.top = self.validate_top(self.top)

    def stand(self, top: int) -> None:
        """Begin with that row, as when it was left, if the chosen one is seen then."""
        self.top = self.validate_top(top)
        self._into_sight()

    def move(self, by: int) -> None:
        self.post_message(self.Moved(by))

    def on_click(self, event: events.Click) -> None:
        number = self.top + event.y - self.lead
        if event.y >= self.lead and 0 <= number < self.height():
            event.stop()
            found = self.view.listing.event_near(number)
            if found is not None:
                self.post_message(self.Chosen(found.id))
            if event.chain > 1:
                self.post_message(self.Opened())
