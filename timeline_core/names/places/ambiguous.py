"""Names that several places bear, where a text does not tell which is meant: «انفجرت سيارة في طرابلس».

Where an adjective tells of which state the report speaks («السلطات الليبية»), the one of that state is meant. Else they
name no place, for either would be a guess; but what is left open is told, with those that it may be.

Source:
    Ambiguity of toponyms between places (Leidner 2007); DESIGN.md section 6.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from timeline_core.model.entry import PLACE, Named
from timeline_core.model.span import Span
from timeline_core.names.demonyms import state_of
from timeline_core.names.found import Found
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.names.known.cues import Cues
from timeline_core.names.name_words import NameWords, Naming
from timeline_core.names.places.standing import is_free, may_be_place
from timeline_core.names.world.table import World
from timeline_core.text.words import Run, bare, letters_to_skip, words

_LARGE = 100_000
"""People of a place of the world of which one thinks where its name stands alone."""
_FEWEST = 2
"""Places of one name that leave it open."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Words that name one of several places."""

    span: Span
    """Without clitics."""
    ids: tuple[str, ...]
    """Of our own lists, or of the places of the world, the largest of these first."""


def add_shared(found: Found, naming: Naming) -> None:
    """Add the one place, of those of our lists that share a name, of whose state the text speaks by its adjective."""
    run, gazetteer = found.run, found.gazetteer
    states: frozenset[str] | None = None
    for k in run.where_listed(gazetteer.shared):
        for form, clitic in bare(run[k].folded) if k not in found.taken else ():
            if gazetteer.sharing(form) and may_be_place(run, k, clitic, gazetteer.cues):
                states = _spoken_of(run, naming) if states is None else states
                there = [id for id in gazetteer.sharing(form) if state_of(id, gazetteer) in states]
                if len(there) == 1:
                    found.add(Named(found.span(run, k, k + 1, clitic), there[0], PLACE))
                break


def _spoken_of(run: Run, naming: Naming) -> frozenset[str]:
    """The states by whose adjectives it describes something, where these are no other words."""
    words = {naming.form.without_article(form) for word in run.distinct for form, _ in bare(word)}
    told = (one.states_by_adjective[word] for one in naming.wordings for word in words & one.states_by_adjective.keys())
    return frozenset(state for state, common in told if not common)


def find_ambiguous(
    text: str,
    parts: Iterable[tuple[Span, str]],
    named: Iterable[Named],
    gazetteer: Gazetteer,
    naming: Naming,
    world: World,
    kinds: Mapping[str, Callable[[str], str]],
) -> Iterator[Ambiguous]:
    """In text order; only where a place may stand («في», "in"), and nothing is named.

    Args:
        parts: paragraphs with their language.
        named: what the text names.
        kinds: by language, what its lexicon knows a word as; nothing for a name.
    """
    run = words(text)
    taken = [hit.span for hit in named]
    wordings = {wording.code: wording for wording in naming.wordings}
    borne = _Borne(gazetteer, world)
    for part, code in parts:
        if code in wordings:
            at = _Standing(text, run, wordings[code], gazetteer.cues, kinds.get(code, str))
            for k in (k for k, word in enumerate(run) if part.start <= word.start < part.end):
                for form, clitic, word in at.open_at(k):
                    span = Span(run[k].start + letters_to_skip(text[run[k].start : run[k].end], clitic), run[k].end)
                    ids = borne.of_ours(form) or (() if word else borne.of_world(form))
                    if len(ids) >= _FEWEST and not any(span.overlaps(other) for other in taken):
                        yield Ambiguous(span, ids)
                        break


class _Standing:
    """Where in one paragraph a place may be named."""

    def __init__(self, text: str, run: Run, wording: NameWords, cues: Cues, kind_of: Callable[[str], str]) -> None:
        self._text, self._run, self._wording, self._cues, self._kind_of = text, run, wording, cues, kind_of

    def open_at(self, k: int) -> Iterator[tuple[str, int, bool]]:
        """The forms of the word that may be a name of a place there, with the letters glued before it.

        The last value: it is a word of the language, or of persons' names, too.
        """
        if self._wording.form.capitals and not is_free(self._text, self._run, k, k + 1):
            return
        for form, clitic in bare(self._run[k].folded):
            if may_be_place(self._run, k, clitic, self._cues):
                named = form in self._wording.stops or form in self._wording.name_words
                yield form, clitic, named or self._kind_of(form) != ""


class _Borne:
    """The places that bear a name."""

    def __init__(self, gazetteer: Gazetteer, world: World) -> None:
        self._gazetteer, self._world = gazetteer, world

    def of_ours(self, word: str) -> tuple[str, ...]:
        """Ids of those of our own lists that share the folded word."""
        return self._gazetteer.sharing(word)

    def of_world(self, word: str) -> tuple[str, ...]:
        """Ids of the large ones of the world that bear it alone, where our own lists have no such name."""
        names = () if self._gazetteer.means(word) else self._world.beginning(word)
        places = [place for name in names if len(name.words) == 1 for place in name.places]
        large = [place for place in places if place.people >= _LARGE and not place.further]
        return tuple(self._world.id(place.number) for place in large)
