"""`Layout`: what the outline of a report means for its sentences: which line is a heading, which day holds where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline_core.model.block import BlockRole
from timeline_core.model.expression import Expression
from timeline_core.model.latest import NOWHERE, Latest
from timeline_core.model.once import cached_property
from timeline_core.model.span import Span
from timeline_core.model.when import Precision
from timeline_core.outline.anchored import Anchored
from timeline_core.outline.head import Head, HeadKind
from timeline_core.outline.outline import Outline
from timeline_core.outline.records import WHAT
from timeline_core.outline.scopes import Scope
from timeline_core.outline.voices import Voices

_FEWEST = 2
"""Stretches with a day that make a chronology."""
_LISTED = frozenset({HeadKind.ENTRY, HeadKind.ROW})


def _is_day(head: Head) -> bool:
    fine = head.when is None or head.when.precision in (Precision.DAY, Precision.RANGE)
    return head.kind is HeadKind.HEADING and head.mention >= 0 and fine


def _is_stretch(head: Head) -> bool:
    """A heading of a month, a season or a year, below which one line is an entry: "1954", "Late May"."""
    return head.kind is HeadKind.HEADING


@dataclass(frozen=True)
class Layout:
    """Of one report, its outline and its expressions, and who tells it from where."""

    outline: Outline = field(default_factory=Outline)
    dated: Anchored = field(default_factory=lambda: Anchored(()))
    voices: Voices = field(default_factory=Voices)

    def parts(self, number: int, span: Span) -> Sequence[Span]:
        """What tells something in that line, the parts that are no one sentence apart."""
        return self.outline.parts[number] if number < len(self.outline.parts) else (span,)

    def is_heading(self, number: int) -> bool | None:
        """True for a heading, False for a listed line; None where only the words of the line can tell."""
        if number >= len(self.outline.lines):
            return None
        if not self.outline.parts[number]:
            return True
        if number == 0 and number not in self.outline.heads and None in self.outline.years.values():
            return True
        return False if self.is_listed(number) else None

    def is_listed(self, number: int) -> bool:
        """True for an entry, for an item, a row or a line with its hour that stands below a day, for what a record
        tells."""
        if number >= len(self.outline.lines):
            return False
        line, head = self.outline.lines[number], self.outline.heads.get(number)
        if line.field:
            return line.field == WHAT
        if self._opens_day(number):
            return True
        below = (line.timed or line.role in (BlockRole.ITEM, BlockRole.ROW)) and self.day_at(
            line.span.start
        ) is not None
        return below or (head is not None and head.kind in _LISTED)

    def _opens_day(self, number: int) -> bool:
        """True for the words right below a heading with a day, of which a chronology has several."""
        above, below = self._beside(number, -1), self._beside(number, 1)
        line, head = self.outline.lines[number], self.outline.heads.get(above)
        if line.role is not BlockRole.PARAGRAPH or head is None or number in self.outline.heads:
            return False
        alone = below == len(self.outline.lines) or below in self.outline.heads
        if not (_is_day(head) or (alone and _is_stretch(head))):
            return False
        few = self._stretches if alone else self._days
        return few >= _FEWEST and self._stands_apart(above)

    @cached_property
    def _days(self) -> int:
        """How many headings give a day."""
        return sum(map(_is_day, self.outline.heads.values()))

    @cached_property
    def _stretches(self) -> int:
        """How many headings there are."""
        return sum(map(_is_stretch, self.outline.heads.values()))

    def _beside(self, number: int, step: int) -> int:
        """The number of the next line, or of the one before, past the rules that underline a heading."""
        lines = self.outline.lines
        number += step
        while 0 <= number < len(lines) and lines[number].role is BlockRole.HEADING and not lines[number].level:
            number += step
        return number

    def _stands_apart(self, number: int) -> bool:
        """True for a heading that is marked, or that an empty line parts from what is above: no broken sentence."""
        lines = self.outline.lines
        marked = lines[number].role is BlockRole.HEADING
        return marked or number == 0 or lines[number].span.start - lines[number - 1].span.end > len("\n")

    def item_at(self, at: int) -> int | None:
        """The number of the line that holds that place, where it is an item of a list."""
        lines = self.outline.lines
        number = bisect_right(self._starts, at) - 1
        return number if number >= 0 and lines[number].role is BlockRole.ITEM else None

    def is_row(self, number: int) -> bool:
        """True for a row with a day."""
        head = self.outline.heads.get(number)
        return head is not None and head.kind is HeadKind.ROW

    def day_at(self, at: int) -> Expression | None:
        """The day that holds at that place for what has no date."""
        return self.dated.day_at(at)

    def sits_at(self, at: int) -> bool:
        """True below the day of a sitting, where what is told is what was said or decided in it."""
        number = self._ends.above(at, bisect_right(self._dating, at, key=lambda scope: scope.span.start) - 1)
        return number > NOWHERE and self._dating[number].head.sitting

    @cached_property
    def _starts(self) -> list[int]:
        """Where the lines begin."""
        return [line.span.start for line in self.outline.lines]

    @cached_property
    def _dating(self) -> list[Scope]:
        """The stretches in which what has no date is of a day."""
        return [scope for scope in self.outline.scopes if scope.dates]

    @cached_property
    def _ends(self) -> Latest:
        return Latest(scope.span.end for scope in self._dating)

    def only_introduces(self, at: int) -> bool:
        """True for words above and between the entries of a chronology, which may only tell what it is of."""
        return self.dated.is_chronology and self.day_at(at) is None

    def lead(self, number: int) -> Span | None:
        """Where the day of an entry stands on its line: its words belong to the evidence of what the entry tells."""
        head = self.outline.heads.get(number)
        listed = head is not None and head.kind in _LISTED and self.outline.lines[number].span.covers(head.date)
        return head.date if head is not None and listed else None
