"""Is a library what it should be? Every file is read, every hash counted again, every quote looked up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from store.care import sync_copies as copies
from store.decisions import compaction as fold
from store.decisions import journal, proof
from store.decisions.decisions import Decisions
from store.disk import locked, migrations, regular, whole
from store.disk.atomic import AtomicJSON
from store.disk.errors import LibraryError, refused
from store.intake import reread
from store.reports import codec, shards
from store.reports.original import MESSAGE, digest, text_of
from store.reports.shards import Document, Shards
from timeline_core.errors import TimelineError
from timeline_core.model.decision import Decision, Hold, in_force

_KNOWN = frozenset({*copies.OURS, "reports", "texts", "cache", fold.ASIDE, *locked.SEALED, locked.PUBLIC})


@dataclass(slots=True)
class Verified:
    """How much was looked at, and what is wrong with it."""

    reports: int = 0
    decisions: int = 0
    spare: int = 0
    """Texts that belong to no report: an `add` that was killed left them, and the same `add` takes them in."""
    loose: int = 0
    """Decisions that were recorded behind one that is not here, in the library that they came from."""
    problems: list[str] = field(default_factory=list)
    """A line each, for a person."""


def verify(folder: Path) -> Verified:
    """Look at everything; a problem of one file hides no other.

    Raises:
        LibraryError: there is no library, or its header is damaged or newer than this Waqai.
    """
    if migrations.version(folder) is None:
        raise LibraryError(folder, "holds no library", "name one with --library")
    found = Verified()
    holds = _decisions(folder, found)
    known = _reports(folder, found, holds)
    for sha256, hung in holds.items():
        if sha256 not in known:
            found.problems += [f"{_named(one)} hangs on a report that is not here ({sha256[:12]}…)" for one, _ in hung]
    found.spare = sum(
        copies.is_text(path.name) and path.name.removesuffix(".txt") not in known for path in _files(folder / "texts")
    )
    found.problems += _strangers(folder)
    return found


_Holds = dict[str, list[tuple[Decision, Hold]]]


def _decisions(folder: Path, found: Verified) -> _Holds:
    """Hash of a report -> the decisions in force that hang on its words, each with the words."""
    decisions = Decisions(folder)
    holds: _Holds = defaultdict(list)
    try:
        log = decisions.log()
    except LibraryError as error:
        found.problems.append(str(error))
        return holds
    found.problems += decisions.problems
    found.problems += _before(folder)
    _chain(folder, found)
    found.decisions = len(log)
    ids = {one.id for one in log}
    found.problems += [
        f"{_named(one)} takes back a decision that is not here ({one.undoes})"
        for one in log
        if one.undoes and one.undoes not in ids
    ]
    for one in in_force(log):
        for hold in (hold for target in one.targets for hold in target.holds):
            holds[hold.report].append((one, hold))
    return holds


def _chain(folder: Path, found: Verified) -> None:
    """Hash every decision again: the heads that are kept say what was there, and in which order."""
    documents = fold.kept(folder).values()
    found.loose = proof.loose(documents)
    if (migrations.version(folder) or 0) >= migrations.CHAINED:
        found.problems += [f"{folder}: {line}" for line in broken(documents)]


def broken(documents: Iterable[proof.Document]) -> Iterator[str]:
    """A line for a person for each decision that does not follow on the one before it."""
    for one in proof.breaks(documents):
        act = one.document
        name = f"decision {act.get('id')} ({act.get('act')} by {act.get('who')}, {act.get('at')})"
        if one.changed:
            yield f"{name} is not as it was recorded: it was changed"
        else:
            yield (
                f"{name} does not follow on the decision before it: one of the two was changed or moved, or what stood "
                "between them was taken out"
            )


def _before(folder: Path) -> Iterator[str]:
    """Look at the last good state, which a repair falls back on."""
    try:
        AtomicJSON(folder / fold.FILE_BEFORE, rows=True).read()
        content = journal.read(folder / fold.JOURNAL_BEFORE)
    except LibraryError as error:
        yield f"{error.file}: {error.what}; it is the last good state, and the next fold replaces it"
        return
    for number, _ in content.spoiled if content else ():
        yield f"{folder / fold.JOURNAL_BEFORE}: line {number} is damaged; the next fold replaces the file"


def _reports(folder: Path, found: Verified, holds: _Holds) -> set[str]:
    """Look at every report; gives the hashes of all that are listed, sound or not."""
    ids: dict[str, Path] = {}
    known: set[str] = set()
    files = shards.files(folder / "reports")
    for number, file in enumerate(files, 1):
        if int(file.stem) != number:
            found.problems.append(f"{file}: is the file of reports number {number}, so one before it is gone")
            break
    for file in files:
        for document in _documents(file, found):
            found.reports += 1
            sha256, id = document["sha256"], document["id"]
            if id in ids:
                found.problems.append(f"{file}: «{id}» stands in {ids[id].name} too")
            if sha256 in known:
                found.problems.append(f"{file}: the bytes of «{id}» are kept for another report too")
            ids[id] = file
            known.add(sha256)
            try:
                found.problems += _text(folder, file, document, holds.get(sha256, []))
            except LibraryError as error:
                found.problems.append(str(error))
    return known


def _documents(file: Path, found: Verified) -> Iterator[Document]:
    """The documents of one file; each damage of the file or of a document is noted as a problem."""
    try:
        documents = [document for _, document in Shards(file.parent).of(file)]
    except LibraryError as error:
        found.problems.append(str(error))
        return
    for document in documents:
        try:
            codec.report(document, "")
        except TimelineError as error:
            found.problems.append(f"{file}: is damaged ({error})")
            continue
        yield document


def _text(folder: Path, file: Path, document: Document, hung: list[tuple[Decision, Hold]]) -> Iterator[str]:
    """Look at the bytes of a report, its text, and the quotes in it that decisions hang on; a line for each problem."""
    original = folder / "texts" / document["sha256"]
    beside = original.with_name(f"{original.name}.txt")
    content = _read(original)
    if content is None:
        yield f"{original}: is gone; it is «{document['id']}» of {file.name}"
        return
    if digest(content) != document["sha256"]:
        yield f"{original}: is not what was added («{document['id']}»); put the original in its place"
    expected, kept = document.get("text_sha256"), content
    if expected is not None:
        content = _read(beside) if not content.startswith(MESSAGE) or beside.exists() else _said(content)
        if content is None or digest(content) != expected:
            yield f"{beside}: is not the text that was read from «{document['id']}»; put a sound copy in its place"
            return
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return
    yield from _quotes(document, text, hung)
    for what in reread.differing(codec.report(document, text), kept):
        yield f"{file}: «{document['id']}»: {what}; it was changed, or an older Waqai read it otherwise"


def _quotes(document: Document, text: str, hung: list[tuple[Decision, Hold]]) -> Iterator[str]:
    for one, hold in hung:
        if text[hold.start : hold.end] != hold.exact:
            yield f"{_named(one)} hangs on words that «{document['id']}» does not say at {hold.start}–{hold.end}"


def _said(content: bytes) -> bytes | None:
    """The text of a message, out of its JSON; None of what is no message."""
    try:
        return text_of(content).encode("utf-8")
    except UnicodeError:
        return None


def _strangers(folder: Path) -> Iterator[str]:
    """Files that do not belong to a library, or are left over from an interrupted write."""
    for path in copies.conflicts(folder, texts=True):
        yield f"{path}: is a conflict copy of a sync program; «waqai library merge» takes it in"
    for place in (folder, folder / "reports", folder / "texts"):
        for path in whole.stray(place):
            yield f"{path}: is half a file, which a killed writer left; the next «waqai add» or decision clears it away"
    conflicts = set(copies.conflicts(folder))
    for path in (*_files(folder), *_files(folder / "reports"), *_files(folder / "texts")):
        if not (path.name.startswith(".") or path in conflicts or _belongs(path)):
            yield f"{path}: is none of Waqai's; move it elsewhere"


def _belongs(path: Path) -> bool:
    if path.parent.name == "reports":
        return copies.is_shard(path.name)
    if path.parent.name == "texts":
        return copies.is_text(path.name) or copies.is_text_copy(path.name)
    return path.name in _KNOWN


def _named(one: Decision) -> str:
    return f"decision {one.id} ({one.act} by {one.who}, {one.at})"


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise refused(folder, error) from error


def _read(file: Path) -> bytes | None:
    try:
        return regular.read(file)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise refused(file, error) from error
