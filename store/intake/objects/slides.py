"""A slide of TimelineJS in JSON: a day in parts, a headline and what it says; it is read as a row of its sheet is.

Source: timeline.knightlab.com/docs/json-format.html.
"""

from __future__ import annotations

from collections.abc import Mapping

from store.intake.tables.happenings import Happening, Plan, happening

_PARTS = ("year", "month", "day")
_PLAN = Plan({"title": 6, "what": 7}, (0, 1, 2, 3, 4, 5))


def slide(item: Mapping[str, object]) -> Happening | None:
    """What a slide tells; None for what is none."""
    start, end, text = (item.get(name) for name in ("start_date", "end_date", "text"))
    if not isinstance(start, dict) or "year" not in start or not isinstance(text, dict):
        return None
    days = [_said(one, part) for one in (start, end) for part in _PARTS]
    return happening(_PLAN, [*days, _said(text, "headline"), _said(text, "text")])


def _said(value: object, name: str) -> str:
    found = value.get(name) if isinstance(value, dict) else None
    return str(found) if isinstance(found, str | int) else ""
