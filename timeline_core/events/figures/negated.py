"""Numbers that a sentence says not to be: "no one was killed", "failed to kill 12", «لم يقتل 12 جنديا»."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.events.figures.parts import past_part
from timeline_core.lexicon.wordlists import FigureWords
from timeline_core.text.words import Hit, Word

_REACH = 4
"""Words that may stand between a negation and the number: «لم يسفر الهجوم عن مقتل 12»."""
_STOPS = frozenset('.,;:!?،؛؟\n—–«»"“”()')
"""No negation reaches past these."""


def refused(text: str, run: Sequence[Word], at: int, end: int, told_by: FigureWords) -> bool:
    """True when the number of the words from `at` up to `end` is negated, before it or in the verb behind it."""
    return _before(text, run, at, told_by) or _behind(run, end, told_by)


def _before(text: str, run: Sequence[Word], at: int, told_by: FigureWords) -> bool:
    start = max(0, at - _REACH - told_by.no.longest)
    hits = list(told_by.no.find(run[start:at]))
    if not hits or hits[-1].concept == "but":
        return False
    first = start + hits[-1].at + hits[-1].count
    between = run[first:at]
    if len(between) > _REACH or not _STOPS.isdisjoint(text[run[first - 1].end : run[at].start]):
        return False
    if any(word.folded[:1].isdecimal() for word in between) or any(hit.clitic for hit in told_by.acts.find(between)):
        return False
    return hits[-1].concept == "words" or not between or told_by.acts.at(run, first) is not None


def _behind(run: Sequence[Word], end: int, told_by: FigureWords) -> bool:
    """True for "12 people were not killed"."""
    place = _counted(run, end, told_by)
    negations: list[Hit] = [] if place is None else list(told_by.no.find(run[end:place]))
    return any(hit.concept == "words" for hit in negations)


def _counted(run: Sequence[Word], end: int, told_by: FigureWords) -> int | None:
    """The word that says what was done to the counted."""
    at, left = end, told_by.reach
    while left and (at := past_part(run, at, told_by)) < len(run):
        if run[at].folded[:1].isdecimal() or run[at].folded in told_by.joints:
            return None
        if told_by.nouns.at(run, at) is not None:
            return at
        at, left = at + 1, left - 1
    return None
