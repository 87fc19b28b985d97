"""What was derived is kept, opened without being read, and never believed when it is stale or damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from seeds.load import knowledge
from store.derived import accounting, values
from store.derived.accounting import Reader
from store.derived.cache import Cache, state
from store.derived.kept_accounts import KeptAccounts
from store.disk import pieces
from store.reports.library import Library
from store.reports.original import Original, digest
from tests.builders import founding
from tests.core.words import known, report
from timeline_core.derive import derive
from timeline_core.events.accounts import Account, account
from timeline_core.events.cross_dating import accounts
from timeline_core.model.decision import Decision
from timeline_core.model.event import Event
from timeline_core.model.report import Report
from timeline_core.timeline import Timeline
from timeline_core.view.index.index import Indexed
from timeline_core.view.query import parse

TOLD = (
    report("قتل إبراهيم القحطاني في غارة لقوات سوريا الديمقراطية شرقي سوريا في 10 شباط 2023.", "2023-02-17", "ar"),
    report("ISIS attacked the Sinaa prison in Hasakah on January 20, 2022. Officials denied it.", None, "en"),
)
TEXTS = {one.sha256: one.text for one in (*TOLD, *founding().reports)}


def text_of(bare: Report) -> str:
    return TEXTS[bare.sha256]


NAME = "derived.pieces"


def kept(folder: Path, timeline: Timeline, state: str = "one") -> Cache:
    cache = Cache(folder, "known")
    cache.put(NAME, state, timeline, text_of)
    return cache


def got(cache: Cache, state: str = "one") -> Indexed | None:
    return cache.get(NAME, state, text_of)


def every(timeline: Timeline) -> list[Event]:
    return [*timeline.events, *timeline.undated]


@pytest.mark.parametrize("timeline", [founding(), derive(TOLD, known())], ids=["by hand", "derived"])
def test_a_timeline_comes_back_as_it_was_put_there(tmp_path: Path, timeline: Timeline) -> None:
    found = got(kept(tmp_path, timeline))
    assert found is not None
    back = found.timeline
    assert every(back) == every(timeline)
    assert (list(back.reports), dict(back.published)) == (list(timeline.reports), dict(timeline.published))
    assert {id: dates for id, dates in back.verdicts.items() if dates} == timeline.verdicts
    assert list(back.names) == list(timeline.names)
    for event in every(timeline):
        assert back.event(event.id) == event
    assert (back.event("no such event"), back.report("no such report")) == (None, None)
    assert back.report(timeline.reports[0].id) == timeline.reports[0]


def test_what_a_filter_leaves_of_a_kept_timeline_is_what_it_leaves_of_the_timeline(tmp_path: Path) -> None:
    found = got(kept(tmp_path, founding()))
    assert found is not None
    narrowed = found.narrowed(parse("centcom -kind:denial"))
    assert [one.id.rpartition("--")[2] for one in every(narrowed)] == ["3", "4", "5", "6", "7", "9"]
    assert (narrowed.event("2022-01-20--2"), narrowed.event("undated--9")) == (None, founding().undated[0])
    assert found.narrowed(parse("")) is found.timeline


def test_another_state_of_the_library_or_of_knowledge_is_another_cache(tmp_path: Path) -> None:
    cache = kept(tmp_path, founding())
    assert got(cache, "two") is None
    assert got(Cache(tmp_path, "more is known")) is None
    assert got(Cache(tmp_path, "known")) is not None


def test_every_byte_that_is_cut_off_or_changed_makes_it_no_cache(tmp_path: Path) -> None:
    cache = kept(tmp_path, founding())
    file = tmp_path / "cache" / NAME
    whole = file.read_bytes()
    for at in range(0, len(whole), 97):
        file.write_bytes(whole[:at])
        assert got(cache) is None
    begins = whole.index(b"}}") + 8
    for at in [*range(0, begins, 5), *range(begins, len(whole), 211)]:
        changed = bytes([*whole[:at], whole[at] ^ 4, *whole[at + 1 :]])
        file.write_bytes(changed)
        found = got(cache)
        assert found is None or every(found.timeline) == every(founding())
    file.write_bytes(whole)
    assert got(cache) is not None


def test_where_nothing_can_be_kept_the_timeline_is_there_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", "utf-8")
    found = Cache(tmp_path, "known").put(NAME, "one", founding(), text_of)
    assert every(found.timeline) == every(founding())


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Of TOLD, and of a page whose bytes are not its text."""
    library = Library(tmp_path / "library")
    page = b"<p>Officials denied it on Monday.</p>"
    html = report("Officials denied it on Monday.", "2023-02-28", "html")
    library.add([Original(one, one.text.encode()) for one in TOLD])
    library.add([Original(replace(html, sha256=digest(page)), page)])
    return library


def kept_accounts(library: Library, knowledge: str = "k", naming: str = "") -> KeptAccounts:
    return KeptAccounts(library.folder.parent / "accounts.sqlite", knowledge, naming)


