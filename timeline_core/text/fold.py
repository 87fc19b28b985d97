"""One spelling per word, so that no list of words ever holds variants.

For look-up only: spans are of the text as given.
"""

from __future__ import annotations

import unicodedata

_ALIKE = str.maketrans("أإآٱىیةکھہ" + "٠١٢٣٤٥٦٧٨٩" + "۰۱۲۳۴۵۶۷۸۹" + "’", "ااااييهكهه" + "0123456789" * 2 + "'")
_SILENT = dict.fromkeys(
    (
        0x640,  # tatweel
        0x670,  # superscript alef
        0xAD,
        *range(0x610, 0x61B),
        *range(0x64B, 0x660),
        *range(0x6D6, 0x6DD),
        *range(0x6DF, 0x6E9),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        0xFEFF,
    )
)
_PRESENTED = "\ufb50"
"""From here on stand the letters as they are drawn, joined, rather than as they are spelt."""
_TABLE = {**_ALIKE, **_SILENT}


def fold(word: str) -> str:
    """The word without case, vowel signs, tatweel and marks of direction; hamza carriers, ى/ي, ة/ه and digits made one.

    Length may change, so a place in the result is no place in the text.

    Source:
        DESIGN.md section 6; presentation forms (text copied from PDF) by NFKC, Unicode annex 15.
    """
    if word.isascii():
        return word.lower()
    if max(word) >= _PRESENTED:
        word = unicodedata.normalize("NFKC", word)
    return word.casefold().translate(_TABLE)


def bare(word: str) -> str:
    """The word as written, but for vowel signs, tatweel and marks of direction: «آب» stays apart from «أب»."""
    return word.translate(_SILENT)
