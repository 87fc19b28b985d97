"""Which language a paragraph is in, as far as script and the commonest words tell.

The scripts, and the languages that have no file of their own but are told from those that have, are data
(`seeds/scripts.toml`); how a language shows stands in `[signs]` of its file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from timeline_core.errors import LanguageError
from timeline_core.model.span import Span
from timeline_core.text.fold import SIGNS, fold
from timeline_core.text.sentences import paragraphs
from timeline_core.text.words import words

_SIGN = re.compile(f"[{SIGNS}]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"\w+")
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
    letters: frozenset[str]
    """The letters that it alone has."""
    words: frozenset[str]
    """Its commonest words, as written."""


@dataclass(frozen=True, slots=True)
class Signs:
    """All that tells languages from one another."""

    scripts: Mapping[str, re.Pattern[str]]
    """Script -> finds runs of its letters."""
    languages: Mapping[str, Sign]
    foreign: tuple[Foreign, ...]
    native: Mapping[str, frozenset[str]]
    """Script -> the native words of its languages, as written, also with what may be glued before them."""


def load(scripts: Mapping[str, object], languages: Mapping[str, Mapping[str, object]]) -> Signs:
    """Compile the table of scripts, and `[signs]` of every language's file.

    Raises:
        LanguageError: a section is missing or says what it cannot; the message names it.
    """
    letters = {
        code: re.compile(f"[{''.join(_list('scripts', code, some))}]+") for code, some in _rows(scripts, "script")
    }
    signs = {code: _sign(code, data, letters) for code, data in languages.items()}
    foreign = tuple(_foreign(code, row, letters) for code, row in _rows(scripts, "foreign"))
    native = {
        script: frozenset(glue + word for sign in some for word in sign.native for glue in ("", *sign.glued))
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
    letters = _list("scripts.toml", f"[foreign.{code}] letters", row.get("letters"))
    common = _list("scripts.toml", f"[foreign.{code}] words", row.get("words"))
    return Foreign(code, str(row["script"]), frozenset("".join(letters)), frozenset(common))


def _rows(data: Mapping[str, object], section: str) -> Iterable[tuple[str, object]]:
    table = data.get(section)
    if not isinstance(table, Mapping):
        raise LanguageError(f"scripts.toml: lacks the section [{section}]")
    return ((str(code), row) for code, row in table.items())


def _list(where: str, name: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        raise LanguageError(f"{where}: {name} must be a list of words or letters")
    return value


def language_of(text: str, signs: Signs) -> str:
    """The code of the known language that the text is taken for; empty where it is none of them."""
    script = _script_of(text, signs)
    if not script:
        return ""
    if any(one.script == script for one in signs.foreign) and foreign_code(text, signs):
        return ""
    known = [code for code, sign in signs.languages.items() if sign.script == script and _tells(text, sign)]
    if len(known) < 2:
        return known[0] if known else ""
    run = words(text)
    return max(known, key=lambda code: sum(word.folded in signs.languages[code].common for word in run))


def _script_of(text: str, signs: Signs) -> str:
    """The script of at least half of the letters; empty where there is none."""
    script, most = "", -1
    for code, letters in signs.scripts.items():
        count = _size(letters, text)
        if count > most:
            script, most = code, count
        if count * 2 > len(text):
            break
    enough = most * 2 >= max(len(text), 1) or most * 2 >= max(_size(_LETTERS, text), 1)
    return script if enough else ""


def _size(letters: re.Pattern[str], text: str) -> int:
    """How many letters of the text are in runs of such."""
    return sum(map(len, letters.findall(text)))


def foreign_code(text: str, signs: Signs) -> str:
    """The code of the language without a file that stands out by its letters or words; empty where none does."""
    text = _SIGN.sub("", text) if _SIGN.search(text) else text
    letters, said = set(text), _WORD.findall(text)
    distinct = frozenset(said)
    for one in signs.foreign:
        if not one.letters.isdisjoint(letters) and _outnumbers(one, text, signs):
            return one.code
        if not one.words.isdisjoint(distinct):
            native = signs.native.get(one.script, frozenset())
            own = sum(map(native.__contains__, said))
            if sum(map(one.words.__contains__, said)) >= max(own + 1, _FEW):
                return one.code
    return ""


def _outnumbers(one: Foreign, text: str, signs: Signs) -> bool:
    """True where so many letters of the text are its own that they are no letters of a name."""
    return sum(map(text.count, one.letters)) * _RARE > _size(signs.scripts[one.script], text)


def languages_of(text: str, signs: Signs, given: str = "") -> tuple[tuple[Span, str], ...]:
    """The paragraphs with their languages; one that shows none («10/02/2023», "Truce signed") is in that of the text.

    Args:
        given: the language of the report, where somebody says it.
    """
    found: list[tuple[Span, str]] = []
    whole: str | None = None
    for span in paragraphs(text):
        said = span.of(text)
        code = language_of(said, signs)
        if not _shows(said, code, signs):
            whole = (given or language_of(text, signs)) if whole is None else whole
            code = _of_text(said, whole, signs)
        found.append((span, code))
    return tuple(found)


def _shows(said: str, code: str, signs: Signs) -> bool:
    """False for a line without letters, and for a short one with no word that tells its language from others."""
    if not any(map(str.isalpha, said)):
        return False
    if code:
        sign = signs.languages[code]
        return not sign.common or len(words(said)) > _SHORT or any(_counted(said, sign))
    return len(words(said)) > _SHORT or all(abs(here - other) != 1 for here, other in _counts(said, signs))


def _counts(said: str, signs: Signs) -> Iterable[tuple[int, int]]:
    script = max(signs.scripts, key=lambda code: len(signs.scripts[code].findall(said)))
    return (_counted(said, sign) for sign in signs.languages.values() if sign.common and sign.script == script)


def _of_text(said: str, whole: str, signs: Signs) -> str:
    """The language of the whole text, where the line is in its script; else the one of that script that it can be."""
    script = max(signs.scripts, key=lambda code: len(signs.scripts[code].findall(said)))
    if whole in signs.languages and signs.languages[whole].script != script and any(map(str.isalpha, said)):
        return language_of(said, signs)
    return whole if whole in signs.languages else ""


def _tells(text: str, sign: Sign) -> bool:
    """True unless the commonest words of other languages, and words with their letters, outnumber those of this one.

    In a short text one of them is enough where there is none of its own.
    """
    if not sign.common:
        return True
    here, others = _counted(text, sign)
    return others <= here if len(words(text)) <= _SHORT else others < max(here + 1, _FEW)


def _counted(text: str, sign: Sign) -> tuple[int, int]:
    """How many of the commonest words of a language the text has, and how many that tell against it.

    In a short text those of a name count nothing: "El Fasher", "Le Monde", "Rio de Janeiro".
    """
    run = words(text)
    small = [text[word.start].islower() for word in run]
    short = len(run) <= _SHORT
    here = sum(word.folded in sign.common for word in run)
    others = 0
    for at, word in enumerate(run):
        named = short and at + 1 < len(run) and not small[at + 1] and (not small[at] or (at > 0 and not small[at - 1]))
        foreign = f"-{word.folded}" in sign.common and not (named and text[run[at + 1].start].isalpha())
        lettered = small[at] and not sign.other_letters.isdisjoint(word.folded)
        others += foreign or lettered
    return here, others
