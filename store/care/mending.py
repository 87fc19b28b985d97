"""Repairs a damaged library: what is left is brought back, and damaged files are moved aside, never deleted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from store.decisions import compaction as fold
from store.disk import lock, migrations, regular, seal, whole
from store.disk.atomic import AtomicJSON, is_sound, to_json
from store.disk.errors import Damaged, LibraryError, refused
from store.intake import reread
from store.reports import codec, shards
from store.reports.original import Original, digest
from timeline_core.errors import TimelineError

_DOCUMENT = re.compile(r'"(\d+)":\s*(?=\{)', re.ASCII)
_HASH = re.compile("[0-9a-f]{64}", re.ASCII)
_OLDEST = 1
"""The version that a header gets whose own is lost: the steps from there may be taken again without harm."""


def mend(folder: Path, patience: float = lock.PATIENCE) -> Iterator[str]:
    """Repair the files of reports and the header; one line for each repaired file, none for a sound one.

    Raises:
        LibraryError: there is no library, or it was written by a newer Waqai, or the system refuses.
    """
    header = _damaged_header(folder)
    with lock.held(folder, lock.REPORTS, patience), lock.held(folder, lock.DECISIONS, patience):
        try:
            for file in shards.files(folder / "reports"):
                if not _sound(file):
                    yield _salvaged(folder, file)
            if header:
                _aside(folder, folder / migrations.HEADER)
                whole.write(folder / migrations.HEADER, to_json({"schema": _OLDEST, "name": folder.resolve().name}))
                migrations.lift(folder)
                yield f"{folder / migrations.HEADER}: is written anew"
        except OSError as error:
            raise refused(Path(error.filename) if error.filename else folder, error) from error


def _damaged_header(folder: Path) -> bool:
    try:
        if migrations.version(folder) is not None:
            return False
    except Damaged:
        return True
    if not shards.files(folder / "reports"):
        raise LibraryError(folder, "holds no library", "name one with --library")
    return True


def _sound(file: Path) -> bool:
    try:
        for _, document in shards.Shards(file.parent).of(file):
            codec.report(document, "")
    except TimelineError:
        return False
    return True


def _salvaged(folder: Path, file: Path) -> str:
    """Write the file anew with every report in it that is undamaged."""
    content = regular.read(file)
    found = list(_documents(content.decode("utf-8", "replace"), summed=seal.CHECKSUM.encode() in content))
    _aside(folder, file)
    AtomicJSON(file).write({shards.TABLE: {str(number): one for number, one in enumerate(found, 1)}})
    count = f"{len(found):,} report{'' if len(found) == 1 else 's'}"
    return f"{file}: {count} brought back"


def _documents(text: str, *, summed: bool) -> Iterator[shards.Document]:
    """Every complete report of the file, each once; with `summed` those alone whose checksum is right."""
    decoder, at, seen = json.JSONDecoder(), 0, set()
    while place := _DOCUMENT.search(text, at):
        at = place.end()
        try:
            document, end = decoder.raw_decode(text, at)
            codec.report(document, "")
        except (ValueError, RecursionError, TimelineError):
            continue
        if summed and not is_sound(place[1], document):
            continue
        document.pop(seal.CHECKSUM, None)
        if document["sha256"] not in seen and "\ufffd" not in text[at:end]:
            seen.add(document["sha256"])
            yield document
            at = end


def _aside(folder: Path, file: Path) -> None:
    if file.exists():
        fold.put_aside(folder, file.name, [regular.read(file)])


def spare(folder: Path) -> Iterator[Original]:
    """The reports whose originals are kept, though the file that listed them lost them; read from their bytes anew.

    What only the command line said of them, and where they were found, is lost.
    """
    known = {one["sha256"] for _, one in shards.Shards(folder / "reports").documents()}
    for path in sorted((folder / "texts").glob("*")):
        if path.name in known or not _HASH.fullmatch(path.name):
            continue
        content = regular.read(path)
        if digest(content) == path.name and (found := reread.restored(content, _text_beside(path))) is not None:
            yield found


def _text_beside(path: Path) -> str | None:
    try:
        return regular.read(path.with_name(f"{path.name}.txt")).decode("utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return None
