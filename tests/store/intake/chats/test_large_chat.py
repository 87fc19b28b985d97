"""A chat in plain text that is longer than one report may be is read all the same, a message at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.intake import kinds
from store.intake.crowd import take_many
from store.intake.read import take
from store.intake.result import Failure, Notice
from store.reports.original import Original

CHAT = "".join(
    f"[{day:02d}/03/2021, 09:11:00] Huda: A bridge fell today, {day}.\nMore of it.\n" for day in range(1, 29)
)


def told(path: Path) -> list[tuple[str, str, str]]:
    return [
        (one.report.text, one.report.moment, one.report.sha256)
        for one in take([str(path)])
        if isinstance(one, Original)
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_it_gives_the_same_messages_as_a_short_one(
    encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "chat.txt"
    file.write_text(CHAT, encoding)
    short = told(file)
    monkeypatch.setattr(kinds, "REPORT_LIMIT", 500)
    assert told(file) == short
    assert len(short) == 28
    many = [one.report.text for one in take_many([str(file)]) if isinstance(one, Original)]
    assert many == [text for text, _, _ in short]


def test_its_days_are_settled_by_the_whole_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "REPORT_LIMIT", 100)
    file = tmp_path / "chat.txt"
    file.write_text(CHAT.split("[13/")[0].replace("2021", "2021") + "[13/03/2021, 09:00:00] Huda: It fell.\n", "utf-8")
    assert told(file)[0][1].startswith("2021-03-01")
    file.write_text("[03/03/2021, 09:11:00] A: Yes.\n[04/03/2021, 09:11:00] B: A bridge fell, and no one saw.\n" * 3)
    assert any(isinstance(one, Notice) and "begins with the day or the month" in one.text for one in take([str(file)]))


def test_one_that_is_in_no_encoding_of_ours_is_refused_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "REPORT_LIMIT", 500)
    file = tmp_path / "chat.txt"
    file.write_bytes(CHAT.encode() + b"[28/03/2021, 10:11:00] Huda: \xc7\xe4\n")
    [refused] = [one for one in take([str(file)]) if isinstance(one, Failure)]
    assert str(refused).endswith("is a large chat that is not UTF-8; save it as UTF-8 text")


def test_a_long_text_that_is_no_chat_is_refused_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.intake.read.REPORT_LIMIT", 500)
    monkeypatch.setattr("store.intake.kinds.REPORT_LIMIT", 500)
    file = tmp_path / "a.txt"
    file.write_text("A bridge fell. " * 100, "utf-8")
    [refused] = [*take([str(file)])]
    assert isinstance(refused, Failure)
    assert "is too large" in refused.reason
