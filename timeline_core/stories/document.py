"""`Document`: a story as it is handed in, whatever the form: paragraphs, footnotes, what is left out, and custody.

A sentence of which the evidence has changed says so in the document too: who reads it must not take it for confirmed.
Nothing tagged as sensitive is in it (`export/scope.py`), but words of one's own, which a person wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from timeline_core.export import words
from timeline_core.export.scope import SENSITIVE, Asked, scoped
from timeline_core.model.report import INFERRED, Collected, Report
from timeline_core.stories.notes import Note, make_notes
from timeline_core.stories.told import Paragraph, Told
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

_PATH = re.compile(r"[/\\]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of it."""

    text: str
    notes: tuple[int, ...] = ()
    """Numbers of its footnotes."""
    changed: str = ""
    """What has changed since it was accepted; empty where nothing has."""


@dataclass(frozen=True, slots=True)
class Held:
    """What is known of a report that is cited: how it came here, and by what it is known again."""

    name: str
    facts: tuple[str, ...]
    sha256: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """In one language, in logical order; its words are plain, not yet fit for any markup."""

    title: str
    lang: str
    rtl: bool
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    """Footnote 1 and so on."""
    remarks: tuple[str, ...]
    """What is left out, what has changed, when it was made."""
    custody: tuple[Held, ...]
    timeline: Timeline
    """The events that it tells, and no others."""


def make_document(
    told: Told,
    whole: Timeline,
    tell: Teller,
    made: str = "",
    days_by: Mapping[str, str] | None = None,
    collected: Mapping[str, Collected] | None = None,
) -> Document:
    """Make the document of a story.

    Args:
        whole: the timeline, with all decisions.
        made: the day on which it is made, ISO 8601.
        days_by: SHA-256 of a report -> who set its day.
        collected: the same -> who added it.
    """
    events = told.events
    view = replace(
        whole,
        events=tuple(one for one in events if one.when is not None and one.when.resolved),
        undated=tuple(one for one in events if one.when is None or not one.when.resolved),
    )
    shown, _ = scoped(whole, view, Asked(rejected=True, made=made))
    blocks, notes, withheld = _blocks(told, shown, tell)
    cited = dict.fromkeys(note.report for note in notes)
    reports = (report for id in cited if (report := shown.report(id)) is not None)
    custody = tuple(
        _held(report, shown, tell, (days_by or {}), (collected or {}).get(report.sha256)) for report in reports
    )
    remarks = tuple(_remarks(blocks, withheld, tell, made))
    return Document(
        title=told.story.name,
        lang=tell.language.code,
        rtl=tell.rtl,
        blocks=tuple(blocks),
        notes=tuple(notes),
        remarks=remarks,
        custody=custody,
        timeline=shown,
    )


def _blocks(told: Told, shown: Timeline, tell: Teller) -> tuple[list[Block], list[Note], int]:
    """Paragraphs, footnotes, and how many sentences are withheld."""
    blocks: list[Block] = []
    notes: list[Note] = []
    withheld = 0
    for one in told.paragraphs:
        event = shown.event(one.event.id) if one.event is not None else None
        if one.event is not None and event is None:
            withheld += 1
            continue
        found = make_notes(event, shown, tell) if event is not None else ()
        numbers = tuple(range(len(notes) + 1, len(notes) + 1 + len(found)))
        notes += found
        blocks.append(Block(one.part.text, numbers, _changed(one, tell)))
    return blocks, notes, withheld


def _changed(one: Paragraph, tell: Teller) -> str:
    if not one.changes:
        return ""
    return tell.said("story_changed", changes=tell.said("joint").join(change.told(tell) for change in one.changes))


def _remarks(blocks: list[Block], withheld: int, tell: Teller, made: str) -> Iterator[str]:
    if stale := sum(bool(one.changed) for one in blocks):
        yield tell.said("story_stale", count=stale)
    if withheld:
        yield tell.said("story_withheld", count=withheld, tags=SENSITIVE)
    if made:
        yield tell.said("made", day=tell.day(date.fromisoformat(made)))


def _held(report: Report, timeline: Timeline, tell: Teller, days_by: Mapping[str, str], by: Collected | None) -> Held:
    """Outlet and headline, day and where it is from, file, who collected it; never in which folder of whose machine."""
    published = timeline.published[report.id]
    day = words.published(published, tell)
    if report.sha256 in days_by:
        day = tell.said("joint").join((day, tell.said("story_day_by", who=days_by[report.sha256])))
    elif published.origin == INFERRED:
        day = tell.published(published) or day
    elif published.when is not None:
        day = tell.said("joint").join((day, tell.said("story_day_given")))
    path = [tell.said("story_collected", path=_PATH.split(report.path)[-1])] if report.path else []
    name = tell.said("list").join(words.outlet(report) or (report.id,))
    facts = (day, report.id, *path, _collected(by, tell))
    return Held(name, tuple(dict.fromkeys(facts)), report.sha256, words.address(report))


def _collected(by: Collected | None, tell: Teller) -> str:
    if by is None:
        return tell.said("story_unrecorded")
    return tell.said("story_added", who=by.who, day=tell.day(date.fromisoformat(by.day)))
