"""The open clauses while a sentence is read: what the rules ask of them, and what they do to them.

Source:
    The stack of a shift-reduce parser.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import DATE, MARK, NOUN, OTHER
from timeline_core.syntax.tree.values import Clause, Group, Link

_OPEN_ENDED = frozenset({Link.MAIN, Link.CONTENT, Link.QUOTE, Link.JOINED})
"""Links of clauses that stand for a whole statement."""


class Stack:
    """The open clauses, and where the reading stands. Rules read it; what they decide is done by its methods."""

    def __init__(self, groups: Sequence[Group], grammar: Grammar) -> None:
        self.groups, self.grammar = groups, grammar
        self.root = Clause(Link.MAIN)
        self.stack = [self.root]
        self.group: Group
        self.before: Group | None = None
        """The group before, adverbs left out."""
        self.joint: Group | None = None
        """The joint whose second part is not told yet."""
        self.joins: Group | None = None
        """What stood before that joint."""
        self.bare: Group | None = None
        """The last noun group without a preposition."""
        self.noun: Group | None = None
        """The last noun group."""

    # --- what rules ask ------------------------------------------------------------------------------------------

    @property
    def top(self) -> Clause:
        """The innermost open clause."""
        return self.stack[-1]

    @property
    def follows(self) -> Group | None:
        """The group behind this one."""
        return self.groups[self.group.at + 1] if self.group.at + 1 < len(self.groups) else None

    @property
    def directly_joined(self) -> bool:
        """A joint stands right before."""
        return self.before is not None and self.before is self.joint

    @property
    def beside_dates(self) -> Group | None:
        """The group before, dates left out too: «بيانا أمس قالت فيه …»."""
        at = self.before.at if self.before is not None else -1
        while at >= 0 and self.groups[at].kind in (DATE, OTHER):
            at -= 1
        return self.groups[at] if at >= 0 else None

    @property
    def marked_off(self) -> bool:
        """A mark stands right before."""
        return self.group.at > 0 and self.groups[self.group.at - 1].kind == MARK

    @property
    def subject_before(self) -> bool:
        """The last bare noun stands right before, what prepositions lead from it left out ("the man in the car")."""
        if self.bare is None or self.bare.comma:
            return False
        between = self.groups[self.bare.at + 1 : self.group.at]
        return all(group.kind == OTHER or (group.kind in (NOUN, DATE) and bool(group.lead)) for group in between)

    @property
    def within(self) -> list[Clause]:
        """The open clauses, innermost first, up to the mark that bounds them."""
        found = []
        for clause in reversed(self.stack):
            found.append(clause)
            if clause.bounded:
                break
        return found

    @property
    def awaiting(self) -> Clause | None:
        """The innermost open clause that still awaits its predicate."""
        return next((clause for clause in self.within if clause.head is None), None)

    @property
    def headed(self) -> list[Clause]:
        """The open clauses that have their predicate, innermost first."""
        return [clause for clause in self.within if clause.head is not None]

    def bare_nouns(self, clause: Clause) -> list[Group]:
        """Its noun groups without a preposition."""
        return [group for group in clause.groups if group.kind == NOUN and not group.lead]

    def statement(self) -> Clause | None:
        """The innermost open clause that stands for a whole statement and has its predicate."""
        return next((clause for clause in self.headed if clause.link in _OPEN_ENDED), None)

    # --- what rules do -------------------------------------------------------------------------------------------

    def open(self, link: Link, *, host: Group | None = None, sister: Clause | None = None, rule: str = "") -> Clause:
        """Put a clause on the stack that awaits its predicate."""
        above = sister.above if sister is not None else self.top
        clause = Clause(link, above, host=host, sister=sister, comma=self.group.comma, rule=rule)
        self.stack.append(clause)
        return clause

    def close_to(self, clause: Clause) -> None:
        """Close what was opened inside the clause."""
        while self.stack[-1] is not clause:
            self.stack.pop()

    def join(self, sister: Clause, rule: str = "") -> Clause:
        """Open a clause coordinated with another one, in its place on the stack."""
        self.close_to(sister)
        bounded = self.stack.pop().bounded
        clause = self.open(Link.JOINED, sister=sister, rule=rule) if self.stack else self._beside_root(sister, rule)
        clause.bounded = bounded
        return clause

    def _beside_root(self, sister: Clause, rule: str) -> Clause:
        clause = Clause(Link.JOINED, None, sister=sister, rule=rule)
        self.stack.append(clause)
        return clause

    def move_since(self, mark: Group | None, clause: Clause) -> None:
        """Move everything behind the mark or conjunction into the clause."""
        if mark is None:
            return
        for group in self.groups[mark.at + 1 : self.group.at]:
            if group.clause is not None and group.clause is not clause and group.clause not in self.stack:
                group.clause.groups.remove(group)
                clause.groups.append(group)
                self._move_predicates(group, clause)
                group.clause = clause

    @staticmethod
    def _move_predicates(group: Group, clause: Clause) -> None:
        home = group.clause
        for predicate in [one for one in home.predicates if one.group is group] if home is not None else ():
            if home is not None and predicate is not home.head:
                home.predicates.remove(predicate)
                clause.predicates.append(predicate)
                predicate.clause = clause

    @staticmethod
    def give(group: Group | None, clause: Clause) -> None:
        """The noun group becomes part of the clause."""
        if group is not None and group.clause is not None:
            group.clause.groups.remove(group)
            group.clause = clause
            clause.groups.append(group)

    def give_dated(self, group: Group | None, clause: Clause) -> None:
        """The noun group with the dates between it and the verb: "the fire of May", "the strike on Monday"."""
        home = group.clause if group is not None else None
        for one in self.groups[group.at : self.group.at] if group is not None else ():
            if one.clause is home and (one is group or one.kind == DATE):
                self._move_predicates(one, clause)
                self.give(one, clause)

    @property
    def last_mark(self) -> Group | None:
        """The last comma before the verb."""
        at = self.group.at - 1
        while at >= 0 and self.groups[at].kind != MARK:
            at -= 1
        return self.groups[at] if at >= 0 else None
