"""What a sentence rests on, as it is kept with it; and what of that has changed since it was accepted.

The basis is a line a fact: its day, kind, status, title, whom and where it names, its figures, the marks of its quotes,
what its reports give differently. Facts are values without a language, so that a basis says the same on every screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from timeline_core.errors import EdtfError
from timeline_core.export import words
from timeline_core.merge.conflicts import find_conflicts
from timeline_core.model.event import Event, Kind, Status
from timeline_core.model.when import Mod, Precision, When
from timeline_core.stories.change import LONGEST_TEXT
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

_MARK = 16
"""Letters of the mark of a quote."""
DAY, KIND, STATUS, TITLE, EVENT, QUOTE, NAMED, TOLL, DIFFER = (
    *("day", "kind", "status", "title", "event", "quote", "named", "toll", "differ"),
)
GONE, JOINED, QUOTES_MORE, QUOTES_LESS = "gone", "joined", "quotes_more", "quotes_less"


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that is other than it was."""

    what: str
    before: str = ""
    """In words, where it has some."""
    now: str = ""

    def told(self, tell: Teller) -> str:
        """As a phrase: «the day: 10 February 2023, now 12 February 2023»."""
        return tell.said(f"story_{self.what}", before=self.before, now=self.now)


def make_basis(event: Event, timeline: Timeline) -> str:
    """Make the basis of a sentence of that event, as it is now; one that is too long ends behind a whole line."""
    kept = "\n".join(f"{name} {value}" for name, value in _facts(event, timeline))
    return kept if len(kept) <= LONGEST_TEXT else kept[: kept.rfind("\n", 0, LONGEST_TEXT)]


def _facts(event: Event, timeline: Timeline) -> Iterator[tuple[str, str]]:
    yield EVENT, event.id
    yield DAY, _day(event.when)
    yield KIND, event.kind.value
    yield STATUS, event.status.value
    yield TITLE, " ".join(event.title.split())
    yield from ((NAMED, id) for id in event.named)
    yield from dict.fromkeys((TOLL, f"{one.what} {one.low} {one.high}") for one in event.figures)
    hashes = {id: report.sha256 for id in event.reports if (report := timeline.report(id)) is not None}
    for piece in event.evidence:
        words = f"{hashes.get(piece.report, '')} {piece.exact}"
        yield QUOTE, sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK]
    yield from ((DIFFER, conflict.field) for conflict in find_conflicts(event, timeline.names))


def _day(when: When | None) -> str:
    if when is None:
        return ""
    return " ".join((when.edtf, when.precision.value, *([when.mod.value] if when.mod is not None else [])))


def find_changes(basis: str, event: Event | None, timeline: Timeline, tell: Teller) -> tuple[Changed, ...]:
    """Find what is other than when the sentence was accepted; empty where nothing is.

    That somebody accepted the event changes nothing of what the sentence says.

    Args:
        event: the one in which most of its words are now; None where no report tells them any more.
    """
    if event is None:
        return (Changed(GONE),)
    before, now = _read(basis), _read(make_basis(event, timeline))
    found = [*_of_days(before, now, tell), *_of_status(before, event, tell)]
    if before[KIND] != now[KIND]:
        found.append(Changed(KIND, *(_kind(said, tell) for said in (before[KIND], now[KIND]))))
    if before[TITLE] != now[TITLE]:
        found.append(Changed(TITLE, before[TITLE][0] if before[TITLE] else "", event.title))
    for what in (NAMED, TOLL):
        if {*before[what]} != {*now[what]}:
            found.append(Changed(what))
    return (*found, *_of_quotes(before, now, timeline), *_of_conflicts(before, now, tell))


Facts = dict[str, list[str]]


def _read(basis: str) -> Facts:
    found: Facts = {name: [] for name in (DAY, KIND, STATUS, TITLE, EVENT, QUOTE, NAMED, TOLL, DIFFER)}
    for line in basis.splitlines():
        name, _, value = line.partition(" ")
        if name in found:
            found[name].append(value)
    return found


def _of_days(before: Facts, now: Facts, tell: Teller) -> Iterator[Changed]:
    if before[DAY] != now[DAY]:
        yield Changed(DAY, *(_said(said, tell) for said in (before[DAY], now[DAY])))


def _said(kept: list[str], tell: Teller) -> str:
    """The day in words; as it is kept where it is none."""
    edtf, *more = kept[0].split() if kept else ("",)
    if not edtf:
        return tell.said("undated")
    try:
        when = When(edtf, Mod(more[1]) if len(more) > 1 else None, Precision(more[0]))
    except (EdtfError, ValueError, IndexError):
        return edtf
    return tell.when(when)


def _of_status(before: Facts, event: Event, tell: Teller) -> Iterator[Changed]:
    was = before[STATUS][0] if before[STATUS] else ""
    fell = was == Status.ACCEPTED.value and event.status is Status.DRAFT
    if event.status.value != was and (event.status is Status.REJECTED or was == Status.REJECTED.value or fell):
        yield Changed(STATUS, now=tell.said(f"status_{event.status.value}"))


def _kind(kept: list[str], tell: Teller) -> str:
    known = kept and kept[0] in frozenset(Kind)
    return words.kind_word(Kind(kept[0]), tell) if known else ""


def _of_quotes(before: Facts, now: Facts, timeline: Timeline) -> Iterator[Changed]:
    was, said = {*before[QUOTE]}, {*now[QUOTE]}
    old = before[EVENT][0] if before[EVENT] else ""
    if [old] != now[EVENT] and timeline.moved.get(old) == now[EVENT][0]:
        yield Changed(JOINED)
    if more := said - was:
        yield Changed(QUOTES_MORE, now=str(len(more)))
    if less := was - said:
        yield Changed(QUOTES_LESS, now=str(len(less)))


def _of_conflicts(before: Facts, now: Facts, tell: Teller) -> Iterator[Changed]:
    for field in now[DIFFER]:
        if field not in before[DIFFER]:
            known = f"differ_{field}" in tell.phrasing.documents.words
            yield Changed(DIFFER, now=tell.said(f"differ_{field}") if known else tell.named("count", field))
