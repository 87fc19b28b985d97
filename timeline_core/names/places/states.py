"""States that are named by a description: «البلاد», «الأراضي السورية», "Syrian territory"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline_core.names.known.cues import Cues
from timeline_core.names.name_words import NameWords
from timeline_core.names.places.found_place import FoundPlace
from timeline_core.names.places.standing import adjoins, begins_sentence, may_be_place
from timeline_core.text.words import Run


class DescribedStates:
    """Looks for them in the words of one text that are in one language. Used once."""

    def __init__(self, text: str, run: Run, wording: NameWords, states: Mapping[int, str], cues: Cues) -> None:
        """`states`: words of what belongs to a state -> its id; `cues`: words that stand before places."""
        self._text, self._run, self._wording, self._form = text, run, wording, wording.form
        self._states, self._cues = states, cues
        self._words = wording.places

    def find(self) -> Iterator[FoundPlace]:
        """In text order for each kind."""
        yield from self._lands()
        yield from self._countries()

    def _lands(self) -> Iterator[FoundPlace]:
        """The land of a state, by its adjective: «الأراضي السورية», "Syrian territory"."""
        for hit in self._words.lands.find(self._run):
            last = hit.at + hit.count
            first, adjective = (hit.at - 1, hit.at - 1) if self._form.adjective_first else (hit.at, last)
            if not 0 <= adjective < len(self._run) or not adjoins(
                self._text, self._run, hit.at if self._form.adjective_first else last
            ):
                continue
            form = self._form.without_article(self._run[adjective].folded)
            state, common = self._wording.states_by_adjective.get(form, ("", False))
            if (
                state
                and (not common or state in self._states.values())
                and (self._form.adjective_first or self._agrees(last))
            ):
                yield FoundPlace(
                    first,
                    last + (0 if self._form.adjective_first else 1),
                    0 if self._form.adjective_first else hit.clitic,
                    "",
                    state,
                )

    def _agrees(self, adjective: int) -> bool:
        """True for the definite feminine that «الأراضي» asks for: «السورية», not «السوري»."""
        word = self._run[adjective].folded
        return word.startswith(self._form.article) and word.endswith(self._form.feminine)

    def _countries(self) -> Iterator[FoundPlace]:
        """«البلاد», "the country": the state that was named last; none where that sentence named two."""
        for hit in self._words.country.find(self._run):
            state = self._spoken_of(hit.at) if may_be_place(self._run, hit.at, hit.clitic, self._cues) else ""
            if state:
                yield FoundPlace(hit.at, hit.at + hit.count, hit.clitic, "", state)

    def _spoken_of(self, at: int) -> str:
        before = [k for k in self._states if k < at]
        if not before:
            return ""
        last = max(before)
        begin = last
        while begin > 0 and not begins_sentence(self._text, self._run, begin):
            begin -= 1
        named = {self._states[k] for k in before if k >= begin}
        return self._states[last] if len(named) == 1 else ""
