"""`take`: from PATHs to reports with their bytes, failures and notices, in the order given. Headless, no TinyDB."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast
from urllib.parse import urlsplit

from store.intake import files, kinds, metadata, moments, reports, sniff
from store.intake.found import Found, Item, Source, Stream
from store.intake.metadata import Defaults
from store.intake.objects import plain_json, records
from store.intake.result import REPORT_LIMIT, Failure, Notice, Refused, too_large
from store.reports.original import Ids, Original, digest
from timeline_core.model.report import Report
from timeline_core.model.when import When

Taken = Original | Failure | Notice


def read(
    paths: Iterable[str],
    *,
    published: When | None = None,
    publisher: str = "",
    lang: str = "",
    stdin: Stream | None = None,
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
    stdin: Stream | None = None,
) -> Iterator[Taken]:
    """Every report that the paths hold, in order; what cannot be read is a Failure and the rest is read all the same.

    Args:
        paths: files, folders, patterns (`reports/**/*.html`), addresses, or `-` for standard input.
        defaults: what holds of every report that does not say otherwise itself.

    Returns:
        Ids are unique in this run. One file is in memory at a time, of `.jsonl` one line.
    """
    ids, given = Ids(), defaults or Defaults()
    for path in files.found(paths):
        if isinstance(path, Failure):
            yield path
            continue
        for found in _in_path(path, given, stdin):
            yield from originals_of(found, given, ids) if isinstance(found, Found) else (found,)


def take_lines(path: str, content: bytes, before: int, defaults: Defaults | None = None) -> Iterator[Taken]:
    """As `take`, of some lines from the midst of a file of JSON lines, which need not be in memory as a whole.

    Args:
        content: whole lines, not all of them blank.
        before: how many lines stand before them.
    """
    ids, given = Ids(), defaults or Defaults()
    for found in kinds.lines(Source(path, b"", "", given.columns), BytesIO(content), before):
        yield from originals_of(found, given, ids) if isinstance(found, Found) else (found,)


def take_large(path: str, file: BinaryIO, defaults: Defaults | None = None) -> Iterator[Taken]:
    """As `take`, of one file that `kinds.is_large`; who asks for no more reads no further."""
    ids, given = Ids(), defaults or Defaults()
    try:
        for found in kinds.large(Source(path, b"", Path(path).suffix.lower(), given.columns), file):
            yield from originals_of(found, given, ids) if isinstance(found, Found) else (found,)
    except Refused as refusal:
        yield reports.failure(path, refusal)


def originals_of(found: Found, defaults: Defaults, ids: Ids) -> Iterator[Taken]:
    """The report, with its id and what the command line says; before it a notice where its fields were cleaned."""
    fields = found.fields
    try:
        zone = moments.zone(defaults.zone) if defaults.zone else None
        published = metadata.published(fields["published"], zone) if fields.get("published") else defaults.published
    except Refused as refusal:
        yield reports.failure(found.path, refusal, found.place)
        return
    if doubt := moments.doubt(published, defaults.today):
        yield Notice(found.path, f"{found.place}: {doubt}" if found.place else doubt)
    for name in ("title", "publisher", "url", "id", "thread"):
        if metadata.commands(fields.get(name, "")):
            place = f"{found.place}: " if found.place else ""
            yield Notice(
                found.path,
                f"{place}the {name} holds characters that command a terminal or turn text round; they are left out",
            )
    sha256, mark = digest(found.content), digest(found.text.encode("utf-8"))
    report = Report(
        id=ids.unique(metadata.one_line(fields.get("id", "") or _stem(found.path)) or "report"),
        text=found.text,
        sha256=sha256,
        title=metadata.one_line(fields.get("title", "")),
        publisher=metadata.one_line(fields.get("publisher", "")) or defaults.publisher,
        published=published,
        lang=metadata.lang(fields.get("lang", "")) or defaults.lang,
        path=found.path,
        url=metadata.one_line(fields.get("url", "")),
        text_sha256="" if mark == sha256 else mark,
        blocks=found.blocks,
        thread=metadata.one_line(fields.get("thread", "")),
        moment=fields.get("moment", ""),
    )
    yield Original(report, found.content)


def _stem(path: str) -> str:
    if path == files.STDIN:
        return "stdin"
    if files.is_address(path):
        parts = urlsplit(path)
        return PurePosixPath(parts.path).stem or parts.hostname or path
    return Path(path).stem or path


def _in_path(path: str, given: Defaults, stdin: Stream | None) -> Iterator[Item]:
    """The reports of one path; whatever is wrong with it is told, never raised."""
    try:
        if path == files.STDIN:
            yield from _stdin(given, stdin)
        elif files.is_address(path):
            yield from _address(path, given)
        else:
            yield from _file(path, given)
    except Refused as refusal:
        yield reports.failure(path, refusal)
    except OSError as error:
        yield files.refused(path, error)
    except Exception as error:  # noqa: BLE001 - the border between one source and all others
        yield reports.failure(path, _broke(error))


def _broke(error: Exception) -> Refused:
    """What no reader foresaw; a want of memory is one too."""
    return Refused(f"cannot be read ({type(error).__name__}: {error})", "report this line, with a file of that kind")


def _file(path: str, given: Defaults) -> Iterator[Item]:
    suffix, size = Path(path).suffix.lower(), files.size(path)
    source = Source(path, b"", suffix, given.columns)
    if size == 0:
        raise Refused("is empty", "put the text of a report into it")
    if suffix in kinds.LINES:
        with Path(path).open("rb") as file:
            yield from kinds.lines(source, file)
        return
    if kinds.is_large(path, suffix, size):
        with Path(path).open("rb") as file:
            yield from kinds.large(source, file)
        return
    limit = kinds.limit(suffix)
    if size > limit:
        raise too_large(size, limit, "one file of this kind" if limit > REPORT_LIMIT else "one report")
    yield from kinds.read(Source(path, Path(path).read_bytes(), suffix, given.columns))


def _address(address: str, given: Defaults) -> Iterator[Item]:
    """What a server answers; where it came from in the end is the address of the report."""
    from store.intake.pages import web

    answer = web.fetch(address, private=given.private)
    source = Source(address, answer.content, answer.suffix, given.columns, answer.charset)
    for found in kinds.read(source):
        if isinstance(found, Found) and found.content is answer.content:
            found = replace(found, fields={**found.fields, "url": answer.address})
        yield found


def _stdin(given: Defaults, stdin: Stream | None) -> Iterator[Item]:
    """A text, or reports in JSON where the first line or the whole of it parses as such; or what its bytes tell."""
    if stdin is None:
        raise Refused("there is no standard input", "pipe a report to it, or name a file")
    source = Source(files.STDIN, b"", "", given.columns)
    first = stdin.readline(REPORT_LIMIT + 1)
    if first.endswith(b"\n") and kinds.is_record(first, source):
        yield from kinds.lines(source, cast("BinaryIO", _Ahead(first, stdin)))
        return
    content = first + stdin.read(REPORT_LIMIT + 1 - len(first))
    if len(content) > REPORT_LIMIT:
        raise Refused("is too large for one report (the limit is 20 MB)", "pipe .jsonl, a report a line")
    is_json = content.lstrip()[:1] in (b"{", b"[") and _whole_json(content, source)
    yield from kinds.read(replace(source, content=content, suffix=".json" if is_json else _spoken(content)))


def _spoken(content: bytes) -> str:
    return sniff.sniffed(content) or ".txt"


def _whole_json(content: bytes, source: Source) -> bool:
    try:
        value = plain_json.loads(content.decode("utf-8-sig"))
    except (Refused, UnicodeDecodeError):
        return False
    values = value if isinstance(value, list) else [value]
    return any(not isinstance(records.entry(item, source.columns), Refused) for item in values)


class _Ahead:
    """A stream of which one line has been read already."""

    def __init__(self, first: bytes, rest: Stream) -> None:
        self._first = first
        self._rest = rest

    def readline(self, limit: int) -> bytes:
        """As of a file."""
        line, self._first = self._first, b""
        return line or self._rest.readline(limit)
