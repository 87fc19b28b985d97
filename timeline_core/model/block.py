"""`Block`: a part of a report with one role: heading, dateline, paragraph, item, row, message, caption, note…

Readers of files say which parts a file marks as such (`<h2>`, a row of a table, a post of a live blog); what only the
words show (a dateline, «10 شباط 2023» on a line of its own) the outline finds. What no block covers is a paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_core.model.span import Span


class BlockRole(StrEnum):
    """What a part is for its report."""

    HEADING = "heading"
    """What stands below it belongs to it, until the next of its level or above: `<h2>`, `## …`; with cells, the names
    of a table's columns."""
    DATELINE = "dateline"
    """Place, day and agency before the news begins: «بغداد، 19 أيار 2023 (أ ف ب) -», or the day of an entry:
    "January 3:"."""
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """Of a list."""
    ROW = "row"
    """Of a table; its cells are told apart."""
    MESSAGE = "message"
    """One post of a chat, a feed or a live blog; it covers all of its lines, and its stamp says when and by whom."""
    CAPTION = "caption"
    """Words below a picture."""
    NOTE = "note"
    """A footnote, an endnote, an entry of a bibliography: it tells where something is from, and no event."""
    QUOTATION = "quotation"
    BREAK = "break"
    """A line that parts what is above from what is below: «***», `<hr>`."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a block was written and by whom, as its file says it beside the text."""

    moment: str = ""
    """ISO 8601, with its offset from UTC where that is known: `2023-02-10T21:14:22+03:00`, `2023-02-10`."""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row. Two cells of a row are never one sentence."""

    span: Span
    column: str = ""
    """As the head of its column says it: "Date", «التاريخ»; empty where none does."""
    holds: str = ""
    """`when`, `what`, `where`, `source` or `title`, where the file or the user says so; else `column` tells it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a report's text. Blocks stand in text order, an outer one before those inside it."""

    role: BlockRole
    span: Span
    level: int = 0
    """Of a heading, 1 the highest; of an item, how deep it lies; else 0."""
    stamp: Stamp | None = None
    cells: tuple[Cell, ...] = ()
