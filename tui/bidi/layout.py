"""Text to lines: the way every widget and command takes from a report's words to the cells of the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.bidi.classes import CLASSES
from tui.bidi.kinds import REPLACEMENT
from tui.bidi.levels import base_of
from tui.bidi.line import Line, Span
from tui.bidi.modes import Mode
from tui.bidi.paragraph import paragraph

ELLIPSIS = "\u2026"
_FSI, _PDI = "\u2068", "\u2069"
_INITIATORS = frozenset("\u2066\u2067\u2068")
_ISOLATES = re.compile("[\u2066-\u2069]")
_NEAR, _FAR, _FAR_PER_CELL = 16, 1_024, 8
"""A one-line label is looked at no further than this, unless nothing before takes any cells."""
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")
_ANY_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Layout:
    """A text laid out at one width."""

    lines: list[Line]
    """From the top; at least one."""
    base: int
    """Direction of the first paragraph, 0 or 1."""

    @property
    def rtl(self) -> bool:
        """True when the first paragraph runs from right to left."""
        return bool(self.base)

    def line_of(self, offset: int) -> int:
        """Number of the line that holds the code point; the last line for what lies behind the end."""
        for number, line in enumerate(self.lines):
            if offset < line.end:
                return number
        return len(self.lines) - 1


def paragraphs(text: str) -> Iterator[tuple[int, str, int]]:
    """Offset, body and length of the line break of each paragraph; breaks are those of `str.splitlines`."""
    start = 0
    for piece in text.splitlines(keepends=True) or [""]:
        body = piece.splitlines()[0] if piece else ""
        yield start, body, len(piece) - len(body)
        start += len(piece)


def layout(
    text: str,
    width: int,
    spans: Sequence[Span] = (),
    base: int | None = None,
    *,
    fallback: int = 0,
    mode: Mode = "visual",
) -> Layout:
    """Wrap in logical order, then reorder and shape each line; every line of the text is a paragraph of its own.

    Controls are shown as U+FFFD, a tab as a space; embeddings and overrides have no effect.

    Args:
        width: cells a line may take; only a single wide character can pass it.
        spans: (start, end, style) in code points of `text`, any order; of two that overlap the later one wins. A style
            is anything that can be hashed, 0 is none. A cluster (letter with marks, lam-alef) takes the style of a span
            that touches it.
        base: 0 left to right, 1 right to left, None by the first strong letter of each paragraph.
        fallback: base of a paragraph without strong letters.
        mode: see `modes.py`; only what is written changes with it, not cells and offsets.

    Source:
        UAX #9 sections 3.4 and 4.3; wrapping is before reordering, so the first words stand on the first line.

    Cost:
        Linear. A paragraph seen before costs a tenth, and a new set of spans does not lay it out again.
    """
    lines: list[Line] = []
    first = fallback
    for origin, body, brk in paragraphs(text):
        one = paragraph(body, base, fallback, mode != "off")
        rows = one.rows(width)
        if not origin:
            first = one.base
        last = len(rows) - 1
        lines += [
            Line(one, row, origin=origin, brk=brk if number == last else 0, spans=spans, mode=mode)
            for number, row in enumerate(rows)
        ]
    return Layout(lines, first)


def truncate(
    text: str,
    width: int,
    base: int | None = None,
    spans: Sequence[Span] = (),
    *,
    fallback: int = 0,
    mode: Mode = "visual",
) -> Line:
    """One line of at most `width` cells; when the text is longer its logical end gives way to `…`.

    Line breaks are drawn as spaces. The cell of the ellipsis maps to the first code point that is not shown; `end` is
    always the end of the text.
    """
    size = len(text)
    flat = _ANY_BREAK.sub(_spaces, text[: _FAR + _FAR_PER_CELL * width])
    if base is None:
        base = direction(flat, -1)
        base = direction(_ANY_BREAK.sub(_spaces, text), fallback) if base < 0 else base
    for most in (_NEAR + width, _FAR + _FAR_PER_CELL * width, size):
        flat = _ANY_BREAK.sub(_spaces, text[:most])
        whole = paragraph(flat, base, fallback, mode != "off")
        if whole.cells[-1] > width or len(flat) == size:
            break
    if whole.cells[-1] <= width:
        return Line(whole, whole.rows(max(width, 1))[0], spans=spans, mode=mode)
    cut = len(flat[: whole.prefix(max(width - 1, 0))].rstrip(" "))
    begin = flat[:cut]
    shown = begin + _PDI * open_isolates(begin) + (ELLIPSIS if width > 0 else "")
    short = paragraph(shown, base, fallback, mode != "off")
    reaching = [(start, len(shown) if end > cut else end, style) for start, end, style in spans if start <= cut]
    line = Line(short, short.rows(max(width, 1))[0], spans=reaching, mode=mode)
    line.map = [min(offset, cut) for offset in line.map]
    line.end = size
    return line


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def open_isolates(text: str) -> int:
    """How many isolates of a text nothing ends."""
    depth = 0
    for match in _ISOLATES.finditer(text):
        if match[0] in _INITIATORS:
            depth += 1
        elif depth:
            depth -= 1
    return depth


def visual(
    text: str, width: int | None = None, base: int | None = None, mode: Mode = "visual", *, fallback: int = 0
) -> str:
    """One line as it is written to the terminal, for labels and for the output of commands.

    Args:
        width: cells; a longer text ends in `…`. None sets no limit. Nothing is padded.
    """
    return truncate(text, _cells(text) if width is None else width, base, fallback=fallback, mode=mode).text


def _cells(text: str) -> int:
    """A number of cells that the text surely fits into."""
    return 2 * len(text) + 1


def direction(text: str, fallback: int = 0) -> int:
    """0 or 1 by the first strong letter, `fallback` when there is none."""
    return base_of(text.translate(CLASSES), fallback)


def isolate(value: object) -> str:
    """A value for a sentence (name, date, number, URL): its own order inside, no effect on what stands around it.

    FSI before it, PDI behind it; isolates within that nothing ends are ended, and stray ends are taken out, so that no
    value can reach past its own.
    """
    text = str(value)
    if _ISOLATES.search(text):
        text = _balanced(text)
    return f"{_FSI}{text}{_PDI}"


def _balanced(text: str) -> str:
    depth = 0
    kept: list[str] = []
    for char in text:
        if char == _PDI and not depth:
            continue
        depth += (char in _INITIATORS) - (char == _PDI)
        kept.append(char)
    return "".join(kept) + _PDI * depth


def clean(text: str) -> str:
    """The text with U+FFFD for every control but line feed and tab and for every embedding and override; offsets stay.

    For text that reaches a terminal other than through `layout`; `clean(text) != text` tells that it held some.
    """
    return _UNSAFE.sub(REPLACEMENT, text)
