"""Draws two reports on one event side by side: date, figures, quotes, with differences marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from timeline_core.model.event import Event, Evidence
from timeline_core.text.fold import fold
from timeline_core.text.words import words
from tui.draw import detail as render_detail
from tui.draw import line as render
from tui.draw import when as render_when
from tui.draw.line import BLANK, Line, Part
from tui.i18n.speech import say
from tui.view import sources
from tui.view.search import Mark
from tui.view.state import View

_GAP = 4
SHARED = "shared"
"""How words look that both sides have, where these are marked too."""


def compared(view: View, event: Event, reports: tuple[str, str], width: int) -> list[Line]:
    """Every line, at most `width` cells: two columns, the first where reading begins."""
    half = max(16, (width - _GAP) // 2)
    columns = [list(_column(view, event, reports, side, half)) for side in (0, 1)]
    lines: list[Line] = []
    for first, second in zip(*columns, strict=True):
        lines += [beside(one, other, half) for one, other in zip_longest(first, second, fillvalue=BLANK)]
    return lines


def beside(one: Line, other: Line, half: int) -> Line:
    """Two lines of columns of `half` cells."""
    return render.across(one, (render.space(half + _GAP - render.width_of(one)),), other)


def _column(view: View, event: Event, reports: tuple[str, str], side: int, width: int) -> Iterator[list[Line]]:
    """Blocks of lines; those of both columns stand at one height."""
    own, other = (_pieces(event, reports[number]) for number in (side, 1 - side))
    report = sources.report(view.timeline, reports[side])
    published = view.timeline.published.get(reports[side])
    day = render_when.brief(published.when) if published and published.when else say("undated")
    number = say("Report {number} of {all}", number=event.reports.index(reports[side]) + 1, all=len(event.reports))
    yield render.paragraph([(number, "accent"), (" · ", "faint"), (day, "faint")], width, mode=view.mode)
    yield render.many(report.publisher or report.title or report.id, width, "title", mode=view.mode) if report else []
    yield [BLANK]
    yield field(view, render_detail.WHEN, _dates(own), _dates(other), width)
    yield field(view, render_detail.FIGURES, _figures(event, reports[side]), _figures(event, reports[1 - side]), width)
    yield [BLANK]
    yield [line for piece in own for line in [*quote(view, piece, other, width), BLANK]]


def _pieces(event: Event, report: str) -> tuple[Evidence, ...]:
    return tuple(piece for piece in event.evidence if piece.report == report)


def _dates(pieces: Sequence[Evidence]) -> list[str]:
    found = (piece.expression.when for piece in pieces if piece.expression and piece.expression.when)
    return list(dict.fromkeys(render_when.full(when) for when in found))


def _figures(event: Event, report: str) -> list[str]:
    return [
        say("{number} {what}", number=render_detail.value(figure), what=say(figure.what))
        for figure in event.figures
        if figure.report == report
    ]


def field(view: View, name: str, own: Sequence[str], other: Sequence[str], width: int, shared: str = "") -> list[Line]:
    """The values of one side; what the other does not say is marked, what it says has the style `shared`."""
    parts: list[Part] = [(say(name), "label"), ("  ", "")]
    for place, value in enumerate(own):
        parts += [(" · ", "faint")] * bool(place) + [(value, shared if value in other else "accent")]
    return render.paragraph(parts if own else [*parts, ("—", "faint")], width, mode=view.mode)


def quote(view: View, piece: Evidence, other: Sequence[Evidence], width: int, shared: str = "") -> list[Line]:
    """A quote; where both sides are in one script, its words that the other does not have are marked.

    Those that it has are drawn in the style `shared`.
    """
    known = {word.folded for one in other for word in words(one.exact)}
    spans: list[Mark] = []
    if _script(piece.exact) in {_script(one.exact) for one in other}:
        marked = (
            (word, "hit" if known.isdisjoint(form for form, _ in word.forms) else shared) for word in words(piece.exact)
        )
        spans = [(word.start, word.end, style) for word, style in marked if style]
    return render.many(piece.exact, width, "", spans, mode=view.mode)


def _script(text: str) -> bool:
    """True for what is written from right to left."""
    letters = [letter for letter in fold(text) if letter.isalpha()]
    return sum(letter > "\u0590" for letter in letters) * 2 > len(letters)


def others(event: Event, report: str) -> tuple[str, ...]:
    """The further reports of an event, the next one first."""
    at = event.reports.index(report)
    return (*event.reports[at + 1 :], *event.reports[:at])
