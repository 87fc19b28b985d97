"""Whether two sentences are copies of one text, as agencies send it out and papers print it.

Source:
    DESIGN.md section 5, «One happening».
"""

from __future__ import annotations

import re

from timeline_core.model.draft import Draft

COPIED = 0.75
"""Share of all their content words from which on two tellings of one day are copies of one text."""
SHORTEST_COPY = 4
"""Content words that a telling needs to be known as a copy of another one."""
_ONE_TEXT, _LONG_TEXT = 0.9, 12
"""Share of the words, and number of words, from which on sentences of consecutive days are one text."""
_NUMERAL = re.compile(r"\d{1,12}")


def find_numerals(draft: Draft) -> frozenset[str]:
    """The numbers in figures of the quotes, those of the date aside."""
    found: list[str] = []
    for piece in draft.evidence:
        date = piece.expression.text if piece.expression is not None else ""
        found += _NUMERAL.findall(piece.exact.replace(date, " ") if date else piece.exact)
    return frozenset(str(int(number)) for number in found)


def are_copies(one: frozenset[str], other: frozenset[str]) -> bool:
    """True when nearly all content words are the same; two names in one sentence are two happenings."""
    shorter, longer = sorted((len(one), len(other)))
    if shorter < SHORTEST_COPY or shorter < COPIED * longer:
        return False
    shared = len(one & other)
    return shared >= COPIED * (shorter + longer - shared)


def are_one_text(one: Draft, other: Draft) -> bool:
    """True for a long sentence that two print nearly word by word, one a day later: its «today» was not mended."""
    shorter, longer = sorted((len(one.words), len(other.words)))
    if one.lang != other.lang or shorter < _LONG_TEXT or len(one.words & other.words) < _ONE_TEXT * longer:
        return False
    return find_numerals(one) == find_numerals(other)


def rarest_words(words: frozenset[str]) -> list[str]:
    """Blocking keys of a long sentence: its longest words, as many as two that `are_one_text` cannot all differ in."""
    if len(words) < _LONG_TEXT:
        return []
    missing = int(len(words) * (1 - _ONE_TEXT)) + 1
    return sorted(words, key=lambda word: (-len(word), word))[: 2 * missing + 1]
