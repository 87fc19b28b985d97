"""Deictic days: «أمس», "today", "tomorrow"; and what was only now, which the hour of a message dates: «قبل قليل»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from timeline_core.calendars import gregorian
from timeline_core.model.block import Block
from timeline_core.model.expression import Mention
from timeline_core.model.when import When, on
from timeline_core.temporal.senses.sense import Here, Sense


@dataclass(frozen=True, slots=True)
class Deictic(Sense):
    """Today, yesterday, tomorrow: `offset` days from the anchor. A weekday beside it («اليوم الخميس») counts more."""

    offset: int
    weekday: int | None = None

    @property
    def rule(self) -> str:
        return "deictic" if self.weekday is None else "deictic_weekday"

    @property
    def relative(self) -> bool:
        return True

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("offset", str(self.offset)), ("weekday", "" if self.weekday is None else str(self.weekday)))

    def value(self, here: Here) -> When | None:
        if here.day is None:
            return None
        counted = gregorian.days_later(here.day, self.offset)
        return on(counted if self.weekday is None else gregorian.nearest(counted, self.weekday))

    def fits(self, published: date) -> bool:
        return self.weekday is None or gregorian.days_later(published, self.offset).weekday() == self.weekday


@dataclass(frozen=True, slots=True)
class JustNow(Sense):
    """Minutes or hours before it was said: "moments ago", «قبل ساعة». Only the hour of its message tells the day."""

    moment: str = ""
    """Hour and minute of the stamp of its message: `14:22`; empty where it has none."""
    hours: int = 0
    """How many whole hours before."""

    @property
    def rule(self) -> str:
        return "just_now"

    @property
    def relative(self) -> bool:
        return True

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("moment", self.moment),)

    def value(self, here: Here) -> When | None:
        return on(here.day) if here.day is not None and self.moment else None


def with_moments(mentions: Iterable[Mention], blocks: Iterable[Block], moment: str) -> Iterator[Mention]:
    """The mentions, those of what was only now with the hour of their message; without those that have none.

    In the first hours of a day it may still have been the day before.

    Args:
        blocks: of the report; a post among them may have a stamp of its own.
        moment: of the report, where it is a message.
    """
    posts = [block for block in blocks if block.stamp is not None]
    for mention in mentions:
        if not isinstance(mention.meaning, JustNow):
            yield mention
            continue
        stamps = (post.stamp.moment for post in posts if post.stamp is not None and post.span.covers(mention.span))
        hour = _hour(next(stamps, moment), mention.meaning.hours)
        if hour:
            yield replace(mention, meaning=replace(mention.meaning, moment=hour))


def _hour(moment: str, hours: int) -> str:
    """Hour and minute of a stamp; empty where that many hours before, and less than one more, may be the day before."""
    day, _, clock = moment.partition("T")
    said = clock[: len("14:22")]
    return said if day and said[:2].isdecimal() and int(said[:2]) > hours else ""
