"""The evidence as a W3C Web Annotation collection (JSON-LD): an annotation a quote, on the report that says it.

Precision: the body holds the EDTF value under `temporal` (dcterms:temporal), its words under `value`; nothing is made
finer. A report is named by its address, else by its SHA-256. The places count code points, half-open, in logical order,
on the text that Waqai read; the quote with what stands around it finds the words in any other.

Source:
    W3C Web Annotation Data Model, with TextQuoteSelector and TextPositionSelector.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_core.export import words
from timeline_core.export.markup import link
from timeline_core.export.plain_json import dumps
from timeline_core.export.scope import Scope
from timeline_core.model.event import Event, Evidence
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"temporal": "http://purl.org/dc/terms/temporal"}]


def export(timeline: Timeline, tell: Teller, scope: Scope) -> str:
    """One AnnotationCollection with one page."""
    items = [*_annotations(timeline, tell)]
    collection = {
        "@context": _CONTEXT,
        "id": "urn:waqai:timeline",
        "type": "AnnotationCollection",
        "label": f"Timeline; filter: {scope.query}" if scope.query else "Timeline",
        "total": len(items),
        "first": {"id": "urn:waqai:timeline:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return dumps(collection, indent=1) + "\n"


def _annotations(timeline: Timeline, tell: Teller) -> Iterator[dict[str, object]]:
    for event in (*timeline.events, *timeline.undated):
        for number, piece in enumerate(event.evidence, 1):
            yield {
                "id": f"urn:waqai:event:{event.id}:{number}",
                "type": "Annotation",
                "motivation": "identifying",
                "body": _bodies(event, piece, timeline, tell),
                "target": _target(piece, timeline),
            }


def _bodies(event: Event, piece: Evidence, timeline: Timeline, tell: Teller) -> list[dict[str, object]]:
    """The title, the date, the reason of the date, and the reader's tags."""
    date = _text(words.when(event, tell), "classifying", tell.language.code)
    if event.when is not None:
        date["temporal"] = event.when.edtf
    bodies = [_text(event.title or event.id, "identifying", event.lang), date]
    if piece.expression is not None and piece.expression.when is not None:
        why = tell.why(piece.expression, timeline.published.get(piece.report))
        bodies.append(_text(why, "describing", tell.language.code))
    if piece is event.evidence[0] and (bound := tell.bound(event, timeline.published)):
        bodies.append(_text(bound, "describing", tell.language.code))
    return [*bodies, *(_text(tag, "tagging", "") for tag in event.tags)]


def _text(value: str, purpose: str, lang: str) -> dict[str, object]:
    said: dict[str, object] = {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
    return {**said, "language": lang} if lang else said


def _target(piece: Evidence, timeline: Timeline) -> dict[str, object]:
    report = timeline.report(piece.report)
    url = words.address(report)
    digest = f"urn:sha256:{report.sha256}" if report is not None else f"urn:waqai:report:{piece.report}"
    return {
        "type": "SpecificResource",
        "source": link(url)[1:-1] if url else digest,
        "selector": [
            {"type": "TextQuoteSelector", "exact": piece.exact, "prefix": piece.prefix, "suffix": piece.suffix},
            {"type": "TextPositionSelector", "start": piece.span.start, "end": piece.span.end},
        ],
    }
