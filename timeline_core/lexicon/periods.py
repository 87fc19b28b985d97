"""`PeriodWords`: what leads to a day or a period, and what it begins with: «خلال شهر …», "in the month of"."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.lexicon.wordlists import Reader, folded


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """What leads to a day or a period, and what it begins with."""

    date_leads: frozenset[str]
    """Folded words before a date that go with it («خلال», "during")."""
    heads: frozenset[str]
    """Folded words that a year or month begins with where it tells the time by itself («عام 2014»)."""


def read_periods(read: Reader) -> PeriodWords:
    """Compile what the sections of the language say."""
    return PeriodWords(date_leads=folded(read.words("date_leads")), heads=folded(read.words("date_leads", "heads")))
