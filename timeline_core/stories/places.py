"""The places of the parts of a story: between two there is always room for another, so no part is moved for it.

A place is a fraction without its point, in digits and letters: "i" lies between "" and "j", and "ii" behind it. So two
people may each put something in without a word of the other, and both orders are one when their logs are joined.

Source:
    Fractional indexing (Greenspan, "Implementing fractional indexing", 2020).
"""

from __future__ import annotations

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LONGEST = 200
"""Letters of a place, at most."""


def between(low: str, high: str = "") -> str:
    """A place behind `low` and before `high`; empty means no bound. Of two that are one place, one behind it."""
    high = high if low < high else ""
    made = ""
    while True:
        at = len(made)
        one = _DIGITS.index(low[at]) if at < len(low) else 0
        other = _DIGITS.index(high[at]) if at < len(high) else len(_DIGITS)
        if other - one > 1:
            return made + _DIGITS[(one + other) // 2]
        made += _DIGITS[one]
        if other - one == 1:
            high = ""


def is_place(words: str) -> bool:
    """True of what `between` may give."""
    return 0 < len(words) <= LONGEST and set(words) <= set(_DIGITS) and words[-1] != _DIGITS[0]
