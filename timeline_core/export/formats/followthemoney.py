"""The timeline as FollowTheMoney entities, a line each: actors, reports, events.

Precision: FollowTheMoney's dates may be a year, a month or a day. `date` holds the one that is meant; what takes two
ends has `startDate` and `endDate`. The words, and an «about», stand in `notes` with the EDTF value.

Source:
    FollowTheMoney 3.8, schemata Event, Interval, Person, Organization, LegalEntity, PublicBody, Document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline_core.export import words
from timeline_core.export.ends import ends, written
from timeline_core.export.harmless import make_harmless
from timeline_core.export.plain_json import dumps
from timeline_core.export.scope import Scope
from timeline_core.model.event import Event
from timeline_core.model.report import Report
from timeline_core.names.gazetteer import ACTOR, Entry
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

_SCHEMATA = {"person": "Person", "government body": "PublicBody", "state": "PublicBody"}
_OTHERWISE = "Organization"

Properties = Mapping[str, list[str]]


def export(timeline: Timeline, tell: Teller, scope: Scope) -> str:  # noqa: ARG001 - as every exporter
    """Actors and reports first, so that every entity is there before it is pointed to."""
    lines = (*_actors(timeline), *_reports(timeline), *_events(timeline, tell))
    return "".join(dumps(line) + "\n" for line in lines)


def _entity(id: str, schema: str, properties: Properties) -> dict[str, object]:
    said = {name: [value for value in map(make_harmless, values) if value] for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in said.items() if values}}


def _actors(timeline: Timeline) -> Iterator[dict[str, object]]:
    used = {id for event in (*timeline.events, *timeline.undated) for id in event.actors}
    for entry in timeline.names:
        if entry.category == ACTOR and entry.id in used:
            yield _entity(f"waqai-actor-{entry.id}", _SCHEMATA.get(entry.type, _OTHERWISE), _named(entry))


def _named(entry: Entry) -> Properties:
    names = list(dict.fromkeys(name for group in entry.names.values() for name in group))
    first = entry.name("en")
    others = [name for name in names if name != first]
    return {"name": [first], "alias": others, "wikidataId": [entry.wikidata] if entry.wikidata else []}


def _reports(timeline: Timeline) -> Iterator[dict[str, object]]:
    for report in words.cited_reports(timeline):
        url = words.address(report)
        published = timeline.published[report.id].when
        day = ends(published).one
        properties = {
            "fileName": [report.id],
            "title": [report.title],
            "publisher": [report.publisher],
            "sourceUrl": [url],
            "date": [written(day)] if day else [],
            "keywords": [f"sha256:{report.sha256}"],
        }
        yield _entity(_document(report), "Document", properties)


def _document(report: Report) -> str:
    return f"waqai-report-{report.sha256}"


def _events(timeline: Timeline, tell: Teller) -> Iterator[dict[str, object]]:
    for event in (*timeline.events, *timeline.undated):
        yield _entity(f"waqai-event-{event.id}", "Event", _properties(event, timeline, tell))


def _properties(event: Event, timeline: Timeline, tell: Teller) -> Properties:
    reports = [report for report in map(timeline.report, event.reports) if report is not None]
    names = timeline.names
    return {
        "name": [make_harmless(event.title) or event.id],
        "summary": [event.kind.value],
        "description": [piece.exact for piece in event.evidence],
        "recordId": [event.id],
        **_dates(event),
        "involved": [f"waqai-actor-{id}" for id in event.actors if id in names],
        "location": [*words.names(event.places, timeline, tell)],
        "proof": [_document(report) for report in reports],
        "publisher": list(dict.fromkeys(report.publisher for report in reports)),
        "sourceUrl": [words.address(report) for report in reports],
        "keywords": [event.kind.value, *event.tags],
        "notes": [*_notes(event, tell), *words.reasons(event, timeline, tell), event.note],
    }


def _dates(event: Event) -> Properties:
    found = ends(event.when)
    if found.one is not None:
        return {"date": [written(found.one)]}
    first, last = found
    return {"startDate": [written(first)] if first else [], "endDate": [written(last)] if last else []}


def _notes(event: Event, tell: Teller) -> Iterator[str]:
    if event.when is None:
        yield tell.said("undated")
        return
    mod = f" {event.when.mod.value}" if event.when.mod else ""
    yield f"{words.when(event, tell)}; {words.precision(event.when, tell)}; EDTF {event.when.edtf}{mod}"
