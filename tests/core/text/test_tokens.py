"""Words and clitics with their places."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline_core.text.fold import fold
from timeline_core.text.tokens import Clitics, is_narrow, tokens

ARABIC = Clitics((("و", "ف"), ("ب", "ل", "ك")), "ال", (("لل", "ل"),))
KNOWN = {"الشهر", "الربع", "وقت", "شباط", "ال"}


@pytest.mark.parametrize(
    "text, words",
    [
        ("في 10 من شباط", ["في", "10", "من", "شباط"]),
        ("الـ16", ["الـ", "16"]),
        ("2015م،", ["2015", "م", "،"]),
        ("2,023.33 نقطة", ["2,023.33", "نقطة"]),
        ("22/07/2015", ["22", "/", "07", "/", "2015"]),
        ("شَهْر", ["شَهْر"]),
        ("ا\u0655دلب", ["ا\u0655دلب"]),
        ("fe\u0301vrier", ["fe\u0301vrier"]),
        ("Feb. 10th", ["Feb", ".", "10", "th"]),
        ("", []),
    ],
)
def test_words_numbers_and_marks_are_cut(text: str, words: list[str]) -> None:
    assert list(tokens(text).words) == words


@given(st.text())
def test_every_token_stands_where_it_says(text: str) -> None:
    said = tokens(text)
    for word, start in zip(said.words, said.starts, strict=False):
        assert _dashed(text[start : start + len(word)]) == _dashed(word)


@given(st.text())
def test_gaps_and_words_together_are_the_text(text: str) -> None:
    said = tokens(text)
    joined = "".join(gap + word for gap, word in zip(said.gaps, [*said.words, ""], strict=True))
    assert _dashed(joined) == _dashed(text)


def _dashed(text: str) -> str:
    """A tatweel that stands alone is read as the dash that it is written for."""
    return text.replace("ـ", "-")


@pytest.mark.parametrize(
    "word, parts",
    [
        ("وبالشهر", [("و", 0, 1), ("ب", 1, 2), ("الشهر", 2, 7)]),
        ("للربع", [("ل", 0, 1), ("الربع", 1, 5)]),
        ("وللربع", [("و", 0, 1), ("ل", 1, 2), ("الربع", 2, 6)]),
        ("وَبِشُباط", [("و", 0, 2), ("ب", 2, 4), ("شباط", 4, 9)]),
        ("بـشباط", [("ب", 0, 2), ("شباط", 2, 6)]),
        ("وقت", [("وقت", 0, 3)]),
        ("وزير", []),
        ("و", []),
    ],
)
def test_clitics_are_cut_where_the_rest_is_known(word: str, parts: list[tuple[str, int, int]]) -> None:
    assert list(ARABIC.split(word, KNOWN)) == parts


@given(st.text(alphabet="وفبلكال شباطهرعمَُِّـ", min_size=1, max_size=12))
@example("وَبِشُباط")
def test_the_parts_of_a_word_lie_side_by_side(word: str) -> None:
    parts = ARABIC.split(word, KNOWN)
    if parts:
        assert [parts[0][1], parts[-1][2]] == [0, len(word)]
        assert all(before[2] == after[1] for before, after in pairwise(parts))
        assert all(fold(word[start:end]) in (part, part.removeprefix("ا")) for part, start, end in parts)


@pytest.mark.parametrize(
    "gap, narrow",
    [("", True), (" ", True), ("\u00a0 ", True), ("\u200f ", True), ("\n", False), ("_", False), (" " * 99, False)],
)
def test_blanks_on_one_line_join_words(gap: str, narrow: bool) -> None:
    assert is_narrow(gap) is narrow


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("on 4 May 2018.13 They", "2018"),
        ("May 4, 2018.2", "2018"),
        ("it cost 2018.13 in all", "2018.13"),
        ("of 4 litres 2018.1350", "2018.1350"),
    ],
)
def test_a_year_behind_a_day_has_no_decimals(text: str, number: str) -> None:
    assert next(word for word in tokens(text).words if word.startswith("2018")) == number
