"""Measures: which dates bound, count or compare, and are no day of what is told: «رابع هجوم منذ بداية العام».

Source:
    DESIGN.md section 5: a date is never given to what it does not date.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.syntax.rules import first
from timeline_core.syntax.rules.measures import MEASURES, Measure
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.place import Place
from timeline_core.syntax.tree.values import DateWord, Group


def measured(dates: Sequence[DateWord], groups: Sequence[Group], grammar: Grammar) -> None:
    """Say of each date that dates something by which rule it only measures; one joined to another does as that does."""
    said: dict[int, str] = {}
    for date in dates:
        here = Place(date.group, groups, grammar)
        joined = here.around.joined_to
        before = said.get(joined.at, "") if joined is not None else ""
        if date.predicate is not None or date.noun is not None:
            date.measure = before or first(MEASURES, Measure(here, date.predicate)).effect
        said[date.group.at] = date.measure
