"""Another account of the machine reads nothing of a library: it is made here, and tries."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.words import RAID, process

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0 or not shutil.which("useradd"), reason="needs useradd"),
]
_READ = 'find "$@" -type f -exec cat {} + 2>/dev/null | wc -c'


@pytest.fixture
def other() -> Iterator[int]:
    """The number of an account that was not there."""
    name = f"waqai-test-{os.getpid()}"
    subprocess.run(["useradd", "--no-create-home", "--shell", "/bin/sh", name], check=True, capture_output=True)
    try:
        yield pwd.getpwnam(name).pw_uid
    finally:
        subprocess.run(["userdel", name], check=True, capture_output=True)


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder into which everybody may go."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def read_by(uid: int, *folders: Path) -> int:
    """The bytes that an account reads in all files of these folders."""
    asked = ["/bin/sh", "-c", _READ, "sh", *map(str, folders)]
    return int(subprocess.run(asked, user=uid, group=uid, extra_groups=[], capture_output=True, check=True).stdout)


def test_a_second_user_reads_no_byte_of_it(other: int, place: Path) -> None:
    """Whatever the umask: the library, its backups, the screens and sessions, and an export that says all."""
    before = os.umask(0)
    try:
        (place / "raid.txt").write_text(RAID, "utf-8")
        (place / "out").mkdir()
        (place / "seen").write_text("seen")
        at = {"XDG_DATA_HOME": str(place / "data"), "XDG_STATE_HOME": str(place / "state")}

        def waqai(*words: str | Path) -> bytes:
            done = process(*words, **at)
            assert done.returncode == 0, done.stderr
            return done.stdout

        waqai("add", place / "raid.txt", "--published", "2023-02-15")
        event = waqai("list").split()[0].decode()
        waqai("decide", event, "note", "a note")
        waqai("news", "--seen")
        waqai("library", "compact")
        waqai("library", "backup", place / "out" / "library.zip")
    finally:
        os.umask(before)
    assert [path for path in (place / "data").rglob("*") if path.is_file()] != []
    (place / "raid.txt").unlink()
    assert read_by(other, place / "data", place / "state", place / "out") == 0
    assert read_by(other, place) == len("seen"), "the control: what lies beside them is read"
