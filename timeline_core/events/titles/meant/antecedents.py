"""Whom a verb without a subject goes on about, where no joint ties it to the clause that told him.

«وصل الوفد إلى عدن بعد أن غادر بيروت»: the delegation left. «زار المحافظ البلدة. ووعد بترميم المدرسة»: he promised it.

Source:
    Centering (Grosz, Joshi and Weinstein 1995): what goes on is the subject of the words before, when nobody else of
    its gender is told there without a preposition.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice, takewhile

from timeline_core.events.report_reading import Paragraph, Reading
from timeline_core.events.roles.people import People
from timeline_core.events.titles.meant.subject_words import SubjectWords, is_pronoun
from timeline_core.events.trees import Trees
from timeline_core.model.span import Span
from timeline_core.names.gazetteer import ACTOR
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.groups import DATE, FINITE, JOINT, MARK, NOUN, OTHER
from timeline_core.syntax.tree.values import ACTION, COMMENT, RESULT, Group, Kind, Link, Predicate, Tree

_BACK = 3
"""Sentences back in which the subject may have been told last."""
_STATED = frozenset({Link.MAIN, Link.JOINED})
_BELOW = frozenset({Link.TIME, Link.PURPOSE, Link.COMPLEMENT, Link.CONDITION})
_GENDERS = frozenset({"masculine", "feminine"})
_PASSED = frozenset({NOUN, DATE, OTHER, MARK})
"""Groups behind a verb among which its subject may stand."""
_DAY = "day"
_MANY = frozenset({"plural", "dual", "first", "second"})


class Antecedents:
    """Finds the antecedents of one report's verbs."""

    def __init__(self, reading: Reading, trees: Trees) -> None:
        self._reading, self._trees = reading, trees
        self._words = SubjectWords(reading)

    def above(self, sentence: Sentence, tree: Tree, predicate: Predicate) -> Span | None:
        """The subject of the clause on which an adverbial one hangs."""
        opener = predicate.clause.opener
        comments = opener is not None and opener.units[-1].concept in (COMMENT, RESULT)
        if predicate.link not in _BELOW or comments or not self.leaves_out(tree, predicate):
            return None
        above = predicate.parent
        while above is not None and above.subject is None and above.link in _BELOW:
            above = above.parent
        if above is None or not self._continues(above, predicate):
            return None
        return self._sole(sentence, tree, above, predicate)

    def around(self, sentence: Sentence, tree: Tree, predicate: Predicate, end: int) -> Span | None:
        """The subject of the statement around a relative clause, whose verb has none up to that place: «تحدثت الطبيبة
        في ندوة أقامتها»."""
        holding = predicate.parent
        if holding is None or predicate.link is not Link.RELATIVE or holding.clause.head is not holding:
            return None
        if not self.leaves_out(tree, predicate, end) or not self._continues(holding, predicate):
            return None
        subject = holding.subject
        if subject is None or not subject.span.end <= predicate.span.start:
            return None
        return self._sole(sentence, tree, holding, predicate)

    def beside(self, sentence: Sentence, tree: Tree, predicate: Predicate) -> Span | None:
        """The subject of the verb right before it, where the one that it seems to be joined to is of the other gender.

        «أعلن السفير أن المملكة لم تتدخل، واستجابت للطلب»: it is the state that answered.
        """
        sister = predicate.clause.sister.head if predicate.clause.sister is not None else None
        crossed = sister is not None and (sister.head.marks | predicate.head.marks) >= _GENDERS
        if not crossed or not self.leaves_out(tree, predicate) or "passive" in predicate.head.marks:
            return None
        told = (one for one in reversed(tree.predicates) if one.span.end <= predicate.span.start)
        last = next((one for one in told if one.clause.head is one and one.subject is not None), None)
        if last is None or last.link is Link.RELATIVE or not self._continues(last, predicate):
            return None
        return self._sole(sentence, tree, last, predicate)

    def before(self, sentence: Sentence, predicate: Predicate) -> Span | None:
        """The one subject of the sentence before, where this one opens with the verb."""
        own = self._trees.of(sentence)
        opens = predicate.link is Link.MAIN and not self.has_noun_before(sentence, predicate)
        if self._trees.grammar(sentence).subject_first or not opens or own is None:
            return None
        if not self.leaves_out(own, predicate) or "passive" in predicate.head.marks:
            return None
        for one in islice(self._sentences_before(sentence), _BACK):
            tree = self._trees.of(one)
            told = [head for head in tree.predicates if _is_stated(head)] if tree is not None else []
            if tree is None or not told or not all(self._continues(head, predicate) for head in told):
                return None
            named = [head for head in told if head.subject is not None]
            if named:
                sole = self._sole(one, tree, named[0], predicate) if len(named) == 1 else None
                return sole if sole is not None and self._acts(one, named[0], predicate) else None
        return None

    @staticmethod
    def leaves_out(tree: Tree, predicate: Predicate, end: int = sys.maxsize) -> bool:
        """One alone does it, and no words behind it, up to that end, may be who: none without a preposition, but of the
        other gender («خفض | النسبة»), and no day («يشكل | الأسبوع منصة»)."""
        verb = predicate.head.marks
        if verb & _MANY or not verb & _GENDERS:
            return False
        groups = [one for one in tree.groups[predicate.group.at + 1 :] if one.span.start < end]
        behind = [*takewhile(lambda group: group.kind in _PASSED, groups)]
        if any(group.kind == FINITE for group in groups[len(behind) : len(behind) + 1]):  # which may be a noun
            return False
        bare = [group for group in behind if not group.lead and group.kind not in (MARK, DATE)]
        next_date = tree.groups[predicate.group.at + 1 : predicate.group.at + 2]
        timed = any(group.kind == DATE and not group.lead and _DAY not in group.marks for group in next_date)
        return not timed and all((group.marks | verb) >= _GENDERS for group in bare)

    def has_noun_before(self, sentence: Sentence, predicate: Predicate) -> bool:
        """Words in front may tell its subject: «الملك | فارق البلاد»."""
        tree = self._trees.of(sentence)
        return tree is None or any(group.kind == NOUN for group in tree.groups[: predicate.group.at])

    def _sentences_before(self, sentence: Sentence) -> Iterator[Sentence]:
        """The last first; an entry of a list, and a row, goes on with no other."""
        own: Paragraph | None = None
        for paragraph in self._reading.in_order.backwards(sentence.span.start + 1):
            own = own or paragraph
            apart = own.listed or own.row
            if paragraph is not own and (apart or paragraph.listed or paragraph.row):
                return
            told = () if paragraph.heading else paragraph.sentences
            yield from (one for one in reversed(told) if one.span.start < sentence.span.start)

    @staticmethod
    def _continues(head: Predicate, predicate: Predicate) -> bool:
        """Both verbs are of one gender, and of one person alone."""
        gender = head.head.marks & _GENDERS
        return gender == predicate.head.marks & _GENDERS != frozenset() and not head.head.marks & _MANY

    def _acts(self, sentence: Sentence, head: Predicate, predicate: Predicate) -> bool:
        """He is a person or a body; a body that says something said something before."""
        subject = head.subject
        if subject is None or not self._is_human(sentence, subject) or self._only_says(sentence, subject, predicate):
            return False
        people = People(sentence.phrasing, self._trees.grammar(sentence))
        says = "says" not in predicate.head.marks or "says" in head.head.marks
        return says or people.is_person(subject.head) or any(one.overlaps(subject.span) for one in sentence.persons)

    def _only_says(self, sentence: Sentence, subject: Group, predicate: Predicate) -> bool:
        """A text, or a source, which says and does nothing else: «صدر البيان. وخضع لفحص» is of somebody else."""
        return self._trees.grammar(sentence).names("echoes", subject.head) and "says" not in predicate.head.marks

    def _is_human(self, sentence: Sentence, group: Group) -> bool:
        people = People(sentence.phrasing, self._trees.grammar(sentence))
        named = any(hit.span.overlaps(group.span) for hit in self._reading.hits_in(group.span, ACTOR))
        return named or people.named(group.head)

    def _sole(self, sentence: Sentence, tree: Tree, head: Predicate, predicate: Predicate) -> Span | None:
        """The subject of the head, where it is one, and nobody else stands there whom no preposition leads to; before a
        verb in the passive, nothing else."""
        subject, grammar = head.subject, self._trees.grammar(sentence)
        if subject is None or is_pronoun(subject, grammar) or subject.kind != NOUN or subject.marks & _MANY:
            return None
        whole = self._words.whole(subject, tree, grammar)
        end = predicate.span.start if predicate in tree.predicates else tree.span.end
        behind = [one for one in tree.groups if whole.end <= one.span.start < end]
        if behind and behind[0].kind == JOINT and any(one.listed for one in behind[1:2]):
            return None
        rivals = (one for one in behind if one.kind == NOUN and not one.lead and not one.comma)
        if any(self._is_rival(sentence, one, predicate.head.marks) for one in rivals):
            return None
        return self._owner(whole) if self._is_owned_action(sentence, subject, whole) else whole

    def _is_owned_action(self, sentence: Sentence, subject: Group, whole: Span) -> bool:
        """What somebody did, told with its owner, and no body so called: «تعلق سامر بالأرض», but not «قيادة الجيش»."""
        grammar, head = self._trees.grammar(sentence), subject.head
        owned = ACTION in head.marks and head.kind is Kind.NOUN and whole.end > head.end
        bodies = People(sentence.phrasing, grammar).named(head)
        named = any(hit.span.start <= head.start for hit in self._reading.hits_in(whole, ACTOR))
        return owned and grammar.head_first and not (bodies or named)

    def _owner(self, action: Span) -> Span | None:
        """The one person whom the words of an action name."""
        named = self._reading.hits_in(action, ACTOR)
        persons = [hit.span for hit in named if self._reading.persons([hit.id])]
        return persons[0] if len(named) == len(persons) == 1 else None

    def _is_rival(self, sentence: Sentence, group: Group, verb: frozenset[str]) -> bool:
        """Somebody of whom such a verb may tell, too."""
        counted = any(unit.kind is Kind.NUMBER for unit in group.units)
        crossed = (group.marks | verb) >= _GENDERS or bool(group.marks & _MANY) or counted
        return not crossed and ("passive" in verb or self._is_human(sentence, group))


def _is_stated(head: Predicate) -> bool:
    return head.clause.head is head and head.link in _STATED
