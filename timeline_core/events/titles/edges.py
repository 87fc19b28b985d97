"""The edges of a clause at which a title would be torn: datelines in front, other speakers behind, commas of a date.

«الدوحة - مراسلنا: عقد …» begins with the verb; «سيلعب الفريق، من جانبه قال المدرب …» ends at the comma.

Source:
    DESIGN.md section 5: no loose ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from timeline_core.events.titles.clause_view import ClauseView
from timeline_core.model.span import Span
from timeline_core.syntax.tree.groups import DATE, FINITE, JOINT, MARK, NOUN, OPENER, RELATIVE
from timeline_core.syntax.tree.marks import ASIDE, COLON
from timeline_core.syntax.tree.values import ACTION, Group, Kind, Link, Predicate

VERBAL = frozenset({"finite", "copula", "base", "gerund", "infinitive", "participle"})
"""Kinds of groups that tell what is done."""
_TO_A_DATE = [Kind.PREPOSITION, Kind.DETERMINER]
_BESIDE = frozenset({"participle", "active"})
"""Marks of a participle that tells what somebody does beside the deed: «حاملا بندقية»."""


class Edges:
    """The edges of the clause of one predicate."""

    def __init__(self, view: ClauseView) -> None:
        self._view = view

    def late_content(self, span: Span) -> Span | None:
        """What a saying says behind an aside that parts it: «أعربت في بيان، نشرته الوكالة، عن قلقها».

        Where no comma opens the aside, it begins with the preposition that the verb asks for: «أشارت الناطقة منى، في
        مؤتمر، | إلى أن …».
        """
        behind = [group for group in self._view.tree.groups if group.span.start >= span.end]
        if not self._view.says_nothing(span) or not behind:
            return None
        apart = self._view.is_stop(behind[0])
        told = next((group for group in behind[2:] if self._opens_content(group, asked=not apart)), None)
        if told is None:
            return None
        heads = (one.span.start for one in self._view.tree.predicates if one.span.start > told.span.start)
        low = next(heads, 0) if told.kind == OPENER else told.span.start
        stops = (group.span.start for group in behind if group.span.start > low and self._view.is_stop(group))
        last = behind[-2] if behind[-1].kind == MARK else behind[-1]
        return Span(told.span.start, next(stops, max(last.span.end, told.span.end)))

    def _opens_content(self, group: Group, *, asked: bool) -> bool:
        """What is said begins with it; `asked`: the verb asks for its preposition."""
        verb = self._view.predicate
        if not group.comma or group.kind not in (NOUN, OPENER) or verb is None:
            return False
        return self._view.asks(verb.head, group.lead) if asked else bool(group.lead) or group.kind == OPENER

    def resuming(self, told: Predicate | None) -> Iterator[Span]:
        """The pronoun behind the verb that stands for the time that opens the clause: «في الوقت الذي نشر | فيه | …»."""
        opener = told.clause.opener if told is not None else None
        if told is None or opener is None:
            return
        last = self._view.sentence.run[self._view.sentence.range_of(opener.span)[1] - 1]
        relative = any(self._view.grammar.has(f"{name}_relatives", last.folded) for name in ("masculine", "feminine"))
        for group in self._view.tree.groups[told.group.at + 1 : told.group.at + 2]:
            kinds = [unit.kind for unit in group.units]
            if relative and opener.kind == OPENER and kinds == [Kind.PREPOSITION, Kind.CLITIC]:
                yield group.span

    def twin(self, span: Span) -> Span | None:
        """The verb that a joint puts right behind the last one, with the same subject: «… مدني قتل | وأصيب»."""
        groups = self._view.tree.groups
        last = next((one for one in reversed(groups) if one.span.end == span.end), None)
        behind = groups[last.at + 1 : last.at + 3] if last is not None else ()
        if last is None or [one.kind for one in behind] != [JOINT, FINITE]:
            return None
        verbal = last.kind == FINITE or ACTION in last.units[-1].marks
        every = self._view.tree.predicates
        twins = (one for one in every if one.group is behind[-1] and one.subject is None and one.object is None)
        twins = (one for one in twins if not any(other.parent is one for other in every))  # "and asked | him to go"
        return next((one.group.span for one in twins if verbal), None)

    def loose(self, span: Span) -> list[Span]:
        """What is torn at its edges: a place in front («الدوحة - قنا:»), another speaker behind («، من جانبه»)."""
        behind = [self._next_topic(span), self._lone_verb(span), *self._sessions(span)]
        free = [one for one in behind if one is not None and self._view.is_free(one)]
        sure = (self._head_line(span), self._resumed(span), self._after_relative(span))
        return [*(one for one in sure if one is not None), *free]

    def _resumed(self, span: Span) -> Span | None:
        """What resumes the sentence behind its topic: «أما الوزير فقد أعلن …»."""
        verb = self._view.predicate.group if self._view.predicate is not None else None
        if verb is None or verb.at < 2:
            return None
        joint = self._view.tree.groups[verb.at - 1]
        if joint.kind != JOINT or joint.comma or not self._view.grammar.has("resumes", joint.head.word):
            return None
        told = next((unit for unit in verb.units if not self._view.grammar.has("perfect", unit.word)), verb.head)
        return Span(joint.span.start, told.start) if span.start < joint.span.start else None

    def in_front(self, span: Span) -> Iterator[Span]:
        """What its subject does beside it, told in front as an adverb: «مشيرا إلى الحريق، | طلب الوزير», and what led
        to a date: "On the | 7th of June".
        """
        groups = self._view.tree.groups
        low = min((one.start for one in self._view.needed), default=span.start)
        front = [group for group in groups if span.start <= group.span.start < low]
        verb = self._view.predicate
        own = verb is not None and verb.subject is not None and verb.subject.span.start > verb.span.start
        if front and own and _is_beside(front[0]) and self._view.is_pause(front[-1]):
            yield Span(front[0].span.start, front[-1].span.end)
        for group, date in pairwise(groups):
            opens = group.span.start == span.start and span.covers(group.span)
            if date.kind == DATE and opens and [unit.kind for unit in group.units] == _TO_A_DATE:
                yield group.span

    def _head_line(self, span: Span) -> Span | None:
        """Words without a verb before a colon or a dash in front, or parted from the verb by a joint («، فقد دارت»)."""
        low = self._view.predicate.group.span.start if self._view.predicate is not None else span.start
        last: int | None = None
        for group in self._view.tree.groups:
            if not span.start <= group.span.start < low or (group.clause is None and group.kind not in (MARK, JOINT)):
                continue
            if group.kind in VERBAL and not self._is_dash_before(self._view.tree.groups[group.at + 1]):
                return None
            if group.kind == MARK and (group.role == COLON or self._is_dash_before(group)):
                last = group.span.end
            elif group.kind == JOINT and group.comma and group.head.word in self._view.sentence.grammar.then:
                last = group.span.start
        return None if last is None else Span(span.start, last)

    def _is_dash_before(self, group: Group) -> bool:
        """A dash before the subject, or before a verb that has its subject behind it."""
        subject = self._view.predicate.subject if self._view.predicate is not None else None
        front = subject is None or subject.span.start > group.span.start
        return front and self._view.grammar.has("dash", group.head.word)

    def _next_topic(self, span: Span) -> Span | None:
        """Behind a comma, what a phrase that turns to somebody else begins: «، من جانبه …»."""
        openers, run = self._view.sentence.phrasing.titles.openers, self._view.sentence.run
        low = max((one.end for one in self._view.needed), default=span.start)
        for group in self._view.tree.groups:
            if not (low <= group.span.start < span.end and group.comma):
                continue
            hit = openers.at(run, self._view.sentence.range_of(group.span)[0])
            if hit is not None and hit.concept == "opener" and hit.count > 1:
                return Span(group.span.start, span.end)
        return None

    def _lone_verb(self, span: Span) -> Span | None:
        """A verb at the end of which nothing is left: «…، وقال», «… الذي يجمع | 75 صورة», «…، والذي ينتهي | الأحد»,
        «… والمقررة | الأحد»."""
        groups = self._view.tree.groups
        inside = [one for one in groups if span.covers(one.span) and one.kind != MARK]
        if [one.kind for one in inside[-4:]] == [JOINT, RELATIVE, FINITE, DATE]:
            return Span(inside[-4].span.start, span.end)
        if [one.kind for one in inside[-3:]] == [JOINT, NOUN, DATE] and _only_places(inside[-2]):
            return Span(inside[-3].span.start, span.end)
        if not inside[:-2] or inside[-1].kind != FINITE:
            return None
        goes_on = any(one.kind == NOUN and not one.comma for one in groups[inside[-1].at + 1 : inside[-1].at + 2])
        torn = inside[-2].kind == JOINT or (inside[-2].kind == RELATIVE and goes_on)
        return Span(inside[-2].span.start, span.end) if torn else None

    def _after_relative(self, span: Span) -> Span | None:
        """What stands behind the comma that closes a relative clause: «في القلعة التي بنيت أمس، | أربعة أبراج»."""
        verb, groups = self._view.predicate, self._view.tree.groups
        if verb is None or verb.link is not Link.RELATIVE or verb.clause.host is None:
            return None
        if not span.overlaps(verb.clause.host.span):
            return None
        for stop in groups[verb.group.at + 1 : -1]:
            behind = groups[stop.at + 1]
            if self._view.is_stop(stop) and behind.kind == NOUN and not (behind.lead or behind.listed):
                return Span(stop.span.start, span.end) if stop.span.start < span.end else None
        return None

    def _sessions(self, span: Span) -> Iterator[Span]:
        """What only a day completes: «ارتفعت الأسهم | في مستهل تعاملات اليوم»."""
        groups, grammar = self._view.tree.groups, self._view.grammar
        for date in self._view.tree.dates:
            before = groups[date.group.at - 1] if date.group.at else date.group
            last = before.units[-1]
            owned = (
                before.kind == NOUN and bool(before.lead) and not date.group.lead and grammar.names("sessions", last)
            )
            if owned and "definite" not in last.marks and span.covers(before.span):
                yield before.span.hull(date.span)

    def asides(self, span: Span) -> list[Span]:
        """Dates between two commas, with these: «أصدرت المحكمة، فجر الأربعاء، حكما»."""
        groups, low = self._view.tree.groups, min((one.start for one in self._view.needed), default=span.end)
        pairs = (group for group in groups if group.role == ASIDE and group.partner > group.at)
        found = (one.span.hull(groups[one.partner].span) for one in pairs if self._parts_nothing(one, span))
        return [one for one in found if span.covers(one) and low < one.start]

    def _parts_nothing(self, aside: Group, span: Span) -> bool:
        """Without the date its commas would part the verb from what is its own."""
        groups = self._view.tree.groups
        before = any(self._view.is_stop(one) for one in groups[: aside.at] if one.span.start >= span.start)
        behind = groups[aside.partner + 1] if aside.partner + 1 < len(groups) else aside
        apposed = self._view.grammar.subject_first and behind.kind == NOUN and not behind.lead
        return not (before or apposed)


def _is_beside(group: Group) -> bool:
    first = group.units[0]
    return first.kind is Kind.NOUN and first.marks >= _BESIDE


def _only_places(group: Group) -> bool:
    """It is a participle by itself, of which only a day would tell something: «والمقررة | الأحد»."""
    return len(group.units) == 1 and not group.lead and {"participle", "plans"} <= group.head.marks
