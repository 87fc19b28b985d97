"""The words that tests of the command line are written in."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tui.__main__ import main

ROOT = Path(__file__).parents[2]

RAID = """أعلنت القيادة المركزية الأميركية مقتل إبراهيم القحطاني في غارة نفذتها في 10 من شباط الجاري شرقي سوريا.
The raid killed Ibrahim Al Qahtani, we confirm, an ISIS official.
— U.S. Central Command (@CENTCOM) February 15, 2023
وفي 20 من كانون الثاني من العام الماضي 2022 هاجم تنظيم الدولة سجن الصناعة في غويران، وتصدت له قوات سوريا الديمقراطية.
"""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


class Streams:
    """`waqai("list", "--from", path)`, run in this process with streams of its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def __call__(self, *words: str | Path, stdin: bytes = b"") -> Said:
        files = {name: io.TextIOWrapper(io.BytesIO(), encoding="ascii") for name in ("stdout", "stderr")}
        for name, file in files.items():
            self._monkeypatch.setattr(sys, name, file)
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(word) for word in words])
        out, err = (self._text(file) for file in files.values())
        return Said(code, out, err)

    @staticmethod
    def _text(file: io.TextIOWrapper) -> str:
        file.flush()
        buffer = file.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode("utf-8")


def process(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "tui", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, env={**os.environ, **environment}, check=False)
