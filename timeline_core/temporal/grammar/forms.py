"""Word forms: what the language data says of a word as written, with the particles glued to it («وبالشهر»).

Each distinct word is worked out once, then remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from timeline_core.temporal.grammar.lexicon import Lexicon
from timeline_core.temporal.grammar.trees import UNKNOWN, Grammar, Sign, Terms
from timeline_core.text.fold import bare, fold, fold_all

_LONGEST_WORD = 32
_SHORT = 4
"""A word of at most so many letters is no cue by its first or last letters alone."""
_MOST_FORMS = 200_000
"""Words: a fuller memory is emptied, so that a text of ever new words does not fill it."""
_DOTTED = re.compile(r"\d{1,4}([.])\d{1,2}\1\d{1,4}|\d{1,4},\d{4}")
_NUMBERS = re.compile(r"\d+|[.,]")


class Cue(Enum):
    """The time that a word around a date points to: «سيلتقي», "will" the future; «التقى», "met" the past."""

    FUTURE = "future"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Cues:
    """The section `[cues]` of a language: words around a date that tell whether it lies ahead or back."""

    future: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    """First letters of words that point to the future: the «سي» of «سيلتقي»."""
    ends: tuple[str, ...] = ()
    """Last letters of words that point to the past: the "ed" of "arrested"."""
    no: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    """Exceptions to `no`: longer first letters that do point to the future («سيوفر», though «سيوف» is in `no`)."""
    near: tuple[str, ...] = ()
    """Words that point to the future only right before a date: "by"."""
    past_near: tuple[str, ...] = ()
    """Words that point to the past only right before a date: elsewhere what was "said" has a verb of its own."""
    leads: tuple[str, ...] = ()
    """Words that may stand between those of `near` or `past_near` and the date: "on"."""
    parting: tuple[str, ...] = ()
    """Words that part a verb of the past from a date behind them: the «أن» of «أعلن أن الموعد …»."""
    joins: tuple[str, ...] = ()
    """Words that join two dates of one year ("and")."""
    passive: tuple[str, ...] = ()
    """Words that make a participle right behind them no cue of the past: the "be" of "will be held"."""
    adjectival: tuple[str, ...] = ()
    """Words that make the word behind them belong to a noun, and no cue: "the proposed truce", "than expected"."""
    asides: tuple[str, ...] = ()
    """Words before a date that something is only measured against: «منذ», "compared with"."""
    bounds: tuple[str, ...] = ()
    """Words before a date up to or from which something lasts («حتى», "until"). Which Sunday is meant then only the
    nearest cue tells; without one it stays open."""
    cuts: tuple[str, ...] = ()
    """Words that, behind a comma, part a date from a verb of the future: "will meet, after talks on Monday"."""
    grants: tuple[str, ...] = ()
    """Words that set a term in the future, whatever their tense: «أمهلت», "postponed"."""
    destines: tuple[str, ...] = ()
    """Words that lead to the weekday for which something is set by such a word: "called a strike for Monday"."""


@dataclass(frozen=True, slots=True)
class Around:
    """The lists of `Cues` that change what a cue says, folded."""

    leads: frozenset[str]
    parting: frozenset[str]
    adjectival: frozenset[str]
    passive: frozenset[str]
    joins: frozenset[str]
    asides: frozenset[str]
    grants: frozenset[str]
    destines: frozenset[str]
    cuts: frozenset[str]
    glued: frozenset[str]
    """Particles of one letter that a word may begin with."""
    bounds: Mapping[str, tuple[tuple[str, ...], ...]]
    """Last word of each of `Cues.bounds` -> the words before it, of each that ends so."""

    @staticmethod
    def of(cues: Cues, glued: frozenset[str] = frozenset()) -> Around:
        bounds: dict[str, tuple[tuple[str, ...], ...]] = {}
        for words in cues.bounds:
            *before, last = fold(words).split()
            bounds[last] = (*bounds.get(last, ()), tuple(before))
        return Around(
            _folded(cues.leads),
            _folded(cues.parting),
            _folded(cues.adjectival),
            _folded(cues.passive),
            _folded(cues.joins),
            _folded(cues.asides),
            _folded(cues.grants),
            _folded(cues.destines),
            _folded(cues.cuts),
            glued,
            bounds,
        )


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, words))


@dataclass(frozen=True, slots=True)
class Looking:
    """One cue: the time that a word points to, and where the word must stand to be a cue."""

    cue: Cue
    after: tuple[str, ...] = ()
    """Words that must stand right before it: «المتوقع» is a cue after «من», "to" is one after "plans"."""
    near: bool = False
    """It is a cue only right before a date."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a word, folded, with its place within the word: «وبالشهر» has the parts «و», «ب», «الشهر»."""

    word: str
    start: int
    end: int
    terms: Terms
    begins: tuple[str, ...] = ()
    """The meanings that it can begin."""
    sign: Sign = UNKNOWN
    rests: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    """Spellings of several words that it begins: next word -> all the words behind, the next one first."""
    alone: tuple[Terms, Sign] = ({}, UNKNOWN)
    """Its terms and its sign where it begins none of these spellings."""


