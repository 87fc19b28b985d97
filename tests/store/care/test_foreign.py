"""A library that comes from a stranger is hostile input: what it may not do to the one that takes it in."""

from __future__ import annotations

import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from store.care import backup
from store.care.joining import Joined, join
from store.care.verify import verify
from store.decisions.decisions import Decisions
from store.decisions.foreign import sound
from store.disk.errors import LibraryError
from store.reports.library import Library
from store.reports.original import Original, digest
from tests.store.care.test_verify import PAGE
from tests.store.words import originals, tampered
from timeline_core.model.decision import Act, Decision, Hold, Target

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such links and pipes")

SECRET = "the witness is in the house of the baker"


@pytest.fixture
def mine(tmp_path: Path) -> Library:
    library = Library(tmp_path / "mine")
    library.add(originals("one"))
    return library


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    library = Library(tmp_path / "theirs")
    library.add([PAGE, *originals("two", "three")])
    return library.folder


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text(SECRET, "utf-8")
    return tmp_path / "secret.txt"


def text_of_page(folder: Path) -> Path:
    return folder / "texts" / f"{PAGE.report.sha256}.txt"


def said(library: Library) -> str:
    return " ".join(one.text for one in library.reports())


def test_a_text_that_is_a_link_is_not_followed(mine: Library, theirs: Path, secret: Path) -> None:
    """It brought the secret into one's own library, and its backup carried it away."""
    text_of_page(theirs).unlink()
    text_of_page(theirs).symlink_to(secret)
    joined = join(mine, theirs)
    assert "is a link" in " ".join(joined.problems)
    assert len(joined.new) == 2
    assert SECRET not in said(mine)
    assert not any(SECRET in one.read_text("utf-8") for one in (mine.folder / "texts").iterdir())


def test_a_link_to_the_hash_of_a_secret_is_not_followed(mine: Library, theirs: Path, secret: Path) -> None:
    """Whoever knows the hash of a file has not seen it."""
    name = digest(secret.read_bytes())
    first = theirs / "reports" / "0001.json"
    tampered(first, lambda tables: tables["reports"]["2"].update(sha256=name))
    (theirs / "texts" / name).symlink_to(secret)
    assert "is a link" in " ".join(join(mine, theirs).problems)
    assert SECRET not in said(mine)


@pytest.mark.parametrize("sealed", [False, True], ids=["forged", "forged, and sealed anew"])
def test_a_forged_text_is_not_believed(mine: Library, theirs: Path, *, sealed: bool) -> None:
    """The original is what it was; so its text is read anew from it."""
    forged = "Nine children were killed by the army of Karm."
    text_of_page(theirs).write_text(forged, "utf-8")
    if sealed:
        hash_of = digest(forged.encode())
        tampered(theirs / "reports" / "0001.json", lambda of: of["reports"]["1"].update(text_sha256=hash_of))
        assert verify(theirs).problems == []
    joined = join(mine, theirs)
    assert len(joined.problems) == 1
    assert "children" not in said(mine)
    assert len(joined.new) == 2


@pytest.mark.parametrize("name", ["reports/0001.json", "reports/0002.json", "decisions.journal", "library.json"])
def test_a_pipe_does_not_hang(mine: Library, theirs: Path, name: str) -> None:
    (theirs / name).unlink(missing_ok=True)
    os.mkfifo(theirs / name)
    with pytest.raises(LibraryError, match="no regular file"):
        join(mine, theirs)
    with pytest.raises(LibraryError, match="no regular file"):
        (Library(theirs).reports(), Library(theirs).decisions.log())
    assert [one.text for one in mine.reports()] == ["one"]


@pytest.mark.parametrize("part", ["reports", "texts"])
def test_a_folder_that_leads_to_another_case_is_not_entered(mine: Library, theirs: Path, part: str) -> None:
    """As a link to the library that the victim keeps by default, which the merge would hand on."""
    other = Library(theirs.parent / "other")
    other.add(originals(SECRET))
    (theirs / part).rename(theirs / "aside")
    (theirs / part).symlink_to(other.folder / part)
    with pytest.raises(LibraryError, match="is a link"):
        join(mine, theirs)
    assert SECRET not in said(mine)


def test_a_file_that_would_fill_the_memory_is_refused(mine: Library, theirs: Path) -> None:
    with (theirs / "decisions.json").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(LibraryError, match="has 1,099,511,627,776 bytes"):
        join(mine, theirs)


