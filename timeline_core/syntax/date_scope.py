"""Which of the dates of a sentence tell the day of a clause, and how several share one.

Source:
    DESIGN.md section 5: a date is never given to what it does not date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline_core.model.expression import Expression
from timeline_core.model.when import Precision, When
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.segments import Range
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.several_dates import accounted, apart, beyond, compared
from timeline_core.syntax.subordinate import frame, owner

_WEEK, _SEASON, _UNKNOWN = 7, 80, 1_000_000
"""Days."""
_FRESH = ("weekday", "deictic")
"""Rules of the dates by which news tells its own day."""


def end_of(sentence: Sentence, since: Expression, dates: Iterable[Expression]) -> When | None:
    """The end of the stretch that begins with that date: «منذ 26 آذار … حتى 17 نيسان»."""
    begin = sentence.range_of(since.span)
    if frame(sentence, begin) != "since":
        return None
    later = (date for date in dates if date.span.start > since.span.end and date.when is not None)
    return next((date.when for date in later if frame(sentence, sentence.range_of(date.span)) == "until"), None)


def shared(sentence: Sentence, clause: Clause, dates: list[Expression]) -> list[tuple[Clause, Expression]]:
    """The clause, or its parts, with the date of each; a saying has one date, and a date none beside a finer one."""
    if clause.denied:
        return [(clause, dates[0])]
    kept: list[Expression] = []
    for date in _once(sentence, dates):
        if not any(_finer(other, date) for other in kept):
            kept = [other for other in kept if not _finer(date, other)]
            kept.append(date)
    if clause.said:
        said = min(kept, key=_length)
        rest = ((_beyond(sentence, clause, said, date), date) for date in kept if date is not said)
        return [(clause, said), *((more, date) for more, date in rest if more is not None)]
    fresh = [date.reason.rule in _FRESH for date in kept]
    parts = apart(sentence, clause, [sentence.range_of(date.span) for date in kept], fresh)
    pairs = [(part, date) for part, date in zip(parts, kept, strict=True) if part is not None]
    return [pair for pair in pairs if not any(_overshadows(other, pair) for other in pairs)]


def parted(sentence: Sentence, pairs: Sequence[tuple[Clause, Expression]]) -> list[tuple[Clause, Expression]]:
    """The clauses, each to where the next begins that is joined to it and has a date of its own."""
    begins = sorted(
        clause.words[0]
        for clause, _ in pairs
        if not clause.noun and (sentence.marked(clause.words[0], "joins") or clause.words[0] in sentence.cuts)
    )
    return [(_until(clause, sentence.range_of(date.span)[1], begins), date) for clause, date in pairs]


def _until(clause: Clause, date: int, begins: Sequence[int]) -> Clause:
    """The clause, to the first of these words behind its date."""
    start, end = clause.words
    stop = next((at for at in begins if max(date, start + 1) <= at < end), end)
    if stop == end or clause.denied or (clause.skips is not None and clause.skips[1] > stop):
        return clause
    return replace(clause, words=(start, stop), whole=(clause.whole[0], stop))


def _overshadows(one: tuple[Clause, Expression], other: tuple[Clause, Expression]) -> bool:
    """True when both date the same words, the first by a day and the second by a season, a year or more."""
    fine, coarse = _length(one[1]), _length(other[1])
    return one[0].words == other[0].words and fine < _WEEK and _SEASON < coarse < _UNKNOWN


def tells_no_day(sentence: Sentence, clause: Clause, date: Expression) -> bool:
    """True where the date tells no day of what its clause tells: it measures, it is what something is of, …"""
    at = sentence.range_of(date.span)
    enough = 1 if clause.noun and owner(sentence, at) is not None else 2
    if sentence.content_words(clause.words) < enough or _is_deadline(sentence, date) or compared(sentence, clause, at):
        return True
    if _of_every_year(sentence, date):
        return True
    return _of_oneself(sentence, clause) or _nowadays(sentence, date) or _of_period(sentence, date)


def _of_every_year(sentence: Sentence, date: Expression) -> bool:
    """True for a day of every year: «تبدأ في الأول من تموز وتنتهي في آخر حزيران من كل عام»."""
    if dict(date.reason.slots).get("year", "") != "" or date.reason.rule not in ("day", "month_bare", "part"):
        return False
    start, end = sentence.segments[sentence.segment_of(sentence.range_of(date.span)[0])]
    return any(True for _ in sentence.phrasing.periods.each.find(sentence.run[start:end]))


def was_to_be(sentence: Sentence, start: int, date: int) -> bool:
    """True where something was to be on a day that has passed: whether it was is not said («كان مقررا أمس»)."""
    low = max(0, start - 2)
    plans = [hit.at for hit in (*sentence.marks, *sentence.unreal) if hit.concept in ("planned", "ahead")]
    plan = next((at for at in sorted(plans) if low <= at < date), None)
    if plan is None:
        return False
    was = sentence.phrasing.titles.past_verbs | sentence.phrasing.periods.was_to_be
    before = (form for word in sentence.run[max(0, plan - 3) : plan] for form, _ in word.forms)
    return any(form in was for form in before)


def _of_oneself(sentence: Sentence, clause: Clause) -> bool:
    """True where somebody speaks of himself: «نحن اليوم …»."""
    told = (at for at in range(*clause.words) if not sentence.in_date(at))
    return not clause.said and sentence.run[next(told, clause.words[0])].folded in sentence.phrasing.speech.first_person


def bare(sentence: Sentence, date: Expression) -> bool:
    """True for a date that nothing leads to: with a noun before it, it may belong to that noun."""
    when, at = date.when, sentence.range_of(date.span)[0]
    dated = (Precision.DAY, Precision.MONTH, Precision.YEAR)
    if when is None or when.precision not in dated or at == 0 or at in sentence.cuts:
        return False
    word, before = sentence.run[at], sentence.run[at - 1]
    led = (
        word.start < date.span.start
        or any(form in sentence.phrasing.periods.small for form, _ in before.forms)
        or sentence.in_date(at - 1)
    )
    return not led and word.folded not in sentence.phrasing.periods.heads and not sentence.article(at)


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


def _once(sentence: Sentence, dates: Sequence[Expression]) -> list[Expression]:
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


def _beyond(sentence: Sentence, clause: Clause, said: Expression, date: Expression) -> Clause | None:
    return beyond(sentence, clause, sentence.range_of(said.span), sentence.range_of(date.span))


def _is_deadline(sentence: Sentence, date: Expression) -> bool:
    """True for a day before which something is, or is to be: it is not the day of it."""
    day = date.when is not None and date.when.precision is Precision.DAY
    begin = sentence.range_of(date.span)
    if frame(sentence, begin) == "before":
        return True
    return day and frame(sentence, sentence.range_of(date.span)) == "deadline"


def _length(date: Expression) -> int:
    days = date.when.days if date.when else None
    return (days[1] - days[0]).days if days else _UNKNOWN


def _finer(one: Expression, other: Expression) -> bool:
    """True when the first says the same days as the other, or some of them."""
    mine, theirs = (e.when.days if e.when else None for e in (one, other))
    if mine is None or theirs is None:
        return theirs is None
    return theirs[0] <= mine[0] and mine[1] <= theirs[1]
