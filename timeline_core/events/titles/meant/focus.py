"""Whom a pronoun of a person stands for, where the words before it tell of one person alone.

"The grocer, Adel Shukri, was arrested in Giza. He was freed on Monday": it is Shukri. Where two persons are told
before it, it may be either, and nobody is named for it.

Source:
    Centering (Grosz, Joshi and Weinstein 1995): a pronoun stands for what the words right before it tell of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from timeline_core.events.report_reading import Reading
from timeline_core.events.roles.people import People
from timeline_core.events.trees import Trees
from timeline_core.model.span import Span
from timeline_core.names.gazetteer import ACTOR
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import MARK, NOUN
from timeline_core.syntax.tree.values import Group, Kind, Predicate, Tree, Unit

_BACK = 2
"""Sentences back in which the person is told."""
_BESIDE = 2
"""Groups from a noun to the name that is its apposition, a comma among them."""
_MANY = frozenset({"plural", "dual"})
_OF_PEOPLE = frozenset({"meet", "speak"})
"""Classes of what a person does whose noun owns it: «لقاؤه», and not «مقتله»."""
_GUESSED = "guessed"
"""Mark of a word that no list knows."""


class Referent(NamedTuple):
    """Who is meant: the words for him in the report."""

    words: Span
    named: bool
    """They are a name."""
    sure: bool = True
    """It is known that a person, or a body, is told."""
    bare: bool = False
    """They are a noun that needs an article: "grocer", but not "Kuwait's emir"."""


class Said(NamedTuple):
    """What a title says for a pronoun, and for which words of the report."""

    place: Span
    words: str


class Focus:
    """The persons whom the pronouns of one report stand for."""

    def __init__(self, reading: Reading, trees: Trees) -> None:
        self._reading, self._trees = reading, trees

    def bound(self, sentence: Sentence, predicate: Predicate | None, pronouns: Iterable[Unit]) -> Mapping[Unit, Said]:
        """What a title says for the first of its pronouns, and with it for those that stand for the same; the rest is
        left as it is."""
        found: dict[Unit, Said] = {}
        meant: Referent | None = None
        grammar = self._trees.grammar(sentence)
        for unit in pronouns:
            owns = unit.kind is Kind.DETERMINER
            if unit.kind is Kind.CLITIC:
                return found or self._of_owner(sentence, unit)
            if owns and not grammar.owner:
                return {}
            personal = any(grammar.has(name, unit.word) for name in ("personal", "his", "him"))
            many = grammar.has("them", unit.word)
            speaks = self.speaker(sentence, predicate, many=many) if owns or many else None
            who = self.person(sentence, unit.start) if personal else speaks
            if who is None or (meant is not None and who != meant):
                return {}
            if meant is None:
                found[unit] = Said(Span(unit.start, unit.end), self._said(who, unit, grammar))
            meant = who
        return found

    def _of_owner(self, sentence: Sentence, pronoun: Unit) -> Mapping[Unit, Said]:
        """The one person who met others or spoke, for the pronoun glued to the noun of it: «لقاؤه»."""
        tree, grammar = self._trees.of(sentence), self._trees.grammar(sentence)
        groups = tree.groups if tree is not None else ()
        pairs = (pair for group in groups for pair in pairwise(group.units))
        action = next((one for one, two in pairs if two == pronoun and one.concept in _OF_PEOPLE), None)
        other = any(grammar.has(name, pronoun.word) for name in ("her", "them"))
        who = self.person(sentence, action.start) if action is not None and not other else None
        if action is None or who is None:
            return {}
        spelling = self._reading.report.text[action.start : pronoun.start]
        forms = sentence.grammar.unbound_forms(spelling)
        alone = next((one for one in forms if self._trees.is_word(sentence, one)), "")
        told = f"{alone} {self._said(who, pronoun, grammar)}"
        return {pronoun: Said(Span(action.start, pronoun.end), told)} if alone else {}

    def _said(self, who: Referent, pronoun: Unit, grammar: Grammar) -> str:
        """The name, or the noun with its article; of an owner with what is put behind it."""
        text, lists = self._reading.report.text, grammar.lists
        told = who.words.of(text)
        if not who.named:
            told = " ".join([*lists.get("plain_article", ()), told]) if who.bare else told
            told = told[:1].upper() + told[1:] if text[pronoun.start].isupper() else told
        if pronoun.kind is not Kind.DETERMINER:
            return told
        return told + (grammar.owner[:1] if told.endswith(grammar.owner[-1:]) else grammar.owner)

    def person(self, sentence: Sentence, at: int) -> Referent | None:
        """The one person told before that place: in its sentence, else in the one before."""
        tree = self._trees.of(sentence)
        if tree is None:
            return None
        here = self._persons(sentence, tree, at)
        if here:
            return _sole(here)
        for one in islice(self._before(sentence), _BACK):
            before = self._trees.of(one)
            told = self._persons(one, before, one.span.end) if before is not None else []
            if told or before is None:
                return _sole(told)
        return None

    def speaker(self, sentence: Sentence, predicate: Predicate | None, *, many: bool) -> Referent | None:
        """The body, or the `many` people, that say what the clause tells: "The army said | its troops …"."""
        saying = predicate.parent if predicate is not None else None
        while saying is not None and not saying.says:
            saying = saying.parent
        who = saying.subject if saying is not None and saying.content is not None else None
        if who is None or who.kind != NOUN:
            return None
        people = People(sentence.phrasing, self._trees.grammar(sentence))
        body = people.named(who.head, only=True) and not people.is_person(who.head)
        if many:
            return _noun(who) if who.marks & _MANY or people.named(who.head) else None
        return _noun(who) if body and not who.marks & _MANY else None

    def _before(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentences before, the last first, up to a heading or an entry of a list."""
        for paragraph in reversed(self._reading.paragraphs):
            if paragraph.span.start > sentence.span.start:
                continue
            if paragraph.heading or paragraph.listed or paragraph.row:
                return
            yield from (one for one in reversed(paragraph.sentences) if one.span.start < sentence.span.start)

    def _persons(self, sentence: Sentence, tree: Tree, end: int) -> list[Referent]:
        """Each person that the words before that place tell of, by name where he has one."""
        named = self._reading.hits_in(Span(sentence.span.start, end), ACTOR)
        hits = [hit for hit in named if self._reading.persons([hit.id])]
        by_id: dict[str, Span] = {}
        for hit in hits:
            known = by_id.setdefault(hit.id, hit.span)
            if hit.span.end - hit.span.start > known.end - known.start:
                by_id[hit.id] = hit.span
        grammar = self._trees.grammar(sentence)
        people = People(sentence.phrasing, grammar)
        nouns: dict[str, Referent] = {}
        for group in tree.groups:
            told = group.span.end <= end and group.kind == NOUN and not _is_named(group, tree, [*by_id.values()])
            sure = told and self._is_person(group, people, grammar)
            if sure or (told and self._may_be_person(group, grammar)):
                found = (_apposed(group, tree) if sure else None) or _noun(group)
                nouns.setdefault(group.head.lemma or group.head.word, found._replace(sure=sure))
        return [*(Referent(span, named=True) for span in by_id.values()), *nouns.values()]

    @staticmethod
    def _may_be_person(group: Group, grammar: Grammar) -> bool:
        """No list knows the noun, and it does it or undergoes it: "a grocer"."""
        beside = not group.lead or any(grammar.has(name, group.lead) for name in ("doers", "together"))
        one = group.head.kind is Kind.NOUN and _GUESSED in group.marks and not group.marks & _MANY
        owned = any(grammar.has("anaphors", unit.word) for unit in group.units)
        return beside and one and not owned and not any(unit.kind is Kind.NUMBER for unit in group.units)

    @staticmethod
    def _is_person(group: Group, people: People, grammar: Grammar) -> bool:
        """One person, told by a noun of his own: not "his brother", who is told by another one."""
        several = any(unit.kind is Kind.NUMBER for unit in group.units) or bool(group.marks & _MANY)
        owned = any(grammar.has("anaphors", unit.word) for unit in group.units)
        return group.kind == NOUN and people.is_person(group.head) and not (several or owned)


