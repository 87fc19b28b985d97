"""The words of a relative clause, up to where the clause around goes on.

«يضم الحي الذي بناه أبي | سوقا»: the market is no part of what he built.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_core.events.titles.clause_view import ClauseView
from timeline_core.events.titles.phrases import is_open, owns
from timeline_core.model.span import Span
from timeline_core.syntax.tree.extent import above
from timeline_core.syntax.tree.groups import DATE, FINITE, JOINT, MARK, NOUN
from timeline_core.syntax.tree.marks import OPENS
from timeline_core.syntax.tree.values import ACTION, Clause, Group, Kind, Predicate


def own_groups(clause: Clause) -> Iterator[Group]:
    """Its groups without the one that opens it, joints and marks."""
    return (group for group in clause.groups if group is not clause.opener and group.kind not in (JOINT, MARK))


class OwnWords:
    """Finds where the relative clauses of one sentence end."""

    def __init__(self, view: ClauseView) -> None:
        self._tree, self._grammar = view.tree, view.grammar

    def end(self, predicate: Predicate, span: Span) -> int:
        """Where a noun stands that no preposition leads to, and that no noun leans on: it is of the verb around («يضم
        الحي الذي بناه أبي | سوقا»); or what goes on with that verb, or begins anew behind a comma."""
        glued = predicate.group.units[-1].kind is Kind.CLITIC or self._grammar.names("takes_place", predicate.head)
        first, own = True, (predicate.subject, predicate.subject if glued else predicate.object)
        for group in self._tree.groups[predicate.group.at + 1 :]:
            below = group.clause is not predicate.clause
            if group.span.start >= span.end or (group.kind == FINITE and group.comma and self._begins(group)):
                return self._before_mark(group) if group.span.start < span.end else span.end
            if below and group.clause is not None and predicate.clause not in above(group.clause):
                return self._before_mark(group)
            if group.kind == NOUN and not (below or group.lead or group.listed):
                mine = group in own or (first and not group.comma) or self._leans(group)
                if not (mine or self._is_free(group, predicate)):
                    return self._before_mark(group)
                first = first and predicate.subject in (group, None) and not glued
            if self._may_go_on(group, predicate):
                return self._tree.groups[group.at - 1].span.start
            first = first and group.kind != DATE
        return span.end

    def _may_go_on(self, group: Group, predicate: Predicate) -> bool:
        """An action by which something was done, behind the day of the clause, may be of the verb around it: «ساعد من
        ضربهم السيل أمس | بتقديم الخيام»."""
        before = self._tree.groups[group.at - 1]
        by = ACTION in group.marks and self._grammar.has("together", group.lead)
        return by and before.kind == DATE and predicate.parent is not None

    def _is_free(self, group: Group, predicate: Predicate) -> bool:
        """It tells how or why it was («جميعا», «هدية لأخيه»), and is no object of the verb around, that has one."""
        around = predicate.parent
        has_own = around is not None and around.object is not None and around.object.at < predicate.group.at
        told = group.head.kind is Kind.NOUN and "definite" not in group.marks
        return self._grammar.has("circumstances", group.units[0].word) or (has_own and told)

    def _begins(self, verb: Group) -> bool:
        """Nothing opens its clause: it is told behind a comma as a statement of its own."""
        clause = verb.clause
        return clause is not None and clause.opener is None and self._tree.groups[verb.at - 1].kind == MARK

    def _before_mark(self, group: Group) -> int:
        before = self._tree.groups[group.at - 1]
        return before.span.start if before.kind == MARK and group.comma else group.span.start

    def _leans(self, group: Group) -> bool:
        """It is of the noun before it, which it describes, counts, or owns; or a joint ties it to that."""
        before = self._tree.groups[group.at - 1]
        quality = group.head.kind is Kind.ADJECTIVE and before.kind != MARK
        if quality or before.role.startswith(OPENS) or before.kind == JOINT:
            return True
        closed = group.head.kind in (Kind.ADJECTIVE, Kind.DEFINITE) or group.units[0].kind is Kind.NUMBER
        leads = is_open(before) or before.units[-1].kind is Kind.NUMBER
        near = before.kind == NOUN and not group.comma and (closed or leads)
        return near or owns(self._tree, group, self._grammar)
