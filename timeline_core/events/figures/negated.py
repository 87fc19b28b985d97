"""Numbers under a negation: "no one was killed", "failed to kill 12", «لم يقتل 12 جنديا»."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.events.figures.parts import past_part
from timeline_core.lexicon.wordlists import FigureWords
from timeline_core.text.words import Hit, Word

_REACH = 4
"""Words that may stand between a negation and the number: «لم يسفر الهجوم عن مقتل 12»."""
_STOPS = frozenset('.,;:!?،؛؟\n—–«»"“”()')
"""No negation reaches past these."""


def refused(text: str, run: Sequence[Word], at: int, end: int, lexicon: FigureWords) -> bool:
    """True when the number of the words from `at` up to `end` is negated, before it or in the verb behind it."""
    return _before(text, run, at, lexicon) or _behind(run, end, lexicon)


def _before(text: str, run: Sequence[Word], at: int, lexicon: FigureWords) -> bool:
    start = max(0, at - _REACH - lexicon.no.longest)
    hits = list(lexicon.no.find(run[start:at]))
    if not hits or hits[-1].concept == "but":
        return False
    first = start + hits[-1].at + hits[-1].count
    between = run[first:at]
    if len(between) > _REACH or not _STOPS.isdisjoint(text[run[first - 1].end : run[at].start]):
        return False
    if any(word.folded[:1].isdecimal() for word in between) or any(hit.clitic for hit in lexicon.acts.find(between)):
        return False
    return hits[-1].concept == "words" or not between or lexicon.acts.at(run, first) is not None


def _behind(run: Sequence[Word], end: int, lexicon: FigureWords) -> bool:
    """True for "12 people were not killed"."""
    place = _counted(run, end, lexicon)
    negations: list[Hit] = [] if place is None else list(lexicon.no.find(run[end:place]))
    return any(hit.concept == "words" for hit in negations)


def _counted(run: Sequence[Word], end: int, lexicon: FigureWords) -> int | None:
    """The word that says what was done to the counted."""
    at, left = end, lexicon.reach
    while left and (at := past_part(run, at, lexicon)) < len(run):
        if run[at].folded[:1].isdecimal() or run[at].folded in lexicon.joints:
            return None
        if lexicon.nouns.at(run, at) is not None:
            return at
        at, left = at + 1, left - 1
    return None
