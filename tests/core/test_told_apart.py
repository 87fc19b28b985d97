"""Tellings that agree in a number, a place or a name, and are of two happenings all the same."""

import pytest

from tests.core.words import report, timeline
from timeline_core.event import Kind


@pytest.mark.parametrize(
    "one, other, events",
    [
        # who was counted: the other side, another force, another family; then who did it, and how
        (
            "Hamas gunmen killed five Israeli soldiers in an attack in Khan Younis",
            "Israeli soldiers killed five Hamas gunmen in an attack in Khan Younis",
            2,
        ),
        (
            "Five Israeli soldiers were killed in an attack in Khan Younis",
            "Hamas said it killed five Israeli soldiers in an attack in Khan Younis",
            1,
        ),
        (
            "A drone strike killed two SDF fighters in Qamishli",
            "A drone strike killed two Islamic State members in Qamishli",
            2,
        ),
        (
            "A drone strike killed two SDF fighters in Qamishli",
            "Two SDF fighters were killed by a drone strike in Qamishli",
            1,
        ),
        (
            "A raid in Rafah killed seven people of the Nasser family",
            "A raid in Rafah killed seven members of the Daoud family",
            2,
        ),
        ("A raid in Rafah killed seven people of the Nasser family", "A raid in Rafah killed seven people", 1),
        ("قتلت غارة في رفح سبعة من عائلة ناصر", "قتلت غارة في رفح سبعة من عائلة أبو داود", 2),
        ("قتلت غارة في رفح سبعة من عائلة ناصر", "مقتل سبعة من عائلة ناصر في غارة على رفح", 1),
        ("A bomb killed 20 people in Anbar province", "Clashes killed 20 people in Anbar province", 2),
        ("An explosion killed 20 people in Anbar province", "A blast in Anbar province killed 20 people", 1),
        ("The Houthis freed 50 prisoners in Sanaa", "The Saudi coalition freed 50 prisoners in Sanaa", 2),
        ("The Houthis freed 50 prisoners in Sanaa", "In Sanaa 50 prisoners were freed", 1),
    ],
)
def test_a_number_and_a_place_are_not_enough_where_the_rest_speaks_against_it(
    one: str, other: str, events: int
) -> None:
    day = " الجمعة." if one[0] > "z" else " on Friday."
    told = timeline(report(one + day, "2023-05-20", "one"), report(other + day, "2023-05-20", "other"))
    found = [event for event in told.events if event.kind is Kind.OCCURRENCE]
    assert len(found) == events, [event.title for event in found]
