"""What becomes of the dates of a corpus: how many each rule decides, and some of them to read.

    python -m benchmarks.verdicts CORPUS.zip [--reports 300] [--sample 60] [--seed 1]

CORPUS: a .zip of JSON arrays of objects with `content` and `date_extracted`. The sample is drawn evenly at random.
"""

from __future__ import annotations

import argparse
import json
import random
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from seeds.load import knowledge
from timeline_core.events.accounts import account
from timeline_core.model.report import Report
from timeline_core.model.verdict import Verdict
from timeline_core.model.when import When

DAY = 10


def reports(path: Path, many: int) -> Iterator[Report]:
    """The first so many articles of the corpus."""
    with zipfile.ZipFile(path) as archive:
        rows = [row for name in archive.namelist() for row in json.loads(archive.read(name))]
    for number, row in enumerate(rows[:many]):
        published = When(row["date_extracted"][:DAY])
        yield Report(id=str(number), text=row["content"], published=published, lang="ar", sha256=str(number))


def _line(verdict: Verdict, text: str) -> str:
    held = verdict.words.of(text) if verdict.words is not None else "-"
    around = text[max(0, verdict.span.start - 90) : verdict.span.end + 50].replace("\n", " ")
    limits = f", {verdict.limit}" if verdict.limit else ""
    return f"{verdict.span.of(text)}: {verdict.effect} {held} ({verdict.rule}{limits}) | {around}"


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    known, rules, limits, lines = knowledge(), Counter[str](), Counter[str](), list[str]()
    every = list(reports(options.corpus, options.reports))
    began, events = time.process_time(), 0
    for report in every:
        for verdict in account(report, known).verdicts:
            rules[f"{verdict.effect}: {verdict.rule}"] += 1
            limits[verdict.limit or ("an event" if verdict.event else "dates nothing")] += 1
            events += verdict.event
            lines.append(_line(verdict, report.text))
    spent = (time.process_time() - began) / max(len(every), 1)
    for counts in (rules, limits):
        print("\n".join(f"{many:6d}  {name}" for name, many in counts.most_common()), end="\n\n")
    print(f"{len(lines)} dates of {len(every)} reports, {events} of them events; {1000 * spent:.1f} ms a report")
    for line in random.Random(options.seed).sample(lines, min(options.sample, len(lines))):
        print(line)


if __name__ == "__main__":
    main()
