"""Slots: the places of a predicate's clause in which its arguments can stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline_core.model.once import cached_property
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import DATE, JOINT, MARK, NOUN, OTHER
from timeline_core.syntax.tree.marks import BRACKET, COMMA, STOP, WORDS
from timeline_core.syntax.tree.phrases.telling_on import TellingOn
from timeline_core.syntax.tree.values import ACCUSATIVE, Group, Kind, Predicate


class Slots:
    """The places of one predicate's clause in which its arguments can stand."""

    def __init__(self, predicate: Predicate, groups: Sequence[Group], grammar: Grammar) -> None:
        self.predicate, self.grammar, self._groups = predicate, grammar, groups
        self.clause, self._telling = predicate.clause, TellingOn(groups, grammar)

    @cached_property
    def before(self) -> Group | None:
        """The noun that the clause begins with, without a preposition; none if it tells why: «تنفيذا للاتفاق عاد …»."""
        at = self.predicate.group.at
        first = next((group for group in self.clause.groups if group.kind == NOUN), None)
        if first is not None and first.at < at and self.grammar.has("circumstances", first.units[0].word):
            return None
        stop = self._stop_before(at) if self.grammar.subject_first else -1
        nouns = (group for group in self.clause.groups if stop < group.at < at and self._can_be_subject(group))
        return next((group for group in nouns if not (self._adverbial(group) or self._hangs_on(group))), None)

    def _stop_before(self, at: int) -> int:
        """The last semicolon before the verb, with a noun behind it; -1 for none: "Hut burned; | a guard fell"."""
        groups = self._groups[self.clause.groups[0].at if self.clause.groups else at : at]
        stop = next((one.at for one in reversed(groups) if one.kind == MARK and one.role == STOP), at)
        return stop if any(self._can_be_subject(one) for one in self._groups[stop + 1 : at]) else -1

    def _hangs_on(self, group: Group) -> bool:
        """It describes the prepositional phrase before it: «ردا على خطاب الرئيس | المخلوع، أكدت الحكومة …»."""
        while not self.grammar.subject_first and group.at and not group.comma:
            group = self._groups[group.at - 1]
            if group.kind != NOUN or group.clause is not self.clause:
                return False
            if group.lead:
                return self.predicate.group.comma
        return False

    def _can_be_subject(self, group: Group) -> bool:
        """A noun without a preposition, or with the one that opens the clause: "after the army entered"."""
        if group.kind != NOUN:
            return False
        bare = not group.lead and not self._says_which(group) and not self._is_led_with(group)
        return bare or (self.clause.rule == "preposition as opener" and self.grammar.has("opens", group.lead))

    def _is_led_with(self, group: Group) -> bool:
        """What leads to the noun before leads to it too: «خلال حديثه عن إيران والصين، ألمح …»."""
        at = group.at - 1
        while group.listed and at >= 0:
            before = self._groups[at]
            if before.kind == NOUN and not before.listed:
                return bool(before.lead) and before.clause is group.clause
            at -= 1
        return False

    def _says_which(self, group: Group) -> bool:
        """A determiner alone right behind its noun: «على الجانب الآخر»."""
        alone = all(unit.kind in _WHICH for unit in group.units) and self.grammar.head_first
        return alone and group.at > 0 and not group.comma and self._groups[group.at - 1].kind == NOUN

    def _adverbial(self, group: Group) -> bool:
        """An indefinite adverbial, set off by a comma, where subjects follow the verb: «بدلا من …، قال».

        Those who are counted before a verb of many did it: «ثمانية عمال، بينهم سائق، أصيبوا».
        """
        if self.grammar.subject_first:
            measure = self.grammar.names("measures", group.head) and group.at + 1 < self.predicate.group.at
            return measure or group.head.word in self.grammar.lists["expletive"]
        definite = any(unit.kind in _DEFINITE or "definite" in unit.marks for unit in group.units)
        if group.units[0].kind is Kind.NUMBER and self.predicate.head.marks >= _THEY:
            return False
        return not definite and (self.predicate.group.comma or bool(self.clause.groups[0].lead))

    @cached_property
    def after(self) -> Sequence[Group]:
        """The nouns without a preposition behind the verb, up to what belongs to another clause."""
        found: list[Group] = []
        told = False
        for group in self._behind():
            told = told or (group.kind == JOINT and bool(found) and self._telling.tells_on(found[-1], group))
            if group.kind == JOINT and not told:
                break
            if group.kind != NOUN:
                continue
            # what is listed with a noun is told of as it is: «لشؤون الغابات والمياه | سامر حداد»
            told = (told and group.listed) or bool(group.lead) or self._telling.is_told_of_before(group)
            if not told:
                found.append(group)
        return [one for one in found if not (_is_circumstance(one) and self._goes_before_another(one, found))]

    def before_verb(self) -> Sequence[Group]:
        """The subject before its verb, and the nouns behind it that may explain it: «أمين الحزب | سامر حداد قد قال»."""
        first, at = self.before, self.predicate.group.at
        if first is None or self.grammar.subject_first:
            return [first] if first is not None else []
        behind = (group for group in self._groups[first.at + 1 : at] if group.clause is self.clause)
        return [
            first,
            *(one for one in behind if _bare(one) and not (one.listed or self._telling.is_told_of_before(one))),
        ]

    def _behind(self) -> Iterator[Group]:
        """The groups behind the verb in its clause, up to a comma or a verb, without what stands in brackets."""
        inside = -1
        for group in self._groups[self.predicate.group.at + 1 :]:
            if group.at <= inside:
                continue
            if group.role == f"{BRACKET} {WORDS}":
                inside = group.partner
                continue
            outside = group.clause is not None and group.clause is not self.clause and not self._is_of_gerund(group)
            closes = group.kind == MARK and group.role.split()[:1] in ([COMMA], [STOP])
            if outside or closes or group.kind not in _PASSED:
                return
            yield group

    @cached_property
    def set_off(self) -> Group | None:
        """The object behind the comma that closes a long subject: «افتتح الأمين المهندس سامر حداد، | معرض الخزف»."""
        last = self.after[-1].at if self.after and not self.grammar.subject_first else len(self._groups)
        mark, group = next(pairwise(self._groups[last + 1 :]), (None, None))
        if mark is None or group is None or mark.role != COMMA or group.clause is not self.clause or not _bare(group):
            return None
        known = any(unit.kind in _DEFINITE for unit in group.units) and ACCUSATIVE not in group.marks
        return group if known and not self._is_of_people(group) else None

    @property
    def to_others(self) -> bool:
        """A preposition leads to a goal behind the verb: «سلم الجوائز | إلى الفائزين»."""
        behind = (group for group in self.clause.groups if group.at > self.predicate.group.at)
        return any(self.grammar.has("goal", group.lead) for group in behind)

    def _is_of_people(self, group: Group) -> bool:
        """It goes on telling who somebody is: «، رئيس البلدية»."""
        first = group.units[0]
        return first.kind is Kind.NAME or any(self.grammar.names(name, first) for name in _PEOPLE)

    def _goes_before_another(self, group: Group, found: Sequence[Group]) -> bool:
        """A preposition leads on from it, and an object stands behind: «عقد المركز، ممثلا في إدارته، | ورشة»."""
        led = bool(self._groups[group.at + 1].lead) if group.at + 1 < len(self._groups) else False
        return led and not self.grammar.subject_first and any(one.at > group.at and not one.comma for one in found)

    def _is_of_gerund(self, group: Group) -> bool:
        """Right behind a gerund, with the outer verb behind both: "accused of killing | two guards, was jailed"."""
        gerund = self.predicate.form == "gerund" and bool(self.predicate.group.lead)
        return gerund and group.at == self.predicate.group.at + 1 and _bare(group)

    @property
    def takes_object(self) -> bool:
        """The object is glued to the verb («قتله»)."""
        return any(unit.kind is Kind.CLITIC for unit in self.predicate.group.units)

    def agrees(self, group: Group) -> bool:
        """The verb and the noun do not differ in gender or person where both show it.

        Before its subject a verb is in the singular: what stands behind «أطلقوا» is the object.
        """
        verb = self.predicate.head.marks
        if verb & _SPEAKS or verb >= _THEY:
            return False
        if self.grammar.names("honorifics", group.head):  # they say nothing of who is called so: «أشاد جلالة الملك»
            return True
        noun = group.head.marks
        if "feminine" in verb and "masculine" in noun and ("dual" in noun or noun >= _MEN or self._counts_men(group)):
            return False
        return not ("masculine" in verb and "feminine" in noun and group.units[0].kind is not Kind.NUMBER)

    def _counts_men(self, group: Group) -> bool:
        """So many men are no subject of a verb in the feminine either: «اعتقلت ثلاثة أشخاص»."""
        counted = group.units[0].kind is Kind.NUMBER and self.grammar.names("persons", group.head)
        return counted and not self.grammar.names("women", group.head)


_DEFINITE = frozenset({Kind.DEFINITE, Kind.NAME, Kind.PRONOUN, Kind.CLITIC})
_OFFICES = ("persons", "posts")
_PEOPLE = (*_OFFICES, "courtesies", "honorifics")
_PASSED = frozenset({NOUN, DATE, OTHER, MARK, JOINT})
_MEN = frozenset({"plural", "participle"})
"""Many men, named by what they do, who are no subject of a verb in the feminine: «المقاتلين»."""
_WHICH = frozenset({Kind.DETERMINER, Kind.CLITIC})
_THEY = frozenset({"plural", "masculine"})
_SPEAKS = frozenset({"first", "second"})
"""Persons whose subject is the verb itself."""


def _is_circumstance(group: Group) -> bool:
    """An indefinite participle in the accusative, that may tell in what state somebody did it (ḥāl)."""
    return {"participle", ACCUSATIVE} <= group.marks and len(group.units) == 1


def _bare(group: Group) -> bool:
    return group.kind == NOUN and not group.lead
