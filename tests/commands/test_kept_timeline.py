"""What was derived from a library is derived again only where something of it has changed."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError
from datetime import date
from pathlib import Path

import pytest

from seeds.load import knowledge
from store.derived import accounting
from store.derived.accounting import Tell
from store.derived.cache import state
from store.disk.errors import LibraryError
from store.reports.library import Library
from store.reports.original import Original, digest
from tests.commands.words import Streams
from timeline_core.knowledge import Knowledge
from timeline_core.model.decision import Act
from timeline_core.timeline import Timeline
from timeline_core.view.index.index import Indexed
from tui.commands.reader.desk import Desk
from tui.commands.reader.library_recorder import LibraryRecorder
from tui.commands.reader.live import Left
from tui.commands.shared import person
from tui.commands.shared import timeline as told
from tui.commands.shared.context import Context
from tui.commands.shared.gather import Gathered, Late
from tui.draw.report import Page


@pytest.fixture
def library(waqai: Streams, raid: Path) -> Library:
    """One report, listed once."""
    waqai("add", raid)
    assert waqai("list").code == 0
    return Library(Path(waqai("locate", "library").out.strip()))


def read_again(library: Library) -> int:
    """How many reports the next command reads."""
    totals = [0]
    found = Gathered(library.reports(), "", library=library, log=library.decisions.log(), state=state(library.folder))
    told.opened(found, knowledge, lambda _, total: totals.append(total))
    return totals[-1]


def test_what_was_listed_once_is_not_read_again(library: Library) -> None:
    assert read_again(library) == 0


def test_a_decision_and_its_undoing_make_no_report_be_read_again(library: Library) -> None:
    library.decisions.record(Act.STAR, "me")
    assert read_again(library) == 0
    library.decisions.undo("me")
    assert read_again(library) == 0
    library.decisions.redo("me")
    assert read_again(library) == 0


def test_a_name_that_a_person_adds_is_looked_for_in_the_reports_and_no_more_once_it_is_undone(library: Library) -> None:
    library.decisions.record(Act.NAME, "me", values=["isis", "هاجم", "ar"])
    assert read_again(library) == 1
    assert read_again(library) == 0
    library.decisions.undo("me")
    assert read_again(library) == 1


def test_a_file_beside_the_reports_makes_nothing_be_derived_again(library: Library) -> None:
    before = state(library.folder)
    (library.folder / "notes.txt").write_text("mine", "utf-8")
    (library.folder / "reports" / "0001 (conflicted copy).json").write_text("{}", "utf-8")
    assert state(library.folder) == before


def desk(library: Library) -> Desk:
    log = library.decisions.log()
    found = Gathered(Late(library), "", library=library, log=log, state=state(library.folder), lenient=True)
    return Desk(found, date(2026, 1, 1))


def idle(reader: Desk) -> bool:
    return reader.live.read is None


def titles(timeline: Timeline | Indexed) -> list[str]:
    timeline = timeline.timeline if isinstance(timeline, Indexed) else timeline
    return [event.title for event in timeline.events]


def caught_up(recorder: LibraryRecorder) -> Timeline | Indexed:
    end = time.monotonic() + 30
    while not recorder.news():
        assert time.monotonic() < end
        time.sleep(0.01)
    return recorder.timeline()


CONTEXT = Context({}, io.BytesIO(), io.StringIO(), io.StringIO(), date(2023, 3, 1))
NEW = "قتل خمسة في غارة على سوق في الرقة في 3 آذار 2023."


@pytest.fixture
def grown(library: Library) -> Library:
    """One report more than when it was listed."""
    library.add([Original.of_text("new", NEW)])
    return library


def test_the_reader_opens_at_once_what_was_kept_and_takes_in_later_what_was_added_since(grown: Library) -> None:
    reader = desk(grown)
    recorder = reader.services(CONTEXT).recorder
    assert isinstance(recorder, LibraryRecorder)
    first = titles(reader.load())
    assert len(first) == 4
    assert not idle(reader)
    later = caught_up(recorder)
    assert titles(later) == [*first, "قتل خمسة في غارة على سوق في الرقة"]
    assert idle(reader)
    assert not recorder.news()
    assert titles(desk(grown).load()) == titles(later)


def test_what_is_decided_while_new_reports_are_read_holds_afterwards(
    grown: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, opened = threading.Event(), told.opened

    def slowly(found: Gathered, known: Callable[[], Knowledge], tell: Tell) -> told.Kept | None:
        assert go.wait(30)
        return opened(found, known, tell)

    monkeypatch.setattr(told, "opened", slowly)
    reader = desk(grown)
    recorder = reader.services(CONTEXT).recorder
    assert isinstance(recorder, LibraryRecorder)
    shown = reader.load()
    assert isinstance(shown, Indexed)
    recorder.record(Act.STAR, [shown.timeline.events[1]])
    assert [event.starred for event in as_timeline(recorder.timeline()).events] == [False, True, False, False]
    go.set()
    assert [event.starred for event in as_timeline(caught_up(recorder)).events] == [False, True, False, False, False]


def as_timeline(found: Timeline | Indexed) -> Timeline:
    return found.timeline if isinstance(found, Indexed) else found


def test_what_cannot_be_read_meanwhile_is_told_once_and_the_timeline_stays(grown: Library) -> None:
    (grown.folder / "texts" / digest(NEW.encode())).write_bytes(b"spoiled")
    reader = desk(grown)
    recorder = reader.services(CONTEXT).recorder
    assert isinstance(recorder, LibraryRecorder)
    first = titles(reader.load())
    with pytest.raises(LibraryError, match="not what was added"):
        caught_up(recorder)
    assert titles(recorder.timeline()) == first


def test_after_a_name_was_added_the_reader_opens_at_once_too(library: Library) -> None:
    library.decisions.record(Act.NAME, "me", values=["isis", "هاجم", "ar"])
    reader = desk(library)
    assert len(titles(reader.load())) == 4
    assert not idle(reader)


def test_who_leaves_waits_for_nothing_and_what_was_read_is_kept(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accounting, "_TASK", 1)
    library.add([Original.of_text(f"r{n}", f"قتل {n} في غارة على الرقة في 3 آذار 2023.") for n in range(2, 9)])
    (library.folder / "cache" / "derived.pieces").unlink()
    reader = desk(library)
    before = set(threading.enumerate())
    told_of: list[int] = []
    going_on = reader.live.reading

    def leaving(done: int, total: int) -> None:
        told_of.append(done)
        if done == 3:
            reader.live.leave()
        going_on(done, total)

    monkeypatch.setattr(reader.live, "reading", leaving)
    reader.begin()
    with pytest.raises((CancelledError, Left)):
        reader.load()
    end = time.monotonic() + 30
    while set(threading.enumerate()) - before and time.monotonic() < end:
        time.sleep(0.01)
    assert told_of[-1] == 3
    assert read_again(library) == 4


def test_a_text_that_is_spoiled_is_told_where_it_would_stand_and_the_reader_goes_on(library: Library) -> None:
    [report] = library.reports()
    (library.folder / "texts" / report.sha256).write_bytes(b"spoiled")
    [shown] = as_timeline(desk(library).load()).reports
    assert shown.text == ""
    page = Page(shown, "visual")
    drawn = "".join(part for line in page.lines(200, 0, page.height(200), []) for part, *_ in line)
    assert "The text of this report is gone or damaged" in drawn


def kept_recorder(reader: Desk) -> LibraryRecorder:
    recorder = reader.services(CONTEXT).recorder
    assert isinstance(recorder, LibraryRecorder)
    return recorder


def decided(library: Library, act: Act, *values: str) -> None:
    library.decisions.record(act, person.name(), values=list(values))


def test_what_is_in_the_bin_comes_back_to_the_open_reader_when_its_removal_is_taken_back(library: Library) -> None:
    [report] = library.reports()
    whole = titles(desk(library).load())
    decided(library, Act.REMOVE, report.sha256, report.id)
    reader = desk(library)
    recorder = kept_recorder(reader)
    reader.load()
    assert titles(caught_up(recorder)) == []
    recorder.undo()
    recorder.timeline()
    assert titles(caught_up(recorder)) == whole
    recorder.redo()
    recorder.timeline()
    assert titles(caught_up(recorder)) == []


def test_another_day_of_a_report_moves_its_events_in_the_open_reader_and_back(grown: Library) -> None:
    [new] = [report for report in grown.reports() if report.text == NEW]
    reader = desk(grown)
    recorder = kept_recorder(reader)
    reader.load()
    before = titles(caught_up(recorder))
    decided(grown, Act.ABOUT, new.sha256, "title", "عنوان آخر", new.id)
    recorder.timeline()
    assert as_timeline(caught_up(recorder)).reports[-1].title == "عنوان آخر"
    recorder.undo()
    recorder.timeline()
    after = as_timeline(caught_up(recorder))
    assert (titles(after), after.reports[-1].title) == (before, new.title)


def test_a_star_makes_nothing_be_read_again_in_the_open_reader(library: Library) -> None:
    reader = desk(library)
    recorder = kept_recorder(reader)
    shown = reader.load()
    recorder.record(Act.STAR, [as_timeline(shown).events[0]])
    assert as_timeline(recorder.timeline()).events[0].starred
    assert idle(reader)
    assert not recorder.news()
