"""`Sense`: what words mean before any day is known, and `Here`: what a value is worked out from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, Self

from timeline_core.model.when import When

PAST, THIS, NEXT = -1, 0, 1
TURNS = {-2: "past2", PAST: "past", THIS: "this", NEXT: "next", 2: "next2"}
"""Turns from the anchor -> concept of the language data."""
SAID = "said"
"""What a slot holds that only tells that something is so."""
STEPS = {-1: "before", 0: "same", 1: "after"}
"""The same from what the text told last."""


class Side(StrEnum):
    """On which side of the day that it counts from a date lies that comes again and again («12 نيسان»، "Sunday")."""

    BEFORE = "before"
    """The latest that has begun by then."""
    AFTER = "after"
    """The first that begins then or later."""
    EITHER = "either"
    """The one or the other: nothing tells which."""


class Antecedents(NamedTuple):
    """Dates that the text gave before: an anaphor such as «الشهر نفسه» or "the next day" takes one of them up."""

    last: When | None = None
    day: When | None = None
    month: When | None = None
    topic: When | None = None
    """The latest month told, in time: reports speak of it, and compare it with earlier ones."""
    year: When | None = None
    period: When | None = None
    """The last month, quarter, half or season."""
    beside: When | None = None
    """The last day told on the same line of the text."""
    hijri: bool = False
    """The months named so far are Hijri months."""


class Here(NamedTuple):
    """Where and when the words stand."""

    day: date | None
    """The anchor; None while it is not known."""
    future: bool = False
    """The words around look ahead."""
    antecedents: Antecedents = Antecedents()
    past: bool = False
    """The words around look back: no date whose year is not said lies ahead."""
    since: When | None = None
    """The told date from which the passage counts what does not say its year; None: the report's day."""
    side: Side | None = None
    """On which side of it the date lies; None: the words around and the passage decide."""

    @property
    def origin(self) -> tuple[date, date] | None:
        """First and last of the days from which a date is counted that does not say its year."""
        if self.since is not None:
            return self.since.days
        return None if self.day is None else (self.day, self.day)


@dataclass(frozen=True)
class Sense:
    """A meaning of named slots, in no language. Implements `timeline_core.model.expression.Meaning`.

    Every kind of sense says its `rule`, its `value` and whether it is `relative`. The same few senses are met in every
    report, so what is asked of one often is kept with it.
    """

    future: bool = field(default=False, kw_only=True)
    """The words around look ahead; see `Mention.future`."""
    past: bool = field(default=False, kw_only=True)
    """The words around look back; where they look nowhere, both are False."""
    aside: bool = field(default=False, kw_only=True)
    """Another date is only measured against it («منذ شباط 2010»): no story goes on from there."""

    bound: bool = field(default=False, kw_only=True)
    """Something lasts up to or from there («حتى الخميس»): whether it is over, the words around must tell."""

    def looking(self, here: Here) -> Here:
        """Where the words stand, and that they look back, if they do; what another date is measured against is over."""
        if self.aside and here.since is None and here.side is None and not here.future:
            here = here._replace(side=Side.BEFORE)
        return here._replace(past=True) if self.past else here

    def facing(self, *, future: bool, past: bool, aside: bool, bound: bool) -> Self:
        """The same where the words around look that way."""
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
        """The senses that it is made of."""
        return tuple(said for _, said in self.slots() if isinstance(said, Sense))

    @cached_property
    def flat(self) -> tuple[tuple[str, str], ...]:
        """Its slots and those of the senses within it, a path `of.month` leading to the inner ones."""
        found: list[tuple[str, str]] = []
        for name, said in self.slots():
            if isinstance(said, Sense):
                found.append((name, said.rule))
                found += ((f"{name}.{path}", value) for path, value in said.flat)
            else:
                found.append((name, said))
        return tuple(found)

    def base(self, antecedents: Antecedents) -> When | None:  # noqa: ARG002 most senses speak of no other date
        """The date of the text that the value is counted from; None where it is counted from none of them."""
        return None

    @property
    def rule(self) -> str:
        """Name of the rule; every language's `[why]` holds a template of that name."""
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
        """True for what comes again and again and does not say which time is meant: a date without its year."""
        return any(inner.recurs for inner in self.inner)

    @property
    def follows(self) -> bool:
        """True for what is counted from the date told last, where a story is told; in news from the report's day."""
        return self.recurs or any(inner.follows for inner in self.inner)

    def undecided(self, here: Here) -> bool:
        """True where the words around do not tell which of two dates is meant, the last or the next."""
        return any(inner.undecided(here) for inner in self.inner)

    @property
    def compares(self) -> bool:
        """True for what is only compared with («the month before»): the text does not go on to speak of it."""
        return False

    def value(self, here: Here) -> When | None:
        """The days meant; unresolved or None where the anchor that it needs is not known or no such day exists."""
        raise NotImplementedError

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        """What the template of the rule names."""
        return ()

    def fits(self, published: date) -> bool:
        """As `Meaning.fits`; a sense that says nothing of the report's day fits every day."""
        del published
        return True

    def may_have_happened_by(self, published: date) -> bool:
        """False where the days meant lie wholly after the day of the report, so that no fact of it can be of them."""
        if self.future:
            return True
        value = self.value(Here(published))
        return value is None or value.first is None or value.first <= published


NOWHERE = Here(None)
"""Where nothing is known of the day that is counted from."""


class OfAnother(Sense):
    """A sense that is made of another one and counts from what that one counts from: «مطلع الشهر الماضي»."""

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
    """A sense that always takes up a date of the text: «الفترة نفسها», "a year earlier"."""

    __slots__ = ()

    @property
    def relative(self) -> bool:
        return True

    @property
    def anaphoric(self) -> bool:
        return True
