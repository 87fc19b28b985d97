"""One module a format; `EXPORTERS` names them. Text in logical order, for files and pipes."""

from __future__ import annotations

from collections.abc import Callable

from timeline_core.export.formats import (
    acled,
    annotation,
    csv_table,
    followthemoney,
    html_page,
    ics,
    json_timeline,
    jsonl,
    markdown,
    markwhen,
    timelinejs,
    timesketch,
)
from timeline_core.export.scope import Scope
from timeline_core.model.event import Event
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

Exporter = Callable[[Timeline, Teller, Scope], str]

EXPORTERS: dict[str, Exporter] = {
    "markdown": markdown.export,
    "json": json_timeline.export,
    "jsonl": jsonl.export,
    "html": html_page.export,
    "csv": csv_table.export,
    "timelinejs": timelinejs.export,
    "timesketch": timesketch.export,
    "markwhen": markwhen.export,
    "ics": ics.export,
    "acled": acled.export,
    "ftm": followthemoney.export,
    "annotation": annotation.export,
}
"""Format -> what writes a timeline, given who tells the reasons, and what was asked for and left out."""

LEFT_OUT: dict[str, Callable[[Timeline], tuple[Event, ...]]] = {
    "timelinejs": timelinejs.left_out,
    "timesketch": timesketch.left_out,
    "markwhen": markwhen.left_out,
    "acled": acled.left_out,
}
"""Format -> the events that it has no place for; a format that holds all of them is not here."""
