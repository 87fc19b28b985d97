"""The line above the panes and the line below them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from textual import events
from textual.message import Message

from tui.draw import bars as render_bars
from tui.draw import strip as render_strip
from tui.draw.line import BLANK, Line
from tui.view.density import Density, density
from tui.widgets.drawn import Bar


class Edge(Bar):
    """A line of blocks of which some do something when they are clicked."""

    def blocks(self) -> render_bars.Blocks:
        """What the line is made of."""
        raise NotImplementedError

    def line(self, y: int) -> Line:  # noqa: ARG002
        return render_bars.drawn(self.blocks())

    async def on_click(self, event: events.Click) -> None:
        """As the key that is named there."""
        at = event.get_content_offset(self)
        if at is not None and (does := render_bars.action_at(self.blocks(), at.x)):
            event.stop()
            await self.app.run_action(does)


class TopBar(Edge):
    """Title, numbers of shown and hidden events, filter, help key."""

    def blocks(self) -> render_bars.Blocks:
        return render_bars.top(self.view, self.size.width)


class FootBar(Edge):
    """Pinned actors and important keys; or the last message."""

    def blocks(self) -> render_bars.Blocks:
        return render_bars.foot(self.view, self.size.width)


class DensityStrip(Bar):
    """The whole time of what is shown, a bar a stretch, with the place of the chosen event; a click goes there."""

    @dataclass
    class Pointed(Message):
        """The reader points at a stretch of time."""

        first: date
        last: date

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._of: tuple[object, ...] = ()
        self._found: Density | None = None

    def line(self, y: int) -> Line:  # noqa: ARG002
        found = self._counted()
        return render_strip.strip(self.view, found) if found else BLANK

    def _counted(self) -> Density | None:
        """Counted once a listing and width, not once a key."""
        view, width = self.view, self.size.width
        of = (view.listing, view.index, width)
        if len(self._of) != len(of) or any(one is not other for one, other in zip(self._of, of, strict=True)):
            self._of, self._found = of, density(view, render_strip.columns(width))
        return self._found

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is not None and (found := self._counted()):
            event.stop()
            self.post_message(self.Pointed(*found.days(render_strip.stretch_at(found, at.x))))
