"""How far two spellings lie apart, in letters: Levenshtein distance, up to a bound.

Source:
    Levenshtein 1966; the cut by a bound, Ukkonen 1985.
"""

from __future__ import annotations


def within(one: str, other: str, edits: int) -> bool:
    """True where so many letters put in, left out or changed make one word of the other."""
    if abs(len(one) - len(other)) > edits:
        return False
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        left, row = row, [at]
        for column, sign in enumerate(other, 1):
            row.append(min(left[column] + 1, row[-1] + 1, left[column - 1] + (letter != sign)))
        if min(row) > edits:
            return False
    return row[-1] <= edits
