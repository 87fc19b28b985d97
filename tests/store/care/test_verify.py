"""What `verify` finds, each kind of damage by its own line, and nothing where nothing is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from store.care.verify import verify
from store.decisions import compaction as fold
from store.disk.atomic import AtomicJSON
from store.disk.errors import LibraryError
from store.reports import shards
from store.reports.library import Library
from store.reports.original import Original, digest
from tests.store.words import originals, tampered
from timeline_core.model.decision import Act, Hold, Target

TEXT = "غارة شرقي سوريا في 10 شباط"
PAGE_BYTES = f"<!doctype html><meta charset=utf-8><p>{TEXT}</p>".encode()
PAGE = Original(replace(Original.of_text("page", TEXT).report, sha256=digest(PAGE_BYTES)), PAGE_BYTES)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four reports in two files, and a decision upon words of the page."""
    monkeypatch.setattr(shards.Shards.__init__, "__defaults__", (2,))
    library = Library(tmp_path / "library")
    library.add([PAGE, *originals("one", "two", "three")])
    target = Target("e", (Hold(PAGE.report.sha256, 0, 4, "غارة"),))
    library.decisions.record(Act.STAR, "me", [target])
    library.decisions.compact()
    library.decisions.record(Act.STAR, "me", [target])
    return library.folder


def test_a_sound_library_has_no_problem(folder: Path) -> None:
    found = verify(folder)
    assert (found.reports, found.decisions, found.spare, found.problems) == (4, 2, 0, [])


def file(folder: Path, ending: str) -> Path:
    [path] = [path for path in folder.rglob("*") if path.name.endswith(ending) and "before" not in path.name]
    return path


def flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    path.write_bytes(content)


def hung_elsewhere(folder: Path) -> None:
    target = Target("e", (Hold(PAGE.report.sha256, 5, 9, "غارة"),))
    Library(folder).decisions.record(Act.STAR, "me", [target])


def twice(folder: Path) -> None:
    path = folder / "reports" / "0002.json"
    first = AtomicJSON(path.with_name("0001.json")).read()
    assert first is not None
    tampered(path, lambda tables: tables["reports"].update({"2": first["reports"]["1"]}))


DAMAGE: list[tuple[Callable[[Path], object], str]] = [
    (lambda folder: flipped(folder / "texts" / digest(b"one")), "is not what was added («a»)"),
    (lambda folder: (folder / "texts" / digest(b"two")).unlink(), "is gone; it is «b» of 0002.json"),
    (lambda folder: flipped(file(folder, ".txt")), "is not the text that was read from «page»"),
    (lambda folder: file(folder, ".txt").unlink(), "is not the text that was read from «page»"),
    (lambda folder: (folder / "reports" / "0001.json").write_bytes(b"{"), "0001.json: is damaged"),
    (lambda folder: (folder / "reports" / "0001.json").unlink(), "number 1, so one before it is gone"),
    (twice, "«page» stands in 0001.json too"),
    (lambda folder: flipped(folder / fold.JOURNAL), "decisions.journal: line 2 is damaged"),
    (lambda folder: (folder / fold.FILE).write_bytes(b""), "decisions.json: is damaged"),
    (lambda folder: (folder / fold.JOURNAL).unlink(), "what was decided last may be missing"),
    (hung_elsewhere, "hangs on words that «page» does not say at 5–9"),
    (lambda folder: Library(folder).decisions.record(Act.UNDO, "me", undoes="x"), "that is not here (x)"),
    (lambda folder: (folder / "texts" / ".waqai-0123456789ab.tmp").touch(), "is half a file"),
    (lambda folder: (folder / "decisions 2.json").touch(), "is a conflict copy"),
    (lambda folder: (folder / "texts" / f"{digest(b'one')} 2").touch(), "is a conflict copy"),
    (lambda folder: (folder / "reports" / "mine.odt").touch(), "mine.odt: is none of Waqai's"),
]


@pytest.mark.parametrize("damage, line", DAMAGE, ids=[line for _, line in DAMAGE])
def test_every_kind_of_damage_is_a_line(folder: Path, damage: Callable[[Path], object], line: str) -> None:
    damage(folder)
    assert any(line in problem for problem in verify(folder).problems), verify(folder).problems


def test_a_decision_whose_report_is_gone_is_told(folder: Path) -> None:
    (folder / "reports" / "0001.json").write_text('{"reports": {}}', "utf-8")
    problems = verify(folder).problems
    assert sum("hangs on a report that is not here" in problem for problem in problems) == 2


def test_texts_that_an_interrupted_add_left_are_no_problem(folder: Path) -> None:
    (folder / "texts" / digest(b"later")).write_bytes(b"later")
    found = verify(folder)
    assert (found.spare, found.problems) == (1, [])


def test_no_library_is_told(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="holds no library"):
        verify(tmp_path)
