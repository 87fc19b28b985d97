"""The test card: one sentence as it is sent in each mode, so that a reader can see which of them reads right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.bidi.layout import truncate
from tui.bidi.modes import Mode
from tui.terminal import probe as terminal

SENTENCE = "السلام (عليكم) 123 WHO"
VOWELLED = "السَّلَامُ عَلَيْكُمْ"
WIDTH = 44


class Sample(NamedTuple):
    """A mode under the letter by which it is chosen."""

    letter: str
    mode: Mode


SAMPLES = (Sample("A", "visual"), Sample("B", "inverse"), Sample("C", "words"))


def drawn(environ: Mapping[str, str], *, live: bool) -> Iterator[str]:
    """The lines of the card.

    Args:
        live: sent to a terminal, which is told not to reorder where the program would tell it so.
    """
    yield f"┌{'─' * (WIDTH + 2)}┐"
    for sample in SAMPLES:
        before, behind = "", ""
        if live and sample.mode == "visual":
            before, behind = terminal.enter(environ), terminal.leave(environ)
        yield before + _row(sample.letter, SENTENCE, sample.mode)
        yield _row("", VOWELLED, sample.mode)
        yield behind + (f"└{'─' * (WIDTH + 2)}┘" if sample is SAMPLES[-1] else f"├{'─' * (WIDTH + 2)}┤")


def _row(letter: str, text: str, mode: Mode) -> str:
    line = truncate(text, WIDTH - 2, 1, mode=mode)
    return f"│ {letter:<{WIDTH - line.width}}{line.text} │"
