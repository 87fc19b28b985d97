"""Typing in any direction: the value is logical, the caret goes where the eye goes."""

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from tests.tui.screen import press
from tui.bidi.layout import layout
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


LONG = "قال المتحدث باسم التحالف إن عدد الإصابات بلغ 1,245 حالة في ثلاث محافظات"


@pytest.mark.parametrize("text", ["إن عدد الإصابات بلغ 1,245 حالة", "the coalition said there are many"])
async def test_every_step_through_a_long_line_keeps_the_caret_in_sight_and_moves_it_by_no_more_than_the_text(
    text: str,
) -> None:
    async with (app := Typing()).run_test() as pilot:
        app.field.value = text
        for key in (*["left"] * 34, *["right"] * 20):
            before = (app.caret, app.drawn)
            await pilot.press(key)
            assert 0 <= app.caret < WIDTH
            assert cell_len(app.drawn) == WIDTH
            assert abs(app.caret - before[0]) <= 1


async def test_the_letter_under_the_caret_is_the_one_that_delete_takes() -> None:
    async with (app := Typing()).run_test() as pilot:
        app.field.value = LONG
        await press(pilot, "home", *["left"] * 40)
        place = app.field.cursor_position
        letter = layout(LONG, 200).lines[0].cell_of(place)
        assert letter is not None
        assert app.drawn[app.caret] == layout(LONG, 200).lines[0].text[letter]


async def test_a_drag_selects_what_it_passes_over_while_the_line_stays_where_it_is() -> None:
    async with (app := Typing()).run_test() as pilot:
        app.field.value = LONG
        await press(pilot, "home", *["left"] * 30)
        before = app.drawn
        await pilot.mouse_down(BidiInput, offset=(15, 0))
        start = app.field.cursor_position
        await pilot.hover(BidiInput, offset=(5, 0))
        await pilot.mouse_up(BidiInput, offset=(5, 0))
        await pilot.pause()
        assert app.drawn == before
        assert app.field.selected_text == LONG[start : app.field.cursor_position]
        assert len(app.field.selected_text) >= 10
        lit = [s for s in app.field.render_line(0) if s.style and s.style.bgcolor != app.field.rich_style.bgcolor]
        assert sum(segment.cell_length for segment in lit) >= 10


async def test_a_drag_past_the_edge_scrolls() -> None:
    async with (app := Typing()).run_test() as pilot:
        app.field.value = LONG
        await press(pilot, "end")
        before = app.drawn
        await pilot.mouse_down(BidiInput, offset=(15, 0))
        await pilot.hover(offset=(WIDTH + 6, 0))
        await pilot.mouse_up(offset=(WIDTH + 6, 0))
        await pilot.pause()
        assert app.drawn != before
        assert app.field.selected_text in LONG


async def test_control_and_an_arrow_go_by_words_as_they_are_seen() -> None:
    async with (app := Typing()).run_test() as pilot:
        await press(pilot, *"سلام لكم", "home")
        places = []
        for key in ("ctrl+left", "ctrl+left", "ctrl+right"):
            await press(pilot, key)
            places.append(app.field.cursor_position)
        assert places == [5, 8, 5]


async def test_a_hint_in_arabic_stands_at_the_right() -> None:
    class Hinted(Typing):
        def compose(self) -> ComposeResult:
            yield BidiInput(placeholder="سلام")

    async with (app := Hinted()).run_test() as pilot:
        await pilot.pause()
        assert app.drawn == " " * (WIDTH - 3) + "\ufee1\ufefc\ufeb3"
