"""Taking in what another library, a backup, or a sync program's conflict copy holds and this library does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from store.care import sync_copies as copies
from store.care.verify import broken
from store.decisions import acts, journal, stamps
from store.decisions import compaction as fold
from store.decisions.decisions import Decisions
from store.decisions.foreign import sound
from store.decisions.rehung import rehang
from store.disk import migrations, port, private, regular, whole
from store.disk.atomic import AtomicJSON
from store.disk.errors import LibraryError, refused
from store.intake import metadata
from store.intake.reread import is_read_from
from store.reports import codec, shards
from store.reports.library import Library
from store.reports.original import MESSAGE, Original, digest, text_of
from store.reports.shards import Document
from store.reports.texts import Texts
from timeline_core.decisions.disagreement import Disagreement, find_disagreements
from timeline_core.errors import TimelineError
from timeline_core.model.decision import Decision
from timeline_core.model.report import Collected, Report


@dataclass(slots=True)
class Joined:
    """What was taken in from the other library, and what was not."""

    new: list[str] = field(default_factory=list)
    """Ids of the reports that were taken in, as they are called here."""
    known: int = 0
    """How many reports of the other library were here already, byte for byte."""
    decisions: int = 0
    """Acts that were taken in."""
    disagreements: tuple[Disagreement, ...] = ()
    """Where what was taken in and what was here say different things of one event."""
    problems: list[str] = field(default_factory=list)
    """What could not be taken in, a line each."""
    aside: list[Path] = field(default_factory=list)
    """Where the conflict copies are now."""


def join(library: Library, other: Path) -> Joined:
    """Take in the reports and decisions of the library at `other`, which is only read.

    Raises:
        LibraryError: there is no library, or it cannot be read.
    """
    if migrations.version(other) is None:
        raise LibraryError(other, "holds no library", "name the folder of one, or a backup")
    if other.resolve() == library.folder.resolve():
        raise LibraryError(other, "is this very library", "name another one")
    joined = Joined()
    log = Decisions(other).log()
    if (migrations.version(other) or 0) >= migrations.CHAINED:
        joined.problems += [f"{other}: {line}" for line in broken(fold.kept(other).values())]
    _reports(library, (document for _, document in shards.Shards(other / "reports").documents()), other, joined)
    hashes = _hashes(library, (document for _, document in shards.Shards(other / "reports").documents()))
    _decisions(library, (rehang(one, hashes) for one in log), joined)
    return joined


def _hashes(library: Library, documents: Iterable[Document]) -> dict[str, str]:
    """Hash of a report there -> its hash here, where one of the two libraries holds only its text."""
    found: dict[str, str] = {}
    for document in documents:
        sha256 = str(document["sha256"])
        kept = library.kept_as(sha256, str(document.get("text_sha256", "")))
        if kept and kept != sha256:
            found[sha256] = kept
    return found


def join_copies(library: Library) -> Joined:
    """Take in what only the conflict copies hold, then put them aside; one that cannot be read stays and is told."""
    joined = Joined()
    for path in copies.conflicts(library.folder, texts=True):
        try:
            _copy(library, path, joined)
        except LibraryError as error:
            joined.problems.append(str(error))
            continue
        joined.aside.append(_put_aside(library.folder, path))
    return joined


def _copy(library: Library, path: Path, joined: Joined) -> None:
    if path.parent.name == "texts":
        _text(path)
    elif path.parent.name == "reports":
        tables = AtomicJSON(path).read() or {}
        _reports(library, tables.get("reports", {}).values(), library.folder, joined)
    elif path.suffix == ".journal":
        content = journal.read(path) or journal.Content()
        _decisions(library, _read(path, (line.document for line in content.lines)), joined)
    elif path.name.startswith("decisions"):
        _decisions(library, _read(path, fold.documents(library.folder, path.name).values()), joined)


def _reports(library: Library, documents: Iterable[Document], folder: Path, joined: Joined) -> None:
    added = library.add(_originals(documents, library.known(), folder, joined))
    joined.new += added.new
    joined.known += len(added.duplicates)


def _originals(
    documents: Iterable[Document], known: Mapping[str, str], folder: Path, joined: Joined
) -> Iterator[Original]:
    """The sound originals of the other library; bytes of another hash, and texts of other bytes, are not taken in."""
    texts = Texts(folder / "texts")
    for document in documents:
        try:
            report = _harmless(codec.report(document, ""))
            report = replace(report, text=texts.text(report.sha256, report.text_sha256))
            content = texts.content(report.sha256)
        except TimelineError as error:
            joined.problems.append(f"{folder}: «{document.get('id')}» cannot be taken in ({error})")
            continue
        if content is None or digest(content) != report.sha256:
            joined.problems.append(f"{folder}: «{report.id}» is not what was added there, so it is not taken in")
        elif report.sha256 not in known and not _is_its_text(report, content):
            joined.problems.append(
                f"{folder}: the text of «{report.id}» is not what is read from its original, so it is not taken in; "
                f"to take in what is read there: waqai add {folder / 'texts' / report.sha256}"
            )
        else:
            yield Original(report, content, _collector(document))


def _collector(document: Document) -> Collected | None:
    """Who added it there: it came here by him."""
    found = codec.collected(document)
    return replace(found, who=metadata.one_line(found.who)) if found is not None else None


def _harmless(report: Report) -> Report:
    """The report as intake would have made it: what it says of itself is one line that commands no terminal."""
    line = metadata.one_line
    return replace(
        report,
        id=line(report.id) or "report",
        title=line(report.title),
        publisher=line(report.publisher),
        url=line(report.url),
        path=line(report.path),
        thread=line(report.thread),
    )


def _is_its_text(report: Report, content: bytes) -> bool:
    """Whether the text is what the bytes say, and not what whoever made the library wrote beside them."""
    if content.startswith(MESSAGE):
        with suppress(UnicodeDecodeError):
            return text_of(content) == report.text
        return False
    return content == report.text.encode("utf-8") or is_read_from(report.text, content, report.path)


def _decisions(library: Library, found: Iterable[Decision], joined: Joined) -> None:
    """Take in the other's decisions, and list those that contradict ours (of another person or another machine)."""
    log = tuple(sound(found, joined.problems))
    theirs = {one.id for one in log}
    if not theirs:
        return
    taken = {one.id for one in library.decisions.take(log)}
    joined.decisions += len(taken)
    known = {one.id: one for one in library.decisions.log()}
    apart = (replace(one, who=f"{one.who}\0") if one.id in taken else one for one in known.values())
    for one in find_disagreements(apart):
        first, holds = known[one.first.id], known[one.holds.id]
        own = {first.id, holds.id} - taken
        if len(own) == 1 and (first.who != holds.who or not own <= theirs):
            joined.disagreements += (Disagreement(one.aspect, first, holds),)


def _read(path: Path, documents: Iterable[Document]) -> Iterator[Decision]:
    for document in documents:
        try:
            yield acts.decision(document)
        except acts.ActError as error:
            raise LibraryError(path, f"holds what is no decision ({error})", "mend it, or put it elsewhere") from error


def _text(path: Path) -> None:
    """Put the conflict copy of an original in its place, where the original is gone or damaged."""
    name = path.name[:64]
    original = path.with_name(name)
    try:
        content = regular.read(path)
        if digest(content) == name and (not original.exists() or digest(regular.read(original)) != name):
            whole.write(original, content)
    except OSError as error:
        raise refused(path, error) from error


def _put_aside(folder: Path, path: Path) -> Path:
    target = folder / fold.ASIDE / f"{stamps.Stamps().next()[0]} {path.name}"
    try:
        private.make_part(target.parent)
        port.rename(path, target)
        whole.sync_folder(target.parent)
        whole.sync_folder(path.parent)
    except OSError as error:
        raise refused(path, error) from error
    return target
