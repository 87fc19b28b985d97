"""Dates that measure and date nothing, and the two dates of one stretch.

Source:
    DESIGN.md section 5: a date is never given to what it does not date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from timeline_core.model.expression import Expression
from timeline_core.model.when import Precision, When
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.comparisons import accounted, compared, frame
from timeline_core.syntax.segments import Range
from timeline_core.syntax.sentence import Sentence


def end_of(sentence: Sentence, since: Expression, dates: Iterable[Expression]) -> When | None:
    """The end of the stretch that begins with that date: «منذ 26 آذار … حتى 17 نيسان»."""
    begin = sentence.range_of(since.span)
    if frame(sentence, begin) != "since":
        return None
    later = (date for date in dates if date.span.start > since.span.end and date.when is not None)
    return next((date.when for date in later if frame(sentence, sentence.range_of(date.span)) == "until"), None)


def measures(sentence: Sentence, clause: Clause, date: Expression, *, goes_on: bool = False) -> bool:
    """True where the date tells no day of what its clause tells: it is a bound, a period of figures, these days, …"""
    at = sentence.range_of(date.span)
    until = frame(sentence, at) == "until" and not (clause.present or clause.planned or goes_on)
    if until or _is_deadline(sentence, date) or compared(sentence, at) or _of_every_year(sentence, date):
        return True
    return _of_oneself(sentence, clause) or _nowadays(sentence, date) or _of_period(sentence, date)


def _of_every_year(sentence: Sentence, date: Expression) -> bool:
    """True for a day of every year: «تبدأ في الأول من تموز وتنتهي في آخر حزيران من كل عام»."""
    if dict(date.reason.slots).get("year", "") != "" or date.reason.rule not in ("day", "month_bare", "part"):
        return False
    start, end = sentence.segments[sentence.segment_of(sentence.range_of(date.span)[0])]
    return any(True for _ in sentence.phrasing.periods.each.find(sentence.run[start:end]))


def _of_oneself(sentence: Sentence, clause: Clause) -> bool:
    """True where somebody speaks of himself: «نحن اليوم …»."""
    told = (at for at in range(*clause.words) if not sentence.in_date(at))
    return not clause.said and sentence.run[next(told, clause.words[0])].folded in sentence.phrasing.speech.first_person


def _of_period(sentence: Sentence, date: Expression) -> bool:
    """True where something is of a period and did not happen in it («أرباح الربع الأول»)."""
    precision = date.when.precision if date.when is not None else Precision.DAY
    if date.reason.rule == "same":
        return True
    if precision is Precision.WEEK:
        return False
    before = sentence.text[max(0, date.span.start - 1) : date.span.start]
    yearly = precision in (Precision.YEAR, Precision.HALF, Precision.QUARTER)
    at = sentence.range_of(date.span)
    if precision is Precision.DAY:
        return at[0] > 0 and sentence.run[at[0] - 1].folded in sentence.phrasing.periods.never
    return accounted(sentence, at, before, yearly=yearly) or _goes_on(sentence, at, yearly=yearly)


def _goes_on(sentence: Sentence, at: Range, *, yearly: bool) -> bool:
    """True for «… لعام 2023 والربع الأول من 2024»: one more period that something is for."""
    if not yearly or not sentence.conjoined(at[0]):
        return False
    number = next((k for k, date in enumerate(sentence.dates) if date[1] == at[0]), None)
    if number is None:
        return False
    start = sentence.dated[number].start
    return accounted(sentence, sentence.dates[number], sentence.text[max(0, start - 1) : start], yearly=True)


def _nowadays(sentence: Sentence, date: Expression) -> bool:
    """True where these times are meant, and not the day of the report: «وهي اليوم …»."""
    today = date.reason.rule == "deictic" and ("offset", "0") in date.reason.slots
    start, end = sentence.range_of(date.span)
    if not today or end - start > 1 or start == 0:
        return False
    return any(form in sentence.phrasing.periods.nowadays for form, _ in sentence.run[start - 1].forms)


def once(sentence: Sentence, dates: Sequence[Expression]) -> list[Expression]:
    """The dates without the approximate one of two that stand side by side: «قبل ثلاثة أشهر في أبريل الماضي»."""
    vague = set()
    for one, two in pairwise(dates):
        low, high = (sentence.range_of(date.span) for date in (one, two))
        joined = any(
            sentence.grammar.joined(sentence.run[at].folded)
            for at in range(low[1], min(high[0] + 1, len(sentence.run)))
        )
        if low[1] <= high[0] and sentence.content_words((low[1], high[0])) == 0 and not joined:
            vague |= {id(date) for date in (one, two) if date.when is not None and date.when.approximate}
    return [date for date in dates if id(date) not in vague] if len(vague) < len(dates) else list(dates)


def _is_deadline(sentence: Sentence, date: Expression) -> bool:
    """True for a day before which something is, or is to be: it is not the day of it."""
    day = date.when is not None and date.when.precision is Precision.DAY
    begin = sentence.range_of(date.span)
    if frame(sentence, begin) == "before":
        return True
    return day and frame(sentence, sentence.range_of(date.span)) == "deadline"


def finer(one: Expression, other: Expression) -> bool:
    """True when the first says the same days as the other, or some of them."""
    mine, theirs = (e.when.days if e.when else None for e in (one, other))
    if mine is None or theirs is None:
        return theirs is None
    return theirs[0] <= mine[0] and mine[1] <= theirs[1]
