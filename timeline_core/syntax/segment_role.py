"""What one segment of a sentence is to those beside it: whether it stands alone, leans on what is before it, counts on.

Source:
    DESIGN.md section 5.
"""

from __future__ import annotations

from bisect import bisect_left

from timeline_core.syntax.segments import Range
from timeline_core.syntax.sentence import Sentence

ENOUGH = 3
"""Words that a segment needs beside its date to tell of something; a date alone belongs to what stands next to it."""
_OPENS = 3
"""Words within which a segment names what it tells of, to be one that goes on counting."""


def stands_alone(whole: Sentence, start: int, segment: Range) -> bool:
    """True when the segment is a clause of its own: it is joined, or what began at `start` has a date of its own."""
    if whole.conjoined(segment[0]) and whole.run[segment[0]].folded[1:].isdecimal():
        return False
    if whole.done_by_subject(segment[0]):
        return True
    own = (whole.marked(segment[0], "joins") and not _lists(whole, segment[0])) or whole.turned(segment[0])
    own = own or any(start <= date[0] < segment[0] for date in whole.dates)
    return own and whole.content_words(segment) >= ENOUGH


def enough(whole: Sentence, number: int) -> int:
    """Words that the segment needs; fewer where a verb begins it, or a word that turns («فيما يبدأ التسجيل»)."""
    at = whole.segments[number][0]
    return ENOUGH - (whole.turned(at) or (whole.conjoined(at) and whole.verb(at)))


def _lists(whole: Sentence, at: int) -> bool:
    """True for «، ووزير الدفاع»: one more of those who did it."""
    return whole.conjoined(at) and whole.run[at].folded[1:] in whole.phrasing.clauses.people


def stands(whole: Sentence, number: int) -> bool:
    """True when the segment is a new statement, or joined, and tells enough to stand by itself."""
    at = whole.segments[number][0]
    return (at in whole.turns or whole.marked(at, "joins")) and told_in(whole, number, number) >= ENOUGH


def thin(whole: Sentence, first: int, last: int) -> bool:
    """True when the segments tell too little to be a clause."""
    return told_in(whole, first, last) < ENOUGH and not (tells(whole, first, last) and told_in(whole, first, last) > 1)


def leans(whole: Sentence, number: int, date: Range) -> bool:
    """True when the segment cannot stand by itself: it begins with a preposition, or with a date and tells nothing."""
    at = whole.segments[number][0]
    if whole.turned(at):
        return False
    if whole.marked(at, "leans") or _counts_on(whole, number) or (number > 0 and _lists(whole, at)):
        return True
    placed = whole.led_to(at)
    if at == date[0] and number > 0 and not whole.conjoined(at) and _dateless(whole, number - 1):
        return True
    if at == date[0] and date[1] < len(whole.run) and number > 0 and whole.led_to(date[1]):
        return True
    dated = whole.in_date(at) or (placed and at + 1 < len(whole.run) and whole.in_date(at + 1))
    if dated or at == date[0]:
        return not tells(whole, number, number)
    return placed


def _dateless(whole: Sentence, number: int) -> bool:
    """True when no date stands in the segment."""
    start, end = whole.segments[number]
    return not any(start <= date[0] < end for date in whole.dates)


def _counts_on(whole: Sentence, number: int) -> bool:
    """True for one more that is counted with those before it, and tells nothing itself: «, and four of his guards»."""
    home = whole.segments[number]
    if number == 0 or not whole.marked(home[0], "joins") or whole.concepts_in(home):
        return False
    numbers = whole.phrasing.figures.numbers
    return any(numbers.at(whole.run, at) is not None for at in (home[0], home[0] + 1) if at < home[1])


def shares(whole: Sentence, number: int) -> bool:
    """True when the segment goes on counting the victims of what is told before it, which has no date of its own."""
    opening = whole.segments[number][0]
    if number == 0 or not (whole.marked(opening, "joins") or whole.turned(opening)):
        return False
    start, before = whole.segments[number][0], whole.segments[number - 1]
    here, there = (
        any(hit.concept in whole.phrasing.concepts.deeds.toll for hit in whole.concepts_in(part))
        for part in ((start, start + _OPENS), before)
    )
    k = bisect_left(whole.dates, (before[0], 0))
    free = k == len(whole.dates) or whole.dates[k][0] >= start
    return here and there and free


def tells(whole: Sentence, first: int, last: int) -> bool:
    """True when something happens in these segments that is known by name."""
    return bool(whole.concepts_in((whole.segments[first][0], whole.segments[last][1])))


def told_in(whole: Sentence, first: int, last: int) -> int:
    """How many telling words stand in these segments."""
    return whole.content_words((whole.segments[first][0], whole.segments[last][1]))
