"""Whether a date lies ahead of the report that tells it, or steps on from a date of an aside, which leaves it open.

In "The cook, who had left on 3 May, was found dead. A day earlier …" the day before is that of 3 May, or of the find.

Source:
    DESIGN.md section 5: a plan is what lies ahead of the day that its expression counts from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_core.model.expression import Expression, Origin
from timeline_core.model.span import Span
from timeline_core.model.verdict import Limit
from timeline_core.model.when import Precision, When
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.time import Time
from timeline_core.syntax.tree.values import DateWord, Kind, Link, Predicate

STEPS = frozenset({"told", "told_count", "told_weekday"})
"""Rules of expressions that are counted from the day told last: "the next day", «بعد ذلك بيومين»."""
_TO_COME = frozenset({("offset", "1"), ("offset", "2"), ("turn", "next"), ("turn", "next2")})
"""What the reason of an expression says when its words look ahead («غدا», "next week"), whenever it is published."""
_TODAY = ("offset", "0")
"""The same where they mean the day of the report."""


def ahead(expression: Expression | None, published: When | None) -> bool | None:
    """True when it lies after the report, False when before it; None when the two meet or nothing is known."""
    counted = expression is not None and expression.reason.origin in (Origin.PUBLISHED, Origin.INFERRED)
    anchor = expression.reason.anchor if expression is not None and counted else ""
    day = When(anchor) if anchor else published
    if expression is not None and any(slot in _TO_COME for slot in expression.reason.slots):
        return True
    if expression is None or is_today(expression):
        return None
    return _ahead(expression.when, day)


def is_today(expression: Expression) -> bool:
    """It means the day of the report («اليوم»)."""
    return _TODAY in expression.reason.slots


def _ahead(when: When | None, published: When | None) -> bool | None:
    """A stretch that begins with the report's day and goes on is ahead: «خلال الأسبوعين المقبلين»."""
    if when is None or published is None:
        return None
    if when.precision is Precision.RANGE and when.days and published.days and published.days[0] == when.days[0]:
        return when.days[1] > published.days[1]
    if published.surely_before(when):
        return True
    return False if when.surely_before(published) else None


@dataclass(slots=True)
class Asides:
    """The date told last in a report, as its sentences are gone through in their order."""

    _sentence: Span | None = None
    _day: str = ""
    _aside: bool = False

    def tell(self, sentence: Span, expression: Expression, date: DateWord | None) -> None:
        """Keep it as the date told last."""
        if expression.when is not None and expression.when.resolved:
            self._sentence, self._day, self._aside = sentence, expression.when.edtf, _is_aside(date)

    def leaves_open(self, sentence: Span, expression: Expression) -> bool:
        """True where the expression steps on from the date of an aside in a sentence before it."""
        reason = expression.reason
        steps = reason.rule in STEPS and reason.origin is Origin.TEXT and reason.anchor == self._day
        return steps and self._aside and self._sentence is not None and self._sentence.end <= sentence.start


def _is_aside(date: DateWord | None) -> bool:
    """In a relative clause, before the verb of the clause around it, which tells a happening of its own."""
    told = date.predicate if date is not None else None
    if date is None or told is None or told.clause.link is not Link.RELATIVE:
        return False
    outer = told.clause.parent
    return outer is not None and outer.group.at > date.group.at and "happens" in outer.head.marks


def are_of_main(told: Sequence[tuple[DateWord | None, Limit]], main: Predicate | None) -> bool:
    """True where one of the dates is not of a relative clause, a participle or a clause that goes on behind it."""
    return any(
        main is None or date is None or date.predicate is None or not _stands_beside(date.predicate, main, limit)
        for date, limit in told
    )


def _stands_beside(told: Predicate, main: Predicate, limit: Limit) -> bool:
    """What a date is of is a relative clause, a participle or a clause that goes on behind the main one."""
    if told is main:
        return False
    if limit is Limit.MEASURE:
        return told.clause is not main.clause
    return told.clause.link is Link.RELATIVE or (told.kind == "participle" and told.group.at < main.group.at)


def says_often(clause: Clause, date: DateWord) -> bool:
    """A verb of saying in the present with a month or a year: said again and again («يشكر الأهالي في رمضان …»)."""
    return clause.said and clause.present and not Time(date.group).is_near


def says_now(clause: Clause, date: DateWord) -> bool:
    """A verb of saying in the present: «يعلن المجلس الجمعة نتائجه» may be the Friday to come."""
    units = date.predicate.group.units if date.predicate is not None else ()
    tenses = {mark for unit in units for mark in unit.marks}
    return clause.said and "present" in tenses and "past" not in tenses


def is_anterior(head: Predicate, grammar: Grammar) -> bool:
    """Its tense is the pluperfect: an auxiliary of the past with another verb of the past, or its participle."""
    passed = head.head.kind is Kind.PARTICIPLE or "past" in head.head.marks
    before = (unit for group in head.clause.groups if group.at <= head.group.at for unit in group.units)
    return passed and any(unit.kind is Kind.AUXILIARY and grammar.names("anterior", unit) for unit in before)
