"""`Pasted`: a pasted text as the screen knows it: what was read in it, and what it would bring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from timeline_core.model.report import Published, Report

if TYPE_CHECKING:
    from timeline_core.names.gazetteer import Gazetteer
    from timeline_core.publication.meeting import Meeting

DAY, OUTLET, LANGUAGE, TITLE = "published", "publisher", "lang", "title"
FIELDS = (DAY, OUTLET, LANGUAGE, TITLE)
"""What may be said of a pasted report, by the names of the store."""


UNKNOWN_DAY = Published()


class From(StrEnum):
    """Where the value of a field is from."""

    TEXT = "text"
    """The text says so in fields of its own (front matter)."""
    HEAD = "head"
    """A dateline or a line of its own."""
    CLUES = "clues"
    """Inferred from the words of the text."""
    FIRST_LINE = "first line"
    LETTERS = "letters"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was read in a pasted text; without a report where it is none."""

    reports: tuple[Report, ...] = ()
    """Usually one; of a pasted table or of JSON each entry is one."""
    published: Published = UNKNOWN_DAY
    """The day of the first."""
    fields: Mapping[str, tuple[str, From]] = field(default_factory=dict)
    """Field -> its value, and where that is from."""
    meetings: tuple[Meeting, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    """Id of a report that is there -> what it is called."""
    names: Gazetteer | None = None
    """Of actors and places, to call them by."""
    problem: str = ""
    """Why it is no report, for a person."""
    known: str = ""
    """Id of the report that has the same text already."""
    hidden: int = 0
    """Characters that would command a terminal or turn text round: they are kept, and never written as they are."""
    shown: int = 0
    """Letters of a long one of which the events are shown; 0 where all of them are."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was kept."""

    reports: int
    """Those that were not there before."""
    folder: str
    scratch: bool
    """It is a scratch library."""
