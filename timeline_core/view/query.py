"""The filter line: what a person types, and the `Filter` that it means.

Source:
    README.md, «The filter line»: words and "phrases" («…» and “…” too), `actor:`, `agent:`, `patient:`, `by:`,
    `place:`, `near:`, `source:`, `kind:`, `since:`, `until:`, `on:`, `published:`, `dated:`, `doubt:`, `tag:`,
    `status:`, `has:`, `starred:`, `noted:`, `sure:`, `report:`, `killed>5`, `origins>1`; `-` excludes, `,` is or.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from timeline_core.errors import EdtfError, QueryError
from timeline_core.model import edtf
from timeline_core.model.when import on
from timeline_core.text.fold import SIGNS, fold
from timeline_core.view.facts import Answer, Range
from timeline_core.view.filter import (
    CHOICES,
    DATES,
    FIELDS,
    NEAR,
    OF_WORDS,
    PUBLISHED,
    TEXT,
    YES_OR_NO,
    Filter,
    Term,
)
from timeline_core.view.sought import QUOTES, SPECIAL, literal, quoted, read
from timeline_core.view.wording import PLAIN, Wording

if TYPE_CHECKING:
    from timeline_core.temporal.grammar.language import Language
    from timeline_core.view.nearby import Find

_PHRASE = "|".join(f"{first}[^{last}]*{last}?" for first, last in QUOTES)
_NAME = rf"[^\W\d_](?:[^\W\d_]|[{SIGNS}])*"
_WRITTEN = r"/(?:\\.|[^/\\])+/"
"""A pattern, between strokes."""
_TOKEN = re.compile(
    rf"(?P<minus>-?)(?:(?P<field>{_NAME})(?P<sign>:(?!//)|[<>]=?(?=\d)))?"
    rf'(?P<value>{_WRITTEN}(?!\S)|(?:{_PHRASE}|[^\s"«“])+)'
)
_VALUE = re.compile(rf'(?P<pattern>^{_WRITTEN}$)|(?P<phrase>{_PHRASE})|[^,،"«“]+')
_BARE_FIELD = re.compile(rf"(?P<field>{_NAME}):")
_NUMBER = re.compile(r"(?P<least>\d{1,18})(?P<to>\.\.)?(?P<most>\d{0,18})")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""What a keyboard or a copy puts in a line to turn its direction; it says nothing."""
_NOUNS = ("kind", "status")
"""Fields that are called by what their values are."""
_YEAR = 4
"""Figures of a year."""


class Reading(NamedTuple):
    """What a line is read with."""

    today: date | None = None
    languages: tuple[Language, ...] = ()
    nearby: Find | None = None
    wording: Wording = PLAIN


def parse(
    line: str,
    today: date | None = None,
    languages: Iterable[Language] = (),
    nearby: Find | None = None,
    wording: Wording = PLAIN,
) -> Filter:
    """Read a filter line.

    Args:
        today: what «yesterday» counts from; without it only dates that stand on their own are read.
        languages: whose date words are understood beside what dateparser knows.
        nearby: knows where places lie; without it nothing is near anything.
        wording: names of fields in other languages, and what may be compared with a number.

    Raises:
        QueryError: an unknown field, kind or status, an empty value, or a date that cannot be read; the message names
            the word and, where there is one, the nearest known.
    """
    reading = Reading(today, tuple(languages), nearby, wording)
    return Filter(tuple(_term(found, reading) for found in _TOKEN.finditer(_DIRECTION.sub("", line))))


def pieces(line: str) -> list[str]:
    """The pieces of a line, each of which is a condition of its own."""
    return [found[0] for found in _TOKEN.finditer(_DIRECTION.sub("", line))]


def read_words(line: str) -> tuple[Term, ...]:
    """The conditions of a line that has words alone: a colon in it is one.

    Raises:
        QueryError: a pattern that cannot be read.
    """
    plain = _DIRECTION.sub("", line)
    found = ((_unquoted(token), token["phrase"] is not None) for token in _OF_WORDS.finditer(plain))
    return tuple(_worded(TEXT, [(value, exact)], exclude=False) for value, exact in found if value)


_OF_WORDS = re.compile(rf'{_WRITTEN}(?!\S)|(?P<phrase>{_PHRASE})|[^\s"«“]+')


def format(filter: Filter) -> str:
    """The line that means the filter; `parse(format(filter)) == filter` for every filter that `parse` gave."""
    return " ".join(map(_written, filter.terms))


