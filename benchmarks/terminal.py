"""A program in a raw pseudo-terminal of 120 by 40: keys in, and when and how much it has drawn."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import NamedTuple, Self

QUIET = 0.08
"""Seconds without a byte after which the screen has settled."""


class Drawn(NamedTuple):
    """What a key brought."""

    settled: float
    """Seconds from the key to the last byte."""
    size: int
    """Bytes."""
    worked: float
    """Seconds of processor time that the program took."""


class Terminal:
    """Runs one program."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str], size: tuple[int, int] = (120, 40)) -> None:
        self.began = perf_counter()
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            os.execvpe(
                sys.executable, [sys.executable, *words], {**os.environ, **environment, "TERM": "xterm-256color"}
            )
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._file)

    def until(self, words: bytes, patience: float = 120.0) -> float:
        """Seconds from the start until these bytes have been drawn."""
        seen = b""
        end = perf_counter() + patience
        while words not in seen:
            piece = self._read(max(0.0, end - perf_counter()))
            if not piece:
                raise TimeoutError(f"{words!r} was not drawn; the last was {seen[-400:]!r}")
            seen += piece
        return perf_counter() - self.began

    def settle(self) -> None:
        """Wait until nothing more comes."""
        while self._read(1.0):
            pass

    def press(self, keys: str) -> Drawn:
        """Press, and wait until the screen has settled."""
        before = self.worked()
        began = last = perf_counter()
        os.write(self._file, keys.encode())
        size = 0
        while piece := self._read(QUIET if size else 2.0):
            last = perf_counter()
            size += len(piece)
        return Drawn(last - began, size, self.worked() - before)

    def worked(self) -> float:
        """Seconds of processor time that all threads of the program have taken."""
        threads = Path(f"/proc/{self.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text("ascii").split()[0]) for task in threads) / 1e9

    def memory(self) -> int:
        """Bytes that this program has written; what it has mapped of files is the system's."""
        lines = Path(f"/proc/{self.pid}/smaps_rollup").read_text("ascii").splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Anonymous:")) * 1024

    def _read(self, patience: float) -> bytes:
        ready, _, _ = select.select([self._file], [], [], patience)
        try:
            return os.read(self._file, 1 << 16) if ready else b""
        except OSError:
            return b""
