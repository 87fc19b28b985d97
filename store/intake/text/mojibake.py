"""Letters that were written in one encoding and read in another before the file was made: Facebook's own exports, and
pages that somebody saved in the wrong way. Mended only where what comes out are words beyond doubt.
"""

from __future__ import annotations

import re

from store.intake.text import charset

_CODECS = ("latin-1", "cp1252", "cp1256")
_FEWEST = 4
"""Letters beyond ASCII that what is mended has: by chance fewer may be UTF-8."""
_WESTERN = re.compile("[\u00c0-\u00ff]")
_ALL = 0.7
"""Of the letters of a text, how many are of Western Europe beyond ASCII where it is Arabic read wrongly; French has a
tenth."""


def mended(text: str) -> str:
    """The text as it was meant, where it was UTF-8 taken for letters of another encoding; any other as it is."""
    if text.isascii():
        return text
    for codec in _CODECS:
        try:
            found = text.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
        if "\0" not in found and sum(not letter.isascii() for letter in found) >= _FEWEST:
            return found
    return text


def of_arabic(text: str) -> charset.Found | None:
    """The text as it was meant, where bytes of Windows-1256 were taken for Latin letters; None for any other."""
    western = sum(1 for _ in _WESTERN.finditer(text))  # counted one by one: a list of all letters is ten texts long
    letters = sum(map(str.isalpha, text)) if western else 0
    if letters < 10 or western < _ALL * letters:
        return None
    for codec in _CODECS[:2]:
        try:
            return charset.read(text.encode(codec))
        except UnicodeError:
            continue
    return None
