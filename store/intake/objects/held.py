"""What a key of a JSON object, or a column of a row, holds for a field of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from store.intake import known, metadata
from store.intake.result import Refused
from timeline_core.model.when import Precision

_MAYBE = re.compile("[0-9٠-٩]{4}")
_LONGEST = 40
_INNER = ("code", "rendered", "name", "shortname", "title", "text", "value", "screen_name", "username")
"""Where an object in place of a string has the string."""


def at(value: dict[str, object], name: str) -> object:
    """The value of a key; «a.b» is the key b of what a holds, where no key is called so."""
    found: object = value.get(name)
    if found is None and "." in name:
        found = value
        for step in name.split("."):
            found = found.get(step) if isinstance(found, dict) else None
    return found


def said(value: dict[str, object], name: str, asked: Mapping[str, str]) -> tuple[str, str]:
    """The first of the names that says something, and what; a number is taken as it is written."""
    if name not in known.FIELDS:
        found = value.get(name)
        return "", found if isinstance(found, str) else ""
    for source in (asked[name],) if name in asked else known.chosen(value, name):
        found = _plain(at(value, source))
        if found is None and (name in asked or known.is_own(source)):
            raise Refused(f"has a «{source}» that is no string", f"write {name} as a string")
        if found:
            return source, found
    return "", ""


def _plain(value: object) -> str | None:
    """A string or number as a string; of an object what stands in it for one; empty for nothing, None for all else."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        value = value[0]
    if isinstance(value, dict):
        return _parts(value) or inner(value) or None
    if value is None or isinstance(value, str):
        return value or ""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _parts(value: dict[str, object]) -> str:
    """The date in `{"date-parts": [["2023", 2, 10]]}`, as catalogues have it, or in `{"original": …}` of ReliefWeb."""
    given = value.get("date-parts")
    if isinstance(given, list) and given and isinstance(given[0], list):
        numbers = [str(number) for number in given[0][:3]]
        if numbers and all(number.isdigit() for number in numbers):
            return "-".join([numbers[0], *(f"{int(number):02d}" for number in numbers[1:])])
    said = next(
        (value[name] for name in ("original", "$date", "created", "iso") if isinstance(value.get(name), str)), ""
    )
    return said if isinstance(said, str) else ""


def day_in(value: Mapping[str, object], taken: Iterable[str]) -> str:
    """The first name beside those that were taken whose value is a whole day; empty where there is none."""
    used = frozenset(taken)
    return next((name for name, said in value.items() if name not in used and _is_day(said)), "")


def _is_day(value: object) -> bool:
    said = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if not _MAYBE.search(said) or len(said) > _LONGEST:
        return False
    try:
        return metadata.published(said).precision is Precision.DAY
    except Refused:
        return False


def inner(value: object) -> str:
    """A string that stands for itself, or inside an object or a list in its place; empty where there is none."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = next((value[name] for name in _INNER if isinstance(value.get(name), str)), "")
    return value if isinstance(value, str) else ""
