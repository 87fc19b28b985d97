"""What is known of an event in words, as every document for people tells it; plain, not yet fit for any markup.

The words are those of the language data (`[events.document]`), in the language of who tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from timeline_core.merge.conflicts import ATTRIBUTION, DATE, PLACE, find_conflicts
from timeline_core.merge.origins import find_origins
from timeline_core.model.actor_role import OTHER, grouped
from timeline_core.model.event import Event, Evidence, Figure, Kind, Status
from timeline_core.model.expression import Origin
from timeline_core.model.report import INFERRED, Published, Report
from timeline_core.model.when import Precision, When
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller


def kind(event: Event, tell: Teller) -> str:
    """What the date belongs to, and whether the reports only remind of it."""
    said = [tell.said(f"kind_{event.kind.value}"), *([tell.said("reminds")] if event.background else [])]
    return tell.said("joint").join(said)


def precision(when: When, tell: Teller) -> str:
    """How much of the date is known: «the day is known», «the month is known, not the day»."""
    about = [tell.said("said_about")] if when.approximate and when.precision is not Precision.UNRESOLVED else []
    unsure = [tell.said("said_unsure")] if when.uncertain else []
    return tell.said("joint").join([_known(when, tell), *about, *unsure])


def _known(when: When, tell: Teller) -> str:
    unit = tell.said(f"unit_{when.precision.value}")
    if when.mod is not None:
        return tell.said("known_part", part=tell.said(f"part_{when.mod.value}"), unit=unit)
    if when.precision in (Precision.DAY, Precision.UNRESOLVED, Precision.RANGE, Precision.BOUND):
        return tell.said(f"known_{when.precision.value}")
    return tell.said("known_unit", unit=unit)


def days(when: When | None) -> tuple[date | None, date | None]:
    """First and last day; None for an end that is open or not known."""
    first, last = (when.days if when is not None else None) or (None, None)
    return (None if first == date.min else first), (None if last == date.max else last)


def when(event: Event, tell: Teller) -> str:
    """The days in words."""
    return tell.when(event.when) if event.when is not None else tell.said("undated")


def heading(event: Event, tell: Teller) -> str:
    """The days in words, as they stand above their events: «Late 2021»."""
    said = when(event, tell)
    return said[:1].upper() + said[1:]


def conflicts(event: Event, timeline: Timeline, tell: Teller) -> Iterator[str]:
    """What its reports give differently, each value with who gives it; nothing is decided here."""
    comma = tell.said("list")
    for conflict in find_conflicts(event, timeline.names):
        said = (
            f"«{_value(conflict.field, value, timeline, tell)}» ({comma.join(ids)})" for value, ids in conflict.values
        )
        known = conflict.field in (DATE, PLACE, ATTRIBUTION)
        field = tell.said(f"differ_{conflict.field}") if known else tell.named("count", conflict.field)
        yield f"{field}: {tell.said('joint').join(said)}"


def origins(event: Event, timeline: Timeline, tell: Teller) -> Iterator[str]:
    """From how many origins it is known, where these are fewer than its reports, and which reports are one."""
    found = find_origins(event, timeline)
    if len(found) == len(event.reports):
        return
    yield tell.said("origins_count", count=len(found), reports=len(event.reports))
    comma = tell.said("list")
    for one in found:
        if len(one.reports) > 1:
            shared = {"reports": comma.join(one.reports), "names": comma.join(names(one.sources, timeline, tell))}
            yield tell.said("origins_from" if shared["names"] else "origins_shared", **shared)


def _value(field: str, value: str, timeline: Timeline, tell: Teller) -> str:
    """Days in words, names for ids; numbers as they are."""
    if field == DATE:
        return tell.when(When(value))
    if field in (PLACE, ATTRIBUTION):
        return tell.said("list").join(names(value.split(), timeline, tell)) or value
    return value


def status(event: Event, tell: Teller) -> str:
    """The status that a reader gave the event, and that a person made it where one did."""
    said = [tell.said("status_made")] if event.by_hand else []
    if event.status is not Status.EDITED or not said:
        said.append(tell.said(f"status_{event.status.value}"))
    return tell.said("joint").join(said)


def corrections(event: Event, tell: Teller) -> Iterator[str]:
    """What a person put in the place of what the machine derived, a line each."""
    machine = event.machine
    if machine is None:
        return
    if machine.when != event.when:
        derived = tell.when(machine.when) if machine.when is not None else tell.said("undated")
        yield tell.said("corrected_date", machine=derived)
    if machine.title != event.title:
        yield tell.said("corrected_title", machine=machine.title)
    if machine.kind is not event.kind:
        yield tell.said("corrected_kind", machine=kind_word(machine.kind, tell))
    if machine.actors != event.actors:
        known = tell.names
        named = (known[id].name(tell.language.code) if id in known else id for id in machine.actors)
        yield tell.said("corrected_actors", machine=tell.said("list").join(named) or tell.said("none"))


def kind_word(kind: Kind, tell: Teller) -> str:
    """The kind of the event in one word."""
    return tell.said(f"sort_{kind.value}")


def reasons(event: Event, timeline: Timeline, tell: Teller) -> tuple[str, ...]:
    """The reason of every date or of its bound, each once; that a person set its date before all others."""
    set_by = (tell.said("dated_by_person", words=event.dated),) if event.dated else ()
    lines = (
        tell.why(piece.expression, timeline.published.get(piece.report))
        for piece in event.evidence
        if piece.expression is not None and piece.expression.when is not None and not piece.inherited
    )
    bound = tell.bound(event, timeline.published)
    return tuple(dict.fromkeys((*set_by, *((bound,) if bound else ()), *lines, *told(event, tell))))


def told(event: Event, tell: Teller) -> tuple[str, ...]:
    """From where it is told, and whose words they are, each once."""
    return tuple(dict.fromkeys(filter(None, map(tell.told, event.evidence))))


def reasons_for_joining(event: Event, timeline: Timeline, tell: Teller) -> tuple[str, ...]:
    """Why its tellings were joined into one event, each reason once."""
    return tuple(dict.fromkeys(tell.joined(join, timeline.names) for join in event.joined))


def names(ids: Iterable[str], timeline: Timeline, tell: Teller) -> tuple[str, ...]:
    """The names of actors or places in the language of the screen; of those that are known."""
    return tuple(timeline.names[id].name(tell.language.code) for id in ids if id in timeline.names)


def named_groups(event: Event) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Under the word for each group, whom an event names: who did it, to whom, who says so, who else, where."""
    for group, ids in grouped(event.roles, event.actors):
        yield ("who" if group == OTHER else f"role {group}"), ids
    yield "where", event.places


