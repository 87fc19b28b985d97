"""Decisions upon the words of a report that is kept here under another hash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from timeline_core.model.decision import OF_REPORTS, Decision


def rehang(one: Decision, hashes: Mapping[str, str]) -> Decision:
    """The decision with its quotes moved to other reports: hash of the old report -> hash of the new one."""
    targets = (
        replace(
            target, holds=tuple(replace(hold, report=hashes.get(hold.report, hold.report)) for hold in target.holds)
        )
        for target in one.targets
    )
    if one.act in OF_REPORTS and one.values:
        return replace(one, values=(hashes.get(one.values[0], one.values[0]), *one.values[1:]))
    return replace(one, targets=tuple(targets))
