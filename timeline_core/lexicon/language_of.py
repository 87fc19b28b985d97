"""Which language a paragraph is in, as far as script and the commonest words tell.

The scripts, and the languages that have no file of their own but are told from those that have, are data
(`seeds/scripts.toml`); how a language shows stands in `[signs]` of its file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from timeline_core.errors import LanguageError
from timeline_core.text.fold import SIGNS, fold
from timeline_core.text.words import words

_SIGN = re.compile(f"[{SIGNS}]")
_LETTER = re.compile(r"[^\W\d_]")
_NEVER = re.compile(r"(?!)")
_RARE = 20
"""A foreign letter in so many is a name in a text, not another language."""
_FEW = 2
"""Words of another language that a text must hold before it is taken for one: a name may hold one («Le Monde»)."""
_SHORT = 12
"""Words: a shorter text need not hold one of the commonest."""


@dataclass(frozen=True, slots=True)
class Sign:
    """How one language shows among others of its script."""

    script: str
    """ISO 15924 code."""
    common: frozenset[str] = frozenset()
    """Its commonest words, folded; with a hyphen before them those of others. Empty where its letters tell it."""
    other_letters: frozenset[str] = frozenset()
    """Small letters, folded, that words of other languages have."""
    native: tuple[str, ...] = ()
    """Words that languages of the same script without a file do not have, in the spellings of every keyboard."""
    glued: str = ""
    """Letters that may be glued before such a word."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A language without a file: Urdu among texts in Arabic script."""

    code: str
    script: str
    letters: re.Pattern[str]
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Signs:
    """All that tells languages from one another."""

    scripts: Mapping[str, re.Pattern[str]]
    languages: Mapping[str, Sign]
    foreign: tuple[Foreign, ...]
    native: Mapping[str, re.Pattern[str]]
    """Script -> the native words of its languages."""


def load(scripts: Mapping[str, object], languages: Mapping[str, Mapping[str, object]]) -> Signs:
    """Compile the table of scripts, and `[signs]` of every language's file.

    Raises:
        LanguageError: a section is missing or says what it cannot; the message names it.
    """
    letters = {
        code: re.compile(f"[{''.join(_list('scripts', code, some))}]") for code, some in _rows(scripts, "script")
    }
    signs = {code: _sign(code, data, letters) for code, data in languages.items()}
    foreign = tuple(_foreign(code, row, letters) for code, row in _rows(scripts, "foreign"))
    native = {
        script: _any_of([word for sign in some for word in sign.native], "".join(sign.glued for sign in some))
        for script in letters
        if (some := [sign for sign in signs.values() if sign.script == script])
    }
    return Signs(letters, signs, foreign, native)


def _sign(code: str, data: Mapping[str, object], scripts: Collection[str]) -> Sign:
    said = data.get("signs")
    if not isinstance(said, Mapping):
        raise LanguageError(f"language {code!r}: the section [signs] is missing")
    if unknown := sorted(set(said) - {"script", "common", "other_letters", "native", "glued"}):
        raise LanguageError(f"language {code!r}: nothing reads [signs] {unknown[0]}")
    if said.get("script") not in scripts:
        raise LanguageError(f"language {code!r}: [signs] script must be one of {', '.join(scripts)} (scripts.toml)")
    where = f"language {code!r}: [signs]"
    return Sign(
        str(said["script"]),
        frozenset(fold(word) for word in _list(where, "common", said.get("common", []))),
        frozenset("".join(_list(where, "other_letters", said.get("other_letters", [])))),
        tuple(_list(where, "native", said.get("native", []))),
        "".join(_list(where, "glued", said.get("glued", []))),
    )


def _foreign(code: str, row: object, scripts: Collection[str]) -> Foreign:
    if not isinstance(row, Mapping) or row.get("script") not in scripts:
        raise LanguageError(f"scripts.toml: [foreign.{code}] script must be one of {', '.join(scripts)}")
    letters = "".join(_list("scripts.toml", f"[foreign.{code}] letters", row.get("letters")))
    common = _list("scripts.toml", f"[foreign.{code}] words", row.get("words"))
    return Foreign(code, str(row["script"]), re.compile(f"[{re.escape(letters)}]"), _any_of(common))


def _rows(data: Mapping[str, object], section: str) -> Iterable[tuple[str, object]]:
    table = data.get(section)
    if not isinstance(table, Mapping):
        raise LanguageError(f"scripts.toml: lacks the section [{section}]")
    return ((str(code), row) for code, row in table.items())


def _list(where: str, name: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        raise LanguageError(f"{where}: {name} must be a list of words or letters")
    return value


def _any_of(some: Iterable[str], glued: str = "") -> re.Pattern[str]:
    """Finds any of the words, as written, with one of the glued letters before it."""
    known = "|".join(map(re.escape, some))
    before = f"[{re.escape(glued)}]?" if glued else ""
    return re.compile(rf"\b{before}(?:{known})\b") if known else _NEVER


def language_of(text: str, signs: Signs) -> str:
    """The code of the known language that the text is taken for; empty where it is none of them."""
    counts = {script: len(letters.findall(text)) for script, letters in signs.scripts.items()}
    script = max(counts, key=lambda code: counts[code])
    if counts[script] * 2 < max(len(_LETTER.findall(text)), 1):
        return ""
    if any(one.script == script for one in signs.foreign) and foreign_code(text, signs):
        return ""
    known = [code for code, sign in signs.languages.items() if sign.script == script and _tells(text, sign)]
    if len(known) < 2:
        return known[0] if known else ""
    run = words(text)
    return max(known, key=lambda code: sum(word.folded in signs.languages[code].common for word in run))


def foreign_code(text: str, signs: Signs) -> str:
    """The code of the language without a file that stands out by its letters or words; empty where none does."""
    text = _SIGN.sub("", text)
    counts: dict[str, tuple[int, int]] = {}
    for one in signs.foreign:
        if one.script not in counts:
            native = signs.native.get(one.script, _NEVER)
            counts[one.script] = len(signs.scripts[one.script].findall(text)), len(native.findall(text))
        letters, own = counts[one.script]
        if len(one.letters.findall(text)) * _RARE > letters or len(one.words.findall(text)) >= max(own + 1, _FEW):
            return one.code
    return ""


def _tells(text: str, sign: Sign) -> bool:
    """True unless the commonest words of other languages, and words with their letters, outnumber those of this one."""
    if not sign.common:
        return True
    run = words(text)
    if len(run) <= _SHORT:
        return True
    here = sum(word.folded in sign.common for word in run)
    others = sum(
        f"-{word.folded}" in sign.common
        or (text[word.start].islower() and not sign.other_letters.isdisjoint(word.folded))
        for word in run
    )
    return others < max(here + 1, _FEW)