@dataclass(frozen=True, slots=True)
class Form:
    """A word that the language data knows."""

    parts: tuple[Part, ...]
    looks: tuple[Looking, ...] = ()
    """The cues that it can be; where it stands, the first of them that holds counts."""
    opens: Sign = UNKNOWN
    """The sign of its first part."""
    closes: Sign = UNKNOWN
    """The sign of its last part."""
    leads: frozenset[str] = frozenset()
    """Words that may come next in a longer spelling that begins within this word."""
    heavy: bool = False
    """It can be the core of a date, as «أيار», "Monday" can; articles, ordinals and marks alone make no date."""
    weighs: bool = False
    """It is `heavy`, or begins a longer spelling that is."""


class Heavy:
    """Tells which words can be the core of a date (`Form.weighs`): «أيار», "Monday" can, «من», "the" cannot.

    Nearly no word of a text can; most are told so by their letters alone.
    """

    def __init__(self, forms: Forms, lexicon: Lexicon, grammar: Grammar) -> None:
        self._forms = forms
        self._lexicon = lexicon
        self._listed = frozenset(word for word, terms in lexicon.terms.items() if not grammar.heavy.isdisjoint(terms))
        self._cut = frozenset(cut[:1] for cut in lexicon.clitics.cuts)
        self._met: set[str] = set()
        self._weigh: set[str] = set()

    def of(self, words: Sequence[str]) -> Iterator[bool]:
        """For each of the words, as written, whether it can be the core of a date."""
        new = [word for word in set(words) - self._met if len(word) <= _LONGEST_WORD]
        if len(self._met) + len(new) > _MOST_FORMS:
            self._met.clear()
            self._weigh.clear()
            new = [word for word in set(words) if len(word) <= _LONGEST_WORD]
        self._met.update(new)
        known, cut = self._lexicon.known, self._cut
        for word, folded in zip(new, fold_all(new), strict=True):
            if folded in known or folded[:1] in cut or word[0].isdecimal():
                form = self._forms[word] if self._may_weigh(word, folded) else None
                if form is not None and form.weighs:
                    self._weigh.add(word)
        return map(self._weigh.__contains__, words)

    def _may_weigh(self, word: str, folded: str) -> bool:
        if word[0].isdecimal():
            return True
        if folded in self._lexicon.known:
            return folded in self._listed
        cut = self._lexicon.clitics.split_folded(word, folded, self._lexicon.known)
        return any(part in self._listed for part, _, _ in cut)


