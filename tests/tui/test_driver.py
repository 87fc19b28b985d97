"""What is sent to the terminal: its own reordering is off from start to every kind of end."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from tests.builders import founding
from tui.app import WaqaiApp
app = WaqaiApp(founding, bidi=sys.argv[1])
app.run()
sys.exit(app.return_code)
"""


class Terminal:
    """The reader in a terminal of its own."""

    def __init__(self, mode: str) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
        environment.pop("TMUX", None)
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, mode],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            cwd=ROOT,
            start_new_session=True,
        )
        os.close(slave)
        self.said = b""

    def until(self, wanted: bytes | None, seconds: float = 30) -> bytes:
        """All that was sent up to `wanted`, or up to the end."""
        end = time.monotonic() + seconds
        while (wanted is None or wanted not in self.said) and time.monotonic() < end:
            if select.select([self.master], [], [], 0.1)[0]:
                try:
                    self.said += os.read(self.master, 65536)
                except OSError:  # the other side is closed
                    break
        return self.said


@pytest.fixture
def terminal(request: pytest.FixtureRequest) -> Iterator[Terminal]:
    one = Terminal(getattr(request, "param", "visual"))
    yield one
    if one.process.poll() is None:
        one.process.kill()
    one.process.wait()
    os.close(one.master)


@pytest.mark.parametrize(
    ("end", "code"), [("q", 0), (signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["q", "SIGTERM", "SIGHUP"]
)
def test_the_terminal_is_left_as_it_was_found(terminal: Terminal, end: str | signal.Signals, code: int) -> None:
    terminal.until(b"Timeline")
    if isinstance(end, str):
        os.write(terminal.master, end.encode())
    else:
        terminal.process.send_signal(end)
    said = terminal.until(None)
    assert terminal.process.wait(10) == code
    marks = [said.index(b"\x1b[?1049h"), said.index(b"\x1b[8l"), said.rindex(b"\x1b[8h"), said.rindex(b"\x1b[?1049l")]
    assert marks == sorted(marks)
    assert said.count(b"\x1b[8l") == said.count(b"\x1b[8h") == 1


def test_a_reader_that_is_put_to_sleep_gives_the_terminal_back_and_takes_it_again(terminal: Terminal) -> None:
    terminal.until(b"Timeline")
    os.write(terminal.master, b"\x1a")
    terminal.until(b"\x1b[8h")
    terminal.said = b""
    terminal.process.send_signal(signal.SIGCONT)
    terminal.until(b"\x1b[8l")
    os.write(terminal.master, b"q")
    said = terminal.until(None)
    assert said.index(b"\x1b[8l") < said.rindex(b"\x1b[8h")


@pytest.mark.parametrize("terminal", ["inverse"], indirect=True)
def test_a_terminal_that_cannot_be_told_is_not_told(terminal: Terminal) -> None:
    terminal.until(b"Timeline")
    os.write(terminal.master, b"q")
    said = terminal.until(None)
    assert b"\x1b[8l" not in said
    assert b"\x1b[8h" not in said
