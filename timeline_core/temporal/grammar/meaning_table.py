"""The table of meanings: name in the data's `[shapes]` -> function, and the slots that it asks for and takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import Parameter, signature

from timeline_core.temporal.grammar.counted import (
    about_day,
    counted,
    counted_from,
    edge,
    months_of,
    moving_feast,
    nth_weekday,
    of_it,
    on_this_day,
    quarter,
    share,
    told_weekday,
    week_from,
    week_until,
    week_with,
    weekday_of,
    weekend,
    year_before,
)
from timeline_core.temporal.grammar.meanings import (
    ago,
    anaphor,
    any_,
    century,
    date,
    day_number,
    decade,
    deictic,
    feast,
    just_now,
    known,
    lapse,
    month_of,
    name_of,
    named,
    nothing,
    one_of,
    pair,
    part,
    range_,
    same,
    season,
    segment,
    total,
    turned,
    twin,
    week_of,
    weekday,
    whole,
    worded_year,
    year_of,
    years,
)
from timeline_core.temporal.senses.numeric import day_first, month_first, numeric

MEANINGS: Mapping[str, Callable[..., object]] = {
    "total": total,
    "named": named,
    "certain": named,
    "usual": named,
    "abbr": named,
    "figured_era": named,
    "figured": named,
    "fasting": named,
    "name": named,
    "second_month": named,
    "twin": twin,
    "dayno": day_number,
    "yearly": year_of,
    "monthly": month_of,
    "nothing": nothing,
    "name_of": name_of,
    "worded": worded_year,
    "date": date,
    "numeric": numeric,
    "day_first": day_first,
    "month_first": month_first,
    "month": month_of,
    "year": year_of,
    "weekday": weekday,
    "deictic": deictic,
    "just_now": just_now,
    "turned": turned,
    "segment": segment,
    "season": season,
    "week_of": week_of,
    "decade": decade,
    "century": century,
    "part": part,
    "range": range_,
    "one_of": one_of,
    "ago": ago,
    "lapse": lapse,
    "any": any_,
    "full": any_,
    "told": anaphor,
    "whole": whole,
    "unsaid": whole,
    "week": whole,
    "same": same,
    "pair": pair,
    "feast": feast,
    "known": known,
    "years": years,
    "nth_weekday": nth_weekday,
    "weekday_of": weekday_of,
    "weekend": weekend,
    "week_with": week_with,
    "week_from": week_from,
    "week_until": week_until,
    "about_day": about_day,
    "quarter": quarter,
    "year_before": year_before,
    "wintry": year_of,
    "figured_year": year_of,
    "edge": edge,
    "on_this_day": on_this_day,
    "moving_feast": moving_feast,
    "counted": counted,
    "counted_from": counted_from,
    "told_weekday": told_weekday,
    "of_it": of_it,
    "months_of": months_of,
    "share": share,
}
"""Name in the data's `[shapes]` -> function."""

_INNER = {
    "total",
    "worded",
    "named",
    "certain",
    "usual",
    "abbr",
    "wintry",
    "figured_year",
    "figured_era",
    "figured",
    "fasting",
    "name",
    "second_month",
    "twin",
    "dayno",
    "yearly",
    "monthly",
    "any",
    "full",
    "whole",
    "unsaid",
}
TOP = frozenset(MEANINGS) - _INNER
"""Meanings that stand on their own; the others only fill slots."""

ASKED: Mapping[str, frozenset[str]] = {
    name: frozenset(
        p.name
        for p in signature(one).parameters.values()
        if p.default is Parameter.empty and p.kind is not Parameter.VAR_KEYWORD
    )
    for name, one in MEANINGS.items()
}
"""Meaning -> slots that every shape of it must fill."""

FREE = frozenset(("nothing", "name_of"))
"""Meanings that take any slot, since they use nearly none."""

TAKEN: Mapping[str, frozenset[str]] = {name: frozenset(signature(one).parameters) for name, one in MEANINGS.items()}


def build(name: str, slots: Mapping[str, object]) -> object:
    """Call the function of a meaning with its slots; None where they mean nothing.

    A concept that fills several slots at once is taken apart first: «يومين» fills number and unit.
    """
    taken = TAKEN[name]
    filled: dict[str, object] = {}
    for slot, said in slots.items():
        if " " in slot:
            filled.update(zip(slot.split(), str(said).split(), strict=True))
        else:
            filled[slot] = said
    return MEANINGS[name](**{slot: said for slot, said in filled.items() if slot in taken})
