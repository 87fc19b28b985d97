"""The words by which a telling is known again: all that tell something, and of these what is no name and no date.

Source:
    DESIGN.md section 5, «One happening».
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from timeline_core.events.report_reading import Reading
from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.model.span import Span
from timeline_core.names.gazetteer import ACTOR, PLACE
from timeline_core.text.words import Word, bare, words_in

_SHORT = 2
"""Letters of a word that says too little."""


def content_words(text: str, span: Span, phrasing: Phrasing) -> frozenset[str]:
    """The folded words of a part of a text that tell something, without article and clitics."""
    return _stems(words_in(text, span), phrasing)


def plain_words(reading: Reading, span: Span, phrasing: Phrasing) -> frozenset[str]:
    """Those of them that belong to no name and no date: what two reports share in these is their wording."""
    taken = [hit.span for category in (ACTOR, PLACE) for hit in reading.hits_in(span, category)]
    taken += [expression.span for expression in reading.expressions_in(span)]
    return _stems(_outside(words_in(reading.report.text, span), sorted(taken)), phrasing)


def _outside(every: Iterable[Word], taken: Sequence[Span]) -> Iterator[Word]:
    """The words of which no code point is taken; `taken` in its order."""
    starts, reach = [one.start for one in taken], [0, *accumulate((one.end for one in taken), max)]
    return (word for word in every if reach[bisect_left(starts, word.end)] <= word.start)


def _stems(words: Iterable[Word], phrasing: Phrasing) -> frozenset[str]:
    told = {word.folded for word in words}.difference(phrasing.titles.trails, phrasing.titles.drops)
    stems = {phrasing.grammar.without_article(bare(spelling)[-1][0]) for spelling in told}
    return frozenset(stem for stem in stems if len(stem) > _SHORT)
