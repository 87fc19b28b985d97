"""How a word of another language looks in the letters of this one."""

from __future__ import annotations

import pytest

from seeds.foreign_letters import letters
from timeline_core.names.foreign.letters import Letters, trigrams, weights
from timeline_core.text.fold import fold


@pytest.mark.parametrize("word", ["كفيورد", "ستيفنسون", "ساندياتا", "بينينغ", "ميتشكوف", "سونج", "فولكسفاغن"])
def test_a_foreign_name_is_told_by_its_letters(word: str) -> None:
    assert letters().foreign(fold(word))


@pytest.mark.parametrize("word", ["محفوظ", "متفحمة", "خنادق", "يتسق", "تعالى", "ضحوكا", "روضوا", "لقصف", "سطوع"])
def test_a_word_of_the_language_is_none_though_no_list_has_it(word: str) -> None:
    assert not letters().foreign(fold(word))


@pytest.mark.parametrize(("weight", "foreign"), [("4", True), ("3", False)])
def test_a_word_is_foreign_from_twelve_quarters_on(weight: str, *, foreign: bool) -> None:
    three = Letters(lambda: {weight: ["^ab", "abc", "bc$"]})
    assert three.foreign("abc") is foreign


@pytest.mark.parametrize(("times", "counted"), [(4, True), (3, False)])
def test_three_letters_count_where_four_words_have_them(times: int, *, counted: bool) -> None:
    assert ("^ab" in weights([f"ab{n}" for n in range(times)], ["xyz"])) is counted


def test_what_more_foreign_names_have_weighs_more() -> None:
    found = weights(["abcd"] * 8, ["xbcd"] * 8)
    assert found["^ab"] > 0 > found["^xb"]
    assert "bcd" not in found


def test_no_letters_are_foreign_without_a_table() -> None:
    assert not Letters().foreign("abc")
    assert trigrams("ab") == ["^ab", "ab$"]
