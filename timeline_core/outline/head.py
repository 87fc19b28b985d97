"""`Head`: the part of a report that gives a day for what follows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_core.model.span import Span
from timeline_core.model.when import When


class HeadKind(StrEnum):
    """How a part of a report gives the day of what follows; a name of the language data's `[names.block]`."""

    PUBLISHED = "published"
    """The line that says when the report was put out: "Published: 10 February 2023"."""
    UPDATED = "updated"
    """The same of a later day, which nothing counts from."""
    HEADING = "heading"
    """A heading or a line of its own: «10 شباط 2023», «2021»."""
    DATELINE = "dateline"
    ENTRY = "entry"
    """A day, and behind it what happened: «13 شباط 2023: تم الاتفاق»."""
    MESSAGE = "message"
    """A post, by its stamp."""
    ROW = "row"
    """A row of a table, by one of its cells."""


@dataclass(frozen=True, slots=True)
class Head:
    """The part that gives a day, or at least a year, for what follows."""

    kind: HeadKind
    span: Span
    """From the head of the line to the first word of what it dates."""
    date: Span
    """The words of the day; empty where only the file knows it."""
    when: When | None
    """As far as the words say it themselves: None where the year is said elsewhere."""
    mention: int = -1
    """Place among the mentions; -1 where the day is none: a bare year, a stamp."""
    level: int = 0
    """Of a heading, 1 the highest."""
    place: Span | None = None
    """Of a dateline, the words of the place."""
    author: Span | None = None
    """Of an entry or a post, who wrote it."""
    record: bool = False
    """True for the day of a record, which holds for its lines alone: "Date: … / Location: … / Incident: …"."""
    quoted: bool = False
    """True for the line above the words of another mail, which holds as long as they are set off."""
    sitting: bool = False
    """True for the day on which a court or a council sat: what was told in it did not happen on it."""
    leads: bool = False
    """True for the day of a line that leads to a list, which holds for the items of the list alone."""
