"""What each row of the table of likeness weighs in dossiers of which it is known what is told of one happening.

    python -m benchmarks.likeness DOSSIER.jsonl…

A dossier is one story, told by several: `{"id": "DAY|TELLER", "published": DAY, "text": …}` a line. Two reports of one
day tell of one happening; those of a day and of one of the next three days tell of others of the same story, which are
harder to tell apart than two of any other story. Of each two reports the likest two tellings are looked at.

Printed are, for each row: its weight, how many of the ones and of the others have it, and the decimal logarithm of the
ratio, which the weight is a rounding of; rows that say the same twice (a person who is the patient) weigh less. Then
how many pairs of each kind reach a sum.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import log10
from pathlib import Path

from seeds.load import knowledge
from timeline_core.events.accounts import Account
from timeline_core.events.cross_dating import accounts
from timeline_core.merge.apart import contradict
from timeline_core.merge.bounds import Bounds, bounds_of
from timeline_core.merge.pair import Pair
from timeline_core.merge.threshold import ENOUGH
from timeline_core.merge.weighing import FEATURES, weigh
from timeline_core.model.event import Likeness
from timeline_core.model.report import Report
from timeline_core.model.when import When

_AHEAD = 3
"""Days behind a day of which the reports tell of something else."""
_SUMS = (ENOUGH - 1, ENOUGH - 0.5, ENOUGH, ENOUGH + 0.5, ENOUGH + 1)


def read(path: Path) -> list[Report]:
    """The reports of a dossier."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [
        Report(
            row["id"],
            row["text"],
            hashlib.sha256(row["text"].encode()).hexdigest(),
            "",
            row.get("publisher", ""),
            When(row["published"]),
            row.get("lang", ""),
        )
        for row in rows
    ]


def pairs(told: Sequence[Account]) -> Iterator[tuple[bool, Account, Account]]:
    """Two reports, and whether they are of one day."""
    days: dict[str, list[Account]] = {}
    for account in told:
        days.setdefault(account.report.id.split("|")[0], []).append(account)
    ordered = sorted(days)
    for at, day in enumerate(ordered):
        yield from (
            (True, one, other) for one, other in combinations(days[day], 2) if one.report.text != other.report.text
        )
        for later in ordered[at + 1 : at + 1 + _AHEAD]:
            yield from ((False, one, days[later][0]) for one in days[day])


def likest(one: Account, other: Account, bounds: Bounds) -> Likeness | None:
    """The two tellings that weigh most; None where all contradict one another."""
    found = [
        weigh(Pair(a, b, bounds)) for a in one.drafts for b in other.drafts if not contradict(a, b, bounds, days=False)
    ]
    return max(found, key=lambda weighed: weighed.total, default=None)


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dossiers", nargs="+", type=Path)
    known = knowledge()
    rows: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    sums: dict[bool, list[float]] = {True: [], False: []}
    for path in parser.parse_args().dossiers:
        told = accounts(read(path), known)
        bounds = bounds_of(told, known)
        for same, one, other in pairs(told):
            if (found := likest(one, other, bounds)) is not None:
                rows[same].update(found.features)
                sums[same].append(found.total)
    _print(rows, sums)


def _print(rows: dict[bool, Counter[str]], sums: dict[bool, list[float]]) -> None:
    ones, others = max(1, len(sums[True])), max(1, len(sums[False]))
    print(f"{'':18} {'weight':>6} {'one':>7} {'others':>7} {'log':>6}")
    for row in FEATURES:
        same, apart = rows[True][row.name] / ones, rows[False][row.name] / others
        ratio = log10(max(same, 0.5 / ones) / max(apart, 0.5 / others))
        print(f"{row.name:18} {row.weight:6.1f} {same:7.4f} {apart:7.4f} {ratio:6.2f}")
    for least in _SUMS:
        same, apart = (sum(one >= least for one in sums[kind]) for kind in (True, False))
        print(f"{least:4.1f} and more: {same} of {ones} of one day, {apart} of {others} of other days")


if __name__ == "__main__":
    main()
