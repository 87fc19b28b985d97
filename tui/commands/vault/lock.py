"""`waqai library lock` and `waqai library unlock`."""

from __future__ import annotations

from argparse import Namespace

from tui.commands.shared.context import FAILED, OK, Context, counted

_FINAL = (
    "nothing opens a locked library but its passphrase: if that is lost, its reports and decisions are lost for good, "
    "and nobody can bring them back; write it down and keep it apart from this machine"
)
_CLEAR = (
    "what was copied before it was locked: backups, exports, libraries of others, copies of a sync program",
    "the free space of the disk, where what was in clear lies until it is overwritten; disk encryption hides that too",
)


def lock(options: Namespace, context: Context) -> int:
    """Lock it; the first time a passphrase is asked for, later it has a key."""
    from store.care.vault import keys, locking
    from store.disk import locked, migrations, replaced
    from tui.commands.vault import passphrase

    folder = context.folder
    if locked.is_locked(folder):
        left = locking.finish(folder)
        told = f"; {counted(left, 'file')} that a killed one had left in clear {'is' if left == 1 else 'are'} removed"
        context.write(f"{folder} is locked already{told if left else ''}\n")
        return OK
    keys.age()
    to = keys.public(folder)
    if to is None and migrations.version(folder) is not None:
        context.tell(_FINAL)
        to = keys.make(folder, passphrase.new(options.passphrase_file, context)).to_public()
    done = locking.close(folder, to)
    for former in replaced.formers(folder):
        context.line(f"in clear: {former}, a library that a restore put aside; lock it with --library, or remove it")
    for line in _CLEAR:
        context.line(f"out of reach: {line}")
    context.write(
        f"{folder} is locked: {counted(done.files, 'file')} in {locked.FILE} ({done.size:,} bytes), written and read "
        "again; «waqai library unlock» opens it\n"
    )
    return OK


def unlock(options: Namespace, context: Context) -> int:
    """Open it until it is locked again."""
    from store.care.vault import keys, locking
    from store.disk import locked
    from tui.commands.vault import passphrase

    folder = context.folder
    if locked.is_locked(folder):
        keys.age()
        key = keys.opened(folder, passphrase.asked(options.passphrase_file, context))
        done = locking.open_up(folder, key)
        context.write(f"{folder} is open: {counted(done.files, 'file')}; «waqai library lock» locks it again\n")
    elif not (options.for_good and keys.has_key(folder)):
        context.tell(f"{folder} is not locked; «waqai library lock» locks it")
        return FAILED
    if options.for_good:
        locking.drop_key(folder)
        context.write("it has no key any more: its backups are in clear, and a next lock asks for a new passphrase\n")
    return OK


def verified(context: Context) -> int:
    """What can be told of a locked library without its passphrase."""
    from store.care.vault import locking
    from store.disk import locked

    problems = locking.wrong(context.folder)
    for problem in problems:
        context.line(problem)
    size = (context.folder / locked.FILE).stat().st_size
    context.tell(
        f"it is locked, and {counted(len(problems), 'problem') if problems else 'all is well'} from outside "
        f"({size:,} bytes); «waqai library unlock» and «verify» again look at each report and decision"
    )
    return FAILED if problems else OK
