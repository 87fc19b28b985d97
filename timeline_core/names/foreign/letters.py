"""`Letters`: how a word of another language looks in the letters of this one: «كفيورد», and not «محفوظ».

Three letters in a row that foreign names have more often than words of the language count for it, others against it.

Source:
    Naive Bayes on letter trigrams (Cavnar and Trenkle 1994); the data is made by `python -m seeds.foreign_letters`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from timeline_core.model.once import cached_property
from timeline_core.text.words import REMEMBERED

FOREIGN = 12
"""From so many quarters of a nat on a word is foreign: of the language's own words one in thirty is held for one."""
_QUARTERS = 4
_FEWEST = 4
"""Words that have three such letters, at least."""
_EDGES = "^$"


class Letters:
    """Weights of letter trigrams. Immutable; the table is made when it is first asked."""

    def __init__(self, trigrams_of: Callable[[], Mapping[str, Sequence[str]]] = dict) -> None:
        """`trigrams_of`: gives the trigrams of each weight, in quarters of a nat."""
        self._trigrams_of = trigrams_of
        self._known: dict[str, bool] = {}

    @cached_property
    def _weights(self) -> dict[str, int]:
        return {trigram: int(weight) for weight, some in self._trigrams_of().items() for trigram in some}

    def foreign(self, word: str) -> bool:
        """True where the folded word has the letters of a name of another language."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            get = self._weights.get
            found = self._known[word] = sum([get(one, 0) for one in trigrams(word)]) >= FOREIGN
        return found


def trigrams(word: str) -> list[str]:
    """Each three letters of the word, its beginning and end being letters too."""
    edged = _EDGES[0] + word + _EDGES[1]
    return [edged[at : at + 3] for at in range(len(edged) - 2)]


def weights(foreign: Iterable[str], own: Iterable[str]) -> dict[str, int]:
    """Logarithm of how much likelier each trigram is in a foreign name than in a word, in quarters of a nat."""
    theirs, ours = (Counter(one for word in words for one in trigrams(word)) for words in (foreign, own))
    every = sorted(theirs.keys() | ours.keys())
    rest = len(every) / 2
    likelier = math.log((sum(ours.values()) + rest) / (sum(theirs.values()) + rest))
    return {
        one: weight
        for one in every
        if theirs[one] + ours[one] >= _FEWEST
        and (weight := round(_QUARTERS * (likelier + math.log((theirs[one] + 0.5) / (ours[one] + 0.5)))))
    }
