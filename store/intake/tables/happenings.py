"""A table of happenings: each row has a day and what happened on it, so each row is an event of that day.

Read as a timeline that somebody has already: date and event (in a spreadsheet), the sheet of TimelineJS, the columns of
ACLED, and Waqai's own `--format csv` and `--format acled`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape

from store.intake import known, metadata
from store.intake.found import Columns
from store.intake.result import Refused
from timeline_core.model.block import Block, BlockRole, Cell, Stamp
from timeline_core.model.span import Span

_OF_EVENTS = (
    "edtf", "event_date", "date_of_event", "date_of_incident", "incident_date",
    "تاريخ_الحدث", "تاريخ_الحادثة", "تاريخ_الواقعة",
)  # fmt: skip
"""Heads of days that can only be those of events."""
_WEAK = ("notes", "description", "details", "summary", "وصف_الحدث", "الوصف", "التفاصيل")
"""Heads that tables of articles have too: beside a title or an address, the day is that of an article."""
NAMES: Mapping[str, tuple[str, ...]] = {
    "when": (
        *_OF_EVENTS, "date", "dates", "day", "when", "start_date", "start", "jour",
        "التاريخ", "تاريخ", "اليوم", "الزمن",
    ),
    "until": ("end_date", "end", "until", "تاريخ_الانتهاء", "تاريخ_النهاية"),
    "what": (
        "event", "events", "incident", "what", "what_happened", "happening", "development",
        "evenement", "événement", "الحدث", "الأحداث", "الحادثة", "الواقعة", "ماذا_حدث", *_WEAK,
    ),
    "title": ("headline", "title", "العنوان"),
    "where": (
        "location", "place", "where", "town", "city", "village", "lieu", "ville",
        "المكان", "الموقع", "البلدة", "المدينة", "القرية",
    ),
    "publisher": ("source", "sources", "publisher", "outlet", "المصدر", "المصادر", "الجهة", "الناشر"),
    "url": ("url", "urls", "link", "media", "الرابط"),
    "id": ("event_id_cnty", "id", "رقم"),
}  # fmt: skip
"""What a cell holds -> the heads of its column, the likeliest first; written small, with `_` for what parts words."""
_FORMS = frozenset(["start", "end", "today", "starttime", "endtime", "_submission_time", "submission_date"])
"""Heads that programs of forms (ODK, KoboToolbox) give the stamps of when a form was filled in."""
MAPPED = ("when", "until", "what", "where")
"""Fields that `--map` takes beside those of reports."""
_REPORTS = frozenset(["text", "content", "full_text", "body", "message", "النص", "نص_الخبر", "نص_المنشور"])
"""Heads that say that each row is a report, which tells of days itself."""
_PARTS = (
    ("year", "annee", "année", "السنة", "سنة", "العام", "عام"),
    ("month", "mois", "الشهر", "شهر"),
    ("day", "jour", "اليوم", "يوم"),
)
"""Heads of the columns of a day that stands in three of them, as TimelineJS has it."""
NO_END = (-1, -1, -1)
"""The columns of an end that a table does not tell."""
_WEEK, _MONTH = "2", "3"
"""Of ACLED's `time_precision`."""
_FIELDS = ("title", "publisher", "published", "lang", "url", "id")
_TELLING = frozenset(["when", "where", "title", "what"])
_ABOUT = re.compile(
    r"(?:c\.|ca\.?|circa|about|around|approx(?:\.|imately)?|~|نحو|حوالي|قرابة)\s*(?=[\d\w])", re.IGNORECASE
)
"""Before a day that its writer is not sure of."""
_ARROW = re.compile(r"\s*(?:→|⟶|-+>)\s*")
"""Between the first and the last day, as Notion and Airtable write them in one cell."""
_TAG = re.compile(r"<[^<>]{1,200}>")
_WIDEST = 2
"""Of `year`, `month` and `day`, the digits of the last two."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One row: its cells as a text of one line, and what they hold."""

    text: str
    fields: dict[str, str]
    blocks: tuple[Block, ...]
    dated: bool
    """False for a row whose cell of the day holds no figure, or the number by which a spreadsheet counts days."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Which column of a table of happenings holds what."""

    places: Mapping[str, int]
    parts: tuple[int, ...] = ()
    """Of year, month and day, where each has a column; and then of the end."""
    day_first: bool | None = None
    precision: int | None = None
    """The column in which ACLED says whether a day is known, a week, a month."""


