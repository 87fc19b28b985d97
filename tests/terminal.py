"""A program in a terminal of its own, whose keys and screen the test has in its hands."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE = 240
"""Seconds until a program is given up that does not do what is waited for: far more than it needs on a busy machine."""
_CONTROL = """\
import fcntl, os, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execvp(sys.argv[1], sys.argv[1:])
"""
"""Makes standard input the terminal of the session, and becomes the program. Ctrl-C stops it, even where a shell
runs the tests in the background, and so has them pass over it."""


class Terminal:
    """A pseudo-terminal of 24 lines and 80 columns; silent, but for what a test types."""

    def __init__(self, command: Sequence[str], **environment: str) -> None:
        """The program leads a session, so that Ctrl-C, Ctrl-Z and hanging up reach it as they would anywhere."""
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._ends = [self.master, self.slave]
        self.settings = self.now()
        known = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **environment}
        for name in ("TMUX", "NO_COLOR", "WAQAI_BIDI"):
            if name not in environment:
                known.pop(name, None)
        self.process = subprocess.Popen(
            [sys.executable, "-c", _CONTROL, *command],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env=known,
            cwd=ROOT,
            start_new_session=True,
        )
        self.said = b""

    def now(self) -> list[object]:
        """How the terminal is set: echo, line by line, and so on."""
        return list(termios.tcgetattr(self.slave))

    def type(self, keys: str) -> None:
        """As if a person pressed them."""
        os.write(self.master, keys.encode())

    def until(self, wanted: bytes | None, seconds: float | None = None) -> bytes:
        """All that was said up to `wanted`, or up to the end of the program.

        Args:
            seconds: how long to listen, whatever comes; without them what is wanted must come, or the test fails.
        """
        end = time.monotonic() + (PATIENCE if seconds is None else seconds)
        while (wanted is None or wanted not in self.said) and time.monotonic() < end:
            if self._read(0.05) or self.process.poll() is None:
                continue
            while self._read(0.05):
                pass
            break
        else:
            assert seconds is not None or (wanted is not None and wanted in self.said), self._waited_for(wanted)
        return self.said

    def _waited_for(self, wanted: bytes | None) -> str:
        goal = "its end" if wanted is None else repr(wanted)
        return f"{PATIENCE} s and not {goal}; last it said {self.said[-300:]!r}"

    def _read(self, seconds: float) -> bool:
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            part = os.read(self.master, 65_536)
        except OSError:
            return False
        self.said += part
        return bool(part)

    def end(self) -> int:
        """The exit code; all that was said until then is read."""
        self.until(None)
        return self.process.wait(10)

    def close(self) -> None:
        """Whatever is still running is ended."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.hang_up()

    def hang_up(self) -> None:
        """The window is closed."""
        for end in self._ends:
            os.close(end)
        self._ends = []
