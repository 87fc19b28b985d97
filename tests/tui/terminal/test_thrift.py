"""What is sent to the terminal: the same picture in fewer bytes."""

import re
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from textual.strip import Strip

from tests.tui.screen import press, reading
from tui.app.app import WaqaiApp
from tui.terminal.thrift import shorter
from tui.widgets import drawn

MOVE = "\x1b[3;54H"
Cell = tuple[str, frozenset[str], str, str]
CODES = st.sampled_from(
    ["0", "", "1", "4;38;5;12", "38;5;251;48;5;16", "1;38;2;1;2;3;48;2;21;24;29", "31", "97;41", "39", "49", "7", "0;2"]
)
PIECES = st.lists(st.one_of(CODES.map(lambda codes: f"\x1b[{codes}m"), st.sampled_from(["سلام", " ", MOVE, "\x1b[K"])))


def played(data: str) -> list[Cell]:
    """What a terminal shows: each letter and each command with the look that is in force."""
    marks: frozenset[str] = frozenset()
    ink, ground = "39", "49"
    shown: list[Cell] = []
    for piece in re.findall("\x1b\\[[0-9;?]*[a-zA-Z]|[^\x1b]", data):
        if not piece.endswith("m") or piece == "m":
            look = (frozenset[str](), "", "") if piece.endswith("H") else (marks, ink, ground)
            shown.append((piece, *look))
            continue
        codes = piece[2:-1].split(";")
        while codes:
            code = codes.pop(0)
            if code in ("38", "48"):
                code = ";".join([code, *(codes.pop(0) for _ in range(2 if codes[0] == "5" else 4))])
            if code in ("", "0"):
                marks, ink, ground = frozenset(), "39", "49"
            elif code[0] in "39" and len(code) > 1:
                ink = code
            elif code[0] == "4" and len(code) > 1:
                ground = code
            else:
                marks |= {code}
    return shown


@given(PIECES)
def test_the_picture_is_the_same_and_the_style_is_given_back(pieces: list[str]) -> None:
    data = f"{''.join(pieces)}\x1b[0m"
    assert played(shorter(data)) == played(data)
    assert played(f"{shorter(data)}x") == played(f"{data}x")
    assert len(shorter(data)) <= len(data) + 4


def test_a_style_that_goes_on_is_told_once() -> None:
    look, other = "38;5;251;48;5;16", "38;5;244;48;5;16"
    data = f"\x1b[{look}mone\x1b[0m\x1b[{look}mtwo\x1b[0m\x1b[{other}mthree\x1b[0m"
    assert shorter(data) == f"\x1b[{look}monetwo\x1b[38;5;244mthree\x1b[0m"


def test_a_mark_that_ends_is_taken_back() -> None:
    assert shorter("\x1b[1;31ma\x1b[0m\x1b[31mb\x1b[0m") == "\x1b[1;31ma\x1b[0;31mb\x1b[0m"


def test_a_move_that_is_left_at_once_is_not_made_and_the_last_one_is() -> None:
    assert shorter(f"a{MOVE}\r\n\x1b[4;1Hb{MOVE}\r\n") == f"a\x1b[4;1Hb{MOVE}\r\n"


@pytest.mark.parametrize("data", ["\x1b[58;5;1mx\x1b[0m", "\x1b[38;5mx", "\x1b[38;7;1mx", "\x1b[?25h", "plain", ""])
def test_what_is_not_known_is_left_alone(data: str) -> None:
    assert shorter(data) == data


RED = Style.parse("red on black")
GREEN = Style.parse("green on black")
LINED = Style.parse("underline green on black")


@pytest.mark.parametrize(
    ("runs", "pieces"),
    [
        ([("a", RED), ("b", RED)], ["ab"]),
        ([("a", RED), ("  ", GREEN), ("b", RED)], ["a  b"]),
        ([(" ", RED), ("b", GREEN)], [" b"]),
        ([("a", RED), (" ", LINED), ("b", GREEN)], ["a", " ", "b"]),
        ([("a", RED), ("", GREEN), ("b", RED)], ["ab"]),
        ([("a", RED), (" ", Style.parse("on white"))], ["a", " "]),
    ],
)
def test_cells_that_look_the_same_are_one_piece(runs: list[tuple[str, Style]], pieces: list[str]) -> None:
    found = drawn.merged(runs)
    assert [segment.text for segment in found] == pieces
    seen = reduce(
        lambda cells, run: [*cells, *((letter, run[1]) for letter in run[0])], runs, list[tuple[str, Style]]()
    )
    now = [(letter, segment.style) for segment in found for letter in segment.text]
    assert [a for a, b in zip(seen, now, strict=True) if a != b and not a[0].isspace()] == []


@pytest.mark.painted
async def test_a_key_that_changes_nothing_at_the_edges_draws_nothing_there(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        again: list[str] = []
        for name in ("top", "foot"):
            edge = app.query_one(f"#{name}", drawn.Bar)
            edge.render_line = lambda y, edge=edge: again.append(edge.id or "") or Strip.blank(y)  # type: ignore[func-returns-value, method-assign, misc]
        await press(pilot, "j")
        assert again == []
        await press(pilot, "1")
        assert set(again) == {"top", "foot"}