def plan(names: Sequence[str], columns: Columns = ()) -> Plan | None:
    """How to read a table with these heads as happenings; None where its rows are reports."""
    if any(column not in names for _, column in columns):
        return None
    plain = plain_heads(names)
    asked = {name: names.index(column) for name, column in columns if column in names}
    if "when" not in asked and ("text" in asked or "published" in asked or not _REPORTS.isdisjoint(plain)):
        return _sheet(plain)
    places = {**{name: at for name, heads in NAMES.items() if (at := first_of(plain, heads)) is not None}, **asked}
    if "text" in asked:
        places["what"] = asked["text"]
    if "title" in places and ("edtf" in plain or ("when" in asked and "what" not in places)):
        places["what"] = places.pop("title")
    parts = parts_of(plain)
    if parts and places.get("when") == parts[-1]:
        del places["when"]
    elif "when" in places:
        parts = ()
    if not ("what" in places and ("when" in places or parts)) or (not asked and _of_articles(plain, places)):
        return _sheet(plain)
    return Plan(places, (*parts, *NO_END) if parts else (), precision=first_of(plain, ("time_precision",)))


def plain_heads(names: Sequence[str]) -> list[str]:
    """The names of the columns as they are compared; nothing for the stamps of a form, which are no days of events."""
    plain = [known.plain(name) for name in names]
    return ["" if name in _FORMS else name for name in plain] if {"start", "today"} <= set(plain) else plain


def parts_of(plain: Sequence[str]) -> tuple[int, ...]:
    """The columns of year, month and day, where a day stands in three; nothing where it does not."""
    found = tuple(first_of(plain, heads) for heads in _PARTS)
    return tuple(at for at in found if at is not None) if None not in found else ()


def _of_articles(plain: Sequence[str], places: Mapping[str, int]) -> bool:
    weak = plain[places["what"]] in _WEAK and "when" in places and plain[places["when"]] not in _OF_EVENTS
    return weak and ("title" in places or "url" in places)


def _sheet(plain: Sequence[str]) -> Plan | None:
    """The sheet of TimelineJS, whose days stand in three columns."""
    if not {"year", "headline"} <= set(plain):
        return None
    heads = {"title": "headline", "what": "text", "url": "media"}
    places = {name: plain.index(head) for name, head in heads.items() if head in plain}
    named = [heads[0] for heads in _PARTS]
    parts = tuple(plain.index(head) if head in plain else -1 for head in named)
    ends = tuple(plain.index(f"end_{head}") if f"end_{head}" in plain else -1 for head in named)
    return Plan(places, (*parts, *ends))


def in_order(found: Plan, rows: Iterable[Sequence[str]]) -> Plan:
    """The plan, knowing whether the days of these rows begin with the day or with the month."""
    if "when" not in found.places:
        return found
    at = found.places["when"]
    first = metadata.day_first([row[at] for row in rows if at < len(row)])
    return replace(found, day_first=first)


