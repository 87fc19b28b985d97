"""The subject that a clause leaves out, or names by a pronoun, where the report is sure whom it stands for.

"Rebels seized Marj and burned the market": it was rebels who burned it. «وصل الوزير إلى عدن. وزار الميناء.»

Source:
    Ellipsis of the subject in coordination; pronouns of the subject told last (Grosz, Joshi and Weinstein 1995).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from timeline_core.events.report_reading import Reading
from timeline_core.events.roles.people import People
from timeline_core.events.titles.meant.antecedents import Antecedents
from timeline_core.events.titles.meant.subject_words import SubjectWords, is_of_nobody, is_pronoun
from timeline_core.events.trees import Trees
from timeline_core.model.span import Span
from timeline_core.names.gazetteer import ACTOR
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import JOINT, NOUN
from timeline_core.syntax.tree.marks import STOP
from timeline_core.syntax.tree.values import COMMENT, Clause, Group, Kind, Link, Predicate, Tree

_BESIDE = 3
"""Groups from a verb to the subject that is surely its own."""
_CHAIN = 6
"""Clauses joined to one another that share one subject."""
_NOMINAL = frozenset({Kind.NOUN, Kind.DEFINITE, Kind.NAME})
_STATED = frozenset({Link.MAIN, Link.JOINED})
_FINITE = ("finite", "copula")
_SPEECH = 4
"""Sentences back in which the speaker of a statement is looked for."""
_FORMS = frozenset({"masculine", "feminine", "plural", "dual", "first", "second"})
_SPOKEN = frozenset({"first", "second"})
_SINGULAR = frozenset({"plural", "dual", "first", "second"})


_BY_PEOPLE = frozenset({"hold", "free"})
"""Classes of what only people do, and no action of theirs."""


class Filled(NamedTuple):
    """A subject that a title puts in: its words in the report, and what it stands for or before."""

    words: Span
    at: Span
    """A pronoun, or the empty place where the subject would stand."""


class Subjects:
    """Finds the subjects that the clauses of one report do not tell."""

    def __init__(self, reading: Reading, trees: Trees) -> None:
        self._reading, self._trees = reading, trees
        self._words, self._antecedents = SubjectWords(reading), Antecedents(reading, trees)

    def of(self, sentence: Sentence, predicate: Predicate | None, low: int = 0) -> Filled | None:
        """Whom its verb leaves out; None where it tells its subject, or where that is not sure.

        Args:
            low: what stands before is not told: «المباراة | التي | أقيمت في لندن».
        """
        tree = self._trees.of(sentence)
        if predicate is None or tree is None or predicate.clause.head is not predicate:
            return None
        grammar, told = self._trees.grammar(sentence), predicate.subject
        if predicate.form not in _FINITE:
            return self._with_auxiliary(predicate, tree, grammar)
        nobody = predicate.head.word in sentence.phrasing.speech.impersonal or is_of_nobody(predicate, grammar)
        if nobody or _may_be_spoken(predicate, grammar):
            return None
        host = self._host_before(sentence, predicate, tree, low)
        if host is not None:
            return Filled(host, _place(predicate, None, grammar))
        if told is not None and not is_pronoun(told, grammar):
            return None
        found = self._antecedent(sentence, tree, predicate)
        return None if found is None else Filled(found, _place(predicate, told, grammar))

    def around(self, sentence: Sentence, predicate: Predicate, end: int) -> Span | None:
        """Who does what a relative clause tells up to that end, where the statement that holds it names him."""
        tree = self._trees.of(sentence)
        return self._antecedents.around(sentence, tree, predicate, end) if tree is not None else None

    def _with_auxiliary(self, predicate: Predicate, tree: Tree, grammar: Grammar) -> Filled | None:
        """Who and the auxiliary that a joined participle leaves out: "the clerk was arrested on Friday and charged"."""
        sister = predicate.clause.sister
        head = sister.head if sister is not None else None
        if predicate.form != "participle" or predicate.subject is not None or head is None or head.subject is None:
            return None
        units, subject = head.group.units, head.subject
        if head.form not in _FINITE or units[0] is head.head or subject.at != head.group.at - 1:
            return None
        words = self._words.whole(subject, tree, grammar)
        return Filled(Span(words.start, units[0].end), _place(predicate, None, grammar))

    def _antecedent(self, sentence: Sentence, tree: Tree, predicate: Predicate) -> Span | None:
        """The subject of what it is joined to, of the words around it, or of those before."""
        grammar, told = self._trees.grammar(sentence), predicate.subject
        joined = told is None and (_is_joined(predicate, tree) or _goes_with(predicate.clause))
        speaks = _says(predicate) and predicate.link is Link.MAIN
        if joined and not (grammar.subject_first or speaks) and self._trees.can_be_action(sentence, predicate):
            return None
        group = _shared(predicate, grammar) if joined else None
        if group is not None:
            if predicate.head.concept in _BY_PEOPLE and any("action" in unit.marks for unit in group.units):
                return None
            if _undergoes(predicate, group, grammar) or _comes_about(group, tree, sentence):
                return None
            found = self._words.whole(group, tree, grammar)
            spoke = any(one.subject is group and _says(one) for one in tree.predicates)
            silent = _says(predicate) and not spoke and not self._can_speak(sentence, found, group)
            return None if silent else found
        spoken = self._speaker_before(sentence, predicate, grammar)
        return spoken or self._told_around(sentence, tree, predicate)

    def _told_around(self, sentence: Sentence, tree: Tree, predicate: Predicate) -> Span | None:
        """Who was told of in the words around it, where none of its own may be its subject."""
        around, told = self._antecedents, predicate.subject
        if told is None and not around.leaves_out(tree, predicate):
            return None
        named = told is None and around.has_noun_before(sentence, predicate)
        found = None if named else self._told_before(sentence, predicate, self._trees.grammar(sentence))
        if found is not None or told is not None:
            return found
        beside = around.above(sentence, tree, predicate) or around.beside(sentence, tree, predicate)
        return beside or around.before(sentence, predicate)

    def _host_before(self, sentence: Sentence, predicate: Predicate, tree: Tree, low: int) -> Span | None:
        """The noun that a relative clause is about, where neither it nor its pronoun is told."""
        clause, grammar = predicate.clause, self._trees.grammar(sentence)
        if predicate.link is not Link.RELATIVE or clause.host is None or clause.host.span.end > low:
            return None
        about = predicate.subject is None or predicate.subject in (clause.opener, clause.host)
        unled = next((unit for unit in clause.host.units if unit.kind is not Kind.PREPOSITION), None)
        if not about or unled is None or not _agree(predicate, clause.host):
            return None
        whole = self._words.whole(clause.host, tree, grammar)
        return Span(unled.start, whole.end) if not self._shares_letters(unled.start, sentence) else None

    def _shares_letters(self, at: int, sentence: Sentence) -> bool:
        """What leads to the word took a letter of its article: «للمعسكر»."""
        text = self._reading.report.text
        led = text[max(at - 1, 0) :].split(maxsplit=1)[0]
        return led.startswith(sentence.grammar.to_article) and self._trees.shares_letter(sentence, led)

    # --- the sentence before ---------------------------------------------------------------------------------------

    def _speaker_before(self, sentence: Sentence, predicate: Predicate, grammar: Grammar) -> Span | None:
        """Who spoke last, where every sentence since then only goes on with what was said: «قال الناطق … وأضاف …»."""
        if not _says(predicate) or predicate.link is not Link.MAIN or grammar.subject_first != bool(predicate.subject):
            return None
        for one in islice(self._reading.sentences.backwards(sentence.span.start), _SPEECH):
            tree = self._trees.of(one)
            heads = [head for head in tree.predicates if head.clause.head is head] if tree is not None else []
            stated = [head for head in heads if head.link in _STATED]
            if tree is None or not stated or not all(_says(one) and _alike(one, predicate, grammar) for one in stated):
                return None
            told = [head.subject for head in heads if _says(head) and head.subject is not None]
            named = [group for group in told if not is_pronoun(group, grammar)]
            if named:
                return self._words.whole(named[0], tree, grammar) if len(named) == 1 else None
        return None

    def _told_before(self, sentence: Sentence, predicate: Predicate, grammar: Grammar) -> Span | None:
        """The one person of the paragraph, where the sentence before told of him as its subject too."""
        if predicate.link is not Link.MAIN or predicate.head.marks & _SINGULAR:
            return None
        if predicate.subject is None and grammar.subject_first:
            return None
        paragraph = next(self._reading.in_order.backwards(sentence.span.start + 1), None)
        if paragraph is None or not paragraph.span.covers(sentence.span):
            return None
        named = self._reading.hits.inside(paragraph.span)
        persons = [hit for hit in named if self._reading.persons([hit.id])]
        if len({hit.id for hit in persons}) != 1 or persons[0].span.start >= predicate.span.start:
            return None
        before = [one for one in paragraph.sentences if one.span.start < sentence.span.start]
        subjects = self._subjects(before[-1], predicate, grammar) if before else iter(())
        if not any(subject.overlaps(hit.span) for subject in subjects for hit in persons):
            return None
        return max((hit.span for hit in persons), key=lambda span: span.end - span.start)

    def _subjects(self, sentence: Sentence, predicate: Predicate, grammar: Grammar) -> Iterator[Span]:
        """Those of the sentence's statements whose verb is of one gender with that one."""
        tree = self._trees.of(sentence)
        for one in tree.predicates if tree is not None else ():
            alike = grammar.subject_first or _gender(one) == _gender(predicate)
            if one.clause.head is one and one.link in _STATED and one.subject is not None and alike:
                whole = self._words.whole(one.subject, tree, grammar) if tree is not None else None
                yield whole or one.subject.span

    def _can_speak(self, sentence: Sentence, subject: Span, group: Group | None) -> bool:
        """It names a person or a body, or is a noun for one."""
        hits = self._reading.hits.overlapping(subject)
        people = People(sentence.phrasing, self._trees.grammar(sentence))
        noun = group is not None and people.named(group.head, only=True)
        return noun or any(self._reading.gazetteer[hit.id].category == ACTOR for hit in hits)


