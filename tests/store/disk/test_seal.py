"""No flipped bit, no cut and no file in another's place changes in silence what a library says."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from store.care.mending import mend
from store.care.verify import verify
from store.decisions import compaction as fold
from store.decisions.decisions import Decisions
from store.disk import migrations, seal, steps
from store.disk.atomic import AtomicJSON
from store.disk.errors import Damaged, LibraryError
from store.reports import shards
from store.reports.library import Library
from store.reports.original import Original, digest
from tests.depth import IS_DEEP
from tests.store.words import originals, unsealed
from timeline_core.model.decision import Act, Hold, Target
from timeline_core.model.when import When

FILES = Path(__file__).parents[1] / "files"
PAGE = b"<p>Shells fell on the old market of Karm on 4 May.</p>"
TEXT = "Shells fell on the old market of Karm on 4 May."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports, one of them a page, and twenty decisions, half of them folded twice."""
    library = Library(tmp_path / "library")
    page = replace(Original.of_text("page", TEXT).report, sha256=digest(PAGE), text_sha256=digest(TEXT.encode()))
    dated = [
        replace(one, report=replace(one.report, published=When("2024-05-06"))) for one in originals("غارة", "one two")
    ]
    library.add([Original(page, PAGE), *dated])
    for count in (4, 6):
        decided(library.folder, count)
        Decisions(library.folder).compact()
    decided(library.folder, 10)
    assert verify(library.folder).problems == []
    return library.folder


def decided(folder: Path, count: int) -> None:
    """So many decisions upon words of the page."""
    target = Target("2024-05-04--1", (Hold(digest(PAGE), 0, 6, "Shells", kind="occurrence"),), "Shells fell")
    for number in range(count):
        Decisions(folder).record(Act.TAG, "me", [target], [str(number)])


def said(folder: Path) -> tuple[object, ...]:
    """All that a library says of its reports, and every decision."""
    library = Library(folder)
    return (*library.reports(), *library.decisions.log())


def is_silent(folder: Path, before: tuple[object, ...]) -> bool:
    """True where the library is damaged and neither reading nor `verify` has a word of it, or it says other things."""
    try:
        now = said(folder)
    except LibraryError:
        return False
    if now != before:
        return not Library(folder).decisions.problems and not _problems(folder)
    return not _problems(folder)


def _problems(folder: Path) -> list[str]:
    library = Library(folder)
    library.decisions.log()
    return [*library.decisions.problems, *verify(folder).problems]


def files(folder: Path) -> Iterator[Path]:
    yield from sorted(one for one in folder.rglob("*") if one.is_file() and not one.name.startswith("."))


def flipped_unseen(folder: Path, step: int) -> list[str]:
    """Where a flipped bit goes unseen, of every `step`th byte of all files; the bit turns with the place."""
    before, unseen, at = said(folder), [], 0
    for file in files(folder):
        whole = file.read_bytes()
        for place in range(at % step, len(whole), step):
            for bit in range(8) if step == 1 else (place % 8,):
                file.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
                if is_silent(folder, before):
                    unseen.append(f"{file.name} byte {place} bit {bit}")
        file.write_bytes(whole)
        at += len(whole)
    return unseen


def test_no_flipped_bit_is_silent(folder: Path) -> None:
    assert flipped_unseen(folder, 61) == []


