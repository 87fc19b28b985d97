"""From mentions to expressions, each counted from the day of the part of the report in which it stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from timeline_core.model.block import BlockRole
from timeline_core.model.expression import Expression, Mention, Origin, Reason
from timeline_core.model.latest import NOWHERE, Latest
from timeline_core.model.once import cached_property
from timeline_core.model.span import Span
from timeline_core.model.when import Precision, When
from timeline_core.outline.head import Head, HeadKind
from timeline_core.outline.outline import Outline
from timeline_core.outline.scopes import Scope, around
from timeline_core.outline.weekdays import is_bare_weekday, is_of_week, within_week
from timeline_core.temporal.resolve import resolve

BLOCK, WORDS = "block", "block_words"
"""Slots of a reason: the kind of part that its anchor comes from, and the words that say it there."""
_SAID_ABOVE = {("year", "year"): "year_above"}
"""Slot and rule of a year that the words do not say -> the rule that its reason names."""
_LISTED = frozenset({HeadKind.ENTRY, HeadKind.HEADING, HeadKind.ROW, HeadKind.MESSAGE})
"""Kinds of heads whose days are of what is listed, and say nothing of when the list was made."""
_FEW_DAYS = timedelta(31)
"""Longest stretch of a head that says when something happened; what is longer only says what a part is about."""
_BESIDE = frozenset({BlockRole.CAPTION, BlockRole.NOTE})
_INNER = frozenset({HeadKind.ENTRY, HeadKind.ROW})
"""Kinds of heads that give what stands on their lines its day, whatever heading is above."""
_REPORTS = frozenset({HeadKind.DATELINE, HeadKind.HEADING})
"""Kinds of heads that can give the day of the whole report."""


@dataclass(frozen=True)
class Anchored:
    """The expressions of a report, and the stretches in which what has no date is of a known day."""

    expressions: tuple[Expression, ...]
    dating: tuple[tuple[Span, Expression | None], ...] = ()
    """In text order, an outer stretch before those inside it; None where an entry says a day that nobody can tell."""

    @cached_property
    def is_chronology(self) -> bool:
        """True where more than one stretch is of a known day."""
        return sum(day is not None for _, day in self.dating) > 1

    def day_at(self, at: int) -> Expression | None:
        """The day that holds at that place for what has no date; None where none holds."""
        number = self._ends.above(at, bisect_right(self._starts, at) - 1)
        return self.dating[number][1] if number > NOWHERE else None

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span, _ in self.dating]

    @cached_property
    def _ends(self) -> Latest:
        return Latest(span.end for span, _ in self.dating)


def anchored(text: str, outline: Outline, published: When | None, origin: Origin) -> Anchored:
    """One expression for each mention of the outline, in their order.

    Args:
        published, origin: the day of the report, and how it is known.
    """
    return _Anchoring(text, outline, published, origin).anchored()


def own_dates(text: str, outline: Outline) -> tuple[tuple[Mention, ...], tuple[Expression, ...]]:
    """The mentions that count from the report's own day, and what they say while that is not known.

    They stand below no heading, dateline or entry with a day, and are none.
    """
    found = anchored(text, outline, None, Origin.NONE).expressions
    listed = {head.mention for head in outline.heads.values() if head.kind in _LISTED}
    outer = [place for place, owner in enumerate(_owners(outline)) if owner is None and place not in listed]
    return tuple(outline.mentions[place] for place in outer), tuple(found[place] for place in outer)


def _owners(outline: Outline) -> list[int | None]:
    """For each mention the place of the innermost scope with a day of its own that it stands in."""
    found: list[int | None] = []
    starts = (mention.span.start for mention in outline.mentions)
    for place, numbers in enumerate(around(outline.scopes, starts)):
        heads = ((number, outline.scopes[number].head) for number in reversed(numbers))
        found.append(next((n for n, head in heads if head.mention != place and not _coarse(head.when)), None))
    return found


class _Anchoring:
    """Resolves one report, the outer parts before those inside them. Used once."""

    def __init__(self, text: str, outline: Outline, published: When | None, origin: Origin) -> None:
        self._text, self._outline = text, outline
        self._told = text
        """Without what stands beside the story; as long as the text."""
        self._published, self._origin = published, origin
        self._found: dict[int, Expression] = {}
        owners = _owners(outline)
        self._inside: dict[int | None, list[int]] = {}
        for place, owner in enumerate(owners):
            self._inside.setdefault(owner, []).append(place)

    def anchored(self) -> Anchored:
        self._asides()
        self._weekdays()
        self._resolve(*self._heads_apart(self._inside.get(None, [])))
        dating: list[tuple[Span, Expression | None]] = []
        for number, scope in enumerate(self._outline.scopes):
            day = self._found.get(scope.head.mention) or _said(self._text, scope.head)
            if not _coarse(scope.head.when):
                self._below(scope, day, self._inside.get(number, []))
            known = day is not None and day.when is not None
            if scope.dates and (known or scope.head.kind in _INNER):
                dating.append((scope.span, day if known else None))
        found = tuple(self._found[place] for place in sorted(self._found))
        return Anchored(found, tuple(dating))

    def _asides(self) -> None:
        """What captions and notes say, each by itself: it moves no story."""
        beside = [line.span for line in self._outline.lines if line.role in _BESIDE]
        starts = [mention.span.start for mention in self._outline.mentions]
        told, at = list[str](), 0
        for span in beside:
            for place in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                self._resolve([place], self._published, self._origin)
            told += [self._text[at : span.start], " " * len(span)]
            at = span.end
        self._told = "".join([*told, self._text[at:]])

    def _weekdays(self) -> None:
        """The weekdays that are headings, each counted from what tells its week, or from the day after it."""
        for place, counted in self._outline.weekdays.counted.items():
            self._found[place] = self._counted(counted.mention, counted.when, counted.where)
        heads = {head.mention: head for head in self._outline.heads.values()}
        for first, *rest in self._outline.weekdays.runs:
            self._resolve([first], self._published, self._origin)
            for later, place in pairwise((first, *rest)):
                when = self._found[later].when
                if when is not None and when.precision is Precision.DAY:
                    self._found[place] = self._counted(self._outline.mentions[place], when, heads[later])

    def _counted(self, mention: Mention, day: When, where: Head) -> Expression:
        [expression] = resolve(self._text, [mention], day, Origin.BLOCK, datelines=False)
        return replace(expression, reason=_named(expression.reason, where, self._text))

    def _heads_apart(self, places: Sequence[int]) -> tuple[Sequence[int], When | None, Origin]:
        """The outer mentions without the datelines, and without what has no year: each of these stands for itself."""
        datelines = {head.mention for head in self._outline.heads.values() if head.kind is HeadKind.DATELINE}
        for place in datelines.intersection(places):
            self._resolve([place], self._published, self._origin)
        for place in self._outline.open.intersection(places):
            self._resolve([place], None, Origin.NONE)
        apart = datelines | self._outline.open
        left = [place for place in places if place not in apart]
        return left, self._published, self._origin

    def _below(self, scope: Scope, day: Expression | None, places: Sequence[int]) -> None:
        """Resolve what stands below a head; a weekday in an entry may be before its day or behind."""
        when = day.when if day is not None else scope.head.when
        if when is None and scope.head.mention < 0 and scope.head.kind is not HeadKind.MESSAGE:
            self._resolve(places, None, Origin.NONE)
            return
        if when is None or when.precision is not Precision.DAY or not when.resolved:
            stretch = when if when is not None and when.resolved else None
            if stretch is not None:
                places = self._below_stretch(stretch, scope.head, places)
            goes_on = stretch is None or scope.head.when is None or self._is_within(stretch)
            self._resolve(places, self._published if goes_on else None, self._origin)
            return
        if self._published is not None and when.days == self._published.days and scope.head.kind in _REPORTS:
            self._resolve(places, self._published, self._origin, before=scope.head)
            return
        if scope.head.kind in _INNER:
            open_ = [place for place in places if is_bare_weekday(self._outline.mentions[place])]
            self._resolve(open_, None, Origin.NONE)
        self._resolve(places, when, Origin.BLOCK, before=scope.head)

    def _is_within(self, stretch: When) -> bool:
        """True where the report was put out on one of these days."""
        return self._published is not None and self._published.meets(stretch)

    def _below_stretch(self, stretch: When, head: Head, places: Sequence[int]) -> list[int]:
        """Resolve what is of a week that is over: "on Friday", "January 31" below it; the places that are left.

        Below "This week", which goes on, nobody can tell whether weekdays that are entries are past or to come.
        """
        heads = {one.mention for one in self._outline.heads.values()}
        mentions = self._outline.mentions
        own = [place for place in places if place in heads and is_bare_weekday(mentions[place])]
        over = head.when is not None if self._published is None else stretch.surely_before(self._published)
        listed = own if head.when is None else [place for place in places if is_of_week(mentions[place])]
        for place in listed if over else ():
            counted = within_week(mentions[place], stretch, head)
            if counted is not None:
                self._found[place] = self._counted(counted.mention, counted.when, counted.where)
        self._resolve(own, None, Origin.NONE)
        return [place for place in places if place not in own and place not in self._found]

    def _resolve(self, places: Sequence[int], day: When | None, origin: Origin, before: Head | None = None) -> None:
        """Resolve these mentions from one day; `before`: the head whose own date was told before them."""
        led = [before.mention] if before is not None and before.mention >= 0 else []
        places = [place for place in places if place not in self._found]
        mentions = [self._outline.mentions[place] for place in (*led, *places)]
        expressions = resolve(self._told, mentions, day, origin if day is not None else Origin.NONE, datelines=False)
        for place, expression in zip((*led, *places), expressions, strict=True):
            if place in led:
                continue
            self._found[place] = self._explained(place, expression, before)

    def _explained(self, place: int, expression: Expression, head: Head | None) -> Expression:
        """With the part of the report from which it was counted, or whose year it took."""
        if place in self._outline.years:
            where = self._outline.years[place]
            year = "" if expression.when is None or expression.when.first is None else f"{expression.when.first:%Y}"
            slots = tuple((name, _SAID_ABOVE.get((name[-4:], said), said)) for name, said in expression.reason.slots)
            reason = replace(expression.reason, anchor=year, slots=slots)
            return replace(expression, reason=_named(reason, where, self._text))
        if head is not None and expression.reason.origin is Origin.BLOCK:
            doubtful = head.when is not None and head.when.uncertain
            expression = _doubted(expression) if doubtful else expression
            return replace(expression, reason=_named(expression.reason, head, self._text))
        return expression


def _doubted(expression: Expression) -> Expression:
    """The same, as unsure as the day that it was counted from."""
    if expression.when is None:
        return expression
    when = expression.when.doubted
    slots = tuple((name, when.edtf if name == "value" else said) for name, said in expression.reason.slots)
    return replace(expression, when=when, reason=replace(expression.reason, slots=slots), sure=False)


def _said(text: str, head: Head) -> Expression | None:
    """The date of a head whose words are no expression: a bare year, a cell that its file reads."""
    if head.when is None or not len(head.date):
        return None
    words = head.date.of(text)
    slots = (("words", words), ("year", head.when.edtf), ("value", head.when.edtf))
    rule = "stated" if head.kind is HeadKind.ROW else "year"
    return Expression(head.date, words, head.when, Reason(rule, slots=slots))


def _named(reason: Reason, head: Head | None, text: str) -> Reason:
    """The reason, naming the head; the title where there is none."""
    kind = "title" if head is None else head.kind.value
    words = "" if head is None else head.date.of(text)
    return replace(reason, origin=Origin.BLOCK, slots=(*reason.slots, (BLOCK, kind), (WORDS, words)))


def _coarse(when: When | None) -> bool:
    """True for what gives no day to count from, and so leaves that to what stands around it: a month, some years."""
    if when is None or when.precision is Precision.DAY:
        return False
    stretch = when.precision in (Precision.RANGE, Precision.WEEK)
    return not stretch or when.days is None or when.days[1] - when.days[0] > _FEW_DAYS
