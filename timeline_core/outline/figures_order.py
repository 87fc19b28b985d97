"""Dates in figures of which day and month could change places: the whole report settles which stands first.

One "15/02/2023" in it shows that "10/02/2023" is a day of February.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline_core.model.expression import Mention
from timeline_core.temporal.senses.dates import Day, of_year
from timeline_core.temporal.senses.numeric import DAY_FIRST, MONTH_FIRST, Ordered
from timeline_core.text.fold import CONTROLS, fold

_FIGURES = re.compile(rf"[^\d]*?(\d{{1,2}})[{CONTROLS}]*[/.-][{CONTROLS}]*(\d{{1,2}})[{CONTROLS}]*[/.-]")
_MONTHS = 12


def in_one_order(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those in figures read as the others of the report show; as they were where none shows it."""
    shown = {order for mention in mentions if (order := _shown(text, mention))}
    if len(shown) != 1:
        return [*mentions]
    [order] = shown
    return [_read(mention, order) for mention in mentions]


def _shown(text: str, mention: Mention) -> str:
    """Which stands first in a date that can be read in one way only; empty for any other."""
    sense, said = mention.meaning, _FIGURES.match(fold(mention.span.of(text)))
    if said is None or not isinstance(sense, Day) or isinstance(sense, Ordered):
        return ""
    first, second = int(said[1]), int(said[2])
    if first > _MONTHS and sense.day == first:
        return DAY_FIRST
    return MONTH_FIRST if second > _MONTHS and sense.day == second else ""


def _read(mention: Mention, order: str) -> Mention:
    sense = mention.meaning
    if not isinstance(sense, Ordered) or sense.month.year is None:
        return mention
    day, month = sense.day, sense.month
    if sense.order != order:
        day, month = sense.month.month, of_year(replace(sense.month, month=sense.day), sense.month.year)
    if order == DAY_FIRST:
        return replace(mention, meaning=Ordered(day, month, sense.weekday, order=order, past=sense.past))
    return replace(mention, meaning=Day(day, month, sense.weekday, past=sense.past))
