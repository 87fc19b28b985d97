"""Reading a kept original anew: is a text that is said to be read from some bytes what is read from them?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from store.intake import kinds
from store.intake.found import Found, Source
from timeline_core.errors import TimelineError

_OTHERS = ("", ".json", ".html", ".eml", ".md")
"""What bytes are taken for whose path does not say: a row, the answer of a server, a message out of a mailbox."""


def is_read_from(text: str, content: bytes, path: str) -> bool:
    """Whether a report with that text is among those that are read from the bytes.

    Args:
        path: where they were found, as the report says; its suffix is tried first.
    """
    suffix = PurePosixPath(path).suffix.lower()
    for one in dict.fromkeys((suffix, *_OTHERS)):
        if text in _texts(Source(path, content, one)):
            return True
    return suffix in kinds.FEED and text == _article(content)


def _texts(source: Source) -> Iterator[str]:
    """The texts of all reports of the source; of bytes that cannot be read, none."""
    try:
        for item in kinds.read(source):
            if isinstance(item, Found):
                yield item.text
    except (TimelineError, OSError, ValueError):
        return


def _article(content: bytes) -> str:
    """The words of a page of MediaWiki, whose bytes are its source alone; empty of what is none."""
    from store.intake.documents.wiki import text_and_day

    try:
        return text_and_day(content.decode("utf-8"))[0]
    except (TimelineError, UnicodeDecodeError):
        return ""
