"""CPU that reading a report takes, in this checkout and in an older one, in turns of one run.

    python -m benchmarks.reading OTHER CORPUS.jsonl [--reports 300] [--turns 3]

CORPUS: a report a line, with `text` and `published`. Each checkout reads them in a process of its own, where the
languages are loaded and a part of the reports is read before the clock starts; the clock is that of the process, not
of the wall. One line a checkout, the least of its turns, and their ratio.

    python -m benchmarks.reading --growth CORPUS.jsonl

Reads ordinary prose, built of many reports as one text, of 20,000, 40,000, 80,000 and 160,000 letters by this checkout,
and tells by what each doubling grows: two is linear.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
DAY = 10
WARM = 20
GROWING = (20_000, 40_000, 80_000, 160_000)
CHILD = """
import json, sys, time
from datetime import date
from seeds.load import knowledge
from timeline_core.derive import derive
try:
    from timeline_core.model.report import Report
    from timeline_core.model.when import on
except ImportError:
    from timeline_core.report import Report
    from timeline_core.when import on
rows = [json.loads(line) for line in sys.stdin]
known = knowledge()
def read(some):
    began = time.process_time()
    for number, (text, day) in enumerate(some):
        derive([Report(str(number), text, str(number), published=on(date.fromisoformat(day)))], known)
    return time.process_time() - began
read(rows[:WARM])
print(read(rows))
"""


def main() -> None:
    """Read the arguments, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, help="the other checkout, then the corpus")
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--growth", action="store_true", help="this checkout alone, by the length of the text")
    asked = parser.parse_args()
    rows = [json.loads(line) for line in asked.paths[-1].read_text("utf-8").splitlines()]
    told = [(row["text"], row["published"][:DAY]) for row in rows if row["published"]]
    if asked.growth:
        grow([text for text, _ in told])
    else:
        compare(asked.paths[0].resolve(), told[: asked.reports], asked.turns)


def compare(other: Path, rows: list[tuple[str, str]], turns: int) -> None:
    """Both checkouts in turns, and the ratio of their least."""
    spent: dict[Path, list[float]] = {ROOT: [], other: []}
    for _ in range(turns):
        for checkout, every in spent.items():
            every.append(spent_by(checkout, rows))
    for checkout, every in spent.items():
        each = ", ".join(f"{1000 * one / len(rows):.1f}" for one in every)
        print(f"{checkout.name:16}{1000 * min(every) / len(rows):6.1f} ms a report of {len(rows)} (turns: {each})")
    print(f"{min(spent[ROOT]) / min(spent[other]):.2f} times the CPU of the other")


def spent_by(checkout: Path, rows: list[tuple[str, str]]) -> float:
    """Seconds of CPU that it takes to read them, in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    given = "".join(json.dumps(row) + "\n" for row in rows)
    command = [sys.executable, "-c", CHILD.replace("WARM", str(WARM))]
    told = subprocess.run(command, env=environment, input=given, capture_output=True, text=True, check=True, cwd="/")
    return float(told.stdout)


def grow(texts: list[str]) -> None:
    """One text of ever more reports, and by what its cost grows."""
    from seeds.load import knowledge
    from timeline_core.events.accounts import account
    from timeline_core.model.report import Report
    from timeline_core.model.when import on

    known, whole, before = knowledge(), "\n\n".join(texts), 0.0
    account(Report("r", whole[: GROWING[0]], "r", published=on(date(2015, 8, 6))), known)
    for letters in GROWING:
        began = time.process_time()
        account(Report("r", whole[:letters], "r", published=on(date(2015, 8, 6))), known)
        spent = time.process_time() - began
        grown = f", {spent / before:.2f} times the half" if before else ""
        print(f"{letters:8,d} letters: {spent:6.2f} s{grown}")
        before = spent


if __name__ == "__main__":
    main()
