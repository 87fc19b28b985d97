"""What every date of a sentence dates, and whether that is told as something that happened: its verdict.

Source:
    DESIGN.md section 5: every date expression ends in exactly one verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline_core.events.ahead import STEPS, Asides, ahead, are_of_main, is_today, says_now, says_often
from timeline_core.events.clause_words import ClauseWords, Violence
from timeline_core.events.dated_clauses import DatedClauses
from timeline_core.events.limits import limit_of
from timeline_core.events.report_reading import Reading
from timeline_core.events.roles.people import People
from timeline_core.events.trees import Trees, is_day, is_open
from timeline_core.events.unreal import Unreal, is_day_of_words, is_method
from timeline_core.knowledge import Knowledge
from timeline_core.model.expression import Expression
from timeline_core.model.span import Span
from timeline_core.model.verdict import Limit
from timeline_core.names.gazetteer import ACTOR
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.values import DateWord, Kind, Predicate, Tree
from timeline_core.syntax.word_range import WordRange

_OF_SOMEBODY = frozenset({Kind.NAME, Kind.PRONOUN, Kind.CLITIC})
_POINTING = frozenset({Kind.DETERMINER, Kind.PRONOUN, Kind.PREPOSITION})
_DENIED = (Limit.NEGATIVE, Limit.DENIED)
_WEEKDAY = "weekday"
_FOLLOWING = ("step", "after")
"""Slot of a reason: of a date behind the one told before it, "the next day"."""
_SAY = "say"
_COLON = ":"
_THIS_WEEK = ("turn", "this")
"""Slot of a reason: said of a weekday that may be the last one or the next («هذا الثلاثاء»)."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One date of a sentence, with what it dates."""

    expression: Expression
    date: DateWord | None
    """As the tree has it; None in a language without a grammar."""
    clause: Clause | None = None
    """What is told on that date; None where nothing is."""
    limit: Limit = Limit.NONE
    """Why nothing is."""
    begins: bool = False
    """What is told lasts from that day on («منذ آذار»)."""
    end: Expression | None = None
    """The date up to which it lasted."""


class Dating:
    """Places the dates of one report."""

    def __init__(self, reading: Reading, trees: Trees, known: Knowledge) -> None:
        self._reading, self._trees = reading, trees
        self._violence = Violence(known.concepts)
        self._made: dict[Span, DatedClauses] = {}
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
        return _shared(sentence, self._stretched(sentence, [*_of_deeds(found)]))

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
        if not head.says:
            words = whole if through else WordRange(whole.start, clauses.next_statement(head))
            return self._without_date(sentence, Clause(words, words, predicate=head), head)
        if not through:
            return clauses.verbal(head)
        told = clauses.told_by(head, whole[1])
        return None if told is None else self._without_date(sentence, *told)

    def _says_none(self, sentence: Sentence) -> bool:
        """Words without a verb tell what there is not: "No water again"."""
        tree, grammar = self._trees.of(sentence), self._trees.grammar(sentence)
        units = (unit for group in tree.groups for unit in group.units) if tree is not None else ()
        return any(unit.kind is Kind.NEGATION or grammar.has("none", unit.word) for unit in units)

    def dates_main(self, sentence: Sentence, placed: Sequence[Placed]) -> bool:
        """A date is of what the sentence mainly tells, or measures it: not in "A man jailed in 2011 was freed"."""
        clauses = self.clauses(sentence)
        told = [(one.date, one.limit) for one in placed if one.clause is not None or one.limit is Limit.MEASURE]
        return are_of_main(told, clauses.main() if clauses is not None else None)

    def introduces(self, sentence: Sentence) -> bool:
        """It leads to a list with a colon, and tells nothing beside it."""
        after = self._reading.report.text[sentence.span.end - 1 : sentence.span.end + 2]
        unreal = self._unreal(sentence) if _COLON in after else None
        return unreal is not None and unreal.introduces()

    def _without_date(self, sentence: Sentence, clause: Clause, head: Predicate | None) -> Clause | None:
        """The clause, where nothing says that it did not happen."""
        limit = limit_of(head, day=True) if head is not None else Limit.NONE
        if limit not in (Limit.NONE, Limit.PLANNED) or self.introduces(sentence):
            return None
        unreal = self._unreal(sentence)
        return clause if head is None or unreal is None or unreal.refuted(head) is None else None

    def _unreal(self, sentence: Sentence) -> Unreal | None:
        """What the sentence says did not happen; None in a language without a grammar."""
        tree = self._trees.of(sentence)
        return None if tree is None else Unreal(tree, self._trees.grammar(sentence))

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
            limit = self._misplaced(sentence, clauses, clause, date, expression)
        if limit is not Limit.NONE:
            return Placed(expression, date, limit=limit)
        untrue = None if clause.denied else self._untrue(sentence, clause, date)
        return Placed(expression, date, untrue or clause)

    def _untrue(self, sentence: Sentence, clause: Clause, date: DateWord) -> Clause | None:
        """The clause as a denial, where the words that have the date are called untrue."""
        unreal = self._unreal(sentence)
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
        alone = oneself and told is not None and told.object is None and count <= len((subject, told))
        return count < enough or alone or _is_only_pointed_at(self._trees.of(sentence), date)

    def _misplaced(
        self, sentence: Sentence, clauses: DatedClauses, clause: Clause, date: DateWord, expression: Expression
    ) -> Limit:
        """What its words say against it: a question, a measure, a weekday of which it is open which one is meant."""
        to_come, unreal = ahead(expression, self._reading.published.when), self._unreal(sentence)
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
        if clause.said and to_come and date.predicate is not None and "past" in date.predicate.head.marks:
            return Limit.OPEN
        counted = _THIS_WEEK in expression.reason.slots or expression.reason.rule in STEPS
        if to_come and counted and _has_passed(clauses, clause, date):
            return Limit.OPEN
        weekday = expression.reason.rule == _WEEKDAY
        if weekday and (clauses.is_harm(date) if to_come else clauses.precedes(date)):
            return Limit.OPEN
        shown = sentence.grammar.verb_first or expression.reason.rule == _WEEKDAY
        now = says_now(clause, date)
        looks = (now or not clause.said) and (clause.planned or (shown and (clause.present or now)))
        since = self._trees.grammar(sentence).has("since", date.lead)
        open_ = looks and to_come is False and is_open(expression) and not since
        return Limit.OPEN if open_ or (shown and says_often(clause, date)) else Limit.NONE