def test_a_zip_that_would_fill_the_disk_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("library.json", "{}")
        with archive.open(f"texts/{'ab' * 32}", "w", force_zip64=True) as member:
            for _ in range(300):
                member.write(bytes(1_000_000))
    with pytest.raises(LibraryError, match="would unpack to 300"):
        backup.restore(bomb, tmp_path / "again")
    assert not (tmp_path / "again").exists()
    assert [one.name for one in tmp_path.iterdir()] == ["bomb.zip"]


TARGET = Target("2023-02-10--1", (Hold(PAGE.report.sha256, 0, 4, "غارة"),), "غارة")
TOLD = Decision("0" * 28, Act.ACCEPT, "2023-02-10T10:00:00.000Z", "omar", (TARGET,))


MADE = replace(
    TOLD,
    act=Act.NEW,
    targets=(replace(TARGET, holds=(replace(TARGET.holds[0], kind="occurrence"),)),),
    values=("غارة", "2023-02-10", "", "ar", "at 0 4", "rule deictic", "origin published", "anchor 2023-02-11",
            "slot words أمس", "slot offset -1", "slot weekday ", "slot value 2023-02-10"),
)  # fmt: skip
"""An event that a person made, with the reason for its day."""


def held(target: Target) -> Decision:
    return replace(TOLD, targets=(target,))


@pytest.mark.parametrize(
    "forged",
    [
        replace(TOLD, at="9999-12-31T23:59:59.999Z"),
        replace(TOLD, at="z"),
        replace(TOLD, at="2023-02-10"),
        replace(TOLD, at=""),
        replace(TOLD, who="x" * 2_000_000),
        replace(TOLD, id="0" * 1_000),
        replace(TOLD, values=("x" * 2_000_000,)),
        replace(TOLD, values=("x" * 100_000,) * 300),
        replace(TOLD, act=Act.NEW),
        replace(TOLD, act=Act.NEW, values=("x" * 2_000, "", "", "")),
        replace(MADE, values=(*MADE.values[:1], "2023-02-11", *MADE.values[2:])),
        held(replace(TARGET, title="x" * 2_000_000)),
        held(replace(TARGET, holds=(replace(TARGET.holds[0], by="x" * 1_000),))),
        held(replace(TARGET, holds=(Hold("ab" * 32, 0, 4, "x" * 2_000_000),))),
    ],
)
def test_a_decision_that_no_person_made_is_left_out_and_told(forged: Decision) -> None:
    problems: list[str] = []
    assert list(sound([forged, TOLD], problems)) == [TOLD]
    [line] = problems
    assert "not taken in" in line
    assert len(line) < 300


def test_an_event_that_a_person_made_is_taken_in() -> None:
    problems: list[str] = []
    assert list(sound([MADE], problems)) == [MADE]
    assert problems == []


def test_a_clock_that_is_a_little_ahead_is_believed() -> None:
    problems: list[str] = []
    now = 1_676_023_200_000
    for at, wrong in (("2023-02-11T09:00:00.000Z", 0), ("2023-02-11T11:00:00.000Z", 1)):
        list(sound([replace(TOLD, at=at)], problems, now))
        assert len(problems) == wrong


def test_a_moment_that_has_not_come_takes_no_decision_away(mine: Library, theirs: Path) -> None:
    """The same act of theirs was the last word upon every event, until the year 9999."""
    join(mine, theirs)
    Decisions(theirs, clock=lambda: 253_402_300_000_000).record(Act.REJECT, "omar", [TARGET])
    kept = mine.decisions.record(Act.ACCEPT, "sana", [TARGET])
    joined: Joined = join(mine, theirs)
    assert joined.decisions == 0
    assert "has not come" in " ".join(joined.problems)
    assert mine.decisions.log() == (kept,)


@pytest.mark.parametrize("field", ["id", "title", "publisher", "url", "path", "thread"])
def test_what_a_report_says_of_itself_commands_no_terminal(mine: Library, theirs: Path, field: str) -> None:
    """As little as what is read from a file."""
    tampered(theirs / "reports" / "0001.json", lambda tables: tables["reports"]["1"].update({field: "x\x1b[2Jy"}))
    assert len(join(mine, theirs).new) == 3
    assert not any("\x1b" in str(getattr(one, field)) for one in mine.reports())


def test_the_text_of_every_sound_original_is_taken_in(mine: Library, theirs: Path) -> None:
    """The control: nothing of an honest library is left out."""
    joined = join(mine, theirs)
    assert (len(joined.new), joined.problems) == (3, [])
    assert Original(PAGE.report, PAGE.content).report.text in said(mine)
