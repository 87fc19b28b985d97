"""The parse of a sentence: units → groups → marks → links → arguments → dates → factuality → measures → speech.

Every level reads only what the level below gives. The tree is built once and thrown away.

Source:
    The cascade of FASTUS (Hobbs et al. 1997); partial parsing (Abney 1996).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from functools import lru_cache

from timeline_core.concepts import PredicateClass
from timeline_core.model.span import Span
from timeline_core.names.common_nouns import CommonNouns
from timeline_core.syntax.readings import Category, Reading
from timeline_core.syntax.rules import present_in
from timeline_core.syntax.tree.arguments import filled
from timeline_core.syntax.tree.dates import attached
from timeline_core.syntax.tree.factuality import judged
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import groups
from timeline_core.syntax.tree.links import Linker
from timeline_core.syntax.tree.marks import paired
from timeline_core.syntax.tree.measures import measured
from timeline_core.syntax.tree.phrases.name_edges import NamePlace, marked
from timeline_core.syntax.tree.pieces import MARK, WORD, DatePlace, Piece, pieces
from timeline_core.syntax.tree.speech import spoken
from timeline_core.syntax.tree.units import Units
from timeline_core.syntax.tree.values import Tree, Unit
from timeline_core.text.fold import folded
from timeline_core.text.words import REMEMBERED

_DATE = (Reading(Category.DATE),)
_NAME = Reading(Category.NAME)
_DUAL, _SPEAKER = "d", "1"
_NOMINAL = frozenset({Category.NOUN, Category.ADJECTIVE, Category.PARTICIPLE, Category.ACTION})
_VERBS = frozenset({Category.VERB, Category.AUXILIARY})
_OPEN = _NOMINAL | {Category.VERB}
NOUN = "noun"


def _is_rare(verb: Reading) -> bool:
    """A dual behind a glued particle, the speaker's own deed to somebody, or a past with its object glued to it."""
    return (verb.number == _DUAL and bool(verb.before)) or (verb.person == _SPEAKER and verb.pronoun)


Classes = Mapping[str, PredicateClass]
Known = Callable[[str], Sequence[Reading]]
Narrowed = Callable[[Sequence[Sequence[Reading]]], Sequence[Sequence[Reading]]]


