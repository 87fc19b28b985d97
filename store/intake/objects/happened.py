"""An object that is a row of a table of happenings: `{"date": "2019-04-03", "event": "Gunmen burned a clinic"}`."""

from __future__ import annotations

from collections.abc import Mapping

from store.intake import known
from store.intake.objects import held
from store.intake.tables.happenings import Happening, happening, plan


def happened(item: Mapping[str, object]) -> Happening | None:
    """What it tells; None for a report, which has a text, and for what names no day or tells nothing."""
    if known.chosen(item, "text"):
        return None
    planned = plan([*item])
    return None if planned is None else happening(planned, [_said(value) for value in item.values()])


def _said(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return held.inner(value)
