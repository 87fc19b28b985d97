"""Lines that a program broke are joined; lines that a person wrote as such stay."""

from __future__ import annotations

import pytest

from store.intake.text import unwrap

PROSE = """The army withdrew from the northern suburb of the old town
after the council had asked it to leave all of the schools
in the quarter."""


def test_prose_of_one_width_is_joined() -> None:
    assert "\n" not in unwrap.wrapped(PROSE)


@pytest.mark.parametrize(
    "text",
    [
        PROSE.replace("after", "After").replace("in the", "In the"),
        PROSE.replace("after the", "5 May: the").replace("in the", "6 May: in the"),
        "\n".join(line[:40] for line in PROSE.split("\n")),
        PROSE.split("\nin")[0],
        "\n".join(
            f"{line} and so it went on for very many more words than any program would have left"
            for line in PROSE.split("\n")
        ),
    ],
    ids=["capitals", "entries", "narrow", "two lines", "wide"],
)
def test_all_else_stays(text: str) -> None:
    assert unwrap.wrapped(text) == text


@pytest.mark.parametrize(
    "text, said",
    [
        ("توفي أحد الجرحى اليوم\nفي المشفى الوطني", "توفي أحد الجرحى اليوم في المشفى الوطني"),
        ("Four were hurt today in a fire\nat the clinic", "Four were hurt today in a fire at the clinic"),
        ("توفي أحد الجرحى اليوم.\nفي المشفى الوطني", ""),
        ("أغلق الجيش الطريق اليوم\nفي حلب قتل رجلان في حريق", ""),
        ("عاجل اليوم\nفي المشفى الوطني", ""),
        ("Four were hurt today in a fire\nThe clinic is closed", ""),
    ],
)
def test_a_line_of_a_message_goes_on_with_the_one_above_or_not(text: str, said: str) -> None:
    assert unwrap.post(text) == (said or text)
