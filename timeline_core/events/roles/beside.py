"""What stands beside a group of words and says what it is: its preposition, a title, the noun that it explains.

Source:
    Apposition, and attachment of prepositional phrases to the nearest noun that can take them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from timeline_core.events.roles.nouns import Nouns
from timeline_core.model.span import Span
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import DATE, JOINT, MARK, NOUN, OTHER
from timeline_core.syntax.tree.marks import BRACKET, CLOSES, COMMA, OPENS, WORDS
from timeline_core.syntax.tree.phrases.telling_on import modifies
from timeline_core.syntax.tree.values import Group, Kind, Predicate, Tree, Unit


class Beside:
    """The neighbours of the groups of one sentence."""

    def __init__(
        self, tree: Tree, grammar: Grammar, names: Sequence[Span], actions: Mapping[int, Predicate], nouns: Nouns
    ) -> None:
        """`names`: of all actors of the sentence; `actions`: id of a group -> the noun of action that it is about."""
        self._tree, self._grammar, self._actions, self._nouns = tree, grammar, actions, nouns
        self._glued = dict(filter(None, map(self._glued_to, names)))

    def _glued_to(self, name: Span) -> tuple[int, str] | None:
        """The group whose word holds a particle and the name, with the particle: «لإيران»."""
        group = self.group_of(name)
        for unit in group.units if group is not None else ():
            particle = unit.word[: name.start - unit.start]
            if unit.start < name.start < unit.end and not self._grammar.has("joints", particle):
                return id(group), particle
        return None

    def group_of(self, name: Span) -> Group | None:
        at = bisect_right(self._tree.groups, name.start, key=lambda one: one.span.start) - 1
        found = self._tree.groups[at] if at >= 0 else None
        return found if found is not None and name.start < found.span.end else None

    def lead(self, group: Group) -> str:
        """The preposition before it, or before the quotation mark that it stands behind: «من "داعش"»."""
        if group.lead or group.at < 2:
            return group.lead or self._glued.get(id(group), "")
        if id(group) in self._glued:
            return self._glued[id(group)]
        mark, before = self._tree.groups[group.at - 1], self._tree.groups[group.at - 2]
        last = before.units[-1]
        leads = last.kind is Kind.PREPOSITION or self._grammar.has("of", last.word)
        return last.word if mark.role.startswith(OPENS) and leads else ""

    def apposed(self, group: Group) -> Group | None:
        """The noun that it explains: "the police chief, Omar Said, said", «القيادي إبراهيم القحطاني»."""
        if group.explains is not None:
            return group.explains
        if self.lead(group) or group.listed or not group.at or (group.comma and _is_object(group)):
            return None
        before = self._tree.groups[group.at - 1]
        if before.kind == NOUN:
            bodily = bool(before.lead) and not self._grammar.names("persons", before.head)
            office = self._office(group) if bodily else None
            return office or (before if self._is_title(before, group) else self._office(group))
        called = self._called(before)
        if called is not None:
            return called
        if before.role.split()[:1] not in ([COMMA], [BRACKET]) or before.kind != MARK:
            return None
        explained = self._explained(before, group)
        behind = self._tree.groups[group.at + 1] if group.at + 1 < len(self._tree.groups) else None
        closed = behind is None or behind.kind in (MARK, DATE)
        return explained if closed or not self._grammar.subject_first else None

    def _office(self, group: Group) -> Group | None:
        """The office of who speaks, past what leads to its body: «قال عضو اللجنة بالنادي فلان».

        With a title of courtesy or rank, whatever is told: «التقى زعيم الطائفة في البلاد الشيخ فلان».
        """
        head = group.clause.head if group.clause is not None else None
        named = all(unit.kind is Kind.NAME for unit in group.units)
        titled = self._opens_with_title(group) and self._grammar.names("courtesies", group.units[0])
        if head is None or not self._grammar.head_first:
            return None
        if not titled and not (named and "says" in head.head.marks):
            return None
        for before in reversed(self._tree.groups[head.group.at : group.at]):
            if before.kind not in (NOUN, DATE) or before.clause is not group.clause:
                return None
            if before.kind == NOUN and not self.lead(before):
                holds = self._nouns.hands_on(before.head) and "plural" not in before.marks
                return before if holds and before is not self._tree.groups[group.at - 1] else None
        return None

    def _called(self, mark: Group) -> Group | None:
        """The noun right before an opening quotation mark, which what is quoted names: «خلايا "جماعة النور"»."""
        before = self._tree.groups[mark.at - 1] if mark.at and mark.role == f"{OPENS} {WORDS}" else None
        return before if before is not None and before.kind == NOUN and self._grammar.head_first else None

    def _is_title(self, before: Group, group: Group) -> bool:
        """The noun before is a title: it is definite, or has its body behind it («المفوض لدى المحكمة القاضي …»)."""
        if not self._grammar.head_first or group.clause is not before.clause:
            return False
        last, words = before.units[-1], [unit for unit in before.units if unit.kind is not Kind.PREPOSITION]
        if self._is_addressed(words[0], group) or self._is_courteous(before, group):
            return True
        described = len(words) > 1 or not before.lead or "masculine" in last.marks
        titled = last.kind is Kind.ADJECTIVE and "definite" in last.marks and described
        return (titled and group.units[0].kind is Kind.NAME) or (bool(before.lead) and self._opens_with_title(group))

    def _is_addressed(self, first: Unit, group: Group) -> bool:
        """A form of address: «صاحب السمو الملكي | الأمير فلان»."""
        return self._grammar.names("honorifics", first) and not self.lead(group) and group.units[-1].kind is Kind.NAME

    def _is_courteous(self, before: Group, group: Group) -> bool:
        """An office, and whoever holds it with a title of courtesy or rank: «وزير التعليم | الدكتور فلان»."""
        titled = self._opens_with_title(group) and self._grammar.names("courtesies", group.units[0])
        held = any(self._grammar.names(name, before.head) for name in ("persons", "posts"))
        return titled and held and before.units[-1].kind is not Kind.NAME

    @staticmethod
    def _opens_with_title(group: Group) -> bool:
        return group.units[0].kind is Kind.DEFINITE and group.units[-1].kind is Kind.NAME and len(group.units) > 1

    def _explained(self, mark: Group, group: Group) -> Group | None:
        """The noun before the mark: the office of who is named behind it, the name of whose office stands there.

        Else the nearest without a preposition, where its verb stands before it.
        """
        found = None
        for before in reversed(self._tree.groups[: mark.at]):
            if before.kind == JOINT or (before.kind == NOUN and before.listed and not self._is_of_people(before)):
                continue
            if before.kind == NOUN and (not before.lead or self._is_told_more(before, group)):
                return before
            if before.kind == NOUN and found is None:
                found = before
            if before.kind not in (NOUN, OTHER) and before.head.word != "#":
                break
        return found

    def _is_of_people(self, group: Group) -> bool:
        return any(self._grammar.names(name, group.head) for name in ("persons", "posts")) or any(
            unit.kind is Kind.NAME for unit in group.units
        )

    def _is_told_more(self, before: Group, group: Group) -> bool:
        """One of the two is the office of whom the other names: «بحضور المحافظ، سالم حداد»."""
        named, office = (group, before) if group.units[0].kind is Kind.NAME else (before, group)
        held = any(self._grammar.names(name, office.head) for name in ("persons", "posts"))
        return held and named.units[-1].kind is Kind.NAME and office.units[-1].kind is not Kind.NAME

    def modified(self, group: Group) -> Group | None:
        """The action whose adjective it goes on: «ضربة جوية | أمريكية»."""
        before = self._tree.groups[group.at - 1] if group.at else group
        return before if modifies(before, group) else None

    def behind_quotation(self, group: Group) -> Group:
        """The group before it, past what stands in quotation marks: «قاعدة صواريخ "كاتيوشا" تابعة لـ…»."""
        before = self._tree.groups[group.at - 1]
        opened = before.kind == MARK and before.role == f"{CLOSES} {WORDS}" and before.partner > 0
        return self._tree.groups[before.partner - 1] if opened else before

    def ends_address(self, group: Group) -> bool:
        """It only says where the place before it lies: "a juggler in Sharjah, United Arab Emirates, danced"."""
        groups = self._tree.groups
        if not 1 < group.at < len(groups) - 1 or {groups[group.at - 1].kind, groups[group.at + 1].kind} != {MARK}:
            return False
        place = groups[group.at - 2]
        return bool(self.lead(place)) and all(unit.kind in (Kind.NAME, Kind.PREPOSITION) for unit in place.units)

    def counts(self, group: Group) -> Group | None:
        """The group whose number counts it: «مقتل 3 عناصر»."""
        before = self._tree.groups[group.at - 1] if group.at and not group.lead else None
        counted = before is not None and before.kind == NOUN and before.units[-1].kind is Kind.NUMBER
        return before if counted and self._grammar.head_first else None

    def host(self, group: Group) -> Group | None:
        """The noun that the preposition hangs on: the action before it in a chain of prepositions, else the nearest."""
        nearest = None
        for before in reversed(self._tree.groups[: group.at]):
            if before.kind in (DATE, OTHER) or before.role.startswith(OPENS):
                continue
            if before.kind != NOUN or before.clause is not group.clause:
                break
            nearest = nearest or before
            if id(before) in self._actions:
                return before
            if not before.lead:
                break
        return nearest

    def describes(self, host: Group, group: Group) -> bool:
        """It only says whose, or what, the noun before it is: «الموالية لإيران», "a base of the army"."""
        near = self._tree.groups[group.at - 1]
        if host is not (self._tree.groups[group.at - 2] if near.role.startswith(OPENS) else near):
            return False
        if host.comma and not host.lead:
            return True
        adjective = host.units[-1].kind is Kind.ADJECTIVE or "participle" in host.units[-1].marks
        alone = all(unit.kind is Kind.ADJECTIVE for unit in host.units)
        named = all(unit.kind is Kind.NAME for unit in host.units)
        return (self._grammar.has("of", self.lead(group)) and not named) or (
            adjective and (alone or self._grammar.head_first)
        )

    def ends_in_stand_in(self, group: Group) -> bool:
        """Its last noun stands for those whom the next words name: «ثلاثة عناصر من …», "a spokesman for …".

        So does a number by itself: «خمسة | من عناصر الجيش».
        """
        if group.units[-1].kind is Kind.NUMBER:
            return True
        nouns = self._nouns.common(group.units)
        named = any(unit.kind is Kind.NAME for unit in group.units)
        return bool(nouns) and self._nouns.hands_on(nouns[-1]) and not named


def _is_object(group: Group) -> bool:
    """Its verb found it to be the object, behind the comma that closes a long subject."""
    head = group.clause.head if group.clause is not None else None
    return head is not None and head.object is group
