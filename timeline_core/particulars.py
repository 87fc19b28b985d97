"""What a clause says beside its deed by which two happenings differ: whom exactly it counts.

Source:
    DESIGN.md section 5, «One happening».
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from timeline_core.cut import Range
from timeline_core.event import Figure
from timeline_core.sentence import Sentence
from timeline_core.span import Span
from timeline_core.text.words import Word

KIN = "kin:"
"""Beginning of what stands for a family, by its name in the spelling of the text."""
_REACH = 6
"""Words that name the counted, behind their number."""
_PARTICLE = 3
"""Letters up to which a word is only the beginning of a name: «أبو طه»."""


def counted(sentence: Sentence, figures: Iterable[Figure], actors: Callable[[Span], Iterable[str]]) -> frozenset[str]:
    """The actors and families of which the counted are: "five Israeli soldiers", «سبعة من عائلة …».

    Args:
        actors: who is named in a span of the text.
    """
    found: set[str] = set()
    for figure in figures:
        start, end = part = _behind(sentence, figure)
        if start < end:
            found.update(actors(sentence.span_of(part)))
            found.update(_families(sentence.run[start:end], sentence))
    return frozenset(found)


def _behind(sentence: Sentence, figure: Figure) -> Range:
    """The words behind a number up to the next number, preposition, joint or comma."""
    run = sentence.run
    start = next((at for at, word in enumerate(run) if word.start >= figure.span.end), len(run))
    end = start
    while end < min(start + _REACH, len(run)) and not _stops(sentence, end, at_once=end == start):
        end += 1
    return start, end


def _stops(sentence: Sentence, at: int, *, at_once: bool) -> bool:
    word, phrasing = sentence.run[at], sentence.phrasing
    if word.folded in phrasing.figures.of:
        return False
    small = word.folded in phrasing.prepositions or word.folded in phrasing.figures.joints
    return small or word.folded[:1].isdecimal() or sentence.in_date(at) or (not at_once and at in sentence.cuts)


def _families(run: tuple[Word, ...], sentence: Sentence) -> Iterator[str]:
    """By the word of a name behind «عائلة», or before "family"."""
    kin = sentence.phrasing.figures.kin
    for hit in kin.find(run):
        if hit.concept == "words" and hit.at:
            yield KIN + run[hit.at - 1].folded
        elif hit.concept == "of" and (name := [word.folded for word in run[hit.at + hit.count :][:2]]):
            yield KIN + " ".join(name if len(name[0]) <= _PARTICLE else name[:1])
