"""A mail: its text, or else the text of its page; its date, sender and subject; and attached reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import PurePosixPath

from store.intake.found import Found, Item, Reader, Source
from store.intake.guard import paragraphs, parsing
from store.intake.metadata import sound
from store.intake.pages import html
from store.intake.result import Failure, Notice, Refused
from store.intake.text import unwrap
from store.intake.text.decode import decode

_PARTS = 500
"""Parts of one mail; a mail has three or four."""
_DEEPEST = 3
"""Mails within mails that are opened."""
_RAW = re.compile("[\udc80-\udcff]")
"""A byte above ASCII, as the standard library hands it on."""
_FILE_NAME = re.compile(r"""filename=(?:"([^"]*)"|([^;\r\n]*))""", re.IGNORECASE)
_LONGEST = 16_000
"""Bytes of a line of the head that is taken apart; the standard library does so in time and memory of their square."""
_TAKEN_APART = re.compile(
    rb"^(subject|from|date|mime-version|content-(?:type|disposition|transfer-encoding)):[^\n]*(?:\n[ \t][^\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
_BROKEN = "save it again as .eml, or save its text as .txt"


def read(source: Source, attached: Reader, known: frozenset[str]) -> Iterator[Item]:
    """The mail itself where it says anything, then what is attached.

    Args:
        attached: reads an attachment of a known kind.
        known: suffixes of the attachments that are read; pictures and the like are passed over.

    Raises:
        Refused: it is no mail, or holds neither text nor report.
    """
    with parsing("a mail", _BROKEN):
        message = parsed(source.content)
        parts = list(every_part(message))
        fields = _fields(message, _declared(parts))
    found = False
    for item in _body(source, fields, parts):
        found = True
        yield item
    for name, content in _attachments(parts, known):
        found = True
        yield from _one(source.within(name, content, PurePosixPath(name).suffix.lower()), attached)
    if not found:
        raise Refused("is a mail without text", "put the text of a report into it")


def parsed(content: bytes) -> EmailMessage:
    """The mail of some bytes, or anything else that is written as one.

    Raises:
        Refused: it has no head of one, or a line in it that nobody writes.
    """
    from email import message_from_bytes
    from email.policy import default

    for line in _TAKEN_APART.finditer(content):
        if line.end() - line.start() > _LONGEST:
            name = line[1].decode("ascii")
            raise Refused(f"is a mail with «{name}» of {line.end() - line.start():,} bytes in its head", _BROKEN)
    message = message_from_bytes(content, policy=default)
    if not ({"from", "date", "subject", "received", "mime-version"} & {name.lower() for name in message}):
        raise Refused("has no head of a mail", _BROKEN)
    return message


def _declared(parts: list[EmailMessage]) -> str:
    """The encoding that the first part with one names."""
    return next((str(named) for part in parts if (named := part.get_param("charset"))), "")


def _fields(message: EmailMessage, declared: str) -> dict[str, str]:
    from email.utils import parseaddr

    name, address = parseaddr(_header(message, "From", declared))
    return {
        "title": _header(message, "Subject", declared),
        "publisher": name or address,
        "published": _header(message, "Date", declared) or _header(message, "Sent", declared),
    }


def _header(message: EmailMessage, name: str, declared: str) -> str:
    """The value of a header as text; empty where it is missing, or cannot be taken apart."""
    try:
        raw = next((str(said) for given, said in message.raw_items() if given.lower() == name.lower()), "")
        value = _plain(raw, declared) if _RAW.search(raw) else message.get(name)
    except (ValueError, LookupError, AttributeError, TypeError):
        return ""
    return str(value).strip() if value is not None else ""


def _plain(raw: str, declared: str) -> str:
    """The text of a header whose bytes were written unencoded: read in the encoding of the mail."""
    try:
        return decode(raw.encode("ascii", "surrogateescape"), declared).text
    except (Refused, UnicodeEncodeError):
        return _RAW.sub("\ufffd", raw)


def every_part(message: EmailMessage) -> Iterator[EmailMessage]:
    """Every part but the containers; a mail inside is one part, with its own."""
    waiting: list[EmailMessage] = [message]
    seen = 0
    while waiting:
        part = waiting.pop(0)
        seen += 1
        if seen > _PARTS:
            raise Refused(f"is a mail of more than {_PARTS} parts", "save what matters of it as single files")
        inner = part.get_payload()
        if isinstance(inner, list) and part.get_content_maintype() == "multipart":
            waiting = [one for one in inner if isinstance(one, EmailMessage)] + waiting
        else:
            yield part


def _body(source: Source, fields: dict[str, str], parts: list[EmailMessage]) -> Iterator[Found | Notice]:
    """The plain parts that are not attached, in order; pages only where there is nothing plain."""
    for kind in ("text/plain", "text/html"):
        notices: list[str] = []
        texts = [_text(part, notices) for part in parts if part.get_content_type() == kind and not _name(part)]
        text = "\n\n".join(text for text in texts if text.strip())
        if text:
            yield from (Notice(source.path, notice) for notice in dict.fromkeys(notices))
            yield Found(source.path, source.content, text, sound(fields, text))
            return


def _text(part: EmailMessage, notices: list[str]) -> str:
    content = body(part)
    if not content.strip():
        return ""
    decoded = decode(content, str(part.get_param("charset") or ""))
    if decoded.notice and "as it says itself" not in decoded.notice:
        notices.append(decoded.notice)
    if part.get_content_type() == "text/html":
        return html.read(decoded.text).text
    return unwrap.mail(paragraphs(decoded.text))


def body(part: EmailMessage) -> bytes:
    """What a part holds, unpacked; nothing where it cannot be."""
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, AttributeError, TypeError):
        return b""
    return content if isinstance(content, bytes) else b""


def _name(part: EmailMessage) -> str:
    """The file name of an attachment, without folders; empty for the mail's own text."""
    try:
        name = _written(part) or part.get_filename() or ""
        disposition = part.get_content_disposition()
    except (ValueError, LookupError, AttributeError, TypeError):
        return ""
    name = PurePosixPath(str(name).replace("\\", "/")).name
    if part.get_content_type() == "message/rfc822":
        return name if name.lower().endswith(".eml") else f"{name or 'mail'}.eml"
    return name or ("attachment.txt" if disposition == "attachment" else "")


def _written(part: EmailMessage) -> str:
    """A name whose bytes stand in the head as they are; empty for one in a form of mails."""
    for given, said in part.raw_items():
        if given.lower() == "content-disposition" and _RAW.search(str(said)):
            named = _FILE_NAME.search(_plain(str(said), _declared([part])))
            return (named[1] or named[2]).strip() if named else ""
    return ""


def _attachments(parts: list[EmailMessage], known: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    for part in parts:
        name = _name(part)
        if PurePosixPath(name).suffix.lower() in known and (content := _content(part)):
            yield name, content


def _content(part: EmailMessage) -> bytes:
    """The bytes of a part; of a mail within the mail, the whole of it."""
    inner = part.get_payload()
    if isinstance(inner, list) and inner and isinstance(inner[0], EmailMessage):
        with parsing("a mail", _BROKEN):
            return inner[0].as_bytes()
    return body(part)


def _one(source: Source, attached: Reader) -> Iterator[Item]:
    if source.inside > _DEEPEST:
        yield Failure(source.path, "stands too deep within other mails and archives", "save it as a file of its own")
        return
    try:
        yield from attached(source)
    except Refused as refusal:
        yield Failure(source.path, refusal.reason, refusal.remedy)
