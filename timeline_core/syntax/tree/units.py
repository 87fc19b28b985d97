"""Units: pieces with the reading that is left to them; what is glued together is taken apart («وللجيش»: و, ل, الجيش).

Words that open a clause are found as phrases ("as soon as", «بعد أن»), so that one unit stands for them.

Source:
    Universal Dependencies: clitics are words of syntax.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from timeline_core.concepts import PredicateClass
from timeline_core.syntax.readings import BASIC, Category, Reading, Readings
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.in_place import InPlace
from timeline_core.syntax.tree.pieces import DATE, MARK, WORD, Piece
from timeline_core.syntax.tree.values import ACCUSATIVE, DOER, INTRANSITIVE, UNSURE, Kind, Link, Unit
from timeline_core.text.fold import folded
from timeline_core.text.words import REMEMBERED, Hit, Word, letters_to_skip

_KINDS: Mapping[Category, Kind] = {
    Category.ACTION: Kind.NOUN,
    Category.NOUN: Kind.NOUN,
    Category.ADJECTIVE: Kind.ADJECTIVE,
    Category.PRONOUN: Kind.PRONOUN,
    Category.DETERMINER: Kind.DETERMINER,
    Category.PREPOSITION: Kind.PREPOSITION,
    Category.AUXILIARY: Kind.AUXILIARY,
    Category.PARTICLE: Kind.PARTICLE,
    Category.ADVERB: Kind.ADVERB,
    Category.NUMBER: Kind.NUMBER,
    Category.NAME: Kind.NAME,
    Category.MARK: Kind.MARK,
}
_ROLES: Mapping[tuple[Category, str], Kind] = {
    (Category.PARTICLE, "negation"): Kind.NEGATION,
    (Category.PARTICLE, "infinitive"): Kind.TO,
    (Category.PRONOUN, "relative"): Kind.RELATIVE,
    (Category.PRONOUN, "relative_free"): Kind.RELATIVE,
    (Category.PRONOUN, "relative_owner"): Kind.RELATIVE,
    (Category.DETERMINER, "owner"): Kind.DETERMINER,
    (Category.CONJUNCTION, "joins"): Kind.JOINT,
    (Category.PARTICLE, "existential"): Kind.PRONOUN,
    (Category.PARTICLE, "possessive"): Kind.POSSESSIVE,
}
_NOUNS = frozenset({Category.NOUN, Category.ADJECTIVE, Category.PARTICIPLE})
_CALLED = "called"
"""Words by which somebody keeps away from a name; the parse passes over them: «تنظيم | ما يعرف ب | الدولة»."""
_PHRASES = {"formula": Kind.ADVERB, "leads": Kind.PREPOSITION, "counts": Kind.DETERMINER}
"""Phrases of several words that stand for one: «إن شاء الله», «ما بين», «أكثر من»."""
_GENDERS = {"m": "masculine", "f": "feminine"}
_PERSONS = {"1": "first", "2": "second"}
_NUMBERS = {"p": "plural", "d": "dual"}
_NOMINAL = frozenset({Category.DATE, Category.NOUN, Category.NAME, Category.ACTION, Category.PARTICIPLE})
_NO_OWNED = frozenset({Category.DETERMINER, Category.PREPOSITION, Category.PARTICLE, Category.PRONOUN, Category.MARK})
_CLOSED = frozenset({Category.PREPOSITION, Category.CONJUNCTION, Category.PARTICLE, Category.DETERMINER})
"""Where a pronoun is glued on, what is before it is the word of the list."""


_FEATURES = attrgetter(
    *("category", "concept", "tense", "voice", "gender", "number", "person", "mood", "article", "guessed"),
    *("role", "transitive", "unsure"),
)
_NO_MARKS = frozenset[str]()
_Unplaced = tuple[int, int, tuple[object, ...]]
"""Start and end of a unit within its word, and its other fields."""


class _WordFacts(NamedTuple):
    """All that follows from a word and its reading, whatever the context."""

    by: Units
    reading: Reading
    word: str
    """As word lists spell it."""
    listed: Word
    """The same, as the key of a look-up in them."""
    opens: bool
    """A phrase that opens a clause may begin with it."""
    signs: bool
    """It may be a sign of the owner."""
    units: tuple[_Unplaced, ...]
    """With places counted from the beginning of the word."""


class Units:
    """Makes the units of sentences of one language."""

    def __init__(self, grammar: Grammar, classes: Mapping[str, PredicateClass]) -> None:
        self.grammar, self._in_place = grammar, InPlace(grammar)
        self._openers = grammar.openers["openers"]
        self._traits = {name: known.traits for name, known in classes.items()}
        self._marks_of: dict[tuple[object, ...], frozenset[str]] = {}
        """By the features of a reading, of which there are some hundreds."""
        self._known: dict[tuple[int, str], _WordFacts] = {}
        """By reading and spelling."""
        self._signs = grammar.lists.get("owner_signs", frozenset())
        self._endings = grammar.lists.get("object_endings", frozenset())

    def units(
        self, pieces: Sequence[Piece], readings: Sequence[Reading], every: Sequence[Sequence[Reading]]
    ) -> list[Unit]:
        """The units of the sentence, in order.

        Args:
            readings: the one that is left to each piece.
            every: all that each piece can be.
        """
        facts = [self._facts_of(*one) for one in zip(pieces, readings, every, strict=True)]
        run: list[Word] = []
        found: list[Unit] = []
        after, called, new = 0, False, tuple.__new__
        for at, (piece, known) in enumerate(zip(pieces, facts, strict=True)):
            if at < after:
                continue
            if known.opens:
                run = run or [one.listed for one in facts]
                hit = self._opens(run, readings, at)
                if hit is not None:
                    found += self._opener(hit, run, pieces, readings)
                    after, called = at + hit.count, hit.concept == _CALLED
                    continue
            completes = at and readings[at - 1].particle and _completes(piece, readings[at - 1])
            if completes or (known.signs and self._owns(pieces, readings, at)):
                kind = Kind.PARTICLE if completes else Kind.POSSESSIVE
                found.append(self._unit(piece.start, piece.end, kind, known.word))
            elif piece.sort == DATE:
                found.append(self._unit(piece.start, piece.end, Kind.DATE, known.word, marks=piece.marks))
            else:
                begin = piece.start
                for start, end, rest in known.units[1:] if called and self._leads(readings[at]) else known.units:
                    found.append(new(Unit, (begin + start, begin + end) + rest))  # noqa: RUF005 faster, for each word
            called = False
        return self._in_place.of(found)

    def _leads(self, reading: Reading) -> bool:
        """What is glued to it leads to a name: «ما يعرف | بالحشد»."""
        return any(self.grammar.has("called_with", one) for one in reading.before)

    def _unit(
        self,
        start: int,
        end: int,
        kind: Kind,
        word: str,
        lemma: str = "",
        concept: str = "",
        marks: frozenset[str] = _NO_MARKS,
    ) -> Unit:
        """A unit with the lists on which it stands."""
        return Unit(start, end, kind, word, lemma, concept, marks, self.grammar.lists_of(word, lemma))

    def _facts_of(self, piece: Piece, reading: Reading, every: Sequence[Reading]) -> _WordFacts:
        """All that follows from the word and its reading; worked out once for each pair.

        Args:
            every: all that the word can be.
        """
        if isinstance(every, Readings):
            known: _WordFacts | None = every.facts.get(id(reading))
            if known is None or known.by is not self:
                known = every.facts[id(reading)] = self._worked_facts(piece, reading)
            return known
        key = (id(reading), piece.spelling)
        known = self._known.get(key)
        if known is None or known.reading is not reading:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[key] = self._worked_facts(piece, reading)
        return known

    def _worked_facts(self, piece: Piece, reading: Reading) -> _WordFacts:
        word = self._spelled(piece, reading)
        listed = Word(0, len(word), word)
        opens = piece.sort == WORD and self._openers.opens(listed)
        signs = piece.spelling.lower() in self._signs
        return _WordFacts(self, reading, word, listed, opens, signs, self._split(piece, reading))

    @staticmethod
    def _spelled(piece: Piece, reading: Reading) -> str:
        """The word as lists spell it: without a pronoun that is glued to it («أنه» is «أن»)."""
        if reading.pronoun and reading.category in _CLOSED:
            return "".join(reading.before) + folded(reading.lemma)
        return folded(piece.spelling)

    def _owns(self, pieces: Sequence[Piece], readings: Sequence[Reading], at: int) -> bool:
        """A sign of the owner between two nouns ("the army's raid", "rebels' camp")."""
        if not 0 < at < len(pieces) - 1 or pieces[at].spelling.lower() not in self._signs:
            return False
        glued = pieces[at - 1].end == pieces[at].start and pieces[at + 1].start > pieces[at].end
        return glued and readings[at - 1].category in _NOMINAL and readings[at + 1].category not in _NO_OWNED

    def _opens(self, run: Sequence[Word], readings: Sequence[Reading], at: int) -> Hit | None:
        """A phrase that opens a clause; one word does so only where its reading is such a word."""
        hit = self._openers.at(run, at)
        if hit is None or hit.count > 1:
            return hit
        sure = self.grammar.has("sure_openers", run[at].folded)
        return hit if sure or self._fits(hit.concept, readings[at]) else None

    @staticmethod
    def _fits(concept: str, reading: Reading) -> bool:
        """A word of one of the classes that open clauses; an adverb only asks or relates ("where")."""
        if reading.category is Category.ADVERB:
            return concept in (Link.RELATIVE, Link.COMPLEMENT)
        return (
            reading.category is Category.CONJUNCTION
            or reading.role.startswith("relative")
            or reading.role == "question"
        )

    def _opener(
        self, hit: Hit, run: Sequence[Word], pieces: Sequence[Piece], readings: Sequence[Reading]
    ) -> Iterator[Unit]:
        first, last = pieces[hit.at], pieces[hit.at + hit.count - 1]
        start = first.start
        if hit.clitic:
            start = first.start + letters_to_skip(first.spelling, hit.clitic)
            yield from self._particles(tuple(run[hit.at].folded[: hit.clitic]), first)
        word = " ".join(one.folded for one in run[hit.at : hit.at + hit.count])[hit.clitic :]
        reading = readings[hit.at + hit.count - 1]
        if hit.concept == _CALLED:
            return
        if hit.concept in _PHRASES:
            yield self._unit(start, last.end, _PHRASES[hit.concept], word)
            return
        relative = hit.concept == Link.RELATIVE or (hit.concept == Link.CONTENT and reading.role.startswith("relative"))
        end = last.end
        if reading.pronoun and reading.category in _CLOSED:
            end = last.start + letters_to_skip(last.spelling, len("".join(reading.before)) + len(reading.lemma))
        conditional = hit.concept == Link.CONTENT and reading.role == Link.CONDITION
        concept = Link.CONDITION if conditional else hit.concept
        yield self._unit(start, end, Kind.RELATIVE if relative else Kind.OPENER, word, word, concept)
        if end < last.end:
            yield self._unit(end, last.end, Kind.CLITIC, last.spelling[end - last.start :])

    def _split(self, piece: Piece, reading: Reading) -> tuple[_Unplaced, ...]:
        """The units of a word or mark, as if it stood at the beginning of the text."""
        if piece.sort == DATE:
            return ()
        first = piece._replace(start=0, end=len(piece.spelling))
        if piece.sort == MARK:
            kind = Kind.NOUN if self.grammar.has("symbols", piece.spelling) else Kind.MARK
            apart: Iterable[Unit] = (self._unit(0, first.end, kind, piece.spelling),)
        else:
            apart = self._taken_apart(first, reading, folded(piece.spelling))
        return tuple((start, end, tuple(rest)) for start, end, *rest in apart)

    def _taken_apart(self, piece: Piece, reading: Reading, whole: str) -> Iterator[Unit]:
        """The units of a word: what is glued in front, the word itself, a pronoun behind it.

        A particle of purpose before a verb opens a clause («ليشارك»).
        """
        if reading.before:
            verb = reading.category in (Category.VERB, Category.AUXILIARY)
            yield from self._particles(reading.before, piece, verb=verb)
        glued = sum(map(len, reading.before))
        start = piece.start + (letters_to_skip(piece.spelling, glued) if glued else 0)
        word, end = whole[glued:], piece.end
        if reading.pronoun and reading.category in _CLOSED and len(reading.lemma) < len(word):
            end = start + len(reading.lemma)
            word = reading.lemma
        unit = self._unit(start, end, *self._unit_fields(reading, word))
        yield self._listed_without_article(unit) if reading.article else unit
        if reading.pronoun:
            begin = end if end < piece.end else piece.end - self._length_of_pronoun(whole)
            yield self._unit(begin, piece.end, Kind.CLITIC, piece.spelling[begin - piece.start :])

    def _listed_without_article(self, unit: Unit) -> Unit:
        """The unit of a definite word, with the lists on which the word without its article stands: «القيادي».

        A participle and an adjective are forms of other words, by which no list knows them.
        """
        bare = unit.word.removeprefix(self.grammar.article)
        return unit._replace(lists=unit.lists | self.grammar.lists_of(bare, unit.lemma))

    def _length_of_pronoun(self, word: str) -> int:
        """Letters of the longest pronoun that the word ends in; one where no list knows it."""
        known = self.grammar.lists.get("glued", frozenset())
        return max((len(one) for one in known if word.endswith(one) and len(one) < len(word)), default=1)

    def _unit_fields(self, reading: Reading, word: str) -> tuple[Kind, str, str, str, frozenset[str]]:
        """The fields of the unit of a reading, all but its place."""
        kind, marks = self._kind(reading), self._marks(reading)
        stem = self._object_stem(reading, word, kind) if self._endings else ""
        if stem:
            return Kind.NOUN, word, stem, reading.concept, marks | {ACCUSATIVE}
        return kind, word, reading.lemma, reading.concept, marks

    def _object_stem(self, reading: Reading, word: str, kind: Kind) -> str:
        """The lemma of an indefinite noun that is an object by its ending, and belongs to no noun before it: «طفلا».

        A participle or an adjective is one where it is known as a noun («حاجزا», «مدنيا»), and says how elsewhere.
        """
        ending = next((one for one in self._endings if word.endswith(one)), "")
        definite = reading.article or bool(reading.pronoun)
        nominal = reading.category in _NOUNS and not definite and not reading.guessed
        if not ending or not nominal or self.grammar.has("manners", word):
            return ""
        stem = word.removesuffix(ending)
        known = any(self.grammar.has(name, stem) for name in ("persons", "holdings"))
        known = known or (kind is Kind.NOUN and reading.category is Category.NOUN and folded(reading.lemma) == stem)
        return stem if known else ""

    def _particles(self, particles: Sequence[str], piece: Piece, *, verb: bool = False) -> Iterator[Unit]:
        done = 0
        for particle in particles:
            start = piece.start + (letters_to_skip(piece.spelling, done) if done else 0)
            done += len(particle)
            end = piece.start + letters_to_skip(piece.spelling, done)
            if self.grammar.has("joints", particle):
                yield self._unit(start, end, Kind.JOINT, particle)
            elif verb and self.grammar.has("purpose", particle):
                yield self._unit(start, end, Kind.OPENER, particle, particle, Link.PURPOSE)
            elif verb:
                yield self._unit(start, end, Kind.PARTICLE, particle)
            else:
                yield self._unit(start, end, Kind.PREPOSITION, particle)

    def _kind(self, reading: Reading) -> Kind:
        known = _ROLES.get((reading.category, reading.role))
        if known is not None:
            return known
        if reading.category is Category.VERB:
            if self.grammar.has("auxiliaries", folded(reading.lemma)):
                return Kind.AUXILIARY
            return Kind.FINITE if reading.finite and reading.tense != "base" else Kind.BASE
        if reading.category is Category.PARTICIPLE:
            return self._participle(reading)
        if reading.category is Category.CONJUNCTION:
            return Kind.OPENER
        kind = _KINDS[reading.category]
        return _defined(kind, reading)

    def _participle(self, reading: Reading) -> Kind:
        if not self.grammar.nominal_participles:
            return Kind.PARTICIPLE if reading.voice == "passive" else Kind.GERUND
        return _defined(Kind.NOUN, reading)

    def _marks(self, reading: Reading) -> frozenset[str]:
        """Its features; one value for all words that share them."""
        key = _FEATURES(reading)
        known = self._marks_of.get(key)
        if known is None:
            known = self._marks_of[key] = self._worked_out(reading)
        return known

    def _worked_out(self, reading: Reading) -> frozenset[str]:
        found = set(self._traits.get(reading.concept, ()))
        found |= {reading.tense, reading.voice, _GENDERS.get(reading.gender, ""), _NUMBERS.get(reading.number, "")}
        found |= {_PERSONS.get(reading.person, ""), reading.mood}
        if reading.article:
            found.add("definite")
        if reading.guessed:
            found.add("guessed")
        if reading.unsure:
            found.add(UNSURE)
        if reading.transitive and reading.role == BASIC and reading.voice == "active":
            found.add(DOER)
        if reading.category is Category.VERB and not (reading.transitive or reading.guessed):
            found.add(INTRANSITIVE)
        if reading.category in (Category.ACTION, Category.PARTICIPLE):
            found.add(reading.category.value)
        return frozenset(found - {""})


def _completes(piece: Piece, before: Reading) -> bool:
    """The particle of the verb before it ("carried out"), which leads to no place."""
    return folded(piece.spelling) == before.particle


def _defined(kind: Kind, reading: Reading) -> Kind:
    return Kind.DEFINITE if kind is Kind.NOUN and (reading.article or reading.pronoun) else kind
