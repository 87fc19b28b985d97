"""Common words that are names of persons or places, too: here they name nobody and no place, there they do."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.core.names.test_finder import read
from tests.core.words import known
from timeline_core.model.entry import PLACE
from timeline_core.names.finder import PERSON

HERE = Path(__file__).parent
TABLE = tomllib.loads((HERE / "traps.toml").read_text("utf-8"))
PLACES = tomllib.loads((HERE / "place_traps.toml").read_text("utf-8"))
ALLOWED = 2
"""So many of all may be wrong."""


def persons(text: str) -> list[str]:
    names = read(text)
    types = {entry.id: entry.type for entry in (*known().gazetteer, *names.found)}
    return [hit.span.of(text) for hit in names.named if types.get(hit.id) == PERSON]


def places(text: str) -> list[str]:
    """The words of places and of states, whichever of the two they are there."""
    names = read(text)
    states = {entry.id for entry in known().gazetteer if entry.type in ("state", "country")}
    return [hit.span.of(text) for hit in names.named if hit.category == PLACE or hit.id in states]


def test_a_common_word_is_no_person_and_a_person_is_found() -> None:
    wrong = {text: found for text in TABLE["words"] if (found := persons(text))}
    wrong |= {text: found for text, names in TABLE["names"].items() if (found := persons(text)) != names}
    assert len(wrong) <= ALLOWED, wrong


def test_a_common_word_is_no_place_and_a_place_is_found() -> None:
    wrong = {text: found for text in PLACES["nothing"] if (found := [*persons(text), *places(text)])}
    wrong |= {text: found for text, names in PLACES["places"].items() if (found := places(text)) != names}
    wrong |= {text: found for text, names in PLACES["persons"].items() if (found := persons(text)) != names}
    assert len(wrong) <= ALLOWED, wrong


def test_there_are_enough_traps_for_the_allowance() -> None:
    assert len(TABLE["words"]) + len(TABLE["names"]) >= 190
    assert sum(map(len, PLACES.values())) >= 160
