"""Words, numbers and marks of a text with their places; clitics («وبالشهر») split off with places of their own.

Source:
    DESIGN.md sections 4 and 6; STYLE.md section 5.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import accumulate

from timeline_core.text.fold import fold

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_PIECES = re.compile(
    rf"([^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*|\d+(?:[.,٫٬]\d+)*|[()\[\]/\\،,؛;:%‰$€£\-–—−'’‘\"«»“”.…!?؟+×=*#@&|•])"
)
_UNSEEN = re.compile(rf"[{_MARKS}]+")
_LONGEST_GAP = 24


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists. Token i is `words[i]`, stands at `starts[i]`, and `gaps[i]` is what stands before it."""

    words: Sequence[str]
    gaps: Sequence[str]
    starts: Sequence[int]


def tokens(text: str) -> Tokens:
    """Every word, number and mark of the text, in order. A number keeps its decimals: «2,023.33» is one.

    Cost:
        Linear in the text, all loops in C.
    """
    pieces = _PIECES.split(text)
    ends = list(accumulate(map(len, pieces)))
    return Tokens(pieces[1::2], pieces[0::2], ends[0::2])


def is_narrow(gap: str) -> bool:
    """True when a gap is nothing but blanks on one line, so that the words beside it may belong together."""
    if len(gap) > _LONGEST_GAP or "\n" in gap or "\r" in gap or "\u2029" in gap:
        return False
    return not gap or gap.isspace() or not _UNSEEN.sub("", gap).strip()


@dataclass(frozen=True, slots=True)
class Clitics:
    """What a language writes joined to the next word.

    `before`: rows of folded particles; one of each row, in the order of the rows, may stand before a word.
    `article`: what follows them and stays with the word, and is tried without it too. `merged`: two of them run together,
    as «لل» is the particle «ل» and the article «ال».
    """

    before: tuple[tuple[str, ...], ...] = ()
    article: str = ""
    merged: tuple[tuple[str, str], ...] = ()

    def split(self, word: str, known: Container[str]) -> tuple[tuple[str, int, int], ...]:
        """The word cut into (folded part, start, end in `word`); a word that is known, or of which no cut is, stays whole."""
        whole = fold(word)
        if whole in known:
            return ((whole, 0, len(word)),)
        for cut in self._cuts(whole):
            rest = cut[-1]
            if rest in known:
                return _placed(word, cut)
        return ((whole, 0, len(word)),)

    def _cuts(self, whole: str) -> list[tuple[str, ...]]:
        """Particles and the rest, fewest particles first."""
        cuts: list[tuple[str, ...]] = [(whole,)]
        for row in self.before:
            cuts += [
                (*cut[:-1], particle, cut[-1][len(particle) :])
                for cut in cuts
                for particle in row
                if cut[-1].startswith(particle) and len(cut[-1]) > len(particle)
            ]
        return [restored for cut in cuts for restored in self._restored(cut)][1:]

    def _restored(self, cut: tuple[str, ...]) -> list[tuple[str, ...]]:
        found = [cut]
        for spelt, particle in self.merged:
            if cut[-1].startswith(spelt) and len(cut[-1]) > len(spelt) + 1:
                found.append((*cut[:-1], particle, self.article + cut[-1][len(spelt) :]))
        return found


def _placed(word: str, cut: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
    """Places in the word as given: each particle ends where the letters before the next part end."""
    parts = []
    start = 0
    said = ""
    for part in cut[:-1]:
        said += part
        end = _end_of(word, said, start)
        parts.append((part, start, end))
        start = end
    return (*parts, (cut[-1], start, len(word)))


def _end_of(word: str, folded: str, start: int) -> int:
    """The place after the last letter or silent sign that `folded`, the beginning of the word, takes up."""
    end = start + 1
    while end < len(word) and len(fold(word[:end])) < len(folded):
        end += 1
    while end < len(word) and fold(word[: end + 1]) == folded:
        end += 1
    return end
