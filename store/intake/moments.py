"""Moments as machines and tables write them: a stamp in any usual form, a day in words; and the day that a stamp gives.

Source: Unicode CLDR (by way of Babel) has the names of months; the country is part of them: `شباط` and `فبراير`.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache

from store.intake.result import Refused
from timeline_core.model.when import When, on

_EPOCH = re.compile(r"(\d{10})(\d{3}|\d{6})?(?:\.\d+)?", re.ASCII)
_EARLIEST, _LATEST = 631_152_000, 4_102_444_800
"""Seconds since 1970 at the beginning of 1990 and of 2100; what lies outside counts something else."""
_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?", re.ASCII
)
_RUN = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})", re.ASCII)
"""A moment as web archives write it, in UTC: 20230210093000."""
_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?", re.ASCII)
_WRITTEN = (
    re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s./-]+(?P<month>[^\d\s,،.][^\d,،]{1,30}?)[\s.,،/-]+(?P<year>\d{4})"),
    re.compile(r"(?P<month>[^\d\s,،.][^\d,،]{1,20}?)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s,،]+(?P<year>\d{4})"),
)
_SHORT_YEAR = re.compile(r"(\d{1,2}-[^\W\d_]{3,9})-(\d{2})")
"""As spreadsheets show a day: "14-May-18"."""
_THIS_CENTURY, _LAST_CENTURY = 30, 70
"""Two digits of a year: below the first they are of this century, from the second on of the last; between them of
nobody knows which."""
_WEEKDAY = r"(?:[^\W\d]{2,12}\.?[,،]?\s+)?"
_TIME = r"(?:[\s,،·–-]+(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?[^\d:]{0,20})?"
_LOCALES = ("en", "ar", "ar_SY", "ar_DZ", "ar_MA", "ar_MR", "ckb", "de", "es", "fa", "fr", "he", "it", "tr", "ru", "uk")
_DOUBT = time(21)
"""In UTC; after it, it may be the next day already where the writer is: Damascus, Baghdad and Riyadh are three
hours ahead."""
_FIRST_NEWS = date(1600, 1, 1)
"""No report was published before."""


def zone(name: str) -> tzinfo:
    """The zone of a name («Asia/Damascus») or an offset («+03:00»).

    Raises:
        Refused: it is none.
    """
    if (said := _OFFSET.fullmatch(name.strip())) is not None and int(said[2]) < 15:
        moved = timedelta(hours=int(said[2]), minutes=int(said[3] or 0))
        return timezone(-moved if said[1] == "-" else moved)
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name.strip())
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Refused(f"«{name[:40]}» is no time zone", "write it as Asia/Damascus or +03:00") from error


def stamped(text: str) -> datetime | None:
    """The moment of a stamp with a time in it: seconds or milliseconds since 1970, ISO 8601, the form of mails and of
    posts. It knows its offset where the stamp tells it. None for anything else.
    """
    try:
        return _epoch(text) or _iso(text) or _run(text) or _of_mail(text)
    except (ValueError, OverflowError):
        return None


def _epoch(text: str) -> datetime | None:
    said = _EPOCH.fullmatch(text)
    if said is None or not _EARLIEST <= int(said[1]) < _LATEST:
        return None
    return datetime.fromtimestamp(int(said[1]), UTC)


def _iso(text: str) -> datetime | None:
    said = _ISO.match(text)
    if said is None:
        return None
    offset = {"Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00"}.get(said[4] or "", said[4] or "")
    return datetime.fromisoformat(f"{said[1]}T{said[2]}{said[3] or ':00'}{offset}")


def _run(text: str) -> datetime | None:
    said = _RUN.fullmatch(text)
    return datetime(*map(int, said.groups()), tzinfo=UTC) if said else None  # type: ignore[misc,arg-type]


def _of_mail(text: str) -> datetime | None:
    """«Fri, 10 Feb 2023 09:30:00 +0300»: it names its month."""
    if not any(map(str.isalpha, text)):
        return None
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def day(moment: datetime, zone: tzinfo | None = None) -> When:
    """The day on which that was where the writer is; two days where the stamp is in UTC, near midnight, and nobody said
    where that is.
    """
    if moment.utcoffset() is None:
        return on(moment.date())
    if zone is not None:
        return on(moment.astimezone(zone).date())
    if moment.utcoffset() == timedelta() and moment.time() > _DOUBT:
        return When(f"{moment.date()}/{moment.date() + timedelta(days=1)}")
    return on(moment.date())


def written(text: str) -> date | None:
    """The day that is written with its month in words and with its year, and with nothing else but a time."""
    text = _with_century(text.strip())
    for pattern in _WRITTEN:
        said = re.fullmatch(_WEEKDAY + pattern.pattern + _TIME, text)
        month = _month(said["month"]) if said else None
        if said is not None and month is not None:
            try:
                return date(int(said["year"]), month, int(said["day"]))
            except ValueError:
                return None
    return None


def _with_century(text: str) -> str:
    said = _SHORT_YEAR.fullmatch(text)
    if said is None or _THIS_CENTURY <= int(said[2]) < _LAST_CENTURY:
        return text
    return f"{said[1]}-{'20' if int(said[2]) < _THIS_CENTURY else '19'}{said[2]}"


def _month(name: str) -> int | None:
    """The number of a month by its name; of two names, as `شباط/فبراير`, where both are of the same month."""
    numbers = {_months().get(_plain(one)) for one in re.split(r"[/()]", name) if one.strip()}
    return numbers.pop() if len(numbers) == 1 else None


@cache
def _months() -> dict[str, int]:
    """Name of a month -> its number; a name that is another month in another language is left out."""
    from babel.dates import get_month_names

    found: dict[str, set[int]] = {}
    for locale in _LOCALES:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=locale).items():
                found.setdefault(_plain(name), set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1 and not name.isdigit()}


def _plain(name: str) -> str:
    """A name as it is compared: small letters, one form of alef, no point of an abbreviation."""
    return " ".join(name.lower().translate(_FOLDED).strip(". ").split())


_FOLDED = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ـ": "", **dict.fromkeys(map(chr, range(0x64B, 0x653)), "")})


def doubt(published: When | None, today: date) -> str:
    """Why a published day can hardly be right; empty for an ordinary one."""
    if published is None or published.first is None or published.last is None:
        return ""
    if (published.first - today).days > 1:
        return f"its published day {published.edtf} lies in the future; every date without a year hangs on it"
    if published.last < _FIRST_NEWS:
        return f"its published day {published.edtf} is older than any newspaper; every date without a year hangs on it"
    return ""
