"""What a word can be, before any context: «قتل» a verb in the past or the noun "killing"; "attack" a noun or a verb.

`timeline_core.syntax.lookup.Lexicon` gives all readings of a spelling; `narrowing` takes away those that the sentence
forbids.

Source:
    Constraint Grammar (Karlsson 1990): all readings first, context only takes some away.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple

ONLY = "only"
"""Role of a verb whose form is no noun ("provide"), and of a noun that is no verb, whatever its letters."""

CONVERTED = "converted"
"""Role of the noun that an article makes of such a verb ("a convict", "the transport minister")."""

BASIC = "I"
"""Role of a verb of the form whose two participles are never spelled alike: «كاتب» writes, «مكتوب» is written."""

RELATION = "relation"
"""Role of an adjective that an ending makes of a noun: «رسمي» of «رسم»."""


class Category(StrEnum):
    """The part of speech of a reading."""

    VERB = "verb"
    ACTION = "action"
    """A noun of action: «مقتل», "arrest"."""
    PARTICIPLE = "participle"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    PRONOUN = "pronoun"
    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    AUXILIARY = "auxiliary"
    PARTICLE = "particle"
    ADVERB = "adverb"
    NUMBER = "number"
    NAME = "name"
    MARK = "mark"
    DATE = "date"

    __hash__ = str.__hash__
    """That of `Enum` is worked out anew each time, and categories are looked up for each word."""


class Reading(NamedTuple):
    """One thing that a word can be. What does not apply is empty."""

    category: Category
    lemma: str = ""
    concept: str = ""
    """Class of the predicate, a name of `seeds/concepts.toml`."""
    role: str = ""
    """What a word of the closed classes does: "negation", "relative", "future"; of a verb, its form (II, "IV")."""
    tense: str = ""
    """past, present, or base (an infinitive)."""
    person: str = ""
    number: str = ""
    """s, d or p."""
    gender: str = ""
    """m or f."""
    voice: str = ""
    mood: str = ""
    transitive: bool = False
    before: tuple[str, ...] = ()
    """What is glued in front, folded, the article aside: «وسيعقد» has «و» and «س»."""
    article: bool = False
    pronoun: bool = False
    """A pronoun is glued behind: object of a verb, owner of a noun."""
    guessed: bool = False
    """No table knows the word; its letters allow this."""
    particle: str = ""
    """The word that must stand behind it ("out" in "carry out")."""
    unsure: bool = False
    """Context leaves it open whether the word is a verb or a noun."""

    @property
    def finite(self) -> bool:
        """True for a verb that can head a clause."""
        return self.category is Category.VERB and self.mood != "infinitive"


class Readings(tuple[Reading, ...]):
    """All that one spelling can be. A lexicon gives one object for a spelling: what follows from it is kept there."""

    left: Any = None
    """How a narrowing sees it."""
    facts: dict[int, Any]
    """Id of one of the readings -> what follows from the spelling with it."""

    def __init__(self, _: Iterable[Reading]) -> None:
        self.facts = {}
