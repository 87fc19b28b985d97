"""An mbox: every mail in it, as if it were a file of its own.

Source: RFC 4155; a line that begins with `From ` within a mail is written `>From `.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from store.intake.documents import mail
from store.intake.found import Found, Item, Reader, Source
from store.intake.result import Failure, Refused

_BEGIN = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S[^\r\n]{0,300}\d{4}[^\r\n]{0,40}\r?\n")
_MASKED = re.compile(rb"^>(>*From )", re.MULTILINE)
_MOST = 100_000
ATTACHED = frozenset([".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".eml", ".csv", ".odt", ".rtf"])
"""Suffixes of the attachments that are read."""


def read(source: Source, inner: Reader) -> Iterator[Item]:
    """The reports of every mail; what is wrong with one is told, and the others are read.

    Raises:
        Refused: it holds no mail.
    """
    starts = [found.span() for found in _BEGIN.finditer(source.content)]
    if not starts:
        raise Refused("is no mailbox, though it is called so", "check what it is")
    if len(starts) > _MOST:
        raise Refused(f"is a mailbox of more than {_MOST:,} mails", "split it")
    ends = [start for start, _ in starts[1:]] + [len(source.content)]
    for number, ((_, start), end) in enumerate(zip(starts, ends, strict=True), 1):
        content = _MASKED.sub(rb"\1", source.content[start:end].rstrip(b"\r\n") + b"\n")
        place = f"mail {number}"
        try:
            for item in mail.read(replace(source, content=content), inner, ATTACHED):
                yield replace(item, place=place) if isinstance(item, Found) and item.content is content else item
        except Refused as refusal:
            yield Failure(source.path, f"{place} {refusal.reason}", refusal.remedy, place)
