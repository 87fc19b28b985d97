"""`PlaceWords`: the words by which a language names places that no gazetteer holds.

Source:
    DESIGN.md section 6; the words are data (`seeds/names/`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline_core.errors import LanguageError
from timeline_core.text.fold import fold
from timeline_core.text.words import Lexicon


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """One language's words. Lists are folded; a lexicon's concept is the type of the place."""

    heads: Lexicon
    """What stands before the name of a place: «مدينة», "town of"."""
    pairs: Lexicon
    """Nouns in the dual, before two names: «مدينتي»."""
    sites: Lexicon
    """Nouns that are part of the name behind them: «جبل المرحة»."""
    behind: Lexicon
    """Nouns behind the name: "province"."""
    divisions: frozenset[str]
    """Types whose names have no article, for with one it is an office: «مديرية الأمن»."""
    firsts: frozenset[str]
    """First words of names of two words: «بيت», «تل»."""
    no: frozenset[str]
    """Words that are no name behind any of these nouns; with `-` behind or before, beginnings and endings of such."""
    lands: Lexicon
    """Nouns that with the adjective of a state name its land: «الأراضي السورية», "Syrian territory"."""
    country: Lexicon
    """Nouns that stand for the state named before: «البلاد», "the country"."""
    around: frozenset[str]
    """Words between a place and the one that it lies in: «في», «محافظة», "in"."""


def load(code: str, data: Mapping[str, object]) -> PlaceWords:
    """Compile the section `[places]`.

    Raises:
        LanguageError: it is missing, or a part of it is no list of words.
    """
    section = data.get("places")
    if not isinstance(section, Mapping):
        raise LanguageError(f"names of {code!r}: the section [places] is missing")

    def listed(key: str) -> list[str]:
        return _words(code, key, section.get(key))

    def typed(key: str) -> Lexicon:
        table = section.get(key)
        if not isinstance(table, Mapping):
            raise LanguageError(f"names of {code!r}: [places] {key} is no table")
        return Lexicon({type_: _words(code, f"{key} {type_}", some) for type_, some in table.items()})

    def folded(key: str) -> frozenset[str]:
        return frozenset(fold(word) for word in listed(key))

    return PlaceWords(
        heads=typed("heads"),
        pairs=typed("pairs"),
        sites=typed("sites"),
        behind=typed("behind"),
        divisions=frozenset(listed("divisions")),
        firsts=folded("firsts"),
        no=folded("no"),
        lands=Lexicon({"land": listed("lands")}),
        country=Lexicon({"country": listed("country")}),
        around=folded("around"),
    )


def _words(code: str, key: str, some: object) -> list[str]:
    if not isinstance(some, list) or not all(isinstance(word, str) for word in some):
        raise LanguageError(f"names of {code!r}: [places] {key} is no list of words")
    return some
