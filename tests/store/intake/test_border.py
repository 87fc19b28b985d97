"""The law of the border: a thousand good files and one hostile one give a thousand reports and one line."""

from __future__ import annotations

import gzip
import os
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest

from store.intake import kinds
from store.intake.found import Source
from store.intake.read import take
from store.intake.result import Failure
from store.reports.original import Original
from tests.store.words import written

GOOD = 1_000


@cache
def bomb() -> bytes:
    """An archive of a member that unpacks to a hundred megabytes."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b" " * 100_000_000)
    return file.getvalue()


HOSTILE = {
    "bomb.zip": b"",
    "bomb.docx": b"",
    "broken.pdf": b"%PDF-1.7\n" + b"1 0 obj << " * 2_000,
    "deep.json": b"[" * 100_000,
    "deep.html": b"",
    "empty.txt": b"",
    "noise.txt": bytes(range(256)) * 40,
    "mail.eml": b"From: a@example.org\nSubject: " + b"=?utf-8?q?a?= " * 40_000 + b"\n\nA raid.\n",
    "parts.eml": b"From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n"
    + b"--b\n\nx\n" * 2_000
    + b"--b--",
    "feed.rss": b"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'b'>]><rss>" + b"<channel>" * 5_000,
    "packed.gz": gzip.compress(b" " * 1_000_000),
    "table.xlsx": b"PK\x03\x04" + b"\0" * 200,
}


def content_of(name: str) -> bytes:
    """What is large is made when it is wanted: every worker loads this file."""
    if name.startswith("bomb"):
        return bomb()
    return HOSTILE[name] or (b"<div>" * 300_000 if name == "deep.html" else b"")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good ones."""
    made = tmp_path_factory.mktemp("good")
    for number in range(GOOD):
        (made / f"{number:04}.txt").write_text(f"A bridge was opened on {number % 28 + 1} May 2021 in town {number}.\n")
    return made


@pytest.mark.parametrize("name", HOSTILE)
def test_each_hostile_file_costs_a_line_and_no_neighbour(tmp_path: Path, name: str) -> None:
    content = content_of(name)
    for number in range(3):
        written(tmp_path / f"{number}.txt", f"A bridge was opened in town {number}.")
    written(tmp_path / f"1-{name}", content)
    found = [*take([str(tmp_path)])]
    kept = [one for one in found if isinstance(one, Original) and not one.report.path.endswith(name)]
    assert len(kept) == 3
    assert len([one for one in found if isinstance(one, Failure)]) <= 1


def test_a_thousand_good_files_and_one_of_each_hostile_kind(folder: Path) -> None:
    for name in HOSTILE:
        written(folder / f"0500-{name}", content_of(name))
    os.mkfifo(folder / "0500-pipe.txt")
    found = [*take([str(folder)])]
    good = [one for one in found if isinstance(one, Original) and "-" not in Path(one.report.path).name]
    failures = [one.path for one in found if isinstance(one, Failure)]
    assert len(good) == GOOD
    assert len(failures) == len(set(failures)) >= len(HOSTILE) - 2


def test_a_want_of_memory_ends_one_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = kinds.read

    def greedy(source: Source) -> object:
        if source.path.endswith("2.txt"):
            raise MemoryError
        return read(source)

    monkeypatch.setattr(kinds, "read", greedy)
    for number in range(5):
        written(tmp_path / f"{number}.txt", f"A bridge was opened in town {number}.")
    found = [*take([str(tmp_path)])]
    assert [type(one) for one in found].count(Original) == 4
    [failure] = [one for one in found if isinstance(one, Failure)]
    assert failure.path.endswith("2.txt")
    assert "MemoryError" in failure.reason
