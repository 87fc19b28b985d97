"""What tests of chats ask of a file."""

from __future__ import annotations

from pathlib import Path

from store.intake.metadata import Defaults
from store.intake.read import take
from store.reports.original import Original
from tests.store.words import written
from timeline_core.model.report import Report


def read(path: Path, content: str | bytes, **said: object) -> tuple[list[Report], list[str]]:
    """The reports of a file, and what was told."""
    found = list(take([written(path, content)], Defaults(**said)))  # type: ignore[arg-type]
    reports = [one.report for one in found if isinstance(one, Original)]
    return reports, [str(one).removeprefix(f"{path}: ") for one in found if not isinstance(one, Original)]


def days(reports: list[Report]) -> list[str]:
    """Of each its day, empty where there is none."""
    return [report.published.edtf if report.published else "" for report in reports]
