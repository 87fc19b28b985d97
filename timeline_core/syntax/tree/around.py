"""Around: the groups that stand beside one date."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.model.once import cached_property
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import DATE, JOINT, MARK, NOUN
from timeline_core.syntax.tree.marks import BRACKET, BRACKET_END, CLOSES, COMMA, WORDS
from timeline_core.syntax.tree.time import Time
from timeline_core.syntax.tree.values import ACTION, Group, Kind, Unit

_COMMON = frozenset({Kind.NOUN, Kind.DEFINITE})
_NOUNS = _COMMON | {Kind.NAME}


class Around:
    """What stands right before and behind one date. Many rules ask the same, so each answer is worked out once."""

    def __init__(self, group: Group, groups: Sequence[Group], grammar: Grammar) -> None:
        self.group, self.grammar, self._groups = group, grammar, groups

    @cached_property
    def before(self) -> Group | None:
        """The group right before it; dates, words of time and what stands in brackets are left out."""
        at = self.group.at - 1
        while at >= 0 and self._passed(self._groups[at]):
            at = self._groups[at].partner - 1 if self._groups[at].kind == MARK else at - 1
        return self._groups[at] if at >= 0 else None

    @property
    def noun_before(self) -> Group | None:
        """The group that it belongs to: behind a bracket or joint that before: «المهرجان (2014)», «رقم 7 وتاريخ …»."""
        before = self.before
        if before is None or not before.at or not (self.in_brackets or before.kind == JOINT):
            return before
        noun = self._groups[before.at - 1]
        return self._groups[noun.partner - 1] if noun.partner > 0 else noun

    def _passed(self, group: Group) -> bool:
        return group.kind == DATE or group.role.startswith(BRACKET_END) or _of_time(group, self.grammar)

    @cached_property
    def lead(self) -> str:
        """The preposition in front of it, or of the words of time right before it."""
        before = self.time_before
        return before.lead if before is not None and not self.group.lead else self.group.lead

    @cached_property
    def time_before(self) -> Group | None:
        """The words of time right before it: «خلال الفترة من 28 أيلول»."""
        before = self._groups[self.group.at - 1] if self.group.at else None
        return before if before is not None and _of_time(before, self.grammar) else None

    @cached_property
    def behind(self) -> Group | None:
        """The group right behind it."""
        return self._groups[self.group.at + 1] if self.group.at + 1 < len(self._groups) else None

    @cached_property
    def beyond(self) -> Group | None:
        """The group right behind it, or behind a comma there: "the month before, | a mill burned"."""
        behind = self.behind
        if behind is not None and behind.kind == MARK and behind.role.split()[:1] == [COMMA]:
            return self._groups[behind.at + 1] if behind.at + 1 < len(self._groups) else None
        return behind

    def touches(self, kind: str) -> bool:
        """A group of that kind stands right before it."""
        return self.before is not None and self.before.kind == kind

    @cached_property
    def in_brackets(self) -> bool:
        """It stands alone in brackets."""
        before = self.before
        return before is not None and before.kind == MARK and before.role.split()[:1] == [BRACKET]

    @cached_property
    def joined_to(self) -> Group | None:
        """The date to which a joint joins it: «في 2021 و2022»."""
        joint = self._groups[self.group.at - 1] if self.group.at else self.group
        other = self._groups[joint.at - 1] if joint.at else joint
        return other if joint.kind == JOINT and other.kind == DATE else None

    @cached_property
    def chain(self) -> list[Group]:
        """The noun groups right before it, joined by prepositions, the first first; a name in quotation marks is one.

        «بعد نشره ضمن كتاب "أمواج" أمس».
        """
        at = self._unquoted(self.group.at - 1)
        while at > 0 and self._groups[at].kind == NOUN and self._groups[at].lead:
            before = self._unquoted(at - 1)
            if self._groups[before].kind != NOUN:
                break
            at = before
        return [group for group in self._groups[at : self.group.at] if group.kind == NOUN]

    def _unquoted(self, at: int) -> int:
        """The place of the noun before the name in quotation marks that ends there; the same where none does."""
        mark = self._groups[at]
        if mark.role != f"{CLOSES} {WORDS}" or mark.partner < 1:
            return at
        return mark.partner - 1

    def common(self, group: Group) -> bool:
        """Its head is a common noun, neither a kind of place («مدينة») nor a word of time («بداية مؤتمر» has one)."""
        nouns = [unit for unit in group.units if unit.kind in _NOUNS and (unit is group.head or not _derived(unit))]
        others = [unit for unit in nouns if not self.grammar.names("time_nouns", unit)]
        if not nouns:
            return group.head.kind is Kind.ADJECTIVE
        about = others[0] if others and self.grammar.head_first else group.head
        return bool(others) and about.kind in _COMMON and not self.grammar.names("place", about)

    @cached_property
    def is_bare_year(self) -> bool:
        """It is a year in figures with no word before it."""
        unit = self.group.units[-1]
        return not self.lead and not Time(self.group).is_day and unit.word[:1].isdigit()

    @cached_property
    def is_written_year(self) -> bool:
        """It is one behind a noun: «كأس آسيا 2019», "Euro 2012"."""
        return self.is_bare_year and self.touches(NOUN)

    def compares(self) -> bool:
        """The noun before it is the first or greatest of its kind since, or within, the date: «أول زيارة منذ 2011»."""
        before = self.before
        if before is None or before.kind != NOUN or not self.grammar.has("bounds", self.lead):
            return False
        if Time(self.group).is_day and not self.grammar.has("since", self.lead):
            return False
        return any(map(self._is_superlative, before.units))

    def compares_further(self) -> bool:
        """The same since, with what prepositions lead to between: «أقوى تراجع لها أمام الدولار منذ عام 1998»."""
        chain = self.chain
        return bool(chain) and self.grammar.has("since", self.lead) and self.is_greatest(chain[0])

    def is_greatest(self, group: Group) -> bool:
        """A superlative of an action or a measure, in the group or right before it: "the worst fall", «أقوى تراجع».

        «أكبر حقل» is a thing, which somebody may have held since.
        """
        before = self._groups[group.at - 1] if group.at and not group.lead else group
        units = (*group.units, *(before.units if before.kind == NOUN else ()))
        gradable = (ACTION in unit.marks or self.grammar.names("degrees", unit) for unit in group.units)
        alone = self._is_superlative(group.units[-1])
        return (alone or any(gradable)) and any(map(self._is_superlative, units))

    def _is_superlative(self, unit: Unit) -> bool:
        """It is on that list, and no word derived from a verb that is spelled like one («المبرز» of «أبرز»)."""
        return self.grammar.names("superlatives", unit) and not _derived(unit) and ACTION not in unit.marks

    @cached_property
    def comma_before(self) -> bool:
        return self.group.at > 0 and self._groups[self.group.at - 1].kind == MARK

    @cached_property
    def follows_object(self) -> Group | None:
        """The object of the verb behind the date: a noun without preposition, right behind it or behind a comma."""
        behind = self.beyond
        bare = behind is not None and behind.kind == NOUN and not behind.lead
        return behind if bare and behind is not None and behind.clause is self.group.clause else None


def _derived(unit: Unit) -> bool:
    """A participle, which describes another noun («وقت مبكر»)."""
    return "participle" in unit.marks


def _of_time(group: Group, grammar: Grammar) -> bool:
    """It is made of words of time alone: «خلال الفترة»."""
    nouns = [unit for unit in group.units if unit.kind in _COMMON]
    return group.kind == NOUN and bool(nouns) and all(grammar.names("time_nouns", unit) for unit in nouns)
