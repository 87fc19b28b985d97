"""A synthetic timeline as the cache of a library would keep it: made once, opened by the other benchmarks.

Run `python -m benchmarks.kept FOLDER COUNT…`; a file that is there already, and is as this Waqai writes it, stays.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from benchmarks.synthetic import Synthetic, timeline
from seeds.load import fingerprint
from store.derived import kept_timeline
from store.derived.cache import DERIVED, Cache, state
from store.disk import pieces
from store.reports.library import Library
from store.reports.original import Original
from timeline_core.model import entry, event, report
from timeline_core.view.index import build as indexing
from timeline_core.view.index import columns, postings, vocabulary
from timeline_core.view.index.index import Index, Indexed

ROWS = 200_000
"""Events up to which they are written too; above, the index alone is, and an event is made anew when asked for."""


_FORM = (columns, entry, event, indexing, kept_timeline, postings, report, vocabulary)


def form() -> str:
    """What changes when one of the classes does that are written, or how they are."""
    found = sha256()
    for module in _FORM:
        found.update(Path(str(module.__file__)).read_bytes())
    return f"benchmark {found.hexdigest()}"


def path(folder: Path, count: int) -> Path:
    """The file of that many events."""
    return folder / f"{count}.pieces"


def make(folder: Path, count: int) -> Path:
    """The file, made where it is not there."""
    file = path(folder, count)
    if pieces.read(file, form()) is None:
        folder.mkdir(parents=True, exist_ok=True)
        began = perf_counter()
        made = kept_timeline.pieces if count <= ROWS else indexing.pack
        pieces.write(file, form(), made(timeline(count)))
        print(
            f"{count:>9,} events: made in {perf_counter() - began:.1f} s, {file.stat().st_size / count:.0f} bytes each"
        )
    return file


def opened(file: Path) -> Indexed:
    """The timeline of the file."""
    found = pieces.read(file, form())
    if found is None:
        raise FileNotFoundError(file)
    if "event.rows" not in found:
        return Indexed(timeline(int(file.stem)), Index(found))
    return kept_timeline.opened(found, lambda _: "")


def library(folder: Path, count: int) -> Path:
    """A library whose cache holds that many events, for the program itself to open; made where it is not there.

    The cache is that of the Waqai that is measured, so it is put there anew each time.
    """
    home = folder / f"library-{count}"
    found = pieces.read(make(folder, count), form())
    if found is None:
        raise FileNotFoundError(home)
    if not home.exists():
        events = Synthetic(count)
        with Library(home) as made:
            made.add([Original.of_text("r", "…")])
        for number in range(count // 3 + 1):
            quotes = (events[one].evidence[0].exact for one in range(3 * number, min(count, 3 * number + 3)))
            (home / "texts" / f"{number:064x}.txt").write_text("\n".join(quotes), "utf-8")
    Cache(home, fingerprint()).adopt(DERIVED, state(home)[0], {name: bytes(piece) for name, piece in found.items()})
    return home


if __name__ == "__main__":
    for size in map(int, sys.argv[2:]):
        make(Path(sys.argv[1]), size)
