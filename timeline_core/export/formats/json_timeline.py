"""The timeline as JSON, `waqai-timeline/1`.

Source:
    Scripts depend on the form: what is new stands behind what they know (`tests/core/export/test_json_timeline.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from timeline_core.export import words
from timeline_core.export.plain_json import dumps
from timeline_core.export.scope import Scope
from timeline_core.merge.conflicts import Conflict, find_conflicts
from timeline_core.merge.origins import find_origins
from timeline_core.model.actor_role import Roles
from timeline_core.model.decision import Decision
from timeline_core.model.event import Event, Evidence, Figure, Machine, Telling
from timeline_core.model.expression import Expression
from timeline_core.model.report import Published, Report
from timeline_core.model.verdict import Verdict
from timeline_core.model.when import When
from timeline_core.names.gazetteer import ACTOR, PLACE, Entry
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

FORMAT = "waqai-timeline/1"


def export(timeline: Timeline, tell: Teller, scope: Scope) -> str:
    """One JSON object, indented, UTF-8 as is, with a line feed at its end."""
    return dumps(as_object(timeline, tell, scope), indent=1) + "\n"


def as_object(timeline: Timeline, tell: Teller, scope: Scope) -> dict[str, object]:
    """The timeline in plain values."""
    return {
        "format": FORMAT,
        "query": scope.query,
        "reports": [
            {**report_object(report, timeline.published[report.id], tell), "dates": _dates(report, timeline)}
            for report in timeline.reports
        ],
        "events": [event_object(event, timeline, tell) for event in timeline.events],
        "actors": _entries(timeline, ACTOR),
        "places": _entries(timeline, PLACE),
        "undated": [event_object(event, timeline, tell) for event in timeline.undated],
        "orphans": [decision_object(one) for one in timeline.orphans],
        "left_out": {"rejected": scope.rejected, "redacted": scope.redacted, "tags": list(scope.tags)},
    }


def report_object(report: Report, published: Published, tell: Teller) -> dict[str, object]:
    """What is known of a report, without its text."""
    return {
        "id": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "published": {
            "edtf": published.when.edtf if published.when else None,
            "origin": published.origin,
            "why": tell.published(published),
        },
        "lang": report.lang,
        "path": report.path,
        "url": report.url,
        "sha256": report.sha256,
        **{name: value for name, value in (("thread", report.thread), ("moment", report.moment)) if value},
    }


def _dates(report: Report, timeline: Timeline) -> list[dict[str, object]]:
    """Every date of the report with what became of it, in the form of `waqai dates --explain --format jsonl`."""
    return [
        {
            "text": verdict.span.of(report.text),
            "start": verdict.span.start,
            "end": verdict.span.end,
            "edtf": verdict.edtf,
            "verdict": verdict_object(verdict),
        }
        for verdict in timeline.verdicts.get(report.id, ())
    ]


def verdict_object(verdict: Verdict) -> dict[str, object]:
    """What became of a date: what it does, by which rule, to which words; what keeps an event from being made of it."""
    return {
        "effect": verdict.effect.value,
        "rule": verdict.rule,
        "start": verdict.words.start if verdict.words is not None else None,
        "end": verdict.words.end if verdict.words is not None else None,
        "limit": verdict.limit.value or None,
        "event": verdict.event,
    }


def event_object(event: Event, timeline: Timeline, tell: Teller) -> dict[str, object]:
    """One event in plain values; `when` is null where no day is known."""
    return {
        "id": event.id,
        "when": when_object(event.when),
        "kind": event.kind.value,
        "title": event.title,
        "lang": event.lang,
        "actors": list(event.actors),
        "places": list(event.places),
        "announces": list(event.announces),
        "disputes": list(event.disputes),
        "status": event.status.value,
        "tags": list(event.tags),
        "note": event.note,
        "figures": [_figure(figure) for figure in event.figures],
        "evidence": [_evidence(piece, timeline, tell) for piece in event.evidence],
        "starred": event.starred,
        "machine": _machine(event.machine),
        "tellings": [_telling(telling) for telling in event.tellings],
        "conflicts": [_conflict(one) for one in find_conflicts(event, timeline.names)],
        "roles": _roles(event.roles),
        "origins": [{"reports": [*one.reports], "sources": [*one.sources]} for one in find_origins(event, timeline)],
        "bound": _bound(event, timeline, tell),
        "made_by": event.tellings[0].made_by or None if event.tellings else None,
        "date_set_by_person": event.dated or None,
    }


def _bound(event: Event, timeline: Timeline, tell: Teller) -> dict[str, object] | None:
    """The report whose day is all that is known of the day; null where a day is told, or nothing is known."""
    if not event.bounded:
        return None
    return {"report": event.evidence[0].report, "why": tell.bound(event, timeline.published)}


def _machine(machine: Machine | None) -> dict[str, object] | None:
    """What was derived before a person corrected something; null where nobody did."""
    if machine is None:
        return None
    return {
        "when": when_object(machine.when),
        "title": machine.title,
        "kind": machine.kind.value,
        "actors": list(machine.actors),
    }


def _conflict(one: Conflict) -> dict[str, object]:
    return {
        "field": one.field,
        "values": [{"value": value, "reports": list(reports)} for value, reports in one.values],
    }


def _telling(telling: Telling) -> dict[str, object]:
    """What one report said, with the places of its quotes, which stand in full among the evidence."""
    return {
        "report": telling.report,
        "when": when_object(telling.when),
        "kind": telling.kind.value,
        "title": telling.title,
        "lang": telling.lang,
        "actors": list(telling.actors),
        "places": list(telling.places),
        "evidence": [{"start": piece.span.start, "end": piece.span.end} for piece in telling.evidence],
        "roles": _roles(telling.roles),
        "likeness": _likeness(telling),
    }


def _likeness(telling: Telling) -> dict[str, object] | None:
    """Why it is of the happening: the rows of the table of likeness that hold, and the sum of their weights."""
    if telling.likeness is None:
        return None
    return {"weight": telling.likeness.total, "features": list(telling.likeness.features)}


def _roles(roles: Roles) -> list[dict[str, str]]:
    """What each actor is to it, in order of mention; a source stands here, and not among the actors."""
    return [{"role": role.value, "actor": id} for role, id in roles]


def decision_object(one: Decision) -> dict[str, object]:
    """One act of a person in plain values, as libraries keep it too."""
    return {
        "id": one.id,
        "act": one.act.value,
        "at": one.at,
        "who": one.who,
        "values": list(one.values),
        "undoes": one.undoes,
        "cleared": one.cleared,
        "targets": [
            {"event": target.event, "title": target.title, "holds": [asdict(hold) for hold in target.holds]}
            for target in one.targets
        ],
    }


def when_object(when: When | None) -> dict[str, object] | None:
    """A When in plain values; first and last are null while it is unresolved, and where that end is open."""
    if when is None:
        return None
    first, last = words.days(when)
    return {
        "edtf": when.edtf,
        "first": first.isoformat() if first else None,
        "last": last.isoformat() if last else None,
        "precision": when.precision.value,
        "approximate": when.approximate,
        "mod": when.mod.value if when.mod else None,
    }


def _figure(figure: Figure) -> dict[str, object]:
    return {
        "what": figure.what,
        "low": figure.low,
        "high": figure.high,
        "approximate": figure.approximate,
        "report": figure.report,
        "start": figure.span.start,
        "end": figure.span.end,
    }


def _evidence(piece: Evidence, timeline: Timeline, tell: Teller) -> dict[str, object]:
    return {
        "report": piece.report,
        "role": piece.role.value,
        "exact": piece.exact,
        "prefix": piece.prefix,
        "suffix": piece.suffix,
        "start": piece.span.start,
        "end": piece.span.end,
        "told_in": piece.told_in or None,
        "told_by": piece.told_by or None,
        "expression": _expression(piece.expression, timeline.published.get(piece.report), tell),
    }


def _expression(expression: Expression | None, published: Published | None, tell: Teller) -> dict[str, object] | None:
    if expression is None:
        return None
    return {
        "text": expression.text,
        "start": expression.span.start,
        "end": expression.span.end,
        "edtf": expression.when.edtf if expression.when else None,
        "rule": expression.reason.rule,
        "anchor": expression.reason.anchor or None,
        "why": tell.why(expression, published),
    }


def _entries(timeline: Timeline, category: str) -> list[dict[str, object]]:
    used: Iterable[Event] = (*timeline.events, *timeline.undated)
    ids = {id for event in used for id in (_actors(event) if category == ACTOR else event.places)}
    return [_entry(entry) for entry in timeline.names if entry.id in ids]


def _actors(event: Event) -> Iterable[str]:
    """Its actors, and its sources."""
    return (*event.actors, *(id for _, id in event.roles))


def _entry(entry: Entry) -> dict[str, object]:
    return {"id": entry.id, "type": entry.type, "names": {lang: list(names) for lang, names in entry.names.items()}}
