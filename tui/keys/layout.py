"""`Layout`: what a key means on the keyboard layout that it is printed by.

The Arabic layout prints signs with Shift where the United States one prints letters: «/» there is the key L, «]» the
key D. A sign alone does not tell the layout; the letter that was typed last does.
"""

from __future__ import annotations

from tui.keys.keys import ARABIC, PAIRS

_SIGNS = {"/": "L", "]": "D", "[": "F", "}": "C", "{": "V", "~": "Z", "<": "{", ">": "}", ",": "<", ".": ">"}
"""A sign that the Arabic layout prints with Shift -> what the same key prints on that of the United States.

Source:
    Arabic (101) of Windows and `ara` of xkeyboard-config.
"""
_LETTERS = frozenset("".join((*ARABIC.values(), *PAIRS)))


class Layout:
    """The layout of the keyboard, as the last letter that was a command told it; at first that of the United States."""

    def __init__(self) -> None:
        self._arabic = False

    def hear(self, sign: str | None) -> None:
        """Take note of a key that is no typed text: who writes Arabic may well press commands on another layout."""
        if sign is None:
            return
        if sign in _LETTERS:
            self._arabic = True
        elif sign.isascii() and sign.isalpha():
            self._arabic = False

    def meant(self, sign: str | None) -> str:
        """The sign of the United States layout that a printed sign stands for; empty where it stands for itself."""
        return _SIGNS.get(sign or "", "") if self._arabic else ""
