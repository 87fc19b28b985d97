"""From what the user typed to the files that are read: folders are walked, in order; what is no file is refused."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from store.intake.result import Failure, Refused

MARKDOWN = frozenset({".md", ".markdown"})
HTML = frozenset({".html", ".htm", ".xhtml"})
LINES = frozenset({".jsonl", ".ndjson"})
JSON = frozenset({".json"})
KNOWN = frozenset({".txt"}) | MARKDOWN | HTML | LINES | JSON
"""Suffixes that are looked for in a folder; a file that is named itself is read whatever it is called."""

STDIN = "-"

_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def found(paths: Iterable[str]) -> Iterator[str | Failure]:
    """Every file below what was typed, as a path that begins as typed; folders in order of names, depth first."""
    for path in paths:
        if path != STDIN and Path(path).is_dir():
            yield from _below(path)
        else:
            yield path


def _below(folder: str) -> Iterator[str | Failure]:
    """The reports of a folder; hidden files and folders, links to folders and what explains it are passed over."""
    failures: list[OSError] = []
    any_file = False
    for here, folders, names in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if _is_report(name):
                any_file = True
                yield str(Path(here) / name)
    for error in failures:
        yield refused(error.filename or folder, error)
    if not any_file and not failures:
        known = ", ".join(sorted(KNOWN))
        yield Failure(folder, "is a folder without reports", f"name a folder that holds {known}")


def _is_report(name: str) -> bool:
    """True for a file that a folder is read for: of a known kind, not hidden, and no README about the others."""
    return Path(name).suffix.lower() in KNOWN and not name.startswith((".", "README."))


def size(path: str) -> int:
    """Bytes of a regular file, without opening it.

    Raises:
        Refused: it is a device, a pipe or a socket, which could never end, or no name of a file at all.
        OSError: it is not there, or may not be seen.
    """
    try:
        state = Path(path).stat()
    except ValueError as error:
        raise Refused(f"is no name of a file ({error})", "check the name") from error
    for is_kind, what in _KINDS:
        if is_kind(state.st_mode):
            raise Refused(f"is {what}, no file", "name a file, or pipe its text to «-»")
    return state.st_size


def refused(path: str, error: OSError) -> Failure:
    """Why the system would not give us the file."""
    if isinstance(error, FileNotFoundError):
        return Failure(path, "there is no such file", "check the name")
    if isinstance(error, PermissionError):
        return Failure(path, "may not be read", "allow it (chmod u+r)")
    return Failure(path, f"cannot be read ({error.strerror or error})", "check the name and the disk")