def _may_be_spoken(predicate: Predicate, grammar: Grammar) -> bool:
    """What is glued to the verb may be who did it, and speaks: «حققنا» is "we achieved" or "he gave us"."""
    glued = (unit for unit in predicate.group.units if unit.kind is Kind.CLITIC)
    return any(not grammar.has("anaphors", unit.word) for unit in glued)


def _is_joined(predicate: Predicate, tree: Tree) -> bool:
    """A word that joins, or a semicolon, stands right before its clause: "and burned", «ووصلت», "; were hurt"."""
    first = predicate.clause.groups[0] if predicate.clause.groups else predicate.group
    before = tree.groups[first.at - 1] if first.at > 0 else first
    return before.kind == JOINT or before.role == STOP


def _comes_about(group: Group, tree: Tree, sentence: Sentence) -> bool:
    """It is an action that took place, and does nothing else: «تم الهدم، ووعد بالبناء»."""
    told = (one.head.word for one in tree.predicates if one.subject is group)
    return any(word in sentence.phrasing.speech.impersonal for word in told)


def _undergoes(predicate: Predicate, group: Group, grammar: Grammar) -> bool:
    """The pronoun glued to the verb stands for the noun, which is then not its subject: «زاره الجيران وأكرمهم»."""
    glued = any(unit.kind is Kind.CLITIC and grammar.has("them", unit.word) for unit in predicate.group.units)
    before = _sister(predicate)
    behind = before is not None and group.at > before.group.at
    return glued and behind and "plural" not in predicate.head.marks and group.head.kind is Kind.DEFINITE


