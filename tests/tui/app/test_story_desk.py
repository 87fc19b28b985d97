"""Stories of the story desk: events become sentences, words stand between them, and all of it is kept."""

from __future__ import annotations

import re
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic

import pytest
from textual.pilot import Pilot

from tests.tui.app.opened import Opened
from tests.tui.screen import press, reading, seen
from timeline_core.stories.told import Told
from tui.app.app import WaqaiApp
from tui.app.setup import Setup
from tui.screens.story.desk import StoryScreen

FIRE = "A fire destroyed the old mill in Kirkuk on 9 May 2023. On 12 May 2023 masons rebuilt the mill wall."
RAID = "قتل ثلاثة مدنيين في قصف على بلدة المنارة في 3 أيار 2023."


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two reports that are in no library."""
    named = {"fire.txt": FIRE, "raid.txt": RAID}
    for name, text in named.items():
        (tmp_path / name).write_text(text, "utf-8")
    return [tmp_path / name for name in named]


class Desk(Opened):
    """The reader with its story desk."""

    def __init__(self, folder: Path, *paths: Path, language: str = "en") -> None:
        super().__init__(folder, *paths)
        services = self.desk.services(self.context)
        self.app = WaqaiApp(self.desk.load, "", "visual", services=services, setup=Setup(language))

    async def press(self, pilot: Pilot[None], *keys: str) -> None:
        """Press the keys one by one, and wait after each until nothing is under way but an open sheet."""
        for key in keys:
            await press(pilot, key)
            end, quiet = monotonic() + 60, 0
            while monotonic() < end and quiet < 3:
                await pilot.pause(0.01)
                busy = [one for one in self.app.workers if not one.is_finished]
                waits = len(self.app.screen_stack) > 1 or not busy
                quiet = quiet + 1 if waits and self.app.key_queue.idle else 0

    @property
    def screen(self) -> StoryScreen:
        assert isinstance(self.app.screen, StoryScreen)
        return self.app.screen

    @property
    def told(self) -> Told:
        return self.screen._told

    @property
    def texts(self) -> list[str]:
        return [one.part.text for one in self.told.paragraphs]


@asynccontextmanager
async def desk(opened: Desk, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    async with reading(opened.app, size) as pilot:
        yield pilot


NAMED = ("S", *"The mill", "enter")


async def test_marked_events_become_sentences_with_their_footnotes(tmp_path: Path, files: list[Path]) -> None:
    async with desk(opened := Desk(tmp_path, *files)) as pilot:
        await opened.press(pilot, "g", "j", "space", "space", *NAMED)
        assert [text.split(":")[0] for text in opened.texts] == ["On Tuesday 9 May 2023", "On Friday 12 May 2023"]
        assert "story «The mill» · 2 sentences" in seen(opened.app)
        assert "¹ fire · undated «A fire destroyed the old mill in Kirkuk on 9 May 2023»" in seen(opened.app)
        await opened.press(pilot, "j")
        assert "² fire" in seen(opened.app)
        await opened.press(pilot, "escape")
        assert not opened.app.view.marked
        assert len(opened.acts) == 3


async def test_a_filter_that_leaves_a_few_is_a_story_too_and_all_events_are_none(
    tmp_path: Path, files: list[Path]
) -> None:
    async with desk(opened := Desk(tmp_path, *files)) as pilot:
        await opened.press(pilot, "S")
        assert "first mark with Space what the story is to tell" in seen(opened.app)
        await opened.press(pilot, "slash", *"mill", "enter", "S", *"Mill")
        assert "2 sentences" in seen(opened.app)
        await opened.press(pilot, "enter")
        assert len(opened.texts) == 2


async def test_words_of_ones_own_stand_between_sentences_that_move_and_go(tmp_path: Path, files: list[Path]) -> None:
    async with desk(opened := Desk(tmp_path, *files)) as pilot:
        await opened.press(pilot, "g", "j", "space", "space", *NAMED, "i", *"Nobody was hurt.", "enter")
        assert opened.texts[1] == "Nobody was hurt."
        assert "2 sentences · 1 paragraph of yours" in seen(opened.app)
        await opened.press(pilot, "J")
        assert opened.texts[2] == "Nobody was hurt."
        await opened.press(pilot, "K", "K")
        assert opened.texts[0] == "Nobody was hurt."
        await opened.press(pilot, "x")
        assert len(opened.texts) == 2
        await opened.press(pilot, "u", "u")
        assert opened.texts[1] == "Nobody was hurt."
        await opened.press(pilot, "u", "u", "u", "u", "u")
        assert "nothing was changed here since the reader was opened" in seen(opened.app)


async def test_a_sentence_in_ones_own_words_keeps_its_footnotes(tmp_path: Path, files: list[Path]) -> None:
    async with desk(opened := Desk(tmp_path, *files)) as pilot:
        await opened.press(pilot, "g", "j", "space", *NAMED, "enter", "home", *"Alas: ", "enter")
        assert opened.texts == ["Alas: On Tuesday 9 May 2023: A fire destroyed the old mill in Kirkuk."]
        assert [len(one.notes) for one in opened.told.paragraphs] == [1]
        assert "✎" in seen(opened.app)
        await opened.press(pilot, "enter", "ctrl+u", "enter")
        assert opened.texts == ["On Tuesday 9 May 2023: A fire destroyed the old mill in Kirkuk."]


async def test_a_sentence_whose_evidence_changed_says_so_and_is_accepted(tmp_path: Path, files: list[Path]) -> None:
    async with desk(opened := Desk(tmp_path, *files)) as pilot:
        await opened.press(pilot, "g", "j", "space", *NAMED, "o")
        assert opened.app.view.event is not None
        await opened.press(pilot, "e", "down", "ctrl+u", *"10 May 2023", "enter")
        await opened.press(pilot, "S")
        assert "1 sentence · 1 changed" in seen(opened.app)
        assert "the day was “Tuesday 9 May 2023” and is “Wednesday 10 May 2023”" in seen(opened.app)
        assert "a accepts it" in seen(opened.app)
        assert "· date set by a person: «10 May" in seen(opened.app)
        await opened.press(pilot, "a")
        assert opened.texts == ["On Wednesday 10 May 2023: A fire destroyed the old mill in Kirkuk."]
        assert "changed" not in seen(opened.app)
        await opened.press(pilot, "a")
        assert "nothing has changed here" in seen(opened.app)


async def test_it_is_there_again_and_is_written_to_a_file(tmp_path: Path, files: list[Path]) -> None:
    async with desk(opened := Desk(tmp_path, *files)) as pilot:
        await opened.press(pilot, "g", "j", "space", *NAMED)
    async with desk(again := Desk(tmp_path, *files)) as pilot:
        await again.press(pilot, "S", "E", "ctrl+u", *str(tmp_path / "mill.md"), "enter", "enter")
        text = (tmp_path / "mill.md").read_text("utf-8")
        assert text.startswith("# The mill\n\nOn Tuesday 9 May 2023: A fire destroyed the old mill in Kirkuk.[^1]")
        assert "written to" in seen(again.app)


async def test_there_may_be_several_and_each_speaks_both_languages(tmp_path: Path, files: list[Path]) -> None:
    async with desk(opened := Desk(tmp_path, *files)) as pilot:
        await opened.press(pilot, "g", "space", *NAMED, "n", *"The wall", "enter")
        assert (opened.told.story.name, opened.texts) == ("The wall", [])
        await opened.press(pilot, "tab", "l")
        assert opened.told.story.name == "The mill"
        assert opened.texts[0].startswith("يوم الأربعاء 3 أيار 2023: قتل ثلاثة مدنيين")
        await opened.press(pilot, "u")
        assert opened.texts[0].startswith("On Wednesday 3 May 2023")


async def test_in_arabic_it_is_arabic_from_the_right(tmp_path: Path, files: list[Path]) -> None:
    async with desk(opened := Desk(tmp_path, *files, language="ar")) as pilot:
        await opened.press(pilot, "g", "space", "\u064d", *"المنارة", "enter")
        assert opened.texts[0].startswith("يوم الأربعاء 3 أيار 2023: قتل ثلاثة مدنيين")
        await opened.press(pilot, "ه", *"لا أحد يعرف", "enter")
        assert opened.texts[1] == "لا أحد يعرف"
        assert not re.search(r"[A-Za-z]{4,}", seen(opened.app).replace("Enter", ""))


async def test_from_the_first_command_to_a_word_report_with_a_corrected_date_and_a_note(tmp_path: Path) -> None:
    """What a newcomer does on the sample, key by key, by what the foot of the screen and the sheets name."""
    to = tmp_path / "case.docx"
    async with desk(opened := Desk(tmp_path)) as pilot:
        keys = 0

        async def press_counted(*some: str) -> None:
            nonlocal keys
            keys += len(some)
            await opened.press(pilot, *some)

        await press_counted("slash", *"Qahtani", "enter", "g")
        first = opened.app.view.event
        assert first is not None
        await press_counted("e", "down", "ctrl+u", *"11 February 2023", "enter")
        await press_counted("A", *"ask the clinic", "enter")
        await press_counted("space", "space", "space", "S", *"The raid", "enter")
        assert len(opened.texts) == 3
        await press_counted("i", *"Two outlets saw it.", "enter", "E")
        await press_counted("ctrl+u", *str(to), "enter")
        assert keys < 180
    with zipfile.ZipFile(to) as file:
        text, notes = (file.read(f"word/{name}.xml").decode() for name in ("document", "footnotes"))
    assert "On Saturday 11 February 2023" in text
    assert "Two outlets saw it." in text
    assert "ask the clinic" in notes
    plain = re.sub("<[^>]+>", "", notes)
    assert "date set by a person: «11 February 2023»; the machine derived: «Friday 10 February 2023»" in plain
