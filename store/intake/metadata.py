"""What a report's source says about it, made into the values that the core knows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, tzinfo

from store.intake import moments
from store.intake.found import Columns
from store.intake.result import Refused
from timeline_core.errors import EdtfError
from timeline_core.model.when import When, on

_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)", re.ASCII)
_STAMPED = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T|Z|$)", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)", re.ASCII)
"""Day and month, or month and day: both are written."""
_MONTH = re.compile(r"(\d{1,2})[/.](\d{4})", re.ASCII)
"""A month by its number: "06/2021"."""
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_MARKS = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Which turn text, and are not seen."""
_MONTHS = 12
_LANG = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?", re.ASCII)
_RIGHT, _LEFT = re.compile("[\u0620-\u064a\u066e-\u06d3]"), re.compile("[A-Za-z\u00c0-\u024f\u0400-\u052f]")
_RIGHT_LANGUAGES = frozenset(["ar", "arz", "ary", "apc", "fa", "ur", "ps", "ckb", "ku", "ug", "sd"])
_COMMANDING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the command line says of all reports; what a report says itself comes first."""

    published: When | None = None
    publisher: str = ""
    lang: str = ""
    columns: Columns = ()
    """Where a table or JSON keeps the fields of a report, as `--map` says."""
    private: bool = False
    """Whether addresses of the own machine and network may be fetched."""
    zone: str = ""
    """Where stamps in UTC were written, as a name or an offset; empty where nobody said."""
    today: date = date.max
    """A report published after it is told of; by default none is."""


def published(text: str, zone: tzinfo | None = None) -> When:
    """A day, month or year: EDTF, a stamp with a time (ISO 8601, seconds since 1970, as of a mail or a post),
    `2023/2/10`, `20230210`, `10 February 2023`, `١٠ شباط ٢٠٢٣`, `10-Feb-23`, `02/2023`; and `25/2/2023` where day and
    month cannot be taken for one another.

    Args:
        zone: where the writer is; a stamp in UTC tells his day only with that, or far from midnight.

    Raises:
        Refused: it is none of these, names a day that does not exist, or may be either of two.
    """
    text = _MARKS.sub("", text).strip().translate(_DIGITS)
    text = in_order(text, day_first([text]))
    if _YEAR_LAST.match(text):
        raise Refused(f"its published date «{shown(text)}» may be two days", "write it as 2023-02-16: year, month, day")
    moment = moments.stamped(text)
    if moment is not None:
        return moments.day(moment, zone)
    text = _with_dashes(text)
    try:
        return When(text)
    except EdtfError as error:
        said = moments.written(text)
        if said is None:
            raise Refused(f"its published date «{shown(text)}» is none", "write it as 2023-02-16") from error
        return on(said)


def _with_dashes(text: str) -> str:
    """A day or month in figures as EDTF writes it; anything else as it is."""
    if compact := _COMPACT.match(text):
        text = "-".join(compact.groups())
    if day := _STAMPED.match(text):
        text = day[1]
    if slashed := _SLASHED.match(text):
        text = f"{slashed[1]}-{int(slashed[2]):02d}-{int(slashed[3]):02d}"
    month = _MONTH.fullmatch(text)
    return text if month is None else f"{month[2]}-{int(month[1]):02d}"


def day_first(texts: Iterable[str]) -> bool | None:
    """Whether dates that end in their year begin with the day, as those show that can be read in one way only.

    None where none shows it, or where they contradict one another.
    """
    found: set[bool] = set()
    for text in texts:
        if said := _YEAR_LAST.match(text.strip().translate(_DIGITS)):
            first, second = int(said[1]), int(said[3])
            if (first > _MONTHS) != (second > _MONTHS):
                found.add(first > _MONTHS)
    return found.pop() if len(found) == 1 else None


def in_order(text: str, day_first: bool | None) -> str:
    """A date that ends in its year with the year first; any other, and one of which the order matters, as it is."""
    said = _YEAR_LAST.match(text.strip().translate(_DIGITS))
    if said is None or (day_first is None and int(said[1]) != int(said[3])):
        return text
    day, month = (said[1], said[3]) if day_first is not False else (said[3], said[1])
    return f"{said[4]}-{int(month):02d}-{int(day):02d}"


def sound(fields: dict[str, str], text: str) -> dict[str, str]:
    """What a page or feed says of itself is a machine's word: a date that is none, and a language that is not that of
    the text's letters, are left out, and the report is read.
    """
    kept = dict(fields)
    try:
        published(kept.get("published") or "2000")
    except Refused:
        del kept["published"]
    right, left = len(_RIGHT.findall(text)), len(_LEFT.findall(text))
    code = lang(kept.get("lang", ""))
    if (right > left and code not in _RIGHT_LANGUAGES) or (left > right and code in _RIGHT_LANGUAGES):
        kept.pop("lang", None)
    return kept


def lang(text: str) -> str:
    """The primary subtag of a BCP 47 tag in lower case; empty where it is none."""
    found = _LANG.fullmatch(text.strip())
    return found[1].lower() if found else ""


def shown(text: str) -> str:
    """The text, cut to fit into the line of an error."""
    return text if len(text) <= 40 else text[:39] + "…"


def one_line(text: str) -> str:
    """The text on one line, without characters that command a terminal or turn text round."""
    return " ".join(_COMMANDING.sub(" ", text).split())


def commands(text: str) -> bool:
    """True where `one_line` takes more out of the text than white space."""
    return _COMMANDING.search(" ".join(text.split())) is not None
