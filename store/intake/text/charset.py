"""The encoding of a text that is not UTF-8: found by whether the result reads like words.

Detectors that count bytes fail on short Arabic texts. What does not fail: in a wrong encoding the letters of one word
come from different scripts, stand where no word has them, and are not the letters that Arabic uses most.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

_SAMPLE = 200_000
"""Bytes that are looked at, from the first that is not ASCII on; what they are taken for is taken for the whole."""

_PER_MILLE = (
    "ا153 ل119 ي75 م67 و53 ن49 ت46 ر46 ع35 ة34 ب34 د31 ف25 س24 ه23 ق22 أ19 ك18 ح18 ج14 ش10 ط10 ص9 خ9 إ8 ى8 ز7 ض6 ذ6"
    " ث5 ئ4 ء3 غ3 ظ2 ؤ1 آ1 گ5 پ5 چ2 ژ1 ک20 ی40 ے20"
)
"""Letters in a thousand of Arabic news (counted in 3,218 articles of SaudiNewsNet), then those of Persian and Urdu."""

_WEIGHT = {item[0]: math.log2(int(item[1:])) for item in _PER_MILLE.split()}
_UNUSUAL = -3.0

_COMMON = (
    "في من على إلى الى عن أن ان إن كان كانت هذا هذه التي الذي الذين ما لا لم لن قد مع بعد قبل بين كما أو او ثم حيث"
    " وقال قال وفي ومن وعلى وأن وان عام يوم خلال عند غير كل بن هو هي ذلك منذ حتى أكثر أي"
    " و به از که این را است با آن برای تا نیز بود شد می ہے کے کی میں اور سے کو"
)
_COMMON_ARABIC = frozenset(_COMMON.split())
_ARTICLE = re.compile(r"[وفبك]{0,2}ال.{2,}|[وف]?لل.{2,}")

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u064B-\u0652\u0670])*")
_PIECE = re.compile(r"[^\W\d_A-Za-z](?:[^\W\d_A-Za-z]|[\u064B-\u0652\u0670])*")
_ARABIC = re.compile(r"(?:[\u0621-\u0628\u062A-\u0648\u064A-\u065F\u066E-\u06D3\u06D5\u06FA-\u06FF]|[ةى](?!\w))+")
"""Letters of Arabic, ة and ى only at the end of a word."""

_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_FEWEST = 20
"""Characters that a text without a mark needs."""
_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_MARKS = frozenset(" \t\r\n\f\xa0“”‘’‚„–—…•·«»‹›€£¥§©®°²³½¼¾¿¡´ˆ˜†‡‰™×÷±،؛؟ـ\u200c\u200d\u200e\u200f")
_ALPHABETS = (("Ѐ", "ӿ"), ("Ͱ", "Ͽ"), ("א", "ת"))
_TURKISH, _ICELANDIC = frozenset("þðýÞÐÝ"), frozenset("áéíóúæ")


@dataclass(frozen=True, slots=True)
class Found:
    """A text, and the encoding it was read in."""

    text: str
    name: str
    """As a person knows it: Windows-1256."""


def read(content: bytes) -> Found | None:
    """The text of bytes that are not UTF-8; None when it reads like words in no encoding that news is written in."""
    first = _HIGH.search(content)
    start = max(0, first.start() - 1_000) if first else 0
    found = _encoding(content[start : start + _SAMPLE])
    text = _decoded(content, found[0]) if found else None
    return Found(text, found[1]) if found and text is not None else None


def unmarked(content: bytes) -> Found | None:
    """The text of UTF-16 that lacks its mark: bytes with NULs among them that read like words of Arabic or Latin."""
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE]
        if len(text) >= _FEWEST and not _CONTROL.search(text) and (_arabic(sample) > 0 or _in_english(sample)):
            return Found(text, "UTF-16 without its mark")
    return None


def _in_english(text: str) -> bool:
    """True for a text nearly all of whose characters are ASCII, in words of letters."""
    letters = sum(letter.isalpha() for letter in text)
    return sum(letter.isascii() for letter in text) >= 0.9 * len(text) and letters >= 0.6 * len(text)


def _encoding(sample: bytes) -> tuple[str, str] | None:
    """The codec, and its name for a person, in which the sample reads like words; None where there is none."""
    return _of_arabic(sample) or _first(sample) or _by_detector(sample)


def _of_arabic(sample: bytes) -> tuple[str, str] | None:
    rated = [(_rated(sample, codec) * often, codec, name) for codec, name, often in _ARABIC_ENCODINGS]
    likeness, codec, name = max(rated)
    return (codec, name) if likeness > 0 else None


def _rated(sample: bytes, codec: str) -> float:
    text = _decoded(sample, codec)
    return 0.0 if text is None else _arabic(text)


def _first(sample: bytes) -> tuple[str, str] | None:
    for codec, name, plausible in _OWN:
        text = _decoded(sample, codec)
        if text is not None and plausible(text):
            return codec, name
    return None


def _by_detector(sample: bytes) -> tuple[str, str] | None:
    """Any other alphabet, as charset-normalizer guesses it, if its words keep to one script and one case."""
    from charset_normalizer import from_bytes

    guess = from_bytes(sample, cp_isolation=list(_OTHERS)).best()
    text = _decoded(sample, guess.encoding) if guess else None
    if guess is None or text is None or not (_one_alphabet(text) or _latin(text)):
        return None
    return guess.encoding, _OTHERS[guess.encoding]


def _decoded(content: bytes, codec: str) -> str | None:
    """The text in that codec; None where it cannot be decoded, or holds control characters in place of letters."""
    try:
        text = content.decode(codec)
    except UnicodeDecodeError:
        return None
    return None if _C1.search(text) else text


def _arabic(text: str) -> float:
    """How much the text is like Arabic, Persian or Urdu; 0 where it is not.

    Source: thresholds by trial on the articles above, cut to 1–200 words, in their own and in wrong encodings.
    """
    pieces = _PIECE.findall(text)
    whole = [piece for piece in pieces if _ARABIC.fullmatch(piece)]
    letters = [letter for piece in whole for letter in piece if letter.isalpha()]
    if not letters or len(whole) < 0.8 * len(pieces):
        return 0.0
    likeness = sum(_WEIGHT.get(letter, _UNUSUAL) for letter in letters) / len(letters)
    common = sum(word in _COMMON_ARABIC or _ARTICLE.fullmatch(word) is not None for word in whole) / len(whole)
    enough = 4.6 if len(letters) >= 12 else 4.3
    if common >= 0.2:
        enough -= 0.8
    if common < 0.05 and len(whole) >= 20:
        enough += 1.0
    return likeness + 2 * common if likeness >= enough else 0.0


def _latin(text: str) -> bool:
    """A text in Latin letters, most of them plain ones, in words that keep to one case."""
    letters = [letter for letter in text if letter.isalpha()]
    if sum(letter.isascii() for letter in letters) < 0.65 * len(letters):
        return False
    words = _telling(text)
    strange = sum(not _latin_word(word) for word in words)
    return strange <= 0.05 * len(words) and _no_strange_marks(text)


def _western(text: str) -> bool:
    """Latin, and not the Turkish that shows as Icelandic letters without the Icelandic vowels."""
    used = frozenset(text)
    return _latin(text) and not (used & _TURKISH and not used & _ICELANDIC)


def _latin_word(word: str) -> bool:
    plain = sum(letter.isascii() for letter in word)
    latin = all(letter.isascii() or "À" <= letter <= "ɏ" for letter in word)
    return latin and _one_case(word) and (len(word) < 3 or 3 * plain >= len(word))


def _one_alphabet(text: str) -> bool:
    """Cyrillic, Greek, Hebrew: nearly every telling word is of the script that most are of."""
    words = _telling(text)
    if sum(map(len, words)) < 6:
        return False
    for low, high in _ALPHABETS:
        good = sum(all(low <= letter <= high for letter in word) and _one_case(word) for word in words)
        if good >= 0.9 * len(words):
            return _no_strange_marks(text)
    return False


def _hebrew(text: str) -> bool:
    """Hebrew, and enough of it that lower-case Cyrillic, which has the same bytes, would show other letters."""
    words = _telling(text)
    return sum(map(len, words)) >= 20 and all("א" <= letter <= "ת" for word in words for letter in word)


def _telling(text: str) -> list[str]:
    """The words that look different in different encodings."""
    return [word for word in _WORD.findall(text) if not word.isascii()]


def _one_case(word: str) -> bool:
    return word.islower() or word.isupper() or word[1:].islower() or word.lower() == word.upper()


def _no_strange_marks(text: str) -> bool:
    """Symbols that no report uses (¤, ¬, ¦…) are few."""
    strange = sum(not (letter.isascii() or letter.isalnum() or letter in _MARKS) for letter in text)
    return strange <= 0.01 * len(text)


_ARABIC_ENCODINGS = (("cp1256", "Windows-1256", 1.05), ("iso8859_6", "ISO-8859-6", 1.0))
"""Codec, name, and how much more often it is met."""
_OWN: tuple[tuple[str, str, Callable[[str], bool]], ...] = (
    ("cp1252", "Windows-1252", _western),
    ("cp1254", "Windows-1254", _latin),
    ("cp1255", "Windows-1255", _hebrew),
)
_OTHERS = {
    "cp1251": "Windows-1251",
    "koi8_r": "KOI8-R",
    "iso8859_5": "ISO-8859-5",
    "cp1250": "Windows-1250",
    "iso8859_2": "ISO-8859-2",
    "cp1253": "Windows-1253",
    "cp1257": "Windows-1257",
}
