"""The shape of a library and how an older one becomes a newer one, a step at a time.

A step takes the library's folder from its number to the next. It must bear being run again after a crash in its midst:
the number in `library.json` rises only when the step is done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from store.disk import chaining, locked, regular, seal, steps, whole
from store.disk.atomic import from_json, to_json
from store.disk.errors import LibraryError, damaged, refused

CURRENT = 5
HEADER = "library.json"
PARTS = ("reports", "texts")
"""The folders of a library."""
_MOST_OF_HEADER = 1_000_000
_SEALED = 4
"""The first version whose header bears a checksum."""
CHAINED = 5
"""The first version whose decisions bear a chain."""

Step = Callable[[Path], None]

STEPS: Mapping[int, Step] = {
    1: steps.with_hashes_of_texts,
    2: steps.with_blocks,
    3: steps.with_checksums,
    4: chaining.with_chain,
}
"""Version -> what lifts a library of that version to the next."""


def version(folder: Path) -> int | None:
    """The version of the library in the folder; None where there is no library.

    Raises:
        LibraryError: the library is locked, its header is damaged, or was written by a newer Waqai.
    """
    locked.check(folder)
    header = _header(folder)
    if header is None:
        return None
    for part in PARTS:
        regular.check_folder(folder / part)
    file = folder / HEADER
    found = header.get("schema")
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise damaged(file, "it names no schema version")
    if found > CURRENT:
        raise LibraryError(
            file,
            f"the library was written by a newer Waqai (version {found}; this one knows {CURRENT})",
            "update Waqai to open it; nothing was changed",
        )
    return found


def create(folder: Path, name: str) -> None:
    """Write the header that makes a folder a library."""
    _write(folder, {"schema": CURRENT, "name": name})


def lift_alone(folder: Path, patience: float) -> None:
    """As `lift`, for a caller that holds no lock yet."""
    from store.disk import lock

    with lock.held(folder, lock.REPORTS, patience), lock.held(folder, lock.DECISIONS, patience):
        lift(folder)


def lift(folder: Path, by: Mapping[int, Step] = STEPS, to: int = CURRENT) -> None:
    """Bring an older library up to version `to`. The caller holds both locks."""
    header = _header(folder)
    if header is None:
        return
    while header["schema"] < to:
        try:
            by[header["schema"]](folder)
        except OSError as error:
            raise refused(Path(error.filename) if error.filename else folder, error) from error
        header = {**header, "schema": header["schema"] + 1}
        _write(folder, header)


def _header(folder: Path) -> dict[str, Any] | None:
    file = folder / HEADER
    try:
        content = regular.read(file, _MOST_OF_HEADER)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise refused(file, error) from error
    header = from_json(file, content)
    if not isinstance(header, dict):
        raise damaged(file, "it is no header of a library")
    if header.get("schema") in range(_SEALED, CURRENT + 1) and content != _written(header):
        raise damaged(file, "its checksum is of other content")
    return header


def _write(folder: Path, header: Mapping[str, Any]) -> None:
    try:
        whole.write(folder / HEADER, _written(header))
    except OSError as error:
        raise refused(folder / HEADER, error) from error


def _written(header: Mapping[str, Any]) -> bytes:
    """The bytes of a header, which end with their checksum from the version on that has one."""
    bare = {name: value for name, value in header.items() if name != seal.CHECKSUM}
    if bare["schema"] < _SEALED:
        return to_json(bare)
    return to_json({**bare, seal.CHECKSUM: seal.checksum(HEADER, to_json(bare).decode("utf-8"))})
