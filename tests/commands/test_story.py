"""`waqai story`: told from a script, listed, shown, and written to a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.words import Streams
from tests.store.words import written
from tui.commands.shared import person

FIRE = "A fire destroyed the old mill in Kirkuk on 9 May 2023. On 12 May 2023 masons rebuilt the mill wall."


@pytest.fixture
def library(waqai: Streams, tmp_path: Path) -> Path:
    made = tmp_path / "library"
    waqai("--library", made, "add", written(tmp_path / "fire.txt", FIRE), "--published", "2023-05-14")
    return made


def test_a_story_is_told_and_written_from_a_script(waqai: Streams, tmp_path: Path, library: Path) -> None:
    assert "there is no story yet" in waqai("--library", library, "story").err
    told = waqai("--library", library, "story", "tell", "The mill", "2023-05-09", "--who", "rana")
    assert "1 sentence told in «The mill»" in told.err
    waqai("--library", library, "story", "write", "the mill", "Nobody was hurt.", "--who", "rana")
    assert waqai("--library", library, "story").out == "The mill · en · 1 sentence · 1 paragraph of one's own\n"
    [row] = json.loads(waqai("--library", library, "story", "list", "--format", "json").out)["stories"]
    assert (row["name"], row["sentences"], row["changed"]) == ("The mill", 1, 0)
    to = tmp_path / "mill.md"
    assert "written to" in waqai("--library", library, "story", "export", "The mill", "--to", to).err
    text = to.read_text("utf-8")
    assert "Nobody was hurt." in text
    assert f"added to the library by {person.name()} on " in text


def test_a_changed_day_is_told_with_the_sentence(waqai: Streams, library: Path) -> None:
    waqai("--library", library, "story", "tell", "The mill", "2023-05-09", "--who", "rana")
    [id] = [line.split()[0] for line in waqai("--library", library, "list", "fire").out.splitlines() if "fire" in line]
    waqai("--library", library, "decide", id, "date", "10 May 2023", "--who", "omar")
    shown = waqai("--library", library, "story", "show", "The mill").out
    assert "changed: the day was “Tuesday 9 May 2023” and is “Wednesday 10 May 2023”" in shown
    assert "1 changed" in waqai("--library", library, "story").out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("show", "nothing"), 1, "there is no story «nothing»"),
        (("export", "nothing"), 2, "name the file"),
        (("show",), 2, "name a story"),
        (("tell", "The mill", "1999-01-01"), 1, "no event is called"),
    ],
)
def test_what_cannot_be_done_is_told(
    waqai: Streams, library: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    told = waqai("--library", library, "story", *words)
    assert told.code == code
    assert said in told.err


def test_a_name_that_ends_in_no_form_writes_nothing(waqai: Streams, tmp_path: Path, library: Path) -> None:
    waqai("--library", library, "story", "tell", "The mill", "2023-05-09", "--who", "rana")
    told = waqai("--library", library, "story", "export", "The mill", "--to", tmp_path / "mill.pages")
    assert (told.code, "no form ends so" in told.err, (tmp_path / "mill.pages").exists()) == (1, True, False)
