"""What the words of a clause say against its date: they tell too little, a state, or leave open which day is meant.

Source:
    DESIGN.md section 5: what the words do not place with certainty dates nothing.
"""

from __future__ import annotations

from timeline_core.events.ahead import STEPS, ahead, is_anterior, is_today, says_now, says_often
from timeline_core.events.dated_clauses import DatedClauses
from timeline_core.events.report_reading import Reading
from timeline_core.events.roles.people import People
from timeline_core.events.trees import Trees, is_open
from timeline_core.events.unreal import Unreal, is_method
from timeline_core.model.expression import Expression, Origin
from timeline_core.model.verdict import Limit
from timeline_core.names.gazetteer import ACTOR
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import DateWord, Kind, Link, Predicate, Tree
from timeline_core.temporal.senses.sense import Side

_OF_SOMEBODY = frozenset({Kind.NAME, Kind.PRONOUN, Kind.CLITIC})
_POINTING = frozenset({Kind.DETERMINER, Kind.PRONOUN, Kind.PREPOSITION})
_VERBAL = ("verb", "participle")
_WEEKDAY = "weekday"
_SAY = "say"
_COLON = ":"
_GOES_ON = ("side", Side.AFTER)
"""Slot of a reason: the first such day from the one on that it is counted from."""
_THIS_WEEK = ("turn", "this")
"""Slot of a reason: said of a weekday that may be the last one or the next («هذا الثلاثاء»)."""


class Objections:
    """What the sentences of one report say against the dates of their clauses."""

    def __init__(self, reading: Reading, trees: Trees) -> None:
        self._reading, self._trees = reading, trees

    def against(
        self, sentence: Sentence, clauses: DatedClauses, clause: Clause, date: DateWord, expression: Expression
    ) -> Limit:
        """What its words say against it: a question, a measure, a weekday of which it is open which one is meant."""
        unreal = self.unreal(sentence)
        if not clause.said and not clause.denied and unreal is not None and unreal.is_called_off(date):
            return Limit.ASKED
        begin = sentence.span_of(clause.words).start
        named = begin < expression.span.start and expression.span in self._trees.owned(sentence)
        if self._is_thin(sentence, clause, date, _enough(clause, named=named)) or self.introduces(sentence):
            return Limit.THIN
        if date.measure:
            return Limit.MEASURE
        if not clause.said and is_today(expression) and self._tells_no_deed(sentence, clause, date):
            return Limit.STATE
        return Limit.OPEN if self._leaves_open(sentence, clauses, clause, date, expression) else Limit.NONE

    def _leaves_open(
        self, sentence: Sentence, clauses: DatedClauses, clause: Clause, date: DateWord, expression: Expression
    ) -> bool:
        """Its words leave open which of two days is meant, the one that has passed or the one to come."""
        to_come = ahead(expression, self._reading.published.when)
        if clause.said and to_come and date.predicate is not None and "past" in date.predicate.head.marks:
            return True
        counted = _THIS_WEEK in expression.reason.slots or expression.reason.rule in STEPS
        if to_come and counted and _has_passed(clauses, clause, date):
            return True
        if (
            _GOES_ON in expression.reason.slots
            and expression.reason.origin is Origin.TEXT
            and self._is_anterior(sentence, date)
        ):
            return True
        weekday = expression.reason.rule == _WEEKDAY
        if weekday and (clauses.is_harm(date) if to_come else clauses.precedes(date)):
            return True
        if not to_come and is_open(expression) and _is_given_notice(date) and not clauses.is_harm(date):
            return True
        shown = sentence.grammar.verb_first or expression.reason.rule == _WEEKDAY
        now = says_now(clause, date)
        looks = (now or not clause.said) and (clause.planned or (shown and (clause.present or now)))
        since = self._trees.grammar(sentence).has("since", date.lead)
        open_ = looks and to_come is False and is_open(expression) and not since
        return open_ or (shown and says_often(clause, date))

    def _is_anterior(self, sentence: Sentence, date: DateWord) -> bool:
        """Its pluperfect looks back from what was told, whose date it may be before: "He said she had left in May"."""
        told = date.predicate
        return told is not None and is_anterior(told, self._trees.grammar(sentence))

    def introduces(self, sentence: Sentence) -> bool:
        """It leads to a list with a colon, and tells nothing beside it."""
        after = self._reading.report.text[sentence.span.end - 1 : sentence.span.end + 2]
        unreal = self.unreal(sentence) if _COLON in after else None
        return unreal is not None and unreal.introduces()

    def unreal(self, sentence: Sentence) -> Unreal | None:
        """What the sentence says did not happen; None in a language without a grammar."""
        tree = self._trees.of(sentence)
        return None if tree is None else Unreal(tree, self._trees.grammar(sentence))

    def _tells_no_deed(self, sentence: Sentence, clause: Clause, date: DateWord) -> bool:
        """Between a thing and its verb the day tells how that is by now: "the question today concerns …".

        So does a verb of becoming: «سعرها اليوم أصبح أضعافا».
        """
        told = date.predicate
        became = told is not None and self._trees.grammar(sentence).names("becomes", told.head)
        if not (clause.present or became):
            return False
        subject = told.subject if told is not None and told.kind == "verb" else None
        if told is None or subject is None or not subject.at < date.group.at < told.group.at:
            return False
        deed = any("action" in unit.marks for unit in subject.units) or {"news", "phase"} & told.head.marks
        acts = subject.head.kind in _OF_SOMEBODY or bool(self._reading.names_in(subject.span, ACTOR))
        acts = acts and not became
        people = People(sentence.phrasing, self._trees.grammar(sentence))
        return not (deed or acts or people.named(subject.head))

    def is_of_nobody(self, sentence: Sentence, told: Predicate | None) -> bool:
        """Where subjects come first, it opens its sentence, with no subject or object: "Held on Sunday at a mill"."""
        if told is None or told.kind not in _VERBAL or told.subject is not None or told.object is not None:
            return False
        tree = self._trees.of(sentence)
        before = tree.groups[: told.group.at] if tree is not None else ()
        opens = (told.link is Link.MAIN or not told.group.at) and not any(group.kind == NOUN for group in before)
        return opens and self._trees.grammar(sentence).subject_first

    def _is_thin(self, sentence: Sentence, clause: Clause, date: DateWord, enough: int) -> bool:
        """It tells too little: of nobody who is named ("those wounded"), only what the writer did ("we sent"), or that
        somebody spoke."""
        words = clause.whole if clause.content is not None else clause.words
        count, told = sentence.content_words(words), date.predicate
        if told is not None and is_method(told, self._trees.grammar(sentence)):
            return True
        subject = told.subject if told is not None else None
        oneself = subject is not None and self._trees.grammar(sentence).names("oneself", subject.head)
        if clause.said and told is not None and told.head.concept == _SAY and _says_nothing(sentence, clause, told):
            return True
        neuter = subject is not None and self._trees.grammar(sentence).names("neuter", subject.head)
        if neuter and told is not None and told.form == "copula" and told.object is None:
            return True
        alone = oneself and told is not None and told.object is None and count <= len((subject, told))
        nobody = self.is_of_nobody(sentence, told) or self.is_of_nobody(sentence, clause.predicate)
        return count < enough or alone or nobody or _is_only_pointed_at(self._trees.of(sentence), date)


