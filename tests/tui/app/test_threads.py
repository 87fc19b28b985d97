"""What threads do, without threads: they always answer, and what they write is whole or not there."""

from pathlib import Path

import pytest

from tests.builders import founding, many
from timeline_core.errors import ReportError
from timeline_core.timeline import Timeline
from tui.app import threads
from tui.app.messages import Failed, Opened, Written
from tui.view.state import View


def failing(*_: object) -> str:
    raise ReportError("the file holds nothing")


def test_reports_that_are_read_are_the_first_moment_of_the_screen() -> None:
    told = threads.load_timeline(founding, View(title="mine"))
    assert isinstance(told, Opened)
    assert (told.view.title, told.view.count) == ("mine", 10)


@pytest.mark.parametrize(
    ("error", "words"), [(ReportError("the file holds nothing"), "the file holds nothing"), (KeyError(), "KeyError")]
)
def test_whatever_goes_wrong_is_told_in_its_own_words(error: Exception, words: str) -> None:
    def broken() -> Timeline:
        raise error

    assert threads.load_timeline(broken, View()) == Failed(f"The reports cannot be read: {words}")


def test_an_export_is_written_whole_and_says_how_much_and_where(tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    path.write_text("old", "utf-8")
    told = threads.write_export(lambda timeline: f"{len(timeline.events)} وقائع", lambda: many(3), path)
    assert (told, path.read_text("utf-8")) == (Written(f"3 events written to {path}"), "3 وقائع")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("export", [failing, lambda _: "\ud800"], ids=["no export", "no text"])
def test_an_export_that_fails_leaves_the_old_file_alone(tmp_path: Path, export: object) -> None:
    path = tmp_path / "out.md"
    path.write_text("old", "utf-8")
    told = threads.write_export(export, lambda: many(1), path)  # type: ignore[arg-type]
    assert isinstance(told, Failed)
    assert told.text.startswith("The export cannot be written: ")
    assert told.text.endswith(f" ({path})")
    assert [item.read_text("utf-8") for item in tmp_path.iterdir()] == ["old"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    told = threads.write_export(lambda _: "", lambda: many(1), tmp_path / "no" / "out.md")
    assert isinstance(told, Failed)
    assert "No such file" in told.text
