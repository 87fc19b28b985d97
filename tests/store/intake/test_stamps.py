"""Stamps in UTC, and published days that cannot be right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from store.intake.metadata import Defaults
from store.intake.read import take
from store.intake.result import Notice
from store.intake.stamps import doubts, zone_of
from store.reports.original import Original
from timeline_core.model.when import When


def taken(folder: Path, published: str, zone: str = "") -> tuple[str | None, list[str]]:
    """The published day of a report with that stamp, and the notices."""
    path = folder / "post.md"
    path.write_text(f"---\npublished: {published}\n---\nقُتل أمس جندي.", "utf-8")
    found = list(take([str(path)], Defaults(zone=zone)))
    [report] = [one.report for one in found if isinstance(one, Original)]
    day = None if report.published is None else report.published.edtf
    return day, [one.text for one in found if isinstance(one, Notice)]


@pytest.mark.parametrize(
    "stamp, zone, day",
    [
        ("2023-02-10T22:30:00Z", "Asia/Damascus", "2023-02-11"),
        ("2023-02-10T22:30:00Z", "Africa/Algiers", "2023-02-10"),
        ("2023-02-10T22:30:00Z", "", "2023-02-10/2023-02-11"),
        ("2023-02-10 21:05 UTC", "", "2023-02-10/2023-02-11"),
        ("2023-02-10T12:00:00.000+00:00", "", "2023-02-10"),
        ("2023-02-10T22:30:00+03:00", "", "2023-02-10"),
        ("2023-02-10T22:30:00+03:00", "America/New_York", "2023-02-10"),
        ("2023-02-10", "Asia/Damascus", "2023-02-10"),
        ("2023-02-10T22:30:00", "Asia/Damascus", "2023-02-10"),
    ],
)
def test_a_stamp_in_utc_is_of_the_day_of_its_place(tmp_path: Path, stamp: str, zone: str, day: str) -> None:
    assert taken(tmp_path, stamp, zone)[0] == day


def test_a_stamp_that_may_be_of_two_days_is_told_with_the_remedy(tmp_path: Path) -> None:
    _, [told] = taken(tmp_path, "2023-02-10T22:30:00Z")
    assert "2023-02-11" in told
    assert "--zone" in told
    assert taken(tmp_path, "2023-02-10T12:30:00Z")[1] == []


@pytest.mark.parametrize(
    "published, told",
    [("2099-01-01", "future"), ("1023-05-01", "older"), ("2023-02-10", ""), ("2026-11-30", ""), ("1861", "")],
)
def test_a_published_day_that_cannot_be_right_is_told(published: str, told: str) -> None:
    said = doubts(published, When(published), "", date(2026, 11, 29))
    assert told in said
    assert bool(said) == bool(told)


def test_a_zone_that_is_none_is_none() -> None:
    assert zone_of("Asia/Damascus") is not None
    assert zone_of("Damascus time") is None
    assert zone_of("../../etc/passwd") is None
