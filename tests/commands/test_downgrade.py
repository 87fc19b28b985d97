"""A library of a newer Waqai: whatever is asked of it is refused with the reason, and no byte of it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.disk import migrations, seal
from store.disk.atomic import to_json
from tests.commands.words import Streams

VERBS = (
    ("list",),
    ("add", "REPORT"),
    ("decide", "2021-05-03--00000000", "star"),
    ("reports",),
    ("library", "verify"),
    ("library", "repair"),
    ("library", "compact"),
    ("library", "merge", "OTHER"),
    ("library", "forget", "one", "--yes"),
    ("library", "backup", "BACKUP"),
    ("library", "log"),
)


@pytest.fixture
def newer(waqai: Streams, tmp_path: Path) -> Path:
    """A library that this Waqai made, and a newer one has brought along."""
    folder = tmp_path / "newer"
    for name, text in (("one.txt", "A bridge in Manara was opened on 3 May 2021."), ("two.txt", "A mill burnt.")):
        (tmp_path / name).write_text(text, "utf-8")
    for place in (folder, tmp_path / "other"):
        waqai("--library", place, "add", tmp_path / "one.txt")
    header = {"schema": migrations.CURRENT + 1, "name": "newer"}
    check = seal.checksum(migrations.HEADER, to_json(header).decode("utf-8"))
    (folder / migrations.HEADER).write_bytes(to_json({**header, seal.CHECKSUM: check}))
    return folder


def held(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_nothing_is_done_with_it(waqai: Streams, newer: Path, tmp_path: Path, verb: tuple[str, ...]) -> None:
    before = held(newer)
    places = {"REPORT": tmp_path / "two.txt", "OTHER": tmp_path / "other", "BACKUP": tmp_path / "new.zip"}
    said = waqai("--library", newer, *(places.get(word, word) for word in verb))
    assert said.code == 1
    assert f"newer Waqai (version {migrations.CURRENT + 1}; this one knows {migrations.CURRENT})" in said.err
    assert held(newer) == before
    assert not (tmp_path / "new.zip").exists()


def test_it_is_not_merged_into_another(waqai: Streams, newer: Path, tmp_path: Path) -> None:
    before = held(tmp_path / "other")
    said = waqai("--library", tmp_path / "other", "library", "merge", newer)
    assert (said.code, "newer Waqai" in said.err) == (1, True)
    assert {name: content for name, content in held(tmp_path / "other").items() if ".lock" not in name} == {
        name: content for name, content in before.items() if ".lock" not in name
    }
