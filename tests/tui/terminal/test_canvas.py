"""A terminal shows the same whether it is sent all or only what differs."""

import re

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.terminal.canvas import Canvas

WIDTH, HEIGHT = 24, 4
COMMAND = re.compile("\x1b\\[([0-9;?]*)([a-zA-Z])|([^\x1b])", re.DOTALL)
LOOKS = ["0", "1", "38;5;251;48;5;16", "1;38;2;1;2;3;48;2;21;24;29", "4;31", "97;41", "7"]
TEXTS = ["سلام", "a b", "  ", "      ", "مُدِنٌ", "城市", "٣", "x", "e\u0301", "\u200fab", "\xa0c"]


class Shown:
    """A small terminal: what stands in each cell, with the codes that are in force there."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], tuple[str, frozenset[str]]] = {}
        self.row = self.column = 1
        self.codes: dict[str, str] = {}

    def play(self, data: str) -> "Shown":
        for numbers, command, letter in COMMAND.findall(data):
            if command == "H":
                self.row, self.column = map(int, numbers.split(";"))
            elif command == "C":
                self.column += int(numbers)
            elif command == "J":
                self.cells.clear()
            elif command == "m":
                self._look(numbers.split(";"))
            elif letter and letter not in "\r\n":
                self._set(letter)
        return self

    def _set(self, letter: str) -> None:
        width = cell_len(letter)
        if not width:
            before, codes = self.cells.get((self.row, self.column - 1), ("", frozenset()))
            self.cells[self.row, self.column - 1] = (before + letter, codes)
            return
        seen = self.codes
        if letter == " " and not {"4", "7"} & set(seen):
            seen = {slot: code for slot, code in seen.items() if slot == "ground"}
        self.cells[self.row, self.column] = (letter, frozenset(seen.values()))
        for at in range(1, width):
            self.cells[self.row, self.column + at] = ("", frozenset())
        self.column += width

    def _look(self, codes: list[str]) -> None:
        while codes:
            code = codes.pop(0)
            if code in ("38", "48"):
                code = ";".join([code, *(codes.pop(0) for _ in range(2 if codes[0] == "5" else 4))])
            if code in ("", "0"):
                self.codes = {}
            elif len(code) > 1:
                self.codes["ground" if code[0] == "4" else "ink"] = code
            else:
                self.codes[code] = code
        self.codes = {slot: code for slot, code in self.codes.items() if code not in ("39", "49")}


def frame(pieces: list[tuple[int, int, list[tuple[str, str]]]]) -> str:
    """One picture as Textual sends it: each piece with its place, each text with its look; the cursor goes home."""
    sent = [
        f"\x1b[{row};{column}H" + "".join(f"\x1b[{look}m{text}\x1b[0m" for look, text in texts) + "\n"
        for row, column, texts in pieces
    ]
    return "".join([*sent, "\x1b[1;1H"])


PIECE = st.tuples(
    st.integers(1, HEIGHT),
    st.integers(1, WIDTH),
    st.lists(st.tuples(st.sampled_from(LOOKS), st.sampled_from(TEXTS)), max_size=4),
)
FRAMES = st.lists(
    st.one_of(st.lists(PIECE, max_size=5).map(frame), st.just("\x1b[?25h"), st.just("\x1b[2J")), max_size=6
)


@given(FRAMES)
@example([frame([(1, 1, [("0", "城市")])]), frame([(1, 2, [("0", "x")])]), frame([(1, 1, [("0", "城市")])])])
def test_the_terminal_shows_the_same(frames: list[str]) -> None:
    whole, sparing, canvas = Shown(), Shown(), Canvas()
    for data in frames:
        whole.play(data)
        sparing.play(canvas.differing(data))
        assert sparing.cells == whole.cells
        assert sparing.codes == {}
        assert (sparing.row, sparing.column) == (whole.row, whole.column)


def test_only_what_differs_is_sent() -> None:
    canvas = Canvas()
    one = frame([(2, 3, [("38;5;251", "the tenth of February")]), (3, 3, [("1", "raid")])])
    canvas.differing(one)
    assert canvas.differing(one) == "\x1b[1;1H"
    other = one.replace("tenth", "ninth")
    assert canvas.differing(other) == "\x1b[2;7H\x1b[38;5;251mni\x1b[0m\x1b[1;1H"


def test_what_stands_near_is_sent_along_and_what_stands_far_is_stepped_over() -> None:
    canvas = Canvas()
    canvas.differing(frame([(1, 1, [("0", "ab....cd..........ef")])]))
    assert canvas.differing(frame([(1, 1, [("0", "Ab....Cd..........eF")])])) == "\x1b[1;1HAb....C\x1b[12CF\x1b[1;1H"


def test_a_line_with_letters_of_another_width_is_sent_whole() -> None:
    canvas = Canvas()
    marked = frame([(1, 1, [("0", "مُدن وقرى")])])
    assert canvas.differing(marked) == canvas.differing(marked)


def test_all_is_sent_anew_once_forgotten() -> None:
    canvas = Canvas()
    one = frame([(1, 1, [("0", "village")])])
    first = canvas.differing(one)
    canvas.forget()
    assert canvas.differing(one) == first


def test_what_it_cannot_follow_is_sent_and_all_after_it_anew() -> None:
    canvas = Canvas()
    one = frame([(1, 1, [("0", "village")])])
    first = canvas.differing(one)
    for strange in ("\x1b[2J", "\x1b]0;title\x07", "\x1b[1;1H\x1b[58;5;1mx\x1b[0m\x1b[1;1H", "plain", "\x1b[?1049h"):
        assert canvas.differing(strange) == strange
        assert canvas.differing(one) == first, strange
    assert canvas.differing("\x1b[?2026h") == "\x1b[?2026h"
    assert canvas.differing(one) == "\x1b[1;1H"
