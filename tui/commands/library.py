"""`waqai library ACTION`: keeps a library sound, tells what was decided, forgets a report for good."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.shared.context import FAILED, OK, USAGE, Context, counted

if TYPE_CHECKING:
    from store.care.joining import Joined
    from store.reports.library import Library
    from timeline_core.decisions.disagreement import Disagreement

_FILES = {"verify": (0, 0), "backup": (1, 1), "restore": (1, 1), "compact": (0, 0), "merge": (0, 99)}
_FILES |= {"repair": (0, 0), "log": (0, 0), "forget": (1, 1), "lock": (0, 0), "unlock": (0, 0)}
"""How many files each takes, at least and at most."""

_FORMATS = ("table", "csv", "json", "jsonl")


def configure(parser: ArgumentParser) -> None:
    """What to do, and with which file."""
    parser.add_argument("action", choices=tuple(_FILES), metavar="ACTION", help=", ".join(_FILES))
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="of backup and restore; of merge: libraries or backups of others"
    )
    parser.add_argument("--replace", action="store_true", help="restore: put the library that is there aside")
    parser.add_argument(
        "--events", action="store_true", help="verify: the quotes of every event too, which takes longer"
    )
    parser.add_argument(
        "--manifest", action="store_true", help="verify: print the SHA-256 of every file, for «sha256sum -c»"
    )
    parser.add_argument(
        "--head", metavar="HASH", help="verify: whether the decisions that «log --proof» printed it of are as they were"
    )
    parser.add_argument(
        "--proof",
        nargs="?",
        type=int,
        const=0,
        metavar="N",
        help="log: print one hash that stands for all decisions, or for the first N of them",
    )
    parser.add_argument("--yes", action="store_true", help="forget: really remove it; without, only tell what would be")
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help="lock, unlock: its first line is the passphrase; «-» is standard input, «/dev/fd/3» a descriptor",
    )
    parser.add_argument("--for-good", action="store_true", help="unlock: and take its key away")
    parser.add_argument("--format", choices=_FORMATS, default="table", help=f"log: {', '.join(_FORMATS)}")
    parser.add_argument("-o", "--output", metavar="FILE", help="log: write there in place of standard output")


def run(options: Namespace, context: Context) -> int:
    """Do it; the outcome goes to standard output, problems are lines there too where they are what was asked for."""
    least, most = _FILES[options.action]
    if not least <= len(options.files) <= most:
        context.tell(f"«waqai library {options.action}» takes {_several(least, most)}")
        return USAGE
    return _ACTIONS[options.action](options, context)


def _several(least: int, most: int) -> str:
    return "no FILE" if most == 0 else "one FILE" if least == most == 1 else "any number of FILEs"


def _verify(options: Namespace, context: Context) -> int:
    from store.disk.locked import is_locked

    if options.manifest:
        return _manifest(context)
    if is_locked(context.folder):
        from tui.commands.vault import lock

        return lock.verified(context)
    return _look_at_all(options, context)


def _look_at_all(options: Namespace, context: Context) -> int:
    from store.care.verify import verify

    found = verify(context.folder)
    if not found.problems:
        found.problems += _set_aside(context)
    if options.events and not found.problems:
        found.problems += _of_events(context)
    if options.head:
        found.problems += _of_head(options.head.strip().lower(), context)
    for problem in found.problems:
        context.line(str(problem))
    if found.spare:
        context.tell(
            f"{counted(found.spare, 'text')} in {context.folder} belong to no report: an interrupted add left them, "
            "and adding the same again takes them in, or «waqai library repair»"
        )
    if found.loose:
        context.tell(
            f"{counted(found.loose, 'decision')} from elsewhere {'was' if found.loose == 1 else 'were'} recorded there "
            "behind others that are not here"
        )
    context.tell(
        f"{counted(found.reports, 'report')} and {counted(found.decisions, 'decision')}: "
        f"{counted(len(found.problems), 'problem') if found.problems else 'all is well'}"
    )
    return FAILED if found.problems else OK


def _manifest(context: Context) -> int:
    """The list itself, so that it can be kept elsewhere and checked without Waqai."""
    from store.care.manifest import manifest
    from store.disk import locked
    from store.disk.errors import LibraryError
    from store.disk.migrations import version

    if not locked.is_locked(context.folder) and version(context.folder) is None:
        raise LibraryError(context.folder, "holds no library", "name one with --library")
    for line in manifest(context.folder):
        context.write(f"{line}\n")
    return OK


def _forget(options: Namespace, context: Context) -> int:
    """Remove a report for good; without --yes only tell what that means."""
    from store.care.forgetting import forget

    found = forget(context.folder, options.files[0], really=options.yes)
    for line in found.removed:
        context.line(f"{'removed' if options.yes else 'would be removed'}: {line}")
    for line in found.beyond:
        context.line(f"out of reach: {line}")
    if not options.yes:
        context.tell("nothing was removed yet, and nothing would bring it back; say --yes")
    return OK if options.yes else FAILED


def _set_aside(context: Context) -> Iterator[str]:
    """Reports whose reading broke: they are whole, and tell nothing until the program can read them."""
    from seeds.load import knowledge
    from tui.commands.shared import timeline as timelines
    from tui.commands.shared.gather import library

    kept = found and timelines.opened(found, knowledge) if (found := library(context)) else None
    for id, fault in kept.now.timeline.faults.items() if kept else ():
        yield (
            f"report «{id}» is set aside, for its reading broke in the step «{fault.step}» ({fault}); "
            "please report this line"
        )


def _of_events(context: Context) -> Iterator[str]:
    """Quotes that are not where the event says, and decisions that find no event."""
    from seeds.load import knowledge
    from store.reports.library import Library
    from timeline_core.decisions.on_reports import read_amendments
    from tui.commands.shared import timeline as timelines
    from tui.commands.shared.gather import Gathered

    library = Library(context.folder)
    log = library.decisions.log()
    timeline = timelines.timeline(Gathered(library.reports(read_amendments(log)), "", log=log), knowledge)
    texts = {report.id: report.text for report in timeline.reports}
    for event in (*timeline.events, *timeline.undated):
        for piece in event.evidence:
            if piece.span.of(texts[piece.report]) != piece.exact:
                yield f"event {event.id}: its quote is not at {piece.span.start}–{piece.span.end} of «{piece.report}»"
    for one in timeline.orphans:
        title = one.targets[0].title if one.targets else one.act.value
        yield f"decision {one.id} ({one.act} by {one.who}, {one.at}) finds no event: «{title}»"


def _backup(options: Namespace, context: Context) -> int:
    from store.care.backup import backup
    from store.care.vault import sealed_backup

    problems = backup(context.folder, Path(options.files[0]))
    for problem in problems:
        context.tell(problem)
    size = Path(options.files[0]).stat().st_size
    closed = ", encrypted as the library is locked" if sealed_backup.is_due(context.folder) else ""
    context.write(f"{context.folder} is in {options.files[0]} ({size:,} bytes{closed}), written and read again\n")
    return FAILED if problems else OK


def _restore(options: Namespace, context: Context) -> int:
    from store.care.backup import restore
    from store.care.verify import verify
    from store.disk.locked import is_locked

    former = restore(Path(options.files[0]), context.folder, replace=options.replace)
    if former is not None:
        context.tell(f"the former library is now {former}")
    if is_locked(context.folder):
        context.write(f"a locked library is back in {context.folder}; «waqai library unlock» opens it\n")
        return OK
    found = verify(context.folder)
    for problem in found.problems:
        context.tell(problem)
    context.write(
        f"{counted(found.reports, 'report')} and {counted(found.decisions, 'decision')} are back in {context.folder}\n"
    )
    return FAILED if found.problems else OK


def _lock(options: Namespace, context: Context) -> int:
    from tui.commands.vault import lock

    return lock.lock(options, context) if options.action == "lock" else lock.unlock(options, context)


def _compact(_: Namespace, context: Context) -> int:
    from store.reports.library import Library

    folded = Library(context.folder).decisions.compact()
    context.write(f"{counted(folded, 'decision')} folded into decisions.json\n")
    return OK


def _repair(_: Namespace, context: Context) -> int:
    from store.care.mending import mend, spare
    from store.reports.library import Library

    for line in mend(context.folder):
        context.write(f"{line}\n")
    library = Library(context.folder)
    if again := library.add(spare(context.folder)).new:
        context.write(f"{counted(len(again), 'report')} read anew from what is kept of them: {', '.join(again[:9])}\n")
    count, complete = library.decisions.repair()
    missing = "" if complete else "; what was folded before cannot be found, so some may be missing"
    context.write(f"{counted(count, 'decision')} brought back{missing}\n")
    return OK if complete else FAILED


def _merge(options: Namespace, context: Context) -> int:
    from store.care.joining import join, join_copies
    from store.reports.library import Library

    library = Library(context.folder)
    if not options.files:
        joined = join_copies(library)
        if not (joined.aside or joined.problems):
            context.tell("there is no conflict copy to take in; name a colleague's library, or a backup of it")
        return _joined(joined, context)
    return max(_joined(_other(library, Path(name), join), context) for name in options.files)


def _other(library: Library, path: Path, join: Callable[[Library, Path], Joined]) -> Joined:
    from store.care.backup import opened
    from store.disk.errors import LibraryError
    from store.disk.locked import is_locked

    if path.is_dir():
        return join(library, path)
    with opened(path, library.folder) as taken:
        if is_locked(taken):
            remedy = "restore it elsewhere with --library FOLDER, unlock that, and merge FOLDER"
            raise LibraryError(path, "is the backup of a locked library", remedy)
        return join(library, taken)


def _joined(joined: Joined, context: Context) -> int:
    for problem in joined.problems:
        context.tell(problem)
    for path in joined.aside:
        context.tell(f"the conflict copy is now {path}")
    context.write(
        f"{counted(len(joined.new), 'report')} taken in, {joined.known:,} here already; "
        f"{counted(joined.decisions, 'decision')} taken in\n"
    )
    if joined.disagreements:
        context.write(f"{counted(len(joined.disagreements), 'conflict')}; the later of two decisions holds:\n")
    for one in joined.disagreements:
        context.line(_describe(one))
    return FAILED if joined.problems else OK


def _describe(one: Disagreement) -> str:
    from tui.commands.shared.logbook import said

    name = f"{one.holds.targets[0].event} {one.holds.targets[0].title}" if one.holds.targets else one.holds.values[-1]
    return (
        f"  {name}: {one.aspect}: {said(one.holds)} ({one.holds.who}, {one.holds.at}) holds, "
        f"not {said(one.first)} ({one.first.who}, {one.first.at})"
    )


def _proof(number: int, context: Context) -> int:
    """The head that is kept of the first so many decisions, or of all; each is hashed again before it is told."""
    from store.care.verify import broken
    from store.decisions import compaction, proof

    documents = [*compaction.kept(context.folder).values()]
    if number > len(documents):
        context.tell(f"{context.folder} holds no more than {counted(len(documents), 'decision')}")
        return FAILED
    of = documents[:number] if number > 0 else documents
    chained = bool(of) and all(proof.CHAIN in one for one in of)
    wrong = [*broken(of)] if chained else []
    for line in wrong:
        context.tell(line)
    heads = [str(one[proof.CHAIN]) for one in of] if chained else proof.heads(of)
    context.write(f"{heads[-1] if heads else proof.EMPTY}  {counted(len(of), 'decision')}\n")
    return FAILED if wrong else OK


def _of_head(head: str, context: Context) -> Iterator[str]:
    """Whether the decisions that a head was noted of are here, and as they were."""
    from store.decisions import compaction, proof

    documents = compaction.kept(context.folder).values()
    if count := proof.covered(documents, head):
        context.tell(f"{head} is the head of {counted(count, 'decision')} that {'is' if count == 1 else 'are'} here")
    else:
        yield f"{context.folder}: no decisions that are here have the head {head}: one was changed, moved or taken out"


def _log(options: Namespace, context: Context) -> int:
    from store.reports.library import Library
    from tui.commands.shared import logbook
    from tui.commands.shared.output import put
    from tui.commands.shared.terminal import put_lines

    library = Library(context.folder)
    log = library.decisions.log()
    for problem in library.decisions.problems:
        context.tell(problem)
    if options.proof is not None:
        return _proof(options.proof, context)
    if options.format == "table" and not options.output:
        put_lines(logbook.table(log), context)
    else:
        put(logbook.document(log, options.format), options.output, context)
    return OK


_ACTIONS: dict[str, Callable[[Namespace, Context], int]] = {
    "verify": _verify,
    "backup": _backup,
    "restore": _restore,
    "compact": _compact,
    "merge": _merge,
    "repair": _repair,
    "log": _log,
    "forget": _forget,
    "lock": _lock,
    "unlock": _lock,
}
