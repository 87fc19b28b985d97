"""`Cache`: what was derived from a library, so that it need not be derived again (DESIGN.md section 8).

It may be deleted at any time. What is stale, damaged or of another Waqai is derived anew, and nobody is told.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from store.decisions import compaction as fold
from store.derived import kept_timeline, program
from store.disk import locked, migrations, paths, pieces, private
from store.reports import shards
from timeline_core.model.report import Report
from timeline_core.timeline import Timeline
from timeline_core.view.index.index import Indexed

if TYPE_CHECKING:
    from store.derived.kept_accounts import KeptAccounts

_CODE = ("store", "timeline_core")
"""The packages that derive: where their code is another, what was kept is of no use."""
DERIVED, DECIDED = "derived.pieces", "decided.pieces"
_ACCOUNTS = "accounts.sqlite"


def state(library: Path) -> tuple[str, str]:
    """The state of the files of reports, and that of the files of decisions; to be taken before they are read."""
    reports = [library / migrations.HEADER, *shards.files(library / "reports")]
    return _stamp(reports), _stamp([library / fold.FILE, library / fold.JOURNAL])


def _stamp(files: list[Path]) -> str:
    found = sha256()
    for file in files:
        with suppress(OSError):
            known = file.stat()
            found.update(f"{file.name}\0{known.st_size} {known.st_mtime_ns} {known.st_ino}\n".encode())
    return found.hexdigest()


class Cache:
    """The cache of one library, for one state of knowledge."""

    def __init__(self, library: Path, knowledge: str) -> None:
        """`knowledge`: the fingerprint of all data that reports are read with."""
        self._library, self._folder = library, paths.cache(library)
        self._knowledge = sha256(f"{knowledge} {program.fingerprint(_CODE)}".encode()).hexdigest()

    def accounts(self, naming: str = "") -> KeptAccounts:
        """The kept accounts of reports, read with the decisions about names that have that fingerprint."""
        from store.derived.kept_accounts import KeptAccounts  # with it comes all that reads: not for who only opens

        with suppress(OSError):
            self._make()
        return KeptAccounts(self._folder / _ACCOUNTS, self._knowledge, naming)

    def get(self, name: str, state: str, text: Callable[[Report], str]) -> Indexed | None:
        """The timeline kept for that state of the library; None where there is none."""
        return _opened(pieces.read(self._folder / name, self._key(state)), text)

    def last(self, name: str, text: Callable[[Report], str]) -> tuple[Indexed, str] | None:
        """The timeline kept for any state of the library, and that state."""
        found = pieces.read(self._folder / name, self._key(""), begins=True)
        timeline = _opened(found, text)
        return (timeline, found.key.removeprefix(self._key(""))) if found is not None and timeline is not None else None

    def put(self, name: str, state: str, timeline: Timeline, text: Callable[[Report], str]) -> Indexed:
        """Keep the timeline where that can be, and open it as it is kept."""
        made = kept_timeline.pieces(timeline)
        with suppress(OSError):
            self.adopt(name, state, made)
        return self.get(name, state, text) or kept_timeline.opened(
            {part: memoryview(piece) for part, piece in made.items()}, text
        )

    def adopt(self, name: str, state: str, made: Mapping[str, bytes]) -> None:
        """Keep what `kept_timeline.pieces` made.

        Raises:
            OSError: it cannot be kept.
        """
        self._make()
        pieces.write(self._folder / name, self._key(state), made)

    def _make(self) -> None:
        """Make the folder; not in a library that another process has locked meanwhile."""
        if locked.is_locked(self._library):
            raise PermissionError(errno.EACCES, "the library is locked", str(self._folder))
        private.make_part(self._folder)

    def _key(self, state: str) -> str:
        return f"{self._knowledge} {state}"


def _opened(found: pieces.Pieces | None, text: Callable[[Report], str]) -> Indexed | None:
    try:
        return kept_timeline.opened(found, text) if found is not None else None
    except (LookupError, TypeError, ValueError):
        return None
