"""Which words of a text name a populated place of the world that no list of ours has.

Most names of places are something else as well: a word («كان»), somebody's name ("Jackson"), or ten places. So a name
counts for what stands beside it, and of ten places the one counts that the report speaks of.

Source:
    DESIGN.md section 6: a wrong match is worse than a missed one.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline_core.names.known.cues import Cues
from timeline_core.names.name_words import NameWords
from timeline_core.names.places.standing import behind_bearer, is_free, may_be_place
from timeline_core.names.world.table import Name, Place, World, sound
from timeline_core.text.words import Run, bare, spelled

_ANYWHERE = 500_000
"""People of a city that is meant wherever its name stands."""
_LOCATED = 100_000
"""People of a town that is meant behind «في», though the report names nothing of its state."""
_SPOKEN = 15_000
"""People of a town that is meant behind «في» where the report names its state."""
_LARGER = 5
"""How many times larger than the next the place is that is meant where the report tells nothing of either."""
_SHORT = 4
"""Letters of a word that in any language may be one of many things."""
_SHORTEST = 3
"""Letters of a word that by itself may be such a name."""


@dataclass(frozen=True, slots=True)
class FoundWorld:
    """A place of the world in a run of words."""

    at: int
    end: int
    clitic: int
    place: Place
    in_state: bool = False
    """Its state stands behind it and a comma."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of the text beside its words."""

    states: frozenset[str]
    """Ids of the states that it names, or names a place of."""
    taken: Container[int]
    """Numbers of words that are named already."""
    known: Mapping[int, str]
    """Words of a place that is named -> the id of its state."""
    opening: Container[int]
    """Words of names that stand there from their first letter on: «المغرب», not «بالمغرب»."""
    listed: Callable[[str], bool]
    """Whether our own lists have names that begin with the word; what they did not count is none."""
    kind_of: Callable[[str], str] | None = None
    """What the lexicon knows a word as; nothing for a name."""
    foreign: Callable[[str], bool] = bool
    """Whether a word has the letters of another language."""


