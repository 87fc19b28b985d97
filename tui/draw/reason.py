"""Draws the explanation of a date step by step: words, reading, anchor, value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from timeline_core.model.event import Event, Evidence
from timeline_core.model.expression import Expression, Origin
from timeline_core.model.report import INFERRED
from tui.draw import line as render
from tui.draw import when as render_when
from tui.draw.detail import Reasons
from tui.draw.line import BLANK, Line, Part
from tui.i18n.speech import later, say
from tui.view import sources
from tui.view.state import View

if TYPE_CHECKING:
    from timeline_core.temporal.reasons import Steps

WORDS, READ, COUNTED, INFERENCE, VALUE = (
    later("Words"), later("Read as"), later("Counted from"), later("That day"), later("Value"),
)  # fmt: skip
_STEPS = (WORDS, READ, COUNTED, INFERENCE, VALUE)
EXAMPLE = later("Example")
_QUOTED = (WORDS, EXAMPLE)
"""What stands there in the direction of its own words."""
_AROUND = 48
"""Code points of the report that are shown on each side of the words."""

Stepper = Callable[[Expression], "Steps | None"]


def reason(view: View, width: int, why: Reasons, steps: Stepper) -> list[Line]:
    """Every line, at most `width` cells: a block for each different date word, that of the shown evidence first."""
    event = view.event
    if event is None:
        return []
    lines = render.paragraph([(render_when.full(event.when), "title")], width, mode=view.mode)
    pieces = _pieces(view, event)
    if bound := why.bound(event, view.timeline.published):
        lines += [BLANK, *render.paragraph([(render.sentence(bound), "")], width, mode=view.mode)]
    elif not pieces:
        return [*lines, BLANK, *render.paragraph([(say("No word of a report dates it."), "")], width, mode=view.mode)]
    for piece, expression in pieces:
        lines.append(BLANK)
        for name, parts in steps_of(view, piece.report, expression, why, steps):
            lines += field(view, name, parts, width)
    return lines


def _pieces(view: View, event: Event) -> list[tuple[Evidence, Expression]]:
    """Evidence with its date words, each word of a report once; those that the reader looks at first."""
    chosen = view.piece
    ordered = sorted(event.evidence, key=lambda piece: piece is not chosen)
    found: dict[tuple[str, int], tuple[Evidence, Expression]] = {}
    for piece in ordered:
        if piece.expression is not None:
            found.setdefault((piece.report, piece.expression.span.start), (piece, piece.expression))
    return list(found.values())


def steps_of(
    view: View, report: str, expression: Expression, why: Reasons, steps: Stepper
) -> Iterator[tuple[str, list[Part]]]:
    """Label -> what stands beside it, of a date in the report of that id: its words, how they were read, its value."""
    yield WORDS, _in_place(view, report, expression)
    way = steps(expression)
    if way is None:
        yield READ, [(render.sentence(why.why(expression)), "")]
    else:
        yield READ, [(render.sentence(way.said), "")]
        if not way.sure:
            fallback = expression.reason.rule == "fallback"
            why_not = say("not sure: only a general parser of dates reads these words") if fallback else say("not sure")
            yield "", [(why_not, "message")]
        if way.counted:
            yield COUNTED, [(render.sentence(way.counted), "")]
    published = view.timeline.published.get(report)
    if published is not None and published.origin == INFERRED and expression.reason.origin is Origin.INFERRED:
        yield INFERENCE, [(render.sentence(why.published(published)), "faint")]
    yield VALUE, _value(expression)


def _in_place(view: View, id: str, expression: Expression) -> list[Part]:
    """The words where they stand in the report, lit."""
    report = sources.report(view.timeline, id)
    if report is None:
        return [(expression.text, "lit")]
    start, end = expression.span.start, expression.span.end
    first = max(0, report.text.rfind("\n", 0, start) + 1, start - _AROUND)
    stop = report.text.find("\n", end)
    last = min(len(report.text) if stop < 0 else stop, end + _AROUND)
    text = report.text
    before = _from_a_word(text[first:start], cut=first > 0 and text[first - 1] != "\n")
    after = _from_a_word(text[end:last][::-1], cut=last < len(text) and text[last] != "\n")[::-1]
    return [(before, "faint"), (text[start:end], "lit"), (after, "faint")]


def _from_a_word(text: str, *, cut: bool) -> str:
    """What was cut inside a sentence begins with a whole word behind an ellipsis."""
    word, space, rest = text.partition(" ")
    return f"… {rest}" if cut and space else "…" if cut and word else text


def _value(expression: Expression) -> list[Part]:
    when = expression.when
    if when is None or when.days is None:
        return [(say("none: nothing says which day is meant"), "message")]
    parts: list[Part] = [(render_when.full(when), "accent"), ("  ", ""), (when.edtf, "faint")]
    return [*parts, *([(" ", ""), (when.mod.value, "faint")] if when.mod else ())]


def field(view: View, name: str, parts: list[Part], width: int, others: tuple[str, ...] = ()) -> list[Line]:
    """A label and what stands beside it, wrapped.

    Args:
        others: labels that are as wide, beside those of the steps.
    """
    margin = 2 + max(len(say(step)) for step in (*_STEPS, *others))
    body = _quoted(view, parts, width - margin) if name in _QUOTED else None
    body = body or render.paragraph(parts, max(8, width - margin), mode=view.mode)
    said = render.label([(say(name), "label")] if name else [], margin, mode=view.mode)
    lead = render.across(said, (render.space(margin - render.width_of(said)),))
    return [render.across(lead if not place else (render.space(margin),), line) for place, line in enumerate(body)]


def _quoted(view: View, parts: list[Part], width: int) -> list[Line]:
    """Words of a report in their own direction, as one text."""
    text, spans = "", []
    for words, style in parts:
        spans.append((len(text), len(text) + len(words), style))
        text += words
    return render.many(text, max(8, width), "", spans, mode=view.mode)
