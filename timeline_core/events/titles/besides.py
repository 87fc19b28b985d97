"""What a subject is called besides, or who goes along, between it and the object: a long title does without.

«قصفت طائرات التحالف | بقيادة المملكة | قاعدة صواريخ»: the middle goes.

Source:
    Verb, subject, object is the order of Arabic (Greenberg 1963).
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_core.events.titles.clause_view import ClauseView
from timeline_core.model.span import Span
from timeline_core.syntax.tree.groups import DATE, FINITE, JOINT, NOUN
from timeline_core.syntax.tree.values import ACTION, Group, Kind, Predicate

_DEFINITE = frozenset({Kind.DEFINITE, Kind.NAME})


def besides(view: ClauseView) -> Iterator[Span]:
    """What only goes with the subject and stands before the object, in a language with the verb in front."""
    return _Besides(view).spans()


class _Besides:
    def __init__(self, view: ClauseView) -> None:
        self._view = view

    def spans(self) -> Iterator[Span]:
        """From behind the name of the subject up to the object.

        The object is the first noun behind it that is indefinite; of «قام» the action that «ب» leads to.
        """
        verb, grammar = self._view.predicate, self._view.grammar
        subject = verb.subject if verb is not None else None
        if verb is None or subject is None or grammar.subject_first or not self._has_object_behind(verb, subject):
            return
        performs = grammar.names("performs", verb.head)
        gap: list[Group] = []
        for group in self._view.tree.groups[subject.at + 1 :]:
            if group.span.end <= subject.span.end:
                continue
            if self._performed(group) if performs else self._is_object(group):
                break
            along = performs and (group.kind == FINITE or (group.kind == NOUN and not group.lead))
            if not (group.kind in (JOINT, DATE) or self._belongs(group) or along):
                return
            if gap or not self._names(group):
                gap.append(group)
        else:
            return
        if gap:
            yield gap[0].span.hull(gap[-1].span)

    def _has_object_behind(self, verb: Predicate, subject: Group) -> bool:
        """It has one of its own: it is no passive, says nothing, and no pronoun is glued to it."""
        units = verb.group.units
        full = any("passive" in unit.marks or unit.kind is Kind.CLITIC for unit in units) or "says" in verb.head.marks
        return not full and subject.at > verb.group.at and subject.head.kind in (Kind.NOUN, *_DEFINITE)

    def _names(self, group: Group) -> bool:
        """It says who or which one the subject is: its name, or what owns it."""
        name = any(unit.kind is Kind.NAME for unit in group.units)
        name = name or any(one.overlaps(group.span) for one in self._view.sentence.persons)
        return (name and not group.lead and not group.comma) or self._view.grammar.has("of", group.lead)

    def _belongs(self, group: Group) -> bool:
        """It goes with the noun before it: it is no object, and nothing that the verb leads to."""
        grammar = self._view.grammar
        named = group.listed or any(unit.kind is Kind.NAME for unit in group.units)
        lead = grammar.has("of", group.lead) or grammar.has("together", group.lead) or grammar.has("from", group.lead)
        return group.kind == NOUN and (lead or (named and not group.lead))

    def _performed(self, group: Group) -> bool:
        return ACTION in group.marks and group.kind == NOUN and self._view.grammar.has("together", group.lead)

    def _is_object(self, group: Group) -> bool:
        """An indefinite noun without a preposition that leans on nothing."""
        before = next(one for one in reversed(self._view.tree.groups[: group.at]) if one.kind != DATE)
        closed = before.units[-1].kind in _DEFINITE or "definite" in before.units[-1].marks
        plain = group.kind == NOUN and not group.lead and not group.listed and group.head.kind is Kind.NOUN
        definite = any("definite" in unit.marks for unit in group.units)
        word = group.head.word.isalpha() and len(group.head.word) > 1
        return plain and word and not definite and closed
