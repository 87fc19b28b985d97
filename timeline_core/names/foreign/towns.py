"""Places with a foreign name, by what stands beside it: «منطقة كيلوار», «ملك أستوريا», «في مورينا في إسبانيا».

A script without capitals shows no name by its letters; but of what is foreign, or the name of some place of the world,
a noun of place before it, or a known place beside it on the same way or in the same list, shows what it is.

Source:
    Internal and external evidence (McDonald 1996).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass

from timeline_core.names.known.cues import Cues
from timeline_core.names.name_parts import KNOWN
from timeline_core.names.name_words import NameWords, Naming
from timeline_core.names.places.found_place import FoundPlace
from timeline_core.names.world.finding import called
from timeline_core.names.world.table import World
from timeline_core.text.words import Run, bare

_LONGEST = 2
"""Words of such a name."""
_SHORT = 4
"""Letters of a word that may be one by itself, at least."""
_LISTED = 15_000
"""People of a place of the world that stands in a list behind a known one: «إشبيلية وقرطبة وغرناطة»."""
_TOWN, _STATE = "town", "region"


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of the words of the run."""

    closed: Container[int]
    """Words that are named already, or are verbs of saying, or deeds."""
    places: Mapping[int, str]
    """Words of a place that is named -> its id."""
    kind_of: Callable[[str], str]
    """What the lexicon knows a word as; nothing for a name."""
    states: Container[str] = ()
    """Ids of those of which the text names a place."""


