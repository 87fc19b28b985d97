"""Draws a story: a paragraph a part, with the signs of its footnotes, and what has changed below it."""

from __future__ import annotations

from typing import NamedTuple

from timeline_core.stories.told import Paragraph, Told
from timeline_core.view.teller import Teller
from tui.bidi.modes import Mode
from tui.draw import line as render
from tui.draw.line import BLANK, Line
from tui.i18n.speech import count, say

_GUTTER = 4
"""Cells of the pointer and the sign."""
_OWN, _SENTENCE, _EDITED, _CHANGED = "¶", "●", "✎", "⚠"
_HIGH = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LRI, _PDI = "\u2066", "\u2069"


class Page(NamedTuple):
    """The lines of a story, and of which paragraph each is."""

    lines: tuple[Line, ...] = ()
    of: tuple[int, ...] = ()

    def top(self, at: int, height: int, before: int) -> int:
        """The first line to show, so that the paragraph is seen; `before` was the first until now."""
        mine = [number for number, paragraph in enumerate(self.of) if paragraph == at]
        if not mine:
            return 0
        first, last = mine[0], mine[-1]
        return max(0, min(max(before, last - height + 1), first))


def title(told: Told) -> str:
    """Its name, and what it is made of."""
    sentences = sum(one.part.target is not None for one in told.paragraphs)
    said = [say("story «{name}»", name=told.story.name), count("{n} sentence", "{n} sentences", sentences)]
    own = len(told.paragraphs) - sentences
    said += [count("{n} paragraph of yours", "{n} paragraphs of yours", own)] if own else []
    said += [count("{n} changed", "{n} changed", told.stale)] if told.stale else []
    return " · ".join(said)


def page(told: Told, at: int, width: int, tell: Teller | None, *, mode: Mode) -> Page:
    """Lay out the whole story, each line exactly `width` cells.

    Args:
        at: the selected paragraph.
        tell: says in the language of the screen what has changed.
    """
    lines: list[Line] = []
    of: list[int] = []
    for number, one in enumerate(told.paragraphs):
        drawn = [*_paragraph(one, width, tell, mode=mode, here=number == at), BLANK]
        lines += drawn
        of += [number] * len(drawn)
    return Page(tuple(lines), tuple(of))


def _paragraph(one: Paragraph, width: int, tell: Teller | None, *, mode: Mode, here: bool) -> list[Line]:
    room = max(8, width - _GUTTER)
    style = "said" if one.part.target is None else "happened"
    drawn = render.many(f"{one.part.text}{_marks(one)}", room, style, mode=mode)
    if one.changes:
        words = say("changed: {what}", what=" · ".join(what.told(tell) for what in one.changes)) if tell else ""
        said = say("a accepts it") if one.event is not None else say("x takes the sentence out")
        drawn += render.many(render.sentence(f"{_CHANGED} {words} · {said}"), room, "slight", mode=mode)
    return [_beside(_gutter(one, first=not number, here=here), line, here=here) for number, line in enumerate(drawn)]


def _marks(one: Paragraph) -> str:
    said = " ".join(str(number).translate(_HIGH) for number in one.numbers)
    return f" {_LRI}{said}{_PDI}" if said else ""


def _gutter(one: Paragraph, *, first: bool, here: bool) -> Line:
    pointer = render.pointer() if here and first else " "
    style = "slight" if one.changes else "mark" if here else "faint"
    return render.across(((f" {pointer}", 2, "mark"),), ((f"{_sign(one) if first else ' '} ", 2, style),))


def _sign(one: Paragraph) -> str:
    """⚠ changed, ● a drafted sentence, ✎ one in a person's words, ¶ a paragraph of one's own."""
    if one.changes:
        return _CHANGED
    if one.part.target is None:
        return _OWN
    return _EDITED if one.part.own else _SENTENCE


def _beside(gutter: Line, line: Line, *, here: bool) -> Line:
    whole = render.across(gutter, line)
    return tuple((words, cells, f"chosen {own}".strip()) for words, cells, own in whole) if here else whole


def notes(told: Told, at: int, width: int, most: int, *, mode: Mode) -> list[Line]:
    """The footnotes of the selected sentence, so many lines at most."""
    if not told.paragraphs:
        return []
    one = told.paragraphs[min(at, len(told.paragraphs) - 1)]
    lines: list[Line] = []
    for number, note in zip(one.numbers, one.notes, strict=True):
        parts = [(f"{str(number).translate(_HIGH)} ", "mark"), (" · ".join(note.source), "name"), (" ", "")]
        parts += [(f"«{note.quote}»", "said")]
        parts += [part for remark in note.remarks for part in ((" · ", "faint"), (render.sentence(remark), "faint"))]
        lines += render.paragraph(parts, width, mode=mode)
    return lines if len(lines) <= most else [*lines[: most - 1], (("…", 1, "faint"),)]
