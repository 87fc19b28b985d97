"""Explains why reports tell of no event: on an empty screen, and in the line at the foot where only some are silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui.i18n.speech import count, say

if TYPE_CHECKING:
    from timeline_core.model.silence import Silence
    from timeline_core.timeline import Timeline


def silence(reasons: Iterable[Silence]) -> str:
    """A paragraph a reason; one that there is none, where nothing was read."""
    return "\n".join((say("These reports tell of no event."), *_reasons([*reasons])))


def reasons(silent: Iterable[Silence]) -> Iterator[str]:
    """Why they tell nothing, a sentence each."""
    yield from _reasons([*silent])


def describe_silent(timeline: Timeline) -> str:
    """A line on the reports that tell nothing while others do; empty if each tells something."""
    silent = timeline.silent_reports
    if not silent or len(silent) == len(timeline.reports):
        return ""
    said = count(
        "{n} of {all} reports tells of no event: «{first}».",
        "{n} of {all} reports tell of no event: «{first}» and others.",
        len(silent),
        all=f"{len(timeline.reports):,}",
        first=next(iter(silent)),
    )
    return " ".join((said, *_reasons([*silent.values()])))


def _reasons(reasons: list[Silence]) -> Iterator[str]:
    unread = sum(why.unread for why in reasons)
    others = [why for why in reasons if not why.unread]
    unplaced, dates = sum(why.unplaced for why in others), sum(why.dates for why in others)
    bare = sum(not (why.unplaced or why.dates) for why in others)
    if unread:
        yield count("{n} is in a language that is not read.", "{n} are in a language that is not read.", unread)
    if unplaced:
        yield count(
            "{n} date has no day to count from: add it with --published.",
            "{n} dates have no day to count from: add them with --published.",
            unplaced,
        )
    if dates:
        yield count("{n} date belongs to no known event.", "{n} dates belong to no known event.", dates)
    if bare:
        yield count("{n} holds no date.", "{n} hold no date.", bare)
