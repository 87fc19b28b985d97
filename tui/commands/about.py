"""`waqai about`: the version, and whose data is in it and in the library, each with its licence."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from tui.commands.shared.context import OK, Context, counted

_LICENCE = "MIT licence; the sample reports were written for Waqai"


def configure(parser: ArgumentParser) -> None:
    """Nothing is asked."""
    parser.set_defaults(paths=None)


def run(_: Namespace, context: Context) -> int:
    """A line each, its licence and its address below."""
    from timeline_core import __version__
    from tui.commands.shared.terminal import put_lines

    put_lines((f"waqai {__version__}", _LICENCE, "", *_bundled(), *_own(context)), context)
    return OK


def _bundled() -> Iterator[str]:
    from seeds.load import origins

    yield "Data of others:"
    for one in origins():
        yield f"  {one.of}: {one.what}"
        yield f"    {one.licence}  {one.address}"


def _own(context: Context) -> Iterator[str]:
    """The lists of names that were taken into the library, where there is one."""
    from timeline_core.decisions.own_lists import rows, source
    from timeline_core.model.decision import Act, in_force
    from tui.commands.shared.gather import library

    found = library(context) if context.folder.exists() else None
    lists = [act for act in in_force(found.log) if act.act is Act.GAZETTEER] if found is not None else []
    if lists:
        yield ""
        yield "Lists of this library:"
    for act in lists:
        yield f"  {act.values[1]}: {counted(sum(1 for _ in rows(act)), 'name')} ({source(act)})"
