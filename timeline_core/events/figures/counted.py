"""`Counted`: those who are counted in the sentences of a report, and to which clause of their sentence they belong.

"A wall fell on a bus, killing nine nurses": the fall counts nine killed, and the nurses are those to whom it was done.
One answer serves for the number and for the role.

Source:
    DESIGN.md section 5: a count is the noun phrase that is the subject or object of a predicate.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline_core.events.figures.counts import figures
from timeline_core.events.figures.of_clause import ClauseFigures
from timeline_core.events.figures.patients import Patient, Patients
from timeline_core.events.report_reading import Reading
from timeline_core.events.roles.slots import NameSlots
from timeline_core.events.trees import Trees
from timeline_core.model.entry import ACTOR
from timeline_core.model.event import Figure
from timeline_core.model.span import Span
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.values import Tree


class Counted:
    """The counted of one report; those of a sentence are found once."""

    def __init__(self, reading: Reading, trees: Trees) -> None:
        self._reading, self._trees = reading, trees
        self._slots: tuple[Span, NameSlots] | None = None
        self._patients: tuple[Span, tuple[Patient, ...]] | None = None
        self._figures: tuple[Span, tuple[Figure, ...]] | None = None

    def slots(self, sentence: Sentence, tree: Tree) -> NameSlots:
        """The slots of the actors that the sentence names."""
        if self._slots is None or self._slots[0] != sentence.span:
            named = [hit.span for hit in self._reading.hits_in(sentence.span, ACTOR)]
            self._slots = sentence.span, NameSlots(sentence, tree, self._trees.grammar(sentence), named)
        return self._slots[1]

    def figures(self, span: Span, sentence: Sentence, clause: Clause) -> tuple[Figure, ...]:
        """The figures of the sentence that are of the clause. `span`: its words, with its date."""
        if self._figures is None or self._figures[0] != sentence.span:
            report, told_by = self._reading.report, sentence.phrasing.figures
            done_to = self._done_to(sentence)
            self._figures = (
                sentence.span,
                figures(report.text, sentence.span, report.id, told_by, sentence.dated, done_to),
            )
        counted = self._figures[1]
        holds = self._holding(span, sentence, clause) if counted else span.covers
        return tuple(figure for figure in counted if holds(figure.span))

    def undergone(self, span: Span, sentence: Sentence, clause: Clause) -> Sequence[Span]:
        """The words for those to whom something was done by what the clause tells."""
        done_to = self._done_to(sentence)
        holds = self._holding(span, sentence, clause) if done_to else span.covers
        return [one.listed or one.span for one in done_to if holds(one.span)]

    def _done_to(self, sentence: Sentence) -> tuple[Patient, ...]:
        if self._patients is None or self._patients[0] != sentence.span:
            tree, found = self._trees.of(sentence), tuple[Patient, ...]()
            if tree is not None:
                found = Patients(sentence, tree, self._trees.grammar(sentence), self.slots(sentence, tree)).found()
            self._patients = sentence.span, found
        return self._patients[1]

    def _holding(self, span: Span, sentence: Sentence, clause: Clause) -> Callable[[Span], bool]:
        """Says of each who is counted in the sentence whether he is of the clause."""
        tree = self._trees.of(sentence)
        if tree is None:
            return span.covers
        return ClauseFigures(tree, self._trees.grammar(sentence), clause, span, self._done_to(sentence)).holds
