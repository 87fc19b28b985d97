"""Joined Arabic letters: which presentation form stands for each code point of a text.

arabic-reshaper is given letters only, so that one character goes in for each that comes out; marks, lam-alef, joiners
and letters without presentation forms are settled here, and the offsets of the text stay as they are.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

_SETTING = "PYTHON_ARABIC_RESHAPER_CONFIGURATION_FILE"
_OPTIONS = dict.fromkeys(("support_ligatures", "delete_harakat", "delete_tatweel", "support_zwj"), "no")
_LONGEST_KEPT = 64

_LETTERS = (
    r"\u0620-\u064a\u066e\u066f\u0671-\u0673\u0675-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f"
    r"\u0870-\u0886\u0889-\u088e\u08a0-\u08ac\u08ae-\u08c8"
)
_MARKS = (
    r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0898-\u089f"
    r"\u08ca-\u08e1\u08e3-\u08ff\ufe00-\ufe0f"
)
_FORMATS = r"\u00ad\u061c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_JOINER = "\u200d"
_TATWEEL = "\u0640"
_LAM = "\u0644"

_WORD = re.compile(rf"{_JOINER}?[{_LETTERS}][{_LETTERS}{_MARKS}{_FORMATS}{_JOINER}]*")
_PLAIN = re.compile(rf"[{_LETTERS}]*")
_SKIPPED = re.compile(rf"[{_MARKS}{_FORMATS}]")
_FORMAT = re.compile(f"[{_FORMATS}]")
_LAM_ALEF = re.compile(f"{_LAM}[\u0622\u0623\u0625\u0627]")
_LIGATURES = {"\u0622": 0xFEF5, "\u0623": 0xFEF7, "\u0625": 0xFEF9, "\u0627": 0xFEFB}

_WITH_FORMS = re.compile(
    r"[\u0621-\u063a\u0640-\u064a\u0671\u0677\u0679-\u067b\u067e-\u0680\u0683\u0684\u0686-\u0688\u068c-\u068e\u0691"
    r"\u0698\u06a4\u06a6\u06a9\u06ad\u06af\u06b1\u06b3\u06ba\u06bb\u06be\u06c0\u06c1\u06c5-\u06c9\u06cb\u06cc\u06d0"
    r"\u06d2\u06d3]"
)
_RIGHT_JOINING = re.compile(
    r"[\u0672\u0673\u0675\u0676\u0689-\u068b\u068f\u0690\u0692-\u0697\u0699\u06c3\u06c4\u06ca\u06cd\u06cf\u06d5\u06ee"
    r"\u06ef\u0759-\u075b\u076b\u076c\u0771\u0773\u0774\u0778\u0779\u0870-\u0882\u088e\u08aa-\u08ac\u08ae\u08b1\u08b2"
    r"\u08b9]"
)
_JOIN_CAUSING = re.compile(f"[{_JOINER}\u0883-\u0885]")
_DUAL_STAND_IN, _RIGHT_STAND_IN = "\u0628", "\u062f"
_AE, _FINAL_HEH, _FINAL_DAL = "\u06d5", "\ufeea", "\ufeaa"


class Shaped(NamedTuple):
    """A text or word in the forms it is drawn with."""

    glyphs: list[str]
    """One string per code point; empty where the code point is drawn as part of another, or not at all."""
    absorbed: list[int]
    """Offsets of the alefs that lie in the lam before them."""


class _Reshaper(Protocol):
    def reshape(self, text: str) -> str: ...


@lru_cache(maxsize=1)
def _reshaper() -> _Reshaper:
    """Load the reshaper, when the first Arabic word comes; a broken setting in the environment does not stop it."""
    kept = os.environ.pop(_SETTING, None)
    try:
        from arabic_reshaper import ArabicReshaper

        made: _Reshaper = ArabicReshaper(configuration=_OPTIONS)
    finally:
        if kept is not None:
            os.environ[_SETTING] = kept
    return made


class _Feed(dict[int, str | None]):
    """Code point -> what the reshaper is shown for it: no vowel sign, and «ب» for a rare letter that joins alike."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        if _SKIPPED.match(char):
            seen = None
        elif _JOIN_CAUSING.match(char):
            seen = _TATWEEL
        elif _WITH_FORMS.match(char):
            seen = char
        else:
            seen = _RIGHT_STAND_IN if _RIGHT_JOINING.match(char) else _DUAL_STAND_IN
        self[code] = seen
        return seen


_FEED = _Feed({ord(" "): " "})


class Shaper:
    """Shapes texts and remembers the words it met; one may serve a whole program.

    Args:
        capacity: words remembered; when full all are forgotten and learnt again.
    """

    def __init__(self, capacity: int = 16_384) -> None:
        self._capacity = capacity
        self._known: dict[str, Shaped] = {}

    def shape(self, text: str) -> Shaped:
        """Forms for a whole paragraph; words not met before go to the reshaper in one call.

        Cost:
            About 1 microsecond per code point for new words, a tenth of it for known ones.
        """
        glyphs = list(text)
        absorbed: list[int] = []
        words = [(match.start(), match[0]) for match in _WORD.finditer(text)]
        if not words:
            return Shaped(glyphs, absorbed)
        known = self._known
        unseen = {word for _, word in words if word not in known}
        learnt = self._learn(unseen) if unseen else {}
        for start, word in words:
            shaped = learnt.get(word) or known.get(word) or self._learn({word})[word]
            glyphs[start : start + len(word)] = shaped.glyphs
            if shaped.absorbed:
                absorbed += [start + place for place in shaped.absorbed]
        return Shaped(glyphs, absorbed)

    def _learn(self, words: Iterable[str]) -> dict[str, Shaped]:
        listed = list(words)
        feed = " ".join(listed).translate(_FEED)
        drawn = _reshaper().reshape(feed)
        parts = zip(listed, feed.split(" "), drawn.split(" "), strict=True)
        learnt = {word: _finish(word, seen, forms) for word, seen, forms in parts}
        if len(self._known) + len(learnt) > self._capacity:
            self._known.clear()
        self._known.update((word, shaped) for word, shaped in learnt.items() if len(word) <= _LONGEST_KEPT)
        return learnt


def _finish(word: str, feed: str, drawn: str) -> Shaped:
    """The glyph of each code point of the word, as the reshaper shaped them; lam and alef share one («لا»)."""
    glyphs: list[str]
    places: Sequence[int]
    glyphs, places = (list(drawn), range(len(word))) if feed == word else _put_back(word, drawn)
    absorbed = []
    for match in _LAM_ALEF.finditer(feed):
        lam, alef = places[match.start()], places[match.start() + 1]
        if alef > lam + 1 and _FORMAT.search(word, lam, alef):
            continue
        glyphs[lam] = chr(_LIGATURES[word[alef]] + (glyphs[lam] == "\ufee0"))
        glyphs[alef] = ""
        absorbed.append(alef)
    return Shaped(glyphs, absorbed)


def _put_back(word: str, drawn: str) -> tuple[list[str], Sequence[int]]:
    """A glyph for each code point of the word, signs too, and where those stand that were shaped."""
    glyphs: list[str] = []
    places: list[int] = []
    forms = iter(drawn)
    for place, char in enumerate(word):
        seen = _FEED[ord(char)]
        if seen is None:
            glyphs.append("" if _FORMAT.match(char) else char)
            continue
        places.append(place)
        form = next(forms)
        if char == _JOINER:
            glyphs.append("")
        elif seen == char:
            glyphs.append(form)
        else:
            glyphs.append(_FINAL_HEH if char == _AE and form == _FINAL_DAL else char)
    return glyphs, places
