"""What the terminal is reaches everything that is drawn, in every size."""

import re

import pytest
from rich.cells import cell_len

from tests.builders import event, evidence, founding, report, timeline
from tests.tui.screen import lines, press, reading, seen
from timeline_core.timeline import Timeline
from tui.app.app import WaqaiApp
from tui.bidi.layout import visual
from tui.bidi.modes import MODES, Mode
from tui.terminal.probe import Answers
from tui.widgets.bidi_input import BidiInput

MARKS = re.compile("[\u064b-\u0652]")
VOWELLED = "قُتِلَ قِياديّ في غارة"


def vowelled() -> Timeline:
    """An event whose words bear vowel marks."""
    one = report("r", f"{VOWELLED} يوم الجمعة.", title=VOWELLED)
    return timeline(event("e1", "2024-03-12", VOWELLED, evidence(one, VOWELLED, "", None)), reports=(one,))


@pytest.mark.parametrize(
    "mode, size",
    [("visual", (60, 20)), ("visual", (80, 24)), ("visual", (120, 36))]
    + [("inverse", (80, 24)), ("words", (120, 36)), ("off", (60, 20))],
    ids=str,
)
async def test_every_line_is_as_wide_as_the_screen(mode: Mode, size: tuple[int, int]) -> None:
    async with reading(app := WaqaiApp(founding, bidi=mode), size) as pilot:
        for keys in ([*"jjjj"], ["enter"], ["escape", "slash", *"قحط"], ["escape", "a", *"قس"], ["escape", "ctrl+p"]):
            await press(pilot, *keys)
            assert {cell_len(line) for line in lines(app)} == {size[0]}, keys


@pytest.mark.parametrize("mode", MODES)
async def test_list_and_report_are_written_in_the_mode(mode: Mode) -> None:
    async with reading(app := WaqaiApp(vowelled, bidi=mode), (120, 36)) as pilot:
        drawn = seen(app)
        if mode == "inverse":  # one pane at a time
            for _ in range(2):
                await press(pilot, "tab")
                drawn += seen(app)
        assert drawn.count(visual(VOWELLED, mode=mode)) >= 3


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("keys", [("slash",), ("a",), ("E",)], ids=["search", "actors", "export"])
async def test_what_is_typed_is_written_in_the_mode(mode: Mode, keys: tuple[str, ...]) -> None:
    async with reading(app := WaqaiApp(founding, bidi=mode, export=lambda *_: ""), (120, 36)) as pilot:
        await press(pilot, *keys)
        app.screen.query_one(BidiInput).value = "قسد (WHO)"
        await pilot.pause()
        assert visual("قسد (WHO)", mode=mode) in seen(app)


async def test_a_terminal_that_reorders_by_itself_shows_one_pane_at_a_time() -> None:
    konsole = Answers(None, "Konsole 22.12.3", complete=True)
    async with reading(app := WaqaiApp(founding, answers=konsole), (120, 36)) as pilot:
        assert app.choice.mode == "inverse"
        seen_alone = []
        for key in ("", "tab", "tab"):
            await press(pilot, *([key] if key else []))
            seen_alone.append([name for name in ("timeline", "event", "report") if app.query_one(f"#{name}").region])
        assert seen_alone == [["timeline"], ["event"], ["report"]]


@pytest.mark.parametrize("name, drawn", [("foot(1.13)", False), ("XTerm(379)", True)])
async def test_marks_are_drawn_where_they_do_no_harm(name: str, drawn: bool) -> None:
    async with reading(app := WaqaiApp(vowelled, answers=Answers(None, name, complete=True))) as pilot:
        await press(pilot, "slash", *"قُتِلَ")
        assert bool(MARKS.search(seen(app))) is drawn


@pytest.mark.parametrize("wanted", [True, False])
async def test_the_reader_of_the_screen_has_the_last_word_on_marks(wanted: bool) -> None:
    foot = Answers(None, "foot(1.13)", complete=True)
    async with reading(app := WaqaiApp(vowelled, answers=foot, marks=wanted)):
        assert bool(MARKS.search(seen(app))) is wanted


@pytest.mark.painted
async def test_what_lies_under_the_help_is_as_it_was_before() -> None:
    async with reading(app := WaqaiApp(founding, bidi="visual"), (120, 40)) as pilot:
        await press(pilot, *"jjjj")
        before = lines(app)
        await press(pilot, "question_mark")
        sheet = app.screen.query_one("#help").region
        assert [line[: sheet.x] for line in lines(app)] == [line[: sheet.x] for line in before]
        assert lines(app)[: sheet.y] == before[: sheet.y]
