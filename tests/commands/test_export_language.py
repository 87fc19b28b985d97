"""The language of what is exported: for people that of their screen, for programs English, unless one is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.commands.words import RAID, Streams
from tests.core.export.words import decision
from tests.core.words import report
from tests.store.words import written
from timeline_core.model.decision import Act
from timeline_core.view.filter import apply, hide_rejected
from timeline_core.view.query import parse
from tui.commands.reader.desk import Desk
from tui.commands.shared.gather import Gathered


@pytest.fixture
def raid(tmp_path: Path) -> str:
    return written(tmp_path / "raid.md", RAID)


def test_a_document_speaks_the_language_that_is_asked_for(waqai: Streams, raid: str) -> None:
    said = waqai("export", "--format", "html", "--in", "ar", "--from", raid)
    assert '<html lang="ar" dir="rtl">' in said.out
    assert "شباط" in said.out
    egyptian = waqai("export", "--format", "markdown", "--in", "ar-EG", "--from", raid)
    assert "## الجمعة 10 فبراير 2023" in egyptian.out


def test_the_settings_say_it_for_all_documents_and_for_no_data(waqai: Streams, raid: str, own_home: Path) -> None:
    written(own_home / "waqai" / "config.toml", '[screen]\nlanguage = "ar"\n')
    assert "\nlang: ar\ndir: rtl\n" in waqai("export", "--format", "markdown", "--from", raid).out
    assert "Friday 10 February 2023" in waqai("export", "--format", "csv", "--from", raid).out
    assert "\nlang: en\n" in waqai("export", "--format", "markdown", "--in", "en", "--from", raid).out


def test_so_does_the_locale(waqai: Streams, raid: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ar_SY.UTF-8")
    assert "\nlang: ar\n" in waqai("export", "--format", "markdown", "--from", raid).out


def test_a_language_that_is_none_is_wrong_usage(waqai: Streams, raid: str) -> None:
    said = waqai("export", "--format", "html", "--in", "klingon", "--from", raid)
    assert said.code == 2
    assert "«klingon» is no language of Waqai; write en, ar or ar-EG" in said.err


def test_what_the_reader_writes_names_its_filter_its_day_and_what_it_passed_over() -> None:
    found = Gathered((report(RAID, "2023-02-16"),), "raid")
    before = Desk(found, date(2024, 5, 6)).load().timeline
    rejected = next(event for event in before.events if event.kind.value == "occurrence")
    desk = Desk(replace(found, log=(decision("1", Act.REJECT, rejected, before),)), date(2024, 5, 6))
    whole = desk.load().timeline
    desk.learn()
    shown = parse("kind:occurrence")
    text = desk.export(shown, apply(hide_rejected(shown), whole), Path("timeline.md"))
    assert '\nmade: "2024-05-06"\n' in text
    assert '\nfilter: "kind:occurrence"\n' in text
    assert "\nrejected-left-out: 1\n" in text
    assert rejected.id not in text
