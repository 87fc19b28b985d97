"""What was derived from a library is derived again only where something of it has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from seeds.load import knowledge
from store.cache import state
from store.library import Library
from tests.commands.words import Streams
from timeline_core.decision import Act
from tui.commands import told
from tui.commands.gather import Gathered


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
