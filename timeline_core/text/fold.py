"""One spelling per word, so that no list of words ever holds variants.

For look-up only: spans are of the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from timeline_core.text.marks import TATWEEL

_VOWELS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8"
CONTROLS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Ranges, for a class of a regular expression: what is not seen, such as marks of direction, joiners, soft hyphens."""
SIGNS = "\u0300-\u036f" + _VOWELS
"""Likewise: what stands above or below a letter, and belongs to the word."""
MARKS = SIGNS + CONTROLS

_ALIKE = str.maketrans("أإآٱىیةکھہ" + "٠١٢٣٤٥٦٧٨٩" + "۰۱۲۳۴۵۶۷۸۹" + "’", "ااااييهكهه" + "0123456789" * 2 + "'")
_TATWEEL = 0x640
_SILENT = dict.fromkeys(
    (
        _TATWEEL,
        *(
            code
            for first, last in re.findall("(.)(?:-(.))?", _VOWELS + CONTROLS)
            for code in range(ord(first), ord(last or first) + 1)
        ),
    )
)
_APART = re.compile("[\u0300-\u036f\u0653-\u0655\ufb50-\U0010ffff]")
"""Signs that make one letter with the one before them; and letters as they are drawn, not as they are spelt."""
_PRESENTED = "\ufb50"
_TABLE = {**_ALIKE, **_SILENT}
_REMEMBERED = 50_000
"""Words whose folded spelling is remembered."""


def fold(word: str) -> str:
    """The word without case, vowel signs, tatweel and marks of direction; hamza carriers, ى/ي, ة/ه and digits made one.

    Length may change, so a place in the result is no place in the text.

    Source:
        DESIGN.md section 6; letters in two parts (file names of macOS, PDF) by NFC, presentation forms (text copied
        from PDF) by NFKC, Unicode annex 15.
    """
    if word.isascii():
        return word.lower()
    if _APART.search(word):
        word = unicodedata.normalize("NFKC" if max(word) >= _PRESENTED else "NFC", word)
    return word.casefold().translate(_TABLE)


def as_spelt(word: str) -> str:
    """The word with its letters as they are spelt, where a PDF wrote them as they are drawn, or a line stretches them.

    «ﻗﺘﻞ» and «قتـل» are «قتل», and «لـ» is «ل».
    """
    spelt = unicodedata.normalize("NFKC", word) if max(word, default="") >= _PRESENTED else word
    return spelt.replace(TATWEEL, "") or word if TATWEEL in spelt else spelt


folded = lru_cache(maxsize=_REMEMBERED)(fold)
"""As `fold`, for words that come again and again."""


def fold_all(words: Sequence[str]) -> list[str]:
    """Each of the words as `fold` gives it, in one step where none has letters in parts."""
    joined = "\n".join(words)
    if _APART.search(joined):
        return [fold(word) for word in words]
    return joined.casefold().translate(_TABLE).split("\n") if words else []


def bare(word: str) -> str:
    """The word as written, but for vowel signs, tatweel and marks of direction: «آب» stays apart from «أب»."""
    if _APART.search(word):
        word = unicodedata.normalize("NFC", word)
    return word.translate(_SILENT)
