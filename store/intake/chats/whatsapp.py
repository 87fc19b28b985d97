"""A chat in plain text, a stamp before each message: WhatsApp of every country and system, and Telegram as it copies.

Which of two numbers is the day is settled by the whole file: a number above twelve shows it, and so does the order of
the messages, which only ever goes on. Where neither does, the messages have no day, and that is told.

Source: the stamps follow the settings of the telephone (Unicode CLDR): `[10/02/2023, 21:14:22]`, `2/10/23, 9:14 PM - `,
`10.02.23, 21:14 - `, and in Arabic with marks of direction between its numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from store.intake import moments
from store.intake.chats.message import Message, Passed

_MARKS = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACES = str.maketrans({"\u202f": " ", "\xa0": " ", "\u2009": " "})
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_DAY = r"(?P<a>\d{1,4})[./-](?P<b>\d{1,2})[./-](?P<c>\d{1,4})\.?"
_CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?(?P<half>[^\]\d\n]{0,12}?)"
_WHEN = rf"{_DAY}[,،]?\s+(?:[^\W\d]{{1,4}}\s+)?{_CLOCK}"
_LINES = (
    re.compile(rf"\s*\[{_WHEN}\]\s*(?P<rest>.*)", re.DOTALL),
    re.compile(rf"\s*{_WHEN}\s+[-–—]\s+(?P<rest>.*)", re.DOTALL),
)
_WORDED = re.compile(
    rf"(?P<author>[^\[\]\n]{{1,80}}?)[,،]?\s+\[(?P<day>[^\[\]\n]{{6,40}}?)[,،]?(?:\s+[^\W\d]{{1,6}})?\s+{_CLOCK}\]:?\s*"
)
"""As copied, its month in words: "Huda, [5. Sep 2022 at 08:00:11]:"."""
_COPIED = re.compile(rf"(?P<author>[^\[\]\n]{{1,80}}?)[,،]?\s+\[{_WHEN}\]:?\s*", re.ASCII)
_SAID = re.compile(r"(?P<author>[^:\n]{1,80}?):(?:\s|$)(?P<text>.*)", re.DOTALL)
_DIGIT = re.compile(r"\d")
_STAMP_WITHIN = 100
_HEAD = 200
"""Letters of a line in which its stamp and author stand."""
_MEDIA = re.compile(r"<[^<>\n]{3,80}>|\S{1,80}\.(?:jpg|jpeg|png|webp|mp4|opus|ogg|m4a|pdf|vcf|docx?) \([^()\n]{3,40}\)")
_EDITED = re.compile(r"\s*<[^<>\n]{5,60}>$")
_ARABIC = re.compile("[٠-٩]")
_CLOCKED = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d", re.ASCII)
_AFTERNOON = frozenset(["pm", "م", "مساء", "بظ", "nachm", "μμ"])
_NOON = 12
_SERVICE, _PICTURES = "of the service", "without words"
_FEWEST = 2
"""Stamps that make a chat of a text."""
_CLEARLY = 3
"""Times that the messages must go back more often in another order, to rule that out."""
_SOON = 40
"""Lines within which the first stamp stands."""


@dataclass(frozen=True, slots=True)
class _Stamp:
    numbers: tuple[str, str, str]
    """As they stand there, of the day."""
    time: str
    """`21:14:22`."""
    arabic: bool = False
    """In the digits of the Arabic East, where the day stands before the month everywhere."""
    dotted: bool = False
    """With points between its numbers, where no country puts the month before the day."""


@dataclass(slots=True)
class _Written:
    stamp: _Stamp
    author: str
    lines: list[str]
    generated: bool = False
    """By the program: nobody said it."""


def is_chat(text: str) -> bool:
    """Whether a text begins like one; a single message is one where somebody says it in the first line.

    Where nobody says anything, the stamps are those of a log: "[08.05.2013 12:10] Gate closed".
    """
    first = _begins(next((line for line in text.split("\n", _SOON) if line.strip()), ""))
    if first is not None and first.author and first.lines:
        return True
    found, said = 0, False
    for number, line in enumerate(text.split("\n", 400)[:400]):
        if number > _SOON and not found:
            return False
        begun = _begins(line)
        found += begun is not None
        said = said or (begun is not None and bool(begun.author))
        if found >= _FEWEST and said:
            return True
    return False


@dataclass(frozen=True, slots=True)
class Chat:
    """What stands in a text, and in which order its days are written."""

    written: Iterable[_Written]
    order: str | None
    """None where nothing shows whether the day or the month stands first."""
    first: _Written | None = None
    """The first of them, where they are gone through only once."""

    @property
    def unsettled(self) -> str:
        """The first day of which nobody can tell which number is the month; empty where the file settles it."""
        first = self.first or next(iter(self.written), None)
        return "" if self.order or first is None else "/".join(first.stamp.numbers)


def read(text: str) -> Chat:
    """The chat of a text that `is_chat`."""
    written = tuple(_written(text.replace("\r\n", "\n").split("\n")))
    order = _Order()
    for one in written:
        order.take(one.stamp)
    return Chat(written, order.settled)


def read_twice(lines: Callable[[], Iterable[str]]) -> Chat:
    """As `read`, of a chat that need not be in memory: its lines are gone through once for the order of its days.

    Args:
        lines: gives them from the beginning, each time it is called.
    """
    order, first = _Order(), None
    for one in _written(lines()):
        first = first or one
        order.take(one.stamp)
    return Chat(_written(lines()), order.settled, first)


def messages(chat: Chat, thread: str) -> Iterator[Message | Passed]:
    """Every message in its order.

    Args:
        thread: what the chat is called.
    """
    order = chat.order
    for one in chat.written:
        words = _EDITED.sub("", "\n".join(one.lines).strip("\n"))
        if one.generated:
            yield Passed(_SERVICE)
        elif not words.strip() or _MEDIA.fullmatch(words.strip()):
            yield Passed(_PICTURES)
        else:
            yield Message(words, _moment(one.stamp, order), one.author, thread)


def _written(lines: Iterable[str]) -> Iterator[_Written]:
    """Lines without a stamp go on with the message above them; those before the first are no message."""
    current: _Written | None = None
    for line in lines:
        begun = _begins(line)
        if begun is not None:
            if current is not None:
                yield current
            current = begun
        elif current is not None:
            current.lines.append(_MARKS.sub("", line) if _MARKS.match(line) else line)
    if current is not None:
        yield current


def _begins(line: str) -> _Written | None:
    """The message that a line begins."""
    if not _DIGIT.search(line, 0, _STAMP_WITHIN):
        return None
    head, rest = line[:_HEAD], line[_HEAD:]
    plain = _MARKS.sub("", head.translate(_SPACES))
    counted = plain.translate(_DIGITS)
    found = next((match for pattern in _LINES if (match := pattern.match(counted))), None)
    if found is None:
        return _copied(plain, counted) if not rest else None
    rest = plain[found.start("rest") :] + _MARKS.sub("", rest)
    said = _SAID.match(rest)
    if said is None:
        return _Written(_stamp(found, plain), "", [rest], generated=True)
    generated = line.startswith("\u200e", line.find(": ") + 2) if ": " in head else False
    return _Written(_stamp(found, plain), said["author"].strip("~ "), [said["text"]], generated)


def _copied(plain: str, counted: str) -> _Written | None:
    """A message that was copied out of a program, who wrote it before its stamp."""
    if copied := _COPIED.fullmatch(counted):
        return _Written(_stamp(copied, plain), copied["author"].strip(" ,،"), [])
    worded = _WORDED.fullmatch(counted)
    day = moments.written(worded["day"]) if worded else None
    if worded is None or day is None:
        return None
    numbers = (f"{day.year}", f"{day.month}", f"{day.day}")
    return _Written(_Stamp(numbers, _time(worded)), worded["author"].strip(" ,،"), [])


def _stamp(found: re.Match[str], line: str) -> _Stamp:
    numbers = (found["a"], found["b"], found["c"])
    arabic = _ARABIC.match(line[found.start("a") :]) is not None
    dotted = found.string[found.end("a")] == found.string[found.end("b")] == "."
    return _Stamp(numbers, _time(found), arabic, dotted)


def _time(found: re.Match[str]) -> str:
    """`21:14:22` of the hour of a stamp, and of the half of the day beside it."""
    hour = int(found["hour"])
    half = re.sub(r"[\s.,]", "", found["half"] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half in _AFTERNOON or half.startswith("مساء") else 0)
    return f"{hour:02d}:{found['minute']}:{found['second'] or '00'}"


_ORDERS = {"day": (0, 1, 2), "month": (1, 0, 2), "year": (2, 1, 0)}
"""Where day, month and year stand: `10/2/2023`, `2/10/2023`, `2023/2/10`."""


class _Order:
    """Settles, stamp by stamp, in which order the days are written."""

    def __init__(self) -> None:
        self._fits = dict.fromkeys(_ORDERS, 0)
        """Orders in which every stamp is a day, and how often the messages go back in them."""
        self._differ: set[tuple[str, str]] = set()
        """Pairs of orders in which a stamp is two days."""
        self._surely = False
        """A stamp is of a kind that begins with the day everywhere."""
        self._before: dict[str, date | None] = {}

    def take(self, stamp: _Stamp) -> None:
        """One more message."""
        days = {name: _day(stamp, name) for name in _ORDERS}
        self._surely = self._surely or stamp.arabic or stamp.dotted
        for name, day in days.items():
            before = self._before.get(name)
            if day is None:
                self._fits.pop(name, None)
            elif before is not None and day < before and name in self._fits:
                self._fits[name] += 1
        self._differ |= {(one, other) for one in days for other in days if days[one] != days[other]}
        self._before = days

    @property
    def settled(self) -> str | None:
        """The one order in which no message lies before the one above it; None where there are two, or none."""
        if "day" in self._fits and self._surely:
            return "day"
        fits = [*self._fits]
        if len(fits) > 1:
            fewest = min(self._fits.values())
            fits = [name for name in fits if self._fits[name] <= _CLEARLY * fewest]
        agree = all((one, other) not in self._differ for one in fits for other in fits)
        return fits[0] if len(fits) == 1 or (fits and agree) else None


def _day(stamp: _Stamp, order: str) -> date | None:
    return _date(stamp.numbers, order)


@lru_cache(65_536)
def _date(numbers: tuple[str, str, str], order: str) -> date | None:
    day, month, year = (numbers[place] for place in _ORDERS[order])
    if len(year) not in ((4,) if order == "year" else (2, 4)) or len(day) > 2 or len(month) > 2:
        return None
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None


def _moment(stamp: _Stamp, order: str | None) -> str:
    day = _day(stamp, order) if order else None
    if day is None:
        return ""
    return f"{day.isoformat()}T{stamp.time}" if _CLOCKED.fullmatch(stamp.time) else day.isoformat()
