"""`PastedText`: the text of a pasted report, with the words of the selected event lit."""

from __future__ import annotations

from timeline_core.model.report import Report
from timeline_core.model.span import Span
from tui.bidi.modes import Mode
from tui.draw.line import BLANK, Line
from tui.draw.report import Page
from tui.widgets.drawn import Bar


class PastedText(Bar):
    """A window on the text that follows what is selected."""

    def __init__(self, mode: Mode) -> None:
        super().__init__(id="pasted")
        self._mode: Mode = mode
        self._page: Page | None = None
        self._lit: tuple[Span, Span | None] | None = None
        self._top = 0

    def put(self, report: Report | None, lit: Span | None = None, dated: Span | None = None) -> None:
        """Show that report, with these words lit and those underlined that date it."""
        if report is None:
            self._page = None
        elif self._page is None or self._page.report != report:
            self._page = Page(report, self._mode)
        self._lit = (lit, dated) if lit is not None else None
        self._stand()
        self.redraw()

    def on_resize(self) -> None:
        self._stand()

    def _stand(self) -> None:
        """Bring the words into the upper third of the window."""
        width, rows = self.size
        self._top = 0
        if self._page is not None and self._lit is not None and width and rows:
            at = self._page.line_of(self._lit[0].start, width) - rows // 3
            self._top = self._page.settle(width, max(0, at), rows)

    def line(self, y: int) -> Line:
        width = self.size.width
        if self._page is None or not width:
            return BLANK
        marks = []
        if self._lit is not None:
            lit, dated = self._lit
            marks.append((lit.start, lit.end, "lit"))
            if dated is not None:
                marks.append((dated.start, dated.end, "dated"))
        found = self._page.lines(width, self._top + y, 1, marks)
        return found[0] if found else BLANK
