"""What a subject is called besides, or who goes along, between it and the object: a long title does without.

«زينت فرق الكشافة | بإشراف المعلمة | ساحة القرية»: the middle goes.

Source:
    Verb, subject, object is the order of Arabic (Greenberg 1963).
"""

from __future__ import annotations

from itertools import dropwhile

from timeline_core.events.titles.clause_view import ClauseView
from timeline_core.model.span import Span
from timeline_core.syntax.tree.groups import DATE, FINITE, JOINT, MARK, NOUN
from timeline_core.syntax.tree.marks import BRACKET, BRACKET_END
from timeline_core.syntax.tree.values import ACTION, Group, Kind, Predicate

_DEFINITE = frozenset({Kind.DEFINITE, Kind.NAME})


def besides(view: ClauseView) -> tuple[Span | None, Group | None]:
    """What only goes with the subject and stands before the object, and the object, where the verb is in front."""
    return _Besides(view).found()


class _Besides:
    def __init__(self, view: ClauseView) -> None:
        self._view = view

    def found(self) -> tuple[Span | None, Group | None]:
        """The words from behind the name of the subject up to the object, and the object.

        The object is the first noun behind it that is indefinite, or stands behind the day; of «قام» the action that
        «ب» leads to; of a denial the action that is denied.
        """
        verb, grammar = self._view.predicate, self._view.grammar
        subject = verb.subject if verb is not None else None
        if verb is None or subject is None or grammar.subject_first or not self._has_object_behind(verb, subject):
            return None, None
        performs, says = grammar.names("performs", verb.head), "says" in verb.head.marks
        behind = [one for one in self._view.tree.groups[subject.at + 1 :] if one.span.end > subject.span.end]
        told = next((one for one in behind if self._told(one, performs=performs, says=says)), None)
        between = behind[: behind.index(told)] if told is not None else []
        if not all(self._goes_along(one, performs=performs, says=says) for one in between):
            return None, None
        gap = [*dropwhile(self._names, between)]
        if gap and self._says_which(gap[0], subject):
            return None, told
        unnamed = not any(self._is_person(one) for one in (subject, *between[: len(between) - len(gap)]))
        if unnamed and any(self._is_person(one) for one in gap):
            return None, None
        return (gap[0].span.hull(gap[-1].span) if gap else None), told

    def _says_which(self, group: Group, subject: Group) -> bool:
        """A definite word right behind a lone noun that without it would tell of any: «اللجنة | المشرفة على الحفل»."""
        beside = group.at == subject.at + 1 and not (group.comma or group.lead)
        lone = not subject.units[1:] and subject.head.kind is Kind.DEFINITE and not group.units[1:]
        return beside and lone and group.head.kind in (Kind.DEFINITE, Kind.ADJECTIVE) and not self._is_person(subject)

    def _told(self, group: Group, *, performs: bool, says: bool) -> bool:
        return self._performed(group) if performs else self._is_object(group, says=says)

    def _goes_along(self, group: Group, *, performs: bool, says: bool) -> bool:
        along = performs and (group.kind == FINITE or (group.kind == NOUN and not group.lead))
        return along or group.kind in (JOINT, DATE) or self._belongs(group, says=says)

    def _has_object_behind(self, verb: Predicate, subject: Group) -> bool:
        """It has one of its own: it is no passive, says nothing, and no pronoun is glued to it."""
        units = verb.group.units
        full = any("passive" in unit.marks or unit.kind is Kind.CLITIC for unit in units)
        full = full or verb.content is not None
        return not full and subject.at > verb.group.at and subject.head.kind in (Kind.NOUN, *_DEFINITE)

    def _is_person(self, group: Group) -> bool:
        return any(one.overlaps(group.span) for one in self._view.sentence.persons)

    def _names(self, group: Group) -> bool:
        """It says who or which one the subject is: its name, what owns it, or who it is («عدد | من النساء»)."""
        name = any(unit.kind is Kind.NAME for unit in group.units) or self._is_person(group)
        last = self._view.tree.groups[group.at - 1].units[-1]
        part = self._view.grammar.has("from", group.lead) and last.kind is Kind.NOUN
        return (name and not group.lead and not group.comma) or part or self._view.grammar.has("of", group.lead)

    def _belongs(self, group: Group, *, says: bool) -> bool:
        """It goes with the noun before it: it is no object, and nothing that the verb leads to."""
        grammar = self._view.grammar
        if group.kind == MARK:
            return (
                self._beside_day(group)
                or self._is_aside_mark(group)
                or (says and group.role.startswith((BRACKET, BRACKET_END)))
            )
        beside_led = group.listed and bool(self._view.tree.groups[group.at - 2].lead)
        named = beside_led or any(unit.kind in _DEFINITE for unit in group.units)
        verb = self._view.predicate
        performs = verb is not None and grammar.names("performs", verb.head)
        asked = verb is not None and not performs and self._view.asks(verb.head, group.lead)
        lead = not asked and any(grammar.has(name, group.lead) for name in ("of", "together", "from", "governed_in"))
        beside = says and bool(group.lead) and not grammar.has("governed", group.lead)
        return group.kind == NOUN and (lead or beside or (named and not group.lead))

    def _closes_aside(self, group: Group) -> bool:
        """Two commas stand before it, around what a preposition leads to: «اعتمد المدير، بحضور نائبه، أسماء …»."""
        commas = self._commas(group)
        between = self._view.tree.groups[commas[-2].at + 1] if len(commas) > 1 else group
        return group.comma and between.kind == NOUN and bool(between.lead)

    def _is_aside_mark(self, mark: Group) -> bool:
        """The first of two commas around what a preposition leads to, or the second."""
        groups = self._view.tree.groups
        behind = groups[mark.at + 1] if mark.at + 1 < len(groups) else mark
        opens = behind.kind == NOUN and bool(behind.lead)
        return self._view.is_stop(mark) and (opens or self._closes_aside(behind))

    def _commas(self, group: Group) -> list[Group]:
        verb = self._view.predicate
        low = verb.group.at if verb is not None else 0
        return [one for one in self._view.tree.groups[low : group.at] if self._view.is_stop(one)]

    def _beside_day(self, mark: Group) -> bool:
        """A comma that sets a day off."""
        groups = self._view.tree.groups[mark.at - 1 : mark.at + 2]
        return any(one.kind == DATE for one in groups)

    def _performed(self, group: Group) -> bool:
        return ACTION in group.marks and group.kind == NOUN and self._view.grammar.has("together", group.lead)

    def _is_object(self, group: Group, *, says: bool) -> bool:
        """An indefinite noun without a preposition that leans on nothing, or one behind the day."""
        joined = group.listed or self._view.tree.groups[group.at - 1].kind == JOINT
        plain = group.kind == NOUN and not group.lead and not joined
        first = group.units[0]
        joined = "guessed" in first.marks and self._view.grammar.has("joints", first.word[:1])
        word = group.head.word.isalpha() and len(group.head.word) > 1 and not joined
        if not plain or not word or "participle" in group.marks or (says and ACTION not in group.marks):
            return False
        before = next(one for one in reversed(self._view.tree.groups[: group.at]) if one.kind not in (DATE, MARK))
        if any(one.kind == DATE for one in self._view.tree.groups[before.at + 1 : group.at]):
            return True
        if self._closes_aside(group):
            return not self._view.is_circumstance(group)
        closed = before.units[-1].kind in _DEFINITE or "definite" in before.units[-1].marks
        definite = any("definite" in unit.marks or unit.kind in _DEFINITE for unit in group.units)
        return group.head.kind is Kind.NOUN and not definite and closed
