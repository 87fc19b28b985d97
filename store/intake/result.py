"""What reading gives beside reports: failures and notices; and the limits of what is read."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.errors import ReportError

REPORT_LIMIT = 20_000_000
"""Bytes of one report; a newspaper page has about 20,000."""
DOCUMENT_LIMIT = 100_000_000
"""Bytes of one PDF, Word document or mail, which hold pictures too."""
ARRAY_LIMIT = 200_000_000
"""Bytes of one `.json` file, table or archive, which must be read whole; `.jsonl` has no limit but that of a line."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that was asked for and could not be read; the rest is read all the same."""

    path: str
    """As the user typed it, or found below the folder that the user typed."""
    reason: str
    remedy: str
    place: str = ""
    """Where in the file, as the reason begins."""

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}; {self.remedy}"

    @property
    def why(self) -> str:
        """The reason without its place: what many failures of one file may share."""
        return self.reason.removeprefix(self.place).strip()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that was read in a way that the user should know of."""

    path: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}: {self.text}"


class Refused(ReportError):
    """What should be a report is none. `reason` and `remedy` as in `Failure`, which it becomes."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason}; {remedy}")
        self.reason = reason
        self.remedy = remedy


def too_large(size: int, limit: int = REPORT_LIMIT, what: str = "one report") -> Refused:
    """The refusal of something that holds more bytes than the limit."""
    return Refused(
        f"is too large for {what} ({_megabytes(size)}, the limit is {_megabytes(limit)})",
        "split it into single reports, or make it .jsonl with a report a line",
    )


def _megabytes(size: int) -> str:
    """Rounded up to a tenth, so that what is above a limit never looks equal to it."""
    return f"{-(-size // 100_000) / 10:g} MB"
