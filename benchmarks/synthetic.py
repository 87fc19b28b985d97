"""A timeline of any size over Arabic and English that looks like news and is nobody's; events are made when asked for.

Actors follow Zipf's law, a fifth of the events announce an earlier one, one date in seven is longer than a day. Every
word list is this file's own; event `n` of a seed is the same in every run.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import overload

from timeline_core.model.event import Event, Evidence, Kind, Role, Telling
from timeline_core.model.lazy import Stored
from timeline_core.model.report import GIVEN, Published, Report
from timeline_core.model.span import Span
from timeline_core.model.when import Precision, When, between, on
from timeline_core.names.gazetteer import ACTOR, PLACE, Entry, Gazetteer
from timeline_core.timeline import Timeline

FIRST = date(1995, 1, 1)
DAYS = 11_000
_ROOTS = [
    "كتب",
    "درس",
    "عمل",
    "نظر",
    "حضر",
    "سكن",
    "طرق",
    "فتح",
    "قطع",
    "جمع",
    "نشر",
    "بحث",
    "رسم",
    "صنع",
    "زرع",
    "حفر",
    "نقل",
    "شحن",
    "خزن",
    "وزن",
    "ربط",
    "فحص",
    "سبق",
    "لحق",
    "عبر",
    "صدر",
    "ورد",
]
_SHAPES = (
    "{0}ا{1}{2}",
    "م{0}{1}و{2}",
    "{0}{1}ي{2}",
    "ت{0}{1}ي{2}",
    "م{0}ا{1}{2}ة",
    "{0}{1}{2}ات",
    "ا{0}ت{1}ا{2}",
    "{0}ِ{1}{2}ة",
)
_AHEAD = ("", "", "", "ال", "ال", "وال", "بال", "لل", "و")
_BEHIND = ("", "", "", "", "ها", "هم", "ية", "ين", "ه")
_SMALL = ["في", "من", "إلى", "على", "عن", "مع", "بعد", "قبل", "خلال", "منذ", "أن", "قد"]
_ENGLISH = [
    "convoy",
    "bridge",
    "market",
    "harbour",
    "talks",
    "border",
    "village",
    "council",
    "grain",
    "power",
    "water",
    "school",
    "road",
    "clinic",
    "truce",
]
_PARTS = ("شمال", "جنوب", "شرق", "غرب", "مدينة", "بلدة", "قرية", "ريف")


def _words() -> tuple[str, ...]:
    stems = [shape.format(*root) for root in _ROOTS for shape in _SHAPES]
    return tuple(before + stem + behind for stem in stems for before in _AHEAD for behind in _BEHIND)


WORDS = _words()


def names(count: int) -> Gazetteer:
    """Some thousands of actors and places with a name in each script."""
    chance = Random("names")
    actors = [
        Entry(
            f"actor-{n}", ACTOR, "organisation", {"ar": (_name(chance, n),), "en": (f"{chance.choice(_ENGLISH)} {n}",)}
        )
        for n in range(count)
    ]
    places = [
        Entry(
            f"place-{n}", PLACE, "city", {"ar": (f"{chance.choice(_PARTS)} {_name(chance, n)}",), "en": (f"Town {n}",)}
        )
        for n in range(count // 3 + 1)
    ]
    return Gazetteer((*actors, *places))


def _name(chance: Random, n: int) -> str:
    return f"{chance.choice(_ROOTS)}ان ال{chance.choice(WORDS)} {n}"


class Synthetic(Sequence[Event]):
    """Events in order of days, each made when it is asked for."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.actors = int(30 * count**0.5 / 10) + 10
        self._weights = list(accumulate(1 / (rank + 1) for rank in range(self.actors)))

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Event: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Event]: ...
    def __getitem__(self, at: int | slice) -> Event | Sequence[Event]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(self._count))]
        number = at + self._count if at < 0 else at
        if not 0 <= number < self._count:
            raise IndexError(at)
        return self._event(number)

    def _event(self, number: int) -> Event:
        chance = Random(number)
        when = self._when(number, chance)
        title = self._sentence(chance, 9)
        actors = tuple(dict.fromkeys(self._actor(chance) for _ in range(1 + int(chance.expovariate(0.7)))))
        places = tuple({f"place-{self._rank(chance) // 3}" for _ in range(chance.choice((0, 1, 1, 2)))})
        span = Span(0, len(title) + 60)
        said = Evidence(self.report(number), Role.STORY, span, f"{title} {self._sentence(chance, 7)}", "", "", None)
        announces = chance.random() < 0.2 and number > 10
        earlier = (self.id(number - 1 - int(chance.expovariate(1 / 12)) % min(number, 60)),) if announces else ()
        kind = Kind.ANNOUNCEMENT if announces else Kind.OCCURRENCE
        lang = "ar" if title > "؀" else "en"
        telling = Telling(when, kind, title, lang, (said,), actors, places)
        return Event(
            self.id(number), when, kind, title, lang, (said,), actors, places, announces=earlier, tellings=(telling,)
        )

    def id(self, number: int) -> str:
        """Of the event of that number."""
        return f"{self._day(number).isoformat()}--{number:08x}"

    def report(self, number: int) -> str:
        """The report that tells of it: three events a report."""
        return f"r{number // 3}"

    def _day(self, number: int) -> date:
        """Later days have more events, as in any archive."""
        return FIRST + timedelta(int(DAYS * (number / self._count) ** 0.6))

    def _when(self, number: int, chance: Random) -> When:
        day, kind = self._day(number), chance.random()
        if kind < 0.86:
            return on(day)
        if kind < 0.93 and day.day == 1:
            return When(f"{day:%Y-%m}")
        precision = Precision.WEEK if kind < 0.95 else Precision.UNRESOLVED
        return between(day, day + timedelta(6 if kind < 0.95 else int(chance.expovariate(1 / 40))), precision)

    def _sentence(self, chance: Random, length: int) -> str:
        if chance.random() < 0.1:
            return " ".join(chance.choice(_ENGLISH) for _ in range(length))
        return " ".join(
            chance.choice(_SMALL) if chance.random() < 0.25 else WORDS[int(len(WORDS) * chance.random() ** 2)]
            for _ in range(length)
        )

    def _rank(self, chance: Random) -> int:
        return bisect_left(self._weights, chance.random() * self._weights[-1])

    def _actor(self, chance: Random) -> str:
        return f"actor-{self._rank(chance)}"


def timeline(count: int) -> Timeline:
    """So many events, of a third as many reports; each is made when it is asked for, as out of a cache."""
    events = Synthetic(count)
    reports = Stored(count // 3 + 1, _report, lambda named: int(named[1:]))
    given = Published(on(FIRST), GIVEN)
    published = dict.fromkeys((f"r{number}" for number in range(len(reports))), given)
    return Timeline(reports, published, events, (), names(events.actors))


def _report(number: int) -> Report:
    title = f"{WORDS[number % len(WORDS)]} {number}"
    return Report(f"r{number}", "", f"{number:064x}", title, f"وكالة {number % 40}", on(FIRST), "ar")
