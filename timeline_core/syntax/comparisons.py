"""What a date is compared with or counted for: «رابع هجوم منذ بداية العام», «أرباح الربع الأول», "by May 5".

Source:
    DESIGN.md section 5: a date is never given to what it does not date.
"""

from __future__ import annotations

from timeline_core.syntax.segments import Range
from timeline_core.syntax.sentence import Sentence

_FRAME = 4
"""Words within which a word of time leads to a date: «بعد ثلاثة أيام من …», "three days after …"."""
_MEASURED = 6
"""Words before a date within which it is said to be what another is compared with."""


def frame(whole: Sentence, date: Range) -> str:
    """`since`, `until` or `deadline` where such a word leads to the date, else nothing: «منذ 7 أكتوبر», "by May 5"."""
    low = max(0, date[0] - _FRAME)
    found = [
        hit
        for hit in whole.phrasing.clauses.frames.find(whole.run[low : date[0]])
        if hit.concept in ("since", "until", "deadline", "before")
    ]
    if not found:
        return ""
    last = found[-1]
    between = whole.run[low + last.at + last.count : date[0]]
    small = whole.phrasing.periods.date_leads | whole.phrasing.titles.trails
    return last.concept if all(word.folded in small for word in between) else ""


def compared(whole: Sentence, date: Range) -> bool:
    """True where the day only measures something: «رابع هجوم منذ بداية العام», «مقارنة بعام 2014»."""
    low = max(date[0] - 2 * _MEASURED, whole.segments[whole.segment_of(date[0])][0])
    for hit in whole.phrasing.clauses.frames.find(whole.run[low : date[0]]):
        if hit.concept == "against" and not whole.concepts_in((low + hit.at, date[0])):
            return True
    start = whole.segments[whole.segment_of(date[0])][0]
    found = [*whole.phrasing.clauses.frames.find(whole.run[start : date[0]])]
    since = next((hit.at for hit in reversed(found) if hit.concept == "since"), -1)
    near = since >= 0 and date[0] - start - since <= _MEASURED
    return near and any(hit.concept == "compares" and hit.at < since for hit in found)


def accounted(whole: Sentence, date: Range, led: str, *, yearly: bool) -> bool:
    """True where something is of a period, or for it, and did not happen in it: «أرباح الربع الأول», «لعام 2014».

    Args:
        led: the letter before the expression, as written.
        yearly: the period is a year or a part of one that has a name.
    """
    at = date[0] - 1
    if at < 0:
        return False
    if (yearly and led in whole.phrasing.periods.glued) or whole.run[at].folded in whole.phrasing.periods.never:
        return True
    if _from_number(whole, at):
        return True
    named = whole.of_name(date)
    if named is not None:
        return named == 0 or whole.run[named - 1].folded not in whole.phrasing.periods.times
    while at >= 0 and whole.run[at].folded in whole.phrasing.periods.account_leads:
        at -= 1
    said = tuple(word.folded for word in whole.run[max(0, at - 1) : at + 1])
    owned = {said[-1].removesuffix(end) for end in whole.phrasing.periods.account_ends} if said else set()
    return bool({said, said[-1:], *((word,) for word in owned)} & whole.phrasing.periods.accounts)


def _from_number(whole: Sentence, at: int) -> bool:
    """True for «من 49.4 في آذار»: what a number was before."""
    led = at >= 1 and whole.run[at].folded in whole.phrasing.periods.date_leads
    if led and whole.run[at - 1].folded in whole.phrasing.periods.measures:
        return True
    better = led and whole.run[at].folded in whole.phrasing.periods.than
    if better and any(word.folded in whole.phrasing.periods.better for word in whole.run[max(0, at - 2) : at]):
        return True
    out = led and at >= 2 and whole.run[at - 1].folded[-1:].isdecimal()
    return out and whole.run[at - 2].folded in whole.phrasing.periods.from_number and not whole.conjoined(at - 1)
