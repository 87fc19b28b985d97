"""Stock widgets, made right from outside: what they drew in logical order stands on the screen as it is read."""

from collections.abc import Iterable

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult, SystemCommand
from textual.color import Color
from textual.screen import ModalScreen, Screen
from textual.widgets import Button, DataTable, Footer, Label, OptionList, Static, Tabs, Tree
from textual.widgets.option_list import Option

from tui.app.bidi_app import BidiApp
from tui.bidi.layout import visual
from tui.widgets.bidi_filter import BidiFilter, Ordered

BLACK = Color(0, 0, 0)
SALAM = "\ufee1\ufefc\ufeb3"


class Plain(Ordered, Screen[None]):
    """The screen that the widgets stand on."""


class Over(Ordered, ModalScreen[None]):
    """Covers nothing but its own label."""

    def compose(self) -> ComposeResult:
        yield Label("فوق")


class Stock(BidiApp):
    """One of each of the widgets that come with Textual, with Arabic in it."""

    CSS = """
    #_default > Static, OptionList, Tree, DataTable { height: auto; width: 40; }
    Tree { height: 2; }
    #box { border: round white; }
    Over { align: right bottom; background: transparent; }
    """
    BINDINGS = [("f2", "none", "مساعدة")]  # noqa: RUF012 - Textual types it so

    def get_default_screen(self) -> Plain:
        return Plain(id="_default")

    def compose(self) -> ComposeResult:
        yield Label("تقرير عن WHO (جديد) 123", id="label")
        box = Static("خبر", id="box")
        box.border_title = "عنوان طويل"
        yield box
        yield Button("السلام")
        yield OptionList(Option("خيار أول"), Option("second choice"), Option("خيار ثان"))
        yield Tabs("الأولى", "ثانية")
        yield Tree[None]("جذر الشجرة")
        yield DataTable[str]()
        yield Footer()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("المصدر", "Date", "الخبر")
        table.add_row("رويترز", "2024-03-12", "هجوم")

    def action_none(self) -> None:
        """For the footer."""

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        yield SystemCommand("سلام عليكم", "a greeting", self.bell)
        yield from super().get_system_commands(screen)


def drawn(app: BidiApp) -> list[str]:
    return [strip.text for strip in app.screen._compositor.render_strips()]


def applied(text: str, marks: bool = True) -> str:
    """A line of one segment, filtered."""
    return "".join(segment.text for segment in BidiFilter(marks=marks).apply([Segment(text)], BLACK))


WORDS = {
    "Label": "تقرير عن WHO (جديد) 123", "Static": "خبر", "border title": "عنوان طويل", "Button": "السلام",
    "OptionList": "خيار أول", "Tabs": "ثانية", "Tree": "جذر الشجرة", "DataTable": "هجوم", "its heading": "المصدر",
    "Footer": "مساعدة",
}  # fmt: skip


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
async def test_every_stock_widget_shows_its_words_in_order(words: str) -> None:
    async with (app := Stock("visual")).run_test(size=(60, 40)) as pilot:
        await pilot.pause()
        assert visual(words) in "\n".join(drawn(app))


async def test_cells_of_a_table_stay_in_their_columns() -> None:
    async with (app := Stock("visual")).run_test(size=(60, 40)) as pilot:
        await pilot.pause()
        [row] = [line for line in drawn(app) if "2024-03-12" in line]
        places = [row.index(visual("رويترز")), row.index("2024-03-12"), row.index(visual("هجوم"))]
        assert places == sorted(places)


async def test_every_line_is_as_wide_as_the_screen() -> None:
    async with (app := Stock("visual")).run_test(size=(60, 40)) as pilot:
        await pilot.pause()
        assert {cell_len(line) for line in drawn(app)} == {60}


async def test_a_notification_is_in_order() -> None:
    async with (app := Stock("visual")).run_test(size=(60, 40), notifications=True) as pilot:
        app.notify("قتل 12 شخصا", title="خبر عاجل")
        await pilot.pause()
        await pilot.pause()
        assert visual("قتل 12 شخصا") in "\n".join(drawn(app))
        assert visual("خبر عاجل") in "\n".join(drawn(app))


@pytest.mark.painted
async def test_text_under_a_modal_is_the_text_before_it_opened() -> None:
    async with (app := Stock("visual")).run_test(size=(60, 40)) as pilot:
        await pilot.pause()
        before = drawn(app)
        await app.push_screen(Over())
        await pilot.pause()
        after = drawn(app)
        assert visual("فوق") in after[-1]
        assert after[:-1] == before[:-1]


async def test_a_mode_reaches_stock_widgets() -> None:
    async with (app := Stock("inverse")).run_test(size=(60, 40)) as pilot:
        await pilot.pause()
        assert visual("خيار أول", mode="inverse") in "\n".join(drawn(app))


async def test_a_terminal_trusted_with_everything_gets_the_words_themselves() -> None:
    async with (app := Stock("off")).run_test(size=(60, 40)) as pilot:
        await pilot.pause()
        assert "خيار أول" in "\n".join(drawn(app))


@pytest.mark.parametrize(
    "text, wanted",
    [
        pytest.param("plain text  of mine", "plain text  of mine", id="latin is passed on"),
        pytest.param(" سلام ", f" {SALAM}  ", id="one space stays at its end"),
        pytest.param("سلام     ", f"{SALAM}      ", id="the cell of the alef is added behind"),
        pytest.param("     سلام", f"      {SALAM}", id="and before what is aligned to the right"),
        pytest.param("│ سلام │", f"│ {SALAM}  │", id="borders stay"),
        pytest.param("سلام  نص", f"{SALAM}   {visual('نص')}", id="two spaces part"),
        pytest.param("a: سلام (1)", f"a: (1) {SALAM} ", id="latin first"),
        pytest.param("سلام…", f"…{SALAM} ", id="what was cut ends at the left"),
    ],
)
def test_a_line_keeps_its_cells(text: str, wanted: str) -> None:
    assert applied(text) == wanted
    assert cell_len(wanted) == cell_len(text)


@pytest.mark.parametrize("text", ["ه\u200dم أ", "a\u00adسلام", "\u2068سلام\u2069 x", "لَا شَيْءَ", "سلام 🇸🇾 ب"])
def test_signs_without_a_cell_do_not_move_what_follows(text: str) -> None:
    assert cell_len(applied(f"{text}   │")) == cell_len(f"{text}   │")
    assert applied(f"{text}   │").endswith("│")


def test_styles_go_with_their_letters_and_the_word_stays_joined() -> None:
    """A match that is lit inside a word comes as segments that differ in style and in the place of a selection."""
    lit, rest = Style(bold=True, meta={"offset": (0, 0)}), Style(meta={"offset": (2, 0)})
    found = BidiFilter().apply([Segment("سل", lit), Segment("ام", rest)], BLACK)
    assert [(segment.text, segment.style == lit) for segment in found][:2] == [
        ("\ufee1\ufefc", False),
        ("\ufeb3", True),
    ]


def test_texts_of_different_meaning_are_ordered_apart() -> None:
    cells = [Segment("سلام ", Style(meta={"column": 0})), Segment("نص", Style(meta={"column": 1}))]
    found = "".join(segment.text for segment in BidiFilter().apply(cells, BLACK))
    assert found == f"{SALAM}  {visual('نص')}"


def test_marks_are_left_out_where_they_spoil_letters() -> None:
    assert applied("شَيْءَ", marks=False) == "\ufe80\ufef2\ufeb7"
