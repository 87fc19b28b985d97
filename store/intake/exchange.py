"""What `waqai export --format jsonl` wrote, read back: its reports are records like any other, its decisions are here.

A decision hangs on the words of a report, which it names by the SHA-256 of its original bytes. In the file stands the
text alone; where it came from HTML or the like, its hash is another one, and the decision is hung on that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from store import acts
from store.intake.result import Notice, Refused
from store.original import digest
from timeline_core.decision import Decision
from timeline_core.errors import TimelineError

_HEAD = re.compile(rb'\s*\{"type": "head", "format": "waqai-lines/\d+"')
_OTHER = re.compile(rb'\s*\{"type": "(?:head|event|decision)", ')
_SUFFIX = ".jsonl"
_LONGEST_HEAD = 100_000


def is_head(line: bytes) -> bool:
    """True for the first line of an export."""
    return _HEAD.match(line) is not None


def is_no_report(line: bytes) -> bool:
    """True for a line of an export that is no report: the head, an event, a decision."""
    return _OTHER.match(line) is not None


def decisions(paths: Iterable[str]) -> Iterator[Decision | Notice]:
    """The decisions of those paths that are exports, in order; a line that is none is told.

    Args:
        paths: as typed; all but `.jsonl` files that begin as an export does are passed over.
    """
    for path in paths:
        if path.lower().endswith(_SUFFIX) and Path(path).is_file():
            with Path(path).open("rb") as file:
                if is_head(file.readline(_LONGEST_HEAD)):
                    yield from _of_file(path, file)


def _of_file(path: str, file: BinaryIO) -> Iterator[Decision | Notice]:
    from store.intake.records import LINE_LIMIT, loads, skip_line

    hashes: dict[str, str] = {}
    for number, line in enumerate(iter(lambda: file.readline(LINE_LIMIT + 1), b""), 2):
        if len(line) > LINE_LIMIT:
            skip_line(file)
            continue
        try:
            value = loads(line.decode("utf-8"))
            if isinstance(value, dict) and value.get("type") == "report":
                hashes[str(value.get("sha256"))] = digest(str(value.get("text")).encode("utf-8", "replace"))
            elif isinstance(value, dict) and value.get("type") == "decision":
                yield _hung(acts.decision(value), hashes)
        except (Refused, UnicodeDecodeError):
            continue  # told where the reports are read
        except TimelineError as error:
            yield Notice(path, f"line {number}: {error}; it is passed over")


def _hung(one: Decision, hashes: Mapping[str, str]) -> Decision:
    """The decision with its quotes in the reports as they are kept here."""
    targets = (
        replace(
            target, holds=tuple(replace(hold, report=hashes.get(hold.report, hold.report)) for hold in target.holds)
        )
        for target in one.targets
    )
    return replace(one, targets=tuple(targets))
