"""Typing in any direction: the value is logical, the caret goes where the eye goes."""

import pytest
from textual.app import App, ComposeResult

from tests.tui.screen import press
from tui.widgets.bidi_input import BidiInput

WIDTH = 20


class Typing(App[None]):
    """A single line to type in."""

    CSS = f"BidiInput {{ width: {WIDTH}; height: 1; border: none; padding: 0; }}"

    def compose(self) -> ComposeResult:
        yield BidiInput()

    @property
    def field(self) -> BidiInput:
        return self.query_one(BidiInput)

    @property
    def drawn(self) -> str:
        return self.field.render_line(0).text

    @property
    def caret(self) -> int:
        return self.field._cursor_offset


async def test_arabic_is_typed_from_the_right_and_its_letters_join() -> None:
    async with (app := Typing()).run_test() as pilot:
        await press(pilot, *"سلام")
        assert app.field.value == "سلام"
        assert app.drawn.strip() == "\ufee1\ufefc\ufeb3"
        assert app.drawn.endswith("\ufeb3")
        assert app.caret == WIDTH - 4


async def test_right_steps_over_letters_as_they_are_seen_and_an_alef_in_its_lam_is_one() -> None:
    async with (app := Typing()).run_test() as pilot:
        await press(pilot, *"سلام")
        places = []
        for key in ("right", "right", "right", "right", "left"):
            await press(pilot, key)
            places.append(app.field.cursor_position)
        assert places == [3, 1, 0, 0, 1]


async def test_the_caret_never_turns_while_left_is_held() -> None:
    async with (app := Typing()).run_test() as pilot:
        await press(pilot, *"سلام abc 12", "home")
        cells = [app.caret]
        for _ in range(12):
            await press(pilot, "left")
            cells.append(app.caret)
        assert cells == sorted(cells, reverse=True)
        assert app.field.cursor_position == len(app.field.value)


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ((*"سلام", "backspace"), "سلا"),
        ((*"سلام", "home", "delete"), "لام"),
        ((*"سلام", "right", "ك"), "سلاكم"),
        ((*"abc", "left", "left", "ع"), "aعbc"),
        ((*"سلام", "shift+right", "ن"), "سلان"),
    ],
    ids=["backspace", "delete", "insert", "into latin", "over a selection"],
)
async def test_changes_are_made_where_the_caret_stands(keys: tuple[str, ...], value: str) -> None:
    async with (app := Typing()).run_test() as pilot:
        await press(pilot, *keys)
        assert app.field.value == value


@pytest.mark.parametrize("text", ["قال المتحدث باسم التحالف إن عدد", "the spokesman of the coalition said"])
async def test_a_line_longer_than_its_place_shows_the_caret_at_both_ends(text: str) -> None:
    async with (app := Typing()).run_test() as pilot:
        app.field.value = text
        for key in ("end", "home"):
            await press(pilot, key)
            assert 0 <= app.caret < WIDTH
            assert len(app.drawn) >= WIDTH
        assert app.field.cursor_position == 0


async def test_a_click_puts_the_caret_on_the_letter_that_is_seen_there() -> None:
    async with (app := Typing()).run_test() as pilot:
        app.field.value = "سلام"
        await pilot.click(BidiInput, offset=(WIDTH - 1, 0))
        assert app.field.cursor_position == 0


async def test_controls_that_are_pasted_are_not_sent_to_the_terminal() -> None:
    async with (app := Typing()).run_test() as pilot:
        app.field.value = "a\x1b[31mb"
        await pilot.pause()
        assert "\x1b" not in app.drawn
