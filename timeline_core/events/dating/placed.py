"""Dates of one sentence with what each dates, and which of several dates of the same words is kept.

Source:
    DESIGN.md section 5: every date expression ends in exactly one verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline_core.events.ahead import STEPS
from timeline_core.events.unreal import is_day_of_words
from timeline_core.model.expression import Expression
from timeline_core.model.verdict import Limit
from timeline_core.model.when import When
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.values import DateWord, Predicate

_DAY, _DEICTIC = "day", "deictic"
"""Rules of a reason."""
_FOLLOWING = ("step", "after")
"""Slot of a reason: of a date behind the one told before it, "the next day"."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One date of a sentence, with what it dates."""

    expression: Expression
    date: DateWord | None
    """As the tree has it; None in a language without a grammar."""
    clause: Clause | None = None
    """What is told on that date; None where nothing is."""
    limit: Limit = Limit.NONE
    """Why nothing is."""
    begins: bool = False
    """What is told lasts from that day on («منذ آذار»)."""
    end: Expression | None = None
    """The date up to which it lasted."""


def dates_itself(one: Placed, head: Predicate) -> bool:
    """The date is of that statement, and not of something that it tells of."""
    told = one.clause.predicate if one.clause is not None else None
    return told is head or (one.date is not None and one.date.predicate is head)


def beside_today(placed: Sequence[Placed], today: When | None) -> Iterator[Placed]:
    """The dates; one that only says what today is dates no deed of another day.

    "Good evening, Monday 6 May, two men fled yesterday", «اليوم الأحد 9 حزيران فر عاملان أمس».
    """
    counted = [one for one in placed if one.clause is not None and one.expression.reason.rule == _DEICTIC]
    others = {one.clause.words for one in counted if one.clause is not None and one.expression.when != today}
    for one in placed:
        says_today = one.expression.reason.rule == _DAY and one.expression.when == today is not None
        apart = says_today and one.clause is not None and one.clause.words in others
        yield replace(one, clause=None, limit=Limit.OPEN) if apart else one


def of_deeds(placed: Sequence[Placed]) -> Iterator[Placed]:
    """The dates; what counts from the day before it dates nothing, where that is the day of words and of no deed."""
    before: DateWord | None = None
    for one in placed:
        follows = _FOLLOWING in one.expression.reason.slots
        if follows and before is not None and one.date is not None and is_day_of_words(before, one.date):
            yield replace(one, clause=None, limit=Limit.OPEN)
        else:
            yield one
        before = one.date


def shared(sentence: Sentence, placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Of several dates of the same words the finest; a saying and a denial have one."""
    kept: set[int] = set()
    groups: dict[tuple[int, int], list[Placed]] = {}
    for one in placed:
        if one.clause is not None:
            groups.setdefault(one.clause.words, []).append(one)
    for group in groups.values():
        kept |= {id(date) for date in _finest(sentence, group)}
    for one in placed:
        if any(_within(one, other) for other in placed):
            kept.discard(id(one.expression))
    return tuple(
        one if one.clause is None or id(one.expression) in kept else replace(one, clause=None, limit=Limit.FINER)
        for one in placed
    )


def _within(one: Placed, other: Placed) -> bool:
    """A noun inside a clause that has a finer date of its time: "the second attack this week killed … on Friday"."""
    if one.clause is None or other.clause is None or not one.clause.noun or other.clause.noun:
        return False
    inside = other.clause.words[0] <= one.clause.words[0] and one.clause.words[1] <= other.clause.words[1]
    return inside and _is_finer(other.expression, one.expression) and not _is_finer(one.expression, other.expression)


def _finest(sentence: Sentence, group: Sequence[Placed]) -> list[Expression]:
    found: list[Expression] = []
    for date in _once(group):
        if not any(_is_finer(other, date) for other in found):
            found = [other for other in found if not _is_finer(date, other)] + [date]
    first = group[0].clause
    if first is None or not (first.denied or first.said):
        return found
    own = [one.expression for one in group if _is_own(sentence, one)]
    return ([date for date in found if any(date is other for other in own)] or found)[:1]


def _once(group: Sequence[Placed]) -> list[Expression]:
    """The dates without the less certain of two that stand side by side.

    That is the approximate one («قبل ثلاثة أشهر في شباط الماضي»), and one that is counted from the day told before and
    that the other explains: "Two weeks later, on 17 March, …".
    """
    vague: set[int] = set()
    for one, two in pairwise(group):
        if one.date is None or two.date is None:
            continue
        if two.date.group.at - one.date.group.at == 1:
            vague |= {id(date.expression) for date in (one, two) if _is_approximate(date.expression)}
        if one.expression.reason.rule in STEPS and two.expression.reason.rule == _DAY:
            vague.add(id(one.expression))
    dates = [one.expression for one in group]
    return [date for date in dates if id(date) not in vague] or dates


def _is_approximate(date: Expression) -> bool:
    return date.when is not None and date.when.approximate


def _is_finer(one: Expression, other: Expression) -> bool:
    """The first says the same days as the other, or some of them."""
    mine, theirs = (date.when.days if date.when is not None else None for date in (one, other))
    if mine is None or theirs is None:
        return theirs is None
    return theirs[0] <= mine[0] and mine[1] <= theirs[1]


def _is_own(sentence: Sentence, one: Placed) -> bool:
    """The date is of the saying itself, and not of what it says."""
    predicate = one.date.predicate if one.date is not None else None
    return predicate is not None and one.clause is not None and sentence.range_of(predicate.span)[0] == one.clause.head


def dated_clauses(placed: Iterable[Placed]) -> list[tuple[Clause, Expression]]:
    """Each clause that is told, with its date."""
    return [(one.clause, one.expression) for one in placed if one.clause is not None]
