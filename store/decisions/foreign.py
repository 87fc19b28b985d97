"""What somebody else decided, before it is believed: of a size that a person writes, and of a moment that has come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from store.decisions import stamps
from timeline_core.decisions.by_hand import is_proven, read_by_hand
from timeline_core.model.decision import Act, Decision
from timeline_core.stories.change import read_change

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z", re.ASCII)
"""The form of a moment. All order is by these letters, so another form would go before or behind all others."""

_AHEAD = timedelta(days=1)
"""How far another machine's clock may be ahead."""

_NAME, _WORDS, _ALL = 200, 200_000, 20_000_000
"""Characters that the name of a person or an id, one value or quote, and all of a decision may have."""


def sound(decisions: Iterable[Decision], problems: list[str], now: int | None = None) -> Iterator[Decision]:
    """Those that may be taken in; each of the others is told in `problems`, by its act, person and moment.

    A moment that has not come yet would win over all that anybody here decides until it comes.

    Args:
        now: milliseconds since 1970.
    """
    moment = datetime.fromtimestamp((stamps.milliseconds() if now is None else now) / 1000, UTC)
    latest = (moment + _AHEAD).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    for one in decisions:
        wrong = _wrong(one, latest)
        if wrong:
            problems.append(f"a decision ({one.act} by «{one.who[:60]}», {one.at[:40]}) {wrong}, so it is not taken in")
        else:
            yield one


def _wrong(one: Decision, latest: str) -> str:
    if not _MOMENT.fullmatch(one.at):
        return "bears no moment"
    if one.at > latest:
        return "bears a moment that has not come; the clock there, or the one here, is wrong"
    if one.act is Act.NEW and read_by_hand(one) is None:
        return "makes an event of no words, or holds more than a person writes"
    if one.act is Act.NEW and not is_proven(one):
        return "tells a reason that does not give its date"
    if one.act is Act.STORY and read_change(one) is None:
        return "is no change of a story, or holds more than a person writes"
    quotes = [
        text for target in one.targets for hold in target.holds for text in (hold.exact, hold.prefix, hold.suffix)
    ]
    texts = [*one.values, *quotes, *(target.title for target in one.targets)]
    names = [one.id, one.who, one.undoes, one.before, *(target.event for target in one.targets)]
    names += [hold.by for target in one.targets for hold in target.holds]
    if any(len(name) > _NAME for name in names) or any(len(text) > _WORDS for text in texts):
        return "holds more than a person writes"
    return "holds more than a person writes" if sum(map(len, texts)) > _ALL else ""
