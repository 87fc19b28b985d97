"""JSON: objects that are reports, one a line, one a file, or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from store.intake.decode import decode
from store.intake.found import Columns, Stream
from store.intake.heads import is_no_report
from store.intake.result import REPORT_LIMIT, Refused, too_large
from timeline_core.model.block import Block

LINE_LIMIT = 2 * REPORT_LIMIT
"""Bytes of a line; escapes make a text longer in JSON than it is."""
TEXT = ("text", "content")
"""Names of the text, where `--map` names no other."""
NAMES = {
    "title": ("title",),
    "publisher": ("publisher", "source"),
    "published": ("published", "dct"),
    "lang": ("lang",),
    "url": ("url",),
    "id": ("id",),
}


@dataclass(frozen=True, slots=True)
class Record:
    """One object: its text, and what else it says, as strings."""

    text: str
    fields: dict[str, str]
    notice: str = ""
    blocks: tuple[Block, ...] = ()
    """Of a row that is a happening: its cells."""


def lines(file: BinaryIO, columns: Columns = (), before: int = 0) -> Iterator[tuple[str, Record | Refused]]:
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


def items(values: Iterable[object], columns: Columns = ()) -> Iterator[tuple[str, Record | Refused]]:
    """Each object of a list, with its name for a person («item 3»)."""
    for number, value in enumerate(values, 1):
        yield f"item {number}", record(value, columns)


def loads(text: str) -> object:
    """The value of a JSON text.

    Raises:
        Refused: not JSON, or nested so deeply that nobody meant it.
    """
    try:
        return json.loads(text)
    except RecursionError as error:
        raise Refused("is JSON nested too deeply", "keep one flat object a report") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise Refused(f"is not JSON ({error.msg}, {place})", "mend it, or leave it out") from error
    except ValueError as error:
        raise Refused(f"is not JSON ({error})", "mend it, or leave it out") from error


def record(value: object, columns: Columns = ()) -> Record | Refused:
    """The record of a JSON value, or why it is none; a field is taken from the key that `columns` names for it."""
    if not isinstance(value, dict):
        return Refused("is no JSON object", 'write {"text": "…", "published": "2023-02-16"}')
    asked = dict(columns)
    names = (asked["text"],) if "text" in asked else TEXT
    text = next((found for name in names if (found := _at(value, name)) is not None), None)
    if text is None:
        missing = f"no «{asked['text']}»" if "text" in asked else "neither «text» nor «content»"
        return Refused(f"has {missing}", "give each object the text of its report, or name its key: --map text=KEY")
    if not isinstance(text, str):
        return Refused("has a text that is no string", "write the text in quotation marks")
    try:
        fields = {
            name: _field(value, name, (asked[name],) if name in asked else sources) for name, sources in NAMES.items()
        }
        for string in (text, *fields.values()):
            string.encode("utf-8")
    except Refused as refusal:
        return refusal
    except UnicodeEncodeError:
        return Refused("holds half a surrogate pair, which is no character", "write the character itself")
    if not text.strip():
        return Refused("has an empty text", "put the text of a report into it")
    return Record(text, fields)


def _at(value: dict[str, object], name: str) -> object:
    """The value of a key; «a.b» is the key b of what a holds, where no key is called so."""
    found: object = value.get(name)
    if found is None and "." in name:
        found = value
        for step in name.split("."):
            found = found.get(step) if isinstance(found, dict) else None
    return found


def _field(value: dict[str, object], name: str, sources: tuple[str, ...]) -> str:
    """The first of the sources that says something; a number is taken as it is written."""
    for source in sources:
        found = _at(value, source)
        if found is None or found == "":
            continue
        if isinstance(found, bool) or not isinstance(found, str | int):
            raise Refused(f"has a «{source}» that is no string", f"write {name} as a string")
        return str(found)
    return ""


def _of_line(line: bytes, columns: Columns) -> Record | Refused:
    """A line that is not UTF-8 is read as a report would be."""
    try:
        try:
            return record(loads(line.decode("utf-8-sig").rstrip("\r\n")), columns)
        except UnicodeDecodeError:
            decoded = decode(line)
        found = record(loads(decoded.text), columns)
    except Refused as refusal:
        return refusal
    return replace(found, notice=decoded.notice) if isinstance(found, Record) else found


def skip_line(file: Stream) -> None:
    """Read on to the end of the line."""
    while (rest := file.readline(1 << 20)) and not rest.endswith(b"\n"):
        pass
