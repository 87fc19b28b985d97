"""Files that are chats: a text that WhatsApp exported, a page that Telegram did; each message is a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from io import TextIOWrapper
from pathlib import PurePosixPath
from typing import BinaryIO

from store.intake.chats import telegram, whatsapp
from store.intake.chats.message import reports
from store.intake.found import Item, Source
from store.intake.result import Notice, Refused

_CALLED = re.compile(r"(?:WhatsApp Chat(?: with| -)?|.*واتساب (?:مع|-))\s+", re.IGNORECASE)
"""What WhatsApp puts before the name of a chat in that of its file."""
_HEAD = 20_000
"""Bytes that show whether a text is a chat."""
_LONGEST = 1_000_000
"""Letters of a line; what is longer is parted."""
_PLAIN = ("_chat", "chat")


def of(source: Source, text: str, *, is_page: bool) -> Iterator[Item] | None:
    """The messages of a page or a text that is a chat, as reports; None for any other."""
    stem = PurePosixPath(source.path).stem or source.path
    if is_page:
        return reports(source.path, stem, telegram.of_page(text)) if telegram.is_page(text) else None
    if not whatsapp.is_chat(text):
        return None
    return _of_text(source, stem, text)


def _of_text(source: Source, stem: str, text: str) -> Iterator[Item]:
    yield from _messages(source, stem, whatsapp.read(text))


def _messages(source: Source, stem: str, chat: whatsapp.Chat) -> Iterator[Item]:
    if day := chat.unsettled:
        yield Notice(
            source.path,
            f"nothing in it shows whether «{day}» begins with the day or the month, so its messages have no day; say"
            " --published, or add a part of the chat that has a day above the 12th",
        )
    yield from reports(source.path, stem, whatsapp.messages(chat, _name(source.path)))


def is_large(head: bytes) -> bool:
    """Whether a text that begins so is a chat, and may be longer than memory should hold."""
    with suppress(UnicodeDecodeError):
        return whatsapp.is_chat(head.decode(_encoding(head), "ignore"))
    return False


def large(source: Source, file: BinaryIO) -> Iterator[Item]:
    """The messages of a chat in a file of any size, which is read twice; one message is in memory at a time.

    Raises:
        Refused: it is not UTF-8 or UTF-16.
    """
    encoding = _encoding(file.read(_HEAD))
    stem = PurePosixPath(source.path).stem or source.path
    try:
        yield from _messages(source, stem, whatsapp.read_twice(lambda: _lines(file, encoding)))
    except UnicodeDecodeError as error:
        raise Refused("is a large chat that is not UTF-8", "save it as UTF-8 text") from error


def _lines(file: BinaryIO, encoding: str) -> Iterator[str]:
    file.seek(0)
    text = TextIOWrapper(file, encoding, newline="\n")
    try:
        while line := text.readline(_LONGEST):
            yield line.removesuffix("\n").removesuffix("\r")
    finally:
        text.detach()


def _encoding(head: bytes) -> str:
    return "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"


def _name(path: str) -> str:
    """What the chat is called, as far as the name of the file tells it."""
    names = [PurePosixPath(part).stem for part in path.split("/") if part]
    name = names[-1] if names else path
    if name.lower() in _PLAIN and len(names) > 1:
        name = names[-2]
    return _CALLED.sub("", name)
