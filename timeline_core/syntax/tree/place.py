"""Place: where one date stands among the groups and clauses of its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import DATE, JOINT, MARK, NOUN
from timeline_core.syntax.tree.marks import BRACKET, BRACKET_END, CLOSES, OPENS
from timeline_core.syntax.tree.values import Clause, Group, Kind, Link, Predicate

_INNER = frozenset({Link.RELATIVE, Link.TIME})
_COMMON = frozenset({Kind.NOUN, Kind.DEFINITE})


class Place:
    """Where one date stands among the groups and clauses."""

    def __init__(self, group: Group, groups: Sequence[Group], grammar: Grammar, dated: Sequence[Clause] = ()) -> None:
        """`dated`: the clauses whose predicate an earlier date dates."""
        self.group, self.grammar, self._groups, self._dated = group, grammar, groups, dated
        self.clause = group.clause or Clause(Link.MAIN)

    @property
    def before(self) -> Group | None:
        """The group right before it, dates and what stands in brackets left out."""
        at = self.group.at - 1
        while at >= 0 and (self._groups[at].kind == DATE or self._groups[at].role.startswith(BRACKET_END)):
            at = self._groups[at].partner - 1 if self._groups[at].kind == MARK else at - 1
        return self._groups[at] if at >= 0 else None

    @property
    def behind(self) -> Group | None:
        """The group right behind it."""
        return self._groups[self.group.at + 1] if self.group.at + 1 < len(self._groups) else None

    def touches(self, kind: str) -> bool:
        """A group of that kind stands right before it."""
        return self.before is not None and self.before.kind == kind

    @property
    def in_brackets(self) -> bool:
        """It stands alone in brackets."""
        before = self.before
        return before is not None and before.kind == MARK and before.role.split()[:1] == [BRACKET]

    @property
    def is_second(self) -> bool:
        """Its clause, an inner one, has its date already, and this one does not go on with that."""
        beside = self.group.at > 0 and self._groups[self.group.at - 1].kind in (DATE, JOINT)
        return self.clause.link in _INNER and self.clause in self._dated and not beside

    @property
    def is_day(self) -> bool:
        """It is a day, or less; no month or year."""
        return any("day" in unit.marks for unit in self.group.units)

    @property
    def chain(self) -> list[Group]:
        """The noun groups right before it, joined by prepositions, the first first."""
        at = self.group.at - 1
        while at > 0 and self._groups[at].kind == NOUN and self._groups[at].lead and self._groups[at - 1].kind == NOUN:
            at -= 1
        return list(self._groups[at : self.group.at])

    def common(self, group: Group) -> bool:
        """It is about a common noun that is no kind of place («مدينة») and no word of time («حلول»)."""
        known = self.grammar.has("place", group.head.word) or self.grammar.has("time_nouns", group.head.word)
        return group.head.kind in _COMMON and not known

    def is_subject(self, event: Predicate) -> bool:
        """The event's noun is the subject of the clause."""
        head = self.clause.head
        return head is not None and head.subject is not None and head.subject.units[0] is event.group.units[0]

    def event_of(self, group: Group | None) -> Predicate | None:
        """The noun of action that the group is about."""
        return next((one for one in self.clause.predicates if one.group is group), None)

    @property
    def event(self) -> Predicate | None:
        """The last noun of action or participle of its clause that stands before it."""
        last = next((one for one in reversed(self.clause.predicates) if self._can_be_dated(one)), None)
        return last if last is not None and last is not self.clause.head else None

    def _can_be_dated(self, one: Predicate) -> bool:
        """It stands before the date and is no word of time («بداية»)."""
        return one.group.at < self.group.at and not self.grammar.has("time_nouns", one.head.word)

    def parted(self, event: Predicate) -> bool:
        """A mark stands between them."""
        between = self._groups[event.group.at : self.group.at]
        return any(group.kind == MARK and group.role.split()[:1] not in ([OPENS], [CLOSES]) for group in between)

    def before_head(self, event: Predicate) -> bool:
        """Both stand before the verb of the clause, the date behind the noun: "the raid on Monday killed …"."""
        head = self.clause.head
        return head is not None and event.group.at < self.group.at < head.group.at and not event.group.lead

    def joined_before(self, head: Predicate) -> bool:
        """A joint stands between the date and the verb, right before it."""
        before = head.group.at - 1
        return before > self.group.at and self._groups[before].kind == JOINT