def test_without_the_seal_flipped_bits_are_seen_to_be_silent(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So the test above can fail."""
    monkeypatch.setattr(seal, "is_sound", lambda *_: True)
    assert len(flipped_unseen(folder, 61)) > 9


@pytest.mark.slow
def test_no_flipped_bit_of_many_bytes_is_silent(folder: Path) -> None:
    """All bits of all bytes, `flipped_unseen(folder, 1)`, take ten minutes of a processor."""
    assert flipped_unseen(folder, 3 if IS_DEEP else 17) == []


@pytest.mark.parametrize("name", [fold.JOURNAL, fold.JOURNAL_BEFORE])
def test_the_end_of_the_last_line_is_no_line_that_is_being_written(folder: Path, name: str) -> None:
    """Found by flipping all bits: with another last byte the last decision was passed over without a word."""
    before, file = said(folder), folder / name
    whole = file.read_bytes()
    for bit in range(8):
        file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1 << bit]))
        assert not is_silent(folder, before), bit
    file.write_bytes(whole[:-1])
    assert not verify(folder).problems, "cut before its line feed it may be a write that is under way"


@pytest.mark.parametrize("name", ["library.json", "reports/0001.json", "decisions.json"])
def test_no_cut_is_silent(folder: Path, name: str) -> None:
    before, file = said(folder), folder / name
    whole = file.read_bytes()
    for length in (*range(0, len(whole), 7), len(whole) - 1):
        file.write_bytes(whole[:length])
        assert not is_silent(folder, before), length


def test_two_files_in_each_others_place_are_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the second holds the same kind of thing."""
    monkeypatch.setattr(shards.Shards.__init__, "__defaults__", (3,))
    Library(folder).add(originals("three", "four", "five")[:])
    first, second = (folder / "reports" / name for name in ("0001.json", "0002.json"))
    one, two = first.read_bytes(), second.read_bytes()
    first.write_bytes(two)
    second.write_bytes(one)
    with pytest.raises(Damaged, match="its checksum is of other content"):
        Library(folder).reports()


def test_a_day_of_publication_that_was_changed_is_not_believed(folder: Path) -> None:
    """Not even after a repair, which brings back the reports whose own checksum is right and those alone."""
    file = folder / "reports" / "0001.json"
    file.write_bytes(file.read_bytes().replace(b"2024-05-06", b"2025-05-06", 1))
    with pytest.raises(Damaged, match="library repair"):
        Library(folder).reports()
    assert "2 reports brought back" in " ".join(mend(folder))
    assert [one.id for one in Library(folder).reports()] == ["page", "b"]
    assert verify(folder).problems == []


def test_a_report_whose_checksum_was_lost_is_not_brought_back(folder: Path) -> None:
    file = folder / "reports" / "0001.json"
    content = file.read_bytes().replace(b"crc32", b"crc33", 1).replace(b"one two", b"one twp")
    file.write_bytes(content)
    list(mend(folder))
    assert [one.id for one in Library(folder).reports()] == ["a", "b"]


def test_a_text_that_was_changed_is_not_read(folder: Path) -> None:
    [text] = (folder / "texts").glob("*.txt")
    text.write_bytes(text.read_bytes().replace(b"4 May", b"5 May"))
    with pytest.raises(Damaged, match="not the text that was read"):
        Library(folder).reports()


def test_the_copy_of_a_sync_program_bears_the_seal_of_its_original(tmp_path: Path) -> None:
    AtomicJSON(tmp_path / "0001.json").write({"reports": {"1": {"id": "x"}}})
    for name in ("0001 2.json", "0001.sync-conflict-20240506.json"):
        shutil.copy(tmp_path / "0001.json", tmp_path / name)
        assert AtomicJSON(tmp_path / name).read() == {"reports": {"1": {"id": "x"}}}
    shutil.copy(tmp_path / "0001.json", tmp_path / "0002.json")
    with pytest.raises(Damaged):
        AtomicJSON(tmp_path / "0002.json").read()


@pytest.mark.parametrize("rows", [False, True])
def test_a_file_is_json_that_any_program_reads(tmp_path: Path, *, rows: bool) -> None:
    """Names that are no Unicode come back too."""
    tables = {"reports": {"1": {"a": "غارة", "b": {"x": [1]}, "c": None}, "2": {"a": "x\udcff"}}, "none": {}}
    storage = AtomicJSON(tmp_path / "0001.json", rows=rows)
    storage.write(tables)
    assert storage.read() == tables
    assert list(json.loads((tmp_path / "0001.json").read_text("utf-8"))) == ["reports", "none", "checksum"]


def test_the_step_from_3_to_4_seals_what_was_kept_and_bears_being_done_again(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    shutil.copytree(FILES / "library-3", folder)
    before = said(folder)
    for _ in range(2):
        steps.with_checksums(folder)
    assert said(folder) == before
    Library(folder).add(originals("one"))
    assert migrations.version(folder) == migrations.CURRENT
    assert all(b"sha256" in file.read_bytes() for file in (folder / "reports" / "0001.json", folder / fold.FILE))
    assert verify(folder).problems == []


def damaged_before(folder: Path) -> None:
    (folder / fold.FILE_BEFORE).write_bytes(b"{")


@pytest.mark.parametrize("harm", [damaged_before, lambda folder: (folder / fold.FILE_BEFORE).unlink(missing_ok=True)])
def test_an_old_library_is_lifted_though_its_last_good_state_is_lost(
    tmp_path: Path, harm: Callable[[Path], object]
) -> None:
    shutil.copytree(FILES / "library-3", tmp_path / "library")
    harm(tmp_path / "library")
    Library(tmp_path / "library").add(originals("one"))
    assert migrations.version(tmp_path / "library") == migrations.CURRENT


def test_a_file_of_two_tables_without_a_seal_is_damaged(folder: Path) -> None:
    """As a flipped bit in the name of the seal leaves it."""
    file = folder / "reports" / "0001.json"
    unsealed(file)
    assert len(Library(folder).reports()) == 3
    file.write_bytes(file.read_bytes()[:-2] + b', "checksun": {}}\n')
    with pytest.raises(Damaged):
        Library(folder).reports()
