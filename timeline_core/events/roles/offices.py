"""Offices: the body to which somebody belongs who is named, and which has no part in what he does himself.

In «قال النائب في البرلمان سامر حداد» and "the leader of Hezbollah, Samer Haddad, said" the person speaks; where nobody
is named («قال نائب في البرلمان», "a member of Hezbollah said"), the body does.

Source:
    Close apposition: the name is the referent, and the title a description of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_core.events.roles.beside import Beside
from timeline_core.model.span import Span
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import Group, Kind, Tree

_PERSONS = "persons"
_OFFICES = (_PERSONS, "posts", "honorifics")


class Offices:
    """The offices and affiliations of those who are named in one sentence."""

    def __init__(self, tree: Tree, grammar: Grammar, names: Sequence[Span], beside: Beside) -> None:
        """`names`: of all actors of the sentence, in order."""
        self._tree, self._grammar, self._names, self._beside = tree, grammar, names, beside
        self._held: list[tuple[Group, Group]] | None = None
        """Offices, each with the group that names who holds it."""

    def only_describe(self, name: Span, group: Group) -> bool:
        """It is named only to say who somebody is, whose own name stands beside it."""
        if self._ends_in_name_before(group):
            return True
        if self._held is None:
            self._held = [*self._found()]
        genitive = group.head.end <= name.start and self._grammar.head_first
        for office, holder in self._held:
            if group is office and name.start <= group.units[0].start:  # the name of the office itself
                return True
            if office.at < group.at < holder.at or (group is office and genitive):
                return True
        return self._stands_before_its_holder(name, group) or (genitive and self._explains_name(group))

    def holder_of(self, name: Span, group: Group) -> Group | None:
        """The office of whose body the same preposition leads to right before: «النائب عن حزب العمال سامر حداد»."""
        beside = any(unit.kind is Kind.NAME and unit.end + 1 == name.start for unit in group.units)
        office = self._office_before(group) if beside and self._beside.lead(group) else None
        return office if office is not None and office is not group else None

    def _found(self) -> Iterator[tuple[Group, Group]]:
        for name in self._names:
            group = self._beside.group_of(name)
            apposed = self._beside.apposed(group) if group is not None else None
            while group is not None and apposed is not None:
                office = self._office_before(apposed)
                if office is not None and office.at < group.at:
                    yield office, group
                apposed = apposed.explains

    def _office_before(self, group: Group) -> Group | None:
        """The office, past the prepositions behind it that lead to its body."""
        while group.lead and group.at:
            before = self._tree.groups[group.at - 1]
            if before.kind != NOUN or before.clause is not group.clause:
                return None
            group = before
        return group if self._is_office(group) else None

    def _is_office(self, group: Group) -> bool:
        held = any(self._grammar.names(name, group.head) for name in _OFFICES)
        return held and "plural" not in group.marks

    def _stands_before_its_holder(self, name: Span, group: Group) -> bool:
        """The name of the body, and right behind it that of its head: «رئيس حزب الله سامر حداد»."""
        last = not any(name.end <= other.start < group.span.end for other in self._names)
        if last or not self._grammar.head_first:
            return False
        genitive = group.head.end <= name.start and self._is_office(group)
        return genitive or (bool(group.lead) and self._office_before(group) is not None)

    def _explains_name(self, group: Group) -> bool:
        """An office behind the name of who holds it: «سامر حداد، عضو حزب العمال»."""
        if group.head.kind is not Kind.NOUN or not self._is_office(group):
            return False
        person = self._beside.apposed(group)
        return person is not None and self._is_named(person)

    def _ends_in_name_before(self, group: Group) -> bool:
        """A preposition leads from somebody's name, or his office behind it, to that of his body.

        «سامر حداد من حزب العمال», «سامر حداد النائب عن حزب العمال», "Samer Haddad of the Labour Party".
        """
        lead, grammar = self._beside.lead(group), self._grammar
        before = self._tree.groups[group.at - 1] if group.at and lead else None
        if before is None or before.kind != NOUN or before.clause is not group.clause:
            return False
        leads = grammar.has("from", lead) or (grammar.subject_first and grammar.has("of", lead))
        return (leads and self._is_named(before)) or self._is_titled_name(before)

    def _is_titled_name(self, group: Group) -> bool:
        """An office right behind the name of who holds it: «سامر حداد النائب»."""
        title = group.units[-1]
        if title.kind is not Kind.DEFINITE or not self._grammar.names(_PERSONS, title):
            return False
        if any(group.span.start <= name.start < title.start for name in self._names):
            return True
        return (
            group.at > 0 and not group.lead and title is group.head and self._is_named(self._tree.groups[group.at - 1])
        )

    def _is_named(self, group: Group) -> bool:
        """It ends in a name, and is about nobody's thing or deed."""
        last = next((name for name in reversed(self._names) if group.span.start <= name.start < group.span.end), None)
        return last is not None and last.end >= group.span.end and group.units[0].end > last.start
