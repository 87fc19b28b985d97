"""Finds the reports that a command works on: from PATHs, the library, or the sample dossier."""

from __future__ import annotations

import io
from argparse import Namespace
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, overload

from timeline_core.errors import TimelineError
from timeline_core.model.report import Collected, Report
from tui.commands.shared.context import FAILED, OK, Context
from tui.i18n.speech import count, say

if TYPE_CHECKING:
    from pathlib import Path

    from store.care.scratch import Scratch
    from store.decisions.decisions import Decisions
    from store.intake.exchange import Heard
    from store.intake.metadata import Defaults
    from store.intake.result import Failure, Notice
    from store.reports.library import Library
    from timeline_core.model.decision import Decision


@dataclass(frozen=True, slots=True)
class Gathered:
    """Reports with a common title, and the exit code for what could not be read."""

    reports: Sequence[Report]
    """Of a library, read when they are first asked for."""
    title: str
    code: int = OK
    library: Library | None = None
    """None for what is not kept."""
    log: tuple[Decision, ...] = ()
    """What was decided about the reports."""
    state: tuple[str, str] = ("", "")
    """Of the library's files, as they were before they were read (`store.derived.cache.state`)."""
    foreign: tuple[Decision, ...] = ()
    """Of these, what stood in exports among the files."""
    files: tuple[tuple[str, ...], Defaults] | None = None
    """What was named on the command line, and what was said of it; None for a library."""
    scratch: Scratch | None = None
    """Keeps what is decided about reports that are in no library."""
    lenient: bool = False
    """A text that is gone or damaged is empty, and no error: the screen tells it where it would stand."""

    @property
    def decisions(self) -> Decisions | None:
        """Where decisions are kept; None where there is no such place."""
        keeper = self.library or self.scratch
        return keeper.decisions if keeper is not None else None

    @property
    def home(self) -> Path | None:
        """The folder by which the screen remembers where it left off; None where nothing is remembered."""
        keeper = self.library or self.scratch
        return keeper.folder if keeper is not None else None

    def collected(self, ids: Collection[str]) -> Mapping[str, Collected]:
        """SHA-256 of these reports -> who added them; of what is in no library nobody is known."""
        return self.library.collected(ids) if self.library is not None else {}

    def text(self, bare: Report) -> str:
        """The text of a report that is without it, out of the library."""
        try:
            return self.library.whole(bare).text if self.library is not None else ""
        except TimelineError:
            if not self.lenient:
                raise
            return ""


class Late(Sequence[Report]):
    """The reports of a library, read only when first accessed."""

    def __init__(self, library: Library, log: tuple[Decision, ...] = ()) -> None:
        """`log`: what was decided, of reports too."""
        self._library, self._log = library, log

    @cached_property
    def _every(self) -> tuple[Report, ...]:
        from timeline_core.decisions.on_reports import read_amendments

        return self._library.reports(read_amendments(self._log))

    def __len__(self) -> int:
        return len(self._every)

    @overload
    def __getitem__(self, at: int) -> Report: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Report]: ...
    def __getitem__(self, at: int | slice) -> Report | Sequence[Report]:
        return self._every[at]


def gather(options: Namespace, context: Context, *, repeated: bool = False) -> Gathered:
    """Reports of the given PATHs; else of the library; else, if there is none yet, the sample dossier.

    Failures and notices are printed as they occur.

    Args:
        repeated: keep what has the same bytes as a report before it.

    Raises:
        LibraryError: the library cannot be read.
    """
    if options.paths:
        return from_paths(options.paths, defaults(options, context), context, repeated=repeated)
    if context.folder.exists() and (kept := library(context)):
        return kept
    check_missing(context)
    if context.library:
        tell_missing(context)
        return Gathered((), "", FAILED)
    return _sample(context)


def tell_missing(context: Context) -> None:
    """Say that there is no library, and what makes one."""
    check_missing(context)
    context.tell(f"there is no library at {context.folder}; «waqai add PATH» makes one")


