"""Undated reports dated by the happenings that they share with dated ones.

Source:
    DESIGN.md section 4, «Undated reports».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from timeline_core.events.accounts import Account, Dated, account, account_of, read
from timeline_core.knowledge import Knowledge
from timeline_core.model.draft import Draft
from timeline_core.model.event import Kind
from timeline_core.model.fault import Fault, guard
from timeline_core.model.report import INFERRED, Clue, Published, Report
from timeline_core.outline.anchored import own_dates
from timeline_core.temporal.report_day import Window, window


def accounts(reports: Iterable[Report], known: Knowledge) -> list[Account]:
    """What each report tells, in their order, with its day where another report tells it."""
    return settled([account(report, known) for report in reports], known)


def dated(reports: Iterable[Report], known: Knowledge) -> list[Dated]:
    """The reports in their order, each with its day where its own words or another report tell it."""
    own = [read(report, known) for report in reports]
    if all(one.published.when is not None for one in own):
        return own
    accounts = settled([account_of(one, known) for one in own], known)
    return [replace(one, published=account.published) for one, account in zip(own, accounts, strict=True)]


def _as_it_is(report: Report) -> Report:
    return report


def settled(
    accounts: Sequence[Account], known: Knowledge, whole: Callable[[Report], Report] = _as_it_is
) -> list[Account]:
    """Date the undated by the happenings that they share with the dated; again for as long as one more is dated.

    Args:
        accounts: what each report tells by itself.
        whole: a report with its text, where those of `accounts` are without.
    """
    current = list(accounts)
    while True:
        undated = [at for at, account in enumerate(current) if account.published.when is None]
        dated = (account for account in current if account.published.when is not None)
        facts = _facts(dated, known.concepts.deeds.once) if undated else {}
        newly = {at: found for at in undated if (found := _by_shared(current[at], facts, known, whole))}
        if not newly:
            return current
        for at, one in newly.items():
            current[at] = account_of(one, known)


def _facts(dated: Iterable[Account], once: frozenset[str]) -> Mapping[str, Sequence[Draft]]:
    """Person -> what happened to it on one known day, to a person only once."""
    found: dict[str, list[Draft]] = defaultdict(list)
    for draft in (draft for one in dated for draft in one.drafts):
        days = draft.when.days if draft.when is not None else None
        if days is not None and days[0] == days[1] and draft.kind is Kind.OCCURRENCE and draft.concepts & once:
            for person in draft.persons:
                found[person].append(draft)
    return found


def _by_shared(
    account: Account, facts: Mapping[str, Sequence[Draft]], known: Knowledge, whole: Callable[[Report], Report]
) -> Dated | None:
    """The report with its day, where it shares a happening with a dated one.

    Only what happens to a person once counts, and of several such happenings the latest: the report follows it, and is
    of the first days of the month after it that all its words allow.
    """
    once = known.concepts.deeds.once
    shared = [
        (fact.when.first, fact.report, sorted(mine.persons & fact.persons))
        for mine in account.drafts
        for person in sorted(mine.persons)
        for fact in facts.get(person, ())
        if fact.when is not None and fact.when.first is not None and mine.concepts & fact.concepts & once
    ]
    if not shared:
        return None
    day, report, persons = max(shared)
    one = read(whole(account.report), known)
    found = guard(lambda: _window_after(day, one))
    if found is None or isinstance(found, Fault):
        return None
    clue = Clue("shared", (("persons", " ".join(persons)), ("report", report), ("day", day.isoformat())))
    return replace(one, published=Published(found.when, INFERRED, (clue, *found.clues)))


def _window_after(day: date, one: Dated) -> Window | None:
    return window(one.report.text, *own_dates(one.report.text, one.outline), happened=day)