class Forms(dict[str, Form | None]):
    """Word as written -> `Form`, None of a word that the data does not know. A new word is worked out when asked
    for.
    """

    def __init__(self, lexicon: Lexicon, cues: Cues, grammar: Grammar) -> None:
        super().__init__()
        self._lexicon = lexicon
        self.heavy = Heavy(self, lexicon, grammar)
        """Tells which words can be the core of a date."""
        self._grammar = grammar
        self._begun: dict[Sign, tuple[str, ...]] = {}
        self._cues = _looking(cues)
        self._begins = tuple(map(fold, cues.begins))
        self._particles = tuple(particle for row in lexicon.clitics.before for particle in row)
        self._joined = lexicon.clitics.before[0] if lexicon.clitics.before else ()
        self._ends = tuple(map(fold, cues.ends))
        self._no = tuple(map(fold, cues.no))
        self._yes = tuple(map(fold, cues.yes))

    def __missing__(self, word: str) -> Form | None:
        if len(word) > _LONGEST_WORD:
            return None
        form = self._number(word) if word[0].isdecimal() else self._word(word)
        if len(self) >= _MOST_FORMS:
            self.clear()
        self[word] = form
        return form

    def _form(self, parts: tuple[Part, ...], looks: tuple[Looking, ...] = ()) -> Form | None:
        if not parts:
            return Form((), looks) if looks else None
        leads = frozenset(word for part in parts for word in part.rests)
        groups = {group for part in parts for group in part.sign.groups} & self._grammar.heavy
        heavy = any(not rest for part in parts for group in groups & part.sign.groups for rest, _ in part.terms[group])
        return Form(parts, looks, parts[0].sign, parts[-1].sign, leads, heavy, bool(groups))

    def _word(self, word: str) -> Form | None:
        whole = fold(word)
        cut = self._lexicon.clitics.split_folded(word, whole, self._lexicon.known)
        parts = tuple(self._part(said, start, end, self._terms(said, word[start:end])) for said, start, end in cut)
        month = word[:1].isupper() and not self._lexicon.capital.isdisjoint(self._lexicon.terms.get(whole, {}))
        return self._form(parts, () if month else self._looks(whole))

    def _part(self, folded: str, start: int, end: int, terms: Terms) -> Part:
        sign = Sign.of(terms, self._grammar.signs)
        begins = self._begun.get(sign)
        if begins is None:
            begins = self._begun[sign] = self._grammar.begun_by(terms)
        if not sign.longer:
            return Part(folded, start, end, terms, begins, sign, {}, (terms, sign))
        single = {group: found for group, said in terms.items() if (found := tuple(one for one in said if not one[0]))}
        alone = single, Sign.of(single, self._grammar.signs)
        return Part(folded, start, end, terms, begins, sign, _rests(terms), alone)

    def _terms(self, folded: str, written: str) -> Terms:
        terms = self._lexicon.terms.get(folded, {})
        shut = self._lexicon.capital if written[:1].islower() else frozenset()
        if bare(written) not in self._lexicon.exact:
            shut |= self._lexicon.exact_groups
        return terms if shut.isdisjoint(terms) else {group: terms[group] for group in terms if group not in shut}

    def _looks(self, word: str) -> tuple[Looking, ...]:
        """The cues that the folded word can be, else those of it without a glued particle: «وسيلتقي»."""
        if word.startswith(self._particles) and (found := self._behind_particle(word)):
            return found
        for bare_word in (word, word[1:]) if word.startswith(self._joined) else (word,):
            listed = self._cues.get(bare_word, ())
            back = any(looking.cue is Cue.PAST for looking in listed)
            found = listed if back else (*listed, *self._by_letters(bare_word))
            if found:
                return found
        return ()

    def _behind_particle(self, word: str) -> tuple[Looking, ...]:
        """The cues of the word without its particle; behind a preposition it is a noun, and none of the past
        («بقتل»).
        """
        found = self._cues.get(word[1:], ())
        verbal = word.startswith(self._joined)
        return found if verbal else tuple(one for one in found if one.cue is not Cue.PAST)

    def _by_letters(self, word: str) -> tuple[Looking, ...]:
        ahead = word.startswith(self._begins)
        if len(word) <= _SHORT or not (ahead or word.endswith(self._ends)) or self._is_no_verb(word):
            return ()
        return (Looking(Cue.FUTURE if ahead else Cue.PAST),)

    def _is_no_verb(self, word: str) -> bool:
        """True where the longest listed first letters are of no verb: «سيار» of «سيارة», though «سي» is of verbs."""
        if not word.startswith(self._no):
            return False
        no, yes = (
            max((len(one) for one in listed if word.startswith(one)), default=0) for listed in (self._no, self._yes)
        )
        return no > yes

    def _number(self, word: str) -> Form | None:
        if word.isdecimal():
            return self._form((self._figure(word, 0),)) if len(word) <= 4 else None
        if not _DOTTED.fullmatch(word):
            return None
        pieces = (self._figure(piece[0], piece.start()) for piece in _NUMBERS.finditer(word))
        return self._form(tuple(pieces))

    def _figure(self, figure: str, start: int) -> Part:
        end = start + len(figure)
        if not figure.isdecimal():
            return self._part(figure, start, end, self._lexicon.terms.get(figure, {}))
        number = int(figure)
        terms: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
            group: (((), str(number)),) for group, (low, high) in self._lexicon.digits.items() if low <= number <= high
        }
        terms.update(self._lexicon.terms.get(str(number), {}))
        return self._part(str(number), start, end, terms)


def _rests(terms: Terms) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for rest in (rest for said in terms.values() for rest, _ in said if rest):
        found.setdefault(rest[0], set()).add(rest)
    return {word: tuple(rests) for word, rests in found.items()}


def _looking(cues: Cues) -> dict[str, tuple[Looking, ...]]:
    """Last word of each listed cue -> the cues that end in it, the longest first."""
    listed = [(Looking(Cue.FUTURE, near=word in cues.near), word) for word in (*cues.future, *cues.near)]
    listed += [(Looking(Cue.PAST, near=True), word) for word in cues.past_near]
    found: dict[str, list[Looking]] = {}
    for looking, words in (*listed, *((Looking(Cue.PAST), words) for words in cues.past)):
        *before, word = fold(words).split()
        found.setdefault(word, []).append(replace(looking, after=tuple(before)))
    return {word: tuple(sorted(said, key=lambda one: -len(one.after))) for word, said in found.items()}
