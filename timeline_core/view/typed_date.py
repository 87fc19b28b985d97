"""A date as a person types it, in any wording, as the EDTF value that it is kept as."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from timeline_core.errors import EdtfError
from timeline_core.model.edtf import bounds, parse
from timeline_core.model.when import When
from timeline_core.temporal.grammar.language import Language
from timeline_core.view.query import day_range

_MISTYPED = re.compile(r"\d{4}-[\dX.~?%/-]*")
"""What was meant as EDTF and is none, such as «2023-13»: a guess at it would be a wrong date."""
_TWO_WAYS = re.compile(r"0?([1-9]|1[0-2])([/-])0?(?!\1\b)(?:[1-9]|1[0-2])\2(?:\d{2}|\d{4})")
"""Day and month in either order, such as «3/4/2023»: half of the world reads it as the other day."""


def typed_date(said: str, today: date | None = None, languages: Iterable[Language] = ()) -> str | None:
    """Read a typed date as an EDTF value; None where the words are no date.

    EDTF stays as it was typed, so that «2023-02~» stays approximate. What the words cover of days is the shortest value
    that covers them: a day, a month, a year, or an interval.

    Args:
        today: the day that «yesterday» is counted from.
    """
    said = said.strip()
    try:
        return said if When(said).resolved else None
    except EdtfError:
        if _MISTYPED.fullmatch(said) or _TWO_WAYS.fullmatch(said):
            return None
        days = day_range(said, today, languages)
    return _value(*days) if days is not None else None


def _value(first: date, last: date) -> str:
    candidates = (first.isoformat(), f"{first:%Y-%m}", f"{first.year:04d}")
    return next(
        (value for value in candidates if bounds(parse(value)) == (first, last)),
        f"{first.isoformat()}/{last.isoformat()}",
    )
