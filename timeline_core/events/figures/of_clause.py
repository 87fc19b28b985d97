"""Which figures of a sentence belong to one of its clauses.

"A strike on Sunday left eight dead" counts eight, though the strike alone is dated; "the army mourned after the killing
of 20" counts nobody: they were killed before, in another happening.

Source:
    A count is an argument of a predicate, and counts for what that predicate tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline_core.events.figures.patients import Patient
from timeline_core.events.roles.charges import is_charge
from timeline_core.model.draft import Draft
from timeline_core.model.event import Figure
from timeline_core.model.event import Kind as EventKind
from timeline_core.model.span import Span
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.tree.extent import above
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import DATE, JOINT, NOUN
from timeline_core.syntax.tree.values import ACTION, Group, Kind, Link, Tree
from timeline_core.syntax.tree.values import Clause as TreeClause

_GROUND = frozenset({"ground"})
_HARSH = frozenset({"ground", "news"})
_CAUSE = "cause"


class ClauseFigures:
    """The figures of one clause."""

    def __init__(
        self, tree: Tree, grammar: Grammar, clause: Clause, words: Span, patients: Sequence[Patient] = ()
    ) -> None:
        """
        Args:
            words: those of the clause, with its date.
            patients: all in the sentence to whom something was done.
        """
        self._tree, self._grammar, self._words = tree, grammar, words
        self._verb, self._patients = clause.predicate, patients

    def holds(self, figure: Span) -> bool:
        """It stands in the words of the clause, or goes on their list behind them, and is of no other happening."""
        group = self._group_of(figure)
        if group is None:
            return self._words.covers(figure)
        if self._is_charged(figure):
            return False
        if not self._words.covers(figure) and not self._is_reached(group):
            return False
        if not self._is_of(_HARSH) and self._is_of_what_it_is_about(group):
            return False
        return self._is_of(_GROUND) or not self._is_before(group)

    def _is_charged(self, figure: Span) -> bool:
        """Somebody is only tried or punished for what was done to those whom it counts."""
        deeds = (one.deed for one in self._patients if one.span.overlaps(figure) and one.deed is not None)
        return any(is_charge(deed, self._verb, self._tree, self._grammar) for deed in deeds)

    def _group_of(self, figure: Span) -> Group | None:
        return next((one for one in self._tree.groups if one.span.start <= figure.start < one.span.end), None)

    def _is_of(self, traits: frozenset[str]) -> bool:
        """It tells itself of what is done to people: a number behind "after" may be of the same happening."""
        return self._verb is not None and traits <= self._verb.deed.marks

    def _is_reached(self, group: Group) -> bool:
        """It is in the clause of which the words are the subject ("the strike | left eight dead"), or goes on a list
        that begins in them («عن 4 قتلى | ونحو 60 جريحا»)."""
        verb = self._verb
        head = verb.clause.head if verb is not None else None
        if verb is not None and head is not None and head.subject is verb.group and head is not verb:
            return group.clause is head.clause
        before = group
        while before.at and (before.listed or before.kind == JOINT) and before.clause in (group.clause, None):
            before = self._tree.groups[before.at - 1]
            if self._words.covers(before.span) and before.kind == NOUN:
                return before.clause is group.clause
        return False

    def _is_before(self, group: Group) -> bool:
        """It is of something that came before, or that is only remembered: «بعد مقتل 20», "the anniversary of"."""
        if any(self._is_behind(one) for one in self._chain(group)):
            return True
        outer = [*above(self._verb.clause)] if self._verb is not None else []
        inner = (one for one in above(group.clause) if one not in outer) if group.clause is not None else ()
        return any(self._opens_before(one) or self._is_about_before(one) for one in inner)

    def _is_about_before(self, clause: TreeClause) -> bool:
        """A relative clause about what came before: «بعد غارة أودت بحياة ثمانية»."""
        host = clause.host if clause.link is Link.RELATIVE else None
        return host is not None and any(self._is_behind(one) for one in self._chain(host))

    def _is_of_what_it_is_about(self, group: Group) -> bool:
        """A relative clause tells it of something that is only led to: "an inquiry into the flood that killed nine".

        Where it was done in that, it is of the same happening: "the bus fell in a storm that killed nine".
        """
        outer = [*above(self._verb.clause)] if self._verb is not None else []
        inner = (one for one in above(group.clause) if one not in outer) if group.clause is not None else ()
        told = (one for one in inner if one.link is Link.RELATIVE and not _tells_what_came_of_it(one))
        return any(one.host is not None and self._is_theme(one.host) for one in told)

    def _is_theme(self, host: Group) -> bool:
        """A preposition leads to it that tells of no circumstance, or from an action: «فتح تحقيق | في الحريق»."""
        chain = [*self._chain(host)]
        last = self._tree.groups[chain[-1].at - 1] if chain and chain[-1].lead else host
        of_action = any(ACTION in one.marks and one.kind == NOUN and one is not host for one in (*chain, last))
        return bool(host.lead) and (of_action or not self._grammar.has("within", host.lead))

    def _chain(self, group: Group) -> Iterator[Group]:
        """The group, and those before it that lead to it: «بعد | مقتل 20 | جنديا»."""
        one: Group | None = group
        while one is not None and one.kind in (NOUN, DATE) and one.clause is group.clause:
            yield one
            before = self._tree.groups[one.at - 1] if one.at else None
            leads = bool(one.lead) or (before is not None and before.kind == NOUN and self._ends_open(before))
            one = before if leads and not (one is not group and self._is_behind(one)) else None

    def _ends_open(self, group: Group) -> bool:
        """Its number counts the group behind it."""
        return self._grammar.head_first and bool(group.units) and group.units[-1].kind is Kind.NUMBER

    def _is_behind(self, group: Group) -> bool:
        if group.kind != NOUN:
            return False
        before = self._tree.groups[group.at - 1] if group.at else group
        if before.kind == DATE and self._grammar.has("from", group.lead):
            group = before
        after = self._grammar.has("behind", group.lead) or self._grammar.has("before", group.lead)
        return after or any(self._grammar.names("occasions", unit) for unit in group.units)

    def _opens_before(self, clause: TreeClause) -> bool:
        """A clause of what came before or after: "after gunmen had killed three"."""
        words = clause.opener.units if clause.opener is not None else ()
        return clause.link is Link.TIME and any(
            self._grammar.has("behind", unit.word) or self._grammar.has("before", unit.word) for unit in words
        )


def _tells_what_came_of_it(clause: TreeClause) -> bool:
    """A relative clause about all that was told: "a wall fell on the road, which led to the death of nine"."""
    return clause.comma and clause.head is not None and clause.head.head.concept == _CAUSE


def without_others(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one sentence, none with the figures of a happening on a day of its own that is told inside it."""
    return [replace(draft, figures=_own(draft, drafts)) if draft.figures else draft for draft in drafts]


def _own(draft: Draft, drafts: Sequence[Draft]) -> tuple[Figure, ...]:
    words = draft.evidence[0].span
    dated = (one for one in drafts if one.when is not None and draft.kind is one.kind is EventKind.OCCURRENCE)
    inside = [one.evidence[0].span for one in dated if words.covers(one.evidence[0].span) and one is not draft]
    inner = [span for span in inside if span != words]
    return tuple(one for one in draft.figures if not any(span.covers(one.span) for span in inner))
