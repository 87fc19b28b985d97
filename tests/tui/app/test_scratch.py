"""Stories of reports that are in no library: what is decided about them is kept, found again, and moved on request."""

from __future__ import annotations

import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.care import scratch
from store.disk import paths
from store.reports.library import Library
from tests.tui.app.opened import Opened
from tests.tui.screen import press, reading, seen
from timeline_core.model.decision import Act
from timeline_core.model.event import Status

RAID = "قتل ثلاثة مدنيين في قصف على بلدة المنارة في 3 أيار 2023."
FIRE = "A fire killed two people in Kirkuk on 9 May 2023."


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two reports that are in no library."""
    named = {"raid.txt": RAID, "fire.txt": FIRE}
    for name, text in named.items():
        (tmp_path / name).write_text(text, "utf-8")
    return [tmp_path / name for name in named]


@asynccontextmanager
async def reader(opened: Opened) -> AsyncIterator[Pilot[None]]:
    async with reading(opened.app, (120, 30)) as pilot:
        yield pilot


async def test_what_is_decided_on_loose_files_is_kept_and_the_screen_says_where(
    tmp_path: Path, files: list[Path]
) -> None:
    async with reader(opened := Opened(tmp_path, *files)) as pilot:
        assert "2 reports · scratch library" in seen(opened.app)
        await opened.press(pilot, "y")
        assert "1 event accepted, in a scratch library; K keeps it in yours" in seen(opened.app)
        await opened.press(pilot, "s")
        assert "1 event starred" in seen(opened.app)
        assert "in a scratch library;" not in seen(opened.app)
    async with reader(again := Opened(tmp_path, *reversed(files))):
        assert [event.status for event in again.app.view.timeline.events] == [Status.ACCEPTED, Status.DRAFT]
    async with reader(other := Opened(tmp_path, files[0])):
        assert [event.status for event in other.app.view.timeline.events] == [Status.DRAFT]
    assert not (tmp_path / "library").exists()


async def test_a_note_on_the_sample_is_not_lost(tmp_path: Path) -> None:
    async with reader(opened := Opened(tmp_path)) as pilot:
        assert "sample dossier · scratch library" in seen(opened.app)
        await opened.press(pilot, "A", *"ask them", "enter")
        chosen = opened.app.view.chosen
    [note] = scratch.of_sample().decisions.log()
    assert (note.act, note.values, note.targets[0].event) == (Act.NOTE, ("ask them",), chosen)


async def test_it_is_closed_to_other_accounts_and_stands_where_the_program_says(
    tmp_path: Path, files: list[Path]
) -> None:
    assert scratch.every() == []
    async with reader(opened := Opened(tmp_path, *files)) as pilot:
        assert not paths.scratch().exists()
        await opened.press(pilot, "y", "u")
    [folder] = scratch.every()
    assert folder.parent == paths.scratch()
    for place in (folder, folder.parent):
        assert stat.S_IMODE(place.stat().st_mode) == 0o700


async def test_undo_before_anything_was_decided_finds_nothing(tmp_path: Path, files: list[Path]) -> None:
    async with reader(opened := Opened(tmp_path, *files)) as pilot:
        await opened.press(pilot, "u")
        assert "nothing to take back" in seen(opened.app)


async def test_k_keeps_reports_and_decisions_in_the_library_asked_once_with_its_path(
    tmp_path: Path, files: list[Path]
) -> None:
    async with reader(opened := Opened(tmp_path, *files)) as pilot:
        await opened.press(pilot, "y")
        first = opened.app.view.timeline.events[0].id
        await press(pilot, "K")
        shown = seen(opened.app)
        assert "Keep these reports in the library?" in shown
        assert "2 reports and 1 decision go to" in shown
        assert str(tmp_path / "library") in "".join(line.strip() for line in shown.splitlines())
        assert "There is no library yet; this begins it." in shown
        await press(pilot, "escape")
        assert not (tmp_path / "library").exists()
        await press(pilot, "K")
        await opened.press(pilot, "enter")
        assert "2 reports, 1 decision" in seen(opened.app)
        await opened.caught_up(pilot)
        assert "library" in seen(opened.app)
        assert "scratch" not in seen(opened.app)
        event = opened.app.view.named(first)
        assert event is not None
        assert event.status is Status.ACCEPTED
        await opened.press(pilot, "s")
    kept = Library(tmp_path / "library")
    assert (kept.count(), len(kept.decisions.log())) == (2, 2)
    [own] = scratch.every()
    assert len(Library(own).decisions.log()) == 1


async def test_k_joins_a_library_that_is_there_and_says_how_much_it_holds(tmp_path: Path, files: list[Path]) -> None:
    async with reader(opened := Opened(tmp_path, files[0])) as pilot:
        await press(pilot, "K")
        await opened.press(pilot, "enter")
        await press(pilot, "K")
        assert "are in the library already" in seen(opened.app)
    async with reader(opened := Opened(tmp_path, files[1])) as pilot:
        await press(pilot, "K")
        assert "It holds 1 report; the reader then shows all of it." in seen(opened.app)
        await opened.press(pilot, "enter")
        await opened.caught_up(pilot)
        assert len(opened.app.view.timeline.reports) == 2
