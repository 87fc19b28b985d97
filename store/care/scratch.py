"""Scratch libraries: what was decided about reports that are in no library, one for each set of files.

A scratch library holds decisions, and the reports that were pasted: the files are read anew each time, and decisions
find their words in them by the hash of the bytes. It lies in the state folder of the system, closed to other accounts,
and may be deleted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from store.decisions.decisions import Decisions
from store.disk import migrations, paths

if TYPE_CHECKING:
    from store.reports.original import Original

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_LETTERS = 16


@dataclass(frozen=True, slots=True)
class Scratch:
    """The scratch library of one set of files."""

    folder: Path
    decisions: Decisions

    @property
    def exists(self) -> bool:
        """False until something was decided."""
        return (self.folder / migrations.HEADER).exists()

    def pasted(self) -> Iterator[Original]:
        """The reports that were pasted, with their bytes.

        Raises:
            LibraryError: one is damaged or gone; the message names it.
        """
        if not (self.folder / "reports").exists():
            return
        from store.reports.library import Library
        from store.reports.original import Original
        from store.reports.texts import Texts

        texts = Texts(self.folder / "texts")
        for report in Library(self.folder).reports():
            content = texts.content(report.sha256)
            if content is not None:
                yield Original(report, content)


def of_sample() -> Scratch:
    """That of the sample dossier, wherever Waqai is installed."""
    return _in(paths.scratch() / "sample")


def of_files(words: Iterable[str]) -> Scratch:
    """That of the files, folders, patterns and addresses of these words, in whatever order they are named.

    It is the place that counts, and not what lies there: a folder that grows keeps what was decided in it.
    """
    places = "\n".join(sorted({word if _ADDRESS.match(word) else str(Path(word).absolute()) for word in words}))
    return _in(paths.scratch() / sha256(places.encode("utf-8", "surrogatepass")).hexdigest()[:_LETTERS])


def every() -> list[Path]:
    """The folders of those in which something was decided."""
    try:
        return sorted(path.parent for path in paths.scratch().glob(f"*/{migrations.HEADER}"))
    except OSError:
        return []


def _in(folder: Path) -> Scratch:
    return Scratch(folder, Decisions(folder, makes=True))
