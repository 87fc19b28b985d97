"""Messages for empty results: reports without events, and why; a timeline without dated events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tui.commands.shared.context import counted

if TYPE_CHECKING:
    from timeline_core.model.silence import Silence
    from timeline_core.timeline import Timeline


def lines(timeline: Timeline, *, kept: bool) -> Iterator[str]:
    """What to tell of reports that tell nothing.

    Args:
        kept: they are of a library, of which a person need not hear at every turn what he knows.
    """
    reports, events = len(timeline.reports), len(timeline.events) + len(timeline.undated)
    silent = {id: why for id, why in timeline.silent.items() if id not in timeline.faults}
    if silent and reports and not events:
        yield f"{counted(reports, 'report')} read, 0 events: {'; '.join(_reasons(silent))}"
    elif silent and not kept:
        yield f"{len(silent):,} of {counted(reports, 'report')} tell of no event: {'; '.join(_reasons(silent))}"
    if timeline.undated and not timeline.events and all(one.when is None for one in timeline.published.values()):
        yield (
            f"{counted(len(timeline.undated), 'event')}, none of them dated: no day of publication is known of"
            f" {counted(reports, 'report')}; say --published DAY, or --map published=COLUMN"
        )


def _reasons(silent: Mapping[str, Silence]) -> Iterator[str]:
    unread = sum(why.unread for why in silent.values())
    unplaced = sum(why.unplaced for why in silent.values() if not why.unread)
    dates = sum(why.dates for why in silent.values() if not why.unread)
    bare = sum(not (why.unread or why.unplaced or why.dates) for why in silent.values())
    if unread:
        yield f"{counted(unread, 'report')} in a language that is not read"
    if unplaced:
        verb = "has" if unplaced == 1 else "have"
        yield f"{counted(unplaced, 'date')} {verb} no day to count from; say --published DAY"
    if dates:
        yield f"{counted(dates, 'date')} without a happening that Waqai knows («waqai dates» shows them)"
    if bare:
        yield f"no date in {counted(bare, 'report')}"
