"""Messages for empty results: reports without events, and why; a timeline without dated events."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tui.commands.shared.context import counted

if TYPE_CHECKING:
    from timeline_core.events.accounts import Account
    from timeline_core.model.silence import Silence
    from timeline_core.timeline import Timeline

_NAMED = 3
"""Silent reports that are named; of the others the number is."""


def lines(timeline: Timeline) -> Iterator[str]:
    """What to tell of reports that tell nothing: one line for all of them, none where each tells something."""
    reports, events = len(timeline.reports), len(timeline.events) + len(timeline.undated)
    yield from _partly(timeline.partly)
    silent = timeline.silent_reports
    if silent and not events:
        yield f"{counted(reports, 'report')} read, 0 events: {reasons(silent.values())}"
    elif silent:
        yield of_some(silent, reports)
    if timeline.undated and not timeline.events and all(one.when is None for one in timeline.published.values()):
        yield (
            f"{counted(len(timeline.undated), 'event')}, none of them dated: no day of publication is known of"
            f" {counted(reports, 'report')}; say --published DAY, or --map published=COLUMN"
        )


def of_added(accounts: Sequence[Account]) -> Iterator[str]:
    """What to tell of reports that were just added, each by itself: those that tell nothing, those without a day."""
    yield from _partly({one.report.id: one.read_to for one in accounts if one.read_to})
    silent = {one.report.id: one.silence for one in accounts if one.silence is not None}
    if silent:
        yield of_some(silent, len(accounts))
    undated = [one.report.id for one in accounts if _has_no_day(one)]
    if undated:
        verb = "has" if len(undated) == 1 else "have"
        yield (
            f"{len(undated):,} of {counted(len(accounts), 'report')} {verb} no day of publication, and no event of it "
            f"a day ({named(undated)}); say --published DAY"
        )


def _partly(read: Mapping[str, int]) -> Iterator[str]:
    """A line a report of which only the beginning was read."""
    for id, paragraph in islice(read.items(), _NAMED):
        yield (
            f"«{id}» is too long for one report and was read to paragraph {paragraph:,}; "
            f"add what follows as reports of its own"
        )
    if len(read) > _NAMED:
        yield f"{len(read) - _NAMED:,} more were read in part; «waqai reports» lists them"


def _has_no_day(one: Account) -> bool:
    dated = any(draft.when is not None and draft.when.resolved for draft in one.drafts)
    return bool(one.drafts) and one.published.when is None and not dated


def of_some(silent: Mapping[str, Silence], reports: int) -> str:
    """That so many of the reports tell nothing, which, and why."""
    verb = "tells" if len(silent) == 1 else "tell"
    number = f"{len(silent):,} of {counted(reports, 'report')}"
    return f"{number} {verb} of no event ({named(silent)}): {reasons(silent.values())}"


def named(ids: Collection[str]) -> str:
    """«a», «b», «c» and 12 more."""
    first = ", ".join(f"«{id}»" for id in islice(ids, _NAMED))
    more = len(ids) - _NAMED
    return f"{first} and {more:,} more; «waqai reports» lists them" if more > 0 else first


def reasons(silent: Iterable[Silence]) -> str:
    """Why they tell nothing, counted: «1 date has no day to count from; say --published DAY»."""
    return "; ".join(_reasons([*silent]))


def _reasons(silent: Collection[Silence]) -> Iterator[str]:
    unread = sum(why.unread for why in silent)
    unplaced = sum(why.unplaced for why in silent if not why.unread)
    dates = sum(why.dates for why in silent if not why.unread)
    bare = sum(not (why.unread or why.unplaced or why.dates) for why in silent)
    if unread:
        yield f"{counted(unread, 'report')} in a language that is not read"
    if unplaced:
        verb = "has" if unplaced == 1 else "have"
        yield f"{counted(unplaced, 'date')} {verb} no day to count from; say --published DAY"
    if dates:
        yield f"{counted(dates, 'date')} without a happening that Waqai knows («waqai dates» shows them)"
    if bare:
        yield f"no date in {counted(bare, 'report')}"
