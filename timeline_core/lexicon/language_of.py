"""Which language a paragraph is in, as far as script and the commonest words tell."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.text.fold import SIGNS
from timeline_core.text.words import words

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\ufb50-\ufefc]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_SIGN = re.compile(f"[{SIGNS}]")
_LETTER = re.compile(r"[^\W\d_]")
_FOREIGN = {
    "ur": (re.compile("[ےٹڈڑں]"), re.compile(r"\b(?:کے|کی|کا|کو|نے|ہے|ہیں|میں|سے|اور|یہ|پر)\b")),
    "ckb": (re.compile("[ۆێڕڵڤە]"), re.compile(r"\b(?:لە|بە|کە|بۆ|ئەو|ئەم|لەگەڵ)\b")),
    "fa": (re.compile("[پچژگ]"), re.compile(r"\b(?:است|[کك]ه|م[یي]|را|ا[یي]ن|از|در|برا[یي]|شده|شد)\b")),
}
"""Of other languages in Arabic script: letters that Arabic does without, and the commonest words. Urdu has the letters
of Persian too. Not ی and ک: many keyboards type Arabic with them."""
_NATIVE = re.compile(r"\b[وف]?(?:ف[يیى]|من|عل[ىيی]|[إا]ل[ىيی]|عن|[أا]ن|الت[يی]|الذ[يی]|هذا|هذه|ذلك)\b")
"""The commonest words of Arabic, in the spellings of every keyboard."""
_RARE = 20
"""A foreign letter in so many is a name in an Arabic text, not another language."""
_FEW = 2
"""Words of another language that a text must hold before it is taken for one: a name may hold one («Le Monde»)."""
_SHORT = 12
"""Words: a shorter text need not hold one of the commonest."""
_ACCENTED = re.compile("[àâäáãåæçéèêëíìîïıñóòôöõøœúùûüğşßčšžłąęőű]")


def language_of(text: str, known: Mapping[str, Phrasing]) -> str:
    """The code of the known language that the text is taken for; empty where it is none of them."""
    arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    if max(arabic, latin) * 2 < max(len(_LETTER.findall(text)), 1):
        return ""
    script = "Arab" if arabic >= latin else "Latn"
    if script == "Arab" and foreign_code(text):
        return ""
    return next((code for code, phrasing in known.items() if phrasing.script == script and _tells(text, phrasing)), "")


def foreign_code(text: str) -> str:
    """The code of a language in Arabic script that is not Arabic; empty where none stands out by letters or words."""
    text = _SIGN.sub("", text)
    letters = len(_ARABIC.findall(text))
    native = len(_NATIVE.findall(text))
    return next(
        (
            code
            for code, (foreign, common) in _FOREIGN.items()
            if len(foreign.findall(text)) * _RARE > letters or len(common.findall(text)) >= max(native + 1, _FEW)
        ),
        "",
    )


def _tells(text: str, phrasing: Phrasing) -> bool:
    """True unless the commonest words of other languages, and words with their letters, outnumber those of this one."""
    if not phrasing.telltale:
        return True
    run = words(text)
    if len(run) <= _SHORT:
        return True
    here = sum(word.folded in phrasing.telltale for word in run)
    others = sum(
        f"-{word.folded}" in phrasing.telltale
        or (text[word.start].islower() and _ACCENTED.search(word.folded) is not None)
        for word in run
    )
    return others < max(here + 1, _FEW)
