"""`Clues`: what a report, and another that tells of the same, say against a day on which it may have been published.

The days of a report are asked of each of its mentions (`Meaning.fits`), as for a report that is dated by its own words
(`temporal/report_day.py`). Here it is told what of a day is wrong, and in which words that stands.

Source:
    DESIGN.md section 4, «Undated reports».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import takewhile

from timeline_core.events.accounts import Dated, own_day
from timeline_core.model.expression import Mention
from timeline_core.model.report import GIVEN, INFERRED, Published
from timeline_core.model.span import Span
from timeline_core.outline.anchored import own_dates
from timeline_core.publication.tried import Against, Grade, Rule, Stretch
from timeline_core.temporal.quotation import quoted
from timeline_core.temporal.senses.sense import Here, Sense

_NEAR = 183
"""Days on either side in which the days that fit are looked for: what fits longer is open."""
_RULER = 40
"""Days on either side of which a ruler may show what they are."""
_WEEK = 6
_MONTHS = range(1, 13)
_SAMPLE = (1, 8, 15, 22, 28)
"""Days of a month that are asked whether it fits at all."""


@dataclass(frozen=True)
class Clues:
    """What speaks against days."""

    text: str
    mentions: tuple[Mention, ...]
    """Those that rule days out: all that count from the day of the report, and of the others what needs no anchor."""
    hanging: tuple[Span, ...]
    """Where the words stand that count from the day of the report."""
    expected: Published
    """The days that its own words, or what it shares with another report, give."""
    _fits: dict[date, bool] = field(default_factory=dict, init=False, repr=False, compare=False)

    def against(self, day: date) -> tuple[Against, ...]:
        """What speaks against that day, what forbids it first."""
        found = [self._said(mention, day) for mention in self.mentions if not mention.meaning.fits(day)]
        found += self._shared(day)
        if not found:
            found += self._unexpected(day)
        return tuple(sorted(found, key=lambda one: (not one.forbids, one.spans)))

    def near(self, day: date) -> tuple[tuple[date, Grade], ...]:
        """The days around that one, each with what speaks against it at most."""
        return tuple((one, self._grade(one)) for one in (_moved(day, by) for by in range(-_RULER, _RULER + 1)))

    def _grade(self, day: date) -> Grade:
        if self._fit(day):
            return Grade.FITS
        return Grade.FORBIDDEN if any(one.forbids for one in self.against(day)) else Grade.UNLIKELY

    def stretch(self, day: date) -> Stretch | None:
        """The days in a row against which nothing speaks: around that day, else the nearest; None without any near."""
        near = next((one for one in _outwards(day) if self._fit(one)), None)
        if near is None:
            return None
        return Stretch(self._end(near, -1), self._end(near, 1))

    def _end(self, day: date, by: int) -> date | None:
        """The last day in that direction that fits; None where it is far."""
        for days in range(1, _NEAR + 1):
            if not self._fit(_moved(day, days * by)):
                return _moved(day, (days - 1) * by)
        return None

    def _fit(self, day: date) -> bool:
        """True where nothing speaks against that day."""
        found = self._fits.get(day)
        if found is None:
            fits = all(mention.meaning.fits(day) for mention in self.mentions)
            found = self._fits[day] = fits and not self._shared(day) and not any(self._unexpected(day))
        return found

    def _said(self, mention: Mention, day: date) -> Against:
        """What of the day is wrong by these words; words of a quotation may be of an earlier day."""
        rule, meant = _wrong(mention, day)
        sure = not (mention.meaning.relative and quoted(self.text, mention.span))
        return Against(rule, mention.span.of(self.text), (mention.span,), forbids=sure, day=meant)

    def _shared(self, day: date) -> list[Against]:
        """What another report tells of a later day."""
        found = []
        for clue in self.expected.why:
            slots = dict(clue.slots)
            if clue.rule == "shared" and day < (shared := date.fromisoformat(slots["day"])):
                found.append(Against(Rule.SHARED, report=slots["report"], day=shared))
        return found

    def _unexpected(self, day: date) -> Iterable[Against]:
        """That the report is expected on other days: by its head, or since these are the first that fit."""
        days = self.expected.when.days if self.expected.when is not None else None
        if days is None or days[0] <= day <= days[1]:
            return ()
        heads = [dict(clue.slots)["words"] for clue in self.expected.why if clue.rule == "block"]
        if heads:
            at = self.text.find(heads[0])
            spans = (Span(at, at + len(heads[0])),) if at >= 0 else ()
            return (Against(Rule.HEAD, heads[0], spans, forbids=False, day=days[0]),)
        return (Against(Rule.LATER, forbids=False, day=days[0]),)


def clues_of(one: Dated, published: Published) -> Clues:
    """The clues of a report.

    Args:
        published: its day as the timeline has it; what other reports tell of it stands in there.
    """
    text, outlined = one.report.text, one.outline
    own = own_dates(text, outlined)[0]
    hanging = tuple(mention.span for mention in own if mention.meaning.relative)
    bound = tuple(
        mention for mention in outlined.mentions if not mention.future and (mention in own or _stands(mention))
    )
    expected = published if published.origin == INFERRED else own_day(text, outlined)
    return Clues(text, bound, hanging, expected if expected.when is not None else Published(None, GIVEN))


def _stands(mention: Mention) -> bool:
    return not mention.meaning.relative


def _wrong(mention: Mention, day: date) -> tuple[Rule, date | None]:
    """What of the day does not fit the words, and the day that they would mean."""
    fits = mention.meaning.fits
    value = mention.meaning.value(Here(day)) if isinstance(mention.meaning, Sense) else None
    first = value.first if value is not None else None
    if first is not None and first > day:
        return Rule.AHEAD, first
    later = next((one for one in _rest_of_month(day) if fits(one)), None)
    if later is not None and all(fits(one) for one in _rest_of_month(later)):
        return Rule.AHEAD, later
    if later is not None or any(one.month == day.month and fits(one) for one in _week_before(day)):
        return Rule.WEEKDAY, first
    in_year = (date(day.year, month, number) for month in _MONTHS for number in _SAMPLE)
    return (Rule.MONTH if any(map(mention.meaning.fits, in_year)) else Rule.YEAR), first


def _rest_of_month(day: date) -> Iterator[date]:
    later = (_moved(day, by) for by in range(1, 32))
    return takewhile(lambda one: one.month == day.month, later)


def _week_before(day: date) -> Iterable[date]:
    return (_moved(day, -by) for by in range(1, _WEEK + 1))


def _outwards(day: date) -> Iterable[date]:
    """The day, then those ever further from it on both sides; what is before goes first."""
    return (_moved(day, by * side) for by in range(_NEAR + 1) for side in (-1, 1))


def _moved(day: date, by: int) -> date:
    last = (date.max - day).days
    return day + timedelta(max(-(day - date.min).days, min(by, last)))
