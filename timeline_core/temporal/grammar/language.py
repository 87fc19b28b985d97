"""`Language`: what the data file of one language says of dates, checked and made ready to read texts with.

Source:
    DESIGN.md section 4: words, digits, clitics, shapes, cues and templates of reasons are data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from timeline_core.errors import LanguageError
from timeline_core.temporal.grammar import shapes
from timeline_core.temporal.grammar.beyond import Beyond
from timeline_core.temporal.grammar.doubt import Doubt
from timeline_core.temporal.grammar.forms import Around, Cues, Forms
from timeline_core.temporal.grammar.lexicon import Lexicon, clitics_of, strings, table, text_of, words_of
from timeline_core.temporal.grammar.matcher import Reading
from timeline_core.temporal.grammar.memory import Memory
from timeline_core.temporal.grammar.trees import Grammar
from timeline_core.temporal.senses.sense import Sense


class Place(NamedTuple):
    """An expression of a run of words: the words of the run that it begins and ends in, and the letters within them."""

    first: int
    start: int
    last: int
    end: int
    sense: Sense
    named: bool = False
    """The words are a name that holds a date: «جسر 6 أكتوبر», "the April 6 movement"."""
    ends: tuple[int, int, int, int] | None = None
    """Of a stretch ("July 1 to 3"): word and letter behind the first end, word and letter that the last begins with."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language. Equal when the code is: a program loads each language once."""

    code: str
    grammar: Grammar = field(compare=False, repr=False)
    forms: Forms = field(compare=False, repr=False)
    """Word as written -> what the data says of it; None for nearly every word of a text."""
    why: Mapping[str, str] = field(compare=False, repr=False)
    """Rule -> template of its reason."""
    alphabet: re.Pattern[str] = field(compare=False, repr=False)
    """Finds a letter that its words are written with, small or capital."""
    names: Mapping[str, Mapping[str, str]] = field(compare=False, repr=False)
    """Kind of thing (month, unit, weekday …) -> concept -> its name in reasons."""
    around: Around = field(compare=False, repr=False)
    """Words that change what a cue of the future or the past says."""
    doubt: Doubt = field(default=Doubt(), compare=False, repr=False)
    """Words that are names too, and what tells whether they are."""
    beyond: Beyond = field(default_factory=Beyond, compare=False, repr=False)
    """Tells the kind of a word that the data does not know, by its letters."""
    runs: Memory[tuple[Place, ...]] = field(default_factory=Memory, compare=False, repr=False)
    """What was read in short runs of words, so that it need not be read again."""
    windows: Memory[tuple[Reading | None, int]] = field(default_factory=Memory, compare=False, repr=False)
    """The same for pieces of long runs: the expression at their beginning, and where it stood then."""
    beside: tuple[Language, ...] = field(default=(), compare=False, repr=False)
    """Languages that may be quoted in a report of this one: English tweets in an Arabic report."""


def load(code: str, data: Mapping[str, object]) -> Language:
    """Check one language's data and make it ready. Sections that other modules read are left alone.

    Raises:
        LanguageError: the data contradicts itself; the message names language, group and word.
    """
    try:
        return _load(code, data)
    except LanguageError as error:
        raise LanguageError(f"language {code}: {error}") from error


def accompanied(language: Language, others: Iterable[Language]) -> Language:
    """The language, told to read quotations in the others, too; where two read the same words, it wins."""
    return replace(language, beside=tuple(other for other in others if other.code != language.code))


def _load(code: str, data: Mapping[str, object]) -> Language:
    words = words_of(table(data, "words"))
    digits = _digits(table(data, "digits"))
    lexicon = Lexicon.of(
        words,
        digits,
        clitics_of(table(data, "clitics")),
        *(frozenset(strings(data.get(name, []), name)) for name in ("ambiguous", "capital", "exact")),
    )
    silent = frozenset(group for group, concepts in words.items() if list(concepts) == [group])
    beyond = Beyond.of(table(data, "endings"))
    groups = frozenset(words) | frozenset(digits) | beyond.groups
    grammar = shapes.compile(
        table(data, "shapes"), groups, silent, *(strings(data.get(name, []), name) for name in ("light", "telling"))
    )
    cues = _cues(table(data, "cues"))
    glued = frozenset(particle for row in lexicon.clitics.before for particle in row)
    forms = Forms(lexicon, cues, grammar)
    letters = {letter for word in lexicon.known for letter in word if letter.isalpha()}
    if not letters:
        raise LanguageError("[words] holds no word")
    alphabet = re.compile("[" + "".join(sorted(letters | {letter.upper() for letter in letters})) + "]")
    return Language(
        code,
        grammar,
        forms,
        _why(table(data, "why")),
        alphabet,
        _names(table(data, "names")),
        Around.of(cues, glued),
        Doubt.of(table(data, "doubt"), glued),
        beyond,
    )


def _digits(section: Mapping[str, object]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for slot, limits in section.items():
        if not (isinstance(limits, list) and len(limits) == 2 and all(isinstance(one, int) for one in limits)):
            raise LanguageError(f"[digits] {slot}: a lowest and a highest number are wanted")
        found[slot] = (limits[0], limits[1])
    return found


_CUES = (
    "future",
    "past",
    "begins",
    "ends",
    "no",
    "yes",
    "near",
    "past_near",
    "leads",
    "parting",
    "adjectival",
    "passive",
    "joins",
    "asides",
    "bounds",
    "cuts",
    "grants",
    "destines",
)


def _cues(section: Mapping[str, object]) -> Cues:
    lists = {name: strings(section.get(name, []), f"[cues] {name}") for name in _CUES}
    return Cues(**lists)


def _why(section: Mapping[str, object]) -> dict[str, str]:
    return {rule: text_of(said, f"[why] {rule}") for rule, said in section.items()}


def _names(section: Mapping[str, object]) -> dict[str, dict[str, str]]:
    return {
        kind: {concept: text_of(said, f"[names.{kind}] {concept}") for concept, said in table(section, kind).items()}
        for kind in section
    }
