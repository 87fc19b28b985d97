"""Published days that can hardly be right, and the time zone of the settings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from store.intake.metadata import Defaults
from store.intake.moments import doubt
from store.intake.read import take
from store.intake.result import Notice
from timeline_core.model.when import When
from tui.settings import config


@pytest.mark.parametrize(
    "published, told",
    [("2099-01-01", "future"), ("1023-05-01", "older"), ("2023-02-10", ""), ("2026-11-30", ""), ("1861", "")],
)
def test_a_published_day_that_cannot_be_right_is_told(published: str, told: str) -> None:
    said = doubt(When(published), date(2026, 11, 29))
    assert told in said
    assert bool(said) == bool(told)


def test_the_notice_names_the_file_and_the_day(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_text("---\npublished: 1023-05-01\n---\nA soldier was killed.", "utf-8")
    [told] = [str(one) for one in take([str(path)]) if isinstance(one, Notice)]
    assert "post.md" in told
    assert "1023-05-01" in told


def test_a_day_behind_that_of_who_reads_is_told_and_none_where_no_day_is_given(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_text("---\npublished: 2099-05-01\n---\nA soldier was killed.", "utf-8")
    [told] = [str(one) for one in take([str(path)], Defaults(today=date(2026, 11, 29))) if isinstance(one, Notice)]
    assert "lies in the future" in told
    assert [one for one in take([str(path)]) if isinstance(one, Notice)] == []


def test_the_settings_hold_a_time_zone_and_tell_what_is_none(tmp_path: Path) -> None:
    file = tmp_path / config.FILE
    file.write_text('[reports]\nzone = "Asia/Damascus"\n', "utf-8")
    assert config.read(tmp_path).zone == "Asia/Damascus"
    file.write_text('[reports]\nzone = "Damascus time"\n', "utf-8")
    settings = config.read(tmp_path)
    assert settings.zone == ""
    assert "Asia/Damascus" in settings.problems[0]
