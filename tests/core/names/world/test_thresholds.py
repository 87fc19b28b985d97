"""The numbers of people and letters that decide whether a word names a place of the world: each from both sides."""

from __future__ import annotations

import pytest

from tests.core.words import known
from timeline_core.model.span import Span
from timeline_core.names.finder import find_names
from timeline_core.names.world.table import World

SPOKEN = "The talks in Germany were held in Zorbakel on Monday."
LOCATED = "The talks were held in Zorbakel on Monday."
ANYWHERE = "The talks left Zorbakel divided on Monday."
SHORT_SPOKEN = "The talks in Germany were held in Zorb on Monday."
LONGER_SPOKEN = "The talks in Germany were held in Zorba on Monday."


def found(text: str, *names: str) -> bool:
    """Whether a table of these lines makes a place of the text."""
    knowledge = known()
    table = "".join(f"{name}\n" for name in sorted(names)).encode()
    world = World(lambda: table, states={"DE": "germany", "PL": "poland"})
    parts = [(Span(0, len(text)), "en")]
    told = find_names(text, parts, knowledge.gazetteer, knowledge.naming, knowledge.phrasings, world=world)
    return any(entry.id.removeprefix("place:").isdecimal() for entry in told.found)


@pytest.mark.parametrize(
    "text, least", [(SPOKEN, 15_000), (LOCATED, 100_000), (ANYWHERE, 500_000)], ids=["spoken", "located", "anywhere"]
)
def test_a_place_has_so_many_people(text: str, least: int) -> None:
    assert found(text, f"zorbakel\t=1.DE.{least}")
    assert not found(text, f"zorbakel\t=1.DE.{least - 1}")


def test_a_short_word_needs_all_of_it() -> None:
    assert found(LONGER_SPOKEN, "zorba\t=1.DE.15000")
    assert not found(SHORT_SPOKEN, "zorb\t=1.DE.499999")
    assert found(SHORT_SPOKEN, "zorb\t=1.DE.500000")
    assert found(SHORT_SPOKEN.replace("Zorb", "Zor"), "zor\t=1.DE.500000")
    assert not found(SHORT_SPOKEN.replace("Zorb", "Zo"), "zo\t=1.DE.900000")


def test_of_two_the_one_is_meant_that_is_five_times_larger() -> None:
    assert found(LOCATED, "zorbakel\t=1.DE.500000,2.PL.100000")
    assert not found(LOCATED, "zorbakel\t=1.DE.499999,2.PL.100000")
