"""Which lines of a page are its report: those from the first to the last that trafilatura takes for it.

Trafilatura alone drops headings and datelines, and with them the day that «yesterday» is counted from; all that one
sees of a page holds the headlines of other reports, and their dates. So the lines are ours, the borders trafilatura's.

Source: `tests/store/intake/pages.py`, thirteen pages. All that one sees holds 74 of the 74 lines of their reports, and
56 of the 72 around them; trafilatura alone 68 and 15; the two as here 74 and 9, which `test_article.py` holds them to.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

from store.intake.pages.html import Page, lowered
from timeline_core.model.block import BlockRole

_LARGEST = 2_000_000
"""Characters of a page; larger ones are made by machines for machines."""
_MOST_TAGS = 30_000
_ENOUGH = 0.4
"""Of what is no link, the part that must be taken for the report; else the page is something else than an article."""
_SAYS_MUCH, _SAYS_LITTLE = 10, 5
"""Letters above which a line can be the heading of a page, and its title the beginning of one."""
_LONG = 20
"""Letters of a line that is not found by chance within another."""


def text(source: str, page: Page) -> str:
    """The lines of a page that are its report; all of them where that cannot be told."""
    lines = page.text.split("\n")
    return "\n".join(lines[number] for number in chosen(source, page))


def chosen(source: str, page: Page) -> Sequence[int]:
    """Their numbers, from 0."""
    lines = page.text.split("\n")
    whole_page = range(len(lines))
    if len(lines) < 4 or len(source) > _LARGEST or source.count("<") > _MOST_TAGS:
        return whole_page
    taken = [_bare(line) for line in _taken(source)]
    whole, joined = frozenset(taken), "".join(taken)
    bare = [_bare(line) for line in lines]
    kept = [n for n, line in enumerate(bare) if line in whole or (len(line) >= _LONG and line in joined)]
    if not kept:
        return whole_page
    first, last = _first(lines, kept[0], page.fields.get("title", "")), _last(page, kept[-1])
    taken_lines = {n for n in range(first, last + 1) if n in kept or n not in page.linked}
    said = sum(len(line) for number, line in enumerate(lines) if number not in page.linked)
    if sum(len(lines[number]) for number in taken_lines) < _ENOUGH * said:
        return whole_page
    return sorted(taken_lines)


def _first(lines: list[str], first: int, title: str) -> int:
    """The line of the heading, where it stands before what was taken; it may say more than the title does."""
    said = _bare(title)
    for number in range(first):
        line = _bare(lines[number])
        if len(line) > _SAYS_MUCH and (line in said or (len(said) > _SAYS_LITTLE and line.startswith(said))):
            return number
    return first


def _last(page: Page, last: int) -> int:
    """The last row of a table of which a row was taken, or the day above one: trafilatura knows no merged cells."""
    while (mark := page.marks.get(last + 1)) is not None and mark.role is BlockRole.ROW:
        last += 1
    return last


def _taken(source: str) -> list[str]:
    """The lines that trafilatura takes for the report; none where it fails."""
    import trafilatura

    logging.getLogger("trafilatura").disabled = True
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("trafilatura", "htmldate", "courlan", "justext"):
            logging.getLogger(name).disabled = True
    try:
        found = trafilatura.extract(source, favor_recall=True, fast=True, include_comments=False, include_tables=True)
    except Exception:  # noqa: BLE001 a library's own trouble with a page is no reason not to read it
        return []
    return [line for line in (found or "").split("\n") if _bare(line)]


def _bare(line: str) -> str:
    return re.sub(r"[\s*#|>_-]+", "", lowered(line))
