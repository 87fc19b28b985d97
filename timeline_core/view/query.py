"""The filter line: what a person types, and the `Filter` that it means.

Source:
    README.md, «The filter line»: words and "phrases" («…» and “…” too), `actor:`, `agent:`, `patient:`, `by:`,
    `place:`, `near:`, `source:`, `kind:`, `since:`, `until:`, `on:`, `dated:`, `doubt:`, `tag:`, `status:`; `-`
    excludes, `,` is or.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from timeline_core.errors import EdtfError, QueryError
from timeline_core.model import edtf
from timeline_core.model.event import Kind, Status
from timeline_core.model.when import on
from timeline_core.view.doubt import Doubt
from timeline_core.view.filter import DATES, FIELDS, NEAR, TEXT, Dated, Filter, Term

if TYPE_CHECKING:
    from timeline_core.temporal.grammar.language import Language
    from timeline_core.view.nearby import Find

_QUOTES = (('"', '"'), ("«", "»"), ("“", "”"))
_PHRASE = "|".join(f"{first}[^{last}]*{last}?" for first, last in _QUOTES)
_TOKEN = re.compile(rf'(?P<minus>-?)(?:(?P<field>[A-Za-z]+):(?!//))?(?P<value>(?:{_PHRASE}|[^\s"«“])+)')
_VALUE = re.compile(rf'(?P<phrase>{_PHRASE})|[^,"«“]+')
_SPECIAL = re.compile(r'[\s,:"«“]|^-')
_BARE_FIELD = re.compile(rf"(?:{'|'.join(FIELDS)}):", re.IGNORECASE)
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""What a keyboard or a copy puts in a line to turn its direction; it says nothing."""
_YEAR = 4
"""Figures of a year."""
_CHOICES = {
    "kind": tuple(kind.value for kind in Kind),
    "status": tuple(status.value for status in Status),
    "dated": tuple(dated.value for dated in Dated),
    "doubt": tuple(doubt.value for doubt in Doubt),
}


def parse(
    line: str, today: date | None = None, languages: Iterable[Language] = (), nearby: Find | None = None
) -> Filter:
    """Read a filter line.

    Args:
        today: what «yesterday» counts from; without it only dates that stand on their own are read.
        languages: whose date words are understood beside what dateparser knows.
        nearby: knows where places lie; without it nothing is near anything.

    Raises:
        QueryError: an unknown field, kind or status, an empty value, or a date that cannot be read; the message names
            the word and, where there is one, the nearest known.
    """
    plain = _DIRECTION.sub("", line)
    return Filter(tuple(_term(found, today, tuple(languages), nearby) for found in _TOKEN.finditer(plain)))


def format(filter: Filter) -> str:
    """The line that means the filter; `parse(format(filter)) == filter` for every filter that `parse` gave."""
    return " ".join(map(_written, filter.terms))


def _written(term: Term) -> str:
    values = ",".join(_quoted(value) if _SPECIAL.search(value) else value for value in term.values)
    return ("-" if term.exclude else "") + ("" if term.field == TEXT else f"{term.field}:") + values


def _quoted(value: str) -> str:
    """The value in quotation marks: the first pair whose closing mark is not in it."""
    first, last = next((quotes for quotes in _QUOTES if quotes[1] not in value), _QUOTES[0])
    return first + value + last


def _term(found: re.Match[str], today: date | None, languages: tuple[Language, ...], nearby: Find | None) -> Term:
    field = _field(found)
    values = tuple(part for piece in _VALUE.finditer(found["value"]) if (part := _unquoted(piece)))
    if not values:
        raise QueryError("«{said}»: nothing stands behind it", said=found[0])
    if field == TEXT and _BARE_FIELD.fullmatch(found["value"]):
        raise QueryError(
            "«{said}»: nothing stands behind it; put the name right behind the colon, with no blank", said=found[0]
        )
    if field in _CHOICES:
        values = tuple(value.casefold() for value in values)
        for value in values:
            _known(value, _CHOICES[field], "no {field} is called «{said}»", field=field, said=value)
    days = _days(values, found[0], today, languages) if field in DATES else ()
    circles = tuple(map(nearby, values)) if field == NEAR and nearby is not None else ()
    return Term(field, values, bool(found["minus"]), days, circles)


