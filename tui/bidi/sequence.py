"""Levels of one isolating run sequence: the weak rules W1 to W7, brackets N0, neutrals N1 and N2, implicit I1 and I2.

The rules are regular expressions over the class letters of `classes.py`; the standard's order is kept.

Source:
    UAX #9 section 3.3.4 to 3.3.6.
"""

from __future__ import annotations

import re

from tui.bidi.brackets import BRACKETS, resolve_pairs

_MARKS = re.compile("(^|[^M])(M+)")
_AFTER_ARABIC = re.compile("A[^LR]*")
_NUMBER_SEPARATOR = re.compile("(?<=E)[PC](?=E)|(?<=N)C(?=N)")
_TERMINATORS = re.compile("T+")
_AFTER_LATIN = re.compile("L[^R]*")
_BETWEEN_LEFT = re.compile("(?<=L)[OWSB6-9]+(?=L)")
_BETWEEN_RIGHT = re.compile("(?<=[REN])[OWSB6-9]+(?=[REN])")
_WEAK = re.compile("[APTCM]")
_LEFTOVER = str.maketrans("PTC", "OOO")
_NEUTRALS = "OWSB6789"
_TO_EMBEDDING = {
    "L": str.maketrans(_NEUTRALS + "LREN", "L" * 8 + "LREN"),
    "R": str.maketrans(_NEUTRALS + "LREN", "R" * 8 + "LREN"),
}
_STEPS = ({"L": 0, "R": 1, "E": 2, "N": 2}, {"L": 1, "R": 0, "E": 1, "N": 1})
_TO_LEVEL = [{ord(letter): level + step for letter, step in _STEPS[level & 1].items()} for level in range(128)]


def levels_of(chars: str, classes: str, level: int, sos: str, eos: str) -> bytes:
    """One level per letter of `classes`.

    Args:
        chars: the characters themselves, for brackets.
        classes: without `0`-`5`, which rule X9 takes out.
        level: embedding level of the sequence, 0 to 125.
        sos: `L` or `R`, the direction at the start of the sequence.
        eos: the same at its end.
    """
    embedding = "R" if level & 1 else "L"
    weak = _weak(classes, sos) if _WEAK.search(classes) else classes
    if "E" in weak:
        weak = _AFTER_LATIN.sub(_numbers_as_latin, sos + weak)[1:] if sos == "L" or "L" in weak else weak
    if BRACKETS.search(chars):
        weak = resolve_pairs(chars, classes, weak, embedding, sos)
    framed = _BETWEEN_LEFT.sub(_all_left, sos + weak + eos)
    framed = _BETWEEN_RIGHT.sub(_all_right, framed)
    settled = framed[1:-1].translate(_TO_EMBEDDING[embedding])
    return settled.translate(_TO_LEVEL[level]).encode("latin-1")


def _weak(classes: str, sos: str) -> str:
    """Rules W1 to W6; W7 has its own place because text without numbers needs none."""
    if "M" in classes:
        classes = _MARKS.sub(lambda found: _mark_as_base(found, sos), classes)
    if "A" in classes:
        if "E" in classes:
            classes = _AFTER_ARABIC.sub(_european_as_arabic, classes)
        classes = classes.replace("A", "R")
    classes = _NUMBER_SEPARATOR.sub(_as_neighbour, classes)
    if "T" in classes:
        classes = _TERMINATORS.sub(_all_numbers, classes)
    return classes.translate(_LEFTOVER)


def _mark_as_base(found: re.Match[str], sos: str) -> str:
    base = found[1] or sos
    return found[1] + ("O" if base in "6789" else base) * len(found[2])


def _european_as_arabic(found: re.Match[str]) -> str:
    return found[0].replace("E", "N")


def _as_neighbour(found: re.Match[str]) -> str:
    return found.string[found.start() - 1]


def _all_numbers(found: re.Match[str]) -> str:
    """Rule W5; the neighbours are looked at here, since a lookahead would cost the square of a long stretch."""
    start, end = found.span()
    number = found.string[start - 1 : start] == "E" or found.string[end : end + 1] == "E"
    return "E" * (end - start) if number else found[0]


def _numbers_as_latin(found: re.Match[str]) -> str:
    return found[0].replace("E", "L")


def _all_left(found: re.Match[str]) -> str:
    return "L" * len(found[0])


def _all_right(found: re.Match[str]) -> str:
    return "R" * len(found[0])
