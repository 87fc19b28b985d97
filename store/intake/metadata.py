"""What a report's source says about it, made into the values that the core knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from store.intake.result import Refused
from timeline_core.errors import EdtfError
from timeline_core.when import When, on

_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)", re.ASCII)
_STAMPED = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d", re.ASCII)
_LANG = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the command line says of all reports; what a report says itself comes first."""

    published: When | None = None
    publisher: str = ""
    lang: str = ""


def published(text: str) -> When:
    """A day, month or year: EDTF, an ISO time stamp, `2023/2/10`, or a mail's `Fri, 10 Feb 2023 …`.

    Raises:
        Refused: it is none of these, or names a day that does not exist.
    """
    text = text.strip()
    if stamped := _STAMPED.match(text):
        text = stamped[1]
    if slashed := _SLASHED.match(text):
        text = f"{slashed[1]}-{int(slashed[2]):02d}-{int(slashed[3]):02d}"
    try:
        return When(text)
    except EdtfError as error:
        day = _of_mail(text)
        if day is None:
            raise Refused(f"its published date «{shown(text)}» is none", "write it as 2023-02-16") from error
        return on(day)


def _of_mail(text: str) -> date | None:
    from email.utils import parsedate_to_datetime

    try:
        moment: datetime = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return moment.date()


def lang(text: str) -> str:
    """The primary subtag of a BCP 47 tag in lower case; empty where it is none."""
    found = _LANG.fullmatch(text.strip())
    return found[1].lower() if found else ""


def shown(text: str) -> str:
    """Short enough for a line of error."""
    return text if len(text) <= 40 else text[:39] + "…"


def one_line(text: str) -> str:
    """Without line ends and double spaces, as titles and names are kept."""
    return " ".join(text.split())
