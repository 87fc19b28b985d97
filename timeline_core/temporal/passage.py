"""Narrative time: from which day a date without its year is counted.

News counts from the day of the report ("on Sunday", «7 نيسان»); a story counts from the date that it gave last: in
«وفي 4 نيسان 2017 قُصفت المدينة. … وفي 7 نيسان ردت» both days are of 2017, whenever the report was published. Which of
the two a passage is, the dates around it show: years long past are signs of a story, "yesterday" and "Sunday" are
signs of news. A heading with a year ("The summer of 2011") opens a story. The date of a story holds across sentences
and paragraphs until another one is told; a year that is named only in passing (in a plan, a comparison) is passed
over where the dates around agree without it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from timeline_core.model.expression import Mention
from timeline_core.model.once import cached_property
from timeline_core.model.when import Precision, When, on
from timeline_core.temporal.quotation import quoted
from timeline_core.temporal.sections_of_years import sections_of_years
from timeline_core.temporal.senses.dates import Day, Month, Weekday, Year
from timeline_core.temporal.senses.ranges import Range
from timeline_core.temporal.senses.sense import Here, Sense, Side
from timeline_core.temporal.told_dates import (
    LONG_PAST,
    core,
    counted_from,
    day_ahead,
    follows,
    is_of_report,
    is_short,
    lies,
    stands,
    step_before,
)

_LATELY = timedelta(60)
"""A date that lies at most this before or after its report is a sign of news."""
_FRESH = timedelta(45)
"""Where both news and story are near, a date that would lie at most this before the report is read as news."""
_NEAR = 3
"""How many signs before a date, and how many after it, tell what its passage is."""
_PASSING = 1
"""Weight of one bare year ("in 2011"): named in passing among news, it makes no story of the next paragraph."""
_STEADY = 4
"""Weight of signs of a story from which on a single weekday or "today" no longer interrupts it."""
_LONG_BACK = timedelta(180)
"""A story whose next date lies more than this before its last one may only step aside: the last one is kept in mind."""
_NEXT = 2
"""Lines below a date in which a later date still helps to tell what its passage is."""
_STRAYS = 2
"""The section under a heading with a year ends at so many dates in a row that lie outside that year."""
_KEPT = 5
"""Days told before that a distance may be counted from."""
_WEEK, _ROW = 7, 3
"""Days from one weekday of a story to the next that is counted from it, at most."""
_FINE = (Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.HALF)
_ENDS = re.compile(r"[.!?؟…»”\")]\s")


class Genre(Enum):
    """What a date is a sign of: "yesterday" of news, "in April 2011" of a story."""

    NEWS = "news"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class _Sign:
    place: int
    genre: Genre
    weight: int


class Story:
    """Goes through the dates of a text in their order, and says for each from which told date it is counted.

    Args:
        mentions: of the text, in its order.
        day: the report's; None while it is not known.
    """

    def __init__(self, text: str, mentions: Sequence[Mention], day: date | None) -> None:
        self._text = text
        self._mentions = mentions
        self._day = day
        self._values = [stands(mention) for mention in mentions]
        self._signs = [sign for place in range(len(mentions)) if (sign := self._sign(place))]
        self._places = [sign.place for sign in self._signs]
        story = _weight(self._signs, Genre.STORY)
        self._news = _of(self._signs, Genre.NEWS)
        others = [sign for sign in self._news if not isinstance(mentions[sign.place].meaning, Weekday)]
        self._whole = story > _STEADY and story >= 4 * _weight(others, Genre.NEWS)
        """All of the text is a story, so that its weekdays are days of it too."""
        self._fine: When | None = None
        self._fine_at = -1
        self._left: When | None = None
        self._row = -1
        """The last of weekdays that were counted from one day to the next."""
        self._strays = 0
        self._days: list[When] = []
        """The days told last, in their order."""
        self._year: When | None = None
        self._left_heading = -1
        """Where the story was when it had left the years of its heading."""

    def since(self, place: int, here: Here) -> Here:
        """`here` with the told date from which that mention is counted; unchanged where it is counted from the
        report.
        """
        sense = self._mentions[place].meaning
        if not isinstance(sense, Sense) or not sense.follows:
            return here
        if (counted := counted_from(step_before(self._mentions, place), sense, here, self._days)) is not None:
            return counted
        if isinstance(sense, Weekday) and (beside := day_ahead(sense, here)) is not None:
            return here._replace(since=beside)
        if isinstance(sense, Weekday) and self._goes_on_from_day(place, sense):
            self._row = place
            return here._replace(since=self._fine)
        if not self._tells(place, sense, here):
            return here._replace(since=self._fine) if self._settles(place, sense, here) else here
        heading = self._holding(place)
        plain = [here._replace(since=one) for one in (self._year, self._fine, heading) if one is not None]
        if isinstance(sense, Weekday):
            return here._replace(since=self._fine)
        chosen = self._among_dates(place, sense, plain) or self._fitting(sense, plain, heading) or here
        guessed = self._day is None and not self._is_steady(place) and self._steps_back(sense, chosen)
        return here if guessed else chosen

    def _steps_back(self, sense: Sense, here: Here) -> bool:
        """True where the date would lie long before the one told last; in a report without a day that is a guess."""
        value = sense.value(here)
        if value is None or value.last is None or self._fine is None:
            return False
        return self._fine.order[0] - value.last > _LATELY

    def tell(self, place: int, value: When, *, counted: bool) -> None:
        """Take the value of a mention as the date that the story gave last.

        Args:
            counted: it names its own year, or was itself counted from a told date.
        """
        mention = self._mentions[place]
        sense = mention.meaning
        if mention.passing or not counted or value.days is None or not isinstance(sense, Sense) or sense.compares:
            return
        if sense.aside and not self._is_steady(place):
            return
        if value.precision is Precision.DAY:
            self._days = [*self._days[-_KEPT:], value]
        if value.precision in _FINE:
            self._go_on(place, value)
        elif isinstance(sense, Range) and value.precision is Precision.RANGE and is_short(value):
            self._go_on(place, on(value.days[1]))
        elif value.precision is Precision.YEAR and not (mention.future or sense.bound or self._bracketed(place)):
            self._year = value

    def _go_on(self, place: int, value: When) -> None:
        back = self._fine is not None and self._fine.order[0] - value.order[0] > _LONG_BACK
        self._left = self._fine if back else None
        self._fine, self._fine_at, self._year = value, place, None
        heading = self._heading(place)
        if heading is not None and self._values[place] is not None:
            self._strays = 0 if heading.meets(value) else self._strays + 1
            if self._strays >= _STRAYS:
                self._left_heading = max(self._left_heading, self._mentions[place].span.start)

    # --- news or story ---

    def _tells(self, place: int, sense: Sense, here: Here) -> bool:
        """True where the passage around the mention is a story."""
        steady = self._is_steady(place) and not (self._begins(place) and self._resumes(sense, here))
        if isinstance(sense, Weekday):
            return steady and self._whole and self._fine is not None and self._fine.precision is Precision.DAY
        if steady or not sense.recurs:
            return steady
        if self._fine is not None and sense.value(here._replace(since=self._fine)) == self._fine:
            return False
        fresh = (bool(self._news) or self._opens_fresh(here)) and self._is_fresh(sense, here)
        if not fresh and follows(sense, here, self._fine, self._day):
            return True
        before, after = self._around(place)
        beside = [sign for sign in before if self._paragraph(sign.place) == self._paragraph(place)]
        if beside and (beside[-1].genre is Genre.NEWS or beside[-1].weight > 1):
            sentence = self._sentence(beside[-1].place, place)
            return beside[-1].genre is Genre.STORY and (sentence or not fresh)
        if self._heading(place) is not None:
            return True
        return _outweighs(before, after, 0 if beside else _PASSING) and not fresh

    def _opens_fresh(self, here: Here) -> bool:
        """The text opens with news, or with a date without a year near the report's day: the story is of that day."""
        first = self._mentions[0].meaning if self._mentions else None
        if self._signs and self._signs[0].genre is Genre.NEWS and self._paragraph(self._signs[0].place) <= _NEXT:
            return True
        return isinstance(first, Sense) and first.recurs and self._is_fresh(first, here)

    def _resumes(self, sense: Sense, here: Here) -> bool:
        """A paragraph turns back from the past to what the text opened with, near the report's day."""
        return (
            sense.recurs and not isinstance(sense, Weekday) and self._opens_fresh(here) and self._is_fresh(sense, here)
        )

    def _goes_on_from_day(self, place: int, sense: Weekday) -> bool:
        """True for one of the next days behind a long past one: "On Sunday, 5 June 2022 … On Monday"."""
        fine, before = self._fine, place - 1
        if fine is None or fine.last is None or before < 0 or self._fine_at != before or not sense.recurs:
            return False
        told = self._mentions[before].meaning
        named = before == self._row or (isinstance(told, Day) and told.weekday is not None)
        far = self._day is None or self._day - fine.last > LONG_PAST
        near = (sense.weekday - fine.last.weekday()) % _WEEK <= _ROW
        return named and far and near and self._paragraph(place) - self._paragraph(before) <= _NEXT

    def _holding(self, place: int) -> When | None:
        """The years of the section; None where the date told last on the line lies outside: they were an imprint."""
        fine, heading = self._fine, self._heading(place)
        on_line = self._fine_at >= 0 and self._paragraph(self._fine_at) == self._paragraph(place)
        left = heading is not None and on_line and fine is not None and fine.precision is Precision.DAY
        return None if left and fine is not None and heading is not None and not heading.meets(fine) else heading

    def _settles(self, place: int, sense: Sense, here: Here) -> bool:
        """True where the year stays open by the words around, and a date told before in the paragraph gives it."""
        value, fine = sense.value(here), self._fine
        if value is None or value.resolved or fine is None or here.day is None or here.day.year == fine.order[0].year:
            return False
        return self._fine_at >= 0 and self._paragraph(self._fine_at) == self._paragraph(place)

    def _is_steady(self, place: int) -> bool:
        """True in the midst of a story: at least `_STEADY` around, and at most one sign of news."""
        before, after = self._around(place)
        around = before + after
        if not before or _weight(around, Genre.STORY) < _STEADY or len(_of(around, Genre.NEWS)) > 1:
            return False
        return self._whole or before[-1].genre is Genre.STORY

    def _is_fresh(self, sense: Sense, here: Here) -> bool:
        """True where the date, counted from the report's day, ends shortly before or after it (`_FRESH`, `_LATELY`)."""
        value = sense.value(here)
        if self._day is None or value is None or value.last is None:
            return False
        return -_LATELY <= self._day - value.last <= _FRESH

    def _around(self, place: int) -> tuple[list[_Sign], list[_Sign]]:
        at = bisect_left(self._places, place)
        last = self._paragraph(place) + _NEXT
        after = [sign for sign in self._signs[at : at + _NEAR + 1] if sign.place != place]
        return self._signs[max(at - _NEAR, 0) : at], [
            one for one in after[:_NEAR] if self._paragraph(one.place) <= last
        ]

    def _sign(self, place: int) -> _Sign | None:
        """What the date is a sign of, with its weight: "yesterday" of news, "in April 2011" of a story; None of
        neither.
        """
        sense, value = core(self._mentions[place].meaning), self._values[place]
        if self._mentions[place].passing:
            return None
        if isinstance(sense, Sense) and is_of_report(sense):
            if quoted(self._text, self._mentions[place].span):
                return None
            return _Sign(place, Genre.NEWS, 1 if isinstance(sense, (Year, Month)) else 2)
        if value is None or value.first is None or value.last is None or not isinstance(sense, Sense) or sense.aside:
            return None
        weight = 2 if value.precision in _FINE else 1
        if self._day is None or self._day - value.last > LONG_PAST:
            return _Sign(place, Genre.STORY, weight)
        if abs(self._day - value.first) <= _LATELY and value.precision is Precision.DAY:
            return _Sign(place, Genre.NEWS, 2)
        return None

    # --- which date of the story ---

    def _among_dates(self, place: int, sense: Sense, plain: Sequence[Here]) -> Here | None:
        """The first reading between the date told last and the next one; None where `plain[0]` lies there already.

        So a year that was only named in passing does not move the dates behind it.
        """
        coming, fine = self._coming(place), self._left or self._fine
        if coming is None or fine is None or not plain or lies(sense.value(plain[0]), fine, coming):
            return None
        others = [*plain[1:], plain[0]._replace(since=fine)]
        if self._begins(place):
            others.append(plain[0]._replace(since=fine, side=Side.AFTER))
        return next((here for here in others if lies(sense.value(here), fine, coming)), None)

    def _coming(self, place: int) -> When | None:
        """The next date with its own year and finer than a year, at most `_NEXT` lines below."""
        for other in range(place + 1, len(self._mentions)):
            if self._paragraph(other) > self._paragraph(place) + _NEXT:
                return None
            value = self._values[other]
            if value is not None and value.precision in _FINE:
                return value
        return None

    def _fitting(self, sense: Sense, plain: Sequence[Here], heading: When | None) -> Here | None:
        """The first reading not after the report that lies in the years of the heading; else the first not after it."""
        left: list[Here] = []
        for here in plain:
            value = sense.value(here)
            if value is not None and value.first is not None:
                if not here.future and self._day is not None and value.first > self._day:
                    continue
                if heading is None or heading.meets(value):
                    return here
            left.append(here)
        return left[0] if left else None

    # --- where it stands ---

    def _paragraph(self, place: int) -> int:
        """The number of the line that the mention stands on, counted from that of the first mention."""
        return self._lines[place]

    @cached_property
    def _lines(self) -> list[int]:
        found: list[int] = []
        line = at = 0
        for mention in self._mentions:
            start = mention.span.start
            line += self._text.count("\n", at, start) - self._text.count("\n", start, at)
            found.append(line)
            at = start
        return found

    def _sentence(self, place: int, other: int) -> bool:
        """True where no sentence ends between two mentions."""
        first, last = self._mentions[place].span.end, self._mentions[other].span.start
        return _ENDS.search(self._text, first, last) is None and self._text.find("\n", first, last) < 0

    def _begins(self, place: int) -> bool:
        """True for the first date of a paragraph: a narrative often moves on to another time there."""
        return place == 0 or self._paragraph(place - 1) != self._paragraph(place)

    def _bracketed(self, place: int) -> bool:
        start = self._mentions[place].span.start
        return self._text[max(start - 1, 0) : start] == "("

    def _heading(self, place: int) -> When | None:
        """The years of the section that the mention stands in."""
        sections = sections_of_years(self._text, whole=self._whole)
        return sections.holding(self._mentions[place].span.start, self._day, self._left_heading)


def _of(signs: Sequence[_Sign], genre: Genre) -> list[_Sign]:
    return [sign for sign in signs if sign.genre is genre]


def _weight(signs: Sequence[_Sign], genre: Genre) -> int:
    return sum(sign.weight for sign in _of(signs, genre))


def _outweighs(before: Sequence[_Sign], after: Sequence[_Sign], passing: int) -> bool:
    """True where the last sign before is of a story, and those around weigh more than twice as much for it as for
    news.
    """
    if not before or before[-1].genre is Genre.NEWS:
        return False
    around = (*before, *after)
    return _weight(around, Genre.STORY) > max(2 * _weight(around, Genre.NEWS), passing)
