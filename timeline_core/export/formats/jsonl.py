"""The timeline as JSON lines from which a library can be made anew: reports with their texts, events, decisions.

Each line has a `type`: `head` first, then `report`, `event`, `decision`. Reading it back (`waqai add`, `--from`) takes
reports and decisions; the events are for those who read the file with other tools, and are derived anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_core.export import words
from timeline_core.export.formats.json_timeline import decision_object, event_object, report_object
from timeline_core.export.plain_json import dumps
from timeline_core.export.scope import Scope
from timeline_core.model.report import GIVEN
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

FORMAT = "waqai-lines/1"


def export(timeline: Timeline, tell: Teller, scope: Scope) -> str:
    """A line an object, UTF-8 as is. With a query, only the reports that prove what it leaves."""
    return "".join(dumps(line) + "\n" for line in _lines(timeline, tell, scope))


def _lines(timeline: Timeline, tell: Teller, scope: Scope) -> Iterator[dict[str, object]]:
    yield {
        "type": "head",
        "format": FORMAT,
        "query": scope.query,
        "made": scope.made,
        "left_out": {"rejected": scope.rejected, "redacted": scope.redacted, "tags": list(scope.tags)},
    }
    reports = words.cited_reports(timeline) if scope.query else timeline.reports
    for report in reports:
        published = timeline.published[report.id]
        given = published.when if published.origin == GIVEN else None
        known = report_object(report, published, tell)
        yield {
            "type": "report",
            **{name: value for name, value in known.items() if name != "published"},
            "published": given.edtf if given else None,
            "dated": known["published"],
            "text": report.text,
        }
    for event in (*timeline.events, *timeline.undated):
        yield {"type": "event", **event_object(event, timeline, tell)}
    kept = {report.sha256 for report in reports}
    for one in scope.log:
        holds = [hold for target in one.targets for hold in target.holds]
        if not holds or any(hold.report in kept for hold in holds):
            yield {"type": "decision", **decision_object(one)}