class Parser:
    """Parses the sentences of one language."""

    def __init__(
        self, grammar: Grammar, classes: Classes, known: Known, narrowed: Narrowed, nouns: CommonNouns | None = None
    ) -> None:
        """`known`: all readings of a spelling; `narrowed`: those that the sentence leaves to each of its words."""
        self.nouns = nouns or CommonNouns()
        """Those of the language that everybody uses, which the table of readings does not have."""
        self.grammar = grammar
        self._known, self._narrowed = known, narrowed
        self._units = Units(grammar, classes)

    def kind_of(self, spelling: str) -> str:
        """How the lexicon knows the word: `""` at most as a name, `noun` only as a noun, `word` as anything else."""
        known = {one.category for one in self._known(spelling) if not one.guessed} - {Category.NAME}
        if known:
            return NOUN if known <= _NOMINAL else WORD
        return NOUN if self.nouns.holds(folded(spelling)) else ""

    def is_remote(self, spelling: str) -> bool:
        """True where the tables know the word only as a verb in a rare inflection.

        «نوفاك» may be "we promised you" and «فيشمان» "so the two smell": such letters hardly ever stand for that.
        """
        known = [one for one in self._known(spelling) if not one.guessed and one.category is not Category.NAME]
        return bool(known) and all(one.category is Category.VERB and _is_rare(one) for one in known)

    def parse(
        self,
        text: str,
        span: Span,
        dates: Sequence[DatePlace],
        names: Sequence[NamePlace] = (),
    ) -> Tree:
        """The tree of the sentence that stands there.

        Args:
            dates: the expressions in the sentence; each is one piece.
            names: where it names persons, bodies and places.
        """
        found = pieces(text, span, dates, self.grammar.endings)
        every = self._every(found, [name.span for name in names])
        units = self._units.units(found, [_chosen(left) for left in self._narrowed(every)], every)
        return tree_of(marked(units, names), self.grammar, span)

    def can_be_action(self, spelling: str) -> bool:
        """The word may be a noun of action: «نشر» is "published" and "publishing"."""
        return any(reading.category is Category.ACTION for reading in self._known(spelling))

    def can_be_participle(self, spelling: str) -> bool:
        """The word may be a participle: "built" is what somebody did and what was done to a thing."""
        return any(reading.category is Category.PARTICIPLE for reading in self._known(spelling))

    def can_be_verb(self, spelling: str) -> bool:
        """A table knows the word as a verb."""
        return any(reading.category is Category.VERB and not reading.guessed for reading in self._known(spelling))

    def shares_letter(self, spelling: str) -> bool:
        """Its second letter is of an article, from which the particle in front took one: «للوزير», not «للجنة»."""
        led = [one for one in self._known(spelling) if one.before and not one.guessed]
        if led:
            return any(one.article for one in led)
        bare = spelling[1:]
        return self.is_whole(bare[1:]) or not self.is_whole(bare)

    def is_whole(self, spelling: str) -> bool:
        """A table or the list of nouns knows the word as it stands, with nothing glued in front."""
        known = any(not (one.guessed or one.before) for one in self._known(spelling))
        return known or self.nouns.holds(folded(spelling))

    def is_verb(self, spelling: str) -> bool:
        """A table knows the word as a verb, and as nothing else: «كان»."""
        known = {reading.category for reading in self._known(spelling) if not reading.guessed}
        return bool(known) and known <= _VERBS

    def _every(self, found: Sequence[Piece], names: Sequence[Span]) -> list[Sequence[Reading]]:
        """All that each piece can be."""
        named = set[int]().union(*(range(name.start, name.end) for name in names))
        known = self._known
        return [
            known(piece.spelling)
            if piece.sort == WORD and piece.start not in named and piece.end - 1 not in named
            else self._readings(piece, names, named)
            for piece in found
        ]

    def _readings(self, piece: Piece, names: Sequence[Span], named: Container[int]) -> Sequence[Reading]:
        """What a mark or date can be, or a word of which a part stands in a name: nothing but a part of that name.

        Args:
            named: every place inside a name.
        """
        if piece.sort != WORD:
            return _mark(piece.spelling) if piece.sort == MARK else _DATE
        known = self._known(piece.spelling)
        if piece.start not in named:
            return self._led_name(piece, names, known)
        inside = any(name.start <= piece.start and piece.end <= name.end for name in names)
        glued = bool(known[0].before) and known[0].category is not Category.VERB
        return _name(piece.spelling, number=_number(known)) if inside and not glued else known

    @staticmethod
    def _led_name(piece: Piece, names: Sequence[Span], known: Sequence[Reading]) -> Sequence[Reading]:
        """The readings of a name that have the particle glued in front of it («لإيران», «وبريطانيا»)."""
        starts = (name.start for name in names if piece.start < name.start < piece.end <= name.end)
        led = piece.spelling[: next(starts, piece.start) - piece.start]
        if not led.isalpha():
            return known
        before = tuple(folded(led))
        apart = [reading for reading in known if reading.before == before and not reading.guessed]
        return apart or _name(piece.spelling[len(led) :], before)


@lru_cache(maxsize=REMEMBERED)
def _mark(spelling: str) -> tuple[Reading]:
    """The one reading of a mark."""
    return (Reading(Category.MARK, spelling),)


@lru_cache(maxsize=REMEMBERED)
def _name(word: str, before: tuple[str, ...] = (), number: str = "") -> tuple[Reading]:
    """The one reading of a part of a name; one value for the same word, so that what is known of it is found again."""
    return (_NAME._replace(lemma=word, before=before, number=number),)


def _chosen(left: Sequence[Reading]) -> Reading:
    """The first of the readings that are left, marked where it stays open whether the word is a verb or a noun."""
    one = left[0]
    if len(left) == 1 or one.category not in _OPEN:
        return one
    verb = one.category in _VERBS
    other = any((each.category in _VERBS) is not verb and each.category in _OPEN for each in left)
    return _in_doubt(one) if other else one


@lru_cache(maxsize=REMEMBERED)
def _in_doubt(one: Reading) -> Reading:
    """The same reading, marked as not sure; one value for equal ones, so that what is known of it is found again."""
    return one._replace(unsure=True)


def _number(known: Sequence[Reading]) -> str:
    """The number of a name that is a noun: the "authorities" are many."""
    return next((one.number for one in known if one.category in _NOMINAL), "")


def tree_of(units: Sequence[Unit], grammar: Grammar, span: Span) -> Tree:
    """The tree of one sentence, from its units."""
    found = groups(units, grammar)
    paired(found, grammar)
    predicates = Linker(found, grammar).read()
    filled(predicates, found, grammar)
    dates = attached(found, grammar)
    present = present_in(found)
    judged(predicates, found, grammar, present)
    measured(dates, found, grammar)
    predicates.sort(key=lambda one: one.span)
    spoken(predicates, found, grammar, present)
    return Tree(span, tuple(found), tuple(predicates), dates)
