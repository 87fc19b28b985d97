"""Metonymy: a person's name that stands for the forces of that person («قوات حفتر», "Haftar's troops")."""

from __future__ import annotations

from timeline_core.lexicon.wordlists import Sides
from timeline_core.model.span import Span
from timeline_core.text.words import Word, words

_BEFORE, _BEHIND = 48, 16
"""Code points that are looked at on each side of the name."""
_TITLES = 3
"""Words of a title that may stand between the forces and the name."""
_OTHER = 2
"""Words of another name that the same forces may have: «فلول الحوثي والمخلوع صالح»."""
_BREAKS = '.!?؟،؛;:\n\r()[]«»"“”'


def stands_for_forces(text: str, name: Span, sides: Sides) -> bool:
    """True where the name stands only for the forces of that person."""
    before = words(_behind_break(text[max(0, name.start - _BEFORE) : name.start]))
    joined = text[name.start - 1 : name.start].isalpha()
    return _is_led_by_forces(before, sides, joined=joined) or _is_followed_by_forces(
        text[name.end : name.end + _BEHIND], sides
    )


def _behind_break(text: str) -> str:
    cut = max(text.rfind(mark) for mark in _BREAKS)
    return text[cut + 1 :]


def _is_led_by_forces(before: tuple[Word, ...], sides: Sides, *, joined: bool) -> bool:
    """True where forces stand before the name, with titles between at the most: «قوات المشير حفتر».

    Args:
        joined: «و» is glued to the name, so that the forces may stand before another name: «فلول الحوثي وصالح».
    """
    at, titles = len(before) - 1, 0
    while at >= 0 and titles < _TITLES and any(form in sides.titles for form, _ in before[at].forms):
        joined = joined or before[at].folded not in sides.titles
        at, titles = at - 1, titles + 1
    if at < 0:
        return False
    near = before[max(0, at - _OTHER) : at + 1] if joined else before[at : at + 1]
    single = any(form in sides.words for word in near for form, _ in word.forms)
    return single or any(_ends(before[: at + 1], phrase) for phrase in sides.phrases)


def _ends(before: tuple[Word, ...], phrase: tuple[str, ...]) -> bool:
    return tuple(word.folded for word in before[-len(phrase) :]) == phrase


def _is_followed_by_forces(after: str, sides: Sides) -> bool:
    """True for "Haftar's forces"."""
    if not after.startswith(("'s ", "’s ", "' ", "’ ")):
        return False
    found = words(after[2:])
    return bool(found) and found[0].folded in sides.owned
