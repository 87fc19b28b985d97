"""Draws a report: each paragraph in its own direction, evidence highlighted, date words underlined."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from timeline_core.model.event import Event, Evidence
from timeline_core.model.report import INFERRED, Report
from timeline_core.model.span import Span
from tui.bidi.document import Document
from tui.bidi.layout import paragraphs
from tui.bidi.modes import Mode
from tui.draw import line as render
from tui.draw import when as render_when
from tui.draw.line import Line
from tui.i18n.speech import count, say
from tui.view import pins as pinning
from tui.view.search import Mark, hits, layered, read
from tui.view.state import View
from tui.view.text.proofs import find_proof

_WRITERS = 3
"""Authors of its parts that are named over a report."""
_LEAST = 8
"""Cells that the publisher has over a report, or it is left out."""


class Page:
    """A report for reading: its title, then its text with an empty line between paragraphs.

    Only what is looked at is laid out, so that a book is as quick as a note. Offsets are those of the report's text.
    """

    def __init__(self, report: Report, mode: Mode) -> None:
        title, source = _title(report), _source(report)
        self._title = len(title)
        head = "\n".join(filter(None, (title, source)))
        self._head = len(head) + 2 if head else 0
        self._ends: list[int] = []
        """Offsets of the report before which an empty line was put."""
        pieces = [f"{head}\n\n"] if head else []
        if not report.text:
            pieces.append(say("The text of this report is gone or damaged; «waqai library verify» names its file."))
        full = False
        for start, body, brk in paragraphs(report.text):
            if full and body.strip():
                pieces.append("\n")
                self._ends.append(start)
            pieces.append(report.text[start : start + len(body) + brk])
            full = bool(body.strip())
        self._added = [end + number for number, end in enumerate(self._ends)]
        self.report = report
        self._document = Document("".join(pieces), mode=mode)

    def height(self, width: int) -> int:
        """Lines in all; an estimate where nobody has looked yet."""
        return self._document.height(width)

    def settle(self, width: int, top: int, rows: int) -> int:
        """Make the lines of a window exact; the number that its first line has then."""
        return self._document.settle(width, top, rows)

    def line_of(self, offset: int, width: int) -> int:
        """The line that shows that code point of the report."""
        return self._document.line_of(self._placed(offset), width)

    def lines(self, width: int, top: int, count: int, marks: Sequence[Mark]) -> list[Line]:
        """Lines from that number on, each exactly `width` cells."""
        spans = [(self._placed(start), self._placed(end - 1) + 1, style) for start, end, style in marks if end > start]
        if self._head:
            spans += [(0, self._title, "title"), (self._title, self._head - 2, "faint")]
        found = self._document.lines(width, top, count, spans)
        return [render.aligned(line, width) for line in found]

    def at(self, width: int, number: int, cell: int) -> tuple[int, int]:
        """The code points of the report drawn in a cell of a line; beside it an empty stretch, at its nearer end."""
        line = self._document.lines(width, number, 1)[0]
        inside = cell - (width - line.width if line.rtl else 0)
        found = next((one for one in line.clusters if one.cell <= inside < one.cell + one.cells), None)
        if found is not None:
            return self._given(found.start), self._given(found.end)
        last = max([one.end for one in line.clusters], default=line.start)
        end = self._given(last if (inside < 0) == line.rtl else line.start)
        return end, end

    def _given(self, placed: int) -> int:
        """The code point of the report for a place in the text with title and empty lines."""
        inside = placed - self._head
        return max(0, inside - bisect_left(self._added, inside))

    def _placed(self, offset: int) -> int:
        """Where the code point stands in the text with title and empty lines."""
        return self._head + offset + bisect_left(self._ends, offset + 1)


def _title(report: Report) -> str:
    """The report's title in one line; empty when its text begins with it."""
    title = " ".join(report.title.split())
    return "" if report.text.lstrip().startswith(title) else title


def _source(report: Report) -> str:
    """Who wrote it and where it stands on the web, in one line; empty where its file says neither."""
    writers = dict.fromkeys(block.stamp.author for block in report.blocks if block.stamp is not None)
    told = [*(name for name in writers if name and name != report.publisher)][:_WRITERS]
    return " · ".join(" ".join(said.split()) for said in (*told, report.url) if said)


