"""Stories of what lies over the reader, and of what leaves it: export, copy, help, the palette."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import founding
from tests.tui.screen import RAID, lines, press, reading, seen, settled
from timeline_core.timeline import Timeline
from timeline_core.view.filter import Filter
from tui.app.app import WaqaiApp
from tui.bidi.layout import visual
from tui.keys.keys import STANDARD, shown
from tui.keys.table import Group
from tui.screens.activity import ActivityScreen
from tui.view.panes import Pane


async def test_export_writes_what_is_shown_and_says_where(app: WaqaiApp, tmp_path: Path) -> None:
    async with reading(app) as pilot:
        await press(pilot, "3", "E", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert (tmp_path / "timeline.md").read_text("utf-8").split() == ["2022-01-20--2", RAID]
        assert "2 events written to" in seen(app)


async def test_export_to_a_folder_that_is_not_there_is_told_before_it_is_tried(app: WaqaiApp, tmp_path: Path) -> None:
    async with reading(app) as pilot:
        await press(pilot, "E", "home", *"nowhere/", "enter")
        assert "there is no folder" in seen(app)
        await press(pilot, "escape")
        assert list(tmp_path.iterdir()) == []


async def test_an_export_that_fails_is_told_and_the_reader_goes_on(tmp_path: Path) -> None:
    def failing(_: Filter, __: Timeline, path: Path) -> str:  # noqa: ARG001 - as every export
        raise OSError("no space left on device")

    app = WaqaiApp(founding, bidi="visual", export=failing, export_to=tmp_path / "t.md")
    async with reading(app) as pilot:
        await press(pilot, "E", "enter")
        await app.workers.wait_for_complete()
        await press(pilot)
        assert "The export cannot be written: no space left on device" in seen(app)
        await press(pilot, "j")
        assert app.view.listing.at[app.view.chosen] == 1


async def test_copy_takes_the_event_with_its_sources_in_logical_order(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, *"jjjj", "c")
        assert app.clipboard.startswith("غارة شرقي سوريا انتهت بمقتل إبراهيم القحطاني\nFriday 10 February 2023")
        assert "— وكالة (الفرات), مقتل قيادي في غارة شرقي سوريا, 15–28 February 2023, inferred" in app.clipboard


@pytest.mark.parametrize(("pane", "title"), [("", "Timeline"), ("tab", "Event"), ("enter", "Report")])
async def test_help_is_of_the_pane_that_has_the_keys(app: WaqaiApp, pane: str, title: str) -> None:
    async with reading(app, (100, 136)) as pilot:
        await press(pilot, *([pane] if pane else []), "question_mark")
        drawn = seen(app)
        assert f"  {title}  " in drawn
        assert "the actor pinned there: only, all but, off" in drawn
        await press(pilot, "escape")
        assert len(app.screen_stack) == 1


async def test_the_palette_does_what_is_asked_for_by_a_part_of_its_name(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "ctrl+p", *"evidence in its", "enter")
        assert app.view.focus is Pane.REPORT
        await press(pilot, "ctrl+p", *"alone", "enter")
        assert app.view.panes.zoomed
        await press(pilot, "ctrl+p", *"qahtani", "enter")
        assert app.view.filter.actors == ("ibrahim-al-qahtani",)
        await press(pilot, "ctrl+p", *"light", "enter")
        assert app.theme == "waqai-light"
        await press(pilot, "ctrl+p", *"zzz")
        assert "nothing has that name" in seen(app)
        await press(pilot, "enter", "ctrl+p", "ctrl+p")
        assert len(app.screen_stack) == 1


async def test_the_palette_names_every_command_with_its_keys_in_one_line(app: WaqaiApp) -> None:
    async with reading(app, (120, 110)) as pilot:
        await press(pilot, "ctrl+p", "down", "up")
        app.screen.query_one("#palette PaletteList").styles.height = 90
        await pilot.pause()
        drawn = lines(app)
        for command in STANDARD.commands:
            if command.group not in (Group.PANE, Group.FILTER) and command.id != "palette":
                assert [line for line in drawn if command.words in line and shown(command.keys[0]) in line]


async def test_an_arabic_palette_is_mirrored_and_understands_english_and_keys(
    open_in: Callable[[str], WaqaiApp],
) -> None:
    async with reading(app := open_in("ar")) as pilot:
        await press(pilot, "ctrl+p", *"ملاحظة")
        [row] = [line for line in lines(app) if visual("اكتب ملاحظة") in line]
        assert row.index(" A ") < row.index(visual("اكتب ملاحظة")) < row.index("‹")
        await press(pilot, "escape", "ctrl+p", *"histogram", "escape", "ctrl+p", "G", "escape")
        await press(pilot, "ctrl+p", *"activity", "enter")
        assert isinstance(app.screen, ActivityScreen)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("t.geojson", "as a map (GeoJSON) to"),
        ("t.KML", "as a map (KML) to"),
        ("t.md", "as Markdown to"),
        ("t.brief.md", "as Markdown in brief"),
        ("t.html", "as a page for any browser to"),
        ("t.acled.csv", "the columns of ACLED to"),
    ],
)
async def test_the_name_of_the_file_tells_the_form_of_the_export(tmp_path: Path, name: str, form: str) -> None:
    asked: list[Path] = []

    def export(_: Filter, __: Timeline, path: Path) -> str:
        asked.append(path)
        return "whole"

    app = WaqaiApp(founding, bidi="visual", export=export, export_to=tmp_path / name)
    async with reading(app) as pilot:
        await press(pilot, "E")
        assert form in seen(app)
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        assert asked == [tmp_path / name]
        assert (tmp_path / name).read_text() == "whole"


async def test_the_form_of_an_export_is_chosen_with_tab_and_the_whole_path_is_told(tmp_path: Path) -> None:
    app = WaqaiApp(founding, bidi="visual", export=lambda *_: "whole", export_to=tmp_path / "t.md")
    async with reading(app, (160, 40)) as pilot:
        await press(pilot, "E")
        assert ".timesketch.jsonl" in seen(app)
        await press(pilot, "tab")
        assert "as Markdown in brief" in seen(app)
        assert "t.brief.md" in seen(app)
        await press(pilot, "tab", "enter")
        await app.workers.wait_for_complete()
        assert (tmp_path / "t.html").read_text() == "whole"


async def test_a_file_that_is_there_is_asked_about_before_it_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text("mine")
    app = WaqaiApp(founding, bidi="visual", export=lambda *_: "whole", export_to=tmp_path / "t.md")
    async with reading(app) as pilot:
        await press(pilot, "E", "enter")
        assert "Enter once more replaces it" in seen(app)
        assert (tmp_path / "t.md").read_text() == "mine"
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        assert (tmp_path / "t.md").read_text() == "whole"


async def test_a_name_that_ends_in_no_form_is_not_written(tmp_path: Path) -> None:
    app = WaqaiApp(founding, bidi="visual", export=lambda *_: "whole", export_to=tmp_path / "t.pages")
    async with reading(app) as pilot:
        await press(pilot, "E", "enter")
        assert "no form ends so" in seen(app)
        await press(pilot, "escape")
        assert list(tmp_path.iterdir()) == []


async def test_a_command_is_called_by_its_name_and_told_before_it_is_done(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, ":", *"exp")
        assert "write what is shown to a file" in seen(app)
        await press(pilot, "tab", "enter")
        assert len(app.screen_stack) == 2
        await press(pilot, "escape", ":", *"filter kind:denial", "enter")
        assert app.view.filter.terms[0].values == ("denial",)
        await press(pilot, ":", *"next-month", "enter", ":", *"dark", "enter")
        assert app.theme == "waqai-dark"
        await press(pilot, ":", *"undo twice", "enter")
        assert "undo takes no words: «twice»" in seen(app)
        await press(pilot, ":", *"next", "enter")
        assert "neither a date nor a command: «next»" in seen(app)


async def test_the_palette_stands_in_groups_what_was_chosen_last_first(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "ctrl+p")
        assert "Among events" in seen(app)
        assert "Chosen last" not in seen(app)
        await press(pilot, *"contrast", "enter", "ctrl+p", *"unfold", "enter", "ctrl+p")
        recent = [line for line in lines(app) if "High contrast" in line or "announcements: on their" in line]
        assert "announcements" in recent[0]
        assert "High contrast" in recent[1]
        await press(pilot, "down", "enter")
        assert app.theme == "waqai-contrast"
        await press(pilot, "ctrl+p", "up", "up", "down", "down", "down", "enter")
        assert app.screen_stack[-1] is app.screen


async def test_a_click_on_the_name_of_a_group_chooses_nothing(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "ctrl+p")
        await pilot.click("#palette PaletteList", offset=(3, 0))
        await pilot.pause()
        assert len(app.screen_stack) == 2


async def test_an_arabic_reader_calls_a_command_by_arabic_words(open_in: Callable[[str], WaqaiApp]) -> None:
    async with reading(app := open_in("ar")) as pilot:
        await press(pilot, ":", *"تباين", "enter")
        assert app.theme == "waqai-contrast"


async def test_a_letter_on_each_row_goes_there_and_any_other_key_takes_them_away(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        ids = [event.id for event in app.view.listing.events]
        await press(pilot, "J")
        assert "which row? press its letter" in seen(app)
        assert [line.split()[0] for line in lines(app) if " Thu 20 " in line] == ["s"]
        await press(pilot, "f")
        await settled(app, pilot)
        assert (app.view.chosen, app.view.labels, app.view.count) == (ids[3], {}, len(ids))
        await press(pilot, "J", "ي")
        await settled(app, pilot)
        assert app.view.chosen == ids[2]
        await press(pilot, "J", "escape")
        await settled(app, pilot)
        assert (app.view.chosen, app.view.labels) == (ids[2], {})
        assert [line.split()[0] for line in lines(app) if " Thu 20 " in line] != ["s"]
        await press(pilot, "tab", "J", "m", "J", "a")
        await settled(app, pilot)
        assert (app.view.chosen, app.view.focus) == (ids[0], Pane.TIMELINE)
