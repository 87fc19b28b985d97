"""The timeline for markwhen: an event an entry, in sections of years.

Precision: a day is written `2023-02-10:`, a month `2023-02:`, a year `2023:`, which markwhen reads as the whole of it;
what takes two ends is a range, `2023-02-09/2023-02-17:`. The properties `edtf`, `precision`, `mod` and
`approximate` say what markwhen has no sign for. The undated, and what has an open end, stand as comments at the end.
The time zone only keeps a day whole in every viewer: no hour is known.

Source:
    The grammar of @markwhen/parser 1.2 (regex.ts), which read the tests' files without a message.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from timeline_core.export import words
from timeline_core.export.ends import ends, written
from timeline_core.export.harmless import make_harmless
from timeline_core.export.scope import Scope
from timeline_core.model.event import Event
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

_SIGNS = re.compile(r"([#!@\[\]*_`\\])")
_NO_TAG = re.compile(r"\W+")


def export(timeline: Timeline, tell: Teller, scope: Scope) -> str:  # noqa: ARG001 - as every exporter
    """Header, entries, comments."""
    return "\n".join([*_head(tell), *_entries(timeline, tell), *_comments(timeline, tell)]) + "\n"


def left_out(timeline: Timeline) -> tuple[Event, ...]:
    """What stands in a comment only."""
    return (*(event for event in timeline.events if not all(ends(event.when))), *timeline.undated)


def _head(tell: Teller) -> Iterator[str]:
    yield from ("---", f"title: {tell.said('title')}", "timezone: UTC", "---", "")


def _entries(timeline: Timeline, tell: Teller) -> Iterator[str]:
    year = 0
    for event in timeline.events:
        first, last = ends(event.when)
        if first is None or last is None:
            continue
        if first[0] != year:
            year = first[0]
            yield from (f"## {year:04d}", "")
        span = written(first) if first == last else f"{written(first)}/{written(last)}"
        yield " ".join([f"{span}:", _plain(event.title) or event.id, *_tags(event)])
        yield from _properties(event)
        yield from (f"> {line}" for line in _lines(event, timeline, tell))
        yield ""


def _plain(text: str) -> str:
    """Words on one line that hold no sign of markwhen."""
    return _SIGNS.sub(r"\\\1", make_harmless(text))


def _tags(event: Event) -> Iterator[str]:
    """Actors, kind and the reader's tags; markwhen's are of Latin letters, digits and `_` only."""
    for name in dict.fromkeys((*event.actors, event.kind.value, *event.tags)):
        tag = _NO_TAG.sub("_", name.encode("ascii", "ignore").decode()).strip("_")
        if tag and not tag.isdigit():
            yield f"#{tag}"


def _properties(event: Event) -> Iterator[str]:
    when = event.when
    yield f"id: {json.dumps(event.id)}"
    if when is not None:
        yield f"edtf: {json.dumps(when.edtf)}"
        yield f"precision: {when.precision.value}"
        yield from (f"mod: {part.value}" for part in (when.mod,) if part is not None)
        yield from ("approximate: true" for about in (when.approximate,) if about)
    yield f"status: {event.status.value}"


def _lines(event: Event, timeline: Timeline, tell: Teller) -> Iterator[str]:
    precision = f"; {words.precision(event.when, tell)}" if event.when is not None else ""
    yield _plain(f"{words.when(event, tell)}{precision}; {words.kind(event, tell)}")
    yield from (_plain(line) for line in words.reasons(event, timeline, tell))
    for piece in event.evidence:
        yield f"“{_plain(piece.exact)}” — {_plain(', '.join(words.source(piece, timeline, tell)))}"


def _comments(timeline: Timeline, tell: Teller) -> Iterator[str]:
    for event in left_out(timeline):
        yield f"// {words.when(event, tell)}: {make_harmless(event.title)} ({event.id})"
