"""The archive of an account of X: a zip whose posts stand in scripts, and whose account stands in another."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from zipfile import ZipFile

from store.intake.guard import parsing
from store.intake.result import Refused

_POSTS = re.compile(r"(?:.*/)?data/tweets?(?:-part\d{1,4})?\.js")
_ACCOUNT = re.compile(r"(?:.*/)?data/account\.js")
_LARGEST = 100_000


def posts(names: Iterable[str]) -> frozenset[str]:
    """The members that hold posts; none where it is no such archive."""
    return frozenset(name for name in names if _POSTS.fullmatch(name))


def account(archive: ZipFile) -> dict[str, object]:
    """Whose the archive is, as it stands around every post; empty where it does not say so."""
    for info in archive.infolist():
        if _ACCOUNT.fullmatch(info.filename) and info.file_size <= _LARGEST and not info.flag_bits & 0x1:
            with suppress(Refused), parsing("an archive of X", "ask X for it anew"):
                told = json.loads(archive.read(info).decode("utf-8").partition("=")[2])[0]["account"]
                return {"account": {"username": str(told["username"]), "name": str(told["accountDisplayName"])}}
    return {}
