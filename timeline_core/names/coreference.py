"""Coreference by a definite noun: «الحزب» for «حزب الله», where the text has named no other party before it.

Source:
    DESIGN.md section 6: where the noun can stand for two actors, it stands for neither.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from timeline_core.model.entry import Named
from timeline_core.names.word_form import WordForm
from timeline_core.text.words import Word, bare, run_of


class Coreference:
    """Resolves the definite nouns of one text. Used once."""

    def __init__(self, text: str, run: Sequence[Word], actors: Sequence[Named], form: WordForm) -> None:
        """`actors`: the actors that the text names, and where."""
        self._text, self._run = text, run_of(run)
        self._definite = (*form.article, *form.to_article)
        self._called: dict[str, dict[str, int]] = defaultdict(dict)
        for hit in sorted(actors, key=lambda hit: hit.span):
            k = bisect_left(run, hit.span.start, key=lambda word: word.end)
            for n in (k, k - 1):
                if 0 <= n < len(run) and (n == k or self._adjoins(k)):
                    for spelled, _ in bare(run[n].folded):
                        self._called[spelled].setdefault(hit.id, hit.span.start)

    def find(self, nouns: Mapping[str, str], within: tuple[int, int]) -> Iterator[tuple[int, int, str]]:
        """The definite nouns that stand for an actor: number of the word, letters of its clitic, id of the actor.

        Args:
            nouns: definite noun -> first word of the name, both folded: «الحزب» -> «حزب».
            within: numbers of words between which to look.
        """
        for n in self._standing(nouns, within):
            for form, clitic in bare(self._run[n].folded):
                meant = self._called.get(nouns.get(form, ""), {})
                if len(meant) == 1 and self._ends_phrase(n):
                    [(id, first)] = meant.items()
                    if first < self._run[n].start:
                        yield n, clitic, id
                        break

    def _standing(self, nouns: Mapping[str, str], within: tuple[int, int]) -> Sequence[int]:
        """The words of that part that may be one of the nouns; looked up in the whole text, once for each list."""
        places = self._run.where_listed(nouns)
        low, high = (bisect_left(places, edge) for edge in within)
        return places[low:high]

    def _ends_phrase(self, n: int) -> bool:
        """False where another definite word follows: «الحزب الحاكم» is a name of its own."""
        if n + 1 >= len(self._run) or not self._adjoins(n + 1):
            return True
        return not self._run[n + 1].folded.startswith(self._definite)

    def _adjoins(self, n: int) -> bool:
        """True when nothing but blanks and quotation marks stands before the word."""
        between = self._text[self._run[n - 1].end : self._run[n].start]
        return n > 0 and all(letter.isspace() or letter in '"“”«»' for letter in between)
