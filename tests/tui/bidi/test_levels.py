"""Which way each character runs."""

import random

import pytest
from bidi import get_display
from hypothesis import given, settings

from tests.tui.bidi.samples import LETTERS, texts
from tui.bidi.brackets import CLOSES, MIRRORS, pairs_of
from tui.bidi.classes import CLASSES, class_of
from tui.bidi.levels import resolve, visual_order

FSI, RLI, PDI, RLE, PDF = "\u2068", "\u2067", "\u2069", "\u202b", "\u202c"


@pytest.mark.parametrize(
    "text, base",
    [
        ("سوريا Syria", 1),
        ("Syria سوريا", 0),
        ("12 قتيلا", 1),
        ("١٢", 0),
        ("", 0),
        (f"{FSI}سوريا{PDI} is", 0),
        (f"{RLI}ab", 0),
        (f"{FSI}ab{PDI}{PDI} سوريا", 1),
        ("\u2029سوريا", 0),
    ],
)
def test_the_first_strong_letter_outside_isolates_gives_the_base(text: str, base: int) -> None:
    assert resolve(text).base == base


@pytest.mark.parametrize("fallback", [0, 1])
def test_a_text_without_strong_letters_takes_the_fallback(fallback: int) -> None:
    assert resolve("12/03", fallback=fallback).base == fallback
    assert resolve("abc", fallback=fallback).base == 0


def test_a_base_that_is_given_stands() -> None:
    assert resolve("سوريا", 0).base == 0
    assert resolve("abc", 1).levels == [2, 2, 2]


def test_brackets_after_an_isolate_follow_the_paragraph() -> None:
    """Where the crate behind python-bidi gives level 0."""
    text = f"Report تقرير {FSI}رويترز{PDI} (خبر)"
    found = resolve(text)
    assert [found.levels[text.index(bracket)] for bracket in "()"] == [1, 1]


def test_a_separator_inside_ends_the_embedding_and_not_the_text() -> None:
    assert resolve(f"a{RLE}b\u2029c", 0).levels == [0, 0, 2, 0, 0]


def test_levels_stop_at_the_depth_of_the_standard() -> None:
    assert max(resolve(RLE * 200 + "ا" + PDF * 200, 0).levels) == 125
    assert max(resolve(RLI * 200 + "ا", 0).levels) == 125


def test_white_space_at_the_end_and_before_a_tab_has_the_level_of_the_paragraph() -> None:
    assert resolve("ab اب \tاب  ", 0).levels == [0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0]


@pytest.mark.parametrize(
    "code, letter",
    [
        (0x05FF, "R"),
        (0x1ECFF, "R"),
        (0x1EE04, "A"),
        (0x20CF, "T"),
        (0xFFFE, "0"),
        (0xE0FFF, "0"),
        (0xFDD0, "0"),
        (0x1EFFF, "R"),
        (0x0378, "L"),
    ],
)
def test_a_code_point_of_no_character_yet_has_the_class_of_its_block(code: int, letter: str) -> None:
    assert class_of(code) == letter


def test_each_of_the_64_bracket_pairs_is_one_pair_and_mirrors() -> None:
    assert len(CLOSES) == 64
    assert all(pairs_of(a + b, "OO") == [(0, 1)] for a, b in CLOSES.items())
    assert [pair for pair in CLOSES.items() if MIRRORS[pair[0]] not in (pair[1], "\u232a")] == []


def test_a_mirrored_character_is_the_mirror_of_its_mirror() -> None:
    assert len(MIRRORS) == 428
    assert [char for char, other in MIRRORS.items() if MIRRORS[other] != char] == []


def test_python_bidi_draws_random_strings_in_the_same_order() -> None:
    """Without brackets, mirrored characters and marks, in which that library is known to differ."""
    rng = random.Random(7)
    alphabet = LETTERS + "אבגabcXYZ   123٤٥٦,.-+%$/:!؟،\u200e\u200f" + RLI + FSI + PDI
    for _ in range(3_000):
        text = "".join(rng.choices(alphabet, k=rng.randrange(1, 40)))
        base = rng.choice([0, 1])
        drawn = "".join(text[place] for place in visual_order(resolve(text, base).levels))
        assert drawn == get_display(text, base_dir="LR"[base])


@settings(max_examples=150, deadline=None)
@given(texts)
def test_any_text_has_one_level_per_code_point_and_an_order_of_all_of_them(text: str) -> None:
    found = resolve(text)
    assert len(found.levels) == len(text) == len(text.translate(CLASSES))
    assert sorted(visual_order(found.levels)) == list(range(len(text)))
    assert all(found.base <= level <= 127 for level in found.levels)
