"""Which files are what a sync program left of two machines that wrote at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.care import sync_copies as copies
from store.reports.library import Library
from tests.store.words import originals
from timeline_core.model.decision import Act

COPIES = (
    "decisions (Lea's conflicted copy 2023-02-10).json",
    "decisions (نسخة متعارضة).journal",
    "decisions.sync-conflict-20230210-120000-ABCDEFG.json",
    "decisions-LEA-PC.journal",
    "decisions 2.json",
    "library (conflicted copy 2023-02-10 120000).json",
    "reports/0001.sync-conflict-20230210-120000-ABCDEFG.json",
    "reports/0001 2.json",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    library = Library(tmp_path)
    library.add(originals("one"))
    for _ in range(2):
        library.decisions.record(Act.STAR, "me")
        library.decisions.compact()
    return tmp_path


def test_what_waqai_writes_itself_is_no_copy(folder: Path) -> None:
    (folder / "cache").mkdir()
    (folder / "notes.txt").touch()
    assert copies.conflicts(folder, texts=True) == ()


@pytest.mark.parametrize("name", COPIES)
def test_a_conflict_copy_is_found_and_told(folder: Path, name: str) -> None:
    (folder / name).touch()
    assert copies.conflicts(folder) == (folder / name,)
    [line] = copies.describe_conflicts(folder)
    assert line.startswith(f"{folder / name}: is a conflict copy")


def test_a_copy_of_a_text_is_found_when_asked(folder: Path) -> None:
    [text] = (folder / "texts").iterdir()
    (folder / "texts" / f"{text.name} 2").touch()
    assert copies.conflicts(folder) == ()
    assert len(copies.conflicts(folder, texts=True)) == 1


@pytest.mark.parametrize(
    "place, left, program",
    [
        ("Dropbox/case/library", "", "Dropbox"),
        ("OneDrive - Desk/library", "", "OneDrive"),
        ("Mobile Documents/library", "", "iCloud"),
        ("desk/library", "desk/.stfolder", "Syncthing"),
        ("desk/library", "", ""),
        ("desk/dropbox-notes/library", "", ""),
    ],
)
def test_a_folder_that_is_copied_to_other_machines_is_known(
    tmp_path: Path, place: str, left: str, program: str
) -> None:
    (tmp_path / place).mkdir(parents=True)
    if left:
        (tmp_path / left).mkdir()
    assert copies.carrier(tmp_path / place) == program
