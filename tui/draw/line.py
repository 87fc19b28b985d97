"""Builds drawn lines from values: the one place that combines words, styles and directions. No Textual.

A line is a tuple of runs (text as written, cells, name of a style). A name of a style may be several, with spaces
between; `waqai.tcss` says how each looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from timeline_core.names.gazetteer import ACTOR, Gazetteer
from timeline_core.view.filter import TEXT, Filter, Term
from tui.bidi.layout import isolate, layout, truncate
from tui.bidi.line import Line as BidiLine
from tui.bidi.modes import Mode
from tui.i18n import speech
from tui.i18n.speech import say
from tui.view.search import Mark
from tui.view.sections import describe_order
from tui.view.state import View

Run = tuple[str, int, str]
Line = tuple[Run, ...]
Part = tuple[str, str]
"""Logical text and the name of its style."""

_LRI, _RLI, _FSI, _PDI = "\u2066", "\u2067", "\u2068", "\u2069"
_QUOTED = re.compile("«([^»\u2066-\u2069]*)»")

BLANK: Line = ()
PINNED = "①②③④⑤⑥⑦⑧⑨"


def width_of(line: Line) -> int:
    """Cells that a line takes."""
    return sum(cells for _, cells, _ in line)


def space(cells: int, style: str = "") -> Run:
    """A run of that many empty cells."""
    return (" " * max(0, cells), max(0, cells), style)


def runs(line: BidiLine, style: str = "") -> Line:
    """The runs of a laid-out line, with `style` beneath the styles of its spans."""
    return tuple((text, cells, f"{style} {own}".strip() if own else style) for text, cells, own in line.runs)


def aligned(line: BidiLine, width: int, style: str = "") -> Line:
    """The line padded to a width: aligned right if it runs from right to left."""
    pad = space(width - line.width)
    return (pad, *runs(line, style)) if line.rtl else (*runs(line, style), pad)


def one(
    text: str, width: int, style: str = "", spans: Sequence[Mark] = (), *, mode: Mode, way: int | None = None
) -> Line:
    """A text in one line of exactly `width` cells, shortened with an ellipsis.

    Args:
        way: its direction, 0 from the left or 1 from the right; None leaves it to its first strong letter.
    """
    return aligned(truncate(text, max(width, 1), way, spans, mode=mode), width, style)


def clipped(text: str, width: int, style: str = "", *, mode: Mode) -> Line:
    """A text by itself in at most `width` cells; the ellipsis stands where the text would go on."""
    return runs(truncate(text, max(width, 1), mode=mode), style)


def many(text: str, width: int, style: str = "", spans: Sequence[Mark] = (), *, mode: Mode) -> list[Line]:
    """A text wrapped to lines of `width` cells, each paragraph aligned to the side where it begins."""
    return [aligned(line, width, style) for line in layout(text, max(width, 1), spans, mode=mode).lines]


def joined(parts: Iterable[Part]) -> tuple[str, list[Mark]]:
    """Join values to one sentence, each isolated from its neighbours; the text and its style spans."""
    text = ""
    spans: list[Mark] = []
    for words, style in parts:
        start = len(text)
        text += words if _whole(words) else isolate(words)
        if style:
            spans.append((start, len(text), style))
    return text, spans


def _whole(words: str) -> bool:
    """True if the words cannot affect the order of their neighbours, so need no isolate."""
    if not words or words[0] in (_LRI, _RLI, _FSI):
        return True
    return not any(map(str.isalnum, words)) if speech.spoken().rtl else words.isascii()


def base() -> int:
    """The direction of the screen's own lines: 0 from the left, 1 from the right."""
    return int(speech.spoken().rtl)


def framed(words: str) -> str:
    """Isolate words in the direction of the screen."""
    return f"{_RLI if base() else _LRI}{words}{_PDI}"


def pointer() -> str:
    """The sign of the selected row."""
    return "‹" if base() else "›"


def key(name: str) -> str:
    """A key name, isolated left to right so that brackets are not mirrored."""
    return f"{_LRI}{name}{_PDI}"


def across(*blocks: Line) -> Line:
    """Put lines side by side in reading direction."""
    return tuple(run for block in (reversed(blocks) if base() else blocks) for run in block)


def sentence(words: str) -> str:
    """Isolate a sentence of the program, with its quotations isolated in turn and its digits localised."""
    *pairs, last = _QUOTED.split(words)
    own = speech.spoken().figures
    quoted = (f"{own(said)}«{isolate(quote)}»" for said, quote in zip(pairs[::2], pairs[1::2], strict=True))
    return framed("".join([*quoted, own(last)]))


def isolated(value: str) -> str:
    """Isolate a value for use inside a longer text."""
    return value if _whole(value) else isolate(value)


def label(parts: Iterable[Part], width: int, *, mode: Mode) -> Line:
    """`joined` parts in one line, cut at `width`; as wide as it is."""
    text, spans = joined(parts)
    return runs(truncate(text, max(width, 1), base(), spans, mode=mode))


def paragraph(parts: Iterable[Part], width: int, *, mode: Mode) -> list[Line]:
    """`joined` parts wrapped, each line as wide as it is."""
    text, spans = joined(parts)
    return [runs(line) for line in layout(text, max(width, 1), spans, base(), mode=mode).lines]


def filter_words(view: View) -> tuple[str, ...]:
    """The filter for a person, a part each: «SDF», «not ISIS», the words searched for, what else was typed."""
    parts = [_term(view.timeline.names, term) for term in view.filter.terms if term.field in (ACTOR, TEXT)]
    others = Filter(tuple(term for term in view.filter.conditions if term.field not in (ACTOR, TEXT)))
    if others:
        from timeline_core.view import query

        parts.append(query.format(others))
    return (*parts, *filter(None, (describe_order(view.filter.order),)))


def _term(names: Gazetteer, term: Term) -> str:
    said = (f"«{value}»" if term.field == TEXT else isolated(actor_name(names, value)) for value in term.values)
    words = say(" or ").join(said)
    return say("not {name}", name=words) if term.exclude else words


def actor_name(names: Gazetteer, id: str) -> str:
    """The short name of an actor or place in the language of the screen; its id where nothing is known of it."""
    return names[id].name(speech.spoken().code, short=True) if id in names else id
