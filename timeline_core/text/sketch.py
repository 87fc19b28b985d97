"""The sketch of a text: a few hashes by which texts that are nearly one are found without comparing all with all.

Source:
    Broder, On the resemblance and containment of documents (1997): shingles, and of them the least hashes.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from itertools import accumulate
from zlib import crc32

from timeline_core.text.fold import fold

_LETTERS = re.compile(r"[^\W_]+")
_WORDS = 4
"""Words of a shingle."""
_SKETCH = 64
"""Least hashes that are kept of a text."""
_SHORTEST = 12
"""Words that a text needs to be known as a copy."""


def sketch_of(text: str) -> str:
    """The least hashes of the shingles of a text, ascending, in 8 hexadecimal digits each.

    Empty for a text too short to tell.
    """
    whole = " ".join(_LETTERS.findall(fold(text))).encode()
    words = whole.split(b" ")
    if len(words) < _SHORTEST:
        return ""
    ends = [at + blanks for blanks, at in enumerate(accumulate(map(len, words)))]
    starts = (0, *(end + 1 for end in ends))
    found = {crc32(whole[start:end]) for start, end in zip(starts, ends[_WORDS - 1 :], strict=False)}
    return "".join(f"{one:08x}" for one in sorted(found)[:_SKETCH])


def hashes(sketch: str) -> Sequence[int]:
    """The numbers of a sketch, in four bytes each: there are as many sketches as reports."""
    return array("I", (int(sketch[at : at + 8], 16) for at in range(0, len(sketch), 8)))


def resemblance(one: Sequence[int], other: Sequence[int]) -> float:
    """About the share of shingles that both texts have, of those that either has."""
    mine, theirs = {*one}, {*other}
    least = sorted(mine | theirs)[: max(len(one), len(other))]
    return len((mine & theirs).intersection(least)) / len(least) if least else 0.0