def read(library: Library, kept: KeptAccounts, naming: tuple[Decision, ...] = ()) -> tuple[list[Account], list[int]]:
    """The accounts, and of how many reports one after the other was told that they had to be read."""
    totals: list[int] = []
    with kept:
        told = accounting.accounts(library, kept, Reader(known, naming), lambda _, total: totals.append(total))
    return told, totals


def bare(told: list[Account]) -> list[Account]:
    return [replace(one, report=replace(one.report, text="")) for one in told]


def test_a_report_that_is_kept_is_not_read_again_and_tells_the_same(library: Library) -> None:
    expected = bare([account(one, known()) for one in library.reports()])
    told, totals = read(library, kept_accounts(library))
    assert (told, totals[0]) == (expected, 3)
    more = Original.of_text("talks", "The SDF said on Thursday that talks would go on.")
    library.add([more])
    again, totals = read(library, kept_accounts(library))
    assert (again[:3], totals) == (expected, [1, 1])
    assert again[3:] == bare([account(more.report, known())])


@pytest.mark.parametrize("spoil", [b"", b"garbage", None], ids=["empty", "garbage", "bits"])
def test_accounts_that_are_damaged_are_as_if_they_were_not_there(library: Library, spoil: bytes | None) -> None:
    told, _ = read(library, kept_accounts(library))
    file = library.folder.parent / "accounts.sqlite"
    whole = bytearray(file.read_bytes())
    whole[-600:-500] = bytes(100)
    file.write_bytes(whole if spoil is None else spoil)
    for _ in range(2):
        assert read(library, kept_accounts(library))[0] == told


def test_accounts_of_a_waqai_that_kept_other_columns_are_forgotten(library: Library) -> None:
    with closing(sqlite3.connect(library.folder.parent / "accounts.sqlite")) as file:
        file.execute("CREATE TABLE about (knowledge TEXT)")
        file.execute("CREATE TABLE accounts (report BLOB PRIMARY KEY, body BLOB)")
    told, totals = read(library, kept_accounts(library))
    assert (len(told), totals[0]) == (3, 3)
    assert read(library, kept_accounts(library)) == (told, [])


def test_what_is_known_now_makes_old_accounts_forgotten(library: Library) -> None:
    assert read(library, kept_accounts(library))[1][0] == 3
    assert read(library, kept_accounts(library))[1] == []
    assert read(library, kept_accounts(library, "more"))[1][0] == 3
    assert read(library, kept_accounts(library, "more", "names"))[1] == [], (
        "which are the same, whatever they are called"
    )


def test_where_no_account_can_be_kept_the_reports_are_read_all_the_same(library: Library) -> None:
    expected, _ = read(library, kept_accounts(library))
    for name in ("missing/accounts.sqlite", ""):
        unkept = KeptAccounts(library.folder.parent / name, "k")
        assert read(library, unkept)[0] == expected


def test_several_processes_read_what_one_reads(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each loads what is known by itself; a task is one report here."""
    monkeypatch.setattr(accounting, "_TASK", 1)
    texts = [f"قتل {n} من عناصر داعش في غارة قرب الرقة في {n % 27 + 1} شباط 2023." for n in range(40)]
    library.add([Original.of_text(f"r{n}", text) for n, text in enumerate(texts)])
    alone, together = kept_accounts(library, "alone"), kept_accounts(library, "together")
    with alone:
        expected = accounting.accounts(library, alone, Reader(knowledge), processes=1)
    with together:
        assert accounting.accounts(library, together, Reader(knowledge), processes=2) == expected
    assert len({one for told in expected for one in told.drafts}) >= 40


def test_any_value_of_the_core_comes_back_from_plain_values() -> None:
    for one in accounts(TOLD, known()):
        assert values.made(Account, values.plain(one)) == one


def test_a_file_that_changes_changes_the_state_and_one_that_is_only_read_does_not(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    shard, journal = tmp_path / "reports" / "0001.json", tmp_path / "decisions.journal"
    shard.write_text("{}", "utf-8")
    before = state(tmp_path)
    assert state(tmp_path) == before
    journal.write_text("x", "utf-8")
    decided = state(tmp_path)
    assert decided[0] == before[0]
    assert decided[1] != before[1]
    shard.write_text("{ }", "utf-8")
    assert state(tmp_path)[0] != before[0]


def test_pieces_of_another_key_are_not_read(tmp_path: Path) -> None:
    file = tmp_path / "p"
    pieces.write(file, "a", {"x": b"12345", "y": b""})
    found = pieces.read(file, "a")
    assert found is not None
    assert {name: bytes(piece) for name, piece in found.items()} == {"x": b"12345", "y": b""}
    assert pieces.read(file, "b") is None
    assert [item.name for item in tmp_path.iterdir()] == ["p"]