class ForeignPlaces:
    """Looks for them in the words of one text that are in one language. Used once."""

    def __init__(
        self, text: str, run: Run, wording: NameWords, naming: Naming, world: World, cues: Cues, beside: Beside
    ) -> None:
        self._text, self._run, self._wording, self._naming = text, run, wording, naming
        self._world, self._cues, self._beside = world, cues, beside
        self._form, self._words = wording.form, wording.places

    def find(self) -> Iterator[FoundPlace]:
        """In no order; they may overlap. None in a script with capitals."""
        if self._form.capitals:
            return
        yield from self._governed()
        yield from self._ruled()
        for first, end in self._known():
            yield from self._containing(first)
            yield from self._on_the_way(first, end)
            yield from self._listed(end)

    def _governed(self) -> Iterator[FoundPlace]:
        """Behind a noun of place: «إقليم كيلوار», not «الإقليم» nor «منطقة جبلية»."""
        for hit in self._words.foreign.find(self._run):
            at = hit.at + hit.count
            definite = self._run[hit.at].folded[hit.clitic :].startswith(self._form.article)
            if not definite and (end := self._end(at)) > at:
                yield FoundPlace(at, end, 0, hit.concept)

    def _ruled(self) -> Iterator[FoundPlace]:
        """Behind who rules it: «ملك أستوريا», where no second name makes a person of it."""
        for k in self._run.where_listed(self._words.rulers):
            if any(form in self._words.rulers for form, _ in bare(self._run[k].folded)):
                end = self._end(k + 1, sure=True)
                if end == k + 2 and not (end < len(self._run) and self._touches(end) and self._is_person(end, 0)):
                    yield FoundPlace(k + 1, end, 0, _STATE)

    def _known(self) -> Iterator[tuple[int, int]]:
        """The first word of each known place, and the one behind it."""
        places = self._beside.places
        for k in sorted(places):
            if k - 1 not in places or places[k - 1] != places[k]:
                end = k + 1
                while end in places and places[end] == places[k]:
                    end += 1
                yield k, end

    def _containing(self, first: int) -> Iterator[FoundPlace]:
        """In which it lies, as the words say: «في مورينا في إسبانيا», «في مورينا بإسبانيا»."""
        glued = any(letter in self._clitic(first) for letter in self._cues.glued_in)
        end = first if glued else first - 1
        if not glued and (first < 1 or self._run[end].folded not in self._cues.inside or not self._touches(first)):
            return
        if end < 1 or not self._touches(end):
            return
        for at in range(end - 1, max(end - 1 - _LONGEST, -1), -1):
            for _, clitic in bare(self._run[at].folded):
                led = any(letter in self._run[at].folded[:clitic] for letter in self._cues.glued_in)
                led |= not clitic and at > 0 and self._touches(at) and self._run[at - 1].folded in self._cues.inside
                if led and self._end(at, clitic) == end and self._is_of_world(at, end, clitic):
                    yield FoundPlace(at, end, clitic, _TOWN, within=self._beside.places[first])
                    return

    def _on_the_way(self, first: int, end: int) -> Iterator[FoundPlace]:
        """«من كيلوار إلى القاهرة», «من القاهرة إلى كيلوار», «من الصافنة وصولا إلى مديرية القاهرة»."""
        run, cues = self._run, self._cues
        until = self._before_goal(first)
        for at in range(until - 1, max(until - 1 - _LONGEST, 0), -1):
            if run[at - 1].folded in cues.sources and self._is_end_of_way(at, until):
                yield FoundPlace(at, until, 0, _TOWN)
        if first and run[first - 1].folded in cues.sources and end < len(run) and run[end].folded in cues.goals:
            at = end + 1
            behind = next((one for one in (self._end(at), at + 1) if one > at and self._is_end_of_way(at, one)), at)
            if behind > at:
                yield FoundPlace(at, behind, 0, _TOWN)

    def _before_goal(self, first: int) -> int:
        """Behind the last word before «إلى», «وصولا إلى مديرية», that leads to what is at `first`; 0 if none does."""
        k = first
        while k > 1 and self._run[k - 1].folded in self._cues.introducers and self._touches(k):
            k -= 1
        if k < 1 or self._run[k - 1].folded not in self._cues.goals:
            return 0
        k -= 1
        return k - 1 if k > 1 and self._run[k - 1].folded in self._cues.extents else k

    def _is_end_of_way(self, at: int, end: int) -> bool:
        """A foreign name of the world; or one with an article, of a place in a state that the text speaks of."""
        if at >= len(self._run):
            return False
        if self._end(at) == end and self._is_of_world(at, end):
            return True
        words = [word.folded for word in self._run[at:end]]
        free = not any(k in self._beside.closed for k in range(at, end)) and all(map(self._touches, range(at, end)))
        known = free and not any(self._beside.kind_of(word) for word in words)
        return known and called(self._world, " ".join(words), self._beside.states) is not None

    def _listed(self, end: int) -> Iterator[FoundPlace]:
        """Joined to it, and to one another: «إشبيلية وقرطبة وغرناطة»."""
        while end < len(self._run) and end not in self._beside.closed and self._touches(end):
            clitic = next(
                (c for _, c in bare(self._run[end].folded) if self._run[end].folded[:c] in self._cues.glued_and), 0
            )
            if not clitic or not self._is_name(end, clitic) or not self._is_large(end, clitic):
                return
            yield FoundPlace(end, end + 1, clitic, _TOWN)
            end += 1

    def _is_of_world(self, at: int, end: int, clitic: int = 0) -> bool:
        """Some place of the world is called so; a preposition alone shows none: «في تويتر في مصر»."""
        first, *more = (word.folded for word in self._run[at:end])
        return any(name.words == (first[clitic:], *more) for name in self._world.beginning(first[clitic:]))

    def _is_large(self, k: int, clitic: int) -> bool:
        word = self._run[k].folded[clitic:]
        places = [place for name in self._world.beginning(word) if len(name.words) == 1 for place in name.places]
        return any(place.people >= _LISTED and not place.further for place in places)

    def _end(self, at: int, clitic: int = 0, *, sure: bool = False) -> int:
        """Behind the last word of the foreign name that begins there; `at` where none does."""
        end = at
        while end < len(self._run) and end - at < _LONGEST:
            glued = clitic if end == at else 0
            if not (glued or self._touches(end)) or not self._is_name(end, glued, sure=sure):
                break
            end += 1
        return end

    def _is_name(self, k: int, clitic: int, *, sure: bool = False) -> bool:
        """A word without article that no lexicon knows, of foreign letters or the name of a place; nobody's name.

        Args:
            sure: only by its letters.
        """
        word = self._run[k].folded
        form = word[clitic:]
        if k in self._beside.closed or not form.isalpha() or form.isascii() or len(form) < _SHORT:
            return False
        if form.startswith((*self._form.article, *self._form.led_article)) or self._is_adjective(form):
            return False
        if any(self._beside.kind_of(one) for one in {word, form}) or self._is_person(k, clitic):
            return False
        if self._naming.letters.foreign(form):
            return True
        return not sure and any(len(name.words) == 1 for name in self._world.beginning(form))

    def _is_adjective(self, form: str) -> bool:
        endings = tuple(one + more for one in self._form.relation for more in ("", *self._form.feminine))
        return form.endswith(endings) or form in self._wording.states_by_adjective or form in self._wording.stops

    def _is_person(self, k: int, clitic: int) -> bool:
        form = self._run[k].folded[clitic:]
        role = self._naming.parts.role(form)
        if form in self._wording.stops:
            return False
        return form in self._wording.name_words or max(role.given, role.family) >= KNOWN

    def _clitic(self, k: int) -> str:
        """The letters that are glued to a known place: those before the name's own."""
        word = self._run[k].folded
        return next((word[:c] for _, c in bare(word) if c), "")

    def _touches(self, k: int) -> bool:
        """Nothing but blanks stands before the word."""
        return k > 0 and self._text[self._run[k - 1].end : self._run[k].start].isspace()
