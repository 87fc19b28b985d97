"""A zip: its members are reports, as those of a folder are. Nothing is unpacked to the disk, and no bomb goes off.

Source: the limits are far above what reports need; a text of 20 kB packs to a third, a bomb to a thousandth.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from store.intake.chats import x_archive
from store.intake.found import Item, Reader, Source
from store.intake.guard import parsing
from store.intake.result import ARRAY_LIMIT, REPORT_LIMIT, Failure, Refused, too_large

MEMBERS = 10_000
"""Members of one archive."""
RATIO = 100
"""Times that a member of more than `_SMALL` bytes may be larger than what it is packed to."""
_SMALL = 1_000_000
_UNPACK = "unpack it, and name the folder"
_BROKEN = "make the archive anew"


def read(source: Source, member: Reader, is_report: Callable[[str], bool]) -> Iterator[Item]:
    """Every member that `is_report`, in order of names; what is wrong with one is told, and the others are read.

    Raises:
        Refused: it is no zip, is a bomb, or holds no report.
    """
    with parsing("a zip archive", _BROKEN):
        archive = opened(source.content)
    with archive:
        posts = x_archive.posts(archive.namelist())
        if posts:
            source = replace(source, around=x_archive.account(archive))
        members = sorted(
            (info for info in archive.infolist() if (info.filename in posts if posts else _wanted(info, is_report))),
            key=lambda info: info.filename,
        )
        for info in members:
            yield from _member(source, archive, info, member)
    if not members:
        raise Refused("is a zip archive without reports", "put reports into it (.txt, .html, .pdf …)")


def opened(content: bytes) -> ZipFile:
    """The archive, its directory checked: what it says of its sizes also bounds what will be read of it.

    Raises:
        Refused: it holds too much.
        BadZipFile: it is none.
    """
    archive = ZipFile(BytesIO(content))
    infos = archive.infolist()
    total = sum(info.file_size for info in infos)
    if len(infos) > MEMBERS:
        raise Refused(f"is a zip archive of {len(infos):,} members (the limit is {MEMBERS:,})", _UNPACK)
    if _overlap(infos):
        raise Refused("is a zip archive whose members overlap, as in bombs", _BROKEN)
    if total > ARRAY_LIMIT:
        raise Refused(f"is a zip archive that unpacks to {-(-total // 1_000_000):,} MB (the limit is 200 MB)", _UNPACK)
    return archive


def _overlap(infos: list[ZipInfo]) -> bool:
    """True where two members claim the same bytes of the file: then a few bytes unpack to any size."""
    starts = sorted((info.header_offset, info.compress_size) for info in infos)
    return any(start + size > following for (start, size), (following, _) in pairwise(starts))


def checked(info: ZipInfo) -> None:
    """Check that a member can be read without harm.

    Raises:
        Refused: it is a bomb, encrypted, a link, packed in a rare way, or named to get out of its folder.
    """
    if info.flag_bits & 0x1:
        raise Refused("is encrypted", "unpack it with its password, and name the folder")
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Refused("is packed in a way that is not read", _UNPACK)
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Refused("is a link, no file", "put the file itself into the archive")
    if info.file_size > _SMALL and info.file_size > RATIO * max(1, info.compress_size):
        raise Refused(f"unpacks to more than {RATIO} times its size, as bombs do", _UNPACK)
    if _leads_out(info.filename):
        raise Refused("has a name that leads out of the archive", "give it a plain name")


def _wanted(info: ZipInfo, is_report: Callable[[str], bool]) -> bool:
    if not info.filename:
        return False
    name = PurePosixPath(info.filename.replace("\\", "/"))
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in name.parts)
    return not info.is_dir() and not hidden and (is_report(name.name) or name.suffix.lower() == ".zip")


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in "".join(path.parts[:1])


def _member(source: Source, archive: ZipFile, info: ZipInfo, member: Reader) -> Iterator[Item]:
    inner = source.within(info.filename, b"", PurePosixPath(info.filename).suffix.lower())
    try:
        yield from member(source.within(info.filename, _content(archive, info, inner), inner.suffix))
    except Refused as refusal:
        yield Failure(inner.path, refusal.reason, refusal.remedy)


def _content(archive: ZipFile, info: ZipInfo, inner: Source) -> bytes:
    if inner.suffix == ".zip" or inner.inside > 2:
        raise Refused("is an archive within an archive, which is not opened", _UNPACK)
    checked(info)
    if info.file_size > REPORT_LIMIT:
        raise too_large(info.file_size)
    with parsing("packed in a zip archive", _BROKEN):
        return archive.read(info)


__all__ = ["BadZipFile", "checked", "opened", "read"]
