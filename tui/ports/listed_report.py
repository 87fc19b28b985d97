"""`ListedReport`: what is known of a report as a whole, for lists of all reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_core.model.silence import Silence
from timeline_core.model.when import When


class DayFrom(StrEnum):
    """Where the day of a report is from."""

    FILE = "file"
    PERSON = "person"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class State(StrEnum):
    """What became of a report."""

    KEPT = "kept"
    """It tells of events."""
    SILENT = "silent"
    """It tells of none."""
    COPY = "copy"
    PARTLY = "partly"
    """It is too long, and its beginning alone is read."""
    ASIDE = "aside"
    """Its reading broke."""
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class ListedReport:
    """A report with its amendments."""

    id: str
    sha256: str
    title: str
    publisher: str
    lang: str
    when: When | None
    """The day of publication; None where nobody knows it."""
    day_from: DayFrom
    who: str = ""
    """Whoever set the day."""
    events: int = 0
    state: State = State.KEPT
    copy_of: str = ""
    read_to: int = 0
    """The last paragraph that was read, of one that is read in part."""
    silence: Silence | None = None
    """Why it tells of no event."""
    thread: str = ""
    path: str = ""
    url: str = ""