def _written(term: Term) -> str:
    if term.ranges:
        sign = term.values[0].rstrip("0123456789.")
        values = (sign or ":") + ",".join(value.removeprefix(sign) for value in term.values)
    elif term.field in OF_WORDS:
        values = ("" if term.field == TEXT else ":") + term.words
    else:
        values = ":" + ",".join(quoted(value) if SPECIAL.search(value) else value for value in term.values)
    return ("-" if term.exclude else "") + ("" if term.field == TEXT else term.field) + values


def _term(found: re.Match[str], reading: Reading) -> Term:
    field, exclude = _field(found, reading.wording), bool(found["minus"])
    pieces = _values(found["value"])
    values = tuple(value for value, _ in pieces)
    if not values:
        raise QueryError("«{said}»: nothing stands behind it", said=found[0])
    bare = _BARE_FIELD.fullmatch(found["value"]) if field == TEXT else None
    if bare and (named := reading.wording.field_of(bare["field"])) in (*FIELDS, *reading.wording.countable):
        if named in YES_OR_NO:
            return Term(named, (Answer.YES.value,), exclude)
        raise QueryError(
            "«{said}»: nothing stands behind it; put the name right behind the colon, with no blank", said=found[0]
        )
    if field in OF_WORDS:
        return _worded(field, pieces, exclude=exclude)
    if field in reading.wording.countable:
        signed = found["sign"].removeprefix(":")
        ranges = tuple(_range(signed, value, found[0]) for value in values)
        return Term(field, tuple(f"{signed}{fold(value)}" for value in values), exclude, ranges=ranges)
    if field in CHOICES:
        values = tuple(reading.wording.value_of(field, value) for value in values)
        about = "no {field} is called «{said}»" if field in _NOUNS else "«{said}» is no value of {field}:"
        for value in values:
            _known(value, CHOICES[field], about, field=field, said=value)
    days = _days(values, found[0], reading.today, reading.languages) if field in (*DATES, PUBLISHED) else ()
    circles = tuple(map(reading.nearby, values)) if field == NEAR and reading.nearby is not None else ()
    return Term(field, values, exclude, days, circles)


def _worded(field: str, pieces: Iterable[tuple[str, bool]], *, exclude: bool) -> Term:
    some = [(value, literal(value) if exact else read(value)) for value, exact in pieces]
    return Term(field, tuple(value for value, _ in some), exclude, sought=tuple(sought for _, sought in some))


def _values(said: str) -> list[tuple[str, bool]]:
    """The values between commas, and whether each stands in quotes."""
    found = ((_unquoted(piece), piece["phrase"] is not None) for piece in _VALUE.finditer(said))
    return [(value, exact) for value, exact in found if value]


def _unquoted(piece: re.Match[str]) -> str:
    if piece["phrase"] is None:
        return piece[0].strip()
    last = next(quotes[1] for quotes in QUOTES if quotes[0] == piece[0][0])
    return piece[0][1:].removesuffix(last).strip()


def _field(found: re.Match[str], wording: Wording) -> str:
    if found["field"] is None:
        return TEXT
    field = wording.field_of(found["field"])
    if found["sign"] != ":":
        about = "«{said}» is nothing that can be compared with a number"
        _known(field, wording.countable, about, said=found["field"])
    elif field not in (*FIELDS, *wording.countable):
        near = difflib.get_close_matches(field, wording.names(), 1)
        _known(field, FIELDS, "«{said}:» is no field", near, said=found["field"])
    return field


def _known(word: str, choices: tuple[str, ...], complaint: str, near: Sequence[str] = (), **values: str) -> None:
    if word not in choices:
        near = near or difflib.get_close_matches(word, choices, 1)
        if near:
            raise QueryError(f"{complaint}; did you mean «{{near}}»?", near=near[0], **values)
        raise QueryError(f"{complaint}; there are {{known}}", known=", ".join(choices), **values)


def _range(sign: str, value: str, said: str) -> Range:
    """The numbers that `>5`, `<=3`, `4`, `4..7` and `4..` cover."""
    found = _NUMBER.fullmatch(fold(value))
    if found is None or (found["most"] and not found["to"]) or (sign and found["to"]):
        raise QueryError("«{said}»: a number stands there, as in killed>5, killed:5 or killed:5..9", said=said)
    least = int(found["least"])
    match sign:
        case ">" | ">=":
            return Range(least + (sign == ">"), None)
        case "<" | "<=":
            return Range(0, least - (sign == "<"))
    return Range(least, least if not found["to"] else int(found["most"]) if found["most"] else None)


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
