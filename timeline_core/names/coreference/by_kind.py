"""Coreference of places: "the camp" for one named before, «المدينة» for its city, a lead's "a camp" for one below.

Source:
    Bridging by the head noun (Clark 1975): a definite noun of a kind of place stands for the one of its kind that the
    text has named. DESIGN.md section 6: where it can stand for two, it stands for neither.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from timeline_core.model.entry import Named
from timeline_core.names.coreference.nouns import PlaceNouns
from timeline_core.names.coreference.salience import Salience
from timeline_core.text.words import Hit, Lexicon, Word, run_of


class PlaceCoreference:
    """Resolves such nouns in one text. Used once."""

    def __init__(self, text: str, run: Sequence[Word], places: Sequence[Named], kind: Callable[[str], str]) -> None:
        """`places`: all that the text names, in order; `kind`: the type of a place by its id."""
        self._text, self._run = text, run
        self._places, self._kind = places, kind
        self._begins = [hit.span.start for hit in places]
        self._salient: dict[frozenset[str], Salience] = {}

    def find(self, parts: Iterable[tuple[PlaceNouns, tuple[int, int]]]) -> Iterator[tuple[int, int, int, str]]:
        """Numbers of the first word and of the one behind the last, letters of the clitic, id of the place.

        Args:
            parts: paragraphs, in order, each with the nouns of its language, and the numbers of its words.
        """
        for n, (nouns, within) in enumerate(parts if self._places else ()):
            found = [*self._definite(nouns, within), *(self._opening(nouns, within) if n == 0 else ())]
            for hit, id in found:
                yield hit.at, hit.at + hit.count, hit.clitic, id

    def _definite(self, nouns: PlaceNouns, within: tuple[int, int]) -> Iterator[tuple[Hit, str]]:
        """The definite nouns, and the id of the place for which each stands."""
        for hit in self._hits(nouns.definite, nouns, within):
            before = bisect_left(self._begins, self._run[hit.at].start)
            id = self._meant(before, nouns.kinds.get(hit.concept, frozenset()))
            if id:
                yield hit, id

    def _opening(self, nouns: PlaceNouns, within: tuple[int, int]) -> Iterator[tuple[Hit, str]]:
        """The indefinite nouns for which the text behind that part has one place alone, and its id."""
        inside = self._places[: bisect_left(self._begins, self._run[within[1] - 1].end)] if within[1] else ()
        for hit in self._hits(nouns.opening, nouns, within):
            types = nouns.kinds.get(hit.concept, frozenset())
            ids = {place.id for place in self._places if self._kind(place.id) in types}
            if len(ids) == 1 and all(place.id not in ids for place in inside):
                yield hit, next(iter(ids))

    def _hits(self, lexicon: Lexicon, nouns: PlaceNouns, within: tuple[int, int]) -> Iterator[Hit]:
        low, high = within
        for hit in lexicon.find(run_of(self._run).part(low, high)):
            moved = replace(hit, at=low + hit.at)
            if not self._is_another(moved.at + moved.count, nouns):
                yield moved

    def _is_another(self, behind: int, nouns: PlaceNouns) -> bool:
        """Its name, or what tells it from others of its kind, stands right behind it."""
        if behind >= len(self._run) or not self._text[self._run[behind - 1].end : self._run[behind].start].isspace():
            return False
        word = self._run[behind]
        capital = self._text[word.start].isupper()
        return (
            capital
            or word.folded in nouns.goes_on
            or any(mark.endswith("-") and word.folded.startswith(mark[:-1]) for mark in nouns.goes_on)
        )

    def _meant(self, before: int, types: frozenset[str]) -> str:
        """The one of these types that the text speaks of: the only one, or the one that it names most, and last.

        Args:
            before: how many places are named before; no fewer than when it was asked last.
        """
        told = self._salient.setdefault(types, Salience())
        for hit in self._places[told.read : before]:
            told.take(hit.id if self._kind(hit.id) in types else "")
        return told.meant