def _unquoted(piece: re.Match[str]) -> str:
    if piece["phrase"] is None:
        return piece[0].strip()
    last = next(quotes[1] for quotes in _QUOTES if quotes[0] == piece[0][0])
    return piece[0][1:].removesuffix(last).strip()


def _field(found: re.Match[str]) -> str:
    if found["field"] is None:
        return TEXT
    field = found["field"].casefold()
    _known(field, FIELDS, "«{said}:» is no field", said=found["field"])
    return field


def _known(word: str, choices: tuple[str, ...], complaint: str, **values: str) -> None:
    if word not in choices:
        near = difflib.get_close_matches(word, choices, 1)
        if near:
            raise QueryError(f"{complaint}; did you mean «{{near}}»?", near=near[0], **values)
        raise QueryError(f"{complaint}; there are {{known}}", known=", ".join(choices), **values)


def _days(
    values: tuple[str, ...], said: str, today: date | None, languages: tuple[Language, ...]
) -> tuple[tuple[date, date], ...]:
    found = tuple(days for value in values if (days := day_range(value, today, languages)) is not None)
    if len(found) == len(values):
        return found
    if number := next((value for value in values if value.isdecimal() and len(value) != _YEAR), ""):
        start = said[: said.index(":") + 1]
        raise QueryError(
            "«{said}»: «{number}» is no year of four figures; a date of several words stands in quotes: "
            '{start}"10 February 2023"',
            said=said,
            number=number,
            start=start,
        )
    raise QueryError("«{said}»: no date can be read there; 2023-02-10, 2023-02 or “10 February 2023” are", said=said)


def day_range(said: str, today: date | None = None, languages: Iterable[Language] = ()) -> tuple[date, date] | None:
    """The days that a typed date covers: EDTF, else as the languages read it, else as dateparser does; None if none.

    A bare number is a year of four figures or nothing: «10» may be a day or a month.
    """
    if said.startswith("-") or (said.isdecimal() and len(said) != _YEAR):
        return None
    try:
        return edtf.bounds(edtf.parse(said))
    except EdtfError:
        return next(filter(None, (_read(said, today, language) for language in languages)), None) or _parsed(
            said, today
        )


def _read(said: str, today: date | None, language: Language) -> tuple[date, date] | None:
    """What the language's own recogniser makes of the words, where it reads all of them as one date."""
    from timeline_core.model.expression import Origin
    from timeline_core.temporal.recognise import recognise
    from timeline_core.temporal.resolve import resolve  # what reads dates is not for a line without any

    mentions = recognise(said, language)
    if len(mentions) != 1 or len(mentions[0].span) < len(said.strip()):
        return None
    [expression] = resolve(said, mentions, on(today) if today else None, Origin.PUBLISHED)
    return expression.when.days if expression.when is not None else None


def _parsed(said: str, today: date | None) -> tuple[date, date] | None:
    import dateparser

    base = datetime.combine(today or date(2000, 1, 1), time())
    parser = dateparser.DateDataParser(
        languages=["ar", "en", "fr", "fa", "tr"],
        settings={"RELATIVE_BASE": base, "PREFER_DAY_OF_MONTH": "first", "PREFER_MONTH_OF_YEAR": "first"},
    )
    data = parser.get_date_data(said)
    if data.date_obj is None:
        return None
    day = data.date_obj.date()
    point = {
        "year": edtf.Point(day.year),
        "month": edtf.Point(day.year, day.month),
    }.get(data.period, edtf.of_day(day))
    return edtf.bounds(point)
