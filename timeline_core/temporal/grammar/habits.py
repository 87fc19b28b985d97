"""Sets (TimeML): weekdays of a timetable and dates of every year, which are no single days.

«تفتح من الاثنين إلى الخميس», "open Monday to Thursday"; «في أول تموز من كل عام», "on 1 July each year".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from timeline_core.temporal.grammar.doubt import Doubt
from timeline_core.temporal.senses.dates import Day, Month, Weekday
from timeline_core.temporal.senses.ranges import Range
from timeline_core.temporal.senses.sense import Sense
from timeline_core.text.fold import folded
from timeline_core.text.tokens import Tokens

_ENDS = frozenset(".!?؟…")
_FAR = 40
"""Words before and behind a date in which the ends of its sentence are looked for."""

_LISTED = 3
"""From so many weekdays in one sentence on they can be those of a timetable."""
_BESIDE = 9
"""Words before and behind a date in which "every year" can be said of it."""
Found = Sequence[tuple[int, int, Sense]]
"""First and last word of each expression, and its sense."""


def habitual(said: Tokens, found: Found, doubt: Doubt) -> Set[int]:
    """Find the weekdays of timetables; gives their numbers among the expressions found."""
    bare = [number for number, (_, _, sense) in enumerate(found) if _is_bare(sense)]
    sets: set[int] = set()
    if not (doubt.habits or doubt.clocks) or not _repeats(found, bare):
        return sets
    starts = [found[number][0] for number in bare]
    for number in bare:
        if number in sets:
            continue
        low, high = _sentence(said, found[number][0], found[number][1])
        inside = bare[bisect_left(starts, low) : bisect_left(starts, high)]
        if not _repeats(found, inside):
            continue
        words = [folded(said.words[at]) for at in range(low, high)]
        if not doubt.clocks.isdisjoint(words) or any(doubt.holds(word, doubt.habits) for word in words):
            sets.update(inside)
    return sets


def yearly(said: Tokens, found: Found, doubt: Doubt) -> Set[int]:
    """Find the dates of every year; gives their numbers among the expressions found."""
    sets: set[int] = set()
    for number, (first, last, sense) in enumerate(found) if doubt.years else ():
        if isinstance(sense, (Day, Month)) and sense.recurs:
            low, high = _sentence(said, first, last)
            near = range(max(low, first - _BESIDE), min(high, last + 1 + _BESIDE))
            words = " ".join(folded(said.words[at]) for at in near)
            if any(f" {phrase} " in f" {words} " for phrase in doubt.years):
                sets.add(number)
    return sets


def _repeats(found: Found, weekdays: Sequence[int]) -> bool:
    """True where the weekdays can be those of a timetable: one is a stretch, or there are three or more."""
    return len(weekdays) >= _LISTED or any(isinstance(found[number][2], Range) for number in weekdays)


def _is_bare(sense: Sense) -> bool:
    ends = (sense.first, sense.last) if isinstance(sense, Range) else (sense,)
    return all(isinstance(one, Weekday) and one.turn is None for one in ends)


def _sentence(said: Tokens, first: int, last: int) -> tuple[int, int]:
    """The first token of the sentence around these words, and the first behind that sentence."""
    low = next((at + 1 for at in _back(first) if _parts(said, at, at + 1)), max(first - _FAR, 0))
    after = range(last + 1, min(last + 1 + _FAR, len(said.words)))
    return low, next((at for at in after if _parts(said, at, at)), after.stop if after else last + 1)


def _back(first: int) -> Iterator[int]:
    yield from range(first - 1, max(first - 1 - _FAR, -1), -1)


def _parts(said: Tokens, at: int, behind: int) -> bool:
    """True where token `at` ends a sentence, or a line ends right before token `behind`."""
    return said.words[at] in _ENDS or (behind < len(said.gaps) and "\n" in said.gaps[behind])
