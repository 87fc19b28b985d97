"""Languages without data of their own."""

from __future__ import annotations

import pytest

from timeline_core.model.expression import Origin
from timeline_core.model.when import When
from timeline_core.temporal import fallback

TEXT = "Le 10 février 2023, l'armée a annoncé hier que 43 soldats sont morts."


def test_dates_of_other_languages_are_found_but_not_sure() -> None:
    found = fallback.expressions(TEXT, "fr", When("2023-02-15"), Origin.PUBLISHED)
    assert [one.when and one.when.edtf for one in found] == ["2023-02-10", "2023-02-14"]
    assert not any(one.sure for one in found)
    assert all(one.text == one.span.of(TEXT) for one in found)


def test_without_a_day_only_what_stands_on_its_own_is_given() -> None:
    found = fallback.expressions(TEXT, "fr", None, Origin.NONE)
    assert [one.when and one.when.edtf for one in found] == ["2023-02-10"]


def test_a_language_that_nobody_knows_gives_nothing() -> None:
    assert fallback.expressions(TEXT, "xx", None, Origin.NONE) == ()


@pytest.mark.parametrize(
    "text, code",
    [
        ("Beim Angriff starben sieben, sagte die Polizei.", "de"),
        ("Le raid a tué sept civils dans le village.", "fr"),
        ("Festival 5-8 Ocak 2022 tarihinde yapıldı.", "tr"),
        ("В 2021 году начались работы.", "ru"),
    ],
)
def test_what_is_as_likely_no_date_is_left_out(text: str, code: str) -> None:
    found = fallback.expressions(text, code, When("2023-02-15"), Origin.PUBLISHED)
    assert [one.text for one in found if one.when is None or one.when.edtf != "2021"] == []


@pytest.mark.parametrize(
    "text, code, day",
    [
        ("Am 4.3.2022 begann der Bau.", "de", "2022-03-04"),
        ("13.03.2022", "de", "2022-03-13"),
        ("2022-03-04", "it", "2022-03-04"),
        ("2022/3/4", "ja", "2022-03-04"),
    ],
)
def test_figures_are_read_in_the_order_of_their_language(text: str, code: str, day: str) -> None:
    [found] = fallback.expressions(text, code, When("2023-02-15"), Origin.PUBLISHED)
    assert found.when == When(day)


@pytest.mark.parametrize("text", ["12.3.23", "Am 12.3.23 begann der Bau.", "Preis: 5.3", "20230215", "1.200.000"])
def test_figures_without_a_whole_year_are_no_date(text: str) -> None:
    assert fallback.expressions(text, "de", When("2023-02-15"), Origin.PUBLISHED) == ()


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [("Elle est partie hier.", "fr", True), ("Sie starben, die Polizei kam.", "de", False)],
)
def test_a_hit_has_four_letters_and_figures_at_least(text: str, code: str, *, found: bool) -> None:
    assert bool(fallback.expressions(text, code, When("2023-02-15"), Origin.PUBLISHED)) is found


@pytest.mark.parametrize(("year", "found"), [("1000", True), ("0999", False)])
def test_years_are_read_from_1000_on(year: str, *, found: bool) -> None:
    text = f"Le 10 février {year}, le roi est mort."
    assert bool(fallback.expressions(text, "fr", When("2023-02-15"), Origin.PUBLISHED)) is found
