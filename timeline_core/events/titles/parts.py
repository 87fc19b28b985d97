"""Parts of a clause that its title can do without: sources always, the others where it is too long, asides first.

"Col. Hatem, head of the station, was shot near the market, police said": the source goes, then the apposition.

Source:
    Sentence compression by dropping adjuncts of a dependency tree (Dorr, Zajic and Schwartz 2003, Hedge Trimmer).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from timeline_core.model.span import Span
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.extent import clause_extent, content_of
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import FINITE, JOINT, MARK, NOUN, OPENER, RELATIVE
from timeline_core.syntax.tree.marks import ASIDE, BRACKET, COLON, COMMA, STOP
from timeline_core.syntax.tree.values import Clause, Group, Link, Predicate, Tree


class Rank(IntEnum):
    """How easily a title does without a part; the lowest goes first."""

    SOURCE = 0
    ASIDE = 1
    APPOSITION = 2
    COMMENT = 3
    RELATIVE = 4
    CLAUSE = 5


class Part(NamedTuple):
    """Words of a clause that hang on others."""

    rank: Rank
    span: Span


_RANKS = {
    Link.SOURCE: Rank.SOURCE,
    Link.RELATIVE: Rank.RELATIVE,
    Link.TIME: Rank.CLAUSE,
    Link.PURPOSE: Rank.CLAUSE,
    Link.COMPLEMENT: Rank.CLAUSE,
}
"""A condition, and what is said, are never left out."""
_FEWEST = 3
"""Groups of a clause that a lone verb can follow."""
_SOURCES = frozenset({Link.COMPLEMENT, Link.TIME})
_VERBAL = frozenset({"finite", "copula", "base", "gerund", "infinitive", "participle"})


class Parts:
    """The parts of the clause of one predicate."""

    def __init__(self, sentence: Sentence, tree: Tree, grammar: Grammar, predicate: Predicate | None) -> None:
        self._sentence, self._tree, self._grammar = sentence, tree, grammar
        self._predicate = predicate if predicate is not None else _first(tree)

    def gone(self, span: Span) -> list[Span]:
        """What every title does without: sources, torn edges, dates between commas."""
        return [*self.sources(span), *self.loose(span), *self.asides(span)]

    def late_content(self, span: Span) -> Span | None:
        """What a saying says behind an aside that parts it: «أعربت في بيان، نشرته الوكالة، عن قلقها»."""
        one = self._predicate
        if (
            one is None
            or one.object is not None
            or content_of(self._tree, one) is not None
            or not span.covers(one.span)
        ):
            return None
        behind = [group for group in self._tree.groups if group.span.start >= span.end]
        if len(behind) < _FEWEST or not self._is_stop(behind[0]):
            return None
        leads = (group for group in behind[2:] if group.comma and (group.lead or group.kind == OPENER))
        told = next((group for group in leads if group.kind in (NOUN, OPENER)), None)
        marks = [
            group.span.start for group in behind if told is not None and group.at > told.at and self._is_stop(group)
        ]
        last = behind[-2].span.end if behind[-1].kind == MARK else behind[-1].span.end
        return None if told is None else Span(told.span.start, min(marks, default=max(last, told.span.end)))

    def sources(self, span: Span) -> list[Span]:
        """Who says so, behind what is told: «وفق بيان للوزارة», "as the agency reported"."""
        clauses = [one.span for one in self._clauses() if one.rank is Rank.SOURCE]
        return [one for one in (*clauses, *self._named_sources(span)) if span.covers(one) and self._is_free(one)]

    def loose(self, span: Span) -> list[Span]:
        """What is torn at its edges: a place in front («الدوحة - قنا:»), another speaker behind («، من جانبه»)."""
        behind = [self._next_topic(span), self._lone_verb(span)]
        free = [one for one in behind if one is not None and self._is_free(one)]
        front = self._head_line(span)
        return free if front is None else [front, *free]

    def _head_line(self, span: Span) -> Span | None:
        """Words without a verb before a colon or a dash in front, or parted from the verb by a joint («، فقد دارت»)."""
        low = self._predicate.group.span.start if self._predicate is not None else span.start
        last: int | None = None
        for group in self._tree.groups:
            if not span.start <= group.span.start < low or (group.clause is None and group.kind not in (MARK, JOINT)):
                continue
            if group.kind in _VERBAL:
                return None
            if group.kind == MARK and (group.role == COLON or self._is_dash_before(group)):
                last = group.span.end
            elif group.kind == JOINT and group.comma and group.head.word in self._sentence.grammar.then:
                last = group.span.start
        return None if last is None else Span(span.start, last)

    def _is_dash_before(self, group: Group) -> bool:
        """A dash before the subject, or before a verb that has its subject behind it."""
        subject = self._predicate.subject if self._predicate is not None else None
        front = subject is None or subject.span.start > group.span.start
        return front and self._grammar.has("dash", group.head.word)

    def _next_topic(self, span: Span) -> Span | None:
        """Behind a comma, what a phrase that turns to somebody else begins: «، من جانبه …»."""
        openers, run = self._sentence.phrasing.titles.openers, self._sentence.run
        low = max((one.end for one in self._needed()), default=span.start)
        for group in self._tree.groups:
            if not (low <= group.span.start < span.end and group.comma):
                continue
            hit = openers.at(run, self._sentence.range_of(group.span)[0])
            if hit is not None and hit.concept == "opener" and hit.count > 1:
                return Span(group.span.start, span.end)
        return None

    def _lone_verb(self, span: Span) -> Span | None:
        """A joined verb at the end of which nothing is left: «…، وقال»."""
        inside = [one for one in self._tree.groups if span.covers(one.span) and one.kind != MARK]
        if len(inside) < _FEWEST or inside[-1].kind != FINITE or inside[-2].kind != JOINT:
            return None
        return Span(inside[-2].span.start, span.end)

    def asides(self, span: Span) -> list[Span]:
        """Dates between two commas, with these: «أصدرت المحكمة، فجر الأربعاء، حكما»."""
        pairs = (group for group in self._tree.groups if group.role == ASIDE and group.partner > group.at)
        needed = min((one.start for one in self._needed()), default=span.end)
        found = [one.span.hull(self._tree.groups[one.partner].span) for one in pairs if self._parts_nothing(one, span)]
        return [one for one in found if span.covers(one) and needed < one.start]

    def _parts_nothing(self, aside: Group, span: Span) -> bool:
        """Without the date its commas would part the verb from what is its own."""
        groups = self._tree.groups
        before = any(self._is_stop(one) for one in groups[: aside.at] if one.span.start >= span.start)
        behind = groups[aside.partner + 1] if aside.partner + 1 < len(groups) else aside
        apposed = self._grammar.subject_first and behind.kind == NOUN and not behind.lead
        return not (before or apposed)

    def spare(self, span: Span) -> list[Part]:
        """What can go where the title is too long, in the order in which it goes; of one rank the last first."""
        found = [*self._clauses(), *self._brackets(), *self._appositions(), *self._fronted(span)]
        inside = [one for one in found if span.covers(one.span) and self._is_free(one.span)]
        return sorted(inside, key=lambda one: (one.rank, -one.span.start))

    def tails(self, span: Span) -> list[int]:
        """Where it can end before its last words, so that what is left is whole; the last place first."""
        low = max((one.end for one in self._needed()), default=span.start)
        places = [group.span.start for group in self._tree.groups if self._can_end_before(group)]
        return [at for at in reversed(places) if low <= at < span.end and at > span.start and not self._tears(at)]

    def _tears(self, at: int) -> bool:
        """A verb would lose its object there, or what stands before it as its subject would lose the verb."""
        for one in self._tree.predicates:
            told = one.object if one.object is not None and one.object.span.start > one.span.start else None
            behind = told.span.start if told is not None else one.span.start
            before = one.subject.span.start if one.subject is not None else one.span.start
            if one.clause.head is one and min(before, one.span.start) < at <= max(behind, one.span.start):
                return True
        return False

    # --- clauses below ---------------------------------------------------------------------------------------------

    def _clauses(self) -> Iterator[Part]:
        for head in self._tree.predicates:
            clause = head.clause
            rank = _RANKS.get(clause.link) if clause.head is head else None
            span = _with_opener(self._tree, clause) if rank is not None else None
            if rank is None or span is None or clause is self._own_clause or not self._ends_there(span):
                continue
            ranked = self._ranked(clause, head, rank)
            if ranked is Rank.RELATIVE and self._predicate is not None and span.start < self._predicate.span.start:
                continue
            yield Part(ranked, span)

    def _ends_there(self, span: Span) -> bool:
        """A stop stands behind it, or nothing: else what goes on may hang on words inside it."""
        behind = next((group for group in self._tree.groups if group.span.start >= span.end), None)
        return behind is None or behind.kind == MARK

    def _ranked(self, clause: Clause, head: Predicate, rank: Rank) -> Rank:
        told = any(one.parent is head and one.link in (Link.CONTENT, Link.QUOTE) for one in self._tree.predicates)
        says = "says" in head.head.marks and not told and head.object is None
        if clause.link in _SOURCES and clause.comma and says:
            return Rank.SOURCE
        if clause.opener is not None and clause.opener.units[-1].concept == "comment":
            return Rank.COMMENT
        return Rank.COMMENT if rank is Rank.RELATIVE and clause.comma else rank

    @property
    def _own_clause(self) -> Clause | None:
        return self._predicate.clause if self._predicate is not None else None

    # --- words beside the clause -----------------------------------------------------------------------------------

    def _named_sources(self, span: Span) -> Iterator[Span]:
        """A source that a preposition leads to, up to the next comma: «بحسب المرصد», "according to police"."""
        leads = {hit.at for hit in self._sentence.heads if hit.concept == "attributes"}
        for group in self._tree.groups:
            inside = span.start < group.span.start < span.end
            if not inside or self._sentence.range_of(group.span)[0] not in leads:
                continue
            ends = (one.span.start for one in self._tree.groups[group.at + 1 :] if self._is_stop(one))
            yield Span(group.span.start, min(next(ends, span.end), span.end))

    def _brackets(self) -> Iterator[Part]:
        for group in self._tree.groups:
            if group.kind == MARK and group.partner > group.at and group.role.startswith(BRACKET):
                yield Part(Rank.ASIDE, group.span.hull(self._tree.groups[group.partner].span))

    def _fronted(self, span: Span) -> Iterator[Part]:
        """What a preposition leads to in front, up to its comma: "In the north of the country, …"."""
        low = min((one.start for one in self._needed()), default=span.start)
        front = [group for group in self._tree.groups if span.start <= group.span.start < low]
        stops = [group for group in front if self._is_stop(group)]
        if stops and front[0].kind == NOUN and front[0].lead and stops[-1].at + 1 == front[-1].at + 1:
            yield Part(Rank.CLAUSE, Span(front[0].span.start, stops[-1].span.end))

    def _appositions(self) -> Iterator[Part]:
        """Another name for the noun before it, between commas: "Col. Hatem, head of the station, was …"."""
        groups = self._tree.groups
        for group in groups[1:]:
            if not group.comma or group.kind != NOUN or group.lead or group.at < 2:
                continue
            if groups[group.at - 2].kind != NOUN:
                continue
            end = next((one for one in groups[group.at + 1 :] if one.kind != NOUN), None)
            if end is None or not self._is_stop(end) or end.at + 1 >= len(groups):
                continue
            behind = groups[end.at + 1]
            if behind.kind == JOINT or (behind.kind == NOUN and not behind.lead):
                continue
            yield Part(Rank.APPOSITION, Span(group.span.start, groups[end.at - 1].span.end))

    # --- what must stay --------------------------------------------------------------------------------------------

    def _needed(self) -> Iterable[Span]:
        one, found = self._predicate, list[Span]()
        while one is not None:
            groups = (one.group, one.subject, one.object)
            found += [one.span, *(group.span for group in groups if group is not None)]
            one = content_of(self._tree, one)
        return found

    def _is_free(self, span: Span) -> bool:
        """Nothing that the title needs stands there."""
        return not any(span.overlaps(one) for one in self._needed())

    def _is_stop(self, group: Group) -> bool:
        """A comma, but not that of a number ("12,000")."""
        if group.kind != MARK or group.role.split()[:1] not in ([COMMA], [STOP]):
            return False
        groups = self._tree.groups
        return group.at + 1 >= len(groups) or groups[group.at + 1].span.start > group.span.end

    def _can_end_before(self, group: Group) -> bool:
        if group.at == 0:
            return False
        before = self._tree.groups[group.at - 1]
        if before.kind in _VERBAL or before.kind in (OPENER, RELATIVE, JOINT):
            return False
        if group.kind == RELATIVE:
            return group.clause is not None and group.clause.host is not None
        if group.kind in (OPENER, JOINT) or self._is_stop(group):
            return True
        holds = self._grammar.has("of", group.lead) or self._grammar.has("from", group.lead)
        return group.kind == NOUN and bool(group.lead) and not holds and before.kind == NOUN


def _first(tree: Tree) -> Predicate | None:
    """The verb of the sentence itself, else the first one of any clause."""
    heads = [one for one in tree.predicates if one.clause.head is one]
    return next((one for one in heads if one.link is Link.MAIN), heads[0] if heads else None)


def _with_opener(tree: Tree, clause: Clause) -> Span | None:
    """The words of a clause, with the one that opens it and all that goes with it."""
    span = clause_extent(tree, clause, asides=True)
    if span is None or not clause.groups:
        return span
    opener = clause.opener.span if clause.opener is not None else clause.groups[0].span
    return span.hull(opener)
