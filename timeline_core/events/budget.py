"""How much of one report is read: a book that is given as one report is read to a paragraph, and that is told.

What a report costs grows with its length, and nobody waits for minutes before a list; what is left out tells nothing,
and a missing date is better than a program that seems to hang.
"""

from __future__ import annotations

from dataclasses import replace

from timeline_core.model.report import Report
from timeline_core.text.sentences import paragraphs

MOST_READ = 500_000
"""Code points: some 250 pages, or a megabyte of Arabic in UTF-8."""


def within_budget(report: Report) -> tuple[Report, int]:
    """The report as far as it is read, and the number of its last paragraph; 0 of one that is read to its end."""
    text = report.text
    if len(text) <= MOST_READ:
        return report, 0
    end = max(text.rfind("\n", 0, MOST_READ), text.rfind("\r", 0, MOST_READ))
    text = text[: end if end > 0 else MOST_READ]
    blocks = tuple(block for block in report.blocks if block.span.end <= len(text))
    return replace(report, text=text, blocks=blocks), len(paragraphs(text))
