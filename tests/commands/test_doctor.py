"""`waqai doctor`: facts and a card for everyone, two questions for who sits before a terminal."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.words import Streams
from tests.terminal import Terminal
from tui.bidi.layout import visual
from tui.commands.shared import test_card as card
from tui.settings.config import read
from tui.terminal.probe import QUERY

CARD = visual(card.SENTENCE)


@pytest.fixture
def doctor(request: pytest.FixtureRequest) -> Iterator[Terminal]:
    one = Terminal([sys.executable, "-m", "tui", "doctor", *getattr(request, "param", ())], LANG="C.UTF-8")
    yield one
    one.close()


def test_the_card_shows_the_sentence_as_each_mode_sends_it() -> None:
    lines = list(card.drawn({}, live=False))
    assert [line[2] for line in lines[1::3]] == ["A", "B", "C"]
    assert [
        visual(card.SENTENCE, mode=sample.mode) in line for sample, line in zip(card.SAMPLES, lines[1::3], strict=True)
    ]
    assert (
        len({len(line) - sum(char in "\u064b\u064e\u064f\u0650\u0651\u0652" for char in line) for line in lines}) == 1
    )


def test_in_a_terminal_only_the_lines_of_the_first_mode_are_kept_from_being_reordered() -> None:
    sent = "\n".join(card.drawn({}, live=True))
    inside = sent[sent.index("\x1b[8l") : sent.index("\x1b[8h")]
    assert CARD in inside
    assert inside.count("\n") == 2
    assert (sent.count("\x1b[8l"), sent.count("\x1b[8h")) == (1, 1)


def test_without_a_terminal_it_prints_and_asks_nothing(waqai: Streams, own_home: Path) -> None:
    said = waqai("doctor")
    assert said.code == 0
    assert CARD in said.out
    assert "Terminal   it did not say its name" in said.out
    assert "\x1b" not in said.out
    assert "?" not in said.out
    assert not list(own_home.rglob("config.toml"))


def test_a_library_that_others_may_read_is_told(waqai: Streams, raid: Path, tmp_path: Path) -> None:
    """With the command that closes it, which is then silent."""
    library = tmp_path / "case"
    assert waqai("--library", library, "add", raid).code == 0
    library.chmod(0o755)
    said = waqai("--library", library, "doctor", "--plain").out
    assert f"chmod -R go-rwx {library}" in said
    library.chmod(0o700)
    closed = waqai("--library", library, "doctor", "--plain").out
    assert f"Library    {library}" in closed
    assert "chmod" not in closed


def test_what_the_settings_hold_wrong_is_told(waqai: Streams, own_home: Path) -> None:
    (own_home / "waqai").mkdir(parents=True)
    (own_home / "waqai" / "config.toml").write_text('[terminal]\nbidi = "visul"\n')
    said = waqai("doctor")
    assert said.code == 0
    assert "did you mean «visual»?" in said.err


@pytest.mark.parametrize(
    "answers, bidi, marks",
    [("a\nn\n", "visual", False), ("B\ny\n", "inverse", True), ("ؤ\n\n", "words", None), ("z\na\n\n", "visual", None)],
    ids=["without marks", "with marks", "by the arabic key", "after a slip"],
)
def test_the_answer_is_kept(doctor: Terminal, own_home: Path, answers: str, bidi: str, marks: bool | None) -> None:
    doctor.until(b"Which reads right")
    doctor.type(answers)
    assert doctor.end() == 0
    found = read(own_home / "waqai")
    assert (found.bidi, found.marks) == (bidi, marks)
    assert b"Kept in " in doctor.said


def test_no_answer_keeps_nothing(doctor: Terminal, own_home: Path) -> None:
    doctor.until(b"Which reads right")
    doctor.type("\n")
    assert doctor.end() == 0
    assert not list(own_home.rglob("config.toml"))


def test_ctrl_c_leaves_the_terminal_as_it_was(doctor: Terminal) -> None:
    doctor.until(b"Which reads right")
    doctor.type("\x03")
    assert doctor.end() == 130
    assert doctor.now() == doctor.settings
    assert doctor.said.count(b"\x1b[8l") == doctor.said.count(b"\x1b[8h") == 1


@pytest.mark.parametrize("doctor", [("--plain",)], indirect=True)
def test_plain_asks_the_reader_nothing(doctor: Terminal) -> None:
    assert doctor.end() == 0
    assert QUERY.encode() in doctor.said
    assert CARD.encode() in doctor.said
    assert b"Which" not in doctor.said
