"""The language of the screen: its messages, its plural forms, its digits, its names of months and days.

One in a process, chosen at the start (`use`), as the locale of a process is. Messages stand in English in the code,
where `say`, `count` and `later` mark them; `tui/locale/CODE/LC_MESSAGES/waqai.po` holds them in other languages.
Babel, which knows the names of months of every region, is loaded when the first is asked for.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

DOMAIN = "waqai"
FOLDER = Path(__file__).parent / "locale"
LANGUAGES = ("en", "ar")
"""The languages that the screen speaks; the first where none is known."""
_REGIONS = {"ar": "SY"}
"""Whose names of months a language without a region takes: those of the language data."""
_MARKED = re.compile("[A-Za-z\u00c0-\u024f]")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?(?:[.@].*)?")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = 3
_FIRST_STRONG, _POP = "\u2068", "\u2069"


class Speech:
    """One language, and where it matters the region in which it is spoken."""

    def __init__(self, code: str = "en", region: str = "") -> None:
        """`region`: a country of ISO 3166; empty for the language as such."""
        self.code, self.region = code, region
        known = code != LANGUAGES[0]
        self._words = gettext.translation(DOMAIN, FOLDER, [code]) if known else gettext.NullTranslations()

    @property
    def rtl(self) -> bool:
        """True when the screen is read from right to left."""
        return self.code == "ar"

    @property
    def tag(self) -> str:
        """As the settings write it: «ar», «ar-EG»."""
        return f"{self.code}-{self.region}" if self.region else self.code

    def say(self, message: str, **values: object) -> str:
        """The message with these values in it."""
        return self._filled(self._words.gettext(message), values)

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """The message in the form that the number calls for; `{n}` is the number."""
        return self._filled(self._words.ngettext(one, many, number), {"n": number, **values})

    def _filled(self, template: str, values: Mapping[str, object]) -> str:
        return template.format(**{name: self._value(value) for name, value in values.items()}) if values else template

    def _value(self, value: object) -> str:
        """Numbers in the digits of the locale; foreign letters so that they turn nothing around them."""
        if isinstance(value, int):
            return self.number(value)
        text = str(value)
        return f"{_FIRST_STRONG}{text}{_POP}" if self.rtl and _MARKED.search(text) else text

    def number(self, value: int) -> str:
        """A count, with its thousands marked."""
        grouped = f"{value:,}"
        return grouped.translate(self._signs) if self._signs else grouped

    def plain(self, value: int) -> str:
        """A number that counts nothing: a day, a year, a digit to press."""
        return str(value).translate(self._signs) if self._signs else str(value)

    def figures(self, words: str) -> str:
        """Words with the digits of the locale; nothing else in them is touched."""
        return words.translate({sign: to for sign, to in self._signs.items() if chr(sign).isdecimal()})

    @cached_property
    def _signs(self) -> dict[int, str]:
        """Translation of European digits and of the comma between thousands; empty where there is nothing to do."""
        if not self.region or self._locale.default_numbering_system != "arab":
            return {}
        return str.maketrans({**dict(zip("0123456789", "٠١٢٣٤٥٦٧٨٩", strict=True)), ",": "٬"})

    @cached_property
    def _locale(self):  # type: ignore[no-untyped-def]  # noqa: ANN202 - babel has no types and is loaded late
        from babel.core import Locale, UnknownLocaleError

        region = self.region or _REGIONS.get(self.code, "")
        try:
            return Locale(self.code, region or None)
        except UnknownLocaleError:
            return Locale(self.code)

    @cached_property
    def months(self) -> tuple[str, ...]:
        """Names of the months, January first."""
        if self.code == LANGUAGES[0]:
            return _MONTHS
        names = self._locale.months["format"]["wide"]
        return tuple(names[number] for number in range(1, 13))

    @cached_property
    def days(self) -> tuple[str, ...]:
        """Names of the days, Monday first."""
        if self.code == LANGUAGES[0]:
            return _DAYS
        names = self._locale.days["format"]["wide"]
        return tuple(names[number] for number in range(7))

    def short(self, name: str) -> str:
        """A month or day for a narrow place; Arabic has no short names."""
        return name[:_SHORT] if self.code == LANGUAGES[0] else name


class _Process:
    """The language of this process."""

    speech = Speech()


def spoken() -> Speech:
    """The language of the screen."""
    return _Process.speech


def use(wanted: str, environ: Mapping[str, str] | None = None) -> Speech:
    """Set the language of the screen.

    Args:
        wanted: `en`, `ar`, either with a region (`ar-EG`), or `auto`.
        environ: what `auto` goes by: the first of LC_ALL, LC_MESSAGES and LANG that is set.
    """
    _Process.speech = of(wanted, environ)
    return _Process.speech


def of(wanted: str, environ: Mapping[str, str] | None = None) -> Speech:
    """The language that `use` would set."""
    return _spoken(_of_locale(environ or {}) if wanted == "auto" else wanted)


def known(wanted: str) -> bool:
    """True for `auto` and for a language of the screen, with a region or without."""
    found = _TAG.fullmatch(wanted)
    return wanted == "auto" or (found is not None and found[1].lower() in LANGUAGES)


def _of_locale(environ: Mapping[str, str]) -> str:
    return next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")


def _spoken(wanted: str) -> Speech:
    found = _TAG.fullmatch(wanted)
    if found is None or found[1].lower() not in LANGUAGES:
        return Speech()
    return Speech(found[1].lower(), (found[2] or "").upper())


def say(message: str, **values: object) -> str:
    """`Speech.say` of the screen's language."""
    return spoken().say(message, **values)


def count(one: str, many: str, number: int, **values: object) -> str:
    """`Speech.count` of the screen's language."""
    return spoken().count(one, many, number, **values)


def number(value: int) -> str:
    """`Speech.number` of the screen's language."""
    return spoken().number(value)


def later(message: str) -> str:
    """Marks a message that is said later: `say(message)` where it is shown."""
    return message