def _is_only_pointed_at(tree: Tree | None, date: DateWord) -> bool:
    """A participle says it of nobody who is named: "one of those wounded on Sunday"; or a relative of an age."""
    told = date.predicate
    host = told.clause.host if told is not None and told.clause.link is Link.RELATIVE else None
    if host is not None and all(unit.kind is Kind.NUMBER for unit in host.units):
        return True
    if tree is None or told is None or told.kind != "participle" or not told.group.at:
        return False
    before = tree.groups[told.group.at - 1].units
    return before[-1].kind is Kind.DETERMINER and all(unit.kind in _POINTING for unit in before)


def _says_nothing(sentence: Sentence, clause: Clause, told: Predicate) -> bool:
    """Its words are who spoke and that they did: "The ministry says on 1 July"."""
    subject = told.subject
    others = sentence.content_words(sentence.range_of(subject.span)) if subject is not None else 0
    bare = told.object is None and clause.content is None
    return bare and sentence.content_words(clause.words) - others <= 1


def _is_given_notice(date: DateWord) -> bool:
    """Who says it in the present may tell of what is to come: «تعلن البلدية إغلاق السوق يوم الأربعاء»."""
    told = date.predicate
    head = told.clause.head if told is not None and told.kind == "noun" else None
    return head is not None and head is not told and {"says", "present"} <= head.head.marks


def _has_passed(clauses: DatedClauses, clause: Clause, date: DateWord) -> bool:
    """A verb of the past tells it, which no weekday to come can be of: «قتل شخصان في انفجار هذا الثلاثاء»."""
    told = clause.predicate or date.predicate
    if told is None or told.kind == "copula" or clause.planned or told.modality:
        return False
    done = told.kind == "participle" and {"passive", "happens"} <= told.head.marks
    past = done or any("past" in unit.marks or clauses.completes(unit) for unit in told.group.units)
    return past and not {"plans", "wants"} & told.head.marks


def _enough(clause: Clause, *, named: bool) -> int:
    """Telling words that a clause needs: a verb with its subject in it is one («توفي»), so is a noun with its year."""
    return 2 if clause.noun and not named else 1
