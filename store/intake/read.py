"""`take`: from PATHs to reports with their bytes, failures and notices, in the order given. Headless, no TinyDB."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from store.intake import files, html, markdown, metadata, records
from store.intake.decode import Decoded, decode
from store.intake.metadata import Defaults
from store.intake.records import Record
from store.intake.result import ARRAY_LIMIT, REPORT_LIMIT, Failure, Notice, Refused, too_large
from store.original import Ids, Original, digest
from timeline_core.report import Report
from timeline_core.when import When

Taken = Original | Failure | Notice


def read(
    paths: Iterable[str],
    *,
    published: When | None = None,
    publisher: str = "",
    lang: str = "",
    stdin: BinaryIO | None = None,
    notice: Callable[[Notice], None] | None = None,
) -> Iterator[Report | Failure]:
    """As `take`, for who keeps nothing: reports and failures; notices go to the callback."""
    for taken in take(paths, Defaults(published, publisher, lang), stdin=stdin):
        if isinstance(taken, Original):
            yield taken.report
        elif isinstance(taken, Failure):
            yield taken
        elif notice is not None:
            notice(taken)


def take(
    paths: Iterable[str],
    defaults: Defaults | None = None,
    *,
    stdin: BinaryIO | None = None,
) -> Iterator[Taken]:
    """Every report that the paths hold, in order; what cannot be read is a Failure and the rest is read all the same.

    Args:
        paths: files, folders, or `-` for standard input.
        defaults: what holds of every report that does not say otherwise itself.

    Returns:
        Ids are unique in this run. One report is in memory at a time, of `.json` one file.
    """
    ids = Ids()
    for path in files.found(paths):
        if isinstance(path, Failure):
            yield path
            continue
        for found in _in_file(path, stdin):
            yield _report(found, defaults or Defaults(), ids) if isinstance(found, _Found) else found


@dataclass(frozen=True, slots=True)
class _Found:
    """A report before it has its id and what the command line says."""

    path: str
    content: bytes
    text: str
    fields: dict[str, str]
    place: str = ""


def _report(found: _Found, defaults: Defaults, ids: Ids) -> Original | Failure:
    fields = found.fields
    try:
        published = metadata.published(fields["published"]) if fields.get("published") else defaults.published
    except Refused as refusal:
        return _failure(found.path, refusal, found.place)
    report = Report(
        id=ids.unique(metadata.one_line(fields.get("id", "")) or _stem(found.path)),
        text=found.text,
        sha256=digest(found.content),
        title=metadata.one_line(fields.get("title", "")),
        publisher=metadata.one_line(fields.get("publisher", "")) or defaults.publisher,
        published=published,
        lang=metadata.lang(fields.get("lang", "")) or defaults.lang,
        path=found.path,
        url=fields.get("url", "").strip(),
    )
    return Original(report, found.content)


def _stem(path: str) -> str:
    return "stdin" if path == files.STDIN else Path(path).stem or path


def _failure(path: str, refusal: Refused, place: str = "") -> Failure:
    return Failure(path, f"{place} {refusal.reason}" if place else refusal.reason, refusal.remedy)


def _in_file(path: str, stdin: BinaryIO | None) -> Iterator[_Found | Failure | Notice]:
    """The reports of one file; whatever is wrong with it is told, never raised."""
    try:
        if path == files.STDIN:
            yield from _stdin(stdin)
        else:
            yield from _by_suffix(path)
    except Refused as refusal:
        yield _failure(path, refusal)
    except OSError as error:
        yield files.refused(path, error)


def _by_suffix(path: str) -> Iterator[_Found | Failure | Notice]:
    suffix, size = Path(path).suffix.lower(), files.size(path)
    if suffix in files.LINES:
        if size == 0:
            raise Refused("is empty", "put a report into it")
        with Path(path).open("rb") as file:
            yield from _records(path, records.lines(file))
        return
    limit = ARRAY_LIMIT if suffix in files.JSON else REPORT_LIMIT
    if size > limit:
        raise too_large(size, limit, "one file of JSON" if suffix in files.JSON else "one report")
    content = Path(path).read_bytes()
    if suffix in files.JSON:
        yield from _json(path, content)
    else:
        yield from _text(path, content, suffix)


def _text(path: str, content: bytes, suffix: str) -> Iterator[_Found | Notice]:
    decoded = decode(content, html.charset(content) if suffix in files.HTML else "")
    if decoded.notice:
        yield Notice(path, decoded.notice)
    text, fields = _parts(decoded, suffix)
    if not text.strip():
        raise Refused("holds no text of a report", "put the text of a report into it")
    yield _Found(path, content, text, fields)


def _parts(decoded: Decoded, suffix: str) -> tuple[str, dict[str, str]]:
    if suffix in files.MARKDOWN:
        split = markdown.split(decoded.text)
        return split.text, split.fields
    if suffix in files.HTML:
        page = html.read(decoded.text)
        return page.text, _sound(page.fields)
    return decoded.text, {}


def _sound(fields: dict[str, str]) -> dict[str, str]:
    """A page's own date is a machine's word: one that cannot be read is left out, the report is read."""
    try:
        metadata.published(fields.get("published", "2000"))
    except Refused:
        return {name: value for name, value in fields.items() if name != "published"}
    return fields


def _json(path: str, content: bytes) -> Iterator[_Found | Failure | Notice]:
    """An object, a list of objects, or objects a line, whatever the file is called."""
    decoded = decode(content, limit=ARRAY_LIMIT)
    if decoded.notice:
        yield Notice(path, decoded.notice)
    try:
        value = records.loads(decoded.text)
    except Refused:
        first, _, rest = content.lstrip().partition(b"\n")
        if not rest or not _is_record(first):
            raise
        yield from _records(path, records.lines(BytesIO(content)))
        return
    if value == []:
        raise Refused("is an empty list", "put a report into it")
    yield from _records(path, records.items(value) if isinstance(value, list) else [("", records.record(value))])


def _records(path: str, found: Iterable[tuple[str, Record | Refused]]) -> Iterator[_Found | Failure | Notice]:
    told = any_record = False
    for place, record in found:
        any_record = True
        if isinstance(record, Refused):
            yield _failure(path, record, place)
            continue
        if record.notice and not told:
            told = True
            yield Notice(path, f"{place}: {record.notice}")
        content = record.text.encode("utf-8")
        if len(content) > REPORT_LIMIT:
            yield _failure(path, too_large(len(content)), place)
        else:
            yield _Found(path, content, record.text, record.fields, place)
    if not any_record:
        raise Refused("is empty", "put a report into it")


def _is_record(line: bytes) -> bool:
    try:
        return isinstance(records.record(records.loads(line.decode("utf-8-sig"))), Record)
    except (Refused, UnicodeDecodeError):
        return False


def _stdin(stdin: BinaryIO | None) -> Iterator[_Found | Failure | Notice]:
    """A text, or reports in JSON where the first line or the whole of it parses as such."""
    if stdin is None:
        raise Refused("there is no standard input", "pipe a report to it, or name a file")
    first = stdin.readline(REPORT_LIMIT + 1)
    if first.endswith(b"\n") and _is_record(first):
        yield from _records(files.STDIN, records.lines(cast("BinaryIO", _Ahead(first, stdin))))
        return
    content = first + stdin.read(REPORT_LIMIT + 1 - len(first))
    if len(content) > REPORT_LIMIT:
        raise Refused("is too large for one report (the limit is 20 MB)", "pipe .jsonl, a report a line")
    if content.lstrip()[:1] in (b"{", b"[") and _whole_json(content):
        yield from _json(files.STDIN, content)
    else:
        yield from _text(files.STDIN, content, "")


def _whole_json(content: bytes) -> bool:
    try:
        value = records.loads(content.decode("utf-8-sig"))
    except (Refused, UnicodeDecodeError):
        return False
    values = value if isinstance(value, list) else [value]
    return any(isinstance(records.record(item), Record) for item in values)


class _Ahead:
    """A stream of which one line has been read already."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first = first
        self._rest = rest

    def readline(self, limit: int) -> bytes:
        """As of a file."""
        line, self._first = self._first, b""
        return line or self._rest.readline(limit)
