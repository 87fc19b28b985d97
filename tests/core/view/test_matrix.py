"""Counts by two fields: each event once a cell, nobody with himself, and what has no value is told."""

from __future__ import annotations

from tests.core.words import report, timeline
from timeline_core.view.matrix import Field, matrix

TOLD = timeline(
    report("On 3 May 2023 Israel bombed a depot in Aleppo. On 9 May 2023 Israel bombed a base in Idlib.", id="one"),
    report("On 4 June 2023 Turkey shelled the SDF in Aleppo. In 2023 Turkey shelled a farm.", id="two"),
)
EVENTS = (*TOLD.events, *TOLD.undated)


def test_actors_by_month() -> None:
    found = matrix(EVENTS, Field.ACTOR, Field.MONTH)
    assert found.columns == ("2023-05", "2023-06")
    assert found.counts["israel", "2023-05"] == 2
    assert found.counts["turkey", "2023-06"] == 1
    assert ("turkey", "2023-05") not in found.counts
    assert found.totals["israel"] == 2
    assert found.rows[0] == "israel"
    assert found.left_out == 1


def test_a_year_holds_what_has_no_month() -> None:
    found = matrix(EVENTS, Field.ACTOR, Field.YEAR)
    assert found.counts["turkey", "2023"] == 2
    assert found.left_out == 0


def test_nobody_stands_with_himself() -> None:
    found = matrix(EVENTS, Field.ACTOR, Field.ACTOR)
    assert set(found.counts) == {("turkey", "sdf"), ("sdf", "turkey")}
    assert found.left_out == len(EVENTS) - 1


def test_roles_and_places() -> None:
    assert matrix(EVENTS, Field.AGENT, Field.PLACE).counts["israel", "aleppo"] == 1
    assert set(matrix(EVENTS, Field.PATIENT, Field.KIND).rows) == {"sdf"}


def test_a_town_counts_in_its_country_too_as_the_filter_has_it() -> None:
    found = matrix(EVENTS, Field.PLACE, Field.MONTH, TOLD.names.around)
    assert (found.counts["syria", "2023-05"], found.counts["aleppo", "2023-05"]) == (2, 1)
    assert "syria" not in matrix(EVENTS, Field.PLACE, Field.MONTH).rows


def test_groups_without_a_name_stand_behind_all_that_are_somebody() -> None:
    told = timeline(
        report("On 3 May 2023 gunmen attacked Turkey. On 9 May 2023 gunmen attacked a mill.", id="one"),
    )
    assert matrix(told.events, Field.ACTOR, Field.MONTH).rows == ("some:militants", "turkey")
    found = matrix(told.events, Field.ACTOR, Field.MONTH, unnamed=told.names.is_unnamed)
    assert (found.rows, found.totals["some:militants"]) == (("turkey", "some:militants"), 2)
