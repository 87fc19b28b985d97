"""The screen as it was left stands there before the program is loaded, and only where it would be drawn again."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from store.derived import program
from tests.terminal import Terminal
from tests.tui.terminal.test_driver import paired
from tui.terminal.glimpse import Glimpse

SAMPLE = Path(__file__).parents[3] / "seeds" / "reports"
Start = Callable[..., Terminal]


@pytest.fixture
def start(own_home: Path) -> Iterator[Start]:
    """Opens the reader on one library, again and again."""
    library = own_home / "library"
    waqai = [sys.executable, "-m", "tui"]
    with ExitStack() as open_ones:

        def opened(*words: str, **more: str) -> Terminal:
            one = Terminal([*waqai, *words], WAQAI_LIBRARY=str(library), WAQAI_BIDI="visual", **more)
            open_ones.callback(one.close)
            return one

        assert opened("add", str(SAMPLE / "qahtani-raid.md")).end() == 0
        yield opened


def left(one: Terminal, *keys: str, seconds: float = 1.5, sees: str = "") -> bytes:
    """What was said by a run in which the list was seen and left, when `sees` was drawn, or after so many seconds."""
    one.until(b"Why")
    for key in keys:
        one.type(key)
    one.until(sees.encode() or None, None if sees else seconds)
    one.type("q")
    assert one.end() == 0
    assert paired(one.said)
    return one.said


def picture(own_home: Path) -> str:
    [file] = own_home.rglob("*.screen")
    return file.read_text("utf-8").partition("\n")[2]


def test_the_next_start_begins_with_the_screen_as_it_was_left(start: Start, own_home: Path) -> None:
    left(start(), "j", seconds=8)
    kept = picture(own_home)
    said = left(start(), seconds=8).decode().replace("\r\n", "\n")
    assert said.startswith("\x1b[?1049h\x1b[8l\x1b[?25l" + kept)
    assert said.count("\x1b[?1049h") == 1
    assert picture(own_home) == kept, "what is drawn then is the same"


def test_keys_are_seen_at_once_and_a_decision_makes_another_picture(start: Start, own_home: Path) -> None:
    left(start())
    before = picture(own_home)
    left(start(), "s", sees="★")
    assert "★" in picture(own_home)
    assert picture(own_home) != before


@pytest.mark.parametrize("change", [{"NO_COLOR": "1"}, {"TERM": "xterm"}, {"LANG": "ar_SY.UTF-8"}], ids=str)
def test_where_it_would_look_otherwise_nothing_is_shown_before(start: Start, change: dict[str, str]) -> None:
    left(start())
    one = start(**change)
    one.until("──".encode())
    assert b"\x1b[?1049h\x1b[8l\x1b[?25l\x1b" not in one.said
    one.until(None, 0.5)
    one.process.send_signal(signal.SIGTERM)
    assert one.end() == 143
    assert paired(one.said)


def test_what_ends_before_anything_is_drawn_gives_the_terminal_back(start: Start, own_home: Path) -> None:
    left(start())
    broken = own_home / "broken"
    (broken / "textual").mkdir(parents=True)
    (broken / "textual" / "__init__.py").write_text("raise RuntimeError('by purpose')", "utf-8")
    root = str(Path(__file__).parents[3])
    one = start(PYTHONPATH=f"{broken}:{root}")
    assert one.end() == 1
    assert paired(one.said)
    assert one.now() == one.settings


@pytest.mark.parametrize("file", ["tui/widgets/timeline_list.py", "tui/app/waqai.tcss", "seeds/languages/ar.toml"])
def test_nothing_is_shown_of_another_program(tmp_path: Path, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("seeds", "store", "timeline_core", "tui"):
        for one in (program.ROOT / package).rglob("*"):
            if one.is_file() and one.suffix in {".py", ".tcss", ".toml"}:
                copy = tmp_path / one.relative_to(program.ROOT)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.touch()
    monkeypatch.setattr(program, "ROOT", tmp_path)
    kept = Glimpse(tmp_path, {}, "visual", "")
    kept.keep("picture", sys.stdout)
    kept.show(sys.stdout)
    assert kept.shown
    kept.away()
    (tmp_path / file).write_text("another", "utf-8")
    changed = Glimpse(tmp_path, {}, "visual", "")
    changed.show(sys.stdout)
    assert not changed.shown


def test_nothing_is_shown_of_another_library(tmp_path: Path) -> None:
    shown = Glimpse(tmp_path, {}, "visual", "")
    shown.keep("picture", sys.stdout)
    other = Glimpse(tmp_path / "other", {}, "visual", "")
    other.show(sys.stdout)
    assert not other.shown
