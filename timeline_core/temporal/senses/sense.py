"""`Sense`: what words mean before any day is known, and `Here`: what a value is worked out from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Self

from timeline_core.model.once import cached_property
from timeline_core.model.when import When

PAST, THIS, NEXT = -1, 0, 1
TURNS = {-2: "past2", PAST: "past", THIS: "this", NEXT: "next", 2: "next2"}
"""Units from the anchor -> concept of the language data: -1 is `past`, as in "last week"."""
SAID = "said"
"""What a slot holds that only says that something is so."""
STEPS = {-1: "before", 0: "same", 1: "after"}
"""Units from the date told last -> concept of the language data: 1 is `after`, as in "the next day"."""


class Side(StrEnum):
    """On which side of the day that it is counted from a date without its year or week lies: «12 نيسان», "Sunday"."""

    BEFORE = "before"
    """The latest such date that has begun by that day."""
    AFTER = "after"
    """The first such date that begins on that day or later."""
    EITHER = "either"
    """One of the two; nothing tells which."""


class Antecedents(NamedTuple):
    """Dates that the text gave before: an anaphor such as «الشهر نفسه» or "the next day" takes one of them up."""

    last: When | None = None
    day: When | None = None
    month: When | None = None
    topic: When | None = None
    """Of all months told the latest in time: reports speak of it, and compare it with earlier ones."""
    year: When | None = None
    period: When | None = None
    """The last month, quarter, half or season."""
    beside: When | None = None
    """The last day told on the same line of the text."""
    hijri: bool = False
    """The text names Hijri months, and no others."""


class Here(NamedTuple):
    """What a value is worked out from: the day of the report, the words around, the dates told before."""

    day: date | None
    """The anchor; None while it is not known."""
    future: bool = False
    """The words around point to the future."""
    antecedents: Antecedents = Antecedents()
    past: bool = False
    """The words around point to the past: a date without its year does not lie ahead."""
    since: When | None = None
    """The told date from which a date without its year is counted here; None where it is the day of the report."""
    side: Side | None = None
    """On which side of that day the date lies; None where the words around and the passage decide."""

    @property
    def origin(self) -> tuple[date, date] | None:
        """The first and the last day that a date without its year is counted from."""
        if self.since is not None:
            return self.since.days
        return None if self.day is None else (self.day, self.day)


@dataclass(frozen=True)
class Sense:
    """What the words of a date mean, in no language: «أمس» and "yesterday" are one sense, `Deictic(-1)`.

    Implements `timeline_core.model.expression.Meaning`. Every class of senses says its `rule`, its `value`, and whether
    that is `relative`. Reports use few different senses, so answers that are asked for often are kept with the sense.
    """

    future: bool = field(default=False, kw_only=True)
    """The words around point to the future; see `Mention.future`."""
    past: bool = field(default=False, kw_only=True)
    """The words around point to the past; where they point nowhere, both are False."""
    aside: bool = field(default=False, kw_only=True)
    """Something is only measured against it («منذ شباط 2010», "compared with"): no story goes on from there."""

    bound: bool = field(default=False, kw_only=True)
    """Something lasts up to it or from it on («حتى الخميس», "until"): whether that is over, the words around must tell.
    """

    def looking(self, here: Here) -> Here:
        """`here`, told that the words point to the past where they do; a date that is only measured against is past."""
        if self.aside and here.since is None and here.side is None and not here.future:
            here = here._replace(side=Side.BEFORE)
        return here._replace(past=True) if self.past else here

    def facing(self, *, future: bool, past: bool, aside: bool, bound: bool) -> Self:
        """The same sense where the words around point that way."""
        key = (future, past, aside, bound)
        if key == (self.future, self.past, self.aside, self.bound):
            return self
        kept: dict[tuple[bool, ...], Self] = vars(self).setdefault("_facing", {})
        found = kept.get(key)
        if found is None:
            found = kept[key] = replace(self, future=future, past=past, aside=aside, bound=bound)
        return found

    @cached_property
    def inner(self) -> tuple[Sense, ...]:
        """The senses in its slots: of «مطلع الشهر الماضي» that of «الشهر الماضي»."""
        return tuple(said for _, said in self.slots() if isinstance(said, Sense))

    @cached_property
    def flat(self) -> tuple[tuple[str, str], ...]:
        """All its slots, those of the senses within it by paths such as `of.month`."""
        found: list[tuple[str, str]] = []
        for name, said in self.slots():
            if isinstance(said, Sense):
                found.append((name, said.rule))
                found += ((f"{name}.{path}", value) for path, value in said.flat)
            else:
                found.append((name, said))
        return tuple(found)

    def base(self, antecedents: Antecedents) -> When | None:  # noqa: ARG002 most senses speak of no other date
        """The told date that the value is counted from; None where it is counted from none."""
        return None

    @property
    def rule(self) -> str:
        """The name of the rule by which the value is found; `[why]` of every language has a template of that name."""
        raise NotImplementedError

    @property
    def relative(self) -> bool:
        """True when the value depends on the anchor, or on other dates of the text."""
        raise NotImplementedError

    @property
    def anaphoric(self) -> bool:
        """True when the value depends on dates told before."""
        return False

    @property
    def recurs(self) -> bool:
        """True for a date that comes again and again and does not say which time is meant: «12 نيسان», "Sunday"."""
        return any(inner.recurs for inner in self.inner)

    @property
    def follows(self) -> bool:
        """True for what a story counts from the date told last, and news from the day of the report: «12 نيسان»."""
        return self.recurs or any(inner.follows for inner in self.inner)

    def undecided(self, here: Here) -> bool:
        """True where nothing tells which of two dates is meant, the last or the next."""
        return any(inner.undecided(here) for inner in self.inner)

    @property
    def compares(self) -> bool:
        """True for what a text only compares with ("the month before"), and does not go on to speak of."""
        return False

    def value(self, here: Here) -> When | None:
        """The days that are meant; unresolved, or None, where the anchor is not known or no such day exists."""
        raise NotImplementedError

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        """Name -> value of all that the template of the rule can name."""
        return ()

    def fits(self, published: date) -> bool:
        """Whether words of this sense can be in a report of that day; «شباط الجاري» can only in February."""
        del published
        return True

    def may_have_happened_by(self, published: date) -> bool:
        """False where all days that are meant lie after the day of the report: no fact of it can be of them."""
        if self.future:
            return True
        value = self.value(Here(published))
        return value is None or value.first is None or value.first <= published


NOWHERE = Here(None)
"""For senses that are counted from nothing: no day is known, and no date was told."""


class OfAnother(Sense):
    """A sense made of another, and counted from what that one is counted from: «مطلع الشهر الماضي», "early last
    month".
    """

    __slots__ = ()
    of: Sense

    @property
    def relative(self) -> bool:
        return self.of.relative

    @property
    def anaphoric(self) -> bool:
        return self.of.anaphoric

    def base(self, antecedents: Antecedents) -> When | None:
        return self.of.base(antecedents)

    def fits(self, published: date) -> bool:
        return self.of.fits(published)


class Anaphoric(Sense):
    """A sense that always takes up a date told before: «الفترة نفسها», "a year earlier"."""

    __slots__ = ()

    @property
    def relative(self) -> bool:
        return True

    @property
    def anaphoric(self) -> bool:
        return True
