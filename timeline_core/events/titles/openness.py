"""What the words of a title leave open, and the statement around them that tells it.

«انطلقت أعمالها في صيدا»: whose? «هبوط شهري»: of what? «وصلت إلى الميناء»: who? Such words tell nothing by themselves.
«هبوط شهري» is told by «سجل المؤشر أول هبوط شهري».

Source:
    Anaphora and ellipsis are resolved in the text (Halliday and Hasan 1976); a matrix clause holds what its
    subordinate clauses take as known (Keenan and Comrie 1977).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from enum import Enum
from itertools import pairwise

from timeline_core.events.titles.clause_view import ClauseView
from timeline_core.events.titles.meant.subject_words import is_of_nobody, is_pronoun
from timeline_core.events.titles.stated.forms import tells_of_another
from timeline_core.model.once import cached_property
from timeline_core.model.span import Span
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.rules.factuality import PLANNED
from timeline_core.syntax.tree.extent import clause_extent
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import COPULA, DATE, NOUN
from timeline_core.syntax.tree.values import (
    ACTION,
    CIRCUMSTANCES,
    COMMENT,
    RESULT,
    Group,
    Kind,
    Link,
    Predicate,
    Tree,
    Unit,
)
from timeline_core.syntax.tree.values import Clause as TreeClause

_FINITE = ("finite", COPULA)
_NOUNS = frozenset({Kind.NOUN, Kind.DEFINITE, Kind.NAME, Kind.PARTICIPLE})
_OWNERS = frozenset({Kind.DEFINITE, Kind.NAME, Kind.NOUN, Kind.NUMBER})
_POINTING = frozenset({Kind.CLITIC, Kind.DETERMINER, Kind.PRONOUN})
_GENDERS = frozenset({"masculine", "feminine"})
_SPOKEN = frozenset({"first", "second"})
_DOERS = frozenset({NOUN, "gerund"})
"""Kinds of groups that can do something: "a strike killed four", "shelling killed four"."""


class Left(Enum):
    """What the words of a title leave open; all, where they are «قائمة الكتب المعلنة», or «تقام» alone."""

    NOTHING = "they tell all by themselves"
    SOMEBODY = "who did it, or whose or of what it is"
    ALL = "they name a thing, or a verb alone, and tell of no deed"


class Openness:
    """Judges the words of one clause."""

    def __init__(self, view: ClauseView, spans: Sequence[Span], gone: Sequence[Span]) -> None:
        """`spans`: the words of the title, in the order in which it tells them; `gone`: what it does without."""
        self._view, self._spans, self._gone = view, spans, gone

    def left(self, clause: Clause, *, stated: bool, filled: bool, bound: Collection[Unit] = ()) -> Left:
        """What of it can only be known from other words of the report.

        Args:
            stated: it is a noun with what a relative clause states of it, told as a statement.
            filled: its subject was put in.
            bound: pronouns for which the title says whom they stand for.
        """
        if clause.noun:
            lacks = not stated and self._is_fragment(clause)
            nothing = lacks and self._names_thing(clause)
        else:
            lacks = not filled and self._lacks_subject(clause)
            nothing = lacks and self._is_verb_alone(clause)
        if nothing:
            return Left.ALL
        points = lacks or self._points_out(clause.predicate, filled=filled, bound=bound)
        return Left.SOMEBODY if points else Left.NOTHING

    def _names_thing(self, clause: Clause) -> bool:
        """Its noun is no deed but a thing that a participle says to be told («قائمة الكتب المعلنة»), or one that
        cannot have done what its clause tells («الميناء التي انطلقت», «القرى التي دخلوا إليها»).

        What was said, and what befell people, is told all the same.
        """
        told = clause.predicate
        said = told is not None and told.kind != "participle" and "says" in told.head.marks
        if told is not None and tells_of_another(told, self._view.tree, self._view.grammar):
            return True
        if told is None or told.kind == "noun" or "news" in told.head.marks or said:
            return False
        if any(ACTION in noun.marks and noun is not told.head for noun in self._nouns()):
            return False
        host, marks = told.clause.host, told.head.marks
        if told.kind == "participle" or host is None:
            only_said = "says" in marks or "happens" not in marks
            return told.kind == "participle" and only_said and "plans" not in marks
        own = told.subject is not None and told.subject not in (told.clause.opener, host)
        nouns = [unit for unit in host.units if unit.kind in _NOUNS]
        crossed = all((noun.marks | marks) >= _GENDERS for noun in nouns)
        crossed = crossed or ("passive" not in marks and resumes(told.clause))
        return crossed and not own and host.head.kind is not Kind.NAME

    def _is_verb_alone(self, clause: Clause) -> bool:
        """Below others it tells neither who did it nor what was done, nor where: «تظن أنها | حدثت»."""
        told = clause.predicate
        if told is None or told.link in (Link.MAIN, Link.JOINED) or "says" in told.head.marks:
            return False
        if "plural" in told.head.marks and told.modality != PLANNED:
            return False
        inside = (unit for units in self._told_units for unit in units)
        return not any(unit.kind in _NOUNS or unit.kind is Kind.NUMBER for unit in inside)

    # --- nouns -------------------------------------------------------------------------------------------------------

    def _is_fragment(self, clause: Clause) -> bool:
        """A noun that nothing is told of: with what describes it, or an action of which nobody is told."""
        told = clause.predicate
        if told is None:
            return False
        if told.clause.head is told or told.kind == "participle":
            told_of = told.link in (Link.RELATIVE, Link.JOINED)
            return told.kind == "participle" or (told_of and not self._states(told))
        return told.kind == "noun" and not self._has_owner(told)

    @staticmethod
    def _states(told: Predicate) -> bool:
        """A relative clause without its pronoun, in which the noun does it, makes a statement: «معارك دارت في حلب»."""
        host = told.clause.host
        topic = host is not None and host.head.kind is Kind.NOUN and not (host.marks | told.head.marks) >= _GENDERS
        return topic and told.clause.opener is None and not resumes(told.clause) and told.subject in (None, host)

    def _has_owner(self, action: Predicate) -> bool:
        """Who did it or to whom it was done stands behind it, or with "of": «مقتل جندي», «قصف الجيش»."""
        if action.head.kind is Kind.DEFINITE or not self._view.grammar.head_first:
            return True
        behind = [unit for unit in action.group.units if unit.start >= action.head.end]
        owned = any(unit.kind in _OWNERS for unit in behind)
        later = self._view.tree.groups[action.group.at + 1 : action.group.at + 2]
        bare = any(one.kind in (NOUN, DATE) and not one.lead for one in later)
        upon = any(one.kind == NOUN and self._view.grammar.has("targets", one.lead) for one in later)
        return owned or bare or upon

    # --- verbs -------------------------------------------------------------------------------------------------------

    def _lacks_subject(self, clause: Clause) -> bool:
        """Its verb tells none, and is none that needs none: "it rained", «تم …», «ألقي القبض على …»."""
        told = clause.predicate
        if told is None or told.clause.head is not told or told.form not in _FINITE or clause.speaker is not None:
            return False
        subject, host = told.subject, told.clause.host
        gap = told.link is Link.RELATIVE and host is not None and subject in (None, host, told.clause.opener)
        if gap and host is not None and not self._tells(host) and not resumes(told.clause):
            return True
        if told.head.word in self._view.sentence.phrasing.speech.impersonal or told.head.marks & _SPOKEN:
            return False
        if is_of_nobody(told, self._view.grammar):
            return False
        if subject is None and self._shares_subject(told):
            return False
        if subject is None:
            return "passive" not in told.head.marks and not self._holds_doer(told)
        named = host if subject is told.clause.opener and host is not None else subject
        if self._tells(named):
            return False
        her = self._view.grammar.has("her", subject.head.word)
        crossed = ("masculine" if her else "feminine") in told.head.marks  # «أنه ستهبط أول طائرة»
        return not (subject.head.kind is Kind.CLITIC and (crossed or self._holds_both(told)))

    def _tells(self, group: Group) -> bool:
        return any(span.overlaps(group.span) for span in self._spans)

    def _shares_subject(self, told: Predicate) -> bool:
        """The verb that it is joined to stands in the title, with their subject."""
        sister = told.clause.sister.head if told.clause.sister is not None else None
        while sister is not None and sister.subject is None and sister.clause.sister is not None:
            sister = sister.clause.sister.head
        subject = sister.subject if sister is not None else None
        return subject is not None and any(span.covers(subject.span) for span in self._spans)

    def _holds_both(self, told: Predicate) -> bool:
        """Who does it and to whom stand behind the verb, so that the pronoun before it is of nobody: «إنه تلقى المركز
        بلاغا»."""
        who, whom = next(pairwise(self._view.tree.groups[told.group.at + 1 :]), (None, None))
        bare = (one is not None and one.kind == NOUN and not one.lead for one in (who, whom))
        return all(bare) and self._holds_doer(told)

    def _holds_doer(self, told: Predicate) -> bool:
        """A noun that may do it stands right behind the verb, or before it, though the tree does not say so."""
        grammar, groups = self._view.grammar, self._view.tree.groups
        if "plural" in told.head.marks and not grammar.subject_first:  # «صوروا»: its ending is who did it
            return False
        near = groups[told.group.at - 1 : told.group.at] if grammar.subject_first else ()
        behind = groups[told.group.at + 1 : told.group.at + 2]
        beside = near if grammar.subject_first else behind
        verb = told.head.marks & _GENDERS
        return any(one.kind in _DOERS and not one.lead and not (verb | one.marks) >= _GENDERS for one in beside)

    # --- pronouns ----------------------------------------------------------------------------------------------------

    def _points_out(self, told: Predicate | None, *, filled: bool, bound: Collection[Unit] = ()) -> bool:
        """A pronoun stands for somebody whom its words do not tell."""
        return not filled and any(unit not in bound for unit in self.unbound(told))

    def unbound(self, told: Predicate | None) -> Iterator[Unit]:
        """The pronouns that stand for somebody whom the words before them do not tell."""
        if not self._pronouns:
            return
        told_before = [*self._nouns()]
        subject = told.subject if told is not None else None
        opener = told.clause.opener if told is not None else None
        named = subject is not None and subject is not opener and not is_pronoun(subject, self._view.grammar)
        meant = subject.head if subject is not None and named else None
        for unit, owned in self._pronouns:
            before = (one for one in told_before if one.end <= unit.start and one is not owned)
            may_be = any(self._may_stand_for(unit, one) for one in before)
            inside = subject is not None and subject.span.start <= unit.start < subject.span.end  # "its troops"
            own = meant is None or meant is owned or inside or (told is not None and owned is told.head)
            if not may_be and (own or meant is None or not self._may_stand_for(unit, meant)):
                yield unit

    @cached_property
    def _pronouns(self) -> list[tuple[Unit, Unit | None]]:
        """The pronouns of its words, each with the word to which it is glued."""
        found: list[tuple[Unit, Unit | None]] = []
        for units in self._told_units:
            last: Unit | None = None
            for unit in units:
                if unit.kind in _POINTING and self._view.grammar.has("anaphors", unit.word) and not self._is_gone(unit):
                    found.append((unit, last))
                last = unit
        return found

    def _is_gone(self, unit: Unit) -> bool:
        return any(span.start <= unit.start < span.end for span in self._gone)

    def _nouns(self) -> Iterator[Unit]:
        for units in self._told_units:
            yield from (unit for unit in units if unit.kind in _NOUNS)

    @cached_property
    def _told_units(self) -> list[list[Unit]]:
        """The units that the title tells, by group; the preposition that led to its words may stand before these."""
        return [[*self._inside(group)] for group in self._groups]

    def _inside(self, group: Group) -> Iterator[Unit]:
        return (unit for unit in group.units if any(one.start <= unit.start < one.end for one in self._spans))

    @cached_property
    def _groups(self) -> list[Group]:
        """In the order in which the title tells them."""
        every = self._view.tree.groups
        return [group for span in self._spans for group in every if group.span.overlaps(span)]

    def _may_stand_for(self, pronoun: Unit, noun: Unit) -> bool:
        """Nothing in their forms speaks against it."""
        feminine = self._view.grammar.has("her", pronoun.word)
        if "plural" in noun.marks and self._view.grammar.has("his", pronoun.word):
            return False
        if noun.kind is Kind.NAME or not noun.marks & (_GENDERS | {"plural"}):
            return True
        if self._view.grammar.has("them", pronoun.word):
            return "plural" in noun.marks or ACTION not in noun.marks
        return bool({"feminine", "plural"} & noun.marks) if feminine else "feminine" not in noun.marks


def statements_around(
    tree: Tree, told: Predicate | None, span: Span, grammar: Grammar
) -> Iterator[tuple[Predicate, Span]]:
    """Those of one time with the words of the span that they hold, the innermost first, each with all of its words."""
    for head in _heads_above(tree, told, span, grammar):
        words = clause_extent(tree, head.clause)
        if head.form in _FINITE and head.link is not Link.RELATIVE and words is not None:
            yield head, words.hull(span)


def _heads_above(tree: Tree, told: Predicate | None, span: Span, grammar: Grammar) -> Iterator[Predicate]:
    one, above = told, _above(told) if told is not None else _holder(tree, span)
    seen = {id(told)}
    while above is not None and id(above) not in seen and (one is None or _is_part(one, above, grammar)):
        seen.add(id(above))
        yield above
        one, above = above, _above(above)


def _is_part(told: Predicate, above: Predicate, grammar: Grammar) -> bool:
    """Both are of one time: what only tells of a noun, or when or why it was, is a happening of its own.

    «دخل الجنود المدينة عبر بوابة بناها الأهالي عام 1930» tells that of no entry in 1930; «سجل المؤشر هبوطا أمس» does.
    Nor is a plan part of the deed that it is hung on: «خسر الفريق، على أن يلتقي جاره الأحد» tells of no loss on Sunday.
    """
    if told.kind == "noun":
        occasion = grammar.has("within", told.group.lead)
        return occasion or told.group in (above.subject, above.object) or told.clause.head is told
    if told.modality == PLANNED and above.modality != PLANNED and _is_deed(above):
        return False
    opener = told.clause.opener
    follows = opener is not None and opener.units[-1].concept in (COMMENT, RESULT)
    return follows or (told.link not in CIRCUMSTANCES and told.link is not Link.COMPLEMENT)


def _is_deed(one: Predicate) -> bool:
    """It was done, and is no word for what is said, decided or awaited."""
    return "happens" in one.head.marks and "past" in one.head.marks and not {"says", "plans", "wants"} & one.head.marks


def _above(told: Predicate) -> Predicate | None:
    """The head of its own clause, of the one that it is joined to, or of the one in which it stands; none of another
    gender that it is joined to, for that tells nothing of who did it."""
    head = told.clause.head
    if head is not None and head is not told:
        return head
    parent = told.clause.parent
    crossed = parent is not None and (parent.head.marks | told.head.marks) >= _GENDERS
    return None if told.clause.sister is not None and crossed and told.subject is None else parent


def _holder(tree: Tree, span: Span) -> Predicate | None:
    group = next((one for one in tree.groups if one.span.overlaps(span) and one.clause is not None), None)
    return group.clause.head if group is not None and group.clause is not None else None


def resumes(clause: TreeClause) -> bool:
    """A pronoun glued to a verb or a preposition stands for the noun that it is about: «خضع له», not «إثر إصابته»."""
    pairs = (pair for group in clause.groups for pair in pairwise(group.units))
    return any(two.kind is Kind.CLITIC and one.kind in (Kind.FINITE, Kind.PREPOSITION) for one, two in pairs)