def _of_deeds(placed: Sequence[Placed]) -> Iterator[Placed]:
    """The dates; what counts from the day before it dates nothing, where that is the day of words and of no deed."""
    before: DateWord | None = None
    for one in placed:
        follows = _FOLLOWING in one.expression.reason.slots
        if follows and before is not None and one.date is not None and is_day_of_words(before, one.date):
            yield replace(one, clause=None, limit=Limit.OPEN)
        else:
            yield one
        before = one.date


def _is_only_pointed_at(tree: Tree | None, date: DateWord) -> bool:
    """A participle says it of nobody who is named: "one of those wounded on Sunday"."""
    told = date.predicate
    if tree is None or told is None or told.kind != "participle" or not told.group.at:
        return False
    host = tree.groups[told.group.at - 1].units
    return host[-1].kind is Kind.DETERMINER and all(unit.kind in _POINTING for unit in host)


def _says_nothing(sentence: Sentence, clause: Clause, told: Predicate) -> bool:
    """Its words are who spoke and that they did: "The ministry says on 1 July"."""
    subject = told.subject
    others = sentence.content_words(sentence.range_of(subject.span)) if subject is not None else 0
    bare = told.object is None and clause.content is None
    return bare and sentence.content_words(clause.words) - others <= 1


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


def _shared(sentence: Sentence, placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Of several dates of the same words the finest; a saying and a denial have one."""
    kept: set[int] = set()
    groups: dict[tuple[int, int], list[Placed]] = {}
    for one in placed:
        if one.clause is not None:
            groups.setdefault(one.clause.words, []).append(one)
    for group in groups.values():
        kept |= {id(date) for date in _finest(sentence, group)}
    for one in placed:
        if any(_within(one, other) for other in placed):
            kept.discard(id(one.expression))
    return tuple(
        one if one.clause is None or id(one.expression) in kept else replace(one, clause=None, limit=Limit.FINER)
        for one in placed
    )


def _within(one: Placed, other: Placed) -> bool:
    """A noun inside a clause that has a finer date of its time: "the second attack this week killed … on Friday"."""
    if one.clause is None or other.clause is None or not one.clause.noun or other.clause.noun:
        return False
    inside = other.clause.words[0] <= one.clause.words[0] and one.clause.words[1] <= other.clause.words[1]
    return inside and _is_finer(other.expression, one.expression) and not _is_finer(one.expression, other.expression)


def _finest(sentence: Sentence, group: Sequence[Placed]) -> list[Expression]:
    found: list[Expression] = []
    for date in _once(group):
        if not any(_is_finer(other, date) for other in found):
            found = [other for other in found if not _is_finer(date, other)] + [date]
    first = group[0].clause
    if first is None or not (first.denied or first.said):
        return found
    own = [one.expression for one in group if _is_own(sentence, one)]
    return ([date for date in found if any(date is other for other in own)] or found)[:1]


def _once(group: Sequence[Placed]) -> list[Expression]:
    """The dates without the approximate one of two that stand side by side: «قبل ثلاثة أشهر في شباط الماضي»."""
    vague: set[int] = set()
    for one, two in pairwise(group):
        if one.date is not None and two.date is not None and two.date.group.at - one.date.group.at == 1:
            vague |= {id(date.expression) for date in (one, two) if _is_approximate(date.expression)}
    dates = [one.expression for one in group]
    return [date for date in dates if id(date) not in vague] or dates


def _is_approximate(date: Expression) -> bool:
    return date.when is not None and date.when.approximate


def _is_finer(one: Expression, other: Expression) -> bool:
    """The first says the same days as the other, or some of them."""
    mine, theirs = (date.when.days if date.when is not None else None for date in (one, other))
    if mine is None or theirs is None:
        return theirs is None
    return theirs[0] <= mine[0] and mine[1] <= theirs[1]


def _is_own(sentence: Sentence, one: Placed) -> bool:
    """The date is of the saying itself, and not of what it says."""
    predicate = one.date.predicate if one.date is not None else None
    return predicate is not None and one.clause is not None and sentence.range_of(predicate.span)[0] == one.clause.head


def dated_clauses(placed: Iterable[Placed]) -> list[tuple[Clause, Expression]]:
    """Each clause that is told, with its date."""
    return [(one.clause, one.expression) for one in placed if one.clause is not None]
