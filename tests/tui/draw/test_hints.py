"""The keys of a sheet: each stands on one line with what it does."""

import pytest

from tui.draw.keys import hints

ACTORS = "F2 rename   F7 add a name   F3 merge   F8 part again   F4 hide   F5 another person here"
_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2069"))


def shown(width: int) -> list[str]:
    return ["".join(run[0] for run in line).translate(_ISOLATES).rstrip() for line in hints(ACTORS, width, mode="off")]


@pytest.mark.parametrize("width", [24, 40, 64, 66, 70, 200])
def test_a_key_and_its_words_stay_on_one_line(width: int) -> None:
    found = [hint for line in shown(width) for hint in line.split("   ")]
    assert found == ACTORS.split("   ")
    assert all(len(line) <= width for line in shown(width))


def test_words_that_are_wider_than_the_sheet_go_on_below() -> None:
    assert len(shown(12)) > len(ACTORS.split("   "))
