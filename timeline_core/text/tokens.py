"""Words, numbers and marks of a text with their places; clitics («وبالشهر») split off with places of their own.

Source:
    DESIGN.md sections 4 and 6.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from timeline_core.text.fold import MARKS, fold
from timeline_core.text.marks import TATWEEL

_BEFORE_YEAR = "|".join([*(rf"(?<=\d\s[^\W\d_]{{{letters}}}\s)" for letters in range(3, 10)), r"(?<=\d,\s)"])
"""What stands before the year of a day: "4 May ", "May 4, "; a look behind has one width."""
_PIECES = re.compile(
    rf"([^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*|(?=(?:19|20)\d\d\.\d{{1,3}}(?:\s|$))(?:{_BEFORE_YEAR})\d{{4}}|\d+(?:[.,٫٬]\d+)*|[()\[\]/\\،,؛;:%‰$€£\-–—−'’‘\"«»“”.…!?؟+×=*#@&|•])"
)
_DRAWN = re.compile(rf"(?<!\w){TATWEEL}(?!\w)")
"""A tatweel that stands alone is written for a dash: «2010 ـ 2015»."""
_UNSEEN = re.compile(rf"[{MARKS}]+")
_LONGEST_GAP = 24


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists. Token i is `words[i]`, stands at `starts[i]`, and `gaps[i]` is what stands before it."""

    words: Sequence[str]
    gaps: Sequence[str]
    starts: Sequence[int]


def tokens(text: str) -> Tokens:
    """Every word, number and mark of the text, in order. A number keeps its decimals: «2,023.33» is one.

    A year does not, where a day is before it: behind "4 May 2018.13" stands the mark of a note.

    Cost:
        Linear in the text, all loops in C.
    """
    pieces = _PIECES.split(_DRAWN.sub("-", text) if TATWEEL in text else text)
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
    `article`, `merged`: a particle and the article may run together, as «لل» is «ل» and «ال»: spelling and particle.
    """

    before: tuple[tuple[str, ...], ...] = ()
    article: str = ""
    merged: tuple[tuple[str, str], ...] = ()
    cuts: Mapping[str, tuple[tuple[str, ...], str]] = field(init=False, repr=False, compare=False)
    """What a word may begin with -> its particles, and what comes back before the rest."""
    longest: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        said: list[tuple[str, ...]] = [()]
        for row in self.before:
            said += [(*before, particle) for before in said for particle in row]
        cuts = {"".join(particles): (particles, "") for particles in said[1:]}
        for spelt, particle in self.merged:
            cuts |= {
                "".join(before) + spelt: ((*before, particle), self.article)
                for before in said
                if particle not in before and "".join((*before, particle)) in cuts
            }
        object.__setattr__(self, "cuts", cuts)
        object.__setattr__(self, "longest", max(map(len, cuts), default=0))

    def split(self, word: str, known: Container[str]) -> tuple[tuple[str, int, int], ...]:
        """The word cut into (folded part, start, end in `word`); none when neither it nor a cut of it is known."""
        return self.split_folded(word, fold(word), known)

    def split_folded(self, word: str, whole: str, known: Container[str]) -> tuple[tuple[str, int, int], ...]:
        """As `split`, for a word whose folded form `whole` is at hand."""
        if whole in known:
            return ((whole, 0, len(word)),)
        if whole[:1] not in self.cuts:
            return ()
        for length in range(1, min(self.longest, len(whole) - 1) + 1):
            cut = self.cuts.get(whole[:length])
            if cut is not None and cut[1] + whole[length:] in known:
                return _placed(word, (*cut[0], cut[1] + whole[length:]))
        return ()


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
