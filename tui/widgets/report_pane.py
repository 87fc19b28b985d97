"""The report pane: the whole text of the source, with the evidence highlighted."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.selection import Selection

from timeline_core.model.event import Evidence
from tui.draw import line as render
from tui.draw import report as render_report
from tui.draw.line import BLANK, Line
from tui.draw.report import Page
from tui.i18n.speech import later
from tui.view import in_report, sources
from tui.view.search import Mark
from tui.view.state import View
from tui.view.text.proofs import find_proof
from tui.widgets.choosing import Choosing
from tui.widgets.help_data import HelpData
from tui.widgets.pane import Pane
from tui.widgets.selecting import Selecting, Stretch

_NO_WINDOW = (0, 0, 0)


class ReportPane(Pane):
    """Draws `view.report` and stands where the chosen evidence begins."""

    ABOUT = HelpData(
        later("Report"),
        later("""\
The whole report in its own words and direction. The evidence of the event is lit, the words that date it are \
underlined; other quotes of the same event are lit faintly.

Drag with the mouse to copy words as they \
stand in the source; click twice for a word, three times for a paragraph.

Space goes a page down, O opens the link of the report.

v chooses words with keys: w and b go on and back by a word, ) and ( by a sentence, o goes to the other end, v lets go \
and takes hold, c copies. Enter makes an event of them."""),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "go('page_down')", show=False), *Choosing.BINDINGS]

    def __init__(self) -> None:
        super().__init__(id="report")
        self.body = self.text = ReportText(self)
        self.selecting = Selecting(self, self.text)
        self.choosing = Choosing(self, self.selecting)

    def watch_view(self, old: View, new: View) -> None:
        if self.text.turn_to(new):
            self.choosing.end()
        if self.text.mark(old, new):
            self.redraw()
        if not sources.is_same(new.piece, old.piece) or new.reading != old.reading:
            self.text.go_to_evidence()
            self.redraw()
            self.text.go_to_proof(new)
        elif new.walk != old.walk:
            self.text.go_to_proof(new)
        elif new.asked is not None and new.asked != old.asked:
            self.text.go_to(new.asked.start, 1)
        elif new.turn != old.turn:
            self.text.go_to_clue(new)
        elif new.spot != old.spot and new.spot >= 0:
            self.text.go_to(new.spot)

    def on_resize(self) -> None:
        self.text.forget()
        asked = self.view.asked
        if asked is None:
            self.text.go_to_evidence()
        else:
            self.text.go_to(asked.start, 1)

    def validate_top(self, top: int) -> int:
        return super().validate_top(self.text.settled(top))

    def action_select_all(self) -> None:
        self.selecting.take_all()

    def action_go(self, where: str) -> None:
        by = {"down": 1, "up": -1}.get(where, 0)
        if by and self.choosing.under_way:
            self.choosing.hear("sentence", by)
        else:
            super().action_go(where)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys that choose words do something else while none are chosen."""
        if action == "choose" and parameters != ("begin",):
            return self.choosing.under_way
        return super().check_action(action, parameters)

    def action_choose(self, what: str, by: int = 1) -> None:
        self.choosing.hear(what, by)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:  # noqa: ARG002
        """For the screen's own copying."""
        words = self.selecting.words
        return (words, "\n") if words else None

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        self.text.forget()
        self.redraw()

    def focus_on_click(self) -> bool:
        """Not before the mouse is released: taking the keys may move the text that it points at."""
        return False

    @on(events.MouseDown)
    @on(events.MouseMove)
    @on(events.MouseUp)
    @on(events.MouseRelease)
    @on(events.Click)
    def _mouse_did(self, event: events.Event) -> None:
        if isinstance(event, events.MouseDown):
            self.choosing.forget()
        self.selecting.hear(event)


class ReportText:
    """The body of the pane: the report, laid out a window at a time; or why it cannot be read any more."""

    def __init__(self, pane: ReportPane) -> None:
        self._pane = pane
        self._page: Page | None = None
        self._marks: list[Mark] = []
        self._others: tuple[Evidence, ...] = ()
        self._window: tuple[tuple[int, int, int], list[Line]] = (_NO_WINDOW, [])

    @property
    def _width(self) -> int:
        return self._pane.size.width

    def height(self) -> int:
        """Lines in all, guessed where the report is long (`Page`)."""
        if self._page is None:
            return len(self._lost())
        return self._page.height(self._width) if self._width else 0

    def _lost(self) -> list[Line]:
        """Why the report cannot be read any more."""
        view, width = self._pane.view, self._width
        id = view.reading or (view.piece.report if view.piece else "")
        why = sources.why_unreadable(view.timeline, id) if id and width else ""
        return render.many(why, width, "message", mode=view.mode) if why else []

    def heading(self, width: int) -> Line:
        """Which report of how many, its title and day."""
        return render_report.heading(self._pane.view, width, self._others)

    def row(self, number: int) -> Line:
        """One line of the window, which is laid out at once."""
        wanted = (top, rows, width) = (self._pane.top, self._pane.rows, self._width)
        at, lines = self._window
        if at != wanted:
            marks = render_report.with_selection(self._marks, self._pane.selecting.selected)
            lines = self._page.lines(width, top, rows, marks) if self._page else self._lost()[top:]
            self._window = (wanted, lines)
        return lines[number - top] if 0 <= number - top < len(lines) else BLANK

    def forget(self) -> None:
        """The lines of the window are to be laid out anew."""
        self._window = (_NO_WINDOW, [])

    def turn_to(self, view: View) -> bool:
        """Show the report of the view; True where another was shown before."""
        before = self._page
        report = view.report
        if before is not None and report == before.report:  # that of a library is made anew whenever it is asked for
            return False
        self.forget()
        self._page = Page(report, view.mode) if report else None
        return before is not None

    def mark(self, old: View, new: View) -> bool:
        """Light what proves the event of the view; True where the window looks another way now."""
        turned = new.report != old.report
        if turned or new.timeline is not old.timeline:
            self._others = in_report.evidence_here(new)
        marks = render_report.marks(new, self._others)
        if marks == self._marks and not turned:
            return False
        self._marks = marks
        self.forget()
        return True

    def line_of(self, offset: int) -> int:
        """The line in which that code point stands; 0 while nothing is shown."""
        return self._page.line_of(offset, self._width) if self._page and self._width else 0

    def top_for(self, offset: int, above: int) -> int:
        """The first line of a window that shows so many lines before that code point."""
        self.settled(self.line_of(offset) - above)
        return self.line_of(offset) - above

    def go_to(self, offset: int, above: int | None = None) -> None:
        """Show so many lines before that code point; without a number, a third of the window."""
        self._pane.top = self.top_for(offset, max(0, (self._pane.rows - 1) // 3) if above is None else above)

    def go_to_evidence(self) -> None:
        """Stay at the head of the report while the evidence fits; else bring it into the upper third of the window."""
        piece = self._pane.view.piece
        if piece is None or self.line_of(max(piece.span.start, piece.span.end - 1)) < self._pane.rows - 1:
            self._pane.top = 0
        else:
            self.go_to(piece.span.start)

    def go_to_proof(self, view: View) -> None:
        """Bring the words that prove the value of the walk into the window."""
        proof = find_proof(view)
        if proof is not None:
            self.keep_seen(proof.spans[0].start)

    def go_to_clue(self, view: View) -> None:
        """Bring the words into sight that speak against the day that is tried, or else count from it."""
        tried = view.turn.settled if view.turn is not None else None
        if tried is None:
            return
        spans = [span for one in tried.against for span in one.spans] or [*tried.hanging]
        if spans:
            self.keep_seen(spans[0].start)

    def keep_seen(self, offset: int) -> None:
        """Scroll to that code point, where it is not seen."""
        if not self._pane.top <= self.line_of(offset) < self._pane.top + self._pane.rows:
            self.go_to(offset)

    def settled(self, top: int) -> int:
        """That first line, when what is laid out of the report is as long as it says (`Page.settle`)."""
        if self._page is None or not self._width:
            return top
        return self._page.settle(self._width, top, self._pane.rows)

    def drawn_on(self, offset: int) -> int:
        """The line of the screen on which that code point is drawn."""
        return self._pane.region.y + self._pane.lead + self.line_of(offset) - self._pane.top

    def text(self) -> str:
        """The report as given."""
        return self._page.report.text if self._page else ""

    def drawn_at(self, cell: Offset) -> Stretch | None:
        """What of the report is drawn in a cell of the pane."""
        rows, lead = self._pane.rows, self._pane.lead
        if self._page is None or not self._width or not rows:
            return None
        line = max(lead, min(cell.y, lead + rows - 1)) - lead + self._pane.top
        return self._page.at(self._width, min(line, self.height() - 1), cell.x)
