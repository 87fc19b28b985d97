"""From what the user typed to the files that are read: folders are walked, in order; what is no file is refused."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path

from store.intake.kinds import KNOWN, is_report
from store.intake.result import Failure, Refused

STDIN = "-"
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_PATTERN = re.compile(r"[*?]|\[[^]]+\]")

_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def found(paths: Iterable[str]) -> Iterator[str | Failure]:
    """Every file below what was typed, as a path that begins as typed; folders in order of names, depth first."""
    for path in paths:
        if path == STDIN or is_address(path):
            yield path
        elif _is_folder(path):
            yield from _below(path)
        elif _PATTERN.search(path) and not os.path.lexists(path):
            yield from _matching(path)
        else:
            yield path


def is_address(path: str) -> bool:
    """True for a web address, which is fetched and not opened."""
    return _ADDRESS.match(path) is not None


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except ValueError:
        return False


def _matching(pattern: str) -> Iterator[str | Failure]:
    """The files that a pattern names, in order; `**` stands for any folders. Links to folders are not followed.

    The standard library's `glob` follows them, and never ends in two that lead to one another.
    """
    parts = Path(pattern).parts
    fixed = next(number for number, part in enumerate(parts) if _PATTERN.search(part))
    top = Path(*parts[:fixed])
    any_file = False
    for here, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = Path(here).relative_to(top).parts
        for name in sorted(names):
            if not name.startswith(".") and _matches((*inside, name), parts[fixed:]):
                any_file = True
                yield _inside(Path(here) / name, top)
    if not any_file:
        yield Failure(pattern, "matches no file", "check the pattern; ** stands for any folders")


def _matches(path: Sequence[str], pattern: Sequence[str]) -> bool:
    """True where the path fits the pattern; costs the product of both lengths."""
    fits = [True] + [False] * len(path)
    for wanted in pattern:
        if wanted == "**":
            for place in range(1, len(path) + 1):
                fits[place] = fits[place] or fits[place - 1]
        else:
            fits = [False] + [fits[place] and fnmatchcase(name, wanted) for place, name in enumerate(path)]
    return fits[-1]


def _below(folder: str) -> Iterator[str | Failure]:
    """The reports of a folder; hidden files and folders, links to folders and what explains it are passed over."""
    failures: list[OSError] = []
    any_file = False
    for here, folders, names in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if is_report(name):
                any_file = True
                yield _inside(Path(here) / name, Path(folder))
    for error in failures:
        yield refused(error.filename or folder, error)
    if not any_file and not failures:
        known = ", ".join(sorted(KNOWN))
        yield Failure(folder, "is a folder without reports", f"name a folder that holds {known}")


def _inside(path: Path, top: Path) -> str | Failure:
    """The file, unless it is a link that leads out of the folder: who made the folder must not choose what is read."""
    if os.path.islink(path):  # noqa: PTH114 a third of the time, of every file of a folder
        with suppress(OSError, RuntimeError):
            if not path.resolve(strict=True).is_relative_to(top.resolve()):
                return Failure(str(path), "is a link that leads out of its folder", "name the file itself")
    return str(path)


def size(path: str) -> int:
    """Bytes of a regular file, without opening it.

    Raises:
        Refused: it is a device, a pipe or a socket, which could never end, or no name of a file at all.
        OSError: it is not there, or may not be seen.
    """
    try:
        state = Path(path).stat()
    except ValueError as error:
        raise Refused("is no name of a file: it holds a NUL byte", "check the name") from error
    for is_kind, what in _KINDS:
        if is_kind(state.st_mode):
            raise Refused(f"is {what}, no file", "name a file, or pipe its text to «-»")
    return state.st_size


def refused(path: str, error: OSError) -> Failure:
    """The failure of a file that the system would not open."""
    if isinstance(error, FileNotFoundError):
        return Failure(path, "there is no such file", "check the name")
    if isinstance(error, PermissionError):
        return Failure(path, "may not be read", "allow it (chmod u+r)")
    return Failure(path, f"cannot be read ({error.strerror or error})", "check the name and the disk")
