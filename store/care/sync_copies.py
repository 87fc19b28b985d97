"""What a sync program left beside the files of a library when two machines had changed the same one.

Dropbox writes «decisions (Lea's conflicted copy 2023-02-10).json», Syncthing «decisions.sync-conflict-….json», OneDrive
«decisions-LEA-PC.json», iCloud «decisions 2.json», Nextcloud «decisions (conflicted copy …).json», each in the user's
language. What they share is all that is relied on: the stem of one of our names, something more, the same suffix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from store.decisions import compaction as fold
from store.disk import migrations
from store.disk.errors import refused

OURS = (migrations.HEADER, fold.FILE, fold.JOURNAL, fold.FILE_BEFORE, fold.JOURNAL_BEFORE)
_SHARD = re.compile(r"\d{4,}\.json", re.ASCII)
_SHARD_COPY = re.compile(r"\d{4,}\D.*\.json", re.ASCII | re.DOTALL)
_TEXT = re.compile(r"[0-9a-f]{64}(\.txt)?", re.ASCII)
_TEXT_COPY = re.compile(r"[0-9a-f]{64}.+", re.ASCII | re.DOTALL)

_CARRIERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".sync": "Resilio Sync",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tmp.driveupload": "Google Drive",
    ".megaignore": "MEGA",
}
"""What sync programs leave in the folder that they copy, and their names."""

_NAMED = ("Dropbox", "OneDrive", "Nextcloud", "ownCloud", "Google Drive", "GoogleDrive", "Mobile Documents", "MEGA")
"""Beginnings of the names of folders that sync programs copy; «Mobile Documents» is Apple's."""


def conflicts(folder: Path, *, texts: bool = False) -> tuple[Path, ...]:
    """The conflict copies in a library, in order of name; `texts` looks at each of those too."""
    found = [path for path in _files(folder) if path.name not in OURS and _is_copy(path.name)]
    found += [path for path in _files(folder / "reports") if _SHARD_COPY.fullmatch(path.name)]
    if texts:
        found += [path for path in _files(folder / "texts") if is_text_copy(path.name)]
    return tuple(found)


def describe_conflicts(folder: Path) -> Iterator[str]:
    """A line for a person for each conflict copy."""
    for path in conflicts(folder):
        yield (
            f"{path}: is a conflict copy that a sync program left, so two machines wrote at once; "
            "«waqai library merge» takes in what only it holds and puts it aside"
        )


def carrier(folder: Path) -> str:
    """The sync program that copies the folder to other machines, as far as its folders show; empty where none does."""
    for place in (folder, *folder.absolute().parents):
        if named := next((name for name in _NAMED if place.name.startswith(name)), ""):
            return named.replace("Mobile Documents", "iCloud")
        if left := next((mark for mark in _CARRIERS if (place / mark).exists()), ""):
            return _CARRIERS[left]
    return ""


def is_shard(name: str) -> bool:
    """True for the name of a file of reports."""
    return _SHARD.fullmatch(name) is not None


def is_text(name: str) -> bool:
    """True for the name of an original, or of the text that was read from it."""
    return _TEXT.fullmatch(name) is not None


def is_text_copy(name: str) -> bool:
    """True for a conflict copy of an original: its name begins with a hash, but is none."""
    return not is_text(name) and _TEXT_COPY.fullmatch(name) is not None


def _is_copy(name: str) -> bool:
    return any(
        name.startswith(stem) and name.endswith(suffix) and not name.startswith(".")
        for stem, suffix in (("library", ".json"), ("decisions", ".json"), ("decisions", ".journal"))
    )


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_file())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise refused(folder, error) from error
