"""The chain of decisions: a short head stands for all of them, and each names the one before it, as commits do.

Two hashes of an act are kept. `before`, a field of the act itself, is the hash of the act that the library held last
when this one was recorded; it goes wherever the act goes, so that a library that was merged into others can still be
walked there. `chain`, beside the act, is the head of all acts up to it in the order of this library: an act that was
changed, taken out or moved breaks it, whosever act it is.

Source:
    Hash chains (Haber and Stornetta 1991).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

Document = Mapping[str, Any]
Documents = Mapping[int, Document]
"""Sequence -> act, as it is kept; in order."""

BEFORE, CHAIN = "before", "chain"
EMPTY = sha256(b"").hexdigest()
"""The head of no decision."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a chain ends."""

    act: str = ""
    """Hash of the last act."""
    head: str = ""
    """Head of all acts up to it."""

    def to(self, document: Document) -> Link:
        """The end of the chain with one more act."""
        said = _said(document)
        return Link(sha256(said).hexdigest(), sha256(self.head.encode("ascii", "replace") + b"\n" + said).hexdigest())


NONE = Link()
"""Before the first act."""


@dataclass(frozen=True, slots=True)
class Break:
    """An act that does not follow on the one before it."""

    document: Document
    changed: bool
    """True where it names the act before it, so that it is itself that was changed."""


def last(document: Document) -> Link:
    """The end of a chain whose last act is kept so."""
    return Link(sha256(_said(document)).hexdigest(), str(document.get(CHAIN, "")))


def heads(documents: Iterable[Document]) -> list[str]:
    """The head after each act, worked out from what the acts say."""
    link, found = NONE, []
    for one in documents:
        link = link.to(one)
        found.append(link.head)
    return found


def breaks(documents: Iterable[Document]) -> Iterator[Break]:
    """The acts whose kept head does not follow from that of the act before them, and from what they say."""
    link = NONE
    for one in documents:
        if link.to(one).head != one.get(CHAIN):
            yield Break(one, one.get(BEFORE, "") == link.act and bool(link.act))
        link = last(one)


def loose(documents: Iterable[Document]) -> int:
    """How many acts name one before them that is not here, as where a colleague's library was taken in but in part."""
    hashes: set[str] = set()
    count = 0
    for one in documents:
        before = one.get(BEFORE)
        count += before is not None and before not in hashes
        hashes.add(sha256(_said(one)).hexdigest())
    return count


def covered(documents: Iterable[Document], head: str) -> int:
    """How many acts that head stands for; 0 where it stands for none of those that are here.

    Of a library that was merged into this one, the head that it had there is found, too: its acts name one another.
    """
    link = NONE
    paths: dict[str, tuple[str, int]] = {"": ("", 0)}
    for number, one in enumerate(documents, 1):
        link = link.to(one)
        there, count = paths.get(str(one.get(BEFORE, "")), ("", 0))
        paths[link.act] = (Link("", there).to(one).head, count + 1)
        if link.head == head:
            return number
        if paths[link.act][0] == head:
            return count + 1
    return 0


def linked(kept: Documents, all: Documents | None = None) -> dict[int, dict[str, Any]]:
    """The acts with their chain made anew.

    Args:
        all: what there was before some were taken out or changed; who named one of those names what is left of it, or
            the act before it.
    """
    link, found = NONE, dict[int, dict[str, Any]]()
    now: dict[str, str] = {}
    for number, was in (kept if all is None else all).items():
        if (left := kept.get(number)) is not None:
            one = {name: value for name, value in left.items() if name != CHAIN}
            if before := now.get(one.get(BEFORE, ""), one.get(BEFORE, "")):
                one[BEFORE] = before
            else:
                one.pop(BEFORE, None)
            link = link.to(one)
            found[number] = {**one, CHAIN: link.head}
        now[sha256(_said(was)).hexdigest()] = link.act
    return found


def _said(document: Document) -> bytes:
    """What an act says, in letters that are the same wherever it is kept."""
    bare = {name: value for name, value in document.items() if name != CHAIN}
    return json.dumps(bare, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode("ascii")
