"""The line above the panes and the line below them."""

from __future__ import annotations

from tui.draw import bars as render_bars
from tui.draw.line import Line
from tui.widgets.drawn import Bar


class TopBar(Bar):
    """Title, numbers of shown and hidden events, filter, help key."""

    def line(self, y: int) -> Line:  # noqa: ARG002
        return render_bars.top(self.view, self.size.width)


class FootBar(Bar):
    """Pinned actors and important keys; or the last message."""

    def line(self, y: int) -> Line:  # noqa: ARG002
        return render_bars.foot(self.view, self.size.width)