def happening(found: Plan, row: Sequence[str]) -> Happening | None:
    """What a row tells; None where it says nothing."""
    cells = {name: _cell(row, at) for name, at in found.places.items()}
    if not cells.get("what"):
        cells["what"], cells["title"] = cells.get("title", ""), ""
    if not cells["what"]:
        return None
    moment = _moment(found, row, cells)
    if found.parts and "when" not in cells:
        cells["when"] = "-".join(filter(None, (_cell(row, at) for at in found.parts[:3])))
    cells = {name: cells[name] for name in ("when", "where", "title", "what") if cells.get(name)} | {
        name: cells[name] for name in ("publisher", "url", "id") if cells.get(name)
    }
    text, spans = _line(cells)
    block = Block(BlockRole.ROW, Span(0, len(text)), stamp=Stamp(moment) if moment else None, cells=spans)
    fields = dict.fromkeys(_FIELDS, "") | {name: said for name, said in cells.items() if name in _FIELDS}
    said = cells.get("when", "")
    return Happening(text, fields, (block,), bool(moment) or (not said.isdecimal() and any(map(str.isdecimal, said))))


def _line(cells: Mapping[str, str]) -> tuple[str, tuple[Cell, ...]]:
    """The telling cells on one line, and where each stands in it."""
    spans: list[Cell] = []
    at = 0
    for name, said in cells.items():
        if name in _TELLING:
            spans.append(Cell(Span(at, at + len(said)), holds=name))
            at += len(said) + 1
    return "\t".join(said for name, said in cells.items() if name in _TELLING), tuple(spans)


def _cell(row: Sequence[str], at: int) -> str:
    """One line, without the marks of a page, and without the apostrophe by which a formula is kept from being run."""
    said = row[at] if 0 <= at < len(row) else ""
    said = " ".join(unescape(_TAG.sub(" ", said)).split())
    return said[1:] if said[:1] == "'" and said[1:2] in "=+-@'" and len(said) > 1 else said


def _moment(found: Plan, row: Sequence[str], cells: Mapping[str, str]) -> str:
    """The day of a row, as EDTF; empty where the file does not say it in a way that can be read without its words."""
    if found.parts and "when" not in cells:
        first, last = (_joined([_cell(row, at) for at in found.parts[start : start + 3]]) for start in (0, 3))
        return f"{first}/{last}" if first and last and first != last else first
    since, arrow, until = _ARROW.sub("→", cells["when"]).partition("→")
    first = _read(since, found.day_first)
    last = _read(cells.get("until", "") or until, found.day_first)
    if arrow and not last:
        return ""
    if found.precision is not None and re.fullmatch(r"\d{4}-\d{2}-\d{2}", first):
        coarse = _cell(row, found.precision)
        return first[:7] if coarse == _MONTH else f"{first}~" if coarse == _WEEK else first
    return f"{first}/{last}" if first and last and "/" not in first and first < last else first


def _read(said: str, day_first: bool | None) -> str:
    if not said:
        return ""
    if about := _ABOUT.match(said):
        exact = _read(said[about.end() :], day_first)
        return f"{exact}~" if exact and exact[-1].isdecimal() and "/" not in exact else ""
    try:
        when = metadata.published(metadata.in_order(said, day_first))
    except Refused:
        return ""
    return when.edtf


def _joined(parts: Sequence[str]) -> str:
    """`2023`, `2023-02`, `2023-02-10` of the columns that are filled; a month may be said in a word."""
    year, month, day = parts
    if not year.isdecimal():
        return ""
    if month and not month.isdecimal():
        return _read(f"{day} {month} {year}".strip(), None)
    year, month, day = (str(int(part)) if part.isdecimal() else "" for part in parts)
    rest = [part.zfill(_WIDEST) for part in (month, day if month else "") if part.isdecimal()]
    return "-".join([year.zfill(4), *rest])


def first_of(plain: Sequence[str], heads: Iterable[str]) -> int | None:
    """The column of the likeliest of these heads; None where none is there."""
    return next((plain.index(head) for head in heads if head in plain), None)


def notice(found: Plan, rows: Sequence[Happening]) -> str:
    """What is to be known of the rows: that they are happenings, how their days are written, how many have none."""
    said = ["its rows are read as happenings, each of its day"]
    undated = sum(not one.dated for one in rows)
    if found.day_first is not None:
        said.append("day before month" if found.day_first else "month before day")
    if undated:
        said.append(f"{undated:,} of {len(rows):,} rows have no day")
    return "; ".join(said)
