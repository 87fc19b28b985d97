"""Several dates in one clause, each with its own words; and whether what a date is given for happened at all.

Source:
    DESIGN.md section 5: the days of different things are never mixed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline_core.syntax.clause import Clause
from timeline_core.syntax.segments import Range
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.shared_words import deeds

_ENOUGH = 3
"""Telling words that a part of a clause needs behind its date to be one."""
_PLACES = ("ahead", "slot")
"""What only says that something is to come."""
_MEASURED = 6
"""Words before a date within which it is said to be what another is compared with."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """Where a part of the clause begins; `inside`: within the part before it, as a relative clause is."""

    at: int
    inside: bool = False


def apart(whole: Sentence, clause: Clause, dates: Sequence[Range], fresh: Sequence[bool]) -> list[Clause | None]:
    """The clause of each of several dates that govern the same words, in order; None for one of which it is not known.

    It is cut where a joining word or a relative stands between two dates; dates with no cut between share their words,
    unless they tell of another deed.

    Args:
        fresh: of each date, whether it is a weekday or «أمس», by which news tells its own day.
    """
    edges, groups = [_Edge(clause.words[0])], [[dates[0]]]
    for one, two in pairwise(dates):
        cut = _cut(whole, one[1], two[0])
        if cut is None or _goes_on(whole, one, cut, two):
            groups[-1].append(two)
        else:
            edges.append(cut)
            groups.append([two])
    if len(groups) > 1 and whole.content_words((edges[0].at, edges[1].at)) < 2:
        return deeds(whole, _together(whole, clause, dates), dates, fresh)
    edges.append(_Edge(clause.words[1]))
    pieces = [_piece(whole, clause, edges, k) for k in range(len(groups))]
    told: list[Clause | None] = []
    for piece, group in zip(pieces, groups, strict=True):
        told += deeds(whole, _together(whole, piece, group), group, fresh[len(told) : len(told) + len(group)])
    return told


def _goes_on(whole: Sentence, one: Range, cut: _Edge, two: Range) -> bool:
    """True when what is joined belongs to a deed told between the dates: "… for killing a father and son in March"."""
    word = not cut.inside and whole.content_words((cut.at, two[0])) == 1
    return word and bool(whole.concepts_in((one[1], cut.at))) and not whole.concepts_in((cut.at, two[0]))


def beyond(whole: Sentence, clause: Clause, said: Range, date: Range) -> Clause | None:
    """What is joined to a saying and has a date of its own; None where nothing parts it from what is said."""
    cut = _cut(whole, said[1], date[0]) if said < date else None
    if cut is None or cut.inside or whole.content_words((cut.at, clause.words[1])) < 2:
        return None
    return Clause((cut.at, clause.words[1]), (cut.at, clause.whole[1]))


def _cut(whole: Sentence, low: int, high: int) -> _Edge | None:
    """Where the clause of the second of two dates begins between them."""
    for at in range(high - 1, low - 1, -1):
        opener = whole.phrasing.titles.openers.at(whole.run, at)
        if whole.turned(at) or (opener is not None and opener.concept == "to" and at > low):
            return _Edge(at)
        if whole.run[at].folded in whole.phrasing.clauses.relatives and at > low:
            nouns = whole.concepts_in((low, at))
            return _Edge(nouns[-1].at if nouns else at - 1, inside=True)
        if (
            whole.marked(at, "joins")
            and not _joined_noun(whole, at)
            and (whole.content_words((at, high)) > 0 or _tells_behind(whole, low, at, high))
        ):
            return _Edge(at)
    return None


def _joined_noun(whole: Sentence, at: int) -> bool:
    """True for «والنصر»: a noun with its article goes on the list before it and begins no clause."""
    word = whole.run[at].folded
    marks = (form[:-1] for form in whole.phrasing.clauses.definite if form.endswith("-"))
    return any(word[1:].startswith(mark) for mark in marks)


def _tells_behind(whole: Sentence, low: int, at: int, high: int) -> bool:
    """True when the joint stands before the date, and a clause of its own behind it: "and in August a strike …"."""
    end = whole.segments[whole.segment_of(high)][1]
    return whole.content_words((low, at)) >= 2 and len(whole.concepts_in((high, end))) > 0


def _piece(whole: Sentence, clause: Clause, edges: Sequence[_Edge], k: int) -> Clause:
    start, end = edges[k].at, edges[k + 1].at
    if edges[k + 1].inside:
        end = edges[k + 2].at
    far = clause.whole[1] if end == clause.words[1] else end
    if k == 0:
        skips = clause.skips if clause.skips and clause.skips[1] <= end else None
        return replace(clause, words=(start, end), whole=(clause.whole[0], far), skips=skips)
    if whole.content_words((start, end)) < 2:
        return Clause((edges[0].at, end), (edges[0].at, far), head=clause.head)
    return Clause((start, end), (start, far), head=clause.head)


def _together(whole: Sentence, clause: Clause, dates: Sequence[Range]) -> list[Clause]:
    """The same words for each date; the evidence of each is as long as it can be without being that of another."""
    if len(dates) == 1:
        return [clause]
    start, end = clause.whole
    if whole.content_words((start, dates[0][0])) > 0:
        ends = [*(date[0] for date in dates[1:]), end]
        return [replace(clause, whole=(start, max(stop, start + 1))) for stop in ends]
    starts = [start, *(date[1] for date in dates[:-1])]
    return [replace(clause, whole=(min(begin, end - 1), end)) for begin in starts]


def compared(whole: Sentence, clause: Clause, date: Range) -> bool:
    """True where the day only measures something: «رابع هجوم منذ بداية العام», «مقارنة بعام 2014»."""
    low = max(date[0] - 2 * _MEASURED, whole.segments[whole.segment_of(date[0])][0])
    for hit in whole.phrasing.clauses.frames.find(whole.run[low : date[0]]):
        if hit.concept == "against" and not whole.concepts_in((low + hit.at, date[0])):
            return True
    start = max(clause.words[0], whole.segments[whole.segment_of(date[0])][0])
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


def real(whole: Sentence, clause: Clause, date: Range, *, ahead: bool) -> Clause | None:
    """The clause, as a denial where it is negated; None where it is supposed, asked or cancelled.

    Args:
        ahead: the date lies ahead of the report.
    """
    if clause.said or clause.denied:
        return clause
    if whole.asked(min(date[0], len(whole.run) - 1)):
        return None
    for hit in whole.unreal:
        if not clause.words[0] <= hit.at < clause.words[1] or hit.concept in _PLACES or _skipped(clause, hit.at):
            continue
        if hit.concept in ("cancelled", "postponed"):
            off = hit.concept == "cancelled" and hit.at < date[0] and ahead
            if off or _was_ahead(whole, min(hit.at, clause.words[0]), date):
                return None
        elif _scopes(whole, clause, hit.at, date):
            tells = hit.concept == "negated" and whole.concepts_in((hit.at, clause.words[1]))
            return replace(clause, denied=True) if tells else None
    return clause


def _skipped(clause: Clause, at: int) -> bool:
    return clause.skips is not None and clause.skips[0] <= at < clause.skips[1]


def _was_ahead(whole: Sentence, low: int, date: Range) -> bool:
    return any(hit.concept == "ahead" and low <= hit.at < date[0] for hit in whole.unreal)


def _scopes(whole: Sentence, clause: Clause, at: int, date: Range) -> bool:
    """True when the word bears on what the date is given for: nothing is told before it, and it stands near."""
    if whole.concepts_in((clause.words[0], at)):
        return False
    beside = at < date[0] and whole.segment_of(at) == whole.segment_of(date[0])
    close = beside and whole.content_words((at, date[0])) <= _ENOUGH
    return close or whole.content_words((clause.words[0], at)) < _ENOUGH
