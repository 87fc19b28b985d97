"""The line above the panes and the line below them."""

from __future__ import annotations

from tui.draw import bars as render_bars
from tui.draw.line import Line
from tui.widgets.drawn import Bar


class TopBar(Bar):
    """What is read, how many events are shown and hidden, the filter, and the key of the help."""

    def line(self, y: int) -> Line:  # noqa: ARG002
        return render_bars.top(self.view, self.size.width)


class FootBar(Bar):
    """The pinned actors and the keys that help; or the last thing that the program has to say."""

    def line(self, y: int) -> Line:  # noqa: ARG002
        return render_bars.foot(self.view, self.size.width)
