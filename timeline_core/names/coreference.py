"""«الحزب», «التنظيم»: a definite noun that stands for the one actor that the text called so before.

Source:
    DESIGN.md section 6: where two were called so, it stands for neither.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from timeline_core.model.entry import Named
from timeline_core.names.word_form import WordForm
from timeline_core.text.words import Word, bare


class Referring:
    """Looks for such nouns in the words of one text."""

    def __init__(self, text: str, run: Sequence[Word], actors: Sequence[Named], form: WordForm) -> None:
        """`actors`: where the text names one."""
        self._text, self._run = text, run
        self._definite = (*form.article, *form.to_article)
        self._called: dict[str, dict[str, int]] = defaultdict(dict)
        for hit in sorted(actors, key=lambda hit: hit.span):
            k = bisect_left(run, hit.span.start, key=lambda word: word.end)
            for n in (k, k - 1):
                if 0 <= n < len(run) and (n == k or self._tight(k)):
                    for spelled, _ in bare(run[n].folded):
                        self._called[spelled].setdefault(hit.id, hit.span.start)

    def find(self, refers: Mapping[str, str], within: tuple[int, int]) -> Iterator[tuple[int, int, str]]:
        """Number of the word, letters of its clitic, and the id of who is meant.

        Args:
            refers: definite noun -> the noun that begins the name, both folded.
            within: numbers of words between which to look.
        """
        for n in range(*within):
            for form, clitic in bare(self._run[n].folded):
                meant = self._called.get(refers.get(form, ""), {})
                if len(meant) == 1 and self._ends(n):
                    [(id, first)] = meant.items()
                    if first < self._run[n].start:
                        yield n, clitic, id
                        break

    def _ends(self, n: int) -> bool:
        """False where a definite word belongs to the noun: «الحزب الحاكم» is another one."""
        if n + 1 >= len(self._run) or not self._tight(n + 1):
            return True
        return not self._run[n + 1].folded.startswith(self._definite)

    def _tight(self, n: int) -> bool:
        """True when nothing but blanks and quotation marks stands before the word."""
        between = self._text[self._run[n - 1].end : self._run[n].start]
        return n > 0 and all(letter.isspace() or letter in '"“”«»' for letter in between)
