"""Reading a kept original anew: is a text that is said to be read from some bytes what is read from them?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from store.intake import kinds, metadata
from store.intake.found import Found, Source
from store.intake.metadata import Defaults
from store.intake.read import originals_of
from store.intake.result import Refused
from store.reports.original import Ids, Original
from timeline_core.errors import TimelineError
from timeline_core.model.report import Report
from timeline_core.model.when import When

_OTHERS = ("", ".json", ".html", ".eml", ".md")
"""What bytes are taken for whose path does not say: a row, the answer of a server, a message out of a mailbox."""


def is_read_from(text: str, content: bytes, path: str) -> bool:
    """Whether a report with that text is among those that are read from the bytes.

    Args:
        path: where they were found, as the report says; its suffix is tried first.
    """
    found = found_again(text, content, path)
    return found is not None or (PurePosixPath(path).suffix.lower() in kinds.FEED and text == _article(content))


def found_again(text: str | None, content: bytes, path: str) -> Found | None:
    """The report of that text that is read from the bytes; None where none is.

    Args:
        text: None for any, where the bytes are one report.
    """
    for suffix in dict.fromkeys((PurePosixPath(path).suffix.lower(), *_OTHERS)):
        for item in _found(Source(path, content, suffix)):
            if item.text == text or (text is None and item.content == content):
                return item
    return None


def restored(content: bytes, text: str | None) -> Original | None:
    """The report whose bytes are kept though nothing is known of it any more; None where they are read as none.

    Args:
        text: the one that was read from them, where that is kept too.
    """
    found = found_again(text, content, "")
    made = originals_of(found, Defaults(), Ids()) if found is not None else ()
    return next((one for one in made if isinstance(one, Original) and one.content == content), None)


def differing(report: Report, content: bytes) -> Iterator[str]:
    """What is kept of a report and is not what its original says; what the original does not say, anyone may have."""
    found = found_again(report.text, content, report.path)
    fields = found.fields if found is not None else {}
    for name, kept in (("title", report.title), ("publisher", report.publisher)):
        said = metadata.one_line(fields.get(name, ""))
        if said and said != kept:
            yield f"its {name} is kept as «{kept}», and its original says «{said}»"
    day = _day(fields.get("published", ""))
    if day is not None and report.published is not None and not day.meets(report.published):
        yield f"its day is kept as {report.published.edtf}, and its original says {day.edtf}"


def _day(said: str) -> When | None:
    try:
        return metadata.published(said) if said else None
    except Refused:
        return None


def _found(source: Source) -> Iterator[Found]:
    """All reports of the source; of bytes that cannot be read, none."""
    try:
        for item in kinds.read(source):
            if isinstance(item, Found):
                yield item
    except (TimelineError, OSError, ValueError):
        return


def _article(content: bytes) -> str:
    """The words of a page of MediaWiki, whose bytes are its source alone; empty of what is none."""
    from store.intake.documents.wiki import text_and_day

    try:
        return text_and_day(content.decode("utf-8"))[0]
    except (TimelineError, UnicodeDecodeError):
        return ""
