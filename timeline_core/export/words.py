"""What is known of an event in words, as every document for people tells it; plain, not yet fit for any markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from timeline_core.conflicts import ATTRIBUTION, DATE, PLACE, conflicts
from timeline_core.event import Event, Evidence, Figure, Kind, Status
from timeline_core.explain import Teller
from timeline_core.report import INFERRED, Published, Report
from timeline_core.temporal.expression import Origin
from timeline_core.timeline import Timeline
from timeline_core.when import Mod, Precision, When

KINDS = {
    Kind.OCCURRENCE: "it happened",
    Kind.ANNOUNCEMENT: "it was said: the date is that of the saying",
    Kind.PLANNED: "it was planned: the date lies ahead of the report",
    Kind.DENIAL: "it was denied: the date is that of the denial",
}

_PARTS = {Mod.START: "early part", Mod.MID: "middle", Mod.END: "late part"}
UNDATED = "undated"


def kind(event: Event) -> str:
    """What the date belongs to, and whether the reports only remind of it."""
    return KINDS[event.kind] + ("; the reports only remind of it" if event.background else "")


def precision(when: When) -> str:
    """How much of the date is known: «the day is known», «the month is known, not the day»."""
    about = "; the source says «about»" if when.approximate else ""
    if when.mod is not None:
        return f"the {_PARTS[when.mod]} of a {when.precision.value} is known, not the day{about}"
    if when.precision is Precision.DAY:
        return f"the day is known{about}"
    if when.precision is Precision.UNRESOLVED:
        return "it is not known which days are meant"
    if when.precision is Precision.RANGE:
        return f"first and last day are known, not the day{about}"
    return f"the {when.precision.value} is known, not the day{about}"


def days(when: When | None) -> tuple[date | None, date | None]:
    """First and last day; None for an end that is open or not known."""
    first, last = (when.days if when is not None else None) or (None, None)
    return (None if first == date.min else first), (None if last == date.max else last)


def when(event: Event, tell: Teller) -> str:
    """The days in words."""
    return tell.when(event.when) if event.when is not None else UNDATED


def conflicting(event: Event, timeline: Timeline, tell: Teller) -> Iterator[str]:
    """What its reports give differently, each value with who gives it; nothing is decided here."""
    for conflict in conflicts(event, timeline.names):
        said = (
            f"«{_value(conflict.field, value, timeline, tell)}» ({', '.join(ids)})" for value, ids in conflict.values
        )
        yield f"{conflict.field}: {'; '.join(said)}"


def _value(field: str, value: str, timeline: Timeline, tell: Teller) -> str:
    """Days in words, names for ids; numbers as they are."""
    if field == DATE:
        return tell.when(When(value))
    return ", ".join(names(value.split(), timeline, tell)) or value if field in (PLACE, ATTRIBUTION) else value


def status(event: Event) -> str:
    """Who has seen it."""
    if event.status is Status.DRAFT:
        return "seen only by the machine"
    return f"{event.status.value} by a person"


def corrections(event: Event, tell: Teller) -> Iterator[str]:
    """What a person put in the place of what the machine derived, a line each."""
    machine = event.machine
    if machine is None:
        return
    if machine.when != event.when:
        derived = tell.when(machine.when) if machine.when is not None else UNDATED
        yield f"the date was set by a person; the machine derived: «{derived}»"
    if machine.title != event.title:
        yield f"the title was written by a person; the machine derived: «{machine.title}»"
    if machine.kind is not event.kind:
        yield f"the kind was set by a person; the machine derived: «{machine.kind.value}»"
    if machine.actors != event.actors:
        derived = ", ".join(
            tell.names[id].name(tell.language.code) if id in tell.names else id for id in machine.actors
        )
        yield f"the actors were set by a person; the machine derived: «{derived or 'none'}»"


def whys(event: Event, timeline: Timeline, tell: Teller) -> tuple[str, ...]:
    """The reason of every date, each once."""
    lines = (
        tell.why(piece.expression, timeline.published.get(piece.report))
        for piece in event.evidence
        if piece.expression is not None and piece.expression.when is not None and not piece.inherited
    )
    return tuple(dict.fromkeys(lines))


def joined(event: Event, timeline: Timeline, tell: Teller) -> tuple[str, ...]:
    """Why its tellings are one happening, each reason once."""
    return tuple(dict.fromkeys(tell.joined(join, timeline.names) for join in event.joined))


def names(ids: Iterable[str], timeline: Timeline, tell: Teller) -> tuple[str, ...]:
    """The names of actors or places in the language of the screen; of those that are known."""
    return tuple(timeline.names[id].name(tell.language.code) for id in ids if id in timeline.names)


def figure(one: Figure) -> str:
    """«43», «about 40», «more than 10,000», «10–12»."""
    about = "about " if one.approximate else ""
    if one.high is None:
        return f"{about}more than {one.low:,}"
    return f"{about}{one.low:,}" if one.high == one.low else f"{about}{one.low:,}–{one.high:,}"


def published(said: Published, tell: Teller) -> str:
    """«published 17 February 2023», whether that was inferred, or that it is not known."""
    if said.when is None:
        return UNDATED
    return f"published {tell.when(said.when)}" + (", inferred" if said.origin == INFERRED else "")


def source(piece: Evidence, timeline: Timeline, tell: Teller) -> tuple[str, ...]:
    """Outlet, headline, published day, and the id that the list of reports has; what is not known is left out."""
    report = timeline.report(piece.report)
    if report is None:
        return (piece.report,)
    return tuple(part for part in (*outlet(report), published(timeline.published[report.id], tell), report.id) if part)


def outlet(report: Report) -> tuple[str, ...]:
    """Publisher and title, of those that are known."""
    return tuple(part for part in (report.publisher, report.title) if part)


def address(report: Report | None) -> str:
    """The address of the report on the web; empty where it has none that a reader may safely follow."""
    url = report.url.strip() if report is not None else ""
    return url if url.lower().startswith(("https://", "http://")) else ""


def inferred(event: Event) -> bool:
    """True when a date of it was counted from a day that was itself inferred."""
    return any(
        piece.expression is not None and piece.expression.reason.origin is Origin.INFERRED for piece in event.evidence
    )


def cited(timeline: Timeline) -> tuple[Report, ...]:
    """The reports that prove an event of the timeline, in its order."""
    told = {id for event in (*timeline.events, *timeline.undated) for id in event.reports}
    return tuple(report for report in timeline.reports if report.id in told)
