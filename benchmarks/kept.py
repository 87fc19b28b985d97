"""A synthetic timeline as the cache of a library would keep it: made once, opened by the other benchmarks.

Run `python -m benchmarks.kept FOLDER COUNT…`; a file that is there already stays.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

from benchmarks.synthetic import timeline
from store import kept_timeline, pieces
from timeline_core import indexing
from timeline_core.index import Index, Indexed

ROWS = 200_000
"""Events up to which they are written too; above, the index alone is, and an event is made anew when asked for."""


def path(folder: Path, count: int) -> Path:
    """The file of that many events."""
    return folder / f"{count}.pieces"


def make(folder: Path, count: int) -> Path:
    """The file, made where it is not there."""
    file = path(folder, count)
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        began = perf_counter()
        made = kept_timeline.pieces if count <= ROWS else indexing.pack
        pieces.write(file, "benchmark", made(timeline(count)))
        print(
            f"{count:>9,} events: made in {perf_counter() - began:.1f} s, {file.stat().st_size / count:.0f} bytes each"
        )
    return file


def opened(file: Path) -> Indexed:
    """The timeline of the file."""
    found = pieces.read(file, "benchmark")
    if found is None:
        raise FileNotFoundError(file)
    if "event.rows" not in found:
        return Indexed(timeline(int(file.stem)), Index(found))
    return kept_timeline.opened(found, lambda _: "")


if __name__ == "__main__":
    for size in map(int, sys.argv[2:]):
        make(Path(sys.argv[1]), size)
