"""`Library`: the folder in which reports are kept between runs (DESIGN.md section 8)."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from store.decisions.decisions import Decisions
from store.disk import lock, locked, migrations, private, replaced, whole
from store.disk.errors import LibraryError, damaged, refused
from store.disk.spilled import Spilled
from store.reports import codec, shards
from store.reports.original import Ids, Original
from store.reports.shards import Shards
from store.reports.texts import Texts
from timeline_core.decisions.on_reports import Amendments
from timeline_core.errors import TimelineError
from timeline_core.model.report import Collected, Report

_AS_READ = Amendments()
_BATCH, _BATCH_BYTES = 1_000, 32_000_000


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the reports that a library was given."""

    new: tuple[str, ...] = ()
    """The ids they are kept under, in the order given."""
    duplicates: tuple[tuple[str, str], ...] = ()
    """Id as given, id under which the very same bytes, or the text that they are, are kept."""


class Library:
    """Reports between runs. Reading takes no lock and makes no file; the folder is made by the first `add`.

    Several processes may use one folder at once: a writer waits for the other, a reader sees all of a file or nothing.
    """

    def __init__(self, folder: Path, patience: float = lock.PATIENCE) -> None:
        """`patience`: seconds to wait for another writer.

        Raises:
            LibraryError: the folder holds something that is no library, a newer or a damaged one.
        """
        self.folder = folder
        self._patience = patience
        self._shards = Shards(folder / "reports")
        self._texts = Texts(folder / "texts")
        self._version = _checked(folder)
        self._kept = Spilled()
        self._originals = Spilled()
        self._plain = Spilled()
        self._ids = Ids()
        self.decisions = Decisions(folder, patience)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        """Nothing is held open between two calls."""

    @property
    def exists(self) -> bool:
        """False until something was kept."""
        return self._version is not None

    @property
    def empty(self) -> bool:
        """True while no report is kept."""
        return not shards.files(self.folder / "reports")

    def reports(self, amended: Amendments = _AS_READ) -> tuple[Report, ...]:
        """Every report in the order added, each id once, with what was said of it; those in the bin are left out.

        Raises:
            LibraryError: a file is damaged or gone; the message names it.
        """
        locked.check(self.folder)
        documents = ((file, one) for file, one in self._shards.documents() if one["sha256"] not in amended.removed)
        return tuple(amended.of(self._report(file, document)) for file, document in documents)

    def bare(
        self, amended: Amendments = _AS_READ, only: Collection[str] | None = None
    ) -> Iterator[tuple[shards.Document, Report]]:
        """As `reports`, but without their texts; each comes with the document that is kept of it.

        Args:
            only: the ids of those that are wanted; else every one is.
        """
        locked.check(self.folder)
        for file, document in self._shards.documents():
            if only is not None and document.get("id") not in only:
                continue
            try:
                report = amended.of(codec.report(document, ""))
            except TimelineError as error:
                raise damaged(file, str(error)) from error
            if report.sha256 in amended.removed:
                continue
            yield {**codec.document(report), "text_sha256": document.get("text_sha256", report.sha256)}, report

    def collected(self, ids: Collection[str]) -> Mapping[str, Collected]:
        """SHA-256 of these reports -> who added them, of those of which that was recorded."""
        locked.check(self.folder)
        documents = (one for _, one in self._shards.documents() if one["id"] in ids)
        found = ((one["sha256"], codec.collected(one)) for one in documents)
        return {sha256: collected for sha256, collected in found if collected is not None}

    def whole(self, bare: Report) -> Report:
        """The report with its text.

        Raises:
            LibraryError: it is gone, or is no text any more.
        """
        return replace(bare, text=self._texts.text(bare.sha256, bare.text_sha256))

    def add(self, originals: Iterable[Original]) -> Added:
        """Keep the reports whose bytes are not kept yet; an id that is taken gets `-2`, `-3`…

        Raises:
            LibraryError: what was kept before is whole.
        """
        new: list[str] = []
        duplicates: list[tuple[str, str]] = []
        for added in self.adding(originals):
            new += added.new
            duplicates += added.duplicates
        return Added(tuple(new), tuple(duplicates))

    def adding(self, originals: Iterable[Original]) -> Iterator[Added]:
        """As `add`, in batches: what a batch brought is on disk before it is yielded and the next is asked for.

        So an interrupted `add` loses one batch at most, and may be repeated.
        """
        for batch in _batches(originals):
            with self._writing():
                added = self._add(batch)
            yield added

    def known(self) -> Mapping[str, str]:
        """SHA-256 of the bytes of each report, and of its text -> its id. The mapping is shared, and must not be
        changed.
        """
        for document in self._shards.news():
            day = str((document.get("published") or {}).get("edtf", ""))
            self._know(document["sha256"], document.get("text_sha256", ""), document["id"], day)
        return self._kept

    def count(self) -> int:
        """How many reports are kept, those in the bin too."""
        self.known()
        return len(self._ids)

    def originals(self) -> Mapping[str, str]:
        """SHA-256 of a text -> that of the bytes it was read from, where the two differ. Shared, as `known`."""
        self.known()
        return self._originals

    def kept_as(self, sha256: str, text_sha256: str) -> str:
        """The hash under which a report of these bytes, or of this text, is kept; empty where none is."""
        known = self.known()
        if sha256 in known:
            return self._originals.get(sha256, sha256) if sha256 not in self._plain else sha256
        return text_sha256 if text_sha256 in self._plain else ""

    def _know(self, sha256: str, text_sha256: str, id: str, day: str) -> None:
        self._kept[sha256] = id
        self._ids.take(id)
        if text_sha256:
            self._kept.setdefault(text_sha256, id)
            self._originals.setdefault(text_sha256, sha256)
        else:
            self._plain[sha256] = day

    def _add(self, batch: Iterable[Original]) -> Added:
        kept = self.known()
        ids = self._ids
        new: dict[str, Original] = {}
        marks: dict[str, str] = {}
        duplicates: list[tuple[str, str]] = []
        for original in batch:
            report = original.report
            if twin := kept.get(report.sha256) or marks.get(report.sha256) or self._text_of(report):
                duplicates.append((report.id, twin))
            else:
                named = replace(report, id=ids.unique(report.id))
                new[report.sha256] = replace(original, report=named)
                marks |= {report.sha256: named.id, report.mark: named.id}
        if new:
            self._texts.freeze(tuple(new.values()))
            self._texts.sync()
            self._shards.append(
                [codec.document(one.report) | codec.collected_document(one.collected) for one in new.values()]
            )
            for original in new.values():
                report = original.report
                self._know(report.sha256, report.text_sha256, report.id, _day(report))
        return Added(tuple(original.report.id for original in new.values()), tuple(duplicates))

    def _text_of(self, report: Report) -> str:
        """The id of a kept report of the same text and day whose bytes are that text alone; empty where none is."""
        mark = report.text_sha256
        return self._kept[mark] if mark and self._plain.get(mark) == _day(report) else ""

    def _report(self, file: Path, document: shards.Document) -> Report:
        try:
            return self.whole(codec.report(document, ""))
        except LibraryError:
            raise
        except TimelineError as error:
            raise damaged(file, str(error)) from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the lock, on a folder that is a library of today's version."""
        try:
            private.make_folder(self.folder)
        except OSError as error:
            raise refused(self.folder, error) from error
        with lock.held(self.folder, lock.REPORTS, self._patience):
            try:
                self._prepare()
                yield
            except OSError as error:
                raise refused(Path(error.filename) if error.filename else self.folder, error) from error

    def _prepare(self) -> None:
        version = migrations.version(self.folder)
        if version is None:
            whole.sweep(self.folder)
            migrations.create(self.folder, self.folder.name)
        elif version != migrations.CURRENT:
            with lock.held(self.folder, lock.DECISIONS, self._patience):
                migrations.lift(self.folder)
        self._version = migrations.CURRENT
        shards.prepare(self.folder / "reports")
        self._texts.prepare()


