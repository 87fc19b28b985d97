"""`PlaceWords`: the words by which a language names places that no gazetteer holds.

Source:
    DESIGN.md section 6; the words are data (`seeds/names/`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline_core.errors import LanguageError
from timeline_core.names.coreference.nouns import PlaceNouns
from timeline_core.text.fold import fold
from timeline_core.text.words import Lexicon


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """One language's words. Lists are folded; a lexicon's concept is the type of the place."""

    heads: Lexicon
    """What stands before the name of a place: «مدينة», "town of"."""
    pairs: Lexicon
    """Nouns in the dual, before two names: «مدينتي»."""
    contained: Lexicon
    """Nouns behind which a name is that of a place where the one that it lies in is named, too, or in quotation marks:
    «منطقة الغدير في بغداد», «مديرية الفازة بمحافظة الحديدة», not «مديرية الأمن»."""
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
    described: frozenset[str]
    """Adjectives of the feminine that describe a place, which its name may look like («بلدة صغيرة»); with `-` as
    above, and with `?` for any letter."""
    lands: Lexicon
    seats: frozenset[str]
    """Nouns that describe a place of a state with its adjective: «العاصمة السورية», «الأراضي اللبنانية»."""
    """Nouns that with the adjective of a state name its land: «الأراضي السورية», "Syrian territory"."""
    country: Lexicon
    """Nouns that stand for the state named before: «البلاد», "the country"."""
    around: frozenset[str]
    """Words between a place and the one that it lies in: «في», «محافظة», "in"."""
    foreign: Lexicon = field(default_factory=lambda: Lexicon({}))
    """Nouns behind which a foreign word is the name of a place: «منطقة», «إقليم»."""
    rulers: frozenset[str] = frozenset()
    """Who rules the place behind them: «ملك»."""
    nouns: PlaceNouns = field(default_factory=PlaceNouns)
    """Nouns that stand for a place named elsewhere: «المدينة», "the camp"."""


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
        contained=typed("contained"),
        sites=typed("sites"),
        behind=typed("behind"),
        divisions=frozenset(listed("divisions")),
        firsts=folded("firsts"),
        no=folded("no"),
        described=folded("described"),
        lands=Lexicon({"land": listed("lands")}),
        seats=folded("seats") if "seats" in section else frozenset(),
        country=Lexicon({"country": listed("country")}),
        around=folded("around"),
        foreign=typed("foreign") if "foreign" in section else Lexicon({}),
        rulers=folded("rulers") if "rulers" in section else frozenset(),
        nouns=_nouns(code, section.get("nouns", {})),
    )


def _nouns(code: str, table: object) -> PlaceNouns:
    """The nouns that stand for a place; a language need have none."""
    if not isinstance(table, Mapping):
        raise LanguageError(f"names of {code!r}: [places.nouns] is no table")

    def typed(key: str) -> dict[str, list[str]]:
        some = table.get(key, {})
        if not isinstance(some, Mapping):
            raise LanguageError(f"names of {code!r}: [places.nouns] {key} is no table")
        return {kind: _words(code, f"nouns {key} {kind}", said) for kind, said in some.items()}

    return PlaceNouns(
        definite=Lexicon(typed("definite")),
        opening=Lexicon(typed("opening")),
        kinds={kind: frozenset(types) for kind, types in typed("kinds").items()},
        goes_on=frozenset(map(fold, _words(code, "nouns goes_on", table.get("goes_on", [])))),
    )


def _words(code: str, key: str, some: object) -> list[str]:
    if not isinstance(some, list) or not all(isinstance(word, str) for word in some):
        raise LanguageError(f"names of {code!r}: [places] {key} is no list of words")
    return some
