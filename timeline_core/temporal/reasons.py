"""Puts the reason of a date into words for a person, in the language of the screen.

Source:
    DESIGN.md section 4. The sentences are data: `[why]` of each language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from timeline_core.errors import EdtfError
from timeline_core.model import edtf as notation
from timeline_core.model.edtf import Point
from timeline_core.model.expression import Expression, Origin
from timeline_core.model.when import Precision
from timeline_core.temporal.grammar.language import Language

_LAST_MONTH = 12
_KINDS = {
    "month": "month",
    "weekday": "weekday",
    "turn": "turn",
    "unit": "unit",
    "season": "season",
    "mod": "mod",
    "offset": "offset",
    "era": "era",
    "step": "step",
}
"""Slot -> the table of `[why]` that names its concepts; any other slot is shown as it is."""
_UNITS = {"units": "unit", "the_unit": "unit", "the_units": "unit", "way": "step"}
"""Name in a template -> the form of the slot `unit` that it is: plural ("weeks"), definite ("the week"), both."""


@dataclass(frozen=True, slots=True)
class Steps:
    """How a value came about, a line for each step; empty where there was no such step."""

    words: str
    """The words as they stand in the report."""
    said: str
    """How they were read."""
    counted: str
    """What they were counted from."""
    value: str
    """The EDTF value and its days; empty where there is none."""
    sure: bool


def steps(expression: Expression, language: Language) -> Steps:
    """The steps from the words to the value, for a person who checks them against the page."""
    slots = dict(expression.reason.slots)
    said = _said(expression.reason.rule, "", slots, language) + _weekday(expression, slots, language)
    said += _moon(expression, slots, language)
    return Steps(expression.text, said, _counted(expression, language), _value(expression), expression.sure)


def _moon(expression: Expression, slots: Mapping[str, str], language: Language) -> str:
    """A remark that a Hijri day may lie a day off, as the moon was seen; empty of other days."""
    hijri = "day" in slots and slots.get("month.month", "").startswith("h")
    if not hijri or expression.when is None or not expression.when.approximate:
        return ""
    return language.why.get("then", "; ") + language.why.get("sighted", "")


def _weekday(expression: Expression, slots: Mapping[str, str], language: Language) -> str:
    """The weekday that is written beside a day, and which it really was where that is another; empty without one."""
    when, said = expression.when, slots.get("weekday", "")
    if "day" not in slots or not said.isdecimal():
        return ""
    names = language.names.get("weekday", {})
    beside = language.why.get("weekday_beside", "").format(weekday=names.get(said, said))
    if when is None or when.first is None or when.precision is not Precision.DAY:
        return beside
    day = str(when.first.weekday())
    if day == said:
        return beside
    name = names.get(day, day)
    return beside + language.why.get("then", "; ") + language.why.get("weekday_differs", "").format(weekday=name)


def _counted(expression: Expression, language: Language) -> str:
    """The day counted from, and on which side of it the date lies; where nothing was counted, why."""
    slots = dict(expression.reason.slots)
    line = _anchor(expression, language)
    if slots.get("report_day"):
        line += " " + language.why.get("from_too", "").format(day=shown(slots["report_day"], language))
    side = language.why.get(slots.get("side", ""), "")
    line += language.why.get("side", ": {side}").format(side=side) if line and side else ""
    if slots.get("beyond"):
        beyond = language.why.get("beyond", "{value}").format(value=shown(slots["beyond"], language))
        line += language.why.get("then", "; ") + beyond if line else beyond
    return line + _lasting(slots, language, led=bool(line))


def _lasting(slots: Mapping[str, str], language: Language, *, led: bool) -> str:
    """Until when it lasted, of a period that begins with the date («منذ», "since")."""
    name = next((name for name in ("lasts_to", "lasts_on") if slots.get(name)), "")
    said = language.why.get(name, "{value}").format(value=shown(slots[name], language)) if name else ""
    return (language.why.get("then", "; ") if led and said else "") + said


def _anchor(expression: Expression, language: Language) -> str:
    reason = expression.reason
    if reason.anchor:
        slots = dict(reason.slots)
        words, block = slots.get("block_words", ""), slots.get("block", "")
        template = language.why.get(f"from_{reason.origin}{'_words' if words else ''}", "{anchor}")
        return template.format(
            anchor=_dated(reason.anchor, language),
            day=shown(reason.anchor, language),
            block=language.names.get("block", {}).get(block, block),
            words=words,
        )
    return language.why.get("from_told", "") if reason.origin is Origin.TEXT else ""


def _value(expression: Expression) -> str:
    when = expression.when
    return "" if when is None else f"{when.edtf} {when.mod.value}" if when.mod else when.edtf


def why(expression: Expression, language: Language) -> str:
    """The reason in one line: the words, how they were read, what they were counted from."""
    way = steps(expression, language)
    line = language.why.get("line", "«{words}»: {said}").format(words=way.words, said=way.said)
    for more in (way.counted, "" if way.sure else language.why.get("unsure", "")):
        line += language.why.get("then", "; ") + more if more else ""
    return line


def _said(rule: str, path: str, slots: Mapping[str, str], language: Language) -> str:
    template = language.why.get(rule, "")
    values: dict[str, str] = {}
    for _, name, _, _ in Formatter().parse(template):
        if name is not None:
            values[name] = _named(name, path, slots, language)
    return " ".join(template.format(**values).split())


def _named(name: str, path: str, slots: Mapping[str, str], language: Language) -> str:
    said = slots.get(path + _UNITS.get(name, name), "")
    if any(slot.startswith(f"{path}{name}.") for slot in slots):
        return _said(said, f"{path}{name}.", slots, language)
    return language.names.get(name if name in _UNITS else _KINDS.get(name, name), {}).get(said, said)


def _dated(edtf: str, language: Language) -> str:
    """«on 15 February 2023», «between 15 and 28 February 2023»."""
    said = shown(edtf, language)
    return said if "/" in edtf else language.why.get("on", "{value}").format(value=said)


def shown(edtf: str, language: Language) -> str:
    """An EDTF value in words, «between 15 and 28 February 2023»; the value itself where it has no words."""
    try:
        value = notation.parse(edtf)
    except EdtfError:
        return edtf
    if isinstance(value, Point):
        return _point(value, language)
    first, last = value.first, value.last
    if first is None or last is None:
        return edtf
    if first.day and last.day and (first.year, first.month) == (last.year, last.month):
        ends = (str(first.day), _point(last, language))
    else:
        ends = (_point(first, language), _point(last, language))
    return language.why.get("between", "{first} – {last}").format(first=ends[0], last=ends[1])


def _point(point: Point, language: Language) -> str:
    if point.month is None or point.open_digits or point.month > _LAST_MONTH:
        return notation.format(point)
    month = language.names.get("month", {}).get(str(point.month), str(point.month))
    return f"{month} {point.year}" if point.day is None else f"{point.day} {month} {point.year}"
