"""Telegram: a message of `result.json`, and the pages that its program and t.me write.

Source: core.telegram.org/import-export, and what Telegram Desktop writes, which that does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from store.intake.chats.message import Message, Passed
from store.intake.guard import parsing

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SERVICE = "of the service"
_PUBLIC = frozenset(["public_channel", "private_channel", "public_supergroup", "private_supergroup"])
"""Kinds of chats of which each message has an address, for who may see it."""
_EXPORT = re.compile(r"""class="[^"]*\bchat_page\b|<div class="message (?:default|service)\b""")
_PREVIEW = re.compile(r"""class="[^"]*\btgme_widget_message\b""")
_TITLE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}) (\d{2}:\d{2}:\d{2})(?: UTC([+-]\d{2}:?\d{2}))?", re.ASCII)
_BROKEN = "export the chat anew, as JSON"


def of_json(item: Mapping[str, object], context: Mapping[str, object]) -> Message | Passed | None:
    """A message of an export in JSON; None for what is none.

    Args:
        context: what the export says of the chat, where it stands in one.
    """
    if item.get("type") not in ("message", "service") or "date" not in item or "text" not in item:
        return None
    if item["type"] == "service":
        return Passed(_SERVICE)
    id = str(item.get("id", ""))
    thread = _said(context, "name")
    return Message(
        text=_words(item["text"]),
        moment=str(item["date"]),
        author=_said(item, "from") or thread,
        thread=thread or _said(item, "from"),
        id=id,
        url=f"https://t.me/c/{context['id']}/{id}" if context.get("type") in _PUBLIC and context.get("id") else "",
    )


def _said(value: Mapping[str, object], name: str) -> str:
    found = value.get(name)
    return found if isinstance(found, str) else ""


def _words(text: object) -> str:
    """A string, or a list of strings and of objects of which each has a string: the parts in bold, links, hashtags."""
    if isinstance(text, list):
        return "".join(_words(part) for part in text)
    if isinstance(text, dict):
        return _words(text.get("text", ""))
    return text if isinstance(text, str) else ""


def is_page(source: str) -> bool:
    """Whether a page is a chat, as Telegram Desktop exports it or t.me shows it."""
    return _EXPORT.search(source) is not None or _PREVIEW.search(source) is not None


def of_page(source: str) -> Iterator[Message | Passed]:
    """The messages of such a page.

    Raises:
        Refused: it is broken.
    """
    with parsing("a page of Telegram", _BROKEN):
        from lxml import html

        document = html.document_fromstring(source)
        found = list(_preview(document) if _PREVIEW.search(source) else _export(document))
    yield from found


def _export(document: HtmlElement) -> Iterator[Message | Passed]:
    """Joined messages have no name of their own: they are by whom the one above is by."""
    thread = " ".join(_text(document, ".//*[contains(@class, 'page_header')]").split())
    author = ""
    for message in document.xpath("//div[starts-with(@class, 'message ')]"):
        if "service" in message.get("class", "").split():
            if not message.get("id", "").startswith("message-"):
                yield Passed(_SERVICE)
            continue
        named = message.xpath("./div[@class='body']/div[contains(@class, 'from_name')]")
        author = " ".join(named[0].text_content().split()) if named else author
        stamps = message.xpath(".//*[contains(@class, 'date') and @title]/@title")
        yield Message(
            text=_text(message, ".//div[@class='text' or starts-with(@class, 'text ')]"),
            moment=_moment(stamps[-1]) if stamps else "",
            author=author,
            thread=thread or author,
            id=message.get("id", "").removeprefix("message"),
        )


def _preview(document: HtmlElement) -> Iterator[Message | Passed]:
    """Each names its channel and number; its stamp is in UTC."""
    thread = " ".join(_text(document, ".//*[contains(@class, 'tgme_channel_info_header_title')]").split())
    for message in document.xpath("//*[@data-post]"):
        post = message.get("data-post", "")
        stamps = message.xpath(".//*[contains(@class, 'tgme_widget_message_date')]//time/@datetime")
        author = " ".join(_text(message, ".//*[contains(@class, 'tgme_widget_message_owner_name')]").split())
        if "service_message" in message.get("class", ""):
            yield Passed(_SERVICE)
            continue
        yield Message(
            text=_text(message, ".//div[contains(@class, 'tgme_widget_message_text')]"),
            moment=stamps[-1] if stamps else "",
            author=author,
            thread=thread or author or post.partition("/")[0],
            id=post.partition("/")[2],
            url=f"https://t.me/{post}",
        )


def _text(element: HtmlElement, path: str) -> str:
    """The words of the last such element, with its breaks of lines; others are those of a message that it answers."""
    found = element.xpath(path)
    if not found:
        return ""
    for line_break in found[-1].iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    lines = found[-1].text_content().split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def _moment(title: str) -> str:
    """ISO 8601 of «10.02.2023 21:14:22 UTC+03:00»."""
    said = _TITLE.fullmatch(title.strip())
    return f"{said[3]}-{int(said[2]):02d}-{int(said[1]):02d}T{said[4]}{said[5] or ''}" if said else ""