def _sister(predicate: Predicate) -> Predicate | None:
    return predicate.clause.sister.head if predicate.clause.sister is not None else None


def _is_past(predicate: Predicate) -> bool:
    return any("past" in unit.marks for unit in predicate.group.units)


def _is_passive(predicate: Predicate) -> bool:
    """Who is told as its subject undergoes it: "was shot"."""
    return any("passive" in unit.marks for unit in predicate.group.units)


def _shared(predicate: Predicate, grammar: Grammar) -> Group | None:
    """The subject of the verb that it is joined to."""
    clause = predicate.clause
    for _ in range(_CHAIN):
        clause = _beside(clause)
        head = clause.head
        if head is None or head is predicate:
            return None
        times = _is_past(head) == _is_past(predicate) or _goes_with(predicate.clause)
        if head.form not in _FINITE or head.polarity != predicate.polarity or not times:
            return None
        if _gender(head) ^ _gender(predicate) == {"masculine", "feminine"}:
            return None
        if head.subject is not None:
            alone = head.object is None and predicate.object is None and not grammar.subject_first
            subject = _meant(head) if alone or _is_passive(head) == _is_passive(predicate) else None
            near = subject is not None and abs(subject.at - head.group.at) <= _BESIDE
            alike = _gender(head) == _gender(predicate) != frozenset() and not predicate.head.marks & _SPOKEN
            agree = subject is not None and (alike or _agree(predicate, subject))
            return subject if near and agree else None
        if _beside(clause) is clause:
            return None
    return None


def _beside(clause: Clause) -> Clause:
    """The clause that it is joined to, or that it goes with: «تضع اللجنة لمساتها، فيما شكلت فريقا»."""
    if clause.sister is not None:
        return clause.sister
    return clause.above if _goes_with(clause) and clause.above is not None else clause


def _goes_with(clause: Clause) -> bool:
    return clause.opener is not None and clause.opener.units[-1].concept == COMMENT


def _meant(head: Predicate) -> Group | None:
    """Its subject; of a relative clause the noun that it is about."""
    subject = head.subject
    if subject is not None and subject.kind != NOUN:
        return head.clause.host if subject is head.clause.opener else None
    return subject if subject is not None and subject.head.kind in _NOMINAL else None


def _agree(predicate: Predicate, subject: Group) -> bool:
    verb, noun = predicate.head.marks, subject.marks
    if verb & _SPOKEN:
        return False
    return not (("masculine" in verb and "feminine" in noun) or ("feminine" in verb and "masculine" in noun))


def _says(predicate: Predicate) -> bool:
    return "says" in predicate.head.marks


def _alike(one: Predicate, other: Predicate, grammar: Grammar) -> bool:
    """Nothing in their forms speaks against both having one subject."""
    return grammar.subject_first or one.head.marks & _FORMS == other.head.marks & _FORMS


def _gender(predicate: Predicate) -> frozenset[str]:
    return predicate.head.marks & {"masculine", "feminine"}


def _place(predicate: Predicate, told: Group | None, grammar: Grammar) -> Span:
    if told is not None:
        return told.span
    before = grammar.subject_first or "plural" in predicate.head.marks  # «الحراس خرجوا», but «خرج الحراس»
    at = predicate.group.span.start if before else predicate.group.span.end
    return Span(at, at)
