"""What a text holds: a `Mention` (words and what they mean) and, once anchored, an `Expression` (and its When)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from timeline_core.model.span import Span
from timeline_core.model.when import When


class Origin(StrEnum):
    """Where the day that an expression counts from was taken."""

    NONE = "none"
    """The expression stands on its own: an absolute date."""
    PUBLISHED = "published"
    """The report's published day, as given."""
    INFERRED = "inferred"
    """The report's published day, as dated by its clues."""
    TEXT = "text"
    """Another date of the same text."""
    BLOCK = "block"
    """The heading, dateline, entry, row or post that the words stand in; the reason names it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an expression has its value, as data; `why` of a language turns it into a line for a person."""

    rule: str
    """Name of the rule; every language's `[why]` holds a template of that name."""
    anchor: str = ""
    """EDTF of the day that was counted from; empty when the words stand on their own."""
    origin: Origin = Origin.NONE
    slots: tuple[tuple[str, str], ...] = ()
    """What the template names: slot -> words of the text, an EDTF value, or a concept of the language data."""


class Meaning(Protocol):
    """What words mean, in no language."""

    @property
    def rule(self) -> str:
        """Name of the rule, as in `Reason.rule`."""

    @property
    def relative(self) -> bool:
        """True when the value depends on the anchor."""

    def fits(self, published: date) -> bool:
        """False when a report of that day could not have said it: «شباط الجاري» in March, «العام الماضي 2022» in 2021.

        A past fact told by a report is not after that report; a meaning that says nothing of the day fits every day.
        """


class Standing(StrEnum):
    """Whether words that people bear as names too («رجب», "April") are a date where they stand."""

    DATE = "date"
    """Nothing makes a name of them."""
    OPEN = "open"
    """Nothing around them says which; the rest of the report may."""
    FIGURE = "figure"
    """It is part of a row of figures, such as the number of a telephone."""
    SET = "set"
    """It comes again and again: the weekdays of a timetable."""
    NAME = "name"
    """What stands beside them makes them a name: "April Jones"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a text that denote time, before anything is known of the report's day."""

    span: Span
    meaning: Meaning
    future: bool = False
    """The words around look ahead (من المقرر، سوف، will): the value lies after the anchor rather than before it."""
    standing: Standing = Standing.DATE
    ends: tuple[Span, ...] = ()
    """Of a stretch: where the first and the last end stand."""
    passing: bool = False
    """A year that is only named of something («المكتبة التي شيدت عام 1952»): no date behind it is counted from it."""

    def shifted(self, by: int) -> Mention:
        """The same words, so many code points later."""
        return replace(self, span=self.span.shifted(by), ends=tuple(end.shifted(by) for end in self.ends))


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of a report and the days they denote; unresolved (`XXXX-XX-16`) or None while no anchor is known."""

    span: Span
    text: str
    when: When | None
    reason: Reason
    sure: bool = True
    """False for what only the fallback (dateparser) read."""
