"""What lasts from a day on, its days and the reason of them («منذ آذار 2015»); and what is no finer than its row."""

from __future__ import annotations

from dataclasses import replace

from timeline_core.model.draft import Draft
from timeline_core.model.event import Evidence
from timeline_core.model.expression import Expression
from timeline_core.model.when import Mod, Precision, When, on
from timeline_core.temporal.senses.periods import joined

TO, ON = "lasts_to", "lasts_on"
"""Slots of a reason: the EDTF value to which something lasted; that it lasted, until when nobody says."""


def lasting(draft: Draft, begin: When, end: When | None) -> Draft:
    """The draft with the days from the beginning on, up to `end`; open where that is None.

    What lasts since the beginning of a year lasts from its first day: «منذ بداية العام».
    """
    exact = on(begin.first) if begin.mod is Mod.START and begin.first is not None else begin
    days = joined(exact, end) if end is not None else When(f"{exact.edtf}/..")
    slot = (TO, end.edtf) if end is not None else (ON, "..")
    return replace(draft, when=days, evidence=tuple(_told(piece, slot) for piece in draft.evidence))


def _told(piece: Evidence, slot: tuple[str, str]) -> Evidence:
    """The quote with the second end in the reason of its date."""
    expression = piece.expression
    if expression is None:
        return piece
    reason = replace(expression.reason, slots=(*expression.reason.slots, slot))
    return replace(piece, expression=replace(expression, reason=reason))


def no_finer(draft: Draft, row: Expression | None) -> Draft:
    """With the days of its row, where that says that the day told in its words is only about right."""
    if row is None or row.when is None or draft.when is None or not row.when.meets(draft.when):
        return draft
    coarse = row.when.approximate or row.when.precision is Precision.MONTH
    if not coarse or draft.when.precision is not Precision.DAY:
        return draft
    pieces = tuple(replace(piece, expression=row) for piece in draft.evidence)
    return replace(draft, when=row.when, evidence=pieces)