class WorldPlaces:
    """Looks for places of the world in the words of one text that are in one language. Used once."""

    def __init__(self, text: str, run: Run, wording: NameWords, world: World, cues: Cues, around: Around) -> None:
        self._text, self._run, self._wording, self._world = text, run, wording, world
        self._cues, self._around = cues, around

    def find(self) -> Iterator[FoundWorld]:
        """In text order, not overlapping; of two names the longer."""
        after = 0
        for at in self._capitals() if self._wording.form.capitals else self._run.where(self._world.opens):
            found = self._named(at) if at >= after and at not in self._around.taken else None
            if found is not None:
                yield found
                after = found.end

    def _capitals(self) -> Iterator[int]:
        """Words with a capital with which a name of the table begins."""
        for at, word in enumerate(self._run):
            if self._text[word.start].isupper() and self._world.opens(word.folded):
                yield at

    def _named(self, at: int) -> FoundWorld | None:
        for form, clitic in bare(self._run[at].folded):
            for name in () if self._is_left(form, at, clitic) else self._world.beginning(form):
                end = at + len(name.words)
                if not self._stands(name, at):
                    continue
                if (place := self._in_its_state(name, at, end)) is not None:
                    return FoundWorld(at, end, clitic, place, in_state=True)
                if place := self._meant(name, at, end, clitic):
                    return FoundWorld(at, end, clitic, place)
        return None

    def _is_left(self, form: str, at: int, clitic: int) -> bool:
        """Our lists have the name, and did not count it; what is no word, and only a club too, counts behind «في»."""
        if not self._around.listed(form):
            return False
        cues, before = self._cues, self._run[at - 1].folded if at else ""
        inside = any(one in self._run[at].folded[:clitic] for one in cues.glued_in) if clitic else before in cues.inside
        own = self._wording.form.capitals or len(form) <= _SHORT or not self._around.foreign(form)
        return own or not inside

    def _stands(self, name: Name, at: int) -> bool:
        """The words of the name stand there, and none of them is named already."""
        end = at + len(name.words)
        if len(name.words) > 1 and (end > len(self._run) or self._run[at + 1].folded != name.words[1]):
            return False
        said = tuple(word.folded for word in self._run[at + 1 : end])
        if said != name.words[1:] or any(n in self._around.taken for n in range(at, end)):
            return False
        if self._wording.form.capitals and not is_free(self._text, self._run, at, end):
            return False
        return all(self._text[self._run[n - 1].end : self._run[n].start].strip("- ") == "" for n in range(at + 1, end))

    def _meant(self, name: Name, at: int, end: int, clitic: int) -> Place | None:
        """The place that the name means there; None where it may mean none."""
        if self._is_else(name, at, clitic):
            return None
        if clitic == 0 and behind_bearer(self._run, at, self._cues):
            return None
        place = self._one_of(name, end)
        if place is None:
            return None
        spoken = self._world.states.get(place.country, "") in self._around.states
        located = may_be_place(self._run, at, clitic, self._cues)
        if self._is_somebody(name):
            return place if located and spoken else None
        if self._is_doubtful(name, end):
            return place if located and spoken and place.people >= _ANYWHERE else None
        if located and not self._wording.form.capitals and all(map(self._around.foreign, name.words)):
            return place
        least = _SPOKEN if located and spoken else _LOCATED if located else _ANYWHERE
        return place if place.people >= least else None

    def _in_its_state(self, name: Name, at: int, end: int) -> Place | None:
        """The one in the state that is named behind a comma, where capitals show a name: "in Reading, England"."""
        state = self._around.known.get(end) if self._wording.form.capitals else None
        between = self._text[self._run[end - 1].end : self._run[end].start] if state else ""
        if between.strip() != "," or not may_be_place(self._run, at, 0, self._cues):
            return None
        return next((one for one in name.places if self._world.states.get(one.country) == state), None)

    def _is_doubtful(self, name: Name, end: int) -> bool:
        """A short word; one with an article elsewhere in the text; one before a name: «في بورصة نيويورك»."""
        if len(name.words) > 1:
            return False
        word = name.words[0]
        defined = not self._wording.form.capitals and self._wording.form.with_article(word) in self._run.places
        before_name = end in self._around.opening and not self._wording.form.capitals and self._adjoins(end)
        return len(word) <= _SHORT or defined or before_name

    def _adjoins(self, at: int) -> bool:
        return self._text[self._run[at - 1].end : self._run[at].start].isspace()

    def _one_of(self, name: Name, end: int) -> Place | None:
        """The one that lies where the words behind it say, or in a state that is named; else by far the largest."""
        behind = {self._around.known.get(end), self._around.known.get(end + 1), self._state_beside(end)} - {None, ""}
        for states in (behind, self._around.states):
            there = [one for one in name.places if self._world.states.get(one.country) in states]
            if there:
                return there[0]
        first, *more = [one for one in name.places if not one.further] or name.places
        return first if not more or first.people >= _LARGER * more[0].people else None

    def _state_beside(self, end: int) -> str:
        """The state whose adjective, with its article, describes the place: «فالنسيا الإسبانية»."""
        form = self._wording.form
        word = self._run[end].folded if end < len(self._run) and self._adjoins(end) else ""
        adjective = form.without_article(word)
        return self._wording.states_by_adjective.get(adjective, ("", False))[0] if adjective != word else ""

    def _is_else(self, name: Name, at: int, clitic: int) -> bool:
        """A word of the language, with what is glued to it too («بيانان»), or too short to be told from one."""
        if len(name.words) > 1:
            return False
        word, wording = name.words[0], self._wording
        form = wording.form.without_article(word)
        if len(word) < _SHORTEST or word in wording.stops or form in wording.states_by_adjective:
            return True
        if wording.titles.at(self._run, at) is not None or wording.body_nouns.at(self._run, at) is not None:
            return True
        kind_of = self._around.kind_of
        whole = self._run[at].folded
        return kind_of is not None and (bool(kind_of(word)) or (clitic > 0 and bool(kind_of(whole))))

    def _is_somebody(self, name: Name) -> bool:
        """A word of persons' names, too."""
        return any(word in self._wording.name_words for word in name.words)


def called(world: World, spelling: str, states: Container[str]) -> Place | None:
    """The place that a noun before it introduces («بلدة تلمنس»): one that lies in a state that the report names."""
    words = spelled(spelling)
    name = next((one for one in world.beginning(words[0]) if one.words == words), None) if words else None
    there = [one for one in name.places if world.states.get(one.country) in states] if name else []
    return there[0] if there else None


def heard(world: World, key: Sequence[str], state: str) -> Place | None:
    """The same by the key of the name, of what the table has in Latin letters alone: «قرية …» for "Tazroute"."""
    places = (one for name in world.beginning(sound(key)) for one in name.places)
    return next((one for one in places if world.states.get(one.country) == state), None)
