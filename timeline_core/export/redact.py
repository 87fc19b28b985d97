"""Redaction: a timeline without its sensitive events, and without the words elsewhere that would give them away.

An event that is tagged goes, and so does every event that announces or disputes it or shares words with it.
What stays of a report that tells of it is what other events quote: the rest of its text is blacked out, code point for
code point, so that places in the text still count. Title, path, address, thread and id of such a report are withheld
where the event is its story, because they tell it too; its SHA-256 still finds it for whoever has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from timeline_core.model.decision import OF_NAMES, OF_PAIRS, OF_REPORTS, OF_STORIES, Act, Decision, Hold
from timeline_core.model.event import Event, Evidence, Figure, Role, Telling
from timeline_core.model.report import Clue, Published, Report
from timeline_core.model.span import Span
from timeline_core.model.verdict import Verdict
from timeline_core.timeline import Timeline

BLACK = "█"

Spans = Mapping[str, tuple[Span, ...]]
"""Report id -> spans of its text."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """What must not be seen: events, their ids, and their words by report."""

    events: tuple[Event, ...] = ()
    ids: frozenset[str] = frozenset()
    spans: Spans = field(default_factory=dict)
    orphans: bool = False
    """Decisions without an event may speak of it too: nobody can say which event their quotes told of."""

    def touches(self, report: str, span: Span) -> bool:
        """True when the span shares a letter with words that are hidden."""
        return any(_meet(span, one) for one in self.spans.get(report, ()))

    def hides(self, event: Event) -> bool:
        """True for a hidden event, what announces or disputes one, and what its words prove, too."""
        linked = not self.ids.isdisjoint((event.id, *event.announces, *event.disputes))
        return linked or any(self.touches(piece.report, piece.span) for piece in event.evidence)

    def masked(self, text: str, start: int, report: str) -> str:
        """A stretch of that report from `start` on, its hidden letters blacked out."""
        spans = self.spans.get(report, ())
        return "".join(
            BLACK if any(span.start <= at < span.end for span in spans) else letter
            for at, letter in enumerate(text, start)
        )


def find_hidden(whole: Timeline, tags: Iterable[str]) -> Hidden:
    """Find the events with one of these tags (case aside), and all that would give one of them away.

    What hides one hides what shares words with it in turn.
    """
    wanted = frozenset(tag.casefold() for tag in tags)
    every = (*whole.events, *whole.undated)
    found = [event for event in every if _is_tagged(event.tags, wanted)]
    orphans = bool(found) or any(one.act is Act.TAG and _is_tagged(one.values, wanted) for one in whole.orphans)
    if not found:
        return Hidden(orphans=orphans)
    while True:
        gone = _of_events(found, whole.moved, orphans=orphans)
        more = [event for event in every if gone.hides(event)]
        if len(more) == len(found):
            return gone
        found = more


def _of_events(events: Iterable[Event], moved: Mapping[str, str], *, orphans: bool) -> Hidden:
    known = tuple(events)
    spans = _spans(piece for event in known for piece in event.evidence)
    ids = {event.id for event in known}
    ids |= {before for before, now in moved.items() if now in ids}
    return Hidden(known, frozenset(ids), spans, orphans)


def _is_tagged(tags: Iterable[str], wanted: frozenset[str]) -> bool:
    return any(tag.casefold() in wanted for tag in tags)


def redact(timeline: Timeline, gone: Hidden) -> Timeline:
    """The timeline without what is hidden; itself where nothing is.

    Args:
        timeline: the whole from which `gone` was found, or a part of it.
    """
    if gone.orphans:
        timeline = replace(timeline, orphans=())
    if not gone.events:
        return timeline
    events, undated = _left(timeline.events, gone), _left(timeline.undated, gone)
    return _closed(replace(timeline, events=events, undated=undated), gone.events)


def redact_log(log: Iterable[Decision], gone: Hidden, whole: Timeline, left: Timeline) -> tuple[Decision, ...]:
    """The decisions that speak of nothing hidden, and what undoes them.

    Args:
        left: what `redact` left of `whole`.
    """
    if not (gone.events or gone.orphans):
        return tuple(log)
    ids = {report.sha256: report.id for report in whole.reports}
    shown = _Left(ids, frozenset(one.sha256 for one in left.reports), frozenset(one.id for one in left.names))
    kept: list[Decision] = []
    dropped: set[str] = set()
    for one in log:
        if one.undoes in dropped or _speaks_of(one, gone, shown):
            dropped.add(one.id)
        else:
            kept.append(_masked_decision(one, gone, ids))
    return tuple(kept)


_SAYING = frozenset({"title", "url", "thread"})
"""The fields of a report that may name who is not to be named: an address often holds the title."""


class _Left(NamedTuple):
    """What is left to speak of."""

    ids: Mapping[str, str]
    """SHA-256 of each report of the whole -> its id."""
    reports: frozenset[str]
    """SHA-256 of the reports of which something is left."""
    names: frozenset[str]


def _speaks_of(one: Decision, gone: Hidden, left: _Left) -> bool:
    """True for a decision upon what is hidden, upon words that are not there, or about who is not named any more."""
    if one.act in OF_REPORTS:
        return one.values[0] not in left.reports or not _SAYING.isdisjoint(one.values[1:2])
    if one.act is Act.OTHER and not left.reports.issuperset(one.values[2:]):
        return True
    if one.act is Act.GAZETTEER or one.act in OF_STORIES:
        return True
    if one.act in OF_NAMES:
        return not left.names.issuperset(one.values[: 2 if one.act in OF_PAIRS else 1])
    if any(target.event in gone.ids for target in one.targets):
        return True
    holds = [hold for target in one.targets for hold in target.holds]
    return any(
        hold.report not in left.ids or gone.touches(left.ids[hold.report], Span(hold.start, hold.end)) for hold in holds
    )


def _masked_decision(one: Decision, gone: Hidden, ids: Mapping[str, str]) -> Decision:
    return replace(
        one,
        targets=tuple(
            replace(target, holds=tuple(_masked_hold(hold, gone, ids) for hold in target.holds))
            for target in one.targets
        ),
    )


def _masked_hold(hold: Hold, gone: Hidden, ids: Mapping[str, str]) -> Hold:
    report = ids[hold.report]
    prefix = gone.masked(hold.prefix, hold.start - len(hold.prefix), report)
    return replace(hold, prefix=prefix, suffix=gone.masked(hold.suffix, hold.end, report))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _spans(pieces: Iterable[Evidence]) -> Spans:
    found: dict[str, tuple[Span, ...]] = {}
    for piece in pieces:
        found[piece.report] = (*found.get(piece.report, ()), piece.span)
    return found


def _left(events: Iterable[Event], gone: Hidden) -> tuple[Event, ...]:
    return tuple(_masked(event, gone) for event in events if event.id not in gone.ids)


def _masked(event: Event, gone: Hidden) -> Event:
    """The event with what stands around its quotes blacked out where it is hidden."""
    return replace(
        event,
        evidence=tuple(_masked_piece(piece, gone) for piece in event.evidence),
        tellings=tuple(
            replace(one, evidence=tuple(_masked_piece(piece, gone) for piece in one.evidence)) for one in event.tellings
        ),
    )


def _masked_piece(piece: Evidence, gone: Hidden) -> Evidence:
    return replace(
        piece,
        told_in="",
        told_by="",
        prefix=gone.masked(piece.prefix, piece.span.start - len(piece.prefix), piece.report),
        suffix=gone.masked(piece.suffix, piece.span.end, piece.report),
    )


def _closed(timeline: Timeline, gone: Sequence[Event]) -> Timeline:
    """The timeline with the reports that prove what is left; what in them would tell more is closed."""
    touched = {piece.report for event in gone for piece in event.evidence}
    reporting = {piece.report for event in gone for piece in event.evidence if piece.role is Role.STORY}
    events = (*timeline.events, *timeline.undated)
    proving = _quoted(events)
    known = frozenset(id for event in events for id in event.named)
    reports: list[Report] = []
    published: dict[str, Published] = {}
    verdicts: dict[str, tuple[Verdict, ...]] = {}
    ids: dict[str, str] = {}
    for report in timeline.reports:
        if report.id in touched and report.id not in proving:
            continue
        kept = _kept(report, proving.get(report.id, ()), reporting) if report.id in touched else report
        ids[report.id] = kept.id
        reports.append(kept)
        published[kept.id] = _unexplained(timeline.published[report.id], known, touched=report.id in touched)
        dates = timeline.verdicts.get(report.id, ())
        verdicts[kept.id] = _standing(dates, proving.get(report.id, ())) if report.id in touched else dates
    return replace(
        timeline,
        reports=tuple(reports),
        published=published,
        events=tuple(_renamed(event, ids) for event in timeline.events),
        undated=tuple(_renamed(event, ids) for event in timeline.undated),
        names=timeline.names.only(known),
        derived=None,
        verdicts={id: dates for id, dates in verdicts.items() if dates},
        copies={ids[one]: ids[other] for one, other in timeline.copies.items() if one in ids and other in ids},
    )


def _quoted(events: Iterable[Event]) -> Spans:
    """The words that may stand: quotes, and the expressions that date them."""
    found: dict[str, tuple[Span, ...]] = {}
    for event in events:
        for piece in (*event.evidence, *(piece for telling in event.tellings for piece in telling.evidence)):
            said = () if piece.expression is None or piece.inherited else (piece.expression.span,)
            found[piece.report] = (*found.get(piece.report, ()), piece.span, *said)
    return found


def _kept(report: Report, stands: tuple[Span, ...], reporting: set[str]) -> Report:
    text = "".join(
        letter if letter.isspace() or any(span.start <= at < span.end for span in stands) else BLACK
        for at, letter in enumerate(report.text)
    )
    if report.id not in reporting:
        return replace(report, text=text)
    return replace(report, id=f"report-{report.sha256[:8]}", text=text, title="", path="", url="", thread="")


def _standing(dates: Iterable[Verdict], stands: tuple[Span, ...]) -> tuple[Verdict, ...]:
    """The dates whose words stand, with what they date: the value of a date that is blacked out would tell it."""
    return tuple(one for one in dates if _lies(one.span, stands) and (one.words is None or _lies(one.words, stands)))


def _lies(span: Span, stands: Iterable[Span]) -> bool:
    return any(one.start <= span.start and span.end <= one.end for one in stands)


def _unexplained(published: Published, known: frozenset[str], *, touched: bool) -> Published:
    """Without the clues that name a person of whom nothing is told any more."""
    why = () if touched else tuple(clue for clue in published.why if set(_persons(clue)) <= known)
    return replace(published, why=why)


def _persons(clue: Clue) -> Iterator[str]:
    for slot, value in clue.slots:
        if slot == "persons":
            yield from value.split()


def _renamed(event: Event, ids: Mapping[str, str]) -> Event:
    return replace(
        event,
        evidence=tuple(_of(piece, ids) for piece in event.evidence),
        figures=tuple(_counted(figure, ids) for figure in event.figures),
        tellings=tuple(_telling(one, ids) for one in event.tellings),
    )


def _telling(telling: Telling, ids: Mapping[str, str]) -> Telling:
    return replace(
        telling,
        evidence=tuple(_of(piece, ids) for piece in telling.evidence),
        figures=tuple(_counted(figure, ids) for figure in telling.figures),
    )


def _of(piece: Evidence, ids: Mapping[str, str]) -> Evidence:
    return replace(piece, report=ids.get(piece.report, piece.report))


def _counted(figure: Figure, ids: Mapping[str, str]) -> Figure:
    return replace(figure, report=ids.get(figure.report, figure.report))
