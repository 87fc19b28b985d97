"""Two names behind one verb: «اغتال الموساد عماد مغنية», the first its subject and the second its object."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from timeline_core.model.once import cached_property
from timeline_core.model.span import Span
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import Predicate, Tree


class SecondNames:
    """Those of one sentence, each looked for once."""

    def __init__(self, tree: Tree, grammar: Grammar, names: Sequence[Span]) -> None:
        """`names`: of all actors of the sentence, in order."""
        self._tree, self._grammar, self._names = tree, grammar, names

    def verb_before(self, name: Span) -> Predicate | None:
        """The verb whose subject is the name right before this one; the first of several."""
        return self._verbs.get(name)

    @cached_property
    def _verbs(self) -> dict[Span, Predicate]:
        found: dict[Span, Predicate] = {}
        for one in self._tree.predicates:
            if one.kind == "verb" and "passive" not in one.head.marks and (name := self.behind(one)) is not None:
                found.setdefault(name, one)
        return found

    def behind(self, verb: Predicate) -> Span | None:
        """The name behind the verb's subject, which is a name and nothing else: it is the object."""
        subject = verb.subject
        if self._grammar.subject_first or subject is None or subject.at < verb.group.at or subject.lead:
            return None
        inside = self._beginning_in(subject.span)
        if not inside or inside[0].start > subject.span.start:
            return None
        behind = self._tree.groups[subject.at + 1] if subject.at + 1 < len(self._tree.groups) else None
        if len(inside) > 1:
            return inside[1] if self._tree.groups[subject.at].span.covers(inside[1]) else None
        if behind is None or behind.kind != NOUN or behind.lead or behind.comma or behind.clause is not verb.clause:
            return None
        return next(iter(self._beginning_in(behind.span)), None)

    def _beginning_in(self, span: Span) -> Sequence[Span]:
        """The names that begin in that span."""
        low, high = (bisect_left(self._names, edge, key=lambda name: name.start) for edge in (span.start, span.end))
        return self._names[low:high]
