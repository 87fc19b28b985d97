"""Links: which clause every predicate heads, and what that clause hangs on.

One pass over the groups with a stack of open clauses. A word that opens a clause puts one on the stack; a verb takes
the place that awaits it; what is inside closes when the outer clause goes on. Which of these it is, the tables of
`rules.links` decide.

Source:
    Shift-reduce attachment without backtracking; link types after FactBank and Universal Dependencies.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline_core.model.span import Span
from timeline_core.syntax.rules import first
from timeline_core.syntax.rules.links import NONFINITE, OPENERS, VERBS
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import COPULA, DATE, FINITE, JOINT, MARK, NOUN, OPENER, OTHER, RELATIVE
from timeline_core.syntax.tree.marks import BRACKET, CLAUSE, COLON, COMMA, OPENS, STOP
from timeline_core.syntax.tree.values import Clause, Group, Kind, Link, Predicate, Unit

_OPEN_ENDED = frozenset({Link.MAIN, Link.CONTENT, Link.QUOTE, Link.JOINED})
"""Links of clauses that stand for a whole statement."""
_OUTSIDE = frozenset({Kind.PREPOSITION, Kind.CLITIC})
"""Units of a verb group that are no part of the verb."""


class Linker:
    """The state of the pass. Rules read it; what they decide is done by its methods."""

    def __init__(self, groups: Sequence[Group], grammar: Grammar) -> None:
        self.groups, self.grammar = groups, grammar
        self.root = Clause(Link.MAIN)
        self.stack = [self.root]
        self.predicates: list[Predicate] = []
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
        self._steps: dict[str, Callable[[Group], None]] = {
            NOUN: self._noun,
            FINITE: self._verb,
            COPULA: self._verb,
            OPENER: self._opener,
            RELATIVE: self._opener,
            JOINT: self._joint,
            MARK: self._mark,
            DATE: self._beside,
            OTHER: self._beside,
        }

    def read(self) -> list[Predicate]:
        """The predicates of the sentence, each in its clause."""
        for group in self.groups:
            self.group = group
            self._steps.get(group.kind, self._nonfinite)(group)
            if group.kind not in (OTHER, MARK):
                self.before = group
        for predicate in self.predicates:
            if predicate.clause.head is predicate:
                predicate.link, predicate.parent = predicate.clause.link, predicate.clause.parent
                predicate.rule = predicate.clause.rule
                predicate.rules.append(predicate.rule)
            else:
                predicate.link, predicate.parent = Link.COMPLEMENT, self._inside(predicate)
        return self.predicates

    @staticmethod
    def _inside(predicate: Predicate) -> Predicate | None:
        """What a noun of action or a participle hangs on: the head of its clause."""
        head = predicate.clause.head
        return head if head is not None else predicate.clause.parent

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
        """A clause beside another, in its place."""
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
        """What stands behind the mark or joint belongs to the clause that it opens or goes on with."""
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

    @property
    def last_mark(self) -> Group | None:
        """The last comma before the verb."""
        at = self.group.at - 1
        while at >= 0 and self.groups[at].kind != MARK:
            at -= 1
        return self.groups[at] if at >= 0 else None

    # --- the pass ------------------------------------------------------------------------------------------------

    def _keep(self, group: Group) -> None:
        group.clause = self.top
        self.top.groups.append(group)

    def _beside(self, group: Group) -> None:
        self._keep(group)
        if group.kind == DATE and not self.directly_joined:
            self.joint = None

    def _noun(self, group: Group) -> None:
        group.listed = self.directly_joined and self.joins is not None and self.joins.kind == NOUN
        self._keep(group)
        if not self.directly_joined:
            self.joint = None
        if not group.lead:
            self.bare = group
        self.noun = group
        told = self._telling(group)
        if told is not None:
            kind = "noun" if "action" in told.marks else "participle"
            self._add(Predicate(kind, Span(told.start, told.end), group, told, self.top, form=kind))

    def _telling(self, group: Group) -> Unit | None:
        """The noun of action that the group is about, or the participle that describes a noun («بيان صادر أمس»)."""
        head, carrier = group.head, self.grammar.has("carriers", group.head.word)
        inner = [unit for unit in group.units if unit is not head]
        if "action" in head.marks:
            return head
        if carrier:
            return next((unit for unit in inner if "action" in unit.marks), None)
        if self._describes(group):
            return head
        return next((unit for unit in inner if "participle" in unit.marks), None)

    def _describes(self, group: Group) -> bool:
        """A participle with its article behind the noun that it describes («الاتفاقية الموقعة»)."""
        if "participle" not in group.marks or "definite" not in group.marks or group.lead or group.comma:
            return False
        return self.before is not None and self.before.kind == NOUN and self.before.at == group.at - 1

    def _add(self, predicate: Predicate) -> None:
        self.predicates.append(predicate)
        predicate.clause.predicates.append(predicate)

    def _verb(self, group: Group) -> None:
        rule = first(VERBS, self)
        copula = group.kind == COPULA and self.grammar.has("copulas", group.head.word)
        self._head(rule.effect(self), group, "copula" if copula else "verb", rule.name)

    def _nonfinite(self, group: Group) -> None:
        rule = first(NONFINITE, self)
        self._head(rule.effect(self), group, "participle" if group.kind == "participle" else "verb", rule.name)

    def _head(self, clause: Clause, group: Group, kind: str, rule: str) -> None:
        """Give the clause its predicate."""
        group.clause = clause
        clause.groups.append(group)
        units = [unit for unit in group.units if unit.kind not in _OUTSIDE]
        span = Span(units[0].start, units[-1].end) if units else group.span
        if clause.head is not None:
            self.predicates.remove(clause.head)
            clause.predicates.remove(clause.head)
        clause.head = Predicate(kind, span, group, _main_verb(group), clause, form=group.kind)
        clause.rule = clause.rule or rule
        self._add(clause.head)
        self.joint = None

    def _opener(self, group: Group) -> None:
        rule = first(OPENERS, self)
        clause = rule.effect(self)
        clause.rule, clause.opener = rule.name, group
        self._keep(group)
        self.joint = None

    def _joint(self, group: Group) -> None:
        self.joint, self.joins = group, self.before

    def _mark(self, group: Group) -> None:
        role, _, inside = group.role.partition(" ")
        if role in (COMMA, STOP):
            self._comma(role)
        elif role == COLON:
            self._colon()
        elif role in (OPENS, BRACKET) and inside == CLAUSE:
            self._quote(role)
        elif inside == CLAUSE and group.partner >= 0:
            self._unbound()

    def _comma(self, role: str) -> None:
        """A second comma closes what the first opened; a semicolon closes all that is no statement."""
        follows = self.follows
        while len(self.stack) > 1 and not self.top.bounded and self.top.head is not None:
            inner = self.top.link is Link.RELATIVE and self._parted(follows)
            if not inner and not (role == STOP and self.top.link not in (Link.MAIN, Link.QUOTE)):
                return
            self.stack.pop()

    def _parted(self, follows: Group | None) -> bool:
        """The comma parts a relative clause from what goes on without it."""
        if follows is None or follows.kind == JOINT:
            return False
        return self.top.comma or (follows.kind == NOUN and bool(follows.lead))

    def _quote(self, role: str) -> None:
        if role == OPENS and (self.top.head is None or self.group.comma or self._colon_before()):
            self._close_to_saying()
        clause = self.open(Link.QUOTE if role == OPENS else Link.MAIN, rule="quotation")
        clause.bounded = True
        self.joint = None

    def _colon_before(self) -> bool:
        at = self.group.at
        return at > 0 and self.groups[at - 1].kind == MARK

    def _close_to_saying(self) -> None:
        """Close what was opened since the verb of saying: what follows a colon or stands quoted is said by it."""
        saying = next((c for c in self.headed if c.head is not None and "says" in c.head.head.marks), None)
        if saying is not None:
            self.close_to(saying)

    def _colon(self) -> None:
        self._close_to_saying()
        if self.top.head is not None:
            self.open(Link.QUOTE, rule="colon")
        self.joint = None

    def _unbound(self) -> None:
        """Close the quotation or bracket, with all that was opened in it."""
        bounded = next((clause for clause in self.within if clause.bounded), None)
        if bounded is not None:
            self.close_to(bounded)
            self.stack.pop()
            self.bare = None


def _main_verb(group: Group) -> Unit:
    """The full verb of a verb group, else its auxiliary."""
    verbs = [unit for unit in group.units if unit.kind in _VERBAL]
    return verbs[-1] if verbs else group.head


_VERBAL = frozenset({Kind.FINITE, Kind.BASE, Kind.GERUND, Kind.PARTICIPLE})
