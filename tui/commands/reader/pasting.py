"""Pasted texts: read as `waqai add -` reads them, held against the timeline, and kept where decisions are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from store.intake import metadata
from store.intake.files import STDIN
from store.intake.metadata import Defaults
from store.intake.read import take
from store.intake.result import Failure
from store.reports.library import Library
from store.reports.original import Ids, Original
from timeline_core.events.accounts import Account, account
from timeline_core.events.cross_dating import settled
from timeline_core.model.report import INFERRED, Published, Report
from timeline_core.model.when import When
from timeline_core.publication.meeting import meet
from tui.commands.shared import person
from tui.ports.pasted import DAY, FIELDS, LANGUAGE, OUTLET, TITLE, From, Pasted, Taken

if TYPE_CHECKING:
    from timeline_core.knowledge import Knowledge
    from timeline_core.view.index.index import Indexed
    from tui.commands.shared.gather import Gathered

_NAME = "pasted"
"""Id of a pasted report; the next one is `pasted-2`."""
_AROUND = timedelta(7)
"""How far from the days of a new telling reports are looked for that may tell of the same."""
_NEWS = timedelta(31)
"""The same before the day of a report, for what it tells without a day."""
_MOST = 60
"""Reports that are looked at, the nearest first."""
_LONGEST_TITLE = 160
"""Letters of a first line that is a title."""
_PREVIEW = 60_000
"""Letters of a text of which the events are shown before it is kept: what is longer is read when it is."""
_SHOWN = 20
"""The same for reports that are pasted at once."""
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def read(text: str, said: Mapping[str, str], found: Gathered, indexed: Indexed, known: Knowledge) -> Pasted:
    """What is read in the text.

    Args:
        said: what the person changed of its fields, as it is kept.
        found: the reports that are there.
    """
    originals, problem = _originals(text, said, found)
    if not originals:
        return Pasted(problem=problem)
    own = [account(_begun(one.report), known) for one in originals[:_SHOWN]]
    timeline = indexed.timeline
    there = [
        replace(one, published=timeline.published.get(one.report.id, one.published))
        for one in _there(own, found, indexed, known)
    ]
    near = [one for one in there if one.published.when is not None or one.report.text]
    told = settled([*own, *near], known)[: len(own)]
    first, report = told[0], originals[0].report
    return Pasted(
        tuple(one.report for one in originals),
        first.published,
        _fields(first, report),
        meet(told, near, known),
        {one.report.id: one.report.title or one.report.publisher or one.report.id for one in there},
        known.gazetteer,
        known=_same(report, timeline.reports),
        hidden=len(_HIDDEN.findall(text.replace("\r\n", "\n"))),
        shown=_PREVIEW if any(len(one.report.text) > _PREVIEW for one in originals) else 0,
    )


def keep(text: str, said: Mapping[str, str], found: Gathered, today: date) -> Taken:
    """Keep the reports of the text in the library, or in the scratch library of what is open.

    Raises:
        TimelineError: nothing was kept.
    """
    originals, _ = _originals(text, said, found)
    folder = found.home
    if folder is None or not originals:
        return Taken(0, "", scratch=False)
    with Library(folder) as library:
        added = library.add(person.signed(originals, today))
    return Taken(len(added.new), str(folder), scratch=found.library is None)


def _originals(text: str, said: Mapping[str, str], found: Gathered) -> tuple[list[Original], str]:
    """The reports, with what the person says of them; why there are none."""
    content = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace")
    problem, ids, reports = "", Ids(report.id for report in _named(found)), list[Original]()
    for one in take([STDIN], Defaults(), stdin=BytesIO(content)):
        if isinstance(one, Original):
            named = _NAME if one.report.id == "stdin" else one.report.id
            report = replace(one.report, id=ids.unique(named), path=_NAME)
            reports.append(replace(one, report=_amended(report, said)))
        elif isinstance(one, Failure):
            problem = str(one)
    return reports, problem


def _begun(report: Report) -> Report:
    """The report up to the end of a line: what the sheet shows the events of."""
    text = report.text[:_PREVIEW]
    if len(text) == len(report.text):
        return report
    return replace(report, text=text[: text.rfind("\n") + 1] or text, blocks=())


def _named(found: Gathered) -> Iterator[Report]:
    """The reports whose ids are taken: of a library none, for it gives ids itself."""
    return iter(found.reports if found.library is None else ())


def _amended(report: Report, said: Mapping[str, str]) -> Report:
    """The report with its fields as the person says them; a title that nobody says is its first line."""
    values = {name: said.get(name, "") for name in FIELDS}
    day = When(values[DAY]) if values[DAY] else report.published
    return replace(
        report,
        published=None if DAY in said and not values[DAY] else day,
        publisher=said.get(OUTLET, report.publisher),
        lang=said.get(LANGUAGE, report.lang),
        title=said.get(TITLE, report.title or _first_line(report.text)),
    )


def _first_line(text: str) -> str:
    """The first line where it can be a title: short, and not all of the text."""
    first, _, rest = text.strip().partition("\n")
    return metadata.one_line(first) if rest.strip() and len(first) <= _LONGEST_TITLE else ""


def _fields(told: Account, report: Report) -> dict[str, tuple[str, From]]:
    given = report.published
    day, day_from = (given.edtf, From.TEXT) if given is not None else _day(told.published)
    first = report.title == _first_line(report.text)
    return {
        DAY: (day, day_from),
        OUTLET: (report.publisher, From.TEXT if report.publisher else From.NOBODY),
        LANGUAGE: (report.lang or told.report.lang, From.TEXT if report.lang else From.LETTERS),
        TITLE: (report.title, (From.FIRST_LINE if first else From.TEXT) if report.title else From.NOBODY),
    }


def _day(published: Published) -> tuple[str, From]:
    if published.origin != INFERRED or published.when is None:
        return "", From.NOBODY
    head = any(clue.rule == "block" for clue in published.why)
    return published.when.edtf, From.HEAD if head else From.CLUES


def _same(report: Report, reports: Sequence[Report]) -> str:
    return next((one.id for one in reports if one.mark == report.mark), "")


def _there(told: Sequence[Account], found: Gathered, indexed: Indexed, known: Knowledge) -> list[Account]:
    """What reports tell that are there and may tell of the same, by their events of the same days."""
    own = frozenset(one.report.mark for one in told)
    ids = [*dict.fromkeys(_near(told, indexed))]
    if found.library is not None:
        from seeds.load import knowledge
        from tui.commands.shared.timeline import accounts_of

        every = accounts_of(found.library, ids[:_MOST], knowledge, lambda _, __: None) if ids else []
    else:
        reports = {report.id: report for report in found.reports}
        every = [account(reports[id], known) for id in ids[:_MOST] if id in reports]
    return [one for one in every if one.report.mark not in own]


def _near(told: Sequence[Account], indexed: Indexed) -> Iterator[str]:
    """Ids of the reports that tell of the days of these tellings."""
    events, columns = indexed.timeline.events, indexed.index.columns
    for one in told:
        published = one.published.when.days if one.published.when is not None else None
        for draft in one.drafts:
            days = draft.when.days if draft.when is not None else None
            if days is not None:
                first, last = _moved(days[0], -_AROUND.days), _moved(days[1], _AROUND.days + 1)
            elif published is not None:
                first, last = _moved(published[0], -_NEWS.days), _moved(published[1], 1)
            else:
                continue
            begin = columns.since(first)
            for number in range(begin, min(columns.since(last), begin + 4 * _MOST)):
                yield from events[number].reports


def _moved(day: date, by: int) -> date:
    return date.fromordinal(max(date.min.toordinal(), min(day.toordinal() + by, date.max.toordinal())))
