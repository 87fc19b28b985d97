"""Sections of a text under a heading with a year ("The summer of 2011"), which opens a story of that year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from timeline_core.model.when import When
from timeline_core.text.sentences import is_ended

_LONGEST_HEADING = 80
_YEARS = re.compile(r"(?<![\w./-])(\d{4})(?:\s?[-–—/]\s?(\d{4}))?(?![\w/]|\.\d)")


def sections_of_years(text: str, day: date | None, *, whole: bool) -> list[tuple[int, When]]:
    """Where sections with a year in their heading begin, and those years; none is later than that of the report."""
    found = _lines_of_years(text, whole=whole)
    return [(at, _years(years)) for at, years in found if day is None or years[-1] <= day.year]


@lru_cache(maxsize=4)
def _lines_of_years(text: str, *, whole: bool) -> Sequence[tuple[int, Sequence[int]]]:
    """Where lines begin that look like a heading and name years, and these years. A text is looked through once.

    Args:
        whole: the first line may be such a heading, too, though it is the title of the report.
    """
    found: list[tuple[int, Sequence[int]]] = []
    at, first = 0, not whole
    for line in text.split("\n"):
        said = line.strip()
        if (
            said
            and len(said) <= _LONGEST_HEADING
            and said[-1] not in "،,؛;:"
            and not is_ended(said)
            and (said := _only_years(said, first))
        ):
            years = [int(one) for match in _YEARS.finditer(said) for one in match.groups() if one]
            if years:
                found.append((at, sorted(years)))
        first = first and not line.strip()
        at += len(line) + 1
    return found


def _only_years(said: str, title: bool) -> str:
    """The line as it is; if it is the title of the report, only where it is nothing but a year, else empty."""
    return said if not title or _YEARS.fullmatch(said) else ""


def _years(years: Sequence[int]) -> When:
    first, last = min(years), max(years)
    return When(f"{first:04d}") if first == last else When(f"{first:04d}/{last:04d}")
