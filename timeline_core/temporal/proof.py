"""Works the value of a date out again from nothing but the reason that is shown for it.

A reason tells how the words were read (`slots`), from which day they were counted (`anchor`), and, of a date that comes
every year or week, on which side of that day it lies: «12 نيسان» counted from 2 May 2023, before it, is 12 April 2023.
Where these do not give the value, a reader could not check it, and a test fails.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from timeline_core.model.expression import Expression, Origin, Reason
from timeline_core.model.span import Span
from timeline_core.model.when import Mod, When
from timeline_core.temporal.senses.anaphora import Anaphor, Pair, Same, ToldWeekday
from timeline_core.temporal.senses.business import Quarter, YearBefore
from timeline_core.temporal.senses.counted_from import CountedFrom
from timeline_core.temporal.senses.dates import Day, Month, Weekday, Year
from timeline_core.temporal.senses.deictic import Deictic, JustNow
from timeline_core.temporal.senses.nth import (
    AboutDay,
    EdgeDay,
    MovingFeast,
    NthWeekday,
    OnThisDay,
    WeekdayOf,
    Weekend,
    WeekWith,
)
from timeline_core.temporal.senses.numeric import Ordered
from timeline_core.temporal.senses.periods import Ago, Era, Lapse, Part, Season, Segment, Turned, WeekOf, joined
from timeline_core.temporal.senses.ranges import Range
from timeline_core.temporal.senses.sense import STEPS, TURNS, Antecedents, Here, Sense, Side
from timeline_core.temporal.senses.shares import Share

_TURN = {said: turn for turn, said in TURNS.items()}
_STEP = {said: step for step, said in STEPS.items()}
_HIJRI = "h"
_ENDS = 2


def recomputed(reason: Reason) -> When | None:
    """Work out the value from the reason; None where the reason leaves the date open.

    Raises:
        KeyError: the rule is told by no sense.
    """
    slots = dict(reason.slots)
    sense = rebuilt(reason.rule, slots)
    anchor = When(reason.anchor) if reason.anchor else None
    days = _days(sense, slots, anchor, reason.origin)
    values = [_value(sense, _here(slots, anchor, day, reason.origin)) for day in days]
    found = values[0] if values[0] == values[-1] else joined(values[0], values[-1])
    doubtful = anchor is not None and anchor.uncertain and reason.origin is Origin.BLOCK
    return found.doubted if found is not None and doubtful else found


def ends(text: str, expression: Expression, spans: Sequence[Span]) -> tuple[Expression, ...]:
    """The two ends of a stretch as expressions: "July 1" and "3" of "July 1 to 3", each with a reason of its own.

    Args:
        spans: where the ends stand, as `Mention.ends`.

    Returns:
        Empty where nothing tells which dates are meant.
    """
    reason, when = expression.reason, expression.when
    slots = dict(reason.slots)
    if len(spans) != _ENDS or when is None or not when.resolved or slots.get("side") == Side.EITHER:
        return ()
    sense, anchor = rebuilt(reason.rule, slots), When(reason.anchor) if reason.anchor else None
    days = set(_days(sense, slots, anchor, reason.origin))
    if not isinstance(sense, Range) or len(days) > 1:
        return ()
    here = _here(slots, anchor, days.pop(), reason.origin)
    return tuple(
        _end(text, span, one, there, reason if there.since == here.since else None)
        for span, (one, there) in zip(spans, sense.ends(here), strict=True)
    )


def _end(text: str, span: Span, sense: Sense, here: Here, whole: Reason | None) -> Expression:
    """One end as an expression; `whole` is the reason of the stretch, where both are counted from one day."""
    when = sense.value(here)
    counted, origin = "", Origin.NONE
    if sense.relative and whole is not None:
        counted, origin = whole.anchor, whole.origin
    elif sense.relative and here.since is not None:
        counted, origin = here.since.edtf, Origin.TEXT
    slots = (("words", span.of(text)), *sense.flat)
    if sense.recurs and counted and when is not None:
        before = sense.value(here._replace(side=Side.BEFORE)) == when
        slots += (("side", Side.BEFORE if before else Side.AFTER),)
    if when is not None:
        slots += (("value", when.edtf),)
    return Expression(span, span.of(text), when, Reason(sense.rule, counted, origin, slots))


def _value(sense: Sense, here: Here) -> When | None:
    if here.side is not Side.EITHER:
        return sense.value(here)
    first, last = (sense.value(here._replace(side=side)) for side in (Side.BEFORE, Side.AFTER))
    return first if first == last else joined(first, last)


def _days(
    sense: Sense, slots: Mapping[str, str], anchor: When | None, origin: Origin
) -> tuple[date, date] | tuple[date | None]:
    """The first and the last day that the report can be of; one where a date of the text takes its place."""
    if slots.get("report_day"):
        return When(slots["report_day"]).days or (None,)
    if anchor is None or anchor.days is None or (origin is Origin.TEXT and sense.anaphoric):
        return (None,)
    return (anchor.days[0],) if origin is Origin.TEXT else anchor.days


def _here(slots: Mapping[str, str], anchor: When | None, day: date | None, origin: Origin) -> Here:
    side = Side(slots["side"]) if slots.get("side") else None
    hijri = slots.get("calendar") == "hijri"
    if origin is not Origin.TEXT or anchor is None:
        return Here(day, antecedents=Antecedents(hijri=hijri), side=side)
    antecedents = Antecedents(
        last=anchor, day=anchor, month=anchor, topic=anchor, year=anchor, period=anchor, hijri=hijri
    )
    return Here(day, antecedents=antecedents, since=anchor, side=side)


def rebuilt(rule: str, slots: Mapping[str, str], path: str = "") -> Sense:
    """Build the sense of that rule and those slots; the other way round from `Sense.rule` and `Sense.flat`.

    Raises:
        KeyError: the rule is told by no sense.
    """
    return _SENSES[rule](_Said(slots, path))


class _Said:
    """The slots of one sense within another: of path `of.` those named `of.month`, `of.year`…"""

    def __init__(self, slots: Mapping[str, str], path: str) -> None:
        self._slots, self._path = slots, path

    def word(self, name: str) -> str:
        return self._slots.get(self._path + name, "")

    def number(self, name: str, default: int = 0) -> int:
        said = self.word(name)
        return int(said) if said else default

    def maybe(self, name: str) -> int | None:
        said = self.word(name)
        return int(said) if said else None

    def turn(self, name: str = "turn") -> int | None:
        said = self.word(name)
        return _TURN[said] if said else None

    def of(self, name: str) -> Sense:
        return rebuilt(self.word(name), self._slots, f"{self._path}{name}.")

    def year(self) -> Year | None:
        found = self.of("year") if self._inner("year") else None
        return found if isinstance(found, Year) else None

    def month(self) -> Month:
        return _month(_Said(self._slots, f"{self._path}month."))

    def _inner(self, name: str) -> bool:
        return any(slot.startswith(f"{self._path}{name}.") for slot in self._slots)


def _year(said: _Said) -> Year:
    if said.word("step"):
        return Year(step=_STEP[said.word("step")])
    return Year(said.maybe("year"), said.turn(), said.word("era") == "hijri", plain=bool(said.word("plain")))


def _month(said: _Said) -> Month:
    name = said.word("month")
    bare = bool(said.word("step"))
    return Month(
        int(name.removeprefix(_HIJRI) or 0),
        None if bare else said.turn(),
        said.year(),
        name.startswith(_HIJRI),
        not bare or bool(said.word("topic")),
        _STEP[said.word("step")] if bare else 0,
    )


def _anaphor(said: _Said) -> Sense:
    if not said.word("count"):
        return _year(said)
    return Anaphor(said.word("unit"), _STEP[said.word("step")], said.number("count"), bool(said.word("topic")))


def _ordered(order: str) -> Callable[[_Said], Sense]:
    return lambda said: Ordered(said.number("day"), said.month(), said.maybe("weekday"), order=order)


def _ago(sign: int) -> Callable[[_Said], Sense]:
    return lambda said: Ago(sign * said.number("count"), said.word("unit"))


def _counted_from(sign: int) -> Callable[[_Said], Sense]:
    return lambda said: CountedFrom(sign * said.number("count"), said.word("unit"), said.of("of"))


def _unread(why: str) -> Callable[[_Said], Sense]:
    return lambda said: Year(said.maybe("year"), unread=why)


def _segment(said: _Said) -> Sense:
    return Segment(said.word("unit"), said.number("index"), said.year(), said.number("count", 1))


def _same(said: _Said) -> Sense:
    return Same(said.word("unit"), said.year() or Year())


def _on_this_day(said: _Said) -> Sense:
    return OnThisDay(said.word("unit"), said.year() or Year())


_SENSES: Mapping[str, Callable[[_Said], Sense]] = {
    "year": _year,
    "year_above": _year,
    "year_turn": _year,
    "hijri_year_turn": _year,
    "year_both": _year,
    "year_bc": _unread("bc"),
    "year_odd": _unread("odd"),
    "year_none": _unread("none"),
    "month_turn": _month,
    "month_of_year": _month,
    "month_bare": _month,
    "month_named_turn": _month,
    "day": lambda said: Day(said.number("day"), said.month(), said.maybe("weekday")),
    "day_first": _ordered("day_first"),
    "month_first": _ordered("month_first"),
    "day_guessed": _ordered("day_guessed"),
    "weekday": lambda said: Weekday(said.number("weekday")),
    "weekday_turn": lambda said: Weekday(said.number("weekday"), said.turn()),
    "deictic": lambda said: Deictic(said.number("offset")),
    "deictic_weekday": lambda said: Deictic(said.number("offset"), said.maybe("weekday")),
    "just_now": lambda said: JustNow(said.word("moment")),
    "turned": lambda said: Turned(said.word("unit"), said.turn() or 0),
    "segment": _segment,
    "segment_bare": _segment,
    "segment_count_bare": _segment,
    "segment_count": _segment,
    "season": lambda said: Season(said.number("season"), said.turn(), said.year()),
    "season_bare": lambda said: Season(said.number("season")),
    "season_turn": lambda said: Season(said.number("season"), said.turn(), said.year()),
    "week_of": lambda said: WeekOf(said.number("index"), said.of("month")),
    "decade": lambda said: Era("decade", said.number("year")),
    "century": lambda said: Era("century", said.number("year")),
    "part": lambda said: Part(Mod(said.word("mod")), said.of("of")),
    "range": lambda said: Range(said.of("first"), said.of("last")),
    "one_of": lambda said: Range(said.of("first"), said.of("last"), choice=True),
    "ago": _ago(-1),
    "later": _ago(1),
    "counted_before": _counted_from(-1),
    "counted_after": _counted_from(1),
    "lapse": lambda said: Lapse(said.number("count"), said.word("unit"), said.turn() or 0),
    "told": _anaphor,
    "told_count": _anaphor,
    "told_weekday": lambda said: ToldWeekday(said.number("weekday"), _STEP[said.word("step")]),
    "same": _same,
    "pair": lambda said: Pair(said.of("first"), said.of("last")),
    "quarter": lambda said: Quarter(),  # noqa: ARG005 it has no slots
    "year_before": lambda said: YearBefore(ago=bool(said.word("ago"))),
    "nth_weekday": lambda said: NthWeekday(said.number("index"), said.number("weekday"), said.of("of")),
    "weekday_of": lambda said: WeekdayOf(said.number("weekday"), said.turn() or 0, said.number("begins")),
    "edge_day": lambda said: EdgeDay(said.number("index"), said.of("of")),
    "week_with": lambda said: WeekWith(said.of("of")),
    "week_from": lambda said: WeekWith(said.of("of"), 1),
    "week_until": lambda said: WeekWith(said.of("of"), -1),
    "about_day": lambda said: AboutDay(said.of("of")),
    "weekend": lambda said: Weekend(said.number("begins"), said.turn(), said.number("ends", 6)),
    "on_this_day": _on_this_day,
    "on_this_day_ago": lambda said: OnThisDay(said.word("of"), None, said.number("count")),
    "share": lambda said: Share(said.word("unit"), said.number("index"), said.of("of")),
    "moving_feast": lambda said: MovingFeast(said.word("feast"), said.turn(), said.year()),
}
"""Rule -> what builds its sense from the slots."""
