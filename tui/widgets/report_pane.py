"""The report: the whole text of the source, the words that prove the event lit."""

from __future__ import annotations

from textual.geometry import Offset

from timeline_core.model.event import Evidence
from tui.draw import line as render
from tui.draw import report as render_report
from tui.draw.line import BLANK, Line
from tui.draw.report import Page
from tui.i18n.speech import later
from tui.view import in_report as reading_along
from tui.view import sources
from tui.view.search import Mark
from tui.view.state import View
from tui.widgets.drawn import Pane
from tui.widgets.help_data import HelpData
from tui.widgets.selecting import Selecting, Stretch


class ReportPane(Selecting, Pane):
    """Draws `view.report` and stands where the chosen evidence begins."""

    ABOUT = HelpData(
        later("Report"),
        later("""\
The whole report in its own words and direction. The evidence of the event is lit, the words that date it are \
underlined; other quotes of the same event are lit faintly.

Drag with the mouse to copy words as they \
stand in the source; click twice for a word, three times for a paragraph."""),
    )

    def __init__(self) -> None:
        super().__init__(id="report")
        self._page: Page | None = None
        self._marks: list[Mark] = []
        self._others: tuple[Evidence, ...] = ()
        self._window: tuple[tuple[int, int, int], list[Line]] = ((0, 0, 0), [])

    def height(self) -> int:
        if self._page is None:
            return len(self._lost())
        return self._page.height(self.size.width) if self.size.width else 0

    def _lost(self) -> list[Line]:
        """Why the report cannot be read any more."""
        piece, width = self.view.piece, self.size.width
        why = sources.lost(self.view.timeline, piece.report) if piece and width else ""
        return render.many(why, width, "message", mode=self.view.mode) if why else []

    def heading(self, width: int) -> Line:
        return render_report.heading(self.view, width, self._others)

    def row(self, number: int) -> Line:
        """One line of the window, which is laid out at once."""
        wanted = (self.top, self.rows, self.size.width)
        at, lines = self._window
        if at != wanted:
            marks = render_report.with_selection(self._marks, self.selected)
            lines = (
                self._page.lines(self.size.width, self.top, self.rows, marks)
                if self._page
                else self._lost()[self.top :]
            )
            self._window = (wanted, lines)
        return lines[number - self.top] if 0 <= number - self.top < len(lines) else BLANK

    def watch_view(self, old: View, new: View) -> None:
        if self._page is None or new.report is not self._page.report:
            self._window = ((0, 0, 0), [])
            if self._page is not None:
                self.select(0, 0)
            self._page = Page(new.report, new.mode) if new.report else None
        if new.report is not old.report or new.timeline is not old.timeline:
            self._others = reading_along.others(new)
        marks = render_report.marks(new, self._others)
        if marks != self._marks or new.report is not old.report:
            self._marks = marks
            self._window = ((0, 0, 0), [])
            self.redraw()
        if new.piece is not old.piece:
            self._to_evidence()
            self.redraw()
        elif new.spot != old.spot and new.spot >= 0:
            self._to(new.spot)

    def on_resize(self) -> None:
        self._window = ((0, 0, 0), [])
        self._to_evidence()

    def _to_evidence(self) -> None:
        """Stay at the head of the report while the evidence fits; else bring it into the upper third of the window."""
        piece, width = self.view.piece, self.size.width
        if self._page is None or piece is None or width < 1:
            self.top = 0
            return
        if self._page.line_of(max(piece.span.start, piece.span.end - 1), width) < self.rows - 1:
            self.top = 0
            return
        self._to(piece.span.start)

    def _to(self, offset: int) -> None:
        """Bring that code point into the upper third of the window."""
        width = self.size.width
        if self._page is None or width < 1:
            return
        above = max(0, (self.rows - 1) // 3)
        wanted = self._page.line_of(offset, width) - above
        self._page.settle(width, wanted, self.rows)
        self.top = self._page.line_of(offset, width) - above

    def validate_top(self, top: int) -> int:
        if self._page and self.size.width:
            top = self._page.settle(self.size.width, top, self.rows)
        return super().validate_top(top)

    def source(self) -> str:
        return self._page.report.text if self._page else ""

    def first_line(self) -> int:
        return self.lead

    def drawn_at(self, cell: Offset) -> Stretch | None:
        if self._page is None or not self.size.width or not self.rows:
            return None
        line = max(self.lead, min(cell.y, self.lead + self.rows - 1)) - self.lead + self.top
        return self._page.at(self.size.width, min(line, self.height() - 1), cell.x)

    def redraw_selection(self) -> None:
        self._window = ((0, 0, 0), [])
        self.redraw()

    def scroll_by(self, lines: int) -> None:
        self.top += lines
