"""What happened, as CSV in the columns of ACLED, for analysts whose tools expect them.

Precision: `time_precision` 1 is a known day, 2 a week, 3 a month, and `event_date` then is the middle of the days that
are possible, as ACLED codes it. ACLED has no code for anything coarser, nor for what is only known to be on or before
the day of its report: there, both are empty, and `notes` says the latter. The columns behind ACLED's own hold the
honest value. The point is that of the place, with 1 for a town and 3 for a region, and nothing for a whole country.
What only a person may code (event types, `inter`…) is left empty, and so is `fatalities` where no report says a
number; where reports differ it is the lowest, as ACLED's is. Announcements, plans and denials are no events to ACLED
and are left out.

Source:
    ACLED codebook; column changes of March 2023.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from timeline_core.export import words
from timeline_core.export.formats.csv_table import table
from timeline_core.export.scope import Scope
from timeline_core.model.actor_role import ActorRole, in_roles
from timeline_core.model.event import Event, Kind
from timeline_core.model.when import Precision, When
from timeline_core.names.gazetteer import Entry
from timeline_core.names.world.where import Fineness, spot
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

ACLED = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
)
OURS = ("edtf", "mod", "precision", "first", "last", "when", "status", "quotes")
_WEEK, _MONTH = 7, 31
_KILLED = "killed"
_CODES = {Fineness.EXACT: "1", Fineness.TOWN: "1", Fineness.DISTRICT: "3"}


def export(timeline: Timeline, tell: Teller, scope: Scope) -> str:  # noqa: ARG001 - as every exporter
    """A line of names, then a row a happening; the undated last."""
    happened = (event for event in (*timeline.events, *timeline.undated) if event.kind is Kind.OCCURRENCE)
    return table((*ACLED, *OURS), ([*_row(event, timeline, tell)] for event in happened))


def left_out(timeline: Timeline) -> tuple[Event, ...]:
    """What is no event to ACLED."""
    return tuple(event for event in (*timeline.events, *timeline.undated) if event.kind is not Kind.OCCURRENCE)


def time_precision(when: When | None) -> int | None:
    """1 a day, 2 a week, 3 a month; None for what ACLED has no code for."""
    first, last = words.days(when)
    if when is None or first is None or last is None:
        return None
    count = (last - first).days + 1
    if when.precision is Precision.DAY:
        return None if when.uncertain else 2 if when.approximate else 1
    if count <= _WEEK:
        return 2
    return 3 if count <= _MONTH else None


def _row(event: Event, timeline: Timeline, tell: Teller) -> Iterator[str]:
    columns = _coded(event, timeline, tell)
    yield from (columns.get(name, "") for name in ACLED)
    when = event.when
    first, last = words.days(when)
    yield when.edtf if when else ""
    yield when.mod.value if when and when.mod else ""
    yield when.precision.value if when else ""
    yield first.isoformat() if first else ""
    yield last.isoformat() if last else ""
    yield words.when(event, tell)
    yield event.status.value
    yield " | ".join(piece.exact for piece in event.evidence)


def _coded(event: Event, timeline: Timeline, tell: Teller) -> dict[str, str]:
    """The columns of ACLED that can be filled without coding by hand."""
    actors = _sides(event, timeline, tell)
    precision = time_precision(event.when)
    day = _middle(event.when) if precision is not None else None
    reports = [report for report in map(timeline.report, event.reports) if report is not None]
    return {
        "event_id_cnty": event.id,
        "event_date": day.isoformat() if day else "",
        "year": str(day.year) if day else "",
        "time_precision": str(precision or ""),
        **actors,
        **_where(event, timeline, tell),
        "source": "; ".join(dict.fromkeys(report.publisher or report.id for report in reports)),
        "notes": f"{event.title} ({words.when(event, tell)})" if event.bounded else event.title,
        "fatalities": _fatalities(event),
        "tags": "; ".join(event.tags),
    }


def _sides(event: Event, timeline: Timeline, tell: Teller) -> dict[str, str]:
    """Who did it is `actor1`, to whom `actor2`; without a role, as of those put there by hand, the first."""
    doers = in_roles(event.roles, ActorRole.AGENT, ActorRole.SPEAKER)
    others = tuple(id for id in in_roles(event.roles, ActorRole.PATIENT) if id not in doers)
    if not doers and not others:
        doers, others = event.actors[:1], event.actors[1:]
    first, second = (words.names(ids, timeline, tell) for ids in (doers, others))
    return {
        "actor1": "".join(first[:1]),
        "assoc_actor_1": "; ".join(first[1:]),
        "actor2": "".join(second[:1]),
        "assoc_actor_2": "; ".join(second[1:]),
    }


def _middle(when: When | None) -> date | None:
    first, last = words.days(when)
    return None if first is None or last is None else first + (last - first) // 2


def _where(event: Event, timeline: Timeline, tell: Teller) -> dict[str, str]:
    """Country, first division and the finest place of those that are named, or that they are known to lie in."""
    places = [timeline.names[id] for id in event.places if id in timeline.names]
    lang = tell.language.code
    country = next((entry.name(lang) for entry in places if entry.type == "country"), "")
    divisions = ("province", "region")
    admin = next((entry.name(lang) for entry in places if entry.type in divisions), "")
    finest = next((entry for entry in places if entry.type not in ("country", *divisions)), _first(places))
    found = {"country": country, "admin1": admin, "location": finest.name(lang) if finest is not None else ""}
    return {**found, **_point(finest, timeline)} if finest is not None else found


def _point(place: Entry, timeline: Timeline) -> dict[str, str]:
    """Where it lies, with ACLED's code of how exactly: 1 a town, 3 a larger region; nothing of a whole country."""
    lies = spot(place.id, timeline.names)
    if lies is None or lies.fineness not in _CODES:
        return {}
    latitude, longitude = lies.point
    return {"latitude": str(latitude), "longitude": str(longitude), "geo_precision": _CODES[lies.fineness]}


def _first(places: list[Entry]) -> Entry | None:
    return places[0] if places else None


def _fatalities(event: Event) -> str:
    said = [figure.low for figure in event.figures if figure.what == _KILLED and not figure.up_to]
    return str(min(said)) if said else ""
