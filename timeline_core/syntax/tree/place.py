"""Place: where one date stands among the groups and clauses of its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import DATE, JOINT, MARK, NOUN
from timeline_core.syntax.tree.marks import BRACKET, BRACKET_END, CLOSES, COMMA, OPENS
from timeline_core.syntax.tree.values import Clause, Group, Kind, Link, Predicate, Unit

_INNER = frozenset({Link.RELATIVE, Link.TIME})
_COMMON = frozenset({Kind.NOUN, Kind.DEFINITE})
_NOUNS = _COMMON | {Kind.NAME}


class Place:
    """Where one date stands among the groups and clauses."""

    def __init__(self, group: Group, groups: Sequence[Group], grammar: Grammar, dated: Sequence[Clause] = ()) -> None:
        """`dated`: the clauses whose predicate an earlier date dates."""
        self.group, self.grammar, self._groups, self._dated = group, grammar, groups, dated
        self.clause = group.clause or Clause(Link.MAIN)

    @property
    def before(self) -> Group | None:
        """The group right before it; dates, words of time and what stands in brackets are left out."""
        at = self.group.at - 1
        while at >= 0 and self._passed(self._groups[at]):
            at = self._groups[at].partner - 1 if self._groups[at].kind == MARK else at - 1
        return self._groups[at] if at >= 0 else None

    def _passed(self, group: Group) -> bool:
        return group.kind == DATE or group.role.startswith(BRACKET_END) or _of_time(group, self.grammar)

    @property
    def lead(self) -> str:
        """The preposition in front of it, or of the words of time right before it."""
        before = self._groups[self.group.at - 1] if self.group.at else None
        return (
            before.lead
            if before is not None and not self.group.lead and _of_time(before, self.grammar)
            else self.group.lead
        )

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
        """It is about a common noun that is no kind of place («مدينة») and no word of time («بداية مؤتمر» is one)."""
        nouns = [unit for unit in group.units if unit.kind in _NOUNS and (unit is group.head or not _derived(unit))]
        others = [unit for unit in nouns if not self.grammar.names("time_nouns", unit)]
        if not nouns:
            return group.head.kind is Kind.ADJECTIVE
        about = others[0] if others and self.grammar.head_first else group.head
        return bool(others) and about.kind in _COMMON and not self.grammar.names("place", about)

    @property
    def inside_subject(self) -> bool:
        """What prepositions lead to stands between the subject and it: "the report by him in 1903 praised …"."""
        chain = self.chain
        inside = bool(chain) and bool(chain[-1].lead)
        nouns = [group for group in self.clause.groups if group.kind == NOUN and not group.lead]
        return inside and bool(nouns) and nouns[0].at <= chain[0].at and (not chain[0].lead or chain[0].comma)

    @property
    def is_written_year(self) -> bool:
        """It is a year in figures with no word before it: «كأس آسيا 2019», "Euro 2012"."""
        unit = self.group.units[-1]
        return not self.lead and not self.is_day and unit.word[:1].isdigit() and self.touches(NOUN)

    def compares(self) -> bool:
        """The noun before it is the first or greatest of its kind since, or within, the date: «أول زيارة منذ 2011»."""
        before = self.before
        if before is None or before.kind != NOUN or not self.grammar.has("bounds", self.lead):
            return False
        return any(self.grammar.names("superlatives", unit) for unit in before.units)

    @property
    def participle(self) -> Predicate | None:
        """The participle right before it: «الاتفاق الموقع عام 2014»."""
        before = self.before
        found = self.event_of(before) if before is not None and not self._comma_before else None
        told = [unit for unit in before.units if unit.kind is not Kind.CLITIC] if before is not None else []
        if found is None or found.kind != "participle" or "happens" not in found.head.marks:
            return None
        return found if found.head is told[-1] else None

    @property
    def _comma_before(self) -> bool:
        return self.group.at > 0 and self._groups[self.group.at - 1].kind == MARK

    @property
    def follows_object(self) -> Group | None:
        """What the verb is still to take: a bare noun behind the date, or behind the comma behind it."""
        behind = self.behind
        if behind is not None and behind.kind == MARK and behind.role.split()[:1] == [COMMA]:
            behind = self._groups[behind.at + 1] if behind.at + 1 < len(self._groups) else None
        bare = behind is not None and behind.kind == NOUN and not behind.lead
        return behind if bare and behind is not None and behind.clause is self.clause else None

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
        """It stands before the date, on the same side of the verb, and is no word of time («بداية»)."""
        if (one.kind == "participle" and one is not self.participle) or self.grammar.names("time_nouns", one.head):
            return False
        head = self.clause.head
        return one.group.at < self.group.at and not (head and one.group.at < head.group.at < self.group.at)

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


def _derived(unit: Unit) -> bool:
    """A participle, which describes another noun («وقت مبكر»)."""
    return "participle" in unit.marks


def _of_time(group: Group, grammar: Grammar) -> bool:
    """It is made of words of time alone: «خلال الفترة»."""
    nouns = [unit for unit in group.units if unit.kind in _COMMON]
    return group.kind == NOUN and bool(nouns) and all(grammar.names("time_nouns", unit) for unit in nouns)
