"""Corrections of a report's metadata: `FIELD=VALUE` as typed, and the value that is stored."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from timeline_core.errors import TimelineError


class WrongField(TimelineError):
    """A field or its value cannot be understood; the message says what to write."""


def fields(words: Iterable[str]) -> dict[str, str]:
    """Field -> value as it is kept, of `published=16/2/2023 lang=AR`.

    Raises:
        WrongField: a field is not known, or its value is none.
    """
    from timeline_core.decisions.on_reports import FIELDS

    said: dict[str, str] = {}
    for word in words:
        name, _, value = word.partition("=")
        if name not in FIELDS:
            near = get_close_matches(name, FIELDS, 1)
            hint = f"did you mean «{near[0]}»?" if near else f"there are {', '.join(FIELDS)}"
            raise WrongField(f"«{name}» is no field of a report; {hint}")
        said[name] = _value(name, " ".join(value.split()))
    return said


def _value(name: str, value: str) -> str:
    from store.intake import metadata
    from store.intake.result import Refused
    from timeline_core.decisions.on_reports import NONE

    if value in ("", NONE):
        return value
    if name == "published":
        try:
            return metadata.published(value).edtf
        except Refused as error:
            raise WrongField(f"«{value}» is no day; write published=2023-02-16") from error
    if name == "lang":
        if not metadata.lang(value):
            raise WrongField(f"«{value}» is no language code; write lang=ar")
        return metadata.lang(value)
    return metadata.one_line(value)
