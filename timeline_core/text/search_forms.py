"""Other spellings of a word that somebody searches for: without article and clitics, in the singular or the plural.

«القناة» is sought as «قناة», «وقصف» as «قصف», "markets" as "market", "city" as "cities".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from timeline_core.text.words import ARTICLE, BEFORE_ARTICLE, CLITICS

_BEFORE = "|".join(one for one in CLITICS if one + ARTICLE[-1] not in BEFORE_ARTICLE)
"""What the article keeps all of its letters behind."""
_WITH_ARTICLE = f"(?:{_BEFORE})?{ARTICLE}|{'|'.join(BEFORE_ARTICLE)}"
PROCLITICS = f"(?:{_WITH_ARTICLE}|{'|'.join(CLITICS)})?"
"""What may be glued before an Arabic word, as a pattern of folded letters: conjunction, preposition or article."""
_LED = re.compile(_WITH_ARTICLE)
_GLUED = re.compile("|".join(sorted(CLITICS, key=len, reverse=True)))
_ARABIC = re.compile("[\u0620-\u064a]+")
_LATIN = re.compile("[a-z]+")
_SHORTEST = 3
"""Letters that are left of a word, at least."""
_NO_PLURAL = ("ss", "us", "is", "os")
_HISSING = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"


class Form(NamedTuple):
    """Another spelling of a word."""

    letters: str
    """Folded."""
    whole: bool
    """It stands for the word only where the word ends with it, whatever is glued before it."""


@lru_cache(maxsize=256)
def other_forms(word: str) -> tuple[Form, ...]:
    """The spellings that mean the folded word too; none for a word of another script, or of letters and figures."""
    if _ARABIC.fullmatch(word):
        return tuple(dict.fromkeys(_uncliticised(word)))
    return tuple(dict.fromkeys(_other_numbers(word))) if _LATIN.fullmatch(word) else ()


def _uncliticised(word: str) -> list[Form]:
    led, glued = _LED.match(word), _GLUED.match(word)
    found = [Form(word[led.end() :], whole=False)] if led else []
    if glued and not led:
        found.append(Form(word[glued.end() :], whole=True))
    return [form for form in found if len(form.letters) >= _SHORTEST]


def _other_numbers(word: str) -> list[Form]:
    """The singular of what looks like a plural; else the plurals of which the word is no part."""
    if len(word) <= _SHORTEST or word.endswith(_NO_PLURAL):
        return []
    if word.endswith("ies"):
        return [Form(f"{word[:-3]}y", whole=True)]
    if word.endswith("es") and word[:-2].endswith(_HISSING):
        return [Form(word[:-2], whole=True), Form(word[:-1], whole=True)]
    if word.endswith("s"):
        return [Form(word[:-1], whole=True)]
    if word.endswith("y") and word[-2] not in _VOWELS:
        return [Form(f"{word[:-1]}ies", whole=True)]
    return []
