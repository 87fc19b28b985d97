"""Reports that are in no library: where decisions about them go, and how both come into the library."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_core.errors import TimelineError
from tui.commands.shared.context import Context
from tui.commands.shared.gather import Gathered, library
from tui.ports.services import Adopted, Offer

if TYPE_CHECKING:
    from store.reports.original import Original
    from timeline_core.model.report import Report


def with_scratch(found: Gathered, context: Context, *, sample: bool) -> Gathered:
    """The reports with what was decided about them in their scratch library; those of a library as they are.

    One that is damaged is told, and left alone: then nothing can be decided.
    """
    from store.care import scratch

    if found.library is not None or found.files is None:
        return found
    own = scratch.of_sample() if sample else scratch.of_files(found.files[0])
    try:
        here = replace(found, scratch=own, log=(*found.foreign, *own.decisions.log()))
        return replace(here, reports=with_pasted(found.reports, here))
    except TimelineError as error:
        context.tell(str(error))
        return found


def with_pasted(reports: Sequence[Report], found: Gathered) -> tuple[Report, ...]:
    """These reports, and behind them those that were pasted into the scratch library, under ids that no file has."""
    scratch = found.scratch
    if scratch is None or not (scratch.folder / "reports").exists():
        return tuple(reports)
    from store.reports.library import Library
    from store.reports.original import Ids

    marks, ids = {one.mark for one in reports}, Ids(one.id for one in reports)
    pasted = (one for one in Library(scratch.folder).reports() if one.mark not in marks)
    return (*reports, *(replace(one, id=ids.unique(one.id)) for one in pasted))


def offer(found: Gathered, context: Context) -> Offer:
    """What `adopt` would keep."""
    from store.reports.library import Library

    there = Library(context.folder)
    own = len(found.decisions.log()) if found.decisions is not None else 0
    return Offer(
        str(context.folder.absolute()),
        len(found.reports),
        own + len(found.foreign),
        there.count() if there.exists else None,
    )


def adopt(found: Gathered, context: Context) -> tuple[Gathered, Adopted]:
    """Read the files once more, and keep them and the decisions in the library.

    Returns:
        What the library holds now, and what was new in it.

    Raises:
        TimelineError: not all was kept; what was there before is whole, and the scratch library too.
    """
    from store.reports.library import Library
    from tui.commands.shared import person

    with Library(context.folder) as kept:
        added = kept.add(person.signed(_originals(found), context.today))
        own = found.decisions.log() if found.decisions is not None else ()
        decided = kept.decisions.take((*found.foreign, *own))
    there = library(_silent(context))
    if there is None:
        return found, Adopted(found.title, str(context.folder))
    told = Adopted(there.title, str(context.folder.absolute()), len(added.new), len(decided))
    return replace(there, lenient=True), told


def _originals(found: Gathered) -> Iterator[Original]:
    """The files that were read, with their bytes; what could not be read was told when the reader was opened."""
    from store.intake.read import take
    from store.reports.original import Original

    if found.files is not None:
        yield from (one for one in take(*found.files) if isinstance(one, Original))
    if found.scratch is not None:
        yield from found.scratch.pasted()


def _silent(context: Context) -> Context:
    """One that tells nothing: the screen is open."""
    return replace(context, out=io.StringIO(), err=io.StringIO())
