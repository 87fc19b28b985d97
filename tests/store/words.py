"""The words that tests of the store are written in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from store.disk.atomic import AtomicJSON
from store.intake.read import take
from store.intake.result import Failure, Notice
from store.reports.original import Original
from timeline_core.model.report import Report

ARABIC = "قال بيان للقيادة المركزية إن الغارة أسفرت عن مقتل قيادي في تنظيم الدولة في 10 من شباط الجاري."


def originals(*texts: str) -> list[Original]:
    """Reports `a`, `b`, `c`… of these texts."""
    return [Original.of_text(chr(ord("a") + number), text) for number, text in enumerate(texts)]


def tampered(file: Path, change: Callable[[dict[str, dict[str, Any]]], object]) -> None:
    """Change the tables of a file, and seal them as if they were Waqai's."""
    storage = AtomicJSON(file)
    tables = storage.read()
    assert tables is not None
    change(tables)
    storage.write(tables)


def unsealed(file: Path) -> None:
    """Take the checksums out of a file, as it was before version 4."""
    tables = AtomicJSON(file).read()
    file.write_text(json.dumps(tables, ensure_ascii=False, indent=1) + "\n", "utf-8")


def written(path: Path, content: str | bytes) -> str:
    """A file with that content, as the user would type its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return str(path)


def only_report(path: Path, content: str | bytes) -> Report:
    """The one report of a file with that content, read without a failure."""
    [original] = [taken for taken in take([written(path, content)]) if not isinstance(taken, Notice)]
    assert isinstance(original, Original)
    return original.report


def only_failure(path: Path, content: str | bytes) -> Failure:
    """Why a file with that content cannot be read."""
    [failure] = take([written(path, content)])
    assert isinstance(failure, Failure)
    return failure


def notices(path: Path, content: str | bytes) -> list[str]:
    """What the user is told of a file that is read."""
    return [taken.text for taken in take([written(path, content)]) if isinstance(taken, Notice)]
