"""`Services`: the functions that the screen needs from outside; each has a harmless default."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from timeline_core.model.expression import Expression
from timeline_core.view.filter import Filter
from tui.ports.asked_date import AskedDate
from tui.ports.listed_report import ListedReport
from tui.ports.new_event import ReadWords
from tui.ports.pasted import Pasted, Taken
from tui.ports.recorder import NoRecorder, Recorder
from tui.ports.stories import NoStories, Stories
from tui.ports.turning import Turnable

if TYPE_CHECKING:
    from timeline_core.decisions.event_pair import EventPair
    from timeline_core.decisions.news import Item
    from timeline_core.decisions.pairs import Pair
    from timeline_core.model.event import Likeness
    from timeline_core.model.report import Report
    from timeline_core.model.span import Span
    from timeline_core.names.gazetteer import Gazetteer
    from timeline_core.temporal.reasons import Steps
    from timeline_core.view.teller import Teller
    from timeline_core.view.wording import Wording

Days = tuple[date, date]


def _parsed(line: str) -> Filter:
    from seeds.load import query_wording
    from timeline_core.view.query import parse

    return parse(line, wording=query_wording())


def _wording() -> Wording:
    from seeds.load import query_wording

    return query_wording()


def _days(said: str) -> Days | None:
    from timeline_core.view.query import day_range

    return day_range(said)


@dataclass(frozen=True, slots=True)
class Offer:
    """What would be kept in the library, and where."""

    folder: str
    reports: int = 0
    decisions: int = 0
    there: int | None = None
    """Reports that the library holds already; None where there is no library yet."""


@dataclass(frozen=True, slots=True)
class Adopted:
    """What was kept in the library."""

    title: str
    """The name of the library."""
    folder: str
    reports: int = 0
    """Those that were not there before."""
    decisions: int = 0


NOBODY = NoRecorder("")


@dataclass(frozen=True, slots=True)
class Services:
    """The defaults work without language data, library and settings."""

    dates: Callable[[Report], Sequence[AskedDate]] = lambda _: ()
    """Explains every date of a report, in text order; called in a thread."""
    steps: Callable[[Expression], Steps | None] = lambda _: None
    """Explains a date step by step."""
    query: Callable[[str], Filter] = _parsed
    """The filter that a line means; raises `QueryError`."""
    wording: Callable[[], Wording] = _wording
    """The words of the filter line beside those of the program."""
    days: Callable[[str], Days | None] = _days
    """The days that a date in any wording covers; None where it says none."""
    words: Callable[[Report, Span], ReadWords] = lambda report, span: ReadWords(span.of(report.text), "occurrence")
    """Reads words of a report of which an event is to be made; called in a thread."""
    typed: Callable[[str, str], str | None] = lambda _, __: None
    """Id of a report, and a date in any wording -> its EDTF value; it may count from the day of the report."""
    turnable: Callable[[Report], Turnable | None] = lambda _: None
    """Reads a report whose day is to be tried; called in a thread. None before the reports are read."""
    pasted: Callable[[str, Mapping[str, str]], Pasted] = lambda _, __: Pasted()
    """Reads a pasted text, with what a person says of its fields; called in a thread. Raises `TimelineError`."""
    take: Callable[[str, Mapping[str, str]], Taken] = lambda _, __: Taken(0, "", scratch=False)
    """Keeps it as a report; called in a thread. Raises `TimelineError`."""
    edtf: Callable[[str], str | None] = lambda _: None
    """The EDTF value that a date in any wording is kept as."""
    pairs: Callable[[Gazetteer, Mapping[str, int]], Sequence[Pair]] = lambda _, __: ()
    """The actors that may be one, of those with so many events each; called in a thread."""
    event_pairs: Callable[[], Sequence[EventPair]] = lambda: ()
    """The events that may be one, after all that was decided until now; called in a thread."""
    weighed: Callable[[Likeness], str] = lambda _: ""
    """Tells what two tellings share and differ in; empty before language data are loaded."""
    news: Callable[[], tuple[str, Sequence[Item]]] = lambda: ("", ())
    """Moment of the last look, and what is new since; called in a thread. Empty where nobody has looked before."""
    seen: Callable[[], None] = lambda: None
    """Remembers that all of it was seen."""
    drafted: Callable[[str, str | None], str] = lambda _, __: ""
    """Keeps a note that is being typed for these events until it is recorded; empty text forgets it; None asks for it.
    What is kept then is given back."""
    recorder: Recorder = NOBODY
    """Who keeps decisions."""
    stories: Stories = NoStories()  # noqa: RUF009 - it holds nothing
    """The stories of the library."""
    teller: Callable[[], Teller | None] = lambda: None
    """Tells in the language of the screen; None before language data are loaded."""
    reports: Callable[[], Sequence[ListedReport]] = lambda: ()
    """Every report, with what was decided about it until now; called in a thread. Raises `TimelineError`."""
    field: Callable[[str, str], str] = lambda _, text: text
    """The value as which a field of a report is kept that was typed so. Raises `TimelineError`."""
    browser: bool = False
    """There is a browser that can be opened."""
    keep: Callable[[str, str], str] = lambda _, __: ""
    """Keeps a filter line under a name; the file in which it now stands."""
    scratch: bool = False
    """Decisions go to a scratch library, for the reports are in none."""
    offer: Callable[[], Offer] = lambda: Offer("")
    """What `adopt` would keep."""
    adopt: Callable[[], Adopted] = lambda: Adopted("", "")
    """Keeps reports that are in no library, with what was decided about them, in the library; called in a thread.
    Raises `TimelineError`."""
    learn: Callable[[], None] | None = None
    """Loads the language data for explanations, once the first list is shown; called in a thread."""
    read: Callable[[], tuple[int, int] | None] = lambda: None
    """While reports are read: how many were, and of how many; None when nothing is being read."""
    reload: Callable[[], None] = lambda: None
    """Begins to read all reports anew; the recorder then has news."""
    leave: Callable[[], None] = lambda: None
    """Called at exit: cancels loading that is still under way."""
