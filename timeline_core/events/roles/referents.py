"""Whom a verb without a subject, or a pronoun, stands for: whose clause it goes on, who was named.

«قال الوزير إن …. وأضاف أن …»: it is the minister who adds. «شكر المعلم سلمى، وعادت إلى الصف»: it is she.

Source:
    Centering (Grosz, Joshi and Weinstein 1995): a pronoun stands for the one in the focus of the words before it.
"""

from __future__ import annotations

from itertools import islice, pairwise

from timeline_core.events.report_reading import Reading
from timeline_core.events.roles.control import controller
from timeline_core.events.roles.people import People
from timeline_core.events.titles.meant.subjects import Subjects
from timeline_core.events.trees import Trees
from timeline_core.model.entry import UNNAMED
from timeline_core.model.span import Span
from timeline_core.names.gazetteer import ACTOR
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import Group, Kind, Link, Predicate

_BACK = 4
"""Sentences back in which whoever spoke last is looked for."""
_SEVERAL = frozenset({"plural", "dual"})
_OTHERS = frozenset({"plural", "dual", "first", "second"})


class Referents:
    """Finds whom the verbs of one report's clauses are about where they do not say it."""

    def __init__(self, reading: Reading, trees: Trees) -> None:
        self._reading, self._trees, self._subjects = reading, trees, Subjects(reading, trees)

    def subject(self, sentence: Sentence, predicate: Predicate | None) -> str:
        """Id of the actor that is the subject of a verb which names none; empty where that is not sure."""
        if predicate is None:
            return ""
        grammar = self._trees.grammar(sentence)
        if predicate.clause.head is not predicate or predicate.form != "finite":
            return controller(self._reading, predicate, grammar)
        if is_echo(predicate.subject, grammar, sentence.phrasing.clauses.definite):
            return self._spoke_before(sentence) if "says" in predicate.head.marks else ""
        if self.tells_own_force(sentence, predicate):
            return self._speaker(predicate)
        if not _leaves_subject(predicate, grammar) or predicate.head.marks & _OTHERS:
            return ""
        filled = self._subjects.of(sentence, predicate)
        named = self._reading.names_in(filled.words, ACTOR) if filled is not None else ()
        if filled is not None:
            persons = self._reading.persons([*named])
            return next(iter(persons), next(iter(named), "")) if len(persons) <= 1 else ""
        pronoun = predicate.subject is not None
        return self.person(sentence, predicate.span.start) if pronoun else self._of_sister(predicate)

    def _spoke_before(self, sentence: Sentence) -> str:
        """The one who spoke last: «أكد المصدر نفسه», "the statement said"."""
        for one in islice(self._reading.sentences.backwards(sentence.span.start), _BACK):
            tree = self._trees.of(one)
            for head in tree.predicates if tree is not None else ():
                if head.subject is None or "says" not in head.head.marks or head.clause.head is not head:
                    continue
                own = (group for group in head.clause.groups if head.subject.at <= group.at <= head.subject.at + 1)
                named = {id for group in own for id in self._reading.names_in(group.span, ACTOR)}
                return next(iter(named)) if len(named) == 1 else ""
        return ""

    def tells_own_force(self, sentence: Sentence, predicate: Predicate) -> bool:
        """What is said is done by forces of who says it: «أعلن الجيش أن قواته …», "said its troops had …"."""
        return predicate.link is Link.CONTENT and is_own_force(predicate.subject, self._trees.grammar(sentence))

    def _speaker(self, said: Predicate) -> str:
        """The one actor whom the subject of the saying names, or leads to: «أعلن الناطق باسم الجيش أن قواته …»."""
        saying, told = said.parent, said.clause.opener or said.subject
        if saying is None or saying.subject is None or told is None or told.span.start < saying.subject.span.start:
            return ""
        named = dict.fromkeys(self._reading.names_in(Span(saying.subject.span.start, told.span.start), ACTOR))
        persons = self._reading.persons([*named])
        bodies = [id for id in named if id not in persons and not id.startswith(UNNAMED)]
        return bodies[0] if len(bodies) == 1 else ""

    def _of_sister(self, predicate: Predicate) -> str:
        """The one person of the clause that it is joined to: «ألقي القبض على فلانة، وزجت في السجن»."""
        glued = any(unit.kind is Kind.CLITIC for unit in predicate.group.units)
        sister = None if glued or predicate.object is not None else predicate.clause.sister
        groups = sister.groups if sister is not None else ()
        named = [id for group in groups for id in self._reading.names_in(group.span, ACTOR)]
        persons = self._reading.persons(named)
        return next(iter(persons)) if len(persons) == 1 == len(set(named)) else ""

    def person(self, sentence: Sentence, at: int) -> str:
        """The one person whom the sentence names before that place; where it names none, the only one of the report.

        Nobody else may be meant who is told of without his name («أوضح الناطق سالم حداد أن الحارس وصل، وأن لصا طعنه»).
        """
        named = self._reading.names_in(Span(sentence.span.start, at), ACTOR) if at > sentence.span.start else ()
        persons = self._reading.persons(named)
        if self._tells_of_another(sentence, at):
            return ""
        if persons:
            return next(iter(persons)) if len(persons) == 1 else ""
        return self._reading.only_person_before(at)

    def _tells_of_another(self, sentence: Sentence, at: int) -> bool:
        """Before that place somebody speaks for others, or one person without a name is the subject of a verb."""
        tree, grammar = self._trees.of(sentence), self._trees.grammar(sentence)
        people = People(sentence.phrasing, grammar)
        before = [one for one in tree.predicates if one.span.end <= at] if tree is not None else []
        told = [one.subject for one in before if one.subject is not None]
        alone = (one for one in told if _SEVERAL.isdisjoint(one.marks) and people.is_person(one.head))
        return any(grammar.names("spokesmen", one.head) or not self._reading.names_in(one.span, ACTOR) for one in alone)


def is_echo(told: Group | None, grammar: Grammar, determiners: frozenset[str]) -> bool:
    """A definite noun for whoever spoke last: «المصدر نفسه», "the statement"; not "a source"."""
    if told is None or not grammar.names("echoes", told.head):
        return False
    return told.head.kind is Kind.DEFINITE or any(unit.word in determiners for unit in told.units)


def is_own_force(told: Group | None, grammar: Grammar) -> bool:
    """Forces of the one who was told of before: «قواته», "its troops"."""
    if told is None or not grammar.names("stands_for", told.head):
        return False
    units = [unit for unit in told.units if unit.kind is not Kind.PREPOSITION]
    behind = any(one is told.head and two.kind is Kind.CLITIC for one, two in pairwise(units))
    return behind or grammar.has("whose", units[0].word)


def _leaves_subject(predicate: Predicate, grammar: Grammar) -> bool:
    """It tells none, or only a pronoun."""
    told = predicate.subject
    if told is None:
        return not grammar.subject_first or predicate.link is Link.JOINED
    return len(told.units) == 1 and grammar.has("personal", told.head.word)