def _day(report: Report) -> str:
    return report.published.edtf if report.published is not None else ""


def _batches(originals: Iterable[Original]) -> Iterator[list[Original]]:
    batch: list[Original] = []
    size = 0
    for original in originals:
        batch.append(original)
        size += len(original.content)
        if len(batch) >= _BATCH or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _checked(folder: Path) -> int | None:
    """The version of the library; None for a folder that is not there or empty."""
    version = migrations.version(folder)
    if version is not None:
        return version
    try:
        strange = next((path.name for path in folder.iterdir() if not path.name.startswith(".")), None)
    except FileNotFoundError:
        _check_replaced(folder)
        return None
    except OSError as error:
        raise refused(folder, error) from error
    if strange is not None:
        raise LibraryError(
            folder,
            f"holds «{strange}» but no {migrations.HEADER}, so it is no library",
            "name an empty folder, or a library, with --library",
        )
    return None


def _check_replaced(folder: Path) -> None:
    """Never begin a library anew beside one that a killed restore put aside."""
    if former := replaced.former_of(folder):
        raise LibraryError(
            folder,
            f"is not there, for a restore was killed; the library is whole in {former}",
            f"bring it back with «mv {shlex.quote(str(former))} {shlex.quote(str(folder))}», or restore once more",
        )
