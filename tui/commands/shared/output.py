"""Writes output to standard output, or atomically to a file that is not one of the inputs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from store.disk import whole
from timeline_core.errors import TimelineError
from timeline_core.model.report import Report
from tui.commands.shared.context import Context


class OutputError(TimelineError):
    """The file for the output may not or cannot be written; the message names file, cause and remedy."""


def put(
    text: str, target: str | None, context: Context, reports: Iterable[Report] = (), *, closed: bool = False
) -> None:
    """Write to the file, or to standard output where none is named.

    Args:
        reports: whose files must not be written over.
        closed: nobody but the owner of the file may read it.

    Raises:
        OutputError: the file is one of the reports, lies in the library, or the system refuses.
    """
    if target is None or target == "-":
        context.write(text)
        return
    path = Path(target)
    _refuse_sources(path, context, reports)
    content = text.encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as stream:
                stream.write(content)
        else:
            whole.write(path, content, closed=closed)
    except OSError as error:
        raise OutputError(
            f"{target}: cannot be written ({error.strerror or error}); name another file with -o"
        ) from error


def _refuse_sources(path: Path, context: Context, reports: Iterable[Report]) -> None:
    for report in reports:
        if _same(path, report.path):
            raise OutputError(f"{path}: is a report that was just read; name another file with -o")
    if path.resolve().is_relative_to(context.folder.resolve()):
        raise OutputError(f"{path}: lies in the library, which only Waqai writes; name another file with -o")


def _same(path: Path, other: str) -> bool:
    try:
        return bool(other) and other != "-" and path.samefile(other)
    except OSError:
        return False
