"""Coreference by title: «الممثل» is whom the text has called «الممثل زياد الصباغ», where it calls no other one so.

Source:
    DESIGN.md section 6: where the noun can stand for two, it stands for neither.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from timeline_core.model.entry import ACTOR, Named
from timeline_core.model.once import cached_property
from timeline_core.model.span import Span
from timeline_core.names.name_words import NameWords
from timeline_core.text.words import Run, Word, bare, letters_to_skip

_OFFICE = 6
"""Words of an office before the name of who holds it."""

_NOUN = 3
"""Letters of a title without its article: «ألف» is none."""


class ByTitle:
    """Resolves the titles of one text that stand alone, for one language. Used once."""

    def __init__(self, text: str, run: Run, wording: NameWords, persons: Sequence[Named]) -> None:
        """`persons`: where the text names persons."""
        self._text, self._run, self._form = text, run, wording.form
        self._wording = wording
        self._called: dict[str, dict[str, int]] = defaultdict(dict)
        for hit in sorted(persons, key=lambda hit: hit.span):
            k = bisect_left(run, hit.span.start, key=lambda word: word.start)
            title = self._title_before(k) or self._office_before(k)
            if title:
                self._called[title].setdefault(hit.id, hit.span.end)

    def _title_before(self, k: int) -> str:
        """The title right before the name: «الممثل», "president"; empty where none is."""
        if not 0 < k < len(self._run) or not self._touches(k):
            return ""
        return next((form for form, _ in bare(self._run[k - 1].folded) if self._is_title(form)), "")

    def _office_before(self, k: int) -> str:
        """The first word of the office before the name, with its article: «الوزير» of «وزير الخارجية فلان».

        Nothing where there is no office, or where that by itself means another one («رئيس الإقليم فلان»).
        """
        if k >= len(self._run) or not self._form.article:
            return ""
        for n in range(k - 2, max(-1, k - _OFFICE), -1):
            if not self._touches(n + 2) or not self._touches(n + 1):
                return ""
            titles = [form for form, _ in bare(self._run[n].folded) if self._heads_office(form)]
            if titles:
                return "" if titles[0] in self._wording.chiefs else self._form.with_article(titles[0])
        return ""

    def _heads_office(self, form: str) -> bool:
        """A title without an article, which heads an office: «وزير»."""
        return form == self._form.without_article(form) and self._is_listed(form)

    def _is_listed(self, word: str) -> bool:
        hit = self._wording.titles.at((Word(0, len(word), word),), 0) if word else None
        return hit is not None and not hit.clitic

    def _is_title(self, word: str) -> bool:
        """A definite title that is no body, either: «الممثل», not «الفريق», which is a team more often than a rank."""
        noun = self._form.without_article(word)
        definite = not self._form.article or (noun != word and len(noun) >= _NOUN)
        return definite and noun not in self._wording.called and self._is_listed(word)

    def _touches(self, k: int) -> bool:
        return self._text[self._run[k - 1].end : self._run[k].start].isspace()

    @cached_property
    def _may_stand(self) -> list[int]:
        """Where one of the titles may stand, in all the text."""
        return self._run.where_any(self._called.keys()) if self._called else []

    def find(self, within: tuple[int, int], taken: Container[int]) -> Iterator[Named]:
        """Find the titles between these words that stand for the one person who was called so before.

        Args:
            taken: numbers of the words that belong to a name.
        """
        low, high = (bisect_left(self._may_stand, edge) for edge in within)
        for n in self._may_stand[low:high]:
            if n in taken or not self._stands_alone(n, taken):
                continue
            for form, clitic in bare(self._run[n].folded):
                meant = self._called.get(form, {})
                if len(meant) == 1 and next(iter(meant.values())) < self._run[n].start:
                    yield self._named(n, clitic, next(iter(meant)))
                    break

    def _named(self, n: int, clitic: int, id: str) -> Named:
        word = self._run[n]
        start = word.start + letters_to_skip(self._text[word.start : word.end], clitic)
        return Named(Span(start, word.end), id, ACTOR)

    def _stands_alone(self, n: int, taken: Container[int]) -> bool:
        """No name and no definite word goes on behind it; "the" stands before it where articles are words.

        Nor does a definite word stand before it, which it would only describe («الرئيس المخلوع»), or what bears a name.
        """
        if self._form.articles and not (n and self._run[n - 1].folded in self._form.articles):
            return False
        if n and self._touches(n) and self._is_part(n - 1):
            return False
        if n + 1 >= len(self._run) or not self._touches(n + 1):
            return True
        behind = self._run[n + 1].folded
        if n + 1 in taken or behind in self._wording.on_behalf or behind in self._form.inside:
            return False
        named = behind in self._wording.given_names or behind.startswith(self._form.servant or ("\n",))
        return not named and not (self._form.article and behind.startswith(self._form.article))

    def _is_part(self, n: int) -> bool:
        """The word is the head of what stands behind it: a definite noun, or what is called after somebody."""
        word = self._run[n].folded
        if not self._form.article:
            return False
        definite = word.startswith((*self._form.article, *self._form.led_article))
        return definite or any(form in self._wording.bearers for form, _ in bare(word))
