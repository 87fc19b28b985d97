"""`waqai add PATH…`: keep reports in the library."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from store.reports.original import Original
from tui.commands.shared.arguments import about_reports
from tui.commands.shared.context import FAILED, INTERRUPTED, OK, Context, counted
from tui.commands.shared.gather import defaults, exchanged, tell_result
from tui.commands.shared.logbook import said

if TYPE_CHECKING:
    from store.intake.exchange import Heard
    from store.intake.result import Failure, Notice
    from store.reports.library import Library
    from tui.commands.shared.again import Again
    from tui.commands.shared.corrected import Sheet
    from tui.commands.shared.progress import Progress

_FEW, _SHORT = 100, 300_000
"""New reports, and code points of them all, up to which they are read at once for those that tell nothing."""
_NAMED = 10
"""Duplicates that are told one by one; of the others the number is. Of more failures the reasons are summed up."""


def configure(parser: ArgumentParser) -> None:
    """PATHs, and what is said of all of them."""
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="files, folders, patterns, web addresses, or - for standard input"
    )
    about_reports(parser)


@dataclass(slots=True)
class _Count:
    read: int = 0
    new: int = 0
    duplicates: int = 0
    updated: int = 0
    """Duplicates of which more is known now."""
    undated: int = 0
    """Of those that were not kept before: without a day of publication."""
    size: int = 0
    """Of the texts that were not kept before, in code points."""
    kept: list[str] = field(default_factory=list)
    """Ids of the new ones, as long as they are few."""
    reasons: Counter[str] = field(default_factory=Counter)
    """Why what could not be read could not, and how often."""

    @property
    def failed(self) -> int:
        return self.reasons.total()


def run(options: Namespace, context: Context) -> int:
    """Take in the changes of spreadsheets that come back, then keep the reports."""
    from tui.commands.shared import corrected

    sheets, others = corrected.parted(options.paths)
    foreign = _corrected(sheets, options, context) if sheets else []
    options.paths = [*others, *foreign]
    return _add(options, context) if options.paths else OK


def _corrected(sheets: Iterable[Sheet], options: Namespace, context: Context) -> list[str]:
    """Record what they say otherwise; the paths of those of which this library knows no event."""
    from tui.commands.shared import corrected, decisions_of

    found = decisions_of.table(options, context)
    foreign: list[str] = []
    for sheet in sheets:
        if found is None or not corrected.knows(sheet, found.table):
            foreign.append(sheet.path)
            continue
        drafts = corrected.drafts(sheet, found.table, found.who, context)
        kept = found.decisions.record_all(drafts) if drafts else ()
        for one in kept:
            context.line(f"{one.targets[0].event}: {said(one)}")
        context.write(
            f"{sheet.path}: {counted(len(sheet.rows), 'event')} read, {counted(len(kept), 'decision')} kept\n"
        )
    if found is not None:
        found.decisions.close()
    return foreign


def _add(options: Namespace, context: Context) -> int:
    """Keep them; the summary goes to standard output, what could not be read was told before.

    What was kept when the user interrupts is kept, and the same command goes on from there.
    """
    from store.care import sync_copies as copies
    from store.intake.crowd import total
    from store.reports.library import Library
    from tui.commands.shared.progress import Progress

    count, progress = _Count(), Progress(context, total(options.paths))
    code, before = OK, 0
    try:
        with Library(context.folder) as library:
            before = library.count()
            for line in copies.describe_conflicts(library.folder):
                context.tell(line)
            _keep(options, library, count, progress, context)
    except KeyboardInterrupt:
        code = INTERRUPTED
        count.new = Library(context.folder).count() - before
    finally:
        progress.hide()
    if code == OK:
        _name_silent(count, context)
    _sum_up(count, code, context)
    return code or (FAILED if count.failed else OK)


def _keep(options: Namespace, library: Library, count: _Count, progress: Progress, context: Context) -> None:
    """The reports, then the decisions of exports among them."""
    from store.intake.exchange import Heard, rehang
    from store.intake.files import STDIN
    from tui.commands.shared import person
    from tui.commands.shared.again import Again

    stdin, again = Heard(context.stdin, STDIN), Again(library, options)
    read = _counted(options, library, again, count, progress, context, stdin)
    for added in library.adding(person.signed(read, context.today)):
        count.new += len(added.new)
        count.kept += added.new[: _FEW + 1 - len(count.kept)]
        for given, kept in added.duplicates:
            _duplicate(given, kept, again, count, progress, context)
    count.updated = again.keep()
    log = [rehang(one, library.originals()) for one in exchanged(options.paths, context, stdin)]
    if taken := library.decisions.take(log) if log else ():
        context.tell(f"{counted(len(taken), 'decision')} taken in")


def _sum_up(count: _Count, code: int, context: Context) -> None:
    if count.duplicates > _NAMED:
        context.tell(f"{count.duplicates - _NAMED:,} more are kept already")
    if count.failed > _NAMED:
        why = ", ".join(f"{number:,} {reason}" for reason, number in count.reasons.most_common())
        context.tell(f"failed: {why}")
    if code == INTERRUPTED:
        context.tell(f"interrupted: {counted(count.new, 'new report')} kept; the same command goes on from there")
    updated = f" {count.updated:,} updated," if count.updated else ""
    context.write(
        f"{counted(count.read, 'report')} read: {count.new:,} new, {counted(count.duplicates, 'duplicate')},{updated}"
        f" {count.failed:,} failed\n"
    )


def _duplicate(given: str, kept: str, again: Again, count: _Count, progress: Progress, context: Context) -> None:
    count.duplicates += 1
    if count.duplicates <= _NAMED:
        progress.hide()
        context.tell(
            f"{given}: is in the bin; «waqai reports restore {kept}» brings it back"
            if again.in_bin(kept)
            else f"{given}: is kept already, as {kept}"
        )


def _counted(
    options: Namespace,
    library: Library,
    again: Again,
    count: _Count,
    progress: Progress,
    context: Context,
    stdin: Heard,
) -> Iterator[Original]:
    """What was read and is not kept yet, one at a time; all else is told and counted."""
    from store.intake import crowd

    known = library.known()
    passed = {} if again.asked else known
    for taken in crowd.take_many(options.paths, defaults(options, context), stdin=stdin, known=passed):
        if isinstance(taken, crowd.Progress):
            progress.at(taken.done, count.read)
        elif isinstance(taken, Original):
            count.read += 1
            _weigh(taken, again, count, known)
            yield taken
        elif isinstance(taken, crowd.Known):
            count.read += 1
            _duplicate(taken.path, known[taken.sha256], again, count, progress, context)
        else:
            _failed(taken, count, progress, context)


def _weigh(taken: Original, again: Again, count: _Count, known: Mapping[str, str]) -> None:
    """Note what is new of a report that is kept already; of another one its length, and whether it has a day."""
    if taken.report.sha256 in known:
        again.note(taken.report)
    else:
        count.size += len(taken.report.text)
        count.undated += taken.report.published is None


def _name_silent(count: _Count, context: Context) -> None:
    """Tell of new reports that tell nothing; many are not read for that, only those without a day counted."""
    if count.new <= _FEW and count.size <= _SHORT:
        for line in _of_new(count.kept, context):
            context.tell(line)
    elif count.undated:
        context.tell(
            f"no day of publication is known of {count.undated:,} of {counted(count.new, 'new report')}; "
            "«waqai list» reads them, and names those that tell of no event"
        )


def _of_new(ids: Sequence[str], context: Context) -> Iterator[str]:
    if not ids:
        return
    from seeds.load import knowledge
    from store.reports.library import Library
    from tui.commands.shared import nothing
    from tui.commands.shared import timeline as timelines
    from tui.commands.shared.progress import Reading

    with Library(context.folder) as library, Reading(context) as tell:
        yield from nothing.of_added(timelines.accounts_of(library, ids, knowledge, tell))


def _failed(taken: Failure | Notice, count: _Count, progress: Progress, context: Context) -> None:
    progress.hide()
    if tell_result(taken, context):
        count.reasons[getattr(taken, "why", "")] += 1
