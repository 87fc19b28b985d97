"""Chats and posts: every message is a report of its own moment, and the thread that it stands in is told with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from store.intake.chats import telegram, whatsapp
from store.intake.chats.message import reports
from store.intake.found import Item, Source
from store.intake.result import Notice

_CALLED = re.compile(r"(?:WhatsApp Chat(?: with| -)?|.*واتساب (?:مع|-))\s+", re.IGNORECASE)
"""What WhatsApp puts before the name of a chat in that of its file."""
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
    chat = whatsapp.read(text)
    if day := chat.unsettled:
        yield Notice(
            source.path,
            f"nothing in it shows whether «{day}» begins with the day or the month, so its messages have no day; say"
            " --published, or add a part of the chat that has a day above the 12th",
        )
    yield from reports(source.path, stem, whatsapp.messages(chat, _name(source.path)))


def _name(path: str) -> str:
    """What the chat is called, as far as the name of the file tells it."""
    names = [PurePosixPath(part).stem for part in path.split("/") if part]
    name = names[-1] if names else path
    if name.lower() in _PLAIN and len(names) > 1:
        name = names[-2]
    return _CALLED.sub("", name)