def _sole(told: Sequence[Referent]) -> Referent | None:
    """The only one, where it is known for a person."""
    return told[0] if len(told) == 1 and told[0].sure else None


def _noun(group: Group) -> Referent:
    """Its words without the article in front, and without what leads to it."""
    units = [unit for unit in group.units if unit.kind not in (Kind.PREPOSITION, Kind.DETERMINER)]
    span = Span(units[0].start, units[-1].end) if units else group.span
    led = any(unit.kind is Kind.DETERMINER for unit in group.units)
    one = not group.marks & _MANY and bool(units) and units[0].kind is not Kind.NAME
    return Referent(span, named=False, bare=led or one)


def _apposed(group: Group, tree: Tree) -> Referent | None:
    """The name between two commas right behind it, which no list knows: "One clerk, | Adel Shukri |, died"."""
    behind = tree.groups[group.at + 1 : group.at + _BESIDE + 2]
    if len(behind) <= _BESIDE or [one.kind for one in behind] != [MARK, NOUN, MARK]:
        return None
    name = behind[1]
    whole = len(name.units) > 1 and all(unit.kind is Kind.NAME for unit in name.units)
    return Referent(name.span, named=True) if whole else None


def _is_named(group: Group, tree: Tree, names: list[Span]) -> bool:
    """A name in it, or in apposition to it, tells who it is: "the grocer, Adel Shukri"."""
    if any(name.overlaps(group.span) for name in names):
        return True
    near = tree.groups[max(group.at - _BESIDE, 0) : group.at + _BESIDE + 1]
    parted = [one for one in near if one.kind not in (NOUN, MARK)]
    low = max((one.span.end for one in parted if one.at < group.at), default=near[0].span.start)
    high = min((one.span.start for one in parted if one.at > group.at), default=near[-1].span.end)
    return any(low <= name.start and name.end <= high for name in names)
