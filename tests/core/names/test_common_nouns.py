"""Nouns that everybody uses, so that they are told from names."""

from __future__ import annotations

from pathlib import Path

import pytest

import seeds
from seeds.load import nouns
from timeline_core.names.common_nouns import CommonNouns
from timeline_core.text.fold import fold


@pytest.mark.parametrize("word", ["مجال", "المجالات", "وحركتهم", "للقوانين", "علماء", "سياحية", "مناطق"])
def test_a_noun_is_known_with_what_is_glued_to_it(word: str) -> None:
    assert nouns("ar").holds(fold(word))


@pytest.mark.parametrize("word", ["ميسي", "كالديرون", "بلير", "شيراك", "القحطاني", "سولانا"])
def test_a_name_is_no_noun(word: str) -> None:
    assert not nouns("ar").holds(fold(word))


@pytest.mark.parametrize(("word", "known"), [("بصيفي", True), ("ببئر", False)])
def test_a_noun_behind_a_glued_particle_has_four_letters_at_least(word: str, *, known: bool) -> None:
    assert nouns("ar").holds(fold(word)) is known


@pytest.mark.parametrize(("word", "known"), [("بئرهم", True), ("حركتهم", True), ("قرطهم", False)])
def test_a_noun_is_known_before_a_pronoun(word: str, *, known: bool) -> None:
    assert nouns("ar").holds(fold(word)) is known


@pytest.mark.parametrize(("word", "known"), [("صيفيون", True), ("ديرون", False)])
def test_a_noun_before_the_ending_of_a_plural_has_four_letters_at_least(word: str, *, known: bool) -> None:
    assert nouns("ar").holds(fold(word)) is known


def test_a_language_without_a_list_has_none() -> None:
    assert not nouns("en").listed
    assert not CommonNouns().holds("house")


def test_no_noun_is_listed_twice() -> None:
    listed = nouns("ar").listed
    words = (Path(seeds.__file__).parent / "lexicon" / "ar.nouns.txt").read_text("utf-8").split()
    assert len(words) == len({fold(word) for word in words}) == len(listed)
