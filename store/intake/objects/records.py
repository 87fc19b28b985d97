"""JSON: objects that are reports, one a line, one a file, or a list of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from store.intake import known
from store.intake.chats.message import Message, Passed
from store.intake.found import Columns, Stream
from store.intake.objects import held
from store.intake.objects.heads import is_no_report
from store.intake.objects.plain_json import loads
from store.intake.result import REPORT_LIMIT, Refused, too_large
from store.intake.text.decode import decode
from timeline_core.model.block import Block

LINE_LIMIT = 2 * REPORT_LIMIT
"""Bytes of a line; escapes make a text longer in JSON than it is."""
NAMES = ("title", "publisher", "published", "lang", "url", "id", "thread", "moment")
"""Fields beside the text."""
MAPPED = ("text", *NAMES[:6])
"""Fields that `--map` takes."""


@dataclass(frozen=True, slots=True)
class Record:
    """One object: its text, and what else it says, as strings."""

    text: str
    fields: dict[str, str]
    notice: str = ""
    taken: Mapping[str, str] = field(default_factory=dict)
    """Field -> the name it was taken from, where nobody said which."""
    offered: str = ""
    """A name that holds a day and was not taken, where the record has none."""
    blocks: tuple[Block, ...] = ()
    """Of a row that is a happening: its cells."""


_NOTHING: Mapping[str, object] = {}
_HALF = Refused("holds half a surrogate pair, which is no character", "write the character itself")
_PAGE = re.compile(r"\s*<(?:p|div|br|span|ul|ol|h\d|article|blockquote|a)\b[^>]*>.*</", re.IGNORECASE | re.DOTALL)
"""A text that is written as a page."""

_REFERENCE = frozenset(["type", "title", "issued"])
"""Keys of an entry of a bibliography (CSL)."""

Entry = Record | Message | Passed | Refused
"""What one object, line or row is."""


def lines(file: BinaryIO, columns: Columns = (), before: int = 0) -> Iterator[tuple[str, Entry]]:
    """Each line that is not blank, with its name for a person («line 3»). Holds one line in memory at a time.

    Args:
        before: how many lines of the file stand before the first one here.
    """
    number = before
    while line := file.readline(LINE_LIMIT + 1):
        number += 1
        place = f"line {number}"
        if len(line) > LINE_LIMIT:
            skip_line(file)
            yield place, too_large(len(line), LINE_LIMIT, "one line")
        elif line.strip(b" \t\r\n\xef\xbb\xbf") and not is_no_report(line):
            yield place, _of_line(line, columns)


def items(values: Iterable[object], columns: Columns = ()) -> Iterator[tuple[str, Entry]]:
    """Each object of a list, with its name for a person («item 3»)."""
    for number, value in enumerate(values, 1):
        yield f"item {number}", entry(value, columns)


def entry(value: object, columns: Columns = (), context: Mapping[str, object] = _NOTHING) -> Entry:
    """The message that a JSON value is in a form of the trade, else its record.

    Args:
        context: what the objects around it say.
    """
    if isinstance(value, dict) and not any(name == "text" for name, _ in columns):
        from store.intake.chats import posts
        from store.intake.objects.happened import happened
        from store.intake.objects.slides import slide

        try:
            found = posts.message(value, context)
        except (ValueError, TypeError, AttributeError, RecursionError):
            return Refused("is a broken message", "export it anew")
        if found is not None:
            return found if isinstance(found, Passed) or _is_sound(found) else _HALF
        told = slide(value) or (None if columns else happened(value))
        if told is not None:
            return Record(told.text, told.fields, blocks=told.blocks) if _whole(told.text) else _HALF
        if value.keys() >= _REFERENCE and not known.chosen(value, "text"):
            return Passed("of a bibliography without an abstract")
    return record(value, columns)


def record(value: object, columns: Columns = ()) -> Record | Passed | Refused:
    """The record of a JSON value, or why it is none; a field is taken from the key that `columns` names for it.

    A post whose text is empty is its headline, and one without that is passed over.
    """
    if not isinstance(value, dict):
        return Refused("is no JSON object", 'write {"text": "…", "published": "2023-02-16"}')
    asked = dict(columns)
    named, text = _text(value, asked)
    if text is None and "text" not in asked and known.chosen(value, "text"):
        named, text = held.said(value, "title", asked)
        if not text.strip():
            return Passed("without words")
    if text is None:
        missing = f"no «{asked['text']}»" if "text" in asked else "neither «text» nor «content»"
        return Refused(f"has {missing}", "give each object the text of its report, or name its key: --map text=KEY")
    if not isinstance(text, str):
        return Refused("has a text that is no string", "write the text in quotation marks")
    if not text.strip():
        return Refused("has an empty text", "put the text of a report into it")
    try:
        found = {name: held.said(value, name, asked) for name in NAMES}
    except Refused as refusal:
        return refusal
    taken = {"text": named, **{name: source for name, (source, _) in found.items()}}
    fields = {name: said for name, (_, said) in found.items()}
    taken = {name: source for name, source in taken.items() if source and name not in asked}
    offered = "" if fields["published"] or "published" in asked else held.day_in(value, taken.values())
    return Record(text, fields, taken=taken, offered=offered) if _whole(text, *fields.values()) else _HALF


def _text(value: dict[str, object], asked: Mapping[str, str]) -> tuple[str, object]:
    """The key of the text and what it holds; None for a value without one."""
    if "text" in asked:
        return asked["text"], held.at(value, asked["text"])
    for name in known.chosen(value, "text"):
        found = value[name]
        if found is not None and (known.is_own(name) or held.inner(found)):
            said = found if known.is_own(name) and not isinstance(found, dict) else held.inner(found)
            return name, _lines_of(said) if isinstance(said, str) and _PAGE.match(said) else said
    return "", None


def _lines_of(page: str) -> str:
    from store.intake.pages import html

    return html.read(page).text


def _is_sound(message: Message) -> bool:
    return _whole(message.text, message.author, message.thread, message.id, message.moment, message.url)


def _whole(*texts: str) -> bool:
    """True where the texts hold whole characters only, no halves of surrogate pairs."""
    try:
        "".join(texts).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _of_line(line: bytes, columns: Columns) -> Entry:
    """What a line holds; one that is not UTF-8 is decoded as a report would be."""
    try:
        try:
            return entry(loads(line.decode("utf-8-sig").rstrip("\r\n")), columns)
        except UnicodeDecodeError:
            decoded = decode(line)
        found = entry(loads(decoded.text), columns)
    except Refused as refusal:
        return refusal
    return replace(found, notice=decoded.notice) if isinstance(found, Record) else found


def skip_line(file: Stream) -> None:
    """Read on to the end of the line."""
    while (rest := file.readline(1 << 20)) and not rest.endswith(b"\n"):
        pass
