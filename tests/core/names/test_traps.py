"""Common words that are names of persons, too: here they name nobody, there they do."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.core.names.test_finder import read
from tests.core.words import known
from timeline_core.names.finder import PERSON

TABLE = tomllib.loads((Path(__file__).parent / "traps.toml").read_text("utf-8"))
ALLOWED = 2
"""So many of all may be wrong."""


def persons(text: str) -> list[str]:
    names = read(text)
    types = {entry.id: entry.type for entry in (*known().gazetteer, *names.found)}
    return [hit.span.of(text) for hit in names.named if types.get(hit.id) == PERSON]


def test_a_common_word_is_no_person_and_a_person_is_found() -> None:
    wrong = {text: found for text in TABLE["words"] if (found := persons(text))}
    wrong |= {text: found for text, names in TABLE["names"].items() if (found := persons(text)) != names}
    assert len(wrong) <= ALLOWED, wrong


def test_there_are_enough_traps_for_the_allowance() -> None:
    assert len(TABLE["words"]) + len(TABLE["names"]) >= 190
