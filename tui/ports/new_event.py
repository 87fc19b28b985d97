"""What the screen knows of an event that a person makes: what was read in its words, and what is to be recorded."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.model.span import Span
from timeline_core.model.when import When


@dataclass(frozen=True, slots=True)
class ReadWords:
    """What the program reads in words of a report."""

    title: str
    kind: str
    """Name of a kind of event."""
    when: When | None = None
    why: str = ""
    """The reason for the date, for a person."""
    several: tuple[str, ...] = ()
    """The dates among them, where they say several days and none is taken."""


@dataclass(frozen=True, slots=True)
class NewWords:
    """What a person says of the words; an empty text leaves it to what is read in them."""

    report: str
    """Id of the report."""
    span: Span
    title: str = ""
    date: str = ""
    kind: str = ""
