"""Kills a library -9 at random instants, and counts what was lost; beside it TinyDB's own storage in the same run.

    python -m benchmarks.crash                # 1,000 kills in add, decide, compact and migrate; 250 of plain TinyDB
    python -m benchmarks.crash --kills 40     # a short one, as the tests run it

A child works in a loop and writes to a pipe what it has been told is kept: that is acknowledged. The parent kills it
after a time drawn by chance, then reads the library as the next run of Waqai would: every file, hash and quote is
checked, and every acknowledged id must be there. Then it goes on in the same library, so that damage would add up.

Plain TinyDB keeps one document an event, as a program without a log would, and changes it in place. Power loss is not
simulated: what the system was given to write is written.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import count, pairwise
from pathlib import Path

from store.care.verify import verify
from store.decisions import compaction as fold
from store.decisions.decisions import Decisions
from store.disk import migrations
from store.disk.atomic import AtomicJSON
from store.reports import shards
from store.reports.library import Library
from store.reports.original import Original, digest
from timeline_core.errors import TimelineError
from timeline_core.model.decision import Act, Decision, Hold, Target

KINDS = ("add", "decide", "compact", "migrate")
_REPORTS, _DECISIONS = 24, 2_000
_RENEWED = 60
"""Kills after which a fresh library is taken, so that the checks stay short."""

Say = Callable[[str], None]


@dataclass(slots=True)
class Outcome:
    """What a series of kills left."""

    kills: int = 0
    acknowledged: int = 0
    corrupted: int = 0
    lost: int = 0
    """Acknowledged, and not there afterwards."""
    first: str = ""
    """What was wrong first."""

    def wrong(self, what: str) -> None:
        """A library that is not what it should be."""
        self.corrupted += 1
        self.first = self.first or what


def main() -> int:
    """Run all; print a line a kind; 1 where anything of Waqai's was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=1_000, help="of Waqai, over all kinds")
    parser.add_argument("--each", type=int, default=1_000, help="decisions of each of two processes at once")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--folder", type=Path, help="where to work; it should be on the disk that counts")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory(dir=options.folder) as place:
        started = time.monotonic()
        sound = Path(place) / "template"
        _template(sound)
        outcomes = {kind: _series(kind, options.kills // len(KINDS), sound, chance) for kind in KINDS}
        plain = _plain_series(options.kills // len(KINDS), Path(place) / "plain", chance)
        kept = _two_at_once(Path(place) / "two", options.each)
        _print(outcomes, plain, kept, 2 * options.each, time.monotonic() - started)
    wrong = any(one.corrupted or one.lost for one in outcomes.values()) or kept != 2 * options.each
    return 1 if wrong else 0


def _print(outcomes: dict[str, Outcome], plain: Outcome, kept: int, wanted: int, seconds: float) -> None:
    print(f"{'':<16}{'kills':>7}{'acknowledged':>14}{'corrupted':>11}{'lost':>7}")
    for name, one in {**outcomes, "plain TinyDB": plain}.items():
        print(f"{name:<16}{one.kills:>7,}{one.acknowledged:>14,}{one.corrupted:>11,}{one.lost:>7,}  {one.first}"[:200])
    print(f"two processes at once: {kept:,} of {wanted:,} decisions kept")
    print(f"{seconds:.0f} s, Python {sys.version.split()[0]}, TinyDB's file of {_DECISIONS:,} documents")


def _template(folder: Path) -> None:
    """Reports of both sorts in several files, and decisions upon them."""
    shards.Shards.__init__.__defaults__ = (10,)
    library = Library(folder)
    library.add([_original(number) for number in range(_REPORTS)])
    target = _target(library)
    drafts = [_draft(target, number) for number in range(_DECISIONS)]
    library.decisions.record_all(drafts)
    library.decisions.compact()


def _original(number: int | str) -> Original:
    """Every other one is read from bytes that are not its text."""
    text = f"تقرير رقم {number}: غارة شرقي سوريا في 10 من شباط الجاري. " * 8
    original = Original.of_text(f"r{number}", text)
    if len(str(number)) % 2:
        return original
    page = f"<p>{text}</p>".encode()
    return Original(replace(original.report, sha256=digest(page)), page)


def _target(library: Library) -> Target:
    report = library.reports()[0]
    return Target("2023-02-10--1", (Hold(report.sha256, 0, 20, report.text[:20], kind="occurrence"),), "غارة")


def _draft(target: Target, number: int) -> Decision:
    return Decision("", Act.TAG, "", "me", (target,), (f"tag {number}",))


def _series(kind: str, kills: int, sound: Path, chance: random.Random) -> Outcome:
    outcome, folder = Outcome(), sound.with_name(kind)
    for number in range(kills):
        if number % _RENEWED == 0 or kind == "migrate":
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(sound, folder)
            if kind == "migrate":
                _made_old(folder)
        longest = 0.06 if kind == "migrate" else 0.12
        acknowledged = _killed(partial(_WORK[kind], folder), chance.uniform(0, longest), outcome)
        check(folder, acknowledged, outcome)
    return outcome


def _made_old(folder: Path) -> None:
    """As version 1 left it: no hashes of texts, no decisions."""
    for file in shards.files(folder / "reports"):
        tables = AtomicJSON(file).read() or {}
        for document in tables["reports"].values():
            document.pop("text_sha256", None)
        file.write_text(json.dumps(tables, ensure_ascii=False, indent=1) + "\n", "utf-8")
    for name in (fold.FILE, fold.JOURNAL, fold.FILE_BEFORE, fold.JOURNAL_BEFORE):
        (folder / name).unlink(missing_ok=True)
    (folder / migrations.HEADER).write_text('{"schema": 1, "name": "old"}', "utf-8")


def _killed(work: Callable[[Say], None], after: float, outcome: Outcome) -> list[str]:
    """Fork a child that works, kill it after so many seconds of work, and give what it was told is kept."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(work, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        stream.readline()
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        lines = stream.read().split(b"\n")
    outcome.kills += 1
    outcome.acknowledged += len(lines) - 1
    if not os.WIFSIGNALED(status):
        outcome.wrong("the child ended by itself")
    return [line.decode() for line in lines[:-1]]


def _child(work: Callable[[Say], None], writing: int) -> None:
    code = 1
    with suppress(BaseException):
        os.write(writing, b"ready\n")
        work(lambda line: _say(writing, line))
        code = 0
    os._exit(code)


def _say(writing: int, line: str) -> None:
    os.write(writing, f"{line}\n".encode())


def _adding(folder: Path, say: Say) -> None:
    library = Library(folder)
    for number in count():
        batch = [_original(f"{os.getpid()} {number} {n}") for n in range(12)]
        library.add(batch)
        for original in batch:
            say(f"report {original.report.sha256}")


def _deciding(folder: Path, say: Say) -> None:
    decisions = Decisions(folder)
    target = _target(Library(folder))
    for number in count():
        if number % 5 == 4:
            kept = decisions.record_all([_draft(target, n) for n in range(3)])
        else:
            kept = (decisions.record(Act.NOTE, "me", [target], ["ملاحظة " * (number % 40)]),)
        for one in kept:
            say(f"decision {one.id}")


def _compacting(folder: Path, say: Say) -> None:
    decisions = Decisions(folder)
    for number in count():
        say(f"decision {decisions.record(Act.STAR, 'me').id}")
        if number % 2:
            undone = decisions.undo("me")
            if undone is not None:
                say(f"decision {undone.id}")
        decisions.compact()


def _migrating(folder: Path, say: Say) -> None:
    """The first to write lifts the library."""
    say(f"decision {Decisions(folder).record(Act.STAR, 'me').id}")
    _adding(folder, say)


_WORK: dict[str, Callable[[Path, Say], None]] = {
    "add": _adding,
    "decide": _deciding,
    "compact": _compacting,
    "migrate": _migrating,
}


def check(folder: Path, acknowledged: list[str], outcome: Outcome) -> None:
    """As the next run finds it; what a killed writer leaves beside is no damage, and a writer clears it away."""
    try:
        library = Library(folder)
        reports = {f"report {report.sha256}" for report in library.reports()}
        decisions = {f"decision {one.id}" for one in library.decisions.log()}
        problems = [line for line in verify(folder).problems if "is half a file" not in line]
        library.decisions.record(Act.STAR, "next")
        library.add([_original(f"after {outcome.kills}")])
        problems += verify(folder).problems
    except TimelineError as error:
        outcome.wrong(str(error))
        return
    if problems:
        outcome.wrong(problems[0])
    missing = [line for line in acknowledged if line not in reports and line not in decisions]
    outcome.lost += len(missing)


def _plain_series(kills: int, folder: Path, chance: random.Random) -> Outcome:
    """TinyDB as it comes: JSONStorage, a document an event, changed in place."""
    from tinydb import TinyDB

    outcome, file = Outcome(), folder / "plain.json"
    folder.mkdir()
    sound = folder / "sound.json"
    with TinyDB(sound) as database:
        database.insert_multiple({"event": number, "note": "", "moment": 0} for number in range(_DECISIONS))
    shutil.copy(sound, file)
    moments = 0
    for _ in range(kills):
        acknowledged = _killed(partial(_plainly, file, moments), chance.uniform(0, 0.3), outcome)
        try:
            with TinyDB(file) as database:
                there = {document["moment"] for document in database.all()}
            outcome.lost += int(bool(acknowledged) and max(there) < int(acknowledged[-1]))
            moments = max(there, default=0)
        except Exception as error:  # noqa: BLE001 whatever it raises, it cannot be read any more
            outcome.wrong(f"{type(error).__name__}: {error}")
            outcome.lost += len(acknowledged)
            shutil.copy(sound, file)
            moments = 0
    return outcome


def _plainly(file: Path, moments: int, say: Say) -> None:
    from tinydb import TinyDB

    chance = random.Random(os.getpid())
    with TinyDB(file) as database:
        for moment in count(moments + 1):
            event = chance.randint(1, _DECISIONS)
            database.update({"note": "x" * chance.randint(0, 60), "moment": moment}, doc_ids=[event])
            say(str(moment))


def _two_at_once(folder: Path, each: int) -> int:
    Library(folder).add([_original(0)])
    children = [_forked(folder, who, each) for who in ("left", "right")]
    for child in children:
        os.waitpid(child, 0)
    log = Decisions(folder).log()
    return len({one.id for one in log}) if _in_turn(one.who for one in log) else 0


def _in_turn(who: Iterator[str]) -> bool:
    """False where one waited for the other to be done with all of his."""
    turns = list(who)
    return sum(one != other for one, other in pairwise(turns)) > len(turns) // 10


def _forked(folder: Path, who: str, each: int) -> int:
    child = os.fork()
    if child:
        return child
    with suppress(BaseException):
        decisions = Decisions(folder)
        for number in range(each):
            decisions.record(Act.TAG, who, values=[str(number)])
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
