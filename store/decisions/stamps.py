"""Ids and moments of new decisions: unique in the world, and never before what the library holds already."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

_MOST = 0xFFFF
_ID = re.compile(r"([0-9a-f]{12})([0-9a-f]{4})[0-9a-f]{12}", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = (datetime(9999, 1, 1, tzinfo=UTC) - _EPOCH) // timedelta(milliseconds=1)


def milliseconds() -> int:
    """Milliseconds of the system's clock since 1970, in UTC."""
    return time.time_ns() // 1_000_000


class Stamps:
    """Hands out an id and a moment for one decision after another.

    An id is the moment in milliseconds (12 hexadecimal digits), a counter (4) and chance (12): so ids of one writer
    ascend, and two writers never meet, even where both clocks were set back.
    """

    def __init__(self, clock: Callable[[], int] = milliseconds) -> None:
        self._clock = clock
        self._last = (0, 0)

    def seen(self, id: str, at: str) -> None:
        """No later stamp stands before that decision; a clock that was set back must not reorder them."""
        moment = _milliseconds(at)
        own = _ID.fullmatch(id)
        counter = int(own[2], 16) if own and int(own[1], 16) == moment else _MOST
        self._last = max(self._last, (moment, counter))

    def next(self) -> tuple[str, str]:
        """The id and the moment of the next decision."""
        moment, counter = self._last
        now = self._clock()
        if now > moment:
            moment, counter = now, 0
        elif counter >= _MOST:
            moment, counter = moment + 1, 0
        else:
            counter += 1
        self._last = (moment, counter)
        return f"{moment:012x}{counter:04x}{os.urandom(6).hex()}", _iso(moment)


def _iso(moment: int) -> str:
    whole = (_EPOCH + timedelta(milliseconds=moment)).replace(tzinfo=None)
    return f"{whole.isoformat(timespec='milliseconds')}Z"


def _milliseconds(at: str) -> int:
    """The moment of a decision; 0 if it is none, since a colleague's odd file must not stop anyone from deciding."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return 0
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(_LATEST, max(0, (moment - _EPOCH) // timedelta(milliseconds=1)))
