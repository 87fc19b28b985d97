"""Units: pieces with the reading that is left to them; what is glued together is taken apart («وللجيش»: و, ل, الجيش).

Words that open a clause are found as phrases ("as soon as", «بعد أن»), so that one unit stands for them.

Source:
    Universal Dependencies: clitics are words of syntax.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline_core.concepts import Concepts
from timeline_core.syntax.readings import Category, Reading
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.pieces import DATE, MARK, Piece
from timeline_core.syntax.tree.values import Kind, Link, Unit
from timeline_core.text.fold import fold
from timeline_core.text.words import Hit, Word, letters_to_skip

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
}
_GENDERS = {"m": "masculine", "f": "feminine"}
_PERSONS = {"1": "first", "2": "second"}
_NUMBERS = {"p": "plural", "d": "dual"}
_CLOSED = frozenset({Category.PREPOSITION, Category.CONJUNCTION, Category.PARTICLE, Category.DETERMINER})
"""Where a pronoun is glued on, what is before it is the word of the list."""


class Units:
    """Makes the units of sentences of one language."""

    def __init__(self, grammar: Grammar, concepts: Concepts) -> None:
        self.grammar = grammar
        self._openers = grammar.openers["openers"]
        self._says = {name: self._flags(concepts, name) for name in concepts.classes}

    @staticmethod
    def _flags(concepts: Concepts, name: str) -> frozenset[str]:
        known = concepts.classes[name]
        flags = {"says": known.says, "light": known.light, "phase": known.phase, "modal": known.modal}
        return frozenset({flag for flag, holds in flags.items() if holds} | ({"happens"} if known.happens else set()))

    def units(self, pieces: Sequence[Piece], readings: Sequence[Reading]) -> list[Unit]:
        """The units of the sentence, in order."""
        run = [Word(piece.start, piece.end, fold(piece.spelling)) for piece in pieces]
        found: list[Unit] = []
        at = 0
        while at < len(pieces):
            hit = self._opens(run, pieces, readings, at)
            if hit is not None:
                found += self._opener(hit, run, pieces)
                at += hit.count
            else:
                found += self._split(pieces[at], readings[at], run[at].folded)
                at += 1
        return found

    def _opens(
        self, run: Sequence[Word], pieces: Sequence[Piece], readings: Sequence[Reading], at: int
    ) -> Hit | None:
        """A phrase that opens a clause; one word does so only where its reading is such a word."""
        if pieces[at].sort in (DATE, MARK):
            return None
        hit = self._openers.at(run, at)
        if hit is None or hit.count > 1:
            return hit
        reading = readings[at]
        fits = reading.category is Category.CONJUNCTION or reading.role.startswith("relative") or reading.role == "question"
        return hit if fits else None

    def _opener(self, hit: Hit, run: Sequence[Word], pieces: Sequence[Piece]) -> Iterator[Unit]:
        first, last = pieces[hit.at], pieces[hit.at + hit.count - 1]
        start = first.start
        if hit.clitic:
            start = first.start + letters_to_skip(first.spelling, hit.clitic)
            yield from self._particles(tuple(run[hit.at].folded[: hit.clitic]), first)
        word = " ".join(one.folded for one in run[hit.at : hit.at + hit.count])[hit.clitic :]
        kind = Kind.RELATIVE if hit.concept == Link.RELATIVE else Kind.OPENER
        yield Unit(start, last.end, kind, word, word, hit.concept)

    def _split(self, piece: Piece, reading: Reading, folded: str) -> Iterator[Unit]:
        if piece.sort == DATE:
            yield Unit(piece.start, piece.end, Kind.DATE, folded, marks=frozenset({piece.grain}))
            return
        if piece.sort == MARK:
            yield Unit(piece.start, piece.end, Kind.MARK, piece.spelling)
            return
        yield from self._before(piece, reading)
        glued = sum(map(len, reading.before))
        start = piece.start + (letters_to_skip(piece.spelling, glued) if glued else 0)
        word, end = folded[glued:], piece.end
        if reading.pronoun and reading.category in _CLOSED and len(reading.lemma) < len(word):
            end = start + len(reading.lemma)
            word = reading.lemma
        yield Unit(start, end, self._kind(reading), word, reading.lemma, reading.concept, self._marks(reading))
        if reading.pronoun:
            begin = end if end < piece.end else piece.end - 1
            yield Unit(begin, piece.end, Kind.CLITIC, piece.spelling[begin - piece.start :])

    def _before(self, piece: Piece, reading: Reading) -> Iterator[Unit]:
        """The particles in front of the word; one of purpose before a verb opens a clause («ليشارك»)."""
        verb = reading.category in (Category.VERB, Category.AUXILIARY)
        yield from self._particles(reading.before, piece, verb=verb)

    def _particles(self, particles: Sequence[str], piece: Piece, *, verb: bool = False) -> Iterator[Unit]:
        done = 0
        for particle in particles:
            start = piece.start + (letters_to_skip(piece.spelling, done) if done else 0)
            done += len(particle)
            end = piece.start + letters_to_skip(piece.spelling, done)
            if self.grammar.has("joints", particle):
                yield Unit(start, end, Kind.JOINT, particle)
            elif verb and self.grammar.has("purpose", particle):
                yield Unit(start, end, Kind.OPENER, particle, particle, Link.PURPOSE)
            elif verb:
                yield Unit(start, end, Kind.PARTICLE, particle)
            else:
                yield Unit(start, end, Kind.PREPOSITION, particle)

    def _kind(self, reading: Reading) -> Kind:
        known = _ROLES.get((reading.category, reading.role))
        if known is not None:
            return known
        if reading.category is Category.VERB:
            return Kind.FINITE if reading.finite and reading.tense != "base" else Kind.BASE
        if reading.category is Category.PARTICIPLE:
            return self._participle(reading)
        if reading.category is Category.CONJUNCTION:
            return Kind.OPENER
        kind = _KINDS[reading.category]
        return self._defined(kind, reading)

    def _participle(self, reading: Reading) -> Kind:
        if not self.grammar.nominal_participles:
            return Kind.PARTICIPLE if reading.voice == "passive" else Kind.GERUND
        return self._defined(Kind.NOUN, reading)

    @staticmethod
    def _defined(kind: Kind, reading: Reading) -> Kind:
        return Kind.DEFINITE if kind is Kind.NOUN and (reading.article or reading.pronoun) else kind

    def _marks(self, reading: Reading) -> frozenset[str]:
        found = set(self._says.get(reading.concept, ()))
        found |= {reading.tense, reading.voice, _GENDERS.get(reading.gender, ""), _NUMBERS.get(reading.number, "")}
        found |= {_PERSONS.get(reading.person, ""), reading.mood}
        if reading.article:
            found.add("definite")
        if reading.category in (Category.ACTION, Category.PARTICIPLE):
            found.add(reading.category.value)
        return frozenset(found - {""})
