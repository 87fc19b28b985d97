"""The subject that a relative clause has of its own: «الجسر الذي بناه | الأهالي»."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_core.events.titles.clause_view import ClauseView
from timeline_core.events.titles.meant.subject_words import SubjectWords
from timeline_core.events.titles.phrases import is_open
from timeline_core.events.titles.stated.forms import is_masculine
from timeline_core.syntax.tree.groups import JOINT, NOUN
from timeline_core.syntax.tree.values import ACCUSATIVE, ACTION, Group, Kind, Predicate


class OwnSubjects:
    """The subjects of the relative clauses of one sentence."""

    def __init__(self, view: ClauseView, words: SubjectWords) -> None:
        self._tree, self._grammar, self._words = view.tree, view.grammar, words

    def of(self, predicate: Predicate) -> Group | None:
        """The subject that the clause has of its own, behind the verb, or what a pronoun stands behind there."""
        own, clause = predicate.subject, predicate.clause
        if own in (None, clause.opener, clause.host):
            own = next((one for one in self._bare_behind(predicate) if self._must_be_subject(one, predicate)), None)
        if own is None or own.kind != NOUN or own.lead:
            return None
        between = self._tree.groups[predicate.group.at + 1 : own.at]
        resumes = all(one.lead and one.units[-1].kind is Kind.CLITIC for one in between)
        return own if own.at > predicate.group.at and len(between) <= 1 and resumes else None

    def _bare_behind(self, predicate: Predicate) -> Iterator[Group]:
        behind = self._tree.groups[predicate.group.at + 1 : predicate.group.at + 2]
        return (one for one in behind if one.kind == NOUN and not one.lead)

    def _must_be_subject(self, group: Group, predicate: Predicate) -> bool:
        """A pronoun for the noun owns it («انطلقت | أعماله»), or the verb is of another gender than the noun («الوادي
        الذي أغارت | الذئاب عليه»)."""
        owned = bool(group.units[1:]) and self._grammar.has("anaphors", group.units[-1].word)
        return owned or (is_masculine(predicate, self._grammar) and "feminine" in predicate.head.marks)

    def end(self, subject: Group) -> int:
        """The end of the subject with its name, its titles, and who is joined to it: none of them can be the object,
        which is told by the pronoun."""
        end = self._words.named(subject).end
        groups = self._tree.groups[subject.at + 1 :]
        for group, behind in zip(groups, (*groups[1:], None), strict=False):
            listed = group.kind == JOINT and behind is not None and behind.listed and not group.comma
            negated = group.head.kind is Kind.NEGATION and behind is not None and behind.head.kind is Kind.ADJECTIVE
            if not (listed or negated) and (group.kind != NOUN or group.comma or ACCUSATIVE in group.marks):
                break
            bare = not group.lead and (group.listed or group.head.kind in (Kind.ADJECTIVE, Kind.NAME))
            titled = bool(group.explains) or is_open(self._tree.groups[group.at - 1])
            of = self._grammar.has("of", group.lead) and ACTION not in group.marks
            if not (listed or negated or bare or titled or of):
                break
            end = max(end, group.span.end)
        return end
