"""The reports' original bytes, frozen: written once under their own hash, never again."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path

from store.disk import port, private, regular, whole
from store.disk.errors import damaged, refused
from store.reports.original import MESSAGE, Original, digest, text_of

_AT_ONCE = 8
_REMEDY = "put the original in its place; nothing was changed"


class Texts:
    """A folder with `SHA256`, the bytes, and beside it `SHA256.txt`, the text that was read from them.

    The second is left out where the bytes are nothing but the text in UTF-8, or a message that holds it. It is kept
    otherwise, because evidence counts the characters of that very text, and a later reader of HTML may read another
    from the same bytes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._swept = False

    def prepare(self) -> None:
        """Make the folder, and clear away, once, what a killed writer left. Only for who holds the lock."""
        private.make_part(self._folder)
        if not self._swept:
            whole.sweep(self._folder)
            self._swept = True

    def freeze(self, originals: Sequence[Original]) -> None:
        """Keep bytes and texts of all, each once; their names are durable only after `sync`.

        A disk that is asked to flush one file after another waits for each; asked for several at once it does them
        together, which is eight times as fast.

        When one cannot be written none is kept: what fills a disk must not stay on it.
        """
        placed: list[Path] = []
        try:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                for _ in pool.map(partial(self._freeze, placed), originals):
                    pass
        except BaseException:
            for file in placed:
                with suppress(OSError):
                    port.unlink(file)
            raise

    def _freeze(self, placed: list[Path], original: Original) -> None:
        text = original.report.text.encode("utf-8")
        name = original.report.sha256
        self._place(name, original.content, placed)
        if original.content.startswith(MESSAGE):
            beside = not _says(original.content, original.report.text)
        else:
            beside = text != original.content
        if beside:
            self._place(f"{name}.txt", text, placed)

    def sync(self) -> None:
        """Make the names of all that was frozen durable."""
        whole.sync_folder(self._folder)

    def text(self, sha256: str, text_sha256: str = "") -> str:
        """The text of the report of that hash.

        Args:
            text_sha256: the hash of the text, where it is known and not that of the bytes.

        Raises:
            LibraryError: it is gone, is not what was added, or is no text any more.
        """
        file = self._folder / sha256
        read = self._bytes(f"{sha256}.txt")
        content = read if read is not None else self._bytes(sha256)
        if content is None:
            raise damaged(file, "it is gone", _REMEDY)
        if read is None and digest(content) != sha256:
            raise damaged(file, "it is not what was added", _REMEDY)
        if read is not None and text_sha256 and digest(read) != text_sha256:
            raise damaged(file.with_name(f"{sha256}.txt"), "it is not the text that was read", _REMEDY)
        try:
            return content.decode("utf-8") if read is not None else text_of(content)
        except UnicodeDecodeError as error:
            raise damaged(file, f"byte {error.start} is not UTF-8", _REMEDY) from error

    def content(self, sha256: str) -> bytes | None:
        """The original bytes as they are on disk; None when they are gone."""
        return self._bytes(sha256)

    def _bytes(self, name: str) -> bytes | None:
        file = self._folder / name
        try:
            return regular.read(file)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise refused(file, error) from error

    def _place(self, name: str, content: bytes, placed: list[Path]) -> None:
        file = self._folder / name
        try:
            there = file.exists()
            if there and file.stat().st_size == len(content):
                return
            whole.place(file, content)
        except OSError as error:
            raise refused(file, error) from error
        if not there:
            placed.append(file)


def _says(content: bytes, text: str) -> bool:
    """Whether the bytes are a message of that text."""
    return content.startswith(MESSAGE) and text_of(content) == text
