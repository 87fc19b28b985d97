"""A report that the program breaks on is named, with the step and what to do; everything else goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.words import Streams
from timeline_core.events import accounts
from timeline_core.events.report_reading import Reading
from timeline_core.lexicon import language_of
from tui.view import sources

BAD = "قتل جندي في غارة على حمص يوم 11 أيار."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports, of which one breaks the step that makes events."""
    kept = getattr(accounts, "extract")  # noqa: B009 - not a public name of the module

    def broken(reading: Reading, *rest: object) -> object:
        if reading.report.text.strip() == BAD:
            raise IndexError("list index out of range")
        return kept(reading, *rest)

    monkeypatch.setattr(accounts, "extract", broken)
    for name, text in (("good", "قتل خمسة مسلحين في غارة على تدمر يوم 10 أيار."), ("bad", BAD)):
        (tmp_path / f"{name}.md").write_text(f"---\npublished: 2023-05-20\n---\n{text}\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("verb", [["list"], ["export", "--format", "json"], ["export", "--format", "markdown"]])
def test_a_list_goes_on_and_names_what_is_set_aside(waqai: Streams, folder: Path, verb: list[str]) -> None:
    said = waqai(*verb, "--from", folder)
    assert said.code == 1
    assert "2023-05-10" in said.out
    assert "bad.md: «bad» is set aside, for its reading broke in the step «" in said.err
    assert "IndexError: list index out of range" in said.err
    assert "please report" in said.err
    assert "Traceback" not in said.err


def test_the_library_keeps_it_lists_the_rest_and_verify_names_it(waqai: Streams, folder: Path) -> None:
    library = folder / "library"
    assert waqai("add", "--library", library, folder / "good.md", folder / "bad.md").code == 0
    for _ in ("read", "out of the cache"):
        said = waqai("list", "--library", library)
        assert (said.code, "2023-05-10" in said.out) == (1, True)
        assert "«bad» is set aside" in said.err
    said = waqai("library", "--library", library, "verify")
    assert said.code == 1
    assert "report «bad» is set aside" in said.out
    assert "1 problem" in said.err


def test_a_sound_library_has_nothing_set_aside(waqai: Streams, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("قتل خمسة مسلحين في غارة على تدمر يوم 10 أيار 2023.", "utf-8")
    library = tmp_path / "library"
    waqai("add", "--library", library, tmp_path / "good.txt")
    said = waqai("library", "--library", library, "verify")
    assert (said.code, "set aside" in said.out + said.err) == (0, False)


def test_the_dates_of_the_others_are_given(waqai: Streams, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = getattr(language_of, "paragraphs")  # noqa: B009 - not a public name of the module

    def broken(text: str) -> object:
        if text.strip() == BAD:
            raise KeyError("day")
        return kept(text)

    monkeypatch.setattr(language_of, "paragraphs", broken)
    said = waqai("dates", folder / "bad.md", folder / "good.md", "--format", "jsonl")
    assert said.code == 1
    assert "«bad» is set aside" in said.err
    assert '"edtf": "2023-05-10"' in said.out


@pytest.mark.usefixtures("folder")
def test_the_reader_tells_of_it_at_its_foot() -> None:
    from tests.core.words import report, timeline
    from tui.view import state

    told = timeline(report(BAD, "2023-05-20", "bad"), report("قتل خمسة في تدمر يوم 10 أيار.", "2023-05-20", "good"))
    assert "«bad»" in sources.describe_set_aside(told)
    assert "1 report is set aside" in state.opened(state.View(), told).message
