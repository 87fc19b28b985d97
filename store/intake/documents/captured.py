"""Pages as they were captured: MHTML of a browser, WARC and WACZ of a crawler. Each page is read as a page is.

Sources: RFC 2557; ISO 28500 (WARC 1.1); Webrecorder's WACZ 1.1.1.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from store.intake import archive
from store.intake.documents import mail
from store.intake.found import Found, Item, Reader, Source
from store.intake.guard import extra, parsing
from store.intake.result import REPORT_LIMIT, Failure, Notice, Refused, too_large

_PAGE = ("text/html", "application/xhtml+xml")
_MOST = 5_000
"""Pages of one archive."""
_MHTML, _WARC, _WACZ = "a page saved as MHTML", "a web archive (WARC)", "a web archive (WACZ)"
_SAVE, _AGAIN = "save the page as .html", "make the archive anew, or save its pages as .html"


def read(source: Source, inner: Reader) -> Iterator[Item]:
    """The page, or every page.

    Raises:
        Refused: it is broken, a bomb, or holds no page.
    """
    by_suffix = {".mhtml": _mhtml, ".mht": _mhtml, ".wacz": _wacz}
    yield from by_suffix.get(source.suffix, _warc)(source, inner)


def _mhtml(source: Source, inner: Reader) -> Iterator[Item]:
    """The page of an MHTML file: the first of its parts. The day in its head is that on which it was saved."""
    with parsing(_MHTML, _SAVE):
        message = mail.parsed(source.content)
        page = next((part for part in mail.every_part(message) if part.get_content_type() in _PAGE), None)
        content = mail.body(page) if page is not None else b""
        charset = str(page.get_param("charset") or "") if page is not None else ""
        address = str(message.get("Snapshot-Content-Location") or (page and page.get("Content-Location")) or "")
    if not content.strip():
        raise Refused(f"is {_MHTML} without a page in it", _SAVE)
    yield from _page(source, content, address, charset, inner, whole=True)


def _page(
    source: Source, content: bytes, address: str, charset: str, inner: Reader, *, whole: bool = False
) -> Iterator[Item]:
    """Its reports; `whole`: the file is nothing but this page, and so its bytes are the original."""
    for item in inner(replace(source, content=content, suffix=".html", declared=charset, inside=source.inside + 1)):
        if isinstance(item, Found) and item.content is content:
            fields = {**item.fields, "url": address or item.fields.get("url", "")}
            yield replace(item, fields=fields, content=source.content if whole else content)
        else:
            yield item


def _warc(source: Source, inner: Reader) -> Iterator[Item]:
    """Answers with a page in them, in the order of the crawl, each address once."""
    with extra("files", _WARC):
        from warcio.archiveiterator import ArchiveIterator
    seen: set[str] = set()
    with parsing(_WARC, _AGAIN):
        for record in ArchiveIterator(BytesIO(source.content)):
            address = str(record.rec_headers.get_header("WARC-Target-URI") or "")
            if record.rec_type not in ("response", "resource") or address in seen or not _is_page(record):
                continue
            seen.add(address)
            if len(seen) > _MOST:
                raise Refused(f"holds more than {_MOST:,} pages", "split it")
            yield from _answer(source, record.content_stream().read(REPORT_LIMIT + 1), address, inner)
    if not seen:
        raise Refused(f"is {_WARC} without pages", "look into it with replayweb.page")


def _is_page(record: object) -> bool:
    http = getattr(record, "http_headers", None)
    if http is None:
        return False
    kind = str(http.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return kind in _PAGE and str(http.get_statuscode()) == "200"


def _answer(source: Source, content: bytes, address: str, inner: Reader) -> Iterator[Item]:
    """The reports of one captured page; what is wrong with it is told with its address, and the others are read."""
    try:
        if len(content) > REPORT_LIMIT:
            raise too_large(len(content))
        yield from _page(source, content, address, "", inner)
    except Refused as refusal:
        yield Failure(source.path, f"{address[:200]} {refusal.reason}", refusal.remedy, address[:200])


def _wacz(source: Source, inner: Reader) -> Iterator[Item]:
    """The archives inside; where there is none, the texts of its list of pages."""
    with parsing(_WACZ, _AGAIN), archive.opened(source.content) as packed:
        infos = [info for info in packed.infolist() if info.filename.startswith(("archive/", "pages/"))]
        for info in infos:
            archive.checked(info)
        members = {info.filename: packed.read(info) for info in infos}
    crawls = [name for name in sorted(members) if name.startswith("archive/") and ".warc" in name]
    found, refusals = False, []
    for name in crawls:
        try:
            for item in _warc(replace(source, content=members[name]), inner):
                found = found or isinstance(item, Found)
                yield item
        except Refused as refusal:
            refusals.append(refusal)
    if not found:
        pages = list(_listed(source, members.get("pages/pages.jsonl", b"")))
        if not pages:
            raise refusals[0] if refusals else Refused(f"is {_WACZ} without pages", "look into it with replayweb.page")
        yield Notice(source.path, "its pages could not be read, and their texts are taken from its list of pages")
        yield from pages


def _listed(source: Source, lines: bytes) -> Iterator[Found]:
    for line in lines.splitlines():
        try:
            page = json.loads(line)
            said = {name: str(page.get(name, "")) for name in ("text", "title", "url")}
        except (ValueError, AttributeError, RecursionError):
            continue
        if text := said.pop("text").encode("utf-8", "replace").decode("utf-8").strip():
            yield Found(source.path, text.encode("utf-8"), text, said)
