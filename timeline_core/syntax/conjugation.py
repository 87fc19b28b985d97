"""The stems of a verb: «قول» with the pattern of form I gives «قال», «قل», «يقول», «قائل», «مقول».

Letters, patterns and endings are data (`seeds/lexicon/*.paradigms.toml`); here they are only put together.

Source:
    Templatic morphology: a root is laid over a pattern, then the spelling is set right (hamza, assimilation).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline_core.errors import LanguageError

PLAIN = "plain"
"""Endings of a stem that names none."""
KEEPS = "!"
_SHORT, _REST = "_short", "_rest"
"""Suffixes of the name of a set of endings: in the cells that differ for the short stem, and in all others."""
_USUAL = "a"
"""Vowel of the past of form I where the list gives none."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the list: its root («قتل»), form ("I"), and nouns of action where they are irregular."""

    root: str
    form: str
    vowels: str = ""
    """Of past and present in form I, or of the present alone; `KEEPS`: its weak letter stays («استحوذ»)."""
    nouns: tuple[str, ...] = ()
    transitive: bool = True


@dataclass(frozen=True, slots=True)
class Stem:
    """A stem with its vowel signs, which slot of the paradigm it fills, and which endings it takes."""

    spelled: str
    slot: str
    endings: str


@dataclass(frozen=True, slots=True)
class Letters:
    """How one language spells its roots and what it does to them."""

    radicals: str
    """Letters of a pattern that stand for the letters of the root, in order."""
    weak: str
    hamza: str
    signs: Mapping[str, str]
    """Letter of a list -> vowel sign."""
    initial: Mapping[str, str]
    """Vowel sign of an opening hamza -> how it is written; "" for any other."""
    seats: Sequence[tuple[str, str]]
    """(vowel sign, how a hamza beside it is written), the strongest first."""
    strong: Mapping[str, str]
    bare_after: str
    merged: Sequence[tuple[str, str]]
    infix: Mapping[str, str]
    silent: frozenset[str]
    """Signs that no one writes."""


