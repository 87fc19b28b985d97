"""How the size of a library is felt: from a key to the painted list, beside SQLite's FTS5; memory; one decision.

Run `python -m benchmarks.scale FOLDER COUNT…`; what it opens is made in the folder and stays there. A key is a new
filter and every visible row of the list drawn at 120 by 40; keys in a terminal are measured by `benchmarks.keys`.
Leaves with status 1 when a target is missed: 95 of 100 within 16 milliseconds at 100,000 events and 50 at a million.
"""

from __future__ import annotations

import gc
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from statistics import quantiles
from time import perf_counter, process_time

from benchmarks.kept import opened, path
from benchmarks.synthetic import DAYS, FIRST, WORDS
from timeline_core.decisions.apply import make_target
from timeline_core.decisions.reapply import redecide
from timeline_core.model.decision import Act, Decision
from timeline_core.text.fold import fold
from timeline_core.view.filter import TEXT, Filter, Term
from timeline_core.view.index.index import Indexed
from tui.draw import list as render_list
from tui.view import state
from tui.view.state import View

KEYS = 60
ROWS, WIDTH = 37, 58
FTS_MOST = 200_000
"""Events up to which SQLite is measured beside: beyond, filling it takes longer than all the rest."""
TARGETS = {100_000: 0.016, 1_000_000: 0.050}


def actors(chance: Random) -> Filter:
    """Any of three actors, the frequent ones too."""
    return Filter((Term("actor", tuple(f"actor-{int(40 * chance.random() ** 2)}" for _ in range(3))),))


def window(chance: Random) -> Filter:
    """From a day to another one, some months to some years later."""
    first = FIRST + timedelta(chance.randrange(DAYS))
    last = first + timedelta(chance.randrange(60, 1500))
    return Filter((Term("since", ("?",), days=((first, first),)), Term("until", ("?",), days=((last, last),))))


def words(chance: Random) -> Filter:
    """Two words, or what is typed of them so far."""
    return Filter(tuple(Term(TEXT, (_typed(chance),)) for _ in range(2)))


def _typed(chance: Random) -> str:
    word = WORDS[int(len(WORDS) * chance.random() ** 2)]
    return word[: chance.choice((3, 4, 9, 9))]


def paint(view: View) -> None:
    """Every visible row."""
    top = max(0, view.listing.row(view.chosen) - 5)
    for row in range(top, min(top + ROWS, len(view.listing.rows))):
        render_list.row(view, row, WIDTH)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """On the clock, and of the processor."""
    wall, worked = perf_counter(), process_time()
    work()
    return perf_counter() - wall, process_time() - worked


def tell(name: str, found: list[tuple[float, float]]) -> float:
    """Tell them; the 95th of a hundred, of the processor."""
    wall, worked = (quantiles(column, n=20) for column in zip(*found, strict=True))
    print(
        f"  {name:<28} clock p50 {wall[9] * 1e3:7.2f} p95 {wall[18] * 1e3:7.2f} ms"
        f"   processor p50 {worked[9] * 1e3:7.2f} p95 {worked[18] * 1e3:7.2f} ms"
    )
    return float(worked[18])


def memory() -> int:
    """Bytes that this process has written; what it has mapped of files is the system's."""
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Anonymous:")) * 1024


def typing(view: View, count: int) -> bool:
    """Tell how long keys take; True when a target is missed."""
    missed = False
    for name, make_one in (("three actors", actors), ("a date window", window), ("two words", words)):
        chance = Random(name)
        some = [make_one(chance) for _ in range(KEYS)]
        paint(state.filtered(view, some[0]))  # the index is warm

        def key(wanted: Filter) -> None:
            paint(state.filtered(view, wanted))

        worst = tell(name, [timed(lambda one=one: key(one)) for one in some[1:]])  # type: ignore[misc]
        missed |= worst > TARGETS.get(count, 1.0)
    return missed


def beside(found: Indexed, count: int) -> None:
    """The same searches by SQLite's FTS5: how many, and the first rows; words from their beginning only."""
    file = sqlite3.connect(":memory:")
    file.execute("CREATE VIRTUAL TABLE said USING fts5(text, content='', tokenize='unicode61')")
    rows = ((number, fold(found.numbered(number).evidence[0].exact)) for number in range(count))
    filled = timed(lambda: file.executemany("INSERT INTO said(rowid, text) VALUES (?, ?)", rows))
    print(f"  FTS5 filled in {filled[0]:.1f} s")
    chance = Random("two words")
    some = [" ".join(f'"{fold(term.values[0])}"*' for term in words(chance).terms) for _ in range(KEYS)]

    def search(match: str) -> None:
        file.execute("SELECT count(*) FROM said WHERE said MATCH ?", (match,)).fetchone()
        file.execute("SELECT rowid FROM said WHERE said MATCH ? ORDER BY rowid LIMIT ?", (match, ROWS)).fetchall()

    tell("two words, FTS5", [timed(lambda one=one: search(one)) for one in some])  # type: ignore[misc]


def deciding(found: Indexed, view: View) -> None:
    """Tell what showing one decision after the other costs."""
    log: list[Decision] = []
    now = found

    def decide(number: int) -> None:
        nonlocal now, view
        event = now.numbered(number)
        act = (Act.ACCEPT, Act.TAG, Act.NOTE)[number % 3]
        before = tuple(log)
        target = make_target(event, now.timeline)
        log.append(Decision(f"{number:08d}", act, f"{len(log):08d}", "x", (target,), ("word",)))
        shown = redecide(found, now, before, log)
        if shown is None:
            raise RuntimeError("a decision took the whole way")
        now = shown
        view = state.opened(view, now)
        paint(view)

    chance = Random("decisions")
    numbers = sorted({chance.randrange(found.index.columns.count) for _ in range(KEYS)})
    tell("a decision, shown", [timed(lambda one=one: decide(one)) for one in numbers])  # type: ignore[misc]


def size(folder: Path, count: int) -> bool:
    """Measure one size; True when it missed a target."""
    file = path(folder, count)
    before = memory()
    began, busy = perf_counter(), process_time()
    found = opened(file)
    wall, worked = perf_counter() - began, process_time() - busy
    view = state.opened(View(airy=True), found)
    paint(view)
    gc.collect()
    gc.freeze()  # as the reader does once it has opened
    print(f"{count:,} events: opened in {wall * 1e3:.0f} ms, processor {worked * 1e3:.0f} ms")
    missed = typing(view, count)
    print(f"  memory after these keys        {(memory() - before) / count:.0f} bytes an event")
    deciding(found, replace(view))
    if count <= FTS_MOST:
        beside(found, count)
    return missed


def sizes(folder: str, counts: list[str]) -> Iterator[bool]:
    """Each in a process of its own, and made in another one: what is free there would be taken for nothing here."""
    for count in counts:
        subprocess.run([sys.executable, "-m", "benchmarks.kept", folder, count], check=True)
        yield (
            subprocess.run([sys.executable, "-m", "benchmarks.scale", folder, "only", count], check=False).returncode
            > 0
        )


if __name__ == "__main__":
    if sys.argv[2] == "only":
        sys.exit(size(Path(sys.argv[1]), int(sys.argv[3])))
    sys.exit(any([*sizes(sys.argv[1], sys.argv[2:])]))
