"""`waqai library lock` and `unlock` as a person meets them, and every other command before a locked library."""

from __future__ import annotations

import getpass
import io
import sys
from pathlib import Path
from typing import Any

import pytest

from store.care.vault import keys, locking
from tests.commands.words import Streams
from tui.commands.vault import passphrase

KEY = keys.age().x25519.Identity.generate()
PHRASE = "four words and more"


@pytest.fixture
def folder(waqai: Streams, raid: Path) -> Path:
    """A library that was never locked."""
    waqai("add", raid)
    return Path(waqai("locate", "library").out.strip())


@pytest.fixture
def said(tmp_path: Path) -> Path:
    """A file with the passphrase."""
    file = tmp_path / "said"
    file.touch(0o600)
    file.write_text(f"{PHRASE}\n")
    return file


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A passphrase that costs nothing: `tests/store/care/vault` pays for a real one."""

    class Cheap:
        @staticmethod
        def encrypt(plain: bytes, phrase: str, *, armored: bool) -> bytes:
            assert armored
            return phrase.encode() + b"\n" + plain

        @staticmethod
        def decrypt(sealed: bytes, phrase: str) -> bytes:
            if not sealed.startswith(f"{phrase}\n".encode()):
                raise keys.age().DecryptError
            return sealed

    monkeypatch.setattr(keys.age(), "passphrase", Cheap)


COMMANDS = (
    *("list", "show x", "export --format json", "matrix actor month", "news", "pairs", "story list", "reports"),
    *("reports list", "decide x star", "actors list", "places list", "library compact", "library repair"),
    *("library log", "library forget x", "library merge", "watch --once {raid}", "add {raid}"),
)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_locked_library_is_one_line_with_its_remedy(waqai: Streams, folder: Path, raid: Path, command: str) -> None:
    locking.close(folder, KEY.to_public())
    raid = raid if "watch" not in command else raid.parent / "in"
    raid.parent.joinpath("in").mkdir()
    raid.parent.joinpath("in", "one.txt").write_text("A bridge was bombed on 7 March 2021.")
    answer = waqai(*command.format(raid=raid).split())
    assert (answer.code, answer.out) == (1, "")
    lines = [line for line in answer.err.splitlines() if not line.startswith("waqai: watching")]
    assert lines == [
        f"waqai: {folder}: is locked; «waqai library unlock --library {folder}» asks for its passphrase and opens it"
    ]


@pytest.mark.usefixtures("cheap")
def test_it_is_locked_opened_and_locked_again(waqai: Streams, folder: Path, said: Path) -> None:
    before = waqai("list").out
    first = waqai("library", "lock", "--passphrase-file", said)
    assert first.code == 0
    assert "lost for good" in first.err, "that a lost passphrase is final is told before it is done"
    assert "is locked: " in first.out.splitlines()[-1]
    assert [line for line in first.out.splitlines() if line.startswith("out of reach: ")] != []
    assert waqai("library", "verify").code == 0
    assert waqai("library", "lock").out == f"{folder} is locked already\n"
    assert waqai("library", "unlock", "--passphrase-file", "-", stdin=PHRASE.encode()).code == 0
    assert waqai("list").out == before
    again = waqai("library", "lock")
    assert (again.code, again.err) == (0, ""), "it has a key now, and needs no passphrase"
    assert waqai("library", "unlock", "--for-good", "--passphrase-file", said).code == 0
    assert "no terminal" in waqai("library", "lock").err


@pytest.mark.usefixtures("cheap", "folder")
def test_the_passphrase_is_refused_where_it_will_not_do(waqai: Streams, said: Path) -> None:
    def err(*words: str | Path, stdin: bytes = b"") -> str:
        answer = waqai("library", *words, stdin=stdin)
        assert answer.code == 1
        return answer.err.splitlines()[-1]

    assert "fewer than 12 letters" in err("lock", "--passphrase-file", "-", stdin=b"short\n")
    assert "is empty" in err("lock", "--passphrase-file", "-", stdin=b"\n")
    assert "is not UTF-8" in err("lock", "--passphrase-file", "-", stdin=b"\xff\xfe and so on\n")
    assert "check the name" in err("lock", "--passphrase-file", "none")
    said.chmod(0o644)
    assert "others may read it" in err("lock", "--passphrase-file", said)
    said.chmod(0o600)
    assert "is not locked" in err("unlock", "--passphrase-file", said)
    assert waqai("library", "lock", "--passphrase-file", said).code == 0
    assert "not opened by that passphrase" in err("unlock", "--passphrase-file", "-", stdin=b"another one\n")


@pytest.mark.usefixtures("cheap")
def test_what_is_wrong_with_a_locked_library_is_told_without_its_passphrase(
    waqai: Streams, folder: Path, said: Path
) -> None:
    waqai("library", "lock", "--passphrase-file", said)
    with (folder / "library.age").open("ab") as file:
        file.write(b"x")
    answer = waqai("library", "verify")
    assert (answer.code, "is not what it was" in answer.out) == (1, True)
    assert "1 problem" in answer.err


@pytest.mark.usefixtures("cheap")
def test_a_backup_of_it_is_told_to_be_locked(waqai: Streams, folder: Path, said: Path, tmp_path: Path) -> None:
    waqai("library", "lock", "--passphrase-file", said)
    assert "encrypted" in waqai("library", "backup", tmp_path / "b.zip").out
    assert "is back" in waqai("--library", tmp_path / "new", "library", "restore", tmp_path / "b.zip").out
    waqai("library", "unlock", "--passphrase-file", said)
    answer = waqai("library", "merge", tmp_path / "b.zip")
    assert (answer.code, "is the backup of a locked library; restore it elsewhere" in answer.err) == (1, True)
    assert f"unlock --library {tmp_path / 'new'}" in waqai("library", "merge", tmp_path / "new").err
    assert waqai("list").code == 0
    assert folder.exists()


def test_doctor_says_whether_it_is_locked(waqai: Streams, folder: Path) -> None:
    assert "lock" not in waqai("doctor", "--plain").out
    (folder / "key.age").write_text("a key")
    keys.publish(folder, KEY)
    assert "it is open; «waqai library lock» locks it" in waqai("doctor", "--plain").out
    locking.close(folder, KEY.to_public())
    assert "it is locked" in waqai("doctor", "--plain").out


class Terminal(io.TextIOWrapper):
    """A standard input that is a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_on_a_terminal_a_new_one_is_typed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    context: Any = type("Context", (), {"stdin": Terminal(io.BytesIO())})
    typed = iter([PHRASE, PHRASE, PHRASE, "another one, no", PHRASE])
    monkeypatch.setattr(getpass, "getpass", lambda _: next(typed))
    assert passphrase.new(None, context) == PHRASE
    with pytest.raises(passphrase.PassphraseError, match="differ"):
        passphrase.new(None, context)
    assert passphrase.asked(None, context) == PHRASE


def test_without_the_extra_the_remedy_is_told(waqai: Streams, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    answer = waqai("library", "lock", "--library", folder)
    assert (answer.code, "pip install 'waqai[lock]'" in answer.err) == (1, True)
