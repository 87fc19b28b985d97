"""What `waqai export --format jsonl` wrote, read back: its reports are records like any other, its decisions are here.

A decision hangs on the words of a report, which it names by the SHA-256 of its original bytes. In the file stands the
text alone; where it came from HTML or the like, its hash is another one, and the decision is hung on that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from store.decisions import acts
from store.decisions.rehung import rehang
from store.intake.found import Stream
from store.intake.objects.heads import is_head
from store.intake.objects.plain_json import loads
from store.intake.objects.records import LINE_LIMIT, skip_line
from store.intake.result import Notice, Refused
from store.reports.original import digest
from timeline_core.errors import TimelineError
from timeline_core.model.decision import Decision

_SUFFIX = ".jsonl"
_LONGEST_HEAD = 100_000
_TOLD = 200
"""Characters of what is wrong with a line."""


def decisions(paths: Iterable[str]) -> Iterator[Decision | Notice]:
    """The decisions of those files that are exports, in order; a line that is none is told.

    Args:
        paths: of files; all but `.jsonl` files that begin as an export does are passed over.
    """
    for path in paths:
        if path.lower().endswith(_SUFFIX) and Path(path).is_file():
            with Path(path).open("rb") as file:
                if is_head(file.readline(_LONGEST_HEAD)):
                    heard = Heard(file, path, number=1)
                    while line := heard.readline(LINE_LIMIT + 1):
                        if len(line) > LINE_LIMIT:
                            skip_line(file)
                    yield from heard.found


class Heard:
    """A stream that another reads; what passes of decisions is in `found`, if the stream begins as an export does."""

    def __init__(self, stream: Stream, path: str, number: int = 0) -> None:
        """`number`: lines that were read before; 1 for an export whose head was."""
        self._stream, self._path, self._number = stream, path, number
        self._is_export, self._whole = number > 0, True
        self._hashes: dict[str, str] = {}
        self.found: list[Decision | Notice] = []

    def readline(self, limit: int = -1) -> bytes:
        """As of a file."""
        line = self._stream.readline(limit)
        ended = line.endswith(b"\n") or limit < 0 or len(line) < limit
        if self._whole:
            self._number += 1
            self._is_export = self._is_export or (self._number == 1 and is_head(line))
            if self._is_export and ended:
                self._note(line)
        self._whole = ended
        return line

    def read(self, size: int = -1) -> bytes:
        """As of a file; what is read so is no export."""
        self._is_export = False
        return self._stream.read(size)

    def _note(self, line: bytes) -> None:
        try:
            value = loads(line.decode("utf-8"))
            if isinstance(value, dict) and value.get("type") == "report":
                self._hashes[str(value.get("sha256"))] = digest(str(value.get("text")).encode("utf-8", "replace"))
            elif isinstance(value, dict) and value.get("type") == "decision":
                self.found.append(rehang(acts.decision(value), self._hashes))
        except (Refused, UnicodeDecodeError):
            return  # told where the reports are read
        except TimelineError as error:
            self.found.append(Notice(self._path, f"line {self._number}: {str(error)[:_TOLD]}; it is passed over"))


__all__ = ["Heard", "decisions", "rehang"]
