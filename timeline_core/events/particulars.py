"""What keeps two happenings of one deed apart: whom they count, the part of the day, and words such as "another".

Source:
    DESIGN.md section 5, «One happening».
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from timeline_core.model.draft import KIN
from timeline_core.model.event import Figure
from timeline_core.model.span import Span
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.word_range import WordRange
from timeline_core.text.words import Hit, Word

_FROM_DATE = 3
"""Words from a date to its part of the day: "in the early hours of Monday"."""
_BESIDE = 2
"""Words between a deed and what tells it from another one."""
_REACH = 6
"""Words that name the counted, behind their number."""
_PARTICLE = 3
"""Letters up to which a word is only the beginning of a name: «أبو طه»."""


def hours(sentence: Sentence, part: WordRange, date: Span) -> frozenset[str]:
    """The parts of the day that are named beside its date, within these words: «صباح الجمعة», "early on Monday"."""
    if not sentence.span.covers(date):
        return frozenset()
    first, end = sentence.range_of(date)
    near = sentence.run[max(part[0], first - _FROM_DATE) : max(end, min(part[1], end + _FROM_DATE))]
    return frozenset(hit.concept for hit in sentence.phrasing.topics.particulars.hours.find(near))


def another(sentence: Sentence, part: WordRange, date: Span | None) -> bool:
    """True where these words call their deed another one: "a second blast", «هجوم آخر».

    Args:
        date: that of the deeds. What is counted over another time ("the second this week") says nothing.
    """
    found = [*_others(sentence, part)]
    own = sentence.range_of(date) if date is not None and sentence.span.covers(date) else (0, 0)
    if not found or any(hit.concept == "over" and not own[0] <= hit.at < own[1] for hit in found):
        return False
    deeds = sentence.concepts_in(part)
    others = [hit for hit in found if not sentence.in_date(hit.at)]
    called = [deed for deed in deeds if any(_of_deed(sentence, hit, deed) for hit in others)]
    return any(not _is_beside_one(deed, deeds, called) for deed in called)


def _is_beside_one(other: Hit, deeds: Sequence[Hit], called: Sequence[Hit]) -> bool:
    """One of its kind was told before it that is no other one: "hit by a strike, and then by another strike"."""
    return any(deed.concept == other.concept and deed.at < other.at and deed not in called for deed in deeds)


def _others(sentence: Sentence, part: WordRange) -> Iterator[Hit]:
    for hit in sentence.phrasing.topics.particulars.another.find(sentence.run.part(*part)):
        yield replace(hit, at=part[0] + hit.at)


def _of_deed(sentence: Sentence, other: Hit, deed: Hit) -> bool:
    """True where nothing but attributes stand between the deed and the word that calls it another one."""
    deeds = sentence.phrasing.concepts.deeds
    if deed.concept not in (deeds.twice_a_person if other.concept == "again" else deeds.twice_a_day):
        return False
    first, last = (other, deed) if other.concept == "before" else (deed, other)
    between = range(first.at + first.count, last.at)
    if other.concept == "again":
        return abs(other.at - deed.at) <= _REACH
    small = sentence.phrasing.clauses.prepositions | sentence.phrasing.clauses.auxiliaries
    return first.at < last.at and len(between) <= _BESIDE and not any(sentence.run[k].folded in small for k in between)


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


def _behind(sentence: Sentence, figure: Figure) -> WordRange:
    """The words behind a number up to the next number, preposition, joint or comma."""
    run = sentence.run
    start = next((at for at, word in enumerate(run) if word.start >= figure.span.end), len(run))
    end = start
    while end < min(start + _REACH, len(run)) and not _stops(sentence, end, at_once=end == start):
        end += 1
    return WordRange(start, end)


def _stops(sentence: Sentence, at: int, *, at_once: bool) -> bool:
    word, phrasing = sentence.run[at], sentence.phrasing
    if word.folded in phrasing.figures.of:
        return False
    small = word.folded in phrasing.clauses.prepositions or word.folded in phrasing.figures.joints
    return small or word.folded[:1].isdecimal() or sentence.in_date(at) or (not at_once and sentence.is_parted(at))


def _families(run: tuple[Word, ...], sentence: Sentence) -> Iterator[str]:
    """By the word of a name behind «عائلة», or before "family"."""
    kin = sentence.phrasing.figures.kin
    for hit in kin.find(run):
        if hit.concept == "words" and hit.at:
            yield KIN + run[hit.at - 1].folded
        elif hit.concept == "of" and (name := [word.folded for word in run[hit.at + hit.count :][:2]]):
            yield KIN + " ".join(name if len(name[0]) <= _PARTICLE else name[:1])