def check_missing(context: Context) -> None:
    """Where no library is, look whether a killed restore put one aside.

    Raises:
        LibraryError: it did; the message says where the library is.
    """
    if not context.folder.exists():
        from store.reports.library import Library

        Library(context.folder)


def library(context: Context) -> Gathered | None:
    """The reports and decisions of the library; None for an empty folder."""
    from store.care import sync_copies as copies
    from store.derived import cache
    from store.reports.library import Library

    with Library(context.folder) as kept:
        if not kept.exists:
            return None
        state = cache.state(kept.folder)
        log = kept.decisions.log()
    for line in (*copies.describe_conflicts(kept.folder), *kept.decisions.problems):
        context.tell(line)
    if kept.empty:
        context.tell("the library holds no report yet; «waqai add PATH» keeps one")
    return Gathered(Late(kept, log), kept.folder.name, library=kept, log=log, state=state)


def defaults(options: Namespace, context: Context) -> Defaults:
    """Metadata from the command line."""
    from store.intake.metadata import Defaults

    said = (options.published, options.publisher, options.lang or "", tuple(options.map), options.allow_private)
    return Defaults(*said, zone=options.zone or _zone_set(), today=context.today)


def _zone_set() -> str:
    """The time zone of the settings."""
    from store.disk import paths
    from tui.settings import config

    return config.read(paths.config()).zone


def from_paths(paths: Iterable[str], given: Defaults, context: Context, *, repeated: bool = False) -> Gathered:
    """Read the reports of these files; a duplicate file is reported and read once."""
    from store.intake.exchange import Heard
    from store.intake.files import STDIN
    from store.intake.read import take
    from store.reports.original import Original

    paths = tuple(paths)
    stdin = Heard(context.stdin, STDIN)
    reports: list[Report] = []
    by_hash: dict[str, Report] = {}
    failed = 0
    for taken in take(paths, given, stdin=stdin):
        if not isinstance(taken, Original):
            failed += tell_result(taken, context)
            continue
        report = taken.report
        known = by_hash.setdefault(report.sha256, report)
        if known is report or repeated:
            reports.append(report)
        else:
            context.tell(f"{report.path}: «{report.id}» is the same as «{known.id}» of {known.path}; it is read once")
    title = count("{n} report", "{n} reports", len(reports))
    if failed:
        title = " · ".join((title, count("{n} file not read", "{n} files not read", failed)))
    code = FAILED if failed else OK
    log = exchanged(paths, context, stdin)
    return Gathered(tuple(reports), title, code, log=log, foreign=log, files=(paths, given))


def from_files(found: Gathered) -> Gathered:
    """Read the same files once more, without a word: the screen is open."""
    if found.files is None:
        return found
    paths, given = found.files
    silent = Context({}, io.BytesIO(), io.StringIO(), io.StringIO(), given.today)
    return from_paths(paths, given, silent)


def exchanged(paths: Iterable[str], context: Context, heard: Heard | None = None) -> tuple[Decision, ...]:
    """Decisions found in exports among these paths; anything invalid is reported.

    Args:
        heard: standard input, read by now.
    """
    from store.decisions.foreign import sound
    from store.intake import files
    from store.intake.exchange import decisions
    from store.intake.result import Notice

    found: list[Decision] = []
    problems: list[str] = []
    there = (path for path in files.found(paths) if isinstance(path, str))
    for one in (*decisions(there), *(heard.found if heard is not None else ())):
        if isinstance(one, Notice):
            context.tell(str(one))
        else:
            found.append(one)
    kept = tuple(sound(found, problems))
    for problem in problems:
        context.tell(problem)
    return kept


def tell_result(taken: Failure | Notice, context: Context) -> bool:
    """Tell it; True for a failure."""
    from store.intake.result import Failure

    context.tell(str(taken))
    return isinstance(taken, Failure)


def _sample(context: Context) -> Gathered:
    from seeds.load import report_paths
    from store.intake.metadata import Defaults

    context.tell("there is no library yet, so this is the sample dossier; «waqai add PATH» begins a library")
    found = from_paths([str(path) for path in report_paths()], Defaults(), context)
    return replace(found, title=say("sample dossier"))
