"""What can be wrong with what the core is given. «Found nothing» is an empty tuple, never an error."""

from __future__ import annotations


class TimelineError(ValueError):
    """The parent of every error that the core raises: misuse, or data that breaks its own rules."""


class EdtfError(TimelineError):
    """A string is not an EDTF value of levels 0 and 1, or names a day that does not exist."""


class LanguageError(TimelineError):
    """Language data contradicts itself; the message names language, group and word."""


class GazetteerError(TimelineError):
    """A gazetteer entry is incomplete or stands twice; the message names the entry."""


class QueryError(TimelineError):
    """A filter line cannot be read; the message names the word. In parts, so that it can be said in other languages."""

    def __init__(self, template: str, **values: str) -> None:
        super().__init__(template.format(**values))
        self.template, self.values = template, values


class ReportError(TimelineError):
    """What should be a report is none: empty, binary, unreadable. The message says what and what to do."""
