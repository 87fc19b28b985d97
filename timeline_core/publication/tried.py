"""What is told of a day that is tried as the day of a report: plain values, for which nothing that reads is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from timeline_core.model.event import Kind
from timeline_core.model.span import Span
from timeline_core.model.when import When


class Rule(StrEnum):
    """How a clue speaks against a day. `tests/core/publication/clues.toml` has an example of each in every language."""

    AHEAD = "ahead"
    """What is told as past would lie ahead: «في الـ16 من الشهر الجاري» in a report of the 10th."""
    WEEKDAY = "weekday"
    """A weekday that the report names would be another one: "today, Thursday" in a report of a Friday."""
    MONTH = "month"
    """The words name the month in which they were said: «10 شباط الجاري» in March."""
    YEAR = "year"
    """The words name the year in which they were said: "last year, 2022" in 2024."""
    SHARED = "shared"
    """Another report dates what this one tells of to a later day: what is done to a person once."""
    HEAD = "head"
    """A dateline or a line of its own says another day."""
    LATER = "later"
    """All words fit, but they fit earlier days too, and news is told on the first of them."""


@dataclass(frozen=True, slots=True)
class Against:
    """One clue that speaks against a day."""

    rule: Rule
    words: str = ""
    """The words of the report that say so; empty where another report does."""
    spans: tuple[Span, ...] = ()
    """Where they stand."""
    forbids: bool = True
    """False where it only makes the day unlikely."""
    report: str = ""
    """Id of the other report that says so."""
    day: date | None = None
    """The day that it is about: of a shared happening, or the day that the words would mean."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row against which nothing speaks; an end that lies more than some months off is open."""

    first: date | None
    last: date | None

    @property
    def days(self) -> int:
        """How many; 0 where an end is open."""
        return (self.last - self.first).days + 1 if self.first is not None and self.last is not None else 0


class Grade(StrEnum):
    """What can be said of a day as a whole."""

    FITS = "fits"
    UNLIKELY = "unlikely"
    FORBIDDEN = "forbidden"


class How(StrEnum):
    """What becomes of an event when the day of its report moves."""

    MOVES = "moves"
    LEAVES = "leaves"
    """Other reports hold the event on its day: what this one tells would be an event of its own."""
    GONE = "gone"
    """Nothing tells of it any more: it was planned for a day that has passed by then."""
    NEW = "new"
    """It is told only if the report is of that day."""


@dataclass(frozen=True, slots=True)
class Move:
    """One event that hangs on the day of the report, and where it would stand."""

    how: How
    event: str
    """Its id; empty of a new one."""
    kind: Kind
    title: str
    before: When | None
    after: When | None


@dataclass(frozen=True, slots=True)
class Tried:
    """All that is told of a tried day."""

    day: date
    against: tuple[Against, ...] = ()
    """Those that forbid it first."""
    stretch: Stretch | None = None
    """The days around it, or the nearest ones, against which nothing speaks; None where there are none near."""
    moves: tuple[Move, ...] = ()
    hanging: tuple[Span, ...] = ()
    """The words of the report that count from its day."""
    near: tuple[tuple[date, Grade], ...] = ()
    """The days around it, in their order."""

    @property
    def forbidden(self) -> bool:
        """True where a clue forbids the day."""
        return any(one.forbids for one in self.against)
