"""Which language a paragraph is in, as far as script and the commonest words tell."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline_core.phrasing import Phrasing
from timeline_core.text.words import words

_ARABIC = re.compile("[\u0620-\u064a\ufb50-\ufefc]")
_LATIN = re.compile("[A-Za-z]")
_FOREIGN = {"ur": re.compile("[ےٹڈڑں]"), "fa": re.compile("[پچژگیک]")}
"""Letters of other languages in Arabic script that Arabic does without; Urdu has those of Persian too."""
_RARE = 20
"""A foreign letter in so many is a name in an Arabic text, not another language."""
_SHORT = 12
"""Words: a shorter text need not hold one of the commonest."""


def language_of(text: str, known: Mapping[str, Phrasing]) -> str:
    """The code of the known language that the text is taken for; empty where it is none of them."""
    arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    if not arabic and not latin:
        return ""
    script = "Arab" if arabic >= latin else "Latn"
    if script == "Arab" and foreign_code(text):
        return ""
    return next((code for code, phrasing in known.items() if phrasing.script == script and _tells(text, phrasing)), "")


def foreign_code(text: str) -> str:
    """The code of a language in Arabic script that is not Arabic, by its letters; empty where none stands out."""
    arabic = len(_ARABIC.findall(text))
    return next((code for code, letters in _FOREIGN.items() if len(letters.findall(text)) * _RARE > arabic), "")


def _tells(text: str, phrasing: Phrasing) -> bool:
    if not phrasing.telltale:
        return True
    run = words(text)
    return len(run) <= _SHORT or any(word.folded in phrasing.telltale for word in run)
