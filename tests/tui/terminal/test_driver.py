"""What is sent to the terminal: its own reordering is off from start to every kind of end."""

import os
import signal
import sys
from collections.abc import Iterator

import pytest

from tests.terminal import PATIENCE, Terminal

PROGRAM = """
import sys
from tests.builders import founding
from tui.app.app import WaqaiApp

def fail(self):
    raise RuntimeError("by purpose")

def outside(self):
    with self.suspend():
        print("outside", flush=True)

WaqaiApp.action_fail, WaqaiApp.action_outside = fail, outside
app = WaqaiApp(founding, bidi=sys.argv[1])
app.bind("f12", "fail")
app.bind("f11", "outside")
app.run()
sys.exit(app.return_code)
"""
ON, OFF, SCREEN, BACK = b"\x1b[8l", b"\x1b[8h", b"\x1b[?1049h", b"\x1b[?1049l"
F11, F12 = "\x1b[23~", "\x1b[24~"


@pytest.fixture
def terminal(request: pytest.FixtureRequest) -> Iterator[Terminal]:
    mode, environment = getattr(request, "param", ("visual", {}))
    one = Terminal([sys.executable, "-c", PROGRAM, mode], **environment)
    yield one
    one.close()


def paired(said: bytes) -> bool:
    """Every time the screen is taken: taken, told, told back, given back; and nothing of it outside."""
    order = sorted((place, mark) for mark in (ON, OFF, SCREEN, BACK) for place in _places(said, mark))
    marks = [mark for _, mark in order]
    return bool(marks) and marks == [SCREEN, ON, OFF, BACK] * (len(marks) // 4)


def _places(said: bytes, mark: bytes) -> list[int]:
    return [place for place in range(len(said)) if said.startswith(mark, place)]


@pytest.mark.parametrize(
    ("end", "code"),
    [("q", 0), (F12, 1), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
    ids=["q", "a crash", "SIGTERM", "SIGHUP", "SIGINT"],
)
def test_the_terminal_is_left_as_it_was_found(terminal: Terminal, end: str | signal.Signals, code: int) -> None:
    terminal.until(b"Timeline")
    if isinstance(end, str):
        terminal.type(end)
    else:
        terminal.process.send_signal(end)
    assert terminal.end() == code
    assert paired(terminal.said)
    assert terminal.now() == terminal.settings


def test_while_another_program_has_the_screen_the_terminal_is_as_it_was_found(terminal: Terminal) -> None:
    terminal.until(b"Timeline")
    terminal.type(F11)
    terminal.until(b"outside")
    assert paired(terminal.said[: terminal.said.index(b"outside")])
    terminal.type("q")
    assert terminal.end() == 0
    assert paired(terminal.said)
    assert terminal.said.count(ON) == 2


def test_ctrl_z_gives_the_terminal_back_and_fg_takes_it_again(terminal: Terminal) -> None:
    terminal.until(b"Timeline")
    terminal.type("\x1a")
    assert stopped(terminal)
    terminal.until(BACK)
    assert paired(terminal.said)
    assert terminal.now() == terminal.settings
    terminal.process.send_signal(signal.SIGCONT)
    terminal.said = b""
    terminal.until(b"Timeline")
    assert b"Waqai" in terminal.until(b"Waqai"), "the first line was not drawn again"
    terminal.type("q")
    assert terminal.end() == 0
    assert paired(terminal.said)


def stopped(terminal: Terminal) -> bool:
    """The process stands still, as after Ctrl-Z in a shell."""
    for _ in range(300):
        pid, status = os.waitpid(terminal.process.pid, os.WUNTRACED | os.WNOHANG)
        if pid:
            return os.WIFSTOPPED(status)
        terminal.until(b"\x00", 0.05)
    return False


def test_when_the_window_is_closed_the_program_ends(terminal: Terminal) -> None:
    terminal.until(b"Timeline")
    terminal.hang_up()
    assert terminal.process.wait(PATIENCE) == 129


@pytest.mark.parametrize("terminal", [("visual", {"TMUX": "x"})], indirect=True, ids=["tmux"])
def test_inside_tmux_the_terminal_around_it_is_told_too(terminal: Terminal) -> None:
    terminal.until(b"Timeline")
    terminal.type("q")
    assert terminal.end() == 0
    assert terminal.said.count(b"\x1bPtmux;\x1b\x1b[8l\x1b\\") == 1
    assert terminal.said.count(b"\x1bPtmux;\x1b\x1b[8h\x1b\\") == 1


@pytest.mark.parametrize("terminal", [("inverse", {}), ("off", {})], indirect=True, ids=["inverse", "off"])
def test_a_terminal_that_cannot_be_told_is_not_told(terminal: Terminal) -> None:
    terminal.until(b"Timeline")
    terminal.type("q")
    terminal.end()
    assert ON not in terminal.said
    assert OFF not in terminal.said


def test_a_terminal_that_only_prints_is_told_what_does_without() -> None:
    dumb = Terminal([sys.executable, "-m", "tui"], TERM="dumb")
    try:
        assert dumb.end() == 1
        assert "the reader needs a terminal to draw in" in dumb.said.decode()
        assert b"\x1b" not in dumb.said
    finally:
        dumb.close()
