"""Where a text holds what is searched for, as spans with the name of a style. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from timeline_core.errors import QueryError
from timeline_core.model.actor_role import BY
from timeline_core.names.gazetteer import ACTOR, PLACE
from timeline_core.text.fold import fold
from timeline_core.view.filter import OF_ROLE
from timeline_core.view.sought import Sought
from tui.i18n import speech

if TYPE_CHECKING:
    from tui.view.state import View

Mark = tuple[int, int, str]
"""Offsets from and up to, and the name of a style."""
_MOST = 5_000
"""Places that are lit in one text."""


def hits(text: str, needle: Iterable[Sought | str], style: str = "hit") -> list[Mark]:
    """Where `text` holds what is looked for, whatever its spelling there; the first few thousand places.

    Args:
        needle: folded words, or what the filter line means by a word.
    """
    sought = [Sought((one,)) if isinstance(one, str) else one for one in needle if one]
    if not sought:
        return []
    whole, origin = _folded(text)
    found = (place for one in sought for place in islice(_places(one, whole), _MOST))
    return layered((origin[first], origin[last - 1] + 1, style) for first, last in islice(found, _MOST) if last > first)


def _places(sought: Sought, text: str) -> Iterator[tuple[int, int]]:
    """As `Sought.places`, as far as a pattern that takes too long has come."""
    with suppress(QueryError):
        yield from sought.places(text)


def read(text: str) -> tuple[Sought, ...]:
    """What a reader typed looks for; nothing where it cannot be read."""
    from timeline_core.view.query import read_words

    try:
        return tuple(one for term in read_words(text) for one in term.looks_for)
    except QueryError:
        return ()


@lru_cache(maxsize=128)
def _folded(text: str) -> tuple[str, list[int]]:
    """The text folded, and the place in the text of each folded letter."""
    folded: list[str] = []
    origin: list[int] = []
    for place, char in enumerate(text):
        for letter in fold(char):
            folded.append(letter)
            origin.append(place)
    return "".join(folded), origin


def layered(*layers: Iterable[Mark]) -> list[Mark]:
    """Spans that overlap cut into ones that do not, each with the names of all that lie there, lower layers first.

    Cost: that of sorting them.
    """
    spans = [span for layer in layers for span in layer if span[0] < span[1]]
    edges = sorted((edge, number) for number, span in enumerate(spans) for edge in span[:2])
    found: list[Mark] = []
    open_ones: set[int] = set()
    before = 0
    for edge, number in edges:
        if open_ones and before < edge:
            names = dict.fromkeys(spans[one][2] for one in sorted(open_ones))
            found.append((before, edge, " ".join(names)))
        open_ones ^= {number}
        before = edge
    return found


_NAMED = (ACTOR, *OF_ROLE, PLACE, BY)
_PLAIN = ("source", "tag")


def names_of(view: View, field: str) -> Iterator[str]:
    """The names that the timeline has for a field: in the language of the screen, then in its others."""
    if field in _PLAIN:
        yield from view.index.values(field)
    elif field in _NAMED:
        names, heard = view.timeline.names, speech.spoken().code
        for id in view.index.values(field):
            if id in names:
                entry = names[id]
                yield from dict.fromkeys(entry.name(code, short=True) for code in (heard, *entry.names))
