"""How long a title may be, and what is left of one that is longer.

Source:
    DESIGN.md section 5: at most 120 cells, more only where it would be torn.
"""

from __future__ import annotations

import re
from itertools import accumulate

from rich.cells import cell_len, chop_cells

from timeline_core.events.titles.loose_ends import without_end
from timeline_core.events.titles.marks import CUT, EDGES, balanced
from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.text.marks import NARROW
from timeline_core.text.words import words

LONGEST = 120
WIDEST = 180
"""Cells of a title that has no break before: what is whole tells more than what is torn."""
_SHORTEST = 50
"""Cells: a shorter part of a sentence does not stand for the whole."""
COMMA = re.compile(r"[،؛,;](?=\s)")
_NARROW = re.compile(f"[{NARROW}]+")


def fits(text: str, cells: int = LONGEST) -> bool:
    """It takes so many cells at most: by default those that a list can show."""
    return 2 * len(text) <= cells or width(text) <= cells  # no code point takes more than two


def width(text: str) -> int:
    """As many cells as `cell_len` gives; only the letters are counted one by one that may take none, or two."""
    other = _NARROW.sub("", text)
    return len(text) - len(other) + (cell_len(other) if other else 0)


def shortened(text: str, phrasing: Phrasing, cells: int = LONGEST) -> str:
    """The text in so many cells at most.

    It is cut where a part of the sentence ends that tells what happened, else at a word; «…» marks the cut.
    """
    if fits(text, cells):
        return text
    part = _at_comma(text, phrasing, cells)
    if part:
        return part
    whole = text.split(" ")
    ends = accumulate(width(word) + 1 for word in whole)
    kept = " ".join(word for word, end in zip(whole, ends, strict=True) if end <= cells)
    while _ends_in_number(kept):
        kept = kept.rpartition(" ")[0]
    return balanced(without_end(kept, phrasing) or chop_cells(text, cells - 1)[0]).strip(EDGES) + CUT


def _ends_in_number(text: str) -> bool:
    """Half of what it counts may be gone: «أقل من 1,2 | مليار»."""
    return any(letter.isdigit() for letter in text.rpartition(" ")[2])


def _at_comma(text: str, phrasing: Phrasing, cells: int = LONGEST) -> str:
    """The text cut where a part of the sentence ends that tells what happened; empty where none does."""
    for cut in reversed([stop.start() for stop in COMMA.finditer(text)]):
        part = text[:cut].rstrip()
        if _SHORTEST <= width(part) < cells and balanced(part) == part and any(phrasing.topics.deeds.find(words(part))):
            return part + CUT
    return ""