def marks(view: View, others: Sequence[Evidence] = ()) -> list[Mark]:
    """What is marked: the chosen evidence lit, the event's other quotes and those of other events faintly, dates.

    Args:
        others: all evidence that stands in the report.
    """
    event, piece, report = view.event, view.piece, view.report
    if report is None or not report.text:
        return []
    own = [p for p in event.evidence if p.report == report.id] if event is not None and piece is not None else []
    found = hits(report.text, read(view.find)) if view.find else []
    proof = find_proof(view)
    proven = [(*_ends(span), "lit") for span in proof.spans] if proof is not None else []
    return layered(
        _named(view, report.id) if own else [],
        [(*_ends(p.span), "other-lit") for p in others if p not in own],
        [(*_ends(p.span), "dim-lit") for p in own if p is not piece],
        [(*_ends(piece.span), "dim-lit" if proven else "lit")] if piece is not None else [],
        [(*_ends(p.expression.span), "dated") for p in own if p.expression],
        proven,
        hits(report.text, view.needle),
        [(start, end, "selected" if start == view.spot else style) for start, end, style in found],
        [(*_ends(view.asked), "selected")] if view.asked else [],
        *_tried(view, report),
    )


def _named(view: View, report: str) -> list[Mark]:
    """The words that name a pinned actor of the event, in the hue of that actor."""
    hues = pinning.hues(view.pins)
    tellings = view.event.tellings if view.event is not None else ()
    naming = ((id, span) for one in tellings if one.report == report for id, span in one.naming)
    return [(*_ends(span), hues[id]) for id, span in naming if id in hues]


def _tried(view: View, report: Report) -> list[list[Mark]]:
    """While a day is tried: the words that count from it, and over them those that speak against it."""
    tried = view.turn.tried if view.turn is not None and view.turn.report == report.id else None
    if tried is None:
        return []
    against = [(*_ends(span), "against") for one in tried.against for span in one.spans]
    return [[(*_ends(span), "counted") for span in tried.hanging], against]


def with_selection(marks: Sequence[Mark], selected: tuple[int, int] | None) -> Sequence[Mark]:
    """The marks, and over them what the reader has selected."""
    return layered(marks, [(*selected, "selected")]) if selected else marks


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def heading(view: View, width: int, others: Sequence[Evidence] = ()) -> Line:
    """What stands over the report: which of the event's reports and quotes it is, its date, how much else, whose."""
    event, report = view.event, view.report
    if report is None or (event is None and not view.reading):
        return render.label([(say("Report"), "")], width, mode=view.mode)
    parts = [(say("Report") if event is None or view.reading else _place(event, report), "")]
    if event is not None and not view.reading and len(event.evidence) > 1:
        number = min(view.evidence, len(event.evidence) - 1) + 1
        parts += [(" · ", ""), (say("quote {number} of {all}", number=number, all=len(event.evidence)), "")]
    parts += [(" · ", "faint"), (_published(view, report), "faint")]
    if len(others) > (len(event.evidence) if event is not None and not view.reading else 0):
        parts += [(" · ", "faint"), (count("{n} quote here", "{n} quotes here", len(others)), "faint")]
    line = render.label(parts, width, mode=view.mode)
    left = width - render.width_of(line) - 3
    if not report.publisher or left < _LEAST:
        return line
    publisher = render.clipped(report.publisher, left, "faint", mode=view.mode)
    return render.across(line, ((" · ", 3, "faint"),), publisher)


def _place(event: Event, report: Report) -> str:
    if len(event.reports) == 1:
        return say("Report")
    return say("Report {number} of {all}", number=event.reports.index(report.id) + 1, all=len(event.reports))


def _published(view: View, report: Report) -> str:
    known = view.timeline.published.get(report.id)
    if known is None or known.when is None:
        return say("undated")
    day = render_when.brief(known.when)
    return say("{date}, inferred", date=day) if known.origin == INFERRED else day
