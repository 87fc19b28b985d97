"""What lines, rows and objects give, made into reports: their bytes, what was taken for what, what was passed over."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from store.disk.spilled import Spilled
from store.intake import known, metadata
from store.intake.chats.message import Message, Passed, found, passed_over
from store.intake.found import Found, Item, Source
from store.intake.objects.records import Entry, Record
from store.intake.result import REPORT_LIMIT, Failure, Notice, Refused, too_large
from store.intake.text.mojibake import mended
from store.reports.original import digest

_HELD = 10_000
"""Failures before the first report that are kept, to be told as one where there is no report."""
_MANY = {"item": "objects", "line": "lines", "row": "rows"}
_TOLD = 3
"""Dates that are none, which are told one by one."""


def of(source: Source, entries: Iterable[tuple[str, Entry]], *, by_address: bool = False) -> Iterator[Item]:
    """The reports of a file, in its order; at its end what was taken for what, and what was passed over.

    Args:
        by_address: entries with an address are one report where that is the same too: a post is not its words.

    Raises:
        Refused: it holds nothing.
    """
    making = _Making(source, by_address)
    for place, entry in entries:
        yield from making.of(place, entry)
    yield from making.rest()


def failure(path: str, refusal: Refused, place: str = "") -> Failure:
    """The refusal as it is told, with its place in the file."""
    return Failure(path, f"{place} {refusal.reason}" if place else refusal.reason, refusal.remedy, place)


class _Making:
    """Makes reports of one file, and remembers what is to be told of all of them."""

    def __init__(self, source: Source, by_address: bool) -> None:
        self._source, self._by_address = source, by_address
        self._stem = PurePosixPath(source.path).stem or source.path
        self._refused: list[tuple[str, Refused]] | None = []
        self._any = self._noticed = self._garbled = False
        self._offered = ""
        self._taken: dict[str, str] = {}
        self._passed: Counter[str] = Counter()
        self._undated: list[str] = []
        self._without = 0
        self._days = Spilled()

    def of(self, place: str, entry: Entry) -> Iterator[Item]:
        """What one entry gives."""
        self._any = True
        entry = self._mended(entry)
        if isinstance(entry, Passed):
            self._passed[entry.why] += 1
        elif isinstance(entry, Refused):
            yield from self._failed(place, entry)
        elif not entry.text.strip():
            self._passed["without words"] += 1
        elif len(entry.text.encode("utf-8")) > REPORT_LIMIT:
            yield failure(self._source.path, too_large(len(entry.text.encode("utf-8"))), place)
        elif isinstance(entry, Message):
            yield from self._held_back()
            yield found(self._source.path, self._stem, entry, place)
        else:
            yield from self._record(place, entry)

    def _mended(self, entry: Entry) -> Entry:
        """Facebook writes its own letters wrongly in its exports."""
        if not isinstance(entry, Message | Record):
            return entry
        text = mended(entry.text)
        self._garbled = self._garbled or text != entry.text
        if isinstance(entry, Message):
            return replace(entry, text=text, author=mended(entry.author), thread=mended(entry.thread))
        return replace(entry, text=text, fields={name: mended(value) for name, value in entry.fields.items()})

    def rest(self) -> Iterator[Item]:
        """What is told once."""
        if not self._any:
            raise Refused("is empty", "put a report into it")
        yield from self._none()
        path = self._source.path
        if self._garbled:
            yield Notice(path, "its letters were written in one encoding and read in another; they are mended")
        if said := known.describe_taken(self._taken):
            yield Notice(path, said)
        if self._offered and "published" not in self._taken:
            yield Notice(path, known.offered(self._offered))
        if self._undated:
            name = self._taken["published"]
            shown = ", ".join(f"«{metadata.shown(said)}»" for said in self._undated)
            yield Notice(
                path,
                f"{self._without:,} of the dates of «{name}» are no days, or may be two ({shown}),"
                f" and their reports have none; --map published={name} insists",
            )
        if self._passed:
            yield Notice(path, passed_over(self._passed))

    def _failed(self, place: str, refusal: Refused) -> Iterator[Failure]:
        """Told at once, but for those that stand before any report: all may be of one kind, which is one line."""
        if self._refused is None or len(self._refused) >= _HELD:
            yield from self._held_back()
            yield failure(self._source.path, refusal, place)
        else:
            self._refused.append((place, refusal))

    def _held_back(self) -> Iterator[Failure]:
        """There is a report after all: each failure before it is told for itself."""
        for place, refusal in self._refused or ():
            yield failure(self._source.path, refusal, place)
        self._refused = None

    def _none(self) -> Iterator[Failure]:
        """Of a file without a report, why; one line where it is the same of all."""
        reasons = {refusal.reason for _, refusal in self._refused or ()}
        if self._refused and len(self._refused) > 1 and len(reasons) == 1:
            refusal = self._refused[0][1]
            what = self._refused[0][0].partition(" ")[0]
            count = f"{len(self._refused):,} {_MANY.get(what, what)}"
            raise Refused(f"holds no report: each of its {count} {refusal.reason}", refusal.remedy)
        yield from self._held_back()

    def _record(self, place: str, record: Record) -> Iterator[Item]:
        yield from self._held_back()
        if record.notice and not self._noticed:
            self._noticed = True
            yield Notice(self._source.path, f"{place}: {record.notice}")
        self._offered = self._offered or record.offered
        for name, source in record.taken.items():
            self._taken.setdefault(name, source)
        fields = self._dated(record)
        yield Found(self._source.path, self._content(record.text, fields), record.text, fields, place, record.blocks)

    def _dated(self, record: Record) -> dict[str, str]:
        """A date that was taken without being asked, and is none, is left out and counted."""
        given = record.fields.get("published", "")
        name = record.taken.get("published", "")
        if given and name and not known.is_own(name):
            try:
                metadata.published(given)
            except Refused:
                self._without += 1
                if len(self._undated) < _TOLD:
                    self._undated.append(given)
                return {**record.fields, "published": ""}
        return record.fields

    def _content(self, text: str, fields: Mapping[str, str]) -> bytes:
        """The text itself; where the file has the same words of another day, all that is said of them."""
        content = text.encode("utf-8")
        if self._by_address and (address := fields.get("url")):
            return (json.dumps({"url": address, "text": text}, ensure_ascii=False) + "\n").encode("utf-8")
        day = fields.get("published", "")
        if self._days.setdefault(digest(content), day) == day:
            return content
        said = {"text": text, **{name: value for name, value in fields.items() if value}}
        return (json.dumps(said, ensure_ascii=False) + "\n").encode("utf-8")
