"""The words of dates of one language: folded spelling -> group -> concept («شباط» -> month -> 2), checked on
loading.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from timeline_core.errors import LanguageError
from timeline_core.temporal.grammar.trees import Terms, Words
from timeline_core.text.fold import bare, fold
from timeline_core.text.tokens import Clitics, tokens

Groups = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Group -> concept -> spellings as written."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What single words can mean."""

    terms: Mapping[str, Terms]
    """Folded word -> what it says, or what a longer spelling says that begins with it."""
    known: frozenset[str]
    """Every folded word of every spelling; a particle is cut off only where one of these is left."""
    digits: Mapping[str, tuple[int, int]]
    clitics: Clitics
    capital: frozenset[str]
    """Groups whose words count only when they begin with a capital letter."""
    exact_groups: frozenset[str]
    """Groups whose words count only as spelled, with their hamza: «آب» is a month, «إب» a town."""
    exact: frozenset[str]
    """The words of these groups."""

    @staticmethod
    def of(
        groups: Groups,
        digits: Mapping[str, tuple[int, int]],
        clitics: Clitics,
        ambiguous: frozenset[str],
        capital: frozenset[str],
        exact: frozenset[str],
    ) -> Lexicon:
        """Make the lexicon of the groups of words.

        Raises:
            LanguageError: a spelling stands under two concepts of one group and is not listed as ambiguous.
        """
        found: dict[str, dict[str, dict[Words, list[str]]]] = {}
        alone = {word for group in groups.values() for said in group.values() for word in map(fold, said)}
        known: set[str] = set()
        for group, concepts in groups.items():
            for concept, spellings in concepts.items():
                for spelling in spellings:
                    said = folded(spelling, clitics, alone)
                    if not said:
                        raise LanguageError(f"[words.{group}] {concept}: «{spelling}» holds no word")
                    known.update(said)
                    taken = found.setdefault(said[0], {}).setdefault(group, {}).setdefault(said[1:], [])
                    if taken and concept not in taken and spelling not in ambiguous:
                        raise LanguageError(f"[words.{group}] «{spelling}» is {taken[0]} as well as {concept}")
                    if concept not in taken:
                        taken.append(concept)
        terms = {word: _sorted(said) for word, said in found.items()}
        spelt = frozenset(bare(word) for group in exact for said in groups.get(group, {}).values() for word in said)
        return Lexicon(terms, frozenset(known), digits, clitics, capital, exact, spelt)


def _sorted(said: Mapping[str, Mapping[Words, list[str]]]) -> Terms:
    return {
        group: tuple((rest, concept) for rest in sorted(concepts, key=len, reverse=True) for concept in concepts[rest])
        for group, concepts in said.items()
    }


def folded(spelling: str, clitics: Clitics, alone: Container[str]) -> Words:
    """The words of a spelling, folded; «والعشرين» becomes two of them where «العشرين» is a spelling itself."""
    if spelling.isalpha() and spelling.isascii():
        return (spelling.lower(),)
    words: list[str] = []
    for word in tokens(spelling).words:
        cut = clitics.split(word, alone) if words else ()
        words += [part for part, _, _ in cut] or [fold(word)]
    return tuple(words)


def words_of(section: Mapping[str, object]) -> Groups:
    """Read the section `[words]`: group -> concept -> spellings. A group that is a bare list is its own one concept."""
    groups: dict[str, dict[str, tuple[str, ...]]] = {}
    for group, concepts in section.items():
        if isinstance(concepts, Mapping):
            groups[group] = {key: strings(said, f"[words.{group}] {key}") for key, said in concepts.items()}
        else:
            groups[group] = {group: strings(concepts, f"[words] {group}")}
    return groups


def clitics_of(section: Mapping[str, object]) -> Clitics:
    """Read the section `[clitics]`: particles that are glued before a word, the article, and what they merge to."""
    rows = section.get("before", [])
    if not isinstance(rows, list):
        raise LanguageError("[clitics] before: a list of lists is wanted")
    before = tuple(tuple(fold(one) for one in strings(row, "[clitics] before")) for row in rows)
    merged = table(section, "merged")
    pairs = tuple((fold(spelt), fold(text_of(said, f"[clitics] {spelt}"))) for spelt, said in merged.items())
    return Clitics(before, fold(text_of(section.get("article", ""), "[clitics] article")), pairs)


def table(data: Mapping[str, object], name: str) -> Mapping[str, object]:
    """Take a section of the data; empty where it is left out.

    Raises:
        LanguageError: it is no table.
    """
    section = data.get(name, {})
    if not isinstance(section, Mapping):
        raise LanguageError(f"[{name}] is no table")
    return section


def strings(value: object, place: str) -> tuple[str, ...]:
    """Check that the value is a list of strings.

    Raises:
        LanguageError: it is none.
    """
    if not isinstance(value, list):
        raise LanguageError(f"{place}: a list is wanted")
    return tuple(text_of(one, place) for one in value)


def text_of(value: object, place: str) -> str:
    """Check that the value is a string.

    Raises:
        LanguageError: it is none.
    """
    if not isinstance(value, str):
        raise LanguageError(f"{place}: a string is wanted, not {value!r}")
    return value
