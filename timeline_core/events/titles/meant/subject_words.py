"""The words of a subject: its group, with the name behind it, and with what "of" leads to."""

from __future__ import annotations

from itertools import pairwise

from timeline_core.events.report_reading import Reading
from timeline_core.events.titles.phrases import is_open
from timeline_core.model.span import Span
from timeline_core.names.gazetteer import PLACE
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import Group, Kind, Predicate, Tree


class SubjectWords:
    """The words of the subjects of one report."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def whole(self, subject: Group, tree: Tree, grammar: Grammar) -> Span:
        """The subject with the name behind it, and with what "of" leads to."""
        span = self._unplaced(subject)
        if span != subject.span:
            return span
        for group in tree.groups[subject.at + 1 :]:
            if group.span.end <= span.end:
                continue
            owns = not group.lead and grammar.head_first and is_open(tree.groups[group.at - 1])
            owns = owns and group.units[0].kind is not Kind.NUMBER
            if any(one.object is group for one in tree.predicates):
                break
            if group.kind != NOUN or group.comma or not (owns or grammar.has("of", group.lead)):
                break
            span = span.hull(group.span)
        named = (hit.span for hit in self._reading.names_over(span.end + 1)) if grammar.head_first else ()
        return max((span.hull(name) for name in named if name.start == span.end + 1), default=span)

    def named(self, subject: Group) -> Span:
        """The subject with the name that it ends in the middle of."""
        named = (hit.span for hit in self._reading.names_over(subject.span.end - 1))
        return max((subject.span.hull(name) for name in named), default=subject.span)

    def _unplaced(self, subject: Group) -> Span:
        """Its words without a place that a definite noun before it cannot own: «الوزيرة القاهرة»."""
        hits = self._reading.hits.beginning_in(subject.span)
        places = {hit.span.start for hit in hits if self._reading.gazetteer[hit.id].category == PLACE}
        for before, unit in pairwise(subject.units):
            if before.kind is Kind.DEFINITE and unit.kind is Kind.NAME and unit.start in places:
                return Span(subject.span.start, before.end)
        return subject.span


def is_pronoun(group: Group, grammar: Grammar) -> bool:
    """It is a pronoun, or a word that points, and nothing else: «هو», «هذا»."""
    alone = len(group.units) == 1
    return alone and (grammar.has("personal", group.head.word) or grammar.has("neuter", group.head.word))


def is_of_nobody(predicate: Predicate, grammar: Grammar) -> bool:
    """What takes place stands behind its verb, so that the pronoun before that means nobody: «أنه جرى | لقاء»."""
    told, behind = predicate.subject, predicate.object
    alone = told is not None and (is_pronoun(told, grammar) or [unit.kind for unit in told.units] == [Kind.CLITIC])
    pronoun = told is not None and alone and told.at < predicate.group.at
    return pronoun and behind is not None and not behind.lead and grammar.names("takes_place", predicate.head)
