"""`Grammar`: in what languages differ beside their words: the order of a clause, and what is glued to a word.

The traits stand in `[grammar]` of the language's file. No rule asks which language it reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from timeline_core.errors import LanguageError
from timeline_core.text.fold import fold


@dataclass(frozen=True, slots=True)
class Grammar:
    """Traits of one language; letters are folded, unless it is said that they stand as written."""

    verb_first: bool = False
    """The verb stands before its subject: «أعلن الجيش», and not "the army announced"."""
    capitals: bool = False
    """Names begin with a capital letter."""
    article: tuple[str, ...] = ()
    """Glued before a noun: «ال»."""
    and_: tuple[str, ...] = ()
    """Glued before a word, it joins: «و»."""
    then: tuple[str, ...] = ()
    """Glued before a word, it leads on: «ف»."""
    by: tuple[str, ...] = ()
    """Glued preposition of means, place and content: «ب»."""
    to: tuple[str, ...] = ()
    """Glued preposition of aim: «ل»."""
    like: tuple[str, ...] = ()
    """Glued before what something is compared with: «ك»."""
    to_article: tuple[str, ...] = ()
    """What a preposition becomes with the article behind it: «لل»."""
    true_and: tuple[str, ...] = ()
    """As written: letters before which the glued "and" is never a letter of the word: «وأدى»."""
    point: tuple[str, ...] = ()
    """Letters that are typed for a decimal point: «5ر1»."""
    before_pronoun: tuple[str, ...] = ()
    """As written: the end of a word before a pronoun that is glued to it, and behind a blank that of the word alone:
    «زيارته», «زيارة»."""

    def joined(self, word: str) -> bool:
        """True when a folded word begins as if "and" were glued to it."""
        return word.startswith(self.and_)

    def unjoined(self, word: str) -> str:
        """A folded word without the "and" glued to it."""
        return _without(word, self.and_)

    def without_article(self, word: str) -> str:
        """A folded word without its article."""
        return _without(word, self.article)

    def unbound_forms(self, spelling: str) -> Iterator[str]:
        """As what a word may be written alone of which that much stands before a pronoun.

        Where its end is told by more than one letter («لقائ»), it is never as it stands; else that comes first.
        """
        ends = [one.split(" ") for one in self.before_pronoun]
        found = [(len(bound), spelling.removesuffix(bound) + end) for bound, end in ends if spelling.endswith(bound)]
        yield from (form for size, form in found if size > 1)
        yield spelling
        yield from (form for size, form in found if size == 1)

    @property
    def letters(self) -> str:
        """Every single letter that may be glued before a word or number."""
        return "".join(
            letter for letter in (*self.and_, *self.then, *self.by, *self.to, *self.like) if len(letter) == 1
        )


_AS_WRITTEN = ("true_and", "before_pronoun")


def load(code: str, data: Mapping[str, object]) -> Grammar:
    """Read `[grammar]` of one language's data; what is not said is not so.

    Raises:
        LanguageError: there is no such trait, or it is said in another form; the message names it.
    """
    table = data.get("grammar", {})
    if not isinstance(table, Mapping):
        raise LanguageError(f"language {code!r}: [grammar] is no section")
    known = {field.name.rstrip("_"): field for field in fields(Grammar)}
    said: dict[str, bool | tuple[str, ...]] = {}
    for name, value in table.items():
        if name not in known:
            raise LanguageError(f"language {code!r}: [grammar] has no trait {name!r}; there are {', '.join(known)}")
        said[known[name].name] = _trait(code, name, value, truth=known[name].type == "bool")
    return Grammar(**said)  # type: ignore[arg-type]


def _trait(code: str, name: str, value: object, *, truth: bool) -> bool | tuple[str, ...]:
    if truth and isinstance(value, bool):
        return value
    if not truth and isinstance(value, list) and all(isinstance(one, str) and one for one in value):
        return tuple(value) if name in _AS_WRITTEN else tuple(map(fold, value))
    raise LanguageError(
        f"language {code!r}: [grammar] {name} must be {'true or false' if truth else 'a list of letters'}"
    )


def _without(word: str, beginnings: tuple[str, ...]) -> str:
    """The word without the first of these that it begins with."""
    for one in beginnings:
        if word.startswith(one):
            return word[len(one) :]
    return word
