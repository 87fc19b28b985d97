"""`Context`: what a command gets from outside (streams, environment, library), and how it prints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, TextIO

OK, FAILED, USAGE, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


@dataclass(frozen=True, slots=True)
class Context:
    """The outside world of one command; tests make their own."""

    environment: Mapping[str, str]
    stdin: BinaryIO
    out: TextIO
    err: TextIO
    today: date
    library: str | None = None
    """As named on the command line."""
    bidi: str | None = None
    """The mode as named on the command line."""

    @property
    def folder(self) -> Path:
        """The folder of the library."""
        from store.disk import paths

        return paths.library(self.library, self.environment)

    def tell(self, line: str) -> None:
        """Print a message on standard error; line breaks in it are neutralised."""
        self.err.write(f"waqai: {harmless(' '.join(line.splitlines()))}\n")
        self.err.flush()

    def line(self, text: str) -> None:
        """Print a line of text on standard output, without control characters even when piped to a pager."""
        self.out.write(f"{harmless(' '.join(text.splitlines()))}\n")

    def write(self, text: str) -> None:
        """Write data on standard output; control characters are removed only if it is a terminal."""
        self.out.write(harmless(text) if self.out.isatty() else text)


def harmless(text: str) -> str:
    """The text with U+FFFD for every control character but line feed and tab, and for overrides of direction."""
    return _CONTROLS.sub("\ufffd", text)


def counted(number: int, noun: str) -> str:
    """«1 report», «2,000 reports»."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
