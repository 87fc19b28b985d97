"""`WordForm`: the morphology of a language as far as names need it: article, gender, number, glued particles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from timeline_core.errors import LanguageError
from timeline_core.text.fold import fold


@dataclass(frozen=True, slots=True)
class WordForm:
    """Beginnings and endings of words; folded, except where the field says «as written»."""

    capitals: bool = False
    """Names begin with a capital letter: "Syria", and not «سوريا»."""
    adjective_first: bool = False
    """An adjective stands before its noun: "Syrian army", and not «الجيش السوري»."""
    articles: tuple[str, ...] = ()
    """Words that make a noun definite: "the"."""
    inside: tuple[str, ...] = ()
    """Words without a capital inside a name that has them: "of", "for", "and"."""
    article: tuple[str, ...] = ()
    """Glued before a definite noun: «ال»."""
    no_article: tuple[str, ...] = ()
    """As written: beginnings that are an article only when folded: «أل» of «ألبرت»."""
    to_article: tuple[str, ...] = ()
    """What a preposition becomes with the article behind it: «لل»."""
    led_article: tuple[str, ...] = ()
    """The article behind any glued preposition or conjunction: «بال», «كال»."""
    office_article: tuple[str, ...] = ()
    """The article as a word inside an office may have it: «لل», «بال», «وال»."""
    and_: tuple[str, ...] = ()
    """Glued conjunction: «و»."""
    then: tuple[str, ...] = ()
    """Glued conjunction that leads on: «ف»."""
    by: tuple[str, ...] = ()
    """Glued preposition: «ب»."""
    to: tuple[str, ...] = ()
    """Glued preposition: «ل»."""
    feminine: tuple[str, ...] = ()
    """Ending of adjectives of the feminine: «ة», folded."""
    feminine_nouns: tuple[str, ...] = ()
    """Endings of nouns of the feminine: «ة», «ت»."""
    relation: tuple[str, ...] = ()
    """Ending of adjectives of origin, and of last names from them: «القحطاني»."""
    indefinite_relation: tuple[str, ...] = ()
    """The same without an article, as an object: «درزيا»."""
    plural: tuple[str, ...] = ()
    """Endings of nouns that mean many: «ين»."""
    possessive: tuple[str, ...] = ()
    """Pronouns glued to the end of a word: «هم» of «ذويهم»."""
    verb_begins: tuple[str, ...] = ()
    """Letters that a verb, or a noun of action, may begin with."""
    verb_ends: tuple[str, ...] = ()
    feminine_verbs: tuple[str, ...] = ()
    """How a verb of the present begins that a woman, or a thing, is the subject of: «ت»."""
    accusative: tuple[str, ...] = ()
    """As written: how a noun ends whose case is written: «كيلومتراً»."""
    undotted: tuple[str, ...] = ()
    """As written: the ending of «على»."""
    particles: tuple[str, ...] = ()
    """As written: words that folding makes a name: «على»."""
    dotted: tuple[str, ...] = ()
    """As written: the ending of «علي», which folded is the same."""
    servant: tuple[str, ...] = ()
    """What first names begin with that are written as one word: «عبدالعليم»."""

    def without_article(self, word: str) -> str:
        """The folded word without the article glued to it."""
        for article in self.article:
            if word.startswith(article):
                return word.removeprefix(article)
        return word

    def with_article(self, word: str) -> str:
        """The word with the article glued to it."""
        return word if not self.article or word.startswith(self.article) else self.article[0] + word

    def opened(self, noun: str) -> str:
        """A noun whose article lost its first letter to a glued preposition, with that letter: «[ل]للقوات»."""
        return self.article[0][:1] + noun if self.article else noun


_AS_WRITTEN = ("no_article", "accusative", "undotted", "dotted", "particles")


def load(code: str, data: Mapping[str, object]) -> WordForm:
    """Read `[form]` of one language's names; what is not said is not so.

    Raises:
        LanguageError: there is no such property, or it is said in another form; the message names it.
    """
    table = data.get("form", {})
    if not isinstance(table, Mapping):
        raise LanguageError(f"names of {code!r}: [form] is no section")
    known = {field.name.rstrip("_"): field for field in fields(WordForm)}
    said: dict[str, bool | tuple[str, ...]] = {}
    for name, value in table.items():
        if name not in known:
            raise LanguageError(f"names of {code!r}: [form] has no {name!r}; there are {', '.join(known)}")
        said[known[name].name] = _property(code, name, value, truth=known[name].type == "bool")
    return WordForm(**said)  # type: ignore[arg-type]


def _property(code: str, name: str, value: object, *, truth: bool) -> bool | tuple[str, ...]:
    if truth and isinstance(value, bool):
        return value
    if not truth and isinstance(value, list) and all(isinstance(one, str) and one for one in value):
        return tuple(value) if name in _AS_WRITTEN else tuple(map(fold, value))
    raise LanguageError(f"names of {code!r}: [form] {name} must be {'true or false' if truth else 'a list of letters'}")


def joined(forms: Iterable[WordForm]) -> WordForm:
    """What the words of any of the languages show, for a text in all of them."""
    some = tuple(forms)
    said = {
        field.name: tuple(dict.fromkeys(letters for form in some for letters in getattr(form, field.name)))
        for field in fields(WordForm)
        if field.type != "bool"
    }
    return WordForm(**said)  # type: ignore[arg-type]
