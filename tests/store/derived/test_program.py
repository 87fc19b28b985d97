"""The fingerprint of the program: another where a file or the version is another, and where nothing is, the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import timeline_core
from store.derived import program


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(program, "ROOT", tmp_path)
    file = tmp_path / "store" / "deep" / "module.py"
    file.parent.mkdir(parents=True)
    file.write_text("one", "utf-8")
    (tmp_path / "seeds").mkdir()
    return file


def test_it_is_the_same_while_nothing_changes(file: Path) -> None:
    before = program.fingerprint(["store"])
    (file.parent / "__pycache__").mkdir()
    (file.parent / "__pycache__" / "module.pyc").write_bytes(b"compiled")
    (file.parents[2] / "seeds" / "other.py").write_text("of no package that was asked for", "utf-8")
    assert program.fingerprint(["store"]) == before


def test_a_file_that_is_written_added_or_moved_makes_it_another(file: Path) -> None:
    seen = [program.fingerprint(["store"])]
    os.utime(file, ns=(1, 1))
    seen.append(program.fingerprint(["store"]))
    (file.parent / "added.py").touch()
    seen.append(program.fingerprint(["store"]))
    file.rename(file.parents[1] / file.name)
    seen.append(program.fingerprint(["store"]))
    assert len(set(seen)) == 4


@pytest.mark.usefixtures("file")
def test_another_version_is_another_program_though_its_files_look_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    before = program.fingerprint(["store"])
    monkeypatch.setattr(timeline_core, "__version__", "0.0.1")
    assert program.fingerprint(["store"]) != before


def test_the_packages_are_there() -> None:
    assert (program.ROOT / "store" / "derived" / "program.py").is_file()
