"""`AskedDate`: one date of a report with its verdict, for the sheet that explains dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_core.events.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class AskedDate:
    """One date of a report."""

    verdict: Verdict
    """Its expression, what it dates, and the rule that says so."""
    event: bool
    """An event is made of it."""
    example: str
    """A sentence in which that rule holds; empty where there is none."""