class Conjugation:
    """One language's patterns, ready to build stems."""

    def __init__(self, letters: Letters, patterns: Mapping[str, Mapping[str, Mapping[str, Sequence[str]]]]) -> None:
        self._letters = letters
        self._patterns = patterns

    def stems(self, verb: Verb) -> Iterator[Stem]:
        """Every stem of the verb, nouns of action and participles among them.

        Raises:
            LanguageError: no pattern is known for such a verb.
        """
        for slot, pattern in self._pattern(verb).items():
            if slot == "noun" and verb.nouns:
                continue
            if "passive" in slot and not verb.transitive and slot != "passive":
                continue
            yield from self._of_pattern(verb, slot, pattern)

    def citation(self, verb: Verb) -> tuple[str, str]:
        """The past as it is cited, without its ending or signs, and the set of its endings: «قال», «رم»."""
        past, _, endings = _completed(self._pattern(verb)["past"])
        return self.bare(self._seated(self._filled(verb, past))), endings

    def bare(self, spelled: str) -> str:
        """The letters without their signs."""
        return "".join(letter for letter in spelled if letter not in self._letters.silent)

    def _pattern(self, verb: Verb) -> Mapping[str, Sequence[str]]:
        kinds = self._patterns.get(verb.form)
        if kinds is None:
            raise LanguageError(f"{verb.root!r}: no verb has the form {verb.form!r}")
        for kind in self._kinds(verb):
            if kind in kinds:
                return kinds[kind]
        raise LanguageError(f"{verb.root!r}: form {verb.form!r} has no pattern for such a root")

    def _kinds(self, verb: Verb) -> Iterator[str]:
        """Classes of the root, the most specific first: «دعو u» is `defective_u`, else `defective`, else `sound`."""
        first, *middle, last = list(verb.root)
        weak, vowels = self._letters.weak, verb.vowels
        if last in weak:
            if first == weak[0]:
                yield "assimilated_defective"
            yield f"defective_{vowels}"
            yield "defective"
        elif middle[-1] in weak and KEEPS not in vowels:
            yield f"hollow_{vowels}"
            yield "hollow"
        elif middle[-1] == last:
            yield "doubled"
        if first == weak[0] and KEEPS not in vowels:
            yield "assimilated"
        if last == self._letters.hamza:
            yield "glottal"
        yield "sound"

    def _of_pattern(self, verb: Verb, slot: str, pattern: Sequence[str]) -> Iterator[Stem]:
        long, short, endings = _completed(pattern)
        for spelled in self.spellings(self._filled(verb, long)):
            yield Stem(spelled, slot, endings)
        for spelled in self.spellings(self._filled(verb, short)) if short else ():
            yield Stem(spelled, slot, endings + _REST)
            if short != long or endings != PLAIN:
                yield Stem(spelled, slot, endings + _SHORT)

    def _filled(self, verb: Verb, pattern: str) -> str:
        """The pattern with the letters of the root, and its two vowels."""
        past, present = verb.vowels[:-1] or _USUAL, verb.vowels[-1:]
        signs = {"p": self._letters.signs.get(past, ""), "v": self._letters.signs.get(present, "")}
        at = dict(zip(self._letters.radicals, verb.root, strict=False))
        spelled = "".join(at.get(letter, signs.get(letter, letter)) for letter in pattern)
        if verb.form == "VIII":
            for apart, together in self._letters.infix.items():
                spelled = spelled.replace(apart, together, 1)
        return spelled

    def spellings(self, spelled: str) -> list[str]:
        """Its spellings: how a final hamza is written depends on what follows («بدأ», «بدؤوا»)."""
        if not spelled.endswith(self._letters.hamza):
            return [self._seated(spelled)]
        ways = [spelled, *(spelled + sign for sign, _ in self._letters.seats)]
        return list(dict.fromkeys(self._unsigned_end(self._seated(way)) for way in ways))

    def _unsigned_end(self, spelled: str) -> str:
        """Without a sign at the end."""
        return spelled[:-1] if spelled[-1] in self._letters.silent else spelled

    def _seated(self, spelled: str) -> str:
        """Each hamza written on the letter that the vowels beside it ask for."""
        hamza, letters = self._letters.hamza, list(spelled)
        for at, letter in enumerate(letters):
            if letter == hamza:
                letters[at] = self._seat(spelled, at)
        written = "".join(letters)
        for apart, together in self._letters.merged:
            written = written.replace(apart, together)
        return written

    def _seat(self, spelled: str, at: int) -> str:
        own = spelled[at + 1 :][:1]
        if at == 0:
            return self._letters.initial.get(own, self._letters.initial[""])
        before = spelled[at - 1]
        if before in self._letters.strong:
            return self._letters.strong[before] if own else self._letters.hamza
        beside = {before} if at + 1 == len(spelled) else {before, own}
        weakest = self._letters.seats[-1][0]
        if before in self._letters.bare_after and own in {"", weakest}:
            return self._letters.hamza
        return next((seat for sign, seat in self._letters.seats if sign in beside), self._letters.hamza)


def _completed(pattern: Sequence[str]) -> tuple[str, str, str]:
    """(long stem, short stem, endings) of a pattern, of which the data may omit the last ones."""
    long, *more = pattern
    return long, more[0] if more else long, more[1] if len(more) > 1 else PLAIN


def load(data: Mapping[str, Any]) -> Conjugation | None:
    """The conjugation of a language's `paradigms` file; None where its verbs are listed with all their parts.

    Raises:
        LanguageError: the letters are incomplete.
    """
    if "stem" not in data:
        return None
    try:
        said = data["letters"]
        letters = Letters(
            said["radicals"],
            said["weak"],
            said["hamza"],
            said["signs"],
            said["initial"],
            [tuple(pair) for pair in said["seats"]],
            said["strong"],
            said["bare_after"],
            [tuple(pair) for pair in said["merged"]],
            said["infix"],
            frozenset(said["silent"]),
        )
    except (KeyError, TypeError) as error:
        raise LanguageError(f"paradigms: section [letters] is incomplete: {error}") from error
    return Conjugation(letters, data["stem"])
