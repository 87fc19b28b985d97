"""Reports in every state, for the list of all of them."""

from __future__ import annotations

from timeline_core.model.silence import Silence
from timeline_core.model.when import When
from tui.ports.listed_report import DayFrom, ListedReport, State

_DAYS = (None, "2023-02-15/2023-02-28", "2023-02-16", "2023-02", "2023-02-17", "2023-02-18")
_FROM = (DayFrom.UNKNOWN, DayFrom.INFERRED, DayFrom.PERSON, DayFrom.FILE, DayFrom.FILE, DayFrom.FILE)


def every_state(title: str, publisher: str, who: str) -> tuple[ListedReport, ...]:
    """A report in each state, with a day of each origin."""
    return tuple(
        ListedReport(
            id=str(number),
            sha256="",
            title=title,
            publisher=publisher,
            lang=("ar", "en")[number % 2],
            when=When(day) if day else None,
            day_from=day_from,
            who=who,
            events=0 if state in (State.SILENT, State.BIN, State.ASIDE) else number + 1,
            state=state,
            copy_of="1",
            read_to=4,
            silence=Silence(unread=False, unplaced=2, dates=0),
        )
        for number, (state, day, day_from) in enumerate(zip(State, _DAYS, _FROM, strict=True))
    )
