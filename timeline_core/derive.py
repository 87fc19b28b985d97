"""Reports in, a `Timeline` out: the whole way of the data in one pure function.

Source:
    DESIGN.md section 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from timeline_core.events.accounts import Account
from timeline_core.events.cross_dating import accounts
from timeline_core.knowledge import Knowledge
from timeline_core.merge.bounds import bounds_of
from timeline_core.merge.duplicates import find_copies
from timeline_core.merge.event_of import order_of
from timeline_core.merge.merge import Sources, merge
from timeline_core.model.fault import Fault, guard
from timeline_core.model.report import Report
from timeline_core.model.unswept import unswept
from timeline_core.names.entries import join_entries
from timeline_core.timeline import Timeline


def derive(reports: Iterable[Report], known: Knowledge) -> Timeline:
    """The timeline of the reports: the same whatever their order.

    Args:
        reports: each id once.
    """
    return join_accounts(accounts(reports, known), known)


def join_accounts(read: Sequence[Account], known: Knowledge) -> Timeline:
    """Join the accounts of the reports into one timeline; a report that breaks the joining is set aside.

    Args:
        read: of `settled` accounts; their reports may be without text, and are so in the timeline.
    """
    found = guard(lambda: _joined(read, known))
    return _joined(_sound(read, known), known) if isinstance(found, Fault) else found


def _sound(read: Sequence[Account], known: Knowledge) -> list[Account]:
    """The accounts, those that break the joining emptied; they are found by halving."""
    fault = guard(lambda: _joined(read, known))
    if not isinstance(fault, Fault):
        return [*read]
    if len(read) < 2:
        return [_set_aside(one, fault) for one in read]
    middle = len(read) // 2
    found, rest = _sound(read[:middle], known), _sound(read[middle:], known)
    if not isinstance(guard(lambda: _joined([*found, *rest], known)), Fault):
        return [*found, *rest]
    for one in rest:
        fault = guard(partial(_joined, [*found, one], known))
        found.append(_set_aside(one, fault) if isinstance(fault, Fault) else one)
    return found


def _set_aside(one: Account, fault: Fault) -> Account:
    return replace(one, found=(), drafts=(), sketch="", fault=fault, verdicts=())


def _joined(read: Sequence[Account], known: Knowledge) -> Timeline:
    sources = _sources(read, known)
    with unswept():
        events = merge([draft for one in read for draft in one.drafts], sources)
    placed = tuple(event for event in events if event.when is not None and event.when.resolved)
    undated = tuple(event for event in events if event.when is None or not event.when.resolved)
    used = {id for event in events for id in event.named}
    found = join_entries(entry for one in read for entry in one.found)
    return Timeline(
        reports=tuple(one.report for one in read),
        published={one.report.id: one.published for one in read},
        events=placed,
        undated=undated,
        copies=find_copies({one.report.id: one.sketch for one in read}, sources.order),
        names=known.gazetteer.with_found(found).only(used),
        faults={one.report.id: one.fault for one in read if one.fault is not None},
        silent={one.report.id: one.silence for one in read if one.silence is not None},
        verdicts={one.report.id: one.verdicts for one in read if one.verdicts},
        partly={one.report.id: one.read_to for one in read if one.read_to},
    )


def _sources(read: Sequence[Account], known: Knowledge) -> Sources:
    published = {one.report.id: one.published for one in read}
    return Sources(order=order_of((one.report for one in read), published), bounds=bounds_of(read, known))
