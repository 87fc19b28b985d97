"""Sections of a text under a heading with a year ("The summer of 2011"), which opens a story of that year."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from timeline_core.model.latest import NOWHERE, Latest
from timeline_core.model.when import When
from timeline_core.text.sentences import is_ended

_LONGEST_HEADING = 80
_YEARS = re.compile(r"(?<![\w./-])(\d{4})(?:\s?[-–—/]\s?(\d{4}))?(?![\w/]|\.\d)")


class SectionsOfYears:
    """Where sections with a year in their heading begin, and those years."""

    def __init__(self, headings: Sequence[tuple[int, Sequence[int]]]) -> None:
        """`headings`: where each begins, and its years in their order."""
        self._starts = [at for at, _ in headings]
        self._years = [years for _, years in headings]
        self._latest = Latest(-years[-1] for years in self._years)

    def holding(self, place: int, day: date | None, behind: int) -> When | None:
        """The years of the section that the place stands in; a heading with a year behind that of the report is none.

        Args:
            day: the report's.
            behind: headings up to that place count no more.
        """
        last = bisect_right(self._starts, place) - 1
        if day is not None:
            last = self._latest.above(-day.year - 1, last)
        return _years(self._years[last]) if last > NOWHERE and self._starts[last] > behind else None


@lru_cache(maxsize=4)
def sections_of_years(text: str, *, whole: bool) -> SectionsOfYears:
    """The lines that look like a heading and name years. A text is looked through once.

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
    return SectionsOfYears(found)


def _only_years(said: str, title: bool) -> str:
    """The line as it is; if it is the title of the report, only where it is nothing but a year, else empty."""
    return said if not title or _YEARS.fullmatch(said) else ""


def _years(years: Sequence[int]) -> When:
    first, last = years[0], years[-1]
    return When(f"{first:04d}") if first == last else When(f"{first:04d}/{last:04d}")