def figure(one: Figure, tell: Teller) -> str:
    """«43», «about 40», «at least 10,000», «up to 50», «10–12»."""
    if one.high is None:
        return tell.said("figure_open", number=one.low)
    if one.up_to:
        return tell.said("figure_up_to", number=f"{one.high:,}")
    said = f"{one.low:,}" if one.high == one.low else f"{one.low:,}–{one.high:,}"
    return tell.said("figure_about", number=said) if one.approximate else said


def figures(event: Event, tell: Teller) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What is counted, the number, and the reports that give it; each number once."""
    by: dict[tuple[str, str], list[str]] = {}
    for one in event.figures:
        by.setdefault((one.what, figure(one, tell)), []).append(one.report)
    for (what, number), reports in by.items():
        yield tell.named("count", what), number, tuple(dict.fromkeys(reports))


def published(said: Published, tell: Teller) -> str:
    """«published 17 February 2023», whether that was inferred, or that it is not known."""
    if said.when is None:
        return tell.said("undated")
    return tell.said("published_inferred" if said.origin == INFERRED else "published", day=tell.when(said.when))


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


def cited_reports(timeline: Timeline) -> tuple[Report, ...]:
    """The reports that prove an event of the timeline, in its order."""
    ids = {id for event in (*timeline.events, *timeline.undated) for id in event.reports}
    return tuple(report for report in timeline.reports if report.id in ids)


def summary(timeline: Timeline, redacted: int, tell: Teller) -> str:
    """How many events, from how many reports, and how many are withheld."""
    numbers = {
        "events": len(timeline.events),
        "undated": len(timeline.undated),
        "reports": len(cited_reports(timeline)),
    }
    said = [tell.said("summary", **numbers), *([tell.said("redacted", count=redacted)] if redacted else [])]
    return tell.said("joint").join(said)
