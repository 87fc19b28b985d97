"""Time stamps in UTC: the day on which a post was written is that of its own place, not that of Greenwich."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline_core.model.when import When, between, on

_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?\s?(?:Z|UTC|GMT|[+-]00:?00)", re.ASCII)
_LATE = 21
"""From this hour of UTC on it is the next day already in Damascus, Baghdad and Riyadh."""
_EARLIEST = date(1800, 1, 1)
"""No report that is read here was published before."""


def zone_of(name: str) -> ZoneInfo | None:
    """The time zone of that name, as Asia/Damascus; None where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def day_of(text: str, zone: str) -> When | None:
    """The day of a stamp in UTC; None for any other text.

    Args:
        zone: where it was written; while that is not known, a stamp of the late evening is of one of two days.
    """
    said = _STAMP.fullmatch(text.strip())
    if said is None:
        return None
    try:
        moment = datetime.fromisoformat(f"{said[1]}T{said[2]}").replace(tzinfo=UTC)
    except ValueError:
        return None
    if zone:
        there = zone_of(zone)
        return None if there is None else on(moment.astimezone(there).date())
    day = moment.date()
    return between(day, day + timedelta(1)) if moment.hour >= _LATE and day < date.max else on(day)


def doubts(text: str, published: When | None, zone: str, today: date) -> str:
    """What a reader should know of a published day; empty where it is an ordinary one."""
    if published is None or published.first is None or published.last is None:
        return ""
    if _STAMP.fullmatch(text.strip()) and not zone and published.first != published.last:
        return (
            f"its stamp {text.strip()} is of {published.first} in UTC and of {published.last} in the Middle East;"
            " say which with --zone, as Asia/Damascus, or zone below [reports] in config.toml"
        )
    if published.first > today + timedelta(1):
        return f"its published day {published.edtf} lies in the future; every date without a year hangs on it"
    if published.last < _EARLIEST:
        return f"its published day {published.edtf} is older than any newspaper; every date without a year hangs on it"
    return ""
