"""The end of the week is that of the state of the outlet, or of the dateline; 17 May 2023 is a Wednesday."""

from __future__ import annotations

import pytest

from seeds.load import knowledge, rest_days
from timeline_core.errors import LanguageError
from timeline_core.events.accounts import expressions
from timeline_core.events.cross_dating import dated
from timeline_core.model.report import Report
from timeline_core.model.when import When
from timeline_core.temporal.rest_days import load


def values(text: str, published: str, publisher: str = "") -> list[str | None]:
    report = Report(id="r", text=text, published=When(published), publisher=publisher, sha256="0" * 64)
    [one] = dated([report], knowledge())
    return [found.when.edtf if found.when else None for found in expressions(one, knowledge())]


@pytest.mark.parametrize(
    "text, published, publisher, value",
    [
        ("تظاهروا نهاية الأسبوع الماضي.", "2023-05-17", "سبق", "2023-05-12/2023-05-13"),
        ("تظاهروا نهاية الأسبوع الماضي.", "2023-05-17", "هسبريس", "2023-05-13/2023-05-14"),
        ("تظاهروا نهاية الأسبوع الماضي.", "2023-05-17", "Enab Baladi", "2023-05-12/2023-05-13"),
        ("تظاهروا نهاية الأسبوع الماضي.", "2011-05-18", "سبق", "2011-05-12/2011-05-13"),
        ("تظاهروا نهاية الأسبوع الماضي.", "2021-05-19", "البيان", "2021-05-14/2021-05-15"),
        ("تظاهروا نهاية الأسبوع الماضي.", "2023-05-17", "البيان", "2023-05-13/2023-05-14"),
        ("تظاهروا نهاية الأسبوع الماضي.", "2023-05-14", "سبق", "2023-05-12/2023-05-13"),
        ("They marched last weekend.", "2023-05-17", "Ahram Online", "2023-05-12/2023-05-13"),
        ("They marched last weekend.", "2023-05-17", "A paper", "2023-05-13/2023-05-14"),
    ],
)
def test_the_weekend_is_that_of_the_state_of_the_outlet(text: str, published: str, publisher: str, value: str) -> None:
    assert values(text, published, publisher) == [value]


def test_where_the_outlet_is_not_known_the_dateline_tells_it() -> None:
    for city, value in (("بيروت", "2023-05-13/2023-05-14"), ("بغداد", "2023-05-12/2023-05-13")):
        text = f"{city}، 17 أيار 2023 (أ ف ب) - تظاهروا نهاية الأسبوع الماضي."
        assert values(text, "2023-05-17")[-1] == value


def test_a_dateline_moves_no_weekend_that_the_language_itself_settles() -> None:
    text = "CAIRO, May 17, 2023 (AP) — They marched last weekend."
    assert values(text, "2023-05-17")[-1] == "2023-05-13/2023-05-14"


def test_where_nothing_tells_the_state_the_weekend_holds_those_of_all() -> None:
    assert values("تظاهروا نهاية الأسبوع الماضي.", "2023-05-17") == ["2023-05-12/2023-05-14"]


@pytest.mark.parametrize(
    "table",
    [{"days": {"x": [4]}}, {"days": {"x": ["4", "5"]}}, {"days": {}, "until": {"y": [2012, 3, 4]}}, {"outlets": 3}],
)
def test_a_broken_table_is_refused(table: dict[str, object]) -> None:
    with pytest.raises(LanguageError, match=r"weekends\.toml"):
        load(table)


def test_every_state_of_the_table_is_one_that_the_gazetteer_knows() -> None:
    assert [state for state in rest_days().days if state not in knowledge().gazetteer] == []
