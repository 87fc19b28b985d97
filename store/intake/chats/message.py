"""`Message`: one post of a chat, a channel or an account; it becomes a report of its own moment."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from store.intake.found import Found
from store.intake.metadata import one_line
from store.intake.result import REPORT_LIMIT, Failure, Notice
from store.intake.text import unwrap
from store.reports.original import MESSAGE


@dataclass(frozen=True, slots=True)
class Message:
    """A message as its export tells it."""

    text: str
    moment: str = ""
    """ISO 8601; empty where the export does not tell it, or where day and month could be taken for one another."""
    author: str = ""
    thread: str = ""
    id: str = ""
    """As the export numbers it; empty where it does not."""
    url: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Passed:
    """A message that is no report: of the service, without words, not archived."""

    why: str
    """Completes «3 messages …»."""


def content(message: Message) -> bytes:
    """The message as bytes: the same from every export of the chat, and others for the same words on another day."""
    fields = {
        "thread": message.thread,
        "id": message.id,
        "moment": message.moment,
        "author": message.author,
        "text": message.text,
    }
    said = json.dumps({name: value for name, value in fields.items() if value}, ensure_ascii=False)
    return MESSAGE + said[1:].encode("utf-8") + b"\n"


def found(path: str, stem: str, message: Message, place: str = "") -> Found:
    """The report of a message."""
    fields = {
        "id": f"{stem}-{message.id}" if message.id else stem,
        "publisher": message.author or message.thread,
        "published": message.moment,
        "moment": message.moment,
        "thread": message.thread,
        "url": message.url,
        "lang": message.lang,
    }
    return Found(path, content(message), unwrap.post(message.text), fields, place)


def reports(path: str, stem: str, messages: Iterable[Message | Passed]) -> Iterator[Found | Failure | Notice]:
    """The reports of a chat in its order, and at the end how many messages are none, and why."""
    passed: Counter[str] = Counter()
    for number, message in enumerate(messages, 1):
        if isinstance(message, Passed):
            passed[message.why] += 1
        elif not message.text.strip():
            passed["without words"] += 1
        elif len(message.text.encode("utf-8", "replace")) > REPORT_LIMIT:
            yield Failure(path, f"message {number} is too large for one report", "leave it out", f"message {number}")
        else:
            yield found(path, stem, message, f"message {message.id or number}")
    if passed:
        yield Notice(path, passed_over(passed))


def passed_over(passed: Counter[str]) -> str:
    """«passed over: 2 messages of the service, 1 without words»."""
    return "passed over: " + ", ".join(f"{number:,} {one_line(why)}" for why, number in passed.most_common())
