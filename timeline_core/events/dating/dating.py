"""What every date of a sentence dates, and whether that is told as something that happened: its verdict.

Source:
    DESIGN.md section 5: every date expression ends in exactly one verdict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_core.events.ahead import Asides, ahead, are_of_main
from timeline_core.events.clause_words import ClauseWords, Violence
from timeline_core.events.dated_clauses import DatedClauses, statements
from timeline_core.events.dating.joined_days import as_stretches
from timeline_core.events.dating.objections import Objections
from timeline_core.events.dating.placed import Placed, beside_today, dates_itself, of_deeds, shared
from timeline_core.events.limits import limit_of
from timeline_core.events.report_reading import Reading
from timeline_core.events.trees import Trees, is_day
from timeline_core.knowledge import Knowledge
from timeline_core.model.expression import Expression
from timeline_core.model.span import Span
from timeline_core.model.verdict import Limit
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.rules.factuality import ASKED
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.values import DateWord, Kind, Predicate
from timeline_core.syntax.word_range import WordRange

_DENIED = (Limit.NEGATIVE, Limit.DENIED)


class Dating:
    """Places the dates of one report."""

    def __init__(self, reading: Reading, trees: Trees, known: Knowledge) -> None:
        self._reading, self._trees = reading, trees
        self._violence = Violence(known.concepts)
        self._made: dict[Span, DatedClauses] = {}
        self._objections = Objections(reading, trees)
        self._asides = Asides()
        self._open = {one.span for one in reading.expressions if one.when is None}

    def clauses(self, sentence: Sentence) -> DatedClauses | None:
        """The clauses of a sentence; None in a language without a grammar."""
        tree = self._trees.of(sentence)
        if tree is None:
            return None
        found = self._made.get(sentence.span)
        if found is None:
            words = ClauseWords(sentence, tree, self._trees.grammar(sentence), self._violence)
            found = self._made[sentence.span] = DatedClauses(words)
        return found

    def placed(self, sentence: Sentence) -> tuple[Placed, ...]:
        """Every date of the sentence that says something of the days, with what it dates."""
        expressions = self._reading.expressions_in(sentence.span)
        tree = self._trees.of(sentence) if expressions else None
        clauses = self.clauses(sentence) if tree is not None else None
        if tree is None or clauses is None:
            return tuple(Placed(expression, None) for expression in expressions)
        words = {date.span: date for date in tree.dates}
        found: list[Placed] = []
        for one in expressions:
            date = words.get(one.span)
            if self._asides.leaves_open(sentence.span, one):
                self._open.add(one.span)
                found.append(Placed(one, date, limit=Limit.OPEN))
            else:
                found.append(self._place(sentence, clauses, one, date))
                self._open |= {one.span} if found[-1].limit is Limit.OPEN else set()
            self._asides.tell(sentence.span, one, date)
        told = [*of_deeds([*beside_today(found, self._reading.published.when)])]
        return shared(sentence, as_stretches(self._stretched(sentence, told)))

    def is_open(self, date: DateWord) -> bool:
        """True for a date of which nobody can tell the day: "on Sunday" in a report without a day."""
        return date.span in self._open

    def _stretched(self, sentence: Sentence, placed: Sequence[Placed]) -> list[Placed]:
        """The dates, each beginning of a stretch with its end: «منذ 26 آذار … حتى 17 نيسان»."""
        grammar = self._trees.grammar(sentence)
        found: list[Placed] = []
        end: Expression | None = None
        for one in reversed(placed):
            lead = one.date.lead if one.date is not None else ""
            begins = grammar.has("since", lead)
            found.append(replace(one, begins=begins, end=end if begins else None))
            end = one.expression if grammar.has("until", lead) else end
        found.reverse()
        ends = {id(one.end) for one in found if one.end is not None}
        return [replace(one, clause=None, limit=Limit.PART) if id(one.expression) in ends else one for one in found]

    def content(self, sentence: Sentence, saying: Clause) -> Clause | None:
        """What a dated saying says to have happened, where no date stands in it."""
        clauses = self.clauses(sentence)
        head = clauses.head_of(saying) if clauses is not None else None
        if clauses is None or head is None:
            return None
        told = clauses.told_by(head, saying.words[1])
        if saying.content is not None:
            dated = any(saying.content[0] <= date[0] < saying.content[1] for date in sentence.dates)
            told = None if dated or told is None else (Clause(saying.content, saying.content), told[1])
        return None if told is None else self._without_date(sentence, *told)

    def undated(self, sentence: Sentence, *, through: bool) -> Clause | None:
        """What a sentence without a date tells to have happened; all its words where it has no verb.

        Args:
            through: of a saying, what is said.
        """
        clauses, whole = self.clauses(sentence), sentence.whole
        head = clauses.main() if clauses is not None else None
        if clauses is None or clauses.is_conditional(head) or clauses.is_usual(head):
            return None
        if head is None:
            return None if self._says_none(sentence) else self._without_date(sentence, Clause(whole, whole), None)
        if through and self._objections.is_of_nobody(sentence, head):
            return None
        if not head.says:
            words = whole if through else WordRange(whole.start, clauses.next_statement(head))
            return self._without_date(sentence, Clause(words, words, predicate=head), head)
        if not through:
            return clauses.verbal(head)
        told = clauses.told_by(head, whole[1])
        return None if told is None else self._without_date(sentence, *told)

    def stated(self, sentence: Sentence, placed: Sequence[Placed]) -> list[Clause]:
        """What a sentence states before the first of its statements that has a date: "They fled; one died a day later".

        Args:
            placed: its dates, with what they date.
        """
        clauses, tree = self.clauses(sentence), self._trees.of(sentence)
        found: list[Clause] = []
        for head in statements(tree) if tree is not None else ():
            if any(dates_itself(one, head) for one in placed):
                break
            clause = None if clauses is None or clauses.is_usual(head) else clauses.verbal(head)
            clause = self._without_date(sentence, clause, head) if clause is not None else None
            found += [clause] if clause is not None and not clause.planned else []
        return found

    def is_later(self, sentence: Sentence) -> bool:
        """It says how long after something else it was, and not after what: «توقف الفرن ثانية بعد ثلاثة أيام»."""
        tree, grammar = self._trees.of(sentence), self._trees.grammar(sentence)
        groups = tree.groups if tree is not None else ()
        return any(
            grammar.has("later", one.lead) and any(grammar.names("stretches", unit) for unit in one.units)
            for one in groups
        )

    def _says_none(self, sentence: Sentence) -> bool:
        """Words without a verb tell what there is not, or ask: "No water again", "Who sold the mill?"."""
        tree, grammar = self._trees.of(sentence), self._trees.grammar(sentence)
        if tree is not None and any(one.modality == ASKED for one in tree.predicates):
            return True
        units = (unit for group in tree.groups for unit in group.units) if tree is not None else ()
        return any(unit.kind is Kind.NEGATION or grammar.has("none", unit.word) for unit in units)

    def dates_main(self, sentence: Sentence, placed: Sequence[Placed], *, exact: bool) -> bool:
        """A date is of what the sentence mainly tells, or measures it: not in "A man jailed in 2011 was freed".

        Args:
            exact: so is one of the main verb itself of which nobody can tell the day: "yesterday" below "Sunday 2 June"
                of an unknown year; not that of a deed beside it: "Two were arrested; both were freed on Thursday".
        """
        clauses, tree = self.clauses(sentence), self._trees.of(sentence)
        main = clauses.main() if clauses is not None else None
        told = [(one.date, one.limit) for one in placed if one.clause is not None or one.limit is Limit.MEASURE]
        known = {one.expression.span for one in placed}
        dates = tree.dates if tree is not None else ()
        told += [
            (date, Limit.NONE)
            for date in dates
            if exact and date.span not in known and self.is_open(date) and _is_of(main, date)
        ]
        return are_of_main(told, main)

    def introduces(self, sentence: Sentence) -> bool:
        """It leads to a list with a colon, and tells nothing beside it."""
        return self._objections.introduces(sentence)

    def _without_date(self, sentence: Sentence, clause: Clause, head: Predicate | None) -> Clause | None:
        """The clause, where nothing says that it did not happen."""
        limit = limit_of(head, day=True) if head is not None else Limit.NONE
        if limit not in (Limit.NONE, Limit.PLANNED) or self._objections.introduces(sentence):
            return None
        unreal = self._objections.unreal(sentence)
        return clause if head is None or unreal is None or unreal.refuted(head) is None else None

    def _place(
        self, sentence: Sentence, clauses: DatedClauses, expression: Expression, date: DateWord | None
    ) -> Placed:
        clause = clauses.of(date) if date is not None else None
        if date is None or clause is None:
            return Placed(expression, date, limit=Limit.THIN if date is not None and date.predicate else Limit.NONE)
        limit = self._limit(clause, date, expression)
        told = not clause.noun and date.predicate is not None and date.predicate.kind != "participle"
        happens = date.predicate is not None and "happens" in date.predicate.head.marks
        if limit in _DENIED and told and happens and sentence.concepts_in(clause.words):
            clause, limit = replace(clause, denied=True), Limit.NONE
        if limit is Limit.NONE:
            limit = self._objections.against(sentence, clauses, clause, date, expression)
        if limit is not Limit.NONE:
            return Placed(expression, date, limit=limit)
        untrue = None if clause.denied else self._untrue(sentence, clause, date)
        return Placed(expression, date, untrue or clause)

    def _untrue(self, sentence: Sentence, clause: Clause, date: DateWord) -> Clause | None:
        """The clause as a denial, where the words that have the date are called untrue."""
        unreal = self._objections.unreal(sentence)
        refuted = unreal.refuted(date.predicate) if unreal is not None and date.predicate is not None else None
        if refuted is None:
            return None
        words = sentence.range_of(refuted.hull(sentence.span_of(clause.words)))
        return Clause(words, words, denied=True)

    def _limit(self, clause: Clause, date: DateWord, expression: Expression) -> Limit:
        """What the tree says against it: a plan of a day that has passed, a wish, a state."""
        if clause.denied or date.predicate is None:
            return Limit.NONE
        shared = clause.predicate if date.predicate.kind == "noun" else None
        limit = limit_of(shared or date.predicate, day=is_day(expression))
        passed = ahead(expression, self._reading.published.when) is False
        return Limit.NONE if limit is Limit.PLANNED and not passed else limit


def _is_of(main: Predicate | None, date: DateWord) -> bool:
    """The date is of that verb, or nothing says of which one it is."""
    return main is None or date.predicate is None or date.predicate is main
