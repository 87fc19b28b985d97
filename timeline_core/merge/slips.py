"""Two days in a row that are a slip of one report.

Source:
    DESIGN.md section 5, «One happening».
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from timeline_core.events.discourse.numbers import figures_far
from timeline_core.merge.bounds import Bounds
from timeline_core.merge.likeness import LARGE, shared_exact_places
from timeline_core.merge.pair import Pair
from timeline_core.merge.same_sentence import are_one_text, rarest_words
from timeline_core.model.draft import Draft
from timeline_core.model.when import When


def slip_by_a_day(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True when consecutive days are a slip of one report: one deed, thing and place, and one large number."""
    if one.report == other.report or not _follow_by_a_day(one.when, other.when):
        return False
    if are_one_text(one, other) and not figures_far(one, other, bounds.concepts):
        return True
    if not one.things & other.things:
        return False
    pair = Pair(one, other, bounds)
    deeds = pair.common_deeds & bounds.concepts.deeds.distinct
    return bool(deeds and shared_exact_places(pair)) and pair.number >= LARGE


def keys_of_slips(draft: Draft) -> frozenset[tuple[str, str, int]]:
    """Blocking keys for `slip_by_a_day`: a telling and one of the day after must share one."""
    large = {(figure.what, figure.low) for figure in draft.figures if figure.low >= LARGE}
    counted = frozenset((thing, what, low) for thing in draft.things for what, low in large)
    return counted | {("word", word, 0) for word in rarest_words(draft.words)}


def _follow_by_a_day(one: When | None, other: When | None) -> bool:
    """True for two single days, one after the other."""
    days = [when.days for when in (one, other) if when is not None and when.days is not None]
    return len(days) == 2 and all(a == b for a, b in days) and abs(days[0][0] - days[1][0]) == timedelta(1)


def day_of(group: Sequence[Draft]) -> date | None:
    """The single day that all of a group give; None where one gives another or none."""
    days = {draft.when.days if draft.when is not None else None for draft in group}
    only = days.pop() if len(days) == 1 else None
    return only[0] if only is not None and only[0] == only[1] else None
