"""Each row that speaks for two mentions being one happening: a text in which it holds, and one that it leaves alone."""

from __future__ import annotations

import pytest

from tests.core.events.discourse.rows import holds, spied
from tests.core.words import report, timeline
from timeline_core.events.discourse.coreference import ENOUGH, ROWS, score
from timeline_core.events.discourse.pairs import Pair
from timeline_core.events.discourse.statements import SPEAKERS
from timeline_core.model.event import Kind

CASES = {
    "named again": (
        "A strike hit the port. The strike killed two on Monday.",
        "A strike hit the port. A strike killed two on Monday.",
    ),
    "action again": (
        "Ministers met in Cairo on Sunday. The meeting ended on Monday.",
        "Ministers met in Cairo on Sunday. A meeting ended on Monday.",
    ),
    "just told": (
        "A strike hit the port. The strike killed two on Monday.",
        "A strike hit the port. Police arrested a judge. The strike killed two on Monday.",
    ),
    "met it": (
        "Rebels stormed a jail in Sirte on Monday, and guards fought them.",
        "Rebels stormed a jail in Sirte on Monday, and guards fought rebels.",
    ),
    "same two": (
        "Hezbollah raided the Mossad on Monday. Hezbollah raided a post of the Mossad on Monday.",
        "Hezbollah raided the Mossad on Monday. Hezbollah raided a post on Monday.",
    ),
    "any happening": (
        "Gunmen shot four men near Sirte. The incident took place on Monday.",
        "Gunmen shot four men near Sirte. An incident took place on Monday.",
    ),
    "scene again": ("Gunmen shot four men. The attack wounded two.", "Gunmen shot four men. An attack wounded two."),
    "same number": (
        "Seven men died in Sirte on Monday. Seven men were killed on Monday.",
        "Seven men died in Sirte on Monday. Six men were killed on Monday.",
    ),
    "large number": (
        "A raid killed 47 men. Gunmen shelled a camp and killed 47 men.",
        "A raid killed seven men. Gunmen shelled a camp and killed seven men.",
    ),
    "same person": (
        "Police arrested Imad Mughniyeh on Monday. Guards held Imad Mughniyeh on Monday.",
        "Police arrested Imad Mughniyeh on Monday. Guards held Naim Qassem on Monday.",
    ),
    "same deed": ("A raid hit Sirte. A raid hit Derna.", "A raid hit Sirte. A quake hit Derna."),
    "same verb": ("Gunmen stormed Sirte. Rebels stormed Derna.", "Gunmen stormed Sirte. Rebels seized Derna."),
    "same class": ("Police arrested three men. Guards seized two.", "Police arrested three men. A court freed two."),
    "same scene": ("A bomb hit Sirte. Four people died.", "A bomb hit Sirte. Police arrested four people."),
    "same place": ("A bomb hit Sirte. Four died in Sirte.", "A bomb hit Sirte. Four died in Derna."),
    "same thing": ("A bomb hit a market. Four died at a market.", "A bomb hit a market. Four died at a school."),
    "same body": (
        "Hezbollah attacked a post. Hezbollah wounded two.",
        "Hezbollah attacked a post. The Mossad wounded two.",
    ),
    "same frame": (
        "Hezbollah held two nurses. Hezbollah held two nurses on Monday.",
        "Hezbollah held two nurses. Hezbollah held two bakers on Monday.",
    ),
    "same act": (
        "أمر القاضي سمير حداد الاثنين بمحاكمة بقالين. وصادق القاضي سمير حداد الاثنين على محاكمة البقالين.",
        "أمر القاضي سمير حداد الاثنين بمحاكمة بقالين. وصادق القاضي سمير حداد الاثنين على توقيف البقالين.",
    ),
    "came of it": (
        "The baker left prison on Thursday. The baker was freed on Thursday.",
        "The baker left prison on Thursday. A guard was freed on Thursday.",
    ),
    "same core": (
        "Soldiers seized a bakery. Soldiers seized the bakery on Monday.",
        "Soldiers seized a bakery. Soldiers seized the port on Monday.",
    ),
    "same day": (
        "A bomb hit Sirte on Monday. Four men died on Monday.",
        "A bomb hit Sirte on Monday. Four men died on Sunday.",
    ),
    "no doer": ("A bomb hit Sirte. Two men were wounded.", "A bomb hit Sirte. Hezbollah wounded two men."),
    "taken up": ("A bomb hit a bridge. Four died on the bridge.", "A bomb hit a bridge. Four died on the road."),
    "taken up twice": (
        "A guard shot a nurse. The guard wounded the nurse.",
        "A guard shot a nurse. The guard wounded a doctor.",
    ),
    "same words": (
        "Gunmen killed four farmers near a bridge. Gunmen killed four farmers near the bridge.",
        "Gunmen killed four farmers near a bridge. Soldiers wounded nine teachers inside a school.",
    ),
    "one sentence": (
        "Gunmen stormed a bank in Sirte, and police arrested four men.",
        "Gunmen stormed a bank in Sirte. Police arrested four men.",
    ),
    "beside it": (
        "A bomb hit Sirte. Four people died.",
        "A bomb hit Sirte. Police arrested a baker. Four people died.",
    ),
    "the only one": (
        "A bomb hit Sirte. Four people died.",
        "A bomb hit Sirte on Sunday. A mine killed two on Monday. Four people died.",
    ),
    "the story": (
        "A bomb hit Sirte. Police arrested a baker. Four people died.",
        "The sun shone over Derna. A bomb hit Sirte. Four people died.",
    ),
}
"""Name of a row -> a text whose last mention has it with the first happening, and one whose last has not."""


@pytest.fixture
def pairs(monkeypatch: pytest.MonkeyPatch) -> list[Pair]:
    return spied(monkeypatch, "score", score)


def test_every_row_has_its_two_texts() -> None:
    assert {row.name for row in ROWS} == CASES.keys()


@pytest.mark.parametrize("name", CASES)
def test_a_row_holds_where_its_text_says_and_not_where_it_must_not(name: str, pairs: list[Pair]) -> None:
    found = tuple(holds(ROWS, name, text, pairs) for text in CASES[name])
    assert found == (True, False)


def test_what_only_goes_with_a_pair_joins_nothing_however_much() -> None:
    weak = [row.weight for row in ROWS if not row.points]
    assert sum(weak) > ENOUGH
    found = timeline(report("Gunmen shot a baker on Monday. Rebels shot a farmer on Monday.", "2023-05-17")).events
    assert len([event for event in found if event.kind is Kind.OCCURRENCE]) == len(("baker", "farmer"))


def test_who_speaks_once_more_on_another_matter_further_on_made_another_statement() -> None:
    assert SPEAKERS[0].weight < ENOUGH
