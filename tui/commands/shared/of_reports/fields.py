"""Corrections of a report's metadata: `FIELD=VALUE` as typed, and the value that is stored."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from timeline_core.errors import TimelineError

_SHOWN = 20
"""Languages that are named where one is not known."""


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
    return language(value) if name == "lang" else metadata.one_line(value)


def language(text: str) -> str:
    """The code of a language in which reports are read, or in which at least dates are found, of `EN-gb` `en`.

    Raises:
        WrongField: it is none, or of a language that nothing here can read.
    """
    from seeds.load import languages
    from store.intake import metadata
    from timeline_core.temporal import fallback

    code, read = metadata.lang(text), tuple(languages())
    if code in read:
        return code
    dated = [one for one in fallback.languages() if one not in read]
    if code in dated:
        return code
    raise WrongField(
        f"«{text}» is no language that is known here; write {' or '.join(read)},"
        f" or for dates alone {', '.join(dated[:_SHOWN])} or one of {len(dated) - _SHOWN} more"
    )
