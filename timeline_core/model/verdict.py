"""`Verdict`: what became of one date of a report. Every date expression has exactly one.

Source:
    DESIGN.md section 5: a date that cannot be placed with certainty dates nothing, and its verdict names the rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_core.model.span import Span


class Effect(StrEnum):
    """What a date does."""

    DATES = "dates"
    """It dates a predicate."""
    NOUN = "noun"
    """It belongs to a plain noun («فيلم عام 2014», "posts from September")."""
    NOTHING = "nothing"


class Limit(StrEnum):
    """Why no event is made of what a date dates."""

    NONE = ""
    """One is made, or nothing is dated."""
    NEGATIVE = "negative"
    DENIED = "denied"
    PLANNED = "planned"
    """It was to be on a day that has passed; whether it was is not told."""
    WANTED = "wanted"
    SUPPOSED = "supposed"
    CONDITIONAL = "conditional"
    STATE = "state"
    """It tells how things are, and nothing that happened."""
    ASKED = "asked"
    """It is a question, or what is told was called off."""
    OPEN = "open"
    """Which of two days its words mean is not told («يزور الوزير البلدة الأحد»)."""
    MEASURE = "measure"
    """The date measures: it is a bound, a deadline, or what something is compared with."""
    THIN = "thin"
    """The words beside the date tell too little."""
    FINER = "finer"
    """Another date of the same words says the day more closely."""
    PART = "part"
    """It is one of two dates by which one event is told: the end of a stretch, the day of what is denied."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one date."""

    span: Span
    """Of the expression."""
    effect: Effect
    rule: str
    """The rule that attached it, or left it loose."""
    words: Span | None = None
    """The predicate that it dates, or the noun that it belongs to."""
    limit: Limit = Limit.NONE
    event: bool = False
    """An event is made of it."""
    edtf: str | None = None
    """What the expression was resolved to; None where it has no day to count from."""
