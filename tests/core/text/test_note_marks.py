"""Figures of notes that a program glued to words."""

from __future__ import annotations

import pytest

from timeline_core.text.note_marks import notes, with_raised_marks

PAGE = [
    "Raiders left the village of Nabaa1 at dawn.2 They came back3, 4 later.",
    "1 Interview with a guard, May 2021",
    "2. Letter of the mayor",
    "continued on this line",
    "3 The same",
    "4 Police report",
]


def test_marks_and_heads_of_notes_are_raised() -> None:
    assert with_raised_marks(PAGE) == [
        "Raiders left the village of Nabaa¹ at dawn.² They came back³, ⁴ later.",
        "¹ Interview with a guard, May 2021",
        "². Letter of the mayor",
        "continued on this line",
        "³ The same",
        "⁴ Police report",
    ]
    assert notes(PAGE) == [1, 2, 4, 5]


def test_arabic_figures_are_figures() -> None:
    assert with_raised_marks(["غادر الغزاة القرية١ فجرا.", "١ مقابلة مع حارس"]) == [
        "غادر الغزاة القرية¹ فجرا.",
        "¹ مقابلة مع حارس",
    ]


@pytest.mark.parametrize(
    "page",
    [
        ["The committee met in Room5 on Monday.", "1 First item", "2 Second item"],
        ["The vaccine of Covid19 came.", "19 people were there"],
        ["Nothing is marked here.", "1 Interview with a guard"],
        ["The road M5 is closed.", "5 March was quiet"],
        [],
    ],
    ids=["other numbers", "a word with its figures", "no mark", "short words", "nothing"],
)
def test_what_is_no_list_of_notes_stays(page: list[str]) -> None:
    assert with_raised_marks(page) == page
