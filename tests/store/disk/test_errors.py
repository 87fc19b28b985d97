"""The words for what the system refuses."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from store.disk.errors import refused


@pytest.mark.parametrize(
    "code, what, remedy",
    [
        (errno.ENOSPC, "the disk is full", "free some space"),
        (errno.EDQUOT, "the disk is full", "free some space"),
        (errno.EROFS, "its disk may only be read", "make it writable"),
        (errno.EACCES, "the system does not permit it", "allow it"),
        (errno.ENOTDIR, "a file stands where a folder should be", "name another folder"),
        (errno.EIO, "the system refused (Input/output error)", "check the disk"),
    ],
)
def test_every_refusal_names_file_cause_and_remedy(code: int, what: str, remedy: str) -> None:
    error = refused(Path("library/x"), OSError(code, os.strerror(code)))
    assert str(error).startswith(f"library/x: {what}; {remedy}")
