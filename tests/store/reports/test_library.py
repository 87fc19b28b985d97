"""What a library keeps, and what it refuses."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from store.disk import migrations, steps
from store.disk.errors import LibraryError
from store.reports import shards
from store.reports.library import Library
from store.reports.original import Original, digest
from tests.store.words import ARABIC, originals, tampered, unsealed
from timeline_core.model.block import Block, BlockRole, Cell, Stamp
from timeline_core.model.decision import Act, in_force
from timeline_core.model.span import Span
from timeline_core.model.when import Mod, Precision, When

FILES = Path(__file__).parents[1] / "files"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


def test_what_is_added_is_read_again_as_it_was_in_the_order_added(folder: Path) -> None:
    """Across two openings; no field is lost, no character of a text changed."""
    full = replace(
        Original.of_text("ويكيليكس", f"\r\n {ARABIC}\n\n\t").report,
        title="عنوان", publisher="أ", published=When("2023-02", Mod.START), lang="ar", path="x/ي.txt", url="https://e.x/?a",
    )  # fmt: skip
    given = [Original(full, full.text.encode("utf-8")), *originals("one", "two")]
    with Library(folder) as library:
        library.add(given)
    assert Library(folder).reports() == tuple(original.report for original in given)


def test_a_text_that_is_not_its_bytes_is_kept_beside_them(folder: Path) -> None:
    """A web page: the bytes stay for proof, the text that evidence counts in stays as it was read."""
    page = b"<p>\xd3\xe1\xc7\xe3</p>"
    plain = Original.of_text("page", "سلام").report
    report = replace(plain, sha256="ab" * 32, text_sha256=plain.sha256)
    Library(folder).add([Original(report, page)])
    assert Library(folder).reports() == (report,)
    assert (folder / "texts" / report.sha256).read_bytes() == page


def test_the_same_bytes_are_kept_once_and_a_taken_id_gets_a_number(folder: Path) -> None:
    library = Library(folder)
    library.add([Original.of_text("news", "one")])
    added = library.add(
        [Original.of_text("other", "one"), Original.of_text("news", "two"), Original.of_text("n", "two")]
    )
    assert added.new == ("news-2",)
    assert added.duplicates == (("other", "news"), ("n", "news-2"))
    assert [report.id for report in library.reports()] == ["news", "news-2"]


def test_reading_makes_no_file(folder: Path) -> None:
    assert Library(folder).reports() == ()
    assert not Library(folder).exists
    assert not folder.exists()


def test_files_are_for_people_and_for_git(folder: Path) -> None:
    """UTF-8 as it is, one value a line, and adding leaves the lines above as they were."""
    library = Library(folder)
    library.add([Original(replace(Original.of_text("a", "one").report, title="غارة"), b"one")])
    before = (folder / "reports" / "0001.json").read_text("utf-8").splitlines()
    library.add(originals("two")[:1])
    after = (folder / "reports" / "0001.json").read_text("utf-8").splitlines()
    assert '   "title": "غارة",' in before
    end = before.index("  }")
    assert after[:end] == before[:end]


def test_a_full_file_is_followed_by_the_next(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards.Shards.__init__, "__defaults__", (2,))
    library = Library(folder)
    library.add(originals("1", "2", "3"))
    library.add(originals("1", "4", "5"))
    assert sorted(path.name for path in (folder / "reports").iterdir()) == ["0001.json", "0002.json", "0003.json"]
    assert [report.text for report in Library(folder).reports()] == ["1", "2", "3", "4", "5"]


def test_a_library_that_is_open_sees_what_another_adds(folder: Path) -> None:
    mine, theirs = Library(folder), Library(folder)
    mine.add(originals("one"))
    theirs.add(originals("one", "two"))
    assert [report.text for report in mine.reports()] == ["one", "two"]


DAMAGED = (b"", b"  \n", b"null", b"[]", b"{", b'{"reports"', b"\xff\xfe", b"\0" * 100, b"[" * 99_999)


@pytest.mark.parametrize("content", DAMAGED, ids=lambda content: repr(content[:12]))
@pytest.mark.parametrize("name", ["library.json", "reports/0001.json"])
def test_a_damaged_file_is_named_and_never_overwritten(folder: Path, name: str, content: bytes) -> None:
    """TinyDB itself takes an empty file for an empty database, and writes over it."""
    Library(folder).add(originals("one"))
    file = folder / name
    file.write_bytes(content)
    for use in (lambda: Library(folder).reports(), lambda: Library(folder).add(originals("two"))):
        with pytest.raises(LibraryError, match=r"is damaged .*; put a sound copy in its place") as caught:
            use()
        assert caught.value.file == file
    assert file.read_bytes() == content


@pytest.mark.parametrize(
    "document",
    [
        "text",
        {"id": "x"},
        {"sha256": "ab" * 32},
        {"id": "x", "sha256": "../../../etc/passwd"},
        {"id": "x", "sha256": "ab" * 32},
        {"published": {"edtf": "2023-13"}},
        {"published": "2023"},
    ],
)
def test_a_report_that_waqai_did_not_write_is_refused(folder: Path, document: object) -> None:
    Library(folder).add(originals("one"))
    file = folder / "reports" / "0001.json"
    unsealed(file)
    tables = json.loads(file.read_text("utf-8"))
    whole = tables["reports"]["1"]
    tables["reports"]["1"] = (
        {**whole, **document} if isinstance(document, dict) and "published" in document else document
    )
    file.write_text(json.dumps(tables), "utf-8")
    with pytest.raises(LibraryError, match=r"0001\.json: is damaged"):
        Library(folder).reports()


def test_a_text_that_is_gone_is_named(folder: Path) -> None:
    [original] = originals("one")
    Library(folder).add([original])
    (folder / "texts" / original.report.sha256).unlink()
    with pytest.raises(LibraryError, match=rf"{original.report.sha256}: is damaged \(it is gone\)"):
        Library(folder).reports()


def test_a_newer_library_is_refused_and_left_alone(folder: Path) -> None:
    Library(folder).add(originals("one"))
    header = folder / "library.json"
    header.write_text('{"schema": 99, "name": "x"}', "utf-8")
    with pytest.raises(
        LibraryError, match=rf"newer Waqai \(version 99; this one knows {migrations.CURRENT}\); update Waqai"
    ):
        Library(folder)
    assert json.loads(header.read_text("utf-8")) == {"schema": 99, "name": "x"}


def test_a_library_that_grows_new_under_an_open_one_is_not_written_to(folder: Path) -> None:
    library = Library(folder)
    library.add(originals("one"))
    (folder / "library.json").write_text('{"schema": 99}', "utf-8")
    with pytest.raises(LibraryError, match="newer Waqai"):
        library.add(originals("two"))


def test_a_folder_of_other_things_is_no_library(tmp_path: Path) -> None:
    """`--library ~/Documents` must not fill that folder with ours."""
    (tmp_path / "thesis.odt").write_text("mine", "utf-8")
    with pytest.raises(LibraryError, match=r"holds «thesis\.odt» but no library\.json"):
        Library(tmp_path)


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    """Holds for root too, whom permissions do not bind."""
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(LibraryError, match="a file stands where a folder should be; name another"):
        Library(tmp_path / "file" / "library").add(originals("one"))
    with pytest.raises(LibraryError, match="a file stands where a folder should be; name another"):
        Library(tmp_path / "file")


def test_steps_lift_an_old_library_one_at_a_time_and_a_broken_one_is_done_again(folder: Path) -> None:
    folder.mkdir()
    (folder / "library.json").write_text('{"schema": 1, "name": "x"}', "utf-8")
    done: list[int] = []

    def breaks(_: Path) -> None:
        done.append(-2)
        raise LibraryError(folder, "x", "y")

    steps = {1: lambda _: done.append(1), 2: breaks}
    with pytest.raises(LibraryError):
        migrations.lift(folder, steps, 3)
    migrations.lift(folder, {2: lambda _: done.append(2)}, 3)
    assert done == [1, -2, 2]
    assert json.loads((folder / "library.json").read_text("utf-8")) == {"schema": 3, "name": "x"}


@pytest.mark.parametrize("saved", sorted(FILES.glob("library-?")), ids=lambda path: path.name)
def test_a_library_of_every_version_can_be_read_and_added_to(saved: Path, folder: Path) -> None:
    shutil.copytree(saved, folder)
    library = Library(folder)
    before = library.reports()
    assert [report.id for report in before] == ["raid", "page"]
    assert before[0].published == When("2023-02-09/2023-02-17", None, Precision.WEEK)
    library.add(originals("one"))
    assert [report.id for report in Library(folder).reports()] == ["raid", "page", "a"]


def test_the_step_from_1_to_2_names_the_hash_of_a_text_that_is_not_its_bytes(folder: Path) -> None:
    """And bears being killed and done again: a report that has it keeps it."""
    shutil.copytree(FILES / "library-1", folder)
    for _ in range(2):
        steps.with_hashes_of_texts(folder)
        raid, page = json.loads((folder / "reports" / "0001.json").read_text("utf-8"))["reports"].values()
        assert "text_sha256" not in raid
        assert page["text_sha256"] == digest((folder / "texts" / f"{page['sha256']}.txt").read_bytes())


def test_the_step_from_2_to_3_changes_no_report_and_bears_being_done_again(folder: Path) -> None:
    shutil.copytree(FILES / "library-2", folder)
    before = (folder / "reports" / "0001.json").read_bytes()
    for _ in range(2):
        steps.with_blocks(folder)
    assert (folder / "reports" / "0001.json").read_bytes() == before
    assert [report.blocks for report in Library(folder).reports()] == [(), ()]


def test_a_library_keeps_the_blocks_of_its_reports(folder: Path) -> None:
    blocks = (
        Block(BlockRole.HEADING, Span(0, 2), level=2),
        Block(BlockRole.MESSAGE, Span(2, 6), stamp=Stamp("2023-02-10T21:14:22+03:00", "Sam")),
        Block(BlockRole.ROW, Span(6, 9), cells=(Cell(Span(6, 7), "Date", "when"), Cell(Span(8, 9)))),
    )
    [original] = originals("one")
    Library(folder).add([replace(original, report=replace(original.report, blocks=blocks))])
    assert [report.blocks for report in Library(folder).reports()] == [blocks]


def test_a_saved_library_of_version_3_has_blocks(folder: Path) -> None:
    shutil.copytree(FILES / "library-3", folder)
    _, page = Library(folder).reports()
    assert page.blocks == (Block(BlockRole.MESSAGE, Span(0, 4), stamp=Stamp("2023-02-10T21:14:22+03:00", "Sam")),)


@pytest.mark.parametrize(
    "blocks",
    [
        {},
        ["heading"],
        [{"role": "heading"}],
        [{"role": "verse", "start": 0, "end": 1}],
        [{"role": "row", "start": 3, "end": 1}],
        [{"role": "row", "start": 0, "end": 1, "cells": [[0, 1]]}],
        [{"role": "row", "start": 0, "end": 1, "stamp": "2023"}],
    ],
)
def test_blocks_that_waqai_did_not_write_are_refused(folder: Path, blocks: object) -> None:
    Library(folder).add(originals("one"))
    file = folder / "reports" / "0001.json"
    tampered(file, lambda tables: tables["reports"]["1"].update(blocks=blocks))
    with pytest.raises(LibraryError, match=r"0001\.json: is damaged"):
        Library(folder).reports()


def test_deciding_lifts_an_old_library_first(folder: Path) -> None:
    shutil.copytree(FILES / "library-1", folder)
    Library(folder).decisions.record(Act.STAR, "me")
    assert migrations.version(folder) == migrations.CURRENT
    assert len(Library(folder).decisions.log()) == 1


@pytest.mark.parametrize("version", [2, 3])
def test_a_saved_library_keeps_its_decisions(folder: Path, version: int) -> None:
    """Folded and not, with an undo among them; the words that they hang on are where they were."""
    shutil.copytree(FILES / f"library-{version}", folder)
    library = Library(folder)
    log = library.decisions.log()
    assert [(one.act, one.who) for one in log] == [
        (Act.ACCEPT, "ليلى"), (Act.DATE, "ليلى"), (Act.REJECT, "Sam"), (Act.UNDO, "Sam")
    ]  # fmt: skip
    assert log[3].undoes == log[2].id
    [hold] = log[1].targets[0].holds
    [report] = [report for report in library.reports() if report.sha256 == hold.report]
    assert report.text[hold.start : hold.end] == hold.exact
    assert [decision.id for decision in in_force(log)] == [log[0].id, log[1].id]
