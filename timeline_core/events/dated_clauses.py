"""The clause that a date of the tree dates, as words of its sentence: what the drafter makes a draft of.

Source:
    DESIGN.md section 5: a date is never given to what it does not date.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from timeline_core.events.clause_sayings import ClauseSayings
from timeline_core.events.clause_words import ClauseWords, is_bare
from timeline_core.events.roles.befallen import find_befallen
from timeline_core.events.roles.people import People
from timeline_core.model.span import Span
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.rules.factuality import PLANNED
from timeline_core.syntax.tree.extent import clause_extent
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import DATE, JOINT, MARK, NOUN, OTHER
from timeline_core.syntax.tree.phrases.tense import PAST, PRESENT, tenses
from timeline_core.syntax.tree.values import Clause as TreeClause
from timeline_core.syntax.tree.values import DateWord, Group, Kind, Link, Predicate, Tree, Unit
from timeline_core.syntax.word_range import WordRange

_OPENED = frozenset({Link.PURPOSE, Link.CONTENT})
_UNREAL = frozenset({"wants", "plans", "doubts", "prevents", "denies"})
"""Marks of verbs whose object has not happened for their sake."""
_PLANS = frozenset({"plans", "doubts"})

_COUNTED = "date of what a toll counts"
"""The rule of a date whose action is told without the toll, and without what that came to."""


class DatedClauses:
    """The clauses of one sentence that its dates date."""

    def __init__(self, words: ClauseWords) -> None:
        self._words, self._tree, self._grammar = words, words.tree, words.grammar
        self.sayings = ClauseSayings(words)
        self._goes_on = words.sentence.phrasing.clauses.goes_on

    def of(self, date: DateWord) -> Clause | None:
        """The words that tell what the date dates; None where it dates nothing that is told."""
        predicate = date.predicate
        if predicate is None:
            return self._of_noun(date)
        denial = self.sayings.denial_above(predicate)
        if denial is not None:
            return self.verbal(denial)
        heads = predicate.clause.head is predicate
        if heads and not (predicate.form == "gerund" and predicate.group.lead):
            told = self._hosting(predicate)
            shared = (told and self._sharing(told, date)) or _harming(predicate, self._words)
            return self.verbal(shared or _done_then(predicate, self._words, self.completes) or predicate)
        host = self._sharing(predicate, date)
        if heads:
            return self.verbal(host or predicate)
        host = None if date.rule == _COUNTED else host
        return self.verbal(host) if host is not None else self._nominal(self._whole_action(predicate), date)

    def _of_noun(self, date: DateWord) -> Clause | None:
        """The deed that a plain noun names: «انتخابات أيار»."""
        noun = date.noun
        if noun is None or not self._words.sentence.concepts_in(self._words.of(noun.span)):
            return None
        return self._from(self._words.noun_start(noun), noun, date)

    def is_harm(self, date: DateWord) -> bool:
        """It is of a noun of violence, which nobody foretells: "will not retaliate for the bombing on Tuesday"."""
        told = date.predicate
        action = told is not None and (told.kind == "noun" or told.form == "gerund")
        return action and told is not None and self._words.is_violent(told)

    def precedes(self, date: DateWord) -> bool:
        """It is of what something else came before: whether it has happened, its weekday does not say."""
        group = date.noun if date.predicate is None else date.predicate.group
        if group is None or (date.predicate is not None and date.predicate.clause.head is date.predicate):
            return False
        before = self._tree.groups[group.at - 1] if group.at else group
        measured = self._grammar.has("from", group.lead) and self._grammar.has("before", before.lead)
        return measured or self._grammar.has("before", group.lead) or self._grammar.has("before", date.group.lead)

    # --- what an action shares with its verb ---------------------------------------------------------------------

    def _sharing(self, action: Predicate, date: DateWord) -> Predicate | None:
        """The verb that shares the date of its action: «قتل جنديان في كمين أمس», "the raid on Friday killed two"."""
        clause: TreeClause | None = action.clause if action.kind != "participle" else None
        if clause is not None and clause.head is action:
            clause = clause.above
        lead = action.group.lead or (date.group.lead if date.group.at < action.group.at else "")
        led, upon = self._grammar.has("within", lead), self._grammar.has("upon", lead)
        ahead = any("ahead" in unit.marks for unit in date.group.units)
        while clause is not None:
            head = clause.head
            free = head is not None and id(head) not in self._words.dated
            if head is not None and free and self._shares(action, head, led=led, upon=upon, ahead=ahead):
                return head
            clause = clause.above if clause.link is Link.RELATIVE and led else None
        return None

    def _hosting(self, predicate: Predicate) -> Predicate | None:
        """The action that a relative clause is about: «قتل في غارة نفذتها القوات أمس», «في غارة نفذها الجيش أمس»."""
        clause = predicate.clause
        host = clause.host if clause.link is Link.RELATIVE else None
        found = (one for one in self._tree.predicates if host is not None and one.group is host)
        upon = clause.head is predicate and any(unit.kind is Kind.CLITIC for unit in predicate.group.units)
        return next((one for one in found if upon or _agree(one.head, predicate.head)), None)

    def _shares(self, action: Predicate, head: Predicate, *, led: bool, upon: bool, ahead: bool) -> bool:
        if head.polarity != "positive" or head.modality not in ("", PLANNED):
            return False
        placed = self._grammar.has("time", action.group.lead) and not (led or upon)  # «قام بجولة بعد افتتاح السوق أمس»
        if "light" in head.head.marks and not ahead and not placed:
            return True
        subject = head.subject is not None and head.subject.at <= action.group.at < head.group.at
        if subject and head.subject is not None and self._grammar.names("victims", head.subject.head):
            return False
        tells_of_it = subject and "support" in head.head.marks and "says" not in head.head.marks
        violent = self._words.is_violent(head) or (subject and self._words.leaves_victims(head))
        return tells_of_it or (violent and (led or subject))

    def _whole_action(self, action: Predicate) -> Predicate:
        """The harm that was done in an action: «مقتل … في انفجار» tells of one happening."""
        before = [one for one in action.clause.predicates if one.group.at < action.group.at and one.kind == "noun"]
        harm = before[-1] if before and self._grammar.has("within", action.group.lead) else action
        return harm if self._words.harms(harm) else action

    # --- nouns ---------------------------------------------------------------------------------------------------

    def _nominal(self, predicate: Predicate, date: DateWord) -> Clause | None:
        """From the noun to its date, with what prepositions lead from it on."""
        predicate = self._first_joined(predicate)
        group, start = predicate.group, predicate.head.start
        if date.rule == _COUNTED:
            return self._from(max(start, self._words.counted_by_toll(group) or 0), group, date)
        if predicate.kind == "participle":
            start = self._words.described_start(predicate)
        elif group.head is predicate.head or self._words.is_tally(group):
            start = self._words.noun_start(group, counted=True)
        saying = self._saying_of(predicate)
        found = self._from(start, group, date, told=saying >= 0)
        return None if found is None else replace(found, head=saying)

    def _first_joined(self, action: Predicate) -> Predicate:
        """The first of actions side by side that say what became of somebody: «مقتل جندي وإصابة اثنين أمس»."""
        for before in reversed(action.clause.predicates):
            if before.group.at >= action.group.at or before.kind != "noun":
                continue
            told = id(before) in self._words.dated or not self._words.harms(before)
            if told or not action.group.listed or action.group.lead or not self._words.harms(action):
                break
            action = before
        return action

    def _saying_of(self, action: Predicate) -> int:
        """Where the verb stands that tells of the action itself: «كشفت عن عملياتها في آذار»."""
        head = action.clause.head
        if head is None or not head.says or self.sayings.content(head) is not action.group:
            return -1
        return self._words.of(head.span)[0]

    def _from(self, start: int, group: Group, date: DateWord, *, told: bool = False) -> Clause | None:
        """From there to the date, where that tells enough. `told`: somebody tells of it («أكد تسليم …»)."""
        words = self._words.of(Span(start, self._end(group, date)))
        day = any("day" in unit.marks for unit in date.group.units)
        state = date.predicate is not None and date.predicate.kind == "participle"
        if not (day or state or told or self._words.tells_deed(words)):
            return None
        told_of = date.predicate
        planned = told_of is not None and (told_of.modality == PLANNED or (state and "plans" in told_of.head.marks))
        return Clause(words, words, noun=True, begin=start, planned=planned, predicate=date.predicate)

    def _end(self, group: Group, date: DateWord) -> int:
        """Where it ends: with the date, or what prepositions, a relative and a sign lead to behind it («#السلمية»)."""
        last = max(date.group, group, key=lambda one: one.at)
        end = last.span.end
        for behind in self._tree.groups[last.at + 1 :]:
            clause = behind.clause
            if clause is not None and clause.link is Link.RELATIVE and behind is clause.groups[0] and not clause.comma:
                return (clause_extent(self._tree, clause) or behind.span).end
            tagged = self._tree.groups[behind.at - 1]
            if behind.kind == MARK and not behind.role:
                continue
            if date.rule == _COUNTED and self._grammar.has("goal", behind.lead):
                break
            bare = is_bare(behind) and not (tagged.kind == MARK and not tagged.role)
            if clause is not group.clause or behind.kind not in (NOUN, DATE, OTHER) or bare:
                break
            end = behind.span.end
        return end

    # --- verbs ---------------------------------------------------------------------------------------------------

    def verbal(self, predicate: Predicate) -> Clause | None:
        """The clause of a verb."""
        to_be = predicate.modality == PLANNED
        predicate = self._controlling(predicate)
        span = self._words.extent(predicate)
        if span is None:
            return None
        clause = predicate.clause
        free = clause.opener is not None and self._grammar.has("free_relatives", clause.opener.head.word)
        if free and self._grammar.has("takes_place", predicate.head.word):
            return None
        said = predicate.says
        content = self._words.is_content(predicate)
        apart = content or (clause.comma and (said or _goes_on_there(clause, self._grammar)))
        if clause.link is Link.RELATIVE and clause.host is not None and not apart:
            told = self._relative(predicate, clause.host, span, said=said)
            return replace(told, planned=told.planned or to_be)
        if said:
            return self.sayings.clause(predicate, span)
        parent = predicate.parent
        if parent is not None and parent.link is Link.RELATIVE and parent.parent is not None:
            parent = parent.parent if parent.parent.says else parent
        outer = self._words.of(parent.span)[0] if parent is not None and parent.says else -1
        words = self._words.unsourced(self._words.of(span), predicate)
        found = Clause(words, self._words.whole(clause, words), head=outer, skips=self._words.aside(predicate))
        timed = clause.link is Link.TIME
        pronoun = self.sayings.pronoun(predicate)
        tensed = self._tensed(found, predicate)
        planned = tensed.planned or to_be
        return replace(tensed, pronoun=pronoun, timed=timed, predicate=predicate, planned=planned)

    def _relative(self, predicate: Predicate, host: Group, span: Span, *, said: bool) -> Clause:
        """The noun with the relative clause that tells of it."""
        start = min(self._words.host_start(host), span.start)
        befallen = find_befallen(predicate, host, self._words.sentence.phrasing, self._grammar)
        start = max(start, _agreeing_from(predicate, host), befallen)
        if (deed := self._words.counted_by_toll(host)) is not None:
            start, span = deed, Span(span.start, self._words.before_goal(predicate, span.end))
        words = self._words.of(Span(start, span.end))
        head = self._words.of(predicate.span)[0] if said else -1
        found = Clause(words, words, noun=True, said=said, head=head, begin=start, predicate=predicate)
        return self._tensed(found, predicate)

    def _tensed(self, clause: Clause, predicate: Predicate) -> Clause:
        """With the tense of its verb: of the present («يلتقي»), or looking ahead."""
        marks = tenses(predicate.group, self._grammar)
        present = PRESENT in marks and PAST not in marks and predicate.polarity == "positive"
        goes_on = any(
            form in self._goes_on for form, _ in self._words.sentence.run[self._words.of(predicate.span)[0]].forms
        )
        planned = predicate.modality == "planned" or (
            predicate.kind == "participle" and "plans" in predicate.head.marks
        )
        return replace(clause, present=present and not goes_on, planned=planned)

    def _controlling(self, predicate: Predicate) -> Predicate:
        """The verb that says of another that it is to be: "talks are expected to resume"."""
        parent = predicate.parent
        if parent is None or predicate.link not in _OPENED or parent.says:
            return predicate
        planned = parent.kind == "copula" or bool(_PLANS & parent.head.marks)
        return parent if planned and (predicate.form == "infinitive" or parent.subject is None) else predicate

    # --- sentences without a date --------------------------------------------------------------------------------

    def main(self) -> Predicate | None:
        """The predicate of the sentence itself."""
        heads = (one for one in self._tree.predicates if one.clause.head is one and one.link is Link.MAIN)
        return next(heads, None)

    def next_statement(self, head: Predicate) -> int:
        """The word at which another statement, or the source, begins behind it; behind the last where none does."""
        sayings = {id(one.group) for one in self._tree.predicates if one.speech}
        behind = self._tree.groups[head.group.at + 1 :]
        begins = (one for one in behind if self._grammar.names_source(one) or id(one) in sayings)
        first = next((one for one in begins if one.comma or self._tree.groups[one.at - 1].kind == JOINT), None)
        return self._words.of(first.span)[0] if first is not None else len(self._words.sentence.run)

    def is_conditional(self, head: Predicate | None) -> bool:
        """It would have happened, or would happen, if: a condition hangs on it, or is all that there is."""
        return any(one.link is Link.CONDITION and one.parent is head for one in self._tree.predicates)

    def completes(self, unit: Unit) -> bool:
        """It makes what is told with it a thing of the past: "have killed"."""
        return self._grammar.has("completes", unit.word)

    def is_usual(self, predicate: Predicate | None) -> bool:
        """A word beside it says that it was done again and again: "has often been accused", «تعرضت مرارا»."""
        units = [unit for group in (predicate.clause.groups if predicate is not None else ()) for unit in group.units]
        grammar = self._grammar
        again = (grammar.names("each", one) and grammar.names("measures", two) for one, two in pairwise(units))
        return any(grammar.names("usual", unit) for unit in units) or any(again)

    def head_of(self, saying: Clause) -> Predicate | None:
        """The predicate of a saying."""
        heads = (one for one in self._tree.predicates if one.clause.head is one)
        return next((one for one in heads if self._words.of(one.span)[0] == saying.head), None)

    def told_by(self, head: Predicate, end: int) -> tuple[Clause, Predicate | None] | None:
        """What a saying says, with its predicate; None where its words do not show it. `end`: of the saying's words."""
        told = self.sayings.content(head)
        if isinstance(told, Predicate):
            clause = self.verbal(told)
            return None if clause is None else (clause, told)
        if told is None or _UNREAL & head.head.marks:
            return None
        start = self._words.noun_start(told, counted=True)
        words = WordRange(self._words.of(Span(start, start + 1))[0], end)
        return Clause(words, words, head=self._words.of(head.span)[0], begin=start, own=True), None


def statements(tree: Tree) -> list[Predicate]:
    """What a sentence states side by side: its verb, and the verbs that are joined to it."""
    found: list[Predicate] = []
    for one in tree.predicates:
        joined = one.link is Link.JOINED and any(one.parent is other for other in found)
        if one.clause.head is one and (one.link is Link.MAIN or joined):
            found.append(one)
    return found


def _harming(predicate: Predicate, words: ClauseWords) -> Predicate | None:
    """What a thing did by that which its relative clause tells: "the shell that fell on a farm on Friday hurt two".

    Not what somebody did, who may do more than one thing: "the man who was freed on Friday killed two".
    """
    clause = predicate.clause
    host, head = clause.host, clause.above.head if clause.above is not None else None
    if clause.link is not Link.RELATIVE or host is None or head is None or head.subject is not host:
        return None
    told = words.is_violent(head) or words.comes_to_harm(head)
    active = not any("passive" in one.head.marks for one in (head, predicate))
    free = id(head) not in words.dated and head.polarity == "positive" and not head.modality
    own = predicate.subject is None or predicate.subject is clause.opener
    return head if told and active and free and own and _strikes(host, predicate, words) else None


def _strikes(thing: Group, predicate: Predicate, words: ClauseWords) -> bool:
    """It is a weapon, or no person, and harms: "the storm that struck the coast"."""
    people = People(words.sentence.phrasing, words.grammar)
    if thing.head.kind is Kind.NAME or people.named(thing.head, only=True):
        return False
    armed = words.grammar.names("violence", thing.head) and not words.grammar.names("victims", thing.head)
    return armed or words.is_violent(predicate)


def _goes_on_there(clause: TreeClause, grammar: Grammar) -> bool:
    """It tells what was done at the place that it is about: "He flew to Tunis, where he was held"."""
    return clause.opener is not None and grammar.has("goes_on_where", clause.opener.head.word)


def _done_then(predicate: Predicate, words: ClauseWords, completes: Callable[[Unit], bool]) -> Predicate | None:
    """What was done when that was: "two were killed when a bomb hit the market on Monday".

    Args:
        completes: whether a word makes what is told with it a thing of the past.
    """
    clause, whole = predicate.clause, predicate.parent
    if clause.link is not Link.TIME or clause.opener is None or whole is None or id(whole) in words.dated:
        return None
    then = any(words.grammar.has("then", unit.word) for unit in clause.opener.units)
    alike = words.is_violent(whole) and words.is_violent(predicate)
    passed = any("past" in unit.marks or completes(unit) for unit in whole.group.units)
    real = whole.polarity == "positive" and not whole.modality and passed
    return whole if then and alike and real and whole.span < predicate.span else None


def _agree(noun: Unit, verb: Unit) -> bool:
    """Nothing in their gender speaks against the verb telling of the noun."""
    one, other = (unit.marks & {"masculine", "feminine"} for unit in (noun, verb))
    return not one or not other or one == other


def _agreeing_from(predicate: Predicate, host: Group) -> int:
    """Where the noun begins that the relative verb agrees with («دور الجمعية التي شهدت …»); 0 where it is the first."""
    clause, verb = predicate.clause, predicate.head.marks
    if predicate.subject is None or predicate.subject is not clause.opener or "feminine" not in verb:
        return 0
    nouns = [unit for unit in host.units if unit.kind is not Kind.PREPOSITION]
    crossed = bool(nouns[1:]) and "masculine" in nouns[0].marks and nouns[1].kind in (Kind.NAME, Kind.NOUN)
    return nouns[1].start if crossed else 0
