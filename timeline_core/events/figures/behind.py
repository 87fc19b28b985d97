"""What stands behind a number, and whether it is what the number counts.

Source:
    A numeral and its noun are one phrase; an article or an "and" of its own begins another.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.events.figures.number import Number
from timeline_core.lexicon.wordlists import FigureWords
from timeline_core.text.words import Hit, Word


def of_nobody(run: Sequence[Word], number: Number, lexicon: FigureWords) -> bool:
    """It counts what is nobody: days, kilometres, villages."""
    behind = number.end < len(run) and not number.dated
    return behind and lexicon.others.at(run, number.end) is not None


def is_apart(run: Sequence[Word], number: Number, at: int, lexicon: FigureWords) -> bool:
    """An article of its own parts it from the number: "two ambulances took | the wounded", not "two of the wounded"."""
    led = at > number.end and run[at - 1].folded in lexicon.definite
    return led and run[at - 2].folded not in lexicon.of


def is_joined(run: Sequence[Word], hit: Hit, lexicon: FigureWords) -> bool:
    """An "and" glued to it parts it from the number before: «القتلى 214 | والجرحى 800»."""
    return bool(hit.clitic) and run[hit.at].folded[: hit.clitic] in lexicon.and_
